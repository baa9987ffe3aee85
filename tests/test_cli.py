"""The command line: input and output of every kind, what is said about bad input, exit codes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPORA
from typer.testing import CliRunner, Result

import extractnews
from extractnews import ArticleRecords, Pipeline
from extractnews.cli import app
from extractnews.lexicon import ResourceError

GOLD = CORPORA / "gold" / "gulf.jsonl"
COMMANDS = ("extract", "show", "evaluate", "schema")
DATED = "صدر القرار رقم 25 لسنة 2023 أمس."


@pytest.fixture(autouse=True)
def pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pipeline is built once for all tests."""
    monkeypatch.setattr("extractnews.batch.Pipeline", built)
    monkeypatch.setattr("extractnews.cli.Pipeline", built)


def built(record_types: Any = None, resources: Any = None) -> Pipeline:
    if resources is not None:  # a folder of one test
        return Pipeline(record_types=record_types, resources=resources)
    return _built(None if record_types is None else tuple(record_types))


@cache
def _built(record_types: tuple[str, ...] | None) -> Pipeline:
    return Pipeline(record_types=record_types)


def run(*args: object, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)


def extracted(output: str) -> list[ArticleRecords]:
    return [ArticleRecords.model_validate_json(line) for line in output.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them in a folder below."""
    folder = tmp_path / "articles"
    (folder / "2024").mkdir(parents=True)
    (folder / "b.txt").write_text(DATED, encoding="utf-8")
    (folder / "2024" / "a.txt").write_text("منحت الوزارة الطلاب ثلاث ميداليات ذهبية.", encoding="utf-8")
    return folder


def rows_file(path: Path, *rows: Any) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


# --- extract ---------------------------------------------------------------------------------------


def test_folder_to_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    result = run("extract", folder, "-o", output, "--reference-date", "2024-01-03")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 articles, 0 errors\n1 document, 1 date, 0 officials, ")
    assert result.stderr.endswith(" MB/s, 1 worker\n")
    first, second = extracted(output.read_text(encoding="utf-8"))
    assert (first.id, second.id) == ("2024/a.txt", "b.txt")
    assert second.source == str(folder / "b.txt")
    assert [award.count for award in first.awards] == [3]
    assert [date.value for date in second.dates] == ["2024-01-02"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out.jsonl"]


def test_standard_output_is_the_default_and_holds_nothing_else(folder: Path) -> None:
    named, default = run("extract", folder, "-o", "-"), run("extract", folder)
    assert named.stdout == default.stdout
    assert len(extracted(default.stdout)) == 2
    assert run("extract", folder, "--quiet").stderr == ""


def test_several_inputs_come_in_the_order_given(folder: Path, tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "r1", "text": "أ"}, {"id": "r2", "text": "ب"})
    result = run("extract", rows, folder / "b.txt", folder, "-q")
    assert [records.id for records in extracted(result.stdout)] == ["r1", "r2", "b.txt", "2024/a.txt", "b.txt"]


def test_a_gold_file_as_it_is() -> None:
    records = extracted(run("extract", GOLD, "-q").stdout)
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    expected = [(row["id"], row["reference_date"]) for row in rows]
    assert [(one.id, one.reference_date and one.reference_date.isoformat()) for one in records] == expected


def test_fields_of_rows_and_a_date_for_those_without(tmp_path: Path) -> None:
    rows = rows_file(
        tmp_path / "rows.ndjson", {"key": 7, "body": "أمس", "day": "2024-03-02"}, {"key": 8, "body": "أمس", "day": None}
    )
    options = ("--text-field", "body", "--id-field", "key", "--date-field", "day", "--reference-date", "2023-05-01")
    records = extracted(run("extract", rows, "-q", *options).stdout)
    assert [(one.id, one.dates[0].value) for one in records] == [("7", "2024-03-01"), ("8", "2023-04-30")]


@pytest.mark.parametrize(
    ("stdin", "ids"), [('{"id": "1", "text": "أ"}\n{"id": "2", "text": "ب"}\n', ["1", "2"]), (DATED, [None]), ("", [])]
)
def test_standard_input(stdin: str, ids: list[str | None]) -> None:
    result = run("extract", "-", "-q", stdin=stdin)
    assert result.exit_code == 0
    assert [records.id for records in extracted(result.stdout)] == ids


@pytest.mark.parametrize("types", ["documents", "dates,documents", " dates , documents,"])
def test_types(types: str) -> None:
    (records,) = extracted(run("extract", "-", "-q", "--types", types, stdin=DATED).stdout)
    assert [document.code for document in records.documents] == ["25 لسنة 2023"]
    assert bool(records.dates) is ("dates" in types)


def test_resources(tmp_path: Path) -> None:
    (tmp_path / "organisations.tsv").write_text("name\tkind\nشموخ نجد للتقنية\tcompany\n", encoding="utf-8")
    text = "وقّعت اتفاقاً مع شموخ نجد للتقنية."
    assert not extracted(run("extract", "-", "-q", stdin=text).stdout)[0].organisations
    (records,) = extracted(run("extract", "-", "-q", "--resources", tmp_path, stdin=text).stdout)
    assert [body.text for body in records.organisations] == ["شموخ نجد للتقنية"]


def test_bad_input_is_named_and_the_rest_is_processed(folder: Path, tmp_path: Path) -> None:
    (folder / "c.txt").write_bytes(b"\xff\xff")
    good, undated = {"id": "1", "text": "أ"}, {"id": "3", "text": "ب", "reference_date": "x"}
    rows = rows_file(tmp_path / "rows.jsonl", good, "{broken", {"id": "2"}, undated, {"id": "4", "text": "ج"})
    output = tmp_path / "out.jsonl"
    result = run("extract", tmp_path / "absent.txt", rows, folder, "-o", output)
    assert result.exit_code == 1
    assert [records.id for records in extracted(output.read_text(encoding="utf-8"))] == [
        "1",
        "4",
        "2024/a.txt",
        "b.txt",
    ]
    lines = result.stderr.splitlines()
    assert [line.partition(": ")[2] for line in lines[:-3]] == [
        f"{tmp_path}/absent.txt: no such file or folder",
        f"{rows}:2: broken JSON: Expecting property name enclosed in double quotes at column 2",
        f"{rows}:3: no text: field 'text' is missing",
        f"{rows}:4: reference date 'x' is not an ISO 8601 date such as 2024-01-03",
        f"{folder}/c.txt:1: not UTF-8 text: byte 0xff at offset 0; neither Windows-1256 nor ISO-8859-6 for certain",
    ]
    assert all(line.startswith("error: ") for line in lines[:-3])
    assert lines[-3] == "4 articles, 5 errors"


def test_errors_in_a_file_of_their_own(tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "1", "text": "أ"}, {"id": "2"})
    errors = tmp_path / "errors.jsonl"
    result = run("extract", rows, "-o", tmp_path / "out.jsonl", "--errors", errors, "-q")
    assert (result.exit_code, result.stderr) == (1, "")
    (error,) = (json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines())
    assert (error["article"], error["source"], error["line"]) == (2, str(rows), 2)


def test_problems_are_reported_though_progress_is_not(tmp_path: Path) -> None:
    assert "no such file" in run("extract", tmp_path / "absent.txt", "-q").stderr


def test_an_older_output_outlives_a_run_that_could_read_nothing(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("older")
    assert run("extract", tmp_path / "absent.txt", "-o", output).exit_code == 1
    assert output.read_text() == "older"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_defect_of_ours_costs_one_article(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def extract_plain(self: object, article: extractnews.Article) -> dict[str, Any]:
        if article.id == "b.txt":
            return ArticleRecords(id=article.id).model_dump()
        raise RuntimeError("boom")

    monkeypatch.setattr(extractnews.Pipeline, "extract_plain", extract_plain)
    result = run("extract", folder)
    assert result.exit_code == 1
    assert [records.id for records in extracted(result.stdout)] == ["b.txt"]
    assert f"error: article '2024/a.txt' ({folder}/2024/a.txt): RuntimeError: boom" in result.stderr


def test_other_formats_and_encodings(tmp_path: Path) -> None:
    table = tmp_path / "table"
    table.write_bytes("id;body\n7;صدر القرار رقم 25 لسنة 2023 أمس.".encode("windows-1256"))
    options = ("--input-format", "csv", "--text-field", "body", "--encoding", "windows-1256", "--workers", "1")
    result = run("extract", table, "-q", "-o", tmp_path / "out.csv", *options)
    assert (result.exit_code, result.output) == (0, "")
    documents = (tmp_path / "out.csv" / "documents.csv").read_text(encoding="utf-8").splitlines()
    assert documents[1].startswith("1,7,1,4,27,القرار رقم 25 لسنة 2023,")
    result = run("extract", table, "-q", "-o", tmp_path / "tables", "--output-format", "csv", *options)
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(
        path.name for path in (tmp_path / "out.csv").iterdir()
    )


def test_the_date_from_a_name(folder: Path) -> None:
    (folder / "b.txt").rename(folder / "2024-01-03.txt")
    (record,) = extracted(run("extract", folder / "2024-01-03.txt", "-q", "--date-from-name", "%Y-%m-%d").stdout)
    assert [date.value for date in record.dates] == ["2024-01-02"]


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_keeps_what_was_done_and_resume_goes_on(tmp_path: Path, workers: int) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", *({"id": str(n), "text": DATED * 12} for n in range(1500)))
    output = tmp_path / "out.jsonl"
    command = [*PROCESS, "extract", str(rows), "-o", str(output), "-q", "--workers", str(workers)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    part = tmp_path / "out.jsonl.part"
    deadline = time.monotonic() + 60
    # the second task's records: the first's are then certain to be counted as done
    while not (part.exists() and part.read_bytes().count(b"\n") > 100) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers, too
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == f"error: interrupted: {output} is as it was; the same command with --resume goes on\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl.journal", "out.jsonl.part", "rows.jsonl"]
    done = len(extracted(part.read_text(encoding="utf-8")))
    assert 0 < done < 1500
    result = run("extract", rows, "-o", output, "--resume", "--types", "dates")
    assert result.exit_code == 2
    assert "belongs to another run: record types was null" in " ".join(result.stderr.replace("│", " ").split())
    finished = subprocess.run([*command[:-2], "--resume"], capture_output=True, text=True, check=True)
    assert finished.stderr == ""
    assert [one.id for one in extracted(output.read_text(encoding="utf-8"))] == [str(n) for n in range(1500)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "rows.jsonl"]


def test_progress_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    rows = rows_file(tmp_path / "rows.jsonl", *({"id": str(n), "text": DATED} for n in range(250)), {"id": "x"})
    leader, follower = pty.openpty()
    command = [*PROCESS, "extract", str(rows), "-o", str(tmp_path / "out.jsonl"), "--workers", "1"]
    process = subprocess.Popen(command, stderr=follower, stdout=subprocess.PIPE, env={**os.environ, "COLUMNS": "150"})
    os.close(follower)
    said = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while data := os.read(leader, 4096):
            said += data
    os.close(leader)
    assert process.communicate()[0] == b""
    assert re.search(r"\d+% · \d+ articles · \d+ articles/s · [\d.]+ MB/s · 0 errors · 0:00:0\d left", said.decode())
    assert "error: " in said.decode()
    assert said.decode().rstrip().endswith("MB/s, 1 worker")


def test_progress_in_plain_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractnews.progress._PLAIN_SECONDS", 0)
    rows = rows_file(tmp_path / "rows.jsonl", *({"id": str(n), "text": DATED} for n in range(250)), {"id": "x"})
    stderr = run("extract", rows, "-o", tmp_path / "out.jsonl", "--workers", "1").stderr
    (line, *_), (last, *_) = re.findall(
        r"(\d+%) · (\d+) articles · [\d,]+ articles/s · [\d.]+ MB/s · (\d) errors", stderr
    )[:2]
    assert stderr.splitlines()[-3] == "250 articles, 1 error"
    assert line != last


USAGE_ERRORS = [
    ([], "Missing argument"),
    (["-", "--types", "places"], "unknown record type 'places'"),
    (["-", "--types", ","], "no record type given"),
    (["-", "--reference-date", "3/1/2024"], "Invalid value for '--reference-date': reference date '3/1/2024' is not"),
    (["-", "--resources", "absent"], "not a folder of resources"),
    (
        ["-", "--resources", "wrong"],
        "Invalid value for '--resources': wrong/organizations.tsv: no resource of this name",
    ),
    (["-", "-o", "absent/out.jsonl"], "no such folder"),
    (["-", "-o", "."], "is a folder"),
    (["-", "-o", "out.xlsx"], "the suffix says no output format"),
    (["-", "--output-format", "xml"], "unknown output format 'xml'"),
    (["-", "--output-format", "sqlite"], "sqlite cannot be written to a stream"),
    (["-", "--input-format", "xml"], "Invalid value for '--input-format': unknown input format 'xml'"),
    (["-", "--encoding", "arabic-9"], "Invalid value for '--encoding': unknown encoding 'arabic-9'"),
    (["-", "--date-from-name", "%B"], "Invalid value for '--date-from-name': '%B' in '%B'"),
    (["-", "--resume"], "cannot be resumed"),
    (["-", "--workers", "0"], "Invalid value for '--workers'"),
    (["-", "--colour"], "No such option"),
]


@pytest.mark.parametrize(("args", "message"), USAGE_ERRORS)
def test_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], message: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "organizations.tsv").touch()
    result = run("extract", *args, stdin="نص")
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""


@pytest.mark.parametrize("command", ["extract", "show"])
def test_a_broken_installation_is_no_wrong_usage(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    def broken(**_: Any) -> Pipeline:
        raise ResourceError("resources/dates.toml: missing resource")

    monkeypatch.setattr("extractnews.batch.Pipeline", broken)
    monkeypatch.setattr("extractnews.cli.Pipeline", broken)
    result = run(command, "-", stdin="نص")
    assert (result.exit_code, result.stderr) == (1, "error: resources/dates.toml: missing resource\n")


def test_unknown_command() -> None:
    assert run("extrct").exit_code == 2


def test_the_input_is_not_written_over(tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "1", "text": DATED})
    before = rows.read_bytes()
    result = run("extract", rows, "-o", rows, "-q")
    assert result.exit_code == 2
    assert "is read, and would be written over" in " ".join(result.stderr.replace("│", " ").split())
    assert rows.read_bytes() == before


def test_rows_that_fail_do_not_change_the_names_of_others(tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"text": "أ"}, "{", {"text": "ب"}, {"text": "ج", "id": 7})
    lines = extracted(run("extract", rows, "-q").stdout)
    assert [(one.id, one.source) for one in lines] == [
        ("rows.jsonl:1", str(rows)),
        ("rows.jsonl:3", str(rows)),
        ("7", None),
    ]
    shown = run("show", rows, "--types", "dates").stdout
    assert shown.split() == ["rows.jsonl:1", "rows.jsonl:3", "7"]


@pytest.mark.parametrize("command", ["extract", "show"])
@pytest.mark.parametrize(
    ("path", "message"), [("", 'error: "": the path is empty'), ("a" * 300, f"error: {'a' * 300}: File name too long")]
)
def test_a_path_that_cannot_be_costs_itself_alone(folder: Path, command: str, path: str, message: str) -> None:
    result = run(command, path, folder / "b.txt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == message
    assert "Traceback" not in result.stderr
    assert "b.txt" in result.stdout


def test_errors_on_standard_output(tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "1", "text": "أ"}, {"id": "2"})
    result = run("extract", rows, "-o", tmp_path / "out.jsonl", "--errors", "-", "-q")
    assert (result.exit_code, result.stderr) == (1, "")
    assert json.loads(result.stdout)["line"] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "rows.jsonl"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
@pytest.mark.parametrize("behind", ["pipe", "file"])
def test_errors_on_standard_error_by_its_path(tmp_path: Path, behind: str) -> None:
    """What stands behind it stays what it is, and keeps what is written there besides."""
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "1", "text": "أ"}, {"id": "2"})
    command = [*PROCESS, "extract", str(rows), "-o", str(tmp_path / "out.jsonl"), "--errors", "/proc/self/fd/2"]
    said = tmp_path / "said.txt"
    with said.open("ab") as file:
        stderr: Any = subprocess.PIPE if behind == "pipe" else file
        process = subprocess.run(command, stderr=stderr, check=False)
    lines = (process.stderr if behind == "pipe" else said.read_bytes()).decode().splitlines()
    assert process.returncode == 1
    assert json.loads(lines[0])["line"] == 2
    assert lines[1] == "1 article, 1 error"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "rows.jsonl", "said.txt"]


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "1", "text": "أ"})
    errors = tmp_path / ("e" * 300)
    result = run("extract", rows, "-o", tmp_path / "out.jsonl", "--errors", errors, "-q")
    assert (result.exit_code, result.stderr) == (1, f"error: {errors}.part: File name too long\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rows.jsonl"]


def test_output_through_a_link_and_to_no_file(folder: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("")
    link.symlink_to(target)
    assert run("extract", folder, "-q", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert len(extracted(target.read_text(encoding="utf-8"))) == 2
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        assert run("extract", folder, "-q", "-o", pipe).exit_code == 0
        assert len(extracted(reader.communicate(timeout=30)[0])) == 2
    assert pipe.is_fifo()


def test_output_has_the_permissions_of_any_new_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    run("extract", folder, "-q", "-o", tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").stat().st_mode == (tmp_path / "plain").stat().st_mode


# --- a real process --------------------------------------------------------------------------------

PROCESS = [sys.executable, "-m", "extractnews"]


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_half_written(tmp_path: Path, stop: signal.Signals, code: int) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("older")
    process = subprocess.Popen(
        [*PROCESS, "extract", "-", "-o", str(output)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin
    process.stdin.write('{"text": "نص"}\n' * 100)
    process.stdin.flush()
    deadline = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:  # the temporary file appears
        time.sleep(0.05)
    assert len(list(tmp_path.iterdir())) == 2
    process.send_signal(stop)
    process.wait(timeout=30)
    assert process.returncode == code
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert output.read_text() == "older"
    process.stdin.close()
    assert process.stderr
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


def test_records_come_out_while_articles_go_in() -> None:
    """Lazily, with bounded memory: the first record does not wait for the last article, if for some more."""
    process = subprocess.Popen(
        [*PROCESS, "extract", "-", "-q", "--workers", "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    stdin, row = process.stdin, json.dumps({"id": "1", "text": DATED}).encode() + b"\n"
    came, ended = threading.Event(), threading.Event()
    count = 0

    def feed() -> None:
        nonlocal count
        while not came.is_set() and count < 20_000:
            stdin.write(row * 200)
            stdin.flush()
            count += 200
        ended.set()
        stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    first = ArticleRecords.model_validate_json(process.stdout.readline())
    assert not ended.is_set()
    came.set()
    assert first.id == "1"
    assert len(process.stdout.readlines()) + 1 == count
    feeder.join()
    assert process.wait(timeout=30) == 0
    process.stdout.close()


PEAK = (
    "import atexit, resource, sys\n"
    "atexit.register(lambda: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))\n"
    "from extractnews.cli import app\n"
    "app()"
)


def test_memory_does_not_grow_with_the_input(tmp_path: Path) -> None:
    """Kilobytes at the peak, of few and of many articles (2 MB of them)."""
    peaks = []
    for count in (20, 500):
        rows = rows_file(tmp_path / f"{count}.jsonl", *({"text": DATED * 70} for _ in range(count)))
        command = [sys.executable, "-c", PEAK, "extract", str(rows), "-q", "-o", str(tmp_path / "out")]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        peaks.append(int(run.stderr))
    assert peaks[1] < peaks[0] + 10_000


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", *({"text": DATED} for _ in range(2000)))
    command = f"{sys.executable} -m extractnews extract {rows} -q | head -n 1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""


# --- the other commands ----------------------------------------------------------------------------


def test_show(folder: Path) -> None:
    result = run("show", folder, "--types", "documents,awards", "--reference-date", "2024-01-03")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        "2024/a.txt",
        "20-39 award ثلاث ميداليات ذهبية · count: 3 · item: ميدالية ذهبية · kind: medal"
        " · recipient: الطلاب · giver: الوزارة",
        "",
        "b.txt",
        "4-27 document القرار رقم 25 لسنة 2023 · kind: قرار · number: 25 · code: 25 لسنة 2023",
        "",
    ]


def test_show_reports_bad_input(folder: Path, tmp_path: Path) -> None:
    result = run("show", tmp_path / "absent.txt", folder / "b.txt")
    assert result.exit_code == 1
    assert "absent.txt: no such file" in result.stderr
    assert result.stdout.startswith("b.txt\n")


def test_schema_describes_the_output(folder: Path) -> None:
    schema = json.loads(run("schema").stdout)
    line = json.loads(run("extract", folder / "b.txt", "-q").stdout)
    assert set(line) == set(schema["properties"])
    assert schema == ArticleRecords.model_json_schema(mode="serialization")


def test_version() -> None:
    assert run("--version").stdout == f"extractnews {extractnews.__version__}\n"


@pytest.mark.parametrize("args", [[], *([command] for command in COMMANDS)])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_has_an_example(args: list[str], option: str) -> None:
    result = run(*args, option)
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert "extractnews " in result.stdout.partition("Example")[2]
