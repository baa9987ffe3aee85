"""The dates near the awards of an article, looked up by their place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from extractnews.article import Draft
from extractnews.extractors.awards.drafts import AwardDraft

_DAY_RE: Final = re.compile(r"(?: في)?(?: (?:يوم|مساء|صباح|ليله))? ?(?:[وفب]?)$|$")
_JOINED_RE: Final = re.compile(r"[ ,]و(?:في|خلال|منذ|بعد|قبل)? ?(?:عام|سنه|موسم|يوم)? ?$")
"""Before a date with which a clause begins."""
_CLAUSE_RE: Final = re.compile(r"[ ,](?:ثم|كما|اما|فيما|بينما|لكن) ")
_WHEN_RE: Final = re.compile(r" ?(?:في|خلال|عن|ل|منذ)? ?(?:عام|سنه|موسم|يوم|مساء|صباح|شهر)? ?")
"""Between an award and the date that is said of it."""
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

    def of_award(self, draft: AwardDraft, verbs: list[int], today: str) -> Draft | None:
        """The date of an award's sentence that stands nearest to it and is not the next award's.

        Args:
            draft: the award.
            verbs: where the verbs of the article's awards begin, sorted.
            today: the article's day, after which nothing has been conferred yet; "" where it is not known.
        """
        first, last = (bisect_left(self._starts, offset) for offset in draft.sentence)
        told = max(draft.end, draft.trigger.end) if draft.trigger else draft.end
        best: Draft | None = None
        least = 0
        for date in self._dates[first:last]:
            behind = date.start >= draft.end
            distance = date.start - draft.end if behind else max(1, draft.start - date.end)
            if behind and _WHEN_RE.fullmatch(self._text, draft.end, date.start):
                distance = 0
            if best is not None and distance >= least:
                continue
            if behind and self._is_of_next(date, told, verbs):
                break  # nor are those behind it ours
            value = date.fields.get("value")
            if draft.status == "conferred" and today and isinstance(value, str) and value > today[: len(value)]:
                continue  # يبقى اللاعب، الفائز بالكأس، حتى العام المقبل
            best, least = date, distance
        return best

    def _is_of_next(self, date: Draft, position: int, verbs: list[int]) -> bool:
        """Whether a date behind an award belongs to the next clause: `نال وساما، وفي عام كذا فاز`."""
        following = bisect_left(verbs, position)
        if following < len(verbs) and (
            verbs[following] < date.start or _JOINED_RE.search(self._text, position, date.start)
        ):
            return True
        return _CLAUSE_RE.search(self._text, position, date.start) is not None
