"""Who gave and who got an award by a verb of giving or honouring: `منح الوزير الشاعر وساما`."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.words import Trigger
from extractnews.linking.awards.adjuncts import Adjuncts
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.mentions import Place, place_of
from extractnews.linking.awards.phrases import Phrases
from extractnews.linking.awards.subjects import Subjects
from extractnews.linking.awards.totals import TotalHolders
from extractnews.words import DEFINITE, GIVEN, KNOWN, NOUN, PLACE, POSSESSED, PREPOSED

Roles = tuple[Place | None, Place | None]
"""Giver and recipient."""

_HIMSELF_RE: Final = re.compile(r" (?:بنفسه|بنفسها|بانفسهم|شخصيا|بيده|بيدها)(?!\w)")
_SHORTEST: Final = 4
"""Letters of a giver at least."""
_HONOURING_RE: Final = re.compile(r"(?<!\w)[لب]?تكريم ([^\s,.;:][^,.;:\n]{2,60}?) ?,? ?و$")
_LAM_RE: Final = re.compile(r" ل(?=\w{3})")
_ONTO_RE: Final = re.compile(r" علي (?=\S)")


def gives_himself(text: str, draft: AwardDraft) -> bool:
    """Whether an award is said to be given by the giver's own hand: `سلم الرئيس الكأس بنفسه`."""
    return _HIMSELF_RE.match(text, draft.end) is not None


