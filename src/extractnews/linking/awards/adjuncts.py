"""What stands behind an award and names its giver or recipient: `من رئيس الوزراء`, `للفائزين`, `التي تمنحها كذا`."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from extractnews.article import Hit
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.verbs import conferring_hits
from extractnews.extractors.awards.words import Trigger
from extractnews.linking.awards.context import RoleContext
from extractnews.linking.awards.dates import Dates
from extractnews.linking.awards.mentions import Place
from extractnews.linking.awards.patterns import TOKEN_RE
from extractnews.linking.awards.phrases import Phrases
from extractnews.words import GIVEN, PREPOSED, VERB

_LAM_RE: Final = re.compile(r" ل(?=\w{3})")
_AGAIN_RE: Final = re.compile(r" ل(?=ل\w{3})")
_PURPOSE_RE: Final = re.compile(r"(?: [^\s,.;:()]+){1,7}?(?= لل?[^\s,.;:()]{3,} )")
_LEVEL_RE: Final = re.compile(r" علي (?:مستوي|صعيد|نطاق) [^\s,.;:()]+")
_ONE_RE: Final = re.compile(r"[^\s,.]{3,} واحده?(?!\w)")  # لشخص واحد
_GLOSS_RE: Final = re.compile(r" ?\([^()\n]{1,60}\)")
_TO_QUOTED_RE: Final = re.compile(r'[ ,]*(?:ل|الي) ?:? ?"([^"\n]{2,60})"')
_ASIDE_RE: Final = re.compile(r" ?, ?(?:في|عن|ضمن) [^,.\n]{3,60}(?=,)")
_GIVEN_HIM_RE: Final = re.compile(r" ?, ?و?(?:منحته?|قلدته?|سلمته?|منح|قلد|سلم)(?:ه|ها) اياه?ا?[ ,]+(?=\S)")
_VERB_REACH: Final = 8
"""Letters between an award and the verb of its relative clause at most."""
_DAMMA: Final = "\u064f"


_FIELD_RE: Final = re.compile(
    r"(?: (?:في|عن|ضمن) (?:[^\s,.;:()]+ ){0,3}ال[^\s,.;:()]+(?: مناصفه)?"
    r"| (?:ال)?(?:مخصص|موجه)\w* (?:[^\s,.;:()]+ ){1,12}?[^\s,.;:()]+)(?= (?:لكل من|الي كل من|لكلا من) )"
)


def may_give(draft: AwardDraft) -> bool:
    """Whether an award's verb is one of giving, so that what follows with لـ is its recipient."""
    return draft.trigger is not None and draft.trigger.value.role == "give"


