"""Officials: texts marked up with what must be found, [title] <honorific> {name}; beside them what is none.

A record's titles are those that stand nearest to its name: the markup of a text with several people ends each
person's part with `/`.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractnews.article import Article
from extractnews.lexicon import Resources
from extractnews.pipeline import Pipeline
from extractnews.records import OfficialRecord

TABLE = Resources().toml("titles.toml")
PIPELINE = Pipeline(record_types=["officials"])
MARK = re.compile(r"[\[\]<>{}/]")


def officials(text: str) -> tuple[OfficialRecord, ...]:
    found = PIPELINE.extract(Article(text)).officials
    for official in found:
        assert official.text == text[official.start : official.end]
        assert all(title.text == text[title.start : title.end] for title in official.titles)
    return found


def plain(marked: str) -> str:
    return MARK.sub("", marked)


def expected(marked: str) -> list[tuple[str, str | None, list[str]]]:
    rows = []
    for part in marked.split("/"):
        names = re.findall(r"\{(.*?)\}", part)
        if names:
            honorifics = re.findall(r"<(.*?)>", part)
            rows += [(name, " ".join(honorifics) or None, re.findall(r"\[(.*?)\]", part)) for name in names]
    return rows


def found(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(o.text, o.honorific, [title.text for title in o.titles]) for o in officials(text)]


# --- the resource's own examples ---

ENTRIES = [*TABLE["title"], *TABLE["honorific"], TABLE["honorific_abbreviations"]]
EXAMPLES = [text for entry in ENTRIES for text in entry.get("examples", ())]
NEGATIVES = [text for entry in ENTRIES for text in entry.get("negatives", ())]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_examples_of_the_titles(marked: str) -> None:
    assert found(plain(marked)) == expected(marked)


@pytest.mark.parametrize("text", NEGATIVES)
def test_negatives_of_the_titles(text: str) -> None:
    assert found(text) == []


# --- constructions ---

CONSTRUCTIONS = [
    # title before the name
    "قال [وزير الصحة] {سالم العلي} إن الحملة بدأت",
    "التقى [وزير الخارجية الأردني] {سامي الخطيب} نظيره",
    "أعلن [رئيس الهيئة العامة للطيران المدني]، {حامد فرج}، أن",
    "أكدت [وزيرة التربية والتعليم] {هند السالم} أن",
    "زار [السفير الفرنسي في بيروت] {برنار دوبوا} المعرض",
    "دعا [المتحدث باسم وزارة الدفاع] {ماجد العنزي} إلى",
    "استقبل [نائب رئيس مجلس الوزراء] {فهد الصالح} الوفد",
    "أوضح [مدير عام الإدارة العامة للمرور] <العميد> {صالح الزهراني} أن",
    "وصل [الرئيس السابق] {علي سالم} إلى",
    "وتابع [الرئيس المصري السابق، ]".replace("، ]", "]") + " {حسني مبارك} حديثه",
    "قالت [القائمة بأعمال مساعد وزير الدفاع لشؤون الأمن] {ليزا سميث} إن",
    # honorifics and ranks
    "شكر <معالي> [وزير التعليم] <الدكتور> {أحمد بن سالم الحربي} الحضور",
    "رعى <صاحب السمو الملكي الأمير> {راشد بن فيصل بن عبدالعزيز آل سعود} الحفل",
    "كرم <الفريق أول الركن> {سعد مزهر} أمس",
    "قال <د.> {عمر الحسن} أن",
    "استقبل خادم الحرمين الشريفين [الملك] {سلمان بن عبدالعزيز} الضيوف".replace(
        "خادم الحرمين الشريفين", "<خادم الحرمين الشريفين>"
    ),
    "واستشهد جندي برتبة <عريف>، يدعى {سعيد بن علي العمري}، في",
    # the name first
    "قال {سعيد العمري}، [رئيس بلدية المدينة]، إن",
    "قال {سعيد العمري} [رئيس بلدية المدينة] إن",
    "وأوضح <المهندس> {فهد السالم} [مدير إدارة الطرق بأمانة المنطقة الشرقية] أن",
    "السيد تران فان دونغ - عضو".replace("السيد", "<السيد>").replace("تران فان دونغ", "{تران فان دونغ}").replace(
        "عضو", "[عضو اللجنة المركزية للحزب]"
    ),
    "قال {أحمد سالم} ([رئيس نادي النور]) إن",
    "تعيين {خالد العمري} [رئيسا للهيئة العامة للاستثمار]",
    "وأكد {سالم العلي}، وهو [مدير مركز البحوث]، أن",
    "تحدث {سالم العلي} بصفته [رئيس اللجنة المنظمة]، عن",
    "اجتمع {سالم العلي} الذي يشغل منصب [مدير البنك المركزي] مع",
    # chains
    "أشاد <الرفيق> {تران فان دونغ}، [عضو اللجنة المركزية للحزب]، [نائب رئيس اللجنة المركزية للتنظيم]، بالعمل",
    "ألقى <الرفيق> {لي هواي نام}، [أمين اللجنة المركزية للحزب] و[رئيس لجنة العلاقات الخارجية]، كلمة",
    "حضر [ولي العهد] [رئيس مجلس الوزراء] <الأمير> {محمد بن سلمان} الحفل",
    "قال [نائب رئيس الوزراء] و[وزير الخارجية] {سامي شكري} إن",
    # several people
    "حضر [محافظ جدة] <الأمير> {سعود بن خالد}/ و[أمين جدة] <المهندس> {صالح التركي}/ الحفل",
    "قال {سعيد العمري}، [رئيس اللجنة الأولى]/، و[رئيس اللجنة الثانية] {خالد الحربي}/ إن",
    "التقى [الوزيرين] {سامي حسن} و{خالد الحربي} أمس",
    "حضر <الرفاق>: {تران فان دونغ}، [رئيس اللجنة المركزية]؛/ <>{لي هواي نام}/",
    "وصلت وزيرة التجارة السويدية وقابلت [العاهل المغربي] {محمد السادس} فجرا",
    "قال [المبعوث الأممي] {ولد الشيخ أحمد} إن",
    "وأكدت [مديرة المعرض] الفنانة التشكيلية {سامية العمري} أن",
    "استقبل [الرئيس] {محمود عباس} رئيس الحكومة الإيطالية",
    # a family name that is an ordinary word or a place too
    "قال <الدكتور> {سالم بن خالد الشائع} إن",
    "أوضح <المهندس> {خالد الركبان} [مدير إدارة الصيانة بالبلدية] أن",
    "قال <الدكتور> {عبد الرحيم النبوي}، [وزير الزراعة المصري]، إن",
    "بعد إقالة [المدرب الألماني] {جورج دول} من منصبه",
    "ذكر [مدربه] {هنري بلان} الذي قال إنه",
    "و[المشرف على إذاعة الهدى] {كمال صعيدي}.",
    "وقال [مدرب الفريق] {لويس فان دام} إن",
    "عبر [وزير الخارجية الألماني] {بيتر فالتر شولتس}، عن",
    "وقال {عبدالرحمن الركبان}، [مدير المرور]، إن",
    "وأشار <المهندس> {سالم بن خالد المقبل} [رئيس الشركة] إلى",
    "قتل ضابط برتبة <عقيد> {ماكاروف} أمس",
    # posts to which somebody is appointed, or from which he goes
    "تعيين {الداها بنت سالم} بمنصب [وزيرة الخارجية] أمس",
    "كلف الدبلوماسي {مولاي ولد سالم العمري} في منصب [رئيس الوزراء] أمس",
    "تكليف <المهندس> {سالم بن علي الزهراني} من القيام بعمل [رئيس البلدية]، أمس",
    # titles and honorifics
    "حضر <اللواء (متقاعد)> {سالم العلي}، [رئيس نادي النور السابق]، و[مدير المرور السابق]",
    "شقيق {محمد عمر سالم} [رئيس نادي النور السابق]،/ <اللواء> {أحمد سالم} [مدير المرور]",
    "كما حضره [سفير فرنسا لدى المملكة] {برنار دوبوا}، أمس",
    "كرم [مدير الصحة والسلامة المهنية] <الأستاذ> {فهد العلي} شكره",
    "حضر [مدير إدارة الشرق الأوسط وشمال أفريقيا] {سالم دوبوا} أمس",
    "استقبل <الأمير> {راشد بن فيصل} [أمير منطقة الساحل] في مكتب سموه بقصر الإمارة ظهرا",
    "وأفاد متحدث باسم [وزير الزراعة الإيطالي] {باولو روسي} بأن",
    "أصدر <الشيخ> {حمد بن راشد} [أمير دولة قطر] القرار الأميري رقم 12 لسنة 2023",
    "وقال [متحدث باسم رئيس الوزراء]، {سالم العلي}، إن",
    "حضر {فهد بن محمد} [وزير العدل]، وزير النقل، وزير الصحة.",
    "وقال <القومندان> {أندرسن} إنه",
    # a name is over where something else begins
    "استقبل [الملك] {عبدالله الثاني} الوفد",
    "وأعرب [الرئيس] {أوباما} عن أمله",
    "أشاد <الدكتور> {محمد علي} على هامش المؤتمر بالعمل",
    "كلف <الشيخ> {حمد بن خليفة آل ثاني} الوزير",
    "ارتدت صديقة <الأمير> {بندر} النقاب أمس",
    "وأكد <الدكتور> {سالم} دعم واهتمام الوزارة",
    "كما ذكرت <السيد> {خالد} أجمل ما في المكان",
    "شكر <معالي> [الوزير] {قطان} فريق العمل",
    "وقال <الدكتور> {سالم} لا نعلم",
    "عن [الملك] {عبدالعزيز} طيب الله ثراه",
    "قال [الأمين العام للأمم المتحدة] {بان كي مون} إن",
    "وجه [رئيس الوزراء] {كيم جونغ أون} دعوة",
    "قال <اللورد> {نيك كامبل-هاردي} إن",
]  # fmt: skip


@pytest.mark.parametrize("marked", [row for row in CONSTRUCTIONS if "<الرفاق>" not in row])
def test_constructions(marked: str) -> None:
    assert found(plain(marked)) == expected(marked)


def test_a_plural_honorific_belongs_to_each() -> None:
    text = "حضر الرفاق: تران فان دونغ، رئيس اللجنة المركزية؛ لي هواي نام، عضو اللجنة الدائمة."
    assert found(text) == [
        ("تران فان دونغ", "الرفاق", ["رئيس اللجنة المركزية"]),
        ("لي هواي نام", "الرفاق", ["عضو اللجنة الدائمة"]),
    ]


def test_a_title_after_a_list_belongs_to_each() -> None:
    text = "وانتخب الرفيقين تران فان دونغ ولي هواي نام نائبين للرئيس."
    assert [row[2] for row in found(text)] == [["نائبين للرئيس"], ["نائبين للرئيس"]]


NONE = [
    "قال وزير الصحة إن الحملة بدأت",
    "قال محمد سالم إن الحملة بدأت",
    "قال الكاتب محمد سالم إن الرواية",
    "سجل اللاعب أحمد سالم هدفين",
    "في مدينة الملك عبدالعزيز الطبية",
    "بمطار الأمير محمد بن عبدالعزيز الدولي",
    "فاز بجائزة الأمير نايف بن عبدالعزيز",
    "اجتمع أعضاء اللجنة أمس",
    "صباح الأحد الماضي في الرياض",
    "سلم الأمير الجوائز للفائزين",
    "أعلن الرئيس أن البلاد",
    "مجلس الوزراء محمد",
    "أحرزت كأس ولي العهد الأمير راشد بن سالم",
    "اتفاق وزيري النقل والإسكان سهل بناء الجسر",
    "ونفد قائد القارب ومساعدوه بجلودهم",
    "ضابط برتبة وكيل أمس",
    "بجامعة القاضي عياض أمس",
    "شدد رئيس الفريق بمجلس النواب على أنه لن",
    "خسر الفريق مباراتين",
    "نقلت وكالة (أ.ف.ب) عن مصدر",
    "",
    "رئيس",
    "وزير الخارجية",
    "الدكتور",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found(text) == []


FIELDS = [
    ("وصل الرئيس السابق علي سالم إلى", {"role": "رئيس", "status": "former"}),
    ("قال وزير النفط المكلف فهد السالم إن", {"role": "وزير", "status": "acting"}),
    ("قال مدير المركز بالإنابة فهد السالم إن", {"role": "مدير", "status": "acting"}),
    ("قالت وزيرة الصحة هند السالم إن", {"role": "وزير", "status": None}),
    ("قال رئيس الهيئة العامة للطيران المدني حامد فرج إن", {"organisation": "الهيئة العامة للطيران المدني"}),
    ("التقى وزير الخارجية الأردني سامي الخطيب", {"place": "الأردني"}),
    ("زار السفير الفرنسي في بيروت برنار دوبوا المعرض", {"place": "بيروت"}),
]


@pytest.mark.parametrize(("text", "fields"), FIELDS)
def test_fields_of_a_title(text: str, fields: dict[str, Any]) -> None:
    (official,) = officials(text)
    (title,) = official.titles
    assert {name: getattr(getattr(title, name), "text", getattr(title, name)) for name in fields} == fields


def test_a_swallowed_article_is_restored_in_the_honorific() -> None:
    (official,) = officials("خلفا للسيد سالم بن علي الحربي")
    assert (official.text, official.honorific) == ("سالم بن علي الحربي", "السيد")


# --- any text ---

WORDS = st.sampled_from([
    *"""رئيس الرئيس وزير وزيرا الوزيرين مستشاريه الدكتور د . الفريق أول الركن الأمير الملك بن آل عبد أبو محمد علي سالم
    العلي هو تشي مينه و، ، ؛ : - ( ) " « » مدينة مجلس الوزراء لـ للهيئة بوزارة في على أن قال السابق بالإنابة برتبة
    يدعى وهو 2024 UN الرفاق لي نائبين""".split(),  # noqa: SIM905
    "\n",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_never_raises(text: str) -> None:
    officials(text)
