"""Verbs of which an award is the subject or topic: `عادت الجائزة إلى`, `الجائزة التي نالها`, `أما الجائزة ففاز بها`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from extractnews.article import Hit
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.extents import ExtentReader
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.status import StatusReader
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.extractors.awards.words import Trigger

_TOPIC_GAP_RE: Final = re.compile(
    r"(?: ?,[^.\n]{3,160},| ?\([^()\n]{1,60}\)| [لب]?(?:هذه|هذا) [^\s,.]+(?: [^\s,.]+)?"
    r"| (?:في|ضمن|عن|برسم) [^\s,.]+(?: [^\s,.]+){0,4}| (?:ال(?:مخصص|ممنوح|خاص)\S*|التي|الذي)(?: [^\s,.]+){1,8})?"
    r" ?,? ?(?:فقد |قد )?"
)
_TOPIC_TO_RE: Final = re.compile(
    r"(?: فيها| فيه| هذا العام| هذه السنه| مناصفه| ?, ?(?:في|عن|ضمن) [^,.\n]{3,60}(?=,)"
    r"| (?:في|عن|ضمن) (?:[^\s,.;:()]+ ){0,3}ال[^\s,.;:()]+(?: مناصفه)?(?= الي ))?,? (?:الي |ل(?=\S{2}))"
)
_TO_RE: Final = re.compile(r"[^.\n]*?(?: الي | ل)")
_TO_LAST_RE: Final = re.compile(r" لل[^\s]+$")
_CLAUSE_MARK_RE: Final = re.compile("[.,;]")
_PLACE_RE: Final = re.compile(r" (?:في|خلال) (?:[^\s,.;:()]+ ){1,4}$")
_BRACKETS_RE: Final = re.compile(r"\([^()\n]*\)")
_WITH_MORE_RE: Final = re.compile(r"^ و[^\s,.]+(?: ال[^\s,.]+)?(?= التي(?: |$))")
_YEAR_RE: Final = re.compile(r" (?:ل?عام |سنه )?(?:19|20)\d\d(?=,| ,| الت| الذ)")
_WHAT_RE: Final = re.compile(r"(?<!\w)[وفبل]?ما $")
_WHAT_REACH: Final = 60
"""Letters between a verb and the award that says what was got: `ما حصلت عليه الجامعة من شهادات`."""
_TOPIC_REACH: Final = 200
"""Letters between a topic and its verb at most."""
_TRIED: Final = 3
"""Verbs behind a topic that are looked at."""
_SUBJECT_BEFORE: Final = 23
_SUBJECT_BEHIND: Final = 60
"""Letters before and behind an award in which a verb may begin whose subject it is."""
_LOT_REACH: Final = 40
_RELATIVE_REACH: Final = 45
"""Letters between an award and the verb of its relative clause at most."""


class ClauseReader:
    """Finds the clauses that one article's awards open or are subjects of.

    Args:
        text: the folded text.
        verbs: its verbs.
        extents: says how far a topic goes.
        statuses: says what its verb makes of it.
        grammar: the word lists and patterns.
    """

    def __init__(
        self, text: str, verbs: AwardVerbs, extents: ExtentReader, statuses: StatusReader, grammar: AwardGrammar
    ) -> None:
        self._text = text
        self._verbs = verbs
        self._extents = extents
        self._statuses = statuses
        self._patterns = grammar.clause
        self._lists = grammar.lists

    # --- the award is the topic ---

    def is_topic(self, draft: AwardDraft) -> bool:
        """Whether a clause behind an award says where it went; sets rule, verb and end.

        `أما جائزة الجمهور فعادت إلى`, `الجائزة الوطنية فاز بها`.
        """
        if draft.form.number == "many" or draft.number or draft.form.item.best:
            return False
        taking = self._behind(self._verbs.taking, draft)
        relative = taking and self._text[draft.end : taking[0].start].strip(" ,") in self._lists["relatives"]
        if relative and self._confers_topic(draft, taking[0]):
            return True  # جائزة الإخراج التي عادت إلى
        named = draft.definite or draft.end > draft.noun[1]
        if draft.marker not in ("", "ان") or not named or not self._opens(draft):
            return False
        verbs = [*taking, *self._behind(self._verbs.conferring, draft)]
        for hit in sorted(verbs, key=lambda each: each.start):
            end = self._topic_end(draft, hit)
            if end and self._confers_topic(draft, hit):
                draft.end = end
                return True
        return False

    def _topic_end(self, draft: AwardDraft, hit: Hit) -> int:
        """Where a topic ends, with what it is for, if its clause's verb can be the one at a hit; else 0."""
        verb = hit.start - len(hit.proclitic)
        end = min(draft.end, verb - 1)
        before = self._text[draft.noun[0] : end]
        end = draft.noun[0] + len(before.removesuffix(" فقد").removesuffix(" قد"))
        wide = self._extents.purpose_end(draft) if end == draft.end else end
        return next((each for each in (wide, end) if _TOPIC_GAP_RE.fullmatch(self._text, each, verb)), 0)

    def _opens(self, draft: AwardDraft) -> bool:
        """Whether the award begins a clause."""
        before = self._text[draft.sentence[0] : draft.left].split()
        return not before or before[-1] in self._lists["topic_openers"] or (draft.joined and before[-1] in ".,")

    def _behind(self, hits: list[Hit], draft: AwardDraft) -> list[Hit]:
        """The next verbs behind the award's noun, in its sentence."""
        index = bisect_right(hits, draft.noun[1], key=lambda each: each.start)
        limit = min(draft.sentence[1], draft.end + _TOPIC_REACH)
        return [hit for hit in hits[index : index + _TRIED] if hit.start < limit]

    def _confers_topic(self, draft: AwardDraft, hit: Hit) -> bool:
        """Whether a verb says where the award before it went; sets rule and verb."""
        if hit.value is None:
            lot = self._patterns.lot_re.search(self._text, hit.start, hit.end)
            to = lot or _TOPIC_TO_RE.match(self._text, hit.end)
            if not to or not self._is_lot(hit):
                return False
            draft.verb_end, draft.rule = hit.end, "awards.goes_to"
            return True
        trigger: Trigger = hit.value
        if trigger.role == "give" and trigger.form == "past" and not trigger.pronoun and not trigger.indefinite:
            if not _TOPIC_TO_RE.match(self._text, hit.end):
                return False
            draft.verb_end, draft.rule = hit.end, "awards.goes_to"  # الجائزة منحت لفلان
            return True
        if trigger.role == "give" or trigger.form != "past" or trigger.generic or trigger.weak:
            return False
        if not trigger.pronoun and not self._patterns.resumed_re.match(self._text, hit.end):
            return False
        draft.trigger, draft.rule = hit, "awards.relative"
        draft.status = self._statuses.status(hit, draft)
        return True

    # --- the award is the subject ---

    def goes_to(self, draft: AwardDraft) -> bool:
        """Whether the award is the subject of a verb of going: `ذهبت الجائزة إلى`, `وكان الوسام من نصيب`."""
        if self._text.startswith(")", draft.end) and self._text[draft.start - 1] == "(":
            return False
        for hit in self._verbs.taking_from(draft.left - _SUBJECT_BEFORE):
            if hit.start > draft.end + _SUBJECT_BEHIND:
                return False
            if not self._is_lot(hit):
                continue
            if self._is_lot_of(draft, hit):
                between = _BRACKETS_RE.sub("", self._text[draft.end : hit.start])
                if len(between) <= _LOT_REACH:
                    return not _CLAUSE_MARK_RE.search(between)
            right_behind = 0 <= draft.left - hit.end <= 1
            right_before = 0 <= hit.start - draft.end <= 2 and not hit.proclitic.startswith("و")
            if right_behind or right_before:
                after = max(draft.end, hit.end)
                item = draft.form.item
                won = item.behaviour != "sport" or item.kind == "prize" or item.noun == "لقب"
                to = _TO_LAST_RE.search(self._text, draft.noun[1], draft.end)
                if won and right_behind and to and not _TO_RE.match(self._text[after : after + _LOT_REACH]):
                    draft.end = to.start()  # ذهب اللقب الثاني للشباب
                    return True
                return won and bool(_TO_RE.match(self._text[after : after + _LOT_REACH]))
        return False

    def _is_lot(self, hit: Hit) -> bool:
        """Whether `كانت` says to whom something went (`فكانت للفيلم`), and not what it was."""
        return self._text[hit.start : hit.end] not in ("فكانت", "فكان") or self._text.startswith(" ل", hit.end)

    def _is_lot_of(self, draft: AwardDraft, hit: Hit) -> bool:
        """Whether a verb behind an award says whose lot it was (`من نصيب`), over some other words."""
        if hit.start < draft.end or draft.marker or not (draft.definite or draft.form.item.behaviour != "sport"):
            return False
        return self._patterns.lot_re.search(self._text, hit.start, hit.end) is not None

    def goes_as_well(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether the verb before speaks of one more award: `عادت الجائزة الأولى لفلان والثانية لفلان`."""
        return (
            previous.rule == "awards.goes_to"
            and previous.sentence[1] == draft.sentence[1]
            and draft.joined
            and not draft.marker
            and draft.form.number == "one"
            and bool(_TOPIC_TO_RE.match(self._text, draft.end))
        )

    # --- the award is the object of the clause behind it ---

    def relative_verb(self, draft: AwardDraft) -> Hit | None:
        """The verb that follows with a pronoun for the award: `الجائزة التي نالها`, `وحصل عليها`."""
        hit = self._verbs.conferring_after(draft.end)
        end = self._extents.purpose_end(draft) if hit is not None else draft.end
        year = _YEAR_RE.match(self._text, end)
        end = year.end() if year else end
        if hit is None or hit.start - end > _RELATIVE_REACH or hit.start >= draft.sentence[1]:
            return None
        if not self._tells_of_winning(hit.value):
            return None
        trigger: Trigger = hit.value
        between = self._text[end : max(end, hit.start - len(hit.proclitic))]
        if draft.form.number == "many":
            between = _WITH_MORE_RE.sub("", between)  # الجوائز والكتب التي نالها
        bare = trigger.form == "past" and draft.form.item.behaviour == "strong" and _PLACE_RE.match(between)
        if not bare and not self._patterns.relative_re.match(between):
            return None
        resumed = trigger.pronoun and trigger.form != "noun"  # the pronoun of حصوله is his
        resumed = resumed or bool(self._patterns.resumed_re.match(self._text, hit.end))
        if not resumed and between.strip() in self._lists["relatives"]:
            resumed = bool(self._patterns.resumed_late_re.match(self._text, hit.end))  # التي حصلت المؤسسة عليها
        told = between.strip() or hit.proclitic or draft.form.item.best or draft.number
        return hit if resumed and told else None

    def got_as_what(self, draft: AwardDraft) -> Hit | None:
        """The verb of `ما حصلت عليه الجامعة من شهادات`, `ما حققوه من ميداليات`: the award says what was got."""
        hit = next(iter(self._verbs.conferring_before(draft.left)), None) if draft.marker == "من" else None
        if hit is None or hit.start < draft.sentence[0] or draft.left - hit.end > _WHAT_REACH:
            return None
        trigger: Trigger = hit.value
        resumed = trigger.pronoun or self._patterns.resumed_re.match(self._text, hit.end)
        what = _WHAT_RE.search(self._text, max(0, hit.start - 6), hit.start)
        told = trigger.role == "get" and trigger.form == "past" and trigger.status == "conferred"
        apart = _CLAUSE_MARK_RE.search(self._text, hit.end, draft.left) or "," in self._text[hit.end : draft.left]
        return hit if resumed and what and told and not apart else None

    def _tells_of_winning(self, trigger: Trigger) -> bool:
        """Whether a verb behind an award can say who got it: no present, no verb of having, no plural participle."""
        honoured = trigger.role == "honour" and trigger.form == "past" and not trigger.pronoun
        told = trigger.form != "present" and not (trigger.weak and trigger.holder)
        return (trigger.role == "get" or honoured) and told and not trigger.generic
