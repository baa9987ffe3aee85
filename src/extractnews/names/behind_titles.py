"""What is a name only behind a title or an honorific: ordinary words as given names and as family names."""

from __future__ import annotations

from typing import Final

from extractnews.names.context import NameContext
from extractnews.names.lexicon import (
    AFTER_SUBJECT,
    DAYS,
    FOREIGN,
    LINEAGE,
    NO_NAME,
    OPAQUE,
    ORDINARY,
    PRESENT,
    is_inflected,
)
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
    NATIONALITY,
    NOUN,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    PREPOSITION,
    VERB,
)

_SHORTEST: Final = 4  # letters of a family name in ل and ي
_ENDS: Final = frozenset((".", "\n", ""))
_MARKS: Final = frozenset((",", ";", ".", "-", "(", "\n"))
# Of countries where no family is called after a day.
_WESTERN: Final = frozenset(("السيناتور", "السير", "اللورد", "الجنرال"))
# Adjectives that are family names too where they describe nothing.
_NEW: Final = frozenset(("الجديد", "الحالي"))
_JOINED_NAMES: Final = (CONJOINED | GIVEN, CONJOINED | FAMILY, CONJOINED | KNOWN)


class TitledNames:
    """Tells whether an ordinary word is a name, seeing that a title stands before the name."""

    def __init__(self, context: NameContext) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._barriers = context.barriers
        self._honorifics = context.honorifics

    def is_first_of_three(self, position: int) -> bool:
        """`الدكتور مظهر محمد صالح`: an ordinary noun is a given name where a father's and a family name follow."""
        if position + 2 >= self._size or not self._classes[position] & (NOUN | ADJECTIVE):
            return False
        if self._classes[position] & (NO_NAME | DEFINITE | CLITIC) or self._forms[position] in self._words.stops:
            return False
        if position in self._barriers or is_inflected(self._forms[position]):
            return False
        father, family = self._classes[position + 1], self._classes[position + 2]
        if not father & GIVEN or father & (DEFINITE | CLITIC) or position + 1 in self._barriers:
            return False
        if self._forms[position + 2] in LINEAGE:
            return True
        return bool(family & KNOWN) and not family & CLITIC and position + 2 not in self._barriers

    def is_first_of_two(self, position: int) -> bool:
        """`الدكتور مظهر الحربش`, `الجنرال سكوت غريشان`: between an honorific and a family name a noun is a given name.

        The family name is a word that the lexicon lacks or knows as a name alone.
        """
        if position + 1 >= self._size:
            return False
        if position - 1 not in self._honorifics:
            if self._forms[position - 1] != "." or position - 2 not in self._honorifics:
                return False  # د. دوري سميث
        elif not self._classes[position - 1] & DEFINITE and self._forms[position - 1][:2] != "ال":
            return False
        classes, form = self._classes[position], self._forms[position]
        if classes & (OPAQUE | DEFINITE | CLITIC | POSSESSED | FUNCTION | PLURAL) or position in self._barriers:
            return False
        if form in self._words.stops or form in self._words.descriptive or is_inflected(form):
            return False
        if form in LINEAGE or (form[0] in "لبكوف" and form[1:] in LINEAGE):
            return False  # استقبال الملك لبن سالم
        if self._classes[position + 1] == DEFINITE:
            return bool(classes & (NOUN | ADJECTIVE)) and not classes & NO_NAME
        return form not in self._words.verbs and self._is_family_alone(position + 1)

    def _is_family_alone(self, position: int) -> bool:
        """Whether a word without article stands here that is a name or unknown, and nothing else."""
        classes, form = self._classes[position], self._forms[position]
        other = ORDINARY | CLITIC | FUNCTION | DEFINITE | OPAQUE
        if position in self._barriers or classes & other:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        if is_inflected(form) and (classes or following or form[-1] != "ا"):
            return False  # but الجنرال سكوت برماندوا أغونا
        return bool(classes & KNOWN) or (not classes and form[0] != "و" and form not in self._words.stops)

    def may_begin_lineage(self, position: int) -> bool:
        """Whether `بن` after a title or its adjective begins a name (`السيد بن عيسى`، `الرئيس الأسبق بن علي`)."""
        if position - 1 in self._barriers:
            return True
        former = self._classes[position - 1] & (DEFINITE | KNOWN | CLITIC) == DEFINITE
        return former and position - 2 in self._barriers

    def wants_family_name(self, position: int, count: int) -> bool:
        """Whether the name so far is one given name, or ends in a father's."""
        if position >= self._size:
            return False
        article = self._classes[position - 1] & ~self._classes[position] & DEFINITE
        if count == 1 and article and self._forms[position - 2] != "عبد":
            return False  # الدكتور العمري حاصل على
        if self._classes[position - 1] & GIVEN and self._forms[position - 1] not in self._words.stops:
            return count == 1 or self._forms[position - 2] in LINEAGE or self._closes_third(position, count)
        if count != 1:
            return False
        if not self._classes[position - 1]:  # باولو روسي، سيوريانو فلورين
            national = self._classes[position] & (NATIONALITY | DEFINITE | CLITIC) == NATIONALITY
            return national or (self._forms[position][0] == "ف" and self._classes[position] in _JOINED_NAMES)
        return self._forms[position - 2] == "عبد"

    def _closes_third(self, position: int, count: int) -> bool:
        """Whether a word after two or three given names ends the phrase (`نادر سالم مطير مديرا`)."""
        given = self._classes[position - 2] & (GIVEN | DEFINITE | CLITIC) == GIVEN
        if not given or not 2 <= count <= 3 or (count == 3 and self._classes[position] & PREPOSED):
            return False
        over = self._context.ends_name(position + 1) or self._context.ends_item(position + 1)
        return over or self._tokens.peek(position + 1) == ":"

    def family_name(self, position: int, count: int, run: int) -> int:
        """How many tokens of a family name that is an ordinary word too begin here, after a title and a name."""
        classes, form = self._classes[position], self._forms[position]
        if position in self._barriers:
            # The title's own article or complement would follow (`سالم الشيخ لإذاعة`، `سالم السيد وخالد`).
            known = bool(classes & KNOWN and classes & DEFINITE) and self._is_clitic(position + 1)
            return int(known or (count == 1 and self._is_bare_head_a_family_name(position)))
        if form in self._words.stops:
            named = not classes & GIVEN and bool(classes & FAMILY)
            if count == 1 and not named:
                named = self._is_day_a_family_name(position) if form in DAYS else False
                named = named or (form in _NEW and self._is_new_a_family_name(position, run))
            return int(named)
        said = run > 0 and self._forms[run - 1] in self._words.saying
        if said and classes == VERB and self._tokens.peek(position + 1) in AFTER_SUBJECT:
            return 1  # أكد رئيس اللجنة كارل ليفن أن
        if self._is_set_off(position, count, run) or (count == 1 and self._is_noun_set_off(position)):
            return 1
        if form[0] == "ف" and self._is_false_conjunction(position, count):
            return 1
        if classes & (OPAQUE | POSSESSED | CONJOINED) or form in self._words.descriptive or is_inflected(form):
            return 0
        if classes & PREPOSED:
            return int(self._is_false_preposition(form, classes) or self._is_name_in_ba(position, count))
        if classes & FUNCTION:
            return int(form in FOREIGN and self._context.is_foreign_particle(position)) * 2
        if classes & DEFINITE:
            return int(self._is_definite_family_name(position, run))
        return int(self._is_indefinite_family_name(position, run))

    def _is_set_off(self, position: int, count: int, run: int) -> bool:
        """`الدكتور سالم خاطر وكيل الكلية`: what reads as a verb ends the name where a title stands behind it.

        Before a full stop or `أن` it does where the sentence has its verb (`حضر المدير والمهندس سالم خاطر.`).
        """
        classes, form = self._classes[position], self._forms[position]
        if classes & ~CONJOINED != VERB or form.startswith(PRESENT) or form in self._words.verbs:
            return False
        following = self._tokens.peek(position + 1)
        if following == ",":
            return self._context.ends_subject(position + 1) or self._context.ends_item(position + 1)
        if following in _ENDS:
            item = bool(self._classes[run] & CONJOINED) or (run > 0 and self._forms[run - 1] == ",")
            return not classes & CONJOINED and (item or self._is_governed(run))
        if following in AFTER_SUBJECT:
            return run > 0 and self._classes[run - 1] & ~CONJOINED == VERB
        if position + 1 not in self._barriers or self._classes[position + 1] & (PREPOSED | POSSESSED):
            return False
        if self._classes[position + 1] & (CONJOINED | DEFINITE) == DEFINITE:
            return False  # الدكتور سالم قابل الوزير
        return count == 1 or following[-1] == "ا"

    def _is_noun_set_off(self, position: int) -> bool:
        """`القاضية منى صليبا ورئيسة المحكمة`: a noun in ا or ه right before another title."""
        form, classes = self._forms[position], self._classes[position]
        if classes & ~PLACE != NOUN or form[-1] not in "اه":
            return False
        comma = self._tokens.peek(position + 1) == ","
        following = position + 1 + comma
        if following not in self._barriers or "\u064b" in self._tokens.original(position):
            return False
        return not self._classes[following] & (PREPOSED | POSSESSED | (CONJOINED if comma else DEFINITE))

    def _is_clitic(self, position: int) -> bool:
        """Whether a word with a proclitic and without article stands here."""
        return position < self._size and self._classes[position] & (CLITIC | DEFINITE) in (CONJOINED, PREPOSED)

    def _is_bare_head_a_family_name(self, position: int) -> bool:
        """`قال الدكتور سالم السفير إن`: behind one given name a title with nothing behind it but the clause."""
        article = self._classes[position] & (DEFINITE | CLITIC) == DEFINITE or self._forms[position][:2] == "ال"
        given = self._classes[position - 1] & (GIVEN | FAMILY | PLACE) == GIVEN
        return article and given and self._tokens.peek(position + 1) in AFTER_SUBJECT

    def _is_day_a_family_name(self, position: int) -> bool:
        """`قال مدير المكتب سالم الخميس، أن`: behind one given name no day stands between it and the clause."""
        comma = self._tokens.peek(position + 1) == ","
        given = self._classes[position - 1] & (GIVEN | FAMILY | PLACE) == GIVEN
        given = given and self._forms[position - 2] not in _WESTERN
        return given and self._tokens.peek(position + 1 + comma) in AFTER_SUBJECT

    def _is_new_a_family_name(self, position: int, run: int) -> bool:
        """`مدح الدكتور سالم الجديد المسرحية`: behind honorific and given name, beside `كتاب الدكتور سالم الجديد`."""
        if position - 2 not in self._honorifics or self._classes[position - 1] & (GIVEN | DEFINITE) != GIVEN:
            return False
        titled = position + 1 in self._barriers and not self._classes[position + 1] & CLITIC
        return titled or (run > 0 and bool(self._classes[run - 1] & VERB))

    def _is_false_conjunction(self, position: int, count: int) -> bool:
        """`بيتر فالتر`, `إيرينا فلورين`; `سميرة فراح،`, where the clause that ف would open is over at once."""
        classes = self._classes[position]
        if classes == CONJOINED | DEFINITE or classes & (CONJOINED | KNOWN | ORDINARY | DEFINITE) in _JOINED_NAMES:
            return True
        return count == 1 and classes == CONJOINED | VERB and self._tokens.peek(position + 1) in _MARKS

    def _is_name_in_ba(self, position: int, count: int) -> bool:
        """`سميرة بادو،`: ب before a family name without article, which a mark sets off behind one given name."""
        plain = self._classes[position] & (KNOWN | ORDINARY | DEFINITE | POSSESSED)
        if count > 1 or self._forms[position][0] != "ب" or not plain or plain & ~KNOWN:
            return False
        return self._tokens.peek(position + 1) in _MARKS

    @staticmethod
    def _is_false_preposition(form: str, classes: int) -> bool:
        """`بلان`، `لمريني`: what stands after the seeming preposition takes none."""
        if form[0] == "ل" and form[-1] == "ي" and len(form) > _SHORTEST:
            return not classes & ~(PREPOSED | ADJECTIVE | NATIONALITY)
        return not classes & ~(PREPOSED | CONJUNCTION | VERB)

    def _is_definite_family_name(self, position: int, run: int) -> bool:
        """`خالد الشائع`: a definite adjective or place, or a noun where it can be no verb's object."""
        classes = self._classes[position]
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        if classes & PLURAL:
            return self._forms[position].endswith("ي")  # a plural in the construct state has no article
        if following & DEFINITE and not following & (CLITIC | KNOWN) and position + 1 not in self._barriers:
            return False
        if not classes & NOUN or classes & ADJECTIVE:
            return True
        if self._context.ends_name(position + 1) or self._is_governed(run):
            return True
        joined = position + 1 in self._barriers and following & CLITIC == CONJOINED
        over = joined or self._tokens.peek(position + 1) in _ENDS
        return over and self._forms[position][-1] == "ي"  # محمد المجلي.

    def _is_indefinite_family_name(self, position: int, run: int) -> bool:
        """`كمال صعيدي`، `كمال باريس`: an adjective or place, or a noun that nothing completes."""
        classes = self._classes[position]
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        if following & DEFINITE and not following & CLITIC and position + 1 not in self._barriers:
            family = following & KNOWN and not following & ORDINARY
            return bool(family) and self._forms[position + 1][-1] != "ه"
        if self._tokens.peek(position + 1) == "ما":  # أجمل ما
            return False
        if not classes & VERB and classes & (PLACE | ADJECTIVE):
            return True
        if not classes & (NOUN | ADJECTIVE) or (following & NOUN and not following & (KNOWN | CLITIC)):
            return False
        over = self._context.ends_name(position + 1) or self._context.ends_item(position + 1)
        joined = position + 1 in self._barriers and following & CLITIC == CONJOINED
        return over or joined or self._is_governed(run)

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
