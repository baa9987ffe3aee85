"""How far the next part of a person's name reaches: a word, a particle with its word, a nickname in brackets."""

from __future__ import annotations

from typing import Final

from extractnews.names.ambiguities import AmbiguousWords
from extractnews.names.context import NameContext
from extractnews.names.lexicon import (
    BLESSINGS,
    BOUND,
    DAYS,
    FOREIGN,
    HAMZA,
    LINEAGE,
    LOOSE,
    MADDA,
    OPAQUE,
    ORDINALS,
    ORDINARY,
    PREFIXES,
    SECOND_HALVES,
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
    NAME_PART,
    NOUN,
    NUMBER,
    PLACE,
    PREPOSED,
    VERB,
)

_NAMES_ALONE: Final = (GIVEN, FAMILY, KNOWN)
_NO_SYLLABLE: Final = VERB | NOUN | ADJECTIVE | DEFINITE
_FOLLOWED: Final = frozenset(("فان", "ثي"))  # Vietnamese middle names, behind which a given name stands
_PLAIN_OUT: Final = OPAQUE | CLITIC | FUNCTION
_ORDER: Final = "وسام"  # a given name, and what a name's bearer may be given
_SETTING_OFF: Final = frozenset((",", ";", "-", "("))
_CLOSING: Final = frozenset((";", ".", ")", "("))
_CONDITIONS: Final = frozenset(("لو",))  # conjunctions that are names too
_FAN: Final = "فان"  # a family name and a middle name in Vietnam: فان فان هوي
_HMONG: Final = "ا"
_THI: Final = "ثي"
_WAD: Final = "ود"
_SENTENCE_ENDS: Final = frozenset((".", "\n"))
_CLAUSE: Final = 16
_TEN: Final = "عشر"  # لويس الخامس عشر
_FEMININE_ORDINALS: Final = frozenset(("الثانيه", "الثالثه", "الرابعه"))
_RELATIVES: Final = frozenset(("الذي", "التي", "الذين"))
# After a nationality: سالم العلي الليبي الجنسية.
_ORIGINS: Final = frozenset(("الجنسيه", "الاصل", "المولد"))
_GIVEN_WITH_ARTICLE: Final = frozenset(("الحسن", "الحسين"))
_PILGRIM: Final = "الحاج"
_GENERATIONS: Final = frozenset(("الاب", "الابن"))

Step = tuple[int, bool]
"""How many tokens the next part of a name has, 0 where the name is over, and whether the lexicon knows it."""
NO_STEP: Final = (0, False)


