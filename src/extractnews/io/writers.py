"""From records to files: JSON Lines that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from extractnews.records import ArticleRecords

STDOUT: Final = "-"


class JsonLinesWriter:
    """Writes one object a line, UTF-8, Arabic as it is.

    Args:
        file: a binary file, open for writing.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, records: ArticleRecords) -> None:
        """Write the records of one article."""
        self._file.write(records.to_json().encode() + b"\n")


class Abandoned(Exception):
    """Raised by the body of `open_output` to leave the target as it was."""


@contextmanager
def open_output(target: Path | str) -> Iterator[IO[bytes]]:
    """A binary file for the output; `-` is standard output.

    A file is written under a temporary name beside its target and takes the target's name at the end. If
    the body raises anything (Ctrl-C too) the temporary file is removed and the target is as it was;
    `Abandoned` goes no further. A target that is no ordinary file (a pipe, `/dev/null`) is written
    straight away.

    Raises:
        OSError: if the target cannot be written.
    """
    if str(target) == STDOUT:
        with suppress(Abandoned):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    path = Path(os.path.realpath(target))
    if path.exists() and not path.is_file():
        with suppress(Abandoned), path.open("wb") as file:
            yield file
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("xb") as file:
            yield file
        temporary.replace(path)
    except Abandoned:
        temporary.unlink(missing_ok=True)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
