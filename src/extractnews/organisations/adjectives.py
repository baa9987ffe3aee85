"""Adjectives behind a noun: how far they go, and whether they are of the body or of another word."""

from __future__ import annotations

from typing import Final

from extractnews.organisations.lexicon import Head
from extractnews.organisations.proper import ProperNameReader
from extractnews.organisations.words import NAME
from extractnews.words import (
    ADJECTIVE,
    NATIONALITY,
    NOUN,
    PLACE,
    PLURAL,
    VERB,
)

ARAB_COUNTRIES: Final = frozenset(
    ("SA", "EG", "AE", "QA", "KW", "BH", "OM", "YE", "IQ", "SY", "LB", "JO", "PS", "SD", "LY", "TN", "DZ", "MA", "MR")
)
# Before a nationality without article: نادي دلمون الجنوب أفريقي.
_HALVES: Final = frozenset({"الجنوب", "الشمال"})
# Say whose a paper or channel is: صحيفة المرافئ الحكومية.
_OF_OWNERS: Final = frozenset({"الحكوميه", "الحكومي", "المستقله", "المستقل", "الخاصه"})
# After an adjective of their work these or a nationality make a name: اللجنة الثورية العليا، المجلس الطبي الأردني.
_SEALING: Final = frozenset(
    {
        "عام",
        "عامه",
        "ملكي",
        "ملكيه",
        "اعلي",
        "عليا",
        "دولي",
        "دوليه",
        "عالمي",
        "عالميه",
        "وطني",
        "وطنيه",
        "قومي",
        "قوميه",
    }
)
# Several states or ministries may have one of them together.
JOINED: Final = frozenset({"committee", "council", "bank"})
_SEALED: Final = frozenset(
    {"committee", "council", "authority", "association", "institute", "army", "court", "university"}
)
# Their terms are counted: المجلس الوطني الـ14 لنواب الشعب.
_BY_TERM: Final = frozenset({"committee", "council", "parliament"})
# Peoples whose plural has no ending.
_PEOPLES: Final = frozenset({"المغاربه", "الافارقه", "الاتراك", "الاكراد", "الروس"})
# Of the members of a body, not of what it is for.
_OF_MEMBERS: Final = frozenset({"السابقين", "السابقون", "الحاليين", "الحاليون", "الجدد", "المنتخبين"})
# Of the members of a parliament, who have adjectives of their own.
_OF_HOUSES: Final = frozenset({"الشيوخ", "النواب", "الاعيان", "المستشارين", "اللوردات"})
# Behind a body's name, a person's title: الأمانة العامة النائب الأول.
_DEPUTIES: Final = frozenset({"النائب", "النائبه", "المستشار", "المستشاره"})
_MOST_ADJECTIVES: Final = 30  # no longer name is one
_WITH_DESCRIPTION: Final = frozenset({"committee", "council", "authority", "association"})


