"""The parts of calendar expressions: what the cues and the numbers of a text are."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

import regex  # type: ignore[import-untyped]

from extractnews.article import ScannedArticle
from extractnews.calendars import Calendar, Partial, is_gregorian_day, is_hijri_day
from extractnews.normalise import fold

HIJRI_NEWS_YEARS: Final = range(1343, 1451)
"""Hijri years of the time that news speaks of; the same numbers as Gregorian years are rare in news."""
LIST_YEARS: Final = range(1900, 2051)
"""Numbers that are years without a noun, where the words before them allow it."""
LONGEST_GAP: Final = 18
"""Between two parts of one expression."""
make: Final = tuple.__new__  # half the price of a call of a named tuple's class

# The regex module looks for a digit six times as fast as re does.
NUMBER_RE: Final = regex.compile(r"[0-9]+(?:[.,\\-][0-9]+| ?/ ?[0-9]+)*")
_DIGITS_RE: Final = re.compile(r"\d+")
_LETTERS: Final = frozenset(string.ascii_letters)
AFTER_NO_DAY: Final = _LETTERS | {"%", "$"}
"""What stands right behind numbers that are no part of a date."""
BEFORE_NO_DAY: Final = _LETTERS | {".", "$", "+", "_"}
"""What stands right before numbers of one or two digits that are no part of a date."""
_BEFORE_NO_YEAR: Final = BEFORE_NO_DAY | frozenset(string.digits)
_MOVED_STOP: Final = " ."
"""Before a year whose full stop has come to stand at its other side (`في عام .2013`, `7 مارس .2013`)."""
_DASHES: Final = ("-", "/")
_ERA_RE: Final = re.compile(
    r" ?(?:(ه|هجريه?|للهجره|الهجريه?)|(م|ميلاديه?|ميلاديا|للميلاد|الميلاديه?)|(ق\.? ?م|قبل الميلاد))(?!\w|\.\w)"
)
_ERA_LETTERS: Final = frozenset("هملقا")
"""With one of these every era begins."""


class Part(NamedTuple):
    """One part of a calendar expression.

    Attributes:
        start: offset in the view.
        end: offset after its last character.
        code: its letter in the rules.
        value: what the lexicon or the number says.
        word: the hit's article or proclitic, where a rule asks for it.
    """

    start: int
    end: int
    code: str
    value: Any
    word: str = ""


class Month(NamedTuple):
    """A month's name."""

    number: int
    calendar: Calendar
    weak: bool
    name: str


class Year(NamedTuple):
    """A number that may be a year; `era` is the calendar that the text says, if it does."""

    number: int
    era: Calendar | None


@lru_cache(maxsize=4096)
def _year(digits: str, era: Calendar | None = None) -> Year:
    return Year(int(digits), era)


class Match(NamedTuple):
    """A rule's match in one article: the parts it took, and where."""

    rule: str
    parts: list[Part]
    start: int
    end: int
    split: int


class MonthsReader:
    """Reads months that are counted from an end of a year: `الأشهر التسعة الأولى`, `أول شهرين`, `الشهرين الأخيرين`.

    Args:
        table: `counted_months` of `dates.toml`.
    """

    def __init__(self, table: dict[str, list[str]]) -> None:
        self._counts = {fold(word): int(key) for key, words in table.items() if key.isdigit() for word in words}
        first, last = ("|".join(map(fold, table[key])) for key in ("first", "last"))
        count = rf"(?P<count>{'|'.join(self._counts)}|[2-9]|1[01])"
        self._after_re = re.compile(rf"(?: (?:ال ?)?{count})? (?:{first}|(?P<last>{last}))(?!\w)")
        self._before_re = re.compile(rf"(?<!\w)[وفبل]?(?P<part>(?P<first>اول )?(?:ال ?)?{count} )$")
        self._first_re = re.compile(r"(?<!\w)[وفبل]?(?P<part>اول )$")

    def read(self, text: str, start: int, end: int) -> Part | None:
        """The part with the noun at [start, end); its value is the first and the last month."""
        after = self._after_re.match(text, end)
        written = after["count"] if after is not None else None
        if written is None:
            dual = text[start:end].removeprefix("ال")
            if dual in self._counts:
                written = dual
                before = self._first_re.search(text, max(0, start - 6), start) if after is None else None
            else:
                before = self._before_re.search(text, max(0, start - 22), start)
                if before is None or (after is None and not before["first"]):
                    return None
                written = before["count"]
            if before is not None:
                start = before.start("part")
            elif after is None:
                return None
        count = self._counts.get(written) or int(written)
        last = after is not None and after["last"] is not None
        months = (13 - count, 12) if last else (1, count)
        return Part(start, after.end() if after is not None else end, "k", months)


def is_hijri_year(year: Year) -> bool:
    """Whether a day's year is Hijri: the text says so, or it says nothing and the number is one of news."""
    return year.era == "hijri" or (year.era is None and year.number in HIJRI_NEWS_YEARS)


def closed(text: str, codes: str, end: int) -> int:
    """The end with a closing bracket, where the expression opened one."""
    if "(" in codes:
        for closing in (")", " )", "]", '"'):
            if text.startswith(closing, end):
                return end + len(closing)
    return end


