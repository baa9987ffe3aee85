"""What may follow a title that could end: adjectives, coordinated nouns, prepositional phrases, places."""

from __future__ import annotations

from typing import Final

from extractnews.names.lexicon import FEMININE_ORDINALS
from extractnews.titles.bodies import BodyReader
from extractnews.titles.complements import ComplementReader, ParseTitle
from extractnews.titles.context import TitleContext, without_preposition
from extractnews.titles.coordination import CoordinationReader
from extractnews.titles.lexicon import ADJECTIVAL, CHARGED, MARK, TitleForm
from extractnews.titles.modifiers import ModifierReader
from extractnews.words import (
    CLITIC,
    CONJOINED,
    DEFINITE,
    GIVEN,
    KNOWN,
    LATIN,
    NATIONALITY,
    NOUN,
    NUMBER,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

_MAX_PHRASE: Final = 30
_LINKING: Final = DEFINITE | PLACE | CONJOINED | PREPOSED | NATIONALITY
_ERAS: Final = frozenset("هم")
_FACULTIES: Final = frozenset(prefix + noun for noun in ("كليه", "معهد", "قسم") for prefix in ("", "ب", "ل"))
_RELATIONS: Final = ("العلاقات", "للعلاقات", "العلاقه", "للعلاقه", "المفاوضات", "التفاوض")  # `مع` completes these
_NEAR: Final = 7
_AFFAIRS: Final = frozenset(("شؤون", "شئون"))
# Bodies that work for a cause.
_CAUSES: Final = frozenset((
    "شبكه", "ائتلاف", "حركه", "اتحاد", "جمعيه", "منظمه", "مرصد", "تحالف", "تجمع", "جبهه", "مبادره", "حمله",
    "تنسيقيه", "منتدي", "رابطه",
))  # fmt: skip
_RULES: Final = frozenset(("حكومه", "اداره"))  # called after whom they serve
_TERMS: Final = frozenset(("ولايه", "عهده", "فتره", "دوره", "مده"))  # of office
_TIME: Final = "مره"
_COUNTED: Final = frozenset((
    "اولي", "ثانيه", "ثالثه", "رابعه", "خامسه", "سادسه", "جديده", "اخري", "واحده", "رئاسيه",
    "كامله", "نيابيه", "برلمانيه", "اخيره",
))  # fmt: skip
# Of a place: مفتي صيدا وأقضيتها
_SURROUNDINGS: Final = frozenset((
    "واقضيتها", "وقضائها", "وجوارها", "وضواحيها", "وتوابعها", "ومخيماتها", "وقراها", "وريفها",
    "واحوازها", "ونواحيها", "واعمالها",
))  # fmt: skip
_EVENTS: Final = frozenset(prefix + noun for noun in ("مهرجان", "كاس", "بطوله") for prefix in ("", "ل", "ب"))
_LONGEST_EVENT: Final = 3  # in tokens
_TRIBES: Final = frozenset(("قبيله", "قبائل", "عشيره", "عشائر", "فخذ"))
# Nouns of doing that a lam brings to the verb.
_PURPOSES: Final = frozenset(("مشاركه", "عوده", "تحضير", "حضور", "استماع", "احتفال", "مطالبه", "حديث"))
_CHAMBERS: Final = frozenset(("الغرفه", "الدائره", "الغرف"))
# Participles and the prepositions that bring their complement.
_LEANING: Final = {
    "المقرب": ("من",), "القريب": ("من",), "المختص": ("ب", "في"), "المعني": ("ب",), "المكلف": ("ب",), "الخاص": ("ب",),
    "الواقع": ("علي", "في", "ب"), "المشارك": ("في",), "الموالي": ("ل",), "المؤيد": ("ل",), "المناهض": ("ل",),
    "التابع": ("ل",), "المنتمي": ("الي", "ل"), "المتحالف": ("مع",), "المنبثق": ("عن", "من"), "الحائز": ("علي",),
    "الحاصل": ("علي",), "الفائز": ("ب",), "المقيم": ("في", "ب"), "المتهم": ("ب",), "المدعوم": ("من", "ب"),
    "المنشق": ("عن", "من"), "المعروف": ("ب",), "الملقب": ("ب",), "المتورط": ("في",), "المحسوب": ("علي",),
}  # fmt: skip
_STAFF: Final = frozenset(("مدير", "مستشار", "سكرتير", "متحدث", "ناطق", "مبعوث", "مساعد", "كبير", "مسؤول"))
_AGENT: Final = "ممثل"
_RESPONSIBLE: Final = "مسؤول"


class ExtensionReader:
    """Reads on behind a closed phrase (`وزير الثقافة والفنون`، `مدير عام الشركة في مصر`).

    Args:
        context: the article.
        before_name: whether the holder's name may follow, so that words that could begin it are left out.
        modifiers: reads the adjectives.
        bodies: reads the organisations.
        complements: reads the nouns that a conjunction or preposition brings.
        parse: reads the titles that a preposition brings.
    """

    def __init__(
        self,
        context: TitleContext,
        before_name: bool,
        modifiers: ModifierReader,
        bodies: BodyReader,
        complements: ComplementReader,
        parse: ParseTitle,
    ) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._modifiers, self._bodies, self._complements = modifiers, bodies, complements
        self._coordination = CoordinationReader(context, before_name, modifiers, bodies, complements)
        self._before_name, self._parse = before_name, parse

    def extend(self, position: int, form: TitleForm, *, needy: bool) -> int:
        """Index after adjectives, coordinated nouns and prepositional phrases.

        Args:
            position: index of the token after what has been read.
            form: the head's form.
            needy: whether the title still lacks its complement, so that any prepositional phrase belongs to it.
        """
        for _ in range(_MAX_PHRASE):
            if position >= self._size or not self._may_link(position, form):
                break
            end = self._link(position, form, needy)
            if end <= position:
                break
            needy = False
            position = end
        if self._before_name or position >= self._size:
            return position  # رئيس الوفد المشارك في البطولة فلان
        return position - 1 if self._is_left_open(position - 1) else position

    def _is_left_open(self, position: int) -> bool:
        """Whether a participle stands here whose preposition and complement the title does not take.

        `مدير مركز كذا المقرب من الحكومة`: the participle says something of the holder or body and is no part of a name.
        """
        form = self._forms[position]
        prepositions = _LEANING.get(form.removeprefix("و").removesuffix("ه"))
        if prepositions is None or position in self._heads:
            return False
        following = self._forms[position + 1]
        apart = following in prepositions
        return apart or (following[0] in prepositions and bool(self._classes[position + 1] & PREPOSED))

    def _may_link(self, position: int, form: TitleForm) -> bool:
        """Whether the token may go on with a title, as its form and classes show: a cheap look before the rules."""
        classes, word = self._classes[position], self._forms[position]
        if classes & _LINKING or word in self._words.linking or word in form.prepositions or word in _SURROUNDINGS:
            return True
        return bool(classes & NUMBER) or (not classes & ~PREPOSED and word[0] in "لب")

    def _link(self, position: int, form: TitleForm, needy: bool) -> int:
        """Index after the next phrase that belongs to the title, the same index where none begins here."""
        classes, word = self._classes[position], self._forms[position]
        if (classes & MARK and word not in '"(') or self._tokens.starts[position] in self._context.documents:
            return position
        step = self._qualifier(position) if word in self._words.qualifying else 0
        if step or self._modifiers.is_adjective(position) or word in self._words.adverbs:
            return position + (step or 1)
        if word == "رقم":
            return self._after_numeral(position)
        if word == "(":
            return self._after_gloss(position, form, needy)
        if word == '"':
            return self._after_quotation_mark(position, form)
        if word in _AFFAIRS and self._forms[position - 1] in CHARGED:
            return self._complements.after_chain(position + 1, word)  # المفوض المكلف شؤون الإغاثة
        if word == "جامعه" and not _FACULTIES.isdisjoint(self._forms[max(0, position - _NEAR) : position]):
            # عميد كلية الطب جامعة كذا
            return self._bodies.body_at(position) or self._complements.after_chain(position + 1, word)
        if classes & PLACE and not classes & KNOWN and self._is_seat(position):
            return position + 1
        if word in _SURROUNDINGS and self._classes[position - 1] & PLACE:
            return position + 1
        if word in _CHAMBERS and self._tokens.peek(position + 1) in FEMININE_ORDINALS:
            return position + 2  # محكمة التمييز الغرفة الثالثة
        if classes & NUMBER:
            return self._after_number(position)
        if classes & CONJOINED and word[0] == "و" and position not in self._heads:
            return self._coordination.after_noun(position)
        if word == "و":
            return self._coordination.after_conjunction(position)
        if position in self._heads:
            return self._titled_complement(position) if needy or self._is_of_staff(position, form) else position
        if word == "لخادم" and self._tokens.peek(position + 1) == "الحرمين":
            return position + 2 + (self._tokens.peek(position + 2) == "الشريفين")
        if position in self._honorifics and self._bodies.is_person(position):
            return position
        return self._after_phrase(position, form, needy)

    def _after_numeral(self, position: int) -> int:
        """Index after `رقم 7` behind a definite noun or place (`سكرتير المنطقة رقم 7`), else the same index."""
        named = self._classes[position - 1] & (DEFINITE | PLACE)
        number = position + 1 < self._size and self._classes[position + 1] & NUMBER
        return position + 2 if named and number else position

    def _qualifier(self, position: int) -> int:
        """How many tokens a qualifying phrase has that begins here, 0 where none does or a title is meant."""
        step = self._context.qualifier_at(position)
        if step and position in self._heads and position + 1 < self._size and self._classes[position + 1] & DEFINITE:
            return 0  # الحزب الحاكم beside الحاكم العام
        return step

    def _after_quotation_mark(self, position: int, form: TitleForm) -> int:
        """Index after a body's name in quotation marks, else the same index: speech or the holder's name."""
        bare = form.definite or position - 1 in self._heads
        if bare and self._tokens.peek(position + 1) not in self._words.modifying:
            return position
        if self._is_quoted_holder(position):
            return position
        end = self._bodies.after_quotation(position)
        if self._is_predicate_quoted(position, end):
            return position
        return position if self._before_name and self._is_name_quoted(position, end) else end

    def _is_predicate_quoted(self, position: int, end: int) -> bool:
        """Whether an indefinite noun and its adjective stand in quotation marks (`سلم مدير المركز "خارطة طريق"`)."""
        first = position + 1
        if end - position < 4 or self._classes[first] & (NOUN | DEFINITE | KNOWN | PLACE | CLITIC) != NOUN:
            return False
        return not any(self._classes[i] & (DEFINITE | PLACE | KNOWN | LATIN) for i in range(first, end - 1)) and bool(
            self._classes[first + 1] & (NOUN | ADJECTIVAL)
        )

    def _is_seat(self, position: int) -> bool:
        """Whether the place here goes on with what stands before it (`العاصمة الفرنسية باريس`، `دبي الإمارات`)."""
        capital = "العاصمه" in (self._forms[position - 1], self._forms[position - 2])
        return capital or bool(self._classes[position - 1] & PLACE)

    def _after_number(self, position: int) -> int:
        """Index after a number: a chamber's (`الغرفة 15 لمحكمة كذا`), an event's, a year; else the same index."""
        before = self._classes[position - 1]
        if before & DEFINITE and self._tokens.peek(position + 1)[:1] == "ل":
            return position + 1
        era = position + 1 + (self._tokens.peek(position + 1) in _ERAS)
        if not before & (DEFINITE | PLACE | GIVEN):
            return position
        if not _EVENTS.isdisjoint(self._forms[max(0, position - _LONGEST_EVENT) : position]):
            return era  # مدير مهرجان النور 36
        if not self._before_name:
            return position
        if era in self._honorifics:
            return era if self._context.is_holder_at(era) else position
        name = self._names.after(era + (self._tokens.peek(era) == "-"))
        return era if name is not None and name.known > 1 else position

    def _after_phrase(self, position: int, form: TitleForm, needy: bool) -> int:
        """Index after the prepositional phrase that begins here and belongs to the title, else the same index."""
        classes, word, before = self._classes[position], self._forms[position], self._forms[position - 1]
        relayed = before in self._words.relaying or (before[0] == "ب" and before[1:] in self._words.relaying)
        needy = needy or relayed
        # لوحدة المشاة, beside لوحده
        unit = word == "لوحده" and self._tokens.original(position)[-1] == "ة"
        preposed = bool(classes & PREPOSED) or not classes or unit
        if word == "ل" or (word[0] == "ل" and preposed):
            return self._after_lam(position, needy)
        if word == "ب" or (word[0] == "ب" and preposed):
            return self._after_ba(position, needy)
        if word == "من" and self._tokens.peek(position + 1) == "اجل" and self._is_cause(position):
            return position + 3
        if word == "من" and not _TRIBES.isdisjoint(self._forms[max(0, position - 3) : position]):
            return self._after_larger_tribe(position + 1) or position
        if word == "برئاسه":
            return self._bodies.body_at(position, 1) or position  # المستشار برئاسة الجمهورية beside برئاسة فلان
        if word == "مع" and before.endswith(_RELATIONS) and position + 1 not in self._heads:
            return self._after_preposition(position, form, True)
        if word == "علي" and self._is_given_name(position):
            return position  # المشرف على البرنامج علي فلان
        if word in ("في", "لدي") or word in form.prepositions or (relayed and word in ("عن", "من", "الي", "علي")):
            return self._after_preposition(position, form, needy)
        return position

    def _after_larger_tribe(self, position: int) -> int:
        """Index after the tribe that a clan is of (`شيخ قبيلة كذا من بني كذا`), 0 where none is named."""
        last = position + (self._tokens.peek(position) in ("بني", "ال"))
        if last >= self._size or self._classes[last] & (VERB | MARK | CLITIC):
            return 0
        return last + 1 if last > position or not self._classes[last] & NOUN else 0

    def _is_given_name(self, position: int) -> bool:
        """Whether `علي` is spelled as the name here, and no noun follows that a preposition would bring."""
        if self._names.context.is_preposition(position):
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        return not following & NOUN or bool(following & KNOWN)

    def _is_cause(self, position: int) -> bool:
        """Whether `من أجل` says what a body before it works for (`رئيس الشبكة المغربية من أجل المواطنة`)."""
        if position + 2 >= self._size or not self._classes[position + 2] & DEFINITE:
            return False
        before = self._forms[position - 2 : position]
        return any(without_preposition(form if form[:2] == "لل" else "ل" + form) in _CAUSES for form in before)

    def _is_name_quoted(self, position: int, end: int) -> bool:
        """Whether the quotation at [position, end) is the holder's name and not a body's."""
        name = self._names.after(position + 1)
        if name is None or name.last != end - 1:
            return False
        if name.known:
            return True
        closed = self._classes[position - 1] & (PLACE | NATIONALITY)  # رئيس ريال مدريد «فلورنتينو بيريث»
        return bool(closed) and name.words > 1 and not self._context.name_follows(end)

    def _is_quoted_holder(self, position: int) -> bool:
        """Whether an honorific with the holder's name stands in quotation marks (`قائد القوة "اللواء فلان"`)."""
        entry = self._honorifics.get(position + 1)
        if entry is None or entry.hit.proclitic or self._forms[position - 1] in self._words.named_after:
            return False
        end = entry.last + (self._tokens.peek(entry.last) in entry.hit.value.modifiers)
        return self._context.name_follows(end)

    def _after_gloss(self, position: int, form: TitleForm, needy: bool) -> int:
        """`شركة كذا (ABC) للسيارات`: the phrase goes on behind a bracket of Latin letters."""
        end = position + 1
        while end < self._size and self._classes[end] & LATIN:
            end += 1
        if end == position + 1 or self._tokens.peek(end) != ")" or self._tokens.peek(end + 1)[:2] != "لل":
            return position
        last = self._link(end + 1, form, needy)
        return last if last > end + 1 else position

    def _is_of_staff(self, position: int, form: TitleForm) -> bool:
        """`مدير الاتصال للرئيس، فلان`: whether a lam brings whose servant the holder behind a comma is."""
        if form.role not in _STAFF or not self._before_name:
            return False
        inner = self._parse(position, True)
        end = self._size if inner is None else inner.last
        return end < self._size and self._forms[end] == "," and self._context.is_holder_at(end)

    def _titled_complement(self, position: int) -> int:
        """`المستشار السابق لوزير الإعلام`: the complement that a lam brings is a title itself."""
        hit = self._heads[position].hit
        if "ل" not in (hit.proclitic, hit.article):
            return position
        inner = self._parse(position, self._before_name)
        return inner.last if inner is not None and inner.complete else position

    def _after_lam(self, position: int, needy: bool) -> int:
        """Index after what `ل` brings (`المستشار لشؤون الأمن`), the same index where it brings a verb's complement."""
        word, classes = self._forms[position], self._classes[position]
        if word == "ل":
            return self._after_lam_apart(position, needy)
        rest = without_preposition(word)
        if rest in self._words.styles and position + 1 in self._heads:
            inner = self._complements.inner_title(position + 1)  # مدير الشؤون الخاصة لسمو ولي العهد
            if inner:
                return inner
        if rest == "شرق" and self._tokens.peek(position + 1) == "الاوسط":
            return position + 2  # the newspaper, whose name stands in quotation marks
        if not needy and (rest in self._words.addressees or "ال" + rest in self._words.addressees):
            return position
        if rest == _TIME or (rest in _TERMS and self._tokens.peek(position + 1) in _COUNTED):
            return position  # رئيسا لولاية ثانية، رئيسا للمرة الخامسة
        body = self._bodies.body_at(position, 1)
        if body:
            return body
        if word.startswith("لل"):
            return self._after_definite_lam(position, rest, needy)
        wide = self._forms[position - 1] in self._words.wide
        reason = classes & POSSESSED and rest.rstrip("هام") not in self._words.fields  # لظروفهم beside لفريقه
        if rest in self._words.fields or ((needy or wide) and classes & NOUN and not reason):
            return max(position + 1, self._complements.after_chain(position + 1, rest))
        if classes & PLACE:
            return position + 1
        if needy and classes & PREPOSED and classes & KNOWN:  # مستشار لخليل إبراهيم، مستشار لبلير
            following = self._classes[position + 1] if position + 1 < self._size else 0
            return position + 1 + bool(classes & GIVEN and following & KNOWN and not following & CLITIC)
        named = self._before_name and position - 1 in self._heads  # السيناتور ليندسي فلان
        return position + 1 if needy and not classes and not named else position

    def _after_definite_lam(self, position: int, rest: str, needy: bool) -> int:
        """Index after a noun with `لل` that belongs to the title (`المدير العام للشركة`), else the same index."""
        word = self._forms[position]
        if rest in _PURPOSES and not needy:
            return position  # سفر رئيس الاتحاد للمشاركة
        if word[1:] in self._words.fields:
            if self._is_definite_noun(position + 1):
                return position + 2  # للجنة الحزب: no article
            if position + 2 < self._size and self._context.is_open(position + 1):
                joined = self._classes[position + 2] & (CONJOINED | NOUN | DEFINITE) == CONJOINED | NOUN
                if joined:
                    return position + 2  # للجنة رصد ومتابعة الوباء
        if needy or self._forms[position - 1] in self._words.wide or rest in self._words.fields:
            return position + 1
        if "ال" + rest in self._words.peoples:
            return position + 1  # مطران حلب للروم
        if word in self._words.definite_places:
            return position + 1 if self._before_name and self._is_before_holder(position + 1) else position
        return position + 1 if self._classes[position] & (NOUN | ADJECTIVAL) else position

    def _is_before_holder(self, position: int) -> bool:
        """Whether the holder's name or honorific stands here, or behind a comma, so that `للقدس` is no verb's."""
        return self._context.name_follows(position + (self._tokens.peek(position) == ","))

    def _is_definite_noun(self, position: int) -> bool:
        """Whether a definite noun stands here that is no adjective, name or honorific."""
        if position >= self._size or position in self._heads or position in self._honorifics:
            return False
        classes = self._classes[position]
        return classes & (DEFINITE | NOUN | ADJECTIVAL | KNOWN | CLITIC) == DEFINITE | NOUN

    def _after_lam_apart(self, position: int, needy: bool) -> int:
        """`المدير التنفيذي ل نيسان`: the preposition stands apart from the noun."""
        if not needy or position + 1 >= self._size:
            return position
        if self._forms[position + 1] == '"':
            return self._bodies.after_quotation(position + 1)
        end = position + 1
        while end < self._size and self._classes[end] & LATIN:
            end += 1
        if end > position + 1:
            return end
        end = self._bodies.body_at(position + 1) or self._complements.after_chain(position + 1)
        return end if end > position + 1 else position

    def _after_ba(self, position: int, needy: bool) -> int:
        """Index after what `ب` brings (`أستاذ القانون بجامعة كذا`), the same index where it is a circumstance."""
        word, classes = self._forms[position], self._classes[position]
        if word == "ب":
            return self._bodies.after_quotation(position + 1) if self._tokens.peek(position + 1) == '"' else position
        body = self._bodies.body_at(position, 1)
        if body:
            return body
        place = self._context.place_behind(position)
        if place:
            return position + place
        if word in self._words.acts:
            return position
        rest = without_preposition(word)
        if rest in self._words.won or (rest in self._words.circumstances and rest not in self._words.fields):
            return position
        if rest in self._words.fields or classes & PLACE or needy:
            if word.startswith("بال") or classes & (PLACE | POSSESSED):
                return position + 1  # المتحدث باسمها فلان
            if rest in self._words.fields or classes & NOUN:
                return max(position + 1, self._complements.after_chain(position + 1, rest))
        return position

    def _after_preposition(self, position: int, form: TitleForm, needy: bool) -> int:
        """Index after what a preposition that stands apart brings (`سفير كذا لدى كذا`، `متحدث باسم الحزب`)."""
        following = position + 1
        if following >= self._size or self._forms[following] in self._words.circumstances:
            return position
        if self._tokens.peek(following + 1) in self._words.possessed_honorifics:
            return position  # في مكتب سموه
        body = self._bodies.body_at(following)
        if body:
            return body
        preposition = self._forms[position]
        if preposition == "في" and self._forms[following] in _RULES and self._is_named(following + 1):
            return following + 1  # وزير في حكومة فلان
        if form.role == _AGENT and preposition == "في" and following in self._heads:
            return position  # الهيئة ممثلة في رئيسها فلان
        if preposition == "عن" and not self._is_represented(following, form, needy):
            return position
        if preposition == "باسم" and not self._before_name:
            name = self._names.after(following)
            set_off = name is not None and name.words > 1 and self._tokens.peek(name.last) == ","
            if name is not None and (name.known or set_off):
                return name.last if name.known > 1 or set_off else following + 1
        classes = self._classes[following]
        if classes & MARK:
            return self._bodies.after_quotation(following) if self._forms[following] == '"' else position
        end = self._after_syllables(following) if preposition == "في" else 0
        if end:
            return end
        town = preposition == "في" and not classes and self._complements.is_proper(following)
        if town and (not self._before_name or self._is_strong_holder(following + 1)):
            return following + 1
        specific = preposition in form.prepositions or preposition == "لدي"
        if not (specific or needy or classes & PLACE or self._is_field(following)):
            return position
        end = self._complements.after_chain(following)
        return end if end > following else position

    def _after_syllables(self, position: int) -> int:
        """Index after an East Asian place of two or three syllables that a mark sets off (`في بينه ليو،`), else 0."""
        syllables, end = self._names.context.words.syllables, position
        while end < self._size and self._forms[end] in syllables:
            end += 1
        set_off = end >= self._size or self._forms[end] in ",.\n)" or not self._before_name
        return end if set_off and 2 <= end - position <= 3 else 0

    def _is_named(self, position: int) -> bool:
        """Whether a name of two words stands here that no other words are."""
        if position >= self._size or self._classes[position] & (NOUN | PLACE | ADJECTIVAL):
            return False
        if self._classes[position] & DEFINITE and self._tokens.original(position)[:1] == "ا":
            return False  # حكومة الوحدة beside حكومة إليزابيت
        name = self._names.after(position)
        return name is not None and name.words > 1

    def _is_represented(self, position: int, form: TitleForm, needy: bool) -> bool:
        """Whether `عن` brings whom or what a title is about (`النائب عن الحزب` beside `دافع الوزير عن قراره`)."""
        if position in self._heads or not (needy or self._is_field(position)):
            return False
        if form.role == _RESPONSIBLE and self._forms[position].removeprefix("ال") in self._words.deeds:
            return False  # تحديد المسؤول عن مقتل فلان
        return form.role != "عضو" or not self._classes[position] & DEFINITE

    def _is_strong_holder(self, position: int) -> bool:
        """Whether a given name that is no other word begins a holder's name here (`في كوفورا سالم العلي`)."""
        if position >= self._size or self._forms[position] in self._names.context.words.syllables:
            return False
        plain = self._classes[position] & (GIVEN | NOUN | VERB | ADJECTIVAL | PLACE | CLITIC) == GIVEN
        name = self._names.after(position) if plain else None
        return name is not None and name.words > 1

    def _is_field(self, position: int) -> bool:
        """Whether a noun stands here that a preposition may bring to a title."""
        form = self._forms[position]
        return form in self._words.fields or form.removeprefix("ال") in self._words.fields
