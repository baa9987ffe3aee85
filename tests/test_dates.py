from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractnews.article import Article, ScannedArticle
from extractnews.extractors.date_parser import DateParser, default_parser, parse_date
from extractnews.extractors.dates import DateExtractor
from extractnews.lexicon import Resources
from extractnews.normalise import NormalisedView
from extractnews.records import DateRecord
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon

SHARED = Path(__file__).resolve().parents[2] / "shared"
NEGATIVES = Path(__file__).with_name("data") / "dates_negative.txt"
REFERENCE = "2015-08-05"  # a Wednesday


@pytest.fixture(scope="module")
def find():
    resources = Resources()
    extractor = DateExtractor(resources)
    scanner, words = Scanner(extractor.cues()), WordLexicon(resources)

    def find_dates(text: str, reference: str | None = None) -> list[DateRecord]:
        view = NormalisedView(text)
        article = Article(text, reference_date=dt.date.fromisoformat(reference) if reference else None)
        drafts = extractor(ScannedArticle(article, view, [], scanner(view.text), words), {})
        records = []
        for draft in sorted(drafts, key=lambda draft: draft.start):
            start, end = view.span(draft.start, draft.end)
            records.append(DateRecord(start=start, end=end, text=text[start:end], rule=draft.rule, **draft.fields))
        return records

    return find_dates


