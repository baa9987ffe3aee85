"""Nouns that a conjunction joins to a title's words: how far they reach, if they belong to the title at all."""

from __future__ import annotations

from typing import Final

from extractnews.titles.bodies import BodyReader
from extractnews.titles.complements import ComplementReader
from extractnews.titles.context import TitleContext
from extractnews.titles.lexicon import ADJECTIVAL
from extractnews.titles.modifiers import ModifierReader
from extractnews.words import (
    CLITIC,
    CONJOINED,
    DEFINITE,
    GIVEN,
    KNOWN,
    NATIONALITY,
    NOUN,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

# What is named beside a holder, not of his office: فلان وزير الصحة والوفد المرافق له
_BESIDE: Final = frozenset(("والوفد", "والمتمثله", "والمتمثل", "والمتمثلين"))
_MEN_OF: Final = frozenset(("ورجل", "وسيده"))
_REST: Final = "وسائر"  # انطاكيه وسائر المشرق
_DIRECTIONS: Final = frozenset(("شمالي", "جنوبي", "شرقي", "غربي", "شمال", "جنوب", "شرق", "غرب", "وسط"))
_LONGEST_SINGULAR: Final = 8  # in letters: والمخزون


class CoordinationReader:
    """Reads coordinated nouns (`وزير الثقافة والفنون`، `لجنة رصد ومتابعة انتشار الوباء`).

    Args:
        context: the article.
        before_name: whether the holder's name may follow, so that words that could begin it are left out.
        modifiers: reads the adjectives.
        bodies: reads the organisations.
        complements: reads the chains of nouns.
    """

    def __init__(
        self,
        context: TitleContext,
        before_name: bool,
        modifiers: ModifierReader,
        bodies: BodyReader,
        complements: ComplementReader,
    ) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._before_name = context.heads, context.honorifics, before_name
        self._modifiers, self._bodies, self._complements = modifiers, bodies, complements

    def after_noun(self, position: int) -> int:
        """Index after the noun with its `و` that begins here, the same index where it does not belong to the title."""
        classes, form = self._classes[position], self._forms[position]
        if position in self._honorifics or (self._tokens.peek(position + 1) == "مع" and not classes & NOUN):
            return position
        if form in _BESIDE:
            return position
        place = self._context.place_behind(position) if form[1:] in self._words.places else 0
        if place:
            return position + place  # إفريقيا والشرق الأوسط
        article = form[1:3] == "ال"
        body = self._bodies.body_at(position, 1) if article and classes & KNOWN else 0
        if body:
            return body  # للصليب الأحمر والهلال الأحمر
        if form in self._words.occupations and not form.endswith(("ي", "يه")):
            return position  # مسؤول الملاعب وموظف الاتحاد
        if form in _MEN_OF and self._tokens.peek(position + 1) == "الاعمال":
            return position  # عضو المجلس وسيدة الأعمال
        if form == _REST and position + 1 < self._size and self._classes[position + 1] & (DEFINITE | PLACE):
            return position + 2
        if form[-1] == "ا" and not article and not classes & PLACE and self._tokens.peek(position + 1)[:1] == "ل":
            return position  # وتنفيذا لتوجيهات كذا
        if classes & DEFINITE and not classes & PREPOSED:
            national = position + 1 < self._size and bool(self._classes[position + 1] & NATIONALITY)
            if national and article and self._modifiers.is_adjective(position + 1):
                return position + 1  # والديار الفلسطينية
            family = classes & KNOWN and not classes & (NOUN | ADJECTIVAL) and not form.endswith("ه")
            # In the nominative they are the verb's subject: وزيرة الصحة والمتطوعون.
            subject = form.startswith("والم") and form.endswith("ون") and len(form) > _LONGEST_SINGULAR
            return position if family or subject else position + 1
        if classes & PLACE or (article and self._modifiers.is_adjective(position + 1)):
            return position + 1  # والصيد البحري
        if article and (self._is_field_joined(position + 1) or self._is_before_holder(position + 1)):
            return position + 1  # والعمران والمدينة
        return self._after_construct(position)

    def _after_construct(self, position: int) -> int:
        """Index after a joined noun without article and its complement (`ومتابعة انتشار الوباء`، `وجنوب أفريقيا`)."""
        classes = self._classes[position]
        if position + 1 >= self._size:
            return position
        shared = self._context.is_open(position - 1)  # مركز تحليل وتبادل المعلومات
        if shared and classes & NOUN and self._context.is_holder_at(position + 1) and position + 1 in self._honorifics:
            return position + 1  # قائد فرقة نجوم وألحان الكابتن فلان
        barred = PREPOSED | POSSESSED | (0 if shared else VERB)
        opens = classes & NOUN and not classes & barred and position + 1 not in self._honorifics
        if not opens and self._forms[position][1:] not in _DIRECTIONS:
            return position
        following = self._classes[position + 1]
        noun = not (following & KNOWN or classes & GIVEN) or following & (NOUN | GIVEN) == NOUN
        if noun and following & (DEFINITE | PLACE) and not following & (CONJOINED | PREPOSED):
            return position + 2
        if opens and shared:
            end = self._complements.after_chain(position + 1, self._forms[position])
            return end if end > position + 1 and not self._context.is_open(end - 1) else position
        if opens and self._context.is_open(position + 1) and position + 2 < self._size:
            closes = self._classes[position + 2] & (DEFINITE | CLITIC | GIVEN) == DEFINITE
            return position + 3 if closes and position + 1 not in self._heads else position
        return position

    def _is_before_holder(self, position: int) -> bool:
        """Whether a comma and the holder's name stand here."""
        return self._before_name and self._complements.is_set_off(position)

    def _is_field_joined(self, position: int) -> bool:
        """Whether `و` joins a definite noun that is no name and no title here."""
        if position >= self._size or position in self._heads or position in self._honorifics:
            return False
        classes = self._classes[position]
        return classes & (CONJOINED | DEFINITE | NOUN | KNOWN | PREPOSED) == CONJOINED | DEFINITE | NOUN

    def after_conjunction(self, position: int) -> int:
        """`الكوارث و الطوارئ`: index after the noun from which its `و` stands apart, the same index where none is."""
        following = position + 1
        if following >= self._size or following in self._heads or following in self._honorifics:
            return position
        classes = self._classes[following]
        definite = classes & DEFINITE and classes & (NOUN | ADJECTIVAL) and not classes & (CONJOINED | PREPOSED)
        if definite:
            return following + 1 if not classes & GIVEN else position
        # وزير الصحة و إصلاح المستشفيات
        plain = classes & (NOUN | VERB | KNOWN | CLITIC | POSSESSED) == NOUN and following + 1 < self._size
        closed = plain and self._classes[following + 1] & (DEFINITE | NOUN | CLITIC | KNOWN) == DEFINITE | NOUN
        return following + 2 if closed else position
