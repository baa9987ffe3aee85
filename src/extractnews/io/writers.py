"""From records to files that appear whole or not at all, and that a later run can continue.

A format has two sides. Its encoder turns a batch of articles into a payload, in the process that extracted
them. Its writer, in the process that leads the run, appends payloads under a temporary name, says how far it
has come, goes back to such a place, and gives the output its final name at the end.
"""

from __future__ import annotations

import csv
import datetime as dt
import errno
import gzip
import io
import json
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, Protocol

from extractnews.io.extras import import_pyarrow, import_zstd
from extractnews.io.inputs import DAMAGED, unpacked
from extractnews.io.options import packing_of_name
from extractnews.io.tables import ARTICLES, Row, Rows, Table, article_schema, metadata, rows_of, table_schema, tables
from extractnews.records import RECORD_TYPES, SCHEMA_VERSION, plain_json

STDOUT: Final = "-"
Batch = Sequence[tuple[int, dict[str, Any]]]
"""Articles with their numbers in the run."""
Payload = Mapping[str, Any]
"""What to append, by the name of the file or table: bytes, or rows."""
Position = dict[str, int]
"""How far a writer has come: the length of each file, or the number of the last article."""

# What stands behind these names is open already, as a shell's redirection is: it has no name to be replaced.
_OPEN_FILES: Final = ("/dev/fd/", "/dev/stdout", "/dev/stderr", "/proc/self/fd/")
# What a line of records has, and one of errors.
_OUR_KEYS: Final = ({"id", "source", "zones", *RECORD_TYPES}, {"article", "stage", "source", "line", "error"})
_ROW_GROUP: Final = 1 << 16
_END_OF_ARROW: Final = b"\xff\xff\xff\xff\0\0\0\0"


class Format(Protocol):
    """An output format."""

    @property
    def name(self) -> str:
        """What the user calls it."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Of outputs in this format."""
        ...

    @property
    def is_folder(self) -> bool:
        """Whether the output is a folder of files."""
        ...

    @property
    def is_stream(self) -> bool:
        """Whether it can be written to standard output."""
        ...

    def check(self) -> str:
        """The version of the library that makes the bytes, if it is not our own or Python's.

        Raises:
            MissingExtraError: if it is not installed.
        """
        ...

    def encode(self, batch: Batch) -> Payload:
        """The payload of a batch."""
        ...

    def writer(self, target: Path) -> Writer:
        """What appends payloads to a file and gives it the name of the target at the end."""
        ...

    def stream_writer(self, target: str) -> Writer:
        """What writes payloads to standard output (`-`) or a device.

        Raises:
            ValueError: if the format is not `is_stream`.
        """
        ...


class Writer(Protocol):
    """Writes payloads under a temporary name."""

    def open(self, position: Position | None) -> None:
        """Begin anew, or where a former run stood.

        Raises:
            OSError: if that is not possible.
        """
        ...

    def append(self, payload: Payload) -> None:
        """Write a payload."""
        ...

    def sync(self) -> Position:
        """Bring all to disk, and say how far it reaches."""
        ...

    def finish(self) -> None:
        """Give the output its final name."""
        ...

    def discard(self) -> None:
        """Remove what was written; the target is as it was."""
        ...

    def close(self) -> None:
        """Let go of the files and leave them."""
        ...


def part_of(target: Path) -> Path:
    """The temporary name of an output."""
    return target.with_name(f"{target.name}.part")


def names_of(target: Path) -> tuple[Path, ...]:
    """The names that an output has while it is written: its own, and the temporary ones of all formats."""
    suffixes = ("", ".part", ".part-wal", ".part-shm", ".final", ".old")
    return tuple(target.with_name(f"{target.name}{suffix}") for suffix in suffixes)


def is_stream(name: str) -> bool:
    """Whether a name is standard output (`-`), a pipe, a device, or what this process has open (`/dev/stderr`)."""
    if name == STDOUT:
        return True
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - no Path raises for what this says
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or os.path.abspath(name).startswith(_OPEN_FILES)  # noqa: PTH100 - links unfollowed


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# --- one file --------------------------------------------------------------------------------------


