"""The subject of the verb that confers an award, wherever it stands."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.words import Trigger
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.mentions import Mentions, Place, place_of
from extractnews.linking.awards.phrases import NOMINAL, Phrases
from extractnews.linking.awards.sentences import Sentences
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NAME_PART,
    NOUN,
    NUMBER,
    PARTICLE,
    PLACE,
    PLURAL,
    PREPOSED,
    VERB,
)

_SINCE_RE: Final = re.compile(r" منذ (?:عام |سنه )?[^\s,.]+ (?=\d)")
_LONGEST_CLAUSE: Final = 24
"""Words of a clause at most."""
_LED: Final = 12
"""Words between `قاد` and what it leads to."""
_LATE: Final = 60
"""Letters after an award in which its verb's subject may still come."""
_CARRIED: Final = 300
"""Letters between a verb and the masdar that it carries at most."""


class Subjects:
    """Finds the subjects of one article's verbs of conferring.

    Args:
        context: the article, and what its awards are read by.
        phrases: reads the noun phrases.
        sentences: finds the subjects of sentences.
        mentions: where officials are.
    """

    def __init__(self, context: RoleContext, phrases: Phrases, sentences: Sentences, mentions: Mentions) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._sentences = sentences
        self._mentions = mentions
        self._lists = context.grammar.lists
        self._patterns = context.patterns
        self._numbers = context.numbers
        self._reader = context.reader

    def before(self, position: int, draft: AwardDraft) -> Place | None:
        """The subject of a verb at an offset that does not follow it.

        `X الذي حصل`, `X، الفائز بـ`, `أن X حصدت`; for `وحصل` and `حصوله` that of the award before, or the sentence's.
        """
        words = self._article.words
        last = words.index_at(position) - 1
        first = words.index_at(draft.sentence[0])
        index = self._before_loose(last, first)
        if self._is_ours(index, draft):
            return None
        led = self._led_by(index, first, draft) or self._who_managed(index, first, draft)
        if led:
            return led
        hit = draft.trigger
        trigger: Trigger | None = hit.value if hit else None
        relative = index >= first and words.forms[index] in self._lists["relatives"]
        participle = trigger is not None and trigger.form == "participle" and position <= draft.left
        if participle and hit is not None and hit.proclitic == "و" and not relative:
            return self.earlier(draft, "recipient") or self.of_sentence(position, draft)
        achieved = relative and trigger is not None and trigger.pronoun and trigger.role == "get"
        if achieved and draft.rule == "awards.get":
            return self.of_sentence(position, draft)  # أبرز النتائج التي حققها: the pronoun is not the winner's
        if relative or participle:
            index -= relative
            while index >= first and words.forms[index] in (",", "-"):
                index -= 1
            phrase = self._phrases.phrase_back(index, first)
            if phrase:
                phrase = self._behind_name(phrase) if participle else phrase
                phrase = self._before_home(phrase, first) or self._club_of(phrase, draft) or phrase
            elif participle and hit is not None and self._is_winner(hit, words.forms[last]):
                return words.starts[last + 1] + len(hit.proclitic), hit.end  # مع الحائزين على جائزة النخلة
            leader = words.index_at(phrase[0]) if phrase and relative else 0
            if (
                leader > first + 1
                and words.forms[leader] in self._lists["rankings"]
                and words.forms[leader - 1] == "في"
            ):
                phrase = self._phrases.phrase_back(leader - 2, first) or phrase  # وتأتي مصر في مقدمة الدول التي
            if phrase and relative and words.classes[index] & CONJOINED and words.classes[index] & PLACE:
                phrase = words.starts[index] + 1, words.ends[index]  # والكويت التي نالت
            how = phrase and not relative and hit is not None and not hit.article
            if how and phrase and (self._is_preposed(phrase) or self._is_place_of(phrase, draft)):
                phrase = self.of_sentence(position, draft)  # فاز سالم بسباق الجري محرزا الذهبية
            return phrase or self.of_sentence(position, draft)
        if trigger is not None and hit is not None and (hit.proclitic or trigger.pronoun or last < first):
            known = self._of_deed(position, draft)
            known = known or (self.of_clause(position, draft) if self._clause_of_own(draft) else None)
            if known is None and self._tells_of_topic(position, draft):
                known = self.of_sentence(position, draft)
            known = known or self.earlier(draft, "giver" if trigger.role == "give" else "recipient")
            return known or self._agreeing(position, draft, index, first)
        phrase = self._phrases.phrase_back(index, first)
        if phrase and self._is_preposed(phrase, "ل") and not self._counted_in(phrase, draft):
            phrase = None  # رشح لعشر جوائز للفيلم حصد منها ثلاثا
        counted = self._counted_in(phrase, draft) if phrase else None
        if counted:
            return counted  # بينهم خمسة رفاق حصلوا
        if phrase and trigger is not None and trigger.form == "present" and self._is_first(phrase):
            return self.of_sentence(phrase[0], draft) or phrase  # كانت فلانة ... وأول عربية تفوز
        if phrase and self._opens(phrase, first):
            apposed = words.index_at(phrase[0]) > first and words.forms[words.index_at(phrase[0]) - 1] == ","
            return (
                (self.of_sentence(position, draft) if apposed else None)
                or self._sentences.subject_alone(phrase)
                or phrase
            )
        told = self._agreeing(position, draft, index, first)
        if told is None and words.forms[last] in self._lists["that_he"]:
            told = self.of_clause(position, draft)  # وسيعود سالم إلى المدينة، خصوصا أنه حصد لقب كذا
        return told or (None if self._is_adverbial(phrase, first) else phrase)

    def _is_winner(self, hit: Hit, before: str) -> bool:
        """Whether a participle names who got it: `مع الحائزين على جائزة النخلة`, `أعلن الوزير عن الفائز بالجائزة`."""
        trigger: Trigger = hit.value
        alone = before in self._lists["prepositions"] and trigger.status == "conferred"
        return hit.article == "ال" and (trigger.generic or alone)

    def _behind_name(self, phrase: Place) -> Place:
        """Of whom a participle speaks: `يتوج رئيس الاتحاد سالم الحمد | الفريق | الفائز بالكأس`."""
        words = self._article.words
        first = words.index_at(phrase[0])
        other = KNOWN | NAME_PART | MAYBE_NAME | PLACE | CONJOINED | PREPOSED | ADJECTIVE
        for index in range(words.index_at(phrase[1] - 1), first, -1):
            classes, before = words.classes[index], words.classes[index - 1]
            if not classes & NOUN or not classes & DEFINITE or classes & other or not before & KNOWN:
                continue
            if not before & NOUN or self._mentions.in_official(words.starts[index - 1]):
                return words.starts[index], phrase[1]
        return phrase

    def _before_home(self, phrase: Place, first: int) -> Place | None:
        """Who is from a phrase: `سالم الحمد من | جامعة المدينة | الفائز`, `614 من | الموظفات | الحاصلات`."""
        words = self._article.words
        index = words.index_at(phrase[0])
        if index - 2 >= first and words.forms[index - 1] == "من" and words.classes[index - 2] & NUMBER:
            return words.starts[index - 2], phrase[1]
        home = words.forms[index] in self._patterns.roles["homes"] or words.classes[index] & PLACE
        if not home or index - 1 <= first or words.forms[index - 1] != "من" or not words.classes[index - 2] & KNOWN:
            return None
        person = self._phrases.phrase_back(index - 2, first)
        joined = person is not None and words.classes[words.index_at(person[0])] & CONJOINED
        return (person[0] + 1, person[1]) if person and joined else person

    def _club_of(self, phrase: Place, draft: AwardDraft) -> Place | None:
        """`سالم الحمد رئيس | نادي النخلة | حامل اللقب`: it is the club's title, not its president's."""
        if draft.trigger is None or not self._text.startswith("حامل", draft.trigger.start):
            return None
        office = self._mentions.office_after(phrase[0])
        if office is None or office >= phrase[1]:
            return None
        clubs = self._mentions.named_in(office + 1, phrase[1])
        return clubs[-1] if clubs and clubs[-1][1] == phrase[1] else None

    def _counted_in(self, phrase: Place, draft: AwardDraft) -> Place | None:
        """A counted or indefinite plural right before its verb: `لـ18 معلما | فازوا`, `مجموعة معلمين | نالوا`."""
        hit = draft.trigger
        if hit is None or hit.value.role != "get" or hit.value.form != "past" or hit.proclitic:
            return None
        if hit.start - phrase[1] != 1:
            return None
        words = self._article.words
        for index in range(words.index_at(phrase[0]), words.index_at(phrase[1] - 1) + 1):
            start = words.starts[index] + (words.forms[index][0] == "ل" and self._is_attached(index))
            number = self._reader.read(self._text, start)
            if number and number.kind == "cardinal" and not number.definite and words.forms[index - 1] != "ال":
                place = start, phrase[1]
                return place if self._numbers.counted(self._text[slice(*place)]) else None
        first = words.classes[words.index_at(phrase[0])]
        people = first & NOUN and not first & (DEFINITE | KNOWN | MAYBE_NAME | PLACE | PREPOSED)
        return phrase if people and self._text.endswith("وا", 0, hit.end) else None

    def _is_attached(self, index: int) -> bool:
        """Whether a token begins with a preposition: it is known to, or unknown altogether."""
        classes = self._article.words.classes[index]
        return not classes or bool(classes & PREPOSED)

    def _is_ours(self, index: int, draft: AwardDraft) -> bool:
        """Whether the speaker got it: `فزنا بالكأس`, `حصولنا على الكأس`, `ما مكننا من الفوز`."""
        hit = draft.trigger
        if hit is None or hit.value.role != "get":
            return False
        if hit.value.form != "participle" and self._text.endswith("نا", hit.start + 2, hit.end):
            return True
        forms = self._article.words.forms
        leader = forms[index - 1] if index > 0 and forms[index] in ("من", "في", "الي") else ""
        return leader.endswith("نا") and leader.removesuffix("نا") in self._lists["leaders"]

    def _tells_of_topic(self, position: int, draft: AwardDraft) -> bool:
        """Whether a clause behind the award before begins with the topic's pronoun: `كما أنه سجل هدفين، وحصد اللقب`."""
        before = draft.previous
        if before is None or before.sentence[1] != draft.sentence[1] or not self._clause_of_own(draft):
            return False
        return not self._lists["that_he"].isdisjoint(self._text[before.end : position].split())

    def _of_deed(self, position: int, draft: AwardDraft) -> Place | None:
        """Whose the pronoun of a masdar is: `تأهل الفريق وحصوله على الكأس`, `وحاز الفريق المركز، بحصوله على ذهبية`."""
        hit = draft.trigger
        if hit is None or hit.value.form != "noun" or not hit.value.pronoun or hit.proclitic not in ("و", "ب"):
            return None
        words = self._article.words
        first, last = words.index_at(draft.sentence[0]), words.index_at(position)
        for index in range(last - 2, max(first, last - _LONGEST_CLAUSE) - 1, -1):
            form, following = words.forms[index], words.classes[index + 1]
            bare = form[1:] if form[0] in "بلو" and form[1:] in self._lists["outcomes"] else form
            if bare not in self._lists["outcomes"] or not following & (DEFINITE | GIVEN | PLACE):
                continue
            if not following & (CONJOINED | PREPOSED):
                return self._phrases.noun_phrase(words.starts[index + 1], position)
        return self.of_clause(position, draft) if hit.proclitic == "ب" else None

    def _is_preposed(self, phrase: Place, letters: str = "بل") -> bool:
        """Whether a preposition is attached to a phrase, so that it is no subject."""
        return phrase[0] > 0 and self._text[phrase[0] - 1] in letters

    def _is_place_of(self, phrase: Place, draft: AwardDraft) -> bool:
        """Whether a phrase is where or with whom something was done: `عاد إلى العاصمة محققا`."""
        hit, words = draft.trigger, self._article.words
        how = hit is not None and not hit.value.holder and self._text[hit.end - 1] in "اه"
        return how and words.forms[words.index_at(phrase[0]) - 1] in self._lists["prepositions"]

    def _is_first(self, phrase: Place) -> bool:
        """Whether a phrase only says as which the subject did it: `أول عربية`, `ثاني فريق`."""
        words = self._text[slice(*phrase)].split()
        return len(words) == 2 and words[0] in self._lists["ordinals"]

    def _is_adverbial(self, phrase: Place | None, first: int) -> bool:
        """Whether a phrase is a part of the time or place with which the sentence opens: `وأثناء حياته المهنية حصل`."""
        words = self._article.words
        first += words.forms[first] == "هذا"  # هذا وعقب المحاضرة قدم درع
        if phrase is None or not self._sentences.opens_adverbial(first):
            return False
        between = range(first + 2, words.index_at(phrase[0]))
        told = any(words.classes[index] & VERB and not words.classes[index] & NOMINAL for index in between)
        return not told and not any(words.forms[index] == "," for index in between)

    def _before_loose(self, index: int, first: int) -> int:
        """The last token up to one that is no auxiliary or adverb between a subject and its verb."""
        forms = self._article.words.forms
        loose, relatives = self._lists["loose"], self._lists["relatives"]
        while index >= first and forms[index] in loose and forms[index] not in relatives:
            index -= 1
        return index

    def _opens(self, phrase: Place, first: int) -> bool:
        """Whether a phrase begins a clause, so that it can be nothing but its subject."""
        words = self._article.words
        before = words.index_at(phrase[0]) - 1
        if before < first or words.forms[before] in (",", ":", "بينهم", "بينهن"):
            return True
        return self._sentences.opens_clause(before) or words.forms[before] in self._lists["connectives"]

    def _agreeing(self, position: int, draft: AwardDraft, index: int, first: int) -> Place | None:
        """The sentence's subject; where it does not agree with the verb, whom a relative clause before speaks of."""
        main = self.of_sentence(position, draft)
        if main and not self._agrees(main, draft):
            return self._antecedent_of_relative(index, first)
        return main

    def _clause_of_own(self, draft: AwardDraft) -> bool:
        """Whether a verb with و follows an award of its sentence, so that a clause may have come between."""
        hit, before = draft.trigger, draft.previous
        joined = hit is not None and hit.proclitic == "و" and hit.value.role == "get" and hit.value.form == "past"
        return joined and before is not None and before.sentence[1] == draft.sentence[1]

    def of_clause(self, position: int, draft: AwardDraft) -> Place | None:
        """`حقق سالم الذهبية، كما جمع الفريق أعلى النقاط وظفر بالفضية`: the subject of the clause between two awards."""
        words = self._article.words
        before = draft.previous
        start = before.end if before is not None and before.sentence[1] == draft.sentence[1] else draft.sentence[0]
        first, last = words.index_at(start), words.index_at(position)
        for index in range(last - 2, max(first, last - _LONGEST_CLAUSE) - 1, -1):
            form, classes = words.forms[index], words.classes[index]
            link = words.forms[index - 1]
            opened = link in self._lists["clause_links"] or (form[0] == "و" and classes & CONJOINED)
            following = words.classes[index + 1]
            other = NOMINAL & ~(NOUN | ADJECTIVE if link == "كما" else NOUN)
            if not opened or not classes & VERB or classes & other or self._phrases.ends_phrase(index + 1):
                continue
            if following & (DEFINITE | GIVEN | PLACE) and not following & (CONJOINED | PREPOSED):
                phrase = self._phrases.noun_phrase(words.starts[index + 1], position)
                return self._sentences.subject_alone(phrase) if phrase else None
        return None

    def _agrees(self, phrase: Place, draft: AwardDraft) -> bool:
        """Whether a subject before its verb can be it by gender; of a feminine noun the verb is feminine."""
        hit = draft.trigger
        if hit is None or hit.value.form not in ("past", "present") or hit.value.pronoun or hit.value.masdar:
            return True
        words = self._article.words
        index = words.index_at(phrase[0])
        form, classes = words.forms[index], words.classes[index]
        verb = self._text[hit.start : hit.end]
        feminine_verb = (
            verb.endswith(("ت", "تا")) if hit.value.form == "past" else verb.lstrip("س").startswith(("ت", "ن"))
        )
        named = classes & (KNOWN | PLACE | MAYBE_NAME)
        feminine = form.endswith(("ه", "ات")) or classes & PLURAL
        people = form.startswith("ال") and form.endswith("ون") and classes & ADJECTIVE and not named
        if people and not verb.endswith(("وا", "ون", "ت")):
            return False  # أكد المنظمون مشاركة اللاعب الذي فاز
        return feminine_verb or verb.endswith(("وا", "ون", "ا")) or not (feminine and classes & NOUN and not named)

    def _antecedent_of_relative(self, index: int, first: int) -> Place | None:
        """Of which man a relative clause before token `index` speaks: `لفلان الذي سجل الهدف، وأحرز اللقب`."""
        words = self._article.words
        for pronoun in range(index, first, -1):
            if words.forms[pronoun] in self._lists["relatives"] and not words.forms[pronoun].endswith("التي"):
                last = pronoun - 1
                while last > first and (words.forms[last] == "," or words.classes[last] & PARTICLE):
                    last -= 1  # المصنف العاشر عالميا، الذي
                return self._phrases.phrase_back(last, first)
        return None

    def _led_by(self, index: int, first: int, draft: AwardDraft) -> Place | None:
        """`قاد المدرب فريقه للفوز باللقب`, `قادا فريقهما إلى إحراز اللقب`: who was led got it."""
        hit = draft.trigger
        words = self._article.words
        if hit is None or hit.value.form != "noun" or hit.value.pronoun:
            return None
        if index >= first and words.forms[index] in ("الي", "نحو", "في"):
            index -= 1
        elif not hit.proclitic.endswith("ل") and hit.article != "ل":
            return None
        for leader in range(index, max(first, index - _LED) - 1, -1):
            form = words.forms[leader]
            if (form[1:] if form[0] in "وف" else form) in self._lists["leaders"]:
                led = self._led_alone(self._phrases.phrase_back(index, leader + 1))
                lam = led and words.forms[leader + 1].startswith("ل") and led[0] == words.starts[leader + 1]
                return (led[0] + 1, led[1]) if led and lam else led  # قيادته لمنتخب بلاده
        return None

    def _led_alone(self, phrase: Place | None) -> Place | None:
        """Whom somebody led without who did: `قاد | ميسي | برشلونة`, `قاد | سالم الحمد | فريق النخلة`."""
        if phrase is None:
            return None
        words = self._article.words
        for index in range(words.index_at(phrase[0]) + 1, words.index_at(phrase[1] - 1) + 1):
            if words.forms[index] in self._patterns.roles["homes"] and words.classes[index - 1] & KNOWN:
                return words.starts[index], phrase[1]
        if not words.classes[words.index_at(phrase[0])] & KNOWN:
            return phrase
        inside = self._mentions.named_in(phrase[0] + 1, phrase[1])
        return inside[-1] if inside and inside[-1][1] == phrase[1] else phrase

    def _who_managed(self, index: int, first: int, draft: AwardDraft) -> Place | None:
        """`وتمكن الفريق الوطني من حصد كأسين`: the subject of the success that carries a masdar."""
        hit = draft.trigger
        words = self._article.words
        masdar = hit is not None and not hit.value.pronoun and (hit.value.form == "noun" or hit.value.masdar)
        if not masdar or index < first or words.forms[index] not in ("من", "في"):
            return None
        for verb in range(index - 1, max(first, index - _LED) - 1, -1):
            form = words.forms[verb]
            if form == ",":
                return None
            if (form[1:] if form[0] in "وف" else form) in self._lists["success"]:
                if self._phrases.ends_phrase(verb + 1):
                    return None
                phrase = (
                    self._phrases.noun_phrase(words.starts[verb + 1], words.starts[index]) if verb + 1 < index else None
                )
                return self._sentences.subject_alone(phrase) if phrase else None
        return None

    def earlier(self, draft: AwardDraft, role: str) -> Place | None:
        """The same role of the award before, where that stands in the same sentence."""
        before = draft.previous
        return (
            place_of(before.fields.get(role))
            if before is not None and before.sentence[1] == draft.sentence[1]
            else None
        )

    def of_sentence(self, position: int, draft: AwardDraft) -> Place | None:
        """The first noun phrase of an award's sentence that can be the subject of a verb at an offset."""
        return self._sentences.main_subject(draft.sentence[0], position)

    # --- other places ---

    def of_main_clause(self, draft: AwardDraft) -> Place | None:
        """`بعد إحرازه اللقب، تلقى النادي التهنئة`: whom a masdar means with which the sentence opens."""
        words = self._article.words
        hit, first = draft.trigger, words.index_at(draft.sentence[0])
        if (
            hit is None
            or hit.value.form != "noun"
            or not hit.value.pronoun
            or not self._sentences.opens_adverbial(first)
        ):
            return None
        comma = self._text.find(",", draft.end, min(draft.sentence[1], draft.end + 2 * _LATE))
        if comma < 0 or "," in self._text[draft.sentence[0] : hit.start]:
            return None
        limit = draft.sentence[1]
        return self._sentences.first_phrase(words.index_at(comma) + 1, words.index_at(limit), limit)

    def late(self, draft: AwardDraft) -> Place | None:
        """`تقاسم الجائزة الليبي سالم والتونسي علي`: the award stands between the verb and its subject."""
        assert draft.trigger is not None
        words = self._article.words
        several = self._patterns.all_of_re.match(self._text, draft.end, min(draft.sentence[1], draft.end + _LATE))
        if several:  # نال الجائزة في صنف كذا كل من فلان وفلان
            return self._phrases.list_phrase(several.end(), draft.sentence[1])
        position = self._behind_asides(draft)
        index = words.index_at(position)
        if index >= len(words) or words.starts[index] != position or self._text[position - 1] not in " :":
            return None
        counted = self._reader.read(self._text, position)
        classes = words.classes[index]
        if counted and counted.definite:
            return None
        if counted and counted.kind == "cardinal" and not (classes & NUMBER and counted.value > 1900):
            phrase = self._phrases.noun_phrase(position, draft.sentence[1])
            return phrase if phrase and self._numbers.counted(self._text[slice(*phrase)]) else None
        titled = words.forms[index] in self._lists["late_heads"]
        headed = words.forms[index] in self._lists["person_heads"]
        placed = classes & PLACE and draft.form.possessed  # البطولة التي حصدت لقبها مصر
        named = (titled or headed or placed or classes & (DEFINITE | GIVEN)) and not classes & (PREPOSED | CONJOINED)
        if not named or self._phrases.ends_phrase(index) or draft.trigger.value.weak:
            return None
        person = classes & GIVEN or titled or headed or placed
        return self._phrases.named_list(position, draft.sentence[1]) if person or not draft.marker else None

    def _behind_asides(self, draft: AwardDraft) -> int:
        """Where an award's late subject may begin: behind an adverb, or what it was won in, where a person follows.

        `فاز بالجائزة حتى الآن 90 شاعرا`, `فاز بجائزة الدولة في الآداب الدكتور سالم`
        """
        field = self._patterns.field_re.match(self._text, draft.end)
        if field and field.end() < draft.sentence[1]:
            return field.end()
        since = _SINCE_RE.match(self._text, draft.end)
        if since:
            return since.end()
        adverbs = self._patterns.adverbs_re.match(self._text, draft.end + 1)
        return adverbs.end() if adverbs and self._text[draft.end] == " " else draft.end + 1

    def doer(self, draft: AwardDraft) -> Place | None:
        """`قام المدير بتكريم ...`, `تولت الوزيرة تقليد ...`: the subject of the verb that carries the masdar."""
        assert draft.trigger is not None
        start = draft.trigger.start
        match = self._patterns.doer_re.search(self._text, max(draft.sentence[0], start - _CARRIED), start)
        if match is None or match[0].lstrip("وف").startswith("تم "):
            return None
        if not match[1].strip():
            return self.earlier(draft, "giver") or self.before(match.start(), draft)
        within = self._mentions.officials_in(*match.span(1))
        official = within[0][1] if within and within[0][1] <= match.end(1) else None
        order = self._patterns.order_re.search(self._text, *match.span(1))
        return match.start(1), official or (order.start() if order else match.end(1))
