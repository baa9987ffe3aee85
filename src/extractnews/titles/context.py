"""The article as the rules for titles see it, and the questions that several of them ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from extractnews.article import Found, SpanRef
from extractnews.names.grammar import NameGrammar
from extractnews.names.lexicon import LINEAGE
from extractnews.titles.heads import Head
from extractnews.titles.honorifics import Honorific
from extractnews.titles.lexicon import ADJECTIVAL, Phrases, TitleWords
from extractnews.tokens import Tokens
from extractnews.words import CLITIC, DEFINITE, FAMILY, GIVEN, KNOWN, NOUN, PLACE, POSSESSED, VERB

_LONGEST_PLACE: Final = 5


class TitleContext:
    """An article's tokens with what the scan and other extractors found among them.

    Attributes:
        tokens: the tokens.
        heads: the heads of titles, by the index of their first token.
        honorifics: the honorifics, by the index of their first token.
        bodies: ends of the organisations by their starts, offsets in the view.
        documents: starts of the documents, which are no part of a title (`أمير البلاد القرار رقم 5`).
        names: finds names in the tokens.
        words: the word lists of the rules.
    """

    def __init__(
        self,
        tokens: Tokens,
        found: Found,
        heads: Mapping[int, Head],
        honorifics: Mapping[int, Honorific],
        names: NameGrammar,
        words: TitleWords,
    ) -> None:
        self.tokens, self.names, self.words = tokens, names, words
        self.heads, self.honorifics = heads, honorifics
        self.bodies = {draft.start: draft.end for draft in reversed(found.get("organisations", []))}
        self._body_starts = sorted(self.bodies)
        self.documents = frozenset(draft.start for draft in found.get("documents", ()))
        self._forms, self._classes, self._size = tokens.forms, tokens.classes, tokens.size

    def place_at(self, position: int) -> int:
        """How many tokens the name of a place in several words has that begins here; 0 where none does."""
        return self._phrase_at(position, self.words.places)

    def place_behind(self, position: int) -> int:
        """How many tokens a place in several words has behind one letter (`بسيدي بوزيد`), else 0."""
        for words in self.words.places.get(self._forms[position][1:], ()):
            if tuple(self._forms[position + 1 : position + len(words)]) == words[1:]:
                return len(words)
        return 0

    def body_in(self, first: int, last: int) -> SpanRef | None:
        """The first organisation that lies wholly in the tokens [first, last), None where none does."""
        if not self.bodies:
            return None
        bodies, limit = self.bodies, self.tokens.ends[last - 1]
        for offset in self.tokens.starts[first:last]:
            for start in (offset, offset + 1):
                if start in bodies and bodies[start] <= limit:
                    return SpanRef(start, bodies[start])
        return None

    def is_in_body(self, position: int) -> bool:
        """Whether an organisation's name that begins before the token goes on over it."""
        offset = self.tokens.starts[position]
        starts = self._body_starts
        first = bisect_left(starts, offset)
        return first > 0 and self.bodies[starts[first - 1]] > offset

    def qualifier_at(self, position: int) -> int:
        """How many tokens a phrase has that qualifies a title and begins here (`المنتهية ولايته`), else 0."""
        return self._phrase_at(position, self.words.qualifying)

    def place_to(self, first: int, last: int) -> SpanRef | None:
        """The place in several words that ends before token `last`, within [first, last); None where none does."""
        for start in range(max(first, last - _LONGEST_PLACE), last - 1):
            if start + self.place_at(start) == last:
                return SpanRef(self.tokens.starts[start], self.tokens.ends[last - 1])
            if start + self.place_behind(start) == last:
                return SpanRef(self.tokens.starts[start] + 1, self.tokens.ends[last - 1])
        return None

    def between_at(self, position: int) -> int:
        """How many tokens a phrase has that stands between title and name and begins here (`آنذاك`), else 0."""
        return self._phrase_at(position, self.words.between)

    def _phrase_at(self, position: int, phrases: Phrases) -> int:
        form = self._forms[position]
        if form not in phrases:
            return 0
        for words in phrases[form]:
            if len(words) == 1 or tuple(self._forms[position : position + len(words)]) == words:
                return len(words)
        return 0

    def is_open(self, position: int) -> bool:
        """Whether the token is a noun that still wants its complement."""
        classes = self._classes[position]
        return bool(classes & NOUN) and not classes & (DEFINITE | PLACE | KNOWN | POSSESSED | ADJECTIVAL)

    def name_follows(self, position: int) -> bool:
        """Whether a name or an honorific begins here."""
        return position < self._size and (position in self.honorifics or self.names.after(position) is not None)

    def is_holder_at(self, position: int) -> bool:
        """Whether a name or an honorific with a name begins here, or after a comma here."""
        comma = int(self._forms[position] == ",")
        if comma and position + 1 >= self._size:
            return False
        entry = self.honorifics.get(position + comma)
        if entry is not None:
            return not entry.hit.proclitic and self.name_follows(entry.last)
        comma += comma and self._forms[position + 1] in self.words.occupations
        name = self.names.after(position + comma)
        if name is None or name.words < 2 or not name.known:
            return comma > 0 and self._is_between_commas(position + 1)
        if name.known < 2 and not self._is_given_before_unknown(name.first):
            return False
        if comma:
            return name.last < self._size and self._forms[name.last] in ",\n."
        if not self._classes[position] & (NOUN | PLACE | VERB) or self.tokens.peek(position + 1) in LINEAGE:
            return True
        return self._is_family_alone(position + 1)  # عادل القحطاني

    def _is_family_alone(self, position: int) -> bool:
        """Whether a family name with the article stands here that is no other word."""
        other = NOUN | PLACE | VERB | ADJECTIVAL | CLITIC
        return self._classes[position] & (FAMILY | DEFINITE | other) == FAMILY | DEFINITE

    def _is_between_commas(self, position: int) -> bool:
        """Whether two words that only a name can be stand here before a comma (`، ران كوريال، قد`)."""
        if self.tokens.peek(position + 2) != ",":
            return False
        return not (self._classes[position] | self._classes[position + 1]) & ~KNOWN and (
            self.names.bounded(position, position + 2) is not None
        )

    def _is_given_before_unknown(self, position: int) -> bool:
        """Whether a given name that is no ordinary word stands here, and a word after it that the lexicon lacks."""
        classes = self._classes[position]
        plain = classes & (GIVEN | NOUN | VERB | PLACE | ADJECTIVAL) == GIVEN
        return plain and self._classes[position + 1] in (0, DEFINITE)


def without_preposition(word: str) -> str:
    """The word without the preposition ل or ب and without the article."""
    if word.startswith("لل"):
        return word[2:]
    word = word[1:]
    return word.removeprefix("ال") if len(word) > 4 else word
