"""Dates: calendar expressions and their values.

The scan's cues and the text's numbers become a sequence of one-letter parts with one-letter gaps between them
(`N M Y` for `3 يناير 2024`); the rules of `resources/dates.toml` are regular expressions over that sequence.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, ClassVar, Final, NamedTuple

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.calendars import Calendar, is_gregorian_day, is_hijri_day
from extractnews.extractors.date_parts import (
    AFTER_NO_DAY,
    BEFORE_NO_DAY,
    HIJRI_NEWS_YEARS,
    NUMBER_RE,
    Match,
    Month,
    MonthsReader,
    Part,
    Year,
    closed,
    era_at,
    is_hijri_year,
    join_names,
    number_parts,
    pair_before_christ,
)
from extractnews.extractors.date_readings import partial_of, readings, same_day_before, this_before
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader
from extractnews.scanner import Cue
from extractnews.words import ADJECTIVE, KNOWN, NAME_PART, VERB

_BREAK: Final = ";"
_OF_IT: Final = " منه"
"""Behind a day of the month that was named before (`حتى 19 منه`)."""
_LONGEST_GAP: Final = 18
_QUALIFIED: Final = frozenset(f"dates.{rule}" for rule in ("month", "year", "bare_year", "unit", "decade", "century"))
_UNIT_CODES: Final = {
    "y": "year", "m": "month", "w": "week", "c": "century", "E": "decade", "q": "quarter", "h": "half",
    "p": "trimester", "u": "semester",
}  # fmt: skip
_LONGEST_WORD: Final = 17
_LONGEST_KEPT: Final = 60
"""Sequences of parts up to this length are remembered with what the grammar makes of them."""
_CALENDARS: Final[tuple[tuple[Calendar, str], ...]] = (("gregorian", "M"), ("hijri", "H"))
# Weak names that a number written together with them makes certain.
_GLUED: Final = frozenset(("مارس", "رجب", "شعبان", "رمضان", "شوال"))
_LIST_YEARS: Final = range(1900, 2051)
_ENTRY_YEARS: Final = range(1500, 2051)
_DAY_RANGES: Final = ("date_range", "numeric_range")
# What no rule takes without a neighbour; of the nouns y, m and w that holds where they have no article.
_DULL: Final = frozenset("NnOAZzcqhpuEgBsk")
# Codes of numbers that have not been read.
_FEW_DIGITS: Final = ("N", None)
_MANY_DIGITS: Final = ("#", None)
_BY_START: Final = itemgetter(0)

_make: Final = tuple.__new__  # half the price of a call of the named tuple's class

_Item = tuple[int, int, str, tuple[str, Any], str, str]
"""A cue, or a number in the same shape."""
_LAST: Final[_Item] = (sys.maxsize, sys.maxsize, "", _FEW_DIGITS, "", "")

_UNTIL_YEAR_RE: Final = re.compile(r" ?- ?\d{4} ?\)")
_SPACES_RE: Final = re.compile(r"  +")
_WORD_BEFORE_RE: Final = re.compile(r"(?<!\w)[^\W\d_]+$")
_WORD_RE: Final = re.compile(r"[^\W\d_]+")
_YEAR_WORDS: Final = (" الف", " مائت", " مئت", " تسع", " , الف", " , مائت", " , مئت", " , تسع")
"""How a year in words begins, behind its noun or its month."""
_YEAR_BEGINS: Final = frozenset(words[:4] for words in _YEAR_WORDS)


class Rule(NamedTuple):
    """A rule of the resource."""

    name: str
    pattern: str
    loose: bool


class _Found(NamedTuple):
    """A rule's match in a sequence of parts.

    Attributes:
        rule: its name.
        first: index of the first part.
        last: index after the last part.
        split: where among its parts a range is cut in two, 0 for none.
        opens: whether a bracket opens in it.
        start: offset in the sequence.
        end: offset after its last sign.
        ranges: whether its rule is one of ranges.
    """

    rule: str
    first: int
    last: int
    split: int
    opens: bool
    start: int
    end: int
    ranges: bool


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
    reads: ClassVar[frozenset[str]] = frozenset()
    linked_to: ClassVar[frozenset[str]] = frozenset(("documents",))

    def __init__(self, resources: Resources, loose: bool = False) -> None:
        data = resources.toml("dates.toml")
        self._data = data
        self._loose = loose
        self._gaps: dict[str, str] = {text: sign for sign, texts in data["gaps"].items() for text in texts}
        parts_of_day = (f" {to} {part} " for to in data["until"]["prepositions"] for part in data["until"]["parts"])
        self._gaps.update(dict.fromkeys(parts_of_day, ">"))
        rules = [rule for rule in _read_rules(data) if loose or not rule.loose]
        self._splits = {rule.name: re.compile(rule.pattern) for rule in rules if "(?P<split>" in rule.pattern}
        self._grammar = re.compile(
            "|".join(f"(?P<{rule.name}>{rule.pattern.replace('(?P<split>', '(?:')})" for rule in rules)
        )
        self._find_kept = lru_cache(maxsize=4096)(self._find)  # the same few sequences come again and again
        self._simple = re.compile(
            "|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules if rule.name not in self._splits)
        )
        self._numbers = NumeralReader(resources)
        self._months = MonthsReader(data["counted_months"])
        self._qualifiers = {fold(word): name for name, words in data["qualifiers"].items() for word in words}
        self._qualifier_re = re.compile(rf"(?<!\w)[وفبل]?({'|'.join(self._qualifiers)}) (?:شهر )?$")
        self._qualifier_ends = _ends([*self._qualifiers, "شهر"])
        self._unit_ends = self._qualifier_ends | _ends(["هذا", "هذه", "نفس"])
        self._alef_madda = frozenset(data["months"]["weak"]["alef_madda"])
        weak = frozenset(data["months"]["weak"]["words"])
        self._attached: dict[str, tuple[str, Any, str]] = {
            fold(name): (code, Month(int(number), calendar, False, name), "")
            for calendar, code in _CALENDARS
            for number, names in data["months"][calendar].items()
            for name in names
            if name not in weak or name in _GLUED
        } | {fold(article + noun): ("y", "year", article) for noun in data["units"]["year"] for article in ("", "ال")}
        self._dull = _DULL - {"N"} if loose else _DULL
        between = "|".join(map(fold, data["between"]))
        self._between_re = re.compile(rf"(?<!\w)(?:[وفبلك]|[وف][بل]|وك)?(?:{between})(?: +| يوم | شهر )$")
        contexts = data["contexts"]
        self._month_before = _Before(contexts["month_before"])
        self._ordinal_day_before = _Before([*contexts["day_before"], *contexts["weak_day_before"]])
        self._day_before = _Before(contexts["day_before"])
        self._feminine = frozenset(map(fold, contexts["counts_no_day"]))
        self._no_day_before = _Before(contexts["no_day_before"])
        self._numeric_month_before = _Before(contexts["numeric_month_before"])
        self._weak_day_before = _Before(contexts["weak_day_before"])
        self._year_before = _Before(contexts["year_before"])
        self._counted_after = _After(contexts["counted_after"])
        self._quarter_before = _Before(contexts["quarter_before"])
        self._period_openers = tuple(f" {fold(word)} " for word in contexts["period_before"])
        self._money_re = re.compile("|".join(map(fold, contexts["money"])))
        self._not_before_relative = _Before(contexts["not_before_relative"])
        self._future_and_past, self._not_after_relative = (
            _Before(contexts["future_and_past"]),
            _After(contexts["not_after_relative"]),
        )
        self._not_before_weekday = _Before(contexts["not_before_weekday"])
        self._surname = {key: frozenset(map(fold, words)) for key, words in contexts["surname"].items()}
        self._not_before_today = _Before([*contexts["today"]["not_before"], *contexts["today"]["nowadays"]])
        self._not_after_today = _After(contexts["today"]["not_after"])
        self._event_before = _Before(contexts["events"])
        self._place_before = _Before(contexts["places"])
        self._country_before = _Before(contexts["today"]["countries"])
        media, countries = ("|".join(map(fold, contexts["today"][key])) for key in ("media", "countries"))
        self._paper_re = re.compile(rf'(?:(?<!\w)(?:[وفبل]?(?:{media}) "?|ل)|")(?:{countries}) $')
        self._checks: dict[str, Callable[[ScannedArticle, Match], Match | None]] = {
            "month": self._check_month,
            "same_month": self._check_same_month,
            "day_month": self._check_day_month,
            "day_of_month": self._check_day_of_month,
            "day_and_month_of_year": self._check_day_and_month_of_year,
            "numeric_month": self._check_numeric_month,
            "day_and_date_range": self._check_day_and_date_range,
            "day_and_month": self._check_day_and_month,
            "day_and_month_range": self._check_day_and_month,
            "spaced_numeric": self._check_spaced_numeric,
            "day_of_month_range": self._check_day_of_month,
            "year": self._check_year,
            "bare_year": self._check_bare_year,
            "year_range": self._check_year_range,
            "year_to_day": self._check_year_to_day,
            "between": self._check_between,
            "date_range": self._check_date_range,
            "listed_year": self._check_listed_year,
            "unit": self._check_unit,
            "relative_day": self._check_relative_day,
            "weekday": self._check_weekday,
            "season": self._check_season,
            "weekday_range": self._check_weekday_range,
            "decade": self._check_decade,
            "part_of_year": self._check_part_of_year,
            "day_alone": self._check_day_alone,
        }

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

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The drafts of one article."""
        matches = self._matches(article, self._parts(article))
        if not matches:
            return []
        text = article.text
        drafts = readings(article, matches, self._loose)
        for draft in drafts:
            start = draft.start
            if draft.rule in _QUALIFIED and text[start - 3 : start] in self._qualifier_ends:
                word = self._qualifier_re.search(text, max(0, start - 14), start)
                if word is not None:
                    draft.fields["qualifier"] = self._qualifiers[word[1]]
        return drafts

    # --- parts ---------------------------------------------------------------------------------------

    def _items(self, article: ScannedArticle) -> list[_Item]:
        """The cues and the numbers, in the order of the text, and `_LAST`."""
        items: list[_Item] = list(article.hits("date"))
        for match in NUMBER_RE.finditer(article.text):
            start, end = match.span()
            items.append((start, end, "number", _MANY_DIGITS if end - start > 2 else _FEW_DIGITS, "", ""))
        items.sort(key=_BY_START)
        items.append(_LAST)
        return items

    def _parts(self, article: ScannedArticle) -> list[Part]:
        """The parts, without those that have no neighbour and say nothing alone."""
        text, dull, madda = article.text, self._dull, self._alef_madda
        items = self._items(article)
        parts: list[Part] = []
        last_end = -_LONGEST_GAP - 1
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
            if after[0] - end > _LONGEST_GAP < start - last_end and (
                (
                    code in dull
                    and text[end : end + 4] != _OF_IT
                    and not (code == "s" and text[start - 4 : start] == _THIS)
                )
                or (code in "ymw" and self._is_bare_unit(text, start, end, proclitic or article_))
            ):
                continue
            if code == "N":
                if text[end : end + 1] not in AFTER_NO_DAY and text[start - 1 : start] not in BEFORE_NO_DAY:
                    number = int(text[start:end])
                    parts.append(_make(Part, (start, end, "N" if 1 <= number <= 31 else "n", number, "")))
                    last_end = end
                    if text[end : end + 1].isalpha():
                        last_end = self._add_month_behind(parts, text, end)
                    elif text[end : end + 4] == _OF_IT and not text[end + 4 : end + 5].isalnum():
                        last_end = end + 4
                        parts.append(_make(Part, (end + 1, last_end, "I", "same", "")))
                continue
            if code == "#":
                if text[start - 1 : start].isalpha():
                    self._add_attached(parts, text, start)
                _add_number(article, parts, start, end)
                last_end = parts[-1].end if parts else last_end
                continue
            part = _make(Part, (start, end, code, value, proclitic + article_))
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

    def _matches(self, article: ScannedArticle, parts: list[Part]) -> list[Match]:
        matches: list[Match] = []
        for run, written in self._runs(article, parts):
            codes = written
            if "&" in written and self._between_re.search(article.text, max(0, run[0].start - 18), run[0].start):
                # A part of the rule, but not of the expression.
                run.insert(0, Part(run[0].start, run[0].start, "B", None))
                codes = f"B {written}"
            position, size = 0, len(codes)
            find = self._find_kept if size <= _LONGEST_KEPT else self._find
            while position < size and (found := find(codes, position)) is not None:
                position = found.end
                checked = self._checked(article, run, found, matches)
                if checked is None and found.ranges:
                    # What is no range may still begin with a date.
                    first = self._found(codes, self._simple.match(codes, found.start))
                    checked = self._checked(article, run, first, matches) if first is not None else None
                    position = first.end if first is not None else found.start + 1
                elif found.rule == "year" and codes[position - 1] == "N" and (not checked or checked.rule == "unit"):
                    position = found.start + 1  # المؤتمر العام يوم 8 يناير
                if checked is not None:
                    if checked.rule in _DAY_RANGES:
                        matches.extend(_two_anniversaries(checked))
                    elif checked.rule == "between":
                        matches.extend(_two_years(checked))
                    else:
                        matches.append(checked)
        _share_years(article.text, matches)
        return matches

    def _find(self, codes: str, position: int) -> _Found | None:
        """The first match of the grammar at or after the offset."""
        return self._found(codes, self._grammar.search(codes, position))

    def _found(self, codes: str, match: re.Match[str] | None) -> _Found | None:
        if match is None:
            return None
        rule = match.lastgroup
        assert rule is not None
        first, last = match.start() // 2, (match.end() - 1) // 2 + 1
        split = 0
        if rule in self._splits:
            again = self._splits[rule].match(codes, match.start())
            cut = again.start("split") if again is not None else -1
            if cut < 0:  # the alternatives that are joined by و
                cut = codes.index("&", match.start())
            split = cut // 2 + 1 - first
        return _Found(rule, first, last, split, "(" in match[0], match.start(), match.end(), rule in self._splits)

    def _runs(self, article: ScannedArticle, parts: list[Part]) -> Iterator[tuple[list[Part], str]]:
        """The parts that stand together, with their codes and the signs of the gaps between them."""
        text, gaps, dull = article.text, self._gaps, self._dull
        run: list[Part] = []
        codes = ""
        end = 0
        for part in parts:
            start, part_end, code, _, _ = part
            sign = _BREAK
            if run and start - end <= _LONGEST_GAP:
                sign = gaps.get(text[end:start]) or self._sign(article, end, start)
                if start == end and code == "Y" == run[-1].code:
                    sign = "-"  # a tatweel stood between two years
                if sign == "(" and code == "Y" and run[-1].code == "M" and _UNTIL_YEAR_RE.match(text, part_end):
                    sign = _BREAK  # 2 سبتمبر (1945 - 2025)
            if sign == _BREAK:
                if codes and codes not in dull:
                    yield run, codes
                run, codes = [part], code
            else:
                run.append(part)
                codes += sign + code
            end = part_end
        if run:
            yield run, codes

    def _sign(self, article: ScannedArticle, start: int, end: int) -> str:
        """The sign of a gap that the table does not hold as it stands."""
        gap = article.text[start:end]
        if gap.isspace() and "\n" not in gap:
            first, last = article.view.span(start, end)
            # Folding deletes a tatweel that stands for a dash (`2015 ـ 2020`).
            return "-" if "\u0640" in article.view.original[first:last] else " "
        return self._gaps.get(_SPACES_RE.sub(" ", gap), _BREAK) if "  " in gap else _BREAK

    def _checked(self, article: ScannedArticle, parts: list[Part], found: _Found, before: list[Match]) -> Match | None:
        """A match of the grammar, if its rule's check lets it pass."""
        rule, split = found.rule, found.split
        taken = parts[found.first : found.last]
        if taken[0].code == "B":
            taken, split = taken[1:], split - 1
        end = taken[-1].end
        if found.opens:
            end = closed(article.text, "(", end)
        match = _make(Match, (rule, taken, taken[0].start, end, split))
        if article.text.startswith(("_", ".كوم", ".نت", ".com", ".net"), end):
            return None  # #اليوم_الوطني, a site
        quoted = article.text[match.start - 1 : match.start] == '"' == article.text[end : end + 1]
        if quoted and _MEDIUM_RE.search(article.text, max(0, match.start - _LONGEST_MEDIUM), match.start - 1):
            return None  # موقع "26 سبتمبر"
        check = self._checks.get(rule)
        if check is None:
            return match
        checked = check(article, match)
        if checked is None and rule == "bare_year" and before and _continues_list(article.text, before[-1], match):
            return match
        if checked is None and rule == "part_of_year" and any(earlier.rule == rule for earlier in before):
            # وشهد الربع الثاني كذا, in an article that has spoken of quarters
            in_turn = article.text.startswith(" علي التوالي", match.end)
            return match if taken[-1].code == "O" and not in_turn else None
        return checked

    # --- what a rule asks of the text around its match -------------------------------------------------

    def _check_month(self, article: ScannedArticle, match: Match) -> Match | None:
        if self._event_before(article.text, match.start) and not any(part.code in "yA" for part in match.parts):
            return None  # حرب أكتوبر 1973
        if article.text.endswith(" دي ", 0, match.start):
            return None  # لويجي دي مايو
        if len(match.parts) > 1 or not match.parts[0].value.weak:
            return match
        if match.parts[0].value.name in self._data["months"]["weak"]["only_after_month"]:
            if match.parts[0].value.name.startswith("الشهر"):
                return _with_this(article.text, match) if this_before(article.text, match.start) else None
            return match if article.text.endswith("شهر ", 0, match.start) else None
        return match if self._month_before(article.text, match.start) else None

    def _check_same_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`الشهر نفسه من العام الماضي`: one adjective must point back, the other say how far away the year is."""
        _, same, _, year = match.parts
        away = isinstance(year.value, int) or year.value == "previous"
        return match if same.value == "same" and away else None

    def _check_day_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`4 - صفر` and `4/صفر` are scores; `ملعب 5 جويلية` and, without a year, `ثورة 14 جانفي` are names."""
        if match.parts[0].code in "NO" and self._place_before(article.text, match.start):
            return None
        if match.parts[-1].code in "MH":
            start = match.start - 2 if article.text.endswith(" ال", 0, match.start) else match.start
            if self._event_before(article.text, start):
                return None
        first, second = match.parts[:2]
        counted = first.code == "N" and article.text.startswith(" في ", first.end)
        if counted and not self._day_before(article.text, match.start):
            # ارتفع المؤشر إلى 15 في أكتوبر
            taken = match.parts[2 if second.code == "m" else 1 :]
            return match._replace(rule="month", parts=taken, start=taken[0].start)
        if first.code == "O" and self._counts_no_day(article.text, first):
            taken = match.parts[2 if second.code == "m" else 1 :]
            return match._replace(rule="month", parts=taken, start=taken[0].start)
        for day, month in zip(match.parts, match.parts[1:], strict=False):
            if month.code in "MH" and month.value.weak and month is match.parts[-1]:
                sign = article.text[day.end : month.start]
                return None if "-" in sign or ("/" in sign and month.value.name == "صفر") else match
        return match

    def _counts_no_day(self, text: str, ordinal: Part) -> bool:
        """Whether an ordinal counts what stands before it (`الدورة العشرون في يوليو`, `الأيام الأولى من أكتوبر`)."""
        if text[ordinal.start : ordinal.end] in self._feminine or self._no_day_before(text, ordinal.start):
            return True
        return text.startswith(" في ", ordinal.end) and not self._ordinal_day_before(text, ordinal.start)

    def _check_numeric_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`3/2015` is a month after `شهر` and the like; elsewhere it is a code as often."""
        return match if self._loose or self._numeric_month_before(article.text, match.start) else None

    def _check_day_and_month_of_year(self, article: ScannedArticle, match: Match) -> Match | None:
        """`11/9 عام 2001`; of `فاز 2/1 عام 2006` the year alone is a date."""
        numbers = match._replace(parts=match.parts[:-2], end=match.parts[-3].end)
        if numbers.parts[-2].value > _LARGEST_SCORE or self._names_day(article.text, numbers):
            return match
        return Match("year", match.parts[-2:], match.parts[-2].start, match.end, 0)

    def _check_day_and_date_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`من 3 إلى 5/2/2014`; what is no range ends with a date all the same."""
        text, parts = article.text, list(match.parts)
        date = parts[-1].value
        begins = self._day_before(text, match.start) or text.endswith(("من ", "بين "), 0, match.start)
        if len(parts) == 2:
            fits = begins and parts[0].value < date.day
        else:
            month = parts[1]
            fits = begins and is_gregorian_day(None, month.value, parts[0].value)
            parts[1] = month._replace(code="M", value=Month(month.value, date.calendar, False, ""))
        if fits:
            return match._replace(parts=parts)
        return Match("numeric", [parts[-1]], parts[-1].start, parts[-1].end, 0)

    def _check_day_and_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`19/10` is a day where the words before it say so; elsewhere it is a score, a fraction or a code."""
        text, parts = article.text, list(match.parts)
        months = [index for index in range(1, len(parts)) if text[parts[index - 1].end : parts[index].start] == "/"]
        exist = all(is_gregorian_day(None, parts[month].value, parts[month - 1].value) for month in months)
        # من 25/6 إلى 30/9: what is more than a whole is no fraction
        whole = all(parts[month].value < parts[month - 1].value for month in months)
        period = whole and match.split > 0 and text.endswith(_FROM, 0, match.start)
        if not exist or len(parts) - 1 not in months or not (period or self._names_day(text, match)):
            return self._check_before_numbers(article, match)
        for month in months:
            number = parts[month]
            parts[month] = number._replace(code="M", value=Month(number.value, "gregorian", False, ""))
        return match._replace(parts=parts)

    def _check_before_numbers(self, article: ScannedArticle, match: Match) -> Match | None:
        """The weekday or the relative day before numbers that are no date (`فاز أمس 2/1`)."""
        days = [part for part in match.parts if part.code in "RTW"]
        if not days:
            return None
        if days[0].code == "W":
            return self._check_weekday(article, Match("weekday", days, match.start, days[0].end, 0))
        return self._check_relative_day(article, Match("relative_day", days, match.start, days[-1].end, 0))

    def _names_day(self, text: str, match: Match) -> bool:
        start = match.start
        if match.parts[0].code != "N":
            return bool(match.parts[-2].value > _LARGEST_SCORE)
        if self._day_before(text, start):
            return True
        if text[start - 1 : start] == "(" and text[match.end : match.end + 1] == ")":
            return _DAY_NAMED_RE.search(text, max(0, start - _LONGEST_DAY_NAME), start) is not None
        return self._weak_day_before(text, start) and not _FRACTION_RE.match(text, match.end)

    def _check_spaced_numeric(self, article: ScannedArticle, match: Match) -> Match | None:
        day, month = (part.value for part in match.parts if part.code == "N")
        year = match.parts[-1].value
        if is_hijri_year(year):
            return match if is_hijri_day(month, day) else None
        return match if is_gregorian_day(year.number, month, day) and year.number in _LIST_YEARS else None

    def _check_day_of_month(self, article: ScannedArticle, match: Match) -> Match | None:
        """`الأشهر الـ 18 الماضية` counts months."""
        last = match.parts[-1]
        if last.code == "I":  # في 28 منه; not المادة 28 منه
            before = match.parts[0].code in "RTW" or article.text.endswith(("من ", "بين "), 0, match.start)
            named = before or self._day_before(article.text, match.start)
            return match if named or self._weak_day_before(article.text, match.start) else None
        if last.code == "A" and match.parts[-2].code != "m":
            return None if article.text[last.end - 1] in "هن" else match
        return match

    def _check_year(self, article: ScannedArticle, match: Match) -> Match | None:
        text, first = article.text, match.parts[0]
        if _follows_document_number(text, match.start):
            return None
        if match.parts[1].code == "A":
            if first.word.endswith("ال") and text.endswith(_GENERAL, 0, match.start):
                return None
            final = text.startswith("الاخير", match.parts[1].start) and text.startswith(" من ", match.end)
            if not first.word or final:
                return None  # السنة الأخيرة من التعليم
            last = match.parts[-1]
            if last.code == "Y" and last.value.era is None and not _is_year_of_news(last.value.number):
                # العام الماضي 1500 حقيبة
                return match._replace(parts=match.parts[:2], end=match.parts[1].end)
            return _with_this(text, match)
        second = match.parts[1]
        if second.code in "nN" and text[first.end : second.start].strip() in ("ال", "يوم"):
            return None  # للعام الـ 84 على التوالي; not المؤتمر العام يوم 8 يناير
        number = second.code in "nN"
        year = second.value.number if second.code == "Y" and second.value.era is None else _EARLIEST_YEAR
        few = number and (second.value < 10 or first.word.endswith("ال"))
        if few or year > _LATEST_YEAR or ((number or year < _EARLIEST_YEAR) and _COUNTED_RE.match(text, match.end)):
            # What the number counts begins the next phrase: `مثل المملكة هذا العام 8 موهوبين`.
            return self._check_unit(article, Match("unit", [first], first.start, first.end, 0))
        era = era_at(text, match.end) if number else None  # عام 72م
        return _with_this(text, match if era is None or not era[2] else match._replace(end=era.end()))

    def _check_bare_year(self, article: ScannedArticle, match: Match) -> Match | None:
        text, year = article.text, match.parts[0].value
        if _begins_entry(text, match) and year.number in _ENTRY_YEARS:
            return match
        if year.era is None and year.number not in _LIST_YEARS:
            return None
        if year.era == "hijri" and _GREGORIAN_AFTER_RE.match(text, match.end):
            return match
        if text.endswith(_MORE_THAN, 0, match.start):
            return None
        if not self._year_before(text, match.start):
            # `(2005)` beside a work's title or a person's name; a round number in brackets is more often a count.
            bracketed = text[match.start - 1 : match.start] == "(" and text[match.end : match.end + 1] == ")"
            round_number = year.number in (1900, 2000) if year.era is None else year.number in _ROUND
            round_number = round_number and text[match.start - 3 : match.start] != '" ('
            if (not bracketed or round_number) and not _ends_source(text, match) and not _dates_work(text, match):
                return None
        if self._counted_after(text, match.end):
            return None
        return None if text.endswith(_FROM, 0, match.start) and self._begins_amount(text, match.end) else match

    def _begins_amount(self, text: str, end: int) -> bool:
        """Whether a number is the lower of two that count something (`ما بين 2000 إلى 2400 ريال`)."""
        upper = _UPPER_RE.match(text, end)
        if upper is None:
            return False
        return int(upper[1]) > _LATEST_YEAR or self._counted_after(text, upper.end())

    def _check_year_range(self, article: ScannedArticle, match: Match) -> Match | None:
        years = [part.value for part in match.parts if part.code == "Y"]
        text = article.text
        if len(years) == 2:
            first, last = years[0].number, years[1].number
            if first < last <= 0:
                return match  # 1567 - 1200 قبل الميلاد
            if not first < last <= first + 150 or first < 1200 or (last > 2100):
                return None
            sign = text[match.parts[match.split - 1].end : match.parts[match.split].start]
            named = match.parts[0].code in "yZz"
            if "/" in sign and last - first > 1 and not named:
                return None
            if _DOCUMENT_WORD_RE.search(text, max(0, match.start - 12), match.start):
                return None
        return match

    def _check_year_to_day(self, article: ScannedArticle, match: Match) -> Match | None:
        """`من 2004 إلى غاية 1 مارس 2016`: without its noun a year begins a range only behind a preposition."""
        named = match.parts[0].code == "y" or article.text.endswith(_FROM, 0, match.start)
        return match if named else None

    def _check_date_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`المؤرخ في 12 محرم 1442 الموافق 31 أوت 2020 إلى غاية 31 مارس 2021`: a document's date begins no range."""
        start = match.start
        return None if _DATED_RE.search(article.text, max(0, start - _LONGEST_DATED), start) else match

    def _check_listed_year(self, article: ScannedArticle, match: Match) -> Match | None:
        """`أعوام 1995 و1998`, `أعوام: 1995 و1998`; not `خمس سنوات، 1995`."""
        return None if "," in article.text[match.parts[0].end : match.parts[1].start] else match

    def _check_between(self, article: ScannedArticle, match: Match) -> Match | None:
        """`بين 1600 و2000 ميغاوات` are numbers, where no noun calls them years."""
        years = all(part.code == "Y" for part in match.parts)
        return None if years and self._counted_after(article.text, match.end) else match

    def _check_unit(self, article: ScannedArticle, match: Match) -> Match | None:
        first = match.parts[0]
        if len(match.parts) > 1:
            return _with_this(article.text, match) if first.word else None
        if self._loose and first.word.endswith("ال"):
            return match
        if not first.word or first.code == "E":
            return None
        if first.word.endswith("ال") and not _goes_on(article.text, match.end):
            begun = self._qualifier_re.search(article.text, max(0, match.start - 14), match.start)
            # نهاية الأسبوع is no week, but the days off.
            allowed = ("early",) if first.code == "w" else ("early", "mid", "late")
            if begun is not None and self._qualifiers[begun[1]] in allowed:
                return match
        this = this_before(article.text, match.start)
        return match._replace(start=this) if this is not None else None

    def _check_relative_day(self, article: ScannedArticle, match: Match) -> Match | None:
        text, parts = article.text, match.parts
        if len(parts) == 2 and parts[1].code == "A":
            if parts[0].code == "R" or parts[1].value not in ("same", "next"):
                return match._replace(parts=parts[:1], end=parts[0].end) if parts[0].code == "R" else None
            return match
        quoted = text.startswith('"', match.end) and text.endswith(('"', '" '), 0, match.start)
        if len(parts) == 1 and quoted:
            return None  # صحيفة "اليوم", قناة "الغد"
        if parts[0].code == "R":
            if self._not_before_relative(text, match.start) or self._not_after_relative(text, match.end):
                return None
            if text.endswith("اشبه الليله ب", 0, match.start):
                return None  # ما أشبه الليلة بالبارحة
            definite = text.startswith("ال", match.start)
            if definite and (
                self._future_and_past(text, match.start)
                or (text.endswith("بين ", 0, match.start) and text.startswith(" واليوم", match.end))
            ):
                return None  # وجهة الغد, بين الأمس واليوم
            if _is_verb_of_touch(article, match):
                return None
            return match
        if len(parts) == 1:
            same = same_day_before(text, match.start)
            if same is not None:
                return None if text.startswith(" الذي", match.end) else match._replace(start=same)
            if self._not_after_today(text, match.end) or _OBSERVANCE_RE.match(text, match.end):
                return None
            if text.startswith("بين الامس و", match.start - 11):
                return None  # بين الأمس واليوم
            if text.endswith(" ب", 0, match.start):
                return None  # عشر ساعات باليوم
            if self._not_before_today(text, match.start) and not _EGYPTIAN_RE.search(
                text, max(0, match.start - 30), match.start
            ):
                return None
            if self._country_before(text, match.start) and (
                text.startswith('"', match.end) or self._paper_re.search(text, max(0, match.start - 24), match.start)
            ):
                return None
        this = this_before(text, match.start)
        return match._replace(start=this) if this is not None else match

    def _check_weekday(self, article: ScannedArticle, match: Match) -> Match | None:
        if self._not_before_weekday(article.text, match.start) or self._is_surname(article, match):
            return None
        text = article.text
        if text.startswith("الاثنين", match.start) and len(match.parts) == 1 and _are_both(article, match):
            return None
        return _with_this(text, match)

    def _is_surname(self, article: ScannedArticle, match: Match) -> bool:
        """Whether `الخميس` is a family name behind a given one (`اختير أحمد الخميس أمينا`).

        Of kings a given name is the whole name (`استقبل الملك محمد الخميس`), and behind a verb the day is meant
        (`قال أحمد الخميس إن`) unless an office follows.
        """
        text, start = article.text, match.start
        if len(match.parts) > 1 or not text.startswith("الخميس", start) or text[start - 1 : start] != " ":
            return False
        words = article.words
        index = words.index_at(start)
        if index < 2 or words.forms[index - 1].removeprefix("و") not in self._surname["given"]:
            return False
        before = words.forms[index - 2]
        if before in self._surname["known_by_given_name"] or words.classes[index - 2] & NAME_PART:
            return False
        if words.classes[index - 2] & VERB and not words.forms[index - 1].startswith("و"):
            return index + 1 < len(words) and words.forms[index + 1] in self._surname["offices"]
        return not words.classes[index - 2] & KNOWN or words.forms[index - 1].startswith("و")

    def _check_weekday_range(self, article: ScannedArticle, match: Match) -> Match | None:
        """`ليل الجمعة السبت` is the night between two days; other weekdays without a preposition are a list."""
        first, second = match.parts[match.split - 1], match.parts[match.split]
        sign = article.text[first.end : second.start]
        if sign.endswith("و"):  # السبت والأحد الماضيين
            dual = article.text[match.end - 2 : match.end] == "ين" and (first.value + 1) % 7 == second.value
            return match if dual else None
        if sign.strip(" -/"):
            return match
        if first.code != "W" or (first.value + 1) % 7 != second.value:
            return None
        return match if article.text.endswith(("ليل ", "ليله "), 0, match.start) else None

    def _check_season(self, article: ScannedArticle, match: Match) -> Match | None:
        """`وصيف 2004` is the runner-up of that year, unless a season stands before (`ربيع 2001 وصيف 2002`)."""
        start, year = match.start, match.parts[-1]
        if year.code == "s":
            if article.text[start - 4 : start] != _THIS or _goes_on(article.text, match.end):
                return None  # هذا الربيع العربي
            return match._replace(parts=[year, Part(year.end, year.end, "A", 0)], start=start - 4)
        if match.parts[0].value != _SUMMER or article.text[start - 2 : start] != " و" or year.code != "Y":
            return match
        if _SEASON_RE.search(article.text, max(0, start - _LONGEST_SEASON), start - 2) is not None:
            return match
        return Match("bare_year", [year], year.start, year.end, 0)

    def _check_day_alone(self, article: ScannedArticle, match: Match) -> Match | None:
        return match if article.text.endswith("يوم ", 0, match.start) else None

    def _check_part_of_year(self, article: ScannedArticle, match: Match) -> Match | None:
        """`الربع الثاني` alone is of a year where money or growth is spoken of, and of a match elsewhere."""
        text, start = article.text, match.start
        if len(match.parts) > 2 or self._quarter_before(text, start):
            return match
        opened = text.endswith(self._period_openers, 0, start) or (
            match.parts[1].code == "O" and text[start - 2 : start + 1] == " لل"  # للربع الثاني
        )
        return match if opened and self._money_re.search(text, max(0, start - 120), start) else None

    def _check_decade(self, article: ScannedArticle, match: Match) -> Match | None:
        if len(match.parts) == 1:
            if _AGE_RE.match(article.text, match.end):
                return None
            if match.parts[0].word.endswith("ال") is False:
                return None
        return match


