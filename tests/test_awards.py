"""Awards: [text, expected records]; beside them what is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractnews.article import Article
from extractnews.lexicon import Resources
from extractnews.pipeline import Pipeline
from extractnews.records import AwardRecord

DATA = Path(__file__).parent / "data"
TABLE = Resources().toml("awards.toml")
PIPELINE = Pipeline(record_types=["awards"])


def awards(text: str) -> tuple[AwardRecord, ...]:
    found = PIPELINE.extract(Article(text)).awards
    assert all(award.text == text[award.start : award.end] for award in found)
    return found


def fields(award: AwardRecord, names: Any) -> dict[str, Any]:
    values = {name: getattr(award, name) for name in names}
    return {name: getattr(value, "text", value) for name, value in values.items()}


# --- the resource's own examples ---

ITEM_EXAMPLES = [(row["noun"].split()[0], text) for row in TABLE["item"] for text in row["examples"]]
OTHER_EXAMPLES = [
    text
    for row in [*TABLE["trigger"], TABLE["followed"], TABLE["totals"]]
    for text in row["examples"]
    if "status" not in row
]
UNCONFERRED_EXAMPLES = [(text, row["status"]) for row in TABLE["trigger"] if "status" in row for text in row["examples"]]
NEGATIVES = [
    text for row in [*TABLE["item"], *TABLE["trigger"], TABLE["followed"], TABLE["totals"]] for text in row["negatives"]
]  # fmt: skip


@pytest.mark.parametrize(("noun", "text"), ITEM_EXAMPLES)
def test_item_example(noun: str, text: str) -> None:
    assert [award for award in awards(text) if noun in award.item]


@pytest.mark.parametrize("text", OTHER_EXAMPLES)
def test_verb_example(text: str) -> None:
    assert awards(text)


@pytest.mark.parametrize(("text", "status"), UNCONFERRED_EXAMPLES)
def test_unconferred_example(text: str, status: str) -> None:
    found = PIPELINE.extract(Article(text))
    assert not found.awards
    assert [award.status for award in found.unconferred] == [status]


@pytest.mark.parametrize("text", NEGATIVES)
def test_negative_example(text: str) -> None:
    assert not awards(text)


def test_every_entry_has_examples() -> None:
    assert all(row["examples"] and row["negatives"] for row in [*TABLE["item"], *TABLE["trigger"]])


SILENT = [line for line in (DATA / "awards_negative.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert not awards(text)


def test_silent_sentences_are_enough() -> None:
    assert len(set(SILENT)) >= 120


# --- ceremonies ---

CEREMONIES = [json.loads(line) for line in (DATA / "awards_ceremonies.jsonl").read_text(encoding="utf-8").splitlines()]
_ALWAYS = (
    "text",
    "count",
    "item",
    "kind",
    "name",
    "recipient",
    "giver",
    "counted",
    "status",
    "approximation",
    "part_of",
    "sum_agrees",
)
_DEFAULTS: dict[str, Any] = {"counted": (), "status": "conferred"}


@pytest.mark.parametrize("case", CEREMONIES, ids=[str(number) for number in range(len(CEREMONIES))])
def test_ceremony(case: dict[str, Any]) -> None:
    expected = [{name: award.get(name, _DEFAULTS.get(name)) for name in _ALWAYS} for award in case["awards"]]
    for award in expected:
        award["counted"] = tuple(award["counted"])
    found = [fields(award, _ALWAYS) for award in awards(case["text"])]
    for award in found:
        if len(award["counted"]) < 2:
            award["counted"] = ()
    assert found == expected


def test_ceremonies_are_enough() -> None:
    assert len({case["text"] for case in CEREMONIES}) >= 60


# --- shapes: (text, [(span, count, item)]) ---

SHAPES: list[tuple[str, list[tuple[str, int | None, str]]]] = [
    ("حصل العداء على ثلاث ميداليات ذهبية.", [("ثلاث ميداليات ذهبية", 3, "ميدالية ذهبية")]),
    ("حصد الفريق 3 فضية وواحدة برونزية.", [("3 فضية", 3, "فضية"), ("واحدة برونزية", 1, "برونزية")]),
    ("فاز السباح بالميداليتين الفضيتين.", [("الميداليتين الفضيتين", 2, "ميدالية فضية")]),
    ("نال الفيلم جائزتي النقاد والجمهور.", [("جائزتي النقاد", 2, "جائزة النقاد")]),
    ("أحرز ميداليته البرونزية الثانية.", [("ميداليته البرونزية الثانية", 1, "ميدالية برونزية ثانية")]),
    ("حصلت على 3 أوسمة تقديرية.", [("3 أوسمة تقديرية", 3, "وسام تقديري")]),
    ("فاز اللاعب بجائزة أفضل لاعب في القارة 4 مرات.", [("جائزة أفضل لاعب في القارة", 4, "جائزة أفضل لاعب في القارة")]),
    ("الحائز على جائزة أوسكار مرتين.", [("جائزة أوسكار", 2, "جائزة أوسكار")]),
    ("أحرز النادي اللقب أعوام 1995 و1998 و2013.", [("اللقب", 3, "لقب")]),
    ("جمع 7 ألقاب في الدوري و4 في الكأس.", [("7 ألقاب", 7, "لقب"), ("4", 4, "لقب")]),
    ("حصل على جوائز عدة.", [("جوائز", None, "جائزة")]),
    ("حصل على أكثر من جائزة.", [("جائزة", None, "جائزة")]),
    ("منحت اللجنة جوائز للفائزين.", [("جوائز", None, "جائزة")]),
    ("توج الفريق بكأس الملك.", [("كأس الملك", 1, "كأس الملك")]),
    ("توج الفريق بلقب الدوري ثم كأس الأندية.", [("لقب الدوري", 1, "لقب الدوري"), ("كأس الأندية", 1, "كأس الأندية")]),
    ("رفع رصيده إلى 23 ميدالية.", [("23 ميدالية", 23, "ميدالية")]),
    (
        "قلده الرئيس وسام الاستحقاق من الدرجة الأولى.",
        [("وسام الاستحقاق من الدرجة الأولى", 1, "وسام الاستحقاق من الدرجة الأولى")],
    ),
    ("حصل على الجائزة الثالثة.", [("الجائزة الثالثة", 1, "جائزة ثالثة")]),
    ("فازت المسرحية بأفضل عرض عربي.", [("أفضل عرض عربي", 1, "أفضل عرض عربي")]),
    ("1. النادي القديم: 15 لقبا\n2. النادي الجديد: 9 ألقاب\n", [("15 لقبا", 15, "لقب"), ("9 ألقاب", 9, "لقب")]),
    ("حصد الوفد ٤٬٢٠٠ ميدالية.", [("٤٬٢٠٠ ميدالية", 4200, "ميدالية")]),
    ("وزعت الهيئة 3 آلاف شهادة تقدير على المتطوعين.", [("3 آلاف شهادة تقدير", 3000, "شهادة تقدير")]),
    ("ذهبت جائزة النقاد إلى الفيلم البولندي.", [("جائزة النقاد", 1, "جائزة النقاد")]),
    ("اللقب الوحيد الذي حققه اللاعب.", [("اللقب الوحيد", 1, "لقب وحيد")]),
    (
        "منحت الدولة وسام البناء لمجموعتين ووسام الوفاء لوحدتين و5 أفراد.",
        [("وسام البناء", 2, "وسام البناء"), ("وسام الوفاء", 7, "وسام الوفاء")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shape(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert [(award.text, award.count, award.item) for award in awards(text)] == expected


# --- who: (text, recipient, giver) of the first award ---

ROLES: list[tuple[str, str | None, str | None]] = [
    ("فاز الشاعر سالم الحمد بجائزة البردة.", "الشاعر سالم الحمد", None),
    ("الشاعر سالم الحمد الذي فاز بجائزة البردة حضر الحفل.", "الشاعر سالم الحمد", None),
    ("أعلنت الشركة أن فريق الأبحاث حصل على جائزة الابتكار.", "فريق الأبحاث", None),
    ("سالم الحمد، الحائز على جائزة البردة، حضر الحفل.", "سالم الحمد", None),
    ("منح الأمير الطبيب سالم الحمد وسام الشجاعة.", "الطبيب سالم الحمد", "الأمير"),
    ("منحت الجامعة جائزة البحث للطالبة منى العلي.", "لطالبة منى العلي", "الجامعة"),
    ("مُنح الطبيب سالم الحمد وسام الشجاعة.", "الطبيب سالم الحمد", None),
    ("تم منح سالم الحمد وسام الشجاعة من قبل الأمير فهد.", "سالم الحمد", "الأمير فهد"),
    ("كرم المحافظ المعلمة منى العلي بدرع التميز.", "المعلمة منى العلي", "المحافظ"),
    ("تسلم سالم الحمد درعا تذكارية من المحافظ.", "سالم الحمد", "المحافظ"),
    ("تقاسم الجائزة الثانية الليبي سالم الحمد والتونسي رابح عمار.", "الليبي سالم الحمد والتونسي رابح عمار", None),
    ("ذهبت جائزة النقاد إلى الفيلم البولندي.", "الفيلم البولندي", None),
    ("وكان الوسام من نصيب الطبيبة منى العلي.", "الطبيبة منى العلي", None),
    ("منحت الدولة وسام البناء لمجموعتين ووسام الوفاء لخمسة أفراد.", "مجموعتين", "الدولة"),
]


@pytest.mark.parametrize(("text", "recipient", "giver"), ROLES)
def test_roles(text: str, recipient: str | None, giver: str | None) -> None:
    first = awards(text)[0]
    assert fields(first, ("recipient", "giver")) == {"recipient": recipient, "giver": giver}


def test_parts_name_their_total() -> None:
    total, *parts = awards("أحرزت البعثة 15 ميدالية منها 7 ذهبيات و5 فضيات و3 برونزيات.")
    assert (total.count, total.sum_agrees) == (15, True)
    assert [(part.count, part.part_of.text if part.part_of else None) for part in parts] == [
        (7, "15 ميدالية"),
        (5, "15 ميدالية"),
        (3, "15 ميدالية"),
    ]


def test_a_sum_that_does_not_agree_is_marked() -> None:
    assert awards("أحرزت البعثة 15 ميدالية منها 7 ذهبيات و5 فضيات.")[0].sum_agrees is False


def test_future_is_planned() -> None:
    assert [award.status for award in awards("ستمنح الوزارة 12 شهادة تقدير للمعلمين.")] == ["planned"]


def test_occasion_and_date() -> None:
    award = PIPELINE.extract(Article("في 3 مايو 2031 منح الوزير 5 أعلام محاكاة للوحدات بمناسبة ذكرى التأسيس.")).awards[
        0
    ]
    assert fields(award, ("occasion", "date")) == {"occasion": "ذكرى التأسيس", "date": "3 مايو 2031"}


_WORDS = [
    "منح",
    "حصل",
    "على",
    "فاز",
    "ب",
    "بجائزة",
    "جائزتين",
    "الميدالية",
    "ذهبيات",
    "لقب",
    "ألقاب",
    "كأس",
    "7",
    "أفراد",
    "و14",
    "ثلاث",
    "وسام",
    "من",
    "الدرجة",
    "الأولى",
    "الذي",
    "وحصل",
    "عليها",
    "منها",
    '"',
    "(",
    ")",
    "،",
    ".",
    ":",
    "\n",
    "مُنح",
    "لكل",
    "من",
    "إلى",
    "علم",
    "المحاكاة",
    "شهادة",
    "تقدير",
    "نصيب",
    "رصيده",
    "الفريق",
    "نادي",
    "محمد",
    "أعوام",
    "1995",
    "و1998",
    "مرتين",
    "لـ",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_never_raises(text: str) -> None:
    for award in awards(text):
        assert award.text.strip()
        for span in (award.recipient, award.giver, award.occasion, award.date, award.part_of):
            assert span is None or (span.text == text[span.start : span.end] and span.text.strip())