# [text, [(span, value)]], without a reference date
ABSOLUTE = [
    # day and month, four vocabularies, with and without a year
    ["صدر القرار في 24 أكتوبر 2023.", [("24 أكتوبر 2023", "2023-10-24")]],
    ["بدأ العمل في 8 شتنبر", [("8 شتنبر", "XXXX-09-08")]],
    ["يوم 30 أوت 2020 افتتح المعهد", [("30 أوت 2020", "2020-08-30")]],
    ["في ٣ كانون الثاني ٢٠٢٤ اجتمعوا", [("٣ كانون الثاني ٢٠٢٤", "2024-01-03")]],
    ["توفي في الخامس والعشرين من سبتمبر 2014 بالرباط", [("الخامس والعشرين من سبتمبر 2014", "2014-09-25")]],
    ["من غرة سبتمبر 2022 يبدأ التسجيل", [("غرة سبتمبر 2022", "2022-09-01")]],
    ["نلتقي في 12 يناير من عام 2016 صباحا", [("12 يناير من عام 2016", "2016-01-12")]],
    ["اندلعت في السابع من  أيار 2008", [("السابع من  أيار 2008", "2008-05-07")]],
    # doubled names, either order and sign
    ["في 30 أبريل/نيسان 2009 وصل", [("30 أبريل/نيسان 2009", "2009-04-30")]],
    ["في 5 آب/أغسطس 2009 وصل", [("5 آب/أغسطس 2009", "2009-08-05")]],
    ["في 25 يناير (كانون الثاني) 2011 خرجوا", [("25 يناير (كانون الثاني) 2011", "2011-01-25")]],
    ["في 24 فبراير (شباط) بدأت", [("24 فبراير (شباط)", "XXXX-02-24")]],
    # weekdays with their date
    ["يعقد الأربعاء 3 يناير 2024 بالدوحة", [("الأربعاء 3 يناير 2024", "2024-01-03")]],
    ["السبت، 26 كانون الأول/ديسمبر 2009، كتب", [("السبت، 26 كانون الأول/ديسمبر 2009", "2009-12-26")]],
    ["أعلن اليوم الثلاثاء 27 أوت 2024 عن", [("اليوم الثلاثاء 27 أوت 2024", "2024-08-27")]],
    # months, years
    ["منذ يوليوز 2021 يعمل", [("يوليوز 2021", "2021-07")]],
    ["وبنهاية 2014 أغلق المنجم", [("2014", "2014")]],
    ["أسس المتحف العام 1391هـ الموافق 1971م في نجران", [("العام 1391هـ الموافق 1971م", "1971")]],
    # coordinated months share the year of the last, unless the months run over its beginning
    ["انخفضت المبيعات في مارس وأبريل 2019", [("مارس", "2019-03"), ("أبريل 2019", "2019-04")]],
    [
        "يفتح المعرض في 3 أبريل، و6 مايو و9 يونيو من سنة 2018",
        [("3 أبريل", "2018-04-03"), ("6 مايو", "2018-05-06"), ("9 يونيو من سنة 2018", "2018-06-09")],
    ],
    ["يغلق الميناء في ديسمبر ويناير 2019", [("ديسمبر", "XXXX-12"), ("يناير 2019", "2019-01")]],
    ["زرع القمح في نوفمبر. وحصد في ديسمبر 2018", [("نوفمبر", "XXXX-11"), ("ديسمبر 2018", "2018-12")]],
    ["في شهر مايو/ أيار 2009 سجل", [("مايو/ أيار 2009", "2009-05")]],
    ["خطة لعام 2024 وأخرى للعام 2025", [("عام 2024", "2024"), ("لعام 2025", "2025")]],
    ["ولد سنة 1961 بمراكش", [("سنة 1961", "1961")]],
    ["عاد عام ألفين وأربعة عشر إلى بلده", [("عام ألفين وأربعة عشر", "2014")]],
    ["هُجّروا عام 48.", [("عام 48", "1948")]],
    ["خاض حرب عام 67 ضابطا", []],
    ["توج في 2011 و2019 باللقب", [("2011", "2011"), ("2019", "2019")]],
    ["حقق اللقب أعوام 1995، 1998 و2013", [("أعوام 1995", "1995"), ("1998", "1998"), ("2013", "2013")]],
    ["خلال القانون الصادر سنة 2014 نفسه", [("سنة 2014", "2014")]],
    ["روايته (1951م) شهيرة وفيلمه (2005) كذلك", [("1951م", "1951"), ("2005", "2005")]],
    # numeric
    ["بتاريخ 17/05/2018 وصل", [("17/05/2018", "2018-05-17")]],
    ["رام الله 14-3-2023 وكالات", [("14-3-2023", "2023-03-14")]],
    ["نشر 2012/05/28 في الموقع", [("2012/05/28", "2012-05-28")]],
    ["Abc18/05/2031 كتب", [("18/05/2031", "2031-05-18")]],
    ["وقع العقد في 9 - 11 - 2014 بجدة", [("9 - 11 - 2014", "2014-11-09")]],
    ["والصك المؤرخ في 3 -7- 1435هـ باطل", [("3 -7- 1435هـ", "2014-05-02")]],
    # written together; two spaces
    ["افتتح المصنع في نوفمبر2013 رسميا", [("نوفمبر2013", "2013-11")]],
    ["افتتح في 4 مايو/أيار2013 رسميا", [("4 مايو/أيار2013", "2013-05-04")]],
    ["هاجر إلى كندا سنة1987 مع أسرته", [("سنة1987", "1987")]],
    ["عاد إلى قريته في  2004 ثم رحل", [("2004", "2004")]],
    # chronicles, sources, laws
    ["1957 - افتتاح أول جسر على النهر", [("1957", "1957")]],
    ["سمير حداد، تاريخ الموانئ (بيروت: دار السنديان، 1993)، ص 41", [("1993", "1993")]],
    ["وفاء سالم، مرايا (شعر)، دار السنديان، 2011.", [("2011", "2011")]],
    ["انطلق المهرجان عام 1410هـ (1990) بالطائف", [("عام 1410هـ (1990)", "1990")]],
    ["اعتمادات السنة المالية 2019 مرتفعة", [("2019", "2019")]],
    ["ارتفع عدد الزوار عام 2012 كثيرا", [("عام 2012", "2012")]],
    ["تعديل قانون 1984 بات ضروريا", [("1984", "1984")]],
    # ranges
    ["من 3 إلى 5 يناير 2015 يعقد", [("3 إلى 5 يناير 2015", "2015-01-03/2015-01-05")]],
    ["يومي 25 و26 كانون الثاني 2018", [("25 و26 كانون الثاني 2018", "2018-01-25/2018-01-26")]],
    ["من 20 ديسمبر إلى 5 يناير 2015", [("20 ديسمبر إلى 5 يناير 2015", "2014-12-20/2015-01-05")]],
    ["في الفترة 2021-2026 سنعمل", [("2021-2026", "2021/2026")]],
    ["الخطة (2015 ـــ 2020) طموحة", [("2015 ـــ 2020", "2015/2020")]],
    ["بين عامي 2014 و2016 تراجع", [("عامي 2014 و2016", "2014/2016")]],
    ["بين 2019 و2021 رمم", [("2019 و2021", "2019/2021")]],
    ["من عام 2003 إلى عام 2010 حكم", [("عام 2003 إلى عام 2010", "2003/2010")]],
    ["من 8 إلى 11 من الشهر الجاري", [("8 إلى 11 من الشهر الجاري", "XXXX-XX-08/XXXX-XX-11")]],
    ["ارتفع من 100 في عام 2013 إلى 5000", [("عام 2013", "2013")]],
    ["الذكرى (15 أكتوبر 1949 - 15 أكتوبر 1999)", [("15 أكتوبر 1949", "1949-10-15"), ("15 أكتوبر 1999", "1999-10-15")]],
    # quarters, halves, seasons, decades, centuries
    ["في الربع الأول من عام 2015 نما", [("الربع الأول من عام 2015", "2015-01/2015-03")]],
    ["خلال النصف الثاني من 2015", [("النصف الثاني من 2015", "2015-07/2015-12")]],
    ["في الربع الأول من العام المالي 2023/2024", [("الربع الأول من العام المالي 2023/2024", "2023-07/2023-09")]],
    ["صيف 2005 أقيم الحفل", [("صيف 2005", "2005-22")]],
    ["منذ ثمانينيات القرن الماضي يكتب", [("ثمانينيات القرن الماضي", "198X")]],
    ["في التسعينيات من القرن المنصرم ظهر", [("التسعينيات من القرن المنصرم", "199X")]],
    ["بداية الثمانينات هاجر", [("الثمانينات", "198X")]],
    ["حطام من القرن السادس عشر", [("القرن السادس عشر", "15XX")]],
    ["هجرات القرن الثاني عشر قبل الميلاد", [("القرن الثاني عشر قبل الميلاد", "-11XX")]],
    # Hijri, alone and with the Gregorian equivalent
    ["بدأ في 1 محرم 1446هـ بالرياض", [("1 محرم 1446هـ", "2024-07-07")]],
    ["وتاريخ 2/4/1445هـ صدر", [("2/4/1445هـ", "2023-10-17")]],
    ["في شوال 1444هـ تمت", [("شوال 1444هـ", "2023-04-21/2023-05-20")]],
    ["1 رجب 1445هـ الموافق 13 يناير 2024م", [("1 رجب 1445هـ الموافق 13 يناير 2024م", "2024-01-13")]],
    ["في 13 يناير 2024 الموافق 1 رجب 1445هـ", [("13 يناير 2024 الموافق 1 رجب 1445هـ", "2024-01-13")]],
    ["20 من رمضان 1436 (7 يوليوز 2015)", [("20 من رمضان 1436 (7 يوليوز 2015)", "2015-07-07")]],
    ["في 15 رمضان 1200هـ ولد", [("15 رمضان 1200هـ", None)]],
    # relative without a reference: no value, yet a record
    ["وصل أمس وفد", [("أمس", None)]],
    ["تعقد الخميس المقبل جلسة", [("الخميس المقبل", None)]],
]  # fmt: skip