class Adjuncts:
    """Reads what stands behind the awards of one article.

    Args:
        context: the article, and what its awards are read by.
        phrases: reads the noun phrases.
        dates: where dates are.
    """

    def __init__(self, context: RoleContext, phrases: Phrases, dates: Dates) -> None:
        self._article = context.article
        self._text = context.article.text
        self._phrases = phrases
        self._dates = dates
        self._grammar = context.grammar
        self._lists = context.grammar.lists
        self._patterns = context.patterns
        self._numbers = context.numbers
        self._reader = context.reader
        self._verbs = conferring_hits(context.article)
        self._verb_starts = [hit.start for hit in self._verbs]

    # --- the recipient ---

    def recipient(self, draft: AwardDraft, giver: Place | None) -> Place | None:
        """The recipient behind an award, a date or its giver.

        Args:
            draft: the award.
            giver: the giver behind it.
        """
        end = draft.verb_end or draft.end
        aside = _ASIDE_RE.match(self._text, end)  # عادت الجائزة، في صنف الإذاعة، لفلان
        level = _LEVEL_RE.match(self._text, end)  # جوائز على مستوى المدينة لعشرة طلاب
        aside = aside or level
        after = self.recipient_at(draft, aside.end() if aside else end) or self._recipient_after_date(draft)
        field = _FIELD_RE.match(self._text, end) if after is None and not aside else None
        if field:  # منحت الجائزة في الشعر لكل من فلان وفلان
            after = self.recipient_at(draft, field.end())
        if after and self._text.startswith(" الي ", after[1]):
            return self.recipient_at(draft, after[1]) or after  # الجائزة الكبرى لمسابقة المسرح إلى الفرقة
        if after is None and giver and may_give(draft):
            return self.recipient_at(draft, giver[1])
        if after is None and may_give(draft) and draft.form.number == "many":
            return self._recipient_behind_purpose(draft, end)
        return after

    def _recipient_behind_purpose(self, draft: AwardDraft, end: int) -> Place | None:
        """`قدم الشارات لإحياء ذكرى التأسيس لكبار الأعضاء`: a recipient behind what the award is for."""
        word = TOKEN_RE.match(self._text, end + 1)
        if word is None or not self._text.startswith(" ل", end) or not self._patterns.purpose_re.match(word[0]):
            return None
        purpose = _PURPOSE_RE.match(self._text, end, draft.sentence[1])
        return self.recipient_at(draft, purpose.end()) if purpose else None

    def recipient_at(self, draft: AwardDraft, start: int) -> Place | None:
        """The recipient that a preposition names at an offset: `للجماعات`, `إلى 7 أفراد`, `على قدامى المناضلين`."""
        quoted = _TO_QUOTED_RE.match(self._text, start)
        if quoted:
            return quoted.span(1)
        match = self._patterns.after_re.match(self._text, start)
        if match is None or not self._may_name_recipient(match):
            return None
        limit = draft.sentence[1]
        if match["mark"] == "ل" and match["space"]:
            return self._phrases.noun_phrase(match.end(), limit)  # ل 7 أفراد
        if match["mark"] in self._patterns.roles["to_each"]:
            return self._phrases.list_phrase(match.end(), limit)
        phrase = self._with_origin(self._phrases.noun_phrase(match.end(), limit), limit)
        if phrase is None:
            return None
        several = self._patterns.to_each_re.search(self._text, phrase[0], phrase[1] + 4)
        if several:  # الجائزة الوطنية للمخطوط لكل من فلان وفلان
            return self._phrases.list_phrase(several.end(), limit)
        of_this = self._text.startswith(("هذا ", "هذه "), phrase[0])
        work = self._text[match.end() : match.end() + 12].split()[:1]
        goes = draft.rule == "awards.goes_to" and match["mark"] == "ل" and {*work}.isdisjoint(self._lists["works"])
        again = _AGAIN_RE.search(self._text, *phrase) if of_this or goes else None
        again = again or (self._preposed(phrase) if of_this else None)
        return (again.end(), phrase[1]) if again else phrase  # الجائزة الفضية لهذا المهرجان للفيلم القصير

    def _preposed(self, phrase: Place) -> re.Match[str] | None:
        """The preposition of a second phrase with لـ: `لهذا السباق لزميلة سعاد`."""
        words = self._article.words
        for to in _LAM_RE.finditer(self._text, *phrase):
            if words.classes[words.index_at(to.end())] & PREPOSED:
                return to
        return None

    def _may_name_recipient(self, match: re.Match[str]) -> bool:
        """Whether the preposition of a match names no purpose (`لجهوده`), time (`لهذا العام`) or kind, nor whoever."""
        if self._text.startswith("من ", match.end()) and self._is_present(match.end() + 3):
            return False  # تعطى الكأس لمن يفوز بها
        if match["mark"] != "ل":
            place = TOKEN_RE.match(self._text, match.end())
            return bool(match["space"]) and not (place and place[0] in self._lists["not_recipient"])  # بينما is not بين
        following = self._text[match.end() : match.end() + 1]
        if match["space"]:
            return following.isdigit()
        if not following.strip():
            return False
        start = match.start("mark")
        word = TOKEN_RE.match(self._text, start)
        if word is None or word[0].removeprefix("لل").removeprefix("ل") in self._lists["not_recipient"]:
            return False
        if self._dates.any_at(start + 1):
            return False  # لهذا العام
        return not self._patterns.purpose_re.match(word[0]) and self._text[start - 1] in " ,"

    def _is_present(self, position: int) -> bool:
        """Whether a verb of the present begins at an offset."""
        words = self._article.words
        index = words.index_at(position)
        return index < len(words) and words.forms[index][0] in "يت" and bool(words.classes[index] & VERB)

    def _with_origin(self, phrase: Place | None, limit: int) -> Place | None:
        """A counted recipient with where they come from: `9 أفراد من الوزارة`."""
        if phrase is None or not self._text.startswith(" من ", phrase[1]):
            return phrase
        if not self._numbers.counted(self._text[slice(*phrase)]):
            return phrase
        origin = TOKEN_RE.match(self._text, phrase[1] + 4)
        rest = self._phrases.noun_phrase(phrase[1] + 4, limit)
        return (phrase[0], rest[1]) if origin and rest and origin[0] not in self._lists["not_giver"] else phrase

    def _recipient_after_date(self, draft: AwardDraft) -> Place | None:
        """`منحت الجائزة العام الماضي للرئيس`: a recipient behind a date."""
        end = self._dates.after(draft.end + 1, draft.sentence[1])
        return self.recipient_at(draft, end) if end > draft.end + 1 and may_give(draft) else None

    def winner_of_subject(self, draft: AwardDraft) -> Place | None:
        """To whom an award went that is its verb's subject: `ذهبت الجائزة إلى فلان`, `كانت الجائزة من نصيب فلان`."""
        end = draft.verb_end
        if not end:
            gloss = _GLOSS_RE.match(self._text, draft.end)
            end = gloss.end() if gloss else draft.end
            match = self._patterns.goes_to_re.match(self._text, end)
            end = match.end() if match else end
            if match and self._patterns.to_each_re.search(self._text, match.start(), end):
                return self._phrases.list_phrase(end, draft.sentence[1])  # مناصفة لكل من فلان وفلان
            end = self._name_behind(self._phrases.noun_phrase(end, draft.sentence[1]), end)
        return self._phrases.noun_phrase(end, draft.sentence[1])

    def _name_behind(self, phrase: Place | None, start: int) -> int:
        """Where the winner begins if a body's name with لـ comes first: `وهي أرفع جوائز المعهد للفنون لفلان`."""
        head = TOKEN_RE.match(self._text, start)
        if phrase is None or not self._text.startswith(" لل", start - 2) or (head and head[0] in self._lists["works"]):
            return start
        words = self._article.words
        for to in _LAM_RE.finditer(self._text, *phrase):
            classes = words.classes[words.index_at(to.start() + 1)]
            if classes & GIVEN and classes & PREPOSED:
                return to.end()
        return start

    def winner(self, draft: AwardDraft) -> Place | None:
        """Of one of a list, the winner who is named behind it: `وأفضل ممثل وحصل عليه فلان`."""
        if draft.trigger and draft.trigger.value.role == "get" and not draft.number:
            counted = self._reader.read(self._text, draft.end + 1) if self._text.startswith(" ", draft.end) else None
            phrase = self._phrases.noun_phrase(draft.end + 1, draft.sentence[1]) if counted else None
            if phrase and counted and not counted.definite and self._numbers.counted(self._text[slice(*phrase)]):
                return phrase  # وعلى لقب الفنان المتميز 347 شخصا
        verb = self._verb_behind(draft)
        if verb is None or verb.value.role != "get":
            return None
        resumed = self._grammar.clause.resumed_re.match(self._text, verb.end)
        end = resumed.end() if resumed else verb.end
        told = resumed or (verb.value.pronoun and verb.value.form == "past")
        return (
            self._phrases.noun_phrase(end + 1, draft.sentence[1]) if told and self._phrases.is_named(end + 1) else None
        )

    # --- the giver ---

    def giver(self, draft: AwardDraft) -> Place | None:
        """The giver behind an award: `من قبل الوزير`, `تسلمه من رئيس الوزراء`, `التي تمنحها الأكاديمية`."""
        match = self._patterns.by_re.match(self._text, draft.end)
        if match is None:
            match = self._patterns.by_re.match(self._text, self._dates.after(draft.end, draft.sentence[1]))
        adverbs = self._patterns.adverbs_re.match(self._text, draft.end + 1) if match is None else None
        if adverbs and self._text.startswith(" ", draft.end):  # تسلم الكأس هذه المرة من الأميرة
            match = self._patterns.by_re.match(self._text, adverbs.end() - 1)
        if match is None:
            given = _GIVEN_HIM_RE.match(self._text, draft.end)  # نوط الشجاعة، منحه إياه القائد
            return (
                self._phrases.noun_phrase(given.end(), draft.sentence[1]) if given else self._giver_of_relative(draft)
            )
        word = TOKEN_RE.match(self._text, match.end())
        if word is None or word[0] in self._lists["not_giver"] or word[0][0].isdigit():
            return None
        phrase = self._phrases.noun_phrase(match.end(), draft.sentence[1])
        best = self._grammar.phrase.for_best_re.search(self._text, *phrase) if phrase else None
        phrase = (phrase[0], best.start()) if phrase and best else phrase  # من الشركة لأفضل أداء
        if phrase and may_give(draft):
            between = not self.is_passive(draft) or self._is_given(draft)
            for to in _LAM_RE.finditer(self._text, *phrase):  # من رئيس الوزراء لثلاث مجموعات
                counted = self._reader.read(self._text, to.end()) or _ONE_RE.match(self._text, to.end())
                word = TOKEN_RE.match(self._text, to.end())
                people = between and word is not None and word[0] in self._lists["plurals"]
                people = people or (between and self._text.startswith("ل", to.end()))
                if counted or people or self._is_to_person(to.end()):
                    return phrase[0], to.start()
        return phrase

    def _is_given(self, draft: AwardDraft) -> bool:
        """Whether an award is the subject of its passive verb: `منحت الجائزة من الوزارة لسالم`."""
        return draft.trigger is not None and draft.left == draft.trigger.end + 1

    def _is_to_person(self, position: int) -> bool:
        """Whether a person's honorific stands behind لـ that ends at an offset: `للسيد`, `للرفيق`."""
        word = TOKEN_RE.match(self._text, position)
        return word is not None and word[0][0] == "ل" and "ال" + word[0][1:] in self._lists["person_titles"]

    def giver_in(self, draft: AwardDraft, start: int, end: int) -> Place | None:
        """The giver between a verb of getting and the award: `نال من المنظمة ميدالية`."""
        begin = self._text.rfind(" من ", max(0, start - 1), end) + 4
        before = self._text[max(0, start - 1) : max(0, begin - 4)].split()
        if begin < 4 or draft.marker or (before and before[-1] in self._patterns.roles["quantities"]):
            return None
        word = TOKEN_RE.match(self._text, begin)
        if word is None or word[0] in self._lists["not_giver"]:
            return None
        if before and word[0] in self._patterns.roles["homes"]:
            return None  # نال الطالب سالم من جامعة كذا ميدالية
        phrase = self._phrases.noun_phrase(begin, end)
        return phrase if phrase and self._phrases.is_named(phrase[0]) else None

    def _giver_of_relative(self, draft: AwardDraft) -> Place | None:
        """`الجائزة التي تمنحها الأكاديمية`."""
        verb = self._verb_behind(draft)
        if verb is None or verb is draft.trigger:
            return None
        trigger: Trigger = verb.value
        if trigger.role != "give" or not trigger.pronoun or trigger.form not in ("past", "present"):
            return None
        between = self._text[draft.end : verb.start]
        relative = not self._lists["relatives"].isdisjoint(between.split())
        if not relative or not self._grammar.clause.relative_re.match(between):
            return None
        return self._phrases.noun_phrase(verb.end + 1, draft.sentence[1])

    def _verb_behind(self, draft: AwardDraft) -> Hit | None:
        """The verb of conferring right behind an award."""
        index = bisect_left(self._verb_starts, draft.end)
        verb = self._verbs[index] if index < len(self._verbs) else None
        return verb if verb is not None and verb.start - draft.end <= _VERB_REACH else None

    def is_done(self, draft: AwardDraft) -> bool:
        """Whether nobody is said to do what a masdar names: `تم توزيع`."""
        hit = draft.trigger
        return hit is not None and bool(self._patterns.passive_re.search(self._text[max(0, hit.start - 8) : hit.start]))

    def is_passive(self, draft: AwardDraft) -> bool:
        """Whether the verb is passive: written with damma, after تم, or with a counted recipient as its subject."""
        hit = draft.trigger
        assert hit is not None
        if self._patterns.passive_re.search(self._text[max(0, hit.start - 8) : hit.start]):
            return True
        if hit.value.form == "past" and _DAMMA in self._article.view.written(hit.start, hit.end)[:4]:
            return True
        rest = self._text[hit.end : hit.end + 40].lstrip()
        rest = rest[match.end() :] if (match := self._patterns.adverbs_re.match(rest)) else rest
        counted = self._reader.read(rest, 0) if rest and not self._text.startswith(rest[:8], draft.start) else None
        return counted is not None and counted.kind == "cardinal"
