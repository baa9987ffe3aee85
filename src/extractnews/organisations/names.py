"""The grammar of organisations' names: where a name that a head noun opens comes to its end.

A head (`resources/organisation_heads.toml`) is followed by an idafa chain that a definite noun, a place or a
proper name closes, then by adjectives, coordinated portfolios, a complement with لـ, and the larger body or
place after في or بـ. The word lists stand in `resources/organisation_grammar.toml`.
"""

from __future__ import annotations

from typing import Final

from extractnews.article import Hit
from extractnews.organisations.adjectives import JOINED
from extractnews.organisations.complements import OF_TOWN, ComplementReader
from extractnews.organisations.lexicon import Head, KnownName
from extractnews.organisations.proper import BREAK, MAX_FOREIGN_WORDS
from extractnews.organisations.words import CLOSING_MARKS, NAME, TANWIN, BodyName, Phrase
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
    POSSESSED,
    PREPOSED,
    VERB,
)

_MAX_WORDS: Final = 30
# Bodies of the state's core take no لـ complement: `الحكومة الأردنية للبرلمان` is two phrases.
_WITHOUT_FOR: Final = frozenset({"government", "parliament", "army", "security", "embassy", "ministry"})
# Adjectives of a committee behind its work.
_RANKS: Final = (["المحليه"], ["الرئيسيه"], ["الفرعيه"])
# A house in the name of what is in it: متحف بيت البحار.
_HOUSES: Final = frozenset({"دار", "بيت"})
_OF_HOUSES: Final = frozenset({"institute", "association", "company"})
# They are called after them.
_OF_MARTYRS: Final = frozenset({"institute", "university", "hospital"})
_MARTYRS: Final = (["الشهيد"], ["المجاهد"])
# A second proper name may stand behind a place's in theirs.
_OF_COMPOUNDS: Final = frozenset({"university", "company", "association", "club", "institute"})
_SHORTEST_COMPOUND: Final = 4  # letters
_PROCLITICS: Final = frozenset("وفبلك")
# In their names إدارة is what they do or study: كلية إدارة الأعمال، وكالة إدارة الطوارئ.
_OF_STUDY: Final = frozenset({"institute", "university", "agency", "authority", "company", "association"})
# What follows their known name with لـ is what they did: الاتحاد الأوروبي لمساعدة دلمون.
_HELPING: Final = frozenset({"international", "armed_group"})
# An adjective of their work and what they are for make their name.
_WITH_RELATION: Final = frozenset(
    {"committee", "council", "authority", "institute", "agency", "government", "company", "association"}
)
# What a part of a governorate is called in one country or another.
_DISTRICTS: Final = frozenset({"مركز", "مديريه"})
# Behind a district's name: مركز دلمون بمحافظة نوران، التابع لمنطقة نوران.
_OF_DISTRICTS: Final = frozenset({"بمحافظه", "بمنطقه", "لمحافظه", "لمنطقه"})
_FAR: Final = 100
# Words in which it is said who has a task: كلف الدكتور سالم الحداد بإدارة.
_BEFORE_TASK: Final = 4
_THERE: Final = frozenset({"في", "من", "الي", "عن", "سكان", "اهالي", "تقطن"})


