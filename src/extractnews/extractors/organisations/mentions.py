"""Mentions of bodies before overlaps are settled, and what the readers of a text share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# Letters of a name by which alone a body may be called, and how far from its whole name.
MIN_SHORT_FORM: Final = 3
REACH: Final = 20_000


class Mention:
    """A body's mention before overlaps are settled.

    Attributes:
        start, end: offsets in the view.
        kind: the kind of body that its first noun says it is, which the rules go by.
        known_kind: the gazetteer's, where the name is the gazetteer's.
        inner: offsets at which bodies inside the name begin.
        proper: tokens [first, end) of the proper name in it, and whether they were quoted.
        swallowed: its first noun where `لل` has swallowed the article, which the name restores.
    """

    __slots__ = ("country", "end", "inner", "kind", "known_kind", "nested", "proper", "rule", "start", "swallowed")

    def __init__(
        self, start: int, end: int, rule: str, kind: str, country: str | None = None, swallowed: str | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.kind = kind
        self.known_kind: str | None = None
        self.country = country
        self.swallowed = swallowed
        self.nested = False
        self.inner: list[int] = []
        self.proper: tuple[int, int, bool] | None = None


def keep(kept: list[Mention], outer: Mention, mention: Mention) -> Mention:
    """Add the next mention by start, longer first, unless it overlaps; the one that holds what follows."""
    if mention.start >= outer.end:
        outer = mention
    elif mention.start == kept[-1].start or mention.start not in outer.inner:
        return outer
    else:
        mention.nested = True
        outer.inner += mention.inner
    kept.append(mention)
    return outer


def resolve(mentions: list[Mention]) -> list[Mention]:
    """Longest first where names overlap; a body that the grammar found inside a longer name stays, as nested."""
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    outer = Mention(-1, -1, "", "")
    for mention in mentions:
        outer = keep(kept, outer, mention)
    return kept


def like(name: Mention, start: int, end: int, rule: str) -> Mention:
    """Another mention of the same body."""
    mention = Mention(start, end, rule, name.kind, name.country)
    mention.known_kind = name.known_kind
    return mention


def occurrences(text: str, phrase: str, lowest: int, highest: int) -> Iterator[int]:
    """Where in text[lowest:highest] a phrase stands as whole words, a proclitic before it or none."""
    start = text.find(phrase, lowest, highest)
    while start >= 0:
        end = start + len(phrase)
        word = start - (start > 0 and text[start - 1] in "وفبلك")
        if not (word and text[word - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield start
        start = text.find(phrase, end, highest)


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether the span alone fills quotation marks or brackets."""
    before = text[max(0, start - 2) : start].rstrip()
    return before[-1:] in ('"', "(", "'") and text[end : end + 2].lstrip()[:1] in ('"', ")", "'")
