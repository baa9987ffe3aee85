"""The words of awards: items, verbs of conferring and the small grammar around them, read from `awards.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

from extractnews.extractors.medal_tables import METALS, TOTAL
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.scanner import Cue

Role = Literal["get", "give", "honour"]
ItemNumber = Literal["one", "two", "many"]
Status = Literal["conferred", "planned", "denied", "hoped", "nominated", "proposed", "possible"]

UNREAL: Final[tuple[Status, ...]] = ("denied", "hoped", "nominated", "proposed", "possible")
"""What is said of an award that nobody got."""

_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن")
_END: Final = r"(?!\w)"


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
    """Items and verbs, as cues.

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
        self.unreal: dict[str, Status] = {fold(word): kind for kind in UNREAL for word in table["unreal"][kind]}
        self.only_near = frozenset(map(fold, table["unreal"]["near"]))
        self.with_past = frozenset(map(fold, table["unreal"]["with_past"]))
        self.real = frozenset(map(fold, table["unreal"]["real"]))
        self.not_after = frozenset(map(fold, table["not_after"]["words"]))
        self.not_with = frozenset(map(fold, table["not_with"]["words"]))
        self.race = frozenset(map(fold, table["not_with"]["race"]))
        self.fields = frozenset(fold(word).removeprefix("ال") for word in table["fields"]["words"])
        self.nouns = frozenset(fold(row["noun"]) for row in table["item"])
        verbs = {fold(cue.phrase) for cue in self.cues if cue.kind == "award.verb"}
        self.never_after = (self.not_after | {"في"}) - verbs


def _item_cues(row: dict[str, Any]) -> Iterator[Cue]:
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
    for stem in map(fold, row["past"]):
        # نالى-type finals: the weak letter falls before the feminine ending and ت of the person stays out.
        short = stem[:-1] if stem.endswith("ي") else stem
        for form in (stem, short + "ت", short + "وا", stem + "ا", short + "تا", stem + "ن"):
            yield form, base
        yield stem + "نا", base
        pronouns = (form + pronoun for form in (stem, short + "ت") for pronoun in (*_PRONOUNS, "ني"))
        for form in pronouns:
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
        if not base.holder:
            for ending in ("ين", "ون", "ات", "ي", "و"):
                yield noun.removesuffix("ه") + ending, trigger._replace(generic=True)


def alternation(words: Iterator[str] | list[str]) -> str:
    """A regular expression for one of these words or phrases, folded, the longer first."""
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, folded)) + ")"


