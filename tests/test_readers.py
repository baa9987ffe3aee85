"""Files, folders and rows become articles; what is wrong with one comes as a value with file, line and cause."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractnews import Article
from extractnews.io.readers import ReadError, ReadOptions, article_of_row, read_articles


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "خبر.txt", "أعلن\nالوزير")
    assert list(read_articles([path])) == [Article("أعلن\nالوزير", "خبر.txt", str(path))]


@pytest.mark.parametrize("text", ["أ\r\nب\rج", "\ufeffأ", "", "\u2028أ\x0b", "أ\n"])
def test_text_is_the_files_own_characters(tmp_path: Path, text: str) -> None:
    (article,) = read_articles([write(tmp_path / "a.txt", text)])
    assert isinstance(article, Article)
    assert article.text == text


def test_folder_is_read_at_any_depth_in_the_order_of_the_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "A.TXT", "notes.md", "rows.jsonl", "a-b.txt"):
        write(tmp_path / name, "نص")
    articles = list(read_articles([tmp_path]))
    names = ["A.TXT", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
    assert [article.id for article in articles if isinstance(article, Article)] == names
    assert len(articles) == len(names)


def test_rows(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": "أ", "reference_date": "2024-01-03", "source": "صحيفة", "documents": []},
        {"id": 2, "text": "", "reference_date": None},
        {"text": "ج", "reference_date": "2024-01-03T23:00:00+03:00", "source": 3},
    ]
    path = write(tmp_path / "rows.jsonl", "\ufeff" + "\n\n".join(map(json.dumps, rows)) + "\n")
    day = dt.date(2024, 1, 3)
    assert list(read_articles([path])) == [
        Article("أ", "1", "صحيفة", day),
        Article("", "2", None, None),
        Article("ج", None, None, day),
    ]


def test_field_names(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.ndjson", '{"key": "k", "body": "أ", "day": "2024-01-03", "text": "x", "id": "y"}')
    articles = list(read_articles([path], ReadOptions("body", "key", "day")))
    assert articles == [Article("أ", "k", None, dt.date(2024, 1, 3))]


BAD_ROWS = [
    ("{", "broken JSON: Expecting property name enclosed in double quotes at column 2"),
    ("قال", "broken JSON: Expecting value at column 1"),
    ('{"text": "أ"} x', "broken JSON: Extra data at column 15"),
    ('{"text": "أ" ', "broken JSON: Expecting ',' delimiter"),
    ("[" * 100_000, "broken JSON: maximum recursion depth exceeded"),
    ('{"id": ' + "1" * 5000 + ', "text": ""}', "broken JSON: Exceeds the limit"),
    ('["text"]', "a JSON object is wanted, not list"),
    ("null", "a JSON object is wanted, not NoneType"),
    ('{"id": "1"}', "no text: field 'text' is missing"),
    ('{"text": null}', "no text: field 'text' is NoneType, not a string"),
    ('{"text": 5}', "no text: field 'text' is int, not a string"),
    ('{"text": "أ", "id": ["1"]}', "field 'id' is neither a string nor a whole number"),
    ('{"text": "أ", "id": true}', "field 'id' is neither a string nor a whole number"),
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
    first, error, last = read_articles([path])
    assert isinstance(error, ReadError)
    assert (error.source, error.line) == (str(path), 3)
    assert cause in error.cause
    assert str(error).startswith(f"{path}:3: ")
    assert [first, last] == [Article("a"), Article("b")]


BAD_TEXTS = [
    (b"a\nb\xff\n", 2, "not UTF-8 text: byte 0xff at offset 3"),
    ("أعلن".encode("utf-16"), 1, "not UTF-8 text: byte 0xff at offset 0"),
    ("أعلن".encode("cp1256"), 1, "not UTF-8 text: byte 0xc3 at offset 0"),
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
    write(tmp_path / "a.csv", "text")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    paths = [tmp_path / "absent.txt", tmp_path / "a.csv", tmp_path / "empty", tmp_path / "loop.txt"]
    assert [
        (Path(str(error.source)).name, error.cause) for error in read_articles(paths) if isinstance(error, ReadError)
    ] == [
        ("absent.txt", "no such file or folder"),
        ("a.csv", "unknown kind of file: .txt, .jsonl and .ndjson are read"),
        ("empty", "no .txt file in this folder; a .jsonl file is given by its own path"),
        ("loop.txt", "no such file or folder"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_without_permission(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "x")
    path.chmod(0)
    assert list(read_articles([path])) == [ReadError(str(path), "Permission denied")]


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
    assert list(read_articles(["-"])) == expected


def test_rows_are_read_lazily(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", b'{"text": "a"}\n' * 10_000 + b"broken")
    articles = read_articles([path, tmp_path / "absent"])
    assert next(articles) == Article("a")
    path.unlink()
    assert next(articles) == Article("a")


def test_article_of_row_raises() -> None:
    with pytest.raises(ValueError, match="no text: field 'body' is missing"):
        article_of_row({"text": "أ"}, ReadOptions(text_field="body"))
