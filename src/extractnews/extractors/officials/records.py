"""The records of officials as they are made, and the titles and honorifics that are read before a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from extractnews.article import Draft
from extractnews.names.grammar import Name
from extractnews.titles.context import TitleContext
from extractnews.titles.drafts import TitleDrafts
from extractnews.titles.heads import TitlePhrase
from extractnews.words import CLITIC, KNOWN

# Their own first letter is a lam, so that the preposition swallows the article whole: للواء.
_WITH_LAM: Final = ("لواء", "لورد")
_KING: Final = "ملك"
_OF_SUBJECTS: Final = frozenset(
    ("السيد", "السيده", "الدكتور", "الدكتوره", "المهندس", "المهندسه", "الاستاذ", "الاستاذه")
)


@dataclass(slots=True)
class Run:
    """Titles and honorifics that stand before a name.

    Attributes:
        end: index after its last token.
        titles: the titles.
        honorifics: start and end in the view of each honorific, and its article.
        last: kind of the last element: `title`, or the honorific's (`weak` for one that is an ordinary noun too); of a
            list's heading `list` behind an opening, `pair` before two names that are joined; else "".
    """

    end: int
    titles: list[TitlePhrase] = field(default_factory=list)
    honorifics: list[tuple[int, int, str]] = field(default_factory=list)
    last: str = ""

    def is_kings_before(self, honorific: str) -> bool:
        """Whether it ends with a king's title, so that the honorific is another's (`عين جلالة الملك السيد فلانا`)."""
        return honorific in _OF_SUBJECTS and self.last == "title" and self.titles[-1].form.role == _KING


class OfficialRecords:
    """The records of one article, in the order in which they are made.

    Attributes:
        drafts: the records.
        done: index of the first token that no record has used.
        given: the first words of names of more than one word.
        listed: index after the last name of a list whose titles stand before their holders (`مدير كذا، فلان، مدير`).
    """

    def __init__(self, context: TitleContext) -> None:
        self.drafts: list[Draft] = []
        self.done = self.listed = 0
        self.given: set[str] = set()
        self._tokens, self._titles = context.tokens, TitleDrafts(context)
        self._syllables = context.names.context.words.syllables

    def add(self, name: Name, titles: list[TitlePhrase], honorific: str | None, rule: str) -> None:
        """Make a record; `rule` says how the name was found."""
        classes = self._tokens.classes[name.first]
        start = self._tokens.starts[name.first] + self._has_proclitic(name, rule)
        fields: dict[str, Any] = {"honorific": honorific, "titles": [self._titles.draft(title) for title in titles]}
        if name.words > 1 and not classes & CLITIC:
            self.given.add(self._tokens.forms[name.first])
        self.drafts.append(Draft(start, self._tokens.ends[name.last - 1], f"officials.{rule}", fields))

    def share(self, title: TitlePhrase, members: int) -> None:
        """Add a title to each of the last records (`الرفيقين فلان وفلان نائبين للرئيس`)."""
        for draft in self.drafts[-members:]:
            draft.fields["titles"].append(self._titles.draft(title))

    def _has_proclitic(self, name: Name, rule: str) -> bool:
        """Whether a letter before the name is no part of it (`لمحمد`; `ونغوين` with a syllable that is a name)."""
        form, classes = self._tokens.forms[name.first], self._tokens.classes[name.first]
        if classes & CLITIC or form[0] != "و":
            own = rule == "before_name" and form[0] in "فك"  # وزير النقل فالنسا فلان
            return bool(classes & CLITIC) and not own
        if rule in ("after_name", "joined") and not classes:
            return True
        syllable = form not in self._syllables and form[1:] in self._syllables
        return syllable and not classes & KNOWN  # وسام

    def honorific_text(self, run: Run) -> str | None:
        """The honorifics of a run as the article writes them, the article restored that a lam swallowed (`للدكتور`)."""
        parts = []
        for start, end, article in run.honorifics:
            written = self._tokens.written(start, end)
            swallowed = article == "ل" and written.startswith("ل")
            if swallowed and not written.startswith(_WITH_LAM):
                written = written[1:]
            parts.append("ال" + written if swallowed else written)
        return " ".join(parts) or None
