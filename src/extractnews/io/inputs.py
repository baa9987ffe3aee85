"""From paths to articles as they stand in files: folders walked, archives opened, rows cut, nothing parsed yet.

What comes out is cheap to make, small to send to another process, and always in the same order.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import heapq
import lzma
import os
import pickle
import stat
import sys
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, Final, NamedTuple

from extractnews.io.encodings import UndecodableError, detect, is_damaged_utf8, is_wide
from extractnews.io.extras import MissingExtraError, import_pyarrow, import_zstd
from extractnews.io.options import (
    INPUT_FORMATS,
    InputFormat,
    ReadError,
    ReadOptions,
)

STDIN: Final = "-"
_STDIN_NAME: Final = "<stdin>"
_BOM: Final = b"\xef\xbb\xbf"
# Names of a folder that are sorted in memory; more are sorted in parts, on disk.
_NAMES_IN_MEMORY: Final = 100_000
# Bytes of a table from which its encoding is told.
_HEAD: Final = 1 << 20
_BLOCK: Final = 1 << 16
_PARQUET_ROWS: Final = 256
DAMAGED: Final = (EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, NotImplementedError)
"""What reading a damaged file or archive raises, over and above OSError."""


class RawArticle(NamedTuple):
    """An article as it stands in its file.

    Attributes:
        kind: `txt`, `html`, `json` (a line of JSON) or `row` (the fields of a table's row).
        source: where it is, for people and for the article's `source`.
        name: its path within what was given, with `/`.
        line: number of its line or row, from 1; None where it is a whole file.
        size: in bytes, about.
        stamp: changes when the article does: the file's time of change in nanoseconds, or a checksum.
        packing: `gz`, `zst` or nothing: how `data` is packed.
        data: its bytes, a table row's fields, or the path of the file to read.
    """

    kind: str
    source: str
    name: str
    line: int | None
    size: int
    stamp: int
    packing: str
    data: bytes | Mapping[str, Any] | str


@dataclass
class Tally:
    """How many bytes of the files have been reached, for showing progress."""

    done: int = 0


Found = Iterator[RawArticle | ReadError]


def listed(paths: Iterable[Path | str] | Path | str) -> Iterable[Path | str]:
    """Paths; a single one stands for the list of itself."""
    return [paths] if isinstance(paths, Path | str) else paths


def find_articles(
    paths: Iterable[Path | str], options: ReadOptions, exclude: Collection[str] = (), tally: Tally | None = None
) -> Found:
    """The articles of files, folders and archives, as they stand there, in the order given.

    Args:
        paths: what to read; `-` is standard input.
        options: how to read it.
        exclude: real paths of files and folders that are left out of folders (a run's own output).
        tally: counts the bytes reached.
    """
    finder = _Finder(options, frozenset(exclude), tally or Tally())
    for path in paths:
        yield from finder.find(str(path))


def input_size(paths: Iterable[Path | str], options: ReadOptions, exclude: Collection[str] = ()) -> int | None:
    """Bytes of all files that `find_articles` would reach; None where standard input is among them."""
    total = 0
    finder = _Finder(options, frozenset(exclude), Tally())
    for given in map(str, paths):
        if given == STDIN:
            return None
        if os.path.isdir(given):  # noqa: PTH112 - a Path raises where a folder cannot be searched
            total += sum(_size(path) for path, _ in finder.walk(given) if isinstance(path, str))
        else:
            total += _size(given)
    return total


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0


@dataclass
class _Finder:
    options: ReadOptions
    exclude: frozenset[str]
    tally: Tally

    def __post_init__(self) -> None:
        self._excluded_names = {Path(path).name for path in self.exclude}

    def find(self, given: str) -> Found:
        if given == STDIN:
            yield from self._stdin(sys.stdin.buffer)
            return
        try:
            mode = os.stat(given).st_mode  # noqa: PTH116 - a Path hides some errors and raises others
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            is_absent = isinstance(error, FileNotFoundError) and given
            cause = "no such file or folder" if is_absent else _cause(error) if given else "the path is empty"
            yield ReadError(shown(given) or '""', cause)
            return
        if stat.S_ISDIR(mode):
            yield from self._folder(given)
        else:
            form = self.options.format_of(given)
            if form is None:
                known = ", ".join(f".{suffix}" for suffix in INPUT_FORMATS)
                yield ReadError(
                    shown(given), f"unknown kind of file: {known} are read, others if their format is given"
                )
            else:
                yield from self._file(given, Path(given).name, form, prefix="")

    # --- folders

    def _folder(self, folder: str) -> Found:
        empty = True
        for path, name in self.walk(folder):
            empty = False
            if isinstance(path, ReadError):
                yield path
                continue
            form = self.options.format_of(name)
            if form is not None:
                yield from self._file(path, name, form, prefix=f"{shown(name)}/")
        if empty:
            yield ReadError(shown(folder), "no file in this folder is of a kind that can be read")

    def walk(self, folder: str) -> Iterator[tuple[str | ReadError, str]]:
        """The files of a folder, at any depth, with their paths within it, in the order of these."""
        # The folders on the way down, each with its path within the first, and its names that are left.
        way: list[tuple[str, str, Iterator[str]]] = []
        below, inside = folder, ""
        while True:
            try:
                way.append((below, inside, _sorted_names(below, self._is_wanted)))
            except OSError as error:
                yield ReadError(shown(below), _cause(error)), inside
            while way:
                folder, inside, names = way[-1]
                name = next(names, None)
                if name is None:
                    way.pop()
                    continue
                path = os.path.join(folder, name.rstrip("/"))  # noqa: PTH118 - a Path for each of a million is slow
                if self._is_excluded(path, name.rstrip("/")):
                    continue
                if name.endswith("/"):
                    below, inside = path, inside + name
                    break
                yield path, inside + name
            else:
                return

    def _is_excluded(self, path: str, name: str) -> bool:
        # Following links takes long: only where the name says that it may be one.
        return name in self._excluded_names and os.path.realpath(path) in self.exclude

    def _is_wanted(self, name: str) -> bool:
        return self.options.format_of(name) is not None

    # --- files

    def _file(self, path: str, name: str, form: InputFormat, prefix: str) -> Found:
        """The articles of a file; `prefix` goes before the names of an archive's members."""
        source = shown(path)
        before = self.tally.done
        try:
            status = os.stat(path)  # noqa: PTH116
            if form.is_one_article:
                yield RawArticle(
                    form.kind, source, shown(name), None, status.st_size, status.st_mtime_ns, form.packing, path
                )
            elif form.kind == "parquet":
                yield from self._parquet(path, source, shown(name))
            elif form.kind == "zip":
                yield from self._zip(path, source, prefix)
            else:
                with Path(path).open("rb") as file, unpacked(file, form.packing) as stream:
                    for item in self._stream(stream, source, prefix if form.kind == "tar" else shown(name), form):
                        self.tally.done = before + file.tell()
                        yield item
        except MissingExtraError as error:
            yield ReadError(source, str(error))
        except (OSError, *DAMAGED) as error:
            yield ReadError(source, _damage(error))
        self.tally.done = before + _size(path)

    def _stream(self, stream: IO[bytes], source: str, name: str, form: InputFormat) -> Found:
        if form.kind == "jsonl":
            return self._lines(stream, source, name)
        if form.kind in ("csv", "tsv"):
            return self._table(stream, source, name, form.kind)
        if form.kind == "tar":
            return self._tar(stream, source, name)
        return iter((_whole(form.kind, source, name, stream.read()),))

    def _stdin(self, stream: BinaryIO) -> Found:
        form = self.options.format
        if form is not None:
            if form.kind in ("parquet", "zip"):
                yield ReadError(_STDIN_NAME, f"{form.kind} cannot be read from standard input")
                return
            try:
                with unpacked(stream, form.packing) as data:
                    yield from self._stream(data, _STDIN_NAME, "", form)
            except MissingExtraError as error:
                yield ReadError(_STDIN_NAME, str(error))
            except (OSError, *DAMAGED) as error:
                yield ReadError(_STDIN_NAME, _damage(error))
            return
        skipped: list[bytes] = []
        for line in stream:
            skipped.append(line)
            if line.removeprefix(_BOM).strip():
                break
        if not skipped:
            return
        if skipped[-1].removeprefix(_BOM).lstrip().startswith(b"{"):
            yield from self._lines(chain(skipped, stream), _STDIN_NAME, "")
        else:
            yield _whole("txt", _STDIN_NAME, "", b"".join(skipped) + stream.read())

    # --- rows

    def _lines(self, lines: Iterable[bytes], source: str, name: str) -> Found:
        number = 0
        try:
            if is_wide(self.options.encoding):
                text = decoded_lines(lines, self.options.encoding or "")
                lines = (line.text.encode("utf-8", "surrogatepass") for line in text)
            for number, line in enumerate(lines, 1):
                data = (line.removeprefix(_BOM) if number == 1 else line).rstrip()
                if data:
                    yield RawArticle("json", source, name, number, len(data), zlib.crc32(data), "", data)
        except (OSError, *DAMAGED) as error:
            yield ReadError(source, _damage(error), number + 1)
        except UndecodableError as error:
            yield ReadError(source, str(error), number + 1)

    def _table(self, stream: IO[bytes], source: str, name: str, kind: str) -> Found:
        try:
            encoding, lines = _text_lines(stream, self.options.encoding)
        except UndecodableError as error:
            yield ReadError(source, str(error))
            return
        table = _TableReader(lines, encoding, self.options, kind)
        try:
            table.read_header()
            for line, fields in table.rows():
                if isinstance(fields, str):
                    yield ReadError(source, fields, line)
                else:
                    yield _row(source, name, line, fields, self.options)
        except (OSError, *DAMAGED) as error:
            yield ReadError(source, _damage(error), table.line + 1)
        except ValueError as error:  # the header, or bytes after which nothing can be read
            yield ReadError(source, str(error), table.line + 1)

    def _parquet(self, path: str, source: str, name: str) -> Found:
        arrow = import_pyarrow()
        from pyarrow import parquet

        names = [self.options.text_field, self.options.id_field, self.options.date_field, "source"]
        try:
            with parquet.ParquetFile(path) as file:
                columns = [column for column in dict.fromkeys(names) if column in file.schema_arrow.names]
                if names[0] not in columns:
                    yield ReadError(source, f"no column {names[0]!r}; there are {', '.join(file.schema_arrow.names)}")
                    return
                number = 0
                for batch in file.iter_batches(batch_size=_PARQUET_ROWS, columns=columns):
                    for fields in batch.to_pylist():
                        number += 1
                        yield _row(source, name, number, fields, self.options)
        except arrow.ArrowException as error:
            yield ReadError(source, f"damaged Parquet file: {str(error).splitlines()[0]}")

    # --- archives

    def _zip(self, path: str, source: str, prefix: str) -> Found:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield from self._member(info.filename, partial(archive.open, info), source, prefix)

    def _tar(self, stream: IO[bytes], source: str, prefix: str) -> Found:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                if info.isfile():
                    yield from self._member(info.name, partial(archive.extractfile, info), source, prefix)
                archive.members = []  # type: ignore[attr-defined] # else the list of all members grows with the archive

    def _member(self, member: str, open_: Callable[[], Any], source: str, prefix: str) -> Found:
        form = self.options.format_of_member(member)
        if form is None or any(part.startswith(".") for part in PurePosixPath(member).parts):
            return
        place, inside = f"{source}/{shown(member)}", f"{prefix}{shown(member)}"
        if form.is_archive or form.kind == "parquet":
            yield ReadError(place, f"{form.kind} within an archive is not read")
            return
        try:
            with open_() as stream:
                if form.is_one_article:
                    yield _whole(form.kind, place, inside, stream.read(), form.packing)
                else:
                    with unpacked(stream, form.packing) as rows:
                        yield from self._stream(rows, place, inside, form)
        except MissingExtraError as error:
            yield ReadError(place, str(error))
        except (OSError, RuntimeError, *DAMAGED) as error:  # RuntimeError: an encrypted member of a zip
            yield ReadError(place, _damage(error))


def shown(path: str) -> str:
    r"""A path as text that can be written anywhere: bytes of a name that are not UTF-8 as `\xff`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _damage(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"damaged: {str(error) or type(error).__name__}"


def _cause(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _whole(kind: str, source: str, name: str, data: bytes, packing: str = "") -> RawArticle:
    return RawArticle(kind, source, name, None, len(data), zlib.crc32(data), packing, data)


def _row(source: str, name: str, line: int, fields: Mapping[str, Any], options: ReadOptions) -> RawArticle:
    text = fields.get(options.text_field)
    data = repr(tuple(fields.values())).encode("utf-8", "backslashreplace")
    size = 2 * len(text) if isinstance(text, str) else 0
    return RawArticle("row", source, name, line, size, zlib.crc32(data), "", fields)


def _sorted_names(folder: str, is_wanted: Callable[[str], bool]) -> Iterator[str]:
    """The visible names of a folder, those of folders with a `/` at the end, sorted, in bounded memory.

    With the `/` the order is that of the full paths: `a-b.txt`, `a.txt`, `a/b.txt`.
    """
    parts: list[Iterator[str]] = []
    names: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                names.append(entry.name + "/")
            elif is_wanted(entry.name) and _is_file_or_broken_link(entry):
                names.append(entry.name)
            if len(names) >= _NAMES_IN_MEMORY:
                parts.append(_on_disk(sorted(names)))
                names = []
    names.sort()
    return heapq.merge(*parts, names) if parts else iter(names)


def _is_file_or_broken_link(entry: os.DirEntry[str]) -> bool:
    # A pipe would block; a link that leads nowhere is an error to be told.
    return entry.is_file() or (entry.is_symlink() and not entry.is_dir())


def _on_disk(names: list[str]) -> Iterator[str]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the iterator closes it
    for name in names:
        pickle.dump(name, file)
    file.seek(0)

    def read() -> Iterator[str]:
        with file:
            for _ in range(count):
                yield pickle.load(file)

    count = len(names)
    return read()


@contextmanager
def unpacked(file: IO[bytes], packing: str) -> Iterator[IO[bytes]]:
    """The contents of a packed file as a stream.

    Raises:
        MissingExtraError: if what unpacks it is not installed.
    """
    if packing == "gz":
        with gzip.GzipFile(fileobj=file) as stream:
            yield stream  # type: ignore[misc]
    elif packing == "zst":
        zstd = import_zstd()
        try:
            with zstd.open(file) as stream:
                yield stream
        except zstd.ZstdError as error:
            raise EOFError(str(error)) from None
    else:
        yield file


class _Line(NamedTuple):
    """A line of a table, with its end.

    Attributes:
        text: undecodable bytes are halves of surrogate pairs, as `surrogateescape` makes them.
        offset: of its first byte in the file.
    """

    text: str
    offset: int


def decoded_lines(blocks: Iterable[bytes], encoding: str) -> Iterator[_Line]:
    """Bytes of any cut as lines of text.

    Raises:
        UndecodableError: where nothing can be read on.
    """
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
    rest, start, taken = "", 0, 0
    for block in chain(blocks, (b"",)):
        try:
            rest += decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            offset = taken - len(decoder.getstate()[0]) + error.start
            cause = f"not {encoding.upper()} text: byte 0x{error.object[error.start]:02x} at offset {offset}"
            raise UndecodableError(cause, offset) from None
        taken += len(block)
        *lines, rest = rest.split("\n")
        for line in lines:
            yield _Line(line + "\n", start)
            start += len((line + "\n").encode(encoding, "surrogateescape"))
    if rest:
        yield _Line(rest, start)


def _text_lines(stream: IO[bytes], encoding: str | None) -> tuple[str, Iterator[_Line]]:
    head = stream.read(_HEAD)
    if encoding is None:
        whole_lines = head[: head.rfind(b"\n") + 1] if len(head) == _HEAD and b"\0" not in head else head
        try:
            encoding = detect(whole_lines)
        except UndecodableError:
            # A few wrong bytes in UTF-8 cost their rows only; anything else could be no text at all.
            if b"\0" in head or not is_damaged_utf8(whole_lines):
                raise
            encoding = "utf-8"
    blocks = iter(lambda: stream.read(_BLOCK), b"")
    return encoding, decoded_lines(chain((head,), blocks), encoding)


@dataclass
class _TableReader:
    """The rows of a CSV or TSV file by the names in its header."""

    lines: Iterator[_Line]
    encoding: str
    options: ReadOptions
    kind: str
    line: int = 0
    _bad: list[tuple[int, str]] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _rows: Any = None

    def read_header(self) -> None:
        """Find the separator and the names.

        Raises:
            ValueError: if the text's column is missing.
        """
        csv.field_size_limit(sys.maxsize)
        first = next(self.lines, None)
        if first is None:
            raise ValueError("an empty file has no header")
        header = first._replace(text=first.text.removeprefix("\ufeff"))
        separators = "\t" if self.kind == "tsv" else ",;\t"
        for separator in separators:
            self._names = next(csv.reader([header.text], delimiter=separator))
            if self.options.text_field in self._names:
                break
        else:
            self._names = next(csv.reader([header.text], delimiter=separators[0]))
            raise ValueError(f"no column {self.options.text_field!r}; there are {', '.join(self._names)}")
        self.line = 1
        self._rows = csv.reader(self._checked(), delimiter=separator, strict=True)

    def rows(self) -> Iterator[tuple[int, dict[str, str] | str]]:
        """The rows with their first lines' numbers; what is wrong with a row in place of its fields."""
        wanted = {self.options.text_field, self.options.id_field, self.options.date_field, "source"}
        optional = wanted - {self.options.text_field}
        while True:
            first = self.line + 1
            try:
                values = next(self._rows)
            except StopIteration:
                return
            except csv.Error as error:
                self._bad.clear()
                lost = f"; lines {first} to {self.line} are lost" if self.line > first else ""
                yield first, f"broken row: {error}{lost}"
                continue
            if self._bad:
                yield self._bad[0]
                self._bad.clear()
            elif values and len(values) != len(self._names):
                count = "1 field" if len(values) == 1 else f"{len(values)} fields"
                yield first, f"{count}, but the header has {len(self._names)}"
            elif values:
                pairs = zip(self._names, values, strict=True)
                yield (
                    first,
                    {name: value for name, value in pairs if name in wanted and (value or name not in optional)},
                )

    def _checked(self) -> Iterator[str]:
        for text, offset in self.lines:
            self.line += 1
            try:
                text.encode("utf-8")
            except UnicodeEncodeError as error:
                before = len(text[: error.start].encode(self.encoding, "surrogateescape"))
                byte = ord(text[error.start]) & 0xFF
                cause = f"not {self.encoding.upper()} text: byte 0x{byte:02x} at offset {offset + before}"
                self._bad.append((self.line, cause))
            yield text
