"""Cues are found as whole words, with every prefix their inflection allows and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractnews.article import Hit
from extractnews.normalise import NormalisedView, fold
from extractnews.scanner import Cue, Inflection, Scanner

PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")

# phrase, inflection, text -> (found, proclitic, article)
CASES: list[tuple[str, Inflection, str, list[tuple[str, str, str]]]] = [
    ("يناير", "name", "في يناير", [("يناير", "", "")]),
    ("يناير", "name", "بيناير، ويناير؛ وليناير", [("يناير", "ب", ""), ("يناير", "و", ""), ("يناير", "ول", "")]),
    ("يناير", "name", "اليناير", []),
    ("يناير", "name", "يناير2024 وينايرات", []),
    ("يناير", "name", "«يناير»/يناير-يناير", [("يناير", "", "")] * 3),
    ("يناير", "fixed", "يناير ويناير", [("يناير", "", "")]),
    ("قرار", "noun", "قرار القرار", [("قرار", "", ""), ("القرار", "", "ال")]),
    ("قرار", "noun", "بالقرار وبالقرار", [("القرار", "ب", "ال"), ("القرار", "وب", "ال")]),
    ("قرار", "noun", "للقرار وللقرار", [("لقرار", "ل", "ل"), ("لقرار", "ول", "ل")]),
    ("قرار", "noun", "لقرار", [("قرار", "ل", "")]),
    ("قرار", "noun", "استقرار", []),
    ("لجنة", "noun", "اللجنة", [("اللجنه", "", "ال")]),
    ("لجنة", "noun", "للجنة", [("لجنه", "ل", ""), ("لجنه", "ل", "ل")]),
    ("لجنة", "noun", "باللجنة ولجنة", [("اللجنه", "ب", "ال"), ("لجنه", "و", "")]),
    ("الأمم المتحدة", "name", "للأمم المتحدة", [("لامم المتحده", "ل", "ل")]),
    (
        "الأمم المتحدة",
        "name",
        "الأمم المتحدة وبالأمم المتحدة",
        [("الامم المتحده", "", "ال"), ("الامم المتحده", "وب", "ال")],
    ),
    ("الأمم المتحدة", "name", "لالأمم المتحدة", []),
    ("الأمم المتحدة", "name", "الأمم، المتحدة", []),
    ("الليكود", "name", "لليكود", [("ليكود", "ل", "ل")]),
    ("أم", "name", "أم وأم أمس", [("ام", "", ""), ("ام", "و", "")]),
    ("م", "fixed", "2024 م. 3م", [("م", "", "")]),
    ("VNA", "fixed", "(VNA) VNAX", [("VNA", "", "")]),
    ("وزير الخارجية", "noun", "وزير الخارجية\nوزير\n\nالخارجية", [("وزير الخارجيه", "", "")]),
    ("وزير الخارجية", "noun", "وزير\nالخارجية", [("وزير\nالخارجيه", "", "")]),  # a line may break in a phrase
]


@pytest.mark.parametrize(("phrase", "inflection", "text", "expected"), CASES)
def test_hits(phrase: str, inflection: Inflection, text: str, expected: list[tuple[str, str, str]]) -> None:
    folded = fold(text)
    hits = hits_of([Cue(phrase, "k", 1, inflection)], folded)
    assert [(folded[hit.start : hit.end], hit.proclitic, hit.article) for hit in hits] == expected


def hits_of(cues: list[Cue], folded: str) -> list[Hit]:
    scan = Scanner(cues)(NormalisedView(folded))
    return [hit for kind in {cue.kind for cue in cues} for hit in scan.hits(kind)]


def test_two_cues_of_one_phrase_are_both_reported_under_their_kinds() -> None:
    scan = Scanner([Cue("أيار", "month", 5), Cue("أيار", "word", "x"), Cue("أيار", "month", 6)])(
        NormalisedView("في ايار")
    )
    assert sorted(hit.value for hit in scan.hits("month")) == [5, 6]
    assert [hit.value for hit in scan.hits("word")] == ["x"]
    assert scan.hits("year") == []


def test_hits_are_sorted_by_start_and_the_longer_come_first() -> None:
    scanner = Scanner([Cue("مجلس", "k"), Cue("مجلس الأمن", "k"), Cue("مجلس الأمن الدولي", "k"), Cue("الأمن", "k")])
    text = fold("قال مجلس الأمن الدولي ومجلس الأمن")
    found = [text[hit.start : hit.end] for hit in scanner(NormalisedView(text)).hits("k")]
    assert found == ["مجلس الامن الدولي", "مجلس الامن", "مجلس", "الامن", "مجلس الامن", "مجلس", "الامن"]


def test_no_cue_no_hit() -> None:
    assert Scanner([Cue("قرار", "k")])(NormalisedView("")).hits("k") == []
    assert Scanner([])(NormalisedView("قرار")).hits("k") == []


# --- against a scanner that tries everything everywhere ------------------------------------------------


def written_forms(phrase: str, inflection: Inflection) -> Iterator[tuple[str, str, str]]:
    """(form, proclitic, article): all ways in which a folded phrase may be written."""
    definite = phrase.startswith("ال")
    if inflection == "fixed":
        yield phrase, "", ""
        return
    for proclitic in PROCLITICS:
        if not (definite and proclitic.endswith("ل")):
            yield proclitic + phrase, proclitic, "ال" if definite else ""
            if inflection == "noun" and not definite and not proclitic.endswith("ل"):
                yield f"{proclitic}ال{phrase}", proclitic, "ال"
        elif proclitic:
            yield proclitic + (phrase[2:] if phrase.startswith("الل") else phrase[1:]), proclitic, "ل"
        if inflection == "noun" and not definite and proclitic.endswith("ل"):
            yield proclitic + (phrase if phrase.startswith("ل") else "ل" + phrase), proclitic, "ل"


def naive_hits(cues: list[Cue], text: str) -> set[tuple[int, int, str, str, str]]:
    spaced = re.sub(r"[\W_]", " ", text)
    found = set()
    for cue in cues:
        for form, proclitic, article in written_forms(fold(cue.phrase), cue.inflection):
            for match in re.finditer(rf"(?<![^ ]){re.escape(form)}(?![^ ])", spaced):
                found.add((match.start() + len(proclitic), match.end(), cue.value, proclitic, article))
    return found


STEMS = ("قرار", "لجنة", "الأمن", "الليل", "مجلس الأمن", "أب", "ب", "VNA", "لواء", "ولي")
WORDS = st.tuples(
    st.sampled_from((*PROCLITICS, "ال", "بال", "وال", "لل", "ولل", "فلل", "س")),
    st.sampled_from((*STEMS, "قال", "2024")),
).map("".join)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from((" ", "\n", "، ", "-", " (", "_", ""))).map("".join), max_size=8)
CUES = st.lists(
    st.builds(
        lambda phrase, inflection: Cue(phrase, "k", phrase, inflection),
        st.sampled_from(STEMS),
        st.sampled_from(["fixed", "name", "noun"]),
    ),
    max_size=4,
    unique_by=lambda cue: cue.phrase,
)


@given(CUES, TEXTS.map("".join))
def test_finds_what_trying_everything_finds(cues: list[Cue], text: str) -> None:
    folded = fold(text)
    found = hits_of(cues, folded)
    assert {(hit.start, hit.end, hit.value, hit.proclitic, hit.article) for hit in found} == naive_hits(cues, folded)
    assert len(found) == len(set(found))
