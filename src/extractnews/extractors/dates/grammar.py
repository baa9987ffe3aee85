"""The rules of dates: regular expressions over a sequence of one-letter parts and one-letter gaps."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

_STRETCH: Final = 160
"""Codes that are searched at a time, two for each part: more than any date has."""
_LONGEST_KEPT: Final = 60
"""Sequences of parts up to this length are remembered with what the grammar makes of them."""


class Rule(NamedTuple):
    """A rule of the resource."""

    name: str
    pattern: str
    loose: bool


class RuleMatch(NamedTuple):
    """A rule's match in a sequence of parts.

    Attributes:
        rule: its name.
        first: index of the first part.
        last: index after the last part.
        split: where among its parts a range is cut in two, 0 for none.
        opens: whether a bracket opens in it.
        start: offset in the sequence.
        end: offset after its last sign.
        ranges: whether its rule is one of ranges.
    """

    rule: str
    first: int
    last: int
    split: int
    opens: bool
    start: int
    end: int
    ranges: bool


def _read_rules(data: dict[str, Any]) -> list[Rule]:
    rules = []
    for row in data["rules"]:
        pattern = row["pattern"]
        for name, text in data["macros"].items():
            pattern = pattern.replace("{" + name + "}", text)
        rules.append(Rule(row["name"], pattern, row.get("loose", False)))
    return rules


class DateGrammar:
    """The rules in the order in which they are tried.

    Args:
        data: `dates.toml`.
        loose: whether the loose rules are among them.
    """

    def __init__(self, data: dict[str, Any], loose: bool) -> None:
        rules = [rule for rule in _read_rules(data) if loose or not rule.loose]
        self._splits = {rule.name: re.compile(rule.pattern) for rule in rules if "(?P<split>" in rule.pattern}
        self._grammar = re.compile(
            "|".join(f"(?P<{rule.name}>{rule.pattern.replace('(?P<split>', '(?:')})" for rule in rules)
        )
        self._find_kept = lru_cache(maxsize=4096)(self._find)  # the same few sequences come again and again
        self._simple = re.compile(
            "|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules if rule.name not in self._splits)
        )

    def find(self, codes: str, position: int) -> RuleMatch | None:
        """The first match at or after the offset."""
        if len(codes) <= _LONGEST_KEPT:
            return self._find_kept(codes, position)
        return self._find(codes, position)

    def at(self, codes: str, position: int) -> RuleMatch | None:
        """What begins at the offset and is no range."""
        return self._found(codes, self._simple.match(codes, position))

    def _find(self, codes: str, position: int) -> RuleMatch | None:
        """The first match of the grammar at or after the offset.

        Looked for in one stretch after another: from every number of a list a rule reads to the list's end.
        """
        match = self._grammar.search(codes, position, position + _STRETCH)
        while match is None and position + _STRETCH < len(codes):
            position += _STRETCH // 2
            match = self._grammar.search(codes, position, position + _STRETCH)
        if match is not None and match.end() == position + _STRETCH:
            match = self._grammar.match(codes, match.start(), match.start() + _STRETCH)
        return self._found(codes, match)

    def _found(self, codes: str, match: re.Match[str] | None) -> RuleMatch | None:
        if match is None:
            return None
        rule = match.lastgroup
        assert rule is not None
        first, last = match.start() // 2, (match.end() - 1) // 2 + 1
        split = 0
        if rule in self._splits:
            again = self._splits[rule].match(codes, match.start())
            cut = again.start("split") if again is not None else -1
            if cut < 0:  # the alternatives that are joined by و
                cut = codes.index("&", match.start())
            split = cut // 2 + 1 - first
        return RuleMatch(rule, first, last, split, "(" in match[0], match.start(), match.end(), rule in self._splits)