_FROM: Final = ("بين ", "من ")
"""Before the lower of two numbers."""
_MORE_THAN: Final = ("اكثر من ", "اقل من ", "ازيد من ", "اكبر من ", "اعلي من ", "ادني من ")
"""Before a count."""
_UPPER_RE: Final = re.compile(r" ?(?:-|و|الي|حتي) ?(\d{4,9})(?!\w)")
_LONGEST_DATED: Final = 60
_DATED_RE: Final = re.compile(
    r"(?<!\w)(?:ال)?(?:مؤرخ|صادر|موقع)(?:ه|ين|تين)? (?:في|بتاريخ) (?:يوم )?"
    r"(?:[^.;\n]{5,40} ال(?:موافق|مصادف) ?(?:ل ?)?(?:يوم )?)?$"
)
"""What leads to a document's date, over its Hijri equivalent too."""
_LONGEST_MEDIUM: Final = 10
_MEDIUM_RE: Final = re.compile(r"(?:موقع|صحيفه|جريده|مجله|قناه|اذاعه|حركه|كتيبه|لواء|ملعب|ساحه|شارع) ?$")
_SUMMER: Final = 22
_THIS: Final = "هذا "
_LONGEST_SEASON: Final = 24
_SEASON_RE: Final = re.compile(r"(?:ربيع|خريف|شتاء|صيف) [^.;\n]*\d{4}$")
_EARLIEST_YEAR: Final = 1000
_LATEST_YEAR: Final = 2100
"""A number beyond these after عام may count what follows (`كل سنة 4200 وظيفة`)."""
_ROUND: Final = range(0, 1000, 50)  # (100م): metres
_LARGEST_SCORE: Final = 9
_LONGEST_DAY_NAME: Final = 70
_DAY_NAMED_RE: Final = re.compile(r"(?<!\w)[وفبل]?(?:ل|ال)?(?:يوم|ذكري|عيد)(?!\w)[^.;\n\d(]*\($")
"""What leads from a day of observance to its date in brackets (`يوم الشهداء (27/7)`)."""
_FRACTION_RE: Final = re.compile(r" (?:ال\w|من |كلم|كم|متر|ساع|نقط)|[ %]*%")
_DOCUMENT_NUMBER_RE: Final = re.compile(r"(?:[\d)\]]\w?,? لل?|(?:رقم|عدد)[ :]*\(?[\w/.-]*\d[\w/.-]*\)? )$")
_DOCUMENT_WORD_RE: Final = re.compile(r"(?:رقم|عدد|رقمي|تحويله|هاتف|فاكس|جوال|ص)[ :(]*$")
_GENERAL: Final = (
    "الامين ", "المدير ", "الرئيس ", "المشرف ", "النائب ", "المدعي ", "القائد ", "المفتش ", "المراقب ", "السكرتير ",
    "المقرر ", "القنصل ", "المنسق ", "الكاتب ", "الراي ", "المحامي ", "الامن ", "الاداره ", "الجمع ", "الاضراب ",
)  # fmt: skip
"""What is called العام."""
_COUNTED_RE: Final = re.compile(r"[.,]?\d| (?!في|من|الي|علي|عن|مع|حيث|بعد|ان|ثم|لم|كان|قد|او|التي|الذي|ال)\w{3,}")
_AGE_RE: Final = re.compile(r" (?:من )?(?:ال)?(?:عمر|سن)| (?:درجه|(?:ال)?مئويه)")
_OBSERVANCE_RE: Final = re.compile(r" ال\w+[يه] ل(?:ل|حقوق|مكافحه|مناهضه|ذوي)")
"""What follows `اليوم` in a day of observance (`اليوم العربي للشعر`)."""
_EGYPTIAN_RE: Final = re.compile(r"(?<!\w)[وفبلك]?ال(?!صحيفه|جريده)\w+ المصري $")
"""The adjective before `اليوم`, not the newspaper's name."""


