"""Dates: calendar expressions and their values.

The scan's cues and the text's numbers become a sequence of one-letter parts with one-letter gaps between them
(`N M Y` for `3 يناير 2024`); the rules of `resources/dates.toml` are regular expressions over that sequence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, ClassVar, Final, NamedTuple

import regex

from extractnews.article import Article, Draft, Found, ScannedArticle
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
from extractnews.extractors.date_offsets import OffsetReader
from extractnews.lexicon import Resources
from extractnews.normalise import NormalisedView, fold
from extractnews.numerals import NumeralReader
from extractnews.records import DateRecord
from extractnews.scanner import Cue, Scanner
from extractnews.words import WordLexicon

_BREAK: Final = ";"
_LONGEST_GAP: Final = 18
# Hijri years of the time that news speaks of; the same numbers as Gregorian years are rare in news.
_HIJRI_NEWS_YEARS: Final = range(1343, 1451)
# An expression that leans on the one before it (`اليوم التالي`) is that near to it.
_REACH: Final = 150
_QUALIFIED: Final = frozenset(f"dates.{rule}" for rule in ("month", "year", "bare_year", "unit", "decade", "century"))
_LIST_YEARS: Final = range(1900, 2051)

# The regex module looks for a digit six times as fast as re does.
_NUMBER_RE: Final = regex.compile(r"[0-9]+(?:[.,\\-][0-9]+| ?/ ?[0-9]+)*")
_SPACES_RE: Final = re.compile(r"  +")
_YEAR_WORD_RE: Final = re.compile(r"(?: ,)? (?=(?:الف|مائت|مئت|تسع))")
_DIGITS_RE: Final = re.compile(r"\d+")
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
        self._simple = re.compile(
            "|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules if rule.name not in self._splits)
        )
        self._numbers = NumeralReader(resources)
        self._qualifiers = {fold(word): name for name, words in data["qualifiers"].items() for word in words}
        self._qualifier_re = re.compile(rf"(?<!\w)[وفبل]?({'|'.join(self._qualifiers)}) (?:شهر )?$")
        contexts = data["contexts"]
        self._month_before = _ending_in(contexts["month_before"])
        self._year_before = _ending_in(contexts["year_before"])
        self._counted_after = _beginning_with(contexts["counted_after"])
        self._quarter_before = _ending_in(contexts["quarter_before"])
        self._not_before_relative = _ending_in(contexts["not_before_relative"])
        self._not_before_weekday = _ending_in(contexts["not_before_weekday"])
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
            "decade": self._check_decade,
            "part_of_year": self._check_part_of_year,
            "day_alone": self._check_day_alone,
        }

    def cues(self) -> Iterable[Cue]:
        """Month names, weekdays, relative words, unit nouns, ordinals."""
        data = self._data
        weak = {fold(word) for word in data["months"]["weak"]["words"]}
        for calendar, code in (("gregorian", "M"), ("hijri", "H")):
            for number, names in data["months"][calendar].items():
                for name in names:
                    yield Cue(name, "date", (code, Month(int(number), calendar, fold(name) in weak, name)))  # type: ignore[arg-type]
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
        for code, name in (("y", "year"), ("m", "month"), ("w", "week"), ("c", "century"), ("q", "quarter"), ("h", "half"),
                           ("p", "trimester"), ("u", "semester"), ("E", "decade")):  # fmt: skip
            for noun in data["units"][name]:
                yield Cue(noun, "date", (code, name), "noun")
        for word in data["between"]:
            yield Cue(word, "date", ("B", None))
        for noun in data["units"]["years"]:
            yield Cue(noun, "date", ("Z", "year"), "noun")

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The drafts of one article."""
        parts = self._parts(article)
        if not parts:
            return []
        matches = self._matches(article, parts)
        drafts = _readings(article, matches, self._loose) if matches else []
        for draft in drafts:
            if draft.rule in _QUALIFIED:
                word = self._qualifier_re.search(article.text, max(0, draft.start - 14), draft.start)
                if word is not None:
                    draft.fields["qualifier"] = self._qualifiers[word[1]]
        return drafts

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
            word = _YEAR_WORD_RE.match(text, last_end) if part.code in "yMH" else None
            if word is not None:
                year = self._year_in_words(text, word.end())
                if year is not None:
                    parts.append(year)
                    last_end = year.end
        return parts

    def _year_in_words(self, text: str, start: int) -> Part | None:
        """A year in words after its noun or its month (`عام ألفين وأربعة عشر`)."""
        number = self._numbers.read(text, start)  # the pattern has seen a letter there
        if number is None or number.kind != "cardinal" or not isinstance(number.value, int):
            return None
        if not (1000 if not self._loose else 100) <= number.value <= 2100:
            return None
        return Part(number.start, number.end, "V", Year(number.value, None))

    def _is_month(self, article: ScannedArticle, part: Part) -> bool:
        if part.value.name in self._data["months"]["weak"]["alef_madda"]:
            start, end = article.view.span(part.start, part.end)
            return "\u0622" in article.view.original[start:end]
        return True

    def _matches(self, article: ScannedArticle, parts: list[Part]) -> list[Match]:
        text, gaps = article.text, self._gaps
        signs: list[str] = []
        kept: list[Part] = []
        end, joined = -_LONGEST_GAP - 1, False
        for part in parts:
            start = part.start
            sign = _BREAK
            if start - end <= _LONGEST_GAP:
                sign = gaps.get(text[end:start]) or self._sign(article, end, start)
            if sign == _BREAK and kept and not joined and _says_nothing_alone(kept[-1]):
                kept.pop()
                del signs[-2:]
            joined = sign != _BREAK
            signs += (sign, part.code)
            kept.append(part)
            end = part.end
        parts, codes = kept, "".join(signs)[1:]
        matches: list[Match] = []
        position = 0
        while (found := self._grammar.search(codes, position)) is not None:
            position = found.end()
            checked = self._checked(article, parts, codes, found, matches)
            if checked is None and found.lastgroup in self._splits:
                # What is no range may still begin with a date.
                first = self._simple.match(codes, found.start())
                checked = self._checked(article, parts, codes, first, matches) if first is not None else None
                position = first.end() if first is not None else found.start() + 1
            if checked is not None:
                matches.extend(_two_anniversaries(checked))
        return matches

    def _sign(self, article: ScannedArticle, start: int, end: int) -> str:
        """The sign of a gap that the table does not hold as it stands."""
        gap = article.text[start:end]
        if gap.isspace() and "\n" not in gap:
            first, last = article.view.span(start, end)
            # Folding deletes a tatweel that stands for a dash (`2015 ـ 2020`).
            return "-" if "\u0640" in article.view.original[first:last] else " "
        sign: str = self._gaps.get(_SPACES_RE.sub(" ", gap), _BREAK)
        return sign

    def _checked(
        self, article: ScannedArticle, parts: list[Part], codes: str, found: re.Match[str], before: list[Match]
    ) -> Match | None:
        """A match of the grammar, if its rule's check lets it pass."""
        rule = found.lastgroup
        assert rule is not None
        first, last = found.start() // 2, (found.end() - 1) // 2
        taken = parts[first : last + 1]
        split = 0
        if rule in self._splits:
            again = self._splits[rule].match(codes, found.start())
            cut = again.start("split") if again is not None else -1
            if cut < 0:  # the alternatives that are joined by و
                cut = codes.index("&", found.start())
            split = cut // 2 + 1 - first
        if taken[0].code == "B":  # the cue بين is no part of the expression
            taken, split = taken[1:], split - 1
        match = Match(rule, taken, taken[0].start, _closed(article.text, found[0], taken[-1].end), split)
        check = self._checks.get(rule)
        if check is None:
            return match
        checked = check(article, match)
        if checked is None and rule == "bare_year" and before and _continues_list(article.text, before[-1], match):
            return match
        return checked

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
        if match.parts[1].code in "nN":
            if match.parts[1].value < 10 or first.word.endswith("ال") or _COUNTED_RE.match(text, match.end):
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
            if _DOCUMENT_WORD_RE.search(text, max(0, match.start - 12), match.start):
                return None
        return match

    def _check_unit(self, article: ScannedArticle, match: Match) -> Match | None:
        first = match.parts[0]
        if len(match.parts) > 1:
            return match if first.word else None
        if self._loose and first.word.endswith("ال"):
            return match
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
            if self._not_before_relative.search(text, max(0, match.start - 12), match.start):
                return None
            return match
        if len(parts) == 1:
            if self._not_after_today.match(text, match.end):
                return None
            if self._not_before_today.search(text, max(0, match.start - 16), match.start):
                return None
        this = _THIS_RE.search(text, max(0, match.start - 6), match.start)
        return match._replace(start=this.start(1)) if this else match

    def _check_weekday(self, article: ScannedArticle, match: Match) -> Match | None:
        if self._not_before_weekday.search(article.text, max(0, match.start - 12), match.start):
            return None
        return match

    def _check_day_alone(self, article: ScannedArticle, match: Match) -> Match | None:
        return match if article.text.endswith("يوم ", 0, match.start) else None

    def _check_part_of_year(self, article: ScannedArticle, match: Match) -> Match | None:
        if len(match.parts) > 2:
            return match
        return match if self._quarter_before.search(article.text, max(0, match.start - 12), match.start) else None

    def _check_decade(self, article: ScannedArticle, match: Match) -> Match | None:
        if len(match.parts) == 1:
            if _AGE_RE.match(article.text, match.end):
                return None
            if match.parts[0].word.endswith("ال") is False:
                return None
        return match


