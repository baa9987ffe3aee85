"""The readings of an article's expressions in their order, each completed by those before it."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Final

from extractnews.article import Draft, ScannedArticle
from extractnews.calendars import (
    Context,
    Reading,
    bounds,
)
from extractnews.extractors.dates.parts import Match, closed
from extractnews.extractors.dates.reading import begins_with_same, read_match
from extractnews.extractors.dates.reference import ASIDE_RE, day_named, day_of_writing, year_of_writing
from extractnews.extractors.dates.tense import IsVerb, tense_before

# An expression that leans on the one before it (`اليوم التالي`) is that near to it.
_REACH: Final = 150
_SAME_SENTENCE: Final = 60
_LONGEST_BRACKET: Final = 40
_FARTHEST_EVENT: Final = 50
"""Days among which the one of an event is looked for."""
_OF_THAT_MONTH: Final = ("day_of_month", "day_of_month_range")
_NO_MONTH: Final = frozenset(("relative_day", "weekday", "year", "bare_year", "numeric", "unit", "decade", "century"))
"""Rules of expressions that no year of the sentence completes."""
_EQUIVALENT_RE: Final = re.compile(
    r"(?:\.(?= ?الموافق))? ?[,(/-]? ?(?:و?(?:ال)?(?:موافق|مصادف)(?:ه)?)? ?[(:]? ?(?:ل|ل )?(?:يوم )?\(?"
)


def readings(article: ScannedArticle, matches: list[Match], loose: bool = False) -> list[Draft]:
    """The drafts of an article's matches, in their order; what turns out to be no date is left out.

    Args:
        article: the article.
        matches: the rules' matches.
        loose: whether `اليوم التالي` may lean on the reference date itself.
    """
    text = article.text
    reference = day_of_writing(article, matches)
    context = Context(reference, None if reference else day_named(text, matches), is_verb=article.is_verb)
    if reference is None and context.present is None:
        context.this_year = year_of_writing(text, matches)
    if loose and reference is not None:
        context.note(Reading(reference.isoformat(), "day"))
    drafts: list[Draft] = []
    days: list[tuple[Match, Reading]] = []
    coming: dict[int, Reading] = {}
    last: Match | None = None
    before: Reading | None = None
    for found in matches:
        match = found
        if last is not None and match.start - last.end > _REACH:
            context.forget()
        if match.rule == "relative_day" and _counts_from_event(text, last, match, context):
            context.last_day = _event_day(text, days)
        if match.rule not in _NO_MONTH:
            context.year = _year_of_sentence(text, last, before, match.start)
        reading = read_match(text, match, Context() if _is_yearly(text, match) else context)
        if reading is None or (reading.value is None and begins_with_same(text, match)):
            continue  # `يعودون في نفس اليوم` names none
        if match.rule in _OF_THAT_MONTH and match.parts[-1].code == "I" and (reading.value or "X")[0] == "X":
            continue  # `31 منه` without a month before it
        if reference is not None and reading.precision == "day":
            reading = _coming_weekday(text, match, reading, reference, coming, context.is_verb)
        if match.parts[-1].start >= match.end and reading.value and not reading.implied and reading.value[0] != "X":
            # Said of the month or the day after it.
            of_day = any(part.code in "MH" and part.start >= match.end for part in match.parts)
            reading = reading._replace(implied=("year", "month") if of_day else ("year",))
        if last is not None and before is not None and before.calendar != reading.calendar:
            both = _equivalents(text, (last, before), (match, reading))
            if both is not None:
                drafts.pop()
                match, reading = both
        if match.parts[-1].value != "previous":  # of two العام السابق both are of one year
            context.note(reading)
        if reading.precision == "day":
            days.append((match, reading))
        drafts.append(draft_of(match, reading))
        last, before = match, reading
    return drafts


def _coming_weekday(
    text: str, match: Match, reading: Reading, reference: dt.date, coming: dict[int, Reading], is_verb: IsVerb | None
) -> Reading:
    """The reading of a weekday, which is a coming day where that has been named before (`غدا الأربعاء`)."""
    if match.rule != "weekday" or len(match.parts) > 1:
        day = None if match.split else bounds(reading.value)[0]
        if day is not None and 0 < (day - reference).days <= 7 and any(part.code == "W" for part in match.parts):
            coming[day.weekday()] = reading
        return reading
    known = coming.get(match.parts[0].value)
    return reading if known is None or tense_before(text, match.start, is_verb) < 0 else known


def _is_yearly(text: str, match: Match) -> bool:
    """Whether the day or month comes round (`8 مارس من كل عام`), so that it is of no year."""
    return match.rule not in _NO_MONTH and text.startswith((" من كل عام", " من كل سنه"), match.end)


def _is_same_day(text: str, match: Match) -> bool:
    """Whether the match says that its day is one named before (`اليوم نفسه`, `نفس اليوم`)."""
    return match.parts[-1].value == "same" or begins_with_same(text, match)


def _counts_from_event(text: str, last: Match | None, match: Match, context: Context) -> bool:
    """Whether `اليوم نفسه` or `اليوم التالي` counts from the day of the event, and not from the last one named."""
    if match.parts[-1].value == "next":
        return _begins_anew(text, last, match, context) and context.last_day is not None
    return _is_same_day(text, match) and _begins_anew(text, last, match, context)


def _begins_anew(text: str, last: Match | None, match: Match, context: Context) -> bool:
    """Whether a paragraph begins, or too much stands, between an expression and the one before it."""
    if last is None:
        return False
    context.settle()
    return context.last_day is None or "\n" in text[last.end : match.start]


def _event_day(text: str, days: list[tuple[Match, Reading]]) -> dt.date | None:
    """The last of an article's days on which something happened; of days in a row, the last."""
    for match, reading in days[: -_FARTHEST_EVENT - 1 : -1]:
        day = bounds(reading.value)[1]
        if day is not None and not _is_beside_the_event(text, match):
            return day
    return None


