"""Calendar arithmetic: what a calendar expression means, as an EDTF value.

Values are strings of EDTF level 1 (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/), always Gregorian. A
Hijri date is converted by the Umm al-Qura calendar (hijridate's table: 1343 to 1500 AH); outside the table its value
stays open. A week runs from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta
from hijridate import Gregorian, Hijri

Calendar = Literal["gregorian", "hijri", "both"]
Precision = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
Implied = Literal["year", "month", "day"]

FIRST_HIJRI_YEAR: Final = 1343
LAST_HIJRI_YEAR: Final = 1500
_WEEKDAYS: Final = (MO, TU, WE, TH, FR, SA, SU)
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


# --- plain facts about days ----------------------------------------------------------------------------


def is_gregorian_day(year: int | None, month: int, day: int) -> bool:
    """Whether the day exists; without a year, whether it exists in any year (29 February does)."""
    if not (1 <= month <= 12 and day >= 1):
        return False
    return day <= 28 or day <= monthrange(2000 if year is None or not 1 <= year <= 9999 else year, month)[1]


def _is_some_day(month: int, day: int) -> bool:
    return is_gregorian_day(None, month, day)


def is_hijri_day(month: int, day: int) -> bool:
    """Whether a Hijri month may have such a day."""
    return 1 <= month <= 12 and 1 <= day <= 30


@lru_cache(maxsize=4096)
def hijri_to_gregorian(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of an Umm al-Qura date; None where the table has no such day."""
    if not FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR:
        return None
    try:
        return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def gregorian_to_hijri(day: dt.date) -> tuple[int, int, int] | None:
    """(year, month, day) of the Umm al-Qura calendar; None outside its table."""
    try:
        return Gregorian.fromdate(day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None


def hijri_span(year: int, month: int | None) -> tuple[dt.date, dt.date] | None:
    """First and last Gregorian day of a Hijri month, or of the year where `month` is None."""
    first = hijri_to_gregorian(year, month or 1, 1)
    last_month = month or 12
    last = hijri_to_gregorian(year, last_month, 30) or hijri_to_gregorian(year, last_month, 29)
    return (first, last) if first and last else None


def week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Monday and Sunday of the day's week, as far as Python's years reach."""
    return (
        shift_day(day, -day.weekday()) or dt.date.min,
        shift_day(day, 6 - day.weekday()) or dt.date.max,
    )


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) `count` months later."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def shift_day(day: dt.date, days: int) -> dt.date | None:
    """The day `days` later; None beyond the years that Python dates know."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def nearest_weekday(weekday: int, reference: dt.date, direction: int, *, strictly: bool = False) -> dt.date | None:
    """The nearest day with this weekday (Monday is 0) on one side of the reference date.

    Args:
        weekday: 0 to 6.
        reference: the day to look from; it is itself the answer unless `strictly`.
        direction: -1 for the past, 1 for the future.
        strictly: whether the reference date itself is left out.
    """
    try:
        return reference + _to_weekday(weekday, direction, strictly)
    except (OverflowError, ValueError):  # beyond the years that Python dates know
        return None


@lru_cache(maxsize=28)
def _to_weekday(weekday: int, direction: int, strictly: bool) -> relativedelta:
    return relativedelta(days=direction if strictly else 0, weekday=_WEEKDAYS[weekday](direction))


def nearest_year(month: int, day: int | None, reference: dt.date) -> int:
    """The year in which this day (or month) lies nearest to the reference date; of two as near, the earlier."""
    if day is None:
        months = month - reference.month
        return reference.year + (-1 if months > 6 else 1 if months < -6 else 0)
    years = [
        year
        for year in (reference.year, reference.year - 1, reference.year + 1)
        if 1 <= year <= 9999 and is_gregorian_day(year, month, day)
    ]
    if not years:  # 29 February: the leap year nearest by
        near = range(max(dt.MINYEAR, reference.year - 7), min(dt.MAXYEAR, reference.year + 7) + 1)
        years = [year for year in near if is_gregorian_day(year, month, day)]
    return min(years, key=lambda year: abs((dt.date(year, month, day) - reference).days))


# --- EDTF ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16384)
def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """An EDTF date from what is known of it; unknown parts before known ones are X."""
    text = "XXXX" if year is None else f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    if month is None and day is None:
        return text
    text += "-XX" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


def edtf_interval(first: dt.date, last: dt.date) -> str:
    """An EDTF interval of days."""
    return f"{first.isoformat()}/{last.isoformat()}"


_EDTF_RE: Final = re.compile(r"(-?[\dX]{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")


@lru_cache(maxsize=16384)
def bounds(value: str | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of an EDTF value that this module made; None where it leaves them open."""
    if value is None:
        return None, None
    if "/" in value:
        first, _, last = value.partition("/")
        return bounds(first)[0], bounds(last)[1]
    match = _EDTF_RE.fullmatch(value)
    if match is None or value.startswith(("-", "XX")):
        return None, None
    year, month, day = match[1], match[2], match[3]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1 or "XX" in (month, day):
        return (dt.date.min, dt.date(high, 12, 31)) if month is None and high else (None, None)
    if month is None:
        return dt.date(low, 1, 1), dt.date(high, 12, 31)
    number = int(month)
    if number in _SEASONS:
        first_month, last_month = _SEASONS[number]
        last_year = high + (last_month < first_month)
        return dt.date(low, first_month, 1), dt.date(last_year, last_month, monthrange(last_year, last_month)[1])
    if day is None:
        return dt.date(low, number, 1), dt.date(high, number, monthrange(high, number)[1])
    return dt.date(low, number, int(day)), dt.date(high, number, int(day))


# --- what an expression says, and what it means ----------------------------------------------------------


@dataclass(slots=True)
class Partial:
    """What a calendar expression says, before anything is taken from its context.

    Attributes:
        calendar: in which its numbers are.
        year: what it states; a negative year is before Christ.
        month: what it states.
        day: what it states.
        weekday: Monday is 0.
        year_shift: distance from the reference date's year (`العام الماضي` is -1).
        month_shift: the same of the month.
        week_shift: the same of the week.
        day_shift: the same of the day.
        decade_shift: the same of the decade.
        century_shift: the same of the century.
        direction: -1 or 1 where an adjective or the verb says on which side of the reference date it lies, 0 for
            `الجاري`.
        stated: whether an adjective says so; the reference date itself is then excluded.
        months: first and last month of a quarter or half year.
        fiscal: whether its year is a fiscal one written with two years (from July, as in Egypt).
        half_month: 1 or 2.
        season: EDTF season, 21 (spring) to 24 (winter).
        decade: its first year, 1990.
        century: its first year, 1900; before Christ -1 less the first year of the century of that number.
        nth_weekday: 2 for the second such weekday of the month, -1 for the last.
        nth_week: 2 for the second week (by its Monday) of the month or year, -1 for the last.
        same_year: whether the expression says that its year is the one named before (`من العام نفسه`).
        anchor: `same`, `next` or `previous` where the expression leans on a date before it.
        anchor_unit: of which unit; `part` is a quarter or half.
    """

    calendar: Calendar = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    day_shift: int | None = None
    decade_shift: int | None = None
    century_shift: int | None = None
    direction: int | None = None
    stated: bool = False
    months: tuple[int, int] | None = None
    fiscal: bool = False
    half_month: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    nth_weekday: int | None = None
    nth_week: int | None = None
    same_year: bool = False
    anchor: str | None = None
    anchor_unit: str | None = None


class Reading(NamedTuple):
    """What an expression means.

    Attributes:
        value: EDTF level 1, or None where nothing fixes it.
        precision: the finest unit stated.
        calendar: as written.
        implied: what the expression does not say itself.
        contradiction: whether two parts of it disagree.
    """

    value: str | None
    precision: Precision | None
    calendar: Calendar = "gregorian"
    implied: tuple[Implied, ...] = ()
    contradiction: bool = False


@dataclass(slots=True)
class Context:
    """What the text around an expression gives it.

    Attributes:
        reference: the day from which relative expressions count.
        present: a day of about the time of writing, good enough to count years from, where there is no reference.
        year: the year that the sentence fixes.
        this_year: the year of writing, where nothing more is known of its day.
        noted: the values before it that have not been looked into, and whether they are Hijri.
        last_day: the last day that the text named before it, once `settle` has looked.
        last_month: the last (year, month), None where it was Hijri.
        last_year: the last year.
        last_part: year, first and last month of the last quarter or half.
        is_verb: whether a folded word is a verb's form.
    """

    reference: dt.date | None = None
    present: dt.date | None = None
    year: int | None = None
    this_year: int | None = None
    noted: list[tuple[str | None, bool]] = field(default_factory=list)
    last_day: dt.date | None = None
    last_month: tuple[int, int] | None = None
    last_year: int | None = None
    last_part: tuple[int, int, int] | None = None
    is_verb: Callable[[str], bool] | None = None

    def forget(self) -> None:
        """Forget the readings before, which are too far away to lean on; but a month or quarter stays in mind."""
        self.settle()
        self.last_day = self.last_year = None

    def note(self, reading: Reading) -> None:
        """Remember a reading, for the expressions after it that lean on it (`اليوم نفسه`)."""
        if reading.value is not None and "/" in reading.value and "day" in reading.implied:
            return  # a week names no month
        self.noted.append((reading.value, reading.calendar == "hijri"))

    def settle(self) -> None:
        """Find out which day, month and year were named last."""
        for value, hijri in self.noted:
            year, month, day = _named(value)
            part = _PART_OF_YEAR_RE.fullmatch(value) if value is not None and "/" in value else None
            if part is not None:
                self.last_part = int(part[1]), int(part[2]), int(part[3])
            if hijri:
                self.last_month = None
            if year is not None:
                self.last_year = year
                if month is not None:
                    self.last_month = None if hijri else (year, month)
                    if day is not None:
                        self.last_day = day
        self.noted.clear()


_PART_OF_YEAR_RE: Final = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")


@lru_cache(maxsize=16384)
def _named(value: str | None) -> tuple[int | None, int | None, dt.date | None]:
    """Year, month and day that an EDTF value names; None for what it leaves open.

    An interval names none, unless its days are of one month (`18 و19 آب`).
    """
    if value is None or "X" in value or value.startswith("-"):
        return None, None, None
    if "/" in value:
        first, _, last = value.partition("/")
        if len(first) != 10 or first[:7] != last[:7]:
            return None, None, None
        return int(first[:4]), int(first[5:7]), None
    year, _, rest = value.partition("-")
    if not dt.MINYEAR <= int(year) <= dt.MAXYEAR:
        return None, None, None
    month = int(rest[:2]) if rest and rest[:2] <= "12" else None
    day = dt.date(int(year), month, int(rest[3:])) if month is not None and len(rest) == 5 else None
    return int(year), month, day


def resolve(partial: Partial, context: Context) -> Reading | None:
    """What the expression means in its context; None for what is no date (`31 فبراير`)."""
    if partial.nth_week is not None or partial.nth_weekday is not None:
        return _resolve_nth(partial, context)
    if partial.month is None and partial.day is None:
        reading = _resolve_relative(partial, context)
        if reading is not None:
            return reading
    else:
        exists = is_hijri_day if partial.calendar == "hijri" else _is_some_day
        if not exists(1 if partial.month is None else partial.month, 1 if partial.day is None else partial.day):
            return None
    if (
        partial.day is not None
        and partial.month is None
        and partial.anchor == "same"
        and partial.anchor_unit == "month"
    ):
        return _resolve_same_month(partial.day, context)
    if partial.calendar == "hijri" and partial.months is None:
        return _resolve_hijri(partial, context)
    return _resolve_gregorian(partial, context)


def _day_reading(day: dt.date | None, contradiction: bool = False) -> Reading:
    implied: tuple[Implied, ...] = ("year", "month", "day") if day else ()
    return Reading(day.isoformat() if day else None, "day", "gregorian", implied, contradiction)


def _resolve_relative(partial: Partial, context: Context) -> Reading | None:
    """Readings of expressions without a day or month of their own; None for those with a year of their own."""
    reference = context.reference
    if partial.anchor is not None:
        return _resolve_anchored(partial, context)
    if partial.day_shift is not None:
        day = shift_day(reference, partial.day_shift) if reference else None
        if day is None or partial.weekday is None or day.weekday() == partial.weekday:
            return _day_reading(day)
        assert reference is not None
        side = 1 if partial.day_shift > 0 else -1
        return _day_reading(nearest_weekday(partial.weekday, reference, side), contradiction=True)
    if partial.week_shift is not None:
        return _resolve_week(partial, reference)
    if partial.weekday is not None:
        if reference is None:
            return Reading(None, "day")
        direction = partial.direction if partial.direction is not None else -1
        if direction == 0:
            return _day_reading(shift_day(reference, partial.weekday - reference.weekday()))
        return _day_reading(nearest_weekday(partial.weekday, reference, direction, strictly=partial.stated))
    if partial.decade is not None and partial.century_shift is not None and context.reference is None:
        reference = context.present
    if partial.decade is not None or partial.decade_shift is not None:
        return _resolve_decade(partial, reference)
    if partial.century is not None or partial.century_shift is not None:
        return _resolve_century(partial, reference)
    return None


def _resolve_week(partial: Partial, reference: dt.date | None) -> Reading:
    assert partial.week_shift is not None
    day = shift_day(reference, 7 * partial.week_shift) if reference else None
    if day is None:
        return Reading(None, "week")
    return Reading(edtf_interval(*week_of(day)), "week", "gregorian", ("year", "month", "day"))


def _resolve_nth(partial: Partial, context: Context) -> Reading:
    if (
        partial.month is not None
        and partial.year is None
        and partial.year_shift is None
        and partial.direction is None
        and context.reference is not None
    ):
        partial.year = context.reference.year
    year, month = _year_and_month(partial, context)
    precision: Precision = "day" if partial.nth_weekday is not None else "week"
    if year is None or not 1 <= year <= 9998:
        return Reading(None, precision)
    first = dt.date(year, month or 1, 1)
    last = dt.date(year, month or 12, 31 if month is None else monthrange(year, month)[1])
    count = partial.nth_weekday if partial.nth_weekday is not None else partial.nth_week
    weekday = partial.weekday if partial.nth_weekday is not None and partial.weekday is not None else 0
    assert count is not None
    if month is None and precision == "week" and count > 0:
        day: dt.date | None = _iso_monday(year, count)
    elif count < 0:
        # The last week that lies wholly in the month.
        day = nearest_weekday(weekday, shift_day(last, -6 if precision == "week" else 0) or last, -1)
    else:
        day = nearest_weekday(weekday, first, 1)
        day = shift_day(day, 7 * (count - 1)) if day else None
    if day is None or day > last or (first - day).days > 6:
        return Reading(None, precision)
    value = day.isoformat() if precision == "day" else edtf_interval(*week_of(day))
    return Reading(value, precision)


def _iso_monday(year: int, week: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _resolve_decade(partial: Partial, reference: dt.date | None) -> Reading:
    decade = partial.decade
    if decade is None:
        if reference is None:
            return Reading(None, "decade")
        decade = reference.year // 10 * 10 + 10 * (partial.decade_shift or 0)
    if partial.calendar == "hijri":
        first, last = hijri_span(decade, None), hijri_span(decade + 9, None)
        return Reading(edtf_interval(first[0], last[1]) if first and last else None, "decade", "hijri")
    return Reading(f"{decade // 10:03d}X" if 0 < decade <= dt.MAXYEAR else None, "decade")


def _resolve_century(partial: Partial, reference: dt.date | None) -> Reading:
    century = partial.century
    if partial.calendar == "hijri":
        return Reading(None, "century", "hijri")
    if century is None:
        year = reference.year if reference else 2000  # Arabic news is of this century
        century = year // 100 * 100 + 100 * (partial.century_shift or 0)
    if century < 0:  # the seventeenth century before Christ is -1699 to -1600: EDTF has a year 0
        return Reading(f"-{(-century - 1) // 100:02d}XX", "century")
    return Reading(f"{century // 100:02d}XX" if century <= dt.MAXYEAR else None, "century")


def _resolve_anchored(partial: Partial, context: Context) -> Reading:
    context.settle()
    step = {"same": 0, "next": 1, "previous": -1}[partial.anchor or "same"]
    unit, reference = partial.anchor_unit, context.reference
    if unit == "part":
        return _resolve_other_part(partial, context)
    if partial.anchor == "previous":
        _count_from(reference, context)
    if unit == "day":
        day = context.last_day
        return _day_reading(shift_day(day, step) if day else None)
    if unit == "week":
        day = shift_day(context.last_day, 7 * step) if context.last_day else None
        return Reading(edtf_interval(*week_of(day)) if day else None, "week")
    if unit == "month" and partial.year_shift is not None:
        present = context.reference.year if context.reference else context.this_year
        named = context.last_month[1] if context.last_month else None
        year = present + partial.year_shift if present is not None and named is not None else None
        return Reading(edtf(year, named) if year is not None else None, "month", "gregorian", ("year", "month"))
    if unit == "month":
        month = add_months(*context.last_month, step) if context.last_month else None
        return Reading(edtf(*month) if month and dt.MINYEAR <= month[0] <= dt.MAXYEAR else None, "month")
    year = context.last_year + step if context.last_year is not None else 0
    return Reading(edtf(year) if dt.MINYEAR <= year <= dt.MAXYEAR else None, "year")


def _resolve_other_part(partial: Partial, context: Context) -> Reading:
    """`الربع نفسه من العام الماضي`, `الربع السابق`: by the quarter or half that the text named last."""
    if context.last_part is None:
        return Reading(None, "quarter")
    year, first, last = context.last_part
    count = last - first + 1
    precision = _PRECISIONS.get(count, "month")
    implied: tuple[Implied, ...] = ("year", "month")
    if partial.anchor == "previous":
        begin, end = add_months(year, first, -count), add_months(year, last, -count)
        return Reading(f"{edtf(*begin)}/{edtf(*end)}" if begin[0] > 0 else None, precision, "gregorian", implied)
    other, _ = _year_and_month(partial, context)
    if other is None or not dt.MINYEAR <= other <= dt.MAXYEAR:
        return Reading(None, precision)
    return Reading(f"{edtf(other, first)}/{edtf(other, last)}", precision, "gregorian", implied)


def _count_from(reference: dt.date | None, context: Context) -> None:
    """Let `الشهر السابق` count from the reference date where the text has named no month or year before it."""
    if context.last_day is None:
        context.last_day = reference
    if context.last_month is None and reference is not None:
        context.last_month = (reference.year, reference.month)
    if context.last_year is None:
        context.last_year = reference.year if reference is not None else context.this_year


def _resolve_same_month(day: int, context: Context) -> Reading | None:
    """`24 من الشهر نفسه`: a day of the month that the text named last."""
    context.settle()
    if context.last_month is None:
        return Reading(edtf(None, None, day), "day")
    year, month = context.last_month
    if not is_gregorian_day(year, month, day):
        return None
    return Reading(edtf(year, month, day), "day", "gregorian", ("year", "month"))


def _year_and_month(partial: Partial, context: Context) -> tuple[int | None, int | None]:
    """The Gregorian year and month that the expression and its context give together."""
    reference, year, month = context.reference, partial.year, partial.month
    present = reference or context.present
    this_year = present.year if present is not None else context.this_year
    if year is None and partial.year_shift is not None and this_year is not None:
        year = this_year + partial.year_shift
    if partial.month_shift is not None:
        if reference is None:
            return year, None
        shifted = add_months(reference.year, reference.month, partial.month_shift)
        return (shifted[0] if year is None else year), shifted[1]
    if year is None and month is not None and partial.year_shift is None:
        year = _implied_year(partial, context)
    return year, month


def _implied_year(partial: Partial, context: Context) -> int | None:
    reference, month, day = context.reference or context.present, partial.month, partial.day
    assert month is not None
    if partial.same_year:
        context.settle()
        if context.last_year is not None:
            return context.last_year
    if reference is None and partial.direction == 0:
        return context.this_year  # أبريل الجاري
    if reference is None or (context.year is not None and not partial.stated):
        return context.year
    if day is not None and partial.weekday is not None and not partial.stated:
        return _year_of_weekday(month, day, partial.weekday, reference)
    if partial.direction in (-1, 1):
        # A month alone lies wholly on that side; a day may be in the reference date's own month.
        this_year = (reference.month, reference.day) if day is not None else (reference.month,)
        stated = (month, day) if day is not None else (month,)
        if partial.direction < 0:
            beyond = stated >= this_year if partial.stated else stated > this_year
        else:
            beyond = stated <= this_year if partial.stated else stated < this_year
        return reference.year + (partial.direction if beyond else 0)
    return nearest_year(month, day, reference)


def _year_of_weekday(month: int, day: int, weekday: int, reference: dt.date) -> int:
    """The nearest year in which the day has this weekday; the nearest year where none within six has."""
    nearest = nearest_year(month, day, reference)
    if abs((dt.date(nearest, month, day) - reference).days) <= 10:
        return nearest  # so near that the weekday is more likely the mistake
    for distance in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        year = nearest + distance
        if is_gregorian_day(year, month, day) and 1 <= year <= 9999 and dt.date(year, month, day).weekday() == weekday:
            return year
    return nearest


def _resolve_gregorian(partial: Partial, context: Context) -> Reading | None:
    year, month = _year_and_month(partial, context)
    if year is not None and not dt.MINYEAR <= year <= dt.MAXYEAR:
        if partial.year is None:
            year = None
        elif not -9999 <= year <= dt.MAXYEAR:
            return None
    day = partial.day
    implied: list[Implied] = []
    if year is not None and partial.year is None:
        implied.append("year")
    if month is not None and partial.month is None:
        implied.append("month")
    if partial.months is not None:
        return _resolve_part_of_year(partial, year, context.reference, tuple(implied))
    if partial.season is not None:
        return _resolve_season(partial, year, context)
    if day is None and month is None:
        unit: Precision = "month" if partial.month_shift is not None else "year"
        return Reading(edtf(year) if year is not None else None, unit, "gregorian", tuple(implied))
    if day is not None and not is_gregorian_day(year, month or 1, day):
        return None
    if partial.half_month is not None and month is not None:
        if year is None or year < 1:
            return Reading(None, "day", "gregorian", tuple(implied))
        first, last = (1, 15) if partial.half_month == 1 else (16, monthrange(year, month)[1])
        return Reading(f"{edtf(year, month, first)}/{edtf(year, month, last)}", "day", "gregorian", tuple(implied))
    contradiction = False
    if day is not None and partial.weekday is not None and year is not None and month is not None and year > 0:
        contradiction = dt.date(year, month, day).weekday() != partial.weekday
    return Reading(
        edtf(year, month, day), "day" if day is not None else "month", "gregorian", tuple(implied), contradiction
    )


_PRECISIONS: Final[dict[int, Precision]] = {3: "quarter", 6: "half"}
"""What so many months of a year are."""


def _resolve_part_of_year(
    partial: Partial, year: int | None, reference: dt.date | None, implied: tuple[Implied, ...]
) -> Reading:
    assert partial.months is not None
    first, last = partial.months
    if partial.calendar == "hijri":
        return Reading(None, _PRECISIONS.get(last - first + 1, "month"), "hijri")
    precision = _PRECISIONS.get(last - first + 1, "month")
    if year is None and reference is not None and partial.direction is not None:
        # A quarter without a year is the last that has begun.
        year, implied = reference.year - (first > reference.month), ("year",)
    if year is None or not dt.MINYEAR <= year < dt.MAXYEAR:
        return Reading(None, precision)
    later = 6 if partial.fiscal else 0
    begin, end = add_months(year, first, later), add_months(year, last, later)
    return Reading(f"{edtf(*begin)}/{edtf(*end)}", precision, "gregorian", implied)


def _resolve_season(partial: Partial, year: int | None, context: Context) -> Reading:
    reference, season = context.reference, partial.season
    assert season is not None
    if year is None and reference is not None and partial.direction is not None:
        first, last = _SEASONS[season]
        year = reference.year
        if partial.direction < 0 and (reference.month <= last or last < first):
            year -= 1
        elif partial.direction > 0 and reference.month >= first:
            year += 1
    return Reading(f"{year:04d}-{season}" if year is not None and dt.MINYEAR <= year < dt.MAXYEAR else None, "season")


def _resolve_hijri(partial: Partial, context: Context) -> Reading | None:
    year, month, day = partial.year, partial.month, partial.day
    if day is not None and month is not None and not is_hijri_day(month, day):
        return None
    precision: Precision = "day" if day is not None else "month" if month is not None else "year"
    implied: tuple[Implied, ...] = ()
    reference = gregorian_to_hijri(context.reference) if context.reference else None
    if year is None and reference is not None:
        implied = ("year",)
        year = _implied_hijri_year(partial, reference)
    if year is None:
        return Reading(None, precision, "hijri")
    if day is None or month is None:
        span = hijri_span(year, month)
        return Reading(edtf_interval(*span) if span else None, precision, "hijri", implied)
    found = hijri_to_gregorian(year, month, day)
    if found is None:
        return Reading(None, "day", "hijri", implied)
    contradiction = partial.weekday is not None and found.weekday() != partial.weekday
    return Reading(found.isoformat(), "day", "hijri", implied, contradiction)


def _implied_hijri_year(partial: Partial, reference: tuple[int, int, int]) -> int | None:
    year, month, day = reference
    if partial.year_shift is not None:
        return year + partial.year_shift
    if partial.month is None:
        return None
    stated = (partial.month, partial.day or 0)
    now = (month, day if partial.day is not None else 0)
    if partial.direction in (-1, 1):
        if partial.direction < 0:
            beyond = stated >= now if partial.stated else stated > now
        else:
            beyond = stated <= now if partial.stated else stated < now
        return year + (partial.direction if beyond else 0)
    months = partial.month - month
    return year + (-1 if months > 6 else 1 if months < -6 else 0)


# --- ranges ----------------------------------------------------------------------------------------------


def complete_range(first: Partial, last: Partial) -> None:
    """Give the two ends of a range what each leaves to the other (`3 إلى 5 يناير`)."""
    if last.anchor_unit == "month" and last.day is not None:
        if first.month is not None:  # 17 يوليو حتى 19 منه
            last.month, last.calendar, last.anchor, last.anchor_unit = first.month, first.calendar, None, None
            last.direction, last.stated = first.direction, first.stated
        elif first.day is not None:  # 25 و26 منه
            first.anchor, first.anchor_unit = last.anchor, last.anchor_unit
    if first.month is None and first.month_shift is None and first.day is not None:
        first.month, first.month_shift, first.calendar = last.month, last.month_shift, last.calendar
    if first.year is None and first.year_shift is None and first.weekday is None:
        first.year, first.year_shift = last.year, last.year_shift
        if first.month is not None and last.month is not None and first.month > last.month and first.year is not None:
            first.year -= 1  # من 20 ديسمبر إلى 5 يناير 2015
    if last.year is None and last.year_shift is None and last.month is not None:
        last.year, last.year_shift = first.year, first.year_shift
    if first.direction is None:
        first.direction, first.stated = last.direction, last.stated
    if first.year is not None and last.year is not None and first.month is None and last.calendar == "hijri":
        first.calendar = "hijri"


def resolve_range(first: Partial, last: Partial, context: Context) -> Reading | None:
    """What a range of two expressions means; None where one of them is no date, or the range runs backwards."""
    complete_range(first, last)
    left = resolve(first, context)
    if left is None:
        return None
    left_day, _ = bounds(left.value)
    if last.weekday is not None and last.day is None and left_day is not None:
        right: Reading | None = _day_reading(nearest_weekday(last.weekday, left_day, 1, strictly=True))
    else:
        right = resolve(last, context)
    if right is None:
        return None
    right_day = bounds(right.value)[1]
    calendar = left.calendar if left.calendar == right.calendar else "both"
    precision = right.precision if right.precision == left.precision else left.precision
    implied = tuple(dict.fromkeys(left.implied + right.implied))
    if left.value is None or right.value is None:
        return Reading(None, precision, calendar, implied)
    if left_day is not None and right_day is not None and left_day > right_day:
        if "year" in left.implied and first.month is not None:
            first.year = left_day.year - 1
            return resolve_range(first, last, context)
        return None
    value = f"{left.value.partition('/')[0]}/{right.value.rpartition('/')[2]}"
    return Reading(value, precision, calendar, implied, left.contradiction or right.contradiction)
