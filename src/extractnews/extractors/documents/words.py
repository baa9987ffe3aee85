"""Words around a document's number: their stems, and whether what follows a bare number is counted by it."""

from __future__ import annotations

import re
from typing import Any, Final

from extractnews.normalise import fold

WORD_RE: Final = re.compile(r"[^\W\d_]+")
_YEAR_FOLLOWS_RE: Final = re.compile(r",? (?:عام|سنه) (?:19|20)\d\d(?!\d)")
_OUT_OF_RE: Final = re.compile(r" من (?:اصل )?\d")
NEXT_WORD_RE: Final = re.compile(r" *([^\W\d_]+|\S)")


def word_set(text: str) -> frozenset[str]:
    """The words of a list in the resource, folded."""
    return frozenset(fold(text).split())


def stem_of(word: str) -> str:
    """The word without its article or proclitic and article."""
    for prefix in ("وال", "بال", "ال", "لل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word


class FollowingWords:
    """Judges the words that follow a bare number.

    Args:
        table: `documents.toml`.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self._no_verbs = word_set(table["middle"]["no_verbs"])
        self._follows = word_set(table["bare"]["follows"])
        counted = word_set(table["bare"]["counted"])
        self.counted = counted | {word + "ا" for word in counted}

    def is_verb(self, word: str) -> bool:
        """Whether a word begins as a verb of the present tense does."""
        return len(word) >= 4 and word[0] == "ي" and word not in self._no_verbs

    def go_on(self, text: str, end: int, digits: int) -> bool:
        """Whether what follows a bare number is no counted thing."""
        match = NEXT_WORD_RE.match(text, end)
        if match is None:
            return True
        word = match[1]
        if not word[0].isalpha():
            return word != "%" and not (word == "-" and text[match.end() : match.end() + 2].strip().isdigit())
        if _YEAR_FOLLOWS_RE.match(text, end):
            return True  # القانون 49 عام 1980
        if word in self.counted or _OUT_OF_RE.match(text, end):
            return False
        if match.start(1) == end:  # glued to the number
            return False
        if word.startswith(("ال", "لل")) or word in self._follows or (word[0] in "وفبل" and len(word) > 3):
            return True
        if self.is_verb(word):
            return True
        # The longer the number, the less a counted thing may be meant; three digits count feminine nouns in ه as well.
        return digits > 4 or (digits >= 3 and word[-1] not in ("اه" if digits == 3 else "ا"))
