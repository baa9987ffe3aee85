from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractnews.calendars import (
    Context,
    Partial,
    add_months,
    bounds,
    edtf,
    gregorian_to_hijri,
    hijri_span,
    hijri_to_gregorian,
    nearest_weekday,
    nearest_year,
    resolve,
    resolve_range,
    week_of,
)

REFERENCE = dt.date(2015, 8, 5)
# EDTF level 1 as ISO 8601-2 defines it: dates, X for unspecified digits, seasons, intervals.
EDTF_LEVEL_1 = re.compile(
    r"(?:-?[\dX]{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?)(?:/-?[\dX]{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?)?"
)


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ((2023, 10, 24), "2023-10-24"),
        ((2023, 10), "2023-10"),
        ((2023,), "2023"),
        ((None, 1, 3), "XXXX-01-03"),
        ((None, None, 12), "XXXX-XX-12"),
        ((-299,), "-0299"),
    ],
)
def test_edtf(parts, value):
    assert edtf(*parts) == value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2021/2026", dt.date(2021, 1, 1), dt.date(2026, 12, 31)),
        ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("19XX", dt.date(1900, 1, 1), dt.date(1999, 12, 31)),
        ("2005-22", dt.date(2005, 6, 1), dt.date(2005, 8, 31)),
        ("2005-24", dt.date(2005, 12, 1), dt.date(2006, 2, 28)),
        ("XXXX-01-03", None, None),
        ("-12XX", None, None),
        (None, None, None),
    ],
)
def test_bounds(value, first, last):
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    ("month", "day", "year"),
    [(8, 5, 2015), (1, 28, 2016), (12, 24, 2015), (2, 29, 2016), (2, None, 2015), (3, None, 2015), (1, None, 2016)],
)
def test_nearest_year(month, day, year):
    assert nearest_year(month, day, REFERENCE) == year


def test_nearest_year_of_an_equally_near_month_looks_back():
    assert nearest_year(1, None, dt.date(2015, 7, 5)) == 2015
    assert nearest_year(12, 31, dt.date(2015, 1, 3)) == 2014


@pytest.mark.parametrize(("reference", "year"), [(dt.date.min, 4), (dt.date.max, 9996), (dt.date(1897, 1, 1), 1896)])
def test_the_leap_year_nearest_by_is_one_that_python_dates_know(reference, year):
    assert nearest_year(2, 29, reference) == year


def test_weekdays():
    assert nearest_weekday(2, REFERENCE, -1) == REFERENCE
    assert nearest_weekday(2, REFERENCE, -1, strictly=True) == dt.date(2015, 7, 29)
    assert nearest_weekday(6, REFERENCE, 1) == dt.date(2015, 8, 9)
    assert nearest_weekday(0, dt.date.min, -1) == dt.date.min  # a Monday
    assert nearest_weekday(6, dt.date.min, -1) is None
    assert week_of(REFERENCE) == (dt.date(2015, 8, 3), dt.date(2015, 8, 9))


def test_months_are_added_over_the_year():
    assert add_months(2015, 11, 3) == (2016, 2)
    assert add_months(2015, 1, -1) == (2014, 12)


def test_hijri_inside_and_outside_the_table():
    assert hijri_to_gregorian(1445, 7, 1) == dt.date(2024, 1, 13)
    assert hijri_to_gregorian(1342, 1, 1) is None
    assert hijri_to_gregorian(1501, 1, 1) is None
    assert hijri_to_gregorian(1445, 7, 31) is None
    assert gregorian_to_hijri(dt.date(1900, 1, 1)) is None
    assert hijri_span(1444, 10) == (dt.date(2023, 4, 21), dt.date(2023, 5, 20))
    assert hijri_span(1300, None) is None


@pytest.mark.parametrize(
    "partial",
    [
        Partial(month=2, day=31),
        Partial(year=2015, month=2, day=29),
        Partial(month=13, day=1),
        Partial(calendar="hijri", year=1445, month=7, day=31),
    ],
)
def test_impossible_days_are_no_dates(partial):
    assert resolve(partial, Context(REFERENCE)) is None


def test_a_range_that_runs_backwards_is_none():
    assert resolve_range(Partial(year=2015), Partial(year=2010), Context()) is None


_SMALL = st.none() | st.integers(-3, 40)


@given(
    st.builds(
        Partial,
        calendar=st.sampled_from(["gregorian", "hijri"]),
        year=st.none() | st.integers(-3000, 12000),
        month=_SMALL,
        day=_SMALL,
        weekday=st.none() | st.integers(0, 6),
        year_shift=st.none() | st.integers(-2, 2),
        month_shift=st.none() | st.integers(-2, 2),
        day_shift=st.none() | st.integers(-2, 2),
        direction=st.sampled_from([None, -1, 0, 1]),
        stated=st.booleans(),
    ),
    st.none() | st.dates(),
)
def test_nothing_raises_and_every_value_is_edtf(partial, reference):
    reading = resolve(partial, Context(reference))
    if reading is not None and reading.value is not None:
        assert EDTF_LEVEL_1.fullmatch(reading.value), reading.value
        first, last = bounds(reading.value)
        assert first is None or last is None or first <= last
