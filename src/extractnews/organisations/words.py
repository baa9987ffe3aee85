"""Questions about single words and known names, which the grammar of organisations asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from extractnews.article import Hit
from extractnews.organisations.lexicon import Head, KnownName, OrganisationWords
from extractnews.tokens import Tokens
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    LATIN,
    NAME_PART,
    NATIONALITY,
    NOUN,
    PLACE,
    PLURAL,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    VERB,
)

NAME: Final = GIVEN | FAMILY | NAME_PART
_DEFINITE_OR_PROPER: Final = DEFINITE | NAME | PLACE | NATIONALITY
MAX_QUOTED_WORDS: Final = 8
# On an adverbial's end: ترتيبًا.
TANWIN: Final = "\u064b"
CLOSING_MARKS: Final = {'"': '"', "(": ")", "'": "'"}
# Bodies that a single noun without article names, where what they are for follows.
_CALLED_BY_NOUN: Final = frozenset({"company", "association", "institute"})
_LONGEST_NAME: Final = 6
# Longer unknown words in ـها are a noun and a pronoun.
_LONGEST_WITH_PRONOUN: Final = 4
# مستشفى دلمون العام الذي, and إلى, which folded begins with the letters of the article.
_RELATIVES: Final = frozenset({"الذي", "التي", "الي"})
# بالمنطقة and بالمحافظة alone after them say where the article is, and are no part of the name.
_OF_A_TOWN: Final = frozenset(
    {"army", "association", "company", "council", "hospital", "institute", "ministry", "security", "university"}
)
_INTERNATIONAL: Final = frozenset({"دولي", "دوليه", "عالمي", "عالميه", "عربي", "عربيه", "امميه", "اوروبي", "اوروبيه"})
_YEAR_DIGITS: Final = 4
_TEN: Final = frozenset({"عشر", "عشره"})  # after an ordinal: الدورة السابعة عشرة
_SHORTEST_TOWN: Final = 4  # letters, with بـ
# Before a country's name: مملكة البحرين، جمهورية النيجر.
_STATES: Final = frozenset({"مملكه", "جمهوريه", "دوله", "سلطنه"})
# With a nationality or one of these they are the whole nation's.
_ONE_A_NATION: Final = frozenset({"army", "association", "authority", "committee", "council", "security"})
_WHOLE: Final = frozenset({"وطني", "وطنيه", "قومي", "قوميه", "اعلي"})


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


class WordReader:
    """Answers questions about the words of one article.

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
        grammar: OrganisationWords,
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

    def _is_indefinite_adjective(self, index: int) -> bool:
        """`جمعية خيرية`, `شركة رائدة`, though a person may be called so, and `مكتبة إلكترونية`, which no list has."""
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.naming and self._definite_noun(index + 1):
            return False  # مركز تقنية المعلومات
        if form in self.grammar.portfolio and self._definite_noun(index + 1):
            return False  # شركة معارض الوادي
        if form in self.grammar.place_levels and self.is_place(index + 1):
            return False  # لجنة إدارة بلدية تونس
        if form in self.grammar.naming or form in self.grammar.descriptive or form in self.grammar.indefinite:
            return True
        return form.endswith("يه") and not self._is_plain_definite(index) and not classes & (NAME | PLACE | NOUN)

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

    def _is_written_as_name(self, index: int) -> bool:
        """Whether `علي` is written so, and not `على`."""
        return self.tokens.original(index).endswith("ي")

    def _has_pronoun(self, index: int) -> bool:
        """`شبكة نوران أعنفها`: a noun of no lexicon with a pronoun, which no name goes on with."""
        return self.forms[index].endswith(("ها", "هم")) and len(self.forms[index]) > _LONGEST_WITH_PRONOUN

    def _is_latin(self, index: int) -> bool:
        return index < self.count and bool(self.classes[index] & LATIN)

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

    def _is_research(self, index: int) -> bool:
        """`للبحث في علوم الصحة`, which is a purpose, though `للبحث في الملف` is what somebody did."""
        if self.forms[index : index + 2] != ["للبحث", "في"] or index + 2 >= self.count:
            return False
        field = self.forms[index + 2].removeprefix("ال")
        return field in self.grammar.portfolio_nouns or field in self.grammar.portfolio

    def _is_field(self, index: int) -> bool:
        """Whether a field of work stands at `index`, though it is spelled like an adjective: `الديمقراطية`."""
        if index >= self.count or not self._is_plain_definite(index):
            return False
        return self.forms[index][2:] in self.grammar.portfolio

    def _is_of_field(self, index: int) -> bool:
        """Whether a man's nisba with the article stands at `index`: `الفني` in `للتعاون الفني`."""
        if index >= self.count or not self._is_plain_definite(index) or not self.forms[index].endswith("ي"):
            return False
        return self._is_adjective(index) and self.forms[index][2:] not in self.grammar.descriptive

    def _governs(self, index: int) -> bool:
        """`لجنة التحقيق في أحداث أيار`: whether the definite noun at `index` goes on with what it is in."""
        in_what = self.forms[index + 1 : index + 2] == ["في"]
        return in_what and "في" in self.grammar.governing.get(self.forms[index].removeprefix("ال"), ())

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
        if bare.startswith("ل") or bare in self.grammar.portfolio_nouns or bare in self.grammar.purposes:
            return True
        return self._sport_end(index) is not None

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

    def quoted_at(self, index: int, proclitic: str = "") -> KnownName | None:
        """The longest of the names that are common words and stands at `index`; no cue tells of them."""
        best = None
        form = self.forms[index]
        if not form.startswith(proclitic):
            return None
        for words, entry in self.grammar.quoted.get(form[len(proclitic) :], ()):
            end = index + len(words)
            if (best is None or end > best.end) and self.forms[index + 1 : end] == words[1:]:
                start = self.starts[index] + len(proclitic)
                hit = Hit(start, self.ends[end - 1], "organisation.name", entry, proclitic, "ال")
                best = KnownName(index, end, entry, hit)
        return best

    def is_named(self, index: int) -> bool:
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

    def _is_in_land(self, index: int) -> bool:
        """Whether a country's name with بـ stands at `index`."""
        return self.forms[index].startswith("ب") and self.forms[index][1:] in self.grammar.lands

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
        if self.classes[index] & NATIONALITY:
            return True
        return self.forms[index] in self.grammar.countries and self.forms[index] not in self.grammar.lands

    def _is_adjective(self, index: int) -> bool:
        form, classes = self.forms[index], self.classes[index]
        if self._is_nationality(index) or classes & ADJECTIVE or form[2:] in self.grammar.naming:
            return True
        if form.endswith("يه") and classes & DEFINITE and not classes & (NOUN | PLACE | FAMILY):
            return True  # الأمنية, which is a given name without the article
        return not classes & (NOUN | PLACE | NAME) and form.endswith(("ي", "يه"))

    def _is_year(self, index: int) -> bool:
        return index < self.count and len(self.forms[index]) == _YEAR_DIGITS and self.forms[index].isdigit()

    def _after_ordinal(self, index: int) -> int:
        """Index after an ordinal of one or two words that stands at `index`: `الثالث عشر`."""
        if index >= self.count or self.forms[index] not in self.grammar.ordinals:
            return index
        teens = index + 1 < self.count and self.forms[index + 1] in _TEN
        return index + 1 + teens

    def _is_numeral_ordinal(self, index: int) -> bool:
        """`الـ14`, an ordinal in digits, which are a token of their own."""
        if self.forms[index] != "ال" or index + 1 >= self.count or not self.forms[index + 1].isdigit():
            return False
        return self.ends[index] == self.starts[index + 1]

    def _is_definite_at(self, index: int) -> bool:
        """Whether a word with the article stands at `index`: `أعضاء اللجنة الـ85 الذين`."""
        return index < self.count and self.forms[index].startswith("ال")

    def _is_speech(self, index: int) -> bool:
        """`قالت الشركة النيبالية "لن نبيع"`: whether what is in quotation marks begins like a sentence."""
        return bool(self.classes[index] & (FUNCTION | VERB)) and index not in self.names

    def _is_for_country(self, index: int) -> bool:
        """Whether a country's name with لـ stands at `index`."""
        if index >= self.count or not self.forms[index].startswith("ل"):
            return False
        bare = self.forms[index][1:]
        return bare in self.grammar.lands or "ا" + bare in self.grammar.lands

    def _is_joint(self, index: int) -> bool:
        """Whether `المشتركة` stands at `index`."""
        form = self.forms[index]
        return form.startswith("ال") and form[2:] in self.grammar.joint

    def is_federation(self, index: int) -> bool:
        """Whether an adjective makes the definite noun at `index` a name: `الاتحاد السعودي`."""
        if index + 1 >= self.count or not self._is_plain_definite(index + 1):
            return False
        return self._is_nationality(index + 1) or self.forms[index + 1][2:] in self.grammar.naming

    def _is_club(self, index: int) -> bool:
        """Whether a club's name stands at `index`, though its noun heads other bodies' names: نادي الاتحاد."""
        return index in self.names and self.names[index].entry.kind == "club"

    def _is_national(self, head: Head, first: int, end: int) -> bool:
        """`وحدة التحريات المالية الكويتية`: of one country, though no larger body is named."""
        if self._is_known(first):
            return False  # إدارة الخطوط اليمنية
        agrees = self.forms[end - 1].endswith("ه") and head.word.endswith("ه")
        return (
            agrees and end > first + 1 and self.country_at(end - 1) is not None and self.is_plain_nationality(end - 1)
        )

    def _is_locality(self, head: Head, first: int, end: int) -> bool:
        """`مركز الصويدرة`, `جبهة لحج`: a single definite word that is no common noun is a village's name."""
        if not head.locality or end != first + 1 or first in self.names:
            return False
        if self.classes[first] & PLACE:
            return True
        return self._is_plain_definite(first) and not self.classes[first] & (NOUN | NAME)

    def _is_nation_wide(self, name: BodyName, place: str) -> bool:
        """`الهيئة السعودية للمهندسين`, of which there is one: the town after it is where its branch is."""
        if not name.definite or name.kind not in _ONE_A_NATION:
            return False
        words = self.forms[name.first + 1 : name.end]
        if any(word in self.grammar.countries for word in words):
            return True
        if name.kind == "army":
            return False  # الحرس الوطني بدلمون
        return place not in self.grammar.lands and any(word[2:] in _WHOLE for word in words)

    def _is_at_hand(self, index: int, head: Head) -> bool:
        """`جمعية البر بالمنطقة`, the one that the article is about; but `مديرية الصحة بالمنطقة` is called so."""
        level = self.forms[index].removeprefix("ب")
        if level not in ("المنطقه", "المحافظه") or head.kind not in _OF_A_TOWN:
            return False
        return head.kind == "hospital" or not head.incomplete

    def _is_preposed(self, index: int) -> bool:
        """Whether the first letter of the head or known name at `index` is a preposition: not so in `لجنة`."""
        hits = self.heads.get(index)
        hit = hits[0][1] if hits else self.names[index].hit if index in self.names else None
        return hit is not None and hit.start > self.starts[index]

    def _is_national_at(self, index: int, name: BodyName) -> bool:
        """Whether the country at `index` is the body's: `وزارة السياحة في تونس`, not `صندوق النقد الدولي في تونس`."""
        if index >= self.count or self._is_known(name.first):
            return False
        if self.forms[index] not in self.grammar.lands and not self._is_state(index):
            return False
        if self._is_of_ruler(name):
            return False
        words = self.forms[name.first : name.end]
        return not any(word[2:] in _INTERNATIONAL or word in self.grammar.countries for word in words)

    def _is_state(self, index: int) -> bool:
        """Whether a country's full name stands at `index`: `مملكة البحرين`, `المملكة العربية السعودية`."""
        form, following = self.forms[index], index + 1
        if following >= self.count:
            return False
        if form in _STATES:
            return self.forms[following] in self.grammar.lands
        return form.startswith("ال") and form[2:] in _STATES and self._is_national_adjective(following)

    def _is_unknown_town(self, index: int) -> bool:
        """`بنارملوت`: behind a court or school, a town that no lexicon has, and no part of a person's name."""
        form, classes = self.forms[index], self.classes[index]
        unknown = not classes or (classes == PREPOSED | DEFINITE and form.endswith("ه"))
        if not unknown or form[0] != "ب" or len(form) < _SHORTEST_TOWN or index in self.places:
            return False
        if index + 1 >= self.count:
            return True
        following = self.classes[index + 1]
        if following & CLITIC:
            return True  # بنارملوت ومساعده, though مساعد is a given name
        return bool(following & (FUNCTION | VERB | PUNCTUATION | NOUN)) and not following & GIVEN

    def _is_of_ruler(self, name: BodyName) -> bool:
        """`مركز الملك سلمان`, of which there is one."""
        return self.forms[name.first + 1] in self.grammar.personal_titles
