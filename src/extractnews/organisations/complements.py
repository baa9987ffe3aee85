"""What belongs to the name of a body behind its noun: its complement, its place, the larger body."""

from __future__ import annotations

from typing import Final

from extractnews.organisations.lexicon import Head
from extractnews.organisations.phrases import FREELY_COORDINATED, PhraseReader
from extractnews.organisations.proper import BREAK, LIMITED
from extractnews.organisations.words import MAX_QUOTED_WORDS, NAME, BodyName, Phrase
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    DEFINITE,
    FUNCTION,
    GIVEN,
    LATIN,
    NATIONALITY,
    NOUN,
    PLACE,
    PREPOSED,
    VERB,
)

# What follows a noun of action: من أجل التوصل إلى حل.
_OF_ACTION: Final = frozenset({"الي", "علي", "من", "عن", "مع"})
# First letters of what may go on with a name: an adjective, و, لـ, بـ, في, من, على, عن, a quotation, brackets.
_CONTINUING: Final = frozenset('اولبفعم"(')
_GOVERNED: Final = frozenset({"من", "علي", "عن", "مع"})
# The town after بـ makes a name of what they are: المركز الإسلامي ببروكسل، المحكمة الإدارية بدمشق.
OF_TOWN: Final = frozenset({"institute", "court", "university", "hospital"})
# A country after في is theirs, unless they are of all countries.
_OF_COUNTRY: Final = frozenset(
    {"ministry", "authority", "fund", "institute", "committee", "council", "court", "government", "parliament", "army"}
)
# So is one behind them alone: الحكومة في لبنان.
_OF_STATES: Final = frozenset({"government", "parliament"})
# They have branches in the regions: الدفاع المدني في منطقة دلمون.
_OF_REGION: Final = frozenset({"authority", "security", "army", "committee", "council", "institute", "association"})
_REGIONS: Final = frozenset({"منطقه", "محافظه"})
# Named by a direction and a place, where others stand in that direction: مستشفى شرق جدة.
_BY_DIRECTION: Final = frozenset({"hospital", "court", "university"})
_DIRECTIONS: Final = frozenset({"شرق", "غرب", "شمال", "جنوب", "وسط"})
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
# What they are for is coordinated with any noun.
_FREELY_FOR: Final = frozenset({"company", "institute", "association", "union"})
# Behind their quoted name any work that follows is theirs.
_NAMED_BY_WORK: Final = frozenset({"institute", "association", "hospital"})
# Their proper name may follow in quotation marks what the body does.
_QUOTED_AFTER: Final = frozenset({"company", "media", "agency", "association", "armed_group", "party"})
# Adjectives of a council that its town's name may follow: المجلس البلدي مصراتة.
_OF_A_TOWN: Final = frozenset({"البلدي", "المحلي"})
# What schools are called behind a place's name: مدرسة العين النموذجية.
_OF_SCHOOLS: Final = frozenset({"النموذجيه", "الثانويه", "الابتدائيه", "المتوسطه", "الاعداديه", "الاساسيه"})
# Behind another adjective, where their place follows: المجلس العلمي المحلي بفاس.
_LOCAL: Final = frozenset({"المحلي", "المحليه"})
# Of a committee's rank and not of its work, with which no second one is joined.
_OF_RANK: Final = frozenset(
    {"العليا", "المركزيه", "الوطنيه", "التنفيذيه", "الدوليه", "العامه", "الدائمه", "المستقله", "المنظمه", "الشعبيه"}
)
# With a cause behind their name: الجمعية النيبالية من أجل التغيير.
_WITH_CAUSE: Final = frozenset({"association", "union", "party", "institute"})
# Where a party has its group.
_IN_PARLIAMENT: Final = frozenset({"بمجلس", "في", "بالبرلمان", "ببرلمان"})
# No part of these is called so; it is what an office is for: نائب رئيس جامعة دلمون لشؤون الطلاب.
_AFFAIRS: Final = frozenset({"لشؤون", "لشئون", "للشؤون", "للشئون", "لقطاع"})
_WITHOUT_AFFAIRS: Final = frozenset({"university", "company", "bank", "hospital", "media"})
_OF_DEPUTIES: Final = frozenset(
    {"للدراسات", "للتطوير", "للتخطيط", "للجوده", "للفروع", "للبحث", "لخدمه", "للتبادل", "للمشاريع", "للاعمال"}
)
# Words between the deputy and the body: نائب رئيس مجلس إدارة شركة كذا.
_BEFORE_OFFICE: Final = 4
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
        ("authority", "security"),
        ("party", "party"),
        ("party", "association"),
        ("party", "armed_group"),
        ("agency", "ministry"),
    }
)
# Before a name with the article their noun belongs to it: منظمة التجمع العالمي, but منظمة اتحاد الشباب.
_DOUBLED: Final = frozenset({"association", "party", "union"})
# A place after them says where they are or act, and is no part of the name.
_NATION_WIDE: Final = frozenset({"government", "parliament", "party", "team"})
# Behind a chamber's town: غرفة دلمون للتجارة والصناعة.
_OF_TRADE: Final = frozenset({"للتجاره", "للصناعه"})
# What follows with لـ and a level of place is theirs: محكمة الشعب لمدينة كذا.
_OF_PLACE: Final = frozenset(
    {"council", "court", "committee", "authority", "security", "army", "hospital", "institute", "association"}
)
# A place's name and then what they do: هيئة دلمون للثقافة، بورصة أثينا للأوراق المالية.
_FOR_AFTER_PLACE: Final = frozenset({"authority", "company", "bank", "institute", "council", "committee", "other"})
# After these heads an unknown word is a foreign name, not a noun: `شركة دلموتكس`.
_FOREIGN_NAMED: Final = frozenset(
    {"company", "club", "media", "agency", "bank", "armed_group", "team", "university", "hospital"}
)
# After these a word that is spelled like a verb begins such a name, where an unknown one follows it.
_FOREIGN_FIRST: Final = _FOREIGN_NAMED - {"armed_group", "team"}