def _is_beside_the_event(text: str, match: Match) -> bool:
    """Whether a day tells of something else than what the article reports.

    A document's date, one in brackets, the beginning or end of a period (`دخل حيز التنفيذ في`, `اعتبارا من`).
    """
    start = match.start
    bracket = text.rfind("(", max(0, start - _LONGEST_BRACKET), start)
    if bracket >= 0 and text.find(")", bracket, start) < 0:
        return True
    return ASIDE_RE.search(text, max(0, start - 20), start) is not None


def _year_of_sentence(text: str, last: Match | None, reading: Reading | None, start: int) -> int | None:
    """The year of a full date right before in the same sentence, which a day without a year shares."""
    if last is None or reading is None or reading.precision != "day" or reading.value is None:
        return None
    gap = text[last.end : start]
    if reading.implied and (last.rule != "relative_day" or gap.strip(" ,(")):
        return None  # but اليوم التالي 6 نوفمبر
    if len(gap) > _SAME_SENTENCE or "." in gap or "\n" in gap:
        return None
    year = reading.value[:4]
    return int(year) if year.isdigit() else None


def _equivalents(
    text: str, first: tuple[Match, Reading], second: tuple[Match, Reading]
) -> tuple[Match, Reading] | None:
    """A Hijri date and its Gregorian equivalent as one; None where the two are not that."""
    (match, reading), (other, other_reading) = first, second
    if "both" in (reading.calendar, other_reading.calendar):
        return None
    gap = text[match.end : other.start]
    if len(gap) > 26 or reading.precision != other_reading.precision or not _EQUIVALENT_RE.fullmatch(gap):
        return None
    hijri, gregorian = (reading, other_reading) if reading.calendar == "hijri" else (other_reading, reading)
    if hijri.value is not None and gregorian.implied:
        written = other if gregorian is other_reading else match
        day = bounds(hijri.value)[0]
        gregorian = read_match(text, written, Context(reference=day)) or gregorian
    elif gregorian.value is not None and hijri.implied:
        hijri = hijri._replace(value=None)
    end = closed(text, gap, other.end)
    days = bounds(hijri.value)[0], bounds(gregorian.value)[0]
    # The sighted month may begin a day before or after the table's.
    apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
    contradiction = gregorian.contradiction or apart > (1 if gregorian.precision == "day" else 370)
    joined = match._replace(end=end, parts=match.parts + other.parts, rule=f"{match.rule}_equivalent")
    return joined, gregorian._replace(calendar="both", contradiction=contradiction)


def draft_of(match: Match, reading: Reading) -> Draft:
    """The draft of a `DateRecord`."""
    return Draft(match.start, match.end, f"dates.{match.rule}", _fields(reading).copy())


@lru_cache(maxsize=16384)
def _fields(reading: Reading) -> dict[str, Any]:
    first, last = bounds(reading.value)
    fields: dict[str, Any] = {
        "value": reading.value,
        "first": first,
        "last": last,
        "precision": reading.precision,
        "calendar": reading.calendar,
    }
    if reading.implied:
        fields["implied"] = reading.implied
    if reading.contradiction:
        fields["contradiction"] = True
    return fields