class FileWriter:
    """Appends bytes to one file.

    Args:
        target: the final name.
        header: bytes at its beginning.
        footer: bytes at its end.
    """

    def __init__(self, target: Path, header: bytes = b"", footer: bytes = b"") -> None:
        self._target, self._part = target, part_of(target)
        self._header, self._footer = header, footer
        self._file: IO[bytes] | None = None

    def open(self, position: Position | None) -> None:
        self._file = _open_at(self._part, None if position is None else position[""], self._header)

    def append(self, payload: Payload) -> None:
        assert self._file
        self._file.write(payload[""])

    def sync(self) -> Position:
        assert self._file
        return {"": _synced(self._file)}

    def finish(self) -> None:
        assert self._file
        self._file.write(self._footer)
        _synced(self._file)
        self._file.close()
        self.rename()

    def rename(self) -> None:
        """Give the file its final name, if it has not got it yet."""
        with suppress(FileNotFoundError):
            self._part.replace(self._target)
            _sync_folder(self._target.parent)

    def discard(self) -> None:
        self.close()
        self._part.unlink(missing_ok=True)

    def close(self) -> None:
        if self._file:
            self._file.close()


class StreamWriter:
    """Writes to standard output, a pipe or a device: nothing to go back to, no other name.

    Args:
        target: the device's path, or `-`.
        header: bytes at the beginning.
        footer: bytes at the end.
    """

    def __init__(self, target: str, header: bytes = b"", footer: bytes = b"") -> None:
        self._target, self._header, self._footer = target, header, footer
        self._file: IO[bytes] | None = None

    def open(self, position: Position | None) -> None:
        assert not position
        # Appending: a file behind /dev/stderr keeps what others wrote to it.
        self._file = sys.stdout.buffer if self._target == STDOUT else Path(self._target).open("ab")  # noqa: SIM115
        self._file.write(self._header)

    def append(self, payload: Payload) -> None:
        assert self._file
        self._file.write(payload[""])
        self._file.flush()

    def sync(self) -> Position:
        return {}

    def finish(self) -> None:
        assert self._file
        self._file.write(self._footer)
        self._file.flush()
        self.close()

    def discard(self) -> None:
        self.close()

    def close(self) -> None:
        if self._file and self._target != STDOUT:
            self._file.close()


def _open_at(path: Path, length: int | None, header: bytes) -> IO[bytes]:
    if length is None:
        file: IO[bytes] = path.open("wb")
        file.write(header)
        return file
    file = path.open("r+b")
    if file.seek(0, os.SEEK_END) < length:
        file.close()
        raise OSError(errno.EINVAL, "it is shorter than it was", str(path))
    file.seek(length)
    file.truncate()
    return file


def _synced(file: IO[bytes]) -> int:
    file.flush()
    os.fsync(file.fileno())
    return file.tell()


# --- a folder of tables ----------------------------------------------------------------------------


class FolderWriter:
    """Appends bytes to the files of a folder.

    Args:
        target: the folder's final name.
        headers: bytes at the beginning of each file, by its name.
        complete: makes the final files in a second folder from those of the first.
    """

    def __init__(self, target: Path, headers: Mapping[str, bytes], complete: Callable[[Path, Path], None]) -> None:
        self._target, self._part = target, part_of(target)
        self._headers, self._complete = headers, complete
        self._files: dict[str, IO[bytes]] = {}

    def open(self, position: Position | None) -> None:
        if position is None:
            self._remove_part()
            self._part.mkdir()
        for name, header in self._headers.items():
            self._files[name] = _open_at(self._part / name, None if position is None else position[name], header)

    def append(self, payload: Payload) -> None:
        for name, data in payload.items():
            self._files[name].write(data)

    def sync(self) -> Position:
        return {name: _synced(file) for name, file in self._files.items()}

    def finish(self) -> None:
        self.close()
        final = self._part / "final"
        shutil.rmtree(final, ignore_errors=True)
        final.mkdir()
        self._complete(self._part, final)
        _sync_folder(final)
        old = self._target.with_name(f"{self._target.name}.old")
        if self._target.exists():
            shutil.rmtree(old, ignore_errors=True)
            self._target.rename(old)
        final.rename(self._target)
        _sync_folder(self._target.parent)
        shutil.rmtree(old, ignore_errors=True)
        self._remove_part()

    def discard(self) -> None:
        self.close()
        self._remove_part()

    def _remove_part(self) -> None:
        with suppress(FileNotFoundError):
            shutil.rmtree(self._part)

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def is_foreign_folder(folder: Path) -> bool:
    """Whether a folder is not empty and not what a run of ours wrote; such a folder is not replaced.

    A run writes all tables of a format and nothing else, so that a table of the user's own is none of them.
    """
    names = {entry.name for entry in folder.iterdir()}
    for suffix, others in (("csv", {"datapackage.json"}), ("parquet", set())):
        ours = {f"{table.name}.{suffix}" for table in tables()} | others
        always = {f"{name}.{suffix}" for name in (ARTICLES, *RECORD_TYPES)} | others
        if always <= names <= ours:
            return False
    return bool(names)


