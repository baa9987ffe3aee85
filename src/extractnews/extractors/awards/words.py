"""The cues of awards: items and verbs of conferring in all their forms, read from `awards.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

from extractnews.extractors.awards.medal_tables import METALS, TOTAL
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.scanner import Cue

Role = Literal["get", "give", "honour"]
ItemNumber = Literal["one", "two", "many"]
Status = Literal["conferred", "planned", "denied", "hoped", "nominated", "proposed", "possible"]

UNREAL: Final[tuple[Status, ...]] = ("denied", "hoped", "nominated", "proposed", "possible")
"""What is said of an award that nobody got."""

_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن")


class Item(NamedTuple):
    """An award noun of the lexicon.

    Attributes:
        noun: the singular.
        kind: the record's kind.
        feminine: its gender.
        behaviour: how closely a verb must govern it (`class` in the resource).
        with_: complements, one of which it needs.
        not_with: complements that make it something else.
        elliptic: an adjective in the noun's place (`ذهبية`).
        best: the prize of those who are it (`أفضل ممثل`).
        strict: only right behind a verb.
    """

    noun: str
    kind: str
    feminine: bool
    behaviour: str
    with_: frozenset[str]
    not_with: frozenset[str]
    elliptic: bool
    best: bool
    strict: bool


class ItemForm(NamedTuple):
    """One form of an item, as a cue's value."""

    item: Item
    number: ItemNumber
    construct: bool = False
    possessed: bool = False
    accusative: bool = False


class Trigger(NamedTuple):
    """One form of a verb of conferring, as a cue's value.

    Attributes:
        role: what the subject does: receive, give, or either.
        markers: the prepositions before the item, "" for a plain object.
        form: the verb's form.
        pronoun: a pronoun is suffixed to it.
        generic: a participle in the plural, which counts only with a number.
        weak: it says many things; only what stands close to it counts.
        near: only what stands right behind it counts.
        beside: not even its subject may stand between, and no competition counts.
        holder: it says who has, not who gets.
        future: with سـ.
        running: all that one has won (`الأكثر تتويجا بـ`), so that a singular counts nothing.
        indefinite: a definite award is not conferred by it (`أهدى الميدالية إلى والدته`).
        status: what the verb itself makes of the award (`رشح لـ`).
        masdar: a form of the past that is written like the masdar (`حصد`, `منح`).
    """

    role: Role
    markers: tuple[str, ...]
    form: Literal["past", "present", "noun", "participle"]
    pronoun: bool = False
    generic: bool = False
    weak: bool = False
    near: bool = False
    beside: bool = False
    holder: bool = False
    future: bool = False
    running: bool = False
    indefinite: bool = False
    status: Status = "conferred"
    masdar: bool = False