_DOCUMENT_NUMBER_RE: Final = re.compile(r"(?:[\d)\]]\w?,? لل?|(?:رقم|عدد)[ :]*\(?[\w/.-]+\)? )$")
_DOCUMENT_WORD_RE: Final = re.compile(r"(?:رقم|عدد|رقمي)[ :(]*$")
_GENERAL_RE: Final = re.compile(r"(?:الامين|المدير|النائب|المدعي|القائد|المفتش|المراقب|السكرتير|المقرر|القنصل|المنسق|الكاتب|الراي|المحامي|الامن|الاداره) $")
_COUNTED_RE: Final = re.compile(r"[.,]?\d| (?!في|من|الي|علي|عن|مع|حيث|بعد|ان|ثم|لم|كان|قد|او|التي|الذي|ال)\w{3,} ")
_IN_BRACKETS_RE: Final = re.compile(r"\(\d{4}\)")
_THIS_RE: Final = re.compile(r"(هذا|هذه|نفس) $")
_AGE_RE: Final = re.compile(r" (?:من )?(?:ال)?(?:عمر|سن)")


def _ending_in(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[وفبلك]?(?:" + "|".join(sorted(map(fold, words), key=len, reverse=True)) + r") $")


def _beginning_with(words: list[str]) -> re.Pattern[str]:
    return re.compile(r" ?(?:" + "|".join(sorted(map(fold, words), key=len, reverse=True)) + r")(?!\w)")


_DULL: Final = frozenset("NnOAZcqhpuEgBs")


def _says_nothing_alone(part: Part) -> bool:
    """Whether no rule takes this part without a neighbour (and so it need not be looked at)."""
    return part.code in _DULL or (part.code in "ymw" and not part.word)


def _two_anniversaries(match: Match) -> list[Match]:
    """A jubilee's two days (`15 أكتوبر 1949 - 15 أكتوبر 1999`) apart; any other match as it is."""
    if match.rule not in ("date_range", "numeric_range"):
        return [match]
    first, last = match.parts[: match.split], match.parts[match.split :]
    days = [_partial(parts, "") for parts in (first, last)]
    same_day = (days[0].month, days[0].day) == (days[1].month, days[1].day)
    if not same_day or days[0].year is None or days[1].year is None:
        return [match]
    return [
        Match(match.rule, first, match.start, first[-1].end, 0),
        Match(match.rule, last, last[0].start, match.end, 0),
    ]


def _continues_list(text: str, last: Match, match: Match) -> bool:
    """Whether a bare year follows another year in a list (`في 2011 و2019`)."""
    if last.rule not in ("bare_year", "year", "listed_year") or last.parts[-1].code != "Y" or match.parts[0].value.number not in _LIST_YEARS:
        return False
    return text[last.end : match.start].strip() in ("و", ",", ", و", "ثم", "او", "")


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
        if latin_before and before not in "-/":
            return ()
        if len(number) == 8:
            return _joined_years(article, start, end)
        return _plain_number(article, start, end, number)
    if "," in number:
        return ()
    pieces = [match.span() for match in _DIGITS_RE.finditer(text, start, end)]
    numbers = [text[first:last] for first, last in pieces]
    if len(pieces) == 3:
        return _numeric_date(text, start, end, numbers, number)
    if len(pieces) == 2 and not latin_before and ("." not in number or len(number) > 5):
        lengths = [len(digits) for digits in numbers]
        if "." not in number and (lengths == [4, 4] or max(lengths) <= 2):
            return [
                part
                for (first, last), digits in zip(pieces, numbers, strict=True)
                for part in _plain_number(article, first, last, digits)
            ]
    if len(pieces) == 2 and sorted(map(len, numbers))[1] == 4:
        month, year = sorted(map(int, numbers))
        if 1 <= month <= 12 and 1900 <= year <= 2100:
            return (Part(start, end, "F", Partial(year=year, month=month)),)
    return ()


def _joined_years(article: ScannedArticle, start: int, end: int) -> Iterable[Part]:
    """Two years with a tatweel for a dash between them (`2021ـ2023`), which folding deletes."""
    first, last = article.view.span(start, end)
    if "\u0640" not in article.view.original[first:last][4:6]:
        return ()
    return (
        *_plain_number(article, start, start + 4, article.text[start : start + 4]),
        *_plain_number(article, start + 4, end, article.text[start + 4 : end]),
    )


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
        if len(digits) == 4 or calendar is not None or article.text.endswith(("عام ", "سنه "), 0, start):
            return (Part(start, end, "Y", Year(number, calendar)),)
    return ()


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
    for part in parts:
        code, value = part.code, part.value
        if code in "NnO" and unit in ("q", "h", "p", "u", "c", "E"):
            _add_ordinal(partial, unit, value)
        elif code in "NnO" and unit == "y":
            partial.year = value if value > 99 else 1900 + value if value > 30 else 2000 + value
        elif code in "NO":
            partial.day = value
        elif code in "MH":
            partial.month, partial.calendar = value.number, value.calendar
            unit = "M"
        elif code in "YV":
            if unit == "fiscal":
                continue
            partial.fiscal = partial.months is not None and text[part.end : part.end + 1] in ("-", "/")
            _add_year(partial, value)
            unit = "fiscal" if partial.fiscal else unit
        elif code in "DF":
            weekday = partial.weekday
            partial = value if weekday is None else _with_weekday(value, weekday)
        elif code == "W":
            partial.weekday = value
            unit = "W"
            if part is parts[0] and text.endswith(("هذا ", "هذا يوم "), 0, part.start):
                partial.direction = 0
        elif code in "TR":
            partial.day_shift = value
            unit = "T"
        elif code == "A":
            _add_adjective(partial, unit, value)
        elif code == "g":
            _add_era(partial, value)
        elif code == "s":
            partial.season = value
            unit = "M"
        elif code == "e":
            partial.decade = 1900 + value
            unit = "e"
        else:
            unit = code
            if code in "ymw" and (len(parts) == 1 or _THIS_RE.search(text, max(0, part.start - 6), part.start)):
                _add_adjective(partial, unit, 0)
    if partial.months is not None and partial.year is None and partial.year_shift is None:
        if len(parts) > 2:
            partial.year_shift = 0
        else:
            partial.direction = -1
    if partial.half_month is not None:
        if partial.month is None and partial.month_shift is None:
            partial.half_month = None
        else:
            partial.months = None
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


def _add_era(partial: Partial, era: str) -> None:
    if era == "hijri":
        partial.calendar = "hijri"
    elif era == "before_christ":
        if partial.century is not None:
            partial.century = -partial.century - 100
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


def _readings(article: ScannedArticle, matches: list[Match], loose: bool = False) -> list[Draft]:
    reference = _reference(article, matches)
    context = Context(reference, None if reference else _present(article, matches))
    if loose and reference is not None:
        context.note(Reading(reference.isoformat(), "day"))
    drafts: list[Draft] = []
    last: tuple[Match, Reading] | None = None
    for match in matches:
        if last is not None and match.start - last[0].end > _REACH:
            context.forget()
        reading = _reading(article, match, context)
        if reading is None:
            continue
        if last is not None and {last[1].calendar, reading.calendar} == {"hijri", "gregorian"}:
            both = _equivalents(article, last, (match, reading), context)
            if both is not None:
                drafts.pop()
                match, reading = both
        context.note(reading)
        drafts.append(_draft(match, reading))
        last = match, reading
    return drafts


def _reading(article: ScannedArticle, match: Match, context: Context) -> Reading | None:
    text = article.text
    if match.split:
        first, last = _partial(match.parts[: match.split], text), _partial(match.parts[match.split :], text)
        if last.direction is None:
            _add_tense(first, text, match.start)
        return resolve_range(first, last, context)
    partial = _special_partial(match) or _partial(match.parts, text)
    _add_tense(partial, text, match.start)
    return resolve(partial, context)


def _special_partial(match: Match) -> Partial | None:
    """What the parts of the few rules say that are read otherwise than part by part."""
    values = {part.code: part.value for part in match.parts}
    if match.rule == "day_and_month_then_year":
        day, month, year = (part.value for part in match.parts)
        return Partial(year=year.number, month=month, day=day)
    if match.rule == "weekday_of_month":
        number: int = match.parts[1].value
        if match.parts[1].code == "O" and number <= 5:
            return Partial(weekday=values["W"], nth_weekday=number, month_shift=0)
        return Partial(weekday=values["W"], day=number, month_shift=0)
    if match.rule == "day_alone":
        return Partial(day=match.parts[0].value, month_shift=0)
    if match.rule == "nth":
        return _nth_partial(match.parts, values)
    return None


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


def _add_tense(partial: Partial, text: str, start: int) -> None:
    """Place a bare weekday or month by the tense of its sentence."""
    if partial.direction is not None or partial.day is not None:
        return
    if partial.weekday is not None and partial.day_shift is None:
        partial.direction = _tense(text, start) or -1
    elif partial.month is not None and partial.year is None and partial.year_shift is None:
        partial.direction = _tense(text, start) or None


def _equivalents(
    article: ScannedArticle, first: tuple[Match, Reading], second: tuple[Match, Reading], context: Context
) -> tuple[Match, Reading] | None:
    """A Hijri date and its Gregorian equivalent as one; None where the two are not that."""
    (match, reading), (other, other_reading) = first, second
    gap = article.text[match.end : other.start]
    if len(gap) > 26 or reading.precision != other_reading.precision or not _EQUIVALENT_RE.fullmatch(gap):
        return None
    hijri, gregorian = (reading, other_reading) if reading.calendar == "hijri" else (other_reading, reading)
    if hijri.value is not None and gregorian.implied:
        written = other if gregorian is other_reading else match
        day = bounds(hijri.value)[0]
        gregorian = _reading(article, written, Context(reference=day)) or gregorian
    elif gregorian.value is not None and hijri.implied:
        hijri = hijri._replace(value=None)
    end = _closed(article.text, gap, other.end)
    days = bounds(hijri.value)[0], bounds(gregorian.value)[0]
    # The sighted month may begin a day before or after the table's.
    apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
    contradiction = gregorian.contradiction or apart > (1 if gregorian.precision == "day" else 370)
    joined = match._replace(end=end, parts=match.parts + other.parts, rule=f"{match.rule}_equivalent")
    return joined, gregorian._replace(calendar="both", contradiction=contradiction)


_EQUIVALENT_RE: Final = re.compile(r" ?[,(/-]? ?(?:و?(?:ال)?(?:موافق|مصادف)(?:ه)?)? ?[(:]? ?(?:ل|ل )?(?:يوم )?\(?")


# --- the day from which the article counts -------------------------------------------------------------------


def _reference(article: ScannedArticle, matches: list[Match]) -> dt.date | None:
    """The day on which the article was written, as far as it can be known.

    The text's own word goes before the reference date given: `اليوم الثلاثاء 27 أوت 2024`; a dateline; and
    `أمس الأحد` moves a later reference date (a day of reprint or download) back to the last day after a Sunday.
    """
    given = article.reference_date
    for match in matches:
        codes = "".join(part.code for part in match.parts)
        if given is not None and len(codes) == 2 and codes in ("TW", "RW"):
            shift, weekday = match.parts[0].value, match.parts[1].value
            day = shift_day(given, shift)
            if day is not None and day.weekday() != weekday:
                moved = nearest_weekday(weekday, day, -1)
                return shift_day(moved, -shift) if moved is not None else given
            return given
        full = _full_date(article, match)
        if full is not None and (codes[0] == "T" or given is None and _is_dateline(article.text, match)):
            return full
    return given


def _present(article: ScannedArticle, matches: list[Match]) -> dt.date | None:
    """A day of about the time of writing: the first that the text names with weekday and year."""
    for match in matches:
        if match.parts[0].code == "W":
            full = _full_date(article, match)
            if full is not None:
                return full
    return None


def _full_date(article: ScannedArticle, match: Match) -> dt.date | None:
    if match.rule not in ("day_month", "numeric"):
        return None
    reading = _reading(article, match, Context())
    if reading is None or reading.precision != "day":
        return None
    return bounds(reading.value)[0]


_UPDATED_RE: Final = re.compile(r"[ ,|-]*(?:اخر تحديث|تاريخ النشر|الساعه|\d\d:\d\d|KSA|GMT)")
_DOCUMENT_DATE_RE: Final = re.compile(r"(?:المؤرخ|الصادر|الموقع|وتاريخ|بتاريخ|تاريخ|منذ|حتي|قبل|المولود|مواليد)\w* ?(?:في |يوم )?$")


def _is_dateline(text: str, match: Match) -> bool:
    """Whether a full date says when the article was written: a stamp, or what happened in its lead."""
    if _UPDATED_RE.match(text, match.end):
        return True
    return match.start <= 250 and not _DOCUMENT_DATE_RE.search(text, max(0, match.start - 20), match.start)


_FUTURE_RE: Final = re.compile(
    r"(?<!\w)[وف]?(?:س(?!يناء|ياس|يار|يطر|يد|ينما|نوات|نو|نه|تين|ته|ياح|ياق|ير|يف|يما|ند|تاد|توديو|يول|يوف|تيف|يئ|ياد|يبي|نغاف|يتي|نت|تر|يل|ين|ني)[يتن]\w{2,}|سوف|(?:ال)?مقرره?|(?:ال)?مزمع|(?:ال)?مرتقبه?|(?:ال)?منتظر|[يت]عتزم|[يت]ستعد|[يت]نطلق|[يت]قام"
    r"|[يت]لتقي|[يت]ستضيف|[يت]واجه|[يت]توقع|(?:ال)?متوقع|[يت]فتتح|[يت]شهد|[يت]عقد|بحلول|غدا?|(?:ال)?مقبله?|(?:ال)?قادمه?|[يت]ختتم|[يت]بدا)(?!\w)"
)
_PAST_RE: Final = re.compile(
    r"(?<!\w)(?:[وف]?(?:قال|اعلن|اكد|اضاف|كان|اوضح|ذكر|صرح|كشف|افاد|اشار|استقبل|التقي|وقع|قتل|اصيب|شهد|عقد|انطلق|بدا|اجري)(?:ت|وا|ه)?"
    r"|[^\Wيتن]\w{2,}(?:وا|وها|وهم)|قد|امس|منذ|الماضيه?|خلال)(?!\w)"
)


def _tense(text: str, start: int) -> int:
    """The tense of the words before an expression in its sentence: 1 future, -1 past, 0 unknown."""
    begin = max(text.rfind(".", 0, start), text.rfind("\n", 0, start), start - 90, 0)
    future = past = -1
    for found in _FUTURE_RE.finditer(text, begin, start):
        future = found.start()
    for found in _PAST_RE.finditer(text, begin, start):
        past = found.start()
    return 1 if future > past else -1 if past >= 0 else 0


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


# --- single expressions --------------------------------------------------------------------------------------


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
        scanned = ScannedArticle(article, view, [], self._scanner(view.text), self._words)
        drafts = self._extractor(scanned, {})
        for start, end, reading in self._offsets.find(view.text, reference_date):
            covered = [draft for draft in drafts if draft.start < end and draft.end > start]
            if all(start <= draft.start and draft.end <= end for draft in covered):
                drafts = [draft for draft in drafts if draft not in covered]
                drafts.append(_draft(Match("offset", [], start, end, 0), reading))
        drafts.sort(key=lambda draft: draft.start)
        records = []
        for draft in drafts:
            start, end = view.span(draft.start, draft.end)
            records.append(DateRecord(start=start, end=end, text=text[start:end], rule=draft.rule, **draft.fields))
        return records


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
        reference_date: the day from which relative expressions count, as a date or an ISO 8601 string.

    Returns:
        The record, with offsets into `expression`; None where the text is not one expression and nothing else.

    Raises:
        ValueError: if the reference date is no ISO date.
    """
    if isinstance(reference_date, str):
        reference_date = dt.date.fromisoformat(reference_date)
    records = default_parser().find(expression, reference_date)
    if len(records) != 1:
        return None
    record = records[0]
    rest = fold(expression[: record.start]), fold(expression[record.end :])
    return record if all(_AROUND_RE.fullmatch(text) for text in rest) else None
