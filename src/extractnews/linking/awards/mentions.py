"""The officials and bodies near the awards of an article, looked up by their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extractnews.article import Draft, Found, SpanRef
from extractnews.normalise import fold

Place = tuple[int, int]
"""Start and end of a phrase in the view."""

_REACH: Final = 700
"""Letters around an award in which its giver and recipient are looked for."""
_TITLE_REACH: Final = 80
_RULERS: Final = ("الرئيس", "الملك", "السلطان")
_RANKS: Final = tuple(
    f"{rank} " for rank in ("اللواء", "الفريق", "العميد", "العقيد", "المقدم", "الرائد", "النقيب", "الملازم")
)
"""A ruler, and ranks that he has not got himself."""


def place_of(span: object) -> Place | None:
    """The offsets that a draft's field holds, None where it holds none."""
    return (span[0], span[1]) if isinstance(span, SpanRef) else None


class Mentions:
    """Looks up what the extractors of officials and organisations found.

    Args:
        text: the folded text.
        found: the drafts of the other types.
        awards: where the awards begin, sorted.
    """

    def __init__(self, text: str, found: Found, awards: list[int]) -> None:
        self._text = text
        self._awards = awards
        self._officials = [(draft.start, draft.end) for draft in found.get("officials", ())]
        self._official_starts = [start for start, _ in self._officials]
        mentions = (draft for kind in ("organisations", "officials") for draft in found.get(kind, ()))
        self._drafts = sorted((draft for draft in mentions if self._is_near(draft.start)), key=lambda each: each.start)
        self._draft_starts = [draft.start for draft in self._drafts]
        self._named = sorted(_with_titles(draft, text) for draft in self._drafts)
        self._named_starts = [start for start, _ in self._named]
        self._rulers = dict(pair for draft in self._drafts for pair in _ruler(draft, text))
        self._bare = {title: rank for draft in self._drafts for title, rank in _bare_office(draft, text)}
        self._offices = sorted({start for draft in self._drafts for start in _offices_after(draft)})
        self._ranks = {rank for draft in self._drafts if (rank := _rank_after_title(draft, text)) is not None}

    def _is_near(self, position: int) -> bool:
        """Whether an award stands so near that a name there could have to do with it."""
        index = bisect_right(self._awards, position)
        before = index > 0 and position - self._awards[index - 1] < _REACH
        return before or (index < len(self._awards) and self._awards[index] - position < _REACH)

    def officials_in(self, start: int, end: int) -> list[Place]:
        """The officials' names that begin between two offsets."""
        return self._officials[bisect_left(self._official_starts, start) : bisect_left(self._official_starts, end)]

    def official_around(self, position: int) -> Place | None:
        """The official's name in which an offset lies."""
        before = bisect_right(self._official_starts, position) - 1
        return self._officials[before] if before >= 0 and position < self._officials[before][1] else None

    def in_official(self, position: int) -> bool:
        """Whether an offset lies in an official's name, or in the titles right before it."""
        if self.official_around(position) is not None:
            return True
        named = self.last_named(position)
        return named is not None and named[0] < position < named[1] and bool(self.officials_in(position, named[1]))

    def named_in(self, start: int, end: int) -> list[Place]:
        """The officials, with their titles, and bodies that begin between two offsets."""
        return self._named[bisect_left(self._named_starts, start) : bisect_left(self._named_starts, end)]

    def last_named(self, position: int) -> Place | None:
        """The last official or body that begins at an offset or before it."""
        index = bisect_right(self._named_starts, position) - 1
        return self._named[index] if index >= 0 else None

    def second_office(self, position: int) -> int | None:
        """Where the second office begins of `الملك رئيس الأركان فلان` at an offset, None where it names one person."""
        return self._rulers.get(position)

    def second_rank(self, position: int) -> int | None:
        """Where the rank or honorific begins behind an office of one word at an offset: `الوزيرة الدكتور فلان`."""
        return self._bare.get(position)

    def is_rank(self, position: int) -> bool:
        """Whether a rank stands at an offset between an office and the name: `رئيس الأركان اللواء فلان`."""
        return position in self._ranks

    def is_office(self, position: int) -> bool:
        """Whether an office begins at an offset that follows its holder's name: `فلانة، وزيرة الاقتصاد`."""
        index = bisect_left(self._offices, position)
        return index < len(self._offices) and self._offices[index] == position

    def office_after(self, position: int) -> int | None:
        """Where the first office behind an offset begins that follows its holder's name."""
        index = bisect_right(self._offices, position)
        return self._offices[index] if index < len(self._offices) else None

    def entities_in(self, place: Place) -> tuple[str, ...]:
        """Who is named in a role's phrase: the officials in it, else the bodies with which it begins or goes on."""
        start, end = place
        inside = self._drafts[bisect_left(self._draft_starts, start - 2) : bisect_left(self._draft_starts, end)]
        people = [draft for draft in inside if "titles" in draft.fields and draft.start >= start]
        bodies = [
            draft
            for draft in inside
            if "titles" not in draft.fields
            and not draft.fields.get("nested")
            and (abs(draft.start - start) <= 2 or self._text[draft.start - 2 : draft.start] in (" و", ", "))
        ]
        return tuple(dict.fromkeys(draft.fields["entity"] for draft in people or bodies if draft.fields.get("entity")))


