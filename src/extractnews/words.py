"""Word classes: what a single word of news can be, so that rules know where a name ends.

The base forms stand in `resources/words/*.tsv`; prefixes and suffixes are taken off here, once for each
distinct form.
"""

from __future__ import annotations

import re
from typing import Final

from extractnews.lexicon import Resources
from extractnews.normalise import fold

# Classes of a word form, as the bits of a number; a form may have several.
GIVEN: Final = 1 << 0
FAMILY: Final = 1 << 1
NAME_PART: Final = 1 << 2  # بن، آل، أبو، فان
VERB: Final = 1 << 3
PREPOSITION: Final = 1 << 4
CONJUNCTION: Final = 1 << 5
PARTICLE: Final = 1 << 6  # relatives, demonstratives, negations, adverbs, pronouns, connectives
NOUN: Final = 1 << 7
ADJECTIVE: Final = 1 << 8
PLACE: Final = 1 << 9
NATIONALITY: Final = 1 << 10
MAYBE_NAME: Final = 1 << 11  # an ordinary word that is somebody's name as well
DEFINITE: Final = 1 << 12  # with the article
CONJOINED: Final = 1 << 13  # with و or ف before it
PREPOSED: Final = 1 << 14  # with ب، ل or ك before it
POSSESSED: Final = 1 << 15  # with a suffix pronoun
NUMBER: Final = 1 << 16
PUNCTUATION: Final = 1 << 17
LATIN: Final = 1 << 18
NEWLINE: Final = 1 << 19
PLURAL: Final = 1 << 20

KNOWN: Final = GIVEN | FAMILY  # as a name
CLITIC: Final = CONJOINED | PREPOSED  # with a proclitic
FUNCTION: Final = PREPOSITION | CONJUNCTION | PARTICLE

_NAME_CLASSES: Final = {"given": GIVEN, "family": FAMILY, "part": NAME_PART}
_PARTICLE_CLASSES: Final = {"preposition": PREPOSITION, "conjunction": CONJUNCTION}
_NOUN_CLASSES: Final = {
    "adjective": ADJECTIVE,
    "participle": ADJECTIVE | NOUN,
    "plural": NOUN | PLURAL,
}

_PAST_SUFFIXES: Final = ("ت", "وا", "ا", "تا", "نا", "ه", "ها", "هم", "ته", "تها", "وه", "ني", "تني", "هما", "تهما")
_PRESENT_PREFIXES: Final = ("ت", "ن", "ا")
_PRESENT_SUFFIXES: Final = ("ون", "ان", "وا", "ه", "ها", "هم")
_OBJECTS: Final = ("ني", "هما")
# Suffixes by their last letter, so that a word is asked for those alone that it may have.
_ADJECTIVE_SUFFIXES: Final = {"ه": ("ه",), "ن": ("ون", "ين", "ان", "تين", "تان"), "ت": ("ات",), "ا": ("ا",)}
_PRONOUNS: Final = {"ه": ("ه",), "ا": ("ها", "هما", "نا"), "م": ("هم", "كم"), "ن": ("هن",)}
_NUMBER_RE: Final = re.compile(r"\d")
_LATIN_RE: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")

_NAMES: Final = KNOWN | NAME_PART | PLACE | MAYBE_NAME
# (letters before the word, what they say of it), the most frequent first
_PREFIXES: Final[tuple[tuple[str, str, int], ...]] = (
    ("ال", "", DEFINITE),
    ("و", "", CONJOINED),
    ("وال", "", CONJOINED | DEFINITE),
    ("ب", "", PREPOSED),
    ("ل", "", PREPOSED),
    ("بال", "", PREPOSED | DEFINITE),
    ("لل", "", PREPOSED | DEFINITE),
    ("لل", "ل", PREPOSED | DEFINITE),
    ("ف", "", CONJOINED),
    ("ك", "", PREPOSED),
    ("كال", "", PREPOSED | DEFINITE),
    ("وب", "", CONJOINED | PREPOSED),
    ("ول", "", CONJOINED | PREPOSED),
    ("وبال", "", CONJOINED | PREPOSED | DEFINITE),
    ("ولل", "", CONJOINED | PREPOSED | DEFINITE),
    ("وك", "", CONJOINED | PREPOSED),
    ("فال", "", CONJOINED | DEFINITE),
)
_PREFIXES_OF: Final = {letter: tuple(row for row in _PREFIXES if row[0][0] == letter) for letter in "اوبلفك"}
"""The same by their first letter."""
_VERB_PREFIXES: Final = ("و", "ف", "س", "وس", "فس", "ل", "ول")
_MAX_CACHED_FORMS: Final = 400_000


class WordLexicon:
    """Classes of word forms.

    Args:
        resources: where `words/*.tsv` are read from, at first use.
    """

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._cache: _FormCache | None = None

    def classes(self) -> dict[str, int]:
        """The bit set of classes of every folded form, looked up as in a dict; ask for it anew for each article."""
        if self._cache is None:
            self._cache = _FormCache(_read_base(self._resources))
        elif len(self._cache) > _MAX_CACHED_FORMS:
            self._cache.clear()
        return self._cache

    def is_verb(self, form: str) -> bool:
        """Whether a folded form is a verb's, to the lexicon's knowledge."""
        return bool(self.classes()[form] & VERB)


class _FormCache(dict[str, int]):
    def __init__(self, base: dict[str, int]) -> None:
        super().__init__()
        self._base = base

    def __missing__(self, form: str) -> int:
        classes = self[form] = _analyse(form, self._base)
        return classes


