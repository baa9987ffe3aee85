"""Distances from the reference date (`قبل ثلاثة أشهر`, `الأيام الثلاثة المقبلة`), for single expressions.

In running news they are durations, which no one counts as dates; `parse_date` reads them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from extractnews.calendars import Reading, add_months, edtf_interval, is_gregorian_day, shift_day
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader

_UNITS: Final = ("day", "week", "month", "year", "decade")
_TAIL_RE: Final = re.compile(r" من الان| في المستقبل| مضت| من اليوم")


class Distance(NamedTuple):
    """A stretch of time; the months are counted before the days."""

    months: int
    days: int


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted({fold(word) for word in words}, key=len, reverse=True))


class OffsetReader:
    """Reads distances in folded text.

    Args:
        resources: where `dates.toml` is read from.
    """

    def __init__(self, resources: Resources) -> None:
        table: dict[str, Any] = resources.toml("dates.toml")["offsets"]
        self._numbers = NumeralReader(resources)
        self._units = {fold(form): unit for unit in _UNITS for form in table[unit]}
        self._duals = {fold(form) for form in table["dual"]}
        self._unit_re = re.compile(rf"(?:ال)?({_alternatives(list(self._units))})(?!\w)")
        self._preposition_re = re.compile(
            rf"(?<!\w)[وف]?(?:({_alternatives(table['past'])})|({_alternatives(table['future'])})) (?:نحو |حوالي )?"
        )
        self._adjective_re = re.compile(
            rf" (?:({_alternatives(table['preceding'])})|({_alternatives(table['following'])}))(?!\w)"
        )

    def find(self, text: str, reference: dt.date | None) -> Iterator[tuple[int, int, Reading]]:
        """(start, end, reading) of every distance in the text."""
        for found in self._preposition_re.finditer(text):
            amount = self._amount(text, found.end())
            if amount is None:
                continue
            end, distance = amount
            tail = _TAIL_RE.match(text, end)
            sign = -1 if found[1] else 1
            yield found.start(), tail.end() if tail else end, _reading(reference, distance, sign)
        for found in self._unit_re.finditer(text):
            if found[0].startswith("ال") or found[1] in self._duals or text[found.start() - 1 : found.start()] == " ":
                run = self._run(text, found, reference)
                if run is not None:
                    yield run

    def _amount(self, text: str, start: int) -> tuple[int, Distance] | None:
        """End and length of `3 أشهر و10 أيام`."""
        step = self._one_amount(text, start)
        if step is None:
            return None
        end, distance = step
        more = re.compile(" و ?").match(text, end)
        following = self._one_amount(text, more.end()) if more else None
        return (following[0], _sum(distance, following[1])) if following else (end, distance)

    def _one_amount(self, text: str, start: int) -> tuple[int, Distance] | None:
        number = self._numbers.read(text, start) if start < len(text) else None
        count, position = 1, start
        if number is not None and isinstance(number.value, int) and number.kind == "cardinal":
            count, position = number.value, number.end + 1
        unit = self._unit_re.match(text, position)
        if unit is None or count > 10_000:
            return None
        if unit[1] in self._duals:
            count = 2
        return unit.end(), _distance(self._units[unit[1]], count)

    def _run(self, text: str, unit: re.Match[str], reference: dt.date | None) -> tuple[int, int, Reading] | None:
        """`3 أيام القادمة`, `الأسابيع الثلاثة الماضية`: the days of that many units beside the reference date."""
        start, end = unit.span()
        count = 2 if unit[1] in self._duals else None
        if count is None:
            before = self._numbers.read_back(text, start - 1) if start > 1 else None
            after = self._numbers.read(text, end + 1) if end + 1 < len(text) else None
            number = before or after
            if number is None or not isinstance(number.value, int) or number.value > 10_000:
                return None
            count = number.value
            start, end = min(start, number.start), max(end, number.end)
        adjective = self._adjective_re.match(text, end)
        if adjective is None:
            return None
        reading = Reading(None, "day")
        if reference is not None:
            distance = _distance(self._units[unit[1]], count)
            far = _moved(reference, distance, -1 if adjective[1] else 1)
            near = shift_day(reference, -1 if adjective[1] else 1)
            if far is None or near is None:
                return None
            value = edtf_interval(min(far, near), max(far, near))
            reading = Reading(value, "day", "gregorian", ("year", "month", "day"))
        return start, adjective.end(), reading


def _distance(unit: str, count: int) -> Distance:
    months = {"month": count, "year": 12 * count, "decade": 120 * count}.get(unit, 0)
    return Distance(months, {"day": count, "week": 7 * count}.get(unit, 0))


def _sum(first: Distance, second: Distance) -> Distance:
    return Distance(first.months + second.months, first.days + second.days)


def _moved(day: dt.date, distance: Distance, sign: int) -> dt.date | None:
    """The day at a distance: of a month that has no such day, the last; None beyond Python's years."""
    year, month = add_months(day.year, day.month, sign * distance.months)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    number = day.day
    while not is_gregorian_day(year, month, number):
        number -= 1
    return shift_day(dt.date(year, month, number), sign * distance.days)


def _reading(reference: dt.date | None, distance: Distance, sign: int) -> Reading:
    day = _moved(reference, distance, sign) if reference is not None else None
    if day is None:
        return Reading(None, "day")
    return Reading(day.isoformat(), "day", "gregorian", ("year", "month", "day"))
