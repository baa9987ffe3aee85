"""Proper names inside the names of organisations: places, persons, foreign words, legal forms."""

from __future__ import annotations

from typing import Final

from extractnews.names.lexicon import LINEAGE, LOOSE, MADDA
from extractnews.organisations.lexicon import Head
from extractnews.organisations.words import MAX_QUOTED_WORDS, NAME, Phrase, WordReader
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
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    PUNCTUATION,
    VERB,
)

_MAYBE_NAME: Final = MAYBE_NAME | GIVEN | FAMILY
BREAK: Final = PUNCTUATION | NEWLINE | NUMBER
_MAX_NAME_WORDS: Final = 7
MAX_FOREIGN_WORDS: Final = 3
# Before the name of a ruler or prince, which is one given name and his line.
_OF_RULERS: Final = frozenset({"الملك", "الملكه", "السلطان", "الامير", "الاميره"})
# First halves of a given name: عبد العزيز.
_DIVIDED: Final = frozenset({"عبد", "ابو", "ام"})
# May be a particle or a verb's prefix where no lexicon has the word.
_PREFIX_LETTERS: Final = frozenset("وفبلكستين")
_SHORTEST_NAME: Final = 4
_MIN_SPELLED: Final = 3
_YEAR: Final = 4  # digits
# Bodies that are named after persons.
_NAMED_AFTER: Final = frozenset({"university", "institute", "hospital", "company", "association", "fund"})
# Ends a company's name: شركة خبراء طيبة المحدودة.
LIMITED: Final = "المحدوده"
_JOINT_STOCK: Final = "المساهمه"
# After these heads a name counts that elsewhere counts only in its context: صحيفة الحياة، فريق الشباب.
_KNOWN_BY_CONTEXT: Final = frozenset({"club", "media", "company", "party", "armed_group", "agency", "bank"})
# The land after في is part of their name: اتحاد المرأة في المحافظة.
OF_LAND: Final = frozenset({"association", "union"})


