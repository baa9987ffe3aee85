"""The tokens of one article, with what the article itself writes where folding made different words equal."""

from __future__ import annotations

from extractnews.article import ScannedArticle


class Tokens:
    """An article's tokens by index; beyond the last one there is nothing, and no error.

    Attributes:
        forms: the folded text of each.
        classes: the bit set of classes (`words.py`) of each.
        starts: offset in the view of its first character.
        ends: offset after its last character.
        size: how many there are.
        text: the view's text.

    Args:
        article: the article.
    """

    __slots__ = ("_view", "classes", "ends", "forms", "size", "starts", "text")

    def __init__(self, article: ScannedArticle) -> None:
        words = article.words
        self.forms, self.classes = words.forms, words.classes
        self.starts, self.ends = words.starts, words.ends
        self.size = len(words)
        self.text = article.text
        self._view = article.view

    def peek(self, position: int) -> str:
        """The token's form, an empty one beyond the end."""
        return self.forms[position] if position < self.size else ""

    def written(self, start: int, end: int) -> str:
        """What the article itself writes in a part of the view, in NFC."""
        return self._view.written(start, end)

    def original(self, position: int) -> str:
        """What the article itself writes for a token."""
        return self.written(self.starts[position], self.ends[position])

    def writes(self, letters: str) -> bool:
        """Whether the article itself has these letters anywhere."""
        return letters in self._view.original
