"""Runs over many articles: order, workers, crashes, resuming after any kill, errors, memory."""

from __future__ import annotations

import gc
import json
import os
import random
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import stub_run
from conftest import CORPORA

from extractnews import ArticleRecords, batch
from extractnews.batch import Failure, Summary, cut_tasks, run
from extractnews.io.extras import MissingExtraError
from extractnews.io.inputs import RawArticle, Tally, find_articles
from extractnews.io.options import ReadError, ReadOptions
from extractnews.io.writers import FORMATS
from extractnews.journal import RunError
from extractnews.workers import Cell, Crew, WorkerError

PROGRAM = [sys.executable, str(Path(__file__).with_name("stub_run.py"))]


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    """No real extraction, in this process and in workers; one worker where no number is given."""
    monkeypatch.setattr(batch, "build_handler", stub_run.stub_handler)
    monkeypatch.setattr(batch, "cores", lambda: 1)


@pytest.fixture
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "TASK_ARTICLES", 5)


def rows_file(path: Path, texts: list[str]) -> Path:
    rows = [json.dumps({"id": str(number), "text": text}, ensure_ascii=False) for number, text in enumerate(texts, 1)]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def ids(path: Path) -> list[str | None]:
    return [ArticleRecords.model_validate_json(line).id for line in path.read_bytes().splitlines()]


def skip_without_extra(form: str) -> None:
    try:
        FORMATS[form].check()
    except MissingExtraError as error:
        pytest.skip(str(error))


def contents(path: Path) -> dict[str, bytes]:
    """Of a folder's files by their names, or of a file."""
    return {file.name: file.read_bytes() for file in path.iterdir()} if path.is_dir() else {"": path.read_bytes()}


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- output ----------------------------------------------------------------------------------------


def test_the_output_is_that_of_the_pipeline(tmp_path: Path, pipeline: Any) -> None:
    source = CORPORA / "gold" / "gulf.jsonl"
    summary = run([source], tmp_path / "out.jsonl", workers=1)
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    records = list(pipeline.pipe(rows))
    assert lines == [one.to_json() for one in records]
    assert (summary.articles, summary.failed, summary.workers) == (len(rows), 0, 1)
    assert summary.records["dates"] == sum(len(one.dates) for one in records)
    assert summary.bytes == sum(len(row["text"].encode()) for row in rows)
    assert left(tmp_path) == ["out.jsonl"]


@pytest.mark.usefixtures("small_tasks")
def test_the_same_bytes_with_any_number_of_workers(tmp_path: Path) -> None:
    source = CORPORA / "gold"
    for workers in (1, 2, 3):
        summary = run([source], tmp_path / f"{workers}.jsonl", workers=workers)
        assert summary.workers == workers
    assert len({(tmp_path / f"{workers}.jsonl").read_bytes() for workers in (1, 2, 3)}) == 1


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_same_bytes_with_one_and_two_workers(tmp_path: Path, form: str) -> None:
    skip_without_extra(form)
    source = rows_file(tmp_path / "rows.jsonl", [f"نص {n}" for n in range(33)])
    for workers in (1, 2):
        run([source], tmp_path / str(workers), output_format_name=form, workers=workers)
    one, two = (contents(tmp_path / str(workers)) for workers in (1, 2))
    assert one == two
    assert sum(map(len, one.values())) > 100


@pytest.mark.usefixtures("stub", "small_tasks")
def test_results_come_in_the_order_of_the_input_though_the_first_task_is_slow(tmp_path: Path) -> None:
    texts = ["نص"] * 60
    source = rows_file(tmp_path / "rows.jsonl", texts)
    run([source], tmp_path / "out.jsonl", workers=3)
    assert ids(tmp_path / "out.jsonl") == [str(n) for n in range(1, 61)]


def test_a_small_input_starts_no_workers(tmp_path: Path) -> None:
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 5)
    assert run([source], tmp_path / "out.jsonl", workers=4).workers == 1


def test_tasks_are_cut_by_bytes_and_by_number() -> None:
    def raw(size: int) -> RawArticle:
        return RawArticle("txt", "a", "a", None, size, 0, "", b"")

    sizes = [batch.TASK_BYTES, 1, batch.TASK_BYTES, *[1] * (batch.TASK_ARTICLES + 1)]
    tasks = list(cut_tasks(map(raw, sizes), Tally()))
    assert [(task.first, len(task.items)) for task in tasks] == [(1, 1), (2, 2), (4, batch.TASK_ARTICLES), (104, 1)]
    assert tasks[-1].last == len(sizes)


