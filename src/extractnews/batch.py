"""A run over files and folders: parallel, in bounded memory, resumable, the same bytes with any number of workers.

The input is cut into tasks, always at the same places; each article has its number, its place in the input from 1.
Workers read, extract and encode a task; this process appends the results in order, and notes now and then in a
journal beside the output how far it has come.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

import extractnews
from extractnews.io.inputs import STDIN, RawArticle, Tally, find_articles, listed
from extractnews.io.options import ReadError, ReadOptions
from extractnews.io.readers import parse_article
from extractnews.io.writers import (
    STDOUT,
    FileWriter,
    Format,
    Payload,
    StreamWriter,
    Writer,
    is_foreign_file,
    is_foreign_folder,
    is_stream,
    names_of,
    output_format,
    part_of,
)
from extractnews.journal import Journal, RunError, State, journal_of
from extractnews.pipeline import Pipeline
from extractnews.records import RECORD_TYPES, SCHEMA_VERSION, checked_types
from extractnews.workers import Cell, Crew

# A task ends with the article that reaches one of these.
TASK_BYTES: Final = 256 * 1024
TASK_ARTICLES: Final = 100
# Input of fewer tasks is not worth starting workers for.
_FEW_TASKS: Final = 2
_CHECKPOINT_SECONDS: Final = 2.0


class Failure(NamedTuple):
    """An article that failed.

    Attributes:
        article: its number in the run.
        stage: `read`, `extract` or `crash` (the worker's process ended).
        source: its file.
        line: its line or row, if it is one of many in the file.
        id: its id, where it could be read.
        error: what is wrong.
    """

    article: int
    stage: str
    source: str | None
    line: int | None
    id: str | None
    error: str

    def __str__(self) -> str:
        place = self.source or "article"
        place = place if self.line is None else f"{place}:{self.line}"
        if self.stage == "extract":
            return f"article {self.id!r} ({place}): {self.error}"
        return f"{place}: {self.error}"

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(self._asdict(), ensure_ascii=False)


@dataclass
class Summary:
    """How far a run is, or what it did.

    Attributes:
        articles: articles whose records were written.
        failed: articles that failed.
        records: how many records of each type.
        bytes: of UTF-8 text extracted from.
        input_bytes: of the files, reached so far.
        workers: processes that extract.
        seconds: of this run.
        resumed: articles, failed ones among them, that a former run had done.
        resumed_bytes: `bytes` that a former run had done.
        resumed_input_bytes: `input_bytes` that a former run had done.
        is_written: False where no article could be read, so that an older output stays.
    """

    articles: int = 0
    failed: int = 0
    records: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RECORD_TYPES, 0))
    bytes: int = 0
    input_bytes: int = 0
    workers: int = 1
    seconds: float = 0.0
    resumed: int = 0
    resumed_bytes: int = 0
    resumed_input_bytes: int = 0
    is_written: bool = True

    @property
    def articles_a_second(self) -> float:
        """Articles of this run in a second, failed ones among them."""
        return (self.articles + self.failed - self.resumed) / max(self.seconds, 0.001)

    @property
    def megabytes_a_second(self) -> float:
        """Millions of bytes of text of this run in a second."""
        return (self.bytes - self.resumed_bytes) / 1e6 / max(self.seconds, 0.001)


class Task(NamedTuple):
    """Articles that are extracted together.

    Attributes:
        first: number of the first one.
        items: the articles, or what is known to be wrong with them.
        fingerprint: of all input up to the end of this task.
        reached: bytes of the files up to there.
    """

    first: int
    items: Sequence[RawArticle | ReadError | Failure]
    fingerprint: str
    reached: int

    @property
    def last(self) -> int:
        """Number of the last article."""
        return self.first + len(self.items) - 1

    def without(self, number: int, cause: str) -> Task:
        """The same task with one article given up."""
        items = list(self.items)
        item = items[number - self.first]
        if not isinstance(item, Failure):
            items[number - self.first] = Failure(number, "crash", item.source, item.line, None, cause)
        return self._replace(items=items)


class Result(NamedTuple):
    """What came of a task."""

    payload: Payload
    articles: int
    records: tuple[int, ...]
    bytes: int
    failures: list[Failure]


def run(
    paths: Iterable[Path | str] | Path | str,
    output: Path | str,
    *,
    output_format_name: str | None = None,
    reading: ReadOptions | None = None,
    record_types: Iterable[str] | None = None,
    resources: Path | str | None = None,
    workers: int | None = None,
    resume: bool = False,
    errors: Path | str | None = None,
    on_progress: Callable[[Summary], None] | None = None,
    on_failure: Callable[[Failure], None] | None = None,
) -> Summary:
    """Extract the records of all articles of files and folders into one output.

    The output is written under a temporary name (`OUT.part`) and appears under its own at the end. If anything stops
    the run, the temporary output and its journal (`OUT.journal`) stay, and `resume=True` continues it; the final
    output is the same, byte for byte. Started from a script, a run needs the usual `if __name__ == "__main__"` around
    it, because workers import the script.

    Args:
        paths: files, folders, archives, or one of them; `-` is standard input.
        output: the file or folder to write; `-` is standard output.
        output_format_name: `jsonl`, `jsonl.gz`, `jsonl.zst`, `csv`, `parquet`, `sqlite` or `arrow`; None goes by the
            output's suffix.
        reading: how to read the input.
        record_types: which lists to fill; None for all.
        resources: a folder whose lexicons add to the library's own.
        workers: processes that extract; None for as many as this process may use cores. One, or an input of less than
            two tasks, is done in this process.
        resume: continue the run that was interrupted, if one was; begin anew otherwise.
        errors: a file, pipe or device that gets one line of JSON for each article that failed; `-` is standard output.
        on_progress: called after each task.
        on_failure: called for each article that failed.

    Raises:
        TypeError: if the record types are one string.
        ValueError: if a record type, format or output is impossible.
        ResourceError: if a resource is missing or malformed.
        RunError: if the run cannot be continued, or another one writes to the same output.
        MissingExtraError: if the output format needs a package that is not installed.
        WorkerError: if worker processes cannot be started.
        OSError: if the output cannot be written.
    """
    job = Job(
        paths=tuple(map(str, listed(paths))),
        output=str(output),
        form=output_format(str(output), output_format_name),
        reading=reading or ReadOptions(),
        record_types=None if record_types is None else tuple(sorted(checked_types(record_types))),
        resources=None if resources is None else str(resources),
        errors=None if errors is None else str(errors),
    )
    job.check(resume)
    with _Run(job, resume, cores() if workers is None else workers) as going:
        for failures in going.steps():
            for failure in failures:
                if on_failure:
                    on_failure(failure)
            if on_progress:
                on_progress(going.summary)
    return going.summary


def cores() -> int:
    """Cores that this process may use, by its affinity and its group's quota."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with contextlib.suppress(OSError, ValueError):
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        count = min(count, max(1, int(quota) // int(period)))  # "max" is no number: no quota
    return count


@dataclass(frozen=True)
class Job:
    """What a run does, as far as it decides the output's bytes."""

    paths: tuple[str, ...]
    output: str
    form: Format
    reading: ReadOptions
    record_types: tuple[str, ...] | None
    resources: str | None
    errors: str | None

    @property
    def target(self) -> Path:
        """The output with links followed."""
        return Path(os.path.realpath(self.output))

    @property
    def is_stream(self) -> bool:
        """Whether the output is standard output, a pipe or a device."""
        return is_stream(self.output)

    @property
    def is_resumable(self) -> bool:
        """Whether a later run can continue this one."""
        return not self.is_stream and STDIN not in self.paths

    def check(self, resume: bool) -> None:
        """Raises what `run` raises for a job that is impossible."""
        if "" in (self.output, self.errors):
            raise ValueError("a name to write to is empty")
        if resume and not self.is_resumable:
            raise ValueError("a run from standard input or to a stream cannot be resumed")
        for name in (self.output, *((self.errors,) if self.errors else ())):
            if name != STDOUT and not os.path.isdir(Path(name).absolute().parent):  # noqa: PTH112
                raise ValueError(f"{Path(name).parent}: no such folder")
        if self.errors and os.path.isdir(self.errors):  # noqa: PTH112
            raise ValueError(f"{self.errors}: is a folder")
        if self.is_stream:
            if not self.form.is_stream:
                raise ValueError(f"{self.form.name} cannot be written to a stream; give a name with -o")
        elif self.target.is_dir():
            if not self.form.is_folder:
                raise ValueError(f"{self.output}: is a folder")
            if is_foreign_folder(self.target):
                raise ValueError(f"{self.output}: holds files of others, and would be replaced")
        elif self.target.exists() and self.form.is_folder:
            raise ValueError(f"{self.output}: is a file; {self.form.name} is written as a folder")
        self._check_paths()

    def _check_paths(self) -> None:
        """Refuse to write over the input, or twice to one place."""
        if self.output == self.errors == STDOUT:
            raise ValueError("records and errors cannot both go to standard output")
        output, errors = self._output_names(), self._error_names()
        if any(not output.isdisjoint((name, *name.parents)) for name in errors):
            raise ValueError(f"{self.errors}: records and errors cannot both be written to it")
        for given in self.paths:
            if given == STDIN:
                continue
            path = Path(os.path.realpath(given))
            for name, written in ((self.output, output), (self.errors, errors)):
                if not written.isdisjoint((path, *path.parents)):
                    raise ValueError(f"{name}: {given} is read, and would be written over")
            for name, written in ((self.output, output), (self.errors, errors)):
                if name and written and self._is_input_below(path, Path(os.path.realpath(name))):
                    raise ValueError(
                        f"{name}: stands in {given}, which is read, is no output of a former run, "
                        "and would be written over"
                    )

    def _is_input_below(self, folder: Path, file: Path) -> bool:
        """Whether a file in an input folder would be read if this run did not write to it; former outputs may be."""
        return (
            folder in file.parents
            and file.is_file()
            and self.reading.format_of(file.name) is not None
            and is_foreign_file(file)
        )

    def _output_names(self) -> frozenset[Path]:
        """Real paths that stand for the output while the run goes on."""
        return frozenset() if self.is_stream else frozenset((*names_of(self.target), journal_of(self.target)))

    def _error_names(self) -> frozenset[Path]:
        """The same for the errors."""
        if self.errors is None or is_stream(self.errors):
            return frozenset()
        return frozenset(names_of(Path(os.path.realpath(self.errors))))

    def error_writer(self) -> FileWriter | StreamWriter | None:
        """What writes the errors, if they go anywhere."""
        if self.errors is None:
            return None
        return StreamWriter(self.errors) if is_stream(self.errors) else FileWriter(Path(os.path.realpath(self.errors)))

    def described(self) -> dict[str, Any]:
        """All that decides the output's bytes, for the journal."""
        return {
            "library": f"extractnews {extractnews.__version__}",
            "schema": SCHEMA_VERSION,
            "paths": list(self.paths),
            "output format": self.form.name,
            "written by": self.form.check(),
            "record types": self.record_types and list(self.record_types),
            "resources": _digest_of_folder(self.resources) if self.resources else None,
            "errors": self.errors,
            **{name.replace("_", " "): value and str(value) for name, value in asdict(self.reading).items()},
            "task": [TASK_BYTES, TASK_ARTICLES],
        }

    def outputs(self) -> frozenset[str]:
        """Real paths that are no input, though they may be in an input folder."""
        return frozenset(map(str, self._output_names() | self._error_names()))


def _digest_of_folder(folder: str) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode("utf-8", "replace"))
        digest.update(path.read_bytes())
    return digest.hexdigest()


# --- cutting ---------------------------------------------------------------------------------------


def cut_tasks(items: Iterable[RawArticle | ReadError], tally: Tally) -> Iterator[Task]:
    """The input in tasks, cut by size and number alone."""
    digest = hashlib.blake2b(digest_size=16)
    first, size, kept = 1, 0, []
    for item in items:
        kept.append(item)
        if isinstance(item, RawArticle):
            size += item.size
            digest.update(f"{item.source}\0{item.line}\0{item.size}\0{item.stamp}\n".encode())
        else:
            digest.update(f"{item}\n".encode("utf-8", "replace"))
        if size >= TASK_BYTES or len(kept) >= TASK_ARTICLES:
            yield Task(first, kept, digest.hexdigest(), tally.done)
            first, size, kept = first + len(kept), 0, []
    if kept:
        yield Task(first, kept, digest.hexdigest(), tally.done)


# --- extracting ------------------------------------------------------------------------------------


def build_handler(
    record_types: Collection[str] | None, resources: str | None, reading: ReadOptions, form: Format
) -> Callable[[Task, Cell], Result]:
    """What turns tasks into results, in a worker or in this process; it holds the pipeline.

    Raises:
        ValueError, ResourceError: as `Pipeline` does.
    """
    pipeline = Pipeline(record_types=record_types, resources=resources)
    # The lexicons live as long as the process; the collector need not look at them again and again.
    gc.collect()
    gc.freeze()
    return partial(_extract_task, pipeline, reading, form)


def _extract_task(pipeline: Pipeline, reading: ReadOptions, form: Format, task: Task, cell: Cell) -> Result:
    """Read, extract and encode a task: here a batch of articles becomes bytes."""
    batch: list[tuple[int, dict[str, Any]]] = []
    failures: list[Failure] = []
    size = 0
    for number, item in enumerate(task.items, task.first):
        cell.value = number
        article = parse_article(item, reading) if isinstance(item, RawArticle) else item
        if isinstance(article, ReadError):
            failures.append(Failure(number, "read", article.source, article.line, None, article.cause))
        elif isinstance(article, Failure):
            failures.append(article)
        else:
            assert isinstance(item, RawArticle)
            try:
                batch.append((number, pipeline.extract_plain(article)))
                size += len(article.text.encode())
            except Exception as error:  # a defect of ours costs one article, not the run
                cause = f"{type(error).__name__}: {error}"
                failures.append(Failure(number, "extract", item.source, item.line, article.id, cause))
    counts = [sum(len(records[name]) for _, records in batch) for name in RECORD_TYPES]
    return Result(form.encode(batch), len(batch), tuple(counts), size, failures)


class _Here:
    """Does the tasks in this process."""

    def __init__(self, build: Callable[[], Callable[[Task, Cell], Result]]) -> None:
        self._handle = build()

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        cell = Cell()
        for task in tasks:
            yield task, self._handle(task, cell)

    def stop(self) -> None:
        gc.unfreeze()


# --- the run ---------------------------------------------------------------------------------------


class _Run:
    """One run, from the first task that is left to the final name; leaves what can be resumed if it is stopped."""

    def __init__(self, job: Job, resume: bool, workers: int) -> None:
        self._job, self._resume, self._workers = job, resume, max(1, workers)
        self._started = self._noted = time.monotonic()
        self.summary = Summary()
        self._state: State | None = None
        # Whether output and state agree, so that this is a place to go back to.
        self._consistent = False
        self._crew: Crew[Task, Result] | _Here | None = None
        self._journal: Journal | None = None
        self._writer: Writer = job.form.stream_writer(job.output) if job.is_stream else job.form.writer(job.target)
        self._errors = job.error_writer()
        self._article, self._fingerprint = 0, ""
        self._is_open = False

    def __enter__(self) -> _Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._crew:
            self._crew.stop()
        if kind is not None:
            self._leave()
        if self._journal:
            self._journal.close()

    def steps(self) -> Iterator[list[Failure]]:
        """Do the run, and yield the failures of each task once it is written."""
        described = self._job.described()
        if not self._job.is_stream:
            self._journal = Journal(self._job.target)
            self._state = self._journal.load(described) if self._resume else None
        if self._state and self._state.is_complete and not part_of(self._job.target).exists():
            self._restore()  # the output has its name already
            self._finish(rename=False)
            return
        tally = Tally()
        found = find_articles(self._job.paths, self._job.reading, self._job.outputs(), tally)
        tasks = self._left(cut_tasks(found, tally))
        few = list(islice(tasks, _FEW_TASKS))
        self._start_crew(alone=len(few) < _FEW_TASKS)
        self._open(described)
        assert self._crew
        for task, result in self._crew.results(chain(few, tasks)):
            self._take(task, result)
            yield result.failures
            if time.monotonic() - self._noted > _CHECKPOINT_SECONDS:
                self._note()
        self._finish()

    def _left(self, tasks: Iterator[Task]) -> Iterator[Task]:
        """The tasks that no former run has done."""
        if self._state is None:
            return tasks
        self._restore()
        if self._state.article == 0:
            return tasks
        for task in tasks:
            if task.last >= self._state.article:
                if (task.last, task.fingerprint) == (self._state.article, self._state.fingerprint):
                    return tasks
                break
        raise RunError(
            "the input is not what it was when the run was interrupted (files added, removed or changed among those "
            "already done); without --resume it begins anew"
        )

    def _restore(self) -> None:
        assert self._state
        self._article, self._fingerprint = self._state.article, self._state.fingerprint
        try:
            self.summary = Summary(**self._state.summary)
        except TypeError:
            raise RunError(
                f"{journal_of(self._job.target)}: it counts other things than this version; "
                "without --resume the run begins anew"
            ) from None
        self.summary.resumed = self.summary.articles + self.summary.failed
        self.summary.resumed_bytes = self.summary.bytes
        self.summary.resumed_input_bytes = self.summary.input_bytes

    def _start_crew(self, alone: bool) -> None:
        job = self._job
        build = partial(build_handler, job.record_types, job.resources, job.reading, job.form)
        if alone or self._workers == 1:
            self.summary.workers = 1
            self._crew = _Here(build)
        else:
            self.summary.workers = self._workers
            self._crew = Crew(self._workers, build)

    def _open(self, described: dict[str, Any]) -> None:
        if self._journal and self._state is None:
            self._journal.begin(described)
        try:
            self._writer.open(self._state.output if self._state else None)
            if self._errors:
                self._errors.open(self._state.errors if self._state else None)
        except OSError as error:
            if self._state is None:
                self._is_open = True  # in part: what there is, is removed
                raise
            self._writer.close()
            raise RunError(
                f"{error.filename or self._job.output}: {error.strerror or error}: the run cannot be continued; "
                "without --resume it begins anew"
            ) from None
        self._is_open = True
        if self._state is None:
            self._note()
        self._consistent = True

    def _take(self, task: Task, result: Result) -> None:
        self._consistent = False
        self._writer.append(result.payload)
        if self._errors and result.failures:
            self._errors.append({"": "".join(f"{one.to_json()}\n" for one in result.failures).encode()})
        summary = self.summary
        summary.articles += result.articles
        summary.failed += len(result.failures)
        summary.bytes += result.bytes
        summary.input_bytes = task.reached
        for name, count in zip(RECORD_TYPES, result.records, strict=True):
            summary.records[name] += count
        self._article, self._fingerprint = task.last, task.fingerprint
        summary.seconds = time.monotonic() - self._started
        self._consistent = True

    def _note(self, is_complete: bool = False) -> None:
        if self._journal:
            errors = self._errors.sync() if self._errors else {}
            output, summary = self._writer.sync(), asdict(self.summary)
            self._journal.note(State(self._article, self._fingerprint, output, errors, summary, is_complete))
        self._noted = time.monotonic()

    def _finish(self, rename: bool = True) -> None:
        """Give output and errors their names; a run that could read nothing leaves an older output as it was."""
        self.summary.is_written = bool(self.summary.articles or not self.summary.failed)
        if rename:
            self._note(is_complete=True)
            self._consistent = False
            if self.summary.is_written:
                self._writer.finish()
            else:
                self._writer.discard()
        if self._errors and rename:
            self._errors.finish()
        elif isinstance(self._errors, FileWriter):
            self._errors.rename()
        if self._journal:
            self._journal.remove()
        self.summary.seconds = time.monotonic() - self._started

    def _leave(self) -> None:
        """Stopped: keep what can be resumed, remove what cannot."""
        if not self._is_open:
            if self._journal and self._journal.is_empty:
                self._journal.remove()
            return
        if (self._state is None and self._article == 0) or not self._job.is_resumable:
            self._discard()
            return
        if self._consistent:
            with contextlib.suppress(OSError):
                self._note()
        self._writer.close()
        if self._errors:
            self._errors.close()

    def _discard(self) -> None:
        for writer in (self._writer, self._errors):
            if writer:
                with contextlib.suppress(OSError):  # what could not be opened
                    writer.discard()
        if self._journal:
            self._journal.remove()
