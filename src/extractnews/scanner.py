"""The one scan: a single Aho-Corasick pass over the folded text finds every cue of every lexicon.

Keys stand between spaces, and the text that is scanned has spaces for punctuation: whole words for
nothing. Proclitics and the article are written out in the keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import ahocorasick_rs

from extractnews.article import Hit
from extractnews.normalise import fold

Inflection = Literal["fixed", "name", "noun"]
"""How a cue may be prefixed in running text.

`fixed`: as it stands; `name`: by proclitics (`وبيناير`); `noun`: by proclitics and the article (`بالقرار`, `للقرار`).
"""

_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_ARTICLE_PROCLITICS: Final = ("", "و", "ف", "ب", "ك", "وب", "وك", "فب")
_SWALLOWING: Final = ("ل", "ول", "فل")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that an extractor wants to hear of.

    Attributes:
        phrase: the words, in any spelling (they are folded here).
        kind: the extractor's name for it, such as `date.month`.
        value: anything that the extractor wants back with the hit.
        inflection: which prefixes it may have.
    """

    phrase: str
    kind: str
    value: Any = None
    inflection: Inflection = "name"


def written_forms(phrase: str, inflection: Inflection) -> Iterator[tuple[str, str, str]]:
    """(form, proclitic, article) for every way in which a folded phrase may be written."""
    if inflection == "fixed":
        yield phrase, "", ""
        return
    definite = phrase.startswith("ال")
    for proclitic in _PROCLITICS:
        if not (definite and proclitic.endswith("ل")):
            yield proclitic + phrase, proclitic, "ال" if definite else ""
    if definite:
        # The article's alef falls after lam; of a word that itself begins with lam (`الليل`) so does its lam.
        stem = phrase[1:] if not phrase.startswith("الل") else phrase[2:]
        for proclitic in _SWALLOWING:
            yield proclitic + stem, proclitic, "ل"
    elif inflection == "noun":
        for proclitic in _ARTICLE_PROCLITICS:
            yield f"{proclitic}ال{phrase}", proclitic, "ال"
        stem = phrase if phrase.startswith("ل") else "ل" + phrase
        for proclitic in _SWALLOWING:
            yield proclitic + stem, proclitic, "ل"


_PUNCTUATION: Final = "\n.,:\"-()/;?!'|*%[]_+=<>&#@{}"
_OTHER_PUNCTUATION_RE: Final = re.compile(r"[^\w ]")


def _words_only(text: str) -> str:
    for character in _PUNCTUATION:
        text = text.replace(character, " ")
    if _OTHER_PUNCTUATION_RE.search(text):
        text = _OTHER_PUNCTUATION_RE.sub(" ", text)
    return f" {text} "


class Scanner:
    """Finds cues; built once from all extractors' cues.

    Args:
        cues: what to find. Two cues may have the same phrase: both are reported.
    """

    def __init__(self, cues: Iterable[Cue]) -> None:
        table: dict[str, list[tuple[int, str, Any, str, str]]] = {}
        for cue in cues:
            for form, proclitic, article in written_forms(fold(cue.phrase).strip(), cue.inflection):
                entry = (len(proclitic), cue.kind, cue.value, proclitic, article)
                table.setdefault(f" {_words_only(form).strip()} ", []).append(entry)
        self._entries = list(table.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(table),
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def __call__(self, text: str) -> list[Hit]:
        """All hits in a folded text, sorted by start, longer ones first."""
        entries = self._entries
        hits = [
            Hit(start + skip, end - 2, kind, value, proclitic, article)
            for index, start, end in self._automaton.find_matches_as_indexes(_words_only(text), overlapping=True)
            for skip, kind, value, proclitic, article in entries[index]
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits
