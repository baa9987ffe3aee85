"""The article as the rules for persons' names see it, and the questions that several of them ask."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from extractnews.names.lexicon import AFTER_SUBJECT, BESIDES, DAYS, HAMZA, LINEAGE, OF_GOD, OPAQUE, ORDINARY, NameWords
from extractnews.tokens import Tokens
from extractnews.words import (
    CLITIC,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    KNOWN,
    NOUN,
    POSSESSED,
    PREPOSED,
    VERB,
)

# Of a word that the lexicon lacks behind a letter and an article.
_SEEMING_ARTICLE: Final = (CONJOINED | DEFINITE, PREPOSED | DEFINITE)


class NameContext:
    """An article's tokens, and where titles and honorifics begin among them.

    Attributes:
        tokens: the tokens.
        words: the word lists of the rules.
        barriers: indexes of tokens at which a title or an honorific begins.
        honorifics: those of them at which an honorific begins.
    """

    def __init__(
        self, tokens: Tokens, words: NameWords, barriers: Collection[int], honorifics: Collection[int] = ()
    ) -> None:
        self.tokens, self.words = tokens, words
        self.barriers, self.honorifics = barriers, honorifics
        self._forms, self._classes, self._size = tokens.forms, tokens.classes, tokens.size

    def is_preposition(self, position: int) -> bool:
        """Whether `علي` is spelled `على`: folding makes the name and the preposition equal.

        In Arabic news a Persian yeh stands for the latter (`علی الأهلي`).
        """
        if self._forms[position] not in ("علي", "وعلي", "فعلي"):
            return False
        return self.tokens.original(position)[-1] in "ىی" and self.tokens.peek(position + 1) not in LINEAGE

    def is_compound(self, position: int) -> bool:
        """Whether a family name of two words begins at the token (`قائد صالح`)."""
        form = self.tokens.peek(position)
        return form in self.words.compounding and (form, self.tokens.peek(position + 1)) in self.words.compounds

    def is_false_clitic(self, position: int) -> bool:
        """Whether ب or ك may be a family name's own letter: a given name that is no other word stands before, or بن."""
        if not position or self._forms[position][0] not in "بك":
            return False
        if self._forms[position - 1] in LINEAGE:
            return True  # سالم بن بريك
        if self._forms[position - 1] == "الله" and position > 1 and self._forms[position - 2] == "عبد":
            return not self._classes[position] & (CONJOINED | DEFINITE | NOUN | FUNCTION)  # عبد الله بادو
        if self._classes[position] & (CLITIC | DEFINITE | NOUN | FUNCTION) != PREPOSED:
            return False
        before = self._classes[position - 1] & (GIVEN | ORDINARY | CLITIC | DEFINITE)
        return before == GIVEN or (before == GIVEN | DEFINITE and self.tokens.original(position - 1)[0] in HAMZA)

    def is_own_article(self, position: int) -> bool:
        """`روبيرتو فاليرو`: what seems ف or ك and an article in a word that the lexicon lacks, behind a first name.

        Behind one that the lexicon lacks too it may seem ب (`برنتو بالاكو`).
        """
        if not position or self._classes[position] not in _SEEMING_ARTICLE:
            return False
        before = self._classes[position - 1]
        return before == 0 or (before == GIVEN and self._forms[position][0] in "فك")

    def is_nisba(self, position: int) -> bool:
        """Whether a word in ـي with the article stands here that is no noun (`العبدلي`)."""
        classes = self._classes[position]
        return classes & (DEFINITE | CLITIC | NOUN) == DEFINITE and self._forms[position].endswith("ي")

    def is_given_of_god(self, position: int) -> bool:
        """`بيت الله محسود`: a noun that `الله` completes is a given name before a family name."""
        if self.tokens.peek(position + 1) != "الله" or position + 2 >= self._size or position in self.barriers:
            return False
        classes, following = self._classes[position], self._classes[position + 2]
        if classes & (CLITIC | DEFINITE | POSSESSED | VERB | FUNCTION) or self._forms[position] in OF_GOD:
            return False
        family = FAMILY if following & DEFINITE else KNOWN
        return not following or (bool(following & family) and not following & (VERB | CLITIC | FUNCTION))

    def is_foreign_particle(self, position: int) -> bool:
        """`لويس فان دام` beside `فإن`."""
        following = self._classes[position + 1] if position + 1 < self._size else OPAQUE
        return not following & (OPAQUE | CLITIC | DEFINITE | FUNCTION) and "إ" not in self.tokens.original(position)

    def joins(self, position: int) -> bool:
        """Whether a hyphen or full stop stands inside a name (`كي-مون`، `جون ف. كينيدي`)."""
        starts, ends = self.tokens.starts, self.tokens.ends
        if position + 1 >= self._size or position == 0 or ends[position - 1] != starts[position]:
            return False
        if self._forms[position] == "-":
            return ends[position] == starts[position + 1] and position + 1 not in self.barriers
        return len(self._forms[position - 1]) <= 2

    def ends_name(self, position: int) -> bool:
        """Whether a name that is a subject ends before the token: a title without article or `أن` follows."""
        if position in self.barriers:
            return not self._classes[position] & (CLITIC | DEFINITE)
        return self.ends_subject(position) or (position < self._size and self._classes[position] == VERB)

    def ends_item(self, position: int) -> bool:
        """Whether a comma stands here and the next of several people behind it (`فلان، بالإضافة إلى فلان`)."""
        return self.tokens.peek(position) == "," and self.tokens.peek(position + 1) in BESIDES

    def ends_subject(self, position: int) -> bool:
        """Whether the words here show that the verb's subject is over: `أن`، or a comma and a title or `أن`."""
        if self.tokens.peek(position) in AFTER_SUBJECT:
            return True
        following = position + 1
        if self.tokens.peek(position) != ",":
            return False
        dated = self.tokens.peek(following) in DAYS and self.tokens.peek(following + 1) in AFTER_SUBJECT  # ، السبت أن
        return dated or following in self.barriers or self.tokens.peek(following) in AFTER_SUBJECT
