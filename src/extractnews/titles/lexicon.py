"""The words of titles: the forms of every head in `titles.toml`, and the word lists around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from extractnews.normalise import fold
from extractnews.scanner import Cue
from extractnews.words import ADJECTIVE, NATIONALITY, NEWLINE, PUNCTUATION

ADJECTIVAL: Final = ADJECTIVE | NATIONALITY
"""What describes the noun before it."""
MARK: Final = PUNCTUATION | NEWLINE
"""What no title goes over, but for quotation marks and brackets."""
TEENS: Final = frozenset(("عشر", "عشره"))
"""What follows a unit in an ordinal: السادس عشر."""
CHARGED: Final = frozenset(("المكلف", "المكلفه"))
"""Who stands in, or, with what follows, what he is charged with."""

# Keys of an entry that make its head depend on what stands around it.
_CONDITIONS: Final = {"after", "after_construct", "spelled", "participle"}

Use = Literal["bare", "attributive", "complement", "possessed"]
Number = Literal["singular", "dual", "plural"]


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One form of a title's head.

    Attributes:
        role: the head in dictionary form.
        number: how many holders the form has.
        use: what makes it a title (see `titles.toml`).
        state: `possessed` with a suffix pronoun, `predicate` in the accusative (`رئيسا`), `construct` for
            forms that only a complement can follow, else `plain`.
        after: words one of which must follow.
        after_construct: words one of which must follow where the head has no article.
        needs_title: its complement must begin with a title.
        within: if any, words one of which its complement must hold.
        spelled: spellings one of which the original must have.
        prepositions: prepositions that may bring its complement.
        nationality: whether a nationality alone completes it.
        definite: whether the role itself has an article (`ولي العهد`).
        plain: whether its every cue is a head, whatever stands around it.
        participle: whether with ب and a noun that is no body it is a participle (`القرار القاضي بتعيين`).
        epithets: adjectives that follow it by custom (`ولي العهد الأمين`).
        adjectives: if any, the definite adjectives that may follow the head with the article.
        surname: whether news calls its foreign holders by their family name alone (`مدرب النصر زلاتكو`).
    """

    role: str
    number: Number
    use: Use
    state: Literal["plain", "possessed", "predicate", "construct"]
    after: frozenset[str]
    after_construct: frozenset[str] | None
    needs_title: bool
    within: frozenset[str]
    spelled: tuple[str, ...]
    prepositions: frozenset[str]
    nationality: bool
    definite: bool
    plain: bool
    participle: bool
    epithets: frozenset[str]
    adjectives: frozenset[str]
    surname: bool


def title_cues(data: Mapping[str, Any]) -> Iterator[Cue]:
    """The cues of all forms of all heads in `titles.toml`."""
    for entry in data["title"]:
        for word, number, state in _forms(entry):
            after_construct = entry.get("after_construct")
            form = TitleForm(
                role=entry["role"],
                number=number,
                use=entry["use"],
                state=state,
                after=frozenset(map(fold, entry.get("after", ()))),
                after_construct=None if after_construct is None else frozenset(map(fold, after_construct)),
                needs_title=entry.get("needs_title", False),
                within=_clitics(frozenset(map(fold, entry.get("within", ())))),
                spelled=tuple(entry.get("spelled", ())),
                prepositions=frozenset(map(fold, entry.get("prepositions", ()))),
                nationality=entry.get("nationality", True),
                definite=" ال" in entry["role"],
                plain=state != "possessed" and entry["use"] != "complement" and not entry.keys() & _CONDITIONS,
                participle=entry.get("participle", False),
                epithets=frozenset(map(fold, entry.get("epithets", ()))),
                adjectives=frozenset(map(fold, entry.get("adjectives", ()))),
                surname=entry.get("surname", False),
            )
            yield Cue(word, "official.title", form, "noun" if state == "plain" else "name")


