"""What the readers of an article's bodies share: its tokens, the heads and the known names in it."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.organisations.lexicon import Head, KnownName, OrganisationWords
from extractnews.organisations.names import NameParser
from extractnews.tokens import Tokens
from extractnews.words import CONJUNCTION, NEWLINE, PARTICLE, PREPOSITION, PUNCTUATION

OPENERS: Final = PREPOSITION | CONJUNCTION | PARTICLE | PUNCTUATION | NEWLINE
DATELINE_LENGTH: Final = 40
# Contexts in which a name counts where it is quoted.
QUOTED_CONTEXTS: Final = frozenset({"quoted", "brand", "armed"})
# Kinds of bodies that news is credited to.
SOURCES: Final = frozenset({"media", "agency"})
_BY_FIRST: Final = attrgetter("first")
# Marks before a name that is a common word, and how far into the text they count: a dash and a stroke in its head.
_OPENING_MARKS: Final = (('"', None), ("(", None), ("'", None), ("/", 300), ("-", 300))
# Beginnings of the nouns behind which such a name counts.
_REPORTERS: Final = ("مراسل", "مذيع", "موفد")


class BodyContext:
    """What the readers of one article's bodies share.

    Attributes:
        article, text, words, forms, classes: the scanned article and its tokens.
        grammar: the grammar of names.
        of_sport: whether the article is of sport.
        parser: of the names that the grammar finds.
        known: the gazetteer's names, by their first token.
    """

    def __init__(
        self,
        article: ScannedArticle,
        grammar: OrganisationWords,
        head_hits: list[Hit],
        name_hits: list[Hit],
        of_sport: bool,
    ) -> None:
        words = article.words
        starts = words.starts
        self.article = article
        self.grammar = grammar
        self.of_sport = of_sport
        self.text = article.text
        self.words = words
        self.forms = words.forms
        self.classes = words.classes
        heads: dict[int, list[tuple[Head, Hit]]] = {}
        for hit in head_hits:
            index = bisect_right(starts, hit[0]) - 1
            if index in heads:
                heads[index].append((hit[3], hit))
            else:
                heads[index] = [(hit[3], hit)]
        ends, make = words.ends, tuple.__new__  # half the price of a call of the named tuple's class
        self.known: list[KnownName] = []
        names: dict[int, KnownName] = {}
        for hit in name_hits:
            first = bisect_right(starts, hit[0]) - 1
            end = first + 1 if hit[1] <= ends[first] else bisect_right(starts, hit[1] - 1)
            if end > first + 1 and "\n" in words.forms[first:end]:
                continue  # the scan takes a line's end for a space: طالبان / باكستان تحقق
            known = make(KnownName, (first, end, hit[3], hit))
            self.known.append(known)
            if first not in names or end > names[first].end:
                names[first] = known
        places: dict[int, int] = {}
        for hit in article.hits("organisation.place"):
            first, end = bisect_right(starts, hit[0]) - 1, bisect_right(starts, hit[1] - 1)
            places[first] = max(end, places.get(first, end))
        self.parser = NameParser(Tokens(article), grammar, heads, names, places)
        self.known += self._quoted_names()
        self.known.sort(key=_BY_FIRST)

    def country(self, first: int, end: int) -> str | None:
        """The country that the last of the tokens after `first` names, if one does."""
        countries, forms = self.grammar.countries, self.forms
        for index in range(end - 1, first, -1):
            if forms[index] in countries:
                return countries[forms[index]]
        return None

    def _quoted_names(self) -> list[KnownName]:
        """Names with the article that are common words, where a mark or the article's beginning precedes them."""
        text, starts, forms, quoted = self.text, self.words.starts, self.forms, self.grammar.quoted
        after = set(range(bisect_right(starts, DATELINE_LENGTH)))
        for mark, reach in _OPENING_MARKS:
            position = text.find(mark, 0, reach)
            while position >= 0:
                if text.startswith(("ال", " ال"), position + 1):
                    after.add(bisect_right(starts, position + 2) - 1)
                position = text.find(mark, position + 1, reach)
        for noun in _REPORTERS:
            position = text.find(noun)
            while position >= 0:
                after.add(bisect_right(starts, position))
                position = text.find(noun, position + 1)
        names = [self.parser.quoted_at(index) for index in after if index < len(forms) and forms[index] in quoted]
        return [name for name in names if name is not None]
