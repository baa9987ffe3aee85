"""Whether an award is one more of those that the verb before the last one confers: `ميدالية ذهبية وأخرى فضية`."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.numerals import NumeralReader

# ذهبية في السباحة، وفضية ...
_EVENT_RE: Final = re.compile(
    r"(?: (?:في|ضمن) (?:[^\s,.;:()\d]+ ){0,4}[^\s,.;:()\d]+"
    r"|(?: (?:سباق|وزن|مسافه|مسابقه))? \d+ ?(?:م|متر\w*|كلم|كم|كلغ|كغ|كجم|كيلو\w*)(?!\w)(?: [^\s,.;:()\d]+)?"
    r"(?: (?:عام|سنه) \d{4})?) ?(?:, ?و?| و ?)"
)
_ORDINALS_RE: Final = re.compile(r" ?,? ?و?ال(?:اولي|ثانيه|ثالثه|اول|ثاني|ثالث) ")
_NAMELY_RE: Final = re.compile(r"[^.\n;]*; ?و?(?:هي|هما|هم) ?:? ?$")
_COUNTED_RE: Final = re.compile(r"[^.\n;]{0,60}; ?و([^\s,.;:()]+ [^\s,.;:()\d]+) $")
_SEMICOLON_RE: Final = re.compile(r"(?: ?(?:ل|الي )[^.\n;:]{2,80})?; ?(?:و)?")
_ONE_RE: Final = re.compile(r" (?:واحد|واحده)(?!\w)")
_TO_RE: Final = re.compile(r'"? (?:الي |ل)')
_REACH: Final = 100
"""Letters between two members of a list at most."""
_NAMELY_REACH: Final = 200


class ListReader:
    """Finds the lists of one article's awards.

    Args:
        text: the folded text.
        verbs: its verbs.
        grammar: the word lists and patterns.
        reader: reads numbers.
    """

    def __init__(self, text: str, verbs: AwardVerbs, grammar: AwardGrammar, reader: NumeralReader) -> None:
        self._text = text
        self._verbs = verbs
        self._patterns = grammar.clause
        self._times_re = grammar.phrase.times_re
        self._two_seasons_re = grammar.phrase.two_seasons_re
        self._lists = grammar.lists
        self._reader = reader

    def goes_on(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether the verb that confers an award confers the next one as well; sets that one's recipient of its own.

        Args:
            draft: the next award.
            previous: the award before it.
        """
        between = self._text[previous.end : draft.left]
        if previous.sentence[1] != draft.sentence[1]:
            # بثلاث جوائز؛ وهي جائزة التميز
            near = 0 < draft.left - previous.end < _NAMELY_REACH
            if near and previous.form.number == "many" and _NAMELY_RE.match(between):
                return True
            return near and (self._is_given_beside(draft, previous) or self._is_counted_beside(draft, previous))
        if draft.left - previous.end > _REACH:
            return False
        if not draft.form.item.elliptic and _ORDINALS_RE.fullmatch(between):
            return True  # جائزتين، الأولى جائزة كذا والثانية جائزة كذا
        proclitic = self._text[draft.left : draft.start]
        if between.strip(" ,") in ("وهو", "وهي") and draft.form.number == previous.form.number == "one":
            return draft.form.item != previous.form.item or draft.end == draft.noun[1]  # وسام العمل، وهو وسام رفيع
        added = ":" not in between and self._patterns.joining_re.search(between) is not None
        if self._is_counted_already(draft, previous) and not proclitic and not added:
            return False
        medals = previous.form.item.kind == draft.form.item.kind == "medal"
        total = previous.form.item.kind == "medal" or (previous.number and previous.form.item.kind == "prize")
        if draft.form.item.elliptic and total and between.strip() in ("(", '"'):
            return True  # ثلاث ميداليات (ذهبية وفضيتان)
        if medals and not draft.definite and draft.marker == "" and _EVENT_RE.fullmatch(between + proclitic):
            return True
        if (proclitic or between.strip()) and self._is_tight(draft, between, proclitic):
            linked = between.split()[-1:] == [draft.marker]  # تتمثل في ثلاث ذهبيات
            return linked or draft.marker in ("", "ب", "علي", "الي", "عن", "من") or draft.marker == previous.marker
        if previous.rule == "awards.relative" and between.rstrip().endswith((" كان", " كانت", " هو", " هي")):
            return True
        verb = self._verbs.conferring_after(previous.end)
        if verb is not None and verb.end <= draft.left:
            return False
        if self._is_part(draft, previous, between):
            such = draft.marker == "مثل" and draft.left == draft.start  # but في مثل هذه البطولات
            return such or draft.marker in ("", "من", previous.marker)
        return self._has_recipient(draft, previous, between) or self._joins(draft, previous, between, proclitic)

    def _is_counted_beside(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether a semicolon parts two counted awards, or one from the next with its counted recipient, which is set.

        `جائزة واحدة لفلان؛ 3 جوائز ثانية`, `مُنح 15 شخصا لقب كذا؛ و21 عملا جائزة كذا`.
        """
        between = self._text[previous.end : draft.left]
        recipient = _COUNTED_RE.match(between)
        if recipient and not draft.number and draft.marker == previous.marker and not draft.joined:
            number = self._reader.read(recipient[1], 0)
            if number is not None and number.kind == "cardinal":
                draft.own = (previous.end + recipient.start(1), previous.end + recipient.end(1))
                return True
        counted = all(
            each.number or each.form.number == "two" or _ONE_RE.search(self._text, each.start, each.end + 7)
            for each in (draft, previous)
        )
        same = draft.form.item is previous.form.item and draft.marker in ("", previous.marker)
        return counted and same and not draft.definite and _SEMICOLON_RE.fullmatch(between) is not None

    def _is_given_beside(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether `؛ و` joins an award with a recipient of its own: `وساما للمدير، ...؛ وميدالية للمعلمة`."""
        gives = previous.trigger is not None and previous.trigger.value.role == "give"
        joined = draft.joined and draft.marker == "" and previous.sentence[1] + 2 == draft.left
        joined = joined and self._text.startswith("; ", previous.sentence[1])
        sport = draft.form.item.behaviour in ("sport", "direct") and not draft.number
        return gives and joined and not sport and _TO_RE.match(self._text, draft.end) is not None

    def _is_counted_already(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether a title without a number is a member of the total before: `ثلاثة ألقاب: الدوري، الكأس`."""
        sports = previous.form.item.behaviour == draft.form.item.behaviour == "sport"
        return sports and previous.form.number != "one" and not draft.number

    def _is_tight(self, draft: AwardDraft, between: str, proclitic: str) -> bool:
        """Whether nothing but links and times stands between two awards: `وسام عام 2010، ثم ميدالية`."""
        times = self._times_re.match(between)  # بلقب الدوري 5 مرات وكأس الملك
        between = between[times.end() :] if times and "(" not in times[0] else self._two_seasons_re.sub("", between)
        links = self._patterns.when_re.sub("", between) + proclitic.replace("ب", "")
        return bool(self._patterns.list_re.match(links)) or (proclitic == "ل" and draft.joined)

    def _is_part(self, draft: AwardDraft, previous: AwardDraft, between: str) -> bool:
        """Whether an award is named as one of those before: `خمس جوائز في المهرجان، بينها ذهبيتان`."""
        if self._verbs.total_between(previous.end, draft.left):
            return False
        if self._patterns.parted_re.search(between):
            return True
        several = previous.form.number != "one" or (previous.number is not None and previous.number.value > 1)
        return several and bool(self._patterns.named_re.search(between))

    def _has_recipient(self, draft: AwardDraft, previous: AwardDraft, between: str) -> bool:
        """Whether the next award has a recipient of its own, and sets him: `والهلال ثانيا بأربعة ألقاب`."""
        own = self._patterns.own_re.match(between)
        if own is None or own[1] in self._lists["prepositions"] or draft.joined:
            return False
        counted = draft.marker == "ب" and draft.number and previous.number
        if draft.marker != previous.marker and not counted:
            return False
        if not draft.marker and draft.form.item.behaviour == "sport" and not self._reader.read(own[1], 0):
            return False
        draft.own = (previous.end + own.start(1), previous.end + own.end(1))
        return True

    def _joins(self, draft: AwardDraft, previous: AwardDraft, between: str, proclitic: str) -> bool:
        """Whether `و` or the like joins the phrase to the award before, over some other words."""
        sport = draft.form.item.behaviour == "sport"
        if draft.form.item.behaviour == "direct" and not draft.number:
            return False  # only right behind a verb of its own
        marker = previous.marker if previous.marker in ("ب", "علي") else None
        joined = proclitic.startswith("و") or between.rstrip().endswith((" و", " وعلي", "الي", "عن", "و"))
        if not joined:
            return False
        added = bool(self._patterns.joining_re.search(between))  # إضافة إلى كأس الأبطال
        if sport and not draft.number:
            another = draft.marker == "" and proclitic == "و" and draft.form.item.noun == previous.form.item.noun
            counted = previous.number is not None and "," not in between
            counted = counted and not self._text.startswith(" ل", draft.end)  # ولقب واحد للمنتخب الكندي
            another = another and (counted or self._text.startswith(' "', draft.noun[1]))
            # فاز باللقب أمس وبالكأس; أحرز سبعة ألقاب للدوري مع النادي ولقب السوبر; منح لقب "كذا" لسالم ولقب "كذا" لعلي
            return added or another or (marker is not None and draft.marker == marker)
        return added or draft.marker in ("", marker)
