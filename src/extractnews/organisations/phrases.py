"""The phrases of which organisations' names are made: idafa chains, places, persons, foreign names, what follows them.

`names.py` puts names together from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from extractnews.article import Hit
from extractnews.names.lexicon import LINEAGE, LOOSE, MADDA
from extractnews.organisations.lexicon import Head, KnownName, NameGrammar
from extractnews.tokens import Tokens
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
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

NAME: Final = GIVEN | FAMILY | NAME_PART
_MAYBE_NAME: Final = MAYBE_NAME | GIVEN | FAMILY
_DEFINITE_OR_PROPER: Final = DEFINITE | NAME | PLACE | NATIONALITY
BREAK: Final = PUNCTUATION | NEWLINE | NUMBER
MAX_QUOTED_WORDS: Final = 8
_MAX_IDAFA_NOUNS: Final = 4
_MAX_NAME_WORDS: Final = 7
MAX_FOREIGN_WORDS: Final = 3
# Their names are not coordinated: `الجيش الوطني والمقاومة`, `نادي الهلال والنصر` are two each.
_WITHOUT_COORDINATION: Final = frozenset(
    {"government", "parliament", "army", "security", "embassy", "club", "team", "media", "armed_group"}
)
# Their complements are coordinated with any noun: `اتحاد الكتاب والأدباء`, `حزب العدالة والتنمية`.
FREELY_COORDINATED: Final = frozenset({"ministry", "association", "union", "party", "committee"})
CLOSING_MARKS: Final = {'"': '"', "(": ")", "'": "'"}
# To them one speaks, and nothing is for them.
_PUBLISHERS: Final = frozenset({"media", "agency"})
# Their organs are called by them.
_WITH_ORGANS: Final = frozenset({"international", "association", "union", "party"})
# Bodies that a single noun without article names, where what they are for follows.
_CALLED_BY_NOUN: Final = frozenset({"company", "association", "institute"})
_LONGEST_NAME: Final = 6
ARAB_COUNTRIES: Final = frozenset(
    ("SA", "EG", "AE", "QA", "KW", "BH", "OM", "YE", "IQ", "SY", "LB", "JO", "PS", "SD", "LY", "TN", "DZ", "MA", "MR")
)
# Longer unknown words in ـها are a noun and a pronoun.
_LONGEST_WITH_PRONOUN: Final = 4
_RELATIVES: Final = frozenset({"الذي", "التي"})  # مستشفى دلمون العام الذي
# Before a nationality without article: نادي دلمون الجنوب أفريقي.
_HALVES: Final = frozenset({"الجنوب", "الشمال"})
# Before the name of a ruler or prince, which is one given name and his line.
_OF_RULERS: Final = frozenset({"الملك", "الملكه", "السلطان", "الامير", "الاميره"})
# First halves of a given name: عبد العزيز.
_DIVIDED: Final = frozenset({"عبد", "ابو", "ام"})
# After an ordinal: الدورة السابعة عشرة.
TEN: Final = frozenset({"عشر", "عشره"})
# With a noun before them, a second purpose of what has been named.
_OF_THE_SAME: Final = (["عليها"], ["عليه"], ["منها"], ["منه"], ["عنها"], ["عنه"], ["فيها"], ["بها"])
# Their councils have no second portfolio.
_OF_PARLIAMENTS: Final = frozenset({"النواب", "الوزراء", "الشيوخ", "المستشارين", "الاعيان", "الشوري"})
# Say whose a paper or channel is: صحيفة المرافئ الحكومية.
_OF_OWNERS: Final = frozenset({"الحكوميه", "الحكومي", "المستقله", "المستقل", "الخاصه"})


class Phrase(NamedTuple):
    """A noun phrase that closes an idafa: index after its last word, and what closed it."""

    end: int
    closing: str


@dataclass(slots=True)
class BodyName:
    """A parsed name: tokens [first, end), and the heads of the bodies inside it."""

    first: int
    end: int
    kind: str
    rule: str
    inner: list[int] = field(default_factory=list)
    quoted: tuple[int, int] | None = None

    @property
    def definite(self) -> bool:
        """Whether the head has the article."""
        return self.rule.startswith("organisations.definite")


class PhraseReader:
    """Reads the phrases of one article's names, over its tokens.

    Args:
        tokens: the article's.
        grammar: the word lists.
        heads: the heads that stand at a token.
        names: token at which a gazetteer name begins -> the name.
        places: the same for places of several words.
    """

    def __init__(
        self,
        tokens: Tokens,
        grammar: NameGrammar,
        heads: dict[int, list[tuple[Head, Hit]]],
        names: dict[int, KnownName],
        places: dict[int, int],
    ) -> None:
        self.names = names
        self.places = places
        self.tokens = tokens
        self.forms = tokens.forms
        self.classes = tokens.classes
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.count = tokens.size
        self.grammar = grammar
        self.heads = heads
        self._parsed: dict[int, BodyName | None] = {}

    def parse(self, index: int) -> BodyName | None:
        """The name that the head at token `index` opens, if it opens one."""
        raise NotImplementedError

    # --- a noun phrase

    def _phrase(self, index: int, *, foreign: bool = False) -> Phrase | None:
        """An idafa chain from `index` on, up to what closes it; None where nothing does.

        With `foreign` an unknown word is a proper name, otherwise it may be a noun.
        """
        start = index
        if index < self.count and self._is_indefinite_adjective(index):
            return None
        while index < self.count and index - start <= _MAX_IDAFA_NOUNS:
            form, classes = self.forms[index], self.classes[index]
            if classes & BREAK or form in self.grammar.stops:
                return None
            if form in self.grammar.syllables and (end := self._syllables(index)) > self.places.get(index, index + 1):
                return Phrase(end, "name")  # جامعة تون دوك ثانغ, شركة هاي دونغ فو
            if index in self.places:
                return self._place(index)
            if index > start and index in self.heads and not classes & CLITIC:
                inner = self.parse(index)
                if inner is not None:
                    return Phrase(inner.end, "name")  # مجلس محافظي الوكالة الدولية للطاقة
            if classes & GIVEN and classes & DEFINITE and self.forms[index + 1 : index + 2] == ["بن"]:
                return Phrase(self._person(index), "name")  # مؤسسة الوليد بن طلال
            if self._is_plain_definite(index):
                if form in self.grammar.personal_titles:
                    end = self._titled(index)
                    return Phrase(end, "name") if end > index + 1 else None
                if form[2:] in self.grammar.descriptive and form[2:] not in self.grammar.portfolio:
                    return None
                return Phrase(index + 1, "place" if classes & PLACE else "noun")
            if classes & CLITIC:
                if index == start or self._shared_complement(index) is None:
                    return None
                index += 1  # جمعية مصدري ومنتجي المأكولات
                continue
            if classes & GIVEN and index + 1 < self.count and self.forms[index + 1] in self.grammar.ordinals:
                return Phrase(self._person(index), "name")  # جامعة محمد الخامس
            if classes & PLACE or form in self.grammar.place_levels:
                single = index == start and classes & NOUN and form not in self.grammar.place_levels
                if single and self._definite_noun(index + 1):
                    index += 1  # a place's name that is a noun here: نادي فرسان الشاطئ
                    continue
                return self._place(index)
            if classes & LATIN:
                return self._foreign(index)
            if classes & FUNCTION:
                return None
            if form in self.grammar.portfolio_nouns and self._definite_noun(index + 1):
                index += 1  # كلية أمن الحاسب, though a verb is spelled so; لجنة سلامة المنتجات
                continue
            if classes & NAME and not (classes & NOUN and self._is_noun_phrase(index + 1)):
                return Phrase(self._person(index), "name")
            if classes & NOUN or (not foreign and not classes & (VERB | ADJECTIVE) and self._closes_idafa(index + 1)):
                index += 1
                continue
            if classes & ADJECTIVE or (classes & VERB and not self._is_naming_adjective(index + 1)):
                return None
            return self._foreign(index)
        return None

    def _is_indefinite_adjective(self, index: int) -> bool:
        """`جمعية خيرية`, `شركة رائدة`, though a person may be called so, and `مكتبة إلكترونية`, which no list has."""
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.naming and self._definite_noun(index + 1):
            return False  # مركز تقنية المعلومات
        if form in self.grammar.naming or form in self.grammar.descriptive or form in self.grammar.indefinite:
            return True
        return form.endswith("يه") and not self._is_plain_definite(index) and not classes & (NAME | PLACE | NOUN)

    def _closes_idafa(self, index: int) -> bool:
        """Whether an unknown word before `index` is a noun: a definite noun or a place follows it."""
        if index >= self.count:
            return False
        if self._is_plain_definite(index):
            return self._definite_noun(index)
        return bool(self.classes[index] & PLACE) and not self.classes[index] & (CLITIC | NOUN)

    def is_unknown(self, index: int) -> bool:
        """Whether no lexicon has the word at `index`, as in a foreign name."""
        if index >= self.count or self.classes[index]:
            return False
        return not self.forms[index].startswith("ال") and self.forms[index] not in self.grammar.stops

    def is_place(self, index: int) -> bool:
        """Whether a place's name stands at `index`, without a proclitic."""
        return index < self.count and bool(self.classes[index] & PLACE) and not self.classes[index] & CLITIC

    def _is_day_part(self, index: int) -> bool:
        """`صباح اليوم`, though a family is called so."""
        following = self.forms[index + 1] if index + 1 < self.count else ""
        return self.forms[index] in self.grammar.day_parts and (following in self.grammar.stops or following == "يوم")

    def _definite_noun(self, index: int) -> bool:
        return index < self.count and self._is_plain_definite(index) and not self._is_adjective(index)

    def _is_naming_adjective(self, index: int) -> bool:
        return index < self.count and self._is_plain_definite(index) and self.forms[index][2:] in self.grammar.naming

    def _is_noun_phrase(self, index: int) -> bool:
        if index >= self.count or self.classes[index] & CLITIC:
            return False
        return self._is_plain_definite(index) or bool(self.classes[index] & NOUN)

    def _place(self, index: int) -> Phrase | None:
        """A place's name, with or without بـ: `المملكة العربية السعودية`, `محافظة ظفار`, `بالمدينة`."""
        if index >= self.count:
            return None
        if index in self.places:
            return Phrase(self.places[index], "place")
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.stops:
            return None
        stem, definite = form, form.startswith("ال")
        for prefix in ("بال", "لل", "ال", "ب", "ل"):
            if form.startswith(prefix) and (form[len(prefix) :] in self.grammar.place_levels or prefix == "ال"):
                stem, definite = form[len(prefix) :], prefix in ("بال", "لل", "ال")
                break
        if stem in self.grammar.place_levels:
            if definite:
                return Phrase(self._adjective_run(index + 1), "place")
            inner = index + 1
            if inner in self.places:  # مدينة هو تشي منه, which begins with a pronoun
                return Phrase(self._adjective_run(self.places[inner]), "place")
            if inner >= self.count or self.forms[inner] in self.grammar.stops:
                return None
            if self.classes[inner] & (BREAK | CLITIC | FUNCTION) and not self.classes[inner] & (PLACE | NAME):
                return None
            if self.classes[inner] & NATIONALITY and not self.classes[inner] & (PLACE | NAME | DEFINITE):
                return None  # بدولة فلسطينية
            if self.forms[inner] in self.grammar.personal_titles:  # بمدينة الملك سعود الطبية
                end = self._titled(inner)
                return Phrase(self._adjective_run(end), "place") if end > inner + 1 else None
            return Phrase(self._adjective_run(self._proper_run(inner)), "place")
        if classes & PLACE:
            return Phrase(index + 1, "place")
        return None

    def _person(self, index: int) -> int:
        """Index after a person's name inside a body's name."""
        start = index
        while index < self.count and index - start < _MAX_NAME_WORDS:
            classes = self.classes[index]
            form = self.forms[index]
            if index > start and form in self.grammar.companions:
                return index + 1  # مؤسسة محمد وإخوانه
            bound = form in _DIVIDED or (index > start and (form == "ال" or form in LINEAGE))
            if bound and index < self.count - 1 and not self.classes[index + 1] & (BREAK | CLITIC):
                index += 2  # محمد بن راشد آل مكتوم
                continue
            if form == "علي" and self._is_written_as_name(index):
                following = self.forms[index + 1] if index + 1 < self.count else ""
                if following in LINEAGE if index == start else self.classes[index - 1] & GIVEN:
                    index += 1
                    continue
            if form in self.grammar.stops or classes & (BREAK | CLITIC) or self._is_day_part(index):
                break
            if index > start and form in self.grammar.occupations:
                break  # جامعة دلمون الطالب سعد
            if not (classes & NAME or form in self.grammar.ordinals or self._is_unknown_family_name(index, start)):
                break
            index += 1
        if index > start or index >= self.count or self.forms[index] in self.grammar.stops:
            return index
        common = self.forms[index].startswith("ال") and self.classes[index] & NOUN  # حزب الرئيس الأغلبية
        if not common and not self.classes[index] & (BREAK | CLITIC | FUNCTION | VERB):
            index += 1  # a name the lexicon does not know: مؤسسة الأمير كذا
        return index

    def _is_written_as_name(self, index: int) -> bool:
        """Whether `علي` is written so, and not `على`."""
        return self.tokens.original(index).endswith("ي")

    def _is_unknown_family_name(self, index: int, start: int) -> bool:
        """Whether a word of no class follows the given name at `start` or `دي`, or with the article any given name."""
        if index > start and self.forms[index - 1] in self.grammar.saints and self.is_unknown(index):
            return True
        given = 2 if self.forms[start] in _DIVIDED else 1  # its words
        if self.classes[index] == DEFINITE:  # شركة سعد إبراهيم الهداب
            return index > start + given and bool(self.classes[index - 1] & GIVEN)
        return not self.classes[index] and start < index <= start + given and not self._has_pronoun(index)

    def _titled(self, index: int) -> int:
        """Index after the person's name that follows the personal title at `index`.

        A ruler's or prince's is one given name and his line, so that in `مستشفى الملك خالد محمد العلي` who comes next
        is somebody else.
        """
        end = self._person(index + 1)
        if self.forms[index] not in _OF_RULERS:
            return end
        for position in range(index + 2, end):
            after_given = self.classes[position - 1] & GIVEN and self.forms[position - 1] not in _DIVIDED
            if self.classes[position] & GIVEN and after_given:
                return position
        return end

    def _proper_run(self, index: int) -> int:
        """Index after a proper name of one to three words that are names, places or unknown: `تان هوا`, `ظفار`."""
        start = index
        if index in self.places:
            return self.places[index]
        if self._is_plain_definite(index):
            return index + 1
        while index < self.count and index - start < MAX_FOREIGN_WORDS:
            classes, form = self.classes[index], self.forms[index]
            both = index > start and {form, self.forms[index - 1]} <= self.grammar.syllables  # ديان بيين
            if form.startswith("ال") or form in self.grammar.stops or (classes & (BREAK | CLITIC) and not both):
                break
            if classes and not classes & (NAME | PLACE) and index > start:
                break
            index += 1
            if classes & PLACE and not classes & NAME:
                break
        return max(index, start + 1)

    def _syllables(self, index: int) -> int:
        """Index after the syllables of an East Asian name, the first of which may be a function word elsewhere."""
        end = index
        while end < self.count and self.forms[end] in self.grammar.syllables:
            if self.forms[end] in MADDA and not self.tokens.original(end).startswith("آ"):
                break
            another = end + 1 < self.count and self.forms[end + 1] in self.grammar.syllables
            last = end + 1 >= self.count or self.classes[end + 1] & BREAK
            if end > index and self.forms[end] in LOOSE and not (another or last):
                break
            if end > index + 1 and self.forms[end] in self.grammar.families and another:
                break  # مدير جامعة فان لانغ نجوين فان نام
            end += 1
        return end

    def _foreign(self, index: int) -> Phrase:
        """A run of words that no lexicon knows, as in a transliterated company's name."""
        start = index
        latin = self.classes[index] & LATIN
        longest = MAX_QUOTED_WORDS if latin else MAX_FOREIGN_WORDS
        while index < self.count and index - start < longest:
            classes, form = self.classes[index], self.forms[index]
            taken = index > start and self.forms[index - 1] in self.grammar.saints  # مستشفى سانت ماري
            if (taken or form in self.grammar.saints) and not classes & (BREAK | FUNCTION | CLITIC):
                index += 1
                longest += form in self.grammar.saints
                continue
            if index > start and self._joins(index, latin):
                index, longest = index + 2, longest + 2  # E.ON, زد.تي.آر
                continue
            ampersand = latin and form == "&" and index > start and self._is_latin(index + 1)
            if ampersand:
                index += 2  # Nuran Oil & Gas
                continue
            if (classes & ~LATIN) or form.startswith("ال") or (classes & LATIN) != latin or form in self.grammar.stops:
                break
            if index > start and self._has_pronoun(index):
                break
            index += 1
        index = max(index, start + 1)
        if index < self.count and self.classes[index] & NUMBER and self.starts[index] == self.ends[index - 1]:
            index += 1  # جي42
        if not latin:
            index = self._to_legal_form(start) or index
            for end in range(index, min(index + MAX_FOREIGN_WORDS, self.count)):
                # شركة نورث لود ماينينج الكندية, of which لود is a word; شركة هوا نام للطيران
                if self.is_plain_nationality(end) or (end > index and self._is_for_definite(end)):
                    return Phrase(end, "foreign")
                if self.classes[end] & (BREAK | FUNCTION | CLITIC) or self.forms[end].startswith("ال"):
                    break
        return Phrase(index, "foreign")

    def _has_pronoun(self, index: int) -> bool:
        """`شبكة نوران أعنفها`: a noun of no lexicon with a pronoun, which no name goes on with."""
        return self.forms[index].endswith(("ها", "هم")) and len(self.forms[index]) > _LONGEST_WITH_PRONOUN

    def _is_latin(self, index: int) -> bool:
        return index < self.count and bool(self.classes[index] & LATIN)

    def _joins(self, index: int, latin: int) -> bool:
        """Whether a full stop or hyphen joins two parts of a foreign name: `E.ON`, letters as in `زد.تي.آر`."""
        if self.forms[index] not in ".-" or index + 1 >= self.count or self.ends[index] != self.starts[index + 1]:
            return False
        if self.ends[index - 1] != self.starts[index]:
            return False
        if latin:
            return bool(self.classes[index + 1] & (LATIN | NUMBER))
        return self.forms[index - 1] in self.grammar.letters and self.forms[index + 1] in self.grammar.letters

    def _is_idafa_of(self, index: int) -> bool:
        """Whether the definite word at `index` is a noun, and so the unknown one before it as well."""
        if index >= self.count or index in self.heads or not self._is_plain_definite(index):
            return False
        if not self.classes[index] & NOUN or self.forms[index][2:] in self.grammar.descriptive:
            return False
        return not self._is_adjective(index) and not self._opens_person(index)

    def _to_legal_form(self, start: int) -> int | None:
        """Index after the words in which a firm's name ends, whatever stands before: `دلما نور باب ليمتد`."""
        found = None
        spelled = self.forms[start] in self.grammar.letters
        for index in range(start + 1, min(start + MAX_QUOTED_WORDS, self.count)):
            form = self.forms[index]
            spelled = form in self.grammar.letters and (spelled or found == index)
            if spelled or form in self.grammar.legal_forms:
                found = index + 1
            elif form not in self.grammar.letters and self._ends_firm(index):
                break
        return found

    def _ends_firm(self, index: int) -> bool:
        """Whether no firm's name goes on over the word at `index`."""
        form = self.forms[index]
        if self.classes[index] & (BREAK | FUNCTION | CLITIC) or index in self.heads:
            return True
        return form.startswith("ال") or form in self.grammar.stops

    # --- what follows a closed phrase

    def _tail(self, phrase: Phrase, head: Head) -> int:
        index = self._governed(phrase.end)
        if index >= self.count or self.forms[index][0] not in "او":
            return index  # neither an adjective nor a coordinated noun
        of_noun = phrase.closing == "noun"
        governed = index > phrase.end
        if of_noun and not governed and self._is_adjective(index - 1):
            while self._is_coordinated_adjective(index):
                index += 1  # فرقة أمواج الترفيهية والاستعراضية
        if not of_noun and head.word.endswith("ه") and self._is_of_another(index):
            return index
        index = self._inner_adjectives(index, head) if of_noun else self._adjective_run(index, head)
        if not of_noun or head.construct in ("proper", "place") or head.kind in _WITHOUT_COORDINATION:
            return index
        if head.kind == "council" and self.forms[index - 1] in _OF_PARLIAMENTS:
            return index  # مجلس النواب والمجتمع
        # وكالة النهوض بالصناعة والابتكار
        freely = governed or (head.kind in FREELY_COORDINATED and not self._ends_known(index))
        while True:
            end = self._coordinated(index, freely=freely, of_party=head.kind == "party")
            if end is None:
                return index
            index = self._governed(self._inner_adjectives(end, head))

    def _inner_adjectives(self, index: int, head: Head | None = None) -> int:
        """Index after the adjectives of a name's last noun: `للتعليم الأساسي`, `هيئة الأركان المشتركة`.

        Some that elsewhere describe a body are part of its name when they belong to the noun and not to `head`.
        """
        if index < self.count and self._belongs_to_noun(index, head):
            index += 1
            if self._is_coordinated_adjective(index):
                index += 1  # المنشآت الصغيرة والمتوسطة
        end = self._adjective_run(index, head)
        national = end == index + 1 and end < self.count and self.is_plain_nationality(index)
        if national and self._takes_adjectives(index - 1) and self.forms[end].removeprefix("ال") in self.grammar.joint:
            end += 1  # هيئة الأركان الأمريكية المشتركة
        return end

    def _takes_adjectives(self, index: int) -> bool:
        """Whether a noun stands here that adjectives of bodies describe within a body's name."""
        return self.forms[index].lstrip("و").removeprefix("ال").removeprefix("لل") in self.grammar.described_nouns

    def _belongs_to_noun(self, index: int, head: Head | None) -> bool:
        form, grammar = self.forms[index], self.grammar
        if not form.startswith("ال"):
            return False
        if form[2:] in grammar.noun_adjectives:
            return True
        if form[2:] not in grammar.inner_adjectives:
            return False
        if self._takes_adjectives(index - 1):
            return True
        return head is not None and form.endswith("ه") != head.word.endswith("ه")

    def _adjective_run(self, index: int, head: Head | None = None) -> int:
        start = index
        feminine = head is not None and head.word.endswith("ه")
        while index < self.count and self._is_plain_definite(index) and self._is_adjective(index):
            if self.forms[index][2:] in self.grammar.descriptive and not self._is_official(index):
                break
            if self._is_participle_clause(index):
                break
            if head is not None and head.kind == "media" and self.forms[index] in _OF_OWNERS:
                break
            if (
                self._opens_person(index)
                or self._is_of_people(index)
                or self.is_persons(index, self._country_of(index))
                or self._is_of_foreigner(index)
            ):
                break
            if feminine and (self.is_of_title(index) or self._is_of_plural(index)):
                break
            if head is not None and head.kind == "club" and self._is_of_what_it_has(index):
                break
            if self._is_of_deputy(index) or (index > start and self._is_of_earlier_noun(index)):
                break
            if index + 1 < self.count and self.forms[index + 1] == "رقم" and self.classes[index] & NOUN:
                break  # قدمت للمكتب السياسي المشروع رقم 5
            index += 1
        if index > start:
            if index < self.count and self.forms[index] in TEN and self.forms[index - 1] in self.grammar.ordinals:
                index += 1
            first = index
            while self._is_coordinated_adjective(index):
                index += 1  # الصناعات الثقافية والإبداعية
            index += index > first and self._is_national_adjective(index)  # البث الإذاعي والتلفزي الجزائري
        elif (
            index + 1 < self.count
            and self.forms[index] in _HALVES
            and "ال" + self.forms[index + 1] in (self.grammar.countries)
        ):
            index += 2  # الجنوب أفريقي
        return index

    def _is_of_plural(self, index: int) -> bool:
        """`رئيس هيئة الأركان الإسرائيلي`: a man's nationality behind a plural, which takes a feminine adjective."""
        masculine = not self.forms[index].endswith(("ه", "ين", "ون", "ات"))
        return masculine and self._takes_adjectives(index - 1) and self._is_nationality(index)

    def _is_of_what_it_has(self, index: int) -> bool:
        """`ديون نادي الاتحاد الخارجية`: a feminine adjective behind a club, and no nationality."""
        before = self.classes[index - 1]
        plural = before & NOUN and not before & PLACE and index - 1 not in self.names  # نادي الحدود الشمالية
        masculine = not plural and not self.forms[index - 1].endswith(("ه", "ات", "ا"))
        return masculine and self.forms[index].endswith("يه") and not self._is_nationality(index)

    def _is_of_earlier_noun(self, index: int) -> bool:
        """`لثام قوات النخبة السعودية الأسود`: of other gender than the nationality right before it."""
        before, form = self.forms[index - 1], self.forms[index]
        if not self._is_nationality(index - 1) or self.country_at(index - 1) is None:
            return False
        return before.endswith("ه") and not form.endswith(("ه", "ات", "ين", "ون", "كبري", "عليا"))

    def _is_of_foreigner(self, index: int) -> bool:
        """`نادي النصر الأوروغوياني فابيانو`: no Arab country's nationality, after a club with an Arabic name."""
        country = self.country_at(index)
        if country is None or country in ARAB_COUNTRIES or not self.is_plain_nationality(index):
            return False
        known = self.names.get(index - 1)
        if known is None or known.entry.kind != "club" or not self.forms[index - 1].startswith("ال"):
            return False
        return any(head.kind == "club" for head, _ in self.heads.get(index - 2, ()))

    def _country_of(self, index: int) -> str | None:
        """The country of the gazetteer name that ends before `index`."""
        for first in range(max(0, index - _LONGEST_NAME), index):
            known = self.names.get(first)
            if known is not None and known.end == index:
                return known.entry.country
        return None

    def _is_official(self, index: int) -> bool:
        """`الرسمية` between the name and its nationality: `وكالة الأنباء الرسمية النيبالية`."""
        official = self.forms[index] in ("الرسميه", "الرسمي") and index + 1 < self.count
        return official and self.is_plain_nationality(index + 1)

    def is_of_title(self, index: int) -> bool:
        """A nationality of other gender than the body and the word before it: `رئيس هيئة الأركان المشتركة الأمريكي`."""
        return (
            self._is_nationality(index)
            and self.forms[index - 1].endswith(("ه", "ات"))
            and not self.forms[index].endswith(("ه", "ين", "ات"))
        )

    def _is_of_deputy(self, index: int) -> bool:
        """`الدائم` of another gender than the word before it, or behind a place: `نائب رئيس اللجنة الشعبية الدائم`."""
        if self.forms[index] != "الدائم":
            return False
        before = self.forms[index - 1]
        return before.endswith("ه") or not before.startswith(("ال", "لل", "وال"))

    def _is_of_another(self, index: int) -> bool:
        """`التام` in `تأييد حركة نداء دلمون التام`, `السوري` in `مذيع قناة دلمون السوري`: agrees with a noun before."""
        form = self.forms[index]
        if not form.startswith("ال") or form.endswith(("ه", "ين", "ات", "ون", "ا", "كبري")):
            return False
        after_place = self.classes[index - 1] & PLACE and not self.forms[index - 1].startswith("ال")
        national = self.classes[index] & NATIONALITY and self.country_at(index) is not None
        return bool(national or after_place)

    def _is_of_people(self, index: int) -> bool:
        """Plural adjective of the people after a name: `الجيش الأردني السابقين`, but `جمعية الناشرين العرب`."""
        if not self.forms[index].endswith(("ين", "ون")) or self.forms[index] == "القانون":
            return False
        before = self.forms[index - 1].removeprefix("و")
        return (
            not before.startswith(("ال", "لل")) or self._is_nationality(index - 1) or before[2:] in self.grammar.naming
        )

    def _is_coordinated_adjective(self, index: int) -> bool:
        if index >= self.count or not self.forms[index].startswith("وال"):
            return False
        stem, classes = self.forms[index][3:], self.classes[index]
        if stem in self.grammar.place_levels or stem in self.grammar.coordination_stops:
            return False
        if stem in self.grammar.noun_adjectives:
            return True
        if stem.endswith("يه") and not classes & (NOUN | VERB | PLACE | NAME | NATIONALITY):
            return True  # الترفيهية والاستعراضية, which no lexicon has
        return stem in self.grammar.naming or bool(classes & ADJECTIVE and not classes & (NOUN | NATIONALITY))

    def _opens_person(self, index: int) -> bool:
        """Whether the definite word belongs to a person named after it: `مجلس الأمة الصادق بوغالب`, `العداءة منى`."""
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.personal_titles or form == "الامين":
            return True  # طالبت الجمعية المغربية لحقوق الإنسان الأمين العام
        if self._is_nationality(index) or form[2:] in self.grammar.naming or index + 1 >= self.count:
            return False
        following = self.classes[index + 1]
        if following & (BREAK | CLITIC):
            return False
        if self.forms[index + 1].startswith("ال"):
            return bool(classes & _MAYBE_NAME and following & FAMILY)
        nisba = classes & ADJECTIVE and not classes & (NOUN | _MAYBE_NAME) and form.endswith(("ي", "يه"))
        if nisba and form not in self.grammar.person_adjectives:
            return False  # مجلس الضمان الصحي التعاوني محمد الفلاني
        return bool(following & GIVEN) or (bool(classes & _MAYBE_NAME) and not following)

    def _is_participle_clause(self, index: int) -> bool:
        """`المقرب من`, `المعنية بـ`: what follows says something of the body."""
        form = self.forms[index]
        if not form.startswith("الم") or form[2:] in self.grammar.naming or index + 1 >= self.count:
            return False
        return self.forms[index + 1] in self.grammar.governed and not self.classes[index] & NATIONALITY

    def _coordinated(self, index: int, *, freely: bool = False, of_party: bool = False) -> int | None:
        """Index after `والتعليم`, `وحقوق الإنسان` at `index`; `freely` takes nouns of no known portfolio."""
        if index >= self.count:
            return None
        form, classes = self.forms[index], self.classes[index]
        if form == "و":
            index += 1
            if index >= self.count:
                return None
            form, classes = "و" + self.forms[index], self.classes[index] | CONJOINED
        if not form.startswith("و") or len(form) < 4 or classes & PREPOSED:
            return None
        bare = form[1:]
        if bare in self.grammar.stops:
            return None
        if index in self.heads and (bare[2:] not in self.grammar.portfolio or self.parse(index) is not None):
            return None
        if (bare in self.grammar.bare_bodies and bare[2:] not in self.grammar.portfolio) or self._is_known(index):
            return None
        if bare.startswith("ال"):
            stem = bare[2:]
            if stem in self.grammar.portfolio:
                return index + 1
            if not freely or stem in self.grammar.coordination_stops or stem in self.grammar.descriptive:
                return None
            if classes & NATIONALITY or (stem.endswith(("ين", "ون")) and not classes & NOUN):
                return None
            names = (
                PLACE | NAME if of_party and not stem.endswith("ي") else 0
            )  # حزب الأصالة والعمران, though عمران is a town
            if classes & (PLACE | VERB | ADJECTIVE | NAME) & ~names and not classes & NOUN:
                return None
            return index + 1
        if bare in self.grammar.portfolio_nouns and index + 1 < self.count and self._is_plain_definite(index + 1):
            return index + 2
        return None

    def _for_complement(self, index: int, *, freely: bool = False) -> int | None:
        """Index after `لكرة القدم`, `للطيران المدني والأرصاد` at `index`; `freely` as in `_coordinated`."""
        if index >= self.count:
            return None
        form, classes = self.forms[index], self.classes[index]
        grammar = self.grammar
        if not form.startswith("ل") or len(form) < 4 or form in grammar.stops:
            return None
        sport = self._sport_end(index)
        if sport:
            return sport
        if index in self.names and self.names[index].entry.kind in _PUBLISHERS:
            return None  # قال مدير جامعة كذا للجزيرة نت
        if self._is_known(index) and self.names[index].end > index + 1 and form.startswith("لل"):
            return self._adjective_run(self.names[index].end)  # اللجنة الولائية للهلال الأحمر
        if self._is_known(index) and self.names[index].entry.kind in _WITH_ORGANS:
            return self._adjective_run(self.names[index].end)  # اللجنة التنفيذية لفيفا
        if index in self.heads and (inner := self.parse(index)) is not None:
            return inner.end
        if form.removeprefix("لل").removeprefix("ل") in grammar.place_levels:
            place = self._place(index)
            return place.end if place else None
        if form.startswith("لل"):
            stem = form[2:]
            stops = stem in grammar.for_stops or "ال" + stem in grammar.for_stops
            goes_on = self._is_naming_adjective(index + 1) or (freely and self._is_with_another(index + 1))
            if stops and not goes_on and not self._is_research(index):
                return None  # للعمل; but للعمل الإسلامي، للبحث والتبادل الثقافي
            if classes & PLACE and not classes & NOUN and stem not in grammar.portfolio:
                return None
            phrase = Phrase(self.places.get(index, index + 1), "noun")  # للتعليم، للشرق الأوسط
        else:
            verb = classes & VERB and not classes & NOUN and form[1:] not in grammar.purposes  # لأمن المعلومات
            if form[1:] in grammar.for_stops or verb:
                return None
            closed = self._shared_complement(index + 1) or self._phrase(index + 1)
            if closed is None or (closed.closing != "noun" and not classes & NOUN):
                return None
            phrase = closed
        end = self._governed(self._inner_adjectives(phrase.end))
        if form in grammar.gatherings and end < self.count and self.forms[end].startswith("لل"):
            return self._for_complement(end, freely=freely) or end  # للمهرجان الدولي للعسل
        while (more := self._its_own(end) or self._coordinated(end, freely=freely)) is not None:
            end = self._governed(self._inner_adjectives(more))
        return end + 2 if self.forms[end : end + 2] == ["المقيمين", "بالخارج"] else end

    def _shared_complement(self, index: int) -> Phrase | None:
        """`لكتاب ونقاد السينما`: a second noun without article, joined to the first, and what completes both."""
        if index + 1 >= self.count or not self.forms[index].startswith("و") or index in self.heads:
            return None
        classes = self.classes[index]
        noun = classes & NOUN and classes & CONJOINED and not classes & (DEFINITE | VERB | PREPOSED)
        if not noun and self.forms[index][1:] not in self.grammar.portfolio_nouns:
            return None
        if self._is_plain_definite(index + 1):
            adjective = self._is_adjective(index + 1) and not self.classes[index + 1] & NOUN
            return None if adjective or self._opens_person(index + 1) else Phrase(index + 2, "noun")
        further = self.classes[index + 1] & (NOUN | POSSESSED) == NOUN
        phrase = self._phrase(index + 1) if further else None  # لإدارة وتشغيل مترو الأنفاق
        return phrase if phrase is not None and phrase.closing == "noun" else None

    def _is_research(self, index: int) -> bool:
        """`للبحث في علوم الصحة`, which is a purpose, though `للبحث في الملف` is what somebody did."""
        if self.forms[index : index + 2] != ["للبحث", "في"] or index + 2 >= self.count:
            return False
        field = self.forms[index + 2].removeprefix("ال")
        return field in self.grammar.portfolio_nouns or field in self.grammar.portfolio

    def _is_with_another(self, index: int) -> bool:
        """`والتبادل`, `والتنمية`: a second purpose, so that the first is one."""
        return index < self.count and self.forms[index].startswith("وال") and bool(self.classes[index] & NOUN)

    def _governed(self, index: int) -> int:
        """Index after what the noun before `index` governs: `للوقاية من الفساد`, `هيئة الرقابة على الصادرات`."""
        if index >= self.count:
            return index
        noun = self.forms[index - 1]
        noun = noun[1:] if noun.startswith("وال") else noun
        noun = noun[2:] if noun.startswith(("ال", "لل")) else noun
        prepositions = self.grammar.governing.get(noun, ())
        if "ب" in prepositions and self.forms[index].startswith("بال"):
            return self._inner_adjectives(index + 1)
        if "ب" in prepositions and self.forms[index].startswith("ب") and self._definite_noun(index + 1):
            return self._inner_adjectives(index + 2)  # التوعية بأضرار التدخين
        if self.forms[index] not in prepositions:
            return index
        phrase = self._phrase(index + 1)
        # لجنة التحقيق في الحرب على العراق
        return index if phrase is None else self._governed(self._inner_adjectives(phrase.end))

    def _governs(self, index: int) -> bool:
        """`لجنة التحقيق في أحداث أيار`: whether the definite noun at `index` goes on with what it is in."""
        in_what = self.forms[index + 1 : index + 2] == ["في"]
        return in_what and "في" in self.grammar.governing.get(self.forms[index].removeprefix("ال"), ())

    def _its_own(self, index: int) -> int | None:
        """Index after a second purpose of the same thing: `للوقاية من الفساد ومكافحته`."""
        if index >= self.count:
            return None
        form = self.forms[index]
        if form == "و" and index + 1 < self.count:
            index += 1
            form = "و" + self.forms[index]
        if form.startswith("وال") and self.forms[index + 1 : index + 2] in _OF_THE_SAME:
            return index + 2 if self.classes[index] & NOUN else None  # للوقاية من الكوارث والسيطرة عليها
        if not form.startswith("و") or not form.endswith(("ه", "ها")):
            return None
        stem = form[1:].removesuffix("ها").removesuffix("ه")
        purposes = self.grammar.portfolio_nouns | self.grammar.purposes
        owned = stem in purposes or (stem.endswith("ت") and stem[:-1] + "ه" in purposes)
        return index + 1 if owned and form[1:] not in purposes else None

    def _is_activity(self, index: int) -> bool:
        """`لريادة الأعمال`: a purpose that a name has, without article."""
        return index < self.count and self.forms[index][:1] == "ل" and self.forms[index][1:] in self.grammar.purposes

    def _sport_end(self, index: int) -> int | None:
        """Index after a sport of two words with لـ (`لرفع الأثقال`), None where none stands."""
        form = self.forms[index]
        if form[0] != "ل" or index + 1 >= self.count:
            return None
        return index + 2 if self.forms[index + 1] in self.grammar.sports.get(form[1:], ()) else None

    def _is_purpose(self, index: int) -> bool:
        """What a body is for after an idafa: `لتنمية المشاريع`, but not `لقبول الفكرة`, which it did something for."""
        if index >= self.count or not self.forms[index].startswith("ل"):
            return False
        bare = self.forms[index][1:]
        return bare.startswith("ل") or bare in self.grammar.portfolio_nouns or bare in self.grammar.purposes

    def _is_noun_with_purpose(self, index: int, head: Head) -> bool:
        """`شركة وقاية للتأمين`, but not `مركز أبحاث للطاقة`, `مركز مشترك للأبحاث`: a noun that is a body's name."""
        form, classes = self.forms[index], self.classes[index]
        if not (head.for_ and head.kind in _CALLED_BY_NOUN and classes & NOUN) or form.startswith("ال"):
            return False
        if classes & (ADJECTIVE | CLITIC | PLURAL) or form.endswith("ات") or form in self.grammar.works:
            return False
        return self._is_for_definite(index + 1)

    def _is_for_definite(self, index: int) -> bool:
        """`للثقافة`, `للأوراق المالية`: what a body is for, and not what it did something for."""
        if index >= self.count or not self.forms[index].startswith("لل"):
            return False
        stem = self.forms[index][2:]
        if stem in self.grammar.for_stops or "ال" + stem in self.grammar.for_stops:
            return False
        return stem in self.grammar.portfolio

    # --- small questions

    def quoted_at(self, index: int) -> KnownName | None:
        """The longest of the names that are common words and stands at `index`; no cue tells of them."""
        best = None
        for words, entry in self.grammar.quoted.get(self.forms[index], ()):
            end = index + len(words)
            if (best is None or end > best.end) and self.forms[index:end] == words:
                hit = Hit(self.starts[index], self.ends[end - 1], "organisation.name", entry, "", "ال")
                best = KnownName(index, end, entry, hit)
        return best

    def _is_named(self, index: int) -> bool:
        """Whether an adjective that can name a body follows: `وكالة الرئاسة العامة`, not `مجلس التنظيم الإرهابي`."""
        if index >= self.count or not self._is_plain_definite(index) or not self._is_adjective(index):
            return False
        return self.forms[index][2:] not in self.grammar.descriptive

    def _is_known(self, index: int) -> bool:
        """Whether a gazetteer name that needs no context stands at `index`."""
        return index in self.names and not self.names[index].entry.context

    def _ends_known(self, index: int) -> bool:
        """Whether a gazetteer name of at most three words ends before `index`: `حزب الله والنظام السوري`."""
        return any(first in self.names and self.names[first].end == index for first in range(index - 3, index))

    def _is_age(self, index: int) -> bool:
        """`تحت 23 عاما`, after `المنتخب السعودي`."""
        under, number, unit = (*self.forms[index : index + 3], "", "", "")[:3]
        return under == "تحت" and number.isdigit() and unit in ("سنه", "عاما", "عام")

    def _is_land(self, index: int) -> bool:
        """Whether a country's name or a level of place stands at `index`."""
        if index >= self.count:
            return False
        form = self.forms[index]
        return form.removeprefix("ال") in self.grammar.place_levels or form in self.grammar.lands

    def _is_town(self, index: int) -> bool:
        """Whether a town's or region's name stands at `index`, and no country's."""
        if index >= self.count or self.forms[index] in self.grammar.lands:
            return False
        if index in self.places:
            return True
        named = self.classes[index] & PLACE and not self.classes[index] & CLITIC
        return bool(named) and self.forms[index].removeprefix("ال") not in self.grammar.place_levels

    def _is_country(self, first: int, end: int) -> bool:
        """`بالمملكة العربية السعودية`, but not `بمنطقة القصيم`, which says where a ministry's branch is."""
        words = (self.forms[index].removeprefix("ب") for index in range(first, end))
        return any(word in self.grammar.countries for word in words)

    def _listed(self, index: int, head: Head) -> int | None:
        """Index after the longest of the head's listed phrases that stands at `index`."""
        if index >= self.count:
            return None
        best = None
        for phrase in head.listed.get(self.forms[index], ()):
            end = index + len(phrase)
            if self.forms[index:end] == phrase and (best is None or end > best):
                best = end
        return best

    def _quoted(self, index: int) -> int | None:
        """Index after the closing mark of the quotation that opens at `index`, None where it is no name's."""
        if index + 1 >= self.count or self.forms[index] not in CLOSING_MARKS:
            return None
        if self.classes[index + 1] & PUNCTUATION and self.forms[index + 1] != self.forms[index]:
            return None  # the mark closes: قال إن "الخبز وحده". وأضاف
        closing = CLOSING_MARKS[self.forms[index]]
        for end in range(index + 2, min(index + 2 + MAX_QUOTED_WORDS, self.count)):
            form = self.forms[end]
            if form == closing:
                return end + 1
            if form in ("\n", ":"):
                return None
        return None

    def _is_plain_definite(self, index: int) -> bool:
        """With the article and no proclitic before it; `العام` before `الماضي` is no adjective but a year."""
        form = self.forms[index]
        if not form.startswith("ال") or len(form) <= 3 or form in self.grammar.stops:
            return False
        classes = self.classes[index]
        if form in self.grammar.indefinite:
            return False  # ألمانية
        if classes & (NOUN | ADJECTIVE | VERB) and not classes & _DEFINITE_OR_PROPER:
            return False  # folded, إلكترونية and التزام begin like words with the article
        if form != "العام" or index + 1 >= self.count:
            return True
        following = self.forms[index + 1]
        return following not in self.grammar.stops or not following.startswith("ال") or following in _RELATIVES

    def is_plain_nationality(self, index: int) -> bool:
        """Whether the token is a nationality adjective with the article and no proclitic."""
        # A dual or plural adjective belongs to two names: ميلان وإنتر الإيطاليين.
        plural = self.forms[index].endswith(("ين", "ون", "ان", "ات"))
        return not plural and self._is_plain_definite(index) and self._is_nationality(index)

    def _is_national_adjective(self, index: int) -> bool:
        """Whether a nationality adjective stands at `index`, if the text has a word there."""
        return index < self.count and self.is_plain_nationality(index)

    def country_at(self, index: int) -> str | None:
        """The country whose nationality the token is."""
        return self.grammar.countries.get(self.forms[index])

    def is_persons(self, index: int, country: str | None = None) -> bool:
        """A nationality of whom the next word names, not of the body: `الاتحاد الدولي السويسري جوزيف`.

        Args:
            index: the nationality's.
            country: the body's, where it is known: `برشلونة الأوروغوياني لويس`; "" for a body of no country.
        """
        if index + 1 >= self.count or not self._is_nationality(index) or self.forms[index].endswith("ه"):
            return False
        if self.classes[index + 1] & (GIVEN | PREPOSITION) != GIVEN:  # على is no علي
            return False
        if country is not None:
            return self.country_at(index) not in (None, country)
        return self.forms[index - 1] in self.grammar.of_all_nations

    def _is_nationality(self, index: int) -> bool:
        return bool(self.classes[index] & NATIONALITY) or self.forms[index] in self.grammar.countries

    def _is_adjective(self, index: int) -> bool:
        form, classes = self.forms[index], self.classes[index]
        if self._is_nationality(index) or classes & ADJECTIVE or form[2:] in self.grammar.naming:
            return True
        if form.endswith("يه") and classes & DEFINITE and not classes & (NOUN | PLACE | FAMILY):
            return True  # الأمنية, which is a given name without the article
        return not classes & (NOUN | PLACE | NAME) and form.endswith(("ي", "يه"))