class GivingReader:
    """Finds the roles about one article's verbs of giving and honouring.

    Args:
        context: the article, and what its awards are read by.
        phrases: reads the noun phrases.
        subjects: finds the verbs' subjects.
        totals: finds who has won most.
        adjuncts: tells passives.
    """

    def __init__(
        self,
        context: RoleContext,
        phrases: Phrases,
        subjects: Subjects,
        totals: TotalHolders,
        adjuncts: Adjuncts,
    ) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._subjects = subjects
        self._totals = totals
        self._adjuncts = adjuncts
        self._giver_heads = context.grammar.lists["giver_heads"]
        self._person_heads = context.grammar.lists["person_heads"]
        self._late_heads = context.grammar.lists["late_heads"]
        self._adjunct_re = context.patterns.adjunct_re
        self._plurals = context.grammar.lists["plurals"]
        self._styled = context.grammar.lists["styled"]
        self._winners = context.grammar.lists["winners"]
        self._to_him_re = context.patterns.to_him_re
        self._relatives = context.grammar.lists["relatives"]
        self._ceremonies = tuple(f"{word} " for word in context.grammar.lists["ceremonies"])
        self._handers = context.grammar.lists["handers"]
        self._gifts = context.patterns.roles["gifts"]

    def roles(self, draft: AwardDraft, gap: Place | None, after: Place | None, by: Place | None) -> Roles:
        """The roles about a verb of giving or honouring.

        Args:
            draft: the award.
            gap: what stands between the verb and it.
            after: the recipient behind it.
            by: the giver behind it.
        """
        assert draft.trigger is not None
        start = draft.trigger.start
        trigger: Trigger = draft.trigger.value
        gives = trigger.role == "give"
        if trigger.running:
            return None, self._totals.leader(start, draft) or self._subjects.before(start, draft)
        if trigger.pronoun:
            return self._giving_him(draft, gap, after, by)
        if gap and gives and self._names_gift(gap):
            gap = None
        if gives and after:
            done = (
                gap and trigger.form == "noun" and self._adjuncts.is_done(draft)
            )  # تم توزيع هدايا وكذلك جوائز للفائزين
            return by if done else gap or by or self._hander(draft), after
        him = self._to_him_re.match(self._text, draft.trigger.end) if gives and gap is None else None
        if him and trigger.form in ("past", "present"):  # قدم له الوزير درعا
            return by or self._phrases.noun_phrase(him.end(), draft.left), None
        if gap is None:
            honoured = not gives or draft.marker == "ب"
            told = self._subjects.before(start, draft) if honoured or trigger.form == "present" else None
            first = self._text[slice(*told)].partition(" ")[0] if told else ""
            if gives and not after and self._is_plural_passive(draft):
                return by, self._subjects.before(start, draft)  # وأن ثلاث أمهات مُنحن اليوم لقب كذا
            by = by or (self._subjects.doer(draft) if gives and self._is_masdar(draft) else None)
            if told and gives and first not in self._winners and self._is_hander(draft):
                return by or told, after  # الوزيرة تقدم الكأس
            return (by, told) if honoured or first in self._winners else (by, after)  # البطل سيمنح الكأس
        onto = _ONTO_RE.search(self._text, *gap) if draft.marker == "ب" and gives else None
        if onto:  # أنعم الملك على فلان بوسام
            return (gap[0], onto.start()) if onto.start() > gap[0] else by, (onto.end(), gap[1])
        if by or self._adjuncts.is_passive(draft):
            return by, gap
        if self._is_masdar(draft):
            doer = self._subjects.doer(draft)
            if doer is None and draft.trigger.proclitic == "ب":
                doer = self._subjects.before(start, draft)
            return doer, gap
        if trigger.form == "participle":
            return None, self._subjects.before(start, draft)
        return self._giving_in_gap(draft, gap)

    def _giving_him(self, draft: AwardDraft, gap: Place | None, after: Place | None, by: Place | None) -> Roles:
        """The roles about a verb with a pronoun, which is the recipient's or, of a masdar, the doer's."""
        assert draft.trigger is not None
        start = draft.trigger.start
        trigger: Trigger = draft.trigger.value
        if draft.trigger.proclitic == "و" and not gap and not after:
            honoured = _HONOURING_RE.search(self._text, draft.sentence[0], start)
            if honoured:  # حفل لتكريم ثلاث أمهات، ومنحهن لقب كذا
                return by, honoured.span(1)
        if trigger.form == "noun":
            if trigger.role == "honour":
                return by, after or gap or self._subjects.before(start, draft)  # بعد تتويجها باللقب
            if gap and not after and not self._names_somebody(gap):
                return by, None  # تسليمه تذكارا وشهادة
            return by or self._subjects.doer(draft) or self._subjects.before(start, draft), after or gap
        words = self._article.words
        first, index = words.index_at(draft.sentence[0]), words.index_at(start) - 1
        doer = None if gap or draft.trigger.proclitic else self._phrases.phrase_back(index, first)
        got = self._subjects.earlier(draft, "recipient") or self._subjects.of_sentence(start, draft)
        giver = gap or by or doer or self._subjects.earlier(draft, "giver")
        cheered = self._cheered_in(got) if got and not giver else None
        if got and cheered:  # احتفى النادي بأبطاله وسلمهم شهادات
            return (got[0], cheered - 1), (cheered + 1, got[1])
        second = self._phrases.second_phrase(got) if got and not giver else None
        if got and second:  # كرمت الوزارة الفنان فلان ومنحته درعا
            return (got[0], second), self._phrases.noun_phrase(second, got[1])
        return giver, after or (got if got != giver else None)

    def _cheered_in(self, phrase: Place) -> int | None:
        """Where the ب stands in a subject's phrase whose noun is whom the subject celebrates."""
        words = self._article.words
        for index in range(words.index_at(phrase[0]) + 1, words.index_at(phrase[1] - 1) + 1):
            classes = words.classes[index]
            if words.forms[index][0] == "ب" and classes & PREPOSED and classes & NOUN and not classes & (KNOWN | PLACE):
                return words.starts[index]
        return None

    def _giving_in_gap(self, draft: AwardDraft, gap: Place) -> Roles:
        """The roles about a verb with no other sign than what stands between it and the award.

        `منح الوزير الشاعر وساما` names both, `منحت اللجنة 3 جوائز` the giver, `منح الشاعر وساما` the recipient.
        """
        assert draft.trigger is not None
        start = draft.trigger.start
        gives = draft.trigger.value.role == "give"
        style = self._text[slice(*gap)].partition(" ")[0]
        if style in self._styled:  # منح جلالته السفير وساما, وشح جلالته بالوسام السفير
            rest = gap[0] + len(style) + 1
            late = self._subjects.late(draft) if rest > gap[1] else None
            if rest < gap[1]:
                return (gap[0], rest - 1), (rest, gap[1])
            if late:
                return gap, late
        for to in _LAM_RE.finditer(self._text, *gap):  # قدم المصرف للأمير فلان درعا
            if gives and self._is_person(to.start() + 1):
                return (gap[0], to.start()), self._phrases.noun_phrase(to.end(), gap[1])
        adjunct = self._adjunct_re.search(self._text, *gap)
        if adjunct and adjunct[0].startswith(" في ") and self._text.startswith("توج", start):
            gap = gap[0], adjunct.start()  # توج الفريق في ختام الدورة الثالثة للرماية بالكأس
        second = self._phrases.second_phrase(gap)
        if not second and not self._text.startswith("منح", start):  # قلد الوزير الدكتور فلان; منح is mostly passive
            second = self._phrases.titled_apart(gap[0])
        if second:
            return (gap[0], second), self._phrases.noun_phrase(second, gap[1])
        if self._is_handed_by(draft, gap):
            return gap, None
        head = (self._text[slice(*gap)].split() or [""])[0]
        owned = self._article.words.classes[self._article.words.index_at(gap[0])] & POSSESSED  # ومنح تلاميذها 9 شهادات
        several = draft.number is not None and draft.number.value > 1 and not owned
        if gives and (head in self._giver_heads or (several and head not in self._plurals)):
            return gap, None
        last = self._text[draft.sentence[0] : start].split()[-1:]
        beside = draft.trigger.value.form == "past" and gap[0] == draft.trigger.end + 1
        if beside and last and last[0] in self._relatives:
            return self._subjects.before(start, draft), gap  # الوزير الذي كرم الشركة بدرع
        draft.guessed = gives
        if draft.trigger.value.form == "past" and self._starts_clause(start, draft):
            return None, gap
        return (self._subjects.before(start, draft) if gives else None), gap

    def _is_masdar(self, draft: AwardDraft) -> bool:
        """Whether an award's verb is a masdar, also one that is written like a past: `تفضل بمنح`, `قرر الوالي منح`."""
        hit = draft.trigger
        if hit is None or hit.value.form == "noun" or not hit.value.masdar:
            return hit is not None and hit.value.form == "noun"
        return hit.proclitic[-1:] in ("ب", "ل") or (not hit.proclitic and self._subjects.doer(draft) is not None)

    def _is_plural_passive(self, draft: AwardDraft) -> bool:
        """Whether the verb is a passive whose ending means several, who stand before it: `مُنحوا`, `مُنحن`."""
        hit = draft.trigger
        assert hit is not None
        ended = hit.value.form == "past" and self._text.endswith(("وا", "ن"), hit.start, hit.end)
        return ended and self._adjuncts.is_passive(draft)

    def _names_gift(self, gap: Place) -> bool:
        """Whether what stands between verb and award is given as well: `توزيع الهدايا وشهادات التقدير`."""
        head = self._text[slice(*gap)].partition(" ")[0]
        return head.removeprefix("ال") in self._gifts

    def _names_somebody(self, gap: Place) -> bool:
        """Whether a stretch begins with a name or with a definite noun, and not with a thing (`تذكارا`)."""
        words = self._article.words
        return self._phrases.is_named(gap[0]) or bool(words.classes[words.index_at(gap[0])] & (DEFINITE | PREPOSED))

    def _is_person(self, position: int) -> bool:
        """Whether a person follows the preposition at an offset: `لسالم`, `للدكتور`, `لصاحب السمو`."""
        words = self._article.words
        index = words.index_at(position)
        form, classes = words.forms[index], words.classes[index]
        bare = "ال" + form[2:] if form.startswith("لل") else form[1:]
        titled = bare in self._person_heads and bare.startswith("ال")
        return bool(classes & PREPOSED and (classes & GIVEN or titled or bare in self._late_heads))

    def _is_handed_by(self, draft: AwardDraft, gap: Place) -> bool:
        """Whether who stands between verb and award can only have given it: `قدمت الفرقة جائزة`."""
        assert draft.trigger is not None
        if self._text.endswith((" ل", " الي ", " علي "), 0, gap[0]) or gap[1] - gap[0] < _SHORTEST:
            return False  # قدموا لمعاليه درعا, قدموا لي درعا
        return self._is_hander(draft) or gives_himself(self._text, draft)

    def _is_hander(self, draft: AwardDraft) -> bool:
        """Whether the verb has its recipient behind لـ alone."""
        return draft.trigger is not None and self._text[draft.trigger.start : draft.trigger.end] in self._handers

    def _hander(self, draft: AwardDraft) -> Place | None:
        """Who hands an award over to a recipient that is named behind it; of a masdar only who is said to do it."""
        assert draft.trigger is not None
        start = draft.trigger.start
        if self._adjuncts.is_passive(draft):
            return None
        if draft.trigger.proclitic == "ل" or self._text.endswith(self._ceremonies, 0, start):
            return self._subjects.doer(draft)  # يرأس مراسم منح الوسام, حدث مهم لمنح الوسام
        as_before = self._as_before(draft)
        if as_before:
            return as_before
        apposed = draft.trigger.proclitic == "ب" and self._text.endswith(", ب", 0, start)
        if not self._is_masdar(draft) or apposed:  # قام الوزير، السيد فلان، بتقديم
            giver = self._subjects.before(start, draft)
            return None if giver and self._text.startswith(" ل", giver[0] - 2) else giver  # على أن يمنح للفائزين درع
        return self._subjects.doer(draft)

    def _as_before(self, draft: AwardDraft) -> Place | None:
        """Who gave the award before, where كما alone leads to the verb: `منحت اللجنة 4 شهادات؛ كما سلمت شارة`."""
        before, hit = draft.previous, draft.trigger
        if before is None or hit is None or hit.value.form != "past" or not self._text.endswith(" كما ", 0, hit.start):
            return None
        gap = self._text[before.end : hit.start]
        joined = before.sentence[1] == draft.sentence[1] or ";" in gap
        return place_of(before.fields.get("giver")) if joined and "." not in gap and "\n" not in gap else None

    def _starts_clause(self, start: int, draft: AwardDraft) -> bool:
        """Whether a verb begins its clause, so that no subject stands before it."""
        before = self._text[draft.sentence[0] : start].rstrip(" وف")
        return not before.strip() or before.endswith((",", ":", '"', ")"))
