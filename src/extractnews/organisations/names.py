"""The grammar of organisations' names: where a name that a head noun opens comes to its end.

A head (`resources/organisation_heads.toml`) is followed by an idafa chain that a definite noun, a place or a
proper name closes, then by adjectives, coordinated portfolios, a complement with لـ, and the larger body or
place after في or بـ. The word lists stand in `resources/organisation_grammar.toml`.
"""

from __future__ import annotations

from typing import Final

from extractnews.article import Hit
from extractnews.organisations.lexicon import Head, KnownName
from extractnews.organisations.phrases import (
    BREAK,
    CLOSING_MARKS,
    FREELY_COORDINATED,
    MAX_FOREIGN_WORDS,
    MAX_QUOTED_WORDS,
    NAME,
    TEN,
    BodyName,
    Phrase,
    PhraseReader,
)
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FUNCTION,
    GIVEN,
    LATIN,
    NATIONALITY,
    NOUN,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    VERB,
)

_MAX_WORDS: Final = 30
_YEAR: Final = 4  # digits
# On an adverbial's end: ترتيبًا.
_TANWIN: Final = "\u064b"
# Bodies of the state's core take no لـ complement: `الحكومة الأردنية للبرلمان` is two phrases.
_WITHOUT_FOR: Final = frozenset({"government", "parliament", "army", "security", "embassy", "ministry"})
# First letters of what may go on with a name: an adjective, و, لـ, بـ, في, من, على, عن, a quotation, brackets.
_CONTINUING: Final = frozenset('اولبفعم"(')
# Bodies that are named after persons.
_NAMED_AFTER: Final = frozenset({"university", "institute", "hospital", "company", "association", "fund"})
_GOVERNED: Final = frozenset({"من", "علي", "عن", "مع"})
# بالمنطقة and بالمحافظة alone after them say where the article is, and are no part of the name.
_OF_A_TOWN: Final = frozenset(
    {"army", "association", "company", "council", "hospital", "institute", "ministry", "security", "university"}
)
# The town after بـ makes a name of what they are: المركز الإسلامي ببروكسل، المحكمة الإدارية بدمشق.
_OF_TOWN: Final = frozenset({"institute", "court", "university", "hospital"})
# After an adjective of their work these or a nationality make a name: اللجنة الثورية العليا، المجلس الطبي الأردني.
_SEALING: Final = frozenset(
    {"ملكي", "ملكيه", "اعلي", "عليا", "دولي", "دوليه", "عالمي", "عالميه", "وطني", "وطنيه", "قومي", "قوميه"}
)
# A country after في is theirs, unless they are of all countries.
_OF_COUNTRY: Final = frozenset({"ministry", "authority", "fund", "institute", "committee", "council", "court"})
_INTERNATIONAL: Final = frozenset({"دولي", "دوليه", "عالمي", "عالميه", "عربي", "عربيه", "امميه", "اوروبي", "اوروبيه"})
# Named by a direction and a place, where others stand in that direction: مستشفى شرق جدة.
_BY_DIRECTION: Final = frozenset({"hospital", "court", "university"})
_DIRECTIONS: Final = frozenset({"شرق", "غرب", "شمال", "جنوب", "وسط"})
# A house in the name of what is in it: متحف بيت البحار.
_HOUSES: Final = frozenset({"دار", "بيت"})
# In their names إدارة is what is studied: كلية إدارة الأعمال.
_OF_STUDY: Final = frozenset({"institute", "university"})
# A nisba after them may be somebody's name: مؤسسة تركي.
_NAMED_BY_NISBA: Final = frozenset({"association", "fund", "university"})
# Of them is an alliance: الائتلاف المغربي لهيئات كذا.
_ALLIED: Final = frozenset({"هيئات", "منظمات", "جمعيات", "نقابات", "احزاب", "قوي"})
# Without article a party or front is for these alone: الجبهة الثورية لتحرير الشعب.
_FOR_PARTY: Final = _ALLIED | {"تحرير", "انقاذ"}
# Their posts are called by where they stand: مركز حرس الحدود مي لي.
_POSTED: Final = frozenset({"security", "army"})
# A number may tell them apart: اللجنة التوجيهية 389، المستشفى العسكري 175.
_NUMBERED: Final = frozenset({"committee", "hospital"})
_NAMING_DIGITS: Final = 3
_YEAR_DIGITS: Final = 4
# Two states or ministries may have one of them together.
_JOINED: Final = frozenset({"committee", "council"})
_SEALED: Final = frozenset({"committee", "council", "authority", "association", "institute", "army"})
# What they are for is coordinated with any noun.
_FREELY_FOR: Final = frozenset({"company", "institute", "association", "union"})
# Behind their quoted name any work that follows is theirs.
_NAMED_BY_WORK: Final = frozenset({"institute", "association", "hospital"})
# Ends a company's name: شركة خبراء طيبة المحدودة.
_LIMITED: Final = "المحدوده"
_JOINT_STOCK: Final = "المساهمه"
# Their proper name may follow in quotation marks what the body does.
_QUOTED_AFTER: Final = frozenset({"company", "media", "agency", "association", "armed_group", "party"})
# After these heads a name counts that elsewhere counts only in its context: صحيفة الحياة، فريق الشباب.
_KNOWN_BY_CONTEXT: Final = frozenset({"club", "media", "company", "party", "armed_group", "agency", "bank"})
# Heads that may open the name of a part of the body whose name follows: `أمانة اللجنة المركزية`.
_PART_HEADS: Final = frozenset(
    {
        "committee",
        "council",
        "authority",
        "association",
        "company",
        "army",
        "union",
        "hospital",
        "institute",
        "university",
    }
)
# Heads that open a name together: وكالة الاستخبارات الوطنية, كتلة الاتحاد الوطني, جبهة المقاومة الشعبية.
_PAIRS: Final = frozenset(
    {
        ("company", "fund"),
        ("company", "bank"),
        ("agency", "security"),
        ("party", "party"),
        ("party", "association"),
        ("party", "armed_group"),
    }
)
# What follows their known name with لـ is what they did: الاتحاد الأوروبي لمساعدة دلمون.
_HELPING: Final = frozenset({"international", "armed_group"})
# A place after them says where they are or act, and is no part of the name.
_NATION_WIDE: Final = frozenset({"government", "parliament", "party", "team"})
# With a nationality or one of these they are the whole nation's.
_ONE_A_NATION: Final = frozenset({"army", "association", "authority", "committee", "council", "security"})
_WHOLE: Final = frozenset({"وطني", "وطنيه", "قومي", "قوميه", "اعلي"})
# The land after في is part of their name: اتحاد المرأة في المحافظة.
_OF_LAND: Final = frozenset({"association", "union"})
_OF_PLACE_BY_NAME: Final = _OF_LAND | {"security"}
# What follows with لـ and a level of place is theirs: محكمة الشعب لمدينة كذا.
_OF_PLACE: Final = frozenset(
    {"council", "court", "committee", "authority", "security", "army", "hospital", "institute", "association"}
)
# An adjective of their work and what they are for make their name.
_WITH_RELATION: Final = frozenset(
    {"committee", "council", "authority", "institute", "agency", "government", "company", "association"}
)
_WITH_DESCRIPTION: Final = frozenset({"committee", "council", "authority", "association"})
# A place's name and then what they do: هيئة دلمون للثقافة، بورصة أثينا للأوراق المالية.
_FOR_AFTER_PLACE: Final = frozenset({"authority", "company", "bank", "institute", "council", "committee", "other"})
# After these heads an unknown word is a foreign name, not a noun: `شركة دلموتكس`.
_FOREIGN_NAMED: Final = frozenset(
    {"company", "club", "media", "agency", "bank", "armed_group", "team", "university", "hospital"}
)
# After these a word that is spelled like a verb begins such a name, where an unknown one follows it.
_FOREIGN_FIRST: Final = _FOREIGN_NAMED - {"armed_group", "team"}


