"""The grammar of a title: a head noun, its modifiers, and its complement to the right length."""

from __future__ import annotations

from typing import Final

from extractnews.titles.attachments import AttachmentReader
from extractnews.titles.bodies import BodyReader
from extractnews.titles.complements import ComplementReader, ParseTitle
from extractnews.titles.context import TitleContext
from extractnews.titles.extensions import ExtensionReader
from extractnews.titles.heads import Head, TitlePhrase, is_definite
from extractnews.titles.lexicon import ADJECTIVAL, TitleForm
from extractnews.titles.modifiers import ModifierReader
from extractnews.words import CLITIC, DEFINITE, GIVEN, KNOWN, MAYBE_NAME, NAME_PART, NATIONALITY, NOUN, PLACE

_DEEPEST: Final = 12
_SERVING: Final = frozenset(("معاون", "مستشار", "نائب", "سكرتير"))  # somebody named (مستشار سالم العلي)


def _serves(form: TitleForm) -> bool:
    """Whether a person may complete a head (`مستشار فلان`, `أحد مساعدي فلان`); `مساعد` alone is a given name too."""
    return form.state == "construct" or (form.role in _SERVING and form.state == "plain")


class _PhraseReader:
    """The readers of what follows a head, with the holder's name behind it or without."""

    def __init__(self, context: TitleContext, before_name: bool, parse: ParseTitle) -> None:
        self.modifiers = ModifierReader(context, before_name)
        bodies = BodyReader(context, before_name)
        self.complements = ComplementReader(context, before_name, bodies, parse)
        self.extensions = ExtensionReader(context, before_name, self.modifiers, bodies, self.complements, parse)


