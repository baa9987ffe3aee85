"""Prepositional phrases that only the holder's name behind them shows to be part of the title."""

from __future__ import annotations

from typing import Final

from extractnews.titles.complements import ParseTitle
from extractnews.titles.context import TitleContext, without_preposition
from extractnews.titles.lexicon import ADJECTIVAL, MARK
from extractnews.words import CONJOINED, DEFINITE, GIVEN, KNOWN, NAME_PART, NOUN, PLACE, PLURAL, PREPOSED, VERB

_MAX_ATTACHED: Final = 7
_ATTACHING: Final = frozenset(("في", "لدي"))
_DIRECTIONS: Final = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط"))
_SONS: Final = frozenset(("بني", "وبني", "ال", "وال"))  # of tribes
_PROPER: Final = KNOWN | NAME_PART | PLACE | CONJOINED


class AttachmentReader:
    """Reads such phrases (`رئيس الوفد السعودي المشارك في البطولة سالم العلي`)."""

    def __init__(self, context: TitleContext) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names

    def after_phrases(self, position: int, parse: ParseTitle) -> int:
        """Index after the prepositional phrases that begin here, 0 unless a holder follows them at once.

        Args:
            position: index of a token.
            parse: reads the holder's next title.
        """
        if not self._opens_phrase(position):
            return 0
        entry = self._honorifics.get(position + 1)
        if entry is not None and not entry.hit.proclitic and self._forms[position][0] == "ب":
            return position + 1 if self._context.name_follows(entry.last) else 0  # ببارق الرائد فلان
        closed, end, limit = False, position, min(self._size, position + _MAX_ATTACHED)
        while end < limit:
            classes = self._classes[end]
            if closed and (end in self._honorifics or classes & (MARK | GIVEN)) and self._context.is_holder_at(end):
                return end
            if closed and end in self._heads and self._is_next_title(end, parse):
                return end
            place = self._context.place_at(end) if self._forms[end] in self._words.places else 0
            barred = end in self._heads or end in self._honorifics
            if not place and (barred or not self._may_attach(end)):
                return 0
            closed = place > 0 or bool(classes & (DEFINITE | PLACE))
            end += place or 1
        return 0

    def opens_proper(self, position: int) -> bool:
        """Whether a word stands here that may go on with a title's proper nouns: a cheap look before `after_proper`."""
        classes, form = self._classes[position], self._forms[position]
        if form[0] == "و" and not classes & ~(_PROPER & ~PLACE):
            return True
        if form[0] == "ب" and not classes:
            return self._is_preposed(position)
        return bool(classes & PLACE) or form in _DIRECTIONS or form in _SONS

    def after_proper(self, position: int) -> int:
        """Index after proper nouns that go on with the title's before an honorific, else 0.

        `رئيس بلدية كذا وكذا المهندس فلان`، `رئيس المقاومة في أبين جنوب اليمن الشيخ فلان`.
        """
        end, limit = position, min(self._size, position + _MAX_ATTACHED)
        while end < limit and end not in self._heads:
            entry = self._honorifics.get(end)
            if entry is not None:
                proper = end > position and not entry.hit.proclitic and not entry.hit.value.ordinary
                return end if proper and self._context.name_follows(entry.last) else 0
            classes = self._classes[end]
            direction = self._forms[end] in _DIRECTIONS and end + 1 < limit and self._classes[end + 1] & PLACE
            if classes & ~_PROPER and not (direction or classes & PLACE or self._forms[end] in _SONS):
                return 0
            end += 1
        return 0

    def _is_next_title(self, position: int, parse: ParseTitle) -> bool:
        """Whether the next title of the holder begins here, and he is named behind it."""
        if self._heads[position].hit.proclitic:
            return False
        title = parse(position, True)
        return title is not None and title.complemented and self._context.name_follows(title.last)

    def _opens_phrase(self, position: int) -> bool:
        """Whether a prepositional phrase begins here that brings no circumstance and nobody spoken to."""
        form, classes = self._forms[position], self._classes[position]
        if form == "من":
            return self._tokens.peek(position + 1) == "اجل"  # رئيس الائتلاف من أجل كذا
        if form == "عن":
            return self._tokens.peek(position + 1) in self._words.fields
        if form in _ATTACHING or self._is_on_noun(position):
            noun = self._tokens.peek(position + 1)
        elif form != "علي" and self._is_preposed(position) and form[0] in "بل" and not classes & CONJOINED:
            noun = without_preposition(form)
            if form[0] == "ل" and classes & ADJECTIVAL and not classes & PLURAL:
                return False  # للاعب فلان
        else:
            return False
        bare = noun.removeprefix("ال")
        excluded = [self._words.addressees, self._words.occupations]
        if form[0] != "ل" or form in _ATTACHING:  # لرعاية الشباب beside برعاية
            excluded.append(self._words.circumstances)
        return not any(word in words for word in (noun, bare, "ال" + bare) for words in excluded)

    def _is_preposed(self, position: int) -> bool:
        """Whether a preposition is joined to the word, before an honorific to an unknown one (`ببارق الرائد فلان`)."""
        classes = self._classes[position]
        return bool(classes & PREPOSED) or (not classes and position + 1 in self._honorifics)

    def _is_on_noun(self, position: int) -> bool:
        """Whether `على` stands here before a definite noun (`المشرف على البرنامج`)."""
        if self._forms[position] != "علي" or position + 1 >= self._size:
            return False
        return self._names.context.is_preposition(position) and bool(self._classes[position + 1] & DEFINITE)

    def _may_attach(self, position: int) -> bool:
        """Whether the word may stand inside such a phrase."""
        classes = self._classes[position]
        if self._forms[position] in _ATTACHING or self._forms[position] in ("من", "عن", "علي"):
            return True
        if self._forms[position] == "اجل":
            return self._forms[position - 1] == "من"
        if self._forms[position] in self._names.context.words.stops or classes & MARK:
            return False
        if classes == DEFINITE | PREPOSED:
            return True  # المدير التنفيذي لقطاع الإمداد بالعلياني
        return bool(classes & (NOUN | ADJECTIVAL | PLACE)) and (not classes & VERB or bool(classes & DEFINITE))
