"""What the benchmarks share: articles, CPU time, stages by sampling, tables, the machine's description."""

from __future__ import annotations

import gc
import gzip
import json
import os
import platform
import resource
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from types import FrameType

from extractnews import scanner

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SHARED", ROOT.parent / "shared"))

# Where the time goes, by the file of what the pipeline calls.
STAGES = {
    "normalise.py": "view",
    "scanner.py": "scan",
    "layout.py": "zones",
    "linking": "linking",
    "records.py": "JSON",
}
_SAMPLE_SECONDS = 0.004  # what the kernel's clock gives


def load_texts(limit: int | None = None) -> list[str]:
    """Texts of the news sample beside the checkout, else those of the project's own corpora, over and over."""
    sample = SHARED / "data" / "news_sample.jsonl.gz"
    if sample.is_file():
        with gzip.open(sample, "rt", encoding="utf-8") as file:
            return [json.loads(line)["text"] for line in islice(file, limit)]
    print(f"{sample} is not at hand: the corpora's own texts are read instead", file=sys.stderr)
    lines = [
        line for path in sorted((ROOT / "corpora" / "gold").glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    texts = [json.loads(line)["text"] for line in lines]
    wanted = 1000 if limit is None else limit
    return [texts[number % len(texts)] for number in range(wanted)]


def megabytes(texts: Iterable[str]) -> float:
    """Size in UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process and of the children that it waited for."""
    gc.collect()
    start, children = time.process_time(), _children_seconds()
    work()
    return time.process_time() - start + _children_seconds() - children


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def stage_shares(work: Callable[[], object]) -> dict[str, float]:
    """Share of the CPU time in each stage of the pipeline, sampled by the CPU clock; the largest first."""
    counts: Counter[str] = Counter()

    def sample(_signum: int, frame: FrameType | None) -> None:
        counts[_stage(frame)] += 1

    before = signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, _SAMPLE_SECONDS, _SAMPLE_SECONDS)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    total = sum(counts.values()) or 1
    return {stage: count / total for stage, count in counts.most_common()}


def _stage(frame: FrameType | None) -> str:
    """The stage of the function that the pipeline has called and that leads to this frame."""
    called = ""
    while frame is not None:
        path = frame.f_code.co_filename
        if path.endswith("extractnews/pipeline.py"):
            return _named(called) if called else "rendering"
        if path.endswith("extractnews/article.py") and "Words" in frame.f_code.co_qualname:
            return "words"
        called = path
        frame = frame.f_back
    return "other"


def _named(path: str) -> str:
    if "/extractors/" in path:
        return path.partition("/extractors/")[2].partition("/")[0].removesuffix(".py")
    return next((stage for part, stage in STAGES.items() if part in path), Path(path).stem)


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; the first column to the left, the others to the right."""
    lines = [f"| {' | '.join(header)} |", "|---" + "|--:" * (len(header) - 1) + "|"]
    lines.extend(f"| {' | '.join(map(_cell, row))} |" for row in rows)
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
    return "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def machine() -> str:
    """One line on the machine and the Python that ran the benchmark."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        names = [
            line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"{platform.python_implementation()} {platform.python_version()}"
    library = "compiled" if is_compiled() else "pure Python"
    system = f"{platform.system()} {platform.machine()}"
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {system}, {python}, extractnews {library}"


def is_compiled() -> bool:
    """Whether the library's hot modules are extension modules (see `hatch_build.py`)."""
    return not str(scanner.__file__).endswith(".py")
