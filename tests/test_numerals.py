"""Numbers in Arabic text: values, spans, what is no number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader, digits_value, find_numbers, parse_number

READER = NumeralReader(Resources())

CARDINALS = [
    ("صفر", 0),
    ("واحدة", 1),
    ("اثنان", 2),
    ("اثنتين", 2),
    ("ثمانية", 8),
    ("ثماني", 8),
    ("ثمان", 8),
    ("عشر", 10),
    ("أحد عشر", 11),
    ("إحدى عشرة", 11),
    ("اثنا عشر", 12),
    ("اثني عشر", 12),
    ("اثنتا عشرة", 12),
    ("ثلاث عشرة", 13),
    ("تسعة عشر", 19),
    ("عشرون", 20),
    ("ثلاثة وعشرون", 23),
    ("ثلاثة وعشرين", 23),
    ("إحدى وأربعين", 41),
    ("تسع وتسعون", 99),
    ("مئة", 100),
    ("مائة", 100),
    ("مائة وسبعة", 107),
    ("مئتا", 200),
    ("مئتي", 200),
    ("مائتان وخمسون", 250),
    ("ثلاثمئة", 300),
    ("ثلاثمائة وخمسين", 350),
    ("خمس مئة", 500),
    ("ثمانمئة واثنا عشر", 812),
    ("ألف", 1000),
    ("ألفان", 2000),
    ("ألفي", 2000),
    ("ألف ومئتان", 1200),
    ("ثلاثة آلاف", 3000),
    ("سبعة آلاف وستمئة وثلاثة وأربعون", 7643),
    ("أحد عشر ألفا", 11_000),
    ("مئة ألف", 100_000),
    ("مئتين واثنين وثلاثين ألفا", 232_000),
    ("مليون", 1_000_000),
    ("مليونان وثلاثمئة ألف", 2_300_000),
    ("مليون ونصف المليون", 1_500_000),
    ("نصف مليون", 500_000),
    ("ربع مليون", 250_000),
    ("خمسة ملايين", 5_000_000),
    ("مليار", 1_000_000_000),
    ("ألف مليار", 1_000_000_000_000),
    ("ثلاثة فاصلة خمسة", 3.5),
    ("42", 42),
    ("٤٢", 42),
    ("۴۲", 42),
    ("4,200", 4200),
    ("٤٬٢٠٠", 4200),
    ("1.234.567", 1_234_567),
    ("12 500", 12_500),
    ("1,234,567.5", 1_234_567.5),
    ("3.75", 3.75),
    ("٣٫٧٥", 3.75),
    ("0,08", 0.08),
    ("3 آلاف", 3000),
    ("2.5 مليون", 2_500_000),
    ("3 آلاف و500", 3500),
    ("ألف و200 مليون", 1_200_000_000),
]


@pytest.mark.parametrize(("text", "value"), CARDINALS)
def test_cardinal(text: str, value: float) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.kind, number.start, number.end) == (value, "cardinal", 0, len(text))


ORDINALS = [
    ("الأول", 1),
    ("الأولى", 1),
    ("ثانية", 2),
    ("العاشر", 10),
    ("الحادي عشر", 11),
    ("الثانية عشرة", 12),
    ("التاسع عشر", 19),
    ("العشرون", 20),
    ("الحادي والعشرين", 21),
    ("الثالثة والثلاثين", 33),
    ("الثاني والسبعون", 72),
]


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinal(text: str, value: int) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.kind) == (value, "ordinal")


# Unspecified quantities, days, people: no number.
@pytest.mark.parametrize(
    "text",
    [
        "",
        "عشرات",
        "مئات الجوائز",
        "بضع",
        "بضعة",
        "آلاف",
        "ملايين",
        "أحد",
        "الأحد",
        "الاثنين",
        "عدة",
        "جائزة",
        "خمسة وستة",
    ],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("حضر 3 رجال وخمس نساء", ["3", "خمس"]),
        ("بثلاثة ألقاب", ["ثلاثة"]),
        ("في ٢٣ مباراة و١٢ دقيقة", ["٢٣", "١٢"]),
        ("ثُلُثُ المئة", ["المئة"]),
        ("خمســة وثلاثون رجلا", ["خمســة وثلاثون"]),
        ("يوم 5/17/2018", ["5", "17", "2018"]),
        ("أحد عشر لاعبا من أحد الأندية", ["أحد عشر"]),
        ("مئات وعشرات", []),
        ("رجل واحد", ["واحد"]),
        ("ارتفع 12% ثم تسعة في المئة", ["12%", "تسعة في المئة"]),
    ],
)
def test_spans(text: str, spans: list[str]) -> None:
    assert [text[number.start : number.end] for number in find_numbers(text)] == spans


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("نحو 300", "about"),
        ("ما يقرب من ثلاثين", "about"),
        ("قرابة ألفي", "about"),
        ("أكثر من 30", "more"),
        ("أقل من مئة", "less"),
        ("ما لا يقل عن 20", "at_least"),
        ("300", None),
    ],
)
def test_approximation(text: str, approximation: str | None) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.approximation == approximation


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("منحت اللجنة ثلاثا وعشرين", 23),
        ("وفاز بـ4", 4),
        ("أحرز نحو ألف و500", 1500),
        ("في عام 2015 ثلاث", 3),
        ("قدم مئة", 100),
        ("للمرة الثالثة", 3),
        ("ثم رحل", None),
        ("", None),
    ],
)
def test_read_back(text: str, value: int | None) -> None:
    view = fold(text)
    number = READER.read_back(view, len(view))
    assert (number.value if number else None) == value


@pytest.mark.parametrize(
    ("written", "counting", "value"), [("4.200", True, 4200), ("4.200", False, 4.2), ("17.3.2018", True, None)]
)
def test_point_by_context(written: str, counting: bool, value: float | None) -> None:
    assert digits_value(written, counting=counting) == value


def test_digits_without_end_are_no_number() -> None:
    assert find_numbers("9" * 5000) == []
    assert find_numbers("1,234" * 2000) == []
    assert digits_value("12,345,678,901,234,567,890") == 12_345_678_901_234_567_890


def test_a_folder_of_resources_reaches_the_reader(tmp_path: Path) -> None:
    (tmp_path / "numerals.toml").write_text('[units]\n17 = ["سبعطعش"]\n', encoding="utf-8")
    reader = NumeralReader(Resources(tmp_path))
    assert parse_number("سبعطعش") is None
    number = parse_number("نحو سبعطعش", reader=reader)
    assert number is not None and (number.value, number.approximation) == (17, "about")
    assert [found.value for found in find_numbers("وصل سبعطعش وفدا و3 سفراء", reader=reader)] == [17, 3]


_UNITS = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
_TEENS = [
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
]


def spelled(value: int) -> str:
    """A number below a million in words."""
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        head = {1: "ألف", 2: "ألفان"}.get(thousands) or spelled(thousands) + (" آلاف" if thousands <= 10 else " ألف")
        return head + (f" و{spelled(rest)}" if rest else "")
    parts = [_HUNDREDS[value // 100 - 1]] if value >= 100 else []
    rest = value % 100
    if 10 <= rest < 20:
        parts.append(_TEENS[rest - 10])
    else:
        parts += [_UNITS[rest % 10 - 1]] if rest % 10 else []
        parts += [_TENS[rest // 10 - 2]] if rest >= 20 else []
    return " و".join(parts)


@given(st.integers(min_value=1, max_value=999_999))
def test_spelled_numbers_come_back(value: int) -> None:
    number = parse_number(spelled(value))
    assert number is not None
    assert number.value == value


@given(st.text(alphabet="والبمئةثلاعشرونفخسأدحي 0123456789.,٤٢٬%-\n\u064f\u0640", max_size=60))
def test_never_raises(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
    view = fold(text)
    for end in range(len(view) + 1):
        number = READER.read_back(view, end)
        assert number is None or number.end == end
