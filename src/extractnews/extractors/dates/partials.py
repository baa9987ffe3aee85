"""What the parts of an expression say: the fields of a date, before its article completes them."""

from __future__ import annotations

from typing import Any, Final

from extractnews.calendars import (
    Calendar,
    Partial,
)
from extractnews.extractors.dates.parts import HIJRI_NEWS_YEARS, Match, Part, Year, is_hijri_year

THESE: Final = ("هذا ", "هذه ")
_THOSE: Final = (" من ذلك ", " من تلك ")
SAME: Final = "نفس "
SAME_WORDS: Final = frozenset((SAME, "ذات "))
DEMONSTRATIVES: Final = frozenset((*THESE, *SAME_WORDS))
_ARTICLES: Final = frozenset(("ال", "لل"))
THIS_DAY: Final = "هذا يوم "
_DAY_THEN_YEAR: Final = ("day_and_month_then_year", "day_and_month_of_year", "spaced_numeric")
SPECIAL: Final = (*_DAY_THEN_YEAR, "weekday_of_month", "day_alone", "nth", "week_of_month")


def this_before(text: str, start: int) -> int | None:
    """Offset of `هذا`, `هذه`, `نفس` or `ذات` right before `start`; None where there is none of them."""
    first = start - len(SAME)
    if text[first:start] not in DEMONSTRATIVES or text[max(0, first - 2) : first] in _ARTICLES:
        return None  # علم النفس العام
    return first


def same_day_before(text: str, start: int) -> int | None:
    """Offset of `نفس` or `ذات` right before `اليوم`; None where there is neither."""
    first = start - len(SAME)
    if text[first:start] not in SAME_WORDS:
        return None
    before = text[max(0, first - 1) : first]
    return first if not before.isalpha() or before in "بول" else None


def partial_of(parts: list[Part], text: str) -> Partial:
    """What the parts of one expression say together.

    Args:
        parts: the parts in their order.
        text: the view's text.
    """
    partial = Partial()
    unit = ""  # what an adjective or ordinal after it belongs to: a part's code
    for part in parts:
        code, value = part.code, part.value
        if code in "NnO":
            _add_number(partial, unit, value)
        elif code in "MH":
            partial.month, partial.calendar = value.number, value.calendar
            unit = "M"
        elif code in "YV":
            if not partial.fiscal:
                partial.fiscal = partial.months is not None and text[part.end : part.end + 1] in ("-", "/")
                _add_year(partial, value)
        elif code in "DF":
            partial = value if partial.weekday is None else _with_weekday(value, partial.weekday)
        elif code == "W":
            partial.weekday = value
            unit = "W"
            if part is parts[0] and text.endswith(("هذا ", THIS_DAY), 0, part.start):
                partial.direction = 0
        elif code in "TR":
            partial.day_shift = value
            unit = "T"
            if code == "T" and len(parts) == 1 and same_day_before(text, part.start) is not None:
                add_adjective(partial, unit, "same")
        elif code == "A":
            add_adjective(partial, unit, value)
        elif code == "I":
            add_adjective(partial, "m", "same")
        elif code == "g":
            _add_era(partial, value)
        elif code == "s":
            partial.season = value
            unit = "M"
        elif code == "e":
            partial.decade = 1900 + value
            unit = "e"
        elif code == "k":
            partial.months = value
        else:
            unit = code
            _add_demonstrative(partial, part, text, alone=len(parts) == 1)
    _settle_months(partial, parts)
    return partial


def _add_number(partial: Partial, unit: str, value: int) -> None:
    if unit in ("q", "h", "p", "u", "c", "E"):
        _add_ordinal(partial, unit, value)
    elif unit == "y":
        partial.year = value if value > 99 else 1900 + value if value > 30 else 2000 + value
    else:
        partial.day = value


def _add_demonstrative(partial: Partial, part: Part, text: str, alone: bool) -> None:
    """`هذا العام` is the reference date's year, `نفس العام` and `من ذلك العام` the year named before."""
    if part.code not in "ymw":
        return
    same = text[part.start - len(SAME) : part.start] in SAME_WORDS and this_before(text, part.start) is not None
    if same or text.endswith(_THOSE, 0, part.start):
        add_adjective(partial, part.code, "same")
    elif alone or text.endswith(THESE, 0, part.start):
        add_adjective(partial, part.code, 0)


def _settle_months(partial: Partial, parts: list[Part]) -> None:
    """A half is one of a month where the expression names a month; a quarter or half alone is the last that began."""
    if partial.months is not None and partial.year is None and partial.year_shift is None:
        if len(parts) > 2 or parts[0].code == "k":
            partial.year_shift = 0
        else:
            partial.direction = -1
    if partial.half_month is not None:
        if partial.month is None and partial.month_shift is None:
            partial.half_month = None
        else:
            partial.months = None