def _analyse(form: str, base: dict[str, int]) -> int:
    exact = base.get(form)
    if exact is not None:
        article = form.startswith("ال") and (len(form) > 4 or exact == VERB)  # الحق beside ألحق
        return exact | _definite(form, base) if article else exact
    first = form[0]
    if not first.isalpha():
        if first == "\n":
            return NEWLINE
        return NUMBER if _NUMBER_RE.match(form) else PUNCTUATION
    if _LATIN_RE.match(first):
        return LATIN
    classes = _inflected(form, base)
    for letters, replacement, flags in _PREFIXES_OF.get(first, ()):
        if form.startswith(letters) and len(form) - len(letters) >= 2:
            rest = replacement + form[len(letters) :]
            found = base.get(rest) or _inflected(rest, base)
            if found == VERB and flags & PREPOSED and not classes:
                found = _inflected(rest, base)  # بإجازته: no preposition stands before the verb's form أجازته
            if flags & DEFINITE:
                # No particle has the article, and no word has the article and a pronoun.
                found = 0 if found & POSSESSED else found & ~FUNCTION
            if found and not (flags & (DEFINITE | PREPOSED) and found & ~MAYBE_NAME == VERB):
                classes |= found | flags
                break
    if not classes:
        for letters in _VERB_PREFIXES:
            rest = form[len(letters) :]
            if form.startswith(letters) and base.get(rest, 0) & VERB:
                return VERB | (CONJOINED if letters[0] in "وف" else 0)
        if form.startswith("ال"):
            return DEFINITE
        for letters in ("وال", "بال", "كال", "فال", "وبال"):
            if form.startswith(letters):
                return DEFINITE | (CONJOINED if letters[0] in "وف" else PREPOSED)
        if form.startswith("لل"):
            return DEFINITE | PREPOSED
    return classes


def _definite(form: str, base: dict[str, int]) -> int:
    """What the article adds to a word that has an entry with it (`المصري`, a family name and an adjective)."""
    rest = form[2:]
    found = base.get(rest) or _inflected(rest, base)
    if not found and not base[form] & _NAMES:
        return 0  # the word's own letters: التزام، إلكتروني، التقى
    return DEFINITE | (found & ~(VERB | FUNCTION) if found & ~(VERB | MAYBE_NAME) else 0)


def _inflected(form: str, base: dict[str, int]) -> int:
    """Classes of a noun or adjective with a suffix, 0 where taking suffixes off leads nowhere."""
    last = form[-1:]
    for suffix in _ADJECTIVE_SUFFIXES.get(last, ()):
        if form.endswith(suffix):
            found = base.get(form[: -len(suffix)], 0)
            if found & (ADJECTIVE | NATIONALITY):
                return found & ~(KNOWN | MAYBE_NAME)
            if suffix == "ا" and found & (NOUN | MAYBE_NAME):
                return found & ~(KNOWN | MAYBE_NAME)
    for suffix in _PRONOUNS.get(last, ()):
        if form.endswith(suffix) and len(form) - len(suffix) >= 2:
            stem = form[: -len(suffix)]
            found = base.get(stem, 0)
            if stem.endswith("ت") and not found & NOUN:
                found |= base.get(stem[:-1] + "ه", 0)  # تهنئته، though تهنئت is a verb's form
            if found & NOUN:
                return (found & ~(KNOWN | MAYBE_NAME)) | POSSESSED
    return 0


def _read_base(resources: Resources) -> dict[str, int]:
    base: dict[str, int] = {}

    def add(word: str, classes: int) -> None:
        form = fold(word)
        base[form] = base.get(form, 0) | classes

    def maybe(row: dict[str, str]) -> int:
        return MAYBE_NAME if row.get("name") == "1" else 0

    for row in resources.table("words/names.tsv"):
        add(row["word"], _NAME_CLASSES[row["class"]])
    for row in resources.table("words/particles.tsv"):
        add(row["word"], _PARTICLE_CLASSES.get(row["class"], PARTICLE) | maybe(row))
    for row in resources.table("words/nouns.tsv"):
        add(row["word"], _NOUN_CLASSES.get(row["class"], NOUN) | maybe(row))
    for row in resources.table("words/places.tsv"):
        if " " not in row["word"]:
            add(row["word"], PLACE)
        if row.get("nisba"):
            for nisba in row["nisba"].split():
                add(nisba, NATIONALITY | ADJECTIVE)
    for row in resources.table("words/verbs.tsv"):
        _add_verb(row, base, VERB | maybe(row))
    # A noun in -ية is the feminine of its adjective as well: الفنون المسرحية beside مسرحية.
    for form, classes in base.items():
        if form.endswith("يه") and classes & NOUN and base.get(form[:-1], 0) & ADJECTIVE:
            base[form] = classes | ADJECTIVE
    return base


def _add_verb(row: dict[str, str], base: dict[str, int], classes: int) -> None:
    past = fold(row["past"])
    forms = {past, *(past + suffix for suffix in _PAST_SUFFIXES)}
    presents = [fold(row["present"])] if row["present"] else []
    if row["passive"]:
        presents.append(fold(row["passive"])) if row["passive"].startswith("ي") else forms.add(fold(row["passive"]))
    for present in presents:
        persons = [present, *(prefix + present[1:] for prefix in _PRESENT_PREFIXES)]
        forms.update(persons)
        forms.update(person + suffix for person in persons[:2] for suffix in _PRESENT_SUFFIXES)
        forms.update(present + suffix for suffix in _OBJECTS)
    forms.update(fold(row.get("forms", "")).split())
    for form in forms:
        # An inflected form never hides a word that has an entry of its own; the plain forms add to it.
        if form == past or form in presents or form not in base:
            base[form] = base.get(form, 0) | (classes if form == past else classes & ~MAYBE_NAME)
