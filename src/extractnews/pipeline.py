"""From an article to its records: view, scan, extractors, linking, models."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from extractnews.article import Article, Draft, Found, ScannedArticle, SpanRef
from extractnews.extractors import all_extractors
from extractnews.layout import find_zones
from extractnews.lexicon import Resources
from extractnews.linking import link
from extractnews.normalise import NormalisedView
from extractnews.records import RECORD_TYPES, ArticleRecords
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon


class Pipeline:
    """Extracts records from articles; build it once, it holds the lexicons and the scanner.

    Args:
        record_types: which lists to fill (names of `ArticleRecords` fields); None for all five. What a wanted
            type is linked to is found along the way, but left out of the output.
        resources: a folder whose lexicons add to the library's own.

    Raises:
        ValueError: if a record type is unknown.
        ResourceError: if a resource is missing or malformed.
    """

    def __init__(self, *, record_types: Collection[str] | None = None, resources: Path | str | None = None) -> None:
        unknown = sorted(set(record_types or ()) - set(RECORD_TYPES))
        if unknown:
            raise ValueError(f"unknown record type {unknown[0]!r}; known are {', '.join(RECORD_TYPES)}")
        self._wanted = frozenset(RECORD_TYPES if record_types is None else record_types)
        files = Resources(resources)
        self._words = WordLexicon(files)
        self._extractors = [extractor(files) for extractor in all_extractors()]
        self._scanner = Scanner(cue for extractor in self._extractors for cue in extractor.cues())

    def extract(self, article: Article) -> ArticleRecords:
        """The records of one article."""
        return ArticleRecords.model_validate(self._records(article))

    def pipe(self, articles: Iterable[Article | str | Mapping[str, Any]]) -> Iterator[ArticleRecords]:
        """The records of many articles, lazily and in order.

        Args:
            articles: articles, plain texts, or mappings with `text` and optionally `id`, `source`, `reference_date`.

        Raises:
            TypeError, ValueError: at the first item that is no article.
        """
        for article in articles:
            yield self.extract(as_article(article))

    def _records(self, article: Article) -> dict[str, Any]:
        view = NormalisedView(article.text)
        zones = find_zones(view.text)
        scanned = ScannedArticle(article, view, zones, self._scanner(view.text), self._words)
        found: Found = {}
        for extractor in self._extractors:
            drafts = extractor(scanned, found)
            if zones:
                drafts = [draft for draft in drafts if not scanned.in_furniture(draft.start, draft.end)]
            drafts.sort(key=lambda draft: (draft.start, draft.end))
            found[extractor.record_type] = drafts
        link(scanned, found)
        records: dict[str, Any] = {
            "id": article.id,
            "source": article.source,
            "reference_date": article.reference_date,
            "zones": [{**_span(view, start, end), "kind": kind} for start, end, kind in zones],
        }
        for record_type in self._wanted:
            records[record_type] = [_record(scanned, draft) for draft in found.get(record_type, ())]
        return records


def _span(view: NormalisedView, start: int, end: int) -> dict[str, Any]:
    start, end = view.span(start, end)
    return {"start": start, "end": end, "text": view.original[start:end]}


def _record(article: ScannedArticle, draft: Draft) -> dict[str, Any]:
    record = _model(article.view, draft)
    record["rule"] = draft.rule
    if article.zones and article.in_caption(draft.start):
        record["caption"] = True
    return record


def _model(view: NormalisedView, draft: Draft) -> dict[str, Any]:
    model = _span(view, draft.start, draft.end)
    for name, value in draft.fields.items():
        model[name] = _value(view, value)
    return model


def _value(view: NormalisedView, value: Any) -> Any:
    if isinstance(value, SpanRef):
        return _span(view, *value)
    if isinstance(value, Draft):
        return _model(view, value)
    if isinstance(value, list):
        return [_value(view, item) for item in value]
    return value


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
    return default_pipeline().extract(as_article({"text": text, "reference_date": reference_date, "id": id, "source": source}))