class NameParser(ComplementReader):
    """Parses the names of one article, head by head; arguments as in `WordReader`."""

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
                numbered = head.numbered and following.isdigit()
                in_country = following == "في" and self._is_of_one_country(head)
                if following[:2] == "ال" or following in ("من", "عشر") or numbered or in_country:
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
        if best is not None:
            best.end = self._cause(best)
        if best is not None and best.kind in _OF_MARTYRS and self.forms[best.end : best.end + 1] in _MARTYRS:
            best.end = self._martyr(best.end)
        if best is not None and best.kind == "team" and self._is_age(best.end):
            best.end += 3
        if best is not None and self.forms[index] == "تنظيم" and self._is_year(best.end):
            best = None  # تنظيم دورة كذا 2025
        if best is not None and best.end - index <= _MAX_WORDS and not self._is_no_name(index):
            self._parsed[index] = None if self._is_incomplete(best) else best
        return self._parsed[index]

    def _martyr(self, index: int) -> int:
        """Index after the name after which a school is called: `المدرسة العليا للضباط الشهيد سالم الحداد`."""
        end = self._person(index + 1)
        if end == index + 2 < self.count and self.classes[end] & GIVEN and not self.classes[end] & CLITIC:
            end = self._person(end)  # behind a family name of no lexicon
        return end if end > index + 1 else index

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
        if name.end == other.end and self.classes[first] & NOUN and not self._is_adjective(first):
            return not name.definite  # للجنة الحزب is لـ and لجنة الحزب
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
            name = BodyName(index, known.end, head.kind, "organisations.gazetteer")
        name.end = known.end
        if head.kind in OF_TOWN and name.end < self.count and not self._is_in_land(name.end):
            self._larger_body(name, head)  # جامعة ابن زهر بأكادير
        return name

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
        if self.forms[index] == "مجموعه" and before.isdigit():
            return True  # منح 13 مجموعة علم التفوق
        if self.forms[index].lstrip("ولفب") == "اداره" and (before.endswith("مجلس") or self._is_task(index)):
            return True  # مجلس إدارة شركة كذا
        return bool(self.classes[index] & VERB) and before in self.grammar.verb_openers

    def _is_task(self, index: int) -> bool:
        """`كلف سالم بإدارة المراكز`, `المسؤولة عن إدارة السياسة المائية`: what somebody does, and no department."""
        if index + 1 >= self.count or any(self._listed(index + 1, head) is not None for head, _ in self.heads[index]):
            return False
        preposed = self.forms[index].startswith("ب") or self.forms[index - 1] in ("عن", "علي")
        return preposed and not self.grammar.tasks.isdisjoint(self.forms[max(0, index - _BEFORE_TASK) : index])

    def _is_written_called(self, index: int) -> bool:
        """`نادى المذيع`, a verb, and not `نادى الزمالك`, `نادى الصحافة`, which some write so."""
        if not self.tokens.original(index).endswith("ى") or index + 1 >= self.count:
            return False
        return not self._is_club(index + 1) and self.classes[index + 1] & (ADJECTIVE | PLACE) == ADJECTIVE

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
            concern = self._concern(end) if head.kind == "committee" else None
            if concern is not None:
                return BodyName(index, concern, head.kind, head.definite_rule)
            if named:
                end = self._behind_adjectives(first, end, head)
            related = head.kind in _WITH_RELATION and head.construct != "listed" and not head.only_inside
            related = related and self.forms[first] not in head.generic  # الاتحاد القاري للعبة
            if related and end == first and self._is_relational(first):
                end = first + 1  # المدرسة التطبيقية لمدفعية الميدان
            if head.kind == "embassy" and self._is_for_country(end):
                end, named = end + 1, True  # القنصلية العامة لليابان
            if not named and self._is_of_one_country(head) and (country := self._in_country(end)) is not None:
                return BodyName(index, country, head.kind, head.definite_rule)
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
        if head.definite == "cause":
            return name if self._cause(name) > end else None
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
        elif needs_more and self._cause(name) == end:
            quoted = self._quoted(end)
            if quoted is None or self.forms[end] == "(" or self._is_speech(end + 1):
                return self._part_of_larger_body(index, end, head) if head.kind in OF_TOWN or head.inside else None
            name.end = quoted
        self._larger_body(name, head)
        return name

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

    def _is_helped(self, index: int, end: int, head: Head) -> bool:
        """`سعى الاتحاد الأوروبي لمساعدة دلمون`: what a known body does stands behind its name, and no sport."""
        if not self._is_known(index) or self.names[index].end != end:
            return False
        if self.names[index].entry.kind not in _HELPING or head.kind == "party":
            return False
        form = self.forms[end]
        return not form.startswith(("لل", "لكره")) and self._sport_end(end) is None

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

    def _construct(self, index: int, first: int, head: Head, hit: Hit) -> BodyName | None:
        form = self.forms[first]
        if self._is_common(index, first, head, hit):
            return None
        if form in CLOSING_MARKS:
            return self._quoted_name(index, first, head)
        if head.word == "فريق" and (group := self._in_parliament(index, first, head)) is not None:
            return group
        if form == "اداره" and head.kind == "council":
            return self._board(index, first, head)
        listed = self._listed(first, head) if form in head.listed else self._unit(first, head)
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
            if listed == first + 1 and form in head.generic and not closed:
                return None  # مركز شرطة محلي
            phrase: Phrase | None = Phrase(self._numbered(listed, head), "noun")
        elif (
            first in self.heads
            and not self._is_preposed(first)  # مركز للدفاع المدني
            and head.construct != "place"
            and not (head.kind == "club" and self._is_club(first))
            and not (head.kind == "media" and self._is_known(first))
            and not self._is_portfolio_alone(first, head)
            and not (head.kind in _OF_STUDY and form == "اداره")
            and not (head.kind in _OF_HOUSES and form in _HOUSES)
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
        called = phrase.end - first <= MAX_FOREIGN_WORDS or self._is_initials(first)
        if listed is None and called and phrase.closing in ("foreign", "place"):
            name.quoted = (first, phrase.end)
        alone = True
        if self._may_go_on(phrase.end):
            self._go_on(name, phrase, head, listed is not None)
            if head.kind in JOINED and name.end < self.count and self._is_joint(name.end):
                name.end += 1  # لجنة الإغاثة المشتركة
            if head.kind == "committee" and self.forms[name.end : name.end + 1] in _RANKS:
                name.end = self._for_complement(name.end + 1) or name.end + 1  # لجنة الإشراف المحلية للانتخابات
            if head.kind == "government" and self.forms[name.end : name.end + 1] == ["المحليه"]:
                name.end += 1  # حكومة البصرة المحلية
            alone_end = name.end
            self._larger_body(name, head)
            alone = name.end == alone_end and not self._is_in_brackets(name.end)
        if listed is None and alone:
            name.end = self._apposition(name, phrase, head)
        single = name.end == self.places.get(first, first + 1) or (
            phrase.end == first + 1 and self.forms[first + 1] in _OF_DISTRICTS
        )
        if head.locality and single and self._is_district(index, first, head, hit):
            return None
        if listed is None and self.classes[index] & VERB and head.kind == "party":
            last = self.forms[name.end - 1]
            if not last.startswith("ال") or not (last[2:] in self.grammar.naming or last in self.grammar.countries):
                return None  # تصفيات تجمع كولومبيا والبيرو
        if alone and listed is None and not self._is_national(head, first, name.end):
            return None if head.only_inside or self._is_locality(head, first, name.end) else name
        return name

    def _apposition(self, name: BodyName, phrase: Phrase, head: Head) -> int:
        """Index after a proper name behind the noun or place that closes a name: `جامعة كاليفورنيا ريفرسايد`."""
        index = name.end
        if head.kind == "university" or head.word == "اكاديميه":
            index += self._is_only_place(index)  # كلية الآداب أكادير, أكاديمية نانسي ميتز
        if index > name.end or phrase.closing == "noun":
            return self._called(index) if head.kind == "company" else index
        before = self.forms[name.first - 1] if name.first else ""
        if phrase.closing != "place" or index > name.first + head.length + 1 or before in self.grammar.stops:
            return index
        if not self.is_unknown(index) or head.kind not in _OF_COMPOUNDS:
            return index
        form, following = self.forms[index], self.classes[index + 1] if index + 1 < self.count else BREAK
        longer = len(form) >= _SHORTEST_COMPOUND and (form[0] not in _PROCLITICS or bool(following & NATIONALITY))
        if not longer or not following & (BREAK | FUNCTION | CLITIC | NATIONALITY):
            return index
        return self._adjective_run(index + 1, head)

    def _is_common(self, index: int, first: int, head: Head, hit: Hit) -> bool:
        """Whether a head without article opens no name: a place or a verb, or with a common word behind it."""
        form, own = self.forms[first], self.classes[first]
        quoted = form in CLOSING_MARKS
        if head.place_like and (hit.proclitic.endswith("ب") or (index > 0 and self.forms[index - 1] == "في")):
            called = quoted or form in head.listed or self._is_known(first)
            if head.kind != "armed_group" or not called:
                return True  # ببلدية دلمون, بجماعة دلمون, but قيادي بجماعة أنصار دلمون
        if head.kind == "media" and self._is_site(first + quoted):
            return True
        if head.locality and not self.grammar.malls.isdisjoint(self.forms[first + 1 : first + 3]):
            return True  # مركز دلمون مول
        if own & POSSESSED and own & NOUN and form.endswith(("ها", "هم")):
            return True  # دائرة نفوذها
        if form.endswith("ا") and TANWIN in self.tokens.original(first):
            return True  # تطبيقات منظمة ترتيبًا أبجديًا
        if head.construct == "place" and form.endswith("يه") and form in self.grammar.countries:
            following = self.forms[first + 1] if first + 1 < self.count else ""
            return following.endswith("ه") and bool(self.classes[first + 1] & ADJECTIVE)  # حكومة سورية جديدة
        # كيف تجمع «الزيارات» أهلها, مباراة تجمع الهلال والنصر
        return head.kind == "party" and bool(self.classes[index] & VERB) and (quoted or self._is_club(first))

    def _is_site(self, index: int) -> bool:
        """`شبكة فيسبوك`, which is the site and not its firm."""
        return index in self.names and self.names[index].entry.context == "brand"

    def _is_district(self, index: int, first: int, head: Head, hit: Hit) -> bool:
        """`رئيس مركز دلمون`, `مركز دلمون التابع لمحافظة نوران`: a part of a governorate and its town."""
        if head.word not in _DISTRICTS or first in self.names:
            return False
        before = self.forms[index - 1] if index else ""
        if head.word == "مركز" and before.lstrip("ول") == "رئيس":
            return True
        if self.classes[first] & (NOUN | LATIN) or first + 2 >= self.count:
            return False
        following = self.forms[first + 1 : first + 3]
        if following[0] in _OF_DISTRICTS or (following[0] in {"التابع", "التابعه"} and following[1] in _OF_DISTRICTS):
            return True
        there = hit.proclitic.endswith("ب") or before in _THERE
        return there and "محافظه" in self.forms[max(0, index - _FAR) : first + _FAR]

    def _is_portfolio_alone(self, first: int, head: Head) -> bool:
        """`وزارة الإدارة المحلية`, `لجنة الإدارة والعدل`: a head's noun that is what the body is for."""
        if self.forms[first][2:] not in self.grammar.portfolio or head.kind == "media":
            return False
        return head.kind == "ministry" or self.parse(first) is None

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