def _with_titles(draft: Draft, text: str) -> Place:
    """A named thing's place; an official's with the honorific and titles right before the name."""
    start = draft.start
    for title in draft.fields.get("titles") or ():
        if isinstance(title, Draft) and 0 <= start - title.end <= 2:
            start = title.start
    honorific = _honorific_before(draft, text, start)
    return (start if honorific is None else honorific), draft.end


def _honorific_before(draft: Draft, text: str, position: int) -> int | None:
    """Where an official's honorific or rank begins that ends before an offset."""
    honorific = draft.fields.get("honorific")
    if not isinstance(honorific, str):
        return None
    before = text[max(0, position - _TITLE_REACH) : position].rstrip()
    return text.rindex(fold(honorific), 0, position) if before.endswith(fold(honorific)) else None


def _offices_after(draft: Draft) -> Iterator[int]:
    """Where the offices after an official's name begin: `فلانة، وزيرة الاقتصاد، رئيسة الوفد`."""
    for title in draft.fields.get("titles") or ():
        if isinstance(title, Draft) and title.start > draft.end:
            yield title.start


def _ruler(draft: Draft, text: str) -> Iterator[tuple[int, int]]:
    """Where `الملك رئيس الأركان فلان` begins, and where its second office does: after a verb they are two persons."""
    titles = [
        title for title in draft.fields.get("titles") or () if isinstance(title, Draft) and title.end <= draft.start
    ]
    for first, second in pairwise(titles):
        word = text[first.start : first.end]
        if second.start == first.end + 1 and word.startswith("ال") and " " not in word:
            yield first.start, second.start
    rank = _rank_after_title(draft, text) if len(titles) == 1 else None
    if rank is None:
        return
    title = text[titles[0].start : titles[0].end]
    feminine = text.find("ه ", rank, draft.start) == text.find(" ", rank) - 1
    apart = text.startswith("ال", rank) and feminine != title.partition(" ")[0].endswith("ه")
    if apart or (title in _RULERS and text.startswith(_RANKS, rank)):
        yield titles[0].start, rank  # الرئيس اللواء فلان, الوزيرة الدكتور فلان


def _bare_office(draft: Draft, text: str) -> Iterator[tuple[int, int]]:
    """Where an office of one word begins that may be another's than the official's, and the rank behind it."""
    titles = [title for title in draft.fields.get("titles") or () if isinstance(title, Draft)]
    before = [title for title in titles if title.end <= draft.start]
    rank = _rank_after_title(draft, text) if len(before) == 1 else None
    if rank is not None and " " not in text[before[0].start : before[0].end] and text.startswith("ال", before[0].start):
        yield before[0].start, rank


def _rank_after_title(draft: Draft, text: str) -> int | None:
    """The offset of an official's rank that stands between his office and his name, None where there is none."""
    rank = _honorific_before(draft, text, draft.start)
    if rank is None:
        return None
    titles = (title for title in draft.fields.get("titles") or () if isinstance(title, Draft))
    return rank if any(0 <= rank - title.end <= 2 for title in titles) else None
