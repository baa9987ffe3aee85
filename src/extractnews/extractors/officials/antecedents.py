"""The name before a title: whether one stands there, and whether it is the holder's."""

from __future__ import annotations

from extractnews.extractors.officials.gaps import Gaps
from extractnews.extractors.officials.records import OfficialRecords
from extractnews.extractors.officials.surnames import Surnames
from extractnews.extractors.officials.words import BOUNDARY, SEPARATORS, is_sovereign
from extractnews.names.grammar import Name
from extractnews.titles.context import TitleContext
from extractnews.words import CLITIC, DEFINITE, FAMILY, FUNCTION, KNOWN, NOUN, VERB


class Antecedents:
    """Looks from a title backwards (`قال فلان، وزير الصحة`).

    Args:
        context: the article.
        records: the records so far, whose names stand before their titles too.
        gaps: knows what stands between names and titles.
        surnames: knows the article's family names.
    """

    def __init__(self, context: TitleContext, records: OfficialRecords, gaps: Gaps, surnames: Surnames) -> None:
        self._tokens, self._records = context.tokens, records
        self._forms, self._classes = context.tokens.forms, context.tokens.classes
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._gaps, self._surnames = gaps, surnames

    def follows_name(self, index: int) -> bool:
        """Whether the titles stand after a name, to which they belong."""
        if index == 0:
            return False
        before = index - (self._forms[index - 1] in SEPARATORS)
        if before == self._records.listed:
            return False
        joined = index in self._heads and self._heads[index].hit.proclitic not in ("", "ك")
        if before == self._records.done and self._records.drafts and self._records.done:
            if before == index and index in self._heads and is_sovereign(self._heads[index]):
                return False  # استقبل الملك فلان الرئيس كذا، فلان
            # In a chain of title and name the next title begins another's (`مدير كذا، فلان، ومدير كذا، فلان`).
            return not joined or self._tokens.starts[self._records.done - 1] > self._records.drafts[-1].end
        if joined:
            return False
        name = self._names.before(before, self._records.done)
        return name is not None and name.words >= 2 and name.known > 0

    def is_said_by(self, index: int) -> bool:
        """Whether nothing but a name stands between a verb of saying and the title at `index`."""
        before = self._gaps.before_separator(index) if index else 0
        return self._names.subject(before, self._records.done) is not None

    def is_holders(self, name: Name, separated: bool, by_surname: bool = False) -> bool:
        """Whether the name before a title is its holder's.

        Args:
            name: the name.
            by_surname: whether news calls the title's foreign holders by their family name alone.
            separated: whether a comma or other words set it off from the title, so that one word may be enough.
        """
        if name.words > 1:
            if self._is_title(name.first):
                return False
            return name.known > 0 or separated or self._begins_clause(name.first) or self._is_foreign(name)
        if self._names.context.is_false_clitic(name.first):
            return False  # كريستوفر بايلي المصمم والرئيس
        if not separated:
            return self._is_said_surname(name) or (by_surname and self._is_subject_alone(name))
        if not name.definite:
            return name.known > 0 or self._surnames.is_surname(name)
        if name.first in self._heads or name.first in self._honorifics or self._tokens.peek(name.last) == '"':
            return False
        return self._surnames.is_family_name(name) and self._surnames.is_surname(name)

    def _is_title(self, position: int) -> bool:
        """Whether what seems a name is a title: `شغل منصب الأمين المساعد`, `وشيخ الأزهر بصفته رئيس المجلس`."""
        head = self._heads.get(position)
        if head is None:
            return False
        return position + 1 in self._heads or self._forms[position + 1] in head.hit.value.after

    def _is_said_surname(self, name: Name) -> bool:
        """`ذكر العلي رئيس اللجنة أن`: one family name that the article has elsewhere, behind a verb of saying."""
        said = name.first > 0 and self._forms[name.first - 1] in self._names.context.words.saying
        return said and name.first not in self._heads and self._surnames.is_surname(name)

    def _is_subject_alone(self, name: Name) -> bool:
        """`أجرى زلنكيس مدرب الهلال`: a family name, or what the lexicon does not know, right behind a verb."""
        if self._classes[name.first] not in (0, FAMILY) or name.first == 0:
            return False
        before = self._classes[name.first - 1]
        return bool(before & VERB) and not before & (NOUN | KNOWN | FUNCTION)

    def _is_foreign(self, name: Name) -> bool:
        """Whether the name is two or three words that the lexicon does not know, after a definite noun."""
        if name.words > 3 or any(self._classes[index] for index in range(name.first, name.last)):
            return False
        return bool(self._classes[name.first - 1] & DEFINITE)

    def _begins_clause(self, position: int) -> bool:
        """Whether the words before a token show that a name of unknown words begins with it."""
        if position == 0 or self._classes[position] & CLITIC:
            return True
        if not self._classes[position] and self._forms[position].startswith("و"):
            return True
        before = self._classes[position - 1]
        return bool(before & BOUNDARY)
