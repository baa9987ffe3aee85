"""The subject of the verb that confers an award, wherever it stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from extractnews.article import ScannedArticle
from extractnews.extractors.award_drafts import AwardDraft, as_written
from extractnews.extractors.award_grammar import AwardGrammar
from extractnews.extractors.award_words import Trigger
from extractnews.linking.award_counts import RecipientNumbers
from extractnews.linking.award_mentions import Mentions, Place, place_of
from extractnews.linking.award_patterns import RolePatterns
from extractnews.linking.award_phrases import MARK, NOMINAL, VERB_OR_FUNCTION, Phrases
from extractnews.numerals import NumeralReader
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NAME_PART,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    VERB,
)

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
        article: the article.
        phrases: reads the noun phrases.
        mentions: where officials are.
        grammar: the word lists of awards.
        patterns: the word lists and patterns of roles.
        numbers: reads the numbers of recipients.
        reader: reads numbers.
    """

    def __init__(
        self,
        article: ScannedArticle,
        phrases: Phrases,
        mentions: Mentions,
        grammar: AwardGrammar,
        patterns: RolePatterns,
        numbers: RecipientNumbers,
        reader: NumeralReader,
    ) -> None:
        self._article = article
        self._text = article.text
        self._phrases = phrases
        self._mentions = mentions
        self._lists = grammar.lists
        self._patterns = patterns
        self._numbers = numbers
        self._reader = reader
        self._totals = article.hits("award.total")
        self._total_ends = [hit.end for hit in self._totals]

    def before(self, position: int, draft: AwardDraft) -> Place | None:
        """The subject of a verb at an offset that does not follow it.

        `X الذي حصل`, `X، الفائز بـ`, `أن X حصدت`; for `وحصل` and `حصوله` that of the award before, or the sentence's.
        """
        words = self._article.words
        last = words.index_at(position) - 1
        first = words.index_at(draft.sentence[0])
        index = self._before_loose(last, first)
        led = self._led_by(index, first, draft)
        if led:
            return led
        hit = draft.trigger
        trigger: Trigger | None = hit.value if hit else None
        relative = index >= first and words.forms[index] in self._lists["relatives"]
        participle = trigger is not None and trigger.form == "participle" and position <= draft.left
        if participle and hit is not None and hit.proclitic == "و" and not relative:
            return self.earlier(draft, "recipient") or self.of_sentence(position, draft)
        if relative or participle:
            index -= relative
            while index >= first and words.forms[index] in (",", "-"):
                index -= 1
            return self._phrases.phrase_back(index, first) or self.of_sentence(position, draft)
        if trigger is not None and hit is not None and (hit.proclitic or trigger.pronoun or last < first):
            known = self.of_clause(position, draft) if self._clause_of_own(draft) else None
            known = known or self.earlier(draft, "giver" if trigger.role == "give" else "recipient")
            return known or self._agreeing(position, draft, index, first)
        phrase = self._phrases.phrase_back(index, first)
        if phrase and self._opens(phrase, first):
            apposed = words.index_at(phrase[0]) > first and words.forms[words.index_at(phrase[0]) - 1] == ","
            return (self.of_sentence(position, draft) if apposed else None) or phrase
        return self._agreeing(position, draft, index, first) or phrase

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
        if before < first or words.forms[before] in (",", ":"):
            return True
        return self._opens_clause(before) or words.forms[before] in self._lists["connectives"]

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
            opened = words.forms[index - 1] in self._lists["clause_links"] or (form[0] == "و" and classes & CONJOINED)
            following = words.classes[index + 1]
            if not opened or not classes & VERB or classes & (NOMINAL & ~NOUN) or self._phrases.ends_phrase(index + 1):
                continue
            if following & (DEFINITE | GIVEN | PLACE) and not following & (CONJOINED | PREPOSED):
                phrase = self._phrases.noun_phrase(words.starts[index + 1], position)
                return self._subject_alone(phrase) if phrase else None
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
        return feminine_verb or verb.endswith(("وا", "ون", "ا")) or not (feminine and classes & NOUN and not named)

    def _antecedent_of_relative(self, index: int, first: int) -> Place | None:
        """Of whom a relative clause before token `index` speaks: `لفلان الذي سجل الهدف، وأحرز اللقب`."""
        words = self._article.words
        for pronoun in range(index, first, -1):
            if words.forms[pronoun] in self._lists["relatives"]:
                return self._phrases.phrase_back(pronoun - 1, first)
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
                led = self._phrases.phrase_back(index, leader + 1)
                lam = led and words.forms[leader + 1].startswith("ل") and led[0] == words.starts[leader + 1]
                return (led[0] + 1, led[1]) if led and lam else led  # قيادته لمنتخب بلاده
        return None

    def earlier(self, draft: AwardDraft, role: str) -> Place | None:
        """The same role of the award before, where that stands in the same sentence."""
        before = draft.previous
        return (
            place_of(before.fields.get(role))
            if before is not None and before.sentence[1] == draft.sentence[1]
            else None
        )

    # --- the subject of the sentence ---

    def of_sentence(self, position: int, draft: AwardDraft) -> Place | None:
        """The first noun phrase of the clause: after `أن`, else of the sentence, behind its verb."""
        words = self._article.words
        first, last = words.index_at(draft.sentence[0]), words.index_at(position)
        for index in range(first, last):
            if self._opens_clause(index):
                inner = self.first_phrase(index + 1, last, position)
                if inner:
                    return inner
        return self.first_phrase(first, last, position)

    def _opens_clause(self, index: int) -> bool:
        """Whether a token is أن; the Vietnamese name آن has the same letters in the folded text."""
        words = self._article.words
        if words.forms[index] not in ("ان", "وان"):
            return False
        return "آ" not in as_written(self._article, words.starts[index], words.ends[index])

    def first_phrase(self, first: int, last: int, position: int) -> Place | None:
        """The first noun phrase of a clause from token `first` on, behind its verb."""
        words = self._article.words
        lead = words.forms[first] if first < last else ""
        if lead not in self._lists["connectives"] and self._is_adverbial(first, last):
            # وعلى صعيد آخر، ...: the clause begins after the comma
            comma = next((index for index in range(first, last) if words.forms[index] == ","), last)
            return self.first_phrase(comma + 1, last, position) if comma + 1 < last else None
        while first < last and (words.forms[first] in self._lists["connectives"] or words.classes[first] & MARK):
            first += 1
        verbs = 0
        while first < last and verbs < 2 and self._is_verb(first, verbs):
            first += 1
            verbs += 1
        if first >= last:
            return None
        form, classes = words.forms[first], words.classes[first]
        if form.startswith("ل") and verbs and (classes & PREPOSED or not classes):  # سبق لفلان أن
            return self._phrases.noun_phrase(words.starts[first] + 1, position)
        if form in self._lists["phrase_ends"] or (classes & VERB_OR_FUNCTION and not classes & NOMINAL):
            return None
        conjoined = form[0] == "و" and len(form) > 3 and (classes & CONJOINED or not classes)
        phrase = self._phrases.noun_phrase(words.starts[first] + bool(conjoined), position)
        return self._subject_alone(phrase) if phrase else None

    def _is_adverbial(self, index: int, last: int) -> bool:
        """Whether a clause begins with a time, place or reason, which a comma ends."""
        words = self._article.words
        if index >= last:
            return False
        lead, adverbial = words.forms[index], self._lists["adverbial"]
        return lead in adverbial or (lead[0] in "وف" and lead[1:] in adverbial)

    def _is_verb(self, index: int, skipped: int) -> bool:
        """Whether a token is a verb, after `skipped` verbs of the clause."""
        words = self._article.words
        classes = words.classes[index]
        if skipped and words.forms[index - 1] in self._patterns.roles["auxiliaries"]:
            skipped = 0
        other = PLACE | FAMILY | (NOUN if skipped else 0)
        if classes & GIVEN and index + 1 < len(words):  # واصل الفيلم مسيرته
            other |= 0 if words.classes[index + 1] & DEFINITE and not skipped else GIVEN
        return bool(classes & VERB) and not classes & other

    def _subject_alone(self, phrase: Place) -> Place | None:
        """A subject without the object that follows it; None where the phrase is an object itself (`أداء رائعا`)."""
        words = self._article.words
        first = words.index_at(phrase[0])
        if self._reader.read(self._text, phrase[0]) and not self._numbers.counted(self._text[slice(*phrase)]):
            return None  # ثمانية أعوام
        name = KNOWN | NAME_PART
        named = bool(words.classes[first] & (name | PLACE))
        for index in range(first, len(words)):
            if words.starts[index] >= phrase[1]:
                break
            form, classes = words.forms[index], words.classes[index]
            accusative = form.endswith("ا") and classes & ADJECTIVE and not classes & (DEFINITE | name)
            if accusative and index > first and not words.classes[first] & DEFINITE and not named:
                return None
            before = words.classes[index - 1] & (DEFINITE | name) if index > first else 0
            if before and classes & POSSESSED and classes & NOUN and not classes & (CONJOINED | name):
                return phrase[0], words.ends[index - 1]  # اختتم الوفد الرياضي مشاركته
            common = classes & NOUN and not classes & (name | MAYBE_NAME | ADJECTIVE | PLACE)
            if index > first and named and common:
                return phrase[0], words.ends[index - 1]
            named = named and bool(classes & (name | MAYBE_NAME))
        return phrase

    # --- other places ---

    def late(self, draft: AwardDraft) -> Place | None:
        """`تقاسم الجائزة الليبي سالم والتونسي علي`: the award stands between the verb and its subject."""
        assert draft.trigger is not None
        words = self._article.words
        several = self._patterns.all_of_re.match(self._text, draft.end, min(draft.sentence[1], draft.end + _LATE))
        if several:  # نال الجائزة في صنف كذا كل من فلان وفلان
            return self._phrases.list_phrase(several.end(), draft.sentence[1])
        position = draft.end + 1
        index = words.index_at(position)
        if index >= len(words) or words.starts[index] != position or self._text[draft.end] != " ":
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
        named = (titled or headed or classes & (DEFINITE | GIVEN)) and not classes & (PREPOSED | CONJOINED)
        if not named or self._phrases.ends_phrase(index) or draft.trigger.value.weak:
            return None
        heads = self._lists["person_heads"] | self._lists["late_heads"]
        person = classes & GIVEN or words.forms[index] in heads
        return self._phrases.named_list(position, draft.sentence[1]) if person or not draft.marker else None

    def doer(self, draft: AwardDraft) -> Place | None:
        """`قام المدير بتكريم ...`, `تولت الوزيرة تقليد ...`: the subject of the verb that carries the masdar."""
        assert draft.trigger is not None
        start = draft.trigger.start
        match = self._patterns.doer_re.search(self._text, max(draft.sentence[0], start - _CARRIED), start)
        if match is None or match[0].lstrip("وف").startswith("تم "):
            return None
        if not match[1].strip():
            return self.before(match.start(), draft)
        within = self._mentions.officials_in(*match.span(1))
        official = within[0][1] if within and within[0][1] <= match.end(1) else None
        return match.start(1), official or match.end(1)

    def leader(self, position: int, draft: AwardDraft) -> Place | None:
        """`يوفنتوس، أكثر الأندية فوزا باللقب`, `دورتموند متصدر قائمة الفرق الأكثر تتويجا`: who has won most."""
        words = self._article.words
        index, first = words.index_at(position) - 1, words.index_at(draft.sentence[0])
        most = next(
            (at for at in range(index, max(first, index - 6), -1) if words.forms[at] in ("اكثر", "الاكثر")), None
        )
        if most is None:
            return None
        index = most - 1
        if words.forms[index] == ",":
            return self._phrases.phrase_back(index - 1, first)
        while index > first and words.forms[index] in self._lists["rankings"]:
            index -= 1
        return self._phrases.phrase_back(index, first) if index < most - 1 else None

    def of_total(self, draft: AwardDraft) -> Place | None:
        """`ويتضمن سجل الولايات المتحدة خمسة ألقاب`, `وجاء النصر في المرتبة الأولى بـ4 ألقاب`."""
        words = self._article.words
        index = bisect_right(self._total_ends, draft.left) - 1
        total = self._totals[index] if index >= 0 and self._totals[index].start >= draft.sentence[0] else None
        if total:
            gap = self._text[total.end : draft.left].strip(" ,ب")
            index = words.index_at(total.end)
            named = self._text[total.start : total.end] in self._patterns.roles["totals_with_holder"]
            if len(gap) > 2 and not self._phrases.ends_phrase(index) and named:
                return self._phrases.noun_phrase(words.starts[index], draft.left)
        for index in range(words.index_at(draft.left) - 1, words.index_at(draft.sentence[0]) - 1, -1):
            if words.forms[index] in (",", ":"):
                break
            if words.classes[index] & VERB and not words.classes[index] & NOMINAL:
                phrase = (
                    self._phrases.noun_phrase(words.starts[index + 1], draft.left)
                    if not self._phrases.ends_phrase(index + 1)
                    else None
                )
                held = phrase and self._text[phrase[1] - 1] == "ا" and " " not in self._text[slice(*phrase)]
                alone = self._subject_alone(phrase) if phrase and not held else None
                counted = alone and self._reader.read(self._text, alone[0])
                if alone and not (counted and self._text[alone[1] - 1] == "ا"):
                    return alone
        return self.earlier(draft, "recipient") or self.of_sentence(draft.left, draft)