def test_the_fingerprint_tells_inputs_apart(tmp_path: Path) -> None:
    def fingerprint(text: str, name: str = "rows.jsonl") -> str:
        found = find_articles([rows_file(tmp_path / name, ["أ", text])], ReadOptions())
        return [task.fingerprint for task in cut_tasks(found, Tally())][-1]

    assert fingerprint("ب") == fingerprint("ب")
    assert len({fingerprint("ب"), fingerprint("ج"), fingerprint("ب", "other.jsonl")}) == 3


# --- failures --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize("workers", [1, 2])
def test_failures_are_told_and_the_rest_is_done(tmp_path: Path, workers: int) -> None:
    source = rows_file(tmp_path / "rows.jsonl", ["نص", f"هذا {stub_run.FAILING}", "نص"] + ["نص"] * 20)
    with source.open("a", encoding="utf-8") as file:
        file.write('\n{"id": "x"}\n')
    told: list[Failure] = []
    errors = tmp_path / "errors.jsonl"
    absent = tmp_path / "absent.txt"
    summary = run([absent, source], tmp_path / "out.jsonl", workers=workers, errors=errors, on_failure=told.append)
    assert (summary.articles, summary.failed) == (22, 3)
    assert ids(tmp_path / "out.jsonl") == ["1", *(str(n) for n in range(3, 24))]
    assert [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()] == [
        {"article": 1, "stage": "read", "source": str(absent), "line": None, "id": None,
         "error": "no such file or folder"},
        {"article": 3, "stage": "extract", "source": str(source), "line": 2, "id": "2", "error": "RuntimeError: boom"},
        {"article": 25, "stage": "read", "source": str(source), "line": 24, "id": None,
         "error": "no text: field 'text' is missing"},
    ]  # fmt: skip
    assert [one.article for one in told] == [1, 3, 25]


@pytest.mark.usefixtures("stub", "small_tasks")
def test_a_worker_that_dies_costs_the_article_that_it_died_of(tmp_path: Path) -> None:
    texts = ["نص"] * 40
    texts[6] = texts[22] = f"هذا {stub_run.DEADLY}"
    source = rows_file(tmp_path / "rows.jsonl", texts)
    told: list[Failure] = []
    summary = run([source], tmp_path / "out.jsonl.gz", workers=2, on_failure=told.append)
    assert (summary.articles, summary.failed) == (38, 2)
    assert [(one.article, one.stage, one.line) for one in told] == [(7, "crash", 7), (23, "crash", 23)]
    assert "was ended by SIGKILL" in told[0].error
    # Whichever worker died, and with whatever in its task.
    again = run([source], tmp_path / "again.jsonl.gz", workers=3)
    assert again.failed == 2
    assert (tmp_path / "out.jsonl.gz").read_bytes() == (tmp_path / "again.jsonl.gz").read_bytes()


@pytest.mark.usefixtures("stub", "small_tasks")
def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "build_handler", partial(stub_run.stub_handler, seconds=0.01))
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 100)
    killed: list[int] = []
    starting = Crew.__init__

    def remember(crew: Crew[Any, Any], *args: Any) -> None:
        starting(crew, *args)
        crews.append(crew)

    crews: list[Crew[Any, Any]] = []
    monkeypatch.setattr(Crew, "__init__", remember)

    def kill_one(summary: Summary) -> None:
        if summary.articles >= 20 and not killed:
            killed.append(crews[0]._workers[0].process.pid or 0)
            crews[0]._workers[0].process.kill()

    summary = run([source], tmp_path / "out.jsonl", workers=2, on_progress=kill_one)
    assert killed
    assert (summary.articles, summary.failed) == (100, 0)
    assert ids(tmp_path / "out.jsonl") == [str(n) for n in range(1, 101)]


def dying(*_: Any) -> Any:
    raise SystemExit(3)


def refusing(*_: Any) -> Any:
    raise ValueError("no lexicon")


@pytest.mark.usefixtures("small_tasks")
@pytest.mark.parametrize(
    ("build", "error", "message"),
    [(dying, WorkerError, "ended with code 3 while it started"), (refusing, ValueError, "no lexicon")],
)
def test_workers_that_cannot_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Any, error: type[Exception], message: str
) -> None:
    monkeypatch.setattr(batch, "build_handler", build)
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 20)
    with pytest.raises(error, match=message):
        run([source], tmp_path / "out.jsonl", workers=2)
    assert left(tmp_path) == ["rows.jsonl"]


