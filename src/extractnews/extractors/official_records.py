"""The records of officials as they are made, and the titles and honorifics that are read before a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extractnews.article import Draft
from extractnews.names import Name
from extractnews.title_context import TitleContext
from extractnews.title_heads import TitlePhrase
from extractnews.titles import TitleGrammar
from extractnews.words import CLITIC, KNOWN


@dataclass(slots=True)
class Run:
    """Titles and honorifics that stand before a name."""

    end: int
    titles: list[TitlePhrase] = field(default_factory=list)
    honorifics: list[tuple[int, int, str]] = field(default_factory=list)  # (view start, view end, article)
    last: str = ""  # kind of the last element: `title` or the honorific's


class OfficialRecords:
    """The records of one article, in the order in which they are made.

    Attributes:
        drafts: the records.
        done: index of the first token that no record has used.
        given: the first words of names of more than one word.
    """

    def __init__(self, context: TitleContext, titles: TitleGrammar) -> None:
        self.drafts: list[Draft] = []
        self.done = 0
        self.given: set[str] = set()
        self._tokens, self._titles, self._syllables = context.tokens, titles, context.names.context.words.syllables

    def add(self, name: Name, titles: list[TitlePhrase], honorific: str | None, rule: str) -> None:
        start = self._tokens.starts[name.first]
        classes = self._tokens.classes[name.first]
        form = self._tokens.forms[name.first]
        syllable = form not in self._syllables and form[1:] in self._syllables
        syllable = syllable and not classes & KNOWN  # وسام
        if classes & CLITIC or (form[0] == "و" and (syllable or (rule in ("after_name", "joined") and not classes))):
            start += 1
        fields: dict[str, Any] = {"honorific": honorific, "titles": [self._titles.draft(title) for title in titles]}
        if name.words > 1 and not classes & CLITIC:
            self.given.add(form)
        self.drafts.append(Draft(start, self._tokens.ends[name.last - 1], f"officials.{rule}", fields))

    def honorific_text(self, run: Run) -> str | None:
        parts = []
        for start, end, article in run.honorifics:
            written = self._tokens.written(start, end)
            parts.append("ال" + written[1:] if article == "ل" and written.startswith("ل") else written)
        return " ".join(parts) or None
