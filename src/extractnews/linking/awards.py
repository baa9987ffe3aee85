"""Who gave an award, who got it, on which occasion; and what follows for its count.

The verb decides where to look: the subject of `حصل على` got it, the subject of `منح` gave it, and what stands
between the verb and the award is one of them or both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Final

from extractnews.article import Draft, Found, ScannedArticle, SpanRef
from extractnews.extractors.award_drafts import AwardDraft
from extractnews.extractors.award_grammar import AwardGrammar
from extractnews.extractors.award_verbs import conferring_hits
from extractnews.extractors.award_words import UNREAL, Trigger
from extractnews.lexicon import Resources
from extractnews.linking.award_patterns import RolePatterns
from extractnews.linking.award_phrases import LONGEST_LIST, NOMINAL, TOKEN_RE, VERB_OR_FUNCTION, Phrases, Place
from extractnews.numerals import NumeralReader
from extractnews.words import (
    CONJOINED,
    DEFINITE,
    GIVEN,
    KNOWN,
    MAYBE_NAME,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    VERB,
)

_SENTENCE_END_RE: Final = re.compile(r"[!?\n;|]|\.(?!\d)")
_LAM_RE: Final = re.compile(r" ل(?=\w{3})")
_GLOSS_RE: Final = re.compile(r" ?\([^()\n]{1,60}\)")
_ONTO_RE: Final = re.compile(r" علي (?=\S)")
_TO_RE: Final = re.compile(r" ل(?=ل\w{3})")
_ASIDE_RE: Final = re.compile(r" مناصفه(?=[ ,])|(?: مناصفه)? ?, ?(?:في|عن|ضمن) [^,.\n]{3,60} ?,")
_BEHALF_RE: Final = re.compile(r" (?:نيابه|بالنيابه|بالانابه) عن (?=\S{2})")
_FAVOUR_RE: Final = re.compile(r" (?:لصالح|لمصلحه|لفائده) (?=\S{2})")
_TO_QUOTED_RE: Final = re.compile(r'[ ,]*(?:ل|الي) ?:? ?"([^"\n]{2,60})"')
_LONGEST_CLAUSE: Final = 24
"""Words of a clause at most."""
_LED: Final = 12
"""Words between `قاد` and what it leads to."""
_LATE: Final = 60
"""Letters after an award in which its verb's subject may still come."""
_SENTENCE: Final = 400
_MOST: Final = 10**9
"""More distinctions than this are a code or a slip, and no count; the output's tables hold 64 bits."""


