"""Awards: [text, expected records]; beside them what is none."""

from __future__ import annotations

import json
import time
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
UNCONFERRED_EXAMPLES = [
    (text, row["status"]) for row in TABLE["trigger"] if "status" in row for text in row["examples"]
]
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
    (
        "حصل الوفد في عام 2018 على 31 ذهبية، وفي 2019 على 17.",
        [("31 ذهبية", 31, "ذهبية"), ("17", 17, "ذهبية")],
    ),
    ("حصل الوفد في عام 2018 على 31 ذهبية، وفي 2019 على 17 دراجة.", [("31 ذهبية", 31, "ذهبية")]),
    ("أحرز النادي كأس الأندية في 1996 و2003.", [("كأس الأندية", 2, "كأس الأندية")]),
    (
        "فاز النادي بلقب الدوري لسنة 2009 و كأس الأندية بنسختيها في 1996 و 2003.",
        [("لقب الدوري", 1, "لقب الدوري"), ("كأس الأندية", 2, "كأس الأندية")],
    ),
    (
        "نال عضوان شارة الحزب لمدة 60 عاما، و9 أعضاء شارة 30 عاما.",
        [("شارة الحزب لمدة 60 عاما", 2, "شارة الحزب لمدة 60 عاما"), ("شارة 30 عاما", 9, "شارة 30 عاما")],
    ),
    ("منحت الوزارة ميدالية التضامن إلى طبيبين فرنسيين.", [("ميدالية التضامن", 2, "ميدالية التضامن")]),
    ("قدمت الجبهة ميدالية التضامن إلى أربعة كهنة وراهبتين.", [("ميدالية التضامن", 6, "ميدالية التضامن")]),
    ("مُنح الفوج 71 والفرقة 208 وسام الشجاعة.", [("وسام الشجاعة", 2, "وسام الشجاعة")]),
    ("مُنحت المدرسة 208 أوسمة.", [("208 أوسمة", 208, "وسام")]),
    ("تسلمت الشاعرة والناقدة المصرية هدى العلي وسام الفنون.", [("وسام الفنون", 1, "وسام الفنون")]),
    ("تسلم الشاعر سالم الحمد والناقدة هدى العلي وسام الفنون.", [("وسام الفنون", 2, "وسام الفنون")]),
    ("حصل الكوبي خوسيه مارتن والإيطالي ماركو روسي على جائزة الطب.", [("جائزة الطب", 2, "جائزة الطب")]),
    (
        "قدمت الوزارة درع التميز للجمعية، وشهادات تقدير من المحافظ لـ 12 متطوعا.",
        [("درع التميز", 1, "درع التميز"), ("شهادات تقدير", 12, "شهادة تقدير")],
    ),
    ('نال 5 متطوعين شهادة "عطاء الوطن".', [('شهادة "عطاء الوطن"', 5, "شهادة")]),
    ('نال 5 متطوعين شهادة "الأيزو".', []),
    ("حقق سالم الحمد وفهد العلي الميدالية الفضية في مسابقة الزوجي.", [("الميدالية الفضية", 1, "ميدالية فضية")]),
    ("حققت اللاعبة أمس الميدالية الفضية.", [("الميدالية الفضية", 1, "ميدالية فضية")]),
    (
        "نال المنتخب ذهبية في السباحة، وفضية في الرماية، (3) برونزيات في الجودو.",
        [("ذهبية", 1, "ذهبية"), ("فضية", 1, "فضية"), ("(3) برونزيات", 3, "برونزية")],
    ),
    # منحه and منحة are folded alike
    ("منحه الرئيس وسام الوفاء.", [("وسام الوفاء", 1, "وسام الوفاء")]),
    ("حصل الطالب على منحة الدراسة في معهد الجائزة.", []),
    ("منحت اللجنة الفيلم تنويها خاصا.", [("تنويها خاصا", 1, "تنويه خاص")]),
    ("منحت الجامعة الباحث درجة الدكتوراه الفخرية.", [("الدكتوراه الفخرية", 1, "دكتوراه فخرية")]),
    ("تسلم الفائزون جوائزهم من الوزير.", [("جوائزهم", None, "جائزة")]),
    ("تسلم الفائزون بالجائزة مبالغ مالية.", []),
    ("منح المهرجان جائزته الكبرى لفيلم الميناء.", [("جائزته الكبرى", 1, "جائزة كبرى")]),
    ("ذهبت السعفة الذهبية للمخرج الفرنسي.", [("السعفة الذهبية", 1, "السعفة الذهبية")]),
    ("قدم الرئيس درعا تذكاريا لراعي الحفل.", [("درعا تذكاريا", 1, "درع تذكاري")]),
    # what the award is, after its name
    ("توجت بلقب أستراليا المفتوحة أولى البطولات الكبرى.", [("لقب أستراليا المفتوحة", 1, "لقب أستراليا المفتوحة")]),
    (
        "فاز الفيلم بجائزتين في المهرجان، وهما جائزة النقاد عن إخراجه وجائزة الجمهور.",
        [("جائزتين", 2, "جائزة"), ("جائزة النقاد", 1, "جائزة النقاد"), ("جائزة الجمهور", 1, "جائزة الجمهور")],
    ),
    ("فاز الكاتب بالنسخة الثالثة من جائزة دلمون.", [("جائزة دلمون", 1, "جائزة دلمون")]),
    (
        "أحرز مع ناديه بطولة الدوري لموسمين إلى جانب كأس دلمون.",
        [("بطولة الدوري", 2, "بطولة الدوري"), ("كأس دلمون", 1, "كأس دلمون")],
    ),
    ("أخفق النخيل في الاحتفاظ بالكأس الذهبية التي توج بها قبل عام.", [("الكأس الذهبية", 1, "كأس ذهبية")]),
    # results
    (
        'الجائزة الأولى: "باب البحر" من إنتاج دلمون، الجائزة الثانية: فيلم "الميناء".',
        [("الجائزة الأولى", 1, "جائزة أولى"), ("الجائزة الثانية", 1, "جائزة ثانية")],
    ),
    ('قال عن الجائزة الأولى: "يسعدني أن أراها هنا".', []),
    ("الجائزة الأولى: سيارة، الجائزة الثانية: 500 ريال.", []),
    (
        "فاز النادي بخمسة ألقاب محلية إضافة للقب دوري الأبطال.",
        [("خمسة ألقاب محلية", 5, "لقب محلي"), ("لقب دوري الأبطال", 1, "لقب دوري الأبطال")],
    ),
    (
        "نالت الشركة درع الجودة، فضلا عن 18 جائزة فازت بها.",
        [("درع الجودة", 1, "درع الجودة"), ("18 جائزة", 18, "جائزة")],
    ),
    (
        "وكانت الميدالية الذهبية الأولى في دورة آسيوية أحرزها العداء فهد.",
        [("الميدالية الذهبية الأولى", 1, "ميدالية ذهبية أولى")],
    ),
    ("منحت الدولة سعاد لقب الأم البطلة.", [("لقب الأم البطلة", 1, "لقب الأم البطلة")]),
    ("قال المدرب: فزنا بتسع ميداليات.", [("تسع ميداليات", 9, "ميدالية")]),
    ("ورفع رصيده إلى 5 ألقاب في الكأس السوبر.", [("5 ألقاب", 5, "لقب")]),
    ("فاز المهاجم بالكرة الذهبية.", [("الكرة الذهبية", 1, "الكرة الذهبية")]),
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
    # a number in brackets; a list whose parts stand behind other words
    ("حصل الفريق على (23) ميدالية.", [("(23) ميدالية", 23, "ميدالية")]),
    (
        "حصدت القناة خمس جوائز في مهرجان نيويورك، بينها ذهبيتان وثلاث فضيات.",
        [("خمس جوائز", 5, "جائزة"), ("ذهبيتان", 2, "ذهبية"), ("ثلاث فضيات", 3, "فضية")],
    ),
    (
        "حقق الطالبان ميداليتين (فضية، وبرونزية).",
        [("ميداليتين", 2, "ميدالية"), ("فضية", 1, "فضية"), ("برونزية", 1, "برونزية")],
    ),
    # the number behind the item, and before it
    ("فاز النادي بالألقاب الثلاثة.", [("الألقاب", 3, "لقب")]),
    ("فاز الفيلم بإحدى جوائز المهرجان.", [("جوائز المهرجان", 1, "جائزة المهرجان")]),
    ("حصد الفيلم الأحد الجوائز الكبرى.", [("الجوائز الكبرى", None, "جائزة كبرى")]),
    ("حصلت سبع مرات على جائزة أحسن ممثلة.", [("جائزة أحسن ممثلة", 7, "جائزة أحسن ممثلة")]),
    ("ظفر النجم بلقب الكأس سنتي 2031 و2033.", [("لقب الكأس", 2, "لقب الكأس")]),
    # how many got it, in a list of awards and of names
    (
        "حصل على لقب فنان الشعب 42 فنانا وعلى لقب الفنان المتميز 347 شخصا.",
        [("لقب فنان الشعب", 42, "لقب فنان الشعب"), ("لقب الفنان المتميز", 347, "لقب الفنان المتميز")],
    ),
    ("حصل راكان وسلطان وطاهر على الميداليات البرونزية.", [("الميداليات البرونزية", 3, "ميدالية برونزية")]),
    ("منح المجلس الجائزة لكل من الدكتور علي حسين، والفنانة منى زكي.", [("الجائزة", 2, "جائزة")]),
    ("حصل فيلم المخرجة وفاء حسين على تنويه خاص.", [("تنويه خاص", 1, "تنويه خاص")]),
    # where the item ends
    ("سلم المحافظ شهادات الشكر والتقدير للداعمين.", [("شهادات الشكر والتقدير", None, "شهادة الشكر والتقدير")]),
    (
        "حصل المنتخب على ثلاث ميداليات ذهبية وميدالية فضية.",
        [("ثلاث ميداليات ذهبية", 3, "ميدالية ذهبية"), ("ميدالية فضية", 1, "ميدالية فضية")],
    ),
    ("أحرز الفريق لقب الكأس بفوزه على ضيفه.", [("لقب الكأس", 1, "لقب الكأس")]),
    ("حصل على كأس أحسن أكلة.", [("كأس أحسن أكلة", 1, "كأس أحسن أكلة")]),
    ("فاز الفيلم بالجائزة الكبرى.", [("الجائزة الكبرى", 1, "جائزة كبرى")]),
    # with a place in the race, by ranking, kept or taken away
    ("حقق العداء المركز الأول والميدالية الذهبية.", [("الميدالية الذهبية", 1, "ميدالية ذهبية")]),
    ("حل الرامي بالمركز الثاني والميدالية الفضية.", [("الميدالية الفضية", 1, "ميدالية فضية")]),
    ("يتصدر الأهلي برصيد 11 لقبا، يليه الزمالك بخمسة ألقاب.", [("11 لقبا", 11, "لقب"), ("خمسة ألقاب", 5, "لقب")]),
    ("وظل النادي متأخرا بلقبين عن جاره.", []),
    ("آلت الجائزة، وهي أرفع جوائز المعهد، إلى الشاعر.", [("الجائزة", 1, "جائزة")]),
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
    ("- سمير الهادي: فضية في الوثب العالي", "سمير الهادي", None),
    ("أقامت الكلية حفلا لتسلم وسام الاستحقاق.", "الكلية", None),
    ("قدم المحافظ درع التميز إلى 9 أفراد من وزارة الصحة.", "9 أفراد من وزارة الصحة", "المحافظ"),
    ("قدم المحافظ درع التميز إلى 9 أفراد من خلال حفل.", "9 أفراد", "المحافظ"),
    ("اختتم لاعبو المنتخب السوداني مشاركتهم بتحقيق 3 ميداليات.", "لاعبو المنتخب السوداني", None),
    ("فاز الباحث ومساعدته بجائزة الابتكار.", "الباحث ومساعدته", None),
    ("ومنح الوزير بدوره وسام العمل للجمعية.", "لجمعية", "الوزير"),
    ("فاز نادي الشرق، وهو المشارك بأربعة لاعبين، بكأس البطولة.", "نادي الشرق", None),
    ("تم منح سالم الحمد وسام الشجاعة من قبل الأمير فهد.", "سالم الحمد", "الأمير فهد"),
    ("كرم المحافظ المعلمة منى العلي بدرع التميز.", "المعلمة منى العلي", "المحافظ"),
    ("تسلم سالم الحمد درعا تذكارية من المحافظ.", "سالم الحمد", "المحافظ"),
    ("تقاسم الجائزة الثانية الليبي سالم الحمد والتونسي رابح عمار.", "الليبي سالم الحمد والتونسي رابح عمار", None),
    ("ذهبت جائزة النقاد إلى الفيلم البولندي.", "الفيلم البولندي", None),
    ("وكان الوسام من نصيب الطبيبة منى العلي.", "الطبيبة منى العلي", None),
    ("منحت الدولة وسام البناء لمجموعتين ووسام الوفاء لخمسة أفراد.", "مجموعتين", "الدولة"),
    # the subject follows the award, or was led
    ("ونال الجائزة في صنف الأغنية كل من سالم الحمد ورابح عمار.", "سالم الحمد ورابح عمار", None),
    ("حصل على الميدالية الذهبية سالم الحمد من جازان.", "سالم الحمد", None),
    ("وتسلم درع التكريم مدير العلاقات سالم الحمد.", "مدير العلاقات سالم الحمد", None),
    ("قاد المدرب فريقه للفوز بلقب الدوري.", "فريقه", None),
    # the subject is the one whom the relative clause is about
    ("تمنح الأرقام تفوقا لميسي الذي سجل 412 هدفا، وأحرز لقب الدوري.", "ميسي", None),
    ("يتذكر ليون كأس النخبة التي توج بها عام 2009.", "ليون", None),
    # an office is nobody else
    (
        "تسلمت منى العلي، وزيرة الاقتصاد، الجائزة الكبرى.",
        "منى العلي، وزيرة الاقتصاد",
        None,
    ),
    # phrases end at dates, adverbs and other clauses
    ("فاز الممثل سالم الحمد الأحد بجائزة أفضل ممثل.", "الممثل سالم الحمد", None),
    ("فازت الشركة مؤخرا بجائزة الابتكار.", "الشركة", None),
    ("فاز المخرج بفيلمه الأول بجائزتين.", "المخرج", None),
    # who gave
    ("أنعم الملك على الطبيب سالم الحمد بوسام الكفاءة.", "الطبيب سالم الحمد", "الملك"),
    ("نالت العداءة جائزة الروح الرياضية التي تمنحها صحيفة الصباح.", "العداءة", "صحيفة الصباح"),
    ("حصل الباحث على جائزة الدولة عام 2011 من المجلس الأعلى للثقافة.", "الباحث", "المجلس الأعلى للثقافة"),
    (
        "قلد رئيس الجمهورية، السيد أحمد المنصوري، عددا من الضباط أوسمة الشجاعة.",
        "عددا من الضباط",
        "رئيس الجمهورية، السيد أحمد المنصوري",
    ),
    ("منح الملك رئيس الأركان اللواء يوسف الحمد وسام النهضة.", "رئيس الأركان اللواء يوسف الحمد", "الملك"),
    ("قررت الحكومة منح شهادات تقدير من رئيس الوزراء لثلاث مجموعات.", "ثلاث مجموعات", "رئيس الوزراء"),
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


