"""The values of dates are what a published EDTF parser reads (`edtf`, of the developers' tools only)."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from extractnews import Pipeline

GOLD = sorted((Path(__file__).parents[1] / "corpora" / "gold").glob("*.jsonl"))


@pytest.fixture(scope="module")
def dates() -> list:
    """Every date that the corpora's articles yield."""
    pipeline = Pipeline(record_types=["dates"])
    rows = (json.loads(line) for path in GOLD for line in path.read_text(encoding="utf-8").splitlines())
    return [date for records in pipeline.pipe(rows) for date in records.dates if date.value]


def test_every_value_is_edtf(dates: list) -> None:
    values = {date.value for date in dates}
    assert len(values) > 100
    refused = []
    for value in sorted(values):
        try:
            parse_edtf(value)
        except EDTFParseException:
            refused.append(value)
    assert refused == []


def test_first_and_last_day_are_those_of_the_value(dates: list) -> None:
    def day(parts: time.struct_time) -> dt.date:
        return dt.date(parts.tm_year, parts.tm_mon, parts.tm_mday)

    whole = [date for date in dates if date.first and "X" not in date.value and "/" not in date.value]
    assert len(whole) > 100
    for date in whole:
        value = parse_edtf(date.value)
        if date.precision != "season":  # the months of a season are everybody's own
            assert (date.first, date.last) == (day(value.lower_strict()), day(value.upper_strict())), date.text


def test_what_is_no_edtf_is_refused() -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf("3/1/2024")