class AwardLinker:
    """Completes the awards of an article; built once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._grammar = AwardGrammar(resources)
        self._patterns = RolePatterns(resources)
        self._reader = NumeralReader(resources)

    def __call__(self, article: ScannedArticle, found: Found) -> None:
        """Complete the drafts in place; those that nobody got go to `found["unconferred"]`."""
        drafts = [draft for draft in found.get("awards", ()) if isinstance(draft, AwardDraft)]
        if not drafts:
            return
        linker = _Linker(article, found, drafts, self._grammar, self._patterns, self._reader)
        for draft in drafts:
            linker.link(draft)
        for draft in drafts:
            linker.identify(draft)
            if (draft.fields.get("count") or 0) > _MOST:
                draft.fields.update(count=None, counted=())
        kept = [draft for draft in drafts if draft.status not in UNREAL and not linker.idle(draft)]
        _tie_parts(article.text, kept, self._patterns)
        found["awards"] = list[Draft](kept)
        found["unconferred"] = [draft for draft in drafts if draft.status in UNREAL]


class _Linker(Phrases):
    """Finds the roles of one article's awards."""

    def __init__(
        self,
        article: ScannedArticle,
        found: Found,
        drafts: list[AwardDraft],
        grammar: AwardGrammar,
        patterns: RolePatterns,
        reader: NumeralReader,
    ) -> None:
        super().__init__(article, found, drafts, grammar, patterns, reader)
        self.previous: AwardDraft | None = None
        self.from_gap: set[int] = set()
        """Awards whose recipient is a guess from between the verb and the award."""
        self.verbs = conferring_hits(article)
        self.verb_starts = [hit.start for hit in self.verbs]
        self.totals = article.hits("award.total")
        self.total_ends = [hit.end for hit in self.totals]

    def link(self, draft: AwardDraft) -> None:
        head = draft.head
        giver, recipient = self.roles(draft)
        if head is not None:
            inherited = head.fields
            recipient = recipient or _place(inherited.get("recipient"))
            giver = giver or _place(inherited.get("giver"))
        for name, place in (("recipient", recipient), ("giver", giver)):
            place = self.trimmed(place, draft)  # noqa: PLW2901
            if place:
                draft.fields[name] = SpanRef(*place)
        if head is not None and draft.own is None:
            self.share_after(draft, head)
        self.occasion(draft)
        self.recount(draft)
        before = self.antecedent(draft)
        if before:
            draft.fields["antecedent"] = SpanRef(*before)
        self.previous = draft

    def antecedent(self, draft: AwardDraft) -> Place | None:
        """The recipient that only the sentence before names (`وحصل أيضا على وسام`, `ومنحته الجامعة ...`)."""
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        if draft.fields.get("recipient") or trigger is None or draft.own:
            return None
        if draft.head is not None:
            return _place(draft.head.fields.get("antecedent"))
        assert draft.trigger is not None
        left_open = trigger.pronoun or (trigger.role == "get" and trigger.form in ("past", "present"))
        if not left_open or draft.trigger.article or draft.rule == "awards.relative":
            return None
        start = draft.sentence[0]
        previous = self.previous
        if previous is not None and previous.sentence[1] <= start <= previous.sentence[1] + 3:
            known = _place(previous.fields.get("recipient")) or _place(previous.fields.get("antecedent"))
            if known:
                return known
        end = start - 1
        while end > 0 and self.text[end - 1] in " .\n":
            end -= 1
        begin = max(0, end - _SENTENCE)
        for boundary in _SENTENCE_END_RE.finditer(self.text, begin, end):
            begin = boundary.end()
        words = self.article.words
        phrase = self.first_phrase(words.index_at(begin), words.index_at(end), end) if begin < end else None
        return self.trimmed(phrase, draft) if phrase and self.is_named(phrase[0]) else None

    def identify(self, draft: AwardDraft) -> None:
        """Name the officials and organisations that the roles are."""
        fields = draft.fields
        recipient = _place(fields.get("recipient")) or _place(fields.get("antecedent"))
        for name, place in (("recipient_entities", recipient), ("giver_entities", _place(fields.get("giver")))):
            entities = self.entities(place)
            if entities:
                fields[name] = entities

    def entities(self, place: Place | None) -> tuple[str, ...]:
        """Who is named in a role's phrase: the officials in it, else the bodies with which it begins or goes on."""
        if place is None:
            return ()
        start, end = place
        inside = self.mentions[bisect_left(self.mention_starts, start - 2) : bisect_left(self.mention_starts, end)]
        people = [draft for draft in inside if "titles" in draft.fields and draft.start >= start]
        bodies = [
            draft
            for draft in inside
            if "titles" not in draft.fields
            and not draft.fields.get("nested")
            and (abs(draft.start - start) <= 2 or self.text[draft.start - 2 : draft.start] in (" و", ", "))
        ]
        return tuple(dict.fromkeys(draft.fields["entity"] for draft in people or bodies if draft.fields.get("entity")))

    def idle(self, draft: AwardDraft) -> bool:
        """An award that a weak verb governs and nobody gets (`ستقدم الجائزة فرصة`)."""
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        if trigger is None or trigger.role != "give" or trigger.pronoun or draft.fields.get("recipient"):
            return False
        nobody = draft.fields.get("giver") is None and not self.passive(draft)
        always = trigger.form == "present" and not trigger.future  # يمنح المعهد كل سنة جائزة
        return (
            (always or trigger.weak or trigger.form == "noun" or nobody)
            and not draft.number
            and draft.form.number != "two"
        )

    # --- roles ---

    def roles(self, draft: AwardDraft) -> tuple[Place | None, Place | None]:
        """(giver, recipient) as the verb and what stands around the award show them."""
        if draft.own:
            return self.given_by(draft), draft.own
        by = self.given_by(draft)
        after = self.after(draft, draft.verb_end or None) or self.after_adverb(draft)
        after = after or (self.after(draft, by[1]) if by and self.may_give(draft) else None)
        if draft.trigger is None:
            if draft.rule == "awards.goes_to":
                return by, after or self.noun_phrase(self.goes_to_end(draft), draft.sentence[1])
            if draft.head is not None:
                return by, None
            if draft.rule == "awards.placing":
                return by, self.clause_subject(draft.left, draft) or self.main_subject(draft.left, draft)
            return by, self.counted_for(draft) if draft.rule == "awards.tally" else self.holder_of_total(draft)
        if draft.head is not None:
            return by, self.winner_after(draft)
        trigger: Trigger = draft.trigger.value
        if draft.rule == "awards.relative":
            end = draft.trigger.end
            resumed = self.grammar.clause.resumed_re.match(self.text, end)
            end = resumed.end() if resumed else end
            aside = _ASIDE_RE.match(self.text, end)
            end = aside.end() if aside else end
            several = self.patterns.all_of_re.match(self.text, end, end + 9)
            if several:
                return by, self.list_phrase(several.end(), draft.sentence[1])
            dated = self.text.startswith(" ", end) and self.ends_phrase(self.article.words.index_at(end + 1))
            winner = None if dated else self.noun_phrase(end, draft.sentence[1])  # الكأس التي توج بها عام 2012
            return by, winner or self.subject_before(draft.left, draft)
        gap = self.gap(draft)
        if gap is None and trigger.form in ("past", "present") and not trigger.pronoun:
            late = self.late_subject(draft)
            if late:
                giver = self.earlier(draft, "giver") or self.main_subject(draft.trigger.start, draft)
                return giver if trigger.role == "give" else by, late
        if trigger.role == "get":
            behalf = _BEHALF_RE.match(self.text, draft.end) or _FAVOUR_RE.match(self.text, draft.end)
            if behalf:
                return by, self.noun_phrase(behalf.end(), draft.sentence[1])
            if self.text.startswith((" معه ", " معها "), draft.trigger.end):  # انتقل إلى النادي وفاز معه باللقب
                return by, self.main_subject(draft.trigger.start, draft)
            holder = self.named_holder(draft) if trigger.form == "participle" and not gap else None
            return by, gap or holder or self.subject_before(draft.trigger.start, draft)
        return self.giving(draft, trigger, gap, after, by)

    def named_holder(self, draft: AwardDraft) -> Place | None:
        """`وأشاد الفائز بالجائزة الأولى في الشعر سالم الحمد`: who is named only behind the award that he has."""
        assert draft.trigger is not None
        if not draft.trigger.article:
            return None
        words = self.article.words
        index = words.index_at(draft.trigger.start) - 1
        known = index >= words.index_at(draft.sentence[0]) and words.classes[index] & NOMINAL
        if known and not (words.classes[index] & VERB and not words.classes[index] & GIVEN):
            return None
        place = self.patterns.holder_place_re.match(self.text, draft.end)
        for end in (draft.end, *(place.span()[1:] if place else ())):
            if self.text.startswith(" ", end) and end + 1 < draft.sentence[1] and self.is_named(end + 1):
                return self.noun_phrase(end + 1, draft.sentence[1])
        return None

    def winner_after(self, draft: AwardDraft) -> Place | None:
        """Of one of a list, the winner who is named behind it: `وأفضل ممثل وحصل عليه فلان`."""
        if draft.trigger and draft.trigger.value.role == "get" and not draft.number:
            counted = self.reader.read(self.text, draft.end + 1) if self.text.startswith(" ", draft.end) else None
            phrase = self.noun_phrase(draft.end + 1, draft.sentence[1]) if counted else None
            if phrase and counted and not counted.definite and self.counted(self.text[slice(*phrase)]):
                return phrase  # وعلى لقب الفنان المتميز 347 شخصا
        index = bisect_left(self.verb_starts, draft.end)
        verb = self.verbs[index] if index < len(self.verbs) else None
        if verb is None or verb.start - draft.end > 8 or verb.value.role != "get":
            return None
        resumed = self.grammar.clause.resumed_re.match(self.text, verb.end)
        end = resumed.end() if resumed else verb.end
        if not (resumed or (verb.value.pronoun and verb.value.form == "past")) or not self.is_named(end + 1):
            return None
        return self.noun_phrase(end + 1, draft.sentence[1])

    def counted_for(self, draft: AwardDraft) -> Place | None:
        """Whose medals are counted: `الصين: 40 ذهبية`, `الصين (40 ذهبية ...)`, `وجاءت الصين أولا بـ40 ذهبية`."""
        words = self.article.words
        index, first = words.index_at(draft.left) - 1, words.index_at(draft.sentence[0])
        while index >= first and words.forms[index] in (":", "(", "-", ",", "ب", "برصيد"):
            index -= 1
        return self.phrase_back(index, first) or self.main_subject(draft.left, draft)

    def giving(
        self, draft: AwardDraft, trigger: Trigger, gap: Place | None, after: Place | None, by: Place | None
    ) -> tuple[Place | None, Place | None]:
        """The roles about a verb of giving or honouring."""
        assert draft.trigger is not None
        start = draft.trigger.start
        if trigger.running:
            return None, self.leader(start, draft) or self.subject_before(start, draft)
        if trigger.pronoun and trigger.form != "noun":
            words = self.article.words
            first, index = words.index_at(draft.sentence[0]), words.index_at(start) - 1
            doer = None if gap or draft.trigger.proclitic else self.phrase_back(index, first)
            got = self.earlier(draft, "recipient") or self.main_subject(start, draft)
            giver = gap or by or doer or self.earlier(draft, "giver")
            second = self.second_phrase(got) if got and not giver else None
            if got and second:  # كرمت الوزارة الفنان فلان ومنحته درعا
                return (got[0], second), self.noun_phrase(second, got[1])
            return giver, after or (got if got != giver else None)
        if trigger.pronoun and trigger.role == "honour":
            return by, after or gap or self.subject_before(start, draft)  # بعد تتويجها باللقب
        if trigger.pronoun:
            return by or self.doer(draft) or self.subject_before(start, draft), after or gap
        if trigger.role == "give" and after:
            return gap or by or self.hander(draft), after
        onto = _ONTO_RE.search(self.text, *gap) if gap and draft.marker == "ب" and trigger.role == "give" else None
        if gap and onto:  # أنعم الملك على فلان بوسام
            return (gap[0], onto.start()) if onto.start() > gap[0] else by, (onto.end(), gap[1])
        if gap is None:
            honoured = trigger.role == "honour" or draft.marker == "ب"
            return (by, self.subject_before(start, draft)) if honoured else (by, after)
        if by or self.passive(draft):
            return by, gap
        if trigger.form == "noun":
            doer = self.doer(draft)
            if doer:
                return doer, gap
            return self.subject_before(start, draft) if draft.trigger.proclitic == "ب" else None, gap
        if trigger.form == "participle":
            return None, self.subject_before(start, draft)
        second = self.second_phrase(gap)
        if second:
            return (gap[0], second), self.noun_phrase(second, gap[1])
        if trigger.form in ("past", "present") and trigger.role == "give":
            self.from_gap.add(id(draft))
        head = (self.text[slice(*gap)].split() or [""])[0]
        several = draft.number is not None and draft.number.value > 1
        if (
            trigger.role == "give"
            and trigger.form in ("past", "present")
            and (head in self.lists["giver_heads"] or several)
        ):
            self.from_gap.discard(id(draft))
            return gap, None
        if trigger.form == "past" and self.starts_clause(start, draft):
            return None, gap
        subject = self.subject_before(start, draft)
        return (subject, gap) if trigger.role == "give" or self.second_phrase(gap) else (None, gap)

    def hander(self, draft: AwardDraft) -> Place | None:
        """Who hands an award over to a recipient that is named behind it; of a masdar only who is said to do it."""
        assert draft.trigger is not None
        start = draft.trigger.start
        if self.passive(draft):
            return None
        apposed = draft.trigger.proclitic == "ب" and self.text.endswith(", ب", 0, start)
        if draft.trigger.value.form != "noun" or apposed:  # قام الوزير، السيد فلان، بتقديم
            return self.subject_before(start, draft)
        return self.doer(draft)

    def leader(self, position: int, draft: AwardDraft) -> Place | None:
        """`يوفنتوس، أكثر الأندية فوزا باللقب`, `دورتموند متصدر قائمة الفرق الأكثر تتويجا`: who has won most."""
        words = self.article.words
        index, first = words.index_at(position) - 1, words.index_at(draft.sentence[0])
        most = next(
            (at for at in range(index, max(first, index - 6), -1) if words.forms[at] in ("اكثر", "الاكثر")), None
        )
        if most is None:
            return None
        index = most - 1
        if words.forms[index] == ",":
            return self.phrase_back(index - 1, first)
        while index > first and words.forms[index] in self.lists["rankings"]:
            index -= 1
        return self.phrase_back(index, first) if index < most - 1 else None

    def doer(self, draft: AwardDraft) -> Place | None:
        """`قام المدير بتكريم ...`, `تولت الوزيرة تقليد ...`: the subject of the verb that carries the masdar."""
        assert draft.trigger is not None
        start = draft.trigger.start
        match = self.patterns.doer_re.search(self.text, max(draft.sentence[0], start - 300), start)
        if match is None or match[0].lstrip("وف").startswith("تم "):
            return None
        if not match[1].strip():
            return self.subject_before(match.start(), draft)
        within = self.officials_in(*match.span(1))
        official = within[0][1] if within and within[0][1] <= match.end(1) else None
        return match.start(1), official or match.end(1)

    def late_subject(self, draft: AwardDraft) -> Place | None:
        """`تقاسم الجائزة الليبي سالم والتونسي علي`: the award stands between the verb and its subject."""
        assert draft.trigger is not None
        words = self.article.words
        several = self.patterns.all_of_re.match(self.text, draft.end, min(draft.sentence[1], draft.end + _LATE))
        if several:  # نال الجائزة في صنف كذا كل من فلان وفلان
            return self.list_phrase(several.end(), draft.sentence[1])
        position = draft.end + 1
        index = words.index_at(position)
        if index >= len(words) or words.starts[index] != position or self.text[draft.end] != " ":
            return None
        counted = self.reader.read(self.text, position)
        classes = words.classes[index]
        if counted and counted.definite:
            return None
        if counted and counted.kind == "cardinal" and not (classes & NUMBER and counted.value > 1900):
            phrase = self.noun_phrase(position, draft.sentence[1])
            return phrase if phrase and self.counted(self.text[slice(*phrase)]) else None
        titled = words.forms[index] in self.lists["late_heads"]
        headed = words.forms[index] in self.lists["person_heads"]
        named = (titled or headed or classes & (DEFINITE | GIVEN)) and not classes & (PREPOSED | CONJOINED)
        if not named or self.ends_phrase(index) or draft.trigger.value.weak:
            return None
        heads = self.lists["person_heads"] | self.lists["late_heads"]
        person = classes & GIVEN or words.forms[index] in heads
        return self.named_list(position, draft.sentence[1]) if person or not draft.marker else None

    def gap(self, draft: AwardDraft) -> Place | None:
        """What stands between the verb and the award, without the preposition."""
        assert draft.trigger is not None
        start, end = draft.trigger.end, draft.left
        end -= len(self.text[start:end]) - len(self.text[start:end].rstrip(" ,"))
        if draft.marker and self.text[start:end].endswith((" " + draft.marker, " و" + draft.marker)):
            end -= len(draft.marker)
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" ,"))
        adverbs = self.patterns.adverbs_re.match(self.text, start, end)
        start = adverbs.end() if adverbs else start
        start = self.after_date(start, end)
        relative = self.patterns.apart_re.search(self.text, start + 2, end) if start + 2 < end else None
        end = relative.start() if relative else end
        if end - start < 2:
            return None
        words = self.article.words
        index = words.index_at(start)
        form, classes = words.forms[index], words.classes[index]
        if form[0] == "ب" and classes & PREPOSED and not classes & (KNOWN | PLACE):
            return None  # فاز بفيلمه الأول بجائزتين
        for other in range(index + 1, words.index_at(end)):
            apart = words.classes[other] & PREPOSED and words.classes[other] & POSSESSED
            if apart and words.forms[other][0] == "ب":
                end = words.ends[other - 1]  # فاز المخرج بفيلمه الأول بجائزتين
                break
        to = form in ("الي", "علي") or (form.startswith("ل") and classes & PREPOSED)
        if to and draft.trigger.value.role == "give":
            start = words.starts[index] + (4 if form in ("الي", "علي") else 1)
            return (start, end) if self.text[start:end].strip() else None
        if (
            form in self.lists["phrase_ends"]
            or (classes & VERB_OR_FUNCTION and not classes & NOMINAL)
            or form in ("من", "له", "لها", "لهم")
        ):
            # في ثكنة كذا ستة جنود: a place or time first, then a counted recipient
            for match in TOKEN_RE.finditer(self.text, start, end):
                if self.reader.read(self.text, match.start()):
                    return match.start(), end
            return None
        return start, end

    def after(self, draft: AwardDraft, position: int | None = None) -> Place | None:
        """The recipient after the award: `للجماعات`, `إلى 7 أفراد`, `على قدامى المناضلين`."""
        start = draft.end if position is None else position
        quoted = _TO_QUOTED_RE.match(self.text, start)
        if quoted:
            return quoted.span(1)
        match = self.patterns.after_re.match(self.text, start)
        if match is None or (
            match["mark"] == "ل"
            and (
                (match["space"] and not self.text[match.end() : match.end() + 1].isdigit())
                or not self.text[match.end() : match.end() + 1].strip()
            )
        ):
            return None
        if match["mark"] == "ل":
            word = TOKEN_RE.match(self.text, match.start("mark"))
            if match["space"]:
                return self.noun_phrase(match.end(), draft.sentence[1])
            if word and word[0].removeprefix("لل").removeprefix("ل") in self.lists["not_recipient"]:
                return None
            if self.date_at(match.start("mark") + 1):
                return None  # لهذا العام
            if (
                word is None
                or self.patterns.purpose_re.match(word[0])
                or self.text[match.start("mark") - 1] not in " ,"
            ):
                return None
        if match["mark"] in self.patterns.roles["to_each"]:
            return self.list_phrase(match.end(), draft.sentence[1])
        phrase = self.noun_phrase(match.end(), draft.sentence[1])
        if phrase and self.text.startswith(" من ", phrase[1]) and self.counted(self.text[slice(*phrase)]):
            origin = TOKEN_RE.match(self.text, phrase[1] + 4)  # 9 أفراد من الوزارة
            rest = self.noun_phrase(phrase[1] + 4, draft.sentence[1])
            if origin and rest and origin[0] not in self.lists["not_giver"]:
                phrase = (phrase[0], rest[1])
        several = self.patterns.to_each_re.search(self.text, phrase[0], phrase[1] + 4) if phrase else None
        if several:  # الجائزة الوطنية للمخطوط لكل من فلان وفلان
            return self.list_phrase(several.end(), draft.sentence[1])
        of_this = phrase and self.text.startswith(("هذا ", "هذه "), phrase[0])
        work = self.text[match.end() : match.end() + 12].split()[:1]
        goes = draft.rule == "awards.goes_to" and match["mark"] == "ل" and {*work}.isdisjoint(self.lists["works"])
        if phrase and (of_this or goes):
            again = _TO_RE.search(self.text, *phrase)  # الجائزة الفضية لهذا المهرجان للفيلم القصير
            phrase = (again.end(), phrase[1]) if again else phrase
        return phrase

    def after_adverb(self, draft: AwardDraft) -> Place | None:
        """`منحت الجائزة العام الماضي للرئيس`: a recipient behind a date."""
        end = self.after_date(draft.end + 1, draft.sentence[1])
        return self.after(draft, end) if end > draft.end + 1 and self.may_give(draft) else None

    def given_by(self, draft: AwardDraft) -> Place | None:
        match = self.patterns.by_re.match(self.text, draft.end)
        if match is None:
            match = self.patterns.by_re.match(self.text, self.after_date(draft.end, draft.sentence[1]))
        if match is None:
            return self.giver_of_relative(draft)
        word = TOKEN_RE.match(self.text, match.end())
        if word is None or word[0] in self.lists["not_giver"] or word[0][0].isdigit():
            return None
        phrase = self.noun_phrase(match.end(), draft.sentence[1])
        best = self.grammar.phrase.for_best_re.search(self.text, *phrase) if phrase else None
        phrase = (phrase[0], best.start()) if phrase and best else phrase  # من الشركة لأفضل أداء
        if phrase and self.may_give(draft) and not self.passive(draft):
            for to in _LAM_RE.finditer(self.text, *phrase):  # من رئيس الوزراء لثلاث مجموعات
                if self.text.startswith("لل", to.start() + 1) or self.reader.read(self.text, to.end()):
                    return phrase[0], to.start()
        return phrase

    def giver_of_relative(self, draft: AwardDraft) -> Place | None:
        """`الجائزة التي تمنحها الأكاديمية`."""
        index = bisect_left(self.verb_starts, draft.end)
        verb = self.verbs[index] if index < len(self.verbs) else None
        if verb is None or verb.start - draft.end > 8 or verb is draft.trigger:
            return None
        trigger: Trigger = verb.value
        gives = trigger.role == "give" and trigger.pronoun and trigger.form in ("past", "present")
        between = self.text[draft.end : verb.start]
        if (
            not gives
            or not self.grammar.clause.relative_re.match(between)
            or not self.lists["relatives"] & {*between.split()}
        ):
            return None
        return self.noun_phrase(verb.end + 1, draft.sentence[1])

    def share_after(self, draft: AwardDraft, head: AwardDraft) -> None:
        """`5 أعلام و39 شهادة للجماعات`: what follows the last of a list belongs to all of it."""
        giver = self.given_by(draft)
        after = self.after(draft) or (self.after(draft, giver[1]) if giver else None)
        after = self.trimmed(after) if self.may_give(draft) else None
        by = self.trimmed(giver)
        own = "recipient" not in head.fields or any(
            id(each) in self.from_gap for each in islice(_chain(head), LONGEST_LIST)
        )
        if after:
            draft.fields["recipient"] = SpanRef(*after)
        for node in islice(_chain(head), LONGEST_LIST):
            if after and own and self.may_give(node):
                self.regroup(node, after)
            if "giver" in node.fields:
                draft.fields.setdefault("giver", node.fields["giver"])
            elif by:
                node.fields["giver"] = SpanRef(*by)
                draft.fields["giver"] = SpanRef(*by)

    def regroup(self, node: AwardDraft, after: Place) -> None:
        if id(node) in self.from_gap and "giver" not in node.fields and "recipient" in node.fields:
            node.fields["giver"] = node.fields["recipient"]
        node.fields["recipient"] = SpanRef(*after)
        self.recount(node)

    def may_give(self, draft: AwardDraft) -> bool:
        return draft.trigger is not None and draft.trigger.value.role == "give"

    def goes_to_end(self, draft: AwardDraft) -> int:
        if draft.verb_end:
            return draft.verb_end
        gloss = _GLOSS_RE.match(self.text, draft.end)
        end = gloss.end() if gloss else draft.end
        match = self.patterns.goes_to_re.match(self.text, end)
        return match.end() if match else end

    def passive(self, draft: AwardDraft) -> bool:
        """Whether the verb is passive: written with damma, after تم, or with a counted recipient as its subject."""
        assert draft.trigger is not None
        start = draft.trigger.start
        if self.patterns.passive_re.search(self.text[max(0, start - 8) : start]):
            return True
        first, last = self.article.view.span(start, draft.trigger.end)
        if "\u064f" in self.article.view.original[first : min(last, first + 4)] and draft.trigger.value.form == "past":
            return True
        rest = self.text[draft.trigger.end : draft.trigger.end + 40].lstrip()
        rest = rest[match.end() :] if (match := self.patterns.adverbs_re.match(rest)) else rest
        counted = self.reader.read(rest, 0) if rest and not self.text.startswith(rest[:8], draft.start) else None
        return counted is not None and counted.kind == "cardinal"

    def starts_clause(self, start: int, draft: AwardDraft) -> bool:
        before = self.text[draft.sentence[0] : start].rstrip(" وف")
        return not before.strip() or before.endswith((",", ":", '"', ")"))

    # --- noun phrases ---

    def subject_before(self, position: int, draft: AwardDraft) -> Place | None:
        """The subject of a verb at `position` that does not follow it.

        `X الذي حصل`, `X، الفائز بـ`, `أن X حصدت`; for `وحصل` and `حصوله` that of the award before, or the sentence's.
        """
        words = self.article.words
        index = last = words.index_at(position) - 1
        first = words.index_at(draft.sentence[0])
        while (
            index >= first
            and words.forms[index] in self.lists["loose"]
            and words.forms[index] not in self.lists["relatives"]
        ):
            index -= 1
        led = self.led_by(index, first, draft)
        if led:
            return led
        relative = index >= first and words.forms[index] in self.lists["relatives"]
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        participle = trigger is not None and trigger.form == "participle" and position <= draft.left
        if participle and draft.trigger is not None and draft.trigger.proclitic == "و" and not relative:
            return self.earlier(draft, "recipient") or self.main_subject(position, draft)
        if relative or participle:
            index -= relative
            while index >= first and words.forms[index] in (",", "-"):
                index -= 1
            phrase = self.phrase_back(index, first)
            return phrase or self.main_subject(position, draft)
        if (
            trigger is not None
            and draft.trigger is not None
            and (draft.trigger.proclitic or trigger.pronoun or last < first)
        ):
            known = self.clause_subject(position, draft) if self.clause_of_own(draft) else None
            known = known or self.earlier(draft, "giver" if trigger.role == "give" else "recipient")
            main = None if known else self.main_subject(position, draft)
            if main and not self.agrees(main, draft):
                return self.antecedent_of_relative(index, first)
            return known or main
        phrase = self.phrase_back(index, first)
        if phrase:
            before = words.index_at(phrase[0]) - 1
            if (
                before < first
                or words.forms[before] in (",", ":")
                or self.opens_clause(before)
                or words.forms[before] in self.lists["connectives"]
            ):
                return (
                    phrase
                    if before < first or words.forms[before] != ","
                    else self.main_subject(position, draft) or phrase
                )
        main = self.main_subject(position, draft)
        if main and not self.agrees(main, draft):
            return self.antecedent_of_relative(index, first) or phrase
        return main or phrase

    def clause_of_own(self, draft: AwardDraft) -> bool:
        """Whether a verb with و follows an award of its sentence, so that a clause may have come between."""
        hit, before = draft.trigger, self.previous
        joined = hit is not None and hit.proclitic == "و" and hit.value.role == "get" and hit.value.form == "past"
        return joined and before is not None and before.sentence[1] == draft.sentence[1]

    def clause_subject(self, position: int, draft: AwardDraft) -> Place | None:
        """`حقق سالم الذهبية، كما جمع الفريق أعلى النقاط وظفر بالفضية`: the subject of the clause between two awards."""
        words = self.article.words
        before = self.previous
        start = before.end if before is not None and before.sentence[1] == draft.sentence[1] else draft.sentence[0]
        first, last = words.index_at(start), words.index_at(position)
        for index in range(last - 2, max(first, last - _LONGEST_CLAUSE) - 1, -1):
            form, classes = words.forms[index], words.classes[index]
            opened = words.forms[index - 1] in self.lists["clause_links"] or (form[0] == "و" and classes & CONJOINED)
            following = words.classes[index + 1]
            if not opened or not classes & VERB or classes & (NOMINAL & ~NOUN) or self.ends_phrase(index + 1):
                continue
            if following & (DEFINITE | GIVEN | PLACE) and not following & (CONJOINED | PREPOSED):
                phrase = self.noun_phrase(words.starts[index + 1], position)
                return self.subject_alone(phrase) if phrase else None
        return None

    def agrees(self, phrase: Place, draft: AwardDraft) -> bool:
        """Whether a subject before its verb can be it by gender; of a feminine noun the verb is feminine."""
        hit = draft.trigger
        if hit is None or hit.value.form not in ("past", "present") or hit.value.pronoun or hit.value.masdar:
            return True
        words = self.article.words
        index = words.index_at(phrase[0])
        form, classes = words.forms[index], words.classes[index]
        verb = self.text[hit.start : hit.end]
        feminine_verb = (
            verb.endswith(("ت", "تا")) if hit.value.form == "past" else verb.lstrip("س").startswith(("ت", "ن"))
        )
        named = classes & (KNOWN | PLACE | MAYBE_NAME)
        feminine = form.endswith(("ه", "ات")) or classes & PLURAL
        return feminine_verb or verb.endswith(("وا", "ون", "ا")) or not (feminine and classes & NOUN and not named)

    def antecedent_of_relative(self, index: int, first: int) -> Place | None:
        """Of whom a relative clause before token `index` speaks: `لفلان الذي سجل الهدف، وأحرز اللقب`."""
        words = self.article.words
        for pronoun in range(index, first, -1):
            if words.forms[pronoun] in self.lists["relatives"]:
                return self.phrase_back(pronoun - 1, first)
        return None

    def led_by(self, index: int, first: int, draft: AwardDraft) -> Place | None:
        """`قاد المدرب فريقه للفوز باللقب`, `قادا فريقهما إلى إحراز اللقب`: who was led got it."""
        hit = draft.trigger
        words = self.article.words
        if hit is None or hit.value.form != "noun" or hit.value.pronoun:
            return None
        if index >= first and words.forms[index] in ("الي", "نحو", "في"):
            index -= 1
        elif not hit.proclitic.endswith("ل") and hit.article != "ل":
            return None
        for leader in range(index, max(first, index - _LED) - 1, -1):
            form = words.forms[leader]
            if (form[1:] if form[0] in "وف" else form) in self.lists["leaders"]:
                led = self.phrase_back(index, leader + 1)
                lam = led and words.forms[leader + 1].startswith("ل") and led[0] == words.starts[leader + 1]
                return (led[0] + 1, led[1]) if led and lam else led  # قيادته لمنتخب بلاده
        return None

    def earlier(self, draft: AwardDraft, role: str) -> Place | None:
        """The same role of the award before, where that stands in the same sentence."""
        before = self.previous
        return (
            _place(before.fields.get(role)) if before is not None and before.sentence[1] == draft.sentence[1] else None
        )

    def holder_of_total(self, draft: AwardDraft) -> Place | None:
        """`ويتضمن سجل الولايات المتحدة خمسة ألقاب`, `وجاء النصر في المرتبة الأولى بـ4 ألقاب`."""
        words = self.article.words
        index = bisect_right(self.total_ends, draft.left) - 1
        total = self.totals[index] if index >= 0 and self.totals[index].start >= draft.sentence[0] else None
        if total:
            gap = self.text[total.end : draft.left].strip(" ,ب")
            index = words.index_at(total.end)
            named = self.text[total.start : total.end] in self.patterns.roles["totals_with_holder"]
            if len(gap) > 2 and not self.ends_phrase(index) and named:
                return self.noun_phrase(words.starts[index], draft.left)
        for index in range(words.index_at(draft.left) - 1, words.index_at(draft.sentence[0]) - 1, -1):
            if words.forms[index] in (",", ":"):
                break
            if words.classes[index] & VERB and not words.classes[index] & NOMINAL:
                phrase = (
                    self.noun_phrase(words.starts[index + 1], draft.left) if not self.ends_phrase(index + 1) else None
                )
                held = phrase and self.text[phrase[1] - 1] == "ا" and " " not in self.text[slice(*phrase)]
                alone = self.subject_alone(phrase) if phrase and not held else None
                counted = alone and self.reader.read(self.text, alone[0])
                if alone and not (counted and self.text[alone[1] - 1] == "ا"):
                    return alone
        return self.earlier(draft, "recipient") or self.main_subject(draft.left, draft)

    def trimmed(self, place: Place | None, draft: AwardDraft | None = None) -> Place | None:
        """Without conjunctions, swallowed prepositions and commas at its edges; up to the first comma but for lists."""
        if place is None:
            return None
        start, end = place
        # منح وساما لمجموعتين ووساما لأفراد: the next award begins a clause of its own
        inner = self.awards[bisect_right(self.awards, start) : bisect_left(self.awards, end)]
        end = next((award - 2 for award in inner if self._conjoined(award)), end)
        end = self.before_date(start, end if place in self.lists_found else self.named_alone(start, end))
        text = self.text[start:end]
        comma = text.find(",", 2)
        # رئيس الجمهورية، السيد فلان، ...: the name follows
        closed = comma > 0 and text.count(",") == 2 and text.rstrip().endswith(",")
        if comma > 0 and self.names_office(start, start + comma):
            following = text.find(",", comma + 1)  # الرئيس السابق، فلان الفلاني
            text, comma = text[:following] if following > 0 else text, 0
        if (
            comma > 0
            and place not in self.lists_found
            and not (closed and self.officials_in(start + comma, end))
            and not re.search(r", ?و", text)
        ):
            text = text[:comma]
        text = self.patterns.trailing_adverbs_re.sub("", text)
        stripped = text.strip(' ,:-"(\n')
        stripped = stripped.removesuffix(")") if "(" not in stripped else stripped
        if draft is not None and not draft.form.item.best and self.patterns.award_re.search(stripped):
            return None  # another award, no winner
        if (
            len(stripped) < 2
            or stripped.partition(" ")[0] in self.lists["no_roles"]
            or stripped in self.lists["phrase_ends"]
            or (stripped[0].isdigit() and not self.counted(stripped))
        ):
            return None
        start += text.index(stripped)
        end = start + len(stripped)
        if stripped.count('"') % 2 and self.text[end : end + 1] == '"':  # مسرحية "كذا"
            end += 1
        return start, end

    def names_office(self, start: int, comma: int) -> bool:
        """Whether a phrase up to a comma names an office alone, and a person's name follows."""
        words = self.article.words
        first, last = words.index_at(start), words.index_at(comma)
        named = any(
            words.classes[index] & KNOWN and not words.classes[index] & DEFINITE for index in range(first, last)
        )
        return (
            last + 1 < len(words)
            and not named
            and bool(words.classes[last + 1] & GIVEN)
            and words.forms[last + 1][0] != "و"
        )

    def _conjoined(self, start: int) -> bool:
        return self.text[start - 2 : start] == " و"

    # --- what the recipient says of the count ---

    def recount(self, draft: AwardDraft) -> None:
        if draft.number or draft.form.number == "two" or draft.fields["count"] not in (1, None):
            return
        if (
            draft.head is not None
            and draft.form.item.elliptic
            and (draft.head.number or draft.head.form.number == "two")
        ):
            return  # ميداليتين (فضية وبرونزية)
        recipient = _place(draft.fields.get("recipient"))
        text = self.text[recipient[0] : recipient[1]] if recipient else ""
        if self.patterns.doubles_re.match(self.text, draft.end) and draft.form.number == "one":
            return  # the two of a pair have one place
        if recipient is None or draft.how == "vague" or not text.strip():
            return
        counted = self.counted(text)
        if counted:
            draft.fields["count"] = sum(counted)
            draft.fields["counted"] = tuple(counted)
            return
        each = self.patterns.each_re.match(self.text, draft.end)
        names = 1 + text.count(" و") if each else self.names(recipient)
        if (
            names > 1
            and (draft.form.number == "many" or each or not self.won_together(draft))
            and (draft.form.number == "many" or not self.body(text, recipient[0]) or each)
        ):
            shared = self.patterns.shared_re.search(self.text, draft.sentence[0], draft.end + 30)
            if draft.fields["count"] is None or not shared:
                draft.fields["count"] = names
        elif draft.head is not None and draft.head.number and "recipient" in draft.head.fields:
            return  # سبع ميداليات وشهادة
        elif draft.fields["count"] == 1 and self.distributive(draft) and self.plural(text, recipient[0]):
            before = self.text[max(0, draft.trigger.start - 6) : draft.trigger.start] if draft.trigger else ""
            draft.fields["count"] = 1 if before.endswith((" الذي ", " التي ")) else None

    def distributive(self, draft: AwardDraft) -> bool:
        """Whether a singular is given to each: not a cup, nor a title that a team wins together."""
        return draft.form.number == "one" and not self.won_together(draft)

    def won_together(self, draft: AwardDraft) -> bool:
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        won = trigger is None or trigger.role != "give"
        return draft.fields["kind"] == "cup" or (
            draft.fields["kind"] == "title" and won and '"' not in self.text[draft.start : draft.end]
        )

    # --- occasion and date ---

    def occasion(self, draft: AwardDraft) -> None:
        match = self.patterns.occasion_re.search(self.text, draft.sentence[0], min(draft.sentence[1], draft.end + 120))
        if match and abs(match.start() - draft.start) < 250:
            start = match.start() + (match[0].index(" ") + 1 if " " in match[0] else len(match[0]) + 1)
            phrase = self.noun_phrase(start, draft.sentence[1])
            named = phrase and (" " in self.text[slice(*phrase)] or self.text.startswith("ال", phrase[0]))
            if phrase and named and not phrase[0] <= draft.start < phrase[1]:
                draft.fields["occasion"] = SpanRef(*phrase)
        first, last = (bisect_left(self.date_starts, offset) for offset in draft.sentence)
        near = self.dates[first:last]
        if near:
            date = min(near, key=lambda each: abs(each.start - draft.start))
            draft.fields["date"] = SpanRef(date.start, date.end)


