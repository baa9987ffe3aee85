"""Says how far a run is: a bar on a terminal, plain lines elsewhere, and a summary at the end."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from extractnews.batch import Summary

_PLAIN_SECONDS: Final = 10.0


class Progress:
    """Shows on standard error how far a run is, while its body runs.

    Args:
        measure: says how many bytes the input has, or None if it cannot; called in a thread of its own.
        quiet: show nothing.
    """

    def __init__(self, measure: Callable[[], int | None], quiet: bool) -> None:
        self._measure, self._quiet = measure, quiet
        self._total: int | None = None
        self._last = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> Progress:
        if not self._quiet:
            threading.Thread(target=self._find_total, daemon=True).start()
            if sys.stderr.isatty():
                self._bar = _bar()
                self._bar.add_task("", total=None, said="starting")
                self._bar.start()
        return self

    def _find_total(self) -> None:
        self._total = self._measure()

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def update(self, summary: Summary) -> None:
        """Show it, if the last time was long enough ago."""
        if self._quiet:
            return
        now = time.monotonic()
        if self._bar and now - self._last > 0.1:
            said = _line(summary, self._total)
            self._bar.update(self._bar.task_ids[0], total=self._total, completed=summary.input_bytes, said=said)
            self._last = now
        elif not self._bar and now - self._last > _PLAIN_SECONDS:
            print(_line(summary, self._total), file=sys.stderr)
            self._last = now


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = BarColumn(bar_width=20), TextColumn("{task.fields[said]}", markup=False)
    return Progress(*columns, console=console, transient=True, redirect_stdout=False)


def _line(summary: Summary, total: int | None) -> str:
    parts = [
        _count(summary.articles, "articles"),
        f"{summary.articles_a_second:,.0f} articles/s",
        f"{summary.megabytes_a_second:.2f} MB/s",
        _count(summary.failed, "errors"),
    ]
    new = summary.input_bytes - summary.resumed_input_bytes
    if total and new > 0:
        left = max(0.0, (total - summary.input_bytes) / new * summary.seconds)
        parts[:0] = [f"{min(1.0, summary.input_bytes / total):.0%}"]
        parts.append(f"{_duration(left)} left")
    return " · ".join(parts)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def final_lines(summary: Summary) -> str:
    """What a run did, for people."""
    resumed = f", {summary.resumed:,} of them before it was resumed" if summary.resumed else ""
    return (
        f"{_count(summary.articles, 'articles')}, {_count(summary.failed, 'errors')}{resumed}\n"
        f"{', '.join(_count(count, name) for name, count in summary.records.items())}\n"
        f"{summary.seconds:.1f} s, {summary.articles_a_second:,.0f} articles/s, "
        f"{summary.megabytes_a_second:.2f} MB/s, {_count(summary.workers, 'workers')}"
    )


def _count(number: int, things: str) -> str:
    return f"{number:,} {things.removesuffix('s') if number == 1 else things}"
