"""The models: frozen, closed, told apart by type, and the same JSON on the way out and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from extractnews import (
    ArticleRecords,
    AwardRecord,
    DateRecord,
    DocumentRecord,
    OfficialRecord,
    OrganisationRecord,
    Span,
    Title,
    Zone,
)
from extractnews.records import RECORD_LISTS, Record

RECORD: TypeAdapter[Record] = TypeAdapter(Record)
SPAN = {"start": 0, "end": 4, "text": "كذا "}
FULL = ArticleRecords(
    id="1",
    source="كذا",
    reference_date=dt.date(2024, 1, 3),
    documents=(
        DocumentRecord(
            **SPAN, rule="d", entity="d1", kind="قرار", number="25", code="25-NQ/TW", date="2013-06-03",
            issuer=Span(**SPAN), subject=Span(**SPAN), resolved="25-NQ/TW",
        ),
    ),
    dates=(
        DateRecord(
            **SPAN, rule="d", caption=True, value="2024-01-03", first=dt.date(2024, 1, 3), last=dt.date(2024, 1, 3),
            precision="day", implied=("year", "month"), calendar="both",
        ),
    ),
    officials=(
        OfficialRecord(
            **SPAN, rule="o", honorific="معالي",
            titles=(Title(**SPAN, role="وزير", organisation=Span(**SPAN), status="former"),),
        ),
    ),
    organisations=(OrganisationRecord(**SPAN, rule="o", name="كذا", nested=True, kind="ministry", country="SA"),),
    awards=(
        AwardRecord(
            **SPAN, rule="a", count=3, item="ميدالية", kind="medal", name="كذا", recipient=Span(**SPAN),
            giver=Span(**SPAN),
        ),
    ),
    zones=(Zone(**SPAN, kind="caption"),),
)  # fmt: skip
MIXED: list[Any] = [record for name in RECORD_LISTS for record in getattr(FULL, name)]


@pytest.mark.parametrize("records", [FULL, ArticleRecords()], ids=["full", "empty"])
def test_json_to_models_to_the_same_json(records: ArticleRecords) -> None:
    line = records.to_json()
    assert ArticleRecords.model_validate_json(line) == records
    assert ArticleRecords.model_validate_json(line).to_json() == line
    assert "\n" not in line


def test_arabic_is_written_as_it_is() -> None:
    assert "معالي" in FULL.to_json()


def test_lists_stand_in_the_order_of_the_contract() -> None:
    assert tuple(json.loads(FULL.to_json())) == ("id", "source", "reference_date", *RECORD_LISTS, "zones")


@pytest.mark.parametrize("record", MIXED, ids=lambda record: record.type)
def test_mixed_records_are_told_apart_by_type(record: Record) -> None:
    assert RECORD.validate_json(record.model_dump_json()) == record
    assert type(TypeAdapter(list[Record]).validate_python([record.model_dump()])[0]) is type(record)


def test_unknown_type_is_refused() -> None:
    with pytest.raises(ValidationError, match="type"):
        RECORD.validate_python({**SPAN, "rule": "x", "type": "place"})


@pytest.mark.parametrize("record", [*MIXED, FULL, MIXED[0].issuer], ids=lambda record: type(record).__name__)
def test_models_are_frozen_and_hashable(record: Any) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, next(iter(type(record).model_fields)), None)
    assert hash(record) == hash(record.model_copy(deep=True))


@pytest.mark.parametrize(
    "fields",
    [{"start": -1}, {"start": None}, {"text": None}, {"kind": "planet"}, {"unheard_of": 1}],
)
def test_wrong_fields_are_refused(fields: dict[str, Any]) -> None:
    good = {**SPAN, "rule": "o", "name": "كذا", "kind": "ministry"}
    OrganisationRecord(**good)
    with pytest.raises(ValidationError):
        OrganisationRecord(**{**good, **fields})


def test_schema_names_every_field_with_its_kind() -> None:
    schema = ArticleRecords.model_json_schema(mode="serialization")
    definitions = schema["$defs"]
    assert set(schema["properties"]) == set(ArticleRecords.model_fields)
    assert set(definitions) >= {"DocumentRecord", "DateRecord", "OfficialRecord", "OrganisationRecord", "AwardRecord"}
    assert definitions["AwardRecord"]["properties"]["type"]["const"] == "award"
    assert {"start", "end", "text", "rule"} <= set(definitions["DateRecord"]["required"])
    assert definitions["DocumentRecord"]["additionalProperties"] is False
