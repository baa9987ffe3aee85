"""Files, folders and rows become articles; what is wrong with one comes as a value with file, line and cause."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from extractnews import Article
from extractnews.io import inputs
from extractnews.io.encodings import UndecodableError, decode, detect
from extractnews.io.inputs import find_articles, input_size
from extractnews.io.options import OptionError
from extractnews.io.readers import ReadError, ReadOptions, article_of_row, read_articles


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def unnamed(items: Iterable[Article | ReadError]) -> list[Article | ReadError]:
    """The items, those named after their row (`rows.jsonl:7`) without a name."""
    return [
        replace(item, id=None, source=None)
        if isinstance(item, Article) and re.fullmatch(r".*:\d+", item.id or "", re.DOTALL)
        else item
        for item in items
    ]


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "خبر.txt", "أعلن\nالوزير")
    assert unnamed(read_articles([path])) == [Article("أعلن\nالوزير", "خبر.txt", str(path))]


@pytest.mark.parametrize("text", ["أ\r\nب\rج", "\ufeffأ", "", "\u2028أ\x0b", "أ\n"])
def test_text_is_the_files_own_characters(tmp_path: Path, text: str) -> None:
    (article,) = read_articles([write(tmp_path / "a.txt", text)])
    assert isinstance(article, Article)
    assert article.text == text


def test_folder_is_read_at_any_depth_in_the_order_of_the_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "A.TXT", "notes.md", "a-b.txt", ".a.txt", ".cache/b.txt"):
        write(tmp_path / name, "نص")
    write(tmp_path / "a" / "rows.jsonl", '{"id": "r1", "text": "نص"}')
    articles = unnamed(read_articles([tmp_path]))
    names = ["A.TXT", "a-b.txt", "a.txt", "a/b/c.txt", "r1", "a/z.txt", "b.txt"]
    assert [article.id for article in articles if isinstance(article, Article)] == names
    assert len(articles) == len(names)


def test_rows(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": "أ", "reference_date": "2024-01-03", "source": "صحيفة", "documents": []},
        {"id": 2, "text": "", "reference_date": None},
        {"id": 3.0, "text": "د"},  # what tables make of 3 where other rows have no id
        {"text": "ج", "reference_date": "2024-01-03T23:00:00+03:00", "source": 3},
    ]
    path = write(tmp_path / "rows.jsonl", "\ufeff" + "\n\n".join(map(json.dumps, rows)) + "\n")
    day = dt.date(2024, 1, 3)
    assert unnamed(read_articles([path])) == [
        Article("أ", "1", "صحيفة", day),
        Article("", "2", None, None),
        Article("د", "3"),
        Article("ج", None, None, day),
    ]


NAMED_ROWS = [
    ("rows.jsonl", '{"text": "أ"}\n{\n\n{"text": "ب", "id": "7"}\n{"text": "ج", "source": "صحيفة"}\n'),
    ("2024/rows.csv", 'text,id,source\n"أ",,\n"x"y,,\nب,7,\n"ج",,صحيفة\n'),
]


@pytest.mark.parametrize(("name", "content"), NAMED_ROWS)
def test_a_row_without_an_id_is_named_after_its_place(tmp_path: Path, name: str, content: str) -> None:
    """Of the file and the line, as a text file is of its path: what fails before it changes nothing."""
    path = write(tmp_path / name, content)
    found = [item for item in read_articles([tmp_path]) if isinstance(item, Article)]
    lines = (1, 5) if name.endswith("jsonl") else (2, 5)
    assert found == [
        Article("أ", f"{name}:{lines[0]}", str(path)),
        Article("ب", "7"),
        Article("ج", f"{name}:{lines[1]}", "صحيفة"),
    ]


def test_field_names(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.ndjson", '{"key": "k", "body": "أ", "day": "2024-01-03", "text": "x", "id": "y"}')
    articles = unnamed(read_articles([path], ReadOptions("body", "key", "day")))
    assert articles == [Article("أ", "k", None, dt.date(2024, 1, 3))]


BAD_ROWS = [
    ("{", "broken JSON: Expecting property name enclosed in double quotes at column 2"),
    ("قال", "broken JSON: Expecting value at column 1"),
    ('{"text": "أ"} x', "broken JSON: Extra data at column 15"),
    ('{"text": "أ" ', "broken JSON: Expecting ',' delimiter"),
    ("[" * 100_000, "broken JSON: maximum recursion depth exceeded"),
    ('{"id": ' + "1" * 5000 + ', "text": ""}', "broken JSON: Exceeds the limit"),
    ('["text"]', "a JSON object is wanted, not an array"),
    ("null", "a JSON object is wanted, not null"),
    ('{"id": "1"}', "no text: field 'text' is missing"),
    ('{"text": null}', "no text: field 'text' is null, not a string"),
    ('{"text": 5}', "no text: field 'text' is a number, not a string"),
    ('{"text": "أ", "id": ["1"]}', "id ['1'] is neither a string nor a whole number"),
    ('{"text": "أ", "id": true}', "id True is neither a string nor a whole number"),
    ('{"text": "أ", "id": 1.5}', "id 1.5 is neither a string nor a whole number"),
    ('{"text": "أ", "reference_date": "3/1/2024"}', "reference date '3/1/2024' is not an ISO 8601 date"),
    ('{"text": "أ", "reference_date": 2024}', "reference date 2024 is not an ISO 8601 date"),
    ('{"text": "\\ud83d"}', "half of a surrogate pair"),
    (b'{"text": "\xe3"}', "not UTF-8 text: byte 0xe3 at offset 10"),
    (b'{"text": "a\0"}', "not text: it holds a NUL byte"),
]


@pytest.mark.parametrize(("line", "cause"), BAD_ROWS, ids=[cause[:40] for _, cause in BAD_ROWS])
def test_a_bad_row_costs_one_row(tmp_path: Path, line: str | bytes, cause: str) -> None:
    data = line if isinstance(line, bytes) else line.encode()
    path = write(tmp_path / "rows.jsonl", b'{"text": "a"}\n\n' + data + b'\n{"text": "b"}\n')
    first, error, last = unnamed(read_articles([path]))
    assert isinstance(error, ReadError)
    assert (error.source, error.line) == (str(path), 3)
    assert cause in error.cause
    assert str(error).startswith(f"{path}:3: ")
    assert [first, last] == [Article("a"), Article("b")]


BAD_TEXTS = [
    (b"a\nb\xff\n", 2, "not UTF-8 text: byte 0xff at offset 3; neither Windows-1256 nor ISO-8859-6 for certain"),
    ("قال\n".encode() * 9 + b"\xc7\xe1", 10, "not UTF-8 text: byte 0xc7 at offset 63"),
    (
        "أعلن".encode("cp1256"),
        1,
        "not UTF-8 text: byte 0xc3 at offset 0; neither Windows-1256 nor ISO-8859-6 for certain",
    ),
    (b"%PDF-1.7\n\0\n", 2, "not text: it holds a NUL byte"),
]


@pytest.mark.parametrize(("data", "line", "cause"), BAD_TEXTS)
def test_a_file_that_is_not_text(tmp_path: Path, data: bytes, line: int, cause: str) -> None:
    write(tmp_path / "a.txt", data)
    write(tmp_path / "b.txt", "نص")
    error, article = read_articles([tmp_path])
    assert error == ReadError(str(tmp_path / "a.txt"), cause, line)
    assert isinstance(article, Article)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    write(tmp_path / "a.doc", "text")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    paths = [tmp_path / "absent.txt", tmp_path / "a.doc", tmp_path / "empty", tmp_path / "loop.txt"]
    assert [
        (Path(str(error.source)).name, error.cause) for error in read_articles(paths) if isinstance(error, ReadError)
    ] == [
        ("absent.txt", "no such file or folder"),
        ("a.doc", "unknown kind of file: .txt, .jsonl, .ndjson, .csv, .tsv, .parquet, .html, .htm, .zip, .tar, .tgz are"
         " read, others if their format is given"),
        ("empty", "no file in this folder is of a kind that can be read"),
        ("loop.txt", "Too many levels of symbolic links"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "cause"),
    [("", "the path is empty"), ("a" * 300, "File name too long"), ("a\0b", "embedded null byte")],
)
def test_a_path_that_cannot_be(tmp_path: Path, path: str, cause: str) -> None:
    article = write(tmp_path / "a.txt", "نص")
    assert input_size([path, article], ReadOptions()) == 4
    error, read = read_articles([path, article])
    assert error == ReadError(path or '""', cause)
    assert isinstance(read, Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="root searches every folder")
def test_a_folder_that_cannot_be_searched(tmp_path: Path) -> None:
    article = write(tmp_path / "closed" / "a.txt", "نص")
    article.parent.chmod(0o600)
    assert input_size([article], ReadOptions()) == 0
    assert list(read_articles([article])) == [ReadError(str(article), "Permission denied")]
    article.parent.chmod(0o700)


def test_one_path_stands_for_a_list_of_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "نص")
    assert list(read_articles(path)) == list(read_articles(str(path))) == list(read_articles([path]))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_without_permission(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "x")
    path.chmod(0)
    assert unnamed(read_articles([path])) == [ReadError(str(path), "Permission denied")]


STDIN = [
    ('{"text": "أ", "id": "1"}\n{"text": "ب"}\n', [Article("أ", "1"), Article("ب")]),
    ('\ufeff\n\n {"text": "أ"}', [Article("أ")]),
    ("أعلن\nالوزير\n", [Article("أعلن\nالوزير\n", None, "<stdin>")]),
    ("\n أعلن", [Article("\n أعلن", None, "<stdin>")]),
    ("", []),
    ("\n", [Article("\n", None, "<stdin>")]),
    (
        '{"text": "أ"}\n{"text"\n',
        [Article("أ"), ReadError("<stdin>", "broken JSON: Expecting ':' delimiter at column 8", 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STDIN)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, text: str, expected: list[Article | ReadError]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert unnamed(read_articles(["-"])) == expected


def test_rows_are_read_lazily(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", b'{"text": "a"}\n' * 10_000 + b"broken")
    articles = read_articles([path, tmp_path / "absent"])
    assert next(articles) == Article("a", "rows.jsonl:1", str(path))
    path.unlink()
    assert next(articles) == Article("a", "rows.jsonl:2", str(path))


@pytest.mark.parametrize(
    "day", ["2024-01-03", "2024-01-03T10:00:00Z", dt.date(2024, 1, 3), dt.datetime(2024, 1, 3, 10)]
)
def test_the_date_of_articles_without_one_may_be_a_string(day: Any) -> None:
    options = ReadOptions(reference_date=day)
    assert options == ReadOptions(reference_date=dt.date(2024, 1, 3))
    assert type(options.reference_date) is dt.date


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("input_format", "docx", "unknown input format 'docx'; known are txt"),
        ("encoding", "arabic-9", "unknown encoding 'arabic-9'"),
        ("date_from_name", "%Y-%m", "'%Y-%m' does not say a day"),
        ("reference_date", "3/1/2024", "reference date '3/1/2024' is not an ISO 8601 date"),
    ],
)
def test_an_option_that_cannot_be_is_named(option: str, value: Any, message: str) -> None:
    with pytest.raises(OptionError, match=f"^{option}: {message}") as caught:
        ReadOptions(**{option: value})
    assert caught.value.option == option


def test_article_of_row_raises() -> None:
    with pytest.raises(ValueError, match="no text: field 'body' is missing"):
        article_of_row({"text": "أ"}, ReadOptions(text_field="body"))


# --- encodings -------------------------------------------------------------------------------------

SENTENCE = "أصدر وزير التعليم قراراً بتعيين مدير جديد للمدرسة، وقال إن العمل يبدأ غداً"
SENTENCES = [
    SENTENCE,
    "أعلنت الحكومة عن خطة جديدة",  # a few words are enough
    "وَقَّعَ الرَّئِيسُ عَلَى القَانُونِ الجَدِيدِ يَوْمَ الأَحَدِ المَاضِي",  # with tashkeel
    "Le ministre سافر الوزير إلى باريس أمس للمشاركة في المؤتمر Paris 2024",  # Latin words among Arabic ones
    "مجلس النواب\r\n\r\nيناقش الميزانية؛ هل يوافق؟",
]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"])
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert detect(text.encode(encoding)) == encoding
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_decides_and_counts_in_the_text(encoding: str) -> None:
    assert decode("\ufeffنص".encode(encoding)) == "\ufeffنص"


def test_quotes_and_persian_letters_of_windows_1256() -> None:
    text = "قال الوزير في كلمته أمام المجلس: “هذا پروتوكول جديد مع چاد” – وأضاف أن العمل به يبدأ غداً…"
    assert decode(text.encode("windows-1256")) == text


# What is none of these for certain, and the first byte that says so.
UNCERTAIN = [
    ("été à Genève".encode("cp1252"), 0, "neither Windows-1256 nor ISO-8859-6 for certain"),
    ("Größe und Straße, Äpfel über alles".encode("latin-1"), 2, "neither"),
    ("Сегодня в городе было тепло".encode("cp1251"), 0, "neither"),
    ("Сегодня в городе было тепло".encode("koi8-r"), 0, "neither"),
    (SENTENCE.encode("cp720", "ignore"), 0, "neither"),
    ("لا".encode("windows-1256"), 0, "neither"),  # two letters are not enough
    (bytes(range(128, 256)), 0, "neither"),
    # Damaged UTF-8 is not Windows-1256, though every byte of it is.
    (SENTENCE.encode()[:-1], len(SENTENCE.encode()) - 2, "not UTF-8 text: byte 0xd9 at offset 134"),
    (SENTENCE.encode().replace("،".encode(), b"\xa1"), 91, "not UTF-8 text: byte 0xa1 at offset 91"),
    (b"\xef\xbb\xbf" + SENTENCE.encode("windows-1256"), 3, "not UTF-8 text: byte 0xc3 at offset 3"),
    (b"\0" + SENTENCE.encode(), 0, "not text: it holds a NUL byte"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 8, "not text: it holds a NUL byte"),
]


@pytest.mark.parametrize(("data", "offset", "cause"), UNCERTAIN)
def test_what_is_not_certain_is_no_text(data: bytes, offset: int, cause: str) -> None:
    with pytest.raises(UndecodableError, match=cause) as caught:
        decode(data)
    assert caught.value.offset == offset


def test_a_given_encoding_is_taken_and_checked(tmp_path: Path) -> None:
    short, wrong = write(tmp_path / "a.txt", "لا".encode("iso-8859-6")), write(tmp_path / "b.txt", b"\xc7\n\xfb")
    options = ReadOptions(encoding="iso-8859-6")
    article, error = read_articles([short, wrong], options)
    assert article == Article("لا", "a.txt", str(short))
    assert error == ReadError(str(wrong), "not ISO-8859-6 text: byte 0xfb at offset 2", 2)
    with pytest.raises(ValueError, match="unknown encoding 'arabic-9'"):
        ReadOptions(encoding="arabic-9")
    with pytest.raises(ValueError, match="unknown encoding 'base64'"):
        ReadOptions(encoding="base64")


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_lines_of_json_in_a_given_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "rows.jsonl", '{"text": "أمس"}\n\n{"text": "غدا"}'.encode(encoding))
    assert unnamed(read_articles([path], ReadOptions(encoding=encoding))) == [Article("أمس"), Article("غدا")]
    assert all(isinstance(item, ReadError) for item in read_articles([path]))


# --- tables ----------------------------------------------------------------------------------------

TABLE = 'id,text,reference_date,other\n1,"أعلن ""الوزير""،\nأمس",2024-01-03,x\n,نص,,\n'
TABLE_ARTICLES = [Article('أعلن "الوزير"،\nأمس', "1", None, dt.date(2024, 1, 3)), Article("نص")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(tmp_path: Path, encoding: str, separator: str) -> None:
    path = write(tmp_path / "rows.csv", TABLE.replace(",", separator).encode(encoding))
    assert unnamed(read_articles([path])) == TABLE_ARTICLES
    if separator == "\t":
        assert unnamed(read_articles([path.rename(tmp_path / "rows.tsv")])) == TABLE_ARTICLES


def test_long_texts_in_tables(tmp_path: Path) -> None:
    """The reader's own limit is 128 KB."""
    (article,) = read_articles([write(tmp_path / "rows.csv", "text\n" + "نص " * 200_000)])
    assert isinstance(article, Article)
    assert len(article.text) == 600_000


