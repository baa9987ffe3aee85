"""The figures: worked by hand on small cases, and equal to the reference scorer's on the corpora."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPORA, SHARED
from typer.testing import CliRunner, Result

from extractnews import Pipeline
from extractnews.cli import app
from extractnews.evaluate import Evaluation, Figures, evaluate
from extractnews.io.readers import ReadError, article_of_row, read_rows
from extractnews.records import RECORD_TYPES

SCORER = SHARED / "gold" / "score.py"
TEXT = "منح وزير الصحة سالم المري، القرار رقم 25 لسنة 2023، ثلاث ميداليات ذهبية لوزارة الصحة بالرياض في 3 يناير 2024"


def record(words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **fields}


DOCUMENT = record("القرار رقم 25 لسنة 2023", kind="قرار", code="25 لسنة 2023", date=None, issuer=None, subject=None)
DATE = record("3 يناير 2024", value="2024-01-03")
OFFICIAL = record("سالم المري", honorific=None, titles=[record("وزير الصحة")])
BODY = record("وزارة الصحة", name="وزارة الصحة", nested=False)
AWARD = record("ثلاث ميداليات ذهبية", count=3, item="ميدالية ذهبية", kind="medal", name=None, recipient="لوزارة الصحة")

# type, gold record, changes of the prediction -> overlap, span, record
ONE_RECORD = [
    ("documents", DOCUMENT, {}, (1, 1, 1)),
    ("documents", DOCUMENT, {"code": "25  لسنة ٢٠٢٣"}, (1, 1, 1)),
    ("documents", DOCUMENT, {"code": "25"}, (1, 1, 0)),
    ("documents", DOCUMENT, {"kind": "القرار"}, (1, 1, 0)),
    ("documents", DOCUMENT, {"kind": None}, (1, 1, 0)),
    ("documents", {**DOCUMENT, "kind": None}, {"kind": "قرار"}, (1, 1, 1)),
    ("documents", DOCUMENT, record("25 لسنة 2023"), (1, 0, 1)),
    ("documents", {**DOCUMENT, "code": "25-NQ/TW"}, {"code": "25 - NQ / TW"}, (1, 1, 1)),
    ("dates", DATE, {}, (1, 1, 1)),
    ("dates", DATE, {"value": "2024-01"}, (1, 1, 0)),
    ("dates", {**DATE, "value": None}, {"value": ""}, (1, 1, 1)),
    ("dates", DATE, record("يناير 2024"), (1, 0, 1)),
    ("officials", OFFICIAL, {}, (1, 1, 1)),
    ("officials", OFFICIAL, record("سالم المري،"), (1, 1, 1)),
    ("officials", OFFICIAL, record("المري"), (1, 0, 0)),
    ("officials", OFFICIAL, {"titles": []}, (1, 1, 0)),
    ("officials", OFFICIAL, {"titles": [record("زير الصحة")]}, (1, 1, 1)),
    ("officials", OFFICIAL, {"honorific": "معالي"}, (1, 1, 0)),
    ("organisations", BODY, {}, (1, 1, 1)),
    ("organisations", BODY, record("لوزارة الصحة"), (1, 1, 1)),
    ("organisations", BODY, record("وزارة الصحة بالرياض"), (1, 0, 0)),
    ("organisations", BODY, record("بالرياض"), (0, 0, 0)),
    ("awards", AWARD, {}, (1, 1, 1)),
    ("awards", AWARD, {"count": None}, (1, 1, 0)),
    ("awards", AWARD, {"item": "ميدالية"}, (1, 1, 1)),
    ("awards", AWARD, {"item": "الميدالية الذهبية"}, (1, 1, 1)),
    ("awards", AWARD, {"item": "جائزة ذهبية"}, (1, 1, 0)),
    ("awards", AWARD, {"item": ""}, (1, 1, 0)),
]


def compare(gold: dict[str, Any], predicted: dict[str, Any] | None) -> Evaluation:
    return evaluate([{"id": "1", "text": TEXT, **gold}], lambda _: predicted)


@pytest.mark.parametrize(("record_type", "gold", "changes", "expected"), ONE_RECORD)
def test_one_record(record_type: str, gold: dict[str, Any], changes: dict[str, Any], expected: tuple[int, ...]) -> None:
    outcome = compare({record_type: [gold]}, {record_type: [{**gold, **changes}]})
    tally = outcome.types[record_type]
    assert tuple(tally.figures(level).f1 for level in ("overlap", "span", "record")) == expected
    assert (tally.gold, tally.predicted) == (1, 1)
    assert bool(outcome.differences) is (expected[2] == 0)


def test_missed_and_spurious() -> None:
    outcome = compare({"dates": [DATE]}, {"dates": [record("رقم 25", value="2025"), record("2023", value="2023")]})
    assert outcome.types["dates"].figures() == (0.0, 0.0, 0.0)
    assert [(d.what, d.article) for d in outcome.differences] == [("missed", "1"), ("spurious", "1"), ("spurious", "1")]


def test_half_right() -> None:
    outcome = compare({"dates": [DATE, record("2023", value="2023")]}, {"dates": [DATE]})
    assert outcome.types["dates"].figures() == (1.0, 0.5, pytest.approx(2 / 3))


def test_each_gold_record_is_matched_once_and_with_its_nearest() -> None:
    long = record("القرار رقم 25 لسنة 2023، ثلاث", kind=None, code="x")
    outcome = compare({"documents": [DOCUMENT]}, {"documents": [long, DOCUMENT]})
    tally = outcome.types["documents"]
    assert (tally.right["record"], tally.predicted) == (1, 2)
    assert [(d.what, d.predicted) for d in outcome.differences] == [("spurious", long)]


def test_nested_gold_counts_neither_found_nor_missed() -> None:
    nested = {**BODY, "nested": True}
    for predicted in ([], [BODY]):
        tally = compare({"organisations": [nested]}, {"organisations": predicted}).types["organisations"]
        assert (tally.gold, tally.predicted, tally.figures().f1) == (0, 0, 1.0)


def test_a_type_that_was_not_annotated_is_not_scored() -> None:
    outcome = compare({"dates": [DATE]}, {"dates": [DATE], "awards": [AWARD]})
    assert outcome.types["awards"].predicted == 0
    assert outcome.macro_f1 == 1.0


def test_a_missing_prediction_is_named_and_counts_as_empty() -> None:
    outcome = compare({"dates": [DATE]}, None)
    assert outcome.missing == ["1"]
    assert outcome.types["dates"].figures() == Figures(0.0, 0.0, 0.0)


def test_a_prediction_that_misquotes_is_named() -> None:
    wrong = {**DATE, "text": "4 يناير 2024"}
    assert compare({"dates": [DATE]}, {"dates": [wrong]}).misquoted == [("1", "dates", wrong)]


FIELD_CASES = [
    ("documents", DOCUMENT, "date", "2023-01-01", "2023-01-01", (1, 1, 1)),
    ("documents", DOCUMENT, "date", "2023-01-01", None, (0, 1, 0)),
    ("documents", DOCUMENT, "date", None, "2023", (0, 0, 1)),
    ("documents", DOCUMENT, "subject", "تنظيم المستشفيات العامة", {"text": "تنظيم المستشفيات"}, (1, 1, 1)),
    ("documents", DOCUMENT, "subject", "تنظيم المستشفيات العامة", {"text": "العامة"}, (0, 1, 1)),
    ("officials", OFFICIAL, "titles", [record("وزير الصحة")], [record("وزير الصحة"), record("منح")], (1, 1, 2)),
    ("organisations", BODY, "name", "اللجنة", "للجنة", (1, 1, 1)),
    ("awards", AWARD, "kind", "medal", "medal", (1, 1, 1)),
    ("awards", AWARD, "kind", "medal", "cup", (0, 1, 1)),
]


@pytest.mark.parametrize(("record_type", "base", "name", "gold", "predicted", "expected"), FIELD_CASES)
def test_fields(
    record_type: str, base: dict[str, Any], name: str, gold: Any, predicted: Any, expected: tuple[int, int, int]
) -> None:
    outcome = compare({record_type: [{**base, name: gold}]}, {record_type: [{**base, name: predicted}]})
    tally = outcome.fields[record_type, name]
    assert (tally.right["record"], tally.gold, tally.predicted) == expected


def test_an_id_twice_is_refused() -> None:
    row = {"id": "1", "text": TEXT}
    with pytest.raises(ValueError, match="id '1' occurs twice"):
        evaluate([row, row], lambda _: None)


# --- against the reference scorer ------------------------------------------------------------------


def rows_of(path: Path) -> list[dict[str, Any]]:
    items = list(read_rows(path))
    assert not [item for item in items if isinstance(item, ReadError)]
    return [item[1] for item in items if not isinstance(item, ReadError)]


def blurred(rows: list[dict[str, Any]], seed: int) -> Iterator[dict[str, Any]]:
    """The gold with mistakes of every kind: records left out, doubled, moved, with other or no values."""
    chance = random.Random(seed)
    for row in rows:
        wrong = {"id": row["id"]}
        for name in RECORD_TYPES:
            wrong[name] = []
            for gold in row[name]:
                found = dict(gold)
                for field in [f for f in found if f not in ("start", "end", "text")]:
                    if chance.random() < 0.15:
                        found[field] = chance.choice(
                            [None, gold.get("text"), "2024-01-03", "قرار", {"text": row["text"][:20]}]
                        )
                if not isinstance(found.get("titles", []), list):
                    found["titles"] = []
                if chance.random() < 0.3:
                    found["start"] = max(0, found["start"] + chance.randint(-9, 4))
                    found["end"] = max(found["start"] + 1, found["end"] + chance.randint(-3, 9))
                    found["text"] = row["text"][found["start"] : found["end"]]
                wrong[name].extend([found] * chance.choice([0, 1, 1, 1, 1, 2]))
        yield wrong


@pytest.mark.skipif(not SCORER.is_file(), reason="the reference scorer is not beside the checkout")
@pytest.mark.parametrize("how", ["extracted", "blurred"])
@pytest.mark.parametrize(
    "path",
    [*sorted((CORPORA / "gold").glob("*.jsonl")), *(SHARED / "gold" / f"{name}.jsonl" for name in ("seeds", "dev"))],
    ids=lambda path: path.stem,
)
def test_figures_are_the_reference_scorers(pipeline: Pipeline, tmp_path: Path, path: Path, how: str) -> None:
    rows = rows_of(path)
    if how == "extracted":
        predicted = [pipeline.extract(article_of_row(row)).model_dump(mode="json") for row in rows]
    else:
        full = [{**{name: [] for name in RECORD_TYPES}, **row} for row in rows]
        predicted = list(blurred(full, seed=len(path.stem)))
    file = tmp_path / "predicted.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
    scorer = subprocess.run([sys.executable, SCORER, path, file, "--json"], capture_output=True, text=True, check=False)
    by_id = {row["id"]: row for row in predicted}
    assert evaluate(rows, lambda row: by_id[row["id"]]).as_dict() == json.loads(scorer.stdout)


# --- the command -----------------------------------------------------------------------------------


def run(*args: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, args)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "1", "text": TEXT, "dates": [DATE], "awards": [AWARD]}), encoding="utf-8")
    return path


def test_command_runs_the_articles_itself_where_there_is_no_prediction(gold: Path, tmp_path: Path) -> None:
    CliRunner().invoke(app, ["extract", str(gold), "-o", str(tmp_path / "out.jsonl")])
    alone, given = run(gold, "--json"), run(gold, tmp_path / "out.jsonl", "--json")
    assert alone.exit_code == given.exit_code == 0
    assert json.loads(alone.stdout) == json.loads(given.stdout)
    assert json.loads(alone.stdout)["dates"]["record"] == {"p": 1.0, "r": 1.0, "f1": 1.0}


def test_command_prints_a_table_and_errors(gold: Path, tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(json.dumps({"id": "1", "dates": [{**DATE, "value": "2024"}]}), encoding="utf-8")
    result = run(gold, predicted, "--errors", 1)
    table = {
        line.split()[0]: line.split()[1:]
        for line in result.stdout.splitlines()
        if line[:1].isalpha() and "|" not in line
    }
    assert table["dates"][:7] == ["1", "1", "1.0000", "1.0000", "0.0000", "0.0000", "0.0000"]
    assert "macro record F1 0.6000" in result.stdout
    assert "dates | wrong | 1 | gold '3 يناير 2024' value=2024-01-03 | found '3 يناير 2024' value=2024" in result.stdout
    assert "awards | missed | 1 | gold 'ثلاث ميداليات ذهبية'" in result.stdout


def test_command_takes_a_folder_of_gold(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_text(json.dumps({"id": "2", "text": TEXT, "dates": [DATE]}), encoding="utf-8")
    assert json.loads(run(tmp_path, "--json").stdout)["dates"]["gold"] == 2


EMPTY = '{"id": "1", "text": "x", "dates": []}'
BAD_FILES = [
    ("", None, "absent.jsonl: no such file or folder"),
    ('{"id": "1", "text": "x"}\n{', None, "gold.jsonl:2: broken JSON"),
    ('{"text": "x"}', None, "gold.jsonl:1: the row has no id"),
    ('{"id": ["1"], "text": "x"}', None, "gold.jsonl:1: id ['1'] is neither a string nor a whole number"),
    ('{"id": "1"}', None, "gold.jsonl:1: no text: field 'text' is missing"),
    ('{"id": "1"}', EMPTY, "gold.jsonl:1: no text: field 'text' is missing"),
    ('{"id": "1", "text": "x", "reference_date": "1/2"}', None, "gold.jsonl:1: reference date '1/2' is not"),
    ("\n", None, "gold.jsonl: no article in it"),
    ('{"id": "1", "text": "x"}\n{"id": 1, "text": "x"}', None, "gold.jsonl:2: id '1' occurs twice, first at "),
    (EMPTY, f"{EMPTY}\n\n{EMPTY}", "predicted.jsonl:3: id '1' occurs twice, first at "),
    (EMPTY, '{"dates": []}', "predicted.jsonl:1: the row has no id"),
    (EMPTY, '{"id": "1", "dates": {}}', "predicted.jsonl:1: dates is no list"),
    (EMPTY, '{"id": "1", "dates": [5]}', "predicted.jsonl:1: dates[1] is no object"),
    (EMPTY, '{"id": "1", "dates": [{"start": "0", "end": 1}]}', "predicted.jsonl:1: dates[1] lacks the field 'text'"),
    (EMPTY, '{"id": "1", "dates": [{"start": "0", "end": 1, "text": "x"}]}',
     "predicted.jsonl:1: dates[1]: no offsets: start '0', end 1"),
    (EMPTY, '{"id": "1", "dates": [{"start": null, "end": true, "text": "x"}]}', "no offsets: start None, end True"),
    (EMPTY, '{"id": "1", "dates": [{"start": 0, "end": 1, "text": 5}]}', "dates[1]: its text is no string"),
    (EMPTY, '{"id": "1", "officials": [{"start": 0, "end": 1, "text": "x", "titles": [{"start": 1}]}]}',
     "predicted.jsonl:1: officials[1]: a title lacks the field 'end'"),
    ('{"id": "1", "text": "x", "dates": null}', None, "gold.jsonl:1: dates is no list"),
    ('{"id": "1", "text": "3 يناير 2024", "dates": [{"start": 0, "end": 12}]}', None, "lacks the field 'value'"),
    (EMPTY, '{"id": "1", "dates": [{"start": 0, "end": 1}]}', "dates[1] lacks the field 'text'"),
    (EMPTY, '{"id": "1", "dates": [{"start": 0, "end": 1, "text": "y"}]}', "not the article's slice"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "predicted", "message"), BAD_FILES)
def test_bad_files_are_named(tmp_path: Path, content: str, predicted: str | None, message: str) -> None:
    path = tmp_path / ("gold.jsonl" if content else "absent.jsonl")
    if content:
        path.write_text(content, encoding="utf-8")
    if predicted:
        (tmp_path / "predicted.jsonl").write_text(predicted, encoding="utf-8")
    result = run(path, *([tmp_path / "predicted.jsonl"] if predicted else []))
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("error: ") == 1


def test_ids_may_be_numbers_on_either_side(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "predicted.jsonl").write_text(json.dumps({"id": 1, "dates": [DATE]}), encoding="utf-8")
    assert json.loads(run(gold, tmp_path / "predicted.jsonl", "--json").stdout)["dates"]["record"]["f1"] == 1.0
    gold.write_text(gold.read_text(encoding="utf-8").replace('"id": "1"', '"id": 1'), encoding="utf-8")
    assert json.loads(run(gold, tmp_path / "predicted.jsonl", "--json").stdout)["dates"]["record"]["f1"] == 1.0


def test_types_without_gold_are_said(gold: Path, tmp_path: Path) -> None:
    """They count as the reference scorer counts them."""
    (tmp_path / "predicted.jsonl").write_text('{"id": "1"}', encoding="utf-8")
    *_, macro, note = run(gold, tmp_path / "predicted.jsonl").stdout.splitlines()
    assert macro == "macro record F1 0.6000"
    assert note == "no gold: documents, officials, organisations, each counted as 1 where nothing was found, else as 0"


def test_a_prediction_that_is_missing_is_said(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "predicted.jsonl").write_text('{"id": "2"}', encoding="utf-8")
    result = run(gold, tmp_path / "predicted.jsonl")
    assert "1 gold article has no prediction, such as '1'" in result.stderr
