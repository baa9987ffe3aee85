"""The verb before an award that has it as its object: `فاز بالجائزة`, `منح الوزير الفائز وساما`."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.extractors.awards.drafts import AwardDraft, bare_letters
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.extractors.awards.words import AwardLexicon, Trigger
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    GIVEN,
    MAYBE_NAME,
    NOUN,
    PLACE,
    PLURAL,
    POSSESSED,
    VERB,
)

PROPER_NAMES: Final = ("أوسكار", "نوبل", "سيزار", "بافتا", "غويا")
"""Nouns of awards that are names by themselves."""
_NOT_ONLY_VERB: Final = ~(VERB | CONJOINED | MAYBE_NAME)
_NOT_GENITIVE: Final = DEFINITE | GIVEN | FAMILY | PLACE | ADJECTIVE | POSSESSED | MAYBE_NAME | VERB
_ASIDE_RE: Final = re.compile(r", (?:وهو|وهي|والذي|والتي) [^,]*,")
_APPOSED_RE: Final = re.compile(r"(?<=\w) ?, (?!و)([^,.:;()\"]{8,}), ?$")
_MARKS_RE: Final = re.compile('[,"()]')
_REACH: Final = {"strong": 190, "sport": 75, "qualified": 170, "direct": 60}
"""Letters between the verb and an award of each behaviour, at most."""
_GIVEN_REACH: Final = 190
_APPOSED_REACH: Final = 250
_COUNTED_REACH: Final = 120
_WEAK_REACH: Final = 90
_STRICT_REACH: Final = 60
_INDEFINITE_REACH: Final = 40
_NEAR_REACH: Final = 30
_LISTED_WORDS: Final = 4
"""Words between the verb and the colon before what was got, at most."""


class ObjectReader:
    """Finds the verbs of which one article's awards are objects.

    Args:
        article: the article.
        verbs: its verbs.
        lexicon: the words after which an item is no award.
        grammar: the word lists and patterns.
        reader: knows number words.
    """

    def __init__(
        self,
        article: ScannedArticle,
        verbs: AwardVerbs,
        lexicon: AwardLexicon,
        grammar: AwardGrammar,
        reader: NumeralReader,
    ) -> None:
        self._article = article
        self._text = article.text
        self._verbs = verbs
        self._lexicon = lexicon
        self._grammar = grammar
        self._lists = grammar.lists
        self._reader = reader

    def verb_of(self, draft: AwardDraft) -> Hit | None:
        """The nearest verb before an award that can have it as its object."""
        owned = False
        for hit in self._verbs.conferring_before(draft.left):
            if hit.start < draft.sentence[0]:
                break
            if not (owned and hit.value.role == "get") and self._fits(hit, draft):
                return hit
            # تسلم الفائزون بالجائزة مبالغ: they have it already
            near = draft.left - hit.end <= len(draft.marker) + 2
            owned = owned or (hit.value.generic and near and draft.marker in hit.value.markers)
        return None

    def _fits(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether a verb can govern an award, by its kind, its preposition and the words between them."""
        trigger: Trigger = hit.value
        if draft.left - self._apposed(hit, draft) - hit.end > self._reach(trigger, draft):
            return False
        if trigger.generic and not draft.number and not self._are_winners(hit, draft):
            return False
        if not self._takes(hit, draft):
            return False
        gap = self._text[hit.end : draft.left]
        if draft.marker and "," in gap:
            gap = _ASIDE_RE.sub(" ", gap)
        words = self._words(hit.end, draft.left, gap)
        if trigger.holder and self._grammar.clause.whoever_re.search(self._text, max(0, hit.start - 8), hit.start):
            return False  # يحصل كل صاحب ميدالية على منحة
        if trigger.weak and words and self._verb_follows(hit):
            return False  # وأضاف تمت
        if trigger.indefinite and '"' in gap:
            return False
        if self._is_blocked(hit, draft, words):
            return False
        item = draft.form.item
        if item.elliptic and not draft.number and not self._stands_alone(draft, words):
            return False
        if item.behaviour == "sport" and self._grammar.clause.other_goal_re.search(gap):
            return False  # فاز في المباراة
        if draft.marker == "" and not self._is_plain_object(trigger, draft, gap, words):
            return False
        if trigger.holder and trigger.form == "participle":  # حامل اللقب
            named = self._text[draft.noun[1] : draft.end].strip()
            return not words and bool(draft.number or item.kind == "medal" or named)
        return not (hit.article and trigger.form in ("past", "present"))

    def _apposed(self, hit: Hit, draft: AwardDraft) -> int:
        """Letters between commas right before the award that say who its subject is: `تسلمت هدى، أستاذة كذا، اللقب`."""
        if draft.left - hit.end <= _STRICT_REACH or hit.value.weak:
            return 0
        apposed = _APPOSED_RE.search(self._text, hit.end, min(draft.left, hit.end + _APPOSED_REACH))
        return apposed.end() - apposed.start() if apposed else 0

    def _are_winners(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether a participle in the plural speaks of those who got it: `المعلمات الحاصلات على وسام التميز`."""
        if draft.marker != "علي" or hit.article != "ال" or hit.value.status != "conferred":
            return False  # ستعلن أسماء الفائزين بالجائزة
        named = self._text[draft.noun[1] : draft.end].strip()
        known = bool(named) and not named[0].isdigit() and draft.form.item.behaviour in ("strong", "qualified")
        return known and draft.left - hit.end <= len(draft.marker) + 2

    def _words(self, start: int, end: int, gap: str) -> list[str]:
        """The words between two offsets, without the Vietnamese names آن and آنه, which look like أن and أنه."""
        words = _MARKS_RE.sub(" ", gap).split()
        if "ان" in words or "انه" in words:
            written = bare_letters(self._article, start, end).split()
            names = [fold(name) for name in ("آن", "آنه") if name in written]
            words = [word for word in words if word not in names]
        return words

    def _reach(self, trigger: Trigger, draft: AwardDraft) -> int:
        """How many letters may stand between the verb and the award."""
        item = draft.form.item
        quoted = item.noun == "لقب" and self._text.startswith(' "', draft.noun[1]) and not trigger.weak
        if trigger.indefinite:
            reach = _INDEFINITE_REACH
        elif quoted or (trigger.role == "give" and (item.noun in ("كأس", "لقب") or draft.form.accusative)):
            reach = _GIVEN_REACH
        else:
            reach = _REACH[item.behaviour] if not trigger.weak else _WEAK_REACH
            if draft.number and item.behaviour == "sport":
                reach = _COUNTED_REACH
            if trigger.near or trigger.form == "participle":
                reach = _NEAR_REACH
            if item.strict or (trigger.weak and item.behaviour in ("sport", "direct")):
                reach = min(reach, _STRICT_REACH)
        counted = draft.number and item.behaviour == "strong"
        if (counted or draft.marker in ("علي", "ب")) and not trigger.weak and item.behaviour != "direct":
            reach *= 2
        return reach

    def _takes(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether a verb of this kind can have such an award with such a preposition at all."""
        trigger: Trigger = hit.value
        item = draft.form.item
        if draft.marker not in trigger.markers and not self._is_object_with_lam(hit, draft):
            return False
        if trigger.near and item.strict and draft.marker == "ب":
            return False  # حظي القرار بتنويه واسع
        if trigger.beside and (item.behaviour != "strong" or draft.left != hit.end + 1):
            return False  # استقبل الوزير السيد وسام
        if draft.joined and item.behaviour in ("sport", "direct") and draft.marker == "":
            return False  # حقق الفوز والكأس في انتظاره
        if item.best and (trigger.weak or draft.marker not in ("ب", "علي")):
            return False  # only فاز بأفضل ممثل, حصل على أفضل ممثل
        prize = item.noun == "جائزة" and draft.form.number == "one" and draft.end > draft.noun[1]
        other = self._grammar.clause.other_goal_re.search(self._text, hit.end, draft.left)
        prize = prize and not other and draft.left - hit.end < _NEAR_REACH  # فاز سالم في جائزة القصة
        if draft.marker == "في" and not prize and not (draft.number and item.behaviour == "sport"):
            return False  # فاز في البطولة is a match
        if trigger.holder and trigger.form == "present" and draft.form.possessed:
            return False  # بطولة تحمل كأسها اسم الراحل
        if trigger.indefinite and (draft.definite or draft.form.possessed):
            return False  # أهدى الميدالية إلى والدته
        if trigger.holder and trigger.form != "participle" and item.kind != "cup" and not draft.number:
            return False  # يحمل لقبا is no news
        if trigger.role == "give" and item.noun in ("بطولة", "دوري", "سوبر"):
            return False  # these are won, never given
        if draft.marker == "الي" and item.noun == "دوري":
            return False  # صعد إلى دوري الأضواء
        # The object of a verb with a pronoun is the pronoun.
        own = trigger.pronoun and trigger.role == "get" and trigger.form in ("past", "present")
        own = own and not (trigger.masdar and draft.left == hit.end + 1)  # عقب تسلمه الجائزة
        own = own and not self._grammar.clause.achieved_re.search(self._text, max(0, hit.start - 40), hit.start)
        on = draft.marker == "علي" and trigger.status == "conferred"  # القصائد التي تلقتها الأمانة المشرفة على الجائزة
        return not (own and (on or not draft.marker))

    def _is_object_with_lam(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether an award is a masdar's object with لـ: `بعد إحرازه للقب`, `عقب حصدها لـ12 ميدالية`."""
        trigger: Trigger = hit.value
        deed = (
            (trigger.form == "noun" or trigger.masdar)
            and trigger.pronoun
            and trigger.role == "get"
            and "" in trigger.markers
        )
        return deed and draft.marker == "ل" and draft.left == hit.end + 1

    def _verb_follows(self, hit: Hit) -> bool:
        """Whether a verb comes right after (`فقد عادت`, `وأضاف تمت`), so that the hit governs nothing."""
        words = self._article.words
        index = words.index_at(hit.end + 1)
        return index < len(words) and bool(words.classes[index] & VERB) and not words.classes[index] & _NOT_ONLY_VERB

    def _is_blocked(self, hit: Hit, draft: AwardDraft, gap: list[str]) -> bool:
        """Whether another clause, or a wish, begins between the verb and the award."""
        blocking = self._lists["clause_openers"].intersection(gap)
        item = draft.form.item
        if blocking and hit.value.form == "noun" and self._text.count(",", hit.end, draft.left) > 1:
            return True
        comma = item.behaviour in ("sport", "direct") and "," in self._text[hit.end : draft.left]
        if blocking and ("حيث" in blocking or not draft.marker or hit.value.weak or comma):
            return True
        if comma and item.best:
            return True
        return bool(self._lists["aims"].intersection(gap))

    def _stands_alone(self, draft: AwardDraft, gap: list[str]) -> bool:
        """Whether a `ذهبية` after these words is a medal, and not the adjective of the noun before it."""
        if not gap or draft.marker in ("ب", "علي"):
            return True
        if draft.form.number == "two":
            return not gap[-1].endswith(("ين", "ان"))
        if draft.form.number == "many":
            return True
        if draft.definite:
            return not self._agrees_back(draft, gap[-1]) and not self._lists["prepositions"].intersection(gap)
        return not gap[-1].endswith(("ه", "ات")) or gap[-1].startswith("ال")

    def _agrees_back(self, draft: AwardDraft, last: str) -> bool:
        """Whether a definite feminine adjective can belong to the word before it (`العضوية الذهبية`)."""
        words = self._article.words
        plural = words.classes[words.index_at(draft.left) - 1] & PLURAL
        feminine = last.endswith(("ه", "ات", "ا")) or last[2:] in self._lexicon.nouns
        return last.startswith("ال") and (feminine or bool(plural))

    def _is_plain_object(self, trigger: Trigger, draft: AwardDraft, gap: str, words: list[str]) -> bool:
        """Whether an award without a preposition can be the verb's object, by the words between them."""
        last = next((word for word in reversed(words) if word not in self._grammar.adverbs), "")
        named = draft.form.item.noun in PROPER_NAMES and draft.form.item.behaviour != "qualified"
        named = named and self._text[draft.noun[1] : draft.end].split()[:1] not in (["افضل"], ["احسن"])
        if named and words and not draft.number:
            return False  # a man's name; لجائزة "نوبل"
        if trigger.role == "give" and last in ("هذا", "هذه"):
            return False
        if ":" in gap and not (gap.endswith(": ") and gap.count(":") == 1 and len(words) <= _LISTED_WORDS):
            return False  # منح اللواء: وسام كذا
        ago = last == "ايام" and "قبل" in words  # نال قبل أيام جائزة
        if (last in self._lexicon.not_after and not ago) or last[1:] in self._lexicon.not_after:
            return False
        if last.startswith(("بال", "لل", "وال")) and draft.form.item.behaviour == "sport" and len(words) < 2:
            return False
        counted = any(self._reader.is_number_word(word) or word.isdigit() for word in words)
        return counted or words[-1:] != [last] or not self._is_genitive(draft, last)

    def _is_genitive(self, draft: AwardDraft, last: str) -> bool:
        """Whether a definite award completes the noun before it (`صورة الكأس`)."""
        if not last or not draft.definite or draft.number:
            return False
        words = self._article.words
        classes = words.classes[words.index_at(draft.left) - 1]
        return bool(classes & NOUN) and not classes & _NOT_GENITIVE
