"""Who gave an award, who got it, on which occasion; and what follows for its count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from extractnews.article import Draft, Found, ScannedArticle, SpanRef
from extractnews.extractors.awards.drafts import AwardDraft, chain
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.words import UNREAL, Trigger
from extractnews.lexicon import Resources
from extractnews.linking.awards.adjuncts import Adjuncts, may_give
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.counts import Counts
from extractnews.linking.awards.dates import Dates
from extractnews.linking.awards.edges import PhraseTrimmer
from extractnews.linking.awards.giving import gives_himself
from extractnews.linking.awards.mentions import Mentions, Place, place_of
from extractnews.linking.awards.numbers import RecipientNumbers
from extractnews.linking.awards.patterns import RolePatterns
from extractnews.linking.awards.phrases import LONGEST_LIST, Phrases
from extractnews.linking.awards.roles import RoleReader
from extractnews.linking.awards.sentences import Sentences
from extractnews.linking.awards.subjects import Subjects
from extractnews.linking.awards.totals import TotalHolders
from extractnews.numerals import NumeralReader
from extractnews.words import FUNCTION

_SENTENCE_END_RE: Final = re.compile(r"[!?\n;|]|\.(?![\da-z])")
_TO_THEM_RE: Final = re.compile(r"(?: و[^\s,.]+(?: [^\s,.]+)?)? له(?:ا|م|ن|ما)?(?!\w)")
_SENTENCE: Final = 400
"""Letters of the sentence before that are looked at."""
_OCCASION_REACH: Final = 250
_OCCASION_BEHIND: Final = 120
"""Letters from an award to its occasion, and behind it, at most."""
_MOST: Final = 10**9
"""More distinctions than this are a code or a slip, and no count; the output's tables hold 64 bits."""