BAD_TABLES = [
    ("", [ReadError("", "an empty file has no header", 1)]),
    ("id,body\n1,x\n", [ReadError("", "no column 'text'; there are id, body", 1)]),
    ("id,text\n1\n2,ب\n", [ReadError("", "1 field, but the header has 2", 2), Article("ب", "2")]),
    ("text,reference_date\nأ,3/1/24\n\nب,\n", [
        ReadError("", "reference date '3/1/24' is not an ISO 8601 date such as 2024-01-03", 2), Article("ب")]),
    ('id,text\n1,"أ"x\n2,ب\n', [ReadError("", "broken row: ',' expected after '\"'", 2), Article("ب", "2")]),
    ("id,text\n1,نص طويل من عدة كلمات عربية\n2,\udcff\n3,ج\n", [
        Article("نص طويل من عدة كلمات عربية", "1"), ReadError("", "not UTF-8 text: byte 0xff at offset 60", 3),
        Article("ج", "3")]),
    ('id,text\n1,أ\n2,"ب\n3,ج\n4,د\n', [
        Article("أ", "1"), ReadError("", "broken row: unexpected end of data; lines 3 to 5 are lost", 3)]),
    ('id,text\n1,"\udcff\n"x\n2,نص طويل من عدة كلمات عربية\n', [
        ReadError("", "broken row: ',' expected after '\"'; lines 2 to 3 are lost", 2),
        Article("نص طويل من عدة كلمات عربية", "2")]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), BAD_TABLES)
