"""Titles as they stand in a record: role, status, organisation and place."""

from __future__ import annotations

from typing import Any

from extractnews.article import Draft, SpanRef
from extractnews.titles.context import TitleContext
from extractnews.titles.heads import TitlePhrase
from extractnews.words import CONJOINED, DEFINITE, NATIONALITY, PLACE, PREPOSED


class TitleDrafts:
    """Turns titles that have been read into nested drafts."""

    def __init__(self, context: TitleContext) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words

    def draft(self, title: TitlePhrase) -> Draft:
        """The title as a nested draft."""
        fields: dict[str, Any] = {"role": title.form.role}
        status = self._status(title.index, title.last)
        if status:
            fields["status"] = status
        body = self._context.body_in(title.first, title.last)
        if body:
            fields["organisation"] = body
        place = self._place(title.first, title.last)
        if place:
            fields["place"] = place
        return Draft(title.start, self._tokens.ends[title.last - 1], "", fields)

    def _status(self, first: int, last: int) -> str | None:
        """`former` or `acting`, as the first word that says either (`رئيس الوزراء السابق`)."""
        forms = self._tokens.forms[first:last]
        if self._words.status.isdisjoint(forms):
            return None
        word = next(form for form in forms if form in self._words.status)
        return "former" if word in self._words.former else "acting"

    def _place(self, first: int, last: int) -> SpanRef | None:
        """The last place or definite nationality among the title's words."""
        for index in range(last - 1, first - 1, -1):
            place = self._context.place_to(first, index + 1)
            if place is not None:
                return place
            classes = self._tokens.classes[index]
            if not classes & (PLACE | NATIONALITY) or (classes & NATIONALITY and not classes & DEFINITE):
                continue
            if self._tokens.forms[index] not in self._words.placeless:
                clitic = 1 if classes & (CONJOINED | PREPOSED) else 0
                return SpanRef(self._tokens.starts[index] + clitic, self._tokens.ends[index])
        return None
