"""Records on Spark, in local mode, beside a local run."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPORA, ROOT

from extractnews import ArticleRecords, Pipeline
from extractnews.article import Article
from extractnews.integrations import spark as integration

installed = pytest.mark.skipif(find_spec("pyspark") is None or find_spec("pyarrow") is None, reason="no pyspark")
running = pytest.mark.skipif(
    find_spec("pyspark") is None or find_spec("pyarrow") is None or shutil.which("java") is None,
    reason="no pyspark or no Java",
)
TEXT = "أصدر الوزير القرار رقم 12 أمس."


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    # Without it the workers run the first `python3` of the path.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("tests")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "Asia/Riyadh",
        "spark.sql.shuffle.partitions": "3",
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The gold's texts and each of their paragraphs, with a reference date or without."""
    found = []
    for path in sorted((CORPORA / "gold").glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            day = row["reference_date"] and dt.date.fromisoformat(row["reference_date"])
            found.append(Article(row["text"], row["id"], row["source"], day))
            for number, part in enumerate(row["text"].split("\n")):
                found.append(Article(part, f"{row['id']}:{number}", None, day))
    return found


def frame(session: Any, articles: list[Article]) -> Any:
    rows = [(article.id, article.source, article.text, article.reference_date) for article in articles]
    return session.createDataFrame(rows, "name string, origin string, body string, day date")


def as_json(rows: list[Any]) -> list[str]:
    return sorted(integration.article_records(row).to_json() for row in rows)


# --- the same records -----------------------------------------------------------------------------------


@running
@pytest.mark.parametrize("types", [None, ("dates", "awards")])
def test_the_records_are_those_of_a_local_run(session: Any, articles: list[Article], types: Any) -> None:
    assert len(articles) > 100
    df = frame(session, articles).repartition(5)
    rows = integration.extract_records(df, "body", "name", "day", source="origin", record_types=types).collect()
    assert as_json(rows) == sorted(records.to_json() for records in Pipeline(record_types=types).pipe(articles))


@running
def test_every_batch_size_gives_the_same(session: Any, articles: list[Article]) -> None:
    df = frame(session, articles[:80])
    expected = as_json(integration.extract_records(df, "body", "name", "day").collect())
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
    try:
        assert as_json(integration.extract_records(df, "body", "name", "day").collect()) == expected
    finally:
        session.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")


@running
def test_rows_survive_parquet(session: Any, articles: list[Article], tmp_path: Path) -> None:
    records = integration.extract_records(frame(session, articles[:20]), "body", "name", "day")
    records.write.parquet(str(tmp_path / "records"))
    read = session.read.parquet(str(tmp_path / "records"))
    assert read.schema == records.schema
    assert as_json(read.collect()) == sorted(
        records.to_json()
        for records in Pipeline().pipe(Article(a.text, a.id, None, a.reference_date) for a in articles[:20])
    )


@running
def test_nested_records_are_columns(session: Any) -> None:
    from pyspark.sql.functions import explode

    df = session.createDataFrame([("a", TEXT)], "id string, text string")
    records = integration.extract_records(df, reference_date=dt.date(2024, 1, 3))
    row = records.select("id", explode("dates").alias("date")).select("id", "date.*").first()
    assert (row["id"], row["text"], row["first"]) == ("a", "أمس", dt.date(2024, 1, 2))


# --- reference dates, ids, options --------------------------------------------------------------------

DAYS: list[tuple[str, Any]] = [
    ("date", dt.date(2024, 1, 3)),
    ("string", "2024-01-03"),
    ("string", "2024-01-03T23:30:00+01:00"),  # the day as written
    ("timestamp", dt.datetime(2024, 1, 2, 22, 0, tzinfo=dt.UTC)),  # the day in the session's time zone
    ("timestamp_ntz", dt.datetime(2024, 1, 3, 22, 0)),
]


@running
@pytest.mark.parametrize(("kind", "value"), DAYS)
def test_a_column_of_reference_dates(session: Any, kind: str, value: Any) -> None:
    df = session.createDataFrame([("a", TEXT, value), ("b", TEXT, None)], f"id string, text string, day {kind}")
    rows = integration.extract_records(df, reference_date="day").collect()
    assert [row.reference_date for row in rows] == [dt.date(2024, 1, 3), None]
    assert [row.dates[0].value for row in rows] == ["2024-01-02", None]


@running
def test_ids(session: Any) -> None:
    df = session.createDataFrame([(7, TEXT)], "number bigint, text string")
    assert integration.extract_records(df, id="number").first().id == "7"
    assert integration.extract_records(df, id=None).first().id is None


@running
@pytest.mark.parametrize("sent", [False, True])
def test_resources_of_a_folder(session: Any, tmp_path: Path, sent: bool) -> None:
    folder = tmp_path / f"lexicon_{sent}"
    folder.mkdir()
    header = (ROOT / "resources" / "organisations.tsv").read_text(encoding="utf-8").splitlines()
    first = next(line for line in header if not line.startswith("#")).split("\t")[0]
    (folder / "organisations.tsv").write_text(f"{first}\nبيت النارنج\n", encoding="utf-8")
    if sent:
        session.sparkContext.addFile(str(folder), recursive=True)
    df = session.createDataFrame([("a", "زار الوفد بيت النارنج أمس.")], "id string, text string")
    given = folder.name if sent else folder
    assert [o.text for o in integration.extract_records(df, resources=given).first().organisations] == ["بيت النارنج"]
    assert integration.extract_records(df).first().organisations == []


# --- what fails ---------------------------------------------------------------------------------------

FAILING = [
    ((None, "2024-01-03"), "no text"),
    ((TEXT, "03/01/2024"), "reference date '03/01/2024' is not an ISO 8601 date such as 2024-01-03"),
]


@running
def test_a_row_that_fails_says_why_and_costs_no_other(session: Any) -> None:
    rows = [("good", TEXT, None), *((f"bad {number}", *row) for number, (row, _) in enumerate(FAILING))]
    df = session.createDataFrame(rows, "id string, text string, day string").coalesce(1)
    good, *bad = integration.extract_records(df, reference_date="day").collect()
    assert good.error is None and len(good.documents) == 1
    assert [row.error for row in bad] == [cause for _, cause in FAILING]
    assert {getattr(row, name) for row in bad for name in ArticleRecords.model_fields if name != "id"} == {None}
    with pytest.raises(ValueError, match="no text"):
        integration.article_records(bad[0])


@installed
def test_a_defect_costs_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Pipeline):
        def extract_plain(self, article: Any) -> dict[str, Any]:
            if article["text"] == "b":
                raise IndexError("list index out of range")
            return super().extract_plain(article)

    monkeypatch.setattr(integration, "Pipeline", Broken)
    columns = extracted([batch_of("a", "b", "c")])
    assert columns["error"] == [None, "IndexError: list index out of range", None]


