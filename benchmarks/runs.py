"""Whole runs of the command line over a corpus of files, and the same on Spark, by the wall clock."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from measuring import load_texts, median, megabytes, table

from extractnews import Article, Pipeline


@dataclass(frozen=True)
class Run:
    """One run of a command.

    Attributes:
        wall: seconds by the wall clock.
        cpu: CPU seconds of the process and its children.
        peak: peak memory of its largest process, in MB.
    """

    wall: float
    cpu: float
    peak: float


def write_corpus(folder: Path, size: float, files: bool) -> Path:
    """The sample over and over, some `size` MB: a folder of text files, or one file of JSON Lines."""
    path = folder / ("articles" if files else "articles.jsonl")
    numbered = enumerate(_repeated(size))
    if not files:
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps({"id": str(n), "text": text}, ensure_ascii=False) + "\n" for n, text in numbered)
        return path
    for number, text in numbered:
        part = path / f"{number // 1000:04}"
        part.mkdir(exist_ok=True, parents=True)
        (part / f"{number:07}.txt").write_text(text, encoding="utf-8")
    return path


def _repeated(size: float) -> Iterator[str]:
    written = 0.0
    # A text file with a NUL byte is refused as no text.
    for text in cycle(text for text in load_texts() if "\0" not in text):
        if written >= size * 1e6:
            return
        yield text
        written += len(text.encode())


# Runs the command after it, and prints the peak memory of its largest process in KB.
_MEASURE = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
)


def run_command(*arguments: object) -> Run:
    """Run `extractnews` with the arguments.

    Raises:
        subprocess.CalledProcessError: if it fails; its `stderr` says why.
    """
    command = [sys.executable, "-c", _MEASURE, sys.executable, "-m", "extractnews", *map(str, arguments)]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - start, cpu, int(done.stdout.split()[-1]) / 1e3)


def by_corpus(size: int) -> str:
    """Time and peak memory for corpora of a hundredth, a tenth and all of a size, as one file of JSON Lines."""
    rows = []
    for part in (size / 100, size / 10, float(size)):
        with tempfile.TemporaryDirectory() as directory:
            corpus = write_corpus(Path(directory), part, files=False)
            run = run_command("extract", corpus, "-o", Path(directory) / "out.jsonl", "--quiet", "--workers", 1)
        rows.append((f"{part:g} MB", run.wall, part / run.cpu, run.peak))
    return table(("corpus", "seconds", "MB a CPU second, start included", "peak memory, MB"), rows)


def by_workers(size: int, passes: int) -> str:
    """`extractnews extract FOLDER --workers N` by the wall clock, in turn; the outputs are compared."""
    counts = sorted({1, 2, os.cpu_count() or 1})
    runs: dict[int, list[Run]] = {count: [] for count in counts}
    outputs = set()
    with tempfile.TemporaryDirectory() as directory:
        corpus = write_corpus(Path(directory), size, files=True)
        for _ in range(passes):
            for count in counts:
                out = Path(directory) / f"out{count}.jsonl"
                runs[count].append(run_command("extract", corpus, "-o", out, "--quiet", "--workers", count))
                outputs.add(out.read_bytes())
    one = [run.wall for run in runs[counts[0]]]
    rows = [
        (
            count,
            size / median(run.wall for run in done),
            median(first / run.wall for first, run in zip(one, done, strict=True)),
            max(run.peak for run in done),
        )
        for count, done in runs.items()
    ]
    same = "the same bytes" if len(outputs) == 1 else f"{len(outputs)} DIFFERENT OUTPUTS"
    return table(("workers", "MB/s", "times one", "peak memory of a process, MB"), rows) + f"\nAll runs wrote {same}.\n"


def on_spark(size: int) -> str:
    """`extract_records` in local mode with two cores, beside our own two workers and one core of a `Pipeline`."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        return "PySpark is not installed here.\n"
    from extractnews.integrations.spark import extract_records

    os.environ["PYSPARK_PYTHON"] = sys.executable
    rows: list[tuple[object, ...]] = []
    with tempfile.TemporaryDirectory() as directory:
        corpus = write_corpus(Path(directory), size, files=False)
        start = time.perf_counter()
        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        few = spark.createDataFrame([(str(number), "القرار رقم 5") for number in range(8)], "id string, text string")
        extract_records(few.repartition(4)).collect()  # the workers build their pipelines
        started = time.perf_counter() - start
        articles = spark.read.schema("id string, text string").json(str(corpus))
        start, before = time.perf_counter(), tree_cpu_seconds()
        extract_records(articles.repartition(8)).write.parquet(f"{directory}/records")
        wall, cpu = time.perf_counter() - start, tree_cpu_seconds() - before
        spark.stop()
        rows.append(("Spark, local[2], JSON Lines to Parquet", size / wall, size / cpu, f"{started:.1f} s to start"))
        out = Path(directory) / "out.jsonl"
        run = run_command("extract", corpus, "-o", out, "--quiet", "--workers", "2")
        rows.append(("extractnews extract --workers 2", size / run.wall, size / run.cpu, "start included"))
    rows.append(("Pipeline.extract_json, one core", *_one_core(load_texts(1500)), "no reading, no writing"))
    return table(("what", "MB/s by the wall clock", "MB a CPU second", ""), rows)


def _one_core(texts: Sequence[str]) -> tuple[float, float]:
    """MB/s by the wall clock, and a CPU second."""
    pipeline = Pipeline()
    for text in texts[:100]:
        pipeline.extract_json(Article(text))
    size = megabytes(texts)
    start, before = time.perf_counter(), time.process_time()
    for text in texts:
        pipeline.extract_json(Article(text))
    return size / (time.perf_counter() - start), size / (time.process_time() - before)


def tree_cpu_seconds() -> float:
    """CPU seconds of this process and all that descend from it, those that have ended too; on Linux."""
    children: dict[int, list[int]] = defaultdict(list)
    ticks: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # behind the name in brackets, from the third field on
            fields = stat.read_text().rpartition(")")[2].split()
            process = int(stat.parent.name)
            children[int(fields[1])].append(process)
            ticks[process] = sum(map(int, fields[11:15]))
    pending, total = [os.getpid()], 0
    while pending:
        process = pending.pop()
        total += ticks.get(process, 0)
        pending.extend(children[process])
    return total / os.sysconf("SC_CLK_TCK")
