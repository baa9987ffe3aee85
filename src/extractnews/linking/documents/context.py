"""What the readers of one article's documents share."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.linking.documents.grammar import WORD_RE, Grammar, bare
from extractnews.normalise import fold

_BEFORE: Final = 170
"""Code points before a document in which its issuing verb is looked for."""
_AMENDED_RE: Final = re.compile(r"(?<!\w)[وف]?(?:عدل|الغي|استبدل|نسخ)ت? $")
_REFERRED_RE: Final = re.compile(
    r"(?<!\w)[وف]?(?:ا|ت|ي|س[تي])?(?:حال|حاله|حالت|حيل|حيلت|قدم|قدمت|رفع|رفعت|عرض|عرضت)(?!\w)"
)


class Row:
    """Drafts in the order of the text, found by where they stand: an article may have a hundred thousand.

    Args:
        drafts: sorted by start.
    """

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._starts = [draft.start for draft in drafts]
        self._longest = max((draft.end - draft.start for draft in drafts), default=0)

    def next(self, position: int) -> Draft | None:
        """The first that starts at `position` or later."""
        index = bisect_left(self._starts, position)
        return self._drafts[index] if index < len(self._drafts) else None

    def starting(self, first: int, last: int) -> list[Draft]:
        """Those that start in [first, last)."""
        return self._drafts[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def touching(self, first: int, last: int) -> list[Draft]:
        """At least those that start before `last` and end at `first` or later, and few others."""
        return self.starting(first - self._longest, last)


def free_dates(text: str, documents: list[Draft], dates: list[Draft]) -> list[Draft]:
    """The dates without those that are the year inside a document's code."""
    row = Row(documents)

    def in_code(date: Draft) -> bool:
        return any(
            date.end <= document.end and "رقم" not in text[date.end : document.end]
            for document in row.touching(date.end, date.start)
        )

    return [date for date in dates if not in_code(date)]


class About(NamedTuple):
    """What a document and the words before it say of the phrases behind it.

    Attributes:
        masculine: whether it is one, of masculine gender, which no feminine participle behind it is said of.
        referred: whether its clause tells of a reference to somebody (`أحيل القانون ... إلى اللجنة`).
        amended: whether a verb of amendment stands before it (`عدل القانون ... بالقانون`).
    """

    masculine: bool
    referred: bool
    amended: bool


class Context:
    """One article with its documents, dates, bodies and persons.

    The readers fill the documents' fields and change nothing else.

    Args:
        article: the article.
        grammar: the word lists.
        documents: its documents, sorted.
        dates: its dates, without the years inside documents' codes.
        found: all drafts.
    """

    def __init__(
        self, article: ScannedArticle, grammar: Grammar, documents: list[Draft], dates: list[Draft], found: Found
    ) -> None:
        self.article = article
        self.text = article.text
        self.grammar = grammar
        self.documents = documents
        self.dates = Row(dates)
        bodies = [*found.get("organisations", ()), *found.get("officials", ())]
        self.bodies = Row(sorted(bodies, key=lambda draft: draft.start))

    def about(self, index: int) -> About:
        """What a document and the words before it say of the phrases behind it."""
        document = self.documents[index]
        kind = fold((document.fields["kind"] or "").split(" ")[0])
        first = WORD_RE.match(self.text, document.start)
        return About(
            masculine=first is not None and bare(first[0]) == kind and not kind.endswith(("ه", "ات")),
            referred=_REFERRED_RE.search(self.text, self.clause_before(index), document.start) is not None,
            amended=_AMENDED_RE.search(self.text, max(0, document.start - 12), document.start) is not None,
        )

    def clause_before(self, index: int) -> int:
        """Where the clause that leads to the document begins: after the last full stop, line end or document."""
        document = self.documents[index]
        first = max(0, document.start - _BEFORE)
        if index:
            first = max(first, self.documents[index - 1].end)
        window = self.text[first : document.start]
        return first + max(window.rfind("\n"), window.rfind(". "), window.rfind("; "), -1) + 1

    def holder_of(self, body: Draft) -> Draft | None:
        """The official in whose title behind the name a body stands: `سالم العلي، مدير [هيئة الموانئ]`."""
        for holder in reversed(self.bodies.starting(body.start - _BEFORE, body.start)):
            for title in holder.fields.get("titles", ()):
                if holder.end < title.start < body.start < title.end:
                    return holder
        return None

    def body_before(self, position: int) -> Draft | None:
        """The body that `عنها` means: the last one named before, in the same sentence."""
        before = [
            body
            for body in self.bodies.starting(position - _BEFORE, position)
            if not body.fields.get("nested") and "name" in body.fields
        ]
        return before[-1] if before and "." not in self.text[before[-1].end : position] else None
