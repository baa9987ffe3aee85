"""The parts of calendar expressions: cues and numbers of a text, each with a one-letter code."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final

from extractnews.article import ScannedArticle
from extractnews.calendars import Calendar
from extractnews.extractors.dates.contexts import Qualifiers, ends
from extractnews.extractors.dates.parts import (
    AFTER_NO_DAY,
    BEFORE_NO_DAY,
    LONGEST_GAP,
    NUMBER_RE,
    Month,
    MonthsReader,
    Part,
    Year,
    join_names,
    make,
    number_parts,
    pair_before_christ,
)
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader
from extractnews.scanner import Cue

_OF_IT: Final = " منه"
"""Behind a day of the month that was named before (`حتى 19 منه`)."""
_UNIT_CODES: Final = {
    "y": "year", "m": "month", "w": "week", "c": "century", "E": "decade", "q": "quarter", "h": "half",
    "p": "trimester", "u": "semester",
}  # fmt: skip
_CALENDARS: Final[tuple[tuple[Calendar, str], ...]] = (("gregorian", "M"), ("hijri", "H"))
# Weak names that a number written together with them makes certain.
_GLUED: Final = frozenset((
    "مارس", "ماي", "جوان", "أوت", "نيسان", "أيار", "شباط", "رجب", "شعبان", "رمضان", "شوال",
))  # fmt: skip
# What no rule takes without a neighbour; of the nouns y, m and w that holds where they have no article.
_DULL: Final = frozenset("NnOAZzcqhpuEgBsk")
# Codes of numbers that have not been read.
_FEW_DIGITS: Final = ("N", None)
_MANY_DIGITS: Final = ("#", None)
_BY_START: Final = itemgetter(0)
_Item = tuple[int, int, str, tuple[str, Any], str, str]
"""A cue, or a number in the same shape."""
_LAST: Final[_Item] = (sys.maxsize, sys.maxsize, "", _FEW_DIGITS, "", "")
_WORD_BEFORE_RE: Final = re.compile(r"(?<!\w)[^\W\d_]+$")
_WORD_RE: Final = re.compile(r"[^\W\d_]+")
_YEAR_WORDS: Final = (" الف", " مائت", " مئت", " تسع", " , الف", " , مائت", " , مئت", " , تسع")
"""How a year in words begins, behind its noun or its month."""
_YEAR_BEGINS: Final = frozenset(words[:4] for words in _YEAR_WORDS)
_THIS: Final = "هذا "


class PartReader:
    """Reads the parts of an article's calendar expressions.

    Args:
        resources: where the numerals are read from.
        data: `dates.toml`.
        qualifiers: its qualifiers.
        loose: as of the extractor.
    """

    def __init__(self, resources: Resources, data: dict[str, Any], qualifiers: Qualifiers, loose: bool) -> None:
        self._data = data
        self._loose = loose
        self._numbers = NumeralReader(resources)
        self._months = MonthsReader(data["counted_months"])
        self._alef_madda = frozenset(data["months"]["weak"]["alef_madda"])
        weak = frozenset(data["months"]["weak"]["words"])
        self._attached: dict[str, tuple[str, Any, str]] = {
            fold(name): (code, Month(int(number), calendar, False, name), "")
            for calendar, code in _CALENDARS
            for number, names in data["months"][calendar].items()
            for name in names
            if name not in weak or name in _GLUED
        } | {fold(article + noun): ("y", "year", article) for noun in data["units"]["year"] for article in ("", "ال")}
        self.dull = _DULL - {"N"} if loose else _DULL
        self._unit_ends = qualifiers.ends | ends(["هذا", "هذه", "نفس", "ذات"])

    def cues(self) -> Iterable[Cue]:
        """Month names, weekdays, relative words, unit nouns, ordinals; spellings that folding levels only once."""
        return {(fold(cue.phrase), cue.value[0]): cue for cue in self._all_cues()}.values()

    def _all_cues(self) -> Iterable[Cue]:
        data = self._data
        weak = {fold(word) for word in data["months"]["weak"]["words"]}
        for calendar, code in _CALENDARS:
            for number, names in data["months"][calendar].items():
                for name in names:
                    yield Cue(name, "date", (code, Month(int(number), calendar, fold(name) in weak, name)))
        for code, section in (("W", "weekdays"), ("O", "ordinals"), ("s", "seasons")):
            for number, names in data[section].items():
                for name in names:
                    yield Cue(name, "date", (code, int(number)))
        for number, names in data["decades"].items():
            for name in names:
                yield Cue(name, "date", ("e", int(number)), "noun")
        for name, shift in data["days"].items():
            yield Cue(name, "date", ("R", shift))
        yield Cue("اليوم", "date", ("T", 0))
        if self._loose:
            for number, names in data["weekdays_bare"].items():
                for name in names:
                    yield Cue(name, "date", ("x", int(number)))
        for era, names in data["eras"].items():
            for name in names:
                yield Cue(name, "date", ("g", era), "fixed")
        for shift, names in data["shifts"].items():
            for name in names:
                yield Cue(name, "date", ("A", shift if shift.isalpha() else int(shift)), "fixed")
        for code, name in _UNIT_CODES.items():
            for noun in data["units"][name]:
                yield Cue(noun, "date", (code, name), "noun")
        for code, name in (("Z", "two_years"), ("z", "years")):
            for noun in data["units"][name]:
                yield Cue(noun, "date", (code, "year"), "noun")
        for noun in data["units"]["months"]:
            yield Cue(noun, "date", ("k", "months"), "noun")

    def read(self, article: ScannedArticle) -> list[Part]:
        """The parts, without those that have no neighbour and say nothing alone."""
        text, dull, madda = article.text, self.dull, self._alef_madda
        items = self._items(article)
        parts: list[Part] = []
        last_end = -LONGEST_GAP - 1
        for (start, end, _, (code, value), proclitic, article_), after in pairwise(items):
            if start < last_end:
                continue
            if code == "k":
                part = self._months.read(text, start, end)
                if part is not None:
                    while parts and parts[-1].start >= part.start:
                        parts.pop()
                    parts.append(part)
                    last_end = part.end
                continue
            if after[0] - end > LONGEST_GAP < start - last_end and (
                (
                    code in dull
                    and text[end : end + 4] != _OF_IT
                    and not (code == "s" and text[start - 4 : start] == _THIS)
                    and not (code == "N" and text[end : end + 1].isalpha())
                )
                or (code in "ymw" and self._is_bare_unit(text, start, end, proclitic or article_))
            ):
                continue
            if code == "N":
                if text[end : end + 1] not in AFTER_NO_DAY and text[start - 1 : start] not in BEFORE_NO_DAY:
                    number = int(text[start:end])
                    parts.append(make(Part, (start, end, "N" if 1 <= number <= 31 else "n", number, "")))
                    last_end = end
                    if text[end : end + 1].isalpha():
                        last_end = self._add_month_behind(parts, text, end)
                    elif text[end : end + 4] == _OF_IT and not text[end + 4 : end + 5].isalnum():
                        last_end = end + 4
                        parts.append(make(Part, (end + 1, last_end, "I", "same", "")))
                continue
            if code == "#":
                if text[start - 1 : start].isalpha():
                    self._add_attached(parts, text, start)
                _add_number(article, parts, start, end)
                last_end = parts[-1].end if parts else last_end
                continue
            part = make(Part, (start, end, code, value, proclitic + article_))
            if code in "MH":
                if value.name in madda and not _is_written_as_month(article, part):
                    continue
                joined = join_names(text, parts[-1], part) if parts and parts[-1].code == code else None
                if joined is not None:
                    parts[-1] = joined
                    last_end = joined.end
                    continue
            parts.append(part)
            last_end = end
            if code in "yMH" and text[end : end + 4] in _YEAR_BEGINS and text.startswith(_YEAR_WORDS, end):
                year = self._year_in_words(text, end + (3 if text[end + 1] == "," else 1))
                if year is not None:
                    parts.append(year)
                    last_end = year.end
        return parts

    def _items(self, article: ScannedArticle) -> list[_Item]:
        """The cues and the numbers, in the order of the text, and `_LAST`."""
        items: list[_Item] = list(article.hits("date"))
        for match in NUMBER_RE.finditer(article.text):
            start, end = match.span()
            items.append((start, end, "number", _MANY_DIGITS if end - start > 2 else _FEW_DIGITS, "", ""))
        items.sort(key=_BY_START)
        items.append(_LAST)
        return items

    def _is_bare_unit(self, text: str, start: int, end: int, article: str) -> bool:
        """Whether nothing around a unit's noun without a neighbour can make a date of it."""
        if text.startswith(_YEAR_WORDS, end):
            return False
        if not article:
            return True
        return not self._loose and text[start - 3 : start] not in self._unit_ends

    def _add_attached(self, parts: list[Part], text: str, start: int) -> None:
        """Add the month or noun that is written together with the number after it (`مايو2015`)."""
        word = _WORD_BEFORE_RE.search(text, max(0, start - 10), start)
        name = self._attached.get(word[0]) if word is not None else None
        if word is None or name is None:
            return
        part = Part(word.start(), start, *name)
        joined = join_names(text, parts[-1], part) if parts and parts[-1].code == part.code == "M" else None
        if joined is not None:
            parts[-1] = joined
        else:
            parts.append(part)

    def _add_month_behind(self, parts: list[Part], text: str, start: int) -> int:
        """Add the month that is written together with the number before it (`5مارس`); the last part's end."""
        word = _WORD_RE.match(text, start)
        name = self._attached.get(word[0]) if word is not None else None
        if word is None or name is None or name[0] == "y":
            return start
        parts.append(Part(start, word.end(), *name))
        return word.end()

    def _year_in_words(self, text: str, start: int) -> Part | None:
        """A year in words after its noun or its month (`عام ألفين وأربعة عشر`)."""
        number = self._numbers.read(text, start)
        if number is None or number.kind != "cardinal" or not isinstance(number.value, int):
            return None
        if not (1000 if not self._loose else 100) <= number.value <= 2100:
            return None
        return Part(number.start, number.end, "V", Year(number.value, None))


def _add_number(article: ScannedArticle, parts: list[Part], start: int, end: int) -> None:
    """Add what a number of more than two digits says, if it is of a date."""
    parts.extend(number_parts(article, start, end))
    if parts and parts[-1].code == "Y" and parts[-1].value.number <= 0:
        pair_before_christ(parts, article.text)


def _is_written_as_month(article: ScannedArticle, part: Part) -> bool:
    """Whether `آب` is spelled so, or without its sign behind a day (`9 اب/اغسطس`), and not `أب`."""
    written = article.view.written(part.start, part.end)
    bare = "\u0622" not in written and "\u0623" not in written
    return "\u0622" in written or (bare and article.text[part.start - 2 : part.start - 1].isdigit())
