"""Speed beside five plain regular expressions: `python benchmarks/speed.py NEWS.jsonl.gz NAIVE.py [--articles N]`.

NAIVE.py has a function `naive(text)` that returns JSON: what somebody would write first. It and the pipeline,
`pipe()` with the JSON of every article, run in turn, in one process on one core, over the same articles; the
medians of several passes are printed in MB of UTF-8 a CPU second. With `--parts` the cost of each part too.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import importlib.util
import json
import pstats
import statistics
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from extractnews import Pipeline

PARTS = (
    ("view", "normalise.py", "__init__"),
    ("zones", "layout.py", "find_zones"),
    ("scan", "scanner.py", "__call__"),
    ("dates", "extractors/dates.py", "__call__"),
    ("documents", "extractors/documents.py", "__call__"),
    ("organisations", "extractors/organisations.py", "__call__"),
    ("officials", "extractors/officials.py", "__call__"),
    ("awards", "extractors/awards.py", "__call__"),
    ("linking", "linking/__init__.py", "__call__"),
    ("models", "main.py", "model_validate"),
    ("JSON", "records.py", "to_json"),
)


def load_texts(path: Path, limit: int | None) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in islice(file, limit)]


def load_naive(path: Path) -> Callable[[str], str]:
    spec = importlib.util.spec_from_file_location("naive", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    naive: Callable[[str], str] = module.naive
    return naive


def seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def print_parts(pipeline: Pipeline, texts: list[str]) -> None:
    """Time in each part with what it calls, under the profiler: shares, not speeds."""
    profile = cProfile.Profile()
    profile.enable()
    for records in pipeline.pipe(texts):
        records.to_json()
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    total = max(row[3] for row in stats.values())
    print("share of the time, under the profiler:")
    for part, file, function in PARTS:
        spent = sum(row[3] for (name, _, called), row in stats.items() if name.endswith(file) and called == function)
        print(f"  {part:14}{spent / total:6.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("naive", type=Path)
    parser.add_argument("--articles", type=int, help="how many articles; all where not given")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--parts", action="store_true", help="the cost of each part as well")
    arguments = parser.parse_args()
    texts = load_texts(arguments.news, arguments.articles)
    size = sum(len(text.encode()) for text in texts) / 1e6
    naive = load_naive(arguments.naive)
    pipeline = Pipeline()

    def run_pipe() -> None:
        for records in pipeline.pipe(texts):
            records.to_json()

    def run_naive() -> None:
        for text in texts:
            naive(text)

    print(f"{len(texts)} articles, {size:.1f} MB")
    theirs, ours = [], []
    for number in range(arguments.passes):
        theirs.append(size / seconds(run_naive))
        ours.append(size / seconds(run_pipe))
        print(f"  pass {number + 1}: five expressions {theirs[-1]:5.1f} MB/s, extractnews {ours[-1]:5.1f} MB/s")
    ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
    print(f"medians: five expressions {statistics.median(theirs):.1f}, extractnews {statistics.median(ours):.1f} MB/s")
    print(f"ratio {ratio:.2f}")
    if arguments.parts:
        print_parts(pipeline, texts)


if __name__ == "__main__":
    main()