def _chain(draft: AwardDraft | None) -> Iterator[AwardDraft]:
    while draft is not None:
        yield draft
        draft = draft.head


def _place(span: object) -> Place | None:
    return (span[0], span[1]) if isinstance(span, SpanRef) else None


def _tie_parts(text: str, drafts: list[AwardDraft], patterns: RolePatterns) -> None:
    """`15 ميدالية منها 7 ذهبيات و5 فضيات`: the parts name their total, and the total says whether they add up."""
    index = 0
    while index < len(drafts):
        total = drafts[index]
        if total.rule == "awards.medal_table":
            index += 1
            continue
        parts: list[AwardDraft] = []
        for part in islice(drafts, index + 1, index + 1 + LONGEST_LIST):
            between = text[(parts[-1] if parts else total).end : part.left]
            opened = bool(parts) or between.strip() in ("(", '"') or bool(patterns.parts_re.match(between))
            if part.sentence[1] != total.sentence[1] or not opened or (parts and len(between) > 25) or part.own:
                break
            parts.append(part)
        if parts and total.fields["count"] and (total.number or total.form.number == "two"):
            for part in parts:
                part.fields["part_of"] = SpanRef(total.start, total.end)
            counts = [part.fields["count"] for part in parts]
            total.fields["sum_agrees"] = None not in counts and sum(counts) == total.fields["count"]
        index += len(parts) + 1
