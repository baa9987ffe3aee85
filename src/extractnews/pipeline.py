"""From an article to its records: view, scan, extractors, linking, models."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from extractnews import layout
from extractnews.article import Article, Draft, Found, ScannedArticle, as_article
from extractnews.extractors import Extractor, all_extractors
from extractnews.lexicon import Resources
from extractnews.linking import Linker
from extractnews.normalise import NormalisedView
from extractnews.records import ArticleRecords, checked_types, plain_json
from extractnews.rendering import DEFAULTS, NO_DEFAULTS, Defaults, render
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon

ArticleLike = Article | str | Mapping[str, Any]
"""What stands for an article: itself, its text, or a mapping with its fields."""


class Pipeline:
    """Extracts records from articles; build it once, it holds the lexicons and the scanner.

    Args:
        record_types: which lists to fill (names of `ArticleRecords` fields); None for all five. What a wanted
            type is linked to is found along the way, but left out of the output; the rest is not looked for.
        resources: a folder whose lexicons add to the library's own.

    Raises:
        TypeError: if the record types are one string.
        ValueError: if a record type is unknown.
        ResourceError: if a resource is missing or malformed.
    """

    def __init__(self, *, record_types: Iterable[str] | None = None, resources: Path | str | None = None) -> None:
        wanted = checked_types(record_types)
        self._lists = wanted | {"unconferred"} if "awards" in wanted else wanted
        files = Resources(resources)
        self._words = WordLexicon(files)
        with _Uncollected():  # the lexicons stay
            if resources is not None:
                self._words.classes()  # what is wrong with a user's words is said now, not with every article
            self._extractors = [extractor(files) for extractor in _needed(wanted)]
            self._link = Linker(files)
            extracted = (cue for extractor in self._extractors for cue in extractor.cues())
            self._scanner = Scanner(chain(layout.cues(), extracted))

    def extract(self, article: ArticleLike) -> ArticleRecords:
        """The records of one article.

        Args:
            article: an article, a plain text, or a mapping with `text` and optionally `id`, `source`, `reference_date`.

        Raises:
            TypeError, ValueError: if it is no article (see `extractnews.article.as_article`).
        """
        with _Uncollected():
            return ArticleRecords.model_validate(self._read(article, NO_DEFAULTS))

    def extract_plain(self, article: ArticleLike) -> dict[str, Any]:
        """The records of one article as plain values: what `extract(article).model_dump()` gives, without the models.

        For whoever writes the records and does not look at them, such as a run over a folder. Lists stand where the
        models have tuples. It takes and raises what `extract()` does.
        """
        with _Uncollected():
            return self._read(article, DEFAULTS)

    def extract_json(self, article: ArticleLike) -> bytes:
        """The JSON of one article's records: the bytes of `extract(article).to_json()`, without the models.

        It takes and raises what `extract()` does.
        """
        with _Uncollected():
            return plain_json(self._read(article, DEFAULTS))

    def pipe(self, articles: Iterable[ArticleLike]) -> Iterator[ArticleRecords]:
        """The records of many articles, lazily and in order.

        Args:
            articles: whatever `extract()` takes, each.

        Raises:
            TypeError, ValueError: at the first item that is no article, after the records of those before it.
        """
        if isinstance(articles, str | Mapping | Article):
            raise TypeError(f"pipe() takes many articles, not one {type(articles).__name__}; extract() takes one")
        for article in articles:
            yield self.extract(article)

    def _read(self, article: ArticleLike, defaults: Defaults) -> dict[str, Any]:
        return render(*self._find(as_article(article)), self._lists, defaults)

    def _find(self, article: Article) -> tuple[ScannedArticle, Found]:
        scanned = self._scan(article)
        found: Found = {}
        for extractor in self._extractors:
            found[extractor.record_type] = _drafts(extractor, scanned, found)
        self._link(scanned, found)
        return scanned, found

    def _scan(self, article: Article) -> ScannedArticle:
        view = NormalisedView(article.text)
        scan = self._scanner(view)
        zones = layout.find_zones(view.text, scan)
        return ScannedArticle(article, view, layout.join_lines(view.text), zones, scan, self._words)


class _Uncollected:
    """Without the collector of reference cycles in the body of a `with`.

    What is made for an article is freed by its count; the collector would only look at it, for a fifth of the time.
    """

    __slots__ = ("_collects",)

    def __enter__(self) -> None:
        self._collects = gc.isenabled()
        gc.disable()

    def __exit__(self, *raised: object) -> None:
        if self._collects:
            gc.enable()


def _needed(wanted: Collection[str]) -> list[type[Extractor]]:
    """The extractors of the wanted types, of what these are linked to and of what all of them read, in their order."""
    extractors = all_extractors()
    needed = set(wanted).union(*(extractor.linked_to for extractor in extractors if extractor.record_type in wanted))
    for extractor in reversed(extractors):  # an extractor reads those before it
        if extractor.record_type in needed:
            needed |= extractor.reads
    return [extractor for extractor in extractors if extractor.record_type in needed]


def _drafts(extractor: Extractor, article: ScannedArticle, found: Found) -> list[Draft]:
    """What an extractor finds outside the page's furniture, in the order of the text."""
    drafts = extractor(article, found)
    if article.zones:
        drafts = [draft for draft in drafts if not article.in_furniture(draft.start, draft.end)]
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return drafts


@cache
def default_pipeline() -> Pipeline:
    """The pipeline of `extract()`, built at its first call."""
    return Pipeline()


def extract(
    text: str,
    reference_date: dt.date | str | None = None,
    id: str | int | None = None,
    source: str | None = None,
) -> ArticleRecords:
    """The records of one text.

    Args:
        text: the article.
        reference_date: the day it was published, as a date, a datetime or an ISO 8601 string; without it nothing
            relative gets a value.
        id: passed through, as a string.
        source: passed through.

    Raises:
        TypeError: if the text or the source is no string.
        ValueError: if the reference date is no date, or the id neither a string nor a whole number.
    """
    return default_pipeline().extract({"text": text, "reference_date": reference_date, "id": id, "source": source})