def test_a_bad_row_of_a_table_costs_one_row(tmp_path: Path, table: str, expected: list[Article | ReadError]) -> None:
    path = write(tmp_path / "rows.csv", table.encode("utf-8", "surrogateescape"))
    found = unnamed(read_articles([path]))
    assert [replace_source(item, str(path)) for item in found] == expected


def replace_source(item: Article | ReadError, source: str) -> Article | ReadError:
    return ReadError(item.source.replace(source, ""), item.cause, item.line) if isinstance(item, ReadError) else item


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [
        {"key": 1, "body": "أ", "day": dt.date(2024, 1, 3), "other": 1.5},
        {"key": 2, "body": None, "day": None, "other": 2.5},
        {"key": 3, "body": "ج", "day": None, "other": 3.5},
    ]
    path = tmp_path / "rows.parquet"
    parquet.write_table(arrow.Table.from_pylist(rows), path)
    assert unnamed(read_articles([path], ReadOptions("body", "key", "day"))) == [
        Article("أ", "1", None, dt.date(2024, 1, 3)),
        ReadError(str(path), "no text: field 'body' is null, not a string", 2),
        Article("ج", "3"),
    ]
    assert unnamed(read_articles([path])) == [ReadError(str(path), "no column 'text'; there are key, body, day, other")]
    write(path, b"PAR1 nothing")
    (error,) = read_articles([path])
    assert isinstance(error, ReadError)
    assert error.cause.startswith("damaged Parquet file: ")


