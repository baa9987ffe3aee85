"""Where the verbs of one article stand that can tell of an award: of conferring, of going to somebody, of totals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.extractors.awards.words import Trigger

_BEHIND: Final = 180
"""Letters after an award in which a verb may stand that confers it."""
_TRIED: Final = 4
"""Verbs before an award that are looked at."""


def conferring_hits(article: ScannedArticle) -> list[Hit]:
    """The hits of verbs of conferring: `منحه`, but not `منحة`, which is folded alike."""
    text = article.text
    return [
        hit
        for hit in article.hits("award.verb")
        if not hit[3].pronoun or text[hit[1] - 1] != "ه" or "ة" not in article.view.written(hit[1] - 1, hit[1])
    ]


class AwardVerbs:
    """Looks the verbs of an article up by their place.

    Args:
        article: the article.

    Attributes:
        conferring: the verbs of conferring, in order.
        taking: the verbs whose subject the award is (`عادت الجائزة إلى`), in order.
    """

    def __init__(self, article: ScannedArticle) -> None:
        self.conferring = _longest(conferring_hits(article))
        self.taking = _longest(article.hits("award.followed"))
        self._totals = _longest(article.hits("award.total"))
        self._conferring_ends = [hit.end for hit in self.conferring]
        self._taking_starts = [hit.start for hit in self.taking]
        self._taking_ends = {hit.end for hit in self.taking}
        self._total_ends = [hit.end for hit in self._totals]
        self._winning = {hit.start for hit in self.conferring if _is_winning(hit.value)}
        self._starts = sorted(hit.start for hit in (*self.conferring, *self.taking, *self._totals))

    def any_near(self, hit: Hit, sentence: tuple[int, int]) -> bool:
        """Whether any verb stands before an item in its sentence, or soon behind it."""
        index = bisect_right(self._starts, hit.start)
        if index > 0 and self._starts[index - 1] >= sentence[0]:
            return True
        return index < len(self._starts) and self._starts[index] < min(sentence[1], hit.end + _BEHIND)

    def conferring_before(self, position: int) -> list[Hit]:
        """The last verbs of conferring that end before an offset, the nearest first."""
        index = bisect_right(self._conferring_ends, position)
        return self.conferring[max(0, index - _TRIED) : index][::-1]

    def conferring_after(self, position: int) -> Hit | None:
        """The first verb of conferring that ends behind an offset."""
        index = bisect_right(self._conferring_ends, position)
        return self.conferring[index] if index < len(self.conferring) else None

    def wins_at(self, position: int) -> bool:
        """Whether a verb begins at an offset that can be nothing but the past of winning or getting."""
        return position in self._winning

    def taking_from(self, position: int) -> list[Hit]:
        """The verbs whose subject an award is, from an offset on."""
        return self.taking[bisect_left(self._taking_starts, position) :]

    def taking_ends_at(self, position: int) -> bool:
        """Whether a verb whose subject an award is ends at an offset."""
        return position in self._taking_ends

    def total_before(self, position: int) -> Hit | None:
        """The last word of a total that ends before an offset."""
        index = bisect_right(self._total_ends, position) - 1
        return self._totals[index] if index >= 0 else None

    def total_between(self, start: int, end: int) -> bool:
        """Whether a word of a total ends between two offsets."""
        return bisect_right(self._total_ends, end) > bisect_right(self._total_ends, start)


def _is_winning(trigger: Trigger) -> bool:
    """Whether a form can be nothing but the past of winning or getting."""
    return trigger.role == "get" and trigger.form == "past" and not (trigger.masdar or trigger.weak or trigger.beside)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits of one reading each: where two begin at the same letter or lie in each other, the longer."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
