"""The dates near the awards of an article, looked up by their place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from extractnews.article import Draft
from extractnews.linking.awards.mentions import Place

_DAY_RE: Final = re.compile(r"(?: في)?(?: (?:يوم|مساء|صباح|ليله))? ?(?:[وفب]?)$|$")
_DAYS: Final = ("", "يوم", "مساء", "صباح")


class Dates:
    """Looks up what the extractor of dates found.

    Args:
        text: the folded text.
        dates: the dates, sorted.
    """

    def __init__(self, text: str, dates: list[Draft]) -> None:
        self._text = text
        self._dates = dates
        self._starts = [draft.start for draft in dates]

    def any_at(self, position: int) -> bool:
        """Whether a date begins at an offset."""
        index = bisect_left(self._starts, position)
        return index < len(self._dates) and self._starts[index] == position

    def is_date(self, start: int, end: int) -> bool:
        """Whether a phrase is nothing but a date."""
        index = bisect_left(self._starts, start)
        return index < len(self._dates) and self._starts[index] == start and self._dates[index].end >= end

    def before(self, start: int, end: int) -> int:
        """Where a phrase ends that a date follows (`فاز الممثل فلان الأحد`); a bare year may be part of a name."""
        for index in range(bisect_right(self._starts, start + 2), bisect_left(self._starts, end)):
            date = self._dates[index]
            if not self._text[date.start : date.end].isdigit():
                return date.start - len(_DAY_RE.search(self._text[start : date.start])[0])  # type: ignore[index]
        return end

    def after(self, start: int, end: int) -> int:
        """The offset after a date that begins at an offset, with `يوم` before it; the offset itself where none does."""
        index = bisect_left(self._starts, start)
        if index < len(self._dates) and self._text[start : self._starts[index]].strip() in _DAYS:
            start = min(end, self._dates[index].end)
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip(" ,"))
        return start

    def behind(self, position: int) -> int:
        """The offset after a date in whose middle an offset lies (`3 مايو/أيار`), else the same offset."""
        index = bisect_right(self._starts, position) - 1
        within = index >= 0 and self._starts[index] < position < self._dates[index].end
        return self._dates[index].end + 1 if within else position

    def nearest(self, position: int, sentence: Place) -> Draft | None:
        """The date of a sentence that begins nearest to an offset."""
        first, last = (bisect_left(self._starts, offset) for offset in sentence)
        return min(self._dates[first:last], key=lambda each: abs(each.start - position), default=None)