# [text, [(span, value)]], with the reference date 2015-08-05, a Wednesday
RELATIVE = [
    ["تباع التذاكر ابتداء من يوم غد الخميس", [("غد الخميس", "2015-08-06")]],
    ["أوفد النادي هذا العام 12 لاعبا إلى فاس", [("هذا العام", "2015")]],
    ["يزور عمان في سبتمبر أو أكتوبر المقبلين", [("سبتمبر", "2015-09"), ("أكتوبر المقبلين", "2015-10")]],
    ["وصل أمس وفد", [("أمس", "2015-08-04")]],
    ["وصل أول من أمس وفد", [("أول من أمس", "2015-08-03")]],
    ["يغادر غداً الخميس", [("غداً الخميس", "2015-08-06")]],
    ["يلعب بعد غد (الجمعة) هنا", [("بعد غد (الجمعة)", "2015-08-07")]],
    ["عقد اليوم اجتماع", [("اليوم", "2015-08-05")]],
    ["ليلة البارحة هطل المطر", [("البارحة", "2015-08-04")]],
    ["قال الأحد إنه", [("الأحد", "2015-08-02")]],
    ["سيعود الأحد إلى بلده", [("الأحد", "2015-08-09")]],
    ["قال الأربعاء الماضي إنه", [("الأربعاء الماضي", "2015-07-29")]],
    ["يلتقيان الأربعاء المقبل", [("الأربعاء المقبل", "2015-08-12")]],
    ["من الأحد إلى الثلاثاء عمل", [("الأحد إلى الثلاثاء", "2015-08-02/2015-08-04")]],
    ["عاد عام 2001 وتوفي في 11 مايو من نفس العام", [("عام 2001", "2001"), ("11 مايو من نفس العام", "2001-05-11")]],
    ["كتب في 12 ماي 1913 عن معركة يوم 7 ماي", [("12 ماي 1913", "1913-05-12"), ("7 ماي", "1913-05-07")]],
    ["يعقد يومي الأحد والاثنين المقبلين", [("الأحد والاثنين المقبلين", "2015-08-09/2015-08-10")]],
    ["زار الأسبوع الماضي بلدين", [("الأسبوع الماضي", "2015-07-27/2015-08-02")]],
    ["هذا الأسبوع يبدأ", [("هذا الأسبوع", "2015-08-03/2015-08-09")]],
    ["الشهر المقبل يبدأ", [("الشهر المقبل", "2015-09")]],
    ["العام الماضي فاز", [("العام الماضي", "2014")]],
    ["خلال العام الحالي 2015 نما", [("العام الحالي 2015", "2015")]],
    ["مطلع هذا العام فاز", [("هذا العام", "2015")]],
    ["ارتفع الإنتاج منذ بداية العام بمقدار الثلث", [("العام", "2015")]],
    ["انخفض السعر من ألف بداية العام إلى النصف", [("العام", "2015")]],
    ["يتواصل المطر منذ مطلع الأسبوع في الساحل", [("الأسبوع", "2015-08-03/2015-08-09")]],
    ["تنطلق الدورة غدا \"الخميس\" في جدة", [("غدا \"الخميس\"", "2015-08-06")]],
    ["تسلم الجوائز نهاية الشهر في الرباط", [("الشهر", "2015-08")]],
    ["تكتمل الأشغال قبل الصائفة المقبلة", [("الصائفة المقبلة", "2016-22")]],
    ["التقى السفير وزير الزراعة المصري اليوم وشكره", [("اليوم", "2015-08-05")]],
    ["تساقطت الثلوج شمال لبنان اليوم بغزارة", [("اليوم", "2015-08-05")]],
    ["في 28 نونبر وصل", [("28 نونبر", "2015-11-28")]],
    ["في 28 فبراير وصل", [("28 فبراير", "2015-02-28")]],
    ["في مارس الماضي وصل", [("مارس الماضي", "2015-03")]],
    ["في أكتوبر الماضي وصل", [("أكتوبر الماضي", "2014-10")]],
    ["في مارس المقبل يصل", [("مارس المقبل", "2016-03")]],
    ["في 17 يوليو الماضي وصل", [("17 يوليو الماضي", "2015-07-17")]],
    ["قبل 25 الجاري يصل", [("25 الجاري", "2015-08-25")]],
    ["في 17 شوال وصل", [("17 شوال", "2015-08-02")]],
    ["في 12 مايو 2010 فاز، وفي اليوم نفسه سافر", [("12 مايو 2010", "2010-05-12"), ("اليوم نفسه", "2010-05-12")]],
    # a weekday that contradicts the reference date moves it: the article is of Monday the third
    ["أكد أمس الأحد ذلك، وسيسافر غدا", [("أمس الأحد", "2015-08-02"), ("غدا", "2015-08-04")]],
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE, ids=[row[0] for row in ABSOLUTE])
def test_absolute(find, text, expected):
    assert [(record.text, record.value) for record in find(text)] == expected


