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
from extractnews.article import Article, Draft, Found, ScannedArticle
from extractnews.extractors import Extractor, all_extractors
from extractnews.lexicon import Resources
from extractnews.linking import Linker
from extractnews.normalise import NormalisedView
from extractnews.records import RECORD_TYPES, ArticleRecords, plain_json
from extractnews.rendering import DEFAULTS, NO_DEFAULTS, Defaults, render
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon


class Pipeline:
    """Extracts records from articles; build it once, it holds the lexicons and the scanner.

    Args:
        record_types: which lists to fill (names of `ArticleRecords` fields); None for all five. What a wanted
            type is linked to is found along the way, but left out of the output; the rest is not looked for.
        resources: a folder whose lexicons add to the library's own.

    Raises:
        ValueError: if a record type is unknown.
        ResourceError: if a resource is missing or malformed.
    """

    def __init__(self, *, record_types: Collection[str] | None = None, resources: Path | str | None = None) -> None:
        unknown = sorted(set(record_types or ()) - set(RECORD_TYPES))
        if unknown:
            raise ValueError(f"unknown record type {unknown[0]!r}; known are {', '.join(RECORD_TYPES)}")
        wanted = frozenset(RECORD_TYPES if record_types is None else record_types)
        self._lists = wanted | {"unconferred"} if "awards" in wanted else wanted
        files = Resources(resources)
        self._words = WordLexicon(files)
        with _Uncollected():  # the lexicons stay
            self._extractors = [extractor(files) for extractor in _needed(wanted)]
            self._link = Linker(files)
            extracted = (cue for extractor in self._extractors for cue in extractor.cues())
            self._scanner = Scanner(chain(layout.cues(), extracted))

    def extract(self, article: Article) -> ArticleRecords:
        """The records of one article."""
        with _Uncollected():
            return ArticleRecords.model_validate(self._read(article, NO_DEFAULTS))

    def extract_plain(self, article: Article) -> dict[str, Any]:
        """The records of one article as plain values: what `extract(article).model_dump()` gives, without the models.

        For whoever writes the records and does not look at them, such as a run over a folder. Lists stand where the
        models have tuples.
        """
        with _Uncollected():
            return self._read(article, DEFAULTS)

    def extract_json(self, article: Article) -> bytes:
        """The JSON of one article's records: the bytes of `extract(article).to_json()`, without the models."""
        with _Uncollected():
            return plain_json(self._read(article, DEFAULTS))

    def pipe(self, articles: Iterable[Article | str | Mapping[str, Any]]) -> Iterator[ArticleRecords]:
        """The records of many articles, lazily and in order.

        Args:
            articles: articles, plain texts, or mappings with `text` and optionally `id`, `source`, `reference_date`.

        Raises:
            TypeError, ValueError: at the first item that is no article, after the records of those before it.
        """
        for article in articles:
            yield self.extract(as_article(article))

    def _read(self, article: Article, defaults: Defaults) -> dict[str, Any]:
        return render(*self._find(article), self._lists, defaults)

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


def as_article(item: Article | str | Mapping[str, Any]) -> Article:
    """An `Article` from what `pipe()` takes.

    Raises:
        TypeError: if the item is none of these, or its text is no string.
        ValueError: if its reference date is no ISO date.
    """
    if isinstance(item, Article):
        return item
    if isinstance(item, str):
        return Article(item)
    if not isinstance(item, Mapping):
        raise TypeError(f"an article, a text or a mapping is wanted, not {type(item).__name__}")
    text = item.get("text")
    if not isinstance(text, str):
        raise TypeError(f"an article's text is a string, not {type(text).__name__}")
    return Article(text, item.get("id"), item.get("source"), as_date(item.get("reference_date")))


def as_date(value: dt.date | str | None) -> dt.date | None:
    """A date from a date, a datetime, an ISO 8601 string or None.

    Raises:
        ValueError: if a string is no ISO date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.datetime.fromisoformat(value).date()
    except (TypeError, ValueError):
        raise ValueError(f"reference date {value!r} is not an ISO 8601 date such as 2024-01-03") from None


@cache
def default_pipeline() -> Pipeline:
    """The pipeline of `extract()`, built at its first call."""
    return Pipeline()


def extract(
    text: str,
    reference_date: dt.date | str | None = None,
    id: str | None = None,
    source: str | None = None,
) -> ArticleRecords:
    """The records of one text.

    Args:
        text: the article.
        reference_date: the day it was published, as a date or an ISO 8601 string; without it nothing
            relative gets a value.
        id: passed through.
        source: passed through.

    Raises:
        ValueError: if the reference date is no date.
    """
    return default_pipeline().extract(
        as_article({"text": text, "reference_date": reference_date, "id": id, "source": source})
    )
