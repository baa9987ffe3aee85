"""Keys: what a person or a body is called in every article, whatever its spelling there.

A name is folded and taken apart into words. Of a person's name article, lineage (`بن`), initials and nicknames fall
away, and the spellings of one foreign name become one skeleton (`غوردون`, `جوردون`). Of a body's name
articles, word order and its country's name fall away; the gazetteer leads from an alias to the main name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from extractnews.lexicon import Resources
from extractnews.normalise import fold

Words = tuple[str, ...]

_WORD_RE: Final = re.compile(r"\w+")
_BRACKET_RE: Final = re.compile(r"\([^)]*\)?")
_STEM_RE: Final = re.compile(r"^(?:[وبلكف]?ال|لل|[وبل](?=ال))")
_CACHED_NAMES: Final = 1 << 16
_FEWEST_WORDS: Final = 2  # one given name or surname says of nobody who he is

_LINEAGE: Final = frozenset(("بن", "ابن", "بنت", "ولد", "ال"))
_JOINED: Final = {"عبد": "عبد", "ابو": "ابو", "ابي": "ابو", "ابا": "ابو", "ام": "ام", "ذو": "ذو", "ذي": "ذو"}
_DIVINE: Final = frozenset(("الله", "الدين"))
# Letters that transliterate one sound.
_SOUNDS: Final = str.maketrans({"غ": "ج", "گ": "ج", "ڨ": "ج", "ڤ": "ف", "پ": "ب", "چ": "تش", "ژ": "ج"})
_VOWELS_RE: Final = re.compile("(?<!^)[اويه]")
_FEWEST_CONSONANTS: Final = 3
# In these languages vowels tell names apart (فان، فين).
_SYLLABIC: Final = frozenset(("vietnamese", "chinese", "korean", "asian"))

# Every state has such bodies: without its name, or another proper name, they are nobody's in particular.
_GENERIC: Final = frozenset((
    "government", "ministry", "parliament", "court", "army", "security", "committee", "council", "authority", "embassy",
    "hospital", "team", "club", "other",
))  # fmt: skip


class PersonName(NamedTuple):
    """A person's name taken apart.

    Attributes:
        words: its words without lineage, article and initials.
        surname: its last word with its article.
        lineal: whether it names fathers with `بن`, so that its end is the father's name.
    """

    words: Words
    surname: str
    lineal: bool


class BodyName(NamedTuple):
    """A body's name taken apart.

    Attributes:
        words: its words without article and prepositions; an alias has its main name's.
        identity: the noun, then the others sorted, so that both orders of a translated name are one.
        known: whether the gazetteer has it.
    """

    words: Words
    identity: Words
    known: bool


class _Known(NamedTuple):
    """A body of the gazetteer: its main name, folded, its country, and its kind where it has one alone."""

    name: str
    country: str | None
    kind: str | None


class KeyMaker:
    """Makes the keys of people and bodies.

    Args:
        resources: where the gazetteer, the places and the names' origins are read from.
    """

    def __init__(self, resources: Resources) -> None:
        origins = {
            fold(row["word"]): row["origin"] for row in resources.table("words/names.tsv") if row["origin"] != "western"
        }
        self._arabic = frozenset(word for word, origin in origins.items() if origin == "arabic")
        self._syllabic = frozenset(word for word, origin in origins.items() if origin in _SYLLABIC)
        self._adjectives: dict[str, str] = {}
        self._countries: dict[str, list[str]] = {}
        for row in resources.table("words/places.tsv"):
            if row["kind"] == "country":
                self._add_country(fold(row["word"]), row["country"])
            for nisba in row["nisba"].split() if row["kind"] == "country" else ():
                self._adjectives.setdefault(fold(nisba), row["country"])
                self._adjectives.setdefault(fold(nisba) + "ه", row["country"])
        self._main = self._gazetteer(resources.table("organisations.tsv"))
        self.person_name = lru_cache(_CACHED_NAMES)(self._person_name)
        self.body_name = lru_cache(_CACHED_NAMES)(self._body_name)
        self.body_key = lru_cache(_CACHED_NAMES)(self._body_key)

    def person_key(self, words: Words) -> str | None:
        """The key of a person whose fullest name in the article has these words (`person_name`)."""
        return " ".join(words) if len(words) >= _FEWEST_WORDS else None

    def body_kind(self, name: str) -> str | None:
        """The gazetteer's kind of a body, None for one that it has not, or in two kinds.

        Args:
            name: its name, folded.
        """
        known = self._main.get(_bare(name))
        return None if known is None else known.kind

    def _body_key(self, name: str, kind: str, country: str | None) -> str | None:
        """The key of a body.

        Args:
            name: its fullest name in the article, folded.
            kind: its kind.
            country: its country where the article or the gazetteer says it.
        """
        known = self._main.get(_bare(name))
        if known is not None:
            return _joined(self._without_country(known.name, known.country), known.country)
        if country is None and (kind in _GENERIC or len(self.body_name(name).words) < _FEWEST_WORDS):
            return None
        return _joined(self._without_country(name, country), country)

    # --- people ------------------------------------------------------------------------------------

    def _person_name(self, name: str) -> PersonName:
        written = [word for word in _WORD_RE.findall(_BRACKET_RE.sub(" ", name)) if len(word) > 1]
        arabic = not _LINEAGE.isdisjoint(written)
        surname = written[-1] if written else ""
        if surname and not surname.startswith("ال"):
            surname = self._skeleton(surname, arabic=arabic)
        if len(written) == 1:
            return PersonName((surname,), surname, False)
        words: list[str] = []
        prefix = ""
        for index, word in enumerate(written):
            if word in _LINEAGE:
                continue
            if word in _JOINED and index + 1 < len(written):
                prefix = _JOINED[word]
                continue
            if word in _DIVINE and words and not prefix:
                words[-1] += word
                continue
            words.append(prefix + word if prefix else self._skeleton(word, arabic=arabic))
            prefix = ""
        # سالم أبو نمي and أحمد ولد عبد السلام are called by both words; خالد بن عبد العزيز by his father's name is not.
        if written[-2:-1] and written[-2] in _JOINED and (not arabic or "ولد" in written):
            surname = words[-1]
        return PersonName(tuple(words), surname, arabic)

    def _skeleton(self, word: str, *, arabic: bool) -> str:
        if word.startswith("ال") and len(word) > 4:
            return word if word in _DIVINE else word[2:]
        if arabic or word in self._arabic or word.startswith("عبدال"):
            return word
        word = word.translate(_SOUNDS)
        if word in self._syllabic:
            return word
        skeleton = _VOWELS_RE.sub("", word)
        consonants = len(skeleton) - (skeleton[0] in "اوي")
        return skeleton if consonants >= _FEWEST_CONSONANTS else word

    # --- bodies ------------------------------------------------------------------------------------

    def _body_name(self, name: str) -> BodyName:
        """A body's folded name taken apart."""
        known = self._main.get(_bare(name))
        if known is not None:
            name = known.name
        words = tuple(_STEM_RE.sub("", word) or word for word in _WORD_RE.findall(name))
        return BodyName(words, (*words[:1], *sorted(words[1:])), known is not None)

    def _without_country(self, name: str, country: str | None) -> Words:
        if country is None:
            return self.body_name(name).words
        for phrase in self._countries.get(country, ()):
            name = name.replace(phrase, " ")
        words = self.body_name(name).words
        kept = tuple(word for word in words if len(word) > 1 and self._adjectives.get(word) != country)
        return kept or words

    def _add_country(self, name: str, country: str) -> None:
        if " " in name:
            self._countries.setdefault(country, []).append(name)
            self._countries[country].sort(key=len, reverse=True)
        else:
            self._adjectives.setdefault(name.removeprefix("ال"), country)

    @staticmethod
    def _gazetteer(rows: Iterable[Mapping[str, str]]) -> dict[str, _Known]:
        """From each name without article to its body; a name of two bodies leads nowhere."""
        main: dict[str, _Known] = {}
        doubtful = set()
        for row in rows:
            names = fold(f"{row['name']}|{row['aliases']}").split("|")
            body = _Known(names[0].strip(), row["country"] or None, row["kind"] or "other")
            for alias in names:
                name = _bare(alias)
                known = main.setdefault(name, body)
                if known[:2] != body[:2]:
                    doubtful.add(name)
                elif known.kind != body.kind:
                    main[name] = known._replace(kind=None)
        return {name: body for name, body in main.items() if name and name not in doubtful}


def _bare(name: str) -> str:
    return name.strip().removeprefix("ال")


def _joined(words: Words, country: str | None) -> str:
    """`لجنه خارجيه علاقات مركزيه:VN`: the noun, the other words sorted, the country."""
    key = " ".join((*words[:1], *sorted(words[1:])))
    return f"{key}:{country}" if country else key
