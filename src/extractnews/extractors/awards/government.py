"""What confers an award: the verb before it, the clause behind it, the verb of the award before, or a table."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.extractors.awards.clauses import ClauseReader
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.extents import ExtentReader
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.lists import ListReader
from extractnews.extractors.awards.objects import ObjectReader
from extractnews.extractors.awards.results import ResultReader
from extractnews.extractors.awards.status import StatusReader, UnrealWords
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.extractors.awards.words import UNREAL, AwardLexicon
from extractnews.numerals import NumeralReader

_WHICH_IS_RE: Final = re.compile(r" ?, ?(?:وهو|وهي) ")
_THE_SAME_RE: Final = re.compile(r"و(?:هذا|هذه) $")


class Government:
    """Finds what governs the awards of one article.

    Args:
        article: the article.
        verbs: its verbs.
        extents: says how far the awards go.
        lexicon: the nouns of awards.
        grammar: the word lists and patterns.
        unreal: the words that make an award unreal.
        reader: reads numbers.
    """

    def __init__(
        self,
        article: ScannedArticle,
        verbs: AwardVerbs,
        extents: ExtentReader,
        lexicon: AwardLexicon,
        grammar: AwardGrammar,
        unreal: UnrealWords,
        reader: NumeralReader,
    ) -> None:
        self._text = article.text
        self._verbs = verbs
        self._statuses = StatusReader(article.text, unreal, grammar)
        self._objects = ObjectReader(article, verbs, lexicon, grammar, reader)
        self._clauses = ClauseReader(article.text, verbs, extents, self._statuses, grammar)
        self._lists = ListReader(article.text, verbs, grammar, reader)
        self._results = ResultReader(article, verbs, grammar)

    def govern(self, draft: AwardDraft, previous: AwardDraft | None) -> bool:
        """Find what confers an award and set its rule, verb and status; False where nothing does.

        Args:
            draft: the award.
            previous: the award before it that something confers.
        """
        if previous and self._text[previous.end : draft.start] == " (" and not draft.form.item.elliptic:
            return False
        if self._clauses.is_topic(draft):
            return True
        if previous and self._is_the_same(draft, previous):
            return False
        # وهذه الجائزة تمنح كل عامين: the one before is spoken of
        again = _THE_SAME_RE.match(self._text, draft.left, draft.start) and draft.end == draft.noun[1]
        verb = None if again else self._objects.verb_of(draft)
        used = previous is not None and previous.trigger is verb
        head = previous if previous is not None and not again and self._lists.goes_on(draft, previous) else None
        followed = self._verbs.taking_ends_at(draft.left) or self._verbs.taking_ends_at(draft.left - 1)
        if verb is not None and not head and not used and not (followed and self._clauses.goes_to(draft)):
            if self._is_conferred_by(draft, verb):
                return True
        elif (verb is None or used or followed) and self._clauses.goes_to(draft):
            draft.rule = "awards.goes_to"
            return True
        if head:
            draft.head = head
            draft.marker = draft.marker or head.marker
            draft.trigger, draft.status, draft.rule = head.trigger, head.status, "awards.list"
            return True
        after = self._clauses.relative_verb(draft)
        if after is not None:
            draft.trigger, draft.status, draft.rule = after, self._statuses.status(after, draft), "awards.relative"
            return True
        what = self._clauses.got_as_what(draft)
        if what is not None:
            draft.trigger, draft.status, draft.rule = what, self._statuses.status(what, draft), "awards.get"
            return True
        if previous is not None and self._clauses.goes_as_well(draft, previous):
            draft.rule = "awards.goes_to"
            return True
        draft.rule = self._results.rule(draft, previous)
        return draft.rule != ""

    def _is_the_same(self, draft: AwardDraft, previous: AwardDraft) -> bool:
        """Whether an award only says what the one before is: `وسام كذا، وهو وسام رفيع`."""
        single = previous.form.number == draft.form.number == "one" and not previous.number and not draft.number
        same = single and previous.form.item.noun == draft.form.item.noun
        return same and _WHICH_IS_RE.fullmatch(self._text, previous.end, draft.left) is not None

    def _is_conferred_by(self, draft: AwardDraft, verb: Hit) -> bool:
        """Set the verb that has an award as its object; not if a clause behind says that it was won after all.

        `يأمل في تكرار الجائزة التي نالها`.
        """
        status = self._statuses.status(verb, draft)
        after = self._clauses.relative_verb(draft) if status in UNREAL and draft.definite else None
        if after is not None and self._statuses.status(after, draft) == "conferred":
            return False
        draft.trigger, draft.status, draft.rule = verb, status, f"awards.{verb.value.role}"
        return True
