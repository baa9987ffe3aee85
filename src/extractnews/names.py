"""Where a person's name begins and ends.

A name is as long as its words can be parts of names: given names, family names, particles (`بن`، `آل`، `فان`),
words that the lexicon does not know, and family names that are ordinary words where only a name can stand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from extractnews.article import ScannedArticle
from extractnews.normalise import fold
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    CONJUNCTION,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    KNOWN,
    LATIN,
    MAYBE_NAME,
    NAME_PART,
    NATIONALITY,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    VERB,
)

_OPAQUE: Final = NUMBER | PUNCTUATION | LATIN | NEWLINE
_ORDINARY: Final = VERB | NOUN | ADJECTIVE | PLACE
_NO_NAME: Final = VERB | PLACE | PLURAL | POSSESSED | FUNCTION
_NAMELIKE: Final = GIVEN | FAMILY | NAME_PART | MAYBE_NAME
_NO_SYLLABLE: Final = VERB | NOUN | ADJECTIVE | DEFINITE
_PLAIN_OUT: Final = _OPAQUE | CLITIC | FUNCTION
_MAX_WORDS: Final = 9


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ORDINALS: Final = _set("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر")
"""Ordinals as rulers' names and military units have them."""
# Titles whose complement a preposition brings: before it they end a name, though they are family names too.
_BROUGHT: Final = _set("المشرف المشرفه المسؤول المسؤوله المسئول الناطق الناطقه المتحدث المتحدثه المندوب")
_BRINGING: Final = _set("علي عن باسم لدي")
_TEN: Final = "عشر"  # لويس الخامس عشر
_FEMININE_ORDINALS: Final = _set("الثانيه الثالثه الرابعه")
# Nouns that `الله` completes without making a given name of them.
_OF_GOD: Final = _set("حزب رسول كتاب عباد سبيل شرع رحمه فضل بيوت خلق قضاء امر ايات اسم ذكر دين رضي اذن حمد حفظ عون")
# Second halves of compound names; one of them is a name only after its first half.
_SECOND_HALVES: Final = _set("الله العابدين الدين الاسلام الحق الرحمن ربه النبي الزهراء")
_BLESSINGS: Final = _set("طيب رحمه حفظه رعاه رضي ايده")
LINEAGE: Final = _set("بن ابن بنت ولد")
"""The words between a name and its father's."""
# Particles that take a word of any class after them: what follows `عبد` or `أبو` is part of the name.
_BOUND: Final = LINEAGE | _set("ال ابو ابي ابا ام عبد ذو ذي بني بنو ولاد اولاد ايت")
# These do so too, but may stand alone as a name.
_PREFIXES: Final = _BOUND | _set(
    "بو ات ايث اغ سيدي مولاي لاله با فان دي دو لو ماك فون دير دن دا دوس داس ديل دل دلا سان سانت سانتا تير فن ساو اف"
    " مك لاس لوس"
)


_AFTER_SUBJECT: Final = _set("ان انه انها وهو وهي والذي والتي")
_RELATIVES: Final = _set("الذي التي الذين")
_GOVERNED: Final = _set("عن علي الي")
# After a nationality: سالم العلي الليبي الجنسية.
_ORIGINS: Final = _set("الجنسيه الاصل المولد")
_HAMZA: Final = frozenset("أإ")
_GENERATIONS: Final = frozenset(("الاب", "الابن"))
# Syllables that after two others are rather the word.
_LOOSE: Final = _set("هو لي بين كي لا دون")
# Particles of foreign names that are function words too.
_FOREIGN: Final = _set("فان")
_IBERIAN: Final = _set("دا دي دو داس دوس")


class Name(NamedTuple):
    """A name found among the tokens.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        words: how many words it has.
        known: how many of them the lexicon knows as names.
        definite: whether it is one word with the article.
    """

    first: int
    last: int
    words: int
    known: int
    definite: bool