def _with_this(text: str, match: Match) -> Match:
    """A match with the demonstrative before it (`هذا الشهر الجاري`, `هذا الخميس`)."""
    this = this_before(text, match.start)
    return match._replace(start=this) if this is not None and text.startswith("هذ", this) else match


def _add_number(article: ScannedArticle, parts: list[Part], start: int, end: int) -> None:
    """Add what a number of more than two digits says, if it is of a date."""
    parts.extend(number_parts(article, start, end))
    if parts and parts[-1].code == "Y" and parts[-1].value.number <= 0:
        pair_before_christ(parts, article.text)


def _is_verb_of_touch(article: ScannedArticle, match: Match) -> bool:
    """Whether ل and `أمس` are the verb `لامس` ('touched'): no hamza is written."""
    part = match.parts[0]
    if article.text[part.start - 1 : part.end] != "لامس":
        return False
    start, end = article.view.span(part.start, part.end)
    return "\u0623" not in article.view.original[start:end]


def _are_both(article: ScannedArticle, match: Match) -> bool:
    """Whether `الاثنين` are two, as the words around say (`بين الاثنين`, `أن الاثنين وصلا`, `الاثنين معا`)."""
    text, start, end = article.text, match.start, match.end
    if text.endswith("بين ", 0, start):
        return not text.startswith(" و", end) and _DAY_IN_BRACKET_RE.match(text, end) is None
    if text.startswith(" معا", end):
        return True
    if text.endswith(_UNITING, 0, start):
        return _BOTH_END_RE.match(text, end) is not None
    if text[start - 3 : start] != "ان " or _word_before(text, start - 1) not in _THAT:
        return False
    following = _DUAL_RE.match(text, end)
    if following is None:
        return False
    words = article.words
    return bool(following[2] or words.classes[words.index_at(following.start(1))] & (VERB | ADJECTIVE))


