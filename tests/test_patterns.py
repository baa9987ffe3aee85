"""No expression can take time that grows as a power of a long word: a repeated group has one way to match a text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
LOOKAROUND = (constants.ASSERT, constants.ASSERT_NOT, constants.AT)

# Every expression that the package compiles, by the time that an article of all kinds has been read.
COMPILED = """
import json, re
seen = {}
compile = re.compile
def remember(pattern, flags=0):
    if isinstance(pattern, str):
        seen[pattern] = int(flags)
    return compile(pattern, flags)
re.compile = remember
import extractnews
extractnews.extract("أصدر وزير العدل سالم الحمد القرار رقم 5 في 3 يناير 2024 وفاز بجائزة نوبل")
print(json.dumps(seen))
"""


def groups(items: Any) -> Iterator[list[Any]]:
    """The bodies of all repeated groups, without the brackets around them."""
    for op, value in items:
        if op in REPEATS:
            body = list(value[2])
            while len(body) == 1 and body[0][0] == constants.SUBPATTERN:
                body = list(body[0][1][3])
            if value[1] > 1:
                yield body
            yield from groups(value[2])
        elif op == constants.SUBPATTERN:
            yield from groups(value[3])
        elif op == constants.BRANCH:
            for branch in value[1]:
                yield from groups(branch)
        elif op in (constants.ASSERT, constants.ASSERT_NOT):
            yield from groups(value[1])


def is_ambiguous(body: list[Any]) -> bool:
    """Whether a group holds a repetition and nothing that must stand between two rounds: `(?: ?\\w+){1,3}`."""
    repeats = [value for op, value in body if op in REPEATS]
    fixed = [op for op, _ in body if op not in REPEATS and op not in LOOKAROUND]
    return not fixed and any(most > 1 for _, most, _ in repeats)


@pytest.mark.parametrize(
    ("pattern", "ambiguous"),
    [
        (r"(?: ?\w+){1,3}(?= x)", True),
        (r"(?:\w+ ?){1,5},", True),
        (r"(?:(\w+))*,", True),
        (r"a|(?=(?:\w*,?)+b)", True),
        (r"(?: \w+){1,3}(?= x)", False),
        (r"\w+(?: \w+){0,4},", False),
        (r"(?:,? ?\w)+", False),
        (r"(?: ?\w+)?,", False),
    ],
)
def test_what_is_ambiguous(pattern: str, ambiguous: bool) -> None:
    assert any(is_ambiguous(body) for body in groups(parser.parse(pattern))) == ambiguous


def test_no_expression_of_the_package_is_ambiguous() -> None:
    run = subprocess.run([sys.executable, "-c", COMPILED], capture_output=True, check=True, text=True)
    compiled: dict[str, int] = json.loads(run.stdout)
    assert len(compiled) > 100
    assert not [p for p, flags in compiled.items() if any(is_ambiguous(b) for b in groups(parser.parse(p, flags)))]
