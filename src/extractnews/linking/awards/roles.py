"""Who gave an award and who got it, by the verb: the subject of `حصل على` got it, the subject of `منح` gave it."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.words import Trigger
from extractnews.linking.awards.adjuncts import Adjuncts
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.dates import Dates
from extractnews.linking.awards.giving import GivingReader, Roles
from extractnews.linking.awards.mentions import Place, place_of
from extractnews.linking.awards.patterns import TOKEN_RE
from extractnews.linking.awards.phrases import NOMINAL, VERB_OR_FUNCTION, Phrases
from extractnews.linking.awards.subjects import Subjects
from extractnews.linking.awards.totals import TotalHolders
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FUNCTION,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NOUN,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

_BESIDE: Final = 3
_NO_THING: Final = ADJECTIVE | CONJOINED | DEFINITE | KNOWN | MAYBE_NAME | PLACE | PREPOSED
_ASIDE_RE: Final = re.compile(r" مناصفه(?=[ ,])|(?: مناصفه)? ?, ?(?:في|عن|ضمن) [^,.\n]{3,60} ?,")
_HOME_RE: Final = re.compile(r" (?:الي|من) (?=\S)")
_BEHALF_RE: Final = re.compile(r" (?:نيابه|بالنيابه|بالانابه) عن (?=\S{2})| (?:لصالح|لمصلحه|لفائده) (?=\S{2})")


class RoleReader:
    """Finds the givers and recipients of one article's awards.

    Args:
        context: the article, and what its awards are read by.
        phrases: reads the noun phrases.
        subjects: finds the verbs' subjects.
        totals: finds the holders of totals.
        adjuncts: reads what stands behind an award.
        dates: where dates are.
    """

    def __init__(
        self,
        context: RoleContext,
        phrases: Phrases,
        subjects: Subjects,
        totals: TotalHolders,
        adjuncts: Adjuncts,
        dates: Dates,
    ) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._subjects = subjects
        self._totals = totals
        self._adjuncts = adjuncts
        self._giving = GivingReader(context, phrases, subjects, totals, adjuncts)
        self._dates = dates
        self._grammar = context.grammar
        self._lists = context.grammar.lists
        self._patterns = context.patterns
        self._reader = context.reader

    def roles(self, draft: AwardDraft) -> Roles:
        """Giver and recipient as the verb and what stands around the award show them."""
        by = self._adjuncts.giver(draft)
        if draft.own:
            return by, draft.own
        after = self._adjuncts.recipient(draft, by)
        if draft.trigger is None:
            return by, self._without_verb(draft, after)
        if draft.head is not None:
            if self._text.endswith(" مقابل ", 0, draft.left) and self._text.startswith(" ل", draft.end):
                return by, self._adjuncts.recipient_at(draft, draft.end)
            late = self._late_as_well(draft) if draft.trigger.value.role == "get" else None
            return by, late or self._adjuncts.winner(draft)
        if draft.rule == "awards.relative":
            return by, self._winner_of_relative(draft)
        trigger: Trigger = draft.trigger.value
        gap = self._gap(draft)
        if gap is None and trigger.form in ("past", "present") and not trigger.pronoun:
            late = self._subjects.late(draft)
            if late:
                giver = self._subjects.earlier(draft, "giver") or self._subjects.of_sentence(draft.trigger.start, draft)
                return giver if trigger.role == "give" else by, late
        if trigger.role == "get":
            by = by or self._adjuncts.giver_in(draft, *self._gap_edges(draft))
            return by, self._winner(draft, gap)
        return self._giving.roles(draft, gap, after, by)

    def _late_as_well(self, draft: AwardDraft) -> Place | None:
        """`فاز بالجائزة الأولى فلان، وبالجائزة الثانية فلان`: who is named behind his award, as the one before was."""
        before = place_of(draft.head.fields.get("recipient")) if draft.head is not None else None
        if draft.head is None or before is None or not 0 <= before[0] - draft.head.end <= _BESIDE or not draft.marker:
            return None
        begins = draft.end + 1
        apart = self._text[draft.end : begins] != " " or self._phrases.ends_phrase(self._article.words.index_at(begins))
        return None if apart else self._subjects.late(draft) or self._phrases.noun_phrase(begins, draft.sentence[1])

    # --- verbs of getting, and none ---

    def _without_verb(self, draft: AwardDraft, after: Place | None) -> Place | None:
        """The recipient of an award that is a subject itself, or stands in a list, tally or total."""
        if draft.rule == "awards.goes_to":
            return after or self._adjuncts.winner_of_subject(draft)
        if draft.head is not None:
            return self._adjuncts.recipient_at(draft, draft.end) if draft.head.rule == "awards.goes_to" else None
        if draft.rule == "awards.category":
            return None
        if draft.rule == "awards.placing":
            return self._subjects.of_clause(draft.left, draft) or self._subjects.of_sentence(draft.left, draft)
        return self._totals.of_tally(draft) if draft.rule == "awards.tally" else self._totals.of_total(draft)

    def _winner_of_relative(self, draft: AwardDraft) -> Place | None:
        """Who got an award whose verb stands behind it: `الجائزة التي نالها فلان`, `فاز بها كل من فلان وفلان`."""
        assert draft.trigger is not None
        end = draft.trigger.end
        resumed = self._grammar.clause.resumed_re.match(self._text, end)
        end = resumed.end() if resumed else end
        aside = _ASIDE_RE.match(self._text, end)
        end = aside.end() if aside else end
        several = self._patterns.all_of_re.match(self._text, end, end + 9)
        if several:
            return self._phrases.list_phrase(several.end(), draft.sentence[1])
        dated = self._text.startswith(" ", end) and self._phrases.ends_phrase(self._article.words.index_at(end + 1))
        winner = None if dated else self._phrases.noun_phrase(end, draft.sentence[1])  # الكأس التي توج بها عام 2012
        return winner or self._subjects.before(draft.left, draft)

    def _winner(self, draft: AwardDraft, gap: Place | None) -> Place | None:
        """The recipient about a verb of getting: between it and the award, else its subject before it."""
        assert draft.trigger is not None
        behalf = _BEHALF_RE.match(self._text, draft.end)
        if behalf:  # تسلم الجائزة نيابة عن فلان
            return self._phrases.noun_phrase(behalf.end(), draft.sentence[1])
        if self._text.startswith((" معه ", " معها "), draft.trigger.end):  # انتقل إلى النادي وفاز معه باللقب
            return self._subjects.of_sentence(draft.trigger.start, draft)
        holder = self._named_holder(draft) if draft.trigger.value.form == "participle" and not gap else None
        winner = (
            (self._without_object(gap) if gap else None) or holder or self._subjects.before(draft.trigger.start, draft)
        )
        winner = winner or self._subjects.of_main_clause(draft)
        return self._hailed_in(winner, draft) if winner else None

    def _without_object(self, gap: Place) -> Place:
        """Who stands between a verb and an award, without a verb or a thing of his behind him.

        `تحقيق فريقه | إنجازات أبرزها الكأس`, `يحصل عليها الفائزون | تتجاوز`
        """
        words = self._article.words
        first = words.index_at(gap[0])
        owned = words.classes[first] & POSSESSED and words.classes[first] & NOUN
        quoted = False
        for index in range(first + 1, words.index_at(gap[1] - 1) + 1):
            classes = words.classes[index]
            quoted ^= words.forms[index] == '"'
            if quoted:
                continue
            thing = owned and index == first + 1 and classes & NOUN and not classes & _NO_THING
            told = classes & VERB and not classes & (NOMINAL | FUNCTION) and words.forms[index][0] in "يت"
            if thing or told:
                return gap[0], words.ends[index - 1]
        return gap

    def _hailed_in(self, phrase: Place, draft: AwardDraft) -> Place:
        """`هنأ الوزير اللاعب بفوزه بالكأس`: of two noun phrases behind such a verb, the second got it."""
        hit = draft.trigger
        words = self._article.words
        index = words.index_at(phrase[0]) - 1
        hailed = index >= 0 and words.forms[index].removeprefix("و") in self._patterns.roles["hailing"]
        if not hailed or hit is None or hit.value.form != "noun" or not hit.value.pronoun:
            return phrase
        second = self._phrases.second_phrase(phrase)
        return (second, phrase[1]) if second else phrase

    def _named_holder(self, draft: AwardDraft) -> Place | None:
        """`وأشاد الفائز بالجائزة الأولى في الشعر سالم الحمد`: who is named only behind the award that he has."""
        assert draft.trigger is not None
        if not draft.trigger.article:
            return None
        words = self._article.words
        index = words.index_at(draft.trigger.start) - 1
        known = index >= words.index_at(draft.sentence[0]) and words.classes[index] & NOMINAL
        if known and not (words.classes[index] & VERB and not words.classes[index] & GIVEN):
            return None
        place = self._patterns.holder_place_re.match(self._text, draft.end)
        for end in (draft.end, *(place.span()[1:] if place else ())):
            if not self._text.startswith(" ", end) or end + 1 >= draft.sentence[1]:
                continue
            if self._phrases.is_named(end + 1) and not self._phrases.ends_phrase(words.index_at(end + 1)):
                return self._phrases.noun_phrase(end + 1, draft.sentence[1])
        return None

    # --- between the verb and the award ---

    def _gap(self, draft: AwardDraft) -> Place | None:
        """Whom the words between the verb and the award name, without the preposition; None where nobody."""
        assert draft.trigger is not None
        start, end = self._gap_edges(draft)
        if end - start < 2:
            return None
        words = self._article.words
        index = words.index_at(start)
        form, classes = words.forms[index], words.classes[index]
        if form[0] == "ب" and classes & PREPOSED and not classes & (KNOWN | PLACE):
            return None  # فاز بفيلمه الأول بجائزتين
        end = self._before_means(index, end)
        if draft.trigger.value.near and draft.trigger.value.role == "get":
            home = _HOME_RE.search(self._text, start + 2, end)
            end = home.start() if home else end  # عاد الوفد إلى بلاده بثلاث ميداليات
        to = form in ("الي", "علي") or (form.startswith("ل") and classes & PREPOSED)
        if to and draft.trigger.value.role == "give" and form not in self._lists["not_in_role"]:
            start = words.starts[index] + (4 if form in ("الي", "علي") else 1)
            return (start, end) if self._text[start:end].strip() else None
        function = classes & VERB_OR_FUNCTION and not classes & NOMINAL
        if form in ("هذا", "هذه") and words.classes[index + 1] & DEFINITE:
            return start, end  # حاز هذا الكتاب على جائزة
        if function or form in self._lists["phrase_ends"] or form in self._lists["not_in_role"]:
            # في ثكنة كذا ستة جنود: a place or time first, then a counted recipient
            for match in TOKEN_RE.finditer(self._text, start, end):
                number = self._reader.read(self._text, match.start())
                if number and number.kind == "cardinal" and not number.definite:
                    return match.start(), end
            return None
        several = self._patterns.all_of_re.match(self._text, start, end)
        if several and several.end() - start < len("كل واحد من: ") + 1:
            return self._phrases.list_phrase(several.end(), end)  # أحرز كل من فلان وفلان ميدالية
        return start, end

    def _gap_edges(self, draft: AwardDraft) -> Place:
        """Where the words between the verb and the award begin and end, without adverbs, date and relative clause."""
        assert draft.trigger is not None
        start, end = draft.trigger.end, draft.left
        end -= len(self._text[start:end]) - len(self._text[start:end].rstrip(" ,"))
        if draft.marker and self._text[start:end].endswith((" " + draft.marker, " و" + draft.marker)):
            end -= len(draft.marker)
        start += len(self._text[start:end]) - len(self._text[start:end].lstrip(" ,"))
        adverbs = self._patterns.adverbs_re.match(self._text, start, end)
        start = adverbs.end() if adverbs else start
        start = self._dates.after(start, end)
        relative = self._patterns.apart_re.search(self._text, start + 2, end) if start + 2 < end else None
        end = relative.start() if relative else end
        got = draft.trigger.value.role == "get" and start + 2 < end
        placed = self._patterns.placed_re.search(self._text, start + 2, end) if got else None
        return start, placed.start() if placed else end  # حصدت مصر المركز الأول برصيد 30 ميدالية

    def _before_means(self, index: int, end: int) -> int:
        """Where a phrase from a token on ends before what it was won with: `فاز المخرج بفيلمه الأول بجائزتين`."""
        words = self._article.words
        for other in range(index + 1, words.index_at(end)):
            apart = words.classes[other] & PREPOSED and words.classes[other] & POSSESSED
            if apart and words.forms[other][0] == "ب":
                return words.ends[other - 1]
        return end