_THAT: Final = frozenset(("ان", "وان", "فان", "بان", "لان"))
_UNITING: Final = ("يجمع ", "تجمع ", "جمع ", "جمعت ")
_BOTH_END_RE: Final = re.compile(r" ?[.,;\n]| معا")
_DAY_IN_BRACKET_RE: Final = re.compile(r" \( ?(?:\d|يوم|امس|غدا|اليوم)")
_DUAL_RE: Final = re.compile(r' "?(?:(\w+ا)ن?(?!\w)|\w+ (\w+هما)(?!\w))')
"""What follows two people: a verb or adjective in the dual, or what is said of them both."""


def _goes_on(text: str, end: int) -> bool:
    """Whether an adjective or a possessor follows a unit (`نهاية العام الدراسي`)."""
    return _ADJECTIVE_AFTER_RE.match(text, end) is not None


def _begins_entry(text: str, match: Match) -> bool:
    """Whether a year begins an entry of a chronicle (`1969 - هبوط الإنسان على القمر`)."""
    begins = match.start == 0 or text.endswith(("\n", "\n ", ". "), 0, match.start)
    return begins and _ENTRY_RE.match(text, match.end) is not None


def _ends_source(text: str, match: Match) -> bool:
    """Whether a year ends a bibliographic reference (`(بيروت: دار النهضة، 1993)`)."""
    start = match.start
    if text[start - 2 : start] != ", " or not (text[start - 3].isalpha() or text[start - 3] == '"'):
        return False
    return text.startswith(")", match.end) or text[match.end : match.end + 2] in (".", ".\n")


