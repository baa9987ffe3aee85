"""From files to articles: text, pages, rows, archives and folders of them; lazily.

What cannot be read comes as a `ReadError` in its place among the articles, so that one bad row costs one row; only a
quote in a table that opens and does not close takes the rows behind it along. Texts are the files' own characters,
exactly as they are decoded: line ends and a byte order mark are kept, because the records' offsets count them.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from extractnews.article import Article, as_article
from extractnews.io.encodings import UndecodableError, check_encoding, decode, is_wide
from extractnews.io.extras import MissingExtraError, import_trafilatura
from extractnews.io.inputs import RawArticle, find_articles, listed, unpacked
from extractnews.io.options import ReadError, ReadOptions

__all__ = ["ReadError", "ReadOptions", "article_of_row", "parse_article", "read_articles", "read_rows"]

_CHARSET_RE: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# No page is newer; the day of the run would make two runs differ.
_LATEST: Final = "2100-01-01"
_DATE_OPTIONS: Final = {"original_date": True, "extensive_search": False, "max_date": _LATEST}


def read_articles(
    paths: Iterable[Path | str] | Path | str, options: ReadOptions | None = None
) -> Iterator[Article | ReadError]:
    """The articles of files, folders and archives, in the order given, each folder's in the order of their paths.

    Args:
        paths: one or many: text files and pages (one article each; its id is the file's name), tables and JSON Lines
            (one article a row; without an id its id is the file's name, `:` and its line), archives of them, folders
            (every such file in them, at any depth; the name is the path within the folder, with `/`), or `-` for
            standard input: JSON Lines where it begins with `{`, otherwise one article of plain text, and none where
            it is empty.
        options: how to read them.
    """
    options = options or ReadOptions()
    for item in find_articles(listed(paths), options):
        yield item if isinstance(item, ReadError) else parse_article(item, options)


def parse_article(raw: RawArticle, options: ReadOptions) -> Article | ReadError:
    """An article from what stands in its file."""
    try:
        if raw.kind == "row":
            article = article_of_row(raw.data, options)  # type: ignore[arg-type]
        elif raw.kind == "json":
            article = article_of_row(_parse_line(raw.data, options.encoding), options)  # type: ignore[arg-type]
        else:
            return _whole_article(raw, options)
    except ValueError as error:
        return ReadError(raw.source, str(error), raw.line)
    if article.id is None:  # named as a file is, so that its records say which row they are of
        article = replace(article, id=f"{raw.name or raw.source}:{raw.line}", source=article.source or raw.source)
    if article.reference_date is None:
        article = replace(article, reference_date=options.date_in_name(raw.name) or options.reference_date)
    return article


# --- one article a file ----------------------------------------------------------------------------


def _whole_article(raw: RawArticle, options: ReadOptions) -> Article | ReadError:
    data = b""
    try:
        data = _bytes_of(raw)
        if raw.kind == "html":
            text, day = _page(data, options.encoding)
        else:
            text, day = decode(data, options.encoding), None
    except MissingExtraError as error:
        return ReadError(raw.source, str(error))
    except UndecodableError as error:
        return ReadError(raw.source, str(error), data.count(b"\n", 0, error.offset) + 1)
    except ValueError as error:
        return ReadError(raw.source, str(error))
    except (OSError, EOFError) as error:
        return ReadError(raw.source, getattr(error, "strerror", None) or f"damaged: {error}")
    day = options.date_in_name(raw.name) or day or options.reference_date
    return Article(text, raw.name or None, raw.source, day)


def _bytes_of(raw: RawArticle) -> bytes:
    data = Path(raw.data).read_bytes() if isinstance(raw.data, str) else raw.data
    assert isinstance(data, bytes)
    if not raw.packing:
        return data
    try:
        with unpacked(io.BytesIO(data), raw.packing) as stream:
            return stream.read()
    except zlib.error as error:
        raise EOFError(str(error)) from None


def _page(data: bytes, encoding: str | None) -> tuple[str, dt.date | None]:
    """The main text of a page and its day of publication.

    Raises:
        MissingExtraError: if trafilatura is not installed.
        ValueError: if it has no main text; UndecodableError if it cannot be decoded.
    """
    trafilatura = import_trafilatura()
    page = trafilatura.bare_extraction(
        decode(data, encoding or _declared_encoding(data)).removeprefix("\ufeff"),
        include_comments=False,
        with_metadata=True,
        date_extraction_params=dict(_DATE_OPTIONS),
    )
    if page is None or not page.text:
        raise ValueError("no main text found in this page")
    try:
        day = dt.date.fromisoformat(page.date or "")
    except ValueError:
        day = None
    return page.text, day


def _declared_encoding(data: bytes) -> str | None:
    """What the page says of itself, if Python knows it."""
    match = _CHARSET_RE.search(data, 0, 4096)
    # What is stored as UTF-16 or begins with a byte order mark says so itself; its declaration cannot be right.
    if match is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    try:
        return check_encoding(match[1].decode("ascii", "replace"))
    except ValueError:
        return None


# --- rows ------------------------------------------------------------------------------------------


def read_rows(path: Path | str) -> Iterator[tuple[int, dict[str, Any]] | ReadError]:
    """The objects of a JSON Lines file with their line numbers; blank lines are skipped."""
    for raw in find_articles([path], ReadOptions(input_format="jsonl")):
        if isinstance(raw, ReadError):
            yield raw
            continue
        try:
            yield raw.line or 0, _parse_line(raw.data, None)  # type: ignore[arg-type]
        except ValueError as error:
            yield ReadError(raw.source, str(error), raw.line)


def _parse_line(line: bytes, encoding: str | None) -> dict[str, Any]:
    """The object of a line of JSON.

    Raises:
        ValueError: if it is none.
    """
    text = decode(line, "utf-8" if encoding is None or is_wide(encoding) else encoding)
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"broken JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise ValueError(f"broken JSON: {error}") from None
    if not isinstance(row, dict):
        raise ValueError(f"a JSON object is wanted, not {_kind(row)}")
    return row


def article_of_row(row: Mapping[str, Any], options: ReadOptions | None = None) -> Article:
    """The article of one row; a source that is no string is left out.

    Raises:
        ValueError: if the text is missing or no string, the id neither string nor whole number, or the
            reference date no ISO date.
    """
    options = options or ReadOptions()
    text, source = row.get(options.text_field), row.get("source")
    if not isinstance(text, str):
        what = f"is {_kind(text)}, not a string" if options.text_field in row else "is missing"
        raise ValueError(f"no text: field {options.text_field!r} {what}")
    article = as_article(
        {
            "text": text,
            "id": row.get(options.id_field),
            "source": source if isinstance(source, str) else None,
            "reference_date": row.get(options.date_field),
        }
    )
    for value in (article.text, article.id, article.source):
        if value is not None and not _is_unicode(value):
            raise ValueError("half of a surrogate pair (a \\ud800 to \\udfff escape without its other half)")
    return article


def _kind(value: Any) -> str:
    """What a value is in the words of JSON."""
    names = {"NoneType": "null", "bool": "a boolean", "int": "a number", "float": "a number", "str": "a string"}
    name = type(value).__name__
    return names.get(name) or {"list": "an array", "dict": "an object"}.get(name, name)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