def echo(task: Any, cell: Cell) -> Any:
    return task


def build_echo() -> Any:
    return echo


class Number(int):
    def without(self, *_: object) -> Number:
        raise AssertionError


def test_no_more_tasks_are_taken_than_the_window_holds() -> None:
    """Backpressure: while the results wait, the input is not read on."""
    taken = 0

    def tasks() -> Iterator[Number]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield Number(number)

    crew: Crew[Number, Number] = Crew(2, build_echo)
    try:
        results = crew.results(tasks())
        ahead = []
        for expected in range(100):
            task, result = next(results)
            assert task == result == expected
            ahead.append(taken - expected)
        assert max(ahead) <= 9
    finally:
        crew.stop()


# --- resuming --------------------------------------------------------------------------------------

TARGETS = {
    "jsonl": "out.jsonl", "jsonl.gz": "out.jsonl.gz", "jsonl.zst": "out.jsonl.zst", "csv": "out.csv",
    "parquet": "out.parquet", "sqlite": "out.sqlite", "arrow": "out.arrows",
}  # fmt: skip


def test_every_format_is_killed() -> None:
    assert set(TARGETS) == set(FORMATS)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles among which some fail."""
    texts = [f"نص رقم {n}" + (f" {stub_run.FAILING}" if n % 17 == 3 else "") for n in range(150)]
    return rows_file(tmp_path_factory.mktemp("input") / "rows.jsonl", texts)


def killed_at(after: float, *args: object) -> bool:
    """Run the program and kill it so many seconds after its output appears; True if it was still running."""
    output = Path(str(args[1]))
    part = output.with_name(f"{output.name}.part")
    process = subprocess.Popen([*PROGRAM, *map(str, args)])
    deadline = time.monotonic() + 60
    while process.poll() is None and not part.exists() and time.monotonic() < deadline:
        time.sleep(0.005)
    time.sleep(after)
    was_running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return was_running


@pytest.mark.parametrize(("form", "workers"), [*((form, 1) for form in TARGETS), ("jsonl", 2), ("sqlite", 2)])
def test_killed_and_resumed_it_ends_with_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: Path, form: str, workers: int
) -> None:
    skip_without_extra(form)
    monkeypatch.setattr(batch, "TASK_ARTICLES", 5)
    monkeypatch.setattr(batch, "build_handler", stub_run.stub_handler)
    (tmp_path / "whole").mkdir()
    whole, output = tmp_path / "whole" / TARGETS[form], tmp_path / TARGETS[form]
    run([many], whole, workers=1, errors=tmp_path / "whole" / "errors.jsonl")
    chance = random.Random(form)
    for kill in range(2):
        delay = chance.uniform(0.02, 0.4)
        killed_at(delay, many, output, workers, "resume" if kill else "anew")
        assert not output.exists() or contents(output) == contents(whole), f"killed after {delay} s"
    # The rest here, with the errors where the program put them.
    run([many], output, workers=1, resume=True, errors=tmp_path / "errors.jsonl")
    assert contents(output) == contents(whole)
    assert (tmp_path / "errors.jsonl").read_bytes() == (tmp_path / "whole" / "errors.jsonl").read_bytes()
    assert left(tmp_path) == sorted(["whole", "errors.jsonl", output.name])


class Stop(BaseException):
    """Stands in for Ctrl-C."""


def stopped_run(articles: int, *args: Any, **options: Any) -> None:
    def stop(summary: Summary) -> None:
        if summary.articles >= articles:
            raise Stop

    with pytest.raises(Stop):
        run(*args, on_progress=stop, **options)


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize("form", TARGETS)
def test_a_stopped_run_goes_on_where_it_stood(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    skip_without_extra(form)
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60)
    output = tmp_path / TARGETS[form]
    run([source], tmp_path / f"whole{output.suffix}", output_format_name=form)
    stopped_run(30, [source], output)
    assert not output.exists()
    assert {f"{output.name}.part", f"{output.name}.journal"} <= set(left(tmp_path))
    seen: list[int] = []
    extract = stub_run.StubPipeline.extract_plain
    monkeypatch.setattr(stub_run.StubPipeline, "extract_plain", lambda *args: (seen.append(1), extract(*args))[1])
    summary = run([source], output, resume=True)
    assert len(seen) == 30
    assert (summary.resumed, summary.articles, summary.records["documents"]) == (30, 60, 120)
    assert contents(output) == contents(tmp_path / f"whole{output.suffix}")
    assert f"{output.name}.journal" not in left(tmp_path)


@pytest.mark.usefixtures("stub", "small_tasks")
def test_without_resume_a_run_begins_anew(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    stopped_run(30, [source], output)
    assert run([source], output).resumed == 0
    assert len(ids(output)) == 60
    assert left(tmp_path) == ["out.jsonl", "rows.jsonl"]


@pytest.mark.usefixtures("stub", "small_tasks")
def test_resuming_what_was_never_stopped_begins_anew(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 6), tmp_path / "out.jsonl"
    for _ in range(2):
        assert run([source], output, resume=True).resumed == 0
    assert left(tmp_path) == ["out.jsonl", "rows.jsonl"]


@pytest.mark.usefixtures("stub", "small_tasks")
def test_an_older_output_stays_while_a_run_is_stopped(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    output.write_text("older")
    stopped_run(30, [source], output)
    assert output.read_text() == "older"
    run([source], output, resume=True)
    assert len(ids(output)) == 60


OTHER_RUNS: list[tuple[dict[str, Any], str]] = [
    ({"record_types": ["dates"]}, 'record types was null, is ["dates"]'),
    ({"reading": ReadOptions(date_field="day")}, 'run: date field was "reference_date", is "day"; without'),
    ({"reading": ReadOptions(input_format="jsonl")}, 'run: input format was null, is "jsonl"; without'),
    ({"output_format_name": "jsonl.gz"}, 'run: output format was "jsonl", is "jsonl.gz"'),
    ({"errors": "e.jsonl"}, 'errors was null, is "'),
]


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize(("options", "message"), OTHER_RUNS)
def test_a_journal_of_another_run_is_refused(tmp_path: Path, options: dict[str, Any], message: str) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    stopped_run(30, [source], output)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    if "errors" in options:
        options = {"errors": tmp_path / options["errors"]}
    with pytest.raises(RunError) as caught:
        run([source], output, resume=True, **options)
    assert "belongs to another run" in str(caught.value)
    assert message in str(caught.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    # It can still be continued as it was.
    assert run([source], output, resume=True).resumed == 30


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize("change", ["a row changed", "a row added", "shorter"])
def test_an_input_that_changed_before_the_place_is_refused(tmp_path: Path, change: str) -> None:
    texts = ["نص"] * 60
    source, output = rows_file(tmp_path / "rows.jsonl", texts), tmp_path / "out.jsonl"
    stopped_run(30, [source], output)
    changed = {"a row changed": ["ن", *texts[1:]], "a row added": ["جديد", *texts], "shorter": texts[:10]}[change]
    rows_file(source, changed)
    with pytest.raises(RunError, match="the input is not what it was"):
        run([source], output, resume=True)


@pytest.mark.usefixtures("stub", "small_tasks")
def test_input_added_after_the_place_is_done_as_well(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    stopped_run(30, [source], output)
    rows_file(source, ["نص"] * 70)
    assert run([source], output, resume=True).articles == 70
    run([source], tmp_path / "whole.jsonl")
    assert output.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.usefixtures("stub", "small_tasks")
def test_a_changed_file_of_a_folder_is_refused_and_the_own_output_is_no_input(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text("نص", encoding="utf-8")
    output = folder / "00.jsonl"
    stopped_run(20, [folder], output, errors=folder / "01.jsonl")
    assert run([folder], output, resume=True, errors=folder / "01.jsonl").articles == 40
    assert ids(output) == [f"{number:02}.txt" for number in range(40)]
    stopped_run(20, [folder], output)
    (folder / "03.txt").write_text("غيره", encoding="utf-8")
    with pytest.raises(RunError, match="the input is not what it was"):
        run([folder], output, resume=True)


@pytest.mark.usefixtures("stub", "small_tasks")
def test_a_line_of_the_journal_that_was_not_finished_does_not_count(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    stopped_run(30, [source], output)
    with (tmp_path / "out.jsonl.journal").open("ab") as journal:
        journal.write(b'{"article": 35, "finge')
    assert run([source], output, resume=True).resumed == 30
    assert len(ids(output)) == 60


BROKEN_JOURNALS = [
    ("garbage\n", ":1: this is no line of a journal"),
    ("[1]\n", ":1: this is no line of a journal"),
    ("{0}\ngarbage\n", ":2: this is no line of a journal"),
    ('{0}\n{{"article": 5}}\n', ":2: this is no line of a journal"),
    ("{0}\n{1}\n\x00\n", ":3: this is no line of a journal"),
    ("{0}\n{2}\n", ": it counts other things than this version"),
]


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize(("content", "message"), BROKEN_JOURNALS)
def test_a_broken_journal_is_refused(tmp_path: Path, content: str, message: str) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    stopped_run(30, [source], output)
    journal = tmp_path / "out.jsonl.journal"
    first, *_, last = journal.read_text(encoding="utf-8").splitlines()
    other = json.dumps({**json.loads(last), "summary": {"pages": 1}})
    journal.write_text(content.format(first, last, other), encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(RunError) as caught:
        run([source], output, resume=True)
    assert str(caught.value).startswith(f"{journal}{message}")
    assert "without --resume" in str(caught.value)
    assert contents(tmp_path) == before
    assert run([source], output).articles == 60


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize("form", TARGETS)
@pytest.mark.parametrize("lost", ["output", "errors", "shorter"])
def test_what_is_to_be_continued_is_named_where_it_is_gone(tmp_path: Path, form: str, lost: str) -> None:
    skip_without_extra(form)
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 30 + [stub_run.FAILING] * 30), tmp_path / TARGETS[form]
    errors = tmp_path / "errors.jsonl"
    stopped_run(30, [source], output, errors=errors)
    part = errors.with_name("errors.jsonl.part") if lost == "errors" else output.with_name(f"{output.name}.part")
    if lost == "shorter":
        if form == "sqlite":
            pytest.skip("a database is not continued at a length")
        part = next(part.iterdir()) if part.is_dir() else part
        part.write_bytes(b"")
    elif part.is_dir():
        part = next(part.iterdir())
        part.unlink()
    else:
        part.unlink()
    with pytest.raises(RunError) as caught:
        run([source], output, resume=True, errors=errors)
    cause = "it is shorter than it was" if lost == "shorter" else "No such file or directory"
    assert str(caught.value).startswith(f"{part}: {cause}: the run cannot be continued")


@pytest.mark.usefixtures("stub", "small_tasks")
def test_killed_after_the_output_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the rename and the end of the journal."""
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص", stub_run.FAILING] * 9), tmp_path / "out.csv"
    errors = tmp_path / "errors.jsonl"

    def die(*_: Any) -> None:
        raise Stop

    with monkeypatch.context() as patch, pytest.raises(Stop):
        patch.setattr(batch.FileWriter, "finish", die)
        run([source], output, errors=errors)
    assert left(tmp_path) == ["errors.jsonl.part", "out.csv", "out.csv.journal", "rows.jsonl"]
    before = contents(output)
    summary = run([source], output, errors=errors, resume=True)
    assert (summary.articles, summary.resumed) == (9, 18)
    assert contents(output) == before
    assert left(tmp_path) == ["errors.jsonl", "out.csv", "rows.jsonl"]
    assert len(errors.read_bytes().splitlines()) == 9


