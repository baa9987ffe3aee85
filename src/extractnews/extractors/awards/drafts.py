"""The draft of an award, with what the rules and the linking have to know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extractnews.article import Draft, Hit, ScannedArticle
from extractnews.extractors.awards.words import ItemForm, Status
from extractnews.normalise import dediac
from extractnews.numerals import Number

_TATWEEL: Final = "\u0640"


@dataclass(slots=True)
class AwardDraft(Draft):
    """A draft with what the linking needs to know.

    Attributes:
        form: the item as found.
        number: the number that stands with it.
        noun: offsets of the item noun itself, with its article.
        definite: whether it has the article.
        left: offset where the phrase begins with what stands before it (`نحو`, `ب`).
        trigger: the conferring verb's hit, None where the award stands in a list or a total.
        head: the award whose verb this one shares, None for the first of a list.
        marker: the preposition before the phrase.
        joined: whether و stands before it.
        placed: whether it came with a place in a race (`المركز الأول والميدالية الذهبية`).
        sentence: offsets of the sentence.
        how: `vague` where words before it say that there are several, `one` for one of several.
        verb_end: offset after the verb whose subject the award is (`الجائزة عادت إلى`), 0 where there is none.
        own: where a member of a list has a recipient of its own, the offsets of that recipient.
        status: whether it was conferred.
        previous: the award before it in the article, once the linking has begun.
        guessed: whether the linking took for its recipient what may be the giver.
    """

    form: ItemForm = field(kw_only=True)
    number: Number | None = None
    noun: tuple[int, int] = (0, 0)
    definite: bool = False
    left: int = 0
    trigger: Hit | None = None
    head: AwardDraft | None = None
    marker: str = ""
    joined: bool = False
    placed: bool = False
    sentence: tuple[int, int] = (0, 0)
    how: str = ""
    verb_end: int = 0
    own: tuple[int, int] | None = None
    status: Status = "conferred"
    previous: AwardDraft | None = None
    guessed: bool = False


def chain(draft: AwardDraft | None) -> Iterator[AwardDraft]:
    """An award and those of its list before it."""
    while draft is not None:
        yield draft
        draft = draft.head


def bare_letters(article: ScannedArticle, start: int, end: int) -> str:
    """The original's letters between two offsets of the view, without diacritics, tatweel and spaces at the edges."""
    return dediac(article.view.written(start, end)).replace(_TATWEEL, "").strip() if start < end else ""