def _dates_work(text: str, match: Match) -> bool:
    """Whether a year stands between the quoted title of a work and the end of its mention (`و(المسافر) 2009 مع`)."""
    before = text[match.start - 2 : match.start]
    titled = before in (") ", '" ') and text[match.start - 3].isalpha() and not text[match.start - 3].isascii()
    return titled and _WORK_ENDS_RE.match(text, match.end) is not None


_WORK_ENDS_RE: Final = re.compile(r" ?[,.;\n]| (?:مع|امام|من اخراج|ثم|واخيرا) | و?[\"(]")
_GREGORIAN_AFTER_RE: Final = re.compile(r" ?[-/(]? ?\d{4} ?م(?!\w)")
_ADJECTIVE_AFTER_RE: Final = re.compile(r" ال(?!ي |ا |ان )| من كل ")
_ENTRY_RE: Final = re.compile(r" ?[-:] ?(?=[^\W\d])")


def _is_year_of_news(number: int) -> bool:
    """Whether a number is a year that news calls the last, this or the next, of either calendar."""
    return number in _LIST_YEARS or number in HIJRI_NEWS_YEARS


def _follows_document_number(text: str, start: int) -> bool:
    """Whether a year is a document's (`القرار رقم 5 لعام 2014`)."""
    before = text[max(0, start - 24) : start]
    if text.startswith("لعام", start) and "رقم" not in before:
        return False  # الدورة (45) للعام 1436
    if before.endswith("ل") or "رقم" in before or "عدد" in before:
        return _DOCUMENT_NUMBER_RE.search(before) is not None
    return False