@pytest.mark.usefixtures("stub", "small_tasks")
def test_two_runs_at_a_time_are_refused(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", ["نص"] * 60), tmp_path / "out.jsonl"
    refused = []

    def run_again(summary: Summary) -> None:
        with pytest.raises(RunError, match="another run is writing"):
            run([source], output)
        refused.append(summary.articles)

    run([source], output, on_progress=run_again)
    assert refused
    assert len(ids(output)) == 60


@pytest.mark.usefixtures("stub")
def test_a_run_that_could_read_nothing_leaves_an_older_output(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("older")
    summary = run([tmp_path / "absent"], output, errors=tmp_path / "errors.jsonl")
    assert (summary.is_written, summary.failed) == (False, 1)
    assert output.read_text() == "older"
    assert left(tmp_path) == ["errors.jsonl", "out.jsonl"]


IMPOSSIBLE: list[tuple[str, dict[str, Any], str]] = [
    ("out.jsonl", {"record_types": ["places"]}, "unknown record type 'places'"),
    ("out.xlsx", {}, "the suffix says no output format"),
    ("out.jsonl", {"output_format_name": "xlsx"}, "unknown output format 'xlsx'; known are jsonl, "),
    ("absent/out.jsonl", {}, "absent: no such folder"),
    ("-", {"resume": True}, "cannot be resumed"),
    ("-", {"output_format_name": "csv"}, "csv cannot be written to a stream"),
    ("full", {"output_format_name": "jsonl"}, "full: is a folder"),
    ("full", {"output_format_name": "csv"}, "full: holds files of others"),
    ("file.csv", {}, "file.csv: is a file; csv is written as a folder"),
    ("out.jsonl", {"errors": "full"}, "full: is a folder"),
    ("", {}, "a name to write to is empty"),
    ("out.jsonl", {"errors": ""}, "a name to write to is empty"),
    # Twice to one place.
    ("out.jsonl", {"errors": "out.jsonl"}, "out.jsonl: records and errors cannot both be written to it"),
    ("out.jsonl", {"errors": "./out.jsonl"}, "out.jsonl: records and errors cannot both be written to it"),
    ("out.jsonl", {"errors": "out.jsonl.part"}, "cannot both be written to it"),
    ("out.jsonl", {"errors": "out.jsonl.journal"}, "cannot both be written to it"),
    ("out.sqlite", {"errors": "out.sqlite.part-wal"}, "cannot both be written to it"),
    ("tables.csv", {"errors": "tables.csv/errors.jsonl"}, "tables.csv: holds files of others"),
    ("former.csv", {"errors": "former.csv/errors.jsonl"}, "former.csv/errors.jsonl: records and errors cannot both"),
    ("-", {"errors": "-"}, "records and errors cannot both go to standard output"),
    # Over the input.
    ("rows.jsonl", {"paths": ["rows.jsonl"]}, "rows.jsonl: rows.jsonl is read, and would be written over"),
    ("link.jsonl", {"paths": ["rows.jsonl"]}, "link.jsonl: rows.jsonl is read"),
    ("rows.jsonl", {"paths": ["full", "link.jsonl"]}, "rows.jsonl: link.jsonl is read"),
    ("out.jsonl", {"errors": "a.txt"}, "a.txt: a.txt is read, and would be written over"),
    ("out", {"paths": ["out.part"], "output_format_name": "jsonl"}, "out: out.part is read"),
    ("tables.csv", {"paths": ["tables.csv"]}, "tables.csv: holds files of others"),
    ("tables.csv", {"paths": ["tables.csv/dates.csv"]}, "tables.csv: holds files of others"),
    ("full/rows.jsonl", {"paths": ["full"]}, "full/rows.jsonl: stands in full, which is read, is no output"),
    ("full/rows.jsonl", {"paths": ["."]}, "full/rows.jsonl: stands in ., which is read"),
    ("out.jsonl", {"paths": ["full"], "errors": "full/letters.txt"}, "full/letters.txt: stands in full"),
    ("full/db", {"paths": ["full"], "output_format_name": "sqlite", "reading": ReadOptions(input_format="txt")},
     "full/db: stands in full"),
]  # fmt: skip


@pytest.mark.parametrize(("output", "options", "message"), IMPOSSIBLE)
def test_impossible_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, options: dict[str, Any], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("full", "tables.csv", "former.csv"):
        (tmp_path / folder).mkdir()
    for name in ("full/letters.txt", "full/db", "full/rows.jsonl", "a.txt", "rows.jsonl", "tables.csv/dates.csv"):
        (tmp_path / name).write_text('{"id": "1", "text": "نص"}', encoding="utf-8")
    (tmp_path / "file.csv").touch()
    (tmp_path / "link.jsonl").symlink_to("rows.jsonl")
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    options = {"paths": ["a.txt"], **options}
    with pytest.raises(ValueError, match=re.escape(message)):
        run(options.pop("paths"), output, **options)
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("form", TARGETS)
def test_a_former_output_in_an_input_folder_is_written_anew(tmp_path: Path, form: str) -> None:
    skip_without_extra(form)
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "b.txt").write_text(stub_run.FAILING, encoding="utf-8")
    reading = ReadOptions(input_format="txt")
    for _ in range(2):
        summary = run(tmp_path, tmp_path / TARGETS[form], errors=tmp_path / "errors.jsonl", reading=reading)
        assert (summary.articles, summary.failed) == (1, 1)
    assert left(tmp_path) == sorted(["a.txt", "b.txt", "errors.jsonl", TARGETS[form]])


@pytest.mark.usefixtures("stub", "small_tasks")
@pytest.mark.parametrize("form", TARGETS)
def test_what_a_run_writes_is_no_input_of_it(tmp_path: Path, form: str) -> None:
    """Though the format given for all files makes an article of each."""
    skip_without_extra(form)
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("نص", encoding="utf-8")
    output, errors, reading = tmp_path / TARGETS[form], tmp_path / "errors.jsonl", ReadOptions(input_format="txt")
    stopped_run(10, [tmp_path], output, errors=errors, reading=reading)
    assert len(left(tmp_path)) >= 33
    assert run([tmp_path], output, errors=errors, reading=reading, resume=True).articles == 30
    assert run([tmp_path], output, errors=errors, reading=reading).articles == 30


@pytest.mark.usefixtures("stub")
def test_one_path_stands_for_a_list_of_it(tmp_path: Path) -> None:
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 6)
    assert run(str(source), tmp_path / "out.jsonl").articles == run(source, tmp_path / "out.jsonl").articles == 6