def test_a_list_that_breaks_off() -> None:
    assert [award.count for award in awards("ونال الوسام في صنف الأغنية كل من الحمد ،")] == [1]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_never_raises(text: str) -> None:
    for award in awards(text):
        assert award.text.strip()
        for span in (award.recipient, award.giver, award.occasion, award.date, award.part_of):
            assert span is None or (span.text == text[span.start : span.end] and span.text.strip())


# --- what nobody got ---

UNCONFERRED: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("لم تحصل البعثة على أي ميدالية ذهبية.", []),
    ("لم يحصل الباحث سالم الحمد على جائزة الابتكار.", [("جائزة الابتكار", "denied", "الباحث سالم الحمد")]),
    ("فشل الفريق في إحراز لقب الدوري.", [("لقب الدوري", "denied", "الفريق")]),
    ("يأمل المنتخب في الفوز بثلاث ميداليات.", [("ثلاث ميداليات", "hoped", "المنتخب")]),
    ("يسعى الملاكم إلى إحراز اللقب.", [("اللقب", "hoped", "الملاكم")]),
    ("رشحت الرواية لجائزة البردة.", [("جائزة البردة", "nominated", "الرواية")]),
    ("اقترح المجلس منح الباحث وسام العلوم.", [("وسام العلوم", "proposed", "الباحث")]),
    ("هل يفوز الفيلم بجائزة النقاد؟", [("جائزة النقاد", "possible", "الفيلم")]),
    ("أكد أن الفوز بالجائزة شرف كبير.", [("الجائزة", "possible", None)]),
]


