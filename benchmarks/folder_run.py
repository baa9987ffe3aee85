"""A run over one input with one worker and with several: seconds, speed-up, processor time, peak memory.

    python benchmarks/folder_run.py INPUT [--workers 1,2] [--runs 5] [--megabytes 100] [--output out.jsonl]

INPUT is what `extractnews extract` reads; `--megabytes` repeats a JSON Lines file up to that size first, in the folder
for temporary files. The runs alternate, so that other work on the machine disturbs all alike; figures are medians.
Peak memory is the largest of any single process, the leading one and its workers, as the system counts it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = """
import json, resource, sys, time
from extractnews.batch import run
if __name__ == "__main__":
    start = time.perf_counter()
    summary = run([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]))
    seconds = time.perf_counter() - start
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({
        "seconds": seconds, "megabytes": summary.bytes / 1e6, "articles": summary.articles,
        "leader_cpu": own.ru_utime + own.ru_stime, "workers_cpu": children.ru_utime + children.ru_stime,
        "leader_peak": own.ru_maxrss / 1024, "worker_peak": children.ru_maxrss / 1024,
    }))
"""


def repeated(source: Path, megabytes: int, folder: Path) -> Path:
    """The rows of a JSON Lines file, over and over, up to a size."""
    target, data = folder / source.name, source.read_bytes()
    with target.open("wb") as file:
        while file.tell() < megabytes * 1_000_000:
            file.write(data)
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--megabytes", type=int)
    parser.add_argument("--output", default="out.jsonl")
    args = parser.parse_args()
    counts = [int(count) for count in args.workers.split(",")]
    figures: dict[int, list[dict[str, float]]] = {count: [] for count in counts}
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        (work / "program.py").write_text(RUN, encoding="utf-8")
        (work / "input").mkdir()
        source = repeated(args.input, args.megabytes, work / "input") if args.megabytes else args.input
        for _ in range(args.runs):
            for count in counts:
                output = work / "output" / args.output
                output.parent.mkdir()
                command = [sys.executable, str(work / "program.py"), str(source), str(output), str(count)]
                said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                figures[count].append(json.loads(said))
                shutil.rmtree(output.parent)
    print(f"{'workers':>7}{'seconds':>9}{'MB/s':>7}{'speed-up':>10}{'leader s':>10}{'workers s':>11}"
          f"{'leader MB':>11}{'worker MB':>11}")  # fmt: skip
    first = None
    for count, runs in figures.items():
        median = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        first = first or median["seconds"]
        print(
            f"{count:7}{median['seconds']:9.1f}{median['megabytes'] / median['seconds']:7.2f}"
            f"{first / median['seconds']:10.2f}{median['leader_cpu']:10.1f}{median['workers_cpu']:11.1f}"
            f"{median['leader_peak']:11.0f}{median['worker_peak']:11.0f}"
        )


if __name__ == "__main__":
    main()
