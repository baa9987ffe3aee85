"""Dates: calendar expressions and their values.

The scan's cues and the text's numbers become a sequence of one-letter parts with one-letter gaps between them
(`N M Y` for `3 يناير 2024`); the rules of `resources/dates.toml` are regular expressions over that sequence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, NamedTuple

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.calendars import (
    Calendar,
    Context,
    Partial,
    Reading,
    bounds,
    is_gregorian_day,
    is_hijri_day,
    nearest_weekday,
    resolve,
    resolve_range,
    shift_day,
)
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.scanner import Cue

_BREAK: Final = ";"
_LONGEST_GAP: Final = 18
# Hijri years of the time that news speaks of; the same numbers as Gregorian years are rare in news.
_HIJRI_NEWS_YEARS: Final = range(1343, 1451)
_NEWS_YEARS: Final = range(1800, 2101)

_NUMBER_RE: Final = re.compile(r"\d+(?:[.,/\\-]\d+)*")
_ERA_RE: Final = re.compile(r" ?(?:(ه|هجريه?|للهجره|الهجريه?)|(م|ميلاديه?|ميلاديا|للميلاد|الميلاديه?)|(ق\.? ?م|قبل الميلاد))(?!\w|\.\w)")


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


class Match(NamedTuple):
    """A rule's match in one article: the parts it took, and where."""

    rule: str
    parts: list[Part]
    start: int
    end: int
    split: int
    before: int


class Rule(NamedTuple):
    """A rule of the resource."""

    name: str
    pattern: str
    loose: bool


def _read_rules(data: dict[str, Any]) -> list[Rule]:
    rules = []
    for row in data["rules"]:
        pattern = row["pattern"]
        for name, text in data["macros"].items():
            pattern = pattern.replace("{" + name + "}", text)
        rules.append(Rule(row["name"], pattern, row.get("loose", False)))
    return rules