def is_foreign_file(file: Path) -> bool:
    """Whether a file of lines is neither empty nor what a run of ours wrote, as far as its first line says."""
    try:
        with file.open("rb") as opened, unpacked(opened, packing_of_name(file.name)) as stream:
            line = stream.readline()
        if not line or b"\0" in line:  # a database is no text that could be read
            return False
        row = json.loads(line)
    except (OSError, ValueError, *DAMAGED, ImportError):
        return True
    return not isinstance(row, dict) or not any(keys <= row.keys() for keys in _OUR_KEYS) or "text" in row


# --- SQLite ----------------------------------------------------------------------------------------


class SqliteWriter:
    """Appends rows to a database, one transaction a payload.

    Args:
        target: the database's final name.
    """

    def __init__(self, target: Path) -> None:
        self._target, self._part = target, part_of(target)
        self._tables = tables()
        self._insert = {
            table.name: f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'
            for table in self._tables
        }
        self._database: sqlite3.Connection | None = None
        self._last = 0

    def open(self, position: Position | None) -> None:
        if position is None:
            self._remove_part()
        elif not self._part.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._part))
        self._database = database = sqlite3.connect(self._part, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if position is None:
            for statement in _schema_statements(self._tables):
                database.execute(statement)
            return
        self._last = position["article"]
        database.execute("BEGIN")
        for table in reversed(self._tables):
            database.execute(f'DELETE FROM "{table.name}" WHERE article > ?', (self._last,))
        database.execute("COMMIT")

    def append(self, payload: Payload) -> None:
        assert self._database
        self._database.execute("BEGIN")
        for name, rows in payload.items():
            self._database.executemany(self._insert[name], rows)
        self._database.execute("COMMIT")
        if payload:
            self._last = payload["articles"][-1][0]

    def sync(self) -> Position:
        assert self._database
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return {"article": self._last}

    def finish(self) -> None:
        assert self._database
        for table in self._tables:
            for column in table.indexed:
                name = f"{table.name}_{column}"
                self._database.execute(f'CREATE INDEX IF NOT EXISTS "{name}" ON "{table.name}" ("{column}")')
        final = self._part.with_name(f"{self._target.name}.final")
        final.unlink(missing_ok=True)
        # A copy in one order: its bytes do not tell how often the run was interrupted.
        self._database.execute("VACUUM INTO ?", (str(final),))
        self._database.close()
        with final.open("rb+") as file:
            os.fsync(file.fileno())
        final.replace(self._target)
        _sync_folder(self._target.parent)
        self._remove_part()

    def discard(self) -> None:
        self.close()
        self._remove_part()

    def _remove_part(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self._part.with_name(self._part.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        if self._database:
            self._database.close()


def _schema_statements(all_tables: Iterable[Table]) -> Iterable[str]:
    yield f"PRAGMA user_version = {SCHEMA_VERSION}"
    yield "CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
    for key, value in metadata().items():
        yield f"INSERT INTO metadata VALUES ('{key}', '{value}')"
    for table in all_tables:
        columns = [
            f'"{column.name}" {column.type.upper()}{" NOT NULL" if column.required else ""}' for column in table.columns
        ]
        columns.append(f"PRIMARY KEY ({', '.join(table.key)})")
        if table.parent:
            key = ", ".join(table.parent.key)
            columns.append(f'FOREIGN KEY ({key}) REFERENCES "{table.parent.name}" ({key}) ON DELETE CASCADE')
        yield f'CREATE TABLE "{table.name}" ({", ".join(columns)})'


# --- formats ---------------------------------------------------------------------------------------


class JsonLines:
    """One JSON object a line, UTF-8, Arabic as it is; packed or not.

    Args:
        packing: `gz`, `zst` or nothing. A packed file is a row of gzip members or zstd frames, one for each batch.
    """

    is_folder = False
    is_stream = True

    def __init__(self, packing: str = "") -> None:
        self._packing = packing
        self.name = f"jsonl.{packing}" if packing else "jsonl"
        self.suffixes = tuple(f"{suffix}.{packing}" if packing else suffix for suffix in (".jsonl", ".ndjson"))

    def check(self) -> str:
        return f"zstd {import_zstd().zstd_version}" if self._packing == "zst" else ""

    def encode(self, batch: Batch) -> Payload:
        data = b"".join([plain_json(records) + b"\n" for _, records in batch])
        if data and self._packing == "gz":
            data = gzip.compress(data, 6, mtime=0)
        elif data and self._packing == "zst":
            data = import_zstd().compress(data, 3)
        return {"": data}

    def writer(self, target: Path) -> Writer:
        return FileWriter(target)

    def stream_writer(self, target: str) -> Writer:
        return StreamWriter(target)


class Arrow:
    """An Arrow IPC stream of whole articles, nested like a line of JSON; a record batch for each batch."""

    name = "arrow"
    suffixes = (".arrow", ".arrows")
    is_folder = False
    is_stream = True

    def check(self) -> str:
        return f"pyarrow {import_pyarrow().__version__}"

    def encode(self, batch: Batch) -> Payload:
        if not batch:
            return {"": b""}
        arrow = import_pyarrow()
        rows = [records for _, records in batch]
        return {"": arrow.RecordBatch.from_pylist(rows, schema=article_schema()).serialize().to_pybytes()}

    def writer(self, target: Path) -> Writer:
        return FileWriter(target, article_schema().serialize().to_pybytes(), _END_OF_ARROW)

    def stream_writer(self, target: str) -> Writer:
        return StreamWriter(target, article_schema().serialize().to_pybytes(), _END_OF_ARROW)


class _Tables:
    """What the formats with a table for each record type have in common."""

    is_stream = False
    is_folder = True
    name: str

    def stream_writer(self, target: str) -> Writer:
        raise ValueError(f"{self.name} cannot be written to {target!r}: it is more than one stream")


def _rows(batch: Batch) -> Rows:
    rows: Rows = {}
    for number, records in batch:
        for name, row in rows_of(number, records):
            rows.setdefault(name, []).append(row)
    return rows


class Csv(_Tables):
    """A folder with a CSV file for each table and `datapackage.json` (Table Schema), which describes them."""

    name = "csv"
    suffixes = (".csv",)

    def check(self) -> str:
        return ""

    def encode(self, batch: Batch) -> Payload:
        return {f"{name}.csv": _csv_bytes(rows) for name, rows in _rows(batch).items()}

    def writer(self, target: Path) -> Writer:
        headers = {f"{table.name}.csv": _csv_bytes([tuple(c.name for c in table.columns)]) for table in tables()}
        return FolderWriter(target, headers, _complete_csv)


def _csv_bytes(rows: Iterable[Row]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([str(v).lower() if isinstance(v, bool) else v for v in row] for row in rows)
    return file.getvalue().encode()


def _complete_csv(part: Path, final: Path) -> None:
    for table in tables():
        try:
            os.link(part / f"{table.name}.csv", final / f"{table.name}.csv")
        except OSError:  # a file system without hard links
            shutil.copyfile(part / f"{table.name}.csv", final / f"{table.name}.csv")
    with (final / "datapackage.json").open("w", encoding="utf-8") as file:
        json.dump(_data_package(), file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _data_package() -> dict[str, Any]:
    """The tables described as a Frictionless Data Package."""
    resources = []
    for table in tables():
        fields = [
            {"name": column.name, "type": {"text": "string"}.get(column.type, column.type)}
            | ({"constraints": {"required": True}} if column.required and column.type != "text" else {})
            for column in table.columns
        ]
        schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]}
        if table.parent:
            key = list(table.parent.key)
            reference = {"resource": table.parent.name, "fields": key}
            schema["foreignKeys"] = [{"fields": key, "reference": reference}]
        resources.append(
            {"name": table.name, "path": f"{table.name}.csv", "format": "csv", "encoding": "utf-8", "schema": schema}
        )
    return {"profile": "tabular-data-package", "name": "extractnews", **metadata(), "resources": resources}


class Parquet(_Tables):
    """A folder with a Parquet file for each table."""

    name = "parquet"
    suffixes = (".parquet",)

    def check(self) -> str:
        return f"pyarrow {import_pyarrow().__version__}"

    def encode(self, batch: Batch) -> Payload:
        arrow = import_pyarrow()
        schemas = {table.name: table_schema(table) for table in tables()}
        payload = {}
        for name, rows in _rows(batch).items():
            schema = schemas[name]
            columns = [
                arrow.array(column, kind) for column, kind in zip(zip(*rows, strict=True), schema.types, strict=True)
            ]
            payload[f"{name}.arrows"] = arrow.record_batch(columns, schema=schema).serialize().to_pybytes()
        return payload

    def writer(self, target: Path) -> Writer:
        # Parquet cannot be appended to; Arrow streams can, and become Parquet at the end.
        headers = {f"{table.name}.arrows": table_schema(table).serialize().to_pybytes() for table in tables()}
        return FolderWriter(target, headers, _complete_parquet)


def _complete_parquet(part: Path, final: Path) -> None:
    for table in tables():
        path = final / f"{table.name}.parquet"
        with (part / f"{table.name}.arrows").open("rb") as file:
            _write_parquet(file, path, table_schema(table))
        with path.open("rb+") as written:
            os.fsync(written.fileno())


def _write_parquet(file: IO[bytes], path: Path, schema: Any) -> None:
    """Rewrite an Arrow stream as Parquet, in row groups that do not depend on its batches."""
    arrow = import_pyarrow()
    from pyarrow import parquet

    with parquet.ParquetWriter(path, schema, compression="zstd") as writer, arrow.ipc.open_stream(file) as stream:
        kept: list[Any] = []
        for batch in stream:
            kept.append(batch)
            while sum(part.num_rows for part in kept) >= _ROW_GROUP:
                table = arrow.Table.from_batches(kept, schema)
                writer.write_table(table.slice(0, _ROW_GROUP).combine_chunks(), _ROW_GROUP)
                kept = table.slice(_ROW_GROUP).to_batches()
        if kept:
            writer.write_table(arrow.Table.from_batches(kept, schema).combine_chunks(), _ROW_GROUP)


class Sqlite(_Tables):
    """An SQLite database with the tables, their indexes and foreign keys."""

    name = "sqlite"
    suffixes = (".sqlite", ".sqlite3", ".db")
    is_folder = False

    def check(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def encode(self, batch: Batch) -> Payload:
        return {
            name: [tuple(v.isoformat() if isinstance(v, dt.date) else v for v in row) for row in rows]
            for name, rows in _rows(batch).items()
        }

    def writer(self, target: Path) -> Writer:
        return SqliteWriter(target)


FORMATS: Final[Mapping[str, Format]] = {
    form.name: form for form in (JsonLines(), JsonLines("gz"), JsonLines("zst"), Csv(), Parquet(), Sqlite(), Arrow())
}
"""The output formats by their names."""


def output_format(target: str, name: str | None = None) -> Format:
    """The format of an output: the one named, else what its suffix says; JSON Lines where it has none.

    Raises:
        ValueError: if the name is unknown, or the suffix is.
    """
    if name is not None:
        if name not in FORMATS:
            raise ValueError(f"unknown output format {name!r}; known are {', '.join(FORMATS)}")
        return FORMATS[name]
    file = Path(target).name.lower()
    for form in FORMATS.values():
        if file.endswith(form.suffixes):
            return form
    if target != STDOUT and Path(target).suffix:
        raise ValueError(f"{target}: the suffix says no output format; known are {', '.join(FORMATS)}")
    return FORMATS["jsonl"]
