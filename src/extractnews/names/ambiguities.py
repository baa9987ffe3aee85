"""Words that are a name and something else: which of both they are where they stand."""

from __future__ import annotations

import re
from typing import Final

from extractnews.names.context import NameContext
from extractnews.names.lexicon import (
    AFTER_SUBJECT,
    BRINGING,
    BROUGHT,
    FOREIGN,
    HAMZA,
    LINEAGE,
    MADDA,
    NO_NAME,
    OPAQUE,
    ORDINARY,
    PREFIXES,
    SECOND_HALVES,
    is_inflected,
)
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NAME_PART,
    NATIONALITY,
    NOUN,
    PLACE,
    PLURAL,
    PREPOSED,
    VERB,
)

_DEPUTY: Final = ["مساعد"]
_SHEIKH: Final = "شيخ"
_NOT: Final = "عدم"
# Particles of Portuguese names: لويس لولا دا سيلفا.
_IBERIAN: Final = frozenset(("دا", "دي", "دو", "داس", "دوس"))


_SPEAKERS: Final = frozenset(
    prefix + noun + ending
    for noun in ("متحدث", "ناطق")
    for prefix in ("", "ال", "و", "وال", "لل", "ل")
    for ending in ("", "ه", "ا")
)
# Verbal nouns, which no name begins with: احتجاز فلان، تعيين فلان.
_VERBAL_NOUN: Final = re.compile("ا.ت.ا.|ان..ا.|است..?ا.|ت..ي.")