def _ends(words: list[str]) -> frozenset[str]:
    """The last two letters of each word and a space: what stands before an offset is one of the words seldom."""
    return frozenset(f"{fold(word)} "[-3:] for word in words)


def _word_before(text: str, end: int) -> str:
    """The letters that end at an offset; empty where they are the end of a word with digits, or too many."""
    first = max(0, end - _LONGEST_WORD)
    word = text[max(first, text.rfind(" ", first, end) + 1) : end]
    if word.isalpha():
        return word
    size = len(word)
    while size and word[size - 1].isalpha():
        size -= 1
    return "" if size and (word[size - 1].isalnum() or word[size - 1] == "_") else word[size:]


class _Before:
    """Whether one of some words stands right before an offset, proclitics or not.

    Args:
        words: the words, in any spelling; what has two words in it needs its last one to stand there.
    """

    def __init__(self, words: list[str]) -> None:
        self._ends = _ends(words)
        self._short = any(len(end) < 3 for end in self._ends)
        forms = [proclitic + fold(word) for word in words for proclitic in _PROCLITICS]
        self._words = frozenset(form for form in forms if " " not in form)
        self._phrases = tuple(f"{form} " for form in forms if " " in form)
        self._last = frozenset(form.rpartition(" ")[2] for form in forms if " " in form)

    def __call__(self, text: str, start: int) -> bool:
        while text[start - 2 : start] == "  ":
            start -= 1
        if text[start - 3 : start] not in self._ends and not (
            self._short and text[max(0, start - 2) : start] in self._ends
        ):
            return False
        word = _word_before(text, start - 1)
        if word in self._words:
            return True
        if word not in self._last:
            return False
        return any(
            text.endswith(phrase, 0, start) and not _is_in_word(text, start - len(phrase)) for phrase in self._phrases
        )


