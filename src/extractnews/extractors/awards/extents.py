"""Where an award's name ends once its verb is known: before the winner, and behind what a prize is for."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import ScannedArticle
from extractnews.extractors.awards.complements import NUMBER_OF_IT_RE
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.words import AwardLexicon, Trigger
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FAMILY,
    GIVEN,
    MAYBE_NAME,
    NOUN,
    PLACE,
    POSSESSED,
    PREPOSED,
    VERB,
)

_NOT_ONLY_VERB: Final = ~(VERB | CONJOINED | MAYBE_NAME)
_TO_NEXT_RE: Final = re.compile(r"(?: ?, ?(?:صنف|فئه|في) [^,.\n]{2,40},)? (?:الي |ل(?=\S{2}))")


class ExtentReader:
    """Cuts and widens the awards of one article.

    Args:
        article: the article.
        lexicon: the nouns of awards.
        grammar: the word lists and patterns.
    """

    def __init__(self, article: ScannedArticle, lexicon: AwardLexicon, grammar: AwardGrammar) -> None:
        self._article = article
        self._text = article.text
        self._lexicon = lexicon
        self._grammar = grammar
        self._lists = grammar.lists

    def settle(self, draft: AwardDraft) -> None:
        """Set the end of an award whose verb is known."""
        self._trim(draft)
        self._widen(draft)

    # --- what is no part of the name ---

    def _trim(self, draft: AwardDraft) -> None:
        """Cut the complement where a verb begins, or somebody's name, or what is no part of a name (`بفوزه`)."""
        if draft.end == draft.noun[1] or NUMBER_OF_IT_RE.match(self._text, draft.noun[1]):
            return
        words = self._article.words
        index = words.index_at(draft.noun[1] + 1)
        previous = ""
        beside = self._verb_is_beside(draft)
        while index < len(words) and words.starts[index] < draft.end:
            classes, form = words.classes[index], words.forms[index]
            if form in ('"', "'", "("):
                return
            verb = classes & VERB and previous not in ("افضل", "احسن") and not classes & _NOT_ONLY_VERB
            verb = verb and form not in self._lists["waw_words"] and form not in draft.form.item.with_  # كأس ولي العهد
            theirs = classes & PREPOSED and classes & POSSESSED
            # لقب دوري الأبطال | فوزه
            owned = classes & POSSESSED and classes & NOUN and not classes & (GIVEN | FAMILY | PLACE)
            theirs = theirs or (owned and previous.startswith("ال"))
            if verb or theirs or (previous and self._begins_person(draft, index, beside=beside)):
                draft.end = words.ends[index - 1]
                return
            previous = form
            index += 1

    def _begins_person(self, draft: AwardDraft, index: int, *, beside: bool) -> bool:
        """Whether the winner's phrase begins at a token behind another one of the complement.

        `نال الجائزة الأولى الشاعر سالم`, `جائزة الرواية السيد سالم`; but `جائزة الملك فيصل`, `لقب الأم البطلة`.

        Args:
            draft: the award.
            index: the token.
            beside: whether the verb stands right before the award, so that its subject follows.
        """
        words = self._article.words
        form, previous = words.forms[index], words.forms[index - 1]
        if form in self._lists["person_titles"]:
            return True
        if form.removeprefix("ل") == "وسام":
            return False  # القلادة الكبرى لوسام الدولة: a man's name as well
        after_definite = beside and previous.startswith("ال")
        heads = form in self._lists["person_heads"] or form in self._lists["late_heads"]
        hero = draft.form.item.noun == "لقب" and form in self._lists["heroes"]
        if after_definite and heads and not hero:
            return True
        if not words.classes[index] & GIVEN:
            return False
        if previous.removeprefix("ال") in self._lists["adjectives"]:
            return True
        first_name = not form.startswith("ال") or (index + 1 < len(words) and words.classes[index + 1] & GIVEN)
        return after_definite and bool(first_name) and not self._heads_person(index - 1)

    def _heads_person(self, index: int) -> bool:
        """Whether a name may follow a definite word within an award's name: `جائزة الملك فيصل`, `جائزة الطيب صالح`."""
        words = self._article.words
        form = words.forms[index]
        if words.classes[index] & ADJECTIVE and words.forms[index - 1] in self._lists["person_heads"]:
            return True  # جائزة الفنان القدير سالم الحمد
        named = words.classes[index] & (GIVEN | FAMILY)
        return bool(named) or form in self._lists["person_heads"] or form in self._lists["namesakes"]

    def _verb_is_beside(self, draft: AwardDraft) -> bool:
        """Whether the verb stands right before the award, so that its subject follows (`نال الجائزة الفيلم ...`)."""
        trigger = draft.trigger
        if trigger is None or draft.head is not None or draft.left < trigger.end:
            return False
        between = self._text[trigger.end : draft.left].split()
        named = self._text[draft.noun[1] : draft.end].split()[:1]
        person = bool(named) and named[0] in self._lists["styles"]  # جائزة صاحب السمو الملكي الأمير ...
        return len(between) <= 1 and not person and trigger.value.form in ("past", "present")

    # --- what it is for ---

    def _widen(self, draft: AwardDraft) -> None:
        """`جائزة المغرب للكتاب`, `جائزة الدب الذهبي لأفضل فيلم`: what a prize is for belongs to its name."""
        trigger: Trigger | None = draft.trigger.value if draft.trigger else None
        won = trigger is not None and trigger.role != "give"
        if not won and draft.rule not in ("awards.goes_to", "awards.relative", "awards.table"):
            return
        end = self.purpose_end(draft)
        if draft.rule == "awards.goes_to" and not _TO_NEXT_RE.match(self._text, end) and draft.verb_end < draft.end:
            return  # آلت الجائزة الوطنية للمخرج
        draft.end = max(draft.end, end)

    def purpose_end(self, draft: AwardDraft) -> int:
        """Where the phrase with لـ behind an award ends that says what it is for; the award's end where none is."""
        item, end = draft.form.item, draft.end
        if item.elliptic or draft.form.number == "many" or self._text[end - 1] in "\"')":
            return end
        if " نوبل " in self._text[draft.start - 1 : end] and self._grammar.phrase.nobel_re.search(
            self._text, draft.start - 1, end
        ):
            return end
        for _ in range(2):
            whole = item.kind in ("prize", "order") and item.behaviour == "strong"
            more = self._purpose(end, whole=whole and not (draft.definite and end == draft.noun[1]))
            if more == end:
                break
            end = more
        return end

    def _purpose(self, end: int, *, whole: bool) -> int:
        """The end of the phrase with لـ that follows an offset.

        Args:
            end: the offset.
            whole: whether any noun may follow the preposition; else only a superlative.
        """
        words = self._article.words
        index = words.index_at(end + 1)
        if words.forms[index - 1].startswith("لل") and words.ends[index - 1] == end:
            return self._purpose_goes_on(index - 1)  # للإعلام والاتصال
        if not self._text.startswith(" ل", end):
            return end
        form, classes = words.forms[index], words.classes[index]
        bare = form[1:].removeprefix("ل")
        best = bare in self._lists["bests"]
        name = GIVEN | FAMILY if form.startswith("لل") else GIVEN | FAMILY | PLACE  # للعربي سالم
        noun = (form.startswith("لل") or classes & NOUN) and (not classes & name or classes & DEFINITE)
        if (
            words.ends[index] - end < 5
            or not (best or (whole and noun and not classes & POSSESSED))
            or bare in self._lists["not_purpose"]
            or form in self._lists["complement_ends"]
        ):
            return end
        if best:
            index += 1
            if index >= len(words) or not words.forms[index].isalpha() or form in self._lists["complement_ends"]:
                return end
        following = words.forms[index + 1 : index + 2]
        if not best and not form.startswith("لل") and not (following and following[0].isalpha()):
            return end  # لمهرجان "كذا"
        end = self._purpose_goes_on(index)
        place = self._grammar.phrase.best_place_re.match(self._text, end) if best else None
        return place.end() if place else end

    def _purpose_goes_on(self, index: int) -> int:
        """The end of the phrase that a token with لـ begins."""
        words = self._article.words
        last = index
        classes = words.classes[index]
        definite = words.forms[index].startswith(("لل", "ال")) and (not classes & NOUN or bool(classes & DEFINITE))
        while last + 1 < len(words) and last - index < 5 and self._goes_with(last + 1, definite=definite):
            last += 1
            definite = definite or words.forms[last].startswith("ال")
        return words.ends[last]

    def _goes_with(self, index: int, *, definite: bool) -> bool:
        """Whether a token goes on with what an award is for: a genitive, an adjective, one more noun with و."""
        words = self._article.words
        form, classes = words.forms[index], words.classes[index]
        verb = classes & VERB and not classes & (NOUN | ADJECTIVE)
        if form in self._lists["role_words"]:
            return not definite
        if verb or classes & (GIVEN | FAMILY) or form in self._lists["complement_ends"] or not form.isalpha():
            return False
        if form in self._lists["person_heads"] or form.removeprefix("و").removeprefix("ال") in self._lexicon.nouns:
            return False
        if form.startswith("وال"):
            return definite and not classes & ADJECTIVE
        if definite:
            group = form in self._lists["groups"]
            return form.startswith("ال") and bool(group or classes & ADJECTIVE or form.endswith(("ي", "يه")))
        if form.startswith("ال"):
            return True
        attached = form[0] in "وبلك" and classes & (PREPOSED | CONJOINED)
        return bool(classes & (NOUN | ADJECTIVE | PLACE)) and not attached and not classes & POSSESSED