@pytest.mark.parametrize(("text", "expected"), UNCONFERRED)
def test_unconferred(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = PIPELINE.extract(Article(text))
    assert not found.awards
    assert [(a.text, a.status, a.recipient and a.recipient.text) for a in found.unconferred] == expected


STATUSES: list[tuple[str, list[str]]] = [
    ("حصلت البعثة على ميدالية ذهبية.", ["conferred"]),
    ("ستمنح الوزارة 12 شهادة تقدير للمعلمين.", ["planned"]),
    ("سيتم تكريم الفائزين بدروع تذكارية.", ["planned"]),
    ("من المقرر أن يتسلم العالم جائزته في أوسلو.", ["planned"]),
    ("لم يفز الفيلم إلا بجائزتين.", ["conferred"]),
    ("رشح الفيلم لثماني جوائز حصد منها جائزة أفضل مخرج.", ["conferred"]),
    ("نجح الفريق في إحراز لقب الدوري.", ["conferred"]),
    ("نجح الفريق الأردني المشارك ضمن مسابقة فنية في علوم الفضاء نظمت بالدوحة في الفوز بميداليتين.", ["conferred"]),
    ("قال المدير إن فوزنا بجائزة الابتكار جاء بعد عام من العمل.", ["conferred"]),
]


@pytest.mark.parametrize(("text", "statuses"), STATUSES)
def test_status(text: str, statuses: list[str]) -> None:
    assert [award.status for award in awards(text)] == statuses


def test_unconferred_only_with_awards() -> None:
    assert not Pipeline(record_types=["dates"]).extract(Article("رشحت الرواية لجائزة البردة.")).unconferred


# --- medals tables: (text, [(count, item, recipient, sum_agrees)]) ---

TABLES: list[tuple[str, list[tuple[int, str, str, bool | None]]]] = [
    (
        "جدول الميداليات: الصين 40 ذهبية، 27 فضية، 24 برونزية.",
        [(40, "ذهبية", "الصين", None), (27, "فضية", "الصين", None), (24, "برونزية", "الصين", None)],
    ),
    (
        "1- كوبا: 9 ذهبيات و8 فضيات و6 برونزيات\n2- إيران: 7 ذهبيات، 4 فضيات",
        [
            (9, "ذهبية", "كوبا", None),
            (8, "فضية", "كوبا", None),
            (6, "برونزية", "كوبا", None),
            (7, "ذهبية", "إيران", None),
            (4, "فضية", "إيران", None),
        ],
    ),
    (
        "الترتيب الدولة ذهب فضة برونز المجموع\n1 الصين 4 2 1 7\n2 الولايات المتحدة 3 0 2 6\nتختتم الدورة غدا.",
        [
            (4, "ذهبية", "الصين", None),
            (2, "فضية", "الصين", None),
            (1, "برونزية", "الصين", None),
            (7, "ميدالية", "الصين", True),
            (3, "ذهبية", "الولايات المتحدة", None),
            (2, "برونزية", "الولايات المتحدة", None),
            (6, "ميدالية", "الولايات المتحدة", False),
        ],
    ),
    (
        "الدولة | الذهبية | الفضية | البرونزية\nالأردن | 1 | 0 | 2\n",
        [(1, "ذهبية", "الأردن", None), (2, "برونزية", "الأردن", None)],
    ),
    (
        "ذهبية\nفضية\nبرونزية\nقطر\n4\n3\n2\nقال المدرب إنه سعيد.",
        [(4, "ذهبية", "قطر", None), (3, "فضية", "قطر", None), (2, "برونزية", "قطر", None)],
    ),
    (
        "حصدت تونس 19 ميدالية (7 ذهبية و5 فضية و7 برونزية).",
        [
            (19, "ميدالية", "تونس", True),
            (7, "ذهبية", "تونس", None),
            (5, "فضية", "تونس", None),
            (7, "برونزية", "تونس", None),
        ],
    ),
    ("الميداليات ثلاث: ذهبية وفضية وبرونزية.\nفاز 3 لاعبين في 4 سباقات و5 جولات.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_medals_table(text: str, expected: list[tuple[int, str, str, bool | None]]) -> None:
    found = [(a.count, a.item, a.recipient and a.recipient.text, a.sum_agrees) for a in awards(text)]
    assert found == expected


# --- who, in the records of the other types ---


def test_roles_name_officials_and_organisations() -> None:
    text = "منحت جامعة الدول العربية السفير سالم الحمد وسام الاستحقاق. ومنحته وزارة الثقافة السورية درعا تذكاريا."
    found = Pipeline().extract(Article(text))
    official, (league, ministry) = found.officials[0], found.organisations
    first, second = found.awards
    assert (first.giver_entities, first.recipient_entities) == ((league.entity,), (official.entity,))
    assert second.recipient is None
    assert second.antecedent is not None
    assert second.antecedent.text == "السفير سالم الحمد"
    assert (second.giver_entities, second.recipient_entities) == ((ministry.entity,), (official.entity,))


def test_the_recipient_of_the_sentence_before() -> None:
    text = "ولد المخرج سالم الحمد في دمشق عام 1950. وحصل على وسام الفنون."
    (award,) = awards(text)
    assert award.recipient is None
    assert award.antecedent is not None
    assert award.antecedent.text == "المخرج سالم الحمد"


# --- a user's own words ---


def test_a_folder_of_resources_reaches_extractor_and_linker(tmp_path: Path) -> None:
    (tmp_path / "awards.toml").write_text(
        '[[item]]\nnoun = "طغراء"\nkind = "order"\ngender = "f"\nclass = "strong"\ndual = []\nplural = []\n'
        '[words]\ngiver_heads = ["المشيخة"]\n[roles]\nadverbs = ["بغتة"]\n',
        encoding="utf-8",
    )
    (tmp_path / "numerals.toml").write_text('[units]\n17 = ["سبعطعش"]\n', encoding="utf-8")
    text = "منحت المشيخة طغراء الوفاء. حصل بغتة سالم الحمد على سبعطعش ميدالية."
    assert [award.item for award in awards(text)] == ["ميدالية"]
    own = Pipeline(resources=tmp_path).extract(Article(text)).awards
    assert [(a.item, a.count, a.recipient and a.recipient.text, a.giver and a.giver.text) for a in own] == [
        ("طغراء الوفاء", 1, None, "المشيخة"),
        ("ميدالية", 17, "سالم الحمد", None),
    ]


def test_the_cost_does_not_grow_with_the_text() -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        awards(text)
        return time.process_time() - start

    for words in (
        "فاز بجائزة ",
        "3 ميداليات و",
        "رصيد 3 ألقاب ",
        "ذهبت جائزة إلى ",
        "ذهبية فضية برونزية\nتونس 1 2 3\n",
    ):
        short, long = (min(seconds(words * count) for _ in range(2)) for count in (300, 2400))
        assert long < 8 * short * 3


def test_a_number_that_cannot_count_is_no_count(pipeline: Pipeline) -> None:
    """A column of 64 bits holds every count."""
    (award,) = pipeline.extract(Article("نال النادي 99999999999999999999999 ميدالية ذهبية.")).awards
    assert award.count is None


def test_offices_count_no_winners(pipeline: Pipeline) -> None:
    text = "تسلمت نادية الفهري، وزيرة الاقتصاد، رئيسة الوفد، هذه الجائزة العالمية."
    assert [award.count for award in pipeline.extract(Article(text)).awards] == [1]