def _is_in_word(text: str, start: int) -> bool:
    """Whether a word goes on over an offset to the left."""
    return text[start - 1 : start].isalnum() or text[start - 1 : start] == "_"


class _After:
    """Whether one of some words stands right after an offset.

    Args:
        words: the words, in any spelling.
    """

    def __init__(self, words: list[str]) -> None:
        folded = sorted(map(fold, words), key=len, reverse=True)
        self._first = frozenset(word.partition(" ")[0] for word in folded)
        self._begins = frozenset(word[:2] for word in folded)
        self._pattern = re.compile(rf" ?(?:{'|'.join(folded)})(?!\w)")

    def __call__(self, text: str, end: int) -> bool:
        if text[end + 1 : end + 3] not in self._begins and text[end : end + 2] not in self._begins:
            return False
        word = _NEXT_WORD_RE.match(text, end)
        if word is None or word[1] not in self._first:
            return False
        return self._pattern.match(text, end) is not None


_PROCLITICS: Final = ("", *"وفبلك", "وب", "ول", "فب", "فل")
_NEXT_WORD_RE: Final = re.compile(r" ?(\w+)")


def _is_written_as_month(article: ScannedArticle, part: Part) -> bool:
    """Whether `آب` is spelled so, or without its sign behind a day (`9 اب/اغسطس`), and not `أب`."""
    start, end = article.view.span(part.start, part.end)
    written = article.view.original[start:end]
    bare = "\u0622" not in written and "\u0623" not in written
    return "\u0622" in written or (bare and article.text[part.start - 2 : part.start - 1].isdigit())


