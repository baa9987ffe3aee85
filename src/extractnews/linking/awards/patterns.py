"""The words and patterns by which the giver, the recipient and the occasion of an award are known."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.grammar import WORD_END, alternation
from extractnews.lexicon import Resources
from extractnews.normalise import fold

TOKEN_RE: Final = re.compile(r"[^\s,.;:()\"!?|]+|[,.;:()\"!?|\n]")


class RolePatterns:
    """The word lists of roles, folded, and the patterns made of them.

    Args:
        resources: where `awards.toml` is read from.

    Attributes:
        roles: the folded words of each list of `[roles]`.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("awards.toml")
        words: dict[str, list[str]] = table["roles"]
        self.roles = {name: frozenset(map(fold, listed)) for name, listed in words.items()}
        one = {name: alternation(listed) for name, listed in words.items() if listed}
        heads, lots = alternation(table["words"]["person_heads"]), alternation(table["words"]["lots"])
        year = r"(?:عام|سنه) \d{4}"
        self.after_re = re.compile(
            rf"(?: و[^\s,.]*{one['gifts']}[^\s,.]*(?: (?!ل|{one['onto']} )[^\s,.]+(?=[ ,]|$)){{0,2}})?"
            rf"(?:[ ,]*(?:\([^()\n]{{1,40}}\)|{one['between']}(?: \S*\d\S*| \S+ \S+(?= ))?{WORD_END}))?"
            rf"(?: باسم(?: [^\s,.]+){{1,6}}?(?= ل))?[ ,]*(?P<mark>(?!ليس|لاحق){one['to']})(?P<space> ?)"
        )
        self.by_re = re.compile(rf"\"?[ ,]*(?:و?{one['receipts']}(?:ه|ها|ته|تها)? )?{one['by']} ")
        self.purpose_re = re.compile(rf"ل{one['purposes']}\w*$")
        self.adverbs_re = re.compile(rf"(?:(?:{one['adverbs']}|{year}|,){WORD_END}[ ,]*)+")
        self.trailing_adverbs_re = re.compile(rf"(?: (?:{one['adverbs']}|{year}|سبق|قد))+ *$")
        self.to_each_re = re.compile(rf"(?<!\w){one['to_each']} ")
        self.to_him_re = re.compile(rf" {one['to_him']} ")
        self.all_of_re = re.compile(r"(?:[^.;:\n]*?[ ,])?(?<!علي )(?<!من )(?:كل من|كل واحد من):? ")
        self.apart_re = re.compile(rf"[ ,]+{one['apart']}(?: |$)")
        self.adjunct_re = re.compile(rf" {one['adjuncts']}(?= |$)")
        placing = alternation(table["words"]["placings"])
        self.placed_re = re.compile(rf" (?:علي |ب|في )?ال{placing} ال")
        self.award_re = re.compile(rf"(?:^(?:ال)?|\s[وب]?){one['awards']}{WORD_END}")
        self.doer_re = re.compile(rf"(?<!\w)[وف]?{one['doers']} ((?:[^\s,.]+ ){{0,30}}(?:[^\s,.]+ ?, )?)ب?$")
        self.order_re = re.compile(rf" {one['orders']}(?: [^\s,.]+)? ?$")
        self.passive_re = re.compile(rf"(?<!\w)[وف]?{one['passive']} *$")
        self.occasion_re = re.compile(rf"(?<!\w)و?{one['occasions']}(?= )")
        self.goes_to_re = re.compile(rf".{{0,40}}?(?: {one['to_each']} | ?{lots} | الي | ل(?=\S))")
        self.each_re = re.compile(rf" (?:واحد[اه]? )?{one['each']}{WORD_END}")
        self.parts_re = re.compile(rf"^[ ,]*(?:[^.,\n]{{0,60}}[ ,])?و?{one['parts']}[ :]*(?:علي)? *$")
        self.shared_re = re.compile(one["shared"])
        self.doubles_re = re.compile(rf" (?:في |ل)(?:\S{{1,30}} ){{0,2}}?(?:ال)?{one['doubles']}{WORD_END}")
        self.one_more_pair_re = re.compile(rf" [^\s,.;:]+ و(?:\w{{3,}}(?:تين|تان)|{one['duals']}){WORD_END}")
        self.dual_re = re.compile(rf"(?:\w{{3,}}(?:تين|تان)|{one['duals']}){WORD_END}")
        # بجائزة الدولة في مجال الآداب الدكتور فلان
        self.field_re = re.compile(
            rf"(?: نفسه| نفسها| ذاته| ذاتها)? (?:في|عن|ضمن) (?:[^\s,.;:()]+ ){{0,3}}ال[^\s,.;:()]+(?: مناصفه)?"
            rf"(?: ?: ?(?=[^\s\d\"])| (?={heads}{WORD_END}))"
        )
        # في التلاوة الأستاذ فلان
        self.holder_place_re = re.compile(
            rf" (?:(?:في|عن|ضمن) |ب)[^\s,.;:()]+(?: [^\s,.;:()]+){{0,2}}?(?= {heads}{WORD_END})"
        )