class NameWords:
    """The word lists of `names.toml`, folded.

    Args:
        data: the file's contents.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.stops = frozenset(map(fold, data["stops"]))
        self.verbs = frozenset(map(fold, data["verbs"]))
        self.times = frozenset(map(fold, data["times"]))
        self.syllables = frozenset(map(fold, data["syllables"]))
        self.families = frozenset(map(fold, data["families"]))
        self.descriptive = frozenset(map(fold, data["descriptive"]))
        self.saying = frozenset(prefix + fold(verb) for verb in data["saying"] for prefix in ("", "و", "ف"))
        self.compounds = frozenset(tuple(fold(name).split()) for name in data["compounds"])
        self.compounding = frozenset(first for first, _ in self.compounds)
        # Forms that are read by rules of their own, whatever the classes say.
        self.special = self.stops | self.syllables | _PREFIXES | _SECOND_HALVES | _BLESSINGS | {"ان", "الان"}


class NameGrammar:
    """Finds names in the tokens of an article.

    Args:
        article: the article.
        words: the word lists of the grammar.
        barriers: indexes of tokens at which a title or an honorific begins.
        honorifics: those of them at which an honorific begins.
    """

    def __init__(
        self,
        article: ScannedArticle,
        words: NameWords,
        barriers: Collection[int],
        honorifics: Collection[int] = (),
    ) -> None:
        tokens = article.words
        self._article = article
        self._forms = tokens.forms
        self._classes = tokens.classes
        self._starts = tokens.starts
        self._ends = tokens.ends
        self.stops = words.stops
        self._verbs = words.verbs
        self._times = words.times
        self.syllables = words.syllables
        self.families = words.families
        self.descriptive = words.descriptive
        self._saying = words.saying
        self._special = words.special
        self._compounds, self._compounding = words.compounds, words.compounding
        self._barriers_at = barriers
        self._honorifics_at = honorifics
        self._size = len(tokens)
        self._read: dict[int, Name | None] = {}

    def after(self, index: int, *, clitic: bool = False, run: int | None = None) -> Name | None:
        """The name that begins with the token at `index`, None where none does.

        Args:
            index: index of a token.
            clitic: whether a proclitic (`ومحمد`، `لمحمد`) may stand before the first word.
            run: index of the first of the titles and honorifics before the name, after which it is rarely one
                given name alone, so that an ordinary word may be the family name.
        """
        if clitic:
            return self._after(index, True, run)
        if not self._may_begin(index):
            return None
        if run is not None:
            return self._after(index, False, run)
        if index not in self._read:
            self._read[index] = self._after(index, False, None)
        return self._read[index]

    def after_participle(self, index: int) -> Name | None:
        """The name that a participle or adjective begins and a word that the lexicon lacks ends, None where none does.

        Only behind a title that wants its holder: `أعلن مدير النقابة فاهم بوكدوس أن`.

        Args:
            index: index of a token.
        """
        if index + 1 >= self._size or index in self._barriers_at or self._forms[index] in self.stops:
            return None
        ordinary = _NO_NAME | CLITIC | DEFINITE | _OPAQUE | NATIONALITY
        if not self._classes[index] & ADJECTIVE or self._classes[index] & ordinary:
            return None
        if self._is_inflected(self._forms[index]) or self._forms[index] in self.descriptive:
            return None
        family = self._forms[index + 1]
        if self._classes[index + 1] or family[0] == "و" or self._is_inflected(family):
            return None
        rest = self.after(index + 1)
        return None if rest is None or rest.words > 2 else Name(index, rest.last, rest.words + 1, rest.known, False)

    def subject(self, index: int, floor: int) -> Name | None:
        """The name of two to four words between a verb of saying and the title at `index`, None where none stands.

        There even a family name that is an ordinary word or seems to have a proclitic is one
        (`قال دومينيك راب نائب الرئيس`، `قالت سالي كاهل، مديرة المتحف`).

        Args:
            index: index of the token after the name.
            floor: index of the first token that the name may begin with.
        """
        for first in (index - 2, index - 3, index - 4):
            if first > floor and self._forms[first - 1] in self._saying:
                return self.bounded(first, index)
        return None

    def bounded(self, first: int, last: int) -> Name | None:
        """The name that the tokens [first, last), which other words set off on both sides, may be.

        Args:
            first: index of a token.
            last: index after the last token.
        """
        known = 0
        for position in range(first, last):
            classes, form = self._classes[position], self._forms[position]
            own = form[0] == "ف" and classes == CONJOINED | DEFINITE and position > first  # فاليرو
            if form in self.stops or (classes & (_OPAQUE | CONJOINED | NATIONALITY) and not own):
                return None
            if position in self._barriers_at and (position == first or not classes & GIVEN):
                return None
            if not (self._is_bounded_given(position) if position == first else self._is_bounded_family(position)):
                return None
            known += bool(classes & KNOWN)
        return Name(first, last, last - first, known, False)

    def _is_bounded_given(self, position: int) -> bool:
        """Whether a word of no ordinary kind stands here, or a given name."""
        classes, form = self._classes[position], self._forms[position]
        if form == "عبد":
            return True
        if form == "بن":
            return not self._classes[position + 1] & (NOUN | VERB | DEFINITE | CLITIC | FUNCTION)  # قال بن رودس
        if classes & (CLITIC | DEFINITE | FUNCTION):
            return False
        if not classes:
            return not self._is_inflected(form)
        return bool(classes & GIVEN) or (bool(classes & FAMILY) and not classes & _ORDINARY)

    def _is_bounded_family(self, position: int) -> bool:
        """Whether the word may be a family name where nothing but a name stands."""
        classes, form, before = self._classes[position], self._forms[position], self._classes[position - 1]
        if classes & KNOWN or (not classes and form[0] != "و") or self._forms[position - 1] in ("بن", "عبد"):
            return True
        if form in self.syllables and form != "ان":
            return form not in _LOOSE or self._forms[position - 1] in self.syllables
        if form in _FOREIGN:
            return self._is_foreign_particle(position)
        if classes & FUNCTION or self._is_inflected(form) or form in self.descriptive:
            return False
        if classes & CLITIC:
            return form[0] == "ف" or (form[0] in "بك" and not classes & DEFINITE)
        if classes & DEFINITE:
            return classes == DEFINITE or before & (GIVEN | VERB | CLITIC) == GIVEN
        if classes == VERB or (classes == ADJECTIVE and not before):
            return True
        return bool(before & GIVEN) or self._forms[position - 2] == "عبد"

    def _may_begin(self, index: int) -> bool:
        """Whether a name may begin here, as the token and the next one show: a cheap look before the rules."""
        if index >= self._size:
            return False
        form, classes = self._forms[index], self._classes[index]
        if form == "عز" and self._peek(index + 1) == "وجل":
            return False
        if form in self._special or len(form) == 1:
            return True
        if form in self._verbs and self._peek(index + 1) in _GOVERNED and self._is_governing(index + 1):
            return False  # نائب الرئيس يعرب عن
        if classes & (_OPAQUE | CLITIC):
            return False
        if not classes or classes & _NAMELIKE or classes == DEFINITE:
            return True
        if classes & FUNCTION or index + 1 >= self._size:
            return False
        if self._classes[index + 1] == DEFINITE and index - 1 in self._honorifics_at:
            return True
        following = self._forms[index + 1]
        return bool(self._classes[index + 1] & KNOWN) or following in LINEAGE or following == "الله"

    def _after(self, index: int, clitic: bool, run: int | None) -> Name | None:
        position, count, known, closed = index, 0, 0, False
        while position < self._size and count < _MAX_WORDS:
            step, is_known = self._step(position, count, closed, clitic)
            if not step and run is not None and not count:
                if self._forms[position] == "بن" and self._may_begin_lineage(position):
                    step, is_known = self._particle(position, 1)  # السيد بن عيسى
                elif self._is_first_of_three(position) or self._is_first_of_two(position):
                    step = 1
            if not step and run is not None and not closed and self._wants_family_name(position, count):
                step, is_known = self._family_name(position, run), False
            if not step:
                break
            closed = self._closes(position, step) and (count > 0 or step > 1)
            position += step
            count += 1
            known += is_known
        if not count:
            return None
        return Name(index, position, count, known, count == 1 and bool(self._classes[index] & DEFINITE))

    def is_false_clitic(self, position: int) -> bool:
        """Whether ب or ك may be a family name's own letter: a given name that is no other word stands before it."""
        if not position or self._forms[position][0] not in "بك":
            return False
        if self._classes[position] & (CLITIC | DEFINITE | NOUN | FUNCTION) != PREPOSED:
            return False
        return self._classes[position - 1] & (GIVEN | _ORDINARY | CLITIC | DEFINITE) == GIVEN

    def _may_begin_lineage(self, position: int) -> bool:
        """Whether `بن` after a title or its adjective begins a name (`السيد بن عيسى`، `الرئيس الأسبق بن علي`)."""
        if position - 1 in self._barriers_at:
            return True
        former = self._classes[position - 1] & (DEFINITE | KNOWN | CLITIC) == DEFINITE
        return former and position - 2 in self._barriers_at

    def before(self, index: int, floor: int) -> Name | None:
        """The name that ends before the token at `index`, where a title begins, None where none does.

        Args:
            index: index of a token.
            floor: index of the first token that the name may begin with.
        """
        first = index
        while first > floor and index - first < _MAX_WORDS + 4:
            classes = self._classes[first - 1]
            form = self._forms[first - 1]
            if form in "-." and first - 1 > floor and self._joins(first - 1):
                first -= 1
                continue
            if form == ")":
                opening = next(
                    (first - back for back in (3, 4) if first >= back and self._forms[first - back] == "("), 0
                )
                if opening > floor and first < index and self._nickname(opening)[0]:
                    first = opening
                    continue
            if not (self.may_end(first - 1) if first == index else self._may_belong(first - 1)):
                break
            if classes & CLITIC and form[1:] in self.stops:
                break  # لابنة فلان
            first -= 1
            if classes & CLITIC and classes != PREPOSED | DEFINITE and not self.is_false_clitic(first):
                break
        while first < index:
            if self._is_nationality_before_name(first, index):
                first += 1
                continue
            name = self.after(first, clitic=True)
            if name is not None and name.last == index - 1 and self._is_given_alone(first):
                name = self.after(first, clitic=True, run=first)
            if name is not None and name.last == index and not self._is_intruder(name):
                return name
            first += 1
        return None

    def _is_nationality_before_name(self, position: int, index: int) -> bool:
        """Whether a nationality that is no part of the name stands before it (`التونسي سالم العلي، المدرب`)."""
        definite_nationality = DEFINITE | NATIONALITY
        if index - position < 3 or self._classes[position] & definite_nationality != definite_nationality:
            return False
        following = self._classes[position + 1]
        return following & (GIVEN | _ORDINARY) == GIVEN and not self.is_compound(position + 1)

    def may_end(self, position: int) -> bool:
        """Whether a name may end with the token, seen from the right."""
        return self._may_belong(position) or self._may_be_family_name(position)

    def _may_be_family_name(self, position: int) -> bool:
        """Whether the token, an ordinary word, may be a family name: a given name stands before it."""
        classes = self._classes[position]
        if classes & (CLITIC | POSSESSED | FUNCTION) or not classes & (NOUN | ADJECTIVE | PLACE) or not position:
            return False
        return bool(self._classes[position - 1] & GIVEN)

    def _is_given_alone(self, position: int) -> bool:
        """Whether a given name that is no ordinary word begins here, not in a longer name's middle."""
        if position and self._classes[position - 1] & KNOWN:
            return False
        if self._peek(position + 1) in LINEAGE or self._forms[position] == "عبد":
            return True
        return self._classes[position] & (GIVEN | _ORDINARY) == GIVEN

    def _is_intruder(self, name: Name) -> bool:
        """Whether the first word is rather an unknown verb or noun before an Arabic name."""
        if name.words < 2:
            return False
        first, second = self._classes[name.first], self._classes[name.first + 1]
        if first & DEFINITE and not first & KNOWN and self._forms[name.first + 1] not in LINEAGE:
            return not _HAMZA.intersection(self._original(name.first)[:2])  # وإليغ فلان
        if self._forms[name.first] in self._verbs and name.words > 2:
            return True
        return not first and bool(second & GIVEN) and name.words > 2

    def _joins(self, position: int) -> bool:
        """Whether a hyphen or full stop stands inside a name (`كي-مون`، `جون ف. كينيدي`)."""
        if position + 1 >= self._size or position == 0 or self._ends[position - 1] != self._starts[position]:
            return False
        if self._forms[position] == "-":
            return self._ends[position] == self._starts[position + 1] and position + 1 not in self._barriers_at
        return len(self._forms[position - 1]) <= 2

    def _may_belong(self, position: int) -> bool:
        """Whether the token can be a part of a name at all, seen from the right."""
        classes, form = self._classes[position], self._forms[position]
        if classes & _OPAQUE or (form in self.stops and not classes & KNOWN):
            return False
        if position and self._forms[position - 1] in _PREFIXES:
            return True
        if form in self.syllables and (
            self._peek(position + 1) in self.syllables or (position > 0 and self._forms[position - 1] in self.syllables)
        ):
            return True
        if form in _PREFIXES or form in _SECOND_HALVES or form in ORDINALS or self._is_given_of_god(position):
            return True
        if classes & FUNCTION:
            return bool(classes & (KNOWN | NAME_PART)) and not self.is_preposition(position)
        if classes & (KNOWN | NAME_PART | MAYBE_NAME):
            return True
        if not classes or classes & ~CLITIC == DEFINITE or classes == ADJECTIVE:
            return True
        if not classes & (_NO_NAME | CLITIC) and position and self._classes[position - 1] & KNOWN:
            return True
        if position + 1 < self._size and self._forms[position + 1] in LINEAGE:
            return not classes & VERB
        return bool(classes & DEFINITE and classes & NATIONALITY) or self._is_nisba(position)

    def _is_nisba(self, position: int) -> bool:
        classes = self._classes[position]
        return classes & (DEFINITE | CLITIC | NOUN) == DEFINITE and self._forms[position].endswith("ي")

    def is_preposition(self, position: int) -> bool:
        """Whether `علي` is spelled `على`: folding makes the name and the preposition equal."""
        if self._forms[position] not in ("علي", "وعلي", "فعلي"):
            return False
        return "ى" in self._original(position) and self._peek(position + 1) not in LINEAGE

    def _original(self, position: int) -> str:
        view = self._article.view
        start, end = view.span(self._starts[position], self._ends[position])
        return view.original[start:end]

    def _peek(self, position: int) -> str:
        return self._forms[position] if position < self._size else ""

    def _step(self, position: int, count: int, closed: bool, clitic: bool) -> tuple[int, bool]:
        """How many tokens of the name begin here (0: the name is over), and whether the lexicon knows them."""
        form, classes = self._forms[position], self._classes[position]
        if count and form in self._compounding and self.is_compound(position):
            return 2, True
        if count and form in _GENERATIONS and self._is_generation(position):
            return 1, True
        if not classes & _PLAIN_OUT and form not in self._special and len(form) > 1 and not clitic:
            return self._plain_step(position, count, closed)
        if count and form in "-." and self._joins(position) and not self._classes[position + 1] & _OPAQUE:
            if form == "." and self._classes[position + 1] & (CLITIC | VERB):
                return 0, False  # a sentence's end after a syllable
            return 2, bool(self._classes[position + 1] & KNOWN)
        if count and form == "(":
            return self._nickname(position)
        if classes & _OPAQUE or self._stops_here(position, count):
            return 0, False
        if (form in _SECOND_HALVES and not count) or (form in _BLESSINGS and self._peek(position + 1) == "الله"):
            return 0, False
        if form in self.syllables and self._is_syllable(position, count):
            return 1, True
        joined = clitic and not count and form[0] == "و" and form[1:] in self.syllables
        if joined and self._peek(position + 1) in self.syllables:
            return 1, True
        if form in _FOREIGN and (closed or "إ" in self._original(position)):
            return 0, False  # سالم العلي فإن
        if form in _PREFIXES or (clitic and not count and form[0] == "و" and form[1:] in _PREFIXES):
            return self._particle(position, count)
        if classes & CLITIC and (count or not clitic):
            preposed = classes & (CLITIC | DEFINITE | KNOWN | PLACE) == PREPOSED  # بـ or كـ may be the word's own
            false = classes == PREPOSED | DEFINITE and form[0] != "ل"
            if count and false and self._classes[position - 1] & GIVEN:
                return 1, False  # فهد بالغنيم: what stands after the seeming preposition is no word
            if count and self.is_false_clitic(position) and self._ends_name(position + 1):
                return 1, False
            return (1, False) if count and preposed and self._ends_subject(position + 1) else (0, False)
        if len(form) == 1:
            return self._initial(position)
        if count and (form in _SECOND_HALVES or (not closed and self._is_ordinal(position, count))):
            return 1, True
        if closed and not classes & DEFINITE:
            return 0, False
        if not count and self._is_given_of_god(position):
            return 2, True
        if classes & FUNCTION:
            return (1, True) if self._is_name_after_all(position, count) else (0, False)
        if classes & (KNOWN | NAME_PART):
            return (0, False) if self._is_used_otherwise(position, count) else (1, True)
        return self._unknown(position, count)

    def _plain_step(self, position: int, count: int, closed: bool) -> tuple[int, bool]:
        """The step of a word that no rule of its own reads."""
        classes = self._classes[position]
        if count:
            if position in self._barriers_at and not self._is_name_like_head(position):
                return 0, False
            if (not closed or self._forms[position] == _TEN) and self._is_ordinal(position, count):
                return 1, True
            if classes & DEFINITE and self._peek(position + 1) in _ORIGINS:
                return 0, False
        elif position + 1 < self._size and self._forms[position + 1] == "الله" and self._is_given_of_god(position):
            return 2, True
        if closed and not classes & DEFINITE:
            return 0, False
        if (closed or (count == 1 and self._classes[position - 1] & DEFINITE)) and self._is_object(position):
            return 0, False
        if count > 1 and classes & _NO_SYLLABLE and self._are_syllables(position):
            return 0, False  # فونغ كوانغ لام وسام كذا
        if classes & (KNOWN | NAME_PART):
            if not classes & DEFINITE and self._is_nisba_alone(position, count):
                return 0, False  # سلم الدكتور العمري هدية
            return (0, False) if self._is_used_otherwise(position, count) else (1, True)
        return self._unknown(position, count)

    def _is_nisba_alone(self, position: int, count: int) -> bool:
        """Whether all that stands before the token is one family name with article and ـي (`العمري`)."""
        before = self._classes[position - 1]
        alone = count == 1 and before & (FAMILY | GIVEN | DEFINITE) == FAMILY | DEFINITE
        alone = alone and position - 2 in self._honorifics_at
        return alone and self._forms[position - 1][-1] == "ي" and self._peek(position + 1) not in LINEAGE

    def _is_generation(self, position: int) -> bool:
        """Whether `الأب` or `الابن` tells father from son in a name (`جورج بوش الأب`), and is no priest's style."""
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if self._classes[position - 1] & DEFINITE or position - 1 in self._barriers_at:
            return False
        return not following & KNOWN or bool(following & CLITIC)

    def _is_object(self, position: int) -> bool:
        """Whether a word with the article after a family name is the verb's object (`ربط العمري الملاءة المالية`)."""
        if self._classes[position] & (FAMILY | DEFINITE) != DEFINITE or position + 1 >= self._size:
            return False
        if self._forms[position + 1] in _RELATIVES:
            return True
        return self._forms[position][-1] == "ه" and self._classes[position + 1] & (DEFINITE | KNOWN) == DEFINITE

    def _is_governing(self, position: int) -> bool:
        """Whether a preposition stands here and not the name `علي`."""
        return self._forms[position] != "علي" or self.is_preposition(position)

    def is_compound(self, position: int) -> bool:
        """Whether a family name of two words begins at the token (`قائد صالح`)."""
        form = self._peek(position)
        return form in self._compounding and (form, self._peek(position + 1)) in self._compounds

    def _are_syllables(self, position: int) -> bool:
        """Whether the two words before the token are East Asian syllables."""
        return self._forms[position - 1] in self.syllables and self._forms[position - 2] in self.syllables

    def _nickname(self, position: int) -> tuple[int, bool]:
        """`سالم (أبو علي) العمري`: a kunya or name in brackets, with the family name after it."""
        last = position + 2 + (self._peek(position + 1) in _PREFIXES)
        if self._peek(last) != ")" or last + 1 >= self._size or last + 1 in self._barriers_at:
            return 0, False
        inside, family = self._classes[position + 1], self._classes[last + 1]
        if inside & _OPAQUE or (not inside & (KNOWN | NAME_PART) and inside):
            return 0, False
        if not family & KNOWN or family & (CLITIC | FUNCTION) or self._forms[last + 1] in self.stops:
            return 0, False
        return last + 2 - position, True

    def _is_ordinal(self, position: int, count: int) -> bool:
        """`الملك فلان الثاني`، `الملكة فلانة الثانية` beside `زيارة الملك فلان الثانية`."""
        form = self._forms[position]
        if form not in _FEMININE_ORDINALS:
            return form in ORDINALS and (form != _TEN or self._forms[position - 1] in ORDINALS)
        title = position - count - 1
        return title not in self._barriers_at or self._forms[title][-1] == "ه"

    def _is_given_of_god(self, position: int) -> bool:
        """`بيت الله محسود`: a noun that `الله` completes is a given name before a family name."""
        if self._peek(position + 1) != "الله" or position + 2 >= self._size or position in self._barriers_at:
            return False
        classes, following = self._classes[position], self._classes[position + 2]
        if classes & (CLITIC | DEFINITE | POSSESSED | VERB | FUNCTION) or self._forms[position] in _OF_GOD:
            return False
        family = FAMILY if following & DEFINITE else KNOWN
        return not following or (bool(following & family) and not following & (VERB | CLITIC | FUNCTION))

    def _is_syllable(self, position: int, count: int) -> bool:
        """Whether an East Asian syllable that may be an ordinary word too stands beside another."""
        classes, following = self._classes[position], self._peek(position + 1)
        if self._forms[position] == "ان" and not self._original(position).startswith("آ"):
            return False
        if not count or classes & (FUNCTION | CLITIC):
            if following in self.syllables and following != "لا":
                if not count:
                    return self._forms[position] != "لا" or not self._classes[position + 1] & FUNCTION
                return self._forms[position - 1] in self.syllables
            if count > 1 and self._forms[position] not in _LOOSE and self._are_syllables(position):
                return "أ" not in self._original(position)  # تران ثي لان beside لأن
            next_classes = self._classes[position + 1] if following else _OPAQUE
            return count > 0 and bool(next_classes & _OPAQUE) and self._forms[position - 1] in self.syllables
        return self._forms[position - 1] in self.syllables

    def _stops_here(self, position: int, count: int) -> bool:
        if self._forms[position] in self.stops and not self._is_stop_used_as_name(position, count):
            # What is past is a time, which no name is.
            return self._forms[position] != "الماضي" or not (count and self._classes[position - 1] & GIVEN)
        return count > 0 and position in self._barriers_at and not self._is_name_like_head(position)

    def _is_stop_used_as_name(self, position: int, count: int) -> bool:
        """`رحمة بنت سعيد` beside `رحمه الله`: a stop that is a given name too, at a name's beginning."""
        classes, following = self._classes[position], self._peek(position + 1)
        return not count and classes & (KNOWN | DEFINITE) in (GIVEN, KNOWN) and following != "الله"

    def _is_name_like_head(self, position: int) -> bool:
        """Whether a title's head or an honorific here is rather a name (`محمد أمين العمري`، `حسن الشيخ`)."""
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if not self._classes[position] & (KNOWN | MAYBE_NAME):
            return bool(following & DEFINITE and following & KNOWN) and not following & _ORDINARY
        if self._classes[position] & DEFINITE or self._forms[position].startswith("ال"):
            if self._forms[position] in _BROUGHT and self._peek(position + 1) in _BRINGING:
                return False  # المشرف على المركز
            ends = following & (_OPAQUE | VERB | FUNCTION) and not following & DEFINITE
            return bool(ends) or self._peek(position + 1) in LINEAGE or position + 1 in self._barriers_at
        if following & (VERB | NOUN) == VERB or following & (KNOWN | _OPAQUE | FUNCTION | CLITIC):
            return True  # not before a noun that is a verb too: فلان أمين عام الحزب
        return following in (0, DEFINITE)

    def _is_name_after_all(self, position: int, count: int) -> bool:
        """Whether a particle that is a name too (`علي`، `لي`، `باسم`، `خلف`) is the name here."""
        classes, form = self._classes[position], self._forms[position]
        if form in ("ان", "الان"):
            return self._original(position).startswith("آ" if form == "ان" else ("آ", "أ"))
        if not classes & KNOWN:
            return False
        if self.is_preposition(position):  # الرئيس على عبدالله صالح
            return not count and self._begins_plain_name(position + 1)
        if form in ("علي", "وعلي"):
            return True
        if form == "امام" and self._original(position)[0] == "أ":
            return False
        following = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
        if position + 1 < self._size and self._forms[position + 1] in LINEAGE:
            return True
        if count and self._peek(position + 1) in _IBERIAN:
            return True  # لويس لولا دا سيلفا
        if count == 0:
            if self._peek(position + 1) in _FOREIGN:
                return True
            family = following & DEFINITE and following & KNOWN and not following & (_ORDINARY | CLITIC)
            if family and form not in _BRINGING and self._is_family_after(position + 2):
                return True  # أمين المجلس خلف الفرحان الشمري
            if family and position - 1 in self._barriers_at and form not in _BRINGING:
                return True  # الدكتورة هيا المنيع
            return not following or (bool(following & (KNOWN | NAME_PART)) and not following & DEFINITE)
        if following & _OPAQUE:
            return True
        return len(form) <= 3 and (not following or bool(following & KNOWN)) and not following & DEFINITE

    def _begins_plain_name(self, position: int) -> bool:
        """Whether a given name that is no other word stands here right after a title, and a name after it."""
        plain = position + 1 < self._size and self._classes[position] & (GIVEN | _ORDINARY | CLITIC | DEFINITE) == GIVEN
        before = self._classes[position - 2] & (DEFINITE | ADJECTIVE)
        title = (
            position - 2 in self._barriers_at
            or before == DEFINITE | ADJECTIVE
            or (before == DEFINITE and position - 3 in self._barriers_at)  # الرئيس المخلوع على عبدالله صالح
        )
        return plain and title and self._is_family_after(position + 1)

    def _is_family_after(self, position: int) -> bool:
        """Whether a family name that is no other word stands here."""
        return position < self._size and bool(
            self._classes[position] & KNOWN and not self._classes[position] & (NOUN | CLITIC)
        )

    def _unknown(self, position: int, count: int) -> tuple[int, bool]:
        classes = self._classes[position]
        following = self._forms[position + 1] if position + 1 < self._size else ""
        if not classes or classes & ~CLITIC == DEFINITE:
            if count and not classes and self._is_preposed_dual(position):
                return 0, False
            object_ = classes and self._forms[position][-1] != "ي" and self._is_surname_alone(position, count)
            return (0, False) if object_ or self._is_accusative(position) else (1, False)
        if count and following in LINEAGE:
            return (0, False) if classes & VERB else (1, False)
        if classes & MAYBE_NAME and not classes & VERB:
            next_classes = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
            if count:
                noun_phrase = next_classes & DEFINITE and (next_classes & NOUN or not next_classes & KNOWN)
                return (0, False) if noun_phrase else (1, False)
            return (1, False) if next_classes & KNOWN or following in LINEAGE else (0, False)
        after_known = count and classes & DEFINITE and not classes & CLITIC and self._classes[position - 1] & KNOWN
        if after_known and (classes & NATIONALITY or self._is_nisba(position)):
            return int(not self._is_described(position)), False
        return (
            (1, False)
            if self._is_descriptive_name(position, count) or self._is_common_noun_name(position, count)
            else (0, False)
        )

    def _is_preposed_dual(self, position: int) -> bool:
        """Whether an unknown word is a dual in the construct state behind a preposition (`ببرقيتي تهنئة`)."""
        form = self._forms[position]
        if form[0] not in "بل" or form[-2:] != "تي" or position + 1 >= self._size:
            return False
        return self._classes[position + 1] & (NOUN | KNOWN | CLITIC) == NOUN

    def _is_described(self, position: int) -> bool:
        """Whether two adjectives stand behind a family name (`سالم العلي التربوي المتخصص`)."""
        given = self._classes[position - 2] & (GIVEN | DEFINITE) == GIVEN
        if not given or not self._classes[position] & ADJECTIVE or not self._classes[position - 1] & FAMILY:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        return following & (ADJECTIVE | DEFINITE | KNOWN | NATIONALITY | CLITIC) == ADJECTIVE | DEFINITE

    def _is_surname_alone(self, position: int, count: int) -> bool:
        """Whether all that stands before the token is one family name that is no given name (`النائب الغانم`)."""
        if count != 1 or self._classes[position - 1] & KNOWN != FAMILY:
            return False
        return position < 2 or self._forms[position - 2] not in _PREFIXES  # عبد الفتاح العلي

    def _is_accusative(self, position: int) -> bool:
        """Whether an unknown word is written as an indefinite accusative (`إكليلا` with its tanwin), as no name is."""
        if self._forms[position][-1] != "ا":
            return False
        return "\u064b" in self._original(position)

    def _is_first_of_three(self, position: int) -> bool:
        """`الدكتور مظهر محمد صالح`: an ordinary noun is a given name where a father's and a family name follow."""
        if position + 2 >= self._size or not self._classes[position] & (NOUN | ADJECTIVE):
            return False
        if self._classes[position] & (_NO_NAME | DEFINITE | CLITIC) or self._forms[position] in self.stops:
            return False
        if position in self._barriers_at or self._is_inflected(self._forms[position]):
            return False
        father, family = self._classes[position + 1], self._classes[position + 2]
        if not father & GIVEN or father & (DEFINITE | CLITIC) or position + 1 in self._barriers_at:
            return False
        if self._forms[position + 2] in LINEAGE:
            return True
        return bool(family & KNOWN) and not family & CLITIC and position + 2 not in self._barriers_at

    def _is_first_of_two(self, position: int) -> bool:
        """`الدكتور مظهر الحربش`: a noun is a given name between an honorific and an unknown word with article."""
        if position - 1 not in self._honorifics_at or position + 1 >= self._size:
            return False
        if not self._classes[position - 1] & DEFINITE and self._forms[position - 1][:2] != "ال":
            return False
        classes = self._classes[position]
        if (
            not classes & (NOUN | ADJECTIVE)
            or classes & (_NO_NAME | DEFINITE | CLITIC)
            or position in self._barriers_at
        ):
            return False
        if self._forms[position] in self.stops or self._forms[position] in self.descriptive:
            return False
        return self._classes[position + 1] == DEFINITE and not self._is_inflected(self._forms[position])

    def _wants_family_name(self, position: int, count: int) -> bool:
        """Whether the name so far is one given name, or ends in a father's."""
        if position >= self._size:
            return False
        article = self._classes[position - 1] & ~self._classes[position] & DEFINITE
        if count == 1 and article and self._forms[position - 2] != "عبد":
            return False  # الدكتور العمري حاصل على
        if self._classes[position - 1] & GIVEN and self._forms[position - 1] not in self.stops:
            return count == 1 or self._forms[position - 2] in LINEAGE or self._closes_third(position, count)
        if count != 1:
            return False
        if not self._classes[position - 1]:  # باولو روسي
            return self._classes[position] & (NATIONALITY | DEFINITE | CLITIC) == NATIONALITY
        return self._forms[position - 2] == "عبد"

    def _closes_third(self, position: int, count: int) -> bool:
        """Whether a word after two given names ends the phrase (`نادر سالم مطير مديرا`)."""
        given = self._classes[position - 2] & (GIVEN | DEFINITE | CLITIC) == GIVEN
        return count == 2 and given and (self._ends_name(position + 1) or self._peek(position + 1) == ":")

    def _family_name(self, position: int, run: int) -> int:
        """How many tokens of a family name that is an ordinary word too begin here, after a title and a name."""
        classes, form = self._classes[position], self._forms[position]
        if position in self._barriers_at:
            # The title's own article or complement would follow (`سالم الشيخ لإذاعة`، `سالم السيد وخالد`).
            return int(bool(classes & KNOWN and classes & DEFINITE) and self._is_clitic(position + 1))
        if form in self.stops:
            return int(not classes & GIVEN and bool(classes & FAMILY))
        if (
            classes == VERB
            and self._peek(position + 1) in _AFTER_SUBJECT
            and run
            and self._forms[run - 1] in self._saying
        ):
            return 1  # أكد رئيس اللجنة كارل ليفن أن
        if form[0] == "ف" and (classes == CONJOINED | DEFINITE or classes & ~FAMILY == CONJOINED | GIVEN):
            return 1  # بيتر فالتر
        if classes & (_OPAQUE | POSSESSED | CONJOINED) or form in self.descriptive or self._is_inflected(form):
            return 0
        if classes & PREPOSED:
            return int(self._is_false_preposition(classes))
        if classes & FUNCTION:
            return int(form in _FOREIGN and self._is_foreign_particle(position)) * 2
        if classes & DEFINITE:
            return int(self._is_definite_family_name(position, run))
        return int(self._is_indefinite_family_name(position, run))

    def _is_clitic(self, position: int) -> bool:
        return position < self._size and self._classes[position] & (CLITIC | DEFINITE) in (CONJOINED, PREPOSED)

    @staticmethod
    def _is_false_preposition(classes: int) -> bool:
        """`بلان`: what stands after the seeming preposition takes none."""
        return not classes & ~(PREPOSED | CONJUNCTION | VERB)

    @staticmethod
    def _is_inflected(form: str) -> bool:
        """Whether the form is a sound plural or a feminine or accusative, which no family name is in news."""
        return form.endswith(("ات", "ه")) or (form.endswith(("ون", "ين")) and len(form) > 6) or form.endswith("ا")

    def _is_foreign_particle(self, position: int) -> bool:
        """`لويس فان دام` beside `فإن`."""
        following = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
        return not following & (_OPAQUE | CLITIC | DEFINITE | FUNCTION) and "إ" not in self._original(position)

    def _is_definite_family_name(self, position: int, run: int) -> bool:
        """`خالد الشائع`: a definite adjective or place, or a noun where it can be no verb's object."""
        classes = self._classes[position]
        following = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
        if classes & PLURAL:
            return self._forms[position].endswith("ي")  # a plural in the construct state has no article
        if following & DEFINITE and not following & (CLITIC | KNOWN) and position + 1 not in self._barriers_at:
            return False
        if not classes & NOUN or classes & ADJECTIVE:
            return True
        return self._ends_name(position + 1) or self._is_governed(run)

    def _is_indefinite_family_name(self, position: int, run: int) -> bool:
        """`كمال صعيدي`، `كمال باريس`: an adjective or place, or a noun that nothing completes."""
        classes = self._classes[position]
        following = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
        if following & DEFINITE and not following & CLITIC and position + 1 not in self._barriers_at:
            family = following & KNOWN and not following & _ORDINARY
            return bool(family) and self._forms[position + 1][-1] != "ه"
        if self._peek(position + 1) == "ما":  # أجمل ما
            return False
        if not classes & VERB and classes & (PLACE | ADJECTIVE):
            return True
        if not classes & (NOUN | ADJECTIVE) or (following & NOUN and not following & (KNOWN | CLITIC)):
            return False
        return self._ends_name(position + 1) or self._is_governed(run)

    def _ends_name(self, position: int) -> bool:
        """Whether a name that is a subject ends before the token: a title without article or `أن` follows."""
        if position in self._barriers_at:
            return not self._classes[position] & (CLITIC | DEFINITE)
        return self._ends_subject(position) or (position < self._size and self._classes[position] == VERB)

    def _is_governed(self, run: int) -> bool:
        """Whether what begins at `run` is in the genitive, so that no verb's object follows at once."""
        if self._classes[run] & PREPOSED:
            return True
        if not run:
            return False
        before = self._classes[run - 1]
        if before & PREPOSITION:
            return not before & VERB
        return bool(before & NOUN) and not before & (VERB | DEFINITE | POSSESSED | FUNCTION)

    def _is_common_noun_name(self, position: int, count: int) -> bool:
        """An ordinary noun or adjective as a name: between names, or where a subject ends (`سمير بديع، وزير`)."""
        classes = self._classes[position]
        if not count or not self._classes[position - 1] & KNOWN or position in self._barriers_at:
            return False
        if self._ends_subject(position + 1) and classes & NOUN and not classes & (_NO_NAME & ~VERB):
            return True
        if self._peek(position + 1) == ":" and not self._is_inflected(self._forms[position]):
            return not classes & (_NO_NAME | DEFINITE)  # قال المهندس سالم محمد منقل: "..."
        if classes & _NO_NAME:
            return False
        title_next = position + 1 in self._barriers_at and not self._classes[position + 1] & (CLITIC | DEFINITE)
        if self._ends_subject(position + 1) or (classes & DEFINITE and title_next):
            return True
        following = self._classes[position + 1] if position + 1 < self._size else 0
        family = self._classes[position - 1] & (DEFINITE | GIVEN) == DEFINITE  # الدكتور العمري حاصل على
        family = family or self._is_surname_alone(position, count)
        second = count == 1 and not family and not classes & (DEFINITE | CLITIC)
        if self._is_inflected(self._forms[position]) and not following & _OPAQUE:
            second = False
        if second and following & KNOWN and not following & (_ORDINARY | DEFINITE | CLITIC):
            return position + 1 not in self._barriers_at
        over = following & (_OPAQUE | FUNCTION | VERB) and not following & DEFINITE
        if second and (over or following & CONJOINED):
            return True
        return (
            not classes & DEFINITE
            and bool(following & DEFINITE and following & KNOWN)
            and not following & (CLITIC | NOUN)
            and self._forms[position + 1][-1] != "ه"
            and position + 1 not in self._barriers_at
        )

    def _ends_subject(self, position: int) -> bool:
        """Whether the words here show that the verb's subject is over: `أن`، or a comma and a title or `أن`."""
        if self._peek(position) in _AFTER_SUBJECT:
            return True
        following = position + 1
        return self._peek(position) == "," and (
            following in self._barriers_at or self._peek(following) in _AFTER_SUBJECT
        )

    def _is_descriptive_name(self, position: int, count: int) -> bool:
        """An adjective as a name: before a family name (`وطني العمري`), or last after a known one (`الصادق بديع`)."""
        classes = self._classes[position]
        following = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
        if not count and classes == VERB:
            return position - 1 in self._barriers_at and self._peek(position + 1) == "بن"  # beside `، قال ولد الشيخ`
        if not count and classes & (NOUN | ADJECTIVE) and not classes & (FUNCTION | DEFINITE | CLITIC):
            if self._peek(position + 1) in LINEAGE:
                return True
            if position + 1 not in self._barriers_at and not following & CLITIC:
                family = not following & DEFINITE or self._forms[position + 1].endswith("ي")
                return family and bool(following & KNOWN) and not following & (VERB | NOUN)
        if classes != ADJECTIVE or self._is_surname_alone(position, count):
            return False
        if count and position + 1 < self._size and self._forms[position + 1] in self.stops:
            return count == 1
        ends = following & (_OPAQUE | FUNCTION | VERB | CONJOINED)
        return count == 1 and bool(self._classes[position - 1] & KNOWN and ends)

    def _particle(self, position: int, count: int) -> tuple[int, bool]:
        """`بن محمد`، `عبد الله`، `آل سعود`: the particle with the word after it."""
        form = self._forms[position]
        form = form if form in _PREFIXES else form[1:]
        if position + 1 >= self._size or (form in LINEAGE and not count and form != "ولد"):
            return 0, False
        following, next_form = self._classes[position + 1], self._forms[position + 1]
        alone = (1, True) if form not in _BOUND and not self._classes[position] & FUNCTION else (0, False)
        named = KNOWN | NAME_PART | (ADJECTIVE if form in LINEAGE else 0)  # بن غربية
        if form == "ابي" and count and self._original(position)[0] == "آ":
            return 1, True  # شينزو آبي
        if following & _OPAQUE or (following & FUNCTION and not following & named):
            return alone
        if next_form in _PREFIXES:
            step, known = self._particle(position + 1, count + 1)
            return (step + 1, known) if step else alone
        if form in _BOUND:
            return 2, True
        if next_form in self.stops or following & (CLITIC | DEFINITE):
            return alone
        if following & (VERB if count else _ORDINARY) and not following & KNOWN:
            return alone
        return 2, True

    def _initial(self, position: int) -> tuple[int, bool]:
        if position + 2 < self._size and self._forms[position + 1] == "." and not self._classes[position + 2] & _OPAQUE:
            return 2, False
        return 0, False

    def _is_used_otherwise(self, position: int, count: int) -> bool:
        """Whether a word that is a name too is a verb or noun here (`أشرف على`، `وسام الحرب`)."""
        classes = self._classes[position]
        if count and classes & (DEFINITE | NOUN | FAMILY) == DEFINITE | NOUN and position + 1 < self._size:
            return bool(self._classes[position + 1] & PREPOSED)
        if count == 1 or not classes & (VERB | NOUN) or classes & DEFINITE or position + 1 >= self._size:
            return False
        following = self._classes[position + 1]
        if self._forms[position + 1] in self._times:
            return False
        if not count and classes & NOUN and following & (PLACE | KNOWN | DEFINITE | CLITIC) == PLACE:
            return True  # حرب روسيا
        if classes & NOUN and following & DEFINITE and following & NOUN and not following & CLITIC:
            participle = not count and classes & ADJECTIVE and self._forms[position] not in self._verbs
            if not count and position - 1 in self._honorifics_at and self._begins_title(position + 2):
                return False  # الدكتور رضا العدل رئيس اللجنة
            if (
                participle
                and not following & PLURAL
                and (self._is_titled(position) or self._ends_subject(position + 2))
            ):
                return False  # الدكتور محمد المندور، المدينة المنورة محمد المندور، أن
            return self._forms[position + 1] not in _SECOND_HALVES and (count > 0 or not following & KNOWN)
        if not count:
            return False
        if following & (KNOWN | NAME_PART):
            return position + 1 in self._barriers_at and bool(following & DEFINITE)
        if classes & VERB and self._forms[position] in self._verbs and following & (FUNCTION | CLITIC | NOUN):
            return True
        return bool(classes & NOUN and following & DEFINITE and following != DEFINITE)

    def _begins_title(self, position: int) -> bool:
        """Whether a head or honorific without article or proclitic begins at the token."""
        return position in self._barriers_at and not self._classes[position] & (CLITIC | DEFINITE)

    def _is_titled(self, position: int) -> bool:
        """Whether a head or honorific with the article stands right before the token (`الدكتور محمد`)."""
        return position - 1 in self._barriers_at and bool(self._classes[position - 1] & DEFINITE)

    def _closes(self, position: int, step: int) -> bool:
        """Whether a family name with the article ends here; after it only another such word or `بن` may follow."""
        if step > 1:
            return self._forms[position] == "ال"
        classes = self._classes[position]
        if classes & (DEFINITE | CONJOINED) != DEFINITE or self._forms[position] in _SECOND_HALVES:
            return False
        # Folding makes an article of `أليكسي`.
        return classes != DEFINITE or self._original(position)[0] not in _HAMZA