@pytest.mark.parametrize(("text", "expected"), RELATIVE, ids=[row[0] for row in RELATIVE])
def test_relative(find, text, expected):
    assert [(record.text, record.value) for record in find(text, REFERENCE)] == expected


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("الأربعاء 3 يناير 2023", "contradiction", True),
        ("الثلاثاء 3 يناير 2023", "contradiction", False),
        ("1 رجب 1445هـ الموافق 20 يناير 2024م", "contradiction", True),
        ("1 رجب 1445هـ الموافق 13 يناير 2024م", "calendar", "both"),
        ("1 رجب 1445هـ", "calendar", "hijri"),
        ("مطلع عام 2015", "qualifier", "early"),
        ("في أواخر سبتمبر 2015", "qualifier", "late"),
        ("الربع الثاني من 2015", "precision", "quarter"),
        ("فبراير 2016", "last", dt.date(2016, 2, 29)),
        ("عام 2016", "first", dt.date(2016, 1, 1)),
        ("3 يناير 2024", "implied", ()),
    ],
)
def test_fields(find, text, field, value):
    (record,) = find(text)
    assert getattr(record, field) == value


def test_what_the_text_does_not_say_is_implied(find):
    (record,) = find("في 28 فبراير وصل", REFERENCE)
    assert record.implied == ("year",)
    assert [record.implied for record in find("في مارس وأبريل 2019")] == [("year",), ()]
    assert [record.implied for record in find("في مارس وأبريل المقبلين")] == [(), ()]