class AwardLinker:
    """Completes the awards of an article; built once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._grammar = AwardGrammar(resources)
        self._patterns = RolePatterns(resources)
        self._reader = NumeralReader(resources)
        self._numbers = RecipientNumbers(self._grammar, self._patterns, self._reader)

    def __call__(self, article: ScannedArticle, found: Found) -> None:
        """Complete the drafts in place; those that nobody got go to `found["unconferred"]`."""
        drafts = [
            draft
            for draft in found.get("awards", ())
            if isinstance(draft, AwardDraft) and not _is_regulated(draft, found.get("documents", ()))
        ]
        found["awards"] = list[Draft](drafts)
        if not drafts:
            return
        context = RoleContext(article, self._grammar, self._patterns, self._numbers, self._reader)
        linker = _Linker(context, found, drafts)
        previous: AwardDraft | None = None
        for draft in drafts:
            draft.previous = previous
            linker.link(draft)
            previous = draft
        for draft in drafts:
            linker.identify(draft)
            if (draft.fields.get("count") or 0) > _MOST:
                draft.fields.update(count=None, counted=())
        kept = [draft for draft in drafts if draft.status not in UNREAL and not linker.is_idle(draft)]
        _tie_parts(article.text, kept, self._patterns)
        found["awards"] = list[Draft](kept)
        found["unconferred"] = [draft for draft in drafts if draft.status in UNREAL]


class _Linker:
    """Completes the awards of one article."""

    def __init__(self, context: RoleContext, found: Found, drafts: list[AwardDraft]) -> None:
        article = context.article
        self._article = article
        self._text = article.text
        self._patterns = context.patterns
        awards = [draft.start for draft in drafts]
        self._verbs = sorted({draft.trigger.start for draft in drafts if draft.trigger})
        day = article.article.reference_date
        self._today = day.isoformat() if day else ""
        dates = Dates(article.text, found.get("dates", []))
        mentions = Mentions(article.text, found, awards)
        phrases = Phrases(context, mentions)
        sentences = Sentences(context, phrases)
        subjects = Subjects(context, phrases, sentences, mentions)
        totals = TotalHolders(context, phrases, sentences, subjects)
        self._dates, self._mentions, self._phrases, self._sentences = dates, mentions, phrases, sentences
        self._trimmer = PhraseTrimmer(context, awards, phrases, mentions, dates)
        self._adjuncts = Adjuncts(context, phrases, dates)
        self._roles = RoleReader(context, phrases, subjects, totals, self._adjuncts, dates)
        self._counts = Counts(context, phrases, mentions)

    def link(self, draft: AwardDraft) -> None:
        """Set giver, recipient, occasion, date and count; the awards before it are linked already."""
        head = draft.head
        giver, recipient = self._roles.roles(draft)
        if head is not None:
            theirs = place_of(head.fields.get("recipient"))
            # Behind a semicolon nobody shares whom the award before it was given to: وساما لفلان؛ 3 جوائز.
            apart = head.sentence[1] != draft.sentence[1] and theirs is not None and theirs[0] > head.end
            recipient = recipient or (None if apart else theirs)
            giver = giver or place_of(head.fields.get("giver"))
        for name, place in (("recipient", recipient), ("giver", giver)):
            known = draft.previous is not None and place == place_of(draft.previous.fields.get(name))
            trimmed = place if known else self._trimmer.trimmed(place, may_name_award=draft.form.item.best)
            if trimmed and place and place == giver and recipient and place[0] < recipient[0] < trimmed[1]:
                trimmed = trimmed[0], recipient[0] - 1
            if trimmed:
                draft.fields[name] = SpanRef(*trimmed)
        if head is not None and draft.own is None:
            self._share_after(draft, head)
        self._set_occasion(draft)
        self._counts.recount(draft)
        before = self._antecedent(draft)
        if before:
            draft.fields["antecedent"] = SpanRef(*before)

    def identify(self, draft: AwardDraft) -> None:
        """Name the officials and organisations that the roles are."""
        fields = draft.fields
        recipient = place_of(fields.get("recipient")) or place_of(fields.get("antecedent"))
        for name, place in (("recipient_entities", recipient), ("giver_entities", place_of(fields.get("giver")))):
            entities = self._mentions.entities_in(place) if place else ()
            if entities:
                fields[name] = entities

    def is_idle(self, draft: AwardDraft) -> bool:
        """Whether a verb governs an award that nobody gets (`ستقدم الجائزة فرصة`)."""
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        if trigger is None or trigger.role != "give" or trigger.pronoun or draft.fields.get("recipient"):
            return False
        counted = draft.number or draft.form.number == "two" or " واحد" in self._text[draft.noun[1] : draft.end]
        if counted or gives_himself(self._text, draft):
            return False
        if _TO_THEM_RE.match(self._text, draft.end):
            return False  # قدمت الشهادات والهدايا لهم
        end = draft.trigger.end if draft.trigger else 0
        if trigger.form == "past" and self._patterns.to_him_re.match(self._text, end):
            return False  # قدموا لي شهادة تقدير
        always = trigger.form == "present" and not trigger.future  # يمنح المعهد كل سنة جائزة
        if always or trigger.weak or trigger.form == "noun":
            return True
        return draft.fields.get("giver") is None and not self._adjuncts.is_passive(draft)

    # --- lists ---

    def _share_after(self, draft: AwardDraft, head: AwardDraft) -> None:
        """`5 أعلام و39 شهادة للجماعات`: what follows the last of a list belongs to all of it."""
        giver = self._adjuncts.giver(draft)
        after = self._adjuncts.recipient_at(draft, draft.end)
        after = after or (self._adjuncts.recipient_at(draft, giver[1]) if giver else None)
        after = self._trimmer.trimmed(after, may_name_award=True) if may_give(draft) else None
        by = self._trimmer.trimmed(giver, may_name_award=True)
        nodes = list(islice(chain(head), LONGEST_LIST))
        between = self._text[draft.previous.end : draft.left] if draft.previous else ""
        part = self._patterns.parts_re.match(between)  # جوائز منها الأولى من المهرجان
        own = "recipient" not in head.fields or any(node.guessed for node in nodes)
        if after:
            draft.fields["recipient"] = SpanRef(*after)
        for node in nodes:
            if after and own and may_give(node):
                self._regroup(node, after)
            if "giver" in node.fields:
                draft.fields.setdefault("giver", node.fields["giver"])
            elif by and part:
                draft.fields["giver"] = SpanRef(*by)
            elif by:
                node.fields["giver"] = SpanRef(*by)
                draft.fields["giver"] = SpanRef(*by)

    def _regroup(self, node: AwardDraft, after: Place) -> None:
        """Give an award of a list the recipient of all; who was guessed to be its recipient gave it."""
        if node.guessed and "giver" not in node.fields and "recipient" in node.fields:
            node.fields["giver"] = node.fields["recipient"]
        node.fields["recipient"] = SpanRef(*after)
        self._counts.recount(node)

    # --- the sentence before ---

    def _antecedent(self, draft: AwardDraft) -> Place | None:
        """The recipient that only the sentence before names (`وحصل أيضا على وسام`, `ومنحته الجامعة ...`)."""
        hit = draft.trigger
        if draft.fields.get("recipient") or hit is None or draft.own:
            return None
        if draft.head is not None:
            return place_of(draft.head.fields.get("antecedent"))
        trigger: Trigger = hit.value
        left_open = trigger.pronoun or (trigger.role == "get" and trigger.form in ("past", "present"))
        if not left_open or hit.article or draft.rule == "awards.relative":
            return None
        start = draft.sentence[0]
        previous = draft.previous
        if previous is not None and previous.sentence[1] <= start <= previous.sentence[1] + 3:
            known = place_of(previous.fields.get("recipient")) or place_of(previous.fields.get("antecedent"))
            if known:
                return known
        begin, end = self._sentence_before(start)
        words = self._article.words
        phrase = self._sentences.first_phrase(words.index_at(begin), words.index_at(end), end) if begin < end else None
        if phrase is None or not self._phrases.is_named(phrase[0]):
            return None
        if words.classes[words.index_at(phrase[0])] & FUNCTION:
            return None  # هنا, a name as well
        return self._trimmer.trimmed(phrase, may_name_award=draft.form.item.best)

    def _sentence_before(self, position: int) -> Place:
        """Offsets of the sentence that ends before an offset."""
        end = position - 1
        while end > 0 and self._text[end - 1] in " .\n":
            end -= 1
        begin = max(0, end - _SENTENCE)
        for boundary in _SENTENCE_END_RE.finditer(self._text, begin, end):
            begin = boundary.end()
        return begin, end

    # --- occasion and date ---

    def _set_occasion(self, draft: AwardDraft) -> None:
        """Set the occasion (`بمناسبة اليوم الوطني`) and the date of the sentence that is nearest."""
        limit = min(draft.sentence[1], draft.end + _OCCASION_BEHIND)
        match = self._patterns.occasion_re.search(self._text, draft.sentence[0], limit)
        if match and abs(match.start() - draft.start) < _OCCASION_REACH:
            start = match.start() + (match[0].index(" ") + 1 if " " in match[0] else len(match[0]) + 1)
            phrase = self._phrases.noun_phrase(start, draft.sentence[1])
            named = phrase and (" " in self._text[slice(*phrase)] or self._text.startswith("ال", phrase[0]))
            if phrase and named and not phrase[0] <= draft.start < phrase[1]:
                draft.fields["occasion"] = SpanRef(*phrase)
        date = self._dates.of_award(draft, self._verbs, self._today)
        if date:
            draft.fields["date"] = SpanRef(date.start, date.end)


def _is_regulated(draft: AwardDraft, documents: Iterable[Draft]) -> bool:
    """Whether an award is what a document is about, and its verb stands before that: `يمنح وفقا لقانون الأوسمة`."""
    subjects = (document.fields.get("subject") for document in documents)
    verb = draft.trigger
    return any(
        isinstance(subject, SpanRef)
        and subject[0] <= draft.start < subject[1]
        and (verb is None or verb.end < subject[0])
        for subject in subjects
    )


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