def number_parts(article: ScannedArticle, start: int, end: int) -> Iterable[Part]:
    """The parts that a match of `NUMBER_RE` is: days, years, a numeric date; none for codes, prices and scores."""
    text = article.text
    before, number = text[start - 1 : start], text[start:end]
    if text[end : end + 1] in AFTER_NO_DAY:
        return ()
    if number.isdigit():
        if before in _BEFORE_NO_YEAR and text[start - 2 : start] != _MOVED_STOP:
            return ()
        if end - start == 4 and not _may_begin_era(text, end):
            return (tuple.__new__(Part, (start, end, "Y", _year(number), "")),)
        return _plain_number(text, start, end, number)
    if "," in number or ("." in number and len(number) <= 5):
        return ()
    latin_before = before in _BEFORE_NO_YEAR or before in _DASHES
    pieces = [match.span() for match in _DIGITS_RE.finditer(text, start, end)]
    numbers = [text[first:last] for first, last in pieces]
    if len(pieces) == 4 and text[pieces[0][1]] == "-" and max(map(len, numbers[:2])) <= 2:
        # 17-18/9/2014
        first, last = pieces[0]
        date = _numeric_date(text, pieces[1][0], end, numbers[1:], number)
        return (*_plain_number(text, first, last, numbers[0]), *date) if date else ()
    if len(pieces) == 3:
        return _numeric_date(text, start, end, numbers, number)
    if len(pieces) == 2 and not latin_before and ("." not in number or len(number) > 5):
        lengths = [len(digits) for digits in numbers]
        if "." not in number and (lengths == [4, 4] or max(lengths) <= 2):
            return [
                part
                for (first, last), digits in zip(pieces, numbers, strict=True)
                for part in _plain_number(text, first, last, digits)
            ]
    if len(pieces) == 2 and sorted(map(len, numbers))[1] == 4:
        month, year = sorted(map(int, numbers))
        if 1 <= month <= 12 and 1900 <= year <= 2100:
            return (Part(start, end, "F", Partial(year=year, month=month)),)
    return ()


def _plain_number(text: str, start: int, end: int, digits: str) -> Iterable[Part]:
    count = end - start
    if count <= 2:
        number = int(digits)
        return (Part(start, end, "N" if 1 <= number <= 31 else "n", number),)
    if count > 4:
        return ()
    era = era_at(text, end)
    if era is None:
        if count == 4 or text.endswith(("عام ", "سنه "), 0, start):
            return (Part(start, end, "Y", _year(digits)),)
        return ()
    if era[3]:
        return (Part(start, era.end(), "Y", Year(1 - int(digits), "gregorian")),)
    return (Part(start, era.end(), "Y", _year(digits, "hijri" if era[1] else "gregorian")),)


def pair_before_christ(parts: list[Part], text: str) -> None:
    """Take the first of two years before Christ for one (`589 و570 قبل الميلاد`); the second is `parts[-1]`."""
    last = parts[-1]
    written = _FIRST_OF_TWO_RE.search(text, max(0, last.start - 12), last.start)
    if written is None or int(written[1]) <= 1 - last.value.number:
        return
    parts.pop()
    while parts and parts[-1].end > written.start(1):
        parts.pop()
    parts.append(Part(written.start(1), written.end(1), "Y", Year(1 - int(written[1]), "gregorian")))
    parts.append(last)


_FIRST_OF_TWO_RE: Final = re.compile(r"(?<![\d.,/-])(\d{3,4}) ?(?:-|و|الي|حتي) ?$")


def era_at(text: str, end: int) -> re.Match[str] | None:
    """The era behind a number; its groups: Hijri, of the Common Era, before it."""
    return _ERA_RE.match(text, end) if _may_begin_era(text, end) else None


def _may_begin_era(text: str, end: int) -> bool:
    letter = text[end : end + 1]
    return (text[end + 1 : end + 2] if letter == " " else letter) in _ERA_LETTERS


def _numeric_date(text: str, start: int, end: int, digits: list[str], written: str) -> Iterable[Part]:
    """A day written in numbers: day, month, year, or year, month, day.

    Where the first two numbers would both do as the month, the first is the day, as everywhere in the Arab world.
    """
    lengths = [len(piece) for piece in digits]
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        year, month, day = map(int, digits)
        if month > 12 >= day:
            month, day = day, month
    elif lengths[2] in (2, 4) and max(lengths[:2]) <= 2:
        day, month, year = map(int, digits)
        if month > 12 >= day:
            month, day = day, month
        if lengths[2] == 2:
            if "/" not in written:
                return ()
            year += 2000 if year <= 30 else 1900
    else:
        return ()
    era = era_at(text, end)
    hijri = era is not None and bool(era[1])
    if not hijri and (era is None or not era[2]) and year in HIJRI_NEWS_YEARS:
        hijri = True
    if era is not None and not era[3]:
        end = era.end()
    if not (is_hijri_day(month, day) if hijri else is_gregorian_day(year, month, day) and 1000 <= year <= 2999):
        return ()
    calendar: Calendar = "hijri" if hijri else "gregorian"
    return (Part(start, end, "D", Partial(calendar, year, month, day)),)


_SYRIAC: Final = frozenset((
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
))  # fmt: skip


def join_names(text: str, first: Part, second: Part) -> Part | None:
    """Two names of one month as one part (`أبريل/نيسان`, `فبراير (شباط)`); None where they are not that."""
    if first.value.name == second.value.name:
        return None
    gap = text[first.end : second.start]
    if first.value.number != second.value.number:
        # يناير/كانون الأول: of two lists' names for one month the first counts
        mixed = (first.value.name in _SYRIAC) != (second.value.name in _SYRIAC)
        if gap.strip() not in ("/", "\\") or not mixed:
            return None
    sign = gap.strip()
    if len(gap) > 3 or sign not in ("/", "-", "(", "", "\\", "[", "|"):
        return None
    end = second.end
    if sign in ("(", "["):
        end = closed(text, "(", end)
    return Part(first.start, end, first.code, first.value._replace(weak=False), first.word)