def _with_weekday(partial: Partial, weekday: int) -> Partial:
    return Partial(partial.calendar, partial.year, partial.month, partial.day, weekday)


def _add_year(partial: Partial, year: Year) -> None:
    partial.year = year.number
    if year.era is not None:
        if partial.month is None or partial.calendar == "gregorian":
            partial.calendar = year.era if partial.month is None else partial.calendar
    elif partial.month is None and year.number in HIJRI_NEWS_YEARS:
        partial.calendar = "hijri"
    partial.year_shift = None


def _add_era(partial: Partial, era: str) -> None:
    if era == "hijri":
        partial.calendar = "hijri"
    elif era == "before_christ":
        if partial.century is not None:
            partial.century = -partial.century - 1
        elif partial.year is not None:
            partial.year = 1 - partial.year


def _add_ordinal(partial: Partial, unit: str, value: int) -> None:
    if unit == "c" and partial.decade is not None:
        partial.decade = (value - 1) * 100 + partial.decade % 100
    elif unit == "c":
        partial.century = (value - 1) * 100
    elif unit == "E":
        partial.decade = 1900 + 10 * (value - 1)
    elif unit in "qp" and 1 <= value <= 4:
        partial.months = (3 * value - 2, 3 * value)
    elif unit in "hu" and value in (1, 2):
        partial.months = (6 * value - 5, 6 * value)
        partial.half_month = value


def add_adjective(partial: Partial, unit: str, value: int | str) -> None:
    """Add what an adjective says of a unit or of the whole (`الماضي`: how far away, `نفسه`: the same again)."""
    of_year = partial.month is not None or partial.months is not None or partial.anchor is not None
    if value == "previous" and (unit not in ("y", "m", "w", "q", "h") or of_year):
        value = -1  # الأحد السابق, ديسمبر من العام السابق
    if isinstance(value, str):
        if unit == "y" and partial.month is not None:
            partial.same_year = value == "same"
        elif unit in ("q", "h") and value != "next":
            partial.anchor, partial.anchor_unit = value, "part"
        elif unit in ("y", "m", "w", "T"):
            partial.anchor = value
            partial.anchor_unit = {"y": "year", "m": "month", "w": "week", "T": "day"}[unit]
            partial.day_shift = None
        return
    if unit == "y":
        partial.year_shift = value
    elif unit == "m":
        partial.month_shift = value
    elif unit == "w":
        partial.week_shift = value
    elif unit == "c" and partial.decade is not None:
        partial.decade += 100 * (value + 1)
    elif unit == "c":
        partial.century_shift = value
    elif unit in ("q", "h", "p") and value == -1:  # الربع الأخير
        _add_ordinal(partial, unit, 2 if unit == "h" else 4)
    elif unit == "E":
        partial.decade_shift = value
    elif unit == "" and partial.day is not None:
        partial.month_shift = value
    else:
        partial.direction = max(-1, min(1, value))
        partial.stated = value != 0


def special_partial(match: Match) -> Partial:
    """What the parts of the few rules say that are read otherwise than part by part."""
    values = {part.code: part.value for part in match.parts}
    if match.rule in _DAY_THEN_YEAR:
        day, month = (part.value for part in match.parts if part.code == "N")
        calendar: Calendar = "hijri" if is_hijri_year(values["Y"]) else "gregorian"
        return Partial(calendar, values["Y"].number, month, day, values.get("W"))
    if match.rule == "weekday_of_month":
        number: int = match.parts[1].value
        if match.parts[1].code == "O" and number <= 5:
            return Partial(weekday=values["W"], nth_weekday=number, month_shift=0)
        return Partial(weekday=values["W"], day=number, month_shift=0)
    if match.rule == "day_alone":
        return Partial(day=match.parts[0].value, month_shift=0)
    return _nth_partial(match.parts, values)


def _nth_partial(parts: list[Part], values: dict[str, Any]) -> Partial:
    partial = Partial()
    first, second = parts[0], parts[1]
    ordinal, noun = (first, second) if first.code == "O" else (second, first)
    count = ordinal.value if ordinal.code == "O" else -1
    if noun.code == "w":
        partial.nth_week = count
    else:
        partial.weekday, partial.nth_weekday = noun.value, count
    month = next((index for index, part in enumerate(parts) if part.code == "m"), None)
    if "M" in values:
        partial.month = values["M"].number
        if parts[-1].code == "A" and isinstance(parts[-1].value, int):
            partial.direction, partial.stated = parts[-1].value, True
    elif month is not None:
        after = parts[month + 1] if month + 1 < len(parts) else None
        if after is None:
            partial.month_shift = 0
        elif after.code == "A" and isinstance(after.value, int):
            partial.month_shift = after.value
        elif after.code == "O":
            partial.month = after.value
    year = values.get("Y", values.get("V"))
    if year is not None:
        partial.year = year.number
    return partial