class AdjectiveReader(ProperNameReader):
    """Reads adjectives behind a noun; arguments as in `WordReader`."""

    def _inner_adjectives(self, index: int, head: Head | None = None) -> int:
        """Index after the adjectives of a name's last noun: `للتعليم الأساسي`, `هيئة الأركان المشتركة`.

        Some that elsewhere describe a body are part of its name when they belong to the noun and not to `head`.
        """
        if index < self.count and self._belongs_to_noun(index, head):
            index += 1
            if self._is_coordinated_adjective(index):
                index += 1  # المنشآت الصغيرة والمتوسطة
        end = self._adjective_run(index, head)
        if index < end < self.count and self._is_noun_adjective(end) and self.forms[end - 1].endswith("ه"):
            end += 1  # الصناعات الكيميائية الأساسية
        if end < self.count and self.forms[end] in self.grammar.ordinals and self._is_counted(index - 1):
            end = self._after_ordinal(end)  # الحرب العالمية الثانية
        national = end == index + 1 and end < self.count and self.is_plain_nationality(index)
        if national and self._takes_adjectives(index - 1) and self.forms[end].removeprefix("ال") in self.grammar.joint:
            end += 1  # هيئة الأركان الأمريكية المشتركة
        return end

    def _is_singular_man(self, index: int) -> bool:
        """Whether a word stands at `index` that no feminine adjective describes: a singular without its ending."""
        form, classes = self.forms[index], self.classes[index]
        if form.endswith(("ه", "ات", "ا", "اء", "ين", "ون")) or not form.startswith("ال"):
            return False
        return not classes & (PLURAL | PLACE | NAME) and bool(classes & (ADJECTIVE | NOUN))

    def _is_counted(self, index: int) -> bool:
        """Whether a noun stands at `index` that an ordinal tells apart within a body's name."""
        form = self.forms[index]
        return form.startswith(("ال", "لل")) and form[2:] in self.grammar.counted_nouns

    def _is_noun_adjective(self, index: int) -> bool:
        """Whether an adjective with the article stands at `index` that describes a body's last noun, never the body."""
        form = self.forms[index]
        return form.startswith("ال") and form[2:] in self.grammar.noun_adjectives

    def _takes_adjectives(self, index: int) -> bool:
        """Whether a noun stands here that adjectives of bodies describe within a body's name."""
        return self.forms[index].lstrip("و").removeprefix("ال").removeprefix("لل") in self.grammar.described_nouns

    def _belongs_to_noun(self, index: int, head: Head | None) -> bool:
        form, grammar = self.forms[index], self.grammar
        if not form.startswith("ال"):
            return False
        if form == "العامله" and self.forms[index - 1].endswith("لقوي"):
            return True  # وزارة القوى العاملة
        if form[2:] in grammar.noun_adjectives:
            return True
        if form[2:] not in grammar.inner_adjectives:
            return False
        if self._takes_adjectives(index - 1):
            return True
        if form.endswith("ه") and self._is_singular_man(index - 1):
            return False  # قرارات مجلس الأمن الخاصة بدلمون
        return head is not None and form.endswith("ه") != head.word.endswith("ه")

    def _adjective_run(self, index: int, head: Head | None = None) -> int:
        start = index
        feminine = head is not None and head.word.endswith("ه")
        while index < self.count and self._is_plain_definite(index) and self._is_adjective_of(index):
            if self.forms[index][2:] in self.grammar.descriptive and not self._is_official(index):
                break
            if self.forms[index] in _OF_MEMBERS:
                break  # أعضاء اللجنة المركزية للحزب السابقين
            if self.forms[index - 1] in _OF_HOUSES and self.forms[index].endswith(("ين", "ون")):
                break  # أعضاء مجلس الشيوخ الجمهوريين
            if self._is_participle_clause(index):
                break
            if head is not None and head.kind == "media" and self.forms[index] in _OF_OWNERS:
                break
            of_noun = self.forms[index].endswith("يه") and self._takes_adjectives(index - 1)
            if (
                (not of_noun and self._opens_person(index))  # الشؤون الخارجية سالم
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
            if index + 1 < self.count and self.forms[index + 1] == "رقم" and self._is_noun_for_number(index):
                break  # قدمت للمكتب السياسي المشروع رقم 5
            index += 1
        if index > start:
            index = self._after_ordinal(index - 1) if self.forms[index - 1] in self.grammar.ordinals else index
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

    def _is_noun_for_number(self, index: int) -> bool:
        """`المشروع` before `رقم 5`, and not `الأعلى` in `قرار مجلس القضاء الأعلى رقم 5`."""
        return bool(self.classes[index] & NOUN) and self.forms[index][2:] not in self.grammar.naming

    def _is_adjective_of(self, index: int) -> bool:
        """Whether an adjective stands at `index`, a nation's people behind others among them: `المسرحيين المغاربة`."""
        if self.forms[index] in _PEOPLES:
            return self.forms[index - 1].endswith(("ين", "ون"))
        if self.forms[index].endswith(("يين", "يون")) and self.forms[index - 1].endswith(("ين", "ون")):
            return self.forms[index - 1].startswith(("ال", "لل", "وال"))  # الهيئة النيبالية للمحاسبين القانونيين
        of_women = self.forms[index].endswith("يات") and self.forms[index - 1].endswith(("نساء", "ات"))
        return of_women or self._is_adjective(index)  # منظمة النساء الديمقراطيات

    def _is_of_plural(self, index: int) -> bool:
        """`رئيس هيئة الأركان الإسرائيلي`: a man's nationality behind a plural, which takes a feminine adjective."""
        return self._takes_adjectives(index - 1) and self._is_mans_nationality(index)

    def _is_mans_nationality(self, index: int) -> bool:
        """Whether a nationality stands at `index` that no feminine or plural noun takes."""
        return not self.forms[index].endswith(("ه", "ين", "ون", "ات")) and self._is_nationality(index)

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
        if before == "العرب" and self._is_nationality(index):
            return False  # اتحاد الكتاب العرب الفلسطينيين
        return (
            not before.startswith(("ال", "لل")) or self._is_nationality(index - 1) or before[2:] in self.grammar.naming
        )

    def _is_coordinated_adjective(self, index: int) -> bool:
        if index >= self.count or not self.forms[index].startswith("وال"):
            return False
        stem, classes = self.forms[index][3:], self.classes[index]
        if stem in self.grammar.place_levels or stem in self.grammar.coordination_stops:
            return False
        if self.forms[index][1:] in self.grammar.ordinals:
            return False  # مجلس القضاء العدلي والأول في
        if stem in self.grammar.noun_adjectives:
            return True
        if stem.endswith("يه") and not classes & (NOUN | VERB | PLACE | NAME | NATIONALITY):
            return True  # الترفيهية والاستعراضية, which no lexicon has
        return stem in self.grammar.naming or bool(classes & ADJECTIVE and not classes & (NOUN | NATIONALITY))

    def _is_participle_clause(self, index: int) -> bool:
        """`المقرب من`, `المعنية بـ`: what follows says something of the body."""
        form = self.forms[index]
        if not form.startswith("الم") or form[2:] in self.grammar.naming or index + 1 >= self.count:
            return False
        nisba = form.endswith(("يه", "ي")) and self.classes[index] & ADJECTIVE
        if nisba and form[2:] not in self.grammar.descriptive:
            return False  # اللجنة المصرفية في البرلمان: a nisba
        return self.forms[index + 1] in self.grammar.governed and not self.classes[index] & NATIONALITY

    def _is_second_nationality(self, first: int, index: int, head: Head) -> bool:
        """Whether a man's nationality stands behind what a nation's team, or an association of all nations, plays."""
        if not self.is_plain_nationality(index) or self.forms[index].endswith("ه") or self.country_at(index) is None:
            return False
        if head.kind == "team":
            return self._is_nationality(first)
        return head.kind == "association" and self.forms[first] in self.grammar.of_all_nations

    def _is_called_so(self, index: int, head: Head) -> bool:
        """`المركز الطبي العالمي`: two adjectives name an institute that elsewhere needs what it is for."""
        return head.kind == "institute" and self._is_sealed(index, head)

    def _committee_adjective(self, index: int, head: Head) -> int:
        """`اللجنة المحلية للانتخابات`: an adjective that names no body, but does with what it is for."""
        if head.kind not in _WITH_DESCRIPTION or index >= self.count or not self._is_plain_definite(index):
            return index
        if self.forms[index][2:] not in self.grammar.committee_adjectives or index + 1 >= self.count:
            return index
        if self.forms[index] in head.generic:
            return index  # المصلحة المشتركة للبلدين
        following = self.forms[index + 1]
        named = following.startswith("لل") or following in self.grammar.events or self._is_purpose(index + 1)
        return index + 1 if named else index

    def _is_relational(self, index: int) -> bool:
        """`التطبيقية`, before `لمدفعية الميدان`: an adjective in ـي of the body's work."""
        if index + 1 >= self.count or not self._is_plain_definite(index):
            return False
        form, following = self.forms[index], self.forms[index + 1]
        if not following.startswith("ل") or not form.endswith(("يه", "ي")):
            return False
        return (
            form[2:] not in self.grammar.descriptive and self._is_adjective(index) and not self._is_nationality(index)
        )

    def _naming_adjectives(self, index: int, head: Head) -> tuple[int, bool]:
        """Index after the adjectives that follow, and whether they make a name."""
        grammar = self.grammar
        start, named = index, False
        limit = min(self.count, index + _MOST_ADJECTIVES)
        while index < limit:
            form = self.forms[index]
            if named and form.startswith("وال") and form[3:] in grammar.naming:
                if self.country_at(index - 1) is not None:
                    break  # القوات الأمريكية والدولية are two
                index += 1  # اللجنة الأولمبية والبارالمبية
                continue
            if step := self._special_step(index, index == start, named, head):
                index += step
                continue
            if not self._is_plain_definite(index) or form in head.generic:
                break
            stem = form[2:]
            if self._is_of_other_gender(index, start - 1, head):
                break
            if form in grammar.ordinals:
                if not named:
                    break
                index = self._after_ordinal(index)
                continue
            if stem in grammar.joint and head.kind in JOINED and (named or self._is_national_adjective(index + 1)):
                index += 1  # اللجنة العليا المشتركة, اللجنة المشتركة الأردنية العراقية
                continue
            if form not in head.naming and (stem in grammar.descriptive or self._is_participle_clause(index)):
                break
            if form in head.naming:
                named = True
            elif stem in grammar.naming:  # العربية and الإسلامية among them, which name no country
                named = named or head.definite != "nationality"
            elif self._is_nationality(index):
                if named and head.kind in ("club", "team") and self._is_nationality(index - 1):
                    break  # لاعب النادي الكاتالوني الكرواتي
                if named and self.is_persons(index):
                    break
                if form.endswith(("ين", "ون")) and not self.classes[start - 1] & PLURAL:
                    break  # الجيش والشرطة العراقيين
                named = True
            elif index == start and self._is_sealed(index, head):
                named = True
                index += 1
            elif index == start or form in _DEPUTIES or not self._is_adjective(index) or self._is_of_people(index):
                break
            index += 1
        return index, named

    def _special_step(self, index: int, opens: bool, named: bool, head: Head) -> int:
        """How many words at `index` are a term in digits or an adjective that a nationality makes a name of."""
        if named and head.kind in _BY_TERM and self._is_numeral_ordinal(index):
            return 0 if self._is_definite_at(index + 2) else 2  # المجلس الوطني الـ14 لنواب الشعب
        special = opens and head.kind == "army" and self.forms[index] == "الخاصه"
        return int(special and self._is_national_adjective(index + 1))  # القوات الخاصة الليبية

    def _is_of_other_gender(self, index: int, body: int, head: Head) -> bool:
        """`رئيس الحكومة الإسرائيلي`, `حملات الحزب الديمقراطي الانتخابية`: an adjective of a word before the body's."""
        if head.word.endswith("ه"):
            earlier = index > body + 1 and self._is_of_earlier_noun(index)
            return earlier or self.is_of_title(index) or self._is_of_deputy(index)
        if head.kind == "security" and head.word.endswith("ات") and self._is_mans_nationality(index):
            return True  # رئيس الاستخبارات الإسرائيلي
        feminine = self.forms[index].endswith("ه") and self._is_adjective(index)
        return feminine and not head.word.endswith("ات") and not self.classes[body] & PLURAL

    def _is_sealed(self, index: int, head: Head) -> bool:
        """`الثورية العليا`, `الطبي الأردني`: an adjective of the body's work, and one that makes a name of both."""
        if head.kind not in _SEALED or index + 1 >= self.count or not self._is_plain_definite(index + 1):
            return False
        form = self.forms[index]
        if not form.endswith(("يه", "ي")) or form in self.grammar.ordinals or self._is_nationality(index):
            return False
        if not self._is_adjective(index):
            return False
        if form == "الثقافي" and self._is_of_field(index + 1):
            return True  # المركز الثقافي الملكي, النفطي
        return self.forms[index + 1][2:] in _SEALING or self.is_plain_nationality(index + 1)
