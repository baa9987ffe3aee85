"""The reading of one expression."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from extractnews.calendars import (
    Calendar,
    Context,
    Partial,
    Reading,
    resolve,
    resolve_range,
)
from extractnews.extractors.dates.partials import (
    DEMONSTRATIVES,
    SAME,
    SAME_WORDS,
    SPECIAL,
    THIS_DAY,
    add_adjective,
    partial_of,
    special_partial,
)
from extractnews.extractors.dates.parts import HIJRI_NEWS_YEARS, Match, Part
from extractnews.extractors.dates.tense import is_past_day, month_tense, tense_before

_Said = tuple[Calendar, int | None, int | None, int | None, int | None]
"""Calendar, year, month, day, weekday."""


def begins_with_same(text: str, match: Match) -> bool:
    """Whether `نفس` or `ذات` stands before `اليوم` in a match."""
    first = match.parts[0]
    return first.code == "T" and match.start < first.start and text[match.start : first.start] in SAME_WORDS


def read_match(text: str, match: Match, context: Context) -> Reading | None:
    """What an expression says in its context; None where that is no date."""
    parts = match.parts
    if match.split:
        first, last = partial_of(parts[: match.split], text), partial_of(parts[match.split :], text)
        if last.direction is None:
            _add_tense(first, text, match.start, context)
        return resolve_range(first, last, context)
    if match.rule == "relative_day" and parts[-1].code != "A" and not begins_with_same(text, match):
        return _relative_day(context.reference, parts[0].value, parts[1].value if len(parts) > 1 else None)
    if match.rule in SPECIAL:
        partial = special_partial(match)
    else:
        said = _plainly_said(parts, text)
        if said is not None:
            return _plain_reading(said, text, match.start, context)
        if parts[-1].code == "A" and len(parts) == 2 and _is_shifted_unit(parts, text):
            unit, shift = parts[0].code, parts[1].value
            return _shifted_unit(unit, shift, context.reference, context.present, context.this_year)
        partial = partial_of(parts, text)
    _add_tense(partial, text, match.start, context)
    return resolve(partial, context)


@lru_cache(maxsize=4096)
def _relative_day(reference: dt.date | None, shift: int, weekday: int | None) -> Reading | None:
    """What `أمس` means, and `أمس الأحد`."""
    return resolve(Partial(day_shift=shift, weekday=weekday), Context(reference))


def _plainly_said(parts: list[Part], text: str) -> _Said | None:
    """What an expression says that has nothing but a weekday, day, month, year and its noun; None for any other."""
    calendar: Calendar = "gregorian"
    year = month = day = weekday = None
    for part in parts:
        code, value = part.code, part.value
        if year is not None:
            return None
        if code in "YV":
            year = value.number
            if month is None:
                calendar = value.era or ("hijri" if year in HIJRI_NEWS_YEARS else "gregorian")
        elif code in "MH":
            month, calendar = value.number, value.calendar
        elif code in "NO":
            day = value
        elif code == "W":
            weekday = value
        elif code == "D":
            return value.calendar, value.year, value.month, value.day, weekday
        elif code != "y" or part is parts[-1]:
            return None
        if code in "yW" and (
            text[part.start - len(SAME) : part.start] in DEMONSTRATIVES
            or text[part.start - len(THIS_DAY) : part.start] == THIS_DAY
        ):
            return None
    if year is None and (parts[0].code == "y" or (month is None and (weekday is None or day is not None))):
        return None
    return calendar, year, month, day, weekday


def _plain_reading(said: _Said, text: str, start: int, context: Context) -> Reading | None:
    calendar, year, month, day, _ = said
    if year is not None:
        return _read(said, None, None, None, None)
    reference, present = context.reference, context.present
    if month is None:
        direction = (tense_before(text, start, context.is_verb) or -1) if reference is not None else None
        return _read(said, direction, reference, None, None)
    if day is None:
        direction = month_tense(text, start, calendar, month, context)
    else:
        direction = -1 if reference is not None and is_past_day(text, start) else None
    return _read(said, direction, reference, present, context.year)


@lru_cache(maxsize=16384)
def _read(
    said: _Said, direction: int | None, reference: dt.date | None, present: dt.date | None, year: int | None
) -> Reading | None:
    return resolve(Partial(*said, direction=direction), Context(reference, present, year))


def _is_shifted_unit(parts: list[Part], text: str) -> bool:
    """Whether the parts are a unit and a distance (`العام الماضي`), without a demonstrative."""
    unit, adjective = parts
    return (
        unit.code in "ymw"
        and not isinstance(adjective.value, str)
        and text[unit.start - len(SAME) : unit.start] not in DEMONSTRATIVES
    )


@lru_cache(maxsize=4096)
def _shifted_unit(
    unit: str, shift: int, reference: dt.date | None, present: dt.date | None, this_year: int | None
) -> Reading | None:
    partial = Partial()
    add_adjective(partial, unit, shift)
    return resolve(partial, Context(reference, present, this_year=this_year))


def _add_tense(partial: Partial, text: str, start: int, context: Context) -> None:
    """Place a bare weekday or month by the tense of its sentence, where there is a day to place it from."""
    if partial.direction is not None or partial.day is not None:
        return
    if context.reference is None and context.present is None:
        return
    if partial.weekday is not None and partial.day_shift is None:
        partial.direction = tense_before(text, start, context.is_verb) or -1
    elif partial.month is not None and partial.year is None and partial.year_shift is None:
        partial.direction = month_tense(text, start, partial.calendar, partial.month, context)
