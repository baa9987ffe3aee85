"""The one scan: a single Aho-Corasick pass over the folded text finds every cue of every lexicon.

The text is scanned as single bytes (one a code point, so that offsets stay what they are), punctuation as
spaces. A key ends at a space, and what stands before it in its word must be proclitics: so one key serves
all the forms of a phrase, and only whole words are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final, Literal

import ahocorasick_rs

from extractnews.article import Hit
from extractnews.normalise import NormalisedView, fold, letter_bytes

Inflection = Literal["fixed", "name", "noun"]
"""How a cue may be prefixed in running text.

`fixed`: as it stands; `name`: by proclitics (`وبيناير`); `noun`: by proclitics and the article (`بالقرار`, `للقرار`).
"""

_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_ARTICLE_PROCLITICS: Final = ("", "و", "ف", "ب", "ك", "وب", "وك", "فب")
_SWALLOWING: Final = ("ل", "ول", "فل")
_LONGEST_PREFIX: Final = 5


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


# All but Latin letters, and "?", which stands for any letter that has no byte.
_NOT_LATIN: Final = bytes(code for code in range(256) if code >= 128 or not (chr(code).isalpha() or chr(code) == "?"))


# --- what may stand before a key in its word ----------------------------------------------------------

_Prefixes = Mapping[bytes, tuple[tuple[int, str, str], ...]]
"""Letters before the key -> readings: how many of them are proclitics, the proclitics, the article."""


def _prefixes(*readings: tuple[str, str, str]) -> _Prefixes:
    table: dict[bytes, tuple[tuple[int, str, str], ...]] = {}
    for letters, proclitic, article in readings:
        key = letter_bytes(letters)
        table[key] = (*table.get(key, ()), (len(proclitic), proclitic, article))
    return table


_INDEFINITE: Final = [(proclitic, proclitic, "") for proclitic in _PROCLITICS]
_WITH_ARTICLE: Final = [(proclitic + "ال", proclitic, "ال") for proclitic in _ARTICLE_PROCLITICS]
_FIXED: Final = _prefixes(("", "", ""))
_NAME: Final = _prefixes(*_INDEFINITE)
_DEFINITE_NAME: Final = _prefixes(*((p, p, "ال") for p in _PROCLITICS if not p.endswith("ل")))
_SWALLOWED: Final = _prefixes(*((p, p, "ل") for p in _SWALLOWING))
_NOUN: Final = _prefixes(*_INDEFINITE, *_WITH_ARTICLE, *((p + "ل", p, "ل") for p in _SWALLOWING))
# Of a noun that begins with lam, the article's lam and its own are written as one: للجنة is ل + اللجنة.
_LAM_NOUN: Final = _prefixes(*_INDEFINITE, *_WITH_ARTICLE, *((p, p, "ل") for p in _SWALLOWING))


def _keys(cue: Cue) -> Iterable[tuple[str, _Prefixes]]:
    """(folded letters at the end of which a match ends, what may stand before them) for a cue."""
    phrase, inflection = fold(cue.phrase).strip(), cue.inflection
    # Before folding, since ألقاب begins with no article.
    definite = cue.phrase.strip().startswith("ال")
    if inflection == "fixed":
        yield phrase, _FIXED
    elif definite:
        yield phrase, _DEFINITE_NAME
        # The article's alef falls after lam, and before a noun that begins with lam its lam as well.
        yield (phrase[2:] if phrase.startswith("الل") else phrase[1:]), _SWALLOWED
    elif inflection == "noun":
        yield phrase, _LAM_NOUN if phrase.startswith("ل") else _NOUN
    else:
        yield phrase, _NAME


_Reading = tuple[int, Any, str, str]
"""Where the word begins after its proclitics, from the match's start; value, proclitic, article."""

_Match = tuple[int, int, tuple[_Reading, ...], tuple[tuple[_Prefixes, Any], ...]]
"""A key found: its start and end in the scanned bytes; its readings where a word begins with it; what may stand
before it in its word, with the cue's value."""

