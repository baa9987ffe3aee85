"""What the output formats hold: lines, tables, streams; and that other systems read them."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import stub_run
from conftest import CORPORA
from pydantic import create_model

from extractnews import Article, ArticleRecords, Span, batch
from extractnews.batch import run
from extractnews.io import tables as layout
from extractnews.io import writers
from extractnews.io.extras import MissingExtraError
from extractnews.io.tables import ARTICLES, Table, rows_of, tables
from extractnews.io.writers import FORMATS, output_format
from extractnews.records import SCHEMA_VERSION, DocumentRecord

ROWS = [
    {"id": "a", "text": "صدر القرار", "reference_date": "2024-01-03", "source": "صحيفة"},
    {"id": "b"},  # fails, and its number stays free
    {"id": "a", "text": "نص بمعرّف مكرر"},
    {"text": "نص بلا معرّف"},
]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), encoding="utf-8")
    return path


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "build_handler", stub_run.stub_handler)


def rows_by_table(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What every table must hold."""
    found: dict[str, list[tuple[Any, ...]]] = {table.name: [] for table in tables()}
    for number, row in enumerate(ROWS, 1):
        if "text" in row:
            day = dt.date.fromisoformat(row["reference_date"]) if "reference_date" in row else None
            article = Article(row["text"], row.get("id"), row.get("source"), day)
            if article.id is None:
                article = Article(article.text, f"{path.name}:{number}", str(path))
            for name, values in rows_of(number, stub_run.records_of(article).model_dump()):
                found[name].append(values)
    assert all(found.values()), "a table is empty"
    return found


# --- rows ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("annotation", [float, dict[str, int], list[int]])
def test_a_field_without_a_column_type_is_an_error(annotation: Any) -> None:
    with pytest.raises(TypeError, match="no column type for"):
        layout._layout("odd", create_model("Odd", field=(annotation, ...)))


def test_rows_of_an_article() -> None:
    span = Span(start=2, end=4, text="من")
    records = ArticleRecords(
        id="x",
        documents=(
            DocumentRecord(start=0, end=4, text="قرار", rule="r", number="1", code="1"),
            DocumentRecord(
                start=5, end=9, text="قانون", rule="r", number="2", code="2", issuer=span, references=[span]
            ),
        ),
    )
    found = list(rows_of(7, records.model_dump()))
    assert [name for name, _ in found] == ["articles", "documents", "documents", "document_references"]
    names = [column.name for column in table("documents").columns]
    first, second = (dict(zip(names, row, strict=True)) for name, row in found if name == "documents")
    assert (first["article"], first["article_id"], first["record"], second["record"]) == (7, "x", 1, 2)
    assert (first["issuer_start"], first["issuer_end"], first["issuer_text"]) == (None, None, None)
    assert (second["issuer_start"], second["issuer_end"], second["issuer_text"]) == (2, 4, "من")
    assert second["draft"] is False
    assert found[-1] == ("document_references", (7, "x", 2, 1, 2, 4, "من"))


def table(name: str) -> Table:
    return next(table for table in tables() if table.name == name)


def test_every_field_of_every_record_is_in_a_table() -> None:
    """The rows hold all values of the JSON, once."""
    records = stub_run.records_of(Article("نص", "a", "s", dt.date(2024, 1, 3)))

    def count(value: Any) -> int:
        if isinstance(value, dict):
            return sum(count(item) for name, item in value.items() if name != "type")
        return sum(map(count, value)) if isinstance(value, list) and value and isinstance(value[0], dict) else 1

    in_json = count(json.loads(records.to_json()))
    keys = {"article", "article_id", "record", "position"}
    spans = ("_start", "_end", "_text")
    in_rows = 0
    for name, row in rows_of(1, records.model_dump()):
        pairs = [(c.name, v) for c, v in zip(table(name).columns, row, strict=True) if c.name not in keys]
        empty = [column for column, value in pairs if value is None and column.endswith(spans)]
        in_rows += len(pairs) - len(empty) * 2 // 3  # an absent span is three columns and one null
    assert in_rows == in_json - sum(not record.references for record in records.documents)


# --- lines -----------------------------------------------------------------------------------------


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