class AmbiguousWords:
    """Tells whether a word is a part of a name where it stands, from its classes and its neighbours.

    `position` is the index of the word's token, `count` how many words of the name stand before it.
    """

    def __init__(self, context: NameContext) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._barriers = context.barriers
        self._honorifics = context.honorifics

    def may_be_name(self, position: int, count: int) -> bool:
        """Whether a word that the lexicon does not list as a name is one here (`شميتز`، `سالم القناص`، `سمير بديع`)."""
        classes = self._classes[position]
        if self._forms[position] in self._words.saying and self._tokens.peek(position + 1) in AFTER_SUBJECT:
            return False  # الأمير بندر بن سلطان ذكر أن
        if not classes or classes & ~CLITIC == DEFINITE:
            return not self._is_foreign_to_names(position, count)
        if count and self._tokens.peek(position + 1) in LINEAGE:
            return not classes & VERB
        if count and classes == NOUN and _VERBAL_NOUN.fullmatch(self._forms[position]):
            return self._tokens.peek(position + 1) == ","  # قرر الفريق الأخضر استقبال فارس
        if classes & MAYBE_NAME and not classes & VERB:
            return self._is_maybe_name(position, count)
        after_known = count and classes & DEFINITE and not classes & CLITIC and self._classes[position - 1] & KNOWN
        if after_known and (classes & NATIONALITY or self._context.is_nisba(position)):
            return not self._is_described(position)
        return self._is_descriptive_name(position, count) or self._is_common_noun_name(position, count)

    def _is_foreign_to_names(self, position: int, count: int) -> bool:
        """Whether a word without classes is no name: `ببرقيتي تهنئة`، an object after a surname alone, `إكليلا`."""
        classes = self._classes[position]
        if count and not classes and (self._is_preposed_dual(position) or self._is_preposed_hamza(position)):
            return True
        if classes and self._forms[position][-1] != "ي" and self._is_surname_alone(position, count):
            return True  # كرم الوزير الغانم المتفوقين
        return self._is_accusative(position)

    def _is_maybe_name(self, position: int, count: int) -> bool:
        """Whether an ordinary word that is somebody's name as well is the name: no noun phrase begins with it."""
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        if count:
            noun_phrase = following & DEFINITE and (following & NOUN or not following & KNOWN)
            return not noun_phrase
        return bool(following & KNOWN) or self._tokens.peek(position + 1) in LINEAGE

    def is_used_otherwise(self, position: int, count: int) -> bool:
        """Whether a word that is a name too is a verb or noun here (`أشرف على`، `وسام الحرب`)."""
        classes = self._classes[position]
        if self._is_preposed_hamza(position):
            return True
        if position + 1 >= self._size:
            return False
        following = self._classes[position + 1]
        if count and classes & (DEFINITE | NOUN | FAMILY) == DEFINITE | NOUN:
            return bool(following & PREPOSED)
        if count == 1 or not classes & (VERB | NOUN) or classes & DEFINITE:
            return False
        if classes & VERB and self._forms[position + 1] == _NOT:
            return True  # قال مسؤول فضل عدم ذكر اسمه
        if self._forms[position + 1] in self._words.times:
            return False
        if not count and classes & NOUN and following & (PLACE | KNOWN | DEFINITE | CLITIC) == PLACE:
            return True  # حرب روسيا
        if (
            count
            and classes & GIVEN
            and classes & ADJECTIVE
            and position + 1 in self._barriers
            and following & DEFINITE
        ):
            return False  # محمد إسماعيل خالد الأمين العام
        if classes & NOUN and following & DEFINITE and following & NOUN and not following & CLITIC:
            return self._opens_noun_phrase(position, count)
        if not count:
            return False
        if following & (KNOWN | NAME_PART):
            return position + 1 in self._barriers and bool(following & DEFINITE)
        if classes & VERB and self._forms[position] in self._words.verbs and following & (FUNCTION | CLITIC | NOUN):
            return True
        return bool(classes & NOUN and following & DEFINITE and following != DEFINITE)

    def _opens_noun_phrase(self, position: int, count: int) -> bool:
        """Whether the noun here and the definite noun after it are no name (`وسام الحرب` beside `رضا العدل`)."""
        classes, following = self._classes[position], self._classes[position + 1]
        if not count:
            if position - 1 in self._honorifics and self._begins_title(position + 2):
                return False  # الدكتور رضا العدل رئيس اللجنة
            participle = classes & ADJECTIVE and self._forms[position] not in self._words.verbs
            ends = self._is_titled(position) or self._context.ends_subject(position + 2)
            if participle and not following & PLURAL and ends:
                return False  # الدكتور محمد المندور، المدينة المنورة محمد المندور، أن
        return self._forms[position + 1] not in SECOND_HALVES and (count > 0 or not following & KNOWN)

    def is_particle_a_name(self, position: int, count: int) -> bool:
        """Whether a particle that is a name too (`علي`، `لي`، `باسم`، `خلف`) is the name here."""
        classes, form = self._classes[position], self._forms[position]
        if form in MADDA or form == "الان":
            return self._tokens.original(position).startswith("آ" if form in MADDA else ("آ", "أ"))
        if not classes & KNOWN:
            return False
        if self._context.is_preposition(position):  # الرئيس على عبدالله صالح
            return not count and (self._begins_plain_name(position + 1) or self._is_egyptian_ali(position))
        if form in ("علي", "وعلي"):
            return True
        if form == "امام" and self._tokens.original(position)[0] == "أ":
            return False
        next_form = self._tokens.peek(position + 1)
        if next_form in LINEAGE:
            return True
        if not count:
            return self._is_particle_a_first_name(position)
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        if next_form in _IBERIAN or following & OPAQUE:
            return True
        if form == "امام":
            return bool(following & (FUNCTION | VERB) and self._classes[position - 1] & GIVEN)  # عادل إمام في
        return len(form) <= 3 and (not following or bool(following & KNOWN)) and not following & DEFINITE

    def _is_egyptian_ali(self, position: int) -> bool:
        """`الدكتور على الجمل` where the article writes `فى` too: between an honorific and what is a name alone."""
        if position - 1 not in self._honorifics or position + 1 >= self._size or not self._tokens.writes(" فى "):
            return False
        following = self._classes[position + 1]
        return bool(following & KNOWN) and not following & (ORDINARY | CLITIC | FUNCTION)

    def _is_particle_a_first_name(self, position: int) -> bool:
        """Whether a name or an unknown word follows a particle where a name may begin (`خلف الفرحان الشمري`)."""
        if self._tokens.peek(position + 1) in FOREIGN:
            return True
        if self._forms[position] == "باسم" and not _SPEAKERS.isdisjoint(self._forms[max(0, position - 2) : position]):
            return False  # المتحدثة باسم فلانة
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        family = following & DEFINITE and following & KNOWN and not following & (ORDINARY | CLITIC)
        titled = position - 1 in self._barriers  # الدكتورة هيا المنيع
        if family and self._forms[position] not in BRINGING and (titled or self._is_family_after(position + 2)):
            return True
        return not following or (bool(following & (KNOWN | NAME_PART)) and not following & DEFINITE)

    def is_head_a_name(self, position: int) -> bool:
        """Whether a title's head or an honorific here is rather a name (`محمد أمين العمري`، `حسن الشيخ`)."""
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if not self._classes[position] & (KNOWN | MAYBE_NAME):
            return bool(following & DEFINITE and following & KNOWN) and not following & ORDINARY
        if self._classes[position] & DEFINITE or self._forms[position].startswith("ال"):
            if self._forms[position] in BROUGHT and self._tokens.peek(position + 1) in BRINGING:
                return False  # المشرف على المركز
            ends = following & (OPAQUE | VERB | FUNCTION) and not following & DEFINITE
            given = self._classes[position] & GIVEN and following & (KNOWN | ORDINARY | DEFINITE) == FAMILY | DEFINITE
            if given and position and self._is_given(position - 1):
                return True  # أحمد الأمين الأنصاري
            joined = following & CONJOINED and position + 1 not in self._context.honorifics  # فلان المالك والمدير العام
            titled = position + 1 in self._barriers and not joined
            return bool(ends) or self._tokens.peek(position + 1) in LINEAGE or titled
        if following & PLACE and not following & GIVEN:
            return self._is_nisba_behind_two(position)  # but not تشارلز أمير ويلز
        if self._forms[position] == _SHEIKH and following & DEFINITE:
            return False  # شيخ الأزهر
        if self._forms[position + 1 : position + 2] == _DEPUTY:
            return False  # سالم العلي أمين مساعد الحزب
        if following & (VERB | NOUN) == VERB or following & (KNOWN | NAME_PART | OPAQUE | FUNCTION | CLITIC):
            return True  # not before a noun that is a verb too: فلان أمين عام الحزب
        return following in (0, DEFINITE)

    def _is_nisba_behind_two(self, position: int) -> bool:
        """`محمد أمين الدبي`: a given name before the word, and after it what would be a place without article and ي."""
        following = self._classes[position + 1]
        if following & (DEFINITE | NATIONALITY | ADJECTIVE) != DEFINITE or self._forms[position + 1][-1] != "ي":
            return False
        return position > 0 and self._is_given(position - 1)

    def _is_given(self, position: int) -> bool:
        """Whether a given name without article or proclitic stands here."""
        return self._classes[position] & (GIVEN | DEFINITE | CLITIC) == GIVEN

    def _is_preposed_dual(self, position: int) -> bool:
        """Whether an unknown word is a dual in the construct state behind a preposition (`ببرقيتي تهنئة`)."""
        form = self._forms[position]
        if form[0] not in "بل" or form[-2:] != "تي" or position + 1 >= self._size:
            return False
        return self._classes[position + 1] & (NOUN | KNOWN | CLITIC) == NOUN

    def _is_preposed_hamza(self, position: int) -> bool:
        """Whether a hamza's alef stands behind ب or ل, as it does at a word's beginning (`بإحقاق`)."""
        return self._forms[position][0] in "بل" and self._tokens.original(position)[1:2] in HAMZA

    def _is_accusative(self, position: int) -> bool:
        """Whether an unknown word is written as an indefinite accusative (`إكليلا` with its tanwin), as no name is."""
        if self._forms[position][-1] != "ا":
            return False
        return "\u064b" in self._tokens.original(position)

    def _is_surname_alone(self, position: int, count: int) -> bool:
        """Whether all that stands before the token is one family name that is no given name (`النائب الغانم`)."""
        if count != 1 or self._classes[position - 1] & KNOWN != FAMILY:
            return False
        return position < 2 or self._forms[position - 2] not in PREFIXES  # عبد الفتاح العلي

    def _is_described(self, position: int) -> bool:
        """Whether two adjectives stand behind a family name (`سالم العلي التربوي المتخصص`)."""
        given = self._classes[position - 2] & (GIVEN | DEFINITE) == GIVEN
        if not given or not self._classes[position] & ADJECTIVE or not self._classes[position - 1] & FAMILY:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        return following & (ADJECTIVE | DEFINITE | KNOWN | NATIONALITY | CLITIC) == ADJECTIVE | DEFINITE

    def _is_common_noun_name(self, position: int, count: int) -> bool:
        """An ordinary noun or adjective as a name: between names, or where a subject ends (`سمير بديع، وزير`)."""
        classes, form = self._classes[position], self._forms[position]
        known = self._classes[position - 1] & KNOWN or self._forms[position - 1] in SECOND_HALVES  # عبد الحق الخيام
        if not count or not known or position in self._barriers:
            return False
        ends = self._context.ends_subject(position + 1)
        if ends and classes & NOUN and not classes & (NO_NAME & ~VERB):
            return True
        if ends and classes == PLACE | DEFINITE:
            return True  # قال سالم الخيام، مدير
        if self._tokens.peek(position + 1) == ":" and not is_inflected(form):
            return not classes & (NO_NAME | DEFINITE)  # قال المهندس سالم محمد منقل: "..."
        if classes & NO_NAME:
            return False
        if ends or (classes & DEFINITE and self._begins_title(position + 1)):
            return True
        if self._is_second_name(position, count):
            return True
        following = self._classes[position + 1] if position + 1 < self._size else 0
        family = following & DEFINITE and following & KNOWN and not following & (CLITIC | NOUN)
        if classes & DEFINITE or not family or position + 1 in self._barriers:
            return False
        return self._forms[position + 1][-1] != "ه"

    def _is_second_name(self, position: int, count: int) -> bool:
        """Whether the word follows a given name, and a family name or what is no noun phrase's follows the word."""
        classes = self._classes[position]
        alone = self._classes[position - 1] & (DEFINITE | GIVEN) == DEFINITE  # الدكتور العمري حاصل على
        if count != 1 or alone or self._is_surname_alone(position, count) or classes & (DEFINITE | CLITIC):
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if is_inflected(self._forms[position]) and not following & OPAQUE:
            return False
        if following & KNOWN and not following & (ORDINARY | DEFINITE | CLITIC):
            return position + 1 not in self._barriers
        over = following & (OPAQUE | FUNCTION | VERB) and not following & DEFINITE
        return bool(over or following & CONJOINED)

    def _is_descriptive_name(self, position: int, count: int) -> bool:
        """An adjective as a name: before a family name (`وطني العمري`), or last after a known one (`الصادق بديع`)."""
        classes = self._classes[position]
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        if not count and classes == VERB:
            titled = position - 1 in self._barriers  # beside `، قال ولد الشيخ`
            return titled and self._tokens.peek(position + 1) == "بن"
        if not count and classes & (NOUN | ADJECTIVE) and not classes & (FUNCTION | DEFINITE | CLITIC):
            if self._tokens.peek(position + 1) in LINEAGE:
                return True
            apart = position - 1 in self._honorifics or self._forms[position - 1] == ","
            if classes & PLURAL and not apart:
                return False  # القيادات اتهامات العلي, but الجنرال آثار عباس
            form = self._forms[position]
            if form in self._words.verbs or (classes == NOUN and _VERBAL_NOUN.fullmatch(form)):
                return False
            if position + 1 not in self._barriers and not following & CLITIC:
                family = not following & DEFINITE or self._forms[position + 1].endswith("ي")
                return family and bool(following & KNOWN) and not following & (VERB | NOUN)
        if self._tokens.peek(position + 1) == "من" and self._tokens.peek(position + 2) == "قبل":
            return False  # الدكتور سالم مكلف من قبل
        if classes != ADJECTIVE or self._is_surname_alone(position, count) or self._forms[position][-1] == "ا":
            return False  # كان الأمير محمد متورطا
        if count and position + 1 < self._size and self._forms[position + 1] in self._words.stops:
            return count == 1
        ends = following & (OPAQUE | FUNCTION | VERB | CONJOINED)
        return count == 1 and bool(self._classes[position - 1] & KNOWN and ends)

    def _begins_plain_name(self, position: int) -> bool:
        """Whether a given name that is no other word stands here right after a title, and a name after it."""
        plain = position + 1 < self._size and self._classes[position] & (GIVEN | ORDINARY | CLITIC | DEFINITE) == GIVEN
        before = self._classes[position - 2] & (DEFINITE | ADJECTIVE)
        title = (
            position - 2 in self._barriers
            or before == DEFINITE | ADJECTIVE
            or (before == DEFINITE and position - 3 in self._barriers)  # الرئيس المخلوع على عبدالله صالح
        )
        return plain and title and self._is_family_after(position + 1)

    def _is_family_after(self, position: int) -> bool:
        """Whether a family name that is no other word stands here."""
        return position < self._size and bool(
            self._classes[position] & KNOWN and not self._classes[position] & (NOUN | CLITIC)
        )

    def _begins_title(self, position: int) -> bool:
        """Whether a head or honorific without article or proclitic begins at the token."""
        return position in self._barriers and not self._classes[position] & (CLITIC | DEFINITE)

    def _is_titled(self, position: int) -> bool:
        """Whether a head or honorific with the article stands right before the token (`الدكتور محمد`)."""
        return position - 1 in self._barriers and bool(self._classes[position - 1] & DEFINITE)
