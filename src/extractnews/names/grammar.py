"""Where a person's name begins and ends.

A name is as long as its words can be parts of names: given names, family names, particles (`بن`، `آل`، `فان`),
words that the lexicon does not know, and family names that are ordinary words where only a name can stand.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from extractnews.names.ambiguities import AmbiguousWords
from extractnews.names.behind_titles import TitledNames
from extractnews.names.context import NameContext
from extractnews.names.lexicon import (
    AFTER_SUBJECT,
    BOUND,
    DAYS,
    FOREIGN,
    HAMZA,
    LINEAGE,
    LOOSE,
    MADDA,
    NO_NAME,
    OPAQUE,
    ORDINALS,
    ORDINARY,
    PREFIXES,
    PRESENT,
    SECOND_HALVES,
    is_inflected,
)
from extractnews.names.steps import NameSteps
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
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    VERB,
)

_NAMELIKE: Final = GIVEN | FAMILY | NAME_PART | MAYBE_NAME
# Begin a name behind a title: السيد بن عيسى، الشيخ ابن باز.
_SONS: Final = frozenset(("بن", "ابن"))
_MAX_WORDS: Final = 9
_OF_GOD: Final = frozenset((("عز", "وجل"), ("العلي", "القدير")))  # behind المولى
_GOVERNED: Final = frozenset(("عن", "علي", "الي"))
_PARTS_OF_DAY: Final = frozenset(("صباح", "مساء", "ظهر", "فجر", "عصر", "ليل"))
_STATEMENTS: Final = frozenset(("مؤتمر", "تصريح", "تصريحات", "بيان", "كلمه", "حديث", "مقابله", "خطاب"))
_HEARERS: Final = frozenset(("للصحافيين", "للصحفيين", "لوكاله", "لصحيفه", "لقناه"))
# Words of their own that look like و and a syllable.
_NO_SYLLABLES: Final = frozenset(("وهو", "ولا", "وله"))


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


class NameGrammar:
    """Finds names in the tokens of an article.

    Attributes:
        context: the article as the rules for names see it.
    """

    def __init__(self, context: NameContext) -> None:
        self.context = context
        self._tokens, self._words, self._barriers = context.tokens, context.words, context.barriers
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._steps = NameSteps(context, AmbiguousWords(context))
        self._titled = TitledNames(context)
        self._special = context.words.special
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

    def _after(self, index: int, clitic: bool, run: int | None) -> Name | None:
        """The name that begins here, part by part; behind titles (`run`) an ordinary word may be one of its words."""
        position, count, known, closed = index, 0, 0, False
        while position < self._size and count < _MAX_WORDS:
            step, is_known = self._steps.at(position, count, closed, clitic)
            if not step and run is not None and not count:
                if self.context.is_compound(position):
                    step, is_known = 2, True  # وزير العدل فخر الدين العمري
                elif self._forms[position] in _SONS and self._titled.may_begin_lineage(position):
                    step, is_known = self._steps.particle(position, 1)  # السيد بن عيسى
                elif self._titled.is_first_of_three(position) or self._titled.is_first_of_two(position):
                    step = 1
            if not step and run is not None and not closed and self._titled.wants_family_name(position, count):
                step, is_known = self._titled.family_name(position, count, run), False
            if not step:
                break
            closed = self._steps.closes(position, step) and (count > 0 or step > 1)
            position += step
            count += 1
            known += is_known
        if not count:
            return None
        return Name(index, position, count, known, count == 1 and bool(self._classes[index] & DEFINITE))

    def _may_begin(self, index: int) -> bool:
        """Whether a name may begin here, as the token and the next one show: a cheap look before the rules."""
        if index >= self._size:
            return False
        form, classes = self._forms[index], self._classes[index]
        if (form, self._tokens.peek(index + 1)) in _OF_GOD:
            return False
        if form in self._special or len(form) == 1 or form in self._words.compounding:
            return True
        if form in self._words.verbs and self._tokens.peek(index + 1) in _GOVERNED and self._is_governing(index + 1):
            return False  # نائب الرئيس يعرب عن
        if classes & (OPAQUE | CLITIC):
            return False
        if not classes or classes & _NAMELIKE or classes == DEFINITE:
            return True
        if classes & FUNCTION or index + 1 >= self._size:
            return False
        if self._classes[index + 1] in (0, DEFINITE) and index - 1 in self.context.honorifics:
            return True
        following = self._forms[index + 1]
        return bool(self._classes[index + 1] & KNOWN) or following in LINEAGE or following == "الله"

    def _is_governing(self, position: int) -> bool:
        """Whether a preposition stands here and not the name `علي`."""
        return self._forms[position] != "علي" or self.context.is_preposition(position)

    def after_participle(self, index: int, *, governed: bool = False) -> Name | None:
        """The name that an ordinary word begins and a word that the lexicon lacks ends, None where none does.

        Only behind a title that wants its holder: `أعلن مدير النقابة فاهم بوكدوس أن`.

        Args:
            index: index of a token.
            governed: whether the title's verb stands before it, so that what reads as a verb behind it is none
                (`أعلن وزير النقل جاهد تورباش أن`).
        """
        if index + 1 >= self._size or index in self._barriers or self._forms[index] in self._words.stops:
            return None
        if not self._is_disguised(index, governed):
            return None
        accusative = self._classes[index] == VERB and self._forms[index][-1] == "ا"
        if accusative and not self._classes[index + 1] & KNOWN:
            return None  # رفض القاضي طلبا بفسخ
        family, classes = self._forms[index + 1], self._classes[index + 1]
        named = governed and (classes & KNOWN or classes == DEFINITE) and not classes & (ORDINARY | CLITIC)
        if not named and (classes or family[0] == "و" or is_inflected(family)):
            return None
        rest = self.after(index + 1)
        return None if rest is None or rest.words > 2 else Name(index, rest.last, rest.words + 1, rest.known, False)

    def _is_disguised(self, position: int, governed: bool) -> bool:
        """Whether an ordinary word may be a given name here: a participle, or what reads as a verb and is none."""
        classes, form = self._classes[position], self._forms[position]
        if classes == VERB:
            return governed and form not in self._words.verbs and not form.startswith(PRESENT)
        if classes & CLITIC and form[0] in "فك":  # فالنسا، كالوس: right behind a title no clause and no `كما` begins
            return classes & ~CLITIC == DEFINITE or (governed and form[0] == "ف" and not classes & (FUNCTION | NUMBER))
        if classes == PLACE:
            return governed  # التقى النائب تيمور العلي
        ordinary = NO_NAME | CLITIC | DEFINITE | OPAQUE | NATIONALITY
        if not classes & ADJECTIVE or classes & ordinary:
            return False
        return not is_inflected(form) and form not in self._words.descriptive

    def spoken(self, index: int, end: int) -> Name | None:
        """The name of two to four words between a title with its verb of saying and `أن`, None where none stands.

        There even a given name that is an ordinary word is one (`أكد وزير الصحة إعجاز جاكران أن`), and before a time or
        a statement a family name that reads as a verb or place (`أعلن وزير الصحة ميغيل باريس مساء الخميس`).

        Args:
            index: index of the token after the title.
            end: index after what reads as a name there without all this, behind which a time may leave one word.
        """
        for last in range(index + 1, index + 5):
            comma = self._tokens.peek(last) == ","
            if self._tokens.peek(last + comma) in AFTER_SUBJECT:
                return self.bounded(index, last, said=True) if last > index + 1 else None
            if last > index + 1 and self._tells_when(last):
                return self.bounded(index, last) if last == end + 1 else None
        return None

    def _tells_when(self, position: int) -> bool:
        """Whether a time or the occasion of a statement stands here (`مساء الخميس`، `في مؤتمر صحفي`)."""
        form = self._tokens.peek(position)
        if form in DAYS or form in _PARTS_OF_DAY or form in _HEARERS:
            return True
        return form == "في" and self._tokens.peek(position + 1) in _STATEMENTS

    def subject(self, index: int, floor: int) -> Name | None:
        """The name of two to four words between a verb of saying and the title at `index`, None where none stands.

        There even a family name that is an ordinary word or seems to have a proclitic is one
        (`قال دومينيك راب نائب الرئيس`، `قالت سالي كاهل، مديرة المتحف`).

        Args:
            index: index of the token after the name.
            floor: index of the first token that the name may begin with.
        """
        for first in (index - 2, index - 3, index - 4):
            if first > floor and self._wants_name(first - 1):
                return self.bounded(first, index)
        return None

    def _wants_name(self, position: int) -> bool:
        """Whether a verb of saying stands here, one with its object (`حضره فلان`), or `عن`: a name follows."""
        form = self._forms[position]
        if form in self._words.saying or form == "عن":
            return True
        described = self._classes[position] & (DEFINITE | CLITIC) == DEFINITE and position not in self._barriers
        if described and self._classes[position] & (NATIONALITY | NOUN | ADJECTIVE):
            return position > 0 and self._forms[position - 1] in self._words.saying  # قال الفرنسي فلان، مدرب
        return self._classes[position] & ~CONJOINED == VERB and form.endswith(("ه", "ها"))

    def bounded(self, first: int, last: int, *, said: bool = False) -> Name | None:
        """The name that the tokens [first, last), which other words set off on both sides, may be.

        Args:
            first: index of a token.
            last: index after the last token.
            said: whether a title and its verb stand before it, so that even an ordinary word may be the first.
        """
        known = 0
        for position in range(first, last):
            classes, form = self._classes[position], self._forms[position]
            own = position > first and self.context.is_own_article(position)  # فاليرو
            day = form in DAYS and not said and position == last - 1 == first + 1  # أوضح محمد الخميس رئيس اللجنة
            day = day or (position > first and self._forms[position - 1] == "عبد")  # عبد الأحد
            if (form in self._words.stops and not day) or (classes & (OPAQUE | CONJOINED | NATIONALITY) and not own):
                return None
            if position in self._barriers and (position == first or not classes & GIVEN):
                return None
            if said and (classes & PREPOSED or self.context.is_preposition(position) or form == "بان"):
                return None  # أكد الوزير سالم العلي بدمشق، أن
            if position == first:
                named = self._is_bounded_given(position) or (said and self._is_bounded_noun(position))
            else:
                named = self._is_bounded_family(position)
            if not named:
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
            return not is_inflected(form)
        maybe = classes & (MAYBE_NAME | KNOWN | VERB | PLURAL) == MAYBE_NAME
        if classes == VERB or maybe:  # قال جاهد تورباش، وزير النقل، إن
            following = self._classes[position + 1]
            alone = following & KNOWN and not following & (ORDINARY | CLITIC)
            other = form in self._words.verbs or form.startswith(PRESENT)
            return not other and (not following or bool(alone))
        return bool(classes & GIVEN) or (bool(classes & FAMILY) and not classes & ORDINARY)

    def _is_bounded_noun(self, position: int) -> bool:
        """Whether an ordinary word stands here and after it one that is a name alone or that the lexicon lacks."""
        classes, form, following = self._classes[position], self._forms[position], self._classes[position + 1]
        if classes & ~(ADJECTIVE | PLACE) not in (NOUN, 0) or form in self._words.descriptive:
            return False
        feminine = form[-1] == "ه" and self._forms[position - 1][-1] == "ه"  # الدكتورة فكرية
        if is_inflected(form) and not feminine:
            return False
        return following in (0, DEFINITE) or bool(
            following & (KNOWN | NAME_PART) and not following & (ORDINARY | CLITIC)
        )

    def _is_bounded_family(self, position: int) -> bool:
        """Whether the word may be a family name where nothing but a name stands."""
        classes, form, before = self._classes[position], self._forms[position], self._classes[position - 1]
        if classes & KNOWN or (not classes and form[0] != "و") or self._forms[position - 1] in ("بن", "عبد"):
            return True
        if form in BOUND:
            return bool(self._classes[position + 1] & KNOWN)  # فكرية أبا سليمان
        if form in self._words.syllables and form not in MADDA:
            return form not in LOOSE or self._forms[position - 1] in self._words.syllables
        if form in FOREIGN:
            return self.context.is_foreign_particle(position)
        if classes & FUNCTION or form in self._words.descriptive:
            return False
        if is_inflected(form):  # هند بارا
            return classes == NOUN and before & (GIVEN | ORDINARY) == GIVEN and not form.endswith("ات")
        if classes & CLITIC:
            return form[0] == "ف" or (form[0] in "بك" and not classes & DEFINITE)
        if classes & DEFINITE:
            return classes == DEFINITE or before & (GIVEN | VERB | CLITIC) == GIVEN
        if classes == VERB or (classes == ADJECTIVE and not before):
            return True
        if classes == NOUN and not before:
            return True  # قال إد ستون، مدير المشروع
        return bool(before & GIVEN) or self._forms[position - 2] == "عبد"

    def before(self, index: int, floor: int) -> Name | None:
        """The name that ends before the token at `index`, where a title begins, None where none does.

        Args:
            index: index of a token.
            floor: index of the first token that the name may begin with.
        """
        for first in range(self._leftmost(index, floor), index):
            if self._is_nationality_before_name(first, index) or self._is_noun_before_name(first, index):
                continue
            name = self.after(first, clitic=True)
            if name is not None and name.last == index - 1 and self._is_given_alone(first):
                name = self.after(first, clitic=True, run=first)
            if name is not None and name.last == index and not self._is_intruder(name):
                return self._second_of_two(name) or name
        return None

    def _second_of_two(self, name: Name) -> Name | None:
        """`عبود وكلاديو بريرا`: the second of two names that `و` joins, which the lexicon lacks with it."""
        for position in range(name.first + 1, name.last - 1):
            if self._forms[position][0] == "و" and not self._classes[position] and len(self._forms[position]) > 3:
                second = self.after(position, clitic=True)
                return second if second is not None and second.last == name.last else None
        return None

    def _leftmost(self, index: int, floor: int) -> int:
        """Index of the first of the tokens right before `index` that can all be parts of one name."""
        first = index
        while first > floor and index - first < _MAX_WORDS + 4:
            last = first - 1
            classes, form = self._classes[last], self._forms[last]
            if form in "-." and last > floor and self.context.joins(last):
                first = last
                continue
            opening = self._nickname_before(last) if form == ")" and first < index else 0
            if opening > floor:
                first = opening
                continue
            if first < index and self._is_joined_syllable(last):
                return last
            if not (self.may_end(last) if first == index else self._may_belong(last)):
                break
            if classes & CLITIC and (form[1:] in self._words.stops or form[2:] in self._words.stops):
                break  # ولابنة فلان
            first = last
            if classes & CLITIC and classes != PREPOSED | DEFINITE and not self._is_own_letter(first):
                break
        return first

    def _is_own_letter(self, position: int) -> bool:
        """Whether what seems a proclitic may be a family name's first letter."""
        return self.context.is_false_clitic(position) or self.context.is_own_article(position)

    def _is_joined_syllable(self, position: int) -> bool:
        """`ولي ثانه لونغ`: و and a syllable of a name that another follows; وهو is a pronoun."""
        form = self._forms[position]
        if form[0] != "و" or form in _NO_SYLLABLES or self._classes[position] & KNOWN:
            return False
        return form[1:] in self._words.syllables and self._tokens.peek(position + 1) in self._words.syllables

    def _nickname_before(self, closing: int) -> int:
        """Index of the bracket that opens a nickname of one or two words (`(أبو علي)`), 0 where none does."""
        for opening in (closing - 2, closing - 3):
            if opening >= 0 and self._forms[opening] == "(":
                return opening if self._steps.nickname(opening)[0] else 0
        return 0

    def may_end(self, position: int) -> bool:
        """Whether a name may end with the token, seen from the right."""
        return self._may_belong(position) or self._may_be_family_name(position)

    def _may_belong(self, position: int) -> bool:
        """Whether the token can be a part of a name at all, seen from the right."""
        classes, form = self._classes[position], self._forms[position]
        before = self._forms[position - 1] if position else ""
        if classes & OPAQUE or (form in self._words.stops and not classes & KNOWN and before != "عبد"):
            return False
        if before in PREFIXES:
            return True
        if form in self._words.syllables and (
            self._tokens.peek(position + 1) in self._words.syllables
            or (position > 0 and self._forms[position - 1] in self._words.syllables)
        ):
            return True
        if form in PREFIXES or form in SECOND_HALVES or form in ORDINALS or self.context.is_given_of_god(position):
            return True
        if self.context.is_compound(position) or (position and self.context.is_compound(position - 1)):
            return True
        if classes & FUNCTION:
            return bool(classes & (KNOWN | NAME_PART)) and not self.context.is_preposition(position)
        if classes & (KNOWN | NAME_PART | MAYBE_NAME):
            return True
        if not classes or classes & ~CLITIC == DEFINITE or classes == ADJECTIVE:
            return True
        if not classes & (NO_NAME | CLITIC) and position and self._classes[position - 1] & KNOWN:
            return True
        if position + 1 < self._size and self._forms[position + 1] in LINEAGE:
            return not classes & VERB
        return bool(classes & DEFINITE and classes & NATIONALITY) or self.context.is_nisba(position)

    def _may_be_family_name(self, position: int) -> bool:
        """Whether the token, an ordinary word, may be a family name: a given name stands before it."""
        classes = self._classes[position]
        if classes & CLITIC and self.context.is_false_clitic(position):
            return True  # إليزابيث باركنز
        if classes & (CLITIC | POSSESSED | FUNCTION) or not classes & (NOUN | ADJECTIVE | PLACE) or not position:
            return False
        return bool(self._classes[position - 1] & GIVEN) or self._forms[position - 1] in SECOND_HALVES

    def _is_nationality_before_name(self, position: int, index: int) -> bool:
        """Whether a nationality that is no part of the name stands before it (`التونسي سالم العلي، المدرب`)."""
        definite_nationality = DEFINITE | NATIONALITY
        if index - position < 3 or self._classes[position] & definite_nationality != definite_nationality:
            return False
        following = self._classes[position + 1]
        if self._forms[position + 1] == "عبد":
            return True  # قال الباحث المغربي عبد الإله العلي
        return following & (GIVEN | ORDINARY) == GIVEN and not self.context.is_compound(position + 1)

    def _is_noun_before_name(self, position: int, index: int) -> bool:
        """Whether a noun that is nobody's name governs the one after it (`على لسان روبرت سميث، مؤسس المنظمة`)."""
        other = ADJECTIVE | KNOWN | NAME_PART | MAYBE_NAME
        if position + 1 >= index or self._classes[position] & (NOUN | other) != NOUN:
            return False
        return bool(self._classes[position + 1] & GIVEN)

    def _is_given_alone(self, position: int) -> bool:
        """Whether a given name that is no ordinary word begins here, not in a longer name's middle."""
        if position and self._classes[position - 1] & KNOWN:
            return False
        if self._tokens.peek(position + 1) in LINEAGE or self._forms[position] == "عبد":
            return True
        return self._classes[position] & (GIVEN | ORDINARY) == GIVEN

    def _is_intruder(self, name: Name) -> bool:
        """Whether the first word is rather an unknown verb or noun before an Arabic name."""
        if name.words < 2:
            return False
        first, second = self._classes[name.first], self._classes[name.first + 1]
        if first & DEFINITE and not first & KNOWN and self._forms[name.first + 1] not in LINEAGE:
            return not HAMZA.intersection(self._tokens.original(name.first)[:2])  # وإليغ فلان
        form = self._forms[name.first]
        if first & PREPOSED and first & (NOUN | ADJECTIVE) and not first & KNOWN and form[-1] == "ا":
            return True  # دخل بديلا لفلان
        if (form in self._words.verbs or (form[0] == "و" and form[1:] in self._words.verbs)) and name.words > 2:
            return True  # وفتح سالم العلي، رئيس الاتحاد، تحقيقا
        if name.first and self._forms[name.first - 1] in self._words.saying:
            return False  # قال هانس جورج برطوش رئيس الجهاز
        return not first and bool(second & GIVEN) and name.words > 2