class NameParser(PhraseReader):
    """Parses the names of one article, head by head; arguments as in `PhraseReader`."""

    def parse(self, index: int) -> BodyName | None:
        """The name that the head at token `index` opens, if it opens one."""
        if index in self._parsed:
            return self._parsed[index]
        self._parsed[index] = None  # a head met again while it is being parsed opens nothing
        best: BodyName | None = None
        for head, hit in self.heads[index]:
            first = index + head.length
            name: BodyName | None = None
            if first >= self.count:
                continue
            if index and self.forms[index - 1] in head.not_after:
                continue
            following = self.forms[first]
            if hit[5]:  # most often a head with the article stands alone
                if following[:2] == "ال" or following in ("من", "عشر") or (head.numbered and following.isdigit()):
                    name = self._definite(index, first, head)
            elif following not in self.grammar.stops or first in self.places or self._is_proper(first, head):
                name = self._construct(index, first, head, hit)
            # للجنة may be لـ + اللجنة or لـ + لجنة
            if name is not None and (best is None or self._is_better(name, best, first)):
                best = name
        if index in self.names:
            best = self._known_by_name(index, best)
        if best is not None and index in self.names:
            self._leave_person(best, self.names[index])
        if best is not None and best.kind == "team" and self._is_age(best.end):
            best.end += 3
        if best is not None and self.forms[index] == "تنظيم" and self._is_year(best.end):
            best = None  # تنظيم دورة كذا 2025
        if best is not None and best.end - index <= _MAX_WORDS and not self._is_no_name(index):
            self._parsed[index] = None if self._is_incomplete(best) else best
        return self._parsed[index]

    def _leave_person(self, name: BodyName, known: KnownName) -> None:
        """`مدير جامعة طيبة سالم الحداد`: a known body's name that a person's follows goes no further."""
        if known.entry.context or not name.first + 1 < known.end < name.end or name.inner:
            return
        of_person = all(
            self.classes[index] & NAME or not self.classes[index] & (NOUN | PLACE | ADJECTIVE)
            for index in range(known.end, name.end)
        )
        if self.classes[known.end] & (GIVEN | DEFINITE) == GIVEN and of_person:
            name.end = known.end

    def _is_better(self, name: BodyName, other: BodyName, first: int) -> bool:
        """Of two readings the one with the article where an adjective follows, else the longer."""
        if name.definite != other.definite and self._is_naming_adjective(first):
            return name.definite
        return (name.end, name.definite) >= (other.end, other.definite)

    def _is_incomplete(self, name: BodyName) -> bool:
        """`لجنة الحزب`, `المنطقة العسكرية`: a name only with the place, number or country that is not there."""
        head = self.heads[name.first][0][0]
        if not head.incomplete or name.end != name.first + head.length + 1:
            return False
        if self.forms[name.end - 1] not in head.incomplete:
            return False
        if not self.forms[name.end - 1].startswith("ال"):
            return True  # مجلس بلدي
        # مجلس الشعب ولجنة الشعب في المدينة: the place is the last one's
        return head.kind != "council" or self.forms[name.end : name.end + 1] == ["ولجنه"]

    def is_only_inner(self, name: BodyName) -> bool:
        """`القوات المسلحة`: a name inside a longer one, and alone any country's."""
        head = self.heads[name.first][0][0]
        return bool(head.inner) and name.end == name.first + 2 and self.forms[name.end - 1] in head.inner

    def _known_by_name(self, index: int, name: BodyName | None) -> BodyName | None:
        """The name, or the longer one that the gazetteer has at its head."""
        known, head = self.names[index], self.heads[index][0][0]
        if known.entry.context or known.end <= (name.end if name is not None else index + head.length):
            return name
        homograph = self.grammar.homographs.get(known.entry.head)
        if homograph is not None and known.end < self.count and self.forms[known.end] in homograph.before:
            return name  # حركة البناء والتشييد
        if name is None:
            return BodyName(index, known.end, head.kind, "organisations.gazetteer")
        name.end = known.end
        return name

    def _is_year(self, index: int) -> bool:
        return index < self.count and len(self.forms[index]) == _YEAR_DIGITS and self.forms[index].isdigit()

    def _is_no_name(self, index: int) -> bool:
        """`هذه الهيئة الدولية`, which points to a body named before; `التي تجمع النصر بالهلال`, a verb."""
        if index == 0:
            return False
        if self.forms[index] == "نادي" and self._is_written_called(index):
            return True
        before = self.forms[index - 1]
        if self.forms[index].startswith("ال") and before.lstrip("وفلب") in self.grammar.demonstratives:
            return True
        if before in self.grammar.cups:
            return True  # كأس الاتحاد الأوروبي
        if self.forms[index] == "اداره" and before.endswith("مجلس"):
            return True  # مجلس إدارة شركة كذا
        return bool(self.classes[index] & VERB) and before in self.grammar.verb_openers

    def _is_written_called(self, index: int) -> bool:
        """`نادى المذيع`, a verb, and not `نادى الزمالك`, `نادى الصحافة`, which some write so."""
        if not self.tokens.original(index).endswith("ى") or index + 1 >= self.count:
            return False
        return not self._is_club(index + 1) and self.classes[index + 1] & (ADJECTIVE | PLACE) == ADJECTIVE

    # --- a head with the article: الهيئة العامة للطيران المدني

    def _definite(self, index: int, first: int, head: Head) -> BodyName | None:
        end = self._listed(first, head)
        if end is None and head.numbered and self._numbered(first, head) > first:
            end = first
        needs_more = end is None and head.definite == "complement" and not self._is_called_so(first, head)
        if end is None:
            if head.definite == "quoted":
                return self._latin_named(index, first, head)
            if head.definite == "listed" or self._is_meeting(first, head):
                return None
            if head.kind == "club" and (club := self._club_at(first, head)) is not None:
                return BodyName(index, self._adjective_run(club), head.kind, head.definite_rule)
            end, named = self._for_the_sake_of(first, head) or self._naming_adjectives(first, head)
            end = self._by_number(self._committee_adjective(end, head), head)
            related = head.kind in _WITH_RELATION and head.construct != "listed" and not head.only_inside
            related = related and self.forms[first] not in head.generic  # الاتحاد القاري للعبة
            if related and end == first and self._is_relational(first):
                end = first + 1  # المدرسة التطبيقية لمدفعية الميدان
            if head.kind == "embassy" and self._is_for_country(end):
                end, named = end + 1, True  # القنصلية العامة لليابان
            if not named:
                may_be_for = end > first and head.kind not in _WITHOUT_FOR and head.construct != "never"
                if not may_be_for or self._for_complement(end) is None:
                    return self._part_of_larger_body(index, end, head)
        else:
            end = self._adjective_run(self._numbered(end, head))
        if end == first + 1 and self.forms[first] in head.needs_for:
            needs_more = True  # انسحب الاتحاد الروسي
        if head.kind == "club" and self._is_anaphor(first, end, head):
            return self._club_of_students(index, end, head)
        name = BodyName(index, end, head.kind, head.definite_rule)
        if not self._may_go_on(end):
            return None if needs_more else name
        takes_for = self._may_be_for(end, head) and (head.kind not in _WITHOUT_FOR or head.definite == "complement")
        takes_for = takes_for and self.forms[end - 1] not in head.incomplete  # الشؤون الصحية للطلاب
        takes_for = takes_for and not self._is_helped(index, end, head)
        if self.forms[end] == "للشؤون" and self._ends_known(end):
            takes_for = False  # الممثلة السامية للاتحاد الأوروبي للشؤون الخارجية
        complement = None if not takes_for else self._for_complement(end, freely=head.kind in ("association", "union"))
        if complement is not None:
            if head.kind == "team" and self._may_be_for(complement, head):  # المنتخب السعودي للناشئين لكرة القدم
                complement = self._for_complement(complement, freely=True) or complement
            if complement - 1 > end and self._is_second_nationality(first, complement - 1, head):
                complement -= 1  # مدرب المنتخب النيبالي لكرة القدم الإسباني
            name.end = complement
        elif needs_more:
            quoted = self._quoted(end)
            if quoted is None or self.forms[end] == "(" or self._is_speech(end + 1):
                return self._part_of_larger_body(index, end, head) if head.kind in _OF_TOWN else None
            name.end = quoted
        self._larger_body(name, head)
        return name

    def _is_second_nationality(self, first: int, index: int, head: Head) -> bool:
        """Whether a man's nationality stands behind what a nation's team, or an association of all nations, plays."""
        if not self.is_plain_nationality(index) or self.forms[index].endswith("ه") or self.country_at(index) is None:
            return False
        if head.kind == "team":
            return self._is_nationality(first)
        return head.kind == "association" and self.forms[first] in self.grammar.of_all_nations

    def _latin_named(self, index: int, first: int, head: Head) -> BodyName | None:
        """`المجلة الطبية "Nuran"`: adjectives of the noun, whatever they say of it, and a Latin name in marks."""
        end = first
        while end < self.count and self._is_plain_definite(end):
            if not self._is_adjective(end) and self.forms[end][2:] not in self.grammar.descriptive:
                break
            end += 1
        quoted = self._quoted(end) if end > first else None
        if quoted is None or self.forms[end] != '"' or not self.classes[end + 1] & LATIN:
            return None
        return BodyName(index, quoted, head.kind, head.definite_rule, quoted=(end + 1, quoted - 1))

    def _is_speech(self, index: int) -> bool:
        """`قالت الشركة النيبالية "لن نبيع"`: whether what is in quotation marks begins like a sentence."""
        return bool(self.classes[index] & (FUNCTION | VERB)) and index not in self.names

    def _is_helped(self, index: int, end: int, head: Head) -> bool:
        """`سعى الاتحاد الأوروبي لمساعدة دلمون`: what a known body does stands behind its name, and no sport."""
        if not self._is_known(index) or self.names[index].end != end:
            return False
        if self.names[index].entry.kind not in _HELPING or head.kind == "party":
            return False
        form = self.forms[end]
        return not form.startswith(("لل", "لكره")) and self._sport_end(end) is None

    def _is_called_so(self, index: int, head: Head) -> bool:
        """`المركز الطبي العالمي`: two adjectives name an institute that elsewhere needs what it is for."""
        return head.kind == "institute" and self._is_sealed(index, head)

    def _is_anaphor(self, first: int, end: int, head: Head) -> bool:
        """`النادي النيبالي`, the one that was named before."""
        if end != first + 1 or self.forms[first] in head.naming:
            return False
        return self.country_at(first) is not None and self.forms[first][2:] not in self.grammar.naming

    def _club_of_students(self, index: int, end: int, head: Head) -> BodyName | None:
        """`النادي السعودي بجامعة دلمون`, which its university or town names."""
        if end >= self.count or self.forms[end][0] != "ب":
            return None
        name = BodyName(index, end, head.kind, head.definite_rule)
        if end in self.heads and self._is_preposed(end) and (inner := self.parse(end)) is not None:
            name.end = inner.end
            name.inner.append(end)
        elif self.classes[end] & PREPOSED and (place := self._place(end)) is not None:
            name.end = place.end
        elif self.classes[end] == PREPOSED | DEFINITE:  # بالغولد كوست
            name.end = end + 1
            if name.end < self.count and not self.classes[name.end] & NOUN:
                name.end += self.is_unknown(name.end) or bool(self.classes[name.end] & NAME)
        return name if name.end > end else None

    def _is_meeting(self, index: int, head: Head) -> bool:
        """`الجمعية العامة العادية`, `الجمعية العامة للمساهمين`: a meeting of a company's owners."""
        if head.kind != "association" or self.forms[index] != "العامه" or index + 1 >= self.count:
            return False
        return self.forms[index + 1] in self.grammar.meetings

    def _club_at(self, index: int, head: Head) -> int | None:
        """Index after the club of the gazetteer that stands at `index`: `النادي البنزرتي`."""
        known = self.names.get(index)
        if known is None or known.entry.kind != "club" or known.hit.proclitic or self.forms[index] in head.generic:
            return None
        return known.end

    def _may_be_for(self, index: int, head: Head) -> bool:
        """Whether what follows with لـ may be in such a body's name; a club's has none, a party's a definite noun."""
        if index >= self.count or head.kind == "club":
            return False
        if head.kind == "company" and head.definite == "nationality":
            return False  # منح الخطوط اليمنية لتشغيل المطار
        if head.kind == "bank" and self.forms[index - 1] == "المركزي":
            return self.forms[index] == "لدول"  # خفض البنك المركزي لأسعار الفائدة
        if head.kind == "team":
            return self._is_for_team(index)
        if head.kind not in ("party", "court") or self.forms[index].startswith("لل") or index in self.heads:
            return True
        return head.kind == "party" and self.forms[index].removeprefix("ل") in _FOR_PARTY

    def _is_for_country(self, index: int) -> bool:
        """Whether a country's name with لـ stands at `index`."""
        if index >= self.count or not self.forms[index].startswith("ل"):
            return False
        bare = self.forms[index][1:]
        return bare in self.grammar.lands or "ا" + bare in self.grammar.lands

    def _is_for_team(self, index: int) -> bool:
        """Whether what follows with لـ says whom or which sport a team is for: `للسباحة`, `لرفع الأثقال`."""
        member = self.forms[index].removeprefix("ل").removeprefix("ل")
        return member in self.grammar.team_members or self._sport_end(index) is not None

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

    def _numbered(self, index: int, head: Head) -> int:
        """Index after a unit's number and branch: `اللواء 16 مشاة`, `المنطقة العسكرية الرابعة`."""
        if index >= self.count or not (head.kind == "army" or head.numbered):
            return index
        if self.forms[index] in head.generic:
            return index  # الفوج الأول of pupils
        if head.kind == "army" and self.forms[index] in self.grammar.ordinals:  # الفرقة الرابعة is a class as well
            end = index + 2 if self.forms[index + 1 : index + 2] in (["عشر"], ["عشره"]) else index + 1
        elif self.forms[index].isdigit():
            end = index + 1
        else:
            return index
        while end < self.count and self.forms[end] in self.grammar.branches:
            end += 1
        return end

    def _by_number(self, index: int, head: Head) -> int:
        """Index after a number of three digits that is part of the name: `اللجنة التوجيهية الوطنية 389`."""
        if head.kind not in _NUMBERED or index >= self.count or len(self.forms[index]) != _NAMING_DIGITS:
            return index
        counts = index + 1 < self.count and not self.classes[index + 1] & (BREAK | FUNCTION | CLITIC | DEFINITE)
        counts = counts and self.classes[index + 1] & (VERB | NOUN) != VERB
        return index if counts or not self.forms[index].isdigit() else index + 1  # not 175 عضوا

    def _for_the_sake_of(self, index: int, head: Head) -> tuple[int, bool] | None:
        """`الاتحاد من أجل المتوسط`: index after the phrase that follows `من أجل`."""
        if head.kind not in FREELY_COORDINATED or self.forms[index : index + 2] != ["من", "اجل"]:
            return None
        phrase = self._phrase(index + 2)
        if phrase is None:
            return None
        end = phrase.end
        while end < self.count and self.forms[end].startswith("وال") and end not in self.heads:
            end += 1  # الاتحاد من أجل الرقي والازدهار
        return end, True

    def _part_of_larger_body(self, index: int, end: int, head: Head) -> BodyName | None:
        """`اللجنة القانونية في مجلس الأعيان`: an adjective that names little, made a name by the larger body."""
        if not head.inside or end == index + 1:
            end = self._adjective_run(end)
        name = BodyName(index, end, head.kind, head.definite_rule)
        self._larger_body(name, head)
        return name if end > index + 1 and (name.inner or self._is_in_town(name, end, head)) else None

    def _is_in_town(self, name: BodyName, index: int, head: Head) -> bool:
        """`المحكمة الإدارية بدمشق`, but not `المركز الصحي بالمدينة`: whether a place's name follows the adjectives."""
        if head.kind not in _OF_TOWN and head.word != "قياده":
            return False
        if name.end == index or self.forms[index][0] != "ب":
            return False
        if self._is_known(name.first):
            return False  # الجامعة العربية بالقاهرة
        return name.end > index + 1 or self.forms[index][1:].removeprefix("ال") not in self.grammar.place_levels

    def _naming_adjectives(self, index: int, head: Head) -> tuple[int, bool]:
        """Index after the adjectives that follow, and whether they make a name."""
        grammar = self.grammar
        start, named = index, False
        while index < self.count:
            form = self.forms[index]
            if named and form.startswith("وال") and form[3:] in grammar.naming:
                if self.country_at(index - 1) is not None:
                    break  # القوات الأمريكية والدولية are two
                index += 1  # اللجنة الأولمبية والبارالمبية
                continue
            if not self._is_plain_definite(index) or form in head.generic:
                break
            stem = form[2:]
            if self._is_of_other_gender(index, start - 1, head):
                break
            if form in grammar.ordinals:
                if not named:
                    break
                index += 1
                if index < self.count and self.forms[index] in TEN:
                    index += 1
                continue
            if stem in grammar.joint and head.kind in _JOINED and (named or self._is_national_adjective(index + 1)):
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
            elif index == start or not self._is_adjective(index) or self._is_of_people(index):
                break
            index += 1
        return index, named

    def _is_of_other_gender(self, index: int, body: int, head: Head) -> bool:
        """`رئيس الحكومة الإسرائيلي`, `حملات الحزب الديمقراطي الانتخابية`: an adjective of a word before the body's."""
        if head.word.endswith("ه"):
            earlier = index > body + 1 and self._is_of_earlier_noun(index)
            return earlier or self.is_of_title(index) or self._is_of_deputy(index)
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
        return self.forms[index + 1][2:] in _SEALING or self.is_plain_nationality(index + 1)

    # --- a head without it: وزارة التربية والتعليم

    def _construct(self, index: int, first: int, head: Head, hit: Hit) -> BodyName | None:
        form = self.forms[first]
        if head.place_like and (hit.proclitic.endswith("ب") or (index > 0 and self.forms[index - 1] == "في")):
            return None
        if form in CLOSING_MARKS:
            return self._quoted_name(index, first, head)
        if self.classes[first] & POSSESSED and self.classes[first] & NOUN and form.endswith(("ها", "هم")):
            return None  # دائرة نفوذها
        if form.endswith("ا") and _TANWIN in self.tokens.original(first):
            return None  # تطبيقات منظمة ترتيبًا أبجديًا
        if head.kind == "party" and self.classes[index] & VERB and self._is_club(first):
            return None  # مباراة تجمع الهلال والنصر
        if form == "اداره" and head.kind == "council":
            return self._board(index, first, head)
        listed = self._listed(first, head) if form in head.listed else None
        if listed is not None:
            if self.forms[listed - 1] in self.grammar.place_levels and listed < self.count:
                listed = self._proper_run(listed)
            closed = self.forms[listed - 1].startswith(("ال", "وال")) or self.classes[listed - 1] & PLACE
            if not closed and listed < self.count:  # the list gave an idafa's first noun: جهاز مكافحة + الإرهاب
                rest = self._phrase(listed)
                if rest is not None:
                    listed = rest.end
                elif self.forms[listed] in self.grammar.personal_titles:  # جمرك مطار الأمير سالم
                    listed = self._adjective_run(self._titled(listed))
            phrase: Phrase | None = Phrase(self._numbered(listed, head), "noun")
        elif (
            first in self.heads
            and not self._is_preposed(first)  # مركز للدفاع المدني
            and head.construct != "place"
            and not (head.kind == "club" and self._is_club(first))
            and not (head.kind == "media" and self._is_known(first))
            and not (head.kind in _OF_STUDY and form == "اداره")
            and not (head.kind == "institute" and form in _HOUSES)
            and self._opens_another(first)
        ) or (head.construct == "part" and self._is_known(first)):
            return self._part(BodyName(index, first, head.kind, head.construct_rule), first, head)
        elif first > index + 1 and self.forms[first - 1].startswith("ال"):
            phrase = Phrase(first, "name")  # كتابة الدولة
        else:
            phrase = self._complement(first, head)
        if phrase is None or (
            head.construct == "common" and phrase.closing not in ("noun", "name") and phrase.end - first < 2
        ):
            return None
        if listed is None and phrase.end == first + 1 and self._is_described(first, head, phrase.closing):
            return None
        if listed is None and self._is_of_somebody(first, phrase, head):
            return None
        name = BodyName(index, phrase.end, head.kind, head.construct_rule)
        if listed is None and phrase.closing in ("foreign", "place") and phrase.end - first <= MAX_FOREIGN_WORDS:
            name.quoted = (first, phrase.end)
        alone = True
        if self._may_go_on(phrase.end):
            self._go_on(name, phrase, head, listed is not None)
            if head.kind in _JOINED and name.end < self.count and self._is_joint(name.end):
                name.end += 1  # لجنة الإغاثة المشتركة
            if head.kind == "government" and self.forms[name.end : name.end + 1] == ["المحليه"]:
                name.end += 1  # حكومة البصرة المحلية
            alone_end = name.end
            self._larger_body(name, head)
            alone = name.end == alone_end and not self._is_in_brackets(name.end)
        if alone and listed is None and not self._is_national(head, first, name.end):
            return None if head.only_inside or self._is_locality(head, first, name.end) else name
        return name

    def _is_in_brackets(self, index: int) -> bool:
        """`إدارة الاستيراد والتصدير (وزارة التجارة)`: the larger body in brackets."""
        if index + 1 >= self.count or self.forms[index] != "(" or index + 1 not in self.heads:
            return False
        larger = self.parse(index + 1)
        return larger is not None and larger.kind in ("ministry", "government") and self.forms[larger.end] == ")"

    def _is_joint(self, index: int) -> bool:
        """Whether `المشتركة` stands at `index`."""
        form = self.forms[index]
        return form.startswith("ال") and form[2:] in self.grammar.joint

    def _is_of_somebody(self, first: int, phrase: Phrase, head: Head) -> bool:
        """`مكتب سالم الحداد`; `مجموعة آسيا` and `مجموعة د`, in which teams play."""
        if head.word == "مكتب":
            return phrase.closing == "name" and bool(self.classes[first] & NAME) and first not in self.heads
        if head.word != "مجموعه" or phrase.end != first + 1:
            return False
        goes_on = self._adjective_run(phrase.end) > phrase.end
        return not goes_on and (phrase.closing == "place" or len(self.forms[first]) == 1)

    def _board(self, index: int, first: int, head: Head) -> BodyName | None:
        """`مجلس إدارة شركة نوران`, which acts; in `رئيس مجلس إدارة شركة نوران` it is a part of a title."""
        before = self.forms[index - 1] if index > 0 else ""
        if before.lstrip("ولب") in self.grammar.board_members or first + 1 >= self.count:
            return None
        owner = first + 1
        known = self.names.get(owner)
        if known is not None and known.entry.context == "brand":
            end: int | None = known.end
        else:
            end = self._quoted(owner) or self._body_end(owner)
        if end is not None:
            return BodyName(index, end, head.kind, head.construct_rule, [owner] if owner in self.heads or known else [])
        if not self._is_plain_definite(owner) or self.classes[owner] & (NOUN | ADJECTIVE):
            return None
        name = BodyName(index, self._adjective_run(owner + 1), head.kind, head.construct_rule)
        self._larger_body(name, head)  # مجلس إدارة السانغا في المدينة
        return name

    def is_federation(self, index: int) -> bool:
        """Whether an adjective makes the definite noun at `index` a name: `الاتحاد السعودي`."""
        if index + 1 >= self.count or not self._is_plain_definite(index + 1):
            return False
        return self._is_nationality(index + 1) or self.forms[index + 1][2:] in self.grammar.naming

    def _is_club(self, index: int) -> bool:
        """Whether a club's name stands at `index`, though its noun heads other bodies' names: نادي الاتحاد."""
        return index in self.names and self.names[index].entry.kind == "club"

    def _is_described(self, index: int, head: Head, closing: str) -> bool:
        """`شركة اتصالات نرويجية`, `تنظيم ماسوني`: an indefinite adjective, after a word that is a name elsewhere."""
        if closing not in ("foreign", "name") or self.forms[index].startswith("ال"):
            return False
        if self.classes[index] & NATIONALITY and head.kind not in _NAMED_BY_NISBA:
            return True  # فريق تونسي, مصرف تركي
        if closing == "foreign" and head.kind in ("party", "armed_group") and self.forms[index].endswith("ي"):
            return True
        if index + 1 >= self.count:
            return False
        following = self.classes[index + 1]
        return bool(following & NATIONALITY) and not following & (DEFINITE | CLITIC | PLACE | NAME)

    def _quoted_name(self, index: int, first: int, head: Head) -> BodyName | None:
        """`شركة "نوران" الكورية`, `شركة (نوران)`: a name in quotation marks or brackets right after the head."""
        quoted = self._quoted(first)
        if (
            quoted is None
            or '"' in head.generic
            or head.construct == "listed"
            or (head.construct == "place" and head.kind not in ("media", "team"))
        ):
            return None
        inside = first + 1
        if self.forms[first] == "(" and self.forms[inside] in self.grammar.verb_openers:
            return None  # فريق (قد تكون فائدته)
        if self.forms[inside + 1] == "+":  # مجموعة (5+1), of states
            return BodyName(index, quoted, "international", head.construct_rule)
        known = self.names.get(inside)
        if self.forms[first] == "(" and (known is None or known.end != quoted - 1):
            foreign = head.kind in _FOREIGN_NAMED or (head.kind == "institute" and not self.classes[inside])
            if not foreign or self.classes[inside] & (BREAK | LATIN):
                return None
        if quoted == first + 3 and self.forms[inside] in head.generic:
            return None  # شبكة "الإنترنت"
        name = BodyName(index, quoted, head.kind, head.construct_rule, quoted=(inside, quoted - 1))
        if self._may_go_on(quoted):
            name.end = self._adjective_run(self._over_gloss(quoted), head)
            if head.for_ and (
                self._is_for_definite(name.end)
                or self._is_activity(name.end)
                or (head.kind in _NAMED_BY_WORK and self._is_purpose(name.end))  # مركز "نبراس" لتأهيل الناجين
            ):  # شركة "نوران" للخدمات الأمنية
                freely = head.kind in _FREELY_FOR
                name.end = self._adjective_run(self._for_complement(name.end, freely=freely) or name.end)
        return name

    def _may_go_on(self, index: int) -> bool:
        """Whether the word at `index` has the letters of one that goes on with a name, whatever it is."""
        if index >= self.count:
            return False
        form = self.forms[index]
        first = form[0]
        return first in _CONTINUING and (first not in "اعم" or form.startswith("ال") or form in _GOVERNED)

    def _go_on(self, name: BodyName, phrase: Phrase, head: Head, is_listed: bool) -> None:
        """Lengthen a name by what follows the phrase after its head, the larger body aside."""
        name.end = self._tail(phrase, head)
        if not is_listed and phrase.closing in ("foreign", "name") and name.end == phrase.end:
            after = self._over_gloss(name.end)
            name.end = self._adjective_run(after) if after > name.end else name.end
        opened = name.first > 0 and self.forms[name.first - 1] == '"'  # the next mark closes that one
        named = phrase.closing == "name" or (phrase.closing == "place" and head.kind in ("media", "agency"))
        named = named or (phrase.closing == "place" and name.end == phrase.end > name.first + 2)  # اتحاد عمال المدينة
        named = named or (self._is_known(name.first) and self.names[name.first].end == name.end)  # حزب الله "مستعد"
        named = named or (head.kind == "agency" and name.end > phrase.end)  # وكالة الأنباء الروسية "تاس" are two
        if head.kind in _QUOTED_AFTER and not opened and not named:
            quoted = self._quoted(name.end)
            if quoted is not None and self.forms[name.end] == '"':  # شركة صناعة الورق "نيلا"
                name.quoted = (name.end + 1, quoted - 1)
                name.end = self._adjective_run(quoted)
        if head.kind == "company" and phrase.closing != "noun":
            name.end = self._joint_stock(name.end)
        if name.end >= self.count or self.forms[name.end][0] != "ل":
            return
        if self.forms[name.end - 1] == _LIMITED or self._is_whole(phrase, head):
            return
        if "ال" + self.forms[name.end][2:] in self.grammar.lands and self._is_known(name.first):
            return  # دعم صندوق النقد الدولي لليونان
        if head.kind == "club":  # نادي دلمون للشطرنج
            if self._is_for_team(name.end):
                name.end = self._for_complement(name.end, freely=True) or name.end
            return
        after_place = not is_listed and phrase.closing == "place" and head.kind in _FOR_AFTER_PLACE
        if (head.for_ and self._is_purpose(name.end)) or (
            after_place
            and self._is_for_definite(name.end)
            and (name.first == 0 or self.forms[name.first - 1] not in self.grammar.deputies)
        ):
            freely = head.kind in _FREELY_FOR
            name.end = self._for_complement(name.end, freely=freely) or name.end

    def _joint_stock(self, index: int) -> int:
        """Index after a company's legal form behind its name, over a country: `شركة نوران فيتنام المساهمة العامة`."""
        first = index + (index < self.count and self.forms[index] in self.grammar.lands)
        if self.forms[first : first + 1] != [_JOINT_STOCK]:
            return index
        return first + 1 + (self.forms[first + 1 : first + 2] in ([_LIMITED], ["العامه"]))

    def _is_whole(self, phrase: Phrase, head: Head) -> bool:
        """`منظمة هيومن رايتس ووتش`, a known name that nothing with لـ completes; but `منظمة الأمم المتحدة للطفولة`."""
        return head.kind == "international" and phrase.closing == "name" and self.forms[phrase.end - 1] != "المتحده"

    def _over_gloss(self, index: int) -> int:
        """Index after a Latin gloss in brackets that stands inside a name: `شركة "نوران" (Nuran) الكورية`."""
        if index + 3 >= self.count or self.forms[index] != "(" or not self.classes[index + 1] & LATIN:
            return index
        for end in range(index + 2, min(index + 2 + MAX_QUOTED_WORDS, self.count - 1)):
            if self.forms[end] == ")":
                return end + 1 if self._adjective_run(end + 1) > end + 1 else index
            if self.forms[end] == "\n":
                break
        return index

    def _opens_another(self, index: int) -> bool:
        """Whether a head stands at `index` that is more than an ordinary word there."""
        if index in self.places:
            return False
        if self.forms[index].startswith("ال") and self._adjective_run(index + 1) > index + 1:
            return self.parse(index) is not None  # معهد الإدارة العامة is no administration's institute
        return self.parse(index) is not None or not any(head.ordinary for head, _ in self.heads[index])

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

    def _part(self, name: BodyName, first: int, head: Head) -> BodyName | None:
        """A head before another: part of a body (`أمانة اللجنة المركزية`), or no name of its own (`فريق كلية الطب`)."""
        inner_kind = self.heads[first][0][0].kind if first in self.heads else ""
        if (head.kind, inner_kind) not in _PAIRS and (
            head.only_inside or head.kind not in _PART_HEADS or head.construct not in ("any", "common", "part")
        ):
            return None
        if head.kind in ("company", "association") and self.forms[first].startswith("ال") and inner_kind != "company":
            return None
        end = self._body_end(first)
        if end is None:
            return None
        post = self._syllables(end) if inner_kind in _POSTED else end
        name.end = post if post > end + 1 else end  # مركز حرس الحدود مي لي
        one = inner_kind == head.kind == "company"
        one = one or (head.kind == "committee" and inner_kind == "party" and not self._is_known(first))
        if not one:  # شركة الخطوط الجوية كذا is one body, and so is لجنة حزب المدينة
            name.inner.append(first)
        if head.for_ and self._is_known(first) and self.names[first].end == end and self._is_purpose(end):
            name.end = self._for_complement(end) or end  # مركز الاتحاد الأوروبي لسلامة الملاحة
        self._larger_body(name, head)
        return name

    def _complement(self, index: int, head: Head) -> Phrase | None:
        form, classes = self.forms[index], self.classes[index]
        if head.construct in ("listed", "part"):
            return None
        if form in head.generic and not (self._governs(index) or self._is_quoted_after(index + 1, head)):
            club = self.names.get(index)  # فريق الدفاع الحسني الجديدي
            if club is None or club.entry.kind != head.kind or club.end == index + 1:
                return None
        if self._is_named_after(index, head):
            end = self._titled(index) if form != "علي" else self._person(index)
            return Phrase(end, "name") if end > index + 1 else None
        if head.kind in _OF_TOWN and (dated := self._dated(index)) is not None:
            return Phrase(dated, "name")
        if head.kind in _FOREIGN_FIRST and (foreign := self._to_nationality(index, head)) is not None:
            return Phrase(foreign, "foreign")
        if form in self.grammar.stops and not self._is_known(index):  # جامعة كان ثو, whose place begins like a verb
            return self._place(index) if index in self.places else None
        if head.construct == "for":
            return self._publisher(index)
        if head.construct == "place":
            other = self.names.get(index)
            if other is not None and other.entry.kind == head.kind and not other.hit.proclitic:
                return Phrase(other.end, "name")  # منتخب الديوك, تلفزيون بي بي سي
            if head.kind == "media" and classes & LATIN:
                return self._foreign(index)
            return self._place(index)
        known = self._known_name(index, head)
        if known is not None:
            return known
        bare = form in self.grammar.bare_bodies and form[2:] not in self.grammar.portfolio
        if bare and not self._is_named(index + 1):
            return None
        if form in self.grammar.place_levels:
            return self._place(index)
        if form in self.grammar.syllables and (end := self._syllables(index)) > index + 1:
            return Phrase(end, "name")  # تعاونية تان لونغ
        definite = self._is_plain_definite(index)
        exempt = NAME | PLACE if head.construct == "name" else NAME
        if head.construct in ("name", "proper") and not definite and classes & NOUN and not classes & exempt:
            # فريق رواد مكة is one all the same: a place closes it.
            phrase = self._phrase(index)
            return phrase if phrase is not None and phrase.closing == "place" and phrase.end == index + 2 else None
        if (
            head.construct == "proper"
            and definite
            and classes & (NOUN | ADJECTIVE)
            and form not in self.grammar.personal_titles
        ):
            return None
        if head.kind == "institute" and self._is_family_of(index):
            return Phrase(max(self._person(index + 1), index + 2), "name")  # مدرسة آل موسى
        if head.kind in _BY_DIRECTION and form in _DIRECTIONS and self._is_town(index + 1):
            return self._place(index + 1)  # مستشفى شرق جدة
        if self._is_noun_with_purpose(index, head):
            return Phrase(index + 1, "name")
        if head.kind == "hospital" and classes & GIVEN and self._definite_noun(index + 1):
            return Phrase(self._adjective_run(index + 2), "name")  # مستشفى منى الوادي
        if classes == VERB and head.kind in _FOREIGN_FIRST and self.is_unknown(index + 1):
            return Phrase(self._foreign(index + 1).end, "foreign")  # جامعة نورث ويسترن
        if head.kind == "company" and not classes and not form.startswith("ال") and self._is_idafa_of(index + 1):
            said = index > 1 and self.classes[index - 2] & VERB  # وقعت شركة دلموتكس العقد
            return self._phrase(index, foreign=True) if said else Phrase(index + 2, "name")
        return self._phrase(index, foreign=head.kind in _FOREIGN_NAMED)

    def _dated(self, index: int) -> int | None:
        """Index after the day after which a body is called: `مستشفى 20 غشت`, `جامعة 20 أوت 1955`."""
        day, month, year = (*self.forms[index : index + 3], "", "", "")[:3]
        if not day.isdigit() or month not in self.grammar.months:
            return None
        return index + 3 if year.isdigit() and len(year) == _YEAR else index + 2

    def _to_nationality(self, index: int, head: Head) -> int | None:
        """Index after one or two words that are spelled like verbs, before the nationality: `صحيفة زارا الليبية`."""
        for end in range(index, min(index + 2, self.count)):
            own = self.classes[end]
            if not own & VERB or own & ~(VERB | CONJOINED) or end in self.heads:
                return None
            adjective = end + 1
            if self._is_national_adjective(adjective) and not self.classes[adjective] & PLACE:
                same = self.forms[adjective].endswith("ه") == head.word.endswith("ه")
                return adjective if same else None
        return None

    def _is_family_of(self, index: int) -> bool:
        """Whether `آل` stands at `index`, and not the article that `الـ` is, with a word behind it."""
        return self.forms[index] == "ال" and index + 1 < self.count and self.tokens.original(index)[0] == "آ"

    def _is_quoted_after(self, index: int, head: Head) -> bool:
        """`شركة الاتصالات الأميركية "نوران"`: what elsewhere names no firm, before the name or a nationality and it."""
        if self._is_national_adjective(index):
            return self.forms[index + 1 : index + 2] == ['"']
        if head.kind != "company" or self.forms[index : index + 1] != ['"']:
            return False
        return self._quoted(index) is not None and not self._is_speech(index + 1)

    def _publisher(self, index: int) -> Phrase | None:
        """A publishing house's name of one to three words: `دار فضاء النور للنشر`."""
        for end in range(index, min(index + MAX_FOREIGN_WORDS + 1, self.count)):
            if self.forms[end] in self.grammar.publishing:
                return Phrase(end, "name") if end > index else None
            if self.classes[end] & (BREAK | CLITIC | FUNCTION):
                break
        return None

    def _is_named_after(self, index: int, head: Head) -> bool:
        """`جامعة الأمير سلطان`, `مستشفى الدكتور سامي`: though elsewhere the title is another person's."""
        if head.kind not in _NAMED_AFTER:
            return False
        if self.forms[index] == "علي":  # which is a preposition as well
            return self.forms[index + 1 : index + 2] == ["بن"]
        return self.forms[index] in self.grammar.personal_titles

    def _is_proper(self, index: int, head: Head) -> bool:
        """Whether a word that elsewhere ends a name begins a proper one: `قناة إم بي سي`, `جامعة الأمير سلطان`."""
        return self._is_known(index) or self._is_named_after(index, head)

    def _known_name(self, index: int, head: Head) -> Phrase | None:
        """A gazetteer name as the complement: `شركة أرامكو السعودية`, `تنظيم القاعدة`, `نادي الهلال`."""
        known = self.names.get(index)
        if known is None and head.kind in _KNOWN_BY_CONTEXT:
            known = self.quoted_at(index)
        if known is None or known.hit.proclitic or (head.kind == "agency" and self.classes[index] & NOUN):
            return None  # وكالة الأنباء is not called after the paper
        by_context = head.kind in _KNOWN_BY_CONTEXT or (
            head.kind == "international" and known.entry.kind in ("party", "armed_group")
        )  # منظمة حماس
        if not by_context and (known.entry.context or (known.end == index + 1 and self.classes[index] & NOUN)):
            return None  # a common noun: وزارة الداخلية goes on, والجماعات المحلية
        legal = self._to_legal_form(index) if head.kind == "company" else None
        return Phrase(max(known.end, legal or 0), "name")

    # --- the larger body or the place in which a body sits

    def _larger_body(self, name: BodyName, head: Head) -> None:
        """Lengthen a name by the larger body or the place in which it sits."""
        index = name.end
        if index >= self.count or self.forms[index][0] not in "بفل":
            return
        form, classes = self.forms[index], self.classes[index]
        if head.inside and (form == "في" or (form[0] in "بل" and self._is_preposed(index))):
            inner_index = index + 1 if form == "في" else index
            end = self._body_end(inner_index)
            hospital = form[0] == "ل" and index in self.heads and self.heads[index][0][0].kind == "hospital"
            if end is not None and not hospital:  # نقلهم الهلال الأحمر لمستشفى دلمون
                name.end = end
                name.inner.append(inner_index)
                return
        if head.kind == "committee" and self.forms[index : index + 2] == ["في", "البرلمان"]:
            name.end = index + 2
            return
        if head.kind == "embassy" and form in ("في", "لدي"):
            place = self._place(index + 1)
            if place is not None:
                name.end = place.end
            return
        if form[0] == "ل":  # محكمة الشعب لمدينة كذا
            level = form.removeprefix("لل").removeprefix("ل")
            if head.kind not in _OF_PLACE or level not in self.grammar.place_levels:
                return
            region = self.parse(index) if index in self.heads else None  # القوات المسلحة للمنطقة العسكرية الثالثة
            place = self._place(index) if region is None else Phrase(region.end, "place")
        elif form == "في" and self._is_of_province(index):
            place = self._place(index + 1) or Phrase(self._proper_run(index + 1), "place")
        elif form == "في" and self.forms[index - 1] == "للحزب" and self._is_land(index + 1):
            place = self._place(index + 1)  # اللجنة التنفيذية للحزب في المدينة
        elif form == "في" and head.kind in _OF_COUNTRY and self._is_national_at(index + 1, name):
            place = self._place(index + 1)
        elif form == "في" and not name.definite and (head.inside or self._is_of_land(index + 1, head)):
            if head.kind == "council" and not self._is_land(index + 1):
                return  # اجتمع مجلس التعاون في الدوحة
            if not head.in_town and self._is_of_ruler(name):
                return
            place = self._place(index + 1)
        elif head.in_town and form == "في" and self._is_town(index + 1):
            place = self._place(index + 1)
        elif head.in_town and form == "بحي" and index + 1 < self.count:
            place = Phrase(self._proper_run(index + 1), "place")
        elif self.classes[index - 1] & PLACE and not self.classes[index - 1] & (NOUN | ADJECTIVE):
            return  # a name that ends in a place sits in no other
        elif head.kind in _NATION_WIDE or self._is_nation_wide(name, form.removeprefix("ب")):
            return
        elif head.kind == "club" and self.country_at(index - 1) is not None:
            return  # فريق السد القطري بمدينة دلمون
        elif form[0] == "ب" and (classes & PREPOSED or form[1:].removeprefix("ال") in self.grammar.place_levels):
            place = self._place(index)
        else:
            return
        if place is None or self._is_at_hand(place.end - 1, head):
            return
        if head.kind != "ministry" or self._is_country(index, place.end):
            name.end = place.end

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
        return level in ("المنطقه", "المحافظه") and head.kind in _OF_A_TOWN and not head.incomplete

    def _is_preposed(self, index: int) -> bool:
        """Whether the first letter of the head or known name at `index` is a preposition: not so in `لجنة`."""
        hits = self.heads.get(index)
        hit = hits[0][1] if hits else self.names[index].hit if index in self.names else None
        return hit is not None and hit.start > self.starts[index]

    def _body_end(self, index: int) -> int | None:
        """Index after the body's name at `index`, by the grammar or by the gazetteer."""
        inner = self.parse(index) if index in self.heads else None
        if inner is not None:
            return inner.end
        return self.names[index].end if self._is_known(index) else None

    def _is_of_province(self, index: int) -> bool:
        """`لجنة الحزب الإقليمية في` and a province that no lexicon has."""
        if self.forms[index - 1] not in self.grammar.provincial or index + 1 >= self.count:
            return False
        if index + 1 in self.places:
            return True
        unlikely = self.classes[index + 1] & (VERB | ADJECTIVE | CLITIC | FUNCTION | BREAK)
        return not unlikely and not self.forms[index + 1].startswith("ال")

    def _is_of_land(self, index: int, head: Head) -> bool:
        """`اتحاد المرأة في المحافظة`: a country or a level of place after an association says whose it is."""
        return head.kind in _OF_LAND and self._is_land(index)

    def place_of(self, index: int, kind: str) -> int | None:
        """Index after the place of a known body: `الأمن العام لمقاطعة كذا`, `جبهة الوطن في المدينة`."""
        if index >= self.count or kind not in _OF_PLACE_BY_NAME:
            return None
        form = self.forms[index]
        if form == "في" and kind != "security" and self._is_land(index + 1):
            index += 1
        elif form[0] != "ل" or form.removeprefix("لل").removeprefix("ل") not in self.grammar.place_levels:
            return None
        place = self._place(index)
        return None if place is None else place.end

    def _is_national_at(self, index: int, name: BodyName) -> bool:
        """Whether the country at `index` is the body's: `وزارة السياحة في تونس`, not `صندوق النقد الدولي في تونس`."""
        if index >= self.count or self.forms[index] not in self.grammar.lands or self._is_known(name.first):
            return False
        if self._is_of_ruler(name):
            return False
        words = self.forms[name.first : name.end]
        return not any(word[2:] in _INTERNATIONAL or word in self.grammar.countries for word in words)

    def _is_of_ruler(self, name: BodyName) -> bool:
        """`مركز الملك سلمان`, of which there is one."""
        return self.forms[name.first + 1] in self.grammar.personal_titles