def _two_anniversaries(match: Match) -> list[Match]:
    """A jubilee's two days (`15 أكتوبر 1949 - 15 أكتوبر 1999`) apart; any other range as it is."""
    first, last = match.parts[: match.split], match.parts[match.split :]
    days = [partial_of(parts, "") for parts in (first, last)]
    same_day = (days[0].month, days[0].day) == (days[1].month, days[1].day)
    if not same_day or days[0].year is None or days[1].year is None:
        return [match]
    return [
        Match(match.rule, first, match.start, first[-1].end, 0),
        Match(match.rule, last, last[0].start, match.end, 0),
    ]


def _two_years(match: Match) -> list[Match]:
    """Two years that are compared (`بين 2010 و2009`) apart; any other range as it is."""
    first, last = match.parts[match.split - 1], match.parts[-1]
    if first.code != "Y" or last.code != "Y" or first.value.number <= last.value.number:
        return [match]
    return [Match("bare_year", [part], part.start, part.end, 0) for part in (first, last)]


_COORDINATED: Final = ("month", "day_month")
_COORDINATIONS: Final = frozenset((" و", " و ", ", و", " او ", " ثم ", " ويوم ", ", ويوم ", " وشهر "))


def _share_years(text: str, matches: list[Match]) -> None:
    """Give coordinated months, with or without a day, what the last of them says of its year.

    `يناير وفبراير 2019` are of one year, `ديسمبر ويناير 2019` are not; in `أبريل ومايو الماضيين` both are past.
    """
    following: Match | None = None
    for index in range(len(matches) - 1, -1, -1):
        match = matches[index]
        if match.rule not in _COORDINATED:
            following = None
            continue
        last = match.parts[-1]
        if following is not None and last.code in "MH" and text[match.end : following.start] in _COORDINATIONS:
            month = next((i for i, part in enumerate(following.parts) if part.code == last.code), None)
            if month is not None and last.value.number <= following.parts[month].value.number:
                match = matches[index] = match._replace(parts=match.parts + following.parts[month + 1 :])
        following = match


def _continues_list(text: str, last: Match, match: Match) -> bool:
    """Whether a bare year follows another year in a list (`في 2011 و2019`) or a Hijri year (`عام 1436هـ/2015`)."""
    if (
        last.rule not in ("bare_year", "year", "listed_year")
        or last.parts[-1].code != "Y"
        or match.parts[0].value.number not in _LIST_YEARS
    ):
        return False
    if match.start - last.end > _LONGEST_GAP:
        return False
    gap = text[last.end : match.start].strip()
    if gap in ("/", "(", "-", "الموافق", "الموافق ل", "(الموافق"):
        return is_hijri_year(last.parts[-1].value)
    return gap in ("و", ",", ", و", "ثم", "او", "")
