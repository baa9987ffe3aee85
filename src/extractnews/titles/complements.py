"""The complement of a title's head: the chain of nouns behind it, up to the one that closes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extractnews.names.lexicon import LINEAGE
from extractnews.titles.bodies import BodyReader
from extractnews.titles.context import TitleContext
from extractnews.titles.heads import TitlePhrase
from extractnews.titles.lexicon import ADJECTIVAL, MARK
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    KNOWN,
    LATIN,
    NAME_PART,
    NOUN,
    NUMBER,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

_PAPERS: Final = frozenset(("صحيفه", "جريده", "قناه", "بصحيفه", "بجريده", "بقناه"))
_MARKS: Final = frozenset(",.-:(")
_MAX_PHRASE: Final = 30
_PRONOUNS: Final = frozenset(("هم", "هما", "هن"))  # أعضاء هم فلان وفلان
_LEVELS: Final = frozenset(("مقاطعه", "محافظه", "اقليم", "منطقه", "بلديه", "بلده", "دائره", "حي"))
_PLACE_ENDS: Final = frozenset((",", ";", ".", ")", "-", "\n", ""))
_DEMONSTRATIVES: Final = frozenset(("هذا", "هذه", "تلك"))
# Behind a demonstrative, as the nouns of time that end names, they say when something was said.
_TIMES: Final = frozenset(("اليوم", "الصباح", "المساء", "المره", "المرحله", "الايام", "اللحظه", "الساعه"))

_Link = tuple[int, bool]
"""How many tokens the next link of a chain has, 0 where the chain is over, and whether the link closes the chain."""
_NO_LINK: Final[_Link] = (0, True)
_LAST_WORD: Final[_Link] = (1, True)

ParseTitle = Callable[[int, bool], TitlePhrase | None]
"""Reads the title inside a title whose head is the token at an index; the flag says whether a name may follow."""


class ComplementReader:
    """Reads complements (`وزير الخارجية`، `مدير مكتب رئيس اللجنة`).

    Args:
        context: the article.
        before_name: whether the holder's name may follow, so that words that could begin it are left out.
        bodies: reads the organisations in the chain.
        parse: reads the titles in the chain.
    """

    def __init__(self, context: TitleContext, before_name: bool, bodies: BodyReader, parse: ParseTitle) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._name_words = context.names.context.words
        self._before_name, self._bodies, self._parse = before_name, bodies, parse

    def after_chain(self, position: int, noun_before: str = "") -> int:
        """Index after the chain of nouns that begins at `position`, up to the one that closes it.

        Args:
            position: index of a token.
            noun_before: the noun before it, which it completes.
        """
        start = position
        while position < self._size and position - start < _MAX_PHRASE:
            offset, form = self._tokens.starts[position], self._forms[position]
            if offset in self._context.documents or (form == "منصب" and position > start):
                break
            body = self._bodies.body_at(position) if offset in self._context.bodies else 0
            if body:
                named = self._before_name and self._is_known_name(body)
                if not self._context.is_open(body - 1) or named or self._is_object(body):
                    return body
                noun_before, position = self._forms[body - 1], body
                continue
            if form == '"':
                return self._bodies.after_quotation(position)
            if form == "(":
                return self._after_bracketed_body(position)
            if position in self._heads and noun_before not in self._words.named_after:
                if position > start and self._is_closed_place(position - 1):
                    break  # محافظ جدة رئيس اللجنة
                inner = self.inner_title(position)
                if inner:
                    return inner
            if form in self._words.styles and position + 1 in self._heads and self._is_construct(position - 1):
                inner = self.inner_title(position + 1)
                if inner:
                    return inner
            step, closed = self._link(position, position == start, noun_before)
            position += step
            if closed:
                break
            noun_before = form
        return position

    def _after_bracketed_body(self, position: int) -> int:
        """Index after a body's name in brackets that completes a noun (`مدير عمليات (أونروا)`), else the same."""
        if position + 1 >= self._size or not self._is_construct(position - 1):
            return position
        if self._classes[position + 1] & LATIN or self._forms[position - 1].startswith("لل"):
            return position  # a gloss (الاتحاد الأوروبي للعبة (يويفا))
        end = self._bodies.body_at(position + 1)
        if not end and self._classes[position - 1] & PREPOSED:  # المدير التنفيذي لمبادرة (إرادة)
            end = next((i for i in range(position + 2, min(self._size, position + 5)) if self._forms[i] == ")"), 0)
        return end + 1 if end and self._tokens.peek(end) == ")" else position

    def _is_known_name(self, position: int) -> bool:
        """Whether two words that the lexicon knows as names stand here (`حركة حماس خالد العلي`)."""
        name = self._names.after(position)
        return name is not None and name.known > 1

    def _is_object(self, position: int) -> bool:
        """Whether two words without article follow, which complete no noun of a body (`جريدة عكاظ كلمة شكر`)."""
        if position + 1 >= self._size or not self._classes[position] & NOUN:
            return False
        completing = DEFINITE | PLACE | KNOWN
        return not (self._classes[position] | self._classes[position + 1]) & completing

    def _is_closed_place(self, position: int) -> bool:
        """Whether the token is a place that a title closes with, though it is a noun too (`محافظ جدة`)."""
        place = self._classes[position] & (PLACE | CONJOINED | PREPOSED) == PLACE
        return place and position - 1 in self._heads

    def _is_construct(self, position: int) -> bool:
        """Whether the token is a head or noun without article (`مستشار سمو وزير الداخلية`)."""
        head = self._heads.get(position)
        if head is None:
            return self._context.is_open(position)
        return not head.hit.article and head.hit.value.state == "plain"

    def inner_title(self, position: int) -> int:
        """Index after the title in a title whose head stands here, 0 where it is none (`مدير مكتب رئيس اللجنة`)."""
        if self._heads[position].hit.proclitic:
            return 0
        inner = self._parse(position, self._before_name)
        if inner is None or not (inner.complemented or inner.definite):
            return 0
        return inner.last

    def _link(self, position: int, first: bool, noun_before: str) -> _Link:
        """The chain's next link: a place in several words or what the word's classes say."""
        if self._forms[position] in self._words.places:
            place = self._context.place_at(position)
            if place:
                return place, True
        classes, form = self._classes[position], self._forms[position]
        if form == "اليوم" and noun_before in _PAPERS:
            return _LAST_WORD
        if form in _DEMONSTRATIVES and self._is_pointed_at(position + 1):
            return 2, True  # قائد هذه القوات
        if classes & MARK or form in self._name_words.stops or form == "ان" or form in _PRONOUNS:
            return _NO_LINK
        if position in self._honorifics or (noun_before in self._words.named_after and position in self._heads):
            return self._titled_link(position, first, noun_before)
        if classes & (CONJOINED | PREPOSED) or (classes & FUNCTION and not classes & (NOUN | KNOWN | PLACE)):
            city = noun_before == "مدينه" and {form, self._tokens.peek(position + 1)} <= self._name_words.syllables
            return (self._borrowed_name(position), True) if city else _NO_LINK
        if form == "ال" and noun_before in self._words.named_after and position + 1 < self._size:
            return 2, True  # عشيرة آل فلان
        if classes & (NUMBER | LATIN):
            return _NO_LINK if first and classes & NUMBER else (self._foreign_word(position), True)
        if classes & DEFINITE or (classes & PLACE and not classes & NOUN):
            return _LAST_WORD
        if (not first or self._forms[position - 1] in self._words.fields) and self._is_before_rank(position):
            return _LAST_WORD
        if form in self._name_words.syllables and self._is_honorific_at(position + self._borrowed_name(position)):
            return self._borrowed_name(position), True  # رئيس قرية نا سانغ السيد فلان
        if form in self._name_words.syllables and self._is_place_of_syllables(position, noun_before):
            return 2, True
        if classes & GIVEN and self._begins_name(position):
            if position + 1 < self._size and self._classes[position + 1] & NUMBER:
                return _LAST_WORD  # مدير مهرجان صيف أروى 36
            named = not first and noun_before in self._words.named_after
            return (self._borrowed_name(position), True) if named else _NO_LINK
        if classes & VERB and not classes & (NOUN | ADJECTIVAL):
            article = form[:2] == "ال" and noun_before in self._words.fields  # حزب الحق beside ألحق
            return _LAST_WORD if article or self._is_possessed_field(form) else _NO_LINK
        if classes & POSSESSED:
            return _LAST_WORD
        if classes & (NOUN | ADJECTIVAL):
            return 1, False
        return self._proper_noun(position)

    def _is_pointed_at(self, position: int) -> bool:
        """Whether a definite noun stands here that a demonstrative before it points at, and no time."""
        form = self._tokens.peek(position)
        if not form or form in _TIMES or form in self._name_words.times or self._is_predicate(position - 2):
            return False
        return self._classes[position] & (DEFINITE | NOUN | KNOWN | CLITIC) == DEFINITE | NOUN

    def _is_predicate(self, position: int) -> bool:
        """Whether a head in the accusative stands here (`عين فلان مديرا`)."""
        head = self._heads.get(position)
        return head is not None and head.hit.value.state == "predicate"

    def _is_place_of_syllables(self, position: int, noun_before: str) -> bool:
        """Whether two syllables behind a level of place name it (`في مقاطعة هاي سون`).

        A mark behind them shows it, or a family name with which the holder's begins.
        """
        if not (noun_before in _LEVELS or (noun_before[:1] in ("ب", "ل") and noun_before[1:] in _LEVELS)):
            return False
        length, following = self._borrowed_name(position), self._tokens.peek(position + 2)
        return following in self._name_words.families if length > 3 else length == 2 and following[:1] in _PLACE_ENDS

    def _titled_link(self, position: int, first: bool, noun_before: str) -> _Link:
        """An honorific or head in the chain: a common noun here (`مدرب الفريق`), or with a name the body's."""
        honorific = self._honorifics.get(position)
        if first and self._forms[position] == "اللواء" and self._forms[position - 1].endswith(("قائد", "امر")):
            return _LAST_WORD
        if honorific is not None and honorific.hit.value.is_ordinary(self._tokens.peek(honorific.last)):
            return _LAST_WORD
        if honorific is not None and first and honorific.hit.value.kind == "plural":
            return _LAST_WORD  # نقيب المهندسين
        end = honorific.last if honorific is not None else position + 1
        length = self._named_link(position, end, noun_before)
        return (length, True) if length else _NO_LINK

    def _is_before_rank(self, position: int) -> bool:
        """Whether a noun's complement stands here and an honorific after it (`مدير شرطة بارق الرائد فلان`)."""
        entry = self._honorifics.get(position + 1)
        if entry is None or entry.hit.proclitic or self._classes[position] & VERB:
            return False
        if self._forms[position] in self._words.named_after:
            return False  # مدير جمرك مطار الأمير فلان
        return self._context.is_open(position - 1) and position - 1 not in self._heads

    def _begins_name(self, position: int) -> bool:
        """Whether a given name here is the name: no ordinary word, or one that a name's other words follow."""
        if self._tokens.peek(position + 1) in LINEAGE or not self._classes[position] & (NOUN | PLACE):
            return True
        return self._is_holders_name(position)

    def _foreign_word(self, position: int) -> int:
        """How many tokens a number or a name in Latin letters has (`T3`, `TIAA-CREF`, `Tesla Motors`)."""
        last = position + 1
        while last < self._size:
            glued = self._tokens.ends[last - 1] == self._tokens.starts[last]
            if not self._classes[last] & (LATIN if not glued else LATIN | NUMBER) and not (
                glued and self._forms[last] == "-" and self._tokens.peek(last + 1)[:1].isascii()
            ):
                break
            last += 1
        return last - position

    def _is_possessed_field(self, form: str) -> bool:
        """Whether a form that is a verb too is a body's noun and its possessor (`مجلس إدارتها`)."""
        stem = next((form.removesuffix(ending) for ending in ("تها", "ته", "تهم") if form.endswith(ending)), "")
        return stem + "ه" in self._words.fields

    def _is_holders_name(self, position: int) -> bool:
        """Whether a participle is a given name, as the family name after it shows (`خارجية قطر خالد العطية`)."""
        if self._classes[position] & (ADJECTIVAL | PLACE | DEFINITE) != ADJECTIVE:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        return bool(following & FAMILY) and not following & (NOUN | ADJECTIVAL | CLITIC)

    def _named_link(self, position: int, end: int, noun_before: str) -> int:
        """`مدينة الملك عبدالعزيز`: an honorific and a name inside a body's name."""
        if self._forms[position] == "خادم":
            return 2 + (self._tokens.peek(position + 2) == "الشريفين")
        if noun_before not in self._words.named_after:
            return 0
        while end in self._honorifics:
            end = self._honorifics[end].last
        return end - position + self._borrowed_name(end)

    def _borrowed_name(self, position: int) -> int:
        """Tokens of a name after which something is called: one word, with its lineage."""
        start = position
        if position >= self._size:
            return 0
        position += 1 + bool(self._classes[position] & NAME_PART)
        syllables = self._name_words.syllables
        while position < self._size and {self._forms[position - 1], self._forms[position]} <= syllables:
            position += 1
        while position + 1 < self._size and self._forms[position] == "بن":
            position += 2 + bool(self._classes[position + 1] & NAME_PART)
        if position + 1 < self._size and self._forms[position] == "ال":
            position += 2
        return min(position, self._size) - start

    def _proper_noun(self, position: int) -> tuple[int, bool]:
        """(tokens, whether they close the chain) of an unknown noun or name; two words are left to a person."""
        following = self._classes[position + 1] if position + 1 < self._size else MARK
        if following & DEFINITE and not following & (KNOWN | CONJOINED | PREPOSED) and following & (NOUN | PLACE):
            return 1, False
        last = position
        while last < self._size and last - position < 8 and self.is_proper(last):
            last += 1
        length = last - position
        if not self._before_name or length <= 1:
            return length, True
        family = self._bodies.family_syllable(position, last)
        if family:
            return family - position, True
        if self.is_set_off(last):
            return length, True
        given = next((i for i in range(position + 1, last) if self._classes[i] & GIVEN), None)
        if given is not None:
            return given - position, True
        return max(1, length - 2), True

    def is_set_off(self, position: int) -> bool:
        """Whether the holder's name stands between a comma here and another mark (`شركة لو فان، سالم العلي، إن`)."""
        name = self._names.after(position + 1) if self._tokens.peek(position) == "," else None
        return name is not None and 1 < name.words <= 4 and self._tokens.peek(name.last)[:1] in _MARKS

    def _is_honorific_at(self, position: int) -> bool:
        """Whether an honorific with a name begins here (`رئيس قرية كذا السيد فلان`)."""
        entry = self._honorifics.get(position)
        return entry is not None and not entry.hit.proclitic and self._context.name_follows(entry.last)

    def is_proper(self, position: int) -> bool:
        """Whether a word that the lexicon lacks, a name or a place stands here, or a syllable behind another."""
        classes = self._classes[position]
        if {self._forms[position - 1], self._forms[position]} <= self._name_words.syllables:
            return True
        if classes & MARK or self._forms[position] in self._name_words.stops or position in self._heads:
            return False
        return not classes or bool(classes & (KNOWN | PLACE) and not classes & (CONJOINED | PREPOSED | DEFINITE))
