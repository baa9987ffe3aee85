"""Kills runs at random moments, resumes them, and compares the final output with that of a run that nothing stopped.

    python benchmarks/kill_test.py [--kills 200] [--seed 1] [--formats jsonl,parquet] [--copies 2]

Every output format in turn, each with a file of errors, one or two workers at random, SIGKILL to the leading process at
a random moment: one in ten as it starts, the others while it writes or gives the output its name. The input is
`corpora/gold`, repeated, with rows among it that fail. Tasks are small and checkpoints frequent, so that a short run
has as many places to be killed at as a long one.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMATS = {
    "jsonl": "out.jsonl",
    "jsonl.gz": "out.jsonl.gz",
    "jsonl.zst": "out.jsonl.zst",
    "csv": "out.csv",
    "parquet": "out.parquet",
    "sqlite": "out.sqlite",
    "arrow": "out.arrow",
}
# The command line, with places to be killed at every few articles.
PROGRAM = """
import extractnews.batch as batch
batch.TASK_ARTICLES, batch._CHECKPOINT_SECONDS = 4, 0.02
if __name__ == "__main__":
    from extractnews.cli import app
    app()
"""


def make_input(folder: Path, copies: int) -> Path:
    """Articles of `corpora/gold`, several times over, and what cannot be read among them."""
    lines = [line for path in sorted((ROOT / "corpora" / "gold").glob("*.jsonl")) for line in path.open("rb")]
    path = folder / "input.jsonl"
    with path.open("wb") as file:
        for _ in range(copies):
            for number, line in enumerate(lines):
                file.write(line if line.endswith(b"\n") else line + b"\n")
                if number % 9 == 4:
                    file.write(b'{"id": "no text"}\n')
    return path


def digest(path: Path) -> str:
    """Of a file's or folder's names and bytes."""
    found = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def command(folder: Path, source: Path, name: str, workers: int, resume: bool) -> list[str]:
    options = ["-o", str(folder / FORMATS[name]), "--errors", str(folder / "errors.jsonl"), "-q", "-w", str(workers)]
    return [sys.executable, str(folder.parent / "program.py"), "extract", str(source), *options, *["--resume"] * resume]


def wait_for_output(process: subprocess.Popen[bytes], folder: Path, anew: bool = True) -> None:
    """Wait until a run has begun to write: its journal has a first line, or one more."""
    journals = list(folder.glob("*.journal"))
    before = 0 if anew or not journals else journals[0].stat().st_size
    while process.poll() is None and not any(path.stat().st_size > before for path in folder.glob("*.journal")):
        time.sleep(0.005)


class Killer:
    """Runs, kills and compares, in a folder of its own."""

    def __init__(self, work: Path, names: list[str], seed: int, copies: int) -> None:
        self.names, self.work = names, work
        self.chance = random.Random(seed)
        self.kills: Counter[str] = Counter()
        self.finals: Counter[str] = Counter()
        self.resumed = self.different = 0
        (work / "program.py").write_text(PROGRAM, encoding="utf-8")
        self.source = make_input(work, copies)
        self.expected: dict[str, tuple[str, str]] = {}
        self.seconds: dict[str, float] = {}
        for name in names:
            self.run_undisturbed(name)

    def run_undisturbed(self, name: str) -> None:
        folder = self.work / "reference"
        folder.mkdir()
        process = subprocess.Popen(command(folder, self.source, name, 1, False), stderr=subprocess.DEVNULL)
        wait_for_output(process, folder)
        start = time.monotonic()
        process.wait()
        self.seconds[name] = time.monotonic() - start
        self.expected[name] = self.digests(folder, name)
        shutil.rmtree(folder)

    def digests(self, folder: Path, name: str) -> tuple[str, str]:
        return digest(folder / FORMATS[name]), digest(folder / "errors.jsonl")

    def run_killed(self, name: str) -> None:
        """Kill and resume until a run comes to its end, and look at what it leaves."""
        folder = self.work / "killed"
        folder.mkdir()
        resume = False
        while not self.finishes(folder, name, resume):
            self.kills[name] += 1
            self.resumed += any(folder.glob("*.part"))
            resume = True
        left = sorted(path.name for path in folder.iterdir() if path.suffix in (".part", ".journal", ".final", ".old"))
        if left or self.digests(folder, name) != self.expected[name]:
            self.different += 1
            print(f"DIFFERENT: {name}, left behind: {left}", flush=True)
        self.finals[name] += 1
        shutil.rmtree(folder)

    def finishes(self, folder: Path, name: str, resume: bool) -> bool:
        run = command(folder, self.source, name, self.chance.choice((1, 2)), resume)
        process = subprocess.Popen(run, stderr=subprocess.DEVNULL)
        if self.chance.random() > 0.1:  # the others are killed before they do anything
            wait_for_output(process, folder, anew=not resume)
        try:
            process.wait(timeout=self.chance.uniform(0, 0.8) * self.seconds[name])
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return False
        return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--copies", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        killer = Killer(Path(temporary), args.formats.split(","), args.seed, args.copies)
        while sum(killer.kills.values()) < args.kills:
            killer.run_killed(min(killer.names, key=lambda name: killer.kills[name]))
    for name in killer.names:
        print(f"{name:10} {killer.kills[name]:4} kills, {killer.finals[name]:4} final outputs")
    total = sum(killer.kills.values())
    print(f"{total} kills, {killer.resumed} of them with something to resume, {killer.different} outputs different")
    sys.exit(killer.different > 0)


if __name__ == "__main__":
    main()
