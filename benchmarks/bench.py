"""How fast the library is, and how its cost grows: Markdown on standard output.

    python benchmarks/bench.py [MODE ...] [--articles N] [--passes N] [--megabytes N] [--write PAGE]

Modes: compare (beside other tools, in turn, on the same articles), stages, length (of an article), gazetteer (its
size), corpus and workers (`extractnews extract` over files), spark. Without a mode: all but the last three, which take
minutes and two cores. `--write` puts each mode's output between its marks `<!-- bench MODE -->` in the page, that of
the compiled library between `<!-- bench MODE compiled -->`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import growth
import runs
from compare import compare, stages
from measuring import is_compiled, load_texts, machine

MODES: dict[str, Callable[[argparse.Namespace], str]] = {
    "compare": lambda options: compare(load_texts(options.articles), options.passes),
    "stages": lambda options: stages(load_texts(options.articles)),
    "length": lambda options: growth.by_length(options.passes),
    "gazetteer": lambda options: growth.by_gazetteer(load_texts(options.articles), options.passes),
    "corpus": lambda options: runs.by_corpus(options.megabytes),
    "workers": lambda options: runs.by_workers(options.megabytes, options.passes),
    "spark": lambda options: runs.on_spark(options.megabytes),
}
IN_ONE_PROCESS = ("compare", "stages", "length", "gazetteer")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("modes", nargs="*", metavar="MODE", help=", ".join(MODES))
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--megabytes", type=int, default=100, help="size of the corpus of corpus, workers and spark")
    parser.add_argument("--write", type=Path, metavar="PAGE")
    options = parser.parse_args()
    for mode in options.modes or IN_ONE_PROCESS:
        if mode not in MODES:
            parser.error(f"unknown mode {mode!r}; known are {', '.join(MODES)}")
        command = f"python benchmarks/bench.py {mode} --articles {options.articles} --passes {options.passes}"
        if mode not in IN_ONE_PROCESS:
            command = f"python benchmarks/bench.py {mode} --megabytes {options.megabytes} --passes {options.passes}"
        load = os.getloadavg()[0]
        output = MODES[mode](options)
        said = f"`{command}`, {dt.date.today().isoformat()}, {machine()}; load before the run {load:.1f}.\n\n{output}"
        print(f"## {mode}\n\n{said}", flush=True)
        if options.write:
            write(options.write, f"{mode} compiled" if is_compiled() else mode, said)


def write(page: Path, block: str, output: str) -> None:
    """Put the output between the block's marks.

    Raises:
        SystemExit: if the page has no such marks.
    """
    text = page.read_text(encoding="utf-8")
    marks = re.compile(rf"(?<=<!-- bench {block} -->\n).*?(?=<!-- end of bench -->)", re.DOTALL)
    if not marks.search(text):
        sys.exit(f"{page}: no <!-- bench {block} -->")
    page.write_text(marks.sub(lambda _: output, text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
