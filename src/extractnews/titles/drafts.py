"""Titles as they stand in a record: role, status, organisation and place."""

from __future__ import annotations

from typing import Any, Final

from extractnews.article import Draft, SpanRef
from extractnews.titles.context import TitleContext
from extractnews.titles.heads import TitlePhrase
from extractnews.titles.lexicon import CHARGED
from extractnews.words import CONJOINED, DEFINITE, GIVEN, KNOWN, NATIONALITY, PLACE, PREPOSED

# What somebody does who stands in: المدير المكلف بتسيير الشركة.
_STANDING_IN: Final = frozenset(("بتسيير", "بمهام", "باعمال", "بعمل", "باداره"))
_OF_AFFAIRS: Final = frozenset(("شؤون", "شئون", "لشؤون", "لشئون", "للشؤون", "للشئون"))
_BOYS: Final = "بنين"  # للشؤون التعليمية بنين
# المنطقة الشمالية الغربية: no place of the second's name.
_QUARTERS: Final = frozenset(("الشماليه", "الجنوبيه"))


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
        forms = self._tokens.forms
        if self._words.status.isdisjoint(forms[first:last]):
            return None
        for index in range(first, last):
            if forms[index] in self._words.former:
                return "former"
            if forms[index] in self._words.acting and not self._is_of_office(index, last):
                return "acting"
        return None

    def _is_of_office(self, index: int, last: int) -> bool:
        """Whether a word that says `acting` says something else: what one is charged with, or of what kind a body is.

        `الوزير المكلف بالعلاقات مع البرلمان` beside `مدير الإدارة المكلف بوزارة كذا`; `المجلس الانتقالي`.
        """
        form = self._tokens.forms[index]
        if form not in CHARGED:
            return self._context.is_in_body(index)
        following = index + 1
        if following >= last:
            return False
        duty = self._tokens.forms[following]
        if duty in _OF_AFFAIRS:
            return True
        if duty[0] != "ب" or duty in _STANDING_IN or self._tokens.classes[following] & PLACE:
            return False
        return self._tokens.starts[following] + 1 not in self._context.bodies

    def _place(self, first: int, last: int) -> SpanRef | None:
        """The last place or definite nationality among the title's words."""
        for index in range(last - 1, first - 1, -1):
            place = self._context.place_to(first, index + 1)
            if place is not None:
                return place
            classes = self._tokens.classes[index]
            if not classes & (PLACE | NATIONALITY) or (classes & NATIONALITY and not classes & DEFINITE):
                continue
            if self._tokens.forms[index] not in self._words.placeless and not self._is_placeless(index):
                clitic = 1 if classes & (CONJOINED | PREPOSED) else 0
                return SpanRef(self._tokens.starts[index] + clitic, self._tokens.ends[index])
        return None

    def _is_placeless(self, index: int) -> bool:
        """Whether a place's name is a person's (`مركز الملك فيصل`), the second of two quarters or a common noun."""
        before, form = index - 1, self._tokens.forms[index]
        if self._tokens.classes[index] & (KNOWN | NATIONALITY | CONJOINED | PREPOSED) in (GIVEN, KNOWN):
            head = self._context.heads.get(before)
            if before in self._context.honorifics or (head is not None and head.hit.article):
                return True
        if form == _BOYS:
            return bool(self._tokens.classes[before] & DEFINITE)
        return form[-2:] == "يه" and self._tokens.forms[before] in _QUARTERS