@running
@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"record_types": ["persons"]}, ValueError, "unknown record type 'persons'"),
        ({"text": "number"}, TypeError, "column 'number' is long, not a string"),
        ({"reference_date": "number"}, TypeError, "column 'number' is long, not a date"),
        ({"text": "body"}, Exception, "body"),
        ({"id": "key"}, Exception, "key"),
    ],
)
def test_wrong_arguments_fail_before_anything_runs(session: Any, arguments: Any, error: Any, message: str) -> None:
    df = session.createDataFrame([("a", TEXT, 1)], "id string, text string, number bigint")
    with pytest.raises(error, match=message):
        integration.extract_records(df, **arguments)


def test_without_pyspark_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for call in (integration.schema, lambda: integration.extract_records(None)):  # type: ignore[arg-type]
        with pytest.raises(ImportError, match=r"pip install 'extractnews\[spark\]'"):
            call()


# --- the schema and the workers ------------------------------------------------------------------------


@installed
def test_the_schema_is_that_of_the_models() -> None:
    schema = integration.schema()
    assert schema.names == [*ArticleRecords.model_fields, "error"]
    for name in ("documents", "dates", "officials", "organisations", "awards", "zones"):
        model = ArticleRecords.model_fields[name].annotation.__args__[0]
        assert schema[name].dataType.elementType.names == list(model.model_fields)


@installed
@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("reference_date", "date"),
        ("zones", "array<struct<start:bigint,end:bigint,text:string,kind:string>>"),
        ("dates.first", "date"),
        ("dates.implied", "array<string>"),
        ("documents.issuer", "struct<start:bigint,end:bigint,text:string>"),
        ("documents.draft", "boolean"),
        ("awards.counted", "array<bigint>"),
    ],
)
def test_types_of_columns(column: str, expected: str) -> None:
    first, _, inner = column.partition(".")
    kind = integration.schema()[first].dataType
    assert (kind.elementType[inner].dataType if inner else kind).simpleString() == expected


def batch_of(*texts: str) -> Any:
    import pyarrow as pa

    rows = [{"text": text, "id": text, "source": None, "reference_date": None} for text in texts]
    names = ("text", "id", "source", "reference_date")
    return pa.RecordBatch.from_pylist(rows, pa.schema([(name, pa.string()) for name in names]))


def extracted(batches: list[Any]) -> dict[str, list[Any]]:
    import pyarrow as pa

    integration._pipeline.cache_clear()
    try:
        return pa.Table.from_batches(integration._extract_batches(None, None, batches)).to_pydict()
    finally:
        integration._pipeline.cache_clear()


@installed
def test_a_worker_builds_one_pipeline_for_all_its_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    class Counted(Pipeline):
        def __init__(self, **options: Any) -> None:
            built.append(options)
            super().__init__(**options)

    monkeypatch.setattr(integration, "Pipeline", Counted)
    integration._pipeline.cache_clear()
    for _ in range(2):
        list(integration._extract_batches(("dates",), None, [batch_of("أمس", "غدا")]))
    integration._pipeline.cache_clear()
    assert built == [{"record_types": ("dates",), "resources": None}]


@installed
def test_batches_go_out_small_and_in_order() -> None:
    texts = [f"القرار رقم {number}" for number in range(integration._ROWS_AT_ONCE * 2 + 1)]
    batches = list(integration._extract_batches(None, None, [batch_of(*texts)]))
    assert [batch.num_rows for batch in batches] == [integration._ROWS_AT_ONCE] * 2 + [1]
    assert [name for batch in batches for name in batch.to_pydict()["id"]] == texts


@running
def test_the_example(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    rows = [{"id": "a", "text": TEXT, "published": "2024-01-03"}, {"id": "b", "text": None, "published": None}]
    articles.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "records"
    submit = shutil.which("spark-submit", path=str(Path(sys.executable).parent))
    assert submit, "pyspark brings spark-submit"
    command = [submit, "--master", "local[1]", "--conf", "spark.ui.enabled=false"]
    run = subprocess.run(
        [*command, str(ROOT / "examples" / "spark" / "submit.py"), str(articles), str(out), "--date", "published"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    # spark-submit sends both streams of the script to its own standard output
    assert {"1 rows: extracted", "1 rows: no text"} <= set(run.stdout.splitlines())
    import pyarrow.parquet as pq

    rows = sorted(pq.read_table(out).to_pylist(), key=lambda row: row["id"])
    assert [(row["id"], row["error"]) for row in rows] == [("a", None), ("b", "no text")]
    assert [date["value"] for date in rows[0]["dates"]] == ["2024-01-02"]
