"""Page furniture, captions and credits."""

from __future__ import annotations

import pytest

from extractnews import Article, Pipeline
from extractnews.layout import cues, find_zones, join_lines
from extractnews.normalise import NormalisedView
from extractnews.scanner import Scanner

FURNITURE = [
    "[إعلان 2]",
    "[إعلان_1]",
    "[ إعلان ]",
    "إعلان",
    "مصدر",
    "المصدر",
    "المصدر:",
    "المصدر: https://baohanam.example.vn/tin-tuc-91",
    "مصدر: example.vn/a/b",
    "تعليق (0)",
    "تعليقات ( 12 )",
    "3 تعليقات",
    "Vietnam.vn - Nền tảng quảng bá",
    "![](https://example.org/anh%201.jpg)",
    "![صورة](anh.png)",
    "anh-bia-2031.jpg",
    "IMG 2031.JPEG",
    "|",
    "| |",
    "| --- | --- |",
    "_صورة:",
    "الصورة:",
    "اقرأ أيضاً:",
]

SCANNER = Scanner(cues())

NOT_FURNITURE = [
    "أعلن مصدر أمني أن الإعلان نُشر أمس.",
    "المصدر الأول للدخل هو الزراعة.",
    "امتنع الوزير عن التعليق (مرتين).",
    "نشر الموقع صورة الوزير.",
    "تعليق الدراسة",
    "إعلان الرياض",
    "شارك الوزير في الحفل",
]

# line -> its zones
LINES = [
    ("الرفيق تران فان باو يسلم العلم للوحدات |", ["caption: الرفيق تران فان باو يسلم العلم للوحدات"]),
    ("| الرفيق تران فان باو يسلم العلم |", ["caption: الرفيق تران فان باو يسلم العلم"]),
    ("الوزير يفتتح المعرض (المصدر: VNA) |", ["caption: الوزير يفتتح المعرض", "furniture: (المصدر:", "credit: VNA"]),
    (
        "الوزير يفتتح المعرض. (تصوير: لام هونغ)|",
        ["caption: الوزير يفتتح المعرض.", "furniture: (تصوير:", "credit: لام هونغ"],
    ),
    (
        "الوزير يفتتح المعرض، الصورة: لام هونغ |",
        ["caption: الوزير يفتتح المعرض", "furniture: الصورة:", "credit: لام هونغ"],
    ),
    (
        "الوزير يفتتح المعرض _صورة: لام هونغ |",
        ["caption: الوزير يفتتح المعرض", "furniture: _صورة:", "credit: لام هونغ"],
    ),
    ("| ![](anh.jpg) الوزير يفتتح المعرض |", ["furniture: ![](anh.jpg)", "caption: الوزير يفتتح المعرض"]),
    ("anh-bia.webp | الوزير يفتتح المعرض |", ["furniture: anh-bia.webp", "caption: الوزير يفتتح المعرض"]),
    ("قال الوزير ذلك. [إعلان 1] وأضاف أن العمل جارٍ.", ["furniture: [إعلان 1]"]),
    ("وقّع الطرفان الاتفاق (المصدر: وكالة الأنباء القطرية).", ["furniture: (المصدر:", "credit: وكالة الأنباء القطرية"]),
    ("المصدر: وكالة الأنباء القطرية", ["furniture: المصدر:", "credit: وكالة الأنباء القطرية"]),
    ("_صورة: لام هونغ", ["furniture: _صورة:", "credit: لام هونغ"]),
]


def zones_of(text: str) -> list[str]:
    view = NormalisedView(text)
    spans = [(kind, *view.span(start, end)) for start, end, kind in find_zones(view.text, SCANNER(view))]
    return [f"{kind}: {text[start:end].strip()}" for kind, start, end in spans]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_takes_its_line_alone(line: str) -> None:
    text = f"عقد المجلس جلسته.\n  {line} \nثم انفض."
    assert zones_of(text) == [f"furniture: {line}"]


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_running_text_is_no_furniture(line: str) -> None:
    assert zones_of(f"عقد المجلس جلسته.\n{line}\nثم انفض.") == []


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_captions_and_credits(line: str, expected: list[str]) -> None:
    text = f"عقد المجلس جلسته.\n{line}\nثم انفض."
    assert zones_of(text) == expected


def test_records_in_captions_say_so(pipeline: Pipeline) -> None:
    text = (
        "وزير الصحة أحمد الحربي يفتتح المركز في 3 يناير 2024 (المصدر: وكالة الأنباء السعودية) |\n"
        "عُقد الاجتماع في 4 يناير 2024."
    )
    (records,) = pipeline.pipe([text])
    assert [(date.text, date.caption) for date in records.dates] == [("3 يناير 2024", True), ("4 يناير 2024", False)]
    assert [official.caption for official in records.officials] == [True]
    assert [zone.kind for zone in records.zones] == ["caption", "furniture", "credit"]


def test_the_organisation_of_a_credit_is_kept(pipeline: Pipeline) -> None:
    (records,) = pipeline.pipe(["الوزير يفتتح المركز. (المصدر: وكالة الأنباء السعودية) |"])
    assert [(body.text, body.caption) for body in records.organisations] == [("وكالة الأنباء السعودية", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال في\nدلمون\nإن العمل تم", "قال في دلمون إن العمل تم"),  # a link after a preposition
        ("وقال سالم\nوزير النقل\n, إن العمل تم", "وقال سالم وزير النقل , إن العمل تم"),  # before a comma
        ("وقال سالم,\nوزير النقل\n, إن", "وقال سالم, وزير النقل , إن"),
        ("وصل الوزير\nقال في بيان", "وصل الوزير\nقال في بيان"),  # a headline
        ("زار علي\nالمدينة", "زار علي\nالمدينة"),  # a name as well
        ("سافر إلى\n\nدلمون", "سافر إلى\n\nدلمون"),  # a paragraph's end
        ("لم يحن بعد\nوقال", "لم يحن بعد\nوقال"),
        ("سطر واحد", "سطر واحد"),
    ],
)
def test_lines_inside_a_sentence_are_joined(text: str, expected: str) -> None:
    folded = NormalisedView(text).text
    assert join_lines(folded) == NormalisedView(expected).text
    assert len(join_lines(folded)) == len(folded)


def test_records_go_over_a_link_of_its_own_line(pipeline: Pipeline) -> None:
    text = "وأشار سالم العلي،\nوزير النقل\n، إلى أن العمل تم في\nجامعة دلمون\nأمس"
    records = pipeline.extract(Article(text))
    assert [(official.text, [title.text for title in official.titles]) for official in records.officials] == [
        ("سالم العلي", ["وزير النقل"])
    ]
    assert [body.text for body in records.organisations] == ["جامعة دلمون"]


@pytest.mark.parametrize(
    "line", ["Vietnam.vn 3 يناير 2024 - وزارة الصحة السعودية", "![وزارة الصحة السعودية 3 يناير 2024](a.jpg)"]
)
def test_nothing_is_extracted_from_furniture(pipeline: Pipeline, line: str) -> None:
    (records,) = pipeline.pipe([f"{line}\nوصل وزير الصحة في 4 يناير 2024."])
    assert [date.text for date in records.dates] == ["4 يناير 2024"]
    assert not records.organisations
    assert [zone.text for zone in records.zones] == [line]