@pytest.mark.usefixtures("stub")
def test_packed_lines_hold_the_same_lines(rows: Path, tmp_path: Path) -> None:
    zstd = pytest.importorskip("backports.zstd" if sys.version_info < (3, 14) else "compression.zstd")
    for name in ("o.jsonl", "o.jsonl.gz", "o.jsonl.zst"):
        run([rows], tmp_path / name)
    plain = (tmp_path / "o.jsonl").read_bytes()
    assert [one["id"] for one in lines(plain)] == ["a", "a", "rows.jsonl:4"]
    assert gzip.decompress((tmp_path / "o.jsonl.gz").read_bytes()) == plain
    assert zstd.decompress((tmp_path / "o.jsonl.zst").read_bytes()) == plain


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if not form.is_folder])
def test_an_output_without_articles_is_whole(tmp_path: Path, form: str) -> None:
    if form in ("arrow", "jsonl.zst"):
        pytest.importorskip("pyarrow")
    (tmp_path / "empty.jsonl").touch()
    run([tmp_path / "empty.jsonl"], tmp_path / "out", output_format_name=form)
    assert (tmp_path / "out").is_file()


# --- Arrow -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("stub")
def test_an_arrow_stream_holds_what_the_lines_hold(rows: Path, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    run([rows], tmp_path / "o.arrows")
    run([rows], tmp_path / "o.jsonl")
    with arrow.ipc.open_stream(tmp_path / "o.arrows") as stream:
        table = stream.read_all()
    assert table.schema.metadata[b"extractnews.schema_version"] == SCHEMA_VERSION.encode()
    assert json.loads(json.dumps(table.to_pylist(), default=str)) == lines((tmp_path / "o.jsonl").read_bytes())


def test_arrow_on_standard_output() -> None:
    arrow = pytest.importorskip("pyarrow")
    source = CORPORA / "sample" / "sa-ministry-1.txt"
    command = [sys.executable, "-m", "extractnews", "extract", source, "-q", "--output-format", "arrow"]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    assert arrow.ipc.open_stream(data).read_all()["id"].to_pylist() == ["sa-ministry-1.txt"]
    assert data.endswith(b"\xff\xff\xff\xff\0\0\0\0")


# --- tables ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("stub")
def test_csv(rows: Path, tmp_path: Path) -> None:
    run([rows], tmp_path / "o.csv")
    assert {path.stem for path in (tmp_path / "o.csv").glob("*.csv")} == {table.name for table in tables()}
    for name, expected in rows_by_table(rows).items():
        with (tmp_path / "o.csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *found = csv.reader(file)
        assert header == [column.name for column in table(name).columns]
        said = {None: "", True: "true", False: "false"}
        assert found == [[said.get(v, str(v)) if v is None or v is True or v is False else str(v) for v in row]
                         for row in expected]  # fmt: skip


@pytest.mark.usefixtures("stub")
def test_csv_describes_itself(rows: Path, tmp_path: Path) -> None:
    run([rows], tmp_path / "o.csv")
    package = json.loads((tmp_path / "o.csv" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["schema_version"] == SCHEMA_VERSION
    assert [resource["path"] for resource in package["resources"]] == [f"{table.name}.csv" for table in tables()]
    titles = next(one for one in package["resources"] if one["name"] == "official_titles")["schema"]
    assert titles["primaryKey"] == ["article", "record", "position"]
    assert titles["foreignKeys"][0]["reference"] == {"resource": "officials", "fields": ["article", "record"]}


@pytest.mark.usefixtures("stub")
def test_parquet(rows: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run([rows], tmp_path / "o.parquet")
    for name, expected in rows_by_table(rows).items():
        found = parquet.read_table(tmp_path / "o.parquet" / f"{name}.parquet")
        assert [tuple(row.values()) for row in found.to_pylist()] == expected
        assert found.schema.names == [column.name for column in table(name).columns]
        assert found.schema.metadata[b"extractnews.schema_version"] == SCHEMA_VERSION.encode()


def test_parquet_row_groups_do_not_depend_on_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(writers, "_ROW_GROUP", 50)
    monkeypatch.setattr(batch, "build_handler", stub_run.stub_handler)
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(json.dumps({"text": f"نص {n}"}) for n in range(120)), encoding="utf-8")
    for size in (7, 100):
        monkeypatch.setattr(batch, "TASK_ARTICLES", size)
        run([source], tmp_path / f"{size}.parquet", workers=1)
    files = [tmp_path / f"{size}.parquet" / "articles.parquet" for size in (7, 100)]
    assert files[0].read_bytes() == files[1].read_bytes()
    details = parquet.ParquetFile(files[0]).metadata
    assert [details.row_group(n).num_rows for n in range(details.num_row_groups)] == [50, 50, 20]


@pytest.mark.usefixtures("stub")
def test_sqlite(rows: Path, tmp_path: Path) -> None:
    run([rows], tmp_path / "o.sqlite")
    database = sqlite3.connect(tmp_path / "o.sqlite")
    for name, expected in rows_by_table(rows).items():
        found = database.execute(f'SELECT * FROM "{name}"').fetchall()
        assert found == [tuple(v.isoformat() if isinstance(v, dt.date) else v for v in row) for row in expected]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA user_version").fetchone() == (int(SCHEMA_VERSION),)
    assert dict(database.execute("SELECT * FROM metadata"))["schema_version"] == SCHEMA_VERSION
    keys = database.execute("PRAGMA foreign_key_list(official_titles)").fetchall()
    assert [(key[2], key[3], key[4]) for key in keys] == [
        ("officials", "article", "article"),
        ("officials", "record", "record"),
    ]
    indexes = {row[1] for row in database.execute("PRAGMA index_list(documents)")}
    assert {"documents_key", "documents_code", "documents_entity"} <= indexes


QUERIES = [
    "SELECT count(*) FROM {articles}",
    "SELECT d.text, a.source FROM {documents} d JOIN {articles} a USING (article) WHERE d.number = '1' ORDER BY 1, 2",
    "SELECT o.article, o.entity, t.role, t.status FROM {officials} o JOIN {official_titles} t"
    " USING (article, record) ORDER BY o.article, t.position",
    'SELECT "first", "last" FROM {dates} ORDER BY article',
    "SELECT sum(count), bool_and(CAST(sum_agrees AS BOOLEAN)) FROM {awards}",
]


@pytest.mark.usefixtures("stub")
def test_duckdb_reads_parquet_csv_and_sqlite_alike(rows: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    database = duckdb.connect()
    if not load_sqlite(database):
        pytest.skip("duckdb's extension for SQLite is not installed")
    for name in ("o.parquet", "o.csv", "o.sqlite"):
        run([rows], tmp_path / name)
    database.execute(f"ATTACH '{tmp_path}/o.sqlite' AS s (TYPE sqlite, READ_ONLY)")
    sources = (
        {t.name: f"read_parquet('{tmp_path}/o.parquet/{t.name}.parquet')" for t in tables()},
        {t.name: f"read_csv('{tmp_path}/o.csv/{t.name}.csv', header = true)" for t in tables()},
        {t.name: f"s.{t.name}" for t in tables()},
    )
    for query in QUERIES:
        answers = [database.execute(query.format_map(source)).fetchall() for source in sources]
        assert answers[0]
        assert [list(map(str, answer)) for answer in answers] == [list(map(str, answers[0]))] * 3, query


def load_sqlite(database: Any) -> bool:
    """The extension that reads SQLite comes as a package; where it is missing, nothing is downloaded."""
    try:
        import duckdb_ext

        (path,) = Path(duckdb_ext.__path__[0]).rglob("sqlite_scanner.duckdb_extension")
        database.execute(f"LOAD '{path}'")
    except (ImportError, ValueError):
        return False
    return True


# --- names and extras ------------------------------------------------------------------------------

NAMES = [
    ("out.jsonl", None, "jsonl"),
    ("out.NDJSON", None, "jsonl"),
    ("out", None, "jsonl"),
    ("-", None, "jsonl"),
    ("out.jsonl.gz", None, "jsonl.gz"),
    ("out.ndjson.zst", None, "jsonl.zst"),
    ("out.parquet", None, "parquet"),
    ("folder/out.csv", None, "csv"),
    ("out.db", None, "sqlite"),
    ("out.sqlite3", None, "sqlite"),
    ("out.arrow", None, "arrow"),
    ("out.txt", "jsonl", "jsonl"),
    ("out", "parquet", "parquet"),
]


@pytest.mark.parametrize(("target", "name", "expected"), NAMES)
def test_the_format_of_an_output(target: str, name: str | None, expected: str) -> None:
    assert output_format(target, name).name == expected


@pytest.mark.parametrize("form", ["parquet", "arrow", "jsonl.zst"])
def test_a_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: Path, form: str
) -> None:
    for module in ("pyarrow", "backports.zstd", "compression.zstd"):
        monkeypatch.setitem(sys.modules, module, None)
    extra = "zstd" if form == "jsonl.zst" else "parquet"
    with pytest.raises(MissingExtraError, match=rf"pip install 'extractnews\[{extra}\]'"):
        run([rows], tmp_path / "out", output_format_name=form)
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]


def test_articles_is_the_first_table() -> None:
    assert tables()[0].name == ARTICLES
    assert layout.metadata()["schema_version"] == SCHEMA_VERSION
