"""`parse_date`: calendar expressions outside articles."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Final

from extractnews.article import Article, Draft, ScannedArticle, as_date
from extractnews.calendars import edtf_interval
from extractnews.extractors.dates.extractor import DateExtractor
from extractnews.extractors.dates.offsets import OffsetReader
from extractnews.extractors.dates.parts import Match
from extractnews.extractors.dates.sequence import draft_of
from extractnews.lexicon import Resources
from extractnews.normalise import NormalisedView, fold
from extractnews.records import DateRecord
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon


class DateParser:
    """Reads calendar expressions outside articles: `DateExtractor` with its loose rules, and distances.

    Args:
        resources: where `dates.toml` is read from.
    """

    def __init__(self, resources: Resources) -> None:
        self._extractor = DateExtractor(resources, loose=True)
        self._offsets = OffsetReader(resources)
        self._scanner = Scanner(self._extractor.cues())
        self._words = WordLexicon(resources)

    def find(self, text: str, reference_date: dt.date | None = None) -> list[DateRecord]:
        """All calendar expressions of a text, sorted by start.

        Args:
            text: any text.
            reference_date: the day from which relative expressions count; without it they have no value.
        """
        view = NormalisedView(text)
        article = Article(text, reference_date=reference_date)
        scanned = ScannedArticle(article, view, view.text, [], self._scanner(view), self._words)
        drafts = self._extractor(scanned, {})
        for start, end, reading in self._offsets.find(view.text, reference_date):
            covered = [draft for draft in drafts if draft.start < end and draft.end > start]
            if all(start <= draft.start and draft.end <= end for draft in covered):
                drafts = [draft for draft in drafts if draft not in covered]
                drafts.append(draft_of(Match("offset", [], start, end, 0), reading))
        drafts.sort(key=lambda draft: draft.start)
        for draft in drafts:
            _narrow(draft, view.text, reference_date)
        records = []
        for draft in drafts:
            start, end = view.span(draft.start, draft.end)
            records.append(DateRecord(start=start, end=end, text=text[start:end], rule=draft.rule, **draft.fields))
        return records


_PART_RE: Final = re.compile(r"(?<!\w)(?:(بقيه|باقي)|(عطله نهايه)) $")


def _narrow(draft: Draft, text: str, reference: dt.date | None) -> None:
    """`بقية الشهر` begins on the reference date; `عطلة نهاية الأسبوع` is the week's Saturday and Sunday."""
    word = _PART_RE.search(text, max(0, draft.start - 14), draft.start)
    first, last = draft.fields.get("first"), draft.fields.get("last")
    if word is None or first is None or last is None or reference is None:
        return
    if word[1] and first <= reference <= last:
        first = reference
    elif word[2] and draft.fields["precision"] == "week":
        first = last - dt.timedelta(days=1)
    else:
        return
    draft.start = word.start()
    draft.fields.update(value=edtf_interval(first, last), first=first, precision="day")


@cache
def default_parser() -> DateParser:
    """The parser of `parse_date`, built at its first call."""
    return DateParser(Resources())


# What may stand around the expression in what is given to `parse_date`.
_AROUND_RE: Final = re.compile(
    r"[\s.,:;()\[\]\"'-]*(?:(?:في|من|بتاريخ|الي|حتي|منذ|خلال|بين|يوم|يومي|شهر|تاريخ|الموافق|صباح|مساء|فجر|ليله|ظهر|عصر|مطلع|منتصف"
    r"|اواخر|اوائل|نهايه|بدايه|الفتره|ل|ب)[\s.,:;()\[\]\"'-]*)*"
)


def parse_date(expression: str, reference_date: dt.date | str | None = None) -> DateRecord | None:
    """Read one calendar expression.

    Args:
        expression: the expression, such as `الثلاثاء 3 يناير 2024` or `قبل ثلاثة أشهر`; prepositions, `يوم` and `شهر`
            may stand before it.
        reference_date: the day from which relative expressions count, as a date, a datetime or an ISO 8601 string.

    Returns:
        The record, with offsets into `expression`; None where the text is not one expression and nothing else.

    Raises:
        ValueError: if the reference date is no ISO date.
    """
    records = default_parser().find(expression, as_date(reference_date))
    if len(records) != 1:
        return None
    record = records[0]
    rest = fold(expression[: record.start]), fold(expression[record.end :])
    return record if all(_AROUND_RE.fullmatch(text) for text in rest) else None
