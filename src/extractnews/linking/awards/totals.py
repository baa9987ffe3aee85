"""Whose awards are counted: the holder of a total, a tally or a place among those who won most."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.mentions import Place
from extractnews.linking.awards.phrases import NOMINAL, Phrases
from extractnews.linking.awards.sentences import Sentences
from extractnews.linking.awards.subjects import Subjects
from extractnews.words import ADJECTIVE, DEFINITE, KNOWN, PLACE, PREPOSED, VERB

_BEFORE_TALLY: Final = (":", "(", "-", ",", "ب", "برصيد")
_MOST: Final = ("اكثر", "الاكثر")
_MOST_REACH: Final = 6
"""Words between `أكثر` and what was won most often."""


class TotalHolders:
    """Finds the holders of one article's totals.

    Args:
        context: the article, and what its awards are read by.
        phrases: reads the noun phrases.
        sentences: knows a subject from an object.
        subjects: finds the verbs' subjects.
    """

    def __init__(self, context: RoleContext, phrases: Phrases, sentences: Sentences, subjects: Subjects) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._sentences = sentences
        self._subjects = subjects
        self._rankings = context.grammar.lists["rankings"]
        self._clause_verbs = context.grammar.lists["clause_verbs"]
        self._with_holder = context.patterns.roles["totals_with_holder"] | context.patterns.roles["totals_led"]
        self._of_holder = context.patterns.roles["totals_of_holder"]
        self._reader = context.reader
        self._totals = context.article.hits("award.total")
        self._total_ends = [hit.end for hit in self._totals]

    def of_total(self, draft: AwardDraft) -> Place | None:
        """`ويتضمن سجل الولايات المتحدة خمسة ألقاب`, `وجاء النصر في المرتبة الأولى بـ4 ألقاب`."""
        start = self._behind_total(draft)
        if start is not None:
            phrase = self._phrases.noun_phrase(start, draft.left)
            return self._sentences.subject_alone(phrase) or phrase if phrase else None
        owner = self._before_bracket(draft) or self._before_total(draft)
        if owner:
            return owner
        holder = self._subject_of_clause(draft) or self._subjects.earlier(draft, "recipient")
        return holder or self._subjects.of_sentence(draft.left, draft)

    def _before_bracket(self, draft: AwardDraft) -> Place | None:
        """Who stands right before a total in brackets: `متفوقا على الرجاء (6 ألقاب)`."""
        if not self._text.endswith(" (", 0, draft.left):
            return None
        words = self._article.words
        index, first = words.index_at(draft.left) - 2, words.index_at(draft.sentence[0])
        if index < first or not words.classes[index] & (DEFINITE | KNOWN | PLACE):
            return None
        phrase = self._phrases.phrase_back(index, first)
        if phrase is None or self._text.startswith("ل", phrase[0] - 1) or self._text[phrase[0]].isdigit():
            return None
        return phrase

    def _before_total(self, draft: AwardDraft) -> Place | None:
        """Who stands between a verb and what is his: `رفع الأهلي رصيده إلى 26 لقبا`."""
        index = bisect_right(self._total_ends, draft.left) - 1
        total = self._totals[index] if index >= 0 else None
        if total is None or total.start < draft.sentence[0]:
            return None
        if self._text[total.start : total.end] not in self._of_holder:
            return None
        words = self._article.words
        last, first = words.index_at(total.start) - 1, words.index_at(draft.sentence[0])
        phrase = self._phrases.phrase_back(last, first)
        if phrase is None:
            return None
        begin = words.index_at(phrase[0])
        if begin == last and words.forms[last].endswith("ا") and not words.classes[last] & (KNOWN | DEFINITE | PLACE):
            return None  # رافعا رصيده
        if words.classes[begin] & VERB:
            begin += 1  # رفع is a noun as well
        return (words.starts[begin], phrase[1]) if begin <= last else None

    def _behind_total(self, draft: AwardDraft) -> int | None:
        """Where the holder begins between a word of a total and the award: `سجل الولايات المتحدة خمسة ألقاب`."""
        index = bisect_right(self._total_ends, draft.left) - 1
        total = self._totals[index] if index >= 0 else None
        if total is None or total.start < draft.sentence[0]:
            return None
        if self._text[total.start : total.end] not in self._with_holder:
            return None
        words = self._article.words
        first = words.index_at(total.end)
        if words.classes[first] & ADJECTIVE and not words.classes[first] & (DEFINITE | KNOWN | PLACE):
            return None  # بحصيلة وافرة
        if len(self._text[total.end : draft.left].strip(" ,ب")) <= 2 or self._phrases.ends_phrase(first):
            return None
        return words.starts[first]

    def _subject_of_clause(self, draft: AwardDraft) -> Place | None:
        """The subject behind the last verb before an award: `وجاء النصر في المرتبة الأولى بـ4 ألقاب`."""
        words = self._article.words
        at = bisect_right(self._total_ends, draft.left) - 1
        own = at >= 0 and self._text[self._totals[at].start : self._totals[at].end] in self._of_holder
        behind = self._totals[at].start if own else draft.left  # ويبلغ رصيدها من المشاركات السابقة
        for index in range(words.index_at(behind) - 1, words.index_at(draft.sentence[0]) - 1, -1):
            if words.forms[index] in (",", ":"):
                return None
            if not words.classes[index] & VERB or words.classes[index] & NOMINAL:
                continue
            before = words.forms[index - 1].removeprefix("و") if index else ""
            begin = index + (before not in self._clause_verbs)  # تساوى هجر: a club's name that is a verb as well
            if begin > index and self._phrases.ends_phrase(begin):
                continue
            owner = words.classes[begin] & PREPOSED and words.forms[begin][0] == "ل"  # وكان لفريق الحي النصيب الأكبر
            phrase = self._phrases.noun_phrase(words.starts[begin] + bool(owner), draft.left)
            held = phrase and self._text[phrase[1] - 1] == "ا" and " " not in self._text[slice(*phrase)]
            alone = self._sentences.subject_alone(phrase) if phrase and not held else None
            if alone and not (self._reader.read(self._text, alone[0]) and self._text[alone[1] - 1] == "ا"):
                return alone  # and not 12 لقبا, which is held
        return None

    def of_tally(self, draft: AwardDraft) -> Place | None:
        """Whose medals are counted: `الصين: 40 ذهبية`, `الصين (40 ذهبية ...)`, `وجاءت الصين أولا بـ40 ذهبية`."""
        words = self._article.words
        index, first = words.index_at(draft.left) - 1, words.index_at(draft.sentence[0])
        while index >= first and words.forms[index] in _BEFORE_TALLY:
            index -= 1
        phrase = self._phrases.phrase_back(index, first)
        if phrase and self._text[phrase[0]].isdigit():
            phrase = self._subjects.earlier(draft, "recipient")  # 19 ميدالية (7 ذهب و5 فضية)
        phrase = phrase or self._subjects.of_sentence(draft.left, draft)
        return None if phrase and self._text[slice(*phrase)].isdigit() else phrase  # 12:10: "87 ذهبية"

    def leader(self, position: int, draft: AwardDraft) -> Place | None:
        """`يوفنتوس، أكثر الأندية فوزا باللقب`, `دورتموند متصدر قائمة الفرق الأكثر تتويجا`: who has won most."""
        words = self._article.words
        index, first = words.index_at(position) - 1, words.index_at(draft.sentence[0])
        most = next((at for at in range(index, max(first, index - _MOST_REACH), -1) if words.forms[at] in _MOST), None)
        if most is None:
            return None
        index = most - 1
        if words.forms[index] == ",":
            return self._phrases.phrase_back(index - 1, first)
        while index > first and words.forms[index] in self._rankings:
            index -= 1
        return self._phrases.phrase_back(index, first) if index < most - 1 else None