class ComplementReader(PhraseReader):
    """Reads what belongs to a name behind its noun; arguments as in `WordReader`."""

    def _is_meeting(self, index: int, head: Head) -> bool:
        """`الجمعية العامة العادية`, `الجمعية العامة للمساهمين`: a meeting of a company's owners."""
        if head.kind != "association" or self.forms[index] != "العامه" or index + 1 >= self.count:
            return False
        return self.forms[index + 1] in self.grammar.meetings

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

    def _is_for_team(self, index: int) -> bool:
        """Whether what follows with لـ says whom or which sport a team is for: `للسباحة`, `لرفع الأثقال`."""
        member = self.forms[index].removeprefix("ل").removeprefix("ل")
        return member in self.grammar.team_members or self._sport_end(index) is not None

    def _numbered(self, index: int, head: Head) -> int:
        """Index after a unit's number and branch: `اللواء 16 مشاة`, `المنطقة العسكرية الرابعة`."""
        if index >= self.count or not (head.kind == "army" or head.numbered):
            return index
        if self.forms[index] in head.generic:
            return index  # الفوج الأول of pupils
        of_branch = self._is_of_branch(index - 1)
        if of_branch and index + 1 < self.count and self.forms[index + 1].isdigit():
            index += self.is_plain_nationality(index)  # لواء المظلات النيبالي 31
        ordinal = self.forms[index] in self.grammar.ordinals
        by_number = head.kind == "army" or self.forms[index - 1] in head.incomplete  # الملحقة الإدارية الثامنة
        if ordinal and (by_number or of_branch or self._is_branch(index + 1)):  # الفرقة الرابعة is a class
            end = self._after_ordinal(index)
        elif self.forms[index].isdigit() and (head.numbered or not self._is_counted_by(index)):
            end = index + 1
        else:
            return index
        while self._is_branch(end):
            end += 1
            end += end < self.count and self._is_of_branch(end)  # فوج 501 مشاة المظلات
        return end

    def _is_branch(self, index: int) -> bool:
        """Whether a unit's branch stands at `index`: `الفرقة السادسة مشاة`."""
        return index < self.count and self.forms[index] in self.grammar.branches

    def _is_counted_by(self, index: int) -> bool:
        """`سلمت القوات البحرية 3 زوارق`: whether the number at `index` counts what follows it."""
        following = self.classes[index + 1] if index + 1 < self.count else 0
        other = VERB | DEFINITE | CLITIC | FUNCTION
        return following & (NOUN | other) == NOUN and not self._is_branch(index + 1)

    def _is_of_branch(self, index: int) -> bool:
        """Whether a branch stands at `index` with the article: `كتيبة المشاة الأولى`."""
        return self.forms[index].startswith("ال") and self.forms[index][2:] in self.grammar.branches

    def _unit(self, index: int, head: Head) -> int | None:
        """Index after the branch of a unit that a number tells apart, or before its number: `لواء 30`."""
        if not head.numbered:
            return None
        if self.forms[index].isdigit():
            end = self._numbered(index, head)
            return index if head.kind == "army" and (head.word == "لواء" or end > index + 1) else None
        if not self._is_of_branch(index) or head.construct == "place":
            return None
        return index + 1 if head.kind == "army" or self._numbered(index + 1, head) > index + 1 else None

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

    def _cause(self, name: BodyName) -> int:
        """Index after what a body stands for: `من أجل التغيير`, and not `من أجل التوصل إلى`."""
        noun = name.end + 2
        if name.kind not in _WITH_CAUSE or noun >= self.count or self.forms[name.end : noun] != ["من", "اجل"]:
            return name.end
        if self.forms[noun] in self.grammar.portfolio:
            noun += 1  # ديمقراطية الانتخابات
        field = (
            noun < self.count and self.forms[noun].startswith("ال") and self.forms[noun][2:] in self.grammar.portfolio
        )
        if not field and not self._definite_noun(noun):
            return name.end
        end = self._inner_adjectives(noun + 1)
        while (more := self._coordinated(end, freely=True)) is not None:
            end = self._inner_adjectives(more)
        return name.end if end < self.count and self.forms[end] in _OF_ACTION else end

    def _part_of_larger_body(self, index: int, end: int, head: Head) -> BodyName | None:
        """`اللجنة القانونية في مجلس الأعيان`: an adjective that names little, made a name by the larger body."""
        if self.forms[index + 1] in head.generic:
            return None  # المجمع السكني بالوادي
        if not head.inside or end == index + 1:
            end = self._adjective_run(end)
        name = BodyName(index, end, head.kind, head.definite_rule)
        self._larger_body(name, head)
        return name if end > index + 1 and (name.inner or self._is_in_town(name, end, head)) else None

    def _is_in_town(self, name: BodyName, index: int, head: Head) -> bool:
        """`المحكمة الإدارية بدمشق`, but not `المركز الصحي بالمدينة`: whether a place's name follows the adjectives."""
        if head.kind not in OF_TOWN and head.word != "قياده":
            return False
        if name.end == index or self.forms[index][0] != "ب":
            return False
        if self._is_known(name.first):
            return False  # الجامعة العربية بالقاهرة
        return name.end > index + 1 or self.forms[index][1:].removeprefix("ال") not in self.grammar.place_levels

    def _behind_adjectives(self, first: int, index: int, head: Head) -> int:
        """Index after what goes on with an adjective that names: `المحكمة الإدارية للاستئناف`."""
        if index >= self.count:
            return index
        form = self.forms[index]
        if head.kind == "court" and form == "للاستئناف":
            return index + 1
        if head.kind == "hospital" and (end := self._apposed(index)) > index:
            return end  # المستشفى الجامعي سالم الحداد بدلمون
        if head.kind == "council" and self.forms[index - 1] in _OF_A_TOWN and self._is_only_place(index):
            return index + 1  # المجلس البلدي مصراتة
        if form in _LOCAL and head.kind in _OF_PLACE and index + 1 < self.count:
            place, classes = self.forms[index + 1], self.classes[index + 1]
            level = place[0] in "بل" and place[1:].removeprefix("ال") in self.grammar.place_levels
            return index + 1 if level or classes & (PLACE | PREPOSED) == PLACE | PREPOSED else index
        of_work = not any(self.forms[at] in _OF_RANK or self._is_nationality(at) for at in range(first, index))
        if head.kind == "committee" and of_work:
            while (more := self._coordinated(index)) is not None:
                index = self._inner_adjectives(more)  # اللجنة المالية والتسويق
        return index

    def _is_only_place(self, index: int) -> bool:
        """Whether a town's name stands at `index` that is no other word."""
        return self._is_town(index) and not self.classes[index] & (NOUN | NAME | VERB | ADJECTIVE)

    def _apposed(self, index: int) -> int:
        """Index after the proper name in apposition to a body's, before its town or the phrase's end."""
        person = self.classes[index] & GIVEN and not self.classes[index] & (VERB | CLITIC)
        end = self._person(index) if person else index + self.is_unknown(index)
        if end == index or end >= self.count or (self.classes[end] & BREAK and not person):
            return end
        return end if self.classes[end] & (PLACE | PREPOSED) == PLACE | PREPOSED else index

    def _is_in_brackets(self, index: int) -> bool:
        """`إدارة الاستيراد والتصدير (وزارة التجارة)`: the larger body in brackets."""
        if index + 1 >= self.count or self.forms[index] != "(" or index + 1 not in self.heads:
            return False
        larger = self.parse(index + 1)
        return larger is not None and larger.kind in ("ministry", "government") and self.forms[larger.end] == ")"

    def _is_of_somebody(self, first: int, phrase: Phrase, head: Head) -> bool:
        """`مكتب سالم الحداد`; `مجموعة آسيا` and `مجموعة د`, in which teams play."""
        if head.word == "مكتب":
            return phrase.closing == "name" and bool(self.classes[first] & NAME) and first not in self.heads
        if head.word != "مجموعه" or phrase.end != first + 1:
            return False
        goes_on = self._adjective_run(phrase.end) > phrase.end
        return not goes_on and (phrase.closing == "place" or len(self.forms[first]) == 1)

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
        if self.forms[inside][-1] == head.word[-1] == "ه" and self.forms[inside] in self.grammar.descriptive:
            return None  # جماعة "منحلة"
        if self.forms[inside + 1] == "+":  # مجموعة (5+1), of states
            return BodyName(index, quoted, "international", head.construct_rule)
        known = self.names.get(inside)
        if self.forms[first] == "(" and (known is None or known.end != quoted - 1):
            foreign = head.kind in _FOREIGN_NAMED or (head.kind == "institute" and not self.classes[inside])
            if not foreign or self.classes[inside] & (BREAK | LATIN):
                return None
        if self.forms[inside] in head.generic and (quoted == first + 3 or head.kind == "media"):
            return None  # شبكة "الإنترنت", شبكة "الجيل الخامس"
        name = BodyName(index, quoted, head.kind, head.construct_rule, quoted=(inside, quoted - 1))
        if self._may_go_on(quoted):
            name.end = self._adjective_run(self._over_gloss(quoted, head), head)
            if head.for_ and (
                self._is_for_definite(name.end)
                or self._is_activity(name.end)
                or (head.kind in _NAMED_BY_WORK and self._is_purpose(name.end))  # مركز "نبراس" لتأهيل الناجين
            ):  # شركة "نوران" للخدمات الأمنية
                freely = head.kind in _FREELY_FOR
                name.end = self._adjective_run(self._for_complement(name.end, freely=freely) or name.end)
        if head.inside and name.end < self.count and self._may_go_on(name.end):
            self._go_inside(name, head)
        return name

    def _in_parliament(self, index: int, first: int, head: Head) -> BodyName | None:
        """`فريق حزب النخلة بمجلس النواب`: a party's group in a parliament."""
        if first in self.heads:
            party = self.parse(first)
            kind, end = ("", first) if party is None else (party.kind, party.end)
        else:
            known = self.names.get(first) or self.quoted_at(first)
            kind, end = ("", first) if known is None else (known.entry.kind, known.end)
        if kind != "party" or end >= self.count or self.forms[end] not in _IN_PARLIAMENT:
            return None
        name = BodyName(index, end, "party", head.construct_rule)
        if first in self.heads or first in self.names:
            name.inner.append(first)
        return name if self._go_inside(name, head) else None

    def _may_go_on(self, index: int) -> bool:
        """Whether the word at `index` has the letters of one that goes on with a name, whatever it is."""
        if index >= self.count:
            return False
        form = self.forms[index]
        first = form[0]
        return first in _CONTINUING and (first not in "اعم" or form.startswith("ال") or form in _GOVERNED)

    def _go_on(self, name: BodyName, phrase: Phrase, head: Head, is_listed: bool) -> None:
        """Lengthen a name by what follows the phrase after its head, the larger body aside."""
        name.end = self._tail(phrase, head, name.first + head.length)
        if not is_listed and phrase.closing in ("foreign", "name") and name.end == phrase.end:
            after = self._over_gloss(name.end, head)
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
        if head.kind == "religious" and phrase.closing == "place":
            name.end = self._see(name.end)
        if name.end >= self.count or self.forms[name.end][0] != "ل":
            return
        if head.kind == "committee" and self.forms[name.end] == "للحزب":
            name.end += 1  # لجنة التفتيش المركزية للحزب
            return
        if self.forms[name.end - 1] == LIMITED or self._is_whole(phrase, head):
            return
        if "ال" + self.forms[name.end][2:] in self.grammar.lands and self._is_known(name.first):
            return  # دعم صندوق النقد الدولي لليونان
        if head.kind == "club":  # نادي دلمون للشطرنج
            if self._is_for_team(name.end):
                name.end = self._for_complement(name.end, freely=True) or name.end
            return
        if self._is_of_office(name, head):
            return
        after_place = not is_listed and phrase.closing == "place" and head.kind in _FOR_AFTER_PLACE
        for_purpose = head.for_ and self._is_purpose(name.end)
        for_purpose = for_purpose or (head.word == "غرفه" and self.forms[name.end] in _OF_TRADE)
        if for_purpose or (
            after_place
            and self._is_for_definite(name.end)
            and (name.first == 0 or self.forms[name.first - 1] not in self.grammar.deputies)
        ):
            freely = head.kind in _FREELY_FOR
            name.end = self._for_complement(name.end, freely=freely) or name.end

    def _is_of_office(self, name: BodyName, head: Head) -> bool:
        """`نائب رئيس جامعة دلمون لشؤون الطلاب`: what follows says what somebody there is for."""
        form = self.forms[name.end]
        if form in _AFFAIRS and head.kind in _WITHOUT_AFFAIRS:
            return True
        if form not in _AFFAIRS and not (head.kind == "university" and form in _OF_DEPUTIES):
            return False
        before = self.forms[max(0, name.first - _BEFORE_OFFICE) : name.first]
        return any(word in self.grammar.deputies or word.lstrip("ول") in self.grammar.deputies for word in before)

    def _see(self, index: int) -> int:
        """Index after what else a church's see is of: `بطريركية أنطاكية وسائر المشرق للروم الأرثوذكس`."""
        while index < self.count and self.forms[index].startswith("و"):
            if self.forms[index] == "وسائر" and index + 1 < self.count:
                index += 2
            elif self.classes[index] & PLACE and not self.classes[index] & NOUN:
                index = self._adjective_run(index + 1)
            else:
                break
        if (
            index < self.count
            and self.forms[index].startswith("لل")
            and self.forms[index] not in self.grammar.for_stops
        ):
            index += 1 + (self.forms[index] == "للروم" and self._is_definite_at(index + 1))
        return index

    def _is_whole(self, phrase: Phrase, head: Head) -> bool:
        """`منظمة هيومن رايتس ووتش`, a known name that nothing with لـ completes; but `منظمة الأمم المتحدة للطفولة`."""
        return head.kind == "international" and phrase.closing == "name" and self.forms[phrase.end - 1] != "المتحده"

    def _over_gloss(self, index: int, head: Head) -> int:
        """Index after a Latin gloss in brackets inside a name: `شركة "نوران" (Nuran) الكورية`, `للسيارات`."""
        if index + 3 >= self.count or self.forms[index] != "(" or not self.classes[index + 1] & LATIN:
            return index
        for end in range(index + 2, min(index + 2 + MAX_QUOTED_WORDS, self.count - 1)):
            if self.forms[end] == ")":
                goes_on = self._adjective_run(end + 1) > end + 1 or (head.for_ and self._is_for_definite(end + 1))
                return end + 1 if goes_on else index
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

    def _part(self, name: BodyName, first: int, head: Head) -> BodyName | None:
        """A head before another: part of a body (`أمانة اللجنة المركزية`), or no name of its own (`فريق كلية الطب`)."""
        inner_kind = self.heads[first][0][0].kind if first in self.heads else ""
        doubled = self._is_doubled(first, inner_kind, head)
        opens_part = head.kind in _PART_HEADS and not head.only_inside and head.construct in ("any", "common", "part")
        if not doubled and not opens_part and (head.kind, inner_kind) not in _PAIRS:
            return None
        of_police = head.kind == "association" and inner_kind == "security"  # جمعية الشرطة النسائية
        definite = self.forms[first].startswith("ال") and inner_kind != "company"
        if definite and head.kind in ("company", "association") and not of_police and not doubled:
            return None
        end = self._body_end(first)
        if end is None:
            return None
        post = self._syllables(end) if inner_kind in _POSTED else end
        name.end = post if post > end + 1 else end  # مركز حرس الحدود مي لي
        one = doubled or of_police or inner_kind == head.kind == "company"
        one = one or (head.kind == "committee" and inner_kind == "party" and not self._is_known(first))
        if not one:  # شركة الخطوط الجوية كذا is one body, and so is لجنة حزب المدينة
            name.inner.append(first)
        known = self._is_known(first) and self.names[first].end == end
        if head.for_ and (known or inner_kind == "ministry") and self._is_purpose(end):
            name.end = self._for_complement(end) or end  # مركز الاتحاد الأوروبي لسلامة الملاحة
        self._larger_body(name, head)
        return name

    def _is_doubled(self, first: int, inner_kind: str, head: Head) -> bool:
        """`منظمة التجمع العالمي`, `جمعية الرابطة النيبالية`: two nouns of one body."""
        if head.kind == "international":
            return inner_kind in _DOUBLED and self.forms[first].startswith("ال")
        return head.word == "جمعيه" and inner_kind == "association"

    def _complement(self, index: int, head: Head) -> Phrase | None:
        form, classes = self.forms[index], self.classes[index]
        if head.word == "مجمع" and (compound := self._compound(index, head)) is not None:
            return compound
        of_person = self._is_named_after(index, head)
        if head.construct in ("listed", "part") and not (of_person and head.numbered):
            return None
        if head.construct == "quoted":
            return self._known_name(index, head)
        if form in head.generic and not (self._governs(index) or self._is_quoted_after(index + 1, head)):
            club = self.names.get(index)  # فريق الدفاع الحسني الجديدي
            if club is None or club.entry.kind != head.kind or club.end == index + 1:
                return None
        if of_person:
            end = self._titled(index) if form != "علي" else self._person(index)
            return Phrase(end, "name") if end > index + 1 else None
        if head.kind in _FOREIGN_NAMED and self._is_initials(index):
            return self._foreign(index)
        if head.kind in OF_TOWN and (dated := self._dated(index)) is not None:
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
        if bare and not self.is_named(index + 1):
            return None
        if form in self.grammar.place_levels:
            return self._place(index)
        if form in self.grammar.letters and self.forms[index + 1] in self.grammar.letters:
            return self._foreign(index)  # شركة إيه تي يو
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
            if head.word == "مدرسه" and index + 1 < self.count and self._names_school(index + 1):
                return Phrase(index + 1 + (self.forms[index + 1] in _OF_SCHOOLS), "name")
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

    def _compound(self, index: int, head: Head) -> Phrase | None:
        """`مجمع الملك سلمان العالمي`, `مجمع الدمام الطبي`, and no sports centre of a ruler."""
        named = self._is_named_after(index, head)
        end = self._titled(index) if named else index + self.is_place(index)
        if end == index or end >= self.count:
            return None
        if self.forms[end] in ("الطبي", "العالمي") or (named and self.forms[end].startswith("ل")):
            return Phrase(end, "name")
        return None

    def _names_school(self, index: int) -> bool:
        """Whether a school's adjective or its town stands behind a noun, which then is its name."""
        preposed = self.classes[index] & (PLACE | PREPOSED) == PLACE | PREPOSED
        return preposed or self.forms[index] in _OF_SCHOOLS

    def _is_quoted_after(self, index: int, head: Head) -> bool:
        """`شركة الاتصالات الأميركية "نوران"`: what elsewhere names no firm, before the name or a nationality and it."""
        if self._is_national_adjective(index):
            return self.forms[index + 1 : index + 2] == ['"']
        if head.kind != "company" or self.forms[index : index + 1] != ['"']:
            return False
        return self._quoted(index) is not None and not self._is_speech(index + 1)

    def _larger_body(self, name: BodyName, head: Head) -> None:
        """Lengthen a name by the larger body or the place in which it sits."""
        index = name.end
        if index >= self.count or self.forms[index][0] not in "بفل":
            return
        form, classes = self.forms[index], self.classes[index]
        if head.inside and self._go_inside(name, head):
            return
        of_place = head.inside and head.kind != "hospital"  # which a town may have, and no country
        if head.kind == "committee":
            in_parliament = 1 if form == "بالبرلمان" else 2 * (self.forms[index : index + 2] == ["في", "البرلمان"])
            if in_parliament:
                name.end = index + in_parliament
                return
        if head.kind == "embassy" and form in ("في", "لدي"):
            place = self._place(index + 1)
            if place is not None:
                name.end = place.end
            return
        if form[0] == "ل":  # محكمة الشعب لمدينة كذا
            level = form.removeprefix("لل").removeprefix("ل")
            named = (
                head.kind == "court" and name.definite and self._place(index) is not None
            )  # المحكمة الابتدائية لوهران
            if not named and (head.kind not in _OF_PLACE or level not in self.grammar.place_levels):
                return
            if head.kind == "army" and self.country_at(index - 1) is not None:
                return  # قصف القوات النيبالية لمدينة دلمون
            region = self.parse(index) if index in self.heads else None  # القوات المسلحة للمنطقة العسكرية الثالثة
            place = self._place(index) if region is None else Phrase(region.end, "place")
        elif form == "في" and self._is_of_province(index):
            place = self._place(index + 1) or Phrase(self._proper_run(index + 1), "place")
        elif form == "في" and self.forms[index - 1] == "للحزب" and self._is_land(index + 1):
            place = self._place(index + 1)  # اللجنة التنفيذية للحزب في المدينة
        elif form == "في" and self._is_of_country(name, head) and self._is_national_at(index + 1, name):
            place = self._place(index + 1)
        elif form == "في" and not name.definite and (of_place or self._is_of_land(index + 1, head)):
            if head.kind == "council" and not self._is_land(index + 1):
                return  # اجتمع مجلس التعاون في الدوحة
            if not head.in_town and self._is_of_ruler(name):
                return
            place = self._place(index + 1)
        elif head.in_town and form == "في" and self._is_town(index + 1):
            place = self._place(index + 1)
        elif head.in_town and form == "بحي" and index + 1 < self.count:
            place = Phrase(self._proper_run(index + 1), "place")
        elif (head.in_town or head.kind in OF_TOWN or head.kind == "other") and self._is_unknown_town(index):
            place = Phrase(index + 1, "place")
        elif self.classes[index - 1] & PLACE and not self.classes[index - 1] & (NOUN | ADJECTIVE | GIVEN):
            return  # a name that ends in a place sits in no other
        elif self._is_of_all(name) or self._is_of_nation(name, index, head):
            return
        elif head.kind == "club" and self.country_at(index - 1) is not None:
            return  # فريق السد القطري بمدينة دلمون
        elif form[0] == "ب" and (classes & PREPOSED or form[1:].removeprefix("ال") in self.grammar.place_levels):
            place = self._place(index)
        elif form == "في" and head.kind in _OF_REGION and self._is_region(index + 1):
            place = self._place(index + 1)
        else:
            return
        if place is None or self._is_at_hand(place.end - 1, head):
            return
        if head.kind != "ministry" or self._is_country(index, place.end):
            name.end = place.end

    def _is_of_country(self, name: BodyName, head: Head) -> bool:
        """Whether a country after في would be the body's; an army's units fight anywhere."""
        return head.kind in _OF_COUNTRY and (head.kind != "army" or (name.definite and not head.inside))

    def _is_of_one_country(self, head: Head) -> bool:
        """Whether a country's name makes a name of the noun: `الحكومة في لبنان`."""
        return head.kind in _OF_STATES and head.construct == "place"

    def _in_country(self, index: int) -> int | None:
        """Index after `في لبنان`, behind adjectives that name nothing: `الحكومة الشرعية في اليمن`."""
        while index < self.count and self._is_plain_definite(index) and self._is_adjective(index):
            index += 1
        if index + 1 >= self.count or self.forms[index] != "في":
            return None
        if not self._is_state(index + 1) and self.forms[index + 1] not in self.grammar.lands:
            return None
        place = self._place(index + 1)
        return None if place is None else place.end

    def _is_region(self, index: int) -> bool:
        """Whether a region's or governorate's name stands at `index`: `منطقة عسير`."""
        if index + 1 >= self.count or self.forms[index] not in _REGIONS or self.country_at(index - 2) is not None:
            return False  # قوات الأمن النيبالية في منطقة كذا
        return self._is_town(index + 1)

    def _go_inside(self, name: BodyName, head: Head) -> bool:
        """Lengthen the name of a part by the body that stands behind it, if one does."""
        index = name.end
        of_those = head.kind == "committee" and index not in self.heads
        if of_those and self._for_complement(index) == index + 1 < self.count:
            index += 1  # لجنة النقل البري للركاب بغرفة جدة
        form = self.forms[index]
        if form != "في" and (form[0] not in "بل" or not self._is_preposed(index)):
            return False
        inner = index + (form == "في")
        end = self._body_end(inner)
        if end is None or (
            not head.only_inside and form[0] == "ل" and index in self.heads and self._is_of_action(index)
        ):
            return False
        name.end = end
        name.inner.append(inner)
        return True

    def _is_of_all(self, name: BodyName) -> bool:
        """`جامعة الدول العربية بالقاهرة`: a known body of many countries, which has its seat there."""
        known = self.names.get(name.first)
        return known is not None and known.end == name.end and known.entry.kind == "international"

    def _is_of_nation(self, name: BodyName, index: int, head: Head) -> bool:
        """Whether a place at `index` says where a nation's body is or acts, other than `التجمع الصحي بجازان`."""
        if head.kind in _NATION_WIDE and self.forms[index - 1] != "الصحي":
            return True
        return self._is_of_news(name) or self._is_nation_wide(name, self.forms[index].removeprefix("ب"))

    def _is_of_action(self, index: int) -> bool:
        """`نقلهم الهلال الأحمر لمستشفى دلمون`, `قال لوكالة الأنباء`: the verb's body, and no larger one."""
        if self.heads[index][0][0].kind == "hospital":
            return True
        name = self.parse(index)
        return name is not None and self._is_of_news(name)

    def _body_end(self, index: int) -> int | None:
        """Index after the body's name at `index`, by the grammar or by the gazetteer."""
        inner = self.parse(index) if index in self.heads else None
        if inner is not None:
            return inner.end
        return self.names[index].end if self._is_known(index) else None
