"""The journal of a run: how far it has come, so that a later run can continue it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import IO, Any, NamedTuple

from extractnews.io.writers import Position


class RunError(Exception):
    """A run that cannot begin, or not be continued; the message says why."""


class State(NamedTuple):
    """A place to which a run can go back, as the journal has it.

    Attributes:
        article: number of the last article that was dealt with.
        fingerprint: of the input up to there.
        output: position of the output.
        errors: position of the file of errors.
        summary: what was done up to there.
        is_complete: whether that was all.
    """

    article: int
    fingerprint: str
    output: Position
    errors: Position
    summary: dict[str, Any]
    is_complete: bool


def journal_of(target: Path) -> Path:
    """The journal's name, beside the output."""
    return target.with_name(f"{target.name}.journal")


class Journal:
    """Notes how far a run has come: a line that says what it does, then one for each checkpoint.

    Args:
        target: the output's path.

    Raises:
        RunError: if another run holds it.
        OSError: if it cannot be written.
    """

    def __init__(self, target: Path) -> None:
        self._path = journal_of(target)
        self._file: IO[bytes] = self._path.open("a+b")
        try:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows: two runs at a time are the user's own affair
            pass
        except BlockingIOError:
            self._file.close()
            raise RunError(f"another run is writing to {target}") from None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written into it."""
        return self._path.stat().st_size == 0

    def load(self, described: dict[str, Any]) -> State | None:
        """Where the run stood; None where there is nothing to continue.

        Raises:
            RunError: if that was another run, or the file is no journal.
        """
        self._file.seek(0)
        lines = self._file.read().split(b"\n")[:-1]  # what no line end follows was not finished
        if not lines:
            return None
        former = self._read(lines, 1)
        for name, value in described.items():
            if former.get(name) != value:
                raise RunError(
                    f"{self._path} belongs to another run: {name} was {_said(former.get(name))}, is {_said(value)}; "
                    "without --resume this one begins anew"
                )
        if len(lines) == 1:
            return None
        last = self._read(lines, len(lines))
        kinds = {
            "article": int,
            "fingerprint": str,
            "output": dict,
            "errors": dict,
            "summary": dict,
            "is_complete": bool,
        }
        if last.keys() != kinds.keys() or any(type(last[name]) is not kind for name, kind in kinds.items()):
            raise self._broken(len(lines))
        return State(**last)

    def _read(self, lines: list[bytes], number: int) -> dict[str, Any]:
        try:
            line = json.loads(lines[number - 1])
        except ValueError:
            line = None
        if not isinstance(line, dict):
            raise self._broken(number)
        return line

    def _broken(self, number: int) -> RunError:
        return RunError(
            f"{self._path}:{number}: this is no line of a journal, the run cannot be continued; "
            "without --resume it begins anew"
        )

    def begin(self, described: dict[str, Any]) -> None:
        """Forget what stands there."""
        self._file.truncate(0)
        self._write(described)

    def note(self, state: State) -> None:
        """A checkpoint; what it speaks of is on disk."""
        self._write(state._asdict())

    def _write(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line, ensure_ascii=True).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def remove(self) -> None:
        """The run is over."""
        self._path.unlink(missing_ok=True)
        self._file.close()

    def close(self) -> None:
        """Let go of it, so that a later run can take it."""
        self._file.close()


def _said(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
