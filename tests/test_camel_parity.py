"""Our five folding functions agree with CAMeL Tools' on every code point of the Arabic blocks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractnews import normalise
from extractnews.normalise import fold

DATA = Path(__file__).parent / "data"
sys.path.insert(0, str(DATA))
from make_camel_table import BLOCKS, camel_functions, code_points  # noqa: E402

OURS: dict[str, Callable[[str], str]] = {
    "dediac_ar": normalise.dediac,
    "normalize_alef_ar": normalise.normalise_alef,
    "normalize_alef_maksura_ar": normalise.normalise_alef_maksura,
    "normalize_teh_marbuta_ar": normalise.normalise_teh_marbuta,
    "normalize_unicode": normalise.normalise_unicode,
}
CONTEXTS = ("{}", "ب{}", "{}ب", "ب{}ب", "ا{}\u0654", "{}\u0651")

# Isolated presentation forms of marks: NFKC makes a space and the mark of them. No space was written, so the
# view deletes them like any other mark.
ISOLATED_MARKS = {*map(chr, range(0xFC5E, 0xFC64)), *map(chr, range(0xFE70, 0xFE7F, 2))}


def table() -> dict[str, dict[str, str]]:
    results: dict[str, dict[str, str]] = {name: {} for name in OURS}
    for line in (DATA / "camel_folding.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, code, result = line.split("\t")
            results[name][chr(int(code, 16))] = "".join(chr(int(part, 16)) for part in result.split())
    return results


def test_table_covers_the_blocks() -> None:
    assert len(code_points()) == sum(last - first + 1 for first, last in BLOCKS) == 1280
    assert {name: len(changes) for name, changes in table().items()} == {
        "dediac_ar": 9,
        "normalize_alef_ar": 4,
        "normalize_alef_maksura_ar": 1,
        "normalize_teh_marbuta_ar": 1,
        "normalize_unicode": 736,
    }


@pytest.mark.parametrize("name", OURS)
def test_agrees_with_the_table(name: str) -> None:
    changes = table()[name]
    differing = {c: OURS[name](c) for c in code_points() if OURS[name](c) != changes.get(c, c)}
    assert not differing


@pytest.mark.parametrize("name", OURS)
def test_agrees_with_the_installed_package(name: str) -> None:
    pytest.importorskip("camel_tools.utils.normalize", reason="camel-tools is not installed", exc_type=ImportError)
    theirs = camel_functions()[name]
    for context in CONTEXTS:
        texts = [context.format(c) for c in code_points()]
        assert {t: OURS[name](t) for t in texts} == {t: theirs(t) for t in texts}


def test_the_view_folds_no_less_than_the_five_together() -> None:
    """Whatever the five make equal, the view makes equal too."""

    def five(text: str) -> str:
        text = normalise.dediac(normalise.normalise_unicode(text))
        return normalise.normalise_teh_marbuta(normalise.normalise_alef_maksura(normalise.normalise_alef(text)))

    differing = {c for c in code_points() if fold(f"ب{five(c)}ب") != fold(f"ب{c}ب")}
    assert differing == ISOLATED_MARKS