class DateExtractor:
    """Finds calendar expressions.

    Args:
        resources: where `dates.toml` is read from.
        loose: whether to take readings that running news does not bear out: offsets (`قبل يومين`), bare seasons,
            a weekday with the number of its day. For single expressions, see `parse_date`.
    """

    record_type: ClassVar[str] = "dates"

    def __init__(self, resources: Resources, loose: bool = False) -> None:
        data = resources.toml("dates.toml")
        self._data = data
        self._loose = loose
        self._gaps = {text: sign for sign, texts in data["gaps"].items() for text in texts}
        rules = [rule for rule in _read_rules(data) if loose or not rule.loose]
        self._splits = {rule.name: re.compile(rule.pattern) for rule in rules if "(?P<split>" in rule.pattern}
        self._grammar = re.compile(
            "|".join(f"(?P<{rule.name}>{rule.pattern.replace('(?P<split>', '(?:')})" for rule in rules)
        )
        contexts = data["contexts"]
        self._month_before = _ending_in(contexts["month_before"])
        self._year_before = _ending_in(contexts["year_before"])
        self._counted_after = _beginning_with(contexts["counted_after"])
        self._not_before_today = _ending_in(contexts["today"]["not_before"])
        self._not_after_today = _beginning_with(contexts["today"]["not_after"])
        self._checks: dict[str, Callable[[ScannedArticle, Match], Match | None]] = {
            "month": self._check_month,
            "year": self._check_year,
            "bare_year": self._check_bare_year,
            "year_range": self._check_year_range,
            "unit": self._check_unit,
            "relative_day": self._check_relative_day,
            "weekday": self._check_weekday,
            "weekday_range": self._check_between,
            "decade": self._check_decade,
        }

    def cues(self) -> Iterable[Cue]:
        """Month names, weekdays, relative words, unit nouns, ordinals."""
        data = self._data
        weak = {fold(word) for word in data["months"]["weak"]["words"]}
        for calendar, code in (("gregorian", "M"), ("hijri", "H")):
            for number, names in data["months"][calendar].items():
                for name in names:
                    yield Cue(name, "date", (code, Month(int(number), calendar, fold(name) in weak, name)))  # type: ignore[arg-type]
        for code, section in (("W", "weekdays"), ("O", "ordinals"), ("e", "decades"), ("s", "seasons")):
            for number, names in data[section].items():
                for name in names:
                    yield Cue(name, "date", (code, int(number)))
        for name, shift in data["days"].items():
            yield Cue(name, "date", ("R", shift))
        yield Cue("اليوم", "date", ("T", 0))
        for shift, names in data["shifts"].items():
            for name in names:
                yield Cue(name, "date", ("A", shift if shift.isalpha() else int(shift)), "fixed")
        for code, name in (("y", "year"), ("m", "month"), ("w", "week"), ("c", "century"), ("q", "quarter"), ("h", "half"),
                           ("p", "trimester"), ("u", "semester"), ("E", "decade")):  # fmt: skip
            for noun in data["units"][name]:
                yield Cue(noun, "date", (code, name), "noun")
        for noun in data["units"]["years"]:
            yield Cue(noun, "date", ("Z", "year"), "noun")

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The drafts of one article."""
        parts = self._parts(article)
        if not parts:
            return []
        matches = self._matches(article, parts)
        return _readings(article, matches) if matches else []

    # --- parts ---------------------------------------------------------------------------------------

    def _parts(self, article: ScannedArticle) -> list[Part]:
        text = article.text
        raw = [
            Part(start, end, value[0], value[1], proclitic + article_)
            for start, end, _, value, proclitic, article_ in article.hits("date")
        ]
        for match in _NUMBER_RE.finditer(text):
            raw.extend(_number_parts(article, match.start(), match.end()))
        raw.sort(key=lambda part: (part[0], -part[1]))
        parts: list[Part] = []
        last_end = -1
        for part in raw:
            if part.start < last_end:
                continue
            if part.code == "M" and not self._is_month(article, part):
                continue
            if part.code in "MH" and parts and parts[-1].code == part.code:
                joined = _join_names(text, parts[-1], part)
                if joined is not None:
                    parts[-1] = joined
                    last_end = joined.end
                    continue
            parts.append(part)
            last_end = part.end
        return parts

    def _is_month(self, article: ScannedArticle, part: Part) -> bool:
        if part.value.name in self._data["months"]["weak"]["alef_madda"]:
            start, end = article.view.span(part.start, part.end)
            return "\u0622" in article.view.original[start:end]
        return True

    def _matches(self, article: ScannedArticle, parts: list[Part]) -> list[Match]:
        text, gaps = article.text, self._gaps
        signs = [parts[0].code]
        end = parts[0].end
        for part in parts[1:]:
            start = part.start
            signs.append(gaps.get(text[end:start], _BREAK) if start - end <= _LONGEST_GAP else _BREAK)
            signs.append(part.code)
            end = part.end
        codes = "".join(signs)
        matches: list[Match] = []
        for found in self._grammar.finditer(codes):
            rule = found.lastgroup
            assert rule is not None
            first, last = found.start() // 2, (found.end() - 1) // 2
            taken = parts[first : last + 1]
            split = 0
            if rule in self._splits:
                again = self._splits[rule].match(codes, found.start())
                split = again.start("split") // 2 + 1 - first if again else 0
            match = Match(rule, taken, taken[0].start, _closed(text, found[0], taken[-1].end), split, found.start())
            check = self._checks.get(rule)
            checked = check(article, match) if check is not None else match
            if checked is not None:
                this = codes[found.start() - 1 : found.start()] == "t" if found.start() else False
                matches.append(checked if not this else checked)
        return matches

    # --- what a rule asks of the text around its match -------------------------------------------------

    def _check_month(self, article: ScannedArticle, match: Match) -> Match | None:
        if len(match.parts) > 1 or not match.parts[0].value.weak:
            return match
        return match if self._month_before.search(article.text, max(0, match.start - 16), match.start) else None

    def _check_year(self, article: ScannedArticle, match: Match) -> Match | None:
        text, first = article.text, match.parts[0]
        if _DOCUMENT_NUMBER_RE.search(text, max(0, match.start - 24), match.start):
            return None
        if match.parts[1].code == "A":
            if first.word.endswith("ال") and _GENERAL_RE.search(text, max(0, match.start - 20), match.start):
                return None
            return match if first.word else None
        if match.parts[1].code in "nN" and not 10 <= match.parts[1].value <= 99:
            return None
        return match

    def _check_bare_year(self, article: ScannedArticle, match: Match) -> Match | None:
        text, year = article.text, match.parts[0].value
        if self._counted_after.match(text, match.end):
            return None
        if year.era is not None:
            return match if self._year_before.search(text, max(0, match.start - 16), match.start) else None
        if year.number not in range(1900, 2051):
            return None
        if self._year_before.search(text, max(0, match.start - 16), match.start):
            return match
        if _IN_BRACKETS_RE.match(text, match.start - 1) and year.number not in (1900, 2000):
            return match
        return None

    def _check_year_range(self, article: ScannedArticle, match: Match) -> Match | None:
        years = [part.value for part in match.parts if part.code == "Y"]
        text = article.text
        if len(years) == 2:
            first, last = years[0].number, years[1].number
            if not first < last <= first + 150 or first < 1200 or (last > 2100):
                return None
            sign = text[match.parts[match.split - 1].end : match.parts[match.split].start]
            named = match.parts[0].code in "yZ"
            if "/" in sign and last - first > 1 and not named:
                return None
            if "و" in sign and not named and not _BETWEEN_RE.search(text, max(0, match.start - 8), match.start):
                return None
            if _DOCUMENT_WORD_RE.search(text, max(0, match.start - 12), match.start):
                return None
        return match

    def _check_unit(self, article: ScannedArticle, match: Match) -> Match | None:
        first = match.parts[0]
        if len(match.parts) > 1:
            return match if first.word else None
        if not first.word or first.code == "E":
            return None
        this = _THIS_RE.search(article.text, max(0, match.start - 6), match.start)
        return match._replace(start=this.start(1)) if this else None

    def _check_relative_day(self, article: ScannedArticle, match: Match) -> Match | None:
        text, parts = article.text, match.parts
        if len(parts) == 2 and parts[1].code == "A":
            if parts[0].code == "R" or not isinstance(parts[1].value, str):
                return match._replace(parts=parts[:1], end=parts[0].end) if parts[0].code == "R" else None
            return match
        if parts[0].code == "R":
            return match
        if len(parts) == 1:
            if self._not_after_today.match(text, match.end):
                return None
            if self._not_before_today.search(text, max(0, match.start - 16), match.start):
                return None
        this = _THIS_RE.search(text, max(0, match.start - 6), match.start)
        return match._replace(start=this.start(1)) if this else match

    def _check_weekday(self, article: ScannedArticle, match: Match) -> Match | None:
        if _NO_WEEKDAY_RE.search(article.text, max(0, match.start - 12), match.start):
            return None
        return match

    def _check_between(self, article: ScannedArticle, match: Match) -> Match | None:
        return match

    def _check_decade(self, article: ScannedArticle, match: Match) -> Match | None:
        if len(match.parts) == 1:
            if _AGE_RE.match(article.text, match.end):
                return None
            if match.parts[0].word.endswith("ال") is False:
                return None
        return match


_DOCUMENT_NUMBER_RE: Final = re.compile(r"[\d)\]][\w/ ]{0,3} ?[لع]?ل?$")
_DOCUMENT_WORD_RE: Final = re.compile(r"(?:رقم|عدد|رقمي)[ :(]*$")
_GENERAL_RE: Final = re.compile(r"(?:الامين|المدير|النائب|المدعي|القائد|المفتش|المراقب|السكرتير|المقرر|القنصل|المنسق|الكاتب|الراي|المحامي|الامن|الاداره) $")
_IN_BRACKETS_RE: Final = re.compile(r"\(\d{4}\)")
_BETWEEN_RE: Final = re.compile(r"بين ?$")
_THIS_RE: Final = re.compile(r"\b(هذا|هذه) $")
_NO_WEEKDAY_RE: Final = re.compile(r"(?:صلاه|خطبه|خطيب|ايام|كل|سوق|صلوات|خطب|مصلين) $")
_AGE_RE: Final = re.compile(r" (?:من )?(?:ال)?(?:عمر|سن)")


def _ending_in(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(fold, words), key=len, reverse=True)) + r") $")


def _beginning_with(words: list[str]) -> re.Pattern[str]:
    return re.compile(r" ?(?:" + "|".join(sorted(map(fold, words), key=len, reverse=True)) + r")(?!\w)")


def _closed(text: str, codes: str, end: int) -> int:
    """The end with a closing bracket, where the expression opened one."""
    if "(" in codes:
        for closing in (")", " )", "]"):
            if text.startswith(closing, end):
                return end + len(closing)
    return end


# --- parts from numbers ----------------------------------------------------------------------------------


def _number_parts(article: ScannedArticle, start: int, end: int) -> Iterable[Part]:
    text = article.text
    before, after = text[start - 1 : start], text[end : end + 1]
    number = text[start:end]
    if after and (after in "%$" or after.isascii() and after.isalpha()):
        return ()
    latin_before = bool(before) and (before.isascii() and before.isalnum() or before in "-/.$+_")
    if number.isdigit():
        if latin_before and before != "-" and before != "/":
            return ()
        return _plain_number(article, start, end, number)
    for separator in "/-.\\":
        pieces = number.split(separator)
        if len(pieces) == 3 and all(piece.isdigit() for piece in pieces):
            return _numeric_date(text, start, end, [int(piece) for piece in pieces], [len(piece) for piece in pieces], separator)
        if len(pieces) == 2 and separator in "/-" and not latin_before and all(piece.isdigit() for piece in pieces):
            middle = start + len(pieces[0])
            if len(pieces[0]) == len(pieces[1]) == 4 or len(pieces[0]) <= 2 and len(pieces[1]) <= 2:
                return (
                    *_plain_number(article, start, middle, pieces[0]),
                    *_plain_number(article, middle + 1, end, pieces[1]),
                )
            return ()
    return ()


def _plain_number(article: ScannedArticle, start: int, end: int, digits: str) -> Iterable[Part]:
    number = int(digits)
    if len(digits) <= 2:
        return (Part(start, end, "N" if 1 <= number <= 31 else "n", number),)
    if len(digits) in (3, 4):
        era = _ERA_RE.match(article.text, end)
        calendar: Calendar | None = None
        if era is not None:
            if era[3]:
                return (Part(start, era.end(), "Y", Year(1 - number, "gregorian")),)
            calendar = "hijri" if era[1] else "gregorian"
            end = era.end()
        if len(digits) == 4 or calendar is not None:
            return (Part(start, end, "Y", Year(number, calendar)),)
    return ()


def _numeric_date(text: str, start: int, end: int, numbers: list[int], lengths: list[int], separator: str) -> Iterable[Part]:
    """A day written in numbers: day, month, year, or year, month, day.

    Where the first two numbers would both do as the month, the first is the day, as everywhere in the Arab world.
    """
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        year, month, day = numbers
        if month > 12 >= day:
            month, day = day, month
    elif lengths[2] in (2, 4) and max(lengths[:2]) <= 2:
        day, month, year = numbers
        if month > 12 >= day:
            month, day = day, month
        if lengths[2] == 2:
            if separator != "/":
                return ()
            year += 2000 if year <= 30 else 1900
    else:
        return ()
    era = _ERA_RE.match(text, end)
    hijri = era is not None and bool(era[1])
    if not hijri and (era is None or not era[2]) and year in _HIJRI_NEWS_YEARS:
        hijri = True
    if era is not None and not era[3]:
        end = era.end()
    if not (is_hijri_day(month, day) if hijri else is_gregorian_day(year, month, day) and 1000 <= year <= 2999):
        return ()
    calendar: Calendar = "hijri" if hijri else "gregorian"
    return (Part(start, end, "D", Partial(calendar, year, month, day)),)


def _join_names(text: str, first: Part, second: Part) -> Part | None:
    """Two names of one month as one part (`أبريل/نيسان`, `فبراير (شباط)`); None where they are not that."""
    if first.value.number != second.value.number or first.value.name == second.value.name:
        return None
    gap = text[first.end : second.start]
    sign = gap.strip()
    if len(gap) > 3 or sign not in ("/", "-", "(", "", "\\", "[", "|"):
        return None
    end = second.end
    if sign in ("(", "["):
        end = _closed(text, "(", end)
    return Part(first.start, end, first.code, first.value._replace(weak=False), first.word)


# --- from matches to readings ------------------------------------------------------------------------------


def _partial(parts: list[Part], text: str) -> Partial:
    """What the parts of one expression say together."""
    partial = Partial()
    unit = ""
    previous_end = parts[0].start
    for part in parts:
        code, value = part.code, part.value
        this = text[previous_end : part.start].endswith(("هذا ", "هذه ", "نفس "))
        previous_end = part.end
        if code in "NnO" and unit in ("q", "h", "p", "u", "c"):
            _add_ordinal(partial, unit, value)
        elif code in "NnO" and unit == "y":
            partial.year = value if value > 99 else 1900 + value if value > 30 else 2000 + value
        elif code in "NO":
            partial.day = value
        elif code in "MH":
            partial.month, partial.calendar = value.number, value.calendar
            unit = "M"
        elif code in "YV":
            _add_year(partial, value)
        elif code == "D":
            weekday = partial.weekday
            partial = value if weekday is None else _with_weekday(value, weekday)
        elif code == "W":
            partial.weekday = value
            unit = "W"
        elif code in "TR":
            partial.day_shift = value
            unit = "T"
        elif code == "A":
            _add_adjective(partial, unit, value)
        elif code == "s":
            partial.season = value
            unit = "M"
        elif code == "e":
            partial.decade = value
            unit = "e"
        else:
            unit = code
            if code in "ymw" and (this or len(parts) == 1):
                _add_adjective(partial, unit, 0)
    if unit in "y" and partial.year is None and partial.year_shift is None and partial.months is not None:
        partial.year_shift = 0
    return partial


def _with_weekday(partial: Partial, weekday: int) -> Partial:
    return Partial(partial.calendar, partial.year, partial.month, partial.day, weekday)


def _add_year(partial: Partial, year: Year) -> None:
    partial.year = year.number
    if year.era is not None:
        if partial.month is None or partial.calendar == "gregorian":
            partial.calendar = year.era if partial.month is None else partial.calendar
    elif partial.month is None and year.number in _HIJRI_NEWS_YEARS:
        partial.calendar = "hijri"
    partial.year_shift = None


def _add_ordinal(partial: Partial, unit: str, value: int) -> None:
    if unit == "c":
        partial.century = (value - 1) * 100
    elif unit in "qp" and 1 <= value <= 4:
        partial.months = (3 * value - 2, 3 * value)
    elif unit in "hu" and value in (1, 2):
        partial.months = (6 * value - 5, 6 * value)
        partial.half_month = value


def _add_adjective(partial: Partial, unit: str, value: int | str) -> None:
    if isinstance(value, str):
        if unit in ("y", "m", "w", "T"):
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
    elif unit == "c":
        partial.century_shift = value
        if partial.decade is not None:
            partial.decade += 100 * (value + 1)
    elif unit == "E":
        partial.decade_shift = value
    elif unit == "" and partial.day is not None:
        partial.month_shift = value
    else:
        partial.direction = max(-1, min(1, value))
        partial.stated = value != 0


def _readings(article: ScannedArticle, matches: list[Match]) -> list[Draft]:
    text = article.text
    context = Context(reference=article.reference_date)
    drafts: list[Draft] = []
    for match in matches:
        if match.split:
            reading = resolve_range(
                _partial(match.parts[: match.split], text), _partial(match.parts[match.split :], text), context
            )
        else:
            partial = _partial(match.parts, text)
            if partial.half_month is not None:
                if partial.month is None and partial.month_shift is None:
                    partial.half_month = None
                else:
                    partial.months = None
            reading = resolve(partial, context)
        if reading is None:
            continue
        context.note(reading)
        drafts.append(_draft(match, reading))
    return drafts


def _draft(match: Match, reading: Reading) -> Draft:
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
    return Draft(match.start, match.end, f"dates.{match.rule}", fields)