def test_lead_date_stands_in_for_a_missing_reference(find):
    records = find("دمشق - السبت 20 كانون الثاني 2018\nاختتم أمس المؤتمر")
    assert [record.value for record in records] == ["2018-01-20", "2018-01-19"]


@pytest.mark.parametrize("sentence", [line for line in NEGATIVES.read_text("utf-8").splitlines() if line[:1] != "#"])
def test_no_false_dates(find, sentence):
    assert find(sentence, REFERENCE) == []


def test_negatives_are_many():
    lines = [line for line in NEGATIVES.read_text("utf-8").splitlines() if line[:1] != "#"]
    assert len(set(lines)) >= 150


RULES = Resources().toml("dates.toml")["rules"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["name"])
def test_every_rule_has_examples_that_it_reads(rule, find):
    assert rule["examples"]
    for text, value in rule["examples"]:
        records = default_parser().find(text) if rule.get("loose") else find(text)
        fired = [record for record in records if record.rule == f"dates.{rule['name']}"]
        assert fired, text
        assert fired[0].value == (value or None), text


# --- parse_date ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("3 يناير 2024", "2024-01-03"),
        ("يوم الثلاثاء 4 أغسطس 2015", "2015-08-04"),
        ("قبل يومين", "2015-08-03"),
        ("قبل ثلاثة أشهر", "2015-05-05"),
        ("بعد أسبوعين", "2015-08-19"),
        ("منذ شهر و21 يوما", "2015-06-14"),
        ("الأيام الثلاثة المقبلة", "2015-08-06/2015-08-08"),
        ("ثالث ثلاثاء في أيلول سنة 2014", "2014-09-16"),
        ("الأسبوع الثاني من عام 2015", "2015-01-05/2015-01-11"),
        ("يوم 27", "2015-08-27"),
        ("2015/3", "2015-03"),
        ("بقية الشهر", "2015-08-05/2015-08-31"),
        ("اليوم التالي", "2015-08-06"),
        ("كتاب جديد", None),
        ("", None),
        ("بين باريس ولندن في 3 يناير 2024 قال", None),
        ("3 يناير 2024 ثم غادر في 5 مايو 2024", None),
    ],
)
def test_parse_date(expression, value):
    record = parse_date(expression, REFERENCE)
    assert (record.value if record else None) == value


