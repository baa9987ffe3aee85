"""From files to articles: plain text, folders of it, JSON Lines, standard input; lazily.

What cannot be read comes as a `ReadError` in its place among the articles, so that one bad row costs one
row. Texts are the files' own characters, exactly as UTF-8 decodes them: line ends and a byte order mark
are kept, because the records' offsets count them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

from extractnews.article import Article
from extractnews.pipeline import as_date

TEXT_SUFFIXES: Final = frozenset({".txt"})
ROW_SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})
STDIN: Final = "-"
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ReadError:
    """Something that could not be read; its `str` is a message for people.

    Attributes:
        source: the file or folder, as given; `<stdin>` for standard input.
        cause: what is wrong with it.
        line: number of the line, from 1; None where the whole file is meant.
    """

    source: str
    cause: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.cause}"


@dataclass(frozen=True)
class Fields:
    """Names of the fields of a JSON row.

    Attributes:
        text: the article's text, a string.
        id: its id, a string or a whole number; may be absent.
        date: its reference date in ISO 8601; may be absent or null.
    """

    text: str = "text"
    id: str = "id"
    date: str = "reference_date"


def read_articles(paths: Iterable[Path | str], fields: Fields | None = None) -> Iterator[Article | ReadError]:
    """The articles of files and folders, in the order given, each folder's in the order of their paths.

    Args:
        paths: `.txt` files (one article each; its id is the file's name), folders (every `.txt` file
            in them, at any depth; its id is the path within the folder, with `/`), `.jsonl` or `.ndjson`
            files (one article a line), or `-` for standard input: JSON Lines where it begins with `{`,
            otherwise one article of plain text, and none where it is empty.
        fields: the names of the fields in JSON rows.
    """
    fields = fields or Fields()
    for given in paths:
        name = str(given)
        path = Path(given)
        if name == STDIN:
            yield from _read_stdin(sys.stdin.buffer, fields)
        elif path.is_dir():
            yield from _read_folder(path)
        elif not path.exists():
            yield ReadError(name, "no such file or folder")
        elif path.suffix.lower() in TEXT_SUFFIXES:
            yield _read_text(path, path.name)
        elif path.suffix.lower() in ROW_SUFFIXES:
            yield from _read_rows(path, fields)
        else:
            yield ReadError(name, "unknown kind of file: .txt, .jsonl and .ndjson are read")


def read_rows(path: Path | str) -> Iterator[tuple[int, dict[str, Any]] | ReadError]:
    """The objects of a JSON Lines file with their line numbers; blank lines are skipped."""
    try:
        with Path(path).open("rb") as file:
            yield from _parse_rows(file, str(path))
    except OSError as error:
        yield ReadError(str(path), error.strerror or str(error))


def _read_folder(folder: Path) -> Iterator[Article | ReadError]:
    unreadable: list[OSError] = []
    names: list[str] = []
    for parent, _, files in os.walk(folder, onerror=unreadable.append):
        inside = Path(parent).relative_to(folder)
        names.extend((inside / file).as_posix() for file in files if Path(file).suffix.lower() in TEXT_SUFFIXES)
    for error in unreadable:
        yield ReadError(str(error.filename), error.strerror or str(error))
    if not names and not unreadable:
        yield ReadError(str(folder), "no .txt file in this folder; a .jsonl file is given by its own path")
    for name in sorted(names):
        yield _read_text(folder / name, name)


def _read_text(path: Path, article_id: str) -> Article | ReadError:
    try:
        data = path.read_bytes()
    except OSError as error:
        return ReadError(str(path), error.strerror or str(error))
    return _as_text_article(data, str(path), article_id)


def _as_text_article(data: bytes, source: str, article_id: str | None) -> Article | ReadError:
    text = _decode(data)
    if isinstance(text, str):
        return Article(text, article_id, source)
    cause, offset = text
    return ReadError(source, cause, data.count(b"\n", 0, offset) + 1)


def _decode(data: bytes) -> str | tuple[str, int]:
    """The text, or why it is none and the byte offset of the first thing that is wrong."""
    if b"\0" in data:
        return "not text: it holds a NUL byte", data.index(b"\0")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 text: byte 0x{data[error.start]:02x} at offset {error.start}", error.start


def _read_stdin(stream: BinaryIO, fields: Fields) -> Iterator[Article | ReadError]:
    skipped: list[bytes] = []
    for line in stream:
        skipped.append(line)
        if line.removeprefix(_BOM).strip():
            break
    if not skipped:
        return
    if skipped[-1].removeprefix(_BOM).lstrip().startswith(b"{"):
        yield from _to_articles(_parse_rows(chain(skipped, stream), "<stdin>"), "<stdin>", fields)
    else:
        yield _as_text_article(b"".join(skipped) + stream.read(), "<stdin>", None)


def _read_rows(path: Path, fields: Fields) -> Iterator[Article | ReadError]:
    return _to_articles(read_rows(path), str(path), fields)


def _parse_rows(lines: Iterable[bytes], source: str) -> Iterator[tuple[int, dict[str, Any]] | ReadError]:
    for number, line in enumerate(lines, 1):
        data = (line.removeprefix(_BOM) if number == 1 else line).rstrip()
        if not data:
            continue
        text = _decode(data)
        if not isinstance(text, str):
            yield ReadError(source, text[0], number)
            continue
        try:
            row = json.loads(text)
        except json.JSONDecodeError as error:
            yield ReadError(source, f"broken JSON: {error.msg} at column {error.colno}", number)
        except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
            yield ReadError(source, f"broken JSON: {error}", number)
        else:
            if isinstance(row, dict):
                yield number, row
            else:
                yield ReadError(source, f"a JSON object is wanted, not {type(row).__name__}", number)


def _to_articles(
    rows: Iterable[tuple[int, dict[str, Any]] | ReadError], source: str, fields: Fields
) -> Iterator[Article | ReadError]:
    for item in rows:
        if isinstance(item, ReadError):
            yield item
            continue
        number, row = item
        try:
            yield article_of_row(row, fields)
        except ValueError as error:
            yield ReadError(source, str(error), number)


def article_of_row(row: dict[str, Any], fields: Fields | None = None) -> Article:
    """The article of one JSON row.

    Raises:
        ValueError: if the text is missing or no string, the id neither string nor whole number, or the
            reference date no ISO date.
    """
    fields = fields or Fields()
    text = row.get(fields.text)
    if not isinstance(text, str):
        what = f"is {type(text).__name__}, not a string" if fields.text in row else "is missing"
        raise ValueError(f"no text: field {fields.text!r} {what}")
    identifier = row.get(fields.id)
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | None):
        raise ValueError(f"field {fields.id!r} is neither a string nor a whole number")
    source = row.get("source")
    article = Article(
        text,
        None if identifier is None else str(identifier),
        source if isinstance(source, str) else None,
        as_date(row.get(fields.date)),
    )
    for value in (article.text, article.id, article.source):
        if value is not None and not _is_unicode(value):
            raise ValueError("half of a surrogate pair (a \\ud800 to \\udfff escape without its other half)")
    return article


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
