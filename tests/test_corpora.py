"""The gold that this project wrote: sound in itself, and how well the library does on it."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from conftest import CORPORA, SHARED

from extractnews import Pipeline
from extractnews.evaluate import evaluate
from extractnews.io.readers import article_of_row
from extractnews.records import AwardKind

FILES = sorted((CORPORA / "gold").glob("*.jsonl"))


def rows_of(paths: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


HELD_OUT = sorted((CORPORA / "heldout").glob("*.jsonl"))
ROWS = rows_of([*FILES, *HELD_OUT])

ARTICLE = {"id", "source", "licence", "reference_date", "country", "genre", "text"}
FIELDS = {
    "documents": ["start", "end", "text", "kind", "number", "code", "date", "issuer", "subject", "resolved"],
    "dates": ["start", "end", "text", "value"],
    "officials": ["start", "end", "text", "honorific", "titles"],
    "organisations": ["start", "end", "text", "name", "nested"],
    "awards": ["start", "end", "text", "count", "item", "kind", "name", "recipient", "giver"],
}
COUNTRIES = {
    "AE", "BH", "DZ", "EG", "GB", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN",
    "US", "VN", "YE",
}  # fmt: skip
REGIONS = {
    "maghreb": ({"MA", "DZ", "TN", "LY", "MR"}, 6),
    "gulf": ({"SA", "AE", "QA", "KW", "BH", "OM"}, 6),
    "levant": ({"LB", "SY", "JO", "PS"}, 4),
    "egypt": ({"EG"}, 4),
}
UNIT = r"(?:[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?|\d{2}XX|\d{3}X)"
EDTF = re.compile(rf"{UNIT}(?:/{UNIT})?")

# Record F1 over a gold set, below which a change is a regression: 0.03 less than what was reached last.
FLOORS = {
    "corpora": {"documents": 0.97, "dates": 0.97, "officials": 0.97, "organisations": 0.92, "awards": 0.95},
    "held out": {"documents": 0.97, "dates": 0.97, "officials": 0.88, "organisations": 0.85, "awards": 0.92},
    "seeds": {"documents": 0.97, "dates": 0.97, "officials": 0.97, "organisations": 0.97, "awards": 0.97},
    "dev": {"documents": 0.97, "dates": 0.93, "officials": 0.95, "organisations": 0.93, "awards": 0.94},
}
SETS = {
    "corpora": FILES,
    "held out": HELD_OUT,
    "seeds": [SHARED / "gold" / "seeds.jsonl"],
    "dev": [SHARED / "gold" / "dev.jsonl"],
}


def stands_in(text: str, phrase: str | None) -> bool:
    """Whether the text has the phrase, as it is or with its article swallowed (`للجنة`, `للقرار`)."""
    return phrase is None or any(form in text for form in (phrase, f"لل{phrase[2:]}", f"ل{phrase[2:]}"))


def records() -> list[Any]:
    return [
        pytest.param(row["text"], name, record, id=f"{row['id']}-{name}-{record['start']}")
        for row in ROWS
        for name in FIELDS
        for record in row[name]
    ]


def test_coverage() -> None:
    assert len(ROWS) >= 24
    countries = [row["country"] for row in ROWS]
    assert len(set(countries)) >= 8
    for name, (members, at_least) in REGIONS.items():
        assert sum(country in members for country in countries) >= at_least, name
    assert countries.count("VN") >= 4
    assert len({row["genre"] for row in ROWS}) >= 7


def test_ids_and_texts_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert len({row["text"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_article(row: dict[str, Any]) -> None:
    assert set(row) == {*ARTICLE, *FIELDS}
    assert re.fullmatch(r"[a-z0-9-]+", row["id"])
    assert row["licence"] == "MIT"
    assert row["country"] in COUNTRIES
    assert row["reference_date"] is None or dt.date.fromisoformat(row["reference_date"])
    for name in FIELDS:
        spans = [(record["start"], record["end"]) for record in row[name]]
        assert spans == sorted(set(spans)), name


@pytest.mark.parametrize(("text", "name", "record"), records())
def test_record(text: str, name: str, record: dict[str, Any]) -> None:
    assert set(record) == set(FIELDS[name])
    assert 0 <= record["start"] < record["end"] <= len(text)
    assert text[record["start"] : record["end"]] == record["text"] == record["text"].strip()
    match name:
        case "documents":
            assert record["number"]
            assert record["code"]
            assert not re.search(r"[٠-٩۰-۹()]|رقم", record["code"] + record["number"])
            assert record["date"] is None or EDTF.fullmatch(record["date"])
            assert stands_in(text, record["issuer"])
            assert stands_in(text, record["subject"])
        case "dates":
            assert record["value"] is None or EDTF.fullmatch(record["value"])
        case "officials":
            assert record["honorific"] or record["titles"]
            for title in record["titles"]:
                assert set(title) == {"start", "end", "text"}
                assert text[title["start"] : title["end"]] == title["text"]
        case "organisations":
            assert isinstance(record["nested"], bool)
            assert record["name"].endswith(record["text"].lstrip("ل"))
        case "awards":
            assert record["count"] is None or record["count"] > 0
            assert record["kind"] in get_args(AwardKind)
            assert record["item"]
            assert record["name"] is None or record["name"] in record["text"]
            assert stands_in(text, record["recipient"])
            assert stands_in(text, record["giver"])


@pytest.mark.parametrize("gold", SETS)
def test_floors(pipeline: Pipeline, gold: str) -> None:
    """Real gold, where it is beside the checkout, as well as the project's own."""
    if not all(path.is_file() for path in SETS[gold]):
        pytest.skip("this gold is not beside the checkout")
    outcome = evaluate(
        rows_of(SETS[gold]), lambda row: pipeline.extract(article_of_row(dict(row))).model_dump(mode="json")
    )
    assert not outcome.misquoted
    reached = {name: tally.figures().f1 for name, tally in outcome.types.items()}
    assert reached.keys() == FLOORS[gold].keys()
    assert not {name: round(f1, 4) for name, f1 in reached.items() if f1 < FLOORS[gold][name]}


@pytest.mark.parametrize("path", sorted((CORPORA / "sample").glob("*.txt")), ids=lambda path: path.stem)
def test_sample_is_of_the_gold(path: Path) -> None:
    (text,) = [row["text"] for row in ROWS if row["id"] == path.stem]
    assert path.read_bytes().decode() == text