# A short key ends far too many words: its forms are written out as whole words instead. So are the forms of a phrase
# that has few.
_LONGEST_WHOLE_WORD: Final = 3
_FEW_FORMS: Final = 3
_SPACE: Final = ord(" ")
_BY_START: Final = itemgetter(0)


class Scan:
    """The cues of one text; the hits of a kind are made when they are first asked for.

    Args:
        data: the scanned bytes, with a space before and after the text.
        matches: the matches of each kind, from the end of the text to its beginning.
    """

    __slots__ = ("_data", "_hits", "_matches")

    def __init__(self, data: bytes, matches: dict[str, list[_Match]]) -> None:
        self._data = data
        self._matches = matches
        self._hits: dict[str, list[Hit]] = {}

    @property
    def latin(self) -> bool:
        """Whether Latin letters may be in the text."""
        return bool(self._data.translate(None, _NOT_LATIN))

    def has(self, kind: str) -> bool:
        """Whether a cue of the kind may be in the text: False is certain, True costs no look at proclitics."""
        return kind in self._matches

    def hits(self, kind: str) -> list[Hit]:
        """The hits of a kind, sorted by start, longer ones first."""
        found = self._hits.get(kind)
        if found is None:
            found = self._hits[kind] = self._make(kind) if kind in self._matches else []
        return found

    def _make(self, kind: str) -> list[Hit]:
        data = self._data
        make = tuple.__new__  # half the price of a call of the named tuple's class
        hits: list[Hit] = []
        # An offset in the text is one less than in the data, which has a space before it.
        for start, end, plain, prefixed in self._matches[kind]:
            if data[start] == _SPACE or data[start - 1] == _SPACE:
                for length, value, proclitic, article in plain:
                    hits.append(make(Hit, (start + length - 1, end - 2, kind, value, proclitic, article)))
                continue
            word = data.rfind(b" ", max(0, start - 1 - _LONGEST_PREFIX), start) + 1
            if not word:
                continue
            before = data[word:start]
            for prefixes, value in prefixed:
                for length, proclitic, article in prefixes.get(before, ()):
                    hits.append(make(Hit, (word + length - 1, end - 2, kind, value, proclitic, article)))
        hits.sort(key=_BY_START)  # stable: of those that start together the longer one came first
        return hits


class Scanner:
    """Finds cues; built once from all extractors' cues.

    Args:
        cues: what to find. Two cues may have the same phrase: both are reported.
    """

    def __init__(self, cues: Iterable[Cue]) -> None:
        # By key and kind: the readings where a word begins with it, and what may stand before it in its word.
        keys: dict[bytes, dict[str, tuple[list[_Reading], list[tuple[_Prefixes, Any]]]]] = {}
        for cue in cues:
            for letters, prefixes in _keys(cue):
                key = letter_bytes(letters).strip()
                if len(key) <= _LONGEST_WHOLE_WORD or len(prefixes) <= _FEW_FORMS:
                    for before, readings in prefixes.items():
                        plain, _ = keys.setdefault(b" " + before + key + b" ", {}).setdefault(cue.kind, ([], []))
                        plain += [(length + 1, cue.value, *clitics) for length, *clitics in readings]
                    continue
                plain, prefixed = keys.setdefault(key + b" ", {}).setdefault(cue.kind, ([], []))
                plain += [(length, cue.value, *clitics) for length, *clitics in prefixes.get(b"", ())]
                prefixed.append((prefixes, cue.value))
        # Tuples hold their items themselves: every list on the way would be one more miss of the processor's cache.
        self._meanings = tuple(
            tuple((kind, tuple(plain), tuple(prefixed)) for kind, (plain, prefixed) in sorted(kinds.items()))
            for kinds in keys.values()
        )
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            list(keys),
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def __call__(self, view: NormalisedView) -> Scan:
        """The cues of a text."""
        data = b" " + view.letters + b" "
        meanings = self._meanings
        matches: dict[str, list[_Match]] = defaultdict(list)
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(data, overlapping=True)
        for index, start, end in reversed(found):
            for kind, plain, prefixed in meanings[index]:
                matches[kind].append((start, end, plain, prefixed))
        return Scan(data, matches)