# --- errors elsewhere than in a file ------------------------------------------------------------------


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    (tmp_path / "input").mkdir()
    return rows_file(tmp_path / "input" / "rows.jsonl", ["نص", stub_run.FAILING])


@pytest.mark.usefixtures("stub")
def test_errors_to_a_pipe_leave_it_a_pipe(tmp_path: Path, failing: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run([failing], tmp_path / "out.jsonl", errors=pipe).failed == 1
        said = reader.communicate(timeout=30)[0]
    assert pipe.is_fifo()
    assert json.loads(said)["error"] == "RuntimeError: boom"
    assert left(tmp_path) == ["input", "out.jsonl", "pipe"]


@pytest.mark.usefixtures("stub")
def test_errors_to_a_device_leave_it_a_device(tmp_path: Path, failing: Path) -> None:
    device = tmp_path / "null"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 3))
        device.write_bytes(b"")
    except OSError:
        pytest.skip("devices cannot be made here")
    for output in (tmp_path / "out.jsonl", device):
        assert run([failing], output, errors=device, output_format_name="jsonl").failed == 1
    assert device.is_char_device()
    assert left(tmp_path) == ["input", "null", "out.jsonl"]


@pytest.mark.usefixtures("stub", "small_tasks")
def test_a_run_with_errors_to_a_pipe_is_resumed(tmp_path: Path) -> None:
    source, output = rows_file(tmp_path / "rows.jsonl", [*["نص"] * 59, stub_run.FAILING]), tmp_path / "out.jsonl"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        stopped_run(30, [source], output, errors=pipe)
        assert reader.communicate(timeout=30)[0] == b""
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run([source], output, errors=pipe, resume=True).resumed == 30
        assert len(reader.communicate(timeout=30)[0].splitlines()) == 1
    assert pipe.is_fifo()


@pytest.mark.usefixtures("stub")
def test_a_folder_that_a_run_wrote_is_replaced(tmp_path: Path) -> None:
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 6)
    for count in (6, 3):
        rows_file(source, ["نص"] * count)
        run([source], tmp_path / "out.csv")
    assert len((tmp_path / "out.csv" / "articles.csv").read_text(encoding="utf-8").splitlines()) == 4
    assert left(tmp_path) == ["out.csv", "rows.jsonl"]


def test_read_error_is_what_a_failure_says() -> None:
    error = ReadError("rows.jsonl", "broken", 3)
    assert str(Failure(7, "read", error.source, error.line, None, error.cause)) == str(error)
    assert str(Failure(7, "extract", "a.txt", None, "a", "boom")) == "article 'a' (a.txt): boom"


def test_cores_are_those_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert batch.cores() >= 1
    monkeypatch.setattr(batch.os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    quota = iter(["200000 100000\n", "max 100000\n", "50000 100000\n"])
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: next(quota))
    assert [batch.cores() for _ in range(3)] == [2, 64, 1]


@pytest.mark.usefixtures("small_tasks")
def test_the_collector_is_left_as_it_was(tmp_path: Path) -> None:
    seen: list[bool] = []
    source = rows_file(tmp_path / "rows.jsonl", ["نص"] * 12)
    run([source], tmp_path / "out.jsonl", workers=1, on_progress=lambda _: seen.append(gc.isenabled()))
    assert (seen, gc.isenabled(), gc.get_freeze_count()) == ([True] * 3, True, 0)
