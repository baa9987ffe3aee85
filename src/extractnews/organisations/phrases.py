"""Phrases: idafa chains, what is coordinated with them, what a body is for."""

from __future__ import annotations

from typing import Final

from extractnews.organisations.adjectives import AdjectiveReader
from extractnews.organisations.lexicon import Head
from extractnews.organisations.proper import BREAK, OF_LAND
from extractnews.organisations.words import NAME, BodyName, Phrase
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
    POSSESSED,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

_MAX_IDAFA_NOUNS: Final = 4
_EDITION_DIGITS: Final = 2
# Their names are not coordinated: `الجيش الوطني والمقاومة`, `نادي الهلال والنصر` are two each.
_WITHOUT_COORDINATION: Final = frozenset(
    {"government", "parliament", "army", "security", "embassy", "club", "team", "media", "armed_group"}
)
# Their complements are coordinated with any noun: `اتحاد الكتاب والأدباء`, `حزب العدالة والتنمية`.
FREELY_COORDINATED: Final = frozenset({"ministry", "association", "union", "party", "committee"})
# To them one speaks, and nothing is for them.
_PUBLISHERS: Final = frozenset({"media", "agency"})
_NEWS: Final = frozenset({"الانباء", "انباء", "للانباء"})
# What they are of is work, of which there may be a second: لجنة تنظيم الإدارة وتطويرها.
_OF_WORK: Final = frozenset({"committee", "fund"})
# Their organs are called by them.
_WITH_ORGANS: Final = frozenset({"international", "association", "union", "party", "armed_group"})
# Done where the teacher is not: عمادة التعليم عن بعد.
_AT_DISTANCE: Final = frozenset({"تعليم", "تعلم", "تدريب", "تكوين", "دراسه"})
# With a noun before them, a second purpose of what has been named.
_OF_THE_SAME: Final = (["عليها"], ["عليه"], ["منها"], ["منه"], ["عنها"], ["عنه"], ["فيها"], ["بها"])
# After a noun with لـ they show that it is what somebody did.
_OF_IT: Final = frozenset({"فيها", "فيه", "فيهم", "عليها", "عليه", "عليهم", "بها", "به", "منها", "منه", "عنها", "عنه"})
# Their councils have no second portfolio.
_OF_PARLIAMENTS: Final = frozenset({"النواب", "الوزراء", "الشيوخ", "المستشارين", "الاعيان", "الشوري"})
# Ends of the nouns of people who live abroad.
_OF_PEOPLE: Final = ("ين", "ون", "المغاربه", "الجاليه", "المقيمه")
# With an adjective they are what a body is for, and nothing that it does: الوكالة التونسية للتعاون الفني.
_FIELDS: Final = frozenset({"تعاون", "عمل"})
# Of these a second place may be: هيئة تطوير مكة المكرمة والمشاعر المقدسة.
_OF_PLACES: Final = frozenset({"authority", "association", "company", "institute"})
_OF_PLACE_BY_NAME: Final = OF_LAND | {"security", "hospital"}