class ProperNameReader(WordReader):
    """Reads proper names; arguments as in `WordReader`."""

    def _person(self, index: int) -> int:
        """Index after a person's name inside a body's name."""
        start = index
        while index < self.count and index - start < _MAX_NAME_WORDS:
            classes = self.classes[index]
            form = self.forms[index]
            if index > start and form in self.grammar.companions:
                return index + 1  # مؤسسة محمد وإخوانه
            if start < index < self.count - 1 and self.forms[index + 1] in self.grammar.companions:
                index += 1  # مؤسسة محمد العيدان وإخوانه, whatever word the family's name is
                continue
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

    def _is_unknown_family_name(self, index: int, start: int) -> bool:
        """Whether a word of no class follows the given name at `start` or `دي`, or with the article any given name."""
        if index > start and self.forms[index - 1] in self.grammar.saints and self.is_unknown(index):
            return True
        if self._is_doctor(index):
            return False  # مدير جامعة دلمون د. سالم
        given = 2 if self.forms[start] in _DIVIDED else 1  # its words
        if self.classes[index] == DEFINITE:  # شركة سعد إبراهيم الهداب
            return index > start + given and bool(self.classes[index - 1] & GIVEN)
        near = index <= start + given or self.forms[index].startswith("ابو")  # سعد سالم أبونورة
        return not self.classes[index] and start < index and near and not self._has_pronoun(index)

    def _titled(self, index: int) -> int:
        """Index after the person's name that follows the personal title at `index`.

        A ruler's or prince's is one given name and his line, so that in `مستشفى الملك خالد محمد العلي` who comes next
        is somebody else.
        """
        first = index + 1 + self._is_doctor(index)
        end = self._person(first)
        if self.forms[index] not in _OF_RULERS:
            return end if end > first else index + 1
        for position in range(index + 2, end):
            after_given = self.classes[position - 1] & GIVEN and self.forms[position - 1] not in _DIVIDED
            if self.classes[position] & GIVEN and after_given:
                return position
        return end

    def _is_doctor(self, index: int) -> bool:
        """`مستشفى د. سالم الحداد`: whether a doctor's title stands at `index`, shortened."""
        return self.forms[index] == "د" and self.forms[index + 1 : index + 2] in (["."], ["/"])

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
            if index > start and self._is_persons_name(index):
                break  # ولاية دلمون سالم الحداد
            index += 1
            if classes & PLACE and not classes & NAME:
                break
        return max(index, start + 1)

    def _is_persons_name(self, index: int) -> bool:
        """Whether a given name stands at `index` and a name after it."""
        if not self.classes[index] & GIVEN or index + 1 >= self.count or self.forms[index] in self.grammar.syllables:
            return False
        following = self.classes[index + 1]
        return not following & (BREAK | CLITIC | FUNCTION) and (bool(following & NAME) or not following)

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
        start, dotted = index, False
        latin = self.classes[index] & LATIN
        longest = MAX_QUOTED_WORDS if latin else MAX_FOREIGN_WORDS
        if (spelled := self._spelled(index)) > index:
            index, longest = spelled, longest + spelled - index
        while index < self.count and index - start < longest:
            if self._is_dotted(index):
                index, longest = index + 2, longest + 2  # إس.إن.دي, of which إن is a particle
                dotted = True
                continue
            classes, form = self.classes[index], self.forms[index]
            if dotted:
                index, dotted = index + 1, False
                continue
            taken = index > start and self.forms[index - 1] in self.grammar.saints  # مستشفى سانت ماري
            if (taken or form in self.grammar.saints) and not classes & (BREAK | FUNCTION | CLITIC):
                index += 1
                longest += form in self.grammar.saints
                continue
            if index > start and self._joins(index, latin):
                index, longest = index + 2, longest + 2  # E.ON
                continue
            ampersand = latin and form == "&" and index > start and self._is_latin(index + 1)
            if ampersand:
                index += 2  # Nuran Oil & Gas
                continue
            if (classes & ~LATIN) or form.startswith("ال") or (classes & LATIN) != latin or form in self.grammar.stops:
                break
            if index > start and (self._has_pronoun(index) or self._is_doctor(index)):
                break
            index += 1
        index = max(index, start + 1)
        if index < self.count and self.classes[index] & NUMBER and self.starts[index] == self.ends[index - 1]:
            index += 1  # جي42
        if not latin:
            index = max(index, self._to_legal_form(start) or 0)
            for end in range(index, min(index + MAX_FOREIGN_WORDS, self.count)):
                # شركة نورث لود ماينينج الكندية, of which لود is a word; شركة هوا نام للطيران
                if self.is_plain_nationality(end) or (end > index and self._is_for_definite(end)):
                    return Phrase(end, "foreign")
                if self.forms[end] in self.grammar.lands:
                    return Phrase(end + 1, "foreign")  # شركة سبائك الكويت
                if self.classes[end] & (BREAK | FUNCTION | CLITIC) or self.forms[end].startswith("ال"):
                    break
        return Phrase(index, "foreign")

    def _called(self, index: int) -> int:
        """Index after a firm's foreign name behind what it does: `شركة المحاسبة دلموتكس`."""
        if not self.is_unknown(index):
            return index
        form = self.forms[index]
        if form[0] in _PREFIX_LETTERS or len(form) < _SHORTEST_NAME:
            return index
        end = self._foreign(index).end
        following = self.classes[end] if end < self.count else PUNCTUATION
        return end if following & (BREAK | FUNCTION | VERB | CLITIC) or not following else index

    def _joins(self, index: int, latin: int) -> bool:
        """Whether a full stop or hyphen joins two parts of a foreign name: `E.ON`, `دلمو-كوراس`."""
        if self.forms[index] not in ".-" or index + 1 >= self.count or self.ends[index] != self.starts[index + 1]:
            return False
        if self.ends[index - 1] != self.starts[index]:
            return False
        if latin:
            return bool(self.classes[index + 1] & (LATIN | NUMBER))
        return self.forms[index] == "-" and not self.classes[index + 1] & ~PLACE

    def _spelled(self, index: int) -> int:
        """Index after three letters or more that are spelled one after another: `إن تي تي`; else `index` itself."""
        end = index
        while end < self.count and self.forms[end] in self.grammar.dotted and not self._is_article(end):
            end += 1
        return end if end >= index + _MIN_SPELLED else index

    def _is_article(self, index: int) -> bool:
        """Whether `ال` stands at `index`, and not `إل`: `قناة الـ إم بي سي`."""
        return self.forms[index] == "ال" and self.tokens.original(index)[0] == "ا"

    def _is_initials(self, index: int) -> bool:
        """Whether a name of spelled letters begins at `index`: `إس.إي.إس`, `إن تي تي دوكومو`."""
        return self._is_dotted(index) or self._spelled(index) > index

    def _is_dotted(self, index: int) -> bool:
        """Whether a spelled letter stands at `index`, and a full stop joins the next to it: `إن.دي`."""
        following = index + 2
        if following >= self.count or self.forms[index + 1] != "." or self.ends[index] + 1 != self.starts[following]:
            return False
        letters = self.grammar.dotted
        return self.forms[index] in letters and self.forms[following] in letters

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

    def _opens_person(self, index: int) -> bool:
        """Whether the definite word belongs to a person named after it: `مجلس الأمة الصادق بوغالب`, `العداءة منى`."""
        form, classes = self.forms[index], self.classes[index]
        if form in self.grammar.personal_titles or form == "الامين":
            return True  # طالبت الجمعية المغربية لحقوق الإنسان الأمين العام
        if self._is_nationality(index) or form[2:] in self.grammar.naming or index + 1 >= self.count:
            return False
        if form.endswith(("يين", "يون")):
            return False  # الهيئة النيبالية للمحاسبين القانونيين سالم الحداد
        following = self.classes[index + 1]
        if self.forms[index + 1] == "بن" and classes & _MAYBE_NAME:
            return True  # حزب النخلة الطاهر بن سالم
        if following & (BREAK | CLITIC):
            return False
        if self.forms[index + 1].startswith("ال"):
            return bool(classes & _MAYBE_NAME and following & FAMILY)
        nisba = classes & ADJECTIVE and not classes & (NOUN | _MAYBE_NAME) and form.endswith(("ي", "يه"))
        if nisba and form not in self.grammar.person_adjectives:
            return False  # مجلس الضمان الصحي التعاوني محمد الفلاني
        given = following & GIVEN and (self.forms[index + 1] != "علي" or self._is_written_as_name(index + 1))
        return bool(given) or (bool(classes & _MAYBE_NAME) and not following)

    def _club_at(self, index: int, head: Head) -> int | None:
        """Index after the club of the gazetteer that stands at `index`: `النادي البنزرتي`."""
        known = self.names.get(index)
        if known is None or known.entry.kind != "club" or known.hit.proclitic or self.forms[index] in head.generic:
            return None
        return known.end

    def _joint_stock(self, index: int) -> int:
        """Index after a company's legal form behind its name, over a country: `شركة نوران فيتنام المساهمة العامة`."""
        first = index + (index < self.count and self.forms[index] in self.grammar.lands)
        if self.forms[first : first + 1] != [_JOINT_STOCK]:
            return index
        return first + 1 + (self.forms[first + 1 : first + 2] in ([LIMITED], ["العامه"]))

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
        unit = head.numbered and head.construct != "place"
        if head.kind not in _NAMED_AFTER and not unit:
            return head.word == "مكتب" and self._is_doctor(index)
        if self.forms[index] == "علي":  # which is a preposition as well
            return self.forms[index + 1 : index + 2] == ["بن"]
        return self.forms[index] in self.grammar.personal_titles or self._is_doctor(index)

    def _is_proper(self, index: int, head: Head) -> bool:
        """Whether a word that elsewhere ends a name begins a proper one: `قناة إم بي سي`, `جامعة الأمير سلطان`."""
        return self._is_known(index) or self._is_named_after(index, head) or self._is_initials(index)

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
        longer = self._to_legal_form(index) if head.kind == "company" else None
        if head.kind == "media" and self.classes[index] & LATIN:
            longer = self._foreign(index).end  # إذاعة MBC FM
        return Phrase(max(known.end, longer or 0), "name")

    def _is_of_province(self, index: int) -> bool:
        """`لجنة الحزب الإقليمية في` and a province that no lexicon has."""
        if self.forms[index - 1] not in self.grammar.provincial or index + 1 >= self.count:
            return False
        following = self.forms[index + 1]
        if index + 1 in self.places or following in self.grammar.place_levels or following in self.grammar.syllables:
            return True
        unlikely = self.classes[index + 1] & (VERB | ADJECTIVE | CLITIC | FUNCTION | BREAK | NOUN)
        return not unlikely and not following.startswith("ال")

    def _is_of_land(self, index: int, head: Head) -> bool:
        """`اتحاد المرأة في المحافظة`: a country or a level of place after an association says whose it is."""
        return head.kind in OF_LAND and self._is_land(index)