def test_parse_date_needs_a_real_reference_date():
    with pytest.raises(ValueError, match="soon"):
        parse_date("أمس", "soon")


def test_parse_date_at_the_edge_of_the_calendar():
    assert parse_date("قبل 9000 سنة", "2015-08-05").value is None
    assert parse_date("غدا", dt.date.max).value is None


# --- against tables beside the checkout --------------------------------------------------------------------


def test_every_cldr_month(find):
    path = SHARED / "data" / "cldr_months.json"
    if not path.is_file():
        pytest.skip("no table of CLDR months here")
    groups = json.loads(path.read_text("utf-8"))["gregorian_groups"]
    for group in groups:
        for number, name in enumerate(group["months"], 1):
            records = find(f"في 15 {name} 2019 عقد الاجتماع")
            assert [(record.text, record.value) for record in records] == [(f"15 {name} 2019", f"2019-{number:02d}-15")]


def test_hijri_reference(find):
    path = SHARED / "data" / "hijri_reference.jsonl"
    if not path.is_file():
        pytest.skip("no Hijri reference here")
    names = [names[0] for names in Resources().toml("dates.toml")["months"]["hijri"].values()]
    pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(pairs) > 1800
    for pair in pairs:
        year, month, day = map(int, pair["hijri"].split("-"))
        for text in (f"{day:02d} {names[month - 1]} {year} هـ", f"{day:02d}/{month:02d}/{year}هـ"):
            assert [record.value for record in find(text)] == [pair["gregorian"]], text


# --- any text --------------------------------------------------------------------------------------------

_WORDS = """
    3 12 31 99 2014 1436 2015/2016 17/05/2018 ، ( ) / - . من إلى و بين في هـ م يناير كانون الثاني الأول شباط رمضان ذو
    القعدة محرم الأحد الخميس اليوم أمس غدا بعد غد عام العام سنة شهر الشهر الأسبوع الماضي المقبل الجاري نفسه التالي القرن
    الربع النصف الثمانينيات قبل الميلاد الموافق صيف عامي يومي هذا نفس ألفين وأربعة 29 فبراير ـ قبل بعد أيام 10000
"""
_PIECES = st.sampled_from(_WORDS.split())
_DAYS = st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date.max])


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=14), st.sampled_from([" ", "", "  ", "\n"]), _DAYS)
def test_no_text_raises_and_every_span_is_its_text(pieces, joint, reference):
    text = joint.join(pieces)
    for record in default_parser().find(text, reference):
        assert text[record.start : record.end] == record.text
        assert record.start < record.end


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.none() | st.dates())
def test_arbitrary_text(text, reference):
    for record in default_parser().find(text, reference):
        assert text[record.start : record.end] == record.text


def test_parser_is_built_once():
    assert default_parser() is default_parser()
    assert isinstance(default_parser(), DateParser)
