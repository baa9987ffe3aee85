"""The library beside the floor, five plain expressions and other tools, in turn, on the same articles."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import peers
from measuring import cpu_seconds, median, megabytes, stage_shares, table

from extractnews import Article, Pipeline
from extractnews.records import RECORD_TYPES

OURS = "extractnews, all five types"


@dataclass(frozen=True)
class Contender:
    """Something that reads articles.

    Attributes:
        name: what the table calls it.
        seconds: CPU seconds that it takes for texts.
        articles: how many it is given; the library gets as many for the ratio.
    """

    name: str
    seconds: Callable[[Sequence[str]], float]
    articles: int


def compare(texts: list[str], passes: int) -> str:
    """A table of MB of UTF-8 a CPU second, medians, and of the library's speed as a multiple of each."""
    with tempfile.TemporaryDirectory() as directory:
        contenders, missing = _contenders(texts, Path(directory))
        taken: dict[str, list[float]] = {contender.name: [] for contender in contenders}
        ours: dict[str, list[float]] = {contender.name: [] for contender in contenders}
        whole = contenders[0]
        for contender in contenders:
            contender.seconds(texts[:2])  # what is built at the first use
        for _ in range(passes):
            beside: dict[int, float] = {}
            for contender in contenders:
                given = texts[: contender.articles]
                if contender.articles not in beside:
                    beside[contender.articles] = whole.seconds(given)
                ours[contender.name].append(beside[contender.articles])
                same = contender is whole
                taken[contender.name].append(beside[contender.articles] if same else contender.seconds(given))
    rows = []
    for contender in contenders:
        given = texts[: contender.articles]
        size, their, our = megabytes(given), taken[contender.name], ours[contender.name]
        ratio = median(t / o for t, o in zip(their, our, strict=True))
        rows.append((contender.name, len(given), size / median(their), ratio))
    note = f"Medians of {passes} passes over the same articles, {megabytes(texts):.1f} MB at the most.\n"
    absent = f"Not installed here: {', '.join(missing)}.\n" if missing else ""
    return table(("what", "articles", "MB/s", "extractnews is ... times as fast"), rows) + "\n" + note + absent


def _timed(work: peers.Work) -> Callable[[Sequence[str]], float]:
    return lambda texts: cpu_seconds(lambda: work(texts))


def _pipe(pipeline: Pipeline) -> peers.Work:
    return lambda texts: [pipeline.extract_json(Article(text)) for text in texts]


def _contenders(texts: list[str], folder: Path) -> tuple[list[Contender], list[str]]:
    """All that are at hand, the library first, and the names of those that are not."""
    every = len(texts)
    pipeline = Pipeline()
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number:06}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    out = folder / "out.jsonl"

    def from_files(given: Sequence[str]) -> None:
        with out.open("wb") as file:
            for path in paths[: len(given)]:
                article = Article(path.read_bytes().decode(), path.name, str(path))
                file.write(pipeline.extract_json(article) + b"\n")

    found = [Contender(OURS, _timed(_pipe(pipeline)), every)]
    found += [
        Contender(f"extractnews, {name} alone", _timed(_pipe(Pipeline(record_types=[name]))), every)
        for name in RECORD_TYPES
    ]
    found.append(Contender("extractnews, files read and JSON Lines written", _timed(from_files), every))
    floor = _timed(lambda given: peers.floor(paths[: len(given)], out))
    found.append(Contender("floor: the same with 20 constant records an article", floor, every))
    timers: list[tuple[str, Callable[[Sequence[str]], float] | None, int]] = [
        ("five plain expressions, JSON", _maybe(peers.naive()), every),
        ("spaCy, ruler of the gazetteer", _maybe(peers.spacy_ruler(token_rules=False)), every),
        ("spaCy, the same and 20 token rules", _maybe(peers.spacy_ruler(token_rules=True)), min(every, 300)),
        ("dateparser.search, dates alone", _maybe(peers.dateparser_search()), min(every, 60)),
        ("HeidelTime, dates alone", peers.heideltime(), min(every, 20)),
    ]
    found += [Contender(name, seconds, count) for name, seconds, count in timers if seconds]
    return found, [name for name, seconds, _ in timers if not seconds]


def _maybe(work: peers.Work | None) -> Callable[[Sequence[str]], float] | None:
    return _timed(work) if work else None


def stages(texts: list[str]) -> str:
    """Where the time goes: the share of each stage, and what it takes for a million characters."""
    run = _pipe(Pipeline())
    run(texts[:100])
    seconds = cpu_seconds(lambda: run(texts))
    characters = sum(map(len, texts)) / 1e6
    shares = stage_shares(lambda: [run(texts) for _ in range(3)])
    rows = [(stage, f"{share:.1%}", share * seconds / characters * 1e3) for stage, share in shares.items()]
    rows.append(("all", "100%", seconds / characters * 1e3))
    return table(("stage", "share", "ms a million characters"), rows)
