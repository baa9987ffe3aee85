"""What stands right before or right behind an expression."""

from __future__ import annotations

import re
from typing import Final

from extractnews.normalise import fold

_LONGEST_WORD: Final = 17
_PROCLITICS: Final = ("", *"وفبلك", "وب", "ول", "فب", "فل")
_NEXT_WORD_RE: Final = re.compile(r" ?(\w+)")


def ends(words: list[str]) -> frozenset[str]:
    """The last two letters of each word and a space: what stands before an offset is one of the words seldom."""
    return frozenset(f"{fold(word)} "[-3:] for word in words)


def word_before(text: str, end: int) -> str:
    """The letters that end at an offset; empty where they are the end of a word with digits, or too many."""
    first = max(0, end - _LONGEST_WORD)
    word = text[max(first, text.rfind(" ", first, end) + 1) : end]
    if word.isalpha():
        return word
    size = len(word)
    while size and word[size - 1].isalpha():
        size -= 1
    return "" if size and (word[size - 1].isalnum() or word[size - 1] == "_") else word[size:]


class Before:
    """Whether one of some words stands right before an offset, proclitics or not.

    Args:
        words: the words, in any spelling; what has two words in it needs its last one to stand there.
    """

    def __init__(self, words: list[str]) -> None:
        self._ends = ends(words)
        self._short = any(len(end) < 3 for end in self._ends)
        forms = [proclitic + fold(word) for word in words for proclitic in _PROCLITICS]
        self._words = frozenset(form for form in forms if " " not in form)
        self._phrases = tuple(f"{form} " for form in forms if " " in form)
        self._last = frozenset(form.rpartition(" ")[2] for form in forms if " " in form)

    def __call__(self, text: str, start: int) -> bool:
        """Whether one of them ends there, but for spaces."""
        while text[start - 2 : start] == "  ":
            start -= 1
        if text[start - 3 : start] not in self._ends and not (
            self._short and text[max(0, start - 2) : start] in self._ends
        ):
            return False
        word = word_before(text, start - 1)
        if word in self._words:
            return True
        if word not in self._last:
            return False
        return any(
            text.endswith(phrase, 0, start) and not _is_in_word(text, start - len(phrase)) for phrase in self._phrases
        )


def _is_in_word(text: str, start: int) -> bool:
    """Whether a word goes on over an offset to the left."""
    return text[start - 1 : start].isalnum() or text[start - 1 : start] == "_"


class After:
    """Whether one of some words stands right after an offset.

    Args:
        words: the words, in any spelling.
    """

    def __init__(self, words: list[str]) -> None:
        folded = sorted(map(fold, words), key=len, reverse=True)
        self._first = frozenset(word.partition(" ")[0] for word in folded)
        self._begins = frozenset(word[:2] for word in folded)
        self._pattern = re.compile(rf" ?(?:{'|'.join(folded)})(?!\w)")

    def __call__(self, text: str, end: int) -> bool:
        """Whether one of them begins there, but for a space."""
        if text[end + 1 : end + 3] not in self._begins and text[end : end + 2] not in self._begins:
            return False
        word = _NEXT_WORD_RE.match(text, end)
        if word is None or word[1] not in self._first:
            return False
        return self._pattern.match(text, end) is not None


class Qualifiers:
    """The words for a part of a period that stand before it, outside the date (`مطلع 2015`, `نهاية شهر مايو`).

    Args:
        words: the qualifiers of `dates.toml`: their words by name.
    """

    def __init__(self, words: dict[str, list[str]]) -> None:
        self._names = {fold(form): name for name, forms in words.items() for form in forms}
        self._pattern = re.compile(rf"(?<!\w)[وفبل]?({'|'.join(self._names)}) (?:شهر )?$")
        self.ends = ends([*self._names, "شهر"])

    def before(self, text: str, start: int) -> str | None:
        """The name of the qualifier before an offset."""
        if text[start - 3 : start] not in self.ends:
            return None
        word = self._pattern.search(text, max(0, start - 14), start)
        return self._names[word[1]] if word is not None else None