class PhraseReader(AdjectiveReader):
    """Reads noun phrases and what a body is for; arguments as in `WordReader`."""

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
            if form in self.grammar.portfolio_nouns and self._definite_noun(index + 1):
                index += 1  # كلية أمن الحاسب, though a verb is spelled so; لجنة شؤون ذوي الإعاقة
                continue
            if classes & FUNCTION:
                return None
            if classes & NAME and not (classes & NOUN and self._is_noun_phrase(index + 1)):
                return Phrase(self._person(index), "name")
            if index > start and classes & POSSESSED and not self.forms[index].endswith("ي"):
                return None  # عقد حزب مستقبل دلمون مؤتمره الوطني
            if classes & NOUN or (not foreign and not classes & (VERB | ADJECTIVE) and self._closes_idafa(index + 1)):
                index += 1
                continue
            if classes & ADJECTIVE or (classes & VERB and not self._is_naming_adjective(index + 1)):
                return None
            return self._foreign(index)
        return None

    def _closes_idafa(self, index: int) -> bool:
        """Whether an unknown word before `index` is a noun: a definite noun or a place follows it."""
        if index >= self.count:
            return False
        if self._is_plain_definite(index):
            return self._definite_noun(index) and self.forms[index][2:] not in self.grammar.descriptive
        return bool(self.classes[index] & PLACE) and not self.classes[index] & (CLITIC | NOUN)

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
            if definite:  # في الدائرة الرابعة
                return Phrase(self._adjective_run(self._after_ordinal(index + 1)), "place")
            inner = index + 1
            if inner in self.places:  # مدينة هو تشي منه, which begins with a pronoun
                return Phrase(self._adjective_run(self.places[inner]), "place")
            if inner >= self.count or self.forms[inner] in self.grammar.stops:
                return None
            if self.forms[inner] in self.grammar.place_levels:  # ببلدية محافظة دلمون
                return self._place(inner)
            if self.classes[inner] & (BREAK | CLITIC | FUNCTION) and not self.classes[inner] & (PLACE | NAME):
                return None
            if self.classes[inner] & NATIONALITY and not self.classes[inner] & (PLACE | NAME | DEFINITE):
                return None  # بدولة فلسطينية
            if self.forms[inner] in self.grammar.personal_titles:  # بمدينة الملك سعود الطبية
                end = self._titled(inner)
                return Phrase(self._adjective_run(end), "place") if end > inner + 1 else None
            return Phrase(self._adjective_run(self._proper_run(inner)), "place")
        if classes & PLACE:
            return Phrase(index + 1 + (self.forms[index + 1 : index + 2] == ["العاصمه"]), "place")  # بتونس العاصمة
        return None

    def _tail(self, phrase: Phrase, head: Head, first: int) -> int:
        """Index after the adjectives of a phrase that begins at `first`, and what is coordinated with it."""
        of_governorate = head.kind == "council" and self.forms[phrase.end - 1] == "المحافظه"
        index = phrase.end if of_governorate else self._governed(phrase.end)
        if index >= self.count or self.forms[index][0] not in "او":
            return index  # neither an adjective nor a coordinated noun
        of_noun = phrase.closing == "noun"
        governed = index > phrase.end
        if of_noun and not governed and self._is_adjective(index - 1):
            while self._is_coordinated_adjective(index):
                index += 1  # فرقة أمواج الترفيهية والاستعراضية
        if not of_noun and head.word.endswith("ه") and self._is_of_another(index):
            return index
        if phrase.closing == "place" and head.kind in _OF_PLACES and self.classes[index] & CONJOINED:
            return self._second_place(index, first)
        index = self._inner_adjectives(index, head) if of_noun else self._adjective_run(index, head)
        if not of_noun or head.construct in ("proper", "place") or head.kind in _WITHOUT_COORDINATION:
            return index
        if head.kind == "council" and self.forms[index - 1] in _OF_PARLIAMENTS:
            return index  # مجلس النواب والمجتمع
        # وكالة النهوض بالصناعة والابتكار
        freely = governed or (head.kind in FREELY_COORDINATED and not self._ends_known(index))
        while True:
            end = self._coordinated(index, freely=freely, of_party=head.kind == "party")
            if end is None and head.kind in _OF_WORK:
                end = self._its_own(index)
            if end is None and head.kind == "ministry":
                end = self._citizens_abroad(index)
            if end is None:
                return self._abroad(index)
            index = self._governed(self._inner_adjectives(end, head))

    def _second_place(self, index: int, first: int) -> int:
        """Index after places that are joined to the one before `index`, behind a noun: `هيئة تطوير مكة والمدينة`."""
        alone = index - first < 2 or self.forms[first] in self.grammar.place_levels or first in self.places
        while not alone and index < self.count:
            only_place = self.classes[index] & (PLACE | CONJOINED | NOUN | NAME | VERB) == PLACE | CONJOINED
            end = self.places.get(index, index + 1 if only_place else index)
            if end == index or index in self.heads or index in self.names:
                break
            index = self._adjective_run(end)
        return index

    def _abroad(self, index: int) -> int:
        """Index after where a ministry's or association's people live: `وشؤون المصريين بالخارج`."""
        if not self.forms[index - 1].endswith(_OF_PEOPLE):
            return index
        if self.forms[index : index + 1] in (["بالخارج"], ["بالمهجر"]):
            return index + 1
        return index + 2 if self.forms[index : index + 2] in (["في", "الخارج"], ["في", "المهجر"]) else index

    def _citizens_abroad(self, index: int) -> int | None:
        """Index after `والتونسيين`, `والمغاربة المقيمين`, behind which it says that they live abroad."""
        if index >= self.count or not self.forms[index].startswith("وال"):
            return None
        end = index + 1 + (self.forms[index + 1 : index + 2] == ["المقيمين"])
        return end if self._abroad(end) > end else None

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
        if self.forms[index + 1 : index + 2] == ["مع"] and "مع" not in self.grammar.governing.get(bare[2:], ()):
            return None  # الإدارة العامة للمرور والتنسيق مع الجهات
        if index in self.heads and (bare[2:] not in self.grammar.portfolio or self.parse(index) is not None):
            return None
        if (bare in self.grammar.bare_bodies and bare[2:] not in self.grammar.portfolio) or self._is_known(index):
            return None
        if index + 1 < self.count and self.forms[index + 1] in self.grammar.sports.get(bare, ()):
            return index + 2
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
        too_short = len(form) < 4 and form[1:] not in grammar.purposes  # لطب الأسرة
        if not form.startswith("ل") or too_short or form in grammar.stops:
            return None
        sport = self._sport_end(index)
        while sport and (more := self._coordinated(sport)) is not None:
            sport = more  # لبناء الأجسام ورفع الأثقال
        if sport:
            return sport
        if index in self.names and self.names[index].entry.kind in _PUBLISHERS:
            return None  # قال مدير جامعة كذا للجزيرة نت
        if self._is_known(index) and self.names[index].end > index + 1 and form.startswith("لل"):
            return self._adjective_run(self.names[index].end)  # اللجنة الولائية للهلال الأحمر
        if self._is_known(index) and self.names[index].entry.kind in _WITH_ORGANS:
            return self._adjective_run(self.names[index].end)  # اللجنة التنفيذية لفيفا
        if index in self.heads and (inner := self.parse(index)) is not None:
            return None if self._is_of_news(inner) else inner.end
        of_land = self.forms[index : index + 2] == ["للمحافظه", "العقاريه"]
        if form.removeprefix("لل").removeprefix("ل") in grammar.place_levels and not of_land:
            place = self._place(index)
            return place.end if place else None
        if form.startswith("لل"):
            stem = form[2:]
            stops = stem in grammar.for_stops or "ال" + stem in grammar.for_stops
            goes_on = self._is_naming_adjective(index + 1) or (freely and self._is_with_another(index + 1))
            goes_on = goes_on or (stem in _FIELDS and self._is_of_field(index + 1))
            if stops and not goes_on and not self._is_research(index):
                return None  # للعمل; but للعمل الإسلامي، للبحث والتبادل الثقافي
            if classes & PLACE and not classes & NOUN and stem not in grammar.portfolio:
                return None
            phrase = Phrase(self.places.get(index, index + 1), "noun")  # للتعليم، للشرق الأوسط
        else:
            verb = classes & VERB and not classes & NOUN and form[1:] not in grammar.purposes  # لأمن المعلومات
            if form[1:] in grammar.for_stops or verb:
                return None
            event = self._event_name(index + 1) if form[1:] in grammar.event_nouns else None
            closed = event or self._shared_complement(index + 1) or self._phrase(index + 1)
            if closed is None or (closed.closing != "noun" and not classes & NOUN):
                return None
            if event is not None:
                sport = self._for_complement(event.end) if self._is_of_sport(event.end) else None
                return sport or self._edition(event.end)
            phrase = closed
        if phrase.end < self.count and self.forms[phrase.end] in _OF_IT:
            return None  # أحيلت إلى اللجنة الشعبية للنظر فيها
        after = self._after_ordinal(phrase.end) if form in grammar.gatherings else phrase.end
        end = self._governed(self._inner_adjectives(after))
        gathers = form in grammar.gatherings or (form[1:] in grammar.event_nouns and self._is_naming_adjective(end - 1))
        if gathers and end < self.count and self.forms[end].startswith("لل"):
            return self._for_complement(end, freely=freely) or end  # للمهرجان الدولي للعسل، لمعرض جدة الدولي للكتاب
        while (more := self._its_own(end) or self._coordinated(end, freely=freely)) is not None:
            end = self._governed(self._inner_adjectives(more))
        if gathers or form in grammar.events:
            return self._edition(end)
        return self._abroad(end + (self.forms[end : end + 1] == ["المقيمين"]))

    def _edition(self, index: int) -> int:
        """Index after an event's year or edition: `لكأس العالم 2022`, and not `للمهرجان 12 عرضا`."""
        if index >= self.count or not self.forms[index].isdigit():
            return index
        if self._is_year(index):
            return index + 1 + (self.forms[index + 1 : index + 2] == ["ه"])
        following = self.classes[index + 1] if index + 1 < self.count else PUNCTUATION
        counts = not following & (BREAK | FUNCTION | CLITIC | DEFINITE)
        counts = counts and (following & (VERB | NOUN) != VERB or self.forms[index + 1].endswith("ا"))
        return index if counts or len(self.forms[index]) > _EDITION_DIGITS else index + 1

    def _event_name(self, index: int) -> Phrase | None:
        """A competition's or festival's name, in quotation marks or after a person with a title: `الأمير سالم`."""
        if index >= self.count:
            return None
        if self.forms[index] in self.grammar.personal_titles:
            end = self._titled(index)
            return Phrase(end, "name") if end > index + 1 else None
        known = self.quoted_at(index) or self.names.get(index)
        if known is not None and known.entry.kind == "media":
            return Phrase(known.end, "name")  # سوق عكاظ, after which a paper is called
        quoted = self._quoted(index) if self.forms[index] == '"' else None
        return None if quoted is None else Phrase(quoted, "name")

    def _is_of_sport(self, index: int) -> bool:
        """Whether what an event is of stands at `index`: `لكرة القدم`, `لألعاب القوى`."""
        if index >= self.count or not self.forms[index].startswith("ل"):
            return False
        return self.forms[index].lstrip("ل") in self.grammar.team_members or self._sport_end(index) is not None

    def _is_of_news(self, name: BodyName) -> bool:
        """`وكالة الأنباء النيبالية`, to which one speaks."""
        return name.kind == "agency" and not _NEWS.isdisjoint(self.forms[name.first : name.end])

    def _concern(self, index: int) -> int | None:
        """Index after what a committee is concerned with: `المعنية بحقوق الإنسان` at `index`; None where it is not."""
        if self.forms[index : index + 1] != ["المعنيه"] or index + 1 >= self.count:
            return None
        subject = self.forms[index + 1]
        if subject.startswith("بال"):
            end = self._governed(index + 2)
        else:
            closed = self._shared_complement(index + 2) or self._phrase(index + 2) if subject[0] == "ب" else None
            if closed is None or closed.closing != "noun":
                return None
            end = closed.end
        end = self._inner_adjectives(end)
        while (more := self._coordinated(end, freely=True)) is not None:
            end = self._inner_adjectives(more)
        return end

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
            person = self.forms[index + 1][2:] not in self.grammar.portfolio and self._opens_person(index + 1)
            return None if adjective or person else Phrase(index + 2, "noun")
        further = self.classes[index + 1] & (NOUN | POSSESSED) == NOUN
        phrase = self._phrase(index + 1) if further else None  # لإدارة وتشغيل مترو الأنفاق
        if phrase is None or (phrase.closing == "foreign" and phrase.end < index + 3):
            return None
        return phrase if phrase.closing in ("noun", "place", "foreign") else None  # رصد ومتابعة فيروس كورونا

    def _is_with_another(self, index: int) -> bool:
        """`والتبادل`, `والتنمية`: a second purpose, so that the first is one."""
        return index < self.count and self.forms[index].startswith("وال") and bool(self.classes[index] & NOUN)

    def _governed(self, index: int) -> int:
        """Index after what the noun before `index` governs: `للوقاية من الفساد`, `هيئة الرقابة على الصادرات`."""
        if index >= self.count:
            return index
        noun = self.forms[index - 1]
        noun = noun[1:] if noun.startswith("وال") else noun
        noun = noun[3:] if noun.startswith("بال") else noun[2:] if noun.startswith(("ال", "لل")) else noun
        if noun in _AT_DISTANCE and self.forms[index : index + 2] == ["عن", "بعد"]:
            return index + 2
        prepositions = self.grammar.governing.get(noun, ())
        if "ب" in prepositions and self.forms[index].startswith("ب") and index not in self.heads:
            if self.forms[index].startswith("بال"):
                return self._inner_adjectives(index + 1)
            if self._definite_noun(index + 1):
                return self._inner_adjectives(index + 2)  # التوعية بأضرار التدخين
        if self.forms[index] not in prepositions:
            return index
        phrase = self._phrase(index + 1)
        # لجنة التحقيق في الحرب على العراق
        return index if phrase is None else self._governed(self._inner_adjectives(phrase.end))

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
        possessed = index + 1 < self.count and self.classes[index + 1] & (NOUN | POSSESSED) == NOUN | POSSESSED
        if form[1:] in self.grammar.portfolio_nouns and possessed:
            return index + 2  # دعم الإعلام وجودة مضامينها
        purposes = self.grammar.portfolio_nouns | self.grammar.purposes
        owned = stem in purposes or (stem.endswith("ت") and stem[:-1] + "ه" in purposes)
        return index + 1 if owned and form[1:] not in purposes else None

    def place_of(self, index: int, kind: str) -> int | None:
        """Index after the place of a known body: `الأمن العام لمقاطعة كذا`, `جبهة الوطن في المدينة`."""
        if index >= self.count or kind not in _OF_PLACE_BY_NAME:
            return None
        form = self.forms[index]
        if kind == "hospital":  # مدينة الملك سلمان الطبية بدلمون
            if index in self.places:
                return self.places[index] if form[0] == "ب" else None
            return index + 1 if self.classes[index] & (PLACE | PREPOSED | NOUN) == PLACE | PREPOSED else None
        if form == "في" and kind != "security" and self._is_land(index + 1):
            index += 1
        elif form[0] != "ل" or form.removeprefix("لل").removeprefix("ل") not in self.grammar.place_levels:
            return None
        place = self._place(index)
        return None if place is None else place.end