class AwardLexicon:
    """Items and verbs, as cues, with the words that make an item something else.

    Args:
        resources: where `awards.toml` is read from.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("awards.toml")
        not_verbs = frozenset(map(fold, table["words"]["not_verbs"]))
        self.cues: list[Cue] = []
        for row in table["item"]:
            self.cues.extend(_item_cues(row))
        for row in table["trigger"]:
            self.cues.extend(_trigger_cues(row, not_verbs))
        self.cues.extend(Cue(verb, "award.followed", None, "name") for verb in table["followed"]["verbs"])
        self.cues.extend(Cue(word, "award.total", None, "name") for word in table["totals"]["words"])
        self.columns = {fold(word): noun for noun, words in table["columns"].items() for word in words}
        self.cues.extend(Cue(word, "award.bronze", None, "noun") for word in table["columns"]["برونزية"])
        counted = (*METALS, TOTAL)
        self.column_forms = {
            cue.value.item.noun: cue.value._replace(number="many")
            for cue in self.cues
            if cue.kind == "award.item" and cue.value.item.noun in counted and not cue.value.possessed
        }
        self.not_after = frozenset(map(fold, table["not_after"]["words"]))
        self.not_with = frozenset(map(fold, table["not_with"]["words"]))
        self.race = frozenset(map(fold, table["not_with"]["race"]))
        self.fields = frozenset(fold(word).removeprefix("ال") for word in table["fields"]["words"])
        self.nouns = frozenset(fold(row["noun"]) for row in table["item"])
        self.forms = self.nouns.union(fold(form) for row in table["item"] for form in (*row["plural"], *row["dual"]))
        verbs = {fold(cue.phrase) for cue in self.cues if cue.kind == "award.verb"}
        self.never_after = (self.not_after | {"في"}) - verbs


def _item_cues(row: dict[str, Any]) -> Iterator[Cue]:
    """All forms of an item: `جائزة`, `جوائز`, `جائزتين`, `جائزته`."""
    item = Item(
        row["noun"],
        row["kind"],
        row["gender"] == "f",
        row["class"],
        frozenset(map(fold, row.get("with", ()))),
        frozenset(map(fold, row.get("not_with", ()))),
        row.get("elliptic", False),
        row.get("best", False),
        row.get("strict", False),
    )
    if "phrase" in row:
        item = item._replace(noun=row["phrase"][0])
        for phrase in row["phrase"]:
            yield Cue(phrase, "award.item", ItemForm(item, "one"), "name")
        for phrase in row["plural"]:
            yield Cue(phrase, "award.item", ItemForm(item, "many"), "noun")
        return
    # The forms stay as they are written: folded, ألقاب would begin with the article.
    singulars, plurals, duals = [row["noun"], *row.get("variants", ())], row["plural"], row["dual"]
    for form in singulars:
        yield Cue(form, "award.item", ItemForm(item, "one"), "noun")
        if not item.feminine and not item.best:
            yield Cue(form + "ا", "award.item", ItemForm(item, "one", accusative=True), "name")
    for form in plurals:
        yield Cue(form, "award.item", ItemForm(item, "many"), "noun")
        if not item.feminine and not form.endswith(("ات", "ة")):
            yield Cue(form + "ا", "award.item", ItemForm(item, "many", accusative=True), "name")
    for form in duals:
        yield Cue(form, "award.item", ItemForm(item, "two"), "noun")
        bare = form[:-1]
        if not (bare.endswith("ا") and not item.feminine) and bare != "علمي":
            yield Cue(bare, "award.item", ItemForm(item, "two", construct=True), "name")
    if row.get("no_possessive"):
        return
    for pronoun in _PRONOUNS:
        for form in singulars:
            stem = form[:-1] + "ت" if form.endswith("ة") else form
            yield Cue(stem + pronoun, "award.item", ItemForm(item, "one", possessed=True), "name")
        for form in plurals:
            yield Cue(form + pronoun, "award.item", ItemForm(item, "many", possessed=True), "name")
        for form in duals:
            yield Cue(form[:-1] + pronoun, "award.item", ItemForm(item, "two", possessed=True), "name")


def _trigger_cues(row: dict[str, Any], not_verbs: frozenset[str]) -> Iterator[Cue]:
    """All forms of a verb but those that are other words."""
    base = Trigger(
        row["role"],
        tuple(map(fold, row["marker"])),
        "past",
        weak=row.get("weak", False),
        near=row.get("near", False),
        beside=row.get("beside", False),
        holder=row.get("holder", False),
        indefinite=row.get("indefinite", False),
        status=row.get("status", "conferred"),
    )
    nouns, verbs = dict(_noun_forms(row, base)), dict(_verb_forms(row, base))
    for form in sorted(nouns.keys() & verbs.keys()):
        verbs[form] = verbs[form]._replace(masdar=True)
        yield Cue("ال" + form, "award.verb", nouns[form], "name")
    for form, trigger in {**nouns, **verbs}.items():
        if form not in not_verbs:
            yield Cue(form, "award.verb", trigger, "noun" if trigger.form in ("noun", "participle") else "name")


def _verb_forms(row: dict[str, Any], base: Trigger) -> Iterator[tuple[str, Trigger]]:
    """Past and present in every person, with and without a pronoun: `نال`, `نالت`, `سينالها`."""
    for stem in map(fold, row["past"]):
        # نالى-type finals: the weak letter falls before the feminine ending and ت of the person stays out.
        short = stem[:-1] if stem.endswith("ي") else stem
        for form in (stem, short + "ت", short + "وا", stem + "ا", short + "تا", stem + "ن"):
            yield form, base
        yield stem + "نا", base
        pronouns = (form + pronoun for form in (stem, short + "ت") for pronoun in (*_PRONOUNS, "ني"))
        hands = base.role == "give" and base.weak  # ما قدموه is no award
        theirs = () if hands else (short + "و" + pronoun for pronoun in _PRONOUNS[:3])  # ما حققوه من ميداليات
        for form in (*pronouns, *theirs):
            yield form, base._replace(pronoun=True)
    for stem in map(fold, row["present"]):
        for prefix in ("ي", "ت", "ن"):
            for future in ("", "س"):
                trigger = base._replace(form="present", future=bool(future))
                for ending in ("", "ون", "ان", "ا", "وا"):
                    yield future + prefix + stem + ending, trigger
                for pronoun in _PRONOUNS:
                    yield future + prefix + stem + pronoun, trigger._replace(pronoun=True)


def _noun_forms(row: dict[str, Any], base: Trigger) -> Iterator[tuple[str, Trigger]]:
    """Masdars and participles: `فوز`, `فوزه`, `فائز`, `فائزين`."""
    for noun in map(fold, row["noun"]):
        trigger = base._replace(form="noun")
        yield noun, trigger
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        for pronoun in (*_PRONOUNS, "نا"):
            yield stem + pronoun, trigger._replace(pronoun=True)
        if noun in map(fold, row.get("running", ())):
            yield noun + "ا", trigger._replace(running=True, pronoun=True)
    for noun in map(fold, row["participle"]):
        trigger = base._replace(form="participle")
        yield noun, trigger
        if not noun.endswith("ه"):
            yield noun + "ه", trigger
            yield noun + "ا", trigger
        if not base.holder and not noun.endswith(("ه", "ا")):
            for ending in ("ان", "تان", "تين"):
                yield noun + ending, trigger
        if not base.holder:
            for ending in ("ين", "ون", "ات", "ي", "و"):
                yield noun.removesuffix("ه") + ending, trigger._replace(generic=True)
