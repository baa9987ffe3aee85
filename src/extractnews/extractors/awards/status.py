"""What the verb, its form and the words before it make of an award: conferred, to come, denied, hoped for."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.words import UNREAL, Status, Trigger
from extractnews.lexicon import Resources
from extractnews.normalise import fold

_LETTERS_RE: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 160
"""Letters before a verb that are looked at."""
_PROPOSAL_REACH: Final = 12
"""Words before a masdar in which a proposal is looked for."""
_CEREMONY_REACH: Final = 200


class UnrealWords:
    """The words that make what a verb says unreal, and those that make it real after all.

    Args:
        resources: where `awards.toml` is read from.

    Attributes:
        unreal: each word with the status that it gives.
        only_near: those that count only right before the verb.
        with_past: those that count before a past as well.
        real: what says that it was done.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("awards.toml")["unreal"]
        self.unreal: dict[str, Status] = {fold(word): kind for kind in UNREAL for word in table[kind]}
        self.only_near = frozenset(map(fold, table["near"]))
        self.with_past = frozenset(map(fold, table["with_past"]))
        self.real = frozenset(map(fold, table["real"]))


class StatusReader:
    """Reads the status of one article's awards.

    Args:
        text: the folded text.
        words: the words that make it unreal or real.
        grammar: the other word lists.
    """

    def __init__(self, text: str, words: UnrealWords, grammar: AwardGrammar) -> None:
        self._text = text
        self._words = words
        self._lists = grammar.lists

    def status(self, hit: Hit, draft: AwardDraft) -> Status:
        """What a verb makes of an award: `فاز بها`, `سيتسلمها`, `لم يفز بها`, `يأمل في الفوز بها`."""
        trigger: Trigger = hit.value
        if trigger.status != "conferred":
            return trigger.status
        before = self._text[max(draft.sentence[0], hit.start - _REACH) : hit.start - len(hit.proclitic)]
        if trigger.form == "past":
            before = before.rpartition(",")[2]  # a wish ends with its clause
        words = _LETTERS_RE.findall(before)
        past = trigger.form == "past" and not trigger.masdar
        said = self._said_before(words[-5:], self._words.with_past if past else None)
        if said == "nominated" and trigger.form == "past":
            said = None  # رشح لثماني جوائز حصد منها اثنتين
        gap = self._text[hit.end : draft.left].split()
        if said == "possible" and words[-2:] == ["قبل", "ان"] and not self._is_to_come(words[:-2]):
            said = None  # فاز بالدوري قبل أن يحرز الكأس
        if said == "denied" and self._lists["exceptions"].intersection(gap):
            said = None  # لم يفز إلا بجائزتين
        if said is None and (trigger.form == "noun" or trigger.pronoun) and self._is_proposed(before):
            said = "proposed"
        if said is None and trigger.form == "present" and hit.proclitic.endswith("ل"):
            said = "hoped" if self._said_before(words, None) == "hoped" else None  # تسعى إلى أن تشارك لتحرز اللقب
        if said is None and trigger.form == "participle" and hit.article and self._is_awaited(words):
            said = "possible"
        if said is None and self._is_aimed_at(hit, draft) and not self._is_made_real(words):
            said = "hoped" if hit.proclitic.endswith("ل") or hit.article == "ل" else "possible"
        if said is not None:
            return said
        planned = trigger.future or (trigger.form != "past" and self._lists["future"].intersection(words[-4:]))
        return "planned" if planned else "conferred"

    def _is_awaited(self, words: list[str]) -> bool:
        """Whether a winner is nobody yet: `يحصل الفائز بالجائزة على درع`, `ستعلن اللجنة اسم الفائز بالجائزة`."""
        last = words[-1] if words else ""
        if last.removeprefix("و") in self._lists["awaiting"]:
            return True
        named = last in self._lists["labels"] or last == "عن"
        return named and not self._lists["announcing"].isdisjoint(word.removeprefix("و") for word in words[-7:])

    def _is_proposed(self, before: str) -> bool:
        """Whether somebody proposes it in the same clause: `اقترحت إدارة الثقافة والرياضة في المدينة منحها`."""
        words = _LETTERS_RE.findall(before.rpartition(",")[2])[-_PROPOSAL_REACH:]
        unreal = self._words.unreal
        return any(unreal.get(word) == "proposed" for word in words)

    def _is_to_come(self, words: list[str]) -> bool:
        """Whether any of the words before a verb speaks of what is to come or only hoped for."""
        return any(
            word in self._words.unreal or word in self._lists["future"] or word[:1] == "س" for word in words[-9:]
        )

    def _said_before(self, near: list[str], only: frozenset[str] | None) -> Status | None:
        """What the last words before a verb make of it; None where nothing, or something real stands behind it.

        Args:
            near: the words.
            only: of the words that make it unreal, those that count; None for all.
        """
        unreal, real = self._words.unreal, self._words.real
        said: Status | None = None
        for index, word in enumerate(near):
            known = word in unreal or word in real
            bare = word if known or word[0] not in "وفل" else word[1:]
            if bare == "امل" and near[index - 1 : index] != ["علي"]:
                continue  # a name
            if said == "possible" and word in real and near[index - 1] in self._words.with_past:
                continue  # حتى لو تمكن
            counts = only is None or bare in only
            if counts and bare in unreal and (bare not in self._words.only_near or index >= len(near) - 2):
                said = unreal[bare]
            if bare in real:
                said = None
        return said

    def _is_aimed_at(self, hit: Hit, draft: AwardDraft) -> bool:
        """Whether a masdar names an aim (`للفوز بالجائزة`), or nobody's deed (`الفوز بالجائزة`)."""
        trigger: Trigger = hit.value
        last = self._text[max(0, hit.start - 8) : hit.start].rsplit(maxsplit=1)[-1:]
        noun = trigger.form == "noun" or (trigger.masdar and last == ["من"])  # من تقاسم الجائزة
        if not noun or trigger.role != "get" or trigger.pronoun:
            return False
        if self._is_handed_over(hit, draft.sentence[0]):
            return False
        if hit.proclitic.endswith("ل") or hit.article == "ل":
            return True
        subject = self._text[hit.end : draft.left].strip(" ب")
        return (hit.article == "ال" or not subject) and not hit.proclitic.endswith("ب")

    def _is_handed_over(self, hit: Hit, sentence_start: int) -> bool:
        """Whether the masdar's aim is reached at the ceremony told: `أقامت المدرسة حفلا لتسلم الوسام`."""
        if self._text[hit.start : hit.end] not in self._lists["handed"]:
            return False
        before = self._text[max(sentence_start, hit.start - _CEREMONY_REACH) : hit.start]
        return not self._lists["ceremonies"].isdisjoint(before.split())

    def _is_made_real(self, words: list[str]) -> bool:
        """Whether the words before a masdar say that it was done; of success (`نجح ... في`) even from afar."""
        real, success = self._words.real, self._lists["success"]
        near = any(word in real or word[1:] in real for word in words[-9:])
        return near or (words[-1:] in (["في"], ["من"]) and any(word in success for word in words[-20:-9]))
