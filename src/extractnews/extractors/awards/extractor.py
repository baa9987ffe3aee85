"""Distinctions conferred: an item (`ميدالية`), how many, and the verb that says that somebody got it.

Items and verbs are cues of the scan; an item becomes a record only where a verb of conferring governs it:
with the preposition that the verb takes, or as its plain object, or in a list with another award.
Who gave and who got is found afterwards, in `extractnews.linking.awards.linker`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from extractnews.article import Draft, Found, Hit, ScannedArticle
from extractnews.extractors.awards.complements import ComplementReader
from extractnews.extractors.awards.drafts import AwardDraft
from extractnews.extractors.awards.extents import ExtentReader
from extractnews.extractors.awards.fields import FieldReader
from extractnews.extractors.awards.government import Government
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.items import may_be_award
from extractnews.extractors.awards.phrases import PhraseReader
from extractnews.extractors.awards.results import may_be_result, table_awards
from extractnews.extractors.awards.status import UnrealWords
from extractnews.extractors.awards.verbs import AwardVerbs
from extractnews.extractors.awards.words import AwardLexicon
from extractnews.lexicon import Resources
from extractnews.numerals import Number, NumeralReader
from extractnews.scanner import Cue

# د. is a doctor, no end of a sentence, nor is there one within an address (example.com).
_BOUNDARY_RE: Final = re.compile(r'[!?\n;|]|(?<![\s(".]د)\.(?![\da-z])|\.\.')
_ALONE_RE: Final = re.compile(r" في (?:[^\s,.;:\d]+ ){1,4}و(\d{1,3})(?= في )")
_YEARLY_RE: Final = re.compile(
    r" ?,? ?وفي (?:عام )?(?:19|20)\d\d(?: في [^\s,.;:\d]+){0,2} (?:علي|ب) ?(\d{1,3})(?=[ ,.]|$)(?! [^\s\d]+ه\b)"
)
_LONGEST: Final = 700
"""Letters of a sentence before an award that are looked at."""
_LONGEST_AFTER: Final = 1500
_REACH: Final = 200
"""Letters behind an award in which the next one needs no verb of its own."""


class AwardExtractor:
    """Finds awards and the verbs that confer them."""

    record_type: ClassVar[str] = "awards"
    reads: ClassVar[frozenset[str]] = frozenset()
    linked_to: ClassVar[frozenset[str]] = frozenset(("dates", "documents", "organisations", "officials"))

    def __init__(self, resources: Resources) -> None:
        self._lexicon = AwardLexicon(resources)
        self._grammar = AwardGrammar(resources)
        self._unreal = UnrealWords(resources)
        self._reader = NumeralReader(resources)

    def cues(self) -> Iterable[Cue]:
        """Items, verbs of conferring and words of totals."""
        return self._lexicon.cues

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The awards of one article, also those that the text only denies or wishes."""
        rows = table_awards(article, self._lexicon)
        hits = [hit for hit in article.hits("award.item") if may_be_award(article.text, hit, self._lexicon)]
        if not hits:
            return rows
        search = _Search(article, self._lexicon, self._grammar, self._unreal, self._reader)
        return rows + list(search.awards(hits))


class _Search:
    """The search of one article."""

    def __init__(
        self,
        article: ScannedArticle,
        lexicon: AwardLexicon,
        grammar: AwardGrammar,
        unreal: UnrealWords,
        reader: NumeralReader,
    ) -> None:
        self._text = article.text
        self._verbs = AwardVerbs(article)
        complements = ComplementReader(article, self._verbs, lexicon, grammar, reader)
        self._phrases = PhraseReader(article, complements, lexicon, grammar, reader)
        self._extents = ExtentReader(article, lexicon, grammar)
        self._government = Government(article, self._verbs, self._extents, lexicon, grammar, unreal, reader)
        self._fields = FieldReader(article, grammar, reader)

    def awards(self, hits: list[Hit]) -> Iterator[AwardDraft]:
        """The awards of these items, in order."""
        previous: AwardDraft | None = None
        sentence = (0, -1)
        covered = 0
        for hit in hits:
            if hit.start < covered:
                continue
            if not sentence[0] <= hit.start < sentence[1]:
                sentence = _sentence_at(self._text, hit.start)
            follows = previous is not None and hit.start - previous.end <= _REACH
            if not follows and not self._verbs.any_near(hit, sentence) and not may_be_result(self._text, hit):
                continue  # most items are only talked about
            draft = self._phrases.read(hit, (max(sentence[0], hit.start - _LONGEST), sentence[1]))
            if draft is None or not self._government.govern(draft, previous):
                continue
            self._extents.settle(draft)
            covered = draft.end
            self._fields.fill(draft)
            previous = draft
            yield draft
            more = self._number_alone(draft)
            if more:
                previous = more
                yield more

    def _number_alone(self, draft: AwardDraft) -> AwardDraft | None:
        """`7 ألقاب في الدوري و4 في الكأس`, `205 ذهبيات، وفي 2023 على 136`: a number whose noun is the one before."""
        if not draft.number:
            return None
        match = _ALONE_RE.match(self._text, draft.end) or _YEARLY_RE.match(self._text, draft.end)
        if match is None:
            return None
        verb = self._verbs.conferring_after(draft.end)
        if verb is not None and draft.end < verb.start < match.start(1):
            return None
        more = AwardDraft(
            *match.span(1),
            form=draft.form,
            number=Number(match.start(1), match.end(1), int(match[1])),
            noun=(match.end(1), match.end(1)),
            sentence=draft.sentence,
            rule="awards.list",
            left=match.start(1),
            head=draft,
            trigger=draft.trigger,
            status=draft.status,
        )
        self._fields.fill(more)
        more.fields["item"] = draft.fields["item"]
        return more


def _sentence_at(text: str, position: int) -> tuple[int, int]:
    """Offsets of the sentence around an offset."""
    earliest = max(0, position - _LONGEST)
    start = max(earliest, text.rfind("\n", earliest, position) + 1)
    for boundary in _BOUNDARY_RE.finditer(text, start, position):
        start = boundary.end()
    latest = min(len(text), position + _LONGEST_AFTER)
    boundary_after = _BOUNDARY_RE.search(text, position, latest)
    return start, boundary_after.start() if boundary_after else latest