def _forms(entry: Mapping[str, Any]) -> Iterator[tuple[str, Number, Any]]:
    """The inflected forms of an entry's head, how many holders each has, and its state."""
    singulars = [fold(form) for form in entry.get("forms", [entry["role"]])]
    if entry["use"] == "possessed":
        for stem in (singulars[0], singulars[0] + "ت"):
            for pronoun in ("ه", "ها", "هم"):
                yield stem + pronoun, "singular", "possessed"
        return
    for word in singulars:
        yield word, "singular", "plain"
    if entry.get("fixed"):
        return
    word = singulars[0]
    yield word + "ا", "singular", "predicate"
    feminine = entry.get("feminine")
    if feminine:
        form = fold(feminine) if isinstance(feminine, str) else word + "ه"
        yield form, "singular", "plain"
        for pronoun in ("ها", "هم", "نا"):
            yield form[:-1] + "ت" + pronoun, "singular", "possessed"
    else:
        yield word + "ه", "singular", "possessed"
    for pronoun in ("ها", "هم", "نا"):
        yield word + pronoun, "singular", "possessed"
    yield word + "ان", "dual", "plain"
    yield word + "ين", "plural" if entry.get("sound") else "dual", "plain"
    yield word + "ي", "plural" if entry.get("sound") else "dual", "construct"
    for pronoun in ("ه", "ها", "هم"):
        yield word + "ي" + pronoun, "plural" if entry.get("sound") else "dual", "possessed"
    if entry.get("sound"):
        yield word + "ون", "plural", "plain"
        yield word + "و", "plural", "construct"
    for plural in map(fold, entry.get("plural", ())):
        yield plural, "plural", "plain"
        if plural[-1] not in "ءهي":
            yield plural + "ا", "plural", "predicate"
        stems = (plural, plural[:-1] + "ؤ", plural[:-1] + "ئ") if plural.endswith("اء") else (plural,)
        for stem in stems:
            for pronoun in ("ه", "ها", "هم"):
                yield stem + pronoun, "plural", "possessed"


def _clitics(words: frozenset[str]) -> frozenset[str]:
    """The words with and without proclitics."""
    return frozenset(prefix + word for word in words for prefix in ("", "و", "ب", "ل", "وب", "ول", "ف", "ك"))


Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases as folded words, the longer first, by their first word."""


def _phrases(lines: Iterable[str]) -> Phrases:
    """The phrases, so that those that begin with a word are found with one look."""
    phrases: Phrases = {}
    for line in lines:
        words = tuple(fold(line).split())
        phrases.setdefault(words[0], []).append(words)
    for alternatives in phrases.values():
        alternatives.sort(key=len, reverse=True)
    return phrases


class TitleWords:
    """The word lists of `titles.toml`, folded."""

    def __init__(self, data: Mapping[str, Any], places: Iterable[str]) -> None:
        folded = [fold(place) for place in places]
        self.places = _phrases(place for place in folded if " " in place)
        # As a lam swallows their article: للقدس.
        self.definite_places = frozenset("ل" + place[1:] for place in folded if place[:2] == "ال" and " " not in place)
        self.qualifying = _phrases(data["qualifying"])
        self.between = _phrases(data["between"])

        def words(key: str) -> frozenset[str]:
            return frozenset(map(fold, data[key]))

        modifiers = words("indefinite_modifiers")
        self.indefinite_modifiers = modifiers | {word + "ا" for word in modifiers if word[-1] != "ه"}
        self.definite_modifiers = frozenset(
            "ال" + word.removesuffix("ه") + ending for word in modifiers for ending in ("", "ه", "ان", "ين", "ون", "ات")
        )
        self.former = words("former")
        self.acting = words("acting")
        self.status = self.former | self.acting
        self.adverbs = words("adverbs")
        self.peoples = words("peoples")
        self.modifying = self.definite_modifiers | self.status
        self.sacred = frozenset(tuple(fold(phrase).split()) for phrase in data["sacred"])
        self.revering = frozenset(adjective for _, adjective in self.sacred)
        self.named_after = _clitics(words("named_after"))
        self.dually_named = frozenset(
            word.removesuffix("ه") + ("تي" if word.endswith("ه") else "ي") for word in self.named_after
        )
        occupations = words("occupations")
        self.occupations = occupations | {"و" + word for word in occupations}
        # Those that describe no body (المكتب السياسي).
        self.callings = frozenset(
            word for word in occupations if word[:2] == "ال" and word[-1] != "ي" and word[-2:] != "يه"
        )
        self.crafts = words("crafts")
        self.addressees = words("addressees")
        self.possessed_honorifics = words("possessed_honorifics")
        self.styles = words("styles")
        self.placeless = words("placeless")
        # Words that may go on with a title whatever their classes.
        self.linking = frozenset((
            *self.modifying, *self.adverbs, *self.qualifying,
            *TEENS, "جامعه", "برئاسه", '"', "(", "و", "ل", "ب", "مع", "في", "لدي", "عن", "من", "الي", "علي", "باسم",
            "شؤون", "شئون", "رقم", "لوحده",
        ))  # fmt: skip
        self.appointing = _clitics(words("appointing"))
        self.acts = self.appointing | _clitics(words("dismissing"))
        self.superlatives = _clitics(words("superlatives"))
        self.circumstances = words("circumstances")
        self.won = words("won")
        self.deeds = words("deeds")
        self.kin = words("kin")
        self.fields = words("fields")
        self.relaying = words("relaying")
        self.wide = words("wide")
        self.meeting_verbs = frozenset(prefix + word for word in words("meeting_verbs") for prefix in ("", "و", "ف"))
        # Words that may lead from a title to its holder's name over what belongs to neither.
        self.bridging = frozenset(("(", ":", "/", "-", ",", "في", "لدي", "عن", "علي", "من", *self.between))