class AwardGrammar:
    """The word lists of the grammar around an award, folded, and the patterns made of them.

    Args:
        resources: where `awards.toml` is read from.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("awards.toml")
        lists: dict[str, list[str]] = table["words"]
        self.lists = {name: frozenset(map(fold, words)) for name, words in lists.items()}
        self.roles = {name: frozenset(map(fold, words)) for name, words in table["roles"].items()}
        self._lots, self._each_of = alternation(lists["lots"]), alternation(table["roles"]["to_each"])
        vague = (fold(word) for name in ("uncounted", "one_of", "determiners") for word in lists[name])
        self.vague_tails = {f"{word} "[-3:] for word in vague}
        """The last letters of what `vague_re` matches, to look before searching."""
        self._phrase_patterns({name: alternation(words) for name, words in lists.items() if words})
        self._list_patterns({name: alternation(words) for name, words in lists.items() if words})
        self._role_patterns({name: alternation(words) for name, words in table["roles"].items()})

    def _phrase_patterns(self, one: dict[str, str]) -> None:
        """Patterns of the award's own noun phrase."""
        degree = one["degrees"]
        self.degree_re = re.compile(
            rf" (?:من|ب)(?: ?ال| ){degree}(?: (?:ال)?[^\W\d_]+)(?: {one['degree_ends']}{_END})?"
            rf"| (?:من |ب){degree} [^\W\d_]+"
        )
        self.best_place_re = re.compile(rf" (?:في |ب){one['best_places']}{_END}| في دور {one['role_words']}{_END}")
        self.numbered_re = re.compile(rf"(?<!\w)[وف]?[بل]?{one['numbered']} $")
        self.whoever_re = re.compile(rf"(?<!\w)[ول]?{one['whoever']} $")
        self.before_year_re = re.compile(rf"{one['before_years']} ?$")
        # أحد الأوسمة is one; الأحد is Sunday.
        edition = rf"{one['editions']} [^\s,.;:]+ من"
        self.vague_re = re.compile(
            rf"(?:^|[ (,])(?P<left>و?[بل]?)(?:(?:ال)?(?:(?P<uncounted>{one['uncounted']})"
            rf"|{one['determiners']}|{edition})"
            rf"|(?P<one>{one['one_of']})) $"
        )
        self.described_re = re.compile(rf"(?<!\w){one['copulas']} {one['superlatives']} $")
        self.years_re = re.compile(
            rf" (?:بنسخ\S+ )?(?:(?:في )?{one['years']}|في) ((?:[12]\d{{3}}(?:[-/]\d{{2,4}})?(?: ?, ?| و ?| )*){{2,}})"
        )
        self.times_re = re.compile(
            rf'[ ,"]*(?:في {one["years"]} )?(مرتين|مرتان|(\S+(?: \S+)?) مرات|(\S+(?: \S+)?) مره){_END}'
        )
        self.two_seasons_re = re.compile(rf" (?:ل(?:موسمين|عامين)(?: متتال(?:يين|ين))?|مرتين متتال(?:يتين|تين)){_END}")
        self.money_re = re.compile(rf",? {one['sums']}{_END}|,? \(?\d[\d.,]* ?(?:الف|مليون|الاف)? {one['currencies']}")

    def _list_patterns(self, one: dict[str, str]) -> None:
        """Patterns of what joins an award to another one or to a verb behind it."""
        self.list_re = re.compile(
            r"^[\s,]*(?:\([^()\n]{1,60}\)|\"[^\"\n]{1,60}\")?[\s,:-]*"
            rf"(?:و?{one['list_links']}[\s:]*)*(?:و|وب|وعلي|ب)?\s?$"
        )
        # جائزتين في المهرجان، وهما جائزة كذا
        self.named_re = re.compile(r"[ ,](?:وهما|هما|وهي) ?$")
        self.parted_re = re.compile(rf"[ ,]و?{one['part_links']} ?$")
        self.joining_re = re.compile(rf"{one['joining_links']}\s*$")
        self.when_re = re.compile(
            rf"^(?: بنسخ\S+)?(?: في)? ?ل?{one['when_nouns']}? ?"
            rf"(?:[12]\d{{3}}(?:[-/]\d+)?(?:(?: و ?| ?, ?)[12]\d{{3}})*|{one['when']})(?=[ ,])"
        )
        # One more recipient of his own: وواحد على ..., والهلال ثانيا بـ...
        self.own_re = re.compile(
            rf"^[^.\n]{{0,25}}?[ ,;\")]+(?:و|ثم |{one['followers']} )((?:[^\s,.;:]+ ){{0,7}}?[^\s,.;:]+?)"
            rf"(?: {one['rank_adverbs']})?(?: علي| ب)? *$"
        )
        self.relative_re = re.compile(
            rf"^[ ,]*(?:\([^()\n]{{1,40}}\) ?)?و?(?:{one['relative_pronouns']} )?(?:{one['relative_links']} ?)*$"
        )
        self.resumed_re = re.compile(rf" {one['resumptions']}{_END}")
        self.resumed_late_re = re.compile(rf"(?: [^\s,.;:]+){{1,4}} {one['resumptions']}{_END}")
        # حقق المركز الأول والميدالية الذهبية: what conferred the place conferred the medal.
        self.placing_re = re.compile(rf"(?:^| )(?P<marker>ب|علي |في )?(?:ال)?{one['placings']} [^\s,.;:]+ $")
        metal = one["metals"]
        self.tally_re = re.compile(rf"[ ,()-]*و? ?(?:\d{{1,4}}|[^\W\d_]+) (?:ميدالي\w+ )?(?:ال)?{metal}{_END}")
        self.other_goal_re = re.compile(one["not_in_gap"])
        self.lot_re = re.compile(one["lots"])
        self.gift_re = re.compile(rf"(?<!\w)(ب|علي )(?:ال)?{one['honours']} $")
        self.for_best_re = re.compile(rf" ل{one['bests']} ")
        # في التلاوة الأستاذ فلان
        self.holder_place_re = re.compile(
            rf" (?:(?:في|عن|ضمن) |ب)[^\s,.;:()]+(?: [^\s,.;:()]+){{0,2}}?(?= {one['person_heads']}{_END})"
        )

    def _role_patterns(self, one: dict[str, str]) -> None:
        """Patterns of giver, recipient and occasion."""
        year = r"(?:عام|سنه) \d{4}"
        self.after_re = re.compile(
            rf"(?: و[^\s,.]*{one['gifts']}[^\s,.]*(?: (?!ل)[^\s,.]+){{0,2}})?"
            rf"(?:[ ,]*(?:\([^()\n]{{1,40}}\)|{one['between']}(?: \S*\d\S*| \S+ \S+(?= ))?{_END}))?"
            rf"[ ,]*(?P<mark>(?!ليس){one['to']})(?P<space> ?)"
        )
        self.by_re = re.compile(rf"[ ,]*(?:و?{one['receipts']}(?:ه|ها|ته|تها)? )?{one['by']} ")
        self.purpose_re = re.compile(rf"ل{one['purposes']}\w*$")
        self.adverbs_re = re.compile(rf"(?:(?:{one['adverbs']}|{year}|,){_END}[ ,]*)+")
        self.trailing_adverbs_re = re.compile(rf"(?: (?:{one['adverbs']}|{year}|سبق|قد))+ *$")
        self.to_each_re = re.compile(rf"(?<!\w){one['to_each']} ")
        self.all_of_re = re.compile(r"(?:[^.;:\n]*?[ ,])?(?<!علي )(?<!من )(?:كل من|كل واحد من):? ")
        self.apart_re = re.compile(rf"[ ,]+{one['apart']} ")
        self.award_re = re.compile(rf"(?:^(?:ال)?|\s[وب]?){one['awards']}{_END}")
        self.doer_re = re.compile(rf"(?<!\w)[وف]?{one['doers']} ((?:[^\s,.]+ ){{0,30}})ب?$")
        self.passive_re = re.compile(rf"(?<!\w)[وف]?{one['passive']} *$")
        self.occasion_re = re.compile(rf"(?<!\w)و?{one['occasions']}(?= )")
        self.goes_to_re = re.compile(rf".{{0,40}}?(?: {self._each_of} | ?{self._lots} | الي | ل(?=\S))")
        self.each_re = re.compile(rf" (?:واحده? )?{one['each']}{_END}")
        self.parts_re = re.compile(rf"^[ ,]*(?:[^.,\n]{{0,60}}[ ,])?و?{one['parts']}[ :]*(?:علي)? *$")
        self.shared_re = re.compile(one["shared"])
        self.doubles_re = re.compile(rf" (?:في |ل)(?:\S{{1,30}} ){{0,2}}?(?:ال)?{one['doubles']}{_END}")
        self.one_more_pair_re = re.compile(rf" [^\s,.;:]+ و(?:\w{{3,}}(?:تين|تان)|{one['duals']}){_END}")
        self.dual_re = re.compile(rf"(?:\w{{3,}}(?:تين|تان)|{one['duals']}){_END}")
