"""No expression can take time that grows as a power of a long word: a repeated group has one way to match a text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
LOOKAROUND = (constants.ASSERT, constants.ASSERT_NOT, constants.AT)

ROOT = Path(__file__).resolve().parents[1]

# Every expression that the package's modules compile, when they load or at work on all the articles of the corpora.
COMPILED = """
import importlib, json, pkgutil, re, sys
seen = {}
compile = re._compile
own = ("extractnews", "__main__", "importlib")  # compiled modules have no frame: the one that imports or calls them
def remember(pattern, flags):
    if isinstance(pattern, str) and sys._getframe(2).f_globals.get("__name__", "").startswith(own):
        seen[pattern] = int(flags)
    return compile(pattern, flags)
re._compile = remember
import extractnews
for module in pkgutil.walk_packages(extractnews.__path__, "extractnews."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError:
            pass  # an extra that is not installed
for line in sys.stdin:
    extractnews.extract(json.loads(line)["text"])
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
    articles = "".join(path.read_text("utf-8") for path in sorted((ROOT / "corpora" / "gold").glob("*.jsonl")))
    run = subprocess.run(
        [sys.executable, "-c", COMPILED], input=articles, capture_output=True, check=True, encoding="utf-8"
    )
    compiled: dict[str, int] = json.loads(run.stdout)
    assert len(compiled) > 100
    assert not [p for p, flags in compiled.items() if any(is_ambiguous(b) for b in groups(parser.parse(p, flags)))]