class NameSteps:
    """Reads the parts of a name one by one.

    `position` is the index of a token, `count` how many words of the name stand before it, `closed` whether they end
    in a family name with the article.
    """

    def __init__(self, context: NameContext, ambiguous: AmbiguousWords) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._barriers = context.barriers
        self._honorifics, self._ambiguous, self._special = context.honorifics, ambiguous, context.words.special

    def at(self, position: int, count: int, closed: bool, clitic: bool) -> Step:
        """The part of the name that begins here; `clitic` allows a proclitic before the name's first word."""
        form, classes = self._forms[position], self._classes[position]
        if count and form in self._words.compounding and self._context.is_compound(position):
            return 2, True
        if count and form == _PILGRIM and not closed and self._is_given(position + 1):
            return 2, True  # حسين الحاج حسن
        if count and form in _GENERATIONS and self._is_generation(position):
            return 1, True
        if not classes & _PLAIN_OUT and form not in self._special and len(form) > 1 and not clitic:
            return self._plain_step(position, count, closed)
        if classes & OPAQUE:
            return self._mark_step(position) if count else NO_STEP
        if self._stops_here(position, count):
            return NO_STEP
        if (form in SECOND_HALVES and not count) or (form in BLESSINGS and self._tokens.peek(position + 1) == "الله"):
            return NO_STEP
        if form in self._words.syllables and self._is_syllable(position, count):
            return 1, True
        joined = form[1:] if clitic and not count and form[0] == "و" else ""
        if joined in self._words.syllables and self._tokens.peek(position + 1) in self._words.syllables:
            return 1, True
        if form in FOREIGN and (closed or "إ" in self._tokens.original(position)):
            return NO_STEP  # سالم العلي فإن
        if form in PREFIXES or joined in PREFIXES:
            return self.particle(position, count)
        if classes & CLITIC and (count or not clitic):
            return (1, False) if count and self._is_own_letter(position) else NO_STEP
        if len(form) == 1:
            return self._initial(position, count)
        if count and (form in SECOND_HALVES or (not closed and self._is_ordinal(position, count))):
            return 1, True
        if closed and not classes & DEFINITE:
            return NO_STEP
        if not count and self._context.is_given_of_god(position):
            return 2, True
        if classes & FUNCTION:
            return (1, True) if self._ambiguous.is_particle_a_name(position, count) else NO_STEP
        return self._word_step(position, count)

    def _word_step(self, position: int, count: int) -> Step:
        """A word that is one part of the name or none."""
        if self._forms[position][-1] == "ا" and "\u064b" in self._tokens.original(position):
            return NO_STEP  # قال العلي ساخرًا
        if count > 1 and self._are_syllables(position) and self._is_behind_syllables(position, count):
            return NO_STEP
        if self._classes[position] & (KNOWN | NAME_PART):
            return NO_STEP if self._ambiguous.is_used_otherwise(position, count) else (1, True)
        return (1, False) if self._ambiguous.may_be_name(position, count) else NO_STEP

    def _mark_step(self, position: int) -> Step:
        """A hyphen or full stop with the word after it (`كي-مون`، `جون ف. كينيدي`), a nickname in brackets."""
        form = self._forms[position]
        if form in "-." and self._context.joins(position) and not self._classes[position + 1] & OPAQUE:
            if form == "." and self._classes[position + 1] & (CLITIC | VERB):
                return NO_STEP  # a sentence's end after a syllable
            return 2, bool(self._classes[position + 1] & KNOWN)
        return self.nickname(position) if form == "(" else NO_STEP

    def _is_own_letter(self, position: int) -> bool:
        """Whether what seems a proclitic is a family name's first letter (`فهد بالغنيم`، `كريستوفر بايلي، وزير`)."""
        classes = self._classes[position]
        unknown = classes == PREPOSED | DEFINITE and self._forms[position][0] != "ل"
        if unknown and self._classes[position - 1] & GIVEN:
            return True  # what stands after the seeming preposition is no word
        if self._context.is_false_clitic(position) and self._context.ends_name(position + 1):
            return True
        if self._context.is_own_article(position):
            return self._context.ends_subject(position + 1)
        preposed = classes & (CLITIC | DEFINITE | KNOWN | PLACE) == PREPOSED
        if classes & NOUN and self._forms[position][0] == "ب" and self._tokens.peek(position + 1) != ",":
            return False  # اعتقال سالم العلي بداعي أنه
        return preposed and self._context.ends_subject(position + 1)

    def _is_order(self, position: int) -> bool:
        """Whether a noun that is no name completes the order here: `سالم العلي وسام الاستحقاق`, `وسام نجمة القدس`."""
        if self._tokens.peek(position + 1) in self._words.syllables and self._is_syllable(position + 1, 0):
            return True  # وسام هو تشي منه
        if not self._words.conferring.isdisjoint(self._forms[max(0, position - _CLAUSE) : position]):
            return True  # قلد الأمير السفير وسام زايد الثاني
        following, last = self._classes_from(position + 1), self._classes_from(position + 2)
        completed = following & NOUN and last & (DEFINITE | PLACE) and not last & KNOWN
        return bool(completed) or bool(following & (NOUN | PLACE) and not following & (KNOWN | FUNCTION))

    def _is_given(self, position: int) -> bool:
        """Whether a given name without article or proclitic stands here."""
        return self._classes_from(position) & (GIVEN | DEFINITE | CLITIC) == GIVEN

    def _classes_from(self, position: int) -> int:
        """The classes of a token, none beyond the end."""
        return self._classes[position] if position < self._size else 0

    def _plain_step(self, position: int, count: int, closed: bool) -> Step:
        """The step of a word that no rule of its own reads."""
        classes = self._classes[position]
        if self._forms[position] == _ORDER and self._is_order(position):
            return NO_STEP
        if self._forms[position] == _WAD:
            return self._sudanese(position, count)
        if count:
            if position in self._barriers and not self._ambiguous.is_head_a_name(position):
                return NO_STEP
            if (not closed or self._forms[position] == _TEN) and self._is_ordinal(position, count):
                return 1, True
            if classes & DEFINITE and self._tokens.peek(position + 1) in _ORIGINS:
                return NO_STEP
        elif self._tokens.peek(position + 1) == "الله" and self._context.is_given_of_god(position):
            return 2, True
        if closed and not classes & DEFINITE:
            return NO_STEP
        if count and classes & (VERB | DEFINITE) == VERB | DEFINITE and self._tokens.original(position)[-1] == "ى":
            return NO_STEP  # سالم العلي التقى, beside محمد التقي
        if (closed or (count == 1 and self._classes[position - 1] & DEFINITE)) and self._is_object(position):
            return NO_STEP
        if count > 1 and classes & _NO_SYLLABLE and self._are_syllables(position):
            given = self._forms[position - 1] in _FOLLOWED and not classes & (VERB | DEFINITE)
            given = given or (classes == VERB and self._fills_honorific(position, count))
            return (1, True) if given else NO_STEP  # ماي فان غني, but فونغ كوانغ لام وسام كذا
        if classes & (KNOWN | NAME_PART) and not classes & DEFINITE and self._is_nisba_alone(position, count):
            return NO_STEP  # سلم الدكتور العمري هدية
        return self._word_step(position, count)

    def _fills_honorific(self, position: int, count: int) -> bool:
        """Whether all from an honorific to a mark is the name, a verb's form too (`السيد لي مينه نوت،`)."""
        return position - count - 1 in self._honorifics and self._tokens.peek(position + 1) in _SETTING_OFF

    def _is_behind_syllables(self, position: int, count: int) -> bool:
        """Whether a name of syllables is over before a word that is none.

        The next name begins (`دينغ شيويه شيانغ وخه لي فنغ`), or the verb's object (`فام مينه هوي سلال الزهور`).
        """
        form, following = self._forms[position], self._tokens.peek(position + 1)
        if form[0] == "و" and form[1:] in self._words.syllables:
            return following in self._words.syllables
        if count > 2 and self._classes[position] & (DEFINITE | NOUN) == DEFINITE | NOUN:
            return True  # لي مينه هوي الزهور
        return count > 2 and self._classes_from(position + 1) & (DEFINITE | CLITIC) == DEFINITE

    def particle(self, position: int, count: int) -> Step:
        """`بن محمد`، `عبد الله`، `آل سعود`: the particle with the word after it."""
        form = self._forms[position]
        form = form if form in PREFIXES else form[1:]
        if position + 1 >= self._size or (form in LINEAGE and not count and form != "ولد"):
            return NO_STEP
        if form == "ولد" and not count and (position == 0 or self._forms[position - 1] in _SENTENCE_ENDS):
            return NO_STEP  # ولد فلان في
        following, next_form = self._classes[position + 1], self._forms[position + 1]
        if form == "ام" and not count and following & NOUN and not following & (KNOWN | NAME_PART):
            return NO_STEP  # زعيم واحد للقبيلة أم مجلس
        titled = position + 1 in self._barriers and position + 1 not in self._honorifics
        if form in LINEAGE and titled and following & (DEFINITE | KNOWN) == DEFINITE:
            return NO_STEP  # الأميرة عالية بنت العاهل الأردني
        if titled and form not in BOUND and not following & KNOWN:
            return 1, True  # خوان كارلو بو رئيس الجمهورية
        alone = (1, True) if form not in BOUND and not self._classes[position] & FUNCTION else NO_STEP
        if count and form in _CONDITIONS and self._tokens.peek(position + 1) in _SETTING_OFF:
            return 1, True  # سامي لو، no clause begins there
        named = KNOWN | NAME_PART | (ADJECTIVE if form in LINEAGE else 0)  # بن غربية
        if form == "ابي" and count and self._tokens.original(position)[0] == "آ":
            return 1, True  # شينزو آبي
        if following & OPAQUE or (following & FUNCTION and not following & named):
            return alone
        if next_form in PREFIXES:
            step, known = self.particle(position + 1, count + 1)
            return (step + 1, known) if step else alone
        if form in BOUND:
            return 2, True
        if next_form in self._words.stops or following & (CLITIC | DEFINITE):
            return alone
        if following & (VERB if count else ORDINARY) and not following & KNOWN:
            return alone
        return 2, True

    def _sudanese(self, position: int, count: int) -> Step:
        """`إدريس ود الأرباب`: the word for a son, which is a noun and a verb too, between given name and father's."""
        if not count or not self._is_given(position - 1) or position + 1 in self._barriers:
            return NO_STEP
        return NO_STEP if self._classes_from(position + 1) & (OPAQUE | CLITIC | FUNCTION | VERB) else (2, True)

    def nickname(self, position: int) -> Step:
        """`سالم (أبو علي) العمري`: a kunya or name in brackets, with the family name after it."""
        last = position + 2 + (self._tokens.peek(position + 1) in PREFIXES)
        if self._tokens.peek(last) != ")" or last + 1 >= self._size or last + 1 in self._barriers:
            return NO_STEP
        inside, family = self._classes[position + 1], self._classes[last + 1]
        if inside & OPAQUE or (not inside & (KNOWN | NAME_PART) and inside):
            return NO_STEP
        if not family & KNOWN or family & (CLITIC | FUNCTION) or self._forms[last + 1] in self._words.stops:
            return NO_STEP
        return last + 2 - position, True

    def closes(self, position: int, step: int) -> bool:
        """Whether a family name with the article ends here; after it only another such word or `بن` may follow."""
        if step > 1:
            family = self._classes[position + 1] & DEFINITE and self._classes[position + 1] & KNOWN
            return self._forms[position] == "ال" or (bool(family) and self._context.is_compound(position))
        classes = self._classes[position]
        if classes & (DEFINITE | CONJOINED) != DEFINITE or self._forms[position] in SECOND_HALVES:
            return False
        following = self._classes_from(position + 1)
        if self._forms[position] in _GIVEN_WITH_ARTICLE and not following & ORDINARY:
            return False  # محمد الحسن فارح
        if self._is_given(position - 1):
            named = following & (KNOWN | ORDINARY | CLITIC | DEFINITE)
            if self._forms[position] in self._words.articled:
                return named not in _NAMES_ALONE  # محمد الحبيب مقداد
            if classes & GIVEN and named == FAMILY:
                return False  # محمد المهدي بنسعيد
        # Folding makes an article of `أليكسي`.
        return classes != DEFINITE or self._tokens.original(position)[0] not in HAMZA

    def _initial(self, position: int, count: int) -> Step:
        """A letter with its full stop (`جون ف. كينيدي`), or the middle name of Hmong men."""
        if self._forms[position] == _HMONG and count == 1 and self._forms[position - 1] in self._words.syllables:
            return int(self._tokens.peek(position + 1) in self._words.syllables), True  # ثاو أ سينه
        if not count and position in self._honorifics:
            return NO_STEP  # د. سالم
        if position + 2 < self._size and self._forms[position + 1] == "." and not self._classes[position + 2] & OPAQUE:
            return 2, False
        return NO_STEP

    def _stops_here(self, position: int, count: int) -> bool:
        """Whether a word that no name has, or a title, ends the name here."""
        if self._forms[position] in self._words.stops and not self._is_stop_used_as_name(position, count):
            # What is past is a time, which no name is.
            return self._forms[position] != "الماضي" or not (count and self._classes[position - 1] & GIVEN)
        if not count or position not in self._barriers or self._is_initial(position):
            return False
        return not self._ambiguous.is_head_a_name(position)

    def _is_initial(self, position: int) -> bool:
        """`سليم أ. أ. خان`: a letter behind a given name or another initial, which no name in short follows."""
        if len(self._forms[position]) > 1 or self._tokens.peek(position + 1) != ".":
            return False
        if self._forms[position - 1] == "." and position > 1:
            return len(self._forms[position - 2]) == 1
        last = self._classes_from(position + 2)
        return self._is_given(position - 1) and not last & GIVEN

    def _is_stop_used_as_name(self, position: int, count: int) -> bool:
        """`رحمة بنت سعيد` beside `رحمه الله`: a stop that is a given name too, at a name's beginning."""
        classes, following = self._classes[position], self._tokens.peek(position + 1)
        if count or classes & (KNOWN | DEFINITE) not in (GIVEN, KNOWN) or following == "الله":
            return False
        if following in DAYS or following in self._words.times:
            return False  # صباح أمس
        return not self._classes_from(position + 1) & NUMBER  # صباح 9 يوليو

    def _is_nisba_alone(self, position: int, count: int) -> bool:
        """Whether all that stands before the token is one family name with article and ـي (`العمري`)."""
        before = self._classes[position - 1]
        alone = count == 1 and before & (FAMILY | GIVEN | DEFINITE) == FAMILY | DEFINITE
        alone = alone and position - 2 in self._honorifics
        return alone and self._forms[position - 1][-1] == "ي" and self._tokens.peek(position + 1) not in LINEAGE

    def _is_generation(self, position: int) -> bool:
        """Whether `الأب` or `الابن` tells father from son in a name (`جورج بوش الأب`), and is no priest's style."""
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if self._classes[position - 1] & DEFINITE or position - 1 in self._barriers:
            return False
        return not following & KNOWN or bool(following & CLITIC)

    def _is_object(self, position: int) -> bool:
        """Whether a word with the article after a family name is the verb's object (`ربط العمري الملاءة المالية`)."""
        if self._classes[position] & (FAMILY | DEFINITE) != DEFINITE or position + 1 >= self._size:
            return False
        if self._forms[position + 1] in _RELATIVES:
            return True
        return self._forms[position][-1] == "ه" and self._classes[position + 1] & (DEFINITE | KNOWN) == DEFINITE

    def _is_ordinal(self, position: int, count: int) -> bool:
        """`الملك فلان الثاني`، `الملكة فلانة الثانية` beside `زيارة الملك فلان الثانية`."""
        form = self._forms[position]
        if form not in _FEMININE_ORDINALS:
            return form in ORDINALS and (form != _TEN or self._forms[position - 1] in ORDINALS)
        title = position - count - 1
        return title not in self._barriers or self._forms[title][-1] == "ه"

    def _is_syllable(self, position: int, count: int) -> bool:
        """Whether an East Asian syllable that may be an ordinary word too stands beside another."""
        classes, following = self._classes[position], self._tokens.peek(position + 1)
        if self._forms[position] in MADDA and not self._tokens.original(position).startswith("آ"):
            if count == 1 and following in self._words.syllables and following not in PREFIXES:
                return self._forms[position - 1] in self._words.families  # لي أنه فونغ
            titled = following == "," and position + 2 in self._barriers
            over = titled or following in _CLOSING
            return over and count > 1 and self._has_syllable(position - 1)  # لي هوانغ أنه، نائب الوزير
        if not count or classes & (FUNCTION | CLITIC):
            if count > 1 and self._forms[position - 1] == _THI and "أ" not in self._tokens.original(position):
                return True  # بوي ثي لا
            again = following == self._forms[position] and not self._is_fan(position)  # بي بي سي
            if following in self._words.syllables and following != "لا" and not again:
                if not count:
                    if self._forms[position] != "لا" or not self._classes[position + 1] & FUNCTION:
                        return True
                    return self._is_fan(position + 1) and self._tokens.peek(position + 2) in self._words.syllables
                return self._has_syllable(position - 1)
            if count > 1 and self._forms[position] not in LOOSE and self._are_syllables(position):
                return "أ" not in self._tokens.original(position)  # تران ثي لان beside لأن
            next_classes = self._classes[position + 1] if following else OPAQUE
            if count == 1 and self._forms[position] in _FOLLOWED and self._tokens.original(position) == "فان":
                family = self._forms[position - 1] in self._words.families  # ماي فان غني, but فإن
                return family and not next_classes & (DEFINITE | FUNCTION | CLITIC | VERB)
            return count > 0 and bool(next_classes & OPAQUE) and self._has_syllable(position - 1)
        return self._has_syllable(position - 1)

    def _is_fan(self, position: int) -> bool:
        """Whether the token is the family name `فان` and not `فإن`."""
        return self._forms[position] == _FAN and self._tokens.original(position) == _FAN

    def _are_syllables(self, position: int) -> bool:
        """Whether the two words before the token are East Asian syllables."""
        return self._forms[position - 1] in self._words.syllables and self._has_syllable(position - 2)

    def _has_syllable(self, position: int) -> bool:
        """Whether a name's word is an East Asian syllable; its first one may be joined by و (`ونجوين تان فيت`)."""
        form = self._forms[position]
        return form in self._words.syllables or (form[0] == "و" and form[1:] in self._words.syllables)
