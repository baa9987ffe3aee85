"""From the parts of an expression to its reading: what it says, its tense, and the day from which it counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from extractnews.article import Draft, ScannedArticle
from extractnews.calendars import (
    Calendar,
    Context,
    Partial,
    Reading,
    bounds,
    gregorian_to_hijri,
    nearest_weekday,
    nearest_year,
    resolve,
    resolve_range,
    shift_day,
)
from extractnews.extractors.date_parts import HIJRI_NEWS_YEARS, Match, Part, Year, closed, is_hijri_year

# An expression that leans on the one before it (`اليوم التالي`) is that near to it.
_REACH: Final = 150
_SAME_SENTENCE: Final = 60
_LONGEST_BRACKET: Final = 40
_FARTHEST_EVENT: Final = 50
"""Days among which the one of an event is looked for."""
_THESE: Final = ("هذا ", "هذه ")
_THOSE: Final = (" من ذلك ", " من تلك ")
_SAME: Final = "نفس "
_SAME_WORDS: Final = frozenset((_SAME, "ذات "))
_DEMONSTRATIVES: Final = frozenset((*_THESE, _SAME))
_ARTICLES: Final = frozenset(("ال", "لل"))
_THIS_DAY: Final = "هذا يوم "


def this_before(text: str, start: int) -> int | None:
    """Offset of `هذا`, `هذه` or `نفس` right before `start`; None where there is none of them."""
    first = start - len(_SAME)
    if text[first:start] not in _DEMONSTRATIVES or text[max(0, first - 2) : first] in _ARTICLES:
        return None  # علم النفس العام
    return first


def same_day_before(text: str, start: int) -> int | None:
    """Offset of `نفس` or `ذات` right before `اليوم`; None where there is neither."""
    first = start - len(_SAME)
    if text[first:start] not in _SAME_WORDS:
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
            if part is parts[0] and text.endswith(("هذا ", _THIS_DAY), 0, part.start):
                partial.direction = 0
        elif code in "TR":
            partial.day_shift = value
            unit = "T"
            if code == "T" and len(parts) == 1 and same_day_before(text, part.start) is not None:
                _add_adjective(partial, unit, "same")
        elif code == "A":
            _add_adjective(partial, unit, value)
        elif code == "I":
            _add_adjective(partial, "m", "same")
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
    same = text.endswith(_SAME, 0, part.start) and this_before(text, part.start) is not None
    if same or text.endswith(_THOSE, 0, part.start):
        _add_adjective(partial, part.code, "same")
    elif alone or text.endswith(_THESE, 0, part.start):
        _add_adjective(partial, part.code, 0)


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


def _add_adjective(partial: Partial, unit: str, value: int | str) -> None:
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


_IsVerb = Callable[[str], bool]


def readings(article: ScannedArticle, matches: list[Match], loose: bool = False) -> list[Draft]:
    """The drafts of an article's matches, in their order; what turns out to be no date is left out.

    Args:
        article: the article.
        matches: the rules' matches.
        loose: whether `اليوم التالي` may lean on the reference date itself.
    """
    text = article.text
    reference = _reference(article, matches)
    context = Context(reference, None if reference else _present(text, matches), is_verb=article.is_verb)
    if reference is None and context.present is None:
        context.this_year = _this_year(text, matches)
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
        reading = _reading(text, match, Context() if _is_yearly(text, match) else context)
        if reading is None or (reading.value is None and _begins_with_same(text, match)):
            continue  # `يعودون في نفس اليوم` names none
        if match.rule in _OF_THAT_MONTH and match.parts[-1].code == "I" and (reading.value or "X")[0] == "X":
            continue  # `31 منه` without a month before it
        if reference is not None and reading.precision == "day":
            reading = _coming_weekday(text, match, reading, reference, coming, context.is_verb)
        if match.parts[-1].start >= match.end and reading.value and not reading.implied and reading.value[0] != "X":
            reading = reading._replace(implied=("year",))  # said of the month after it
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


_OF_THAT_MONTH: Final = ("day_of_month", "day_of_month_range")


def _coming_weekday(
    text: str, match: Match, reading: Reading, reference: dt.date, coming: dict[int, Reading], is_verb: _IsVerb | None
) -> Reading:
    """The reading of a weekday, which is a coming day where that has been named before (`غدا الأربعاء`)."""
    if match.rule != "weekday" or len(match.parts) > 1:
        day = None if match.split else bounds(reading.value)[0]
        if day is not None and 0 < (day - reference).days <= 7 and any(part.code == "W" for part in match.parts):
            coming[day.weekday()] = reading
        return reading
    known = coming.get(match.parts[0].value)
    return reading if known is None or _tense(text, match.start, is_verb) < 0 else known


def _is_yearly(text: str, match: Match) -> bool:
    """Whether the day or month comes round (`8 مارس من كل عام`), so that it is of no year."""
    return match.rule not in _NO_MONTH and text.startswith((" من كل عام", " من كل سنه"), match.end)


def _is_same_day(text: str, match: Match) -> bool:
    """Whether the match says that its day is one named before (`اليوم نفسه`, `نفس اليوم`)."""
    return match.parts[-1].value == "same" or _begins_with_same(text, match)


def _begins_with_same(text: str, match: Match) -> bool:
    first = match.parts[0]
    return first.code == "T" and match.start < first.start and text[match.start : first.start] in _SAME_WORDS


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
    return _ASIDE_RE.search(text, max(0, start - 20), start) is not None


_NO_MONTH: Final = frozenset(("relative_day", "weekday", "year", "bare_year", "numeric", "unit", "decade", "century"))
"""Rules of expressions that no year of the sentence completes."""


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


def _reading(text: str, match: Match, context: Context) -> Reading | None:
    parts = match.parts
    if match.split:
        first, last = partial_of(parts[: match.split], text), partial_of(parts[match.split :], text)
        if last.direction is None:
            _add_tense(first, text, match.start, context)
        return resolve_range(first, last, context)
    if match.rule == "relative_day" and parts[-1].code != "A" and not _begins_with_same(text, match):
        return _relative_day(context.reference, parts[0].value, parts[1].value if len(parts) > 1 else None)
    if match.rule in _SPECIAL:
        partial = _special_partial(match)
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


_Said = tuple[Calendar, int | None, int | None, int | None, int | None]
"""Calendar, year, month, day, weekday."""


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
            text[part.start - len(_SAME) : part.start] in _DEMONSTRATIVES
            or text[part.start - len(_THIS_DAY) : part.start] == _THIS_DAY
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
        direction = (_tense(text, start, context.is_verb) or -1) if reference is not None else None
        return _read(said, direction, reference, None, None)
    direction = _month_tense(text, start, calendar, month, context) if day is None else None
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
        and text[unit.start - len(_SAME) : unit.start] not in _DEMONSTRATIVES
    )


@lru_cache(maxsize=4096)
def _shifted_unit(
    unit: str, shift: int, reference: dt.date | None, present: dt.date | None, this_year: int | None
) -> Reading | None:
    partial = Partial()
    _add_adjective(partial, unit, shift)
    return resolve(partial, Context(reference, present, this_year=this_year))


_DAY_THEN_YEAR: Final = ("day_and_month_then_year", "day_and_month_of_year", "spaced_numeric")
_SPECIAL: Final = (*_DAY_THEN_YEAR, "weekday_of_month", "day_alone", "nth", "week_of_month")


def _special_partial(match: Match) -> Partial:
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


def _add_tense(partial: Partial, text: str, start: int, context: Context) -> None:
    """Place a bare weekday or month by the tense of its sentence, where there is a day to place it from."""
    if partial.direction is not None or partial.day is not None:
        return
    if context.reference is None and context.present is None:
        return
    if partial.weekday is not None and partial.day_shift is None:
        partial.direction = _tense(text, start, context.is_verb) or -1
    elif partial.month is not None and partial.year is None and partial.year_shift is None:
        partial.direction = _month_tense(text, start, partial.calendar, partial.month, context)


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
        gregorian = _reading(text, written, Context(reference=day)) or gregorian
    elif gregorian.value is not None and hijri.implied:
        hijri = hijri._replace(value=None)
    end = closed(text, gap, other.end)
    days = bounds(hijri.value)[0], bounds(gregorian.value)[0]
    # The sighted month may begin a day before or after the table's.
    apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
    contradiction = gregorian.contradiction or apart > (1 if gregorian.precision == "day" else 370)
    joined = match._replace(end=end, parts=match.parts + other.parts, rule=f"{match.rule}_equivalent")
    return joined, gregorian._replace(calendar="both", contradiction=contradiction)


_EQUIVALENT_RE: Final = re.compile(
    r"(?:\.(?= ?الموافق))? ?[,(/-]? ?(?:و?(?:ال)?(?:موافق|مصادف)(?:ه)?)? ?[(:]? ?(?:ل|ل )?(?:يوم )?\(?"
)


# --- the day from which the article counts -------------------------------------------------------------------


_FULL: Final = ("day_month", "numeric")


def _reference(article: ScannedArticle, matches: list[Match]) -> dt.date | None:
    """The day on which the article was written, as far as it can be known.

    The text's own word goes before the reference date given: `اليوم الثلاثاء 27 أوت 2024`, `أمس 26 أوت 2024`;
    a dateline; and `أمس الأحد` moves a later reference date (a day of reprint or download) back to the last day
    after a Sunday.
    """
    given = article.reference_date
    for match in matches:
        if match.rule == "relative_day":
            if given is not None and match.parts[-1].code == "W":
                return _before_weekday(given, match.parts[0].value, match.parts[1].value)
        elif match.rule in _FULL and (
            match.parts[0].code in "RT" or (given is None and _is_dateline(article.text, match))
        ):
            full = _full_date(article.text, match)
            shift = match.parts[0].value if match.parts[0].code in "RT" else 0  # of أمس is -1
            day = shift_day(full, -shift) if full is not None else None
            if day is not None:
                return day
        elif given is not None and match.start <= _LAST_DATELINE and _is_agency_dateline(article.text, match):
            reading = _reading(article.text, match, Context(given))
            day = bounds(reading.value)[0] if reading is not None and reading.precision == "day" else None
            if day is not None and 0 < (given - day).days <= _LATEST_REPRINT:
                return day
    return given


_LAST_DATELINE: Final = 250
_LATEST_REPRINT: Final = 7
_AGENCY_RE: Final = re.compile(r" ?(?:\(|/|-- |- ?[^\W\d_])")
_PLACE_RE: Final = re.compile(r"(?:^|\n) ?[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,2} ?[,/(-] ?$")


def _is_agency_dateline(text: str, match: Match) -> bool:
    """Whether a day stands between the place and the agency that begin a report (`الرباط، 20 أغسطس (وكالات) -`)."""
    if match.rule != "day_month" or match.split or _AGENCY_RE.match(text, match.end) is None:
        return False
    return _PLACE_RE.search(text, max(0, match.start - _LONGEST_BRACKET), match.start) is not None


def _before_weekday(given: dt.date, shift: int, weekday: int) -> dt.date:
    """The last day up to the given one of which `shift` days later is such a weekday."""
    day = shift_day(given, shift)
    if day is None or day.weekday() == weekday:
        return given
    moved = nearest_weekday(weekday, day, -1)
    return (shift_day(moved, -shift) if moved is not None else None) or given


def _present(text: str, matches: list[Match]) -> dt.date | None:
    """A day of about the time of writing: the first that the text names with weekday and year."""
    for match in matches:
        if match.rule in _FULL and match.parts[0].code == "W":
            full = _full_date(text, match)
            if full is not None:
                return full
    return None


_YEARS_OF_WRITING: Final = range(1900, 2051)


def _this_year(text: str, matches: list[Match]) -> int | None:
    """The year of writing, where the text says it beside its distance: `العام الماضي 2003`, `هذا العام 2014`."""
    for match in matches:
        if match.rule != "year" or match.parts[-1].code != "Y":
            continue
        noun, year = match.parts[0], match.parts[-1].value.number
        if year not in _YEARS_OF_WRITING:
            continue
        shift = match.parts[1].value if len(match.parts) == 3 else None
        if isinstance(shift, int):
            return int(year) - shift
        if shift is None and text.endswith(_THESE, 0, noun.start):
            return int(year)
    return None


def _full_date(text: str, match: Match) -> dt.date | None:
    reading = _reading(text, match, Context())
    return bounds(reading.value)[0] if reading is not None and reading.precision == "day" else None


_UPDATED_RE: Final = re.compile(r"[ ,|-]*(?:اخر تحديث|تاريخ النشر|الساعه|\d\d:\d\d|KSA|GMT)")
_ASIDE_RE: Final = re.compile(
    r"(?:المؤرخ|الصادر|الموقع|وتاريخ|بتاريخ|تاريخ|منذ|حتي|قبل|بحلول|المولود|مواليد|ولد|التنفيذ)\w* ?(?:في |من |يوم )?$"
    r"|(?<!\w)من (?:ال)?$"
)


def _is_dateline(text: str, match: Match) -> bool:
    """Whether a full date says when the article was written: a stamp, or what happened in its lead."""
    if _UPDATED_RE.match(text, match.end):
        return True
    return match.start <= 250 and not _ASIDE_RE.search(text, max(0, match.start - 20), match.start)


_FUTURE_RE: Final = re.compile(
    r"[وف]?(?:س(?!يناء|ياس|يار|يطر|يد|ينما|نوات|نو|نه|تين|ته|ياح|ياق|ير|يف|يما|ند|تاد|توديو|يول|يوف|تيف|يئ|ياد|يبي|نغاف|يتي|نت|تر|يل|ين|ني)[يتن]\w{2,}|سوف|(?:ال)?مقرره?|جاهز(?:ه|ون|ين)?|استعدادا|(?:ال)?مزمع|(?:ال)?مرتقبه?|(?:ال)?منتظر|[يت]عتزم|[يت]ستعد|[يت]نطلق|[يت]قام"
    r"|[يت]لتقي|[يت]ستضيف|[يت]واجه|[يت]توقع|(?:ال)?متوقع|[يت]فتتح|[يت]شهد|[يت]عقد|بحلول|غدا?|(?:ال)?مقبله?|(?:ال)?قادمه?|[يت]ختتم|[يت]بدا)"
)
_PAST_RE: Final = re.compile(
    r"[وف]?(?:قال|اعلن|اكد|اضاف|كان|اوضح|ذكر|صرح|كشف|افاد|اشار|استقبل|التقي|وقع|قتل|اصيب|شهد|عقد|انطلق|بدا|اجري)(?:ت|وا|ه)?"
    r"|[^\Wيتن]\w{2,}(?:وا|وها|وهم)|قد|امس|منذ|الماضيه?|خلال"
)


_WORD_RE: Final = re.compile(r"\w+")


_MONTHS_OF_NEWS: Final = range(-3, 3)
"""A month at such a distance from the reference date is meant unless the verb stands right before it."""
_WHATEVER_THE_VERB: Final = ("خلال ", "بحلول ", "بحلول شهر ")
"""Behind these a month of news is the nearest even where a verb stands right before them."""
_CONTRACTS: Final = ("عقد ", "عقود ", "تسليم ")
"""Before the month in which something is delivered (`هبط عقد أغسطس`): no verb, and no month of the past."""
_AHEAD: Final = (*_CONTRACTS, "حتي ", "الي ", "غايه ", "نهايه ")
"""Before a month that may lie ahead without a verb of the future."""


def _month_tense(text: str, start: int, calendar: Calendar, month: int, context: Context) -> int | None:
    """The tense that decides a month's year, as in `_tense`; None where the nearest one is meant.

    Plans are told in the past tense as well: `قررت تنظيم الدورة في ديسمبر` beside `أعلنتها في ديسمبر`. A month far
    ahead that nothing tells of is one of the past: `وفي ديسمبر شب حريق` said in August.
    """
    day = context.reference or context.present
    if day is None:
        return None
    tense, distance = _tense_and_distance(text, start, context.is_verb)
    contract = text.endswith(_CONTRACTS, 0, start)
    if contract and tense < 0:
        tense = 0
    months = _months_away(calendar, month, day)
    if months is None:
        return tense or None
    if months in _MONTHS_OF_NEWS and (contract or distance > 1 or text.endswith(_WHATEVER_THE_VERB, 0, start)):
        return None
    if tense or months < _MONTHS_OF_NEWS.stop or text.endswith(_AHEAD, 0, start):
        return tense or None
    return None if _may_lie_ahead(text, start, context.is_verb) else -1


def _may_lie_ahead(text: str, start: int, is_verb: _IsVerb | None) -> bool:
    """Whether a verb of the present or `قبل` leads to an expression (`الذي ينتهي في يناير`, `قبل الدورة في أكتوبر`)."""
    words = text[max(0, start - 60) : start].split()
    verb = words[-2] if len(words) > 1 else ""
    return "قبل" in words or (verb.startswith(("ي", "وي", "في")) and (is_verb is None or is_verb(verb)))


def _months_away(calendar: Calendar, month: int, day: dt.date) -> int | None:
    """How many months after a day the nearest month of that number lies; None outside the Hijri table."""
    if calendar != "hijri":
        return 12 * (nearest_year(month, None, day) - day.year) + month - day.month
    now = gregorian_to_hijri(day)
    return (month - now[1] + 5) % 12 - 5 if now is not None else None


def _tense(text: str, start: int, is_verb: _IsVerb | None = None) -> int:
    """The tense of the words before an expression in its sentence: 1 future, -1 past, 0 unknown.

    `is_verb` tells a verb's سـ from that of a name (`ستيوارت`).
    """
    return _tense_and_distance(text, start, is_verb)[0]


def _tense_and_distance(text: str, start: int, is_verb: _IsVerb | None) -> tuple[int, int]:
    """That tense, and how many words stand between the word that tells it and the expression."""
    first = max(0, start - 90)
    begin = max(text.rfind(".", first, start), text.rfind("\n", first, start), first)
    if begin and text[begin - 1 : begin + 1].isalnum():
        cut = _WORD_RE.match(text, begin)  # the end of a word
        begin = cut.end() if cut is not None else begin
    words = text[begin:start].split()
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        tense = _tense_of(word)
        if tense > 0:
            if index and words[index - 1] == "غير":
                continue  # بشكل غير متوقع
            if is_verb is not None and _LETTER_RE.match(word) and not is_verb(word):
                continue
        if tense:
            return tense, len(words) - 1 - index
    return 0, len(words)


_LETTER_RE: Final = re.compile("[وف]?س(?!وف)")
"""The letter of the future."""


@lru_cache(maxsize=16384)
def _tense_of(word: str) -> int:
    """The tense that a word tells of, as in `_tense`; of words that a mark joins, the last that tells of one."""
    parts: list[str] = _WORD_RE.findall(word)
    for part in reversed(parts):
        if _PAST_RE.fullmatch(part):
            return -1
        if _FUTURE_RE.fullmatch(part):
            return 1
    return 0


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
