"""The word lists of the grammar around an award, folded, and the patterns made of them, read from `awards.toml`."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.words import ItemForm
from extractnews.lexicon import Resources
from extractnews.normalise import fold

WORD_END: Final = r"(?!\w)"


def alternation(words: list[str]) -> str:
    """A regular expression for one of these words or phrases, folded, the longer first."""
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, folded)) + ")"


class PhrasePatterns:
    """Patterns of the award's own noun phrase.

    Args:
        one: a regular expression for one of the phrases of each list of `awards.toml`.
        lists: the folded phrases themselves.
    """

    def __init__(self, one: dict[str, str], lists: dict[str, frozenset[str]]) -> None:
        degree = one["degrees"]
        self.degree_re = re.compile(
            rf" (?:من|ب)(?: ?ال| ){degree}(?: (?:ال)?[^\W\d_]+)(?: {one['degree_ends']}{WORD_END})?"
            rf"| (?:من |ب){degree} [^\W\d_]+"
        )
        self.best_place_re = re.compile(
            rf" (?:في |ب){one['best_places']}{WORD_END}| في دور {one['role_words']}{WORD_END}"
        )
        self.nobel_re = re.compile(rf"(?: نوبل)?(?: لل| في ال){one['nobel_fields']}{WORD_END}")
        self.numbered_re = re.compile(rf"(?<!\w)[وف]?[بل]?{one['numbered']} $")
        self.before_year_re = re.compile(rf"{one['before_years']} ?$")
        # أحد الأوسمة is one; الأحد is Sunday.
        edition = rf"(?:{one['editions']} [^\s,.;:]+|(?:اخر|اول) {one['editions']}) من"
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
            rf'[ ,"]*(?:في {one["years"]} )?(مرتين|مرتان|(\S+(?: \S+)?) مرات|(\S+(?: \S+)?) مره){WORD_END}'
        )
        self.two_seasons_re = re.compile(
            rf" (?:ل(?:موسمين|عامين)(?: متتال(?:يين|ين))?|مرتين متتال(?:يتين|تين)){WORD_END}"
        )
        self.seasons_re = re.compile(rf" (?:في )?(?:ال{one['seasons']} |اخر )(?=\S+ (?:{one['seasons']}|ال))")
        self.money_re = re.compile(
            rf",? {one['sums']}{WORD_END}|,? \(?\d[\d.,]* ?(?:الف|مليون|الاف)? {one['currencies']}"
        )
        # حقق المركز الأول والميدالية الذهبية: what conferred the place conferred the medal.
        self.placing_re = re.compile(rf"(?:^| )(?P<marker>ب|علي |في )?(?:ال)?{one['placings']} [^\s,.;:]+ $")
        self.gift_re = re.compile(rf"(?<!\w)(ب|علي )(?:ال)?{one['honours']} $")
        self.for_best_re = re.compile(rf" ل{one['bests']} ")
        self.vague_tails = {f"{word} "[-3:] for name in ("uncounted", "one_of", "determiners") for word in lists[name]}
        """The last letters of what `vague_re` matches, to look before searching."""


class ClausePatterns:
    """Patterns of what joins an award to another one or to its verb.

    Args:
        one: a regular expression for one of the phrases of each list of `awards.toml`.
    """

    def __init__(self, one: dict[str, str]) -> None:
        self.list_re = re.compile(
            r"^[\s,]*(?:\([^()\n]{1,60}\)|\"[^\"\n]{1,60}\")?[\s,:-]*"
            rf"(?:و?{one['list_links']}[\s:-]*)*(?:و|وب|وعلي|ب)?\s?$"
        )
        # جائزتين في المهرجان، وهما جائزة كذا
        place = rf"(?:في (?:ال)?{one['placings']} [^\s,.;:]+ )?"
        ranked = rf"| في (?:ال)?{one['placings']} [^\s,.;:]+"
        self.named_re = re.compile(r"[ ,](?:وهما|هما|وهي) ?$")
        self.parted_re = re.compile(rf"[ ,]و?{one['part_links']} ?:? ?\(?$")
        self.joining_re = re.compile(rf"{one['joining_links']}\s*$")
        self.when_re = re.compile(
            rf"^(?: بنسخ\S+)?(?: في)? ?ل?{one['when_nouns']}? ?"
            rf"(?:[12]\d{{3}}(?:[-/]\d+)?(?:(?: و ?| ?, ?)[12]\d{{3}})*|{one['when']})(?=[ ,])"
        )
        # One more recipient of his own: وواحد على ..., والهلال ثانيا بـ...
        links = rf"(?:(?!{one['waw_words']}{WORD_END})و|ثم |{one['followers']} )"
        self.own_re = re.compile(
            rf"^[^.\n]{{0,25}}?[ ,;\")]+{links}(?:{one['clause_verbs']} )?{place}"
            rf"((?:[^\s,.;:]+ ){{0,7}}?[^\s,.;:]+?)(?: {one['rank_adverbs']}{ranked})?(?: علي| ب)? *$"
        )
        self.relative_re = re.compile(
            rf"^[ ,]*(?:\([^()\n]{{1,40}}\) ?)?و?(?:{one['relative_pronouns']} )?(?:{one['relative_links']} ?)*$"
        )
        self.resumed_re = re.compile(rf" {one['resumptions']}{WORD_END}")
        self.resumed_late_re = re.compile(rf"(?: [^\s,.;:]+){{1,4}} {one['resumptions']}{WORD_END}")
        metal = one["metals"]
        self.tally_re = re.compile(rf"[ ,()-]*و? ?(?:\d{{1,4}}|[^\W\d_]+) (?:ميدالي\w+ )?(?:ال)?{metal}{WORD_END}")
        self.other_goal_re = re.compile(one["not_in_gap"] + "(?!ي)")  # and no اللجنة المركزية
        self.lot_re = re.compile(one["lots"])
        # أبرز النتائج التي حققها الفريق الميدالية الفضية
        self.achieved_re = re.compile(rf"(?<!\w)و?{one['superlatives']} {one['achievements']} (?:التي )$")
        self.whoever_re = re.compile(rf"(?<!\w)[ول]?{one['whoever']} $")


class AwardGrammar:
    """The word lists and the patterns.

    Args:
        resources: where `awards.toml` is read from.

    Attributes:
        lists: the folded words of each list.
        adverbs: what may stand between a verb and its object.
        phrase: patterns of the noun phrase.
        clause: patterns of the clause around it.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("awards.toml")
        words: dict[str, list[str]] = table["words"]
        self.lists = {name: frozenset(map(fold, listed)) for name, listed in words.items()}
        self.adverbs = frozenset(map(fold, table["roles"]["adverbs"]))
        one = {name: alternation(listed) for name, listed in words.items() if listed}
        self.phrase = PhrasePatterns(one, self.lists)
        self.clause = ClausePatterns(one)

    def is_adjective(self, word: str, form: ItemForm) -> bool:
        """Whether a folded word can be the item's adjective by its ending."""
        bare = word.removeprefix("ال")
        if bare in self.lists["adjectives"] or bare in self.lists["metals"]:
            return True
        if form.accusative and bare.endswith("ا") and bare[:-1] in self.lists["adjectives"]:
            return True  # تنويها خاصا
        if len(bare) < 4 or {bare, bare.removeprefix("ل")} & self.lists["nouns_in_yeh"]:
            return False
        if form.number == "two":
            return bare.endswith(("تين", "تان", "يين", "يان")) or bare.endswith("يه")
        if form.item.feminine or form.number == "many":
            return bare.endswith(("يه", "يات"))
        if bare.endswith("يا") and not form.accusative and form.item.noun != "درع":
            return False  # لقب أستراليا
        return bare.endswith(("ي", "يا", "يه") if form.item.noun == "درع" else ("ي", "يا")) and not bare.endswith("ائي")
