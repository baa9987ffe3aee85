"""From an article to its dates.

The scan's cues and the text's numbers become a sequence of one-letter parts with one-letter gaps between them
(`N M Y` for `3 يناير 2024`); the rules of `resources/dates.toml` are regular expressions over that sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.extractors.dates.checks import DateChecks
from extractnews.extractors.dates.contexts import Qualifiers
from extractnews.extractors.dates.grammar import DateGrammar
from extractnews.extractors.dates.neighbours import listed_days, share_years, two_anniversaries, two_years
from extractnews.extractors.dates.parts import LONGEST_GAP, Match, Part
from extractnews.extractors.dates.reader import PartReader
from extractnews.extractors.dates.sequence import readings
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.scanner import Cue

_BREAK: Final = ";"
_QUALIFIED: Final = frozenset(f"dates.{rule}" for rule in ("month", "year", "bare_year", "unit", "decade", "century"))
_DAY_RANGES: Final = ("date_range", "numeric_range")
_DAYS_OF_MONTH: Final = ("day_range", "day_of_month_range")
_LONGEST_OPENING: Final = 18
_UNTIL_YEAR_RE: Final = re.compile(r" ?- ?\d{4} ?\)")


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
        self._loose = loose
        self._gaps: dict[str, str] = {text: sign for sign, texts in data["gaps"].items() for text in texts}
        until = data["until"]
        self._gaps.update((f" {to} {part} ", ">") for to in until["prepositions"] for part in until["parts"])
        self._gaps.update((f" و{part} ", "&") for part in until["parts_of_day"])
        between, days, parts_of_day = (
            "|".join(map(fold, words)) for words in (data["between"], data["listed_days"], until["parts_of_day"])
        )
        self._between_re = re.compile(
            rf"(?<!\w)(?:[وفبلك]|[وف][بل]|وك)?(?:{between}|(?P<days>{days}))(?: +| يوم | شهر | (?:{parts_of_day}) )$"
        )
        self._qualifiers = Qualifiers(data["qualifiers"])
        self._reader = PartReader(resources, data, self._qualifiers, loose)
        self._grammar = DateGrammar(data, loose)
        self._check = DateChecks(data, self._qualifiers, loose)

    def cues(self) -> Iterable[Cue]:
        """Month names, weekdays, relative words, unit nouns, ordinals."""
        return self._reader.cues()

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The drafts of one article."""
        matches = self._matches(article, self._reader.read(article))
        if not matches:
            return []
        drafts = readings(article, matches, self._loose)
        for draft in drafts:
            if draft.rule in _QUALIFIED:
                qualifier = self._qualifiers.before(article.text, draft.start)
                if qualifier is not None:
                    draft.fields["qualifier"] = qualifier
        return drafts

    def _matches(self, article: ScannedArticle, parts: list[Part]) -> list[Match]:
        matches: list[Match] = []
        for run, written in self._runs(article, parts):
            codes = written
            if "&" in written and self._opening(article.text, run[0].start):
                # A part of the rule, but not of the expression.
                run.insert(0, Part(run[0].start, run[0].start, "B", None))
                codes = f"B {written}"
            position, size = 0, len(codes)
            find = self._grammar.find
            while position < size and (found := find(codes, position)) is not None:
                position = found.end
                checked = self._check(article, run, found, matches)
                if checked is None and found.ranges:
                    # What is no range may still begin with a date.
                    first = self._grammar.at(codes, found.start)
                    checked = self._check(article, run, first, matches) if first is not None else None
                    position = first.end if first is not None else found.start + 1
                elif found.rule == "year" and codes[position - 1] == "N" and (not checked or checked.rule == "unit"):
                    position = found.start + 1  # المؤتمر العام يوم 8 يناير
                if checked is not None:
                    if checked.rule in _DAY_RANGES:
                        matches.extend(two_anniversaries(checked))
                    elif checked.rule in ("between", "year_range"):
                        matches.extend(two_years(article.text, checked))
                    elif checked.rule in _DAYS_OF_MONTH and not self._in_range(article.text, checked.start):
                        matches.extend(listed_days(article.text, checked))
                    else:
                        matches.append(checked)
        share_years(article.text, matches)
        return matches

    def _opening(self, text: str, start: int) -> re.Match[str] | None:
        """What opens a range that و joins."""
        return self._between_re.search(text, max(0, start - _LONGEST_OPENING), start)

    def _in_range(self, text: str, start: int) -> bool:
        """Whether the days that و joins are a range's ends: `بين 3 و9 مايو`, but not `يومي 3 و9 مايو`."""
        opening = self._opening(text, start)
        return text.endswith("من ", 0, start) if opening is None else opening["days"] is None

    def _runs(self, article: ScannedArticle, parts: list[Part]) -> Iterator[tuple[list[Part], str]]:
        """The parts that stand together, with their codes and the signs of the gaps between them."""
        text, gaps, dull = article.text, self._gaps, self._reader.dull
        run: list[Part] = []
        codes = ""
        end = 0
        for part in parts:
            start, part_end, code, _, _ = part
            sign = _BREAK
            if run and start - end <= LONGEST_GAP:
                sign = gaps.get(text[end:start], _BREAK)
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