# --- packed files and archives ---------------------------------------------------------------------


def packed(data: bytes, packing: str) -> bytes:
    if packing == "gz":
        return gzip.compress(data)
    name = "backports.zstd" if sys.version_info < (3, 14) else "compression.zstd"
    return bytes(pytest.importorskip(name).compress(data))


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_packed_files(tmp_path: Path, packing: str) -> None:
    text = write(tmp_path / f"a.txt.{packing}", packed("نص".encode(), packing))
    rows = write(tmp_path / f"b.jsonl.{packing}", packed('{"text": "أ"}\n{"text": "ب"}'.encode(), packing))
    table = write(tmp_path / f"c.CSV.{packing.upper()}", packed("text\nج".encode(), packing))
    whole = [Article("نص", text.name, str(text)), Article("أ"), Article("ب"), Article("ج")]
    assert unnamed(read_articles([tmp_path])) == whole
    assert unnamed(read_articles([text, rows, table])) == whole


@pytest.mark.parametrize("packing", ["gz", "zst"])
def test_damaged_packed_files(tmp_path: Path, packing: str) -> None:
    row = b'{"text": "%d"}\n'
    data = packed(b"".join(row % n for n in range(20_000)), packing)
    rows = write(tmp_path / f"a.jsonl.{packing}", data[: len(data) // 2])
    text = write(tmp_path / f"b.txt.{packing}", packed("نص".encode(), packing)[:-5])
    wrong = write(tmp_path / f"c.txt.{packing}", b"no such thing")
    found = unnamed(read_articles([rows, text, wrong]))
    assert found[0] == Article("0")
    errors = [item for item in found if isinstance(item, ReadError)]
    assert [error.source for error in errors] == [str(rows), str(text), str(wrong)]
    assert all(error.cause.startswith("damaged: ") for error in errors)


MEMBERS = {
    "b.txt": "ب",
    "2024/a.txt": "أ",
    "notes.md": "x",
    ".hidden.txt": "x",
    "rows.jsonl": '{"text": "ج", "id": "3"}',
}


def archive(path: Path) -> Path:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as zipped:
            for name, text in MEMBERS.items():
                zipped.writestr(name, text)
    else:
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as tar:
            for name, text in MEMBERS.items():
                info = tarfile.TarInfo(name)
                info.size = len(text.encode())
                tar.addfile(info, io.BytesIO(text.encode()))
        packing = path.suffix[1:].replace("tgz", "gz")
        path.write_bytes(buffer.getvalue() if packing == "tar" else packed(buffer.getvalue(), packing))
    return path


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.zst"])
def test_archives(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / name)
    members = [("b.txt", "ب"), ("2024/a.txt", "أ")]
    found = [Article(text, member, f"{path}/{member}") for member, text in members]
    assert unnamed(read_articles([path])) == [*found, Article("ج", "3")]
    # In a folder the archive's own path tells the members of several apart.
    found = [Article(text, f"{name}/{member}", f"{path}/{member}") for member, text in members]
    assert unnamed(read_articles([tmp_path])) == [*found, Article("ج", "3")]


@pytest.mark.parametrize(("name", "form"), [("a.zip", "zip"), ("a.tar", "tar"), ("a.tgz", "tar.gz"), ("a.tgz", "tgz")])
def test_an_archive_under_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, form: str) -> None:
    """The format given is the archive's then; its members' suffixes say what they hold."""
    path = archive(tmp_path / name).rename(tmp_path / "download")
    options = ReadOptions(input_format=form)
    expected = [("b.txt", "ب"), ("2024/a.txt", "أ"), ("3", "ج")]
    assert [(item.id, item.text) for item in read_articles([path], options) if isinstance(item, Article)] == expected
    if form != "zip":
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(path.read_bytes())))
        assert [(item.id, item.text) for item in read_articles(["-"], options) if isinstance(item, Article)] == expected


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_damaged_archives(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / name)
    path.write_bytes(path.read_bytes()[:-700] if name == "a.tar" else path.read_bytes()[: path.stat().st_size // 2])
    *_, error = read_articles([path])
    assert name == "a.tar" or isinstance(error, ReadError)  # the end of a tar is padding
    wrong = write(tmp_path / f"b{path.suffix}", "x" * 600)
    (error,) = read_articles([wrong])
    assert isinstance(error, ReadError)
    assert (error.source, error.cause.partition(":")[0]) == (str(wrong), "damaged")


# --- pages -----------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>خبر</title>
<meta property="article:published_time" content="2024-01-03T10:00:00+03:00"></head><body>
<nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav><article><h1>قرار جديد</h1>
<p>أصدر وزير التعليم قراراً بتعيين مدير جديد للمدرسة الثانوية في العاصمة، وقال إن العمل يبدأ غداً.</p>
<p>وأضاف الوزير أن القرار رقم 25 لسنة 2024 ينشر في الجريدة الرسمية ويعمل به من تاريخ نشره فيها.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("name", ["a.html", "a.htm.gz"])
def test_pages(tmp_path: Path, charset: str, name: str) -> None:
    pytest.importorskip("trafilatura")
    data = PAGE.format(charset=charset).encode(charset)
    path = write(tmp_path / name, gzip.compress(data) if name.endswith(".gz") else data)
    (article,) = read_articles([path])
    assert isinstance(article, Article)
    assert (article.id, article.reference_date) == (name, dt.date(2024, 1, 3))
    assert "أصدر وزير التعليم قراراً" in article.text
    assert "القرار رقم 25 لسنة 2024" in article.text
    assert "الحقوق محفوظة" not in article.text


def test_pages_that_cannot_be_read(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    empty = write(tmp_path / "a.html", "<html><body></body></html>")
    wrong = write(tmp_path / "b.html", PAGE.format(charset="utf-8").encode("windows-1256"))
    first, second = read_articles([empty, wrong])
    assert first == ReadError(str(empty), "no main text found in this page")
    assert isinstance(second, ReadError)
    assert second.cause.startswith("not UTF-8 text: byte 0xce at offset ")


# --- formats, dates, extras ------------------------------------------------------------------------


def test_a_format_given_is_that_of_all_files_but_archives(tmp_path: Path) -> None:
    write(tmp_path / "a", '{"text": "أ"}')
    write(tmp_path / "b.log.gz", gzip.compress('{"text": "ب"}'.encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as zipped:
        zipped.writestr("rows", '{"text": "ج"}')
    options = ReadOptions(input_format="jsonl")
    assert unnamed(read_articles([tmp_path], options)) == [Article("أ"), Article("ب"), Article("ج")]
    with pytest.raises(ValueError, match="unknown input format 'docx'; known are txt, jsonl, "):
        ReadOptions(input_format="docx")


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("txt", "نص".encode()),
        ("csv", "text\nنص".encode()),
        ("jsonl.gz", gzip.compress('{"text": "نص"}'.encode())),
        ("txt", SENTENCE.encode("windows-1256")),
    ],
)
def test_standard_input_of_a_given_format(monkeypatch: pytest.MonkeyPatch, form: str, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (article,) = read_articles(["-"], ReadOptions(input_format=form))
    assert isinstance(article, Article)
    assert article.text in ("نص", SENTENCE)


DATES_IN_NAMES = [
    ("%Y-%m-%d", "2024-01-03.txt", "2024-01-03"),
    ("%Y-%m-%d", "news/a-2024-01-03-7.txt", "2024-01-03"),
    ("%Y/%m/%d", "2024/01/03/a.txt", "2024-01-03"),
    ("%Y%m%d", "a_20240103_1234.txt", "2024-01-03"),
    ("%Y%m%d", "a_120240103.txt", None),  # a number of nine digits
    ("%Y%m%d", "20241399-20240103.txt", "2024-01-03"),  # no such day, then a day
    ("%d.%m.%y", "03.01.24.txt", "2024-01-03"),
    ("%Y-%j", "2024-366.txt", "2024-12-31"),
    ("%Y-%m-%d", "a.txt", None),
    ("100%%-%Y-%m-%d", "100%-2024-01-03.txt", "2024-01-03"),
]


@pytest.mark.parametrize(("pattern", "name", "expected"), DATES_IN_NAMES)
def test_dates_in_names(pattern: str, name: str, expected: str | None) -> None:
    day = ReadOptions(date_from_name=pattern).date_in_name(name)
    assert (day and day.isoformat()) == expected


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("%Y-%m", "does not say a day"),
        ("day", "does not say a day"),
        ("%Y-%B-%d", "'%B' in"),
        ("%Y-%m-%d %", "'%' in"),
        ("%Y-%m-%d-%d", "holds a code twice"),
    ],
)
def test_patterns_that_are_none(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ReadOptions(date_from_name=pattern)


def test_which_date_counts(tmp_path: Path) -> None:
    """A row's field, the name, the page's metadata, the date given: the first of these that there is."""
    pytest.importorskip("trafilatura")
    rows = '{"text": "أ", "reference_date": "2021-01-01"}\n{"text": "ب"}'
    write(tmp_path / "2022-02-02.jsonl", rows)
    write(tmp_path / "2022-02-02.html", PAGE.format(charset="utf-8"))
    write(tmp_path / "page.html", PAGE.format(charset="utf-8"))
    write(tmp_path / "text.txt", "نص")
    options = ReadOptions(date_from_name="%Y-%m-%d", reference_date=dt.date(2020, 5, 5))
    days = [str(item.reference_date) for item in read_articles([tmp_path], options) if isinstance(item, Article)]
    assert days == ["2022-02-02", "2021-01-01", "2022-02-02", "2024-01-03", "2020-05-05"]


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.parquet", "pyarrow", "parquet"),
        ("a.jsonl.zst", "backports.zstd", "zstd"),
        ("a.txt.zst", "backports.zstd", "zstd"),
    ],
)
def test_a_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    if extra == "zstd" and sys.version_info >= (3, 14):
        pytest.skip("part of Python")
    monkeypatch.setitem(sys.modules, module, None)
    error, article = read_articles([write(tmp_path / name, b"x"), write(tmp_path / "b.txt", "نص")])
    assert isinstance(error, ReadError)
    assert f"pip install 'extractnews[{extra}]'" in error.cause
    assert isinstance(article, Article)


# --- large folders ---------------------------------------------------------------------------------


def test_a_large_folder_is_sorted_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = sorted(f"{n * 7919 % 1000:03}-خبر.txt" for n in range(100))
    for name in names:
        write(tmp_path / name, "نص")
    monkeypatch.setattr(inputs, "_NAMES_IN_MEMORY", 7)
    assert [item.id for item in read_articles([tmp_path]) if isinstance(item, Article)] == names


def test_a_folder_deeper_than_calls_can_be(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1100):
        folder = folder / "a"
        folder.mkdir()
    write(folder / "z.txt", "نص")
    write(tmp_path / "b.txt", "نص")
    deep = "a/" * 1100
    try:
        assert [item.id for item in read_articles([tmp_path]) if isinstance(item, Article)] == [f"{deep}z.txt", "b.txt"]
        assert input_size([tmp_path], ReadOptions()) == 8
    finally:  # removing it would go as deep
        (folder / "z.txt").unlink()
        while folder != tmp_path:
            folder.rmdir()
            folder = folder.parent


def test_of_a_folder_only_files_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "نص")
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "e.txt")
    article, error = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert error == ReadError(str(tmp_path / "d.txt"), "No such file or directory")


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes")
def test_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xc7.txt")), "نص")
    (article,) = read_articles([tmp_path])
    assert article == Article("نص", "\\xc7.txt", f"{tmp_path}/\\xc7.txt")


def test_what_a_file_takes_is_known_beforehand(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "x" * 10)
    write(tmp_path / "b" / "c.jsonl", "x" * 7)
    write(tmp_path / "d.md", "x" * 5)
    assert input_size([tmp_path, tmp_path / "a.txt"], ReadOptions()) == 27
    assert input_size([tmp_path, "-"], ReadOptions()) is None
    assert input_size([tmp_path], ReadOptions(), exclude=[str(tmp_path / "a.txt")]) == 7


def test_files_are_not_opened_before_they_are_parsed(tmp_path: Path) -> None:
    """The process that leads a run does not read what its workers will."""
    path: Any = write(tmp_path / "a.txt", "نص")
    (raw,) = find_articles([path], ReadOptions())
    assert not isinstance(raw, ReadError)
    assert raw.data == str(path)