class TitleGrammar:
    """Reads titles in the tokens of one article.

    Args:
        context: the article.
    """

    def __init__(self, context: TitleContext) -> None:
        self._context, self._tokens = context, context.tokens
        self._forms, self._classes = context.tokens.forms, context.tokens.classes
        self._heads, self._words = context.heads, context.words
        self._readers: dict[bool, _PhraseReader] = {}
        self._attachments = AttachmentReader(context)
        self._depth = 0  # of titles in the complements of titles
        self._parsed: tuple[dict[int, TitlePhrase | None], dict[int, TitlePhrase | None]] = ({}, {})

    def close(self) -> None:
        """Let go of the readers, which hold the grammar: what is made for an article is freed by its count."""
        self._readers.clear()

    def _phrase_reader(self, before_name: bool) -> _PhraseReader:
        """A reader of phrases, made at first use: most articles need only the one with a name after the title."""
        reader = self._readers[before_name] = _PhraseReader(self._context, before_name, self.parse)
        return reader

    def parse(self, index: int, before_name: bool) -> TitlePhrase | None:
        """The title whose head is the token at `index`.

        Args:
            index: index of a token in `heads`.
            before_name: whether a name may follow, so that words that could begin it are left out.
        """
        parsed = self._parsed[before_name]
        if index in parsed:
            return parsed[index]
        if self._depth == _DEEPEST:
            return None
        self._depth += 1
        title = parsed[index] = self._parse(index, before_name)
        self._depth -= 1
        return title

    def attached(self, position: int, title: TitlePhrase) -> int:
        """Index after words that begin here and belong to the title before them, as the holder right after them shows.

        0 where there are none: `رئيس الوفد السعودي المشارك في البطولة سالم العلي`.
        """
        before = title.index - 1
        if before >= 0 and self._forms[before] in self._words.meeting_verbs:
            return 0
        if self._attachments.opens_proper(position):
            end = self._attachments.after_proper(position)
            if end:
                return end
        return self._attachments.after_phrases(position, self.parse)

    def to_holder(self, position: int) -> int:
        """Index after the prepositional phrases that begin here, 0 unless a holder follows them at once."""
        return self._attachments.after_phrases(position, self.parse)

    def may_be_attached(self, position: int) -> bool:
        """Whether the word here may belong to the title before it though its classes do not show it."""
        return self._attachments.opens_proper(position)

    def _parse(self, index: int, before_name: bool) -> TitlePhrase | None:
        """The title whose head is at `index`: how far it reaches, whether it is one, and whether it is whole."""
        head = self._heads[index]
        form: TitleForm = head.hit.value
        definite = is_definite(self._tokens, head)
        reader = self._readers.get(before_name) or self._phrase_reader(before_name)
        position = head.last
        if definite and reader.modifiers.is_feminine_behind_man(index, position):
            return None
        if form.epithets and self._tokens.peek(position) in form.epithets:
            position += 1
        position = reader.modifiers.after_head(position, definite)
        if form.adjectives and definite and position > head.last and self._forms[head.last] not in form.adjectives:
            return None  # الممثل القدير
        if definite:
            end = reader.extensions.extend(position, form, needy=not self._names_country(head.last, position))
        elif self._is_possessed_feminine(head) and (position in self._heads or self._after_person(position)):
            end = position  # نائبه ولي العهد، زعيمه سالم العلي
        elif _serves(form) and self._after_person(position):
            end = self._after_person(position)  # مستشار سالم العلي
        else:
            end = reader.complements.after_chain(position)
            end = reader.extensions.extend(end, form, needy=end == position or self._is_attribute(position, end))
        if not self._is_title(head, definite, position, end):
            return None
        if not definite and end == head.last and self._shares_complement(end):
            return TitlePhrase(head.hit.start, index, head.last, end, form, False, True, True, False)
        complemented = end > head.last or head.last - index > 1
        if not definite and not complemented and self._is_possessed_feminine(head):
            complete = definite = True
        else:
            complete = complemented or form.state == "possessed" or (definite and form.use == "bare")
        if form.use == "attributive" and definite and not complemented:
            complete = form.state == "possessed"
        inner = not definite and self._has_inner_title(position, end)
        return TitlePhrase(head.hit.start, index, head.last, end, form, definite, complete, complemented, inner)

    def _is_title(self, head: Head, definite: bool, position: int, end: int) -> bool:
        """Whether a head's modifiers, up to `position`, and its complement, up to `end`, are what its form asks for."""
        form: TitleForm = head.hit.value
        if form.needs_title and head.last not in self._heads:
            return False
        if form.within and form.within.isdisjoint(self._forms[head.last : end]):
            return False
        if form.use == "possessed" and not self._names_country(head.last, end):
            return False
        if not form.nationality and end == position and self._names_country(head.last, position):
            return False
        return definite or not self._is_given_name(head, end) or self._context.body_in(head.last, end) is not None

    def _after_person(self, position: int) -> int:
        """Index after a known name of two words or more that begins here and has no title behind it, else 0."""
        names = self._context.names
        given = self._classes[position] & (GIVEN | NAME_PART | DEFINITE | CLITIC) in (GIVEN, NAME_PART)
        if position in self._heads or not (given or names.context.is_given_of_god(position)):
            return 0
        name = names.after(position)
        return name.last if name is not None and name.known > 1 and name.last not in self._heads else 0

    def _is_attribute(self, first: int, last: int) -> bool:
        """Whether what follows an indefinite head is one adjective, so that its complement is still to come."""
        classes = self._classes[first]
        return last == first + 1 and bool(classes & ADJECTIVAL) and not classes & (DEFINITE | PLACE | KNOWN)

    def _shares_complement(self, position: int) -> bool:
        """Whether a coordinated title here brings the complement of the bare one before it (`إمام وخطيب المسجد`)."""
        head = self._heads.get(position)
        if head is None or head.hit.proclitic != "و" or head.hit.article:
            return False
        title = self.parse(position, before_name=True)
        return title is not None and title.complemented and not title.definite

    def _has_inner_title(self, first: int, last: int) -> bool:
        """Whether a title's complement, which begins at `first`, is a preposition with a title after it."""
        for index in range(first, min(first + 2, last)):
            head = self._heads.get(index)
            if head is not None:
                return "ل" in (head.hit.proclitic, head.hit.article) or self._forms[index - 1] == "باسم"
        return False

    def _names_country(self, first: int, last: int) -> bool:
        """Whether a nationality is among the words."""
        return any(self._classes[index] & NATIONALITY for index in range(first, last))

    def _is_given_name(self, head: Head, end: int) -> bool:
        """Whether the head is a given name here, and its complement the family name (`أمين العمري`)."""
        if not self._classes[head.last - 1] & (KNOWN | MAYBE_NAME) or end - head.last != 1:
            return False
        complement = self._classes[head.last]
        if complement & (PLACE | DEFINITE) == PLACE | DEFINITE:
            return False  # أمير الرياض
        return not complement & (NOUN | PLACE | ADJECTIVAL) or bool(complement & KNOWN)

    def _is_possessed_feminine(self, head: Head) -> bool:
        """Whether ـه, folded with ـة, is the pronoun (`نائبه سالم`)."""
        if self._tokens.text[head.hit.end - 1] != "ه":
            return False
        return self._tokens.written(head.hit.start, head.hit.end)[-1] == "ه"
