"""Organisations: every head's examples, tables of [text, names], and sentences that name none."""

from __future__ import annotations

import tomllib

import pytest

from extractnews.lexicon import Resources, builtin_resources
from extractnews.normalise import fold
from extractnews.organisation_lexicon import NameGrammar
from extractnews.pipeline import Pipeline, extract

HEADS = tomllib.loads((builtin_resources() / "organisation_heads.toml").read_text(encoding="utf-8"))["head"]
KINDS = {
    "government", "ministry", "parliament", "court", "army", "security", "party", "armed_group", "committee",
    "council", "authority", "agency", "company", "bank", "university", "institute", "hospital", "union",
    "association", "club", "team", "media", "international", "fund", "embassy", "religious", "other",
}  # fmt: skip


def names(text: str) -> list[str]:
    return [record.name for record in extract(text).organisations if not record.nested]


def found_words(head: dict, text: str) -> tuple[bool, bool]:
    """Whether the head's noun begins a name found in the text, and whether it stands in one at all."""
    stems = {fold(form).split()[0] for form in (head["word"], *head.get("forms", ()))}
    found = [
        [word.removeprefix("ال") in stems or word in stems for word in fold(record.name).split()]
        for record in extract(text).organisations
    ]
    return any(words[0] for words in found), any(any(words) for words in found)


@pytest.mark.parametrize(("head", "text"), [(h, t) for h in HEADS for t in h.get("examples", ())])
def test_a_head_matches_its_examples(head: dict, text: str) -> None:
    assert found_words(head, text)[1], names(text)


@pytest.mark.parametrize(("head", "text"), [(h, t) for h in HEADS for t in h.get("negatives", ())])
def test_a_head_leaves_its_negatives(head: dict, text: str) -> None:
    assert not found_words(head, text)[0], names(text)


def test_every_head_has_examples_and_a_known_kind() -> None:
    assert [head["word"] for head in HEADS if not head.get("examples")] == []
    assert {head["kind"] for head in HEADS} <= KINDS
    words = [fold(head["word"]) for head in HEADS]
    assert len(words) == len(set(words))


def test_the_gazetteer_is_well_formed() -> None:
    rows = list(Resources().table("organisations.tsv"))
    assert len(rows) > 600
    assert {row["kind"] for row in rows} <= KINDS
    assert {row["context"] for row in rows} <= {"", "sport", "quoted", "latin", "brand", "armed"}
    assert all(row["name"].strip() for row in rows)
    assert all(row["country"] == "" or (len(row["country"]) == 2 and row["country"].isupper()) for row in rows)
    folded = [fold(row["name"]) for row in rows]
    assert len(folded) == len(set(folded))


# [text, the names in the order of the text]
CASES = [
    # a construct state and what closes it
    ("قررت وزارة التربية والتعليم تمديد الدراسة", ["وزارة التربية والتعليم"]),
    ("قالت وزارة العدل وحقوق الإنسان في بيان", ["وزارة العدل وحقوق الإنسان"]),
    ("زار وفد من جامعة القاهرة المدينة", ["جامعة القاهرة"]),
    ("وقعت هيئة سكك حديد مصر العقد", ["هيئة سكك حديد مصر"]),
    ("في مديرية مجاري البصرة", ["مديرية مجاري البصرة"]),
    ("أعلن نادي فرسان الشاطئ فوزه", ["نادي فرسان الشاطئ"]),
    ("نقل إلى مستشفى الملك خالد التخصصي", ["مستشفى الملك خالد التخصصي"]),
    ("مؤسسة محمد بن سالم للمعرفة", ["مؤسسة محمد بن سالم للمعرفة"]),
    # a definite noun and its naming adjectives
    ("أعلنت الهيئة العامة للطيران المدني والأرصاد", ["الهيئة العامة للطيران المدني والأرصاد"]),
    ("رئيس الاتحاد التونسي لكرة القدم", ["الاتحاد التونسي لكرة القدم"]),
    ("عقد الاتحاد العام للغرف التجارية اجتماعا", ["الاتحاد العام للغرف التجارية"]),
    ("أمين اللجنة المركزية العاشرة للحزب", ["اللجنة المركزية العاشرة للحزب"]),
    ("اللجنة الأولمبية والبارالمبية الكويتية", ["اللجنة الأولمبية والبارالمبية الكويتية"]),
    ("قائد المنطقة العسكرية الثانية", ["المنطقة العسكرية الثانية"]),
    # the swallowed article
    ("تقرير للجنة المركزية للتفتيش", ["اللجنة المركزية للتفتيش"]),
    ("تابعة للجيش الأردني", ["الجيش الأردني"]),
    # a larger body, a place
    ("رئيس لجنة الحكام بالاتحاد الليبي لكرة القدم", ["لجنة الحكام بالاتحاد الليبي لكرة القدم"]),
    ("لجنة الحزب بوزارة الثقافة", ["لجنة الحزب بوزارة الثقافة"]),
    ("أمانة اللجنة المركزية للحزب", ["أمانة اللجنة المركزية للحزب"]),
    ("السفارة الفرنسية في عمان", ["السفارة الفرنسية في عمان"]),
    ("المديرية العامة للثقافة بمحافظة مسندم", ["المديرية العامة للثقافة بمحافظة مسندم"]),
    # quoted, Latin, foreign
    ('أطلقت شركة "نوران" الكورية هاتفا', ['شركة "نوران" الكورية']),
    ("وقعت شركة دلموتكس العقد", ["شركة دلموتكس"]),
    ("مجموعة زلتكو البولندية", ["مجموعة زلتكو البولندية"]),
    ("شركة «المنارة» (Manara)", ["شركة «المنارة»", "Manara"]),
    # the gazetteer
    ("قرار مجلس الأمن الدولي", ["مجلس الأمن الدولي"]),
    ("ذكرت رويترز أن حماس رفضت", ["رويترز", "حماس"]),
    ("أعضاء الكونغرس الأمريكي", ["الكونغرس الأمريكي"]),
    ("لحلف الناتو وللأمم المتحدة", ["حلف الناتو", "الأمم المتحدة"]),
    ("نقلت وكالة الأنباء السورية (سانا)", ["وكالة الأنباء السورية", "سانا"]),
    # coordination of two bodies, of which each is one
    ("بين وزارة الخارجية والجيش اللبناني", ["وزارة الخارجية", "الجيش اللبناني"]),
    ("جبهة الوطن والمنظمات الشعبية", ["جبهة الوطن"]),
    ("وزارة الصحة ووزارة المالية", ["وزارة الصحة", "وزارة المالية"]),
    # what follows a name and is none of it
    ("أعلنت وزارة الصحة الأحد إغلاق", ["وزارة الصحة"]),
    ("قالت وزارة الدفاع العام الماضي", ["وزارة الدفاع"]),
    ("قال المركز الوطني للإعلام المقرب من الحكومة", ["المركز الوطني للإعلام"]),
    ("حضر رئيس مجلس الأمة صادق بوغالب الحفل", ["مجلس الأمة"]),
    # clubs, in an article of sport only
    ("فاز الهلال على النصر في الدوري وسجل اللاعب هدفا قبل أن يخسر الهلال", ["الهلال", "النصر", "الهلال"]),
    ("ظهر الهلال في السماء وتحقق النصر", []),
    # adjectives of the last noun, and of the body after it
    ("أعلنت وزارة الشؤون المحلية تأجيل المعرض", ["وزارة الشؤون المحلية"]),
    ("النقابة العامة للتعليم الأساسي التابعة للاتحاد", ["النقابة العامة للتعليم الأساسي"]),
    ("رئيس هيئة الأركان المشتركة الأمريكي جون تومسون", ["هيئة الأركان المشتركة"]),
    ("كلية العلوم القانونية والاقتصادية والاجتماعية", ["كلية العلوم القانونية والاقتصادية والاجتماعية"]),
    ("مكتب الأرصاد الجوية المركزي في العاصمة", ["مكتب الأرصاد الجوية المركزي"]),
    ("هاجم جيش الاحتلال الإسرائيلي الفلسطينيين", ["جيش الاحتلال الإسرائيلي"]),
    ("ممثلو جمعية الناشرين التونسيين", ["جمعية الناشرين التونسيين"]),
    # what a body is for
    ("زار هيئة البحرين للثقافة والآثار أمس", ["هيئة البحرين للثقافة والآثار"]),
    ("وكيل أمانة جدة للخدمات", ["أمانة جدة"]),
    ("اجتمعت اللجنة المحلية للانتخابات البلدية", ["اللجنة المحلية للانتخابات البلدية"]),
    ("خسر المنتخب السعودي للناشئين لكرة اليد", ["المنتخب السعودي للناشئين لكرة اليد"]),
    ("خفض البنك المركزي لأسعار الفائدة", ["البنك المركزي"]),
    ("دعم الحزب الجمهوري لسياسات الرئيس", ["الحزب الجمهوري"]),
    ("رئيس هيئة الرقابة على الصادرات قال", ["هيئة الرقابة على الصادرات"]),
    ("أعلنت الهيئة العليا للوقاية من الرشوة ومحاربتها", ["الهيئة العليا للوقاية من الرشوة"]),
    ("أعلنت الهيئة العليا للوقاية من الفساد ومكافحته أمس", ["الهيئة العليا للوقاية من الفساد ومكافحته"]),
    ("وزارة الدفاع على الخط", ["وزارة الدفاع"]),
    # quotations, brackets and glosses inside a name
    ('تعاقدت شركة "نوران" للخدمات الأمنية', ['شركة "نوران" للخدمات الأمنية']),
    ("نشرت مجلة (المرافئ) الأسبوعية", ["مجلة (المرافئ)"]),
    ('قال حزب الله "إن الأمر انتهى" أمس', ["حزب الله"]),
    # a body inside an idafa
    ("جلسة مجلس محافظي الوكالة الدولية للطاقة الذرية", ["مجلس محافظي الوكالة الدولية للطاقة الذرية"]),
    # ministries by their portfolio, sources by their short name
    ("أعلنت الداخلية الكويتية ضبط شبكة", ["الداخلية الكويتية"]),
    ("ونفت الصحة أمس الخبر", ["الصحة"]),
    ("الدوحة - قنا\nافتتح المعرض", ["قنا"]),
    ("أفادت سانا بأن الطريق مغلق", ["سانا"]),
    ("وكالة الأنباء السورية الرسمية سانا", ["وكالة الأنباء السورية", "سانا"]),
    # clubs that are towns or common words, in a list of clubs
    ("سجل اللاعب هدفا في الدوري. تأهل الهلال وأحد ونجران", ["الهلال", "أحد", "نجران"]),
    ("سجل لاعب في الدوري. قال مدرب النصر الكولومبي ماتورانا", ["النصر"]),
    # names that need the place or number after them, which coordinated heads may share
    ("زار لجنة الحزب في مدينة تان لام", ["لجنة الحزب في مدينة تان لام"]),
    ("شكر لجنة الحزب وسكان القرية", []),
    ("ممثلو لجنة الحزب ومجلس الشعب ولجنة الشعب في مقاطعة تان لام", ["لجنة الشعب في مقاطعة تان لام"]),
    ("قال مجلس الشعب أمس", ["مجلس الشعب"]),
    ("قائد المنطقة العسكرية قال", []),
    ("كرم القوات المسلحة للمنطقة العسكرية الثالثة", ["القوات المسلحة للمنطقة العسكرية الثالثة"]),
    ("هاجموا قوات الأمن في القرية ثم قوات الأمن النرويجية", ["قوات الأمن النرويجية"]),
    ("جنود الفرقة 45 عادوا", ["الفرقة 45"]),
    # the land whose body it is, where a city would tell where it met
    ("رئيسة اتحاد المرأة في مقاطعة تان لام", ["اتحاد المرأة في مقاطعة تان لام"]),
    ("رئيسة اتحاد المرأة الإقليمي في تان لام قالت", ["اتحاد المرأة الإقليمي في تان لام"]),
    ("محكمة الشعب لمدينة تان لام", ["محكمة الشعب لمدينة تان لام"]),
    ("اجتمع وزراء مجلس التعاون الخليجي في الدوحة", ["مجلس التعاون الخليجي"]),
    ("اجتماع للجنة الحكومية الدولية النرويجية في هانوي", ["اللجنة الحكومية الدولية النرويجية"]),
    ("رئيس مجلس دلمون لجنة الطيران", ["مجلس دلمون", "لجنة الطيران"]),
    # an adjective of its work and what it is for
    ("طلاب المدرسة التطبيقية لمدفعية الساحل", ["المدرسة التطبيقية لمدفعية الساحل"]),
    ("اللجنة العليا المنظمة للمهرجان", ["اللجنة العليا المنظمة للمهرجان"]),
    ("قال الجهاز الطبي للفريق إنه تعافى", []),
    # two heads that open one name; firms with their companions
    ("قالت وكالة الاستخبارات الوطنية النرويجية", ["وكالة الاستخبارات الوطنية النرويجية"]),
    ("شركة سالم العمري وإخوانه للتجارة", ["شركة سالم العمري وإخوانه للتجارة"]),
    # what is no part of a name, and no name
    ("أقام مستشفى باخ صباح اليوم حفلا", ["مستشفى باخ"]),
    ("قدمت الحكومة للمكتب السياسي المشروع رقم 5", ["المكتب السياسي"]),
    ("هزم الجيش الأحمر ألمانيا النازية", ["الجيش الأحمر"]),
    ("فاز بكأس الاتحاد النرويجي لكرة القدم", []),
    ("نال جائزة جامعة نوران", []),
    ("سجل اللاعب هدفا في الدوري وحضر الرئيس العام لرعاية الشباب", []),
    ("دعت الرئاسة النرويجية المجتمع الدولي للتحرك", []),
    # acronyms in Arabic letters, ages of a team, what a club plays
    ("وقعت شركة المرافئ النرويجية (كونيتل) العقد", ["شركة المرافئ النرويجية", "كونيتل"]),
    ("فاز المنتخب السعودي تحت 23 عاما", ["المنتخب السعودي تحت 23 عاما"]),
    ("فاز نادي هانوي للشطرنج", ["نادي هانوي للشطرنج"]),
    # firms behind a site's brand; an armed group and a base
    ("قالت تويتر إنها تدرس العرض. وكتب على تويتر أن تويتر رفضت", ["تويتر", "تويتر"]),
    ("كتب على تويتر أمس", []),
    ("قاتل تنظيم داعش ثم انضم إلى القاعدة", ["تنظيم داعش", "القاعدة"]),
    ("قاتل تنظيم داعش في قاعدة جوية ثم دخل القاعدة", ["تنظيم داعش"]),
    # a club called by a noun that heads other names, and its later mentions
    ("قال رئيس نادي الاتحاد إن اللاعب عاد في الدوري مفيدا للاتحاد", ["نادي الاتحاد", "الاتحاد"]),
    ("فاز نادي الاتحاد في الدوري وانتقد اللاعب الاتحاد النرويجي مسيئا للاتحاد", ["نادي الاتحاد", "الاتحاد النرويجي"]),
    ("هزم اللاعب نادي النصر في الدوري ثم أخطأ النصر ونالت رعاية الشباب هذا النصر", ["نادي النصر", "النصر"]),
    ("خسر نادي النصر في الدوري وقال اللاعب إن النصر تعب", ["نادي النصر", "النصر"]),
    # two nouns that head names as well; an agency with its quoted name, and one with its country and another
    ("بيان جبهة المقاومة الشعبية", ["جبهة المقاومة الشعبية"]),
    ("بحسب وكالة الأنباء «المرافئ» أمس", ["وكالة الأنباء «المرافئ»"]),
    ("بحسب وكالة الأنباء الروسية «تاس» أمس", ["وكالة الأنباء الروسية", "تاس"]),
    ("قدمه مدير إدارة الحج والعمرة د. سالم العمري", ["إدارة الحج والعمرة"]),
    ("أفادت صحيفة «المرافئ» القريبة من الحزب", ["صحيفة «المرافئ»"]),
    ("تفاوض الاتحاد الأوروبي للوصول إلى حل", ["الاتحاد الأوروبي"]),
    # a second adjective or a town makes a name of an adjective of the body's work
    ("قررت اللجنة الثورية العليا الإفراج عنهم", ["اللجنة الثورية العليا"]),
    ("نظم المجلس الطبي الأردني ندوة", ["المجلس الطبي الأردني"]),
    ("درس في المعهد الصناعي بدمشق", ["المعهد الصناعي بدمشق"]),
    ("قضت المحكمة الجزائية بدمشق بالسجن", ["المحكمة الجزائية بدمشق"]),
    ("نقل إلى المركز الصحي بالمدينة", []),
    # finance is no country's
    ("أعلنت وزارة المالية والاقتصاد الميزانية", ["وزارة المالية والاقتصاد"]),
    ("قررت لجنة المالية والتخطيط بمجلس النواب", ["لجنة المالية والتخطيط بمجلس النواب"]),
    # what a noun governs with a letter, and a second noun after it
    ("الهيئة الوطنية لمكافحة الاتجار بالأشخاص", ["الهيئة الوطنية لمكافحة الاتجار بالأشخاص"]),
    ("أعلنت وكالة النهوض بالصناعة والابتكار", ["وكالة النهوض بالصناعة والابتكار"]),
    ("نظمت الجمعية التونسية للبحث والتبادل ندوة", ["الجمعية التونسية للبحث والتبادل"]),
    ("اجتمعت الهيئة العامة للبحث عن حل", ["الهيئة العامة"]),
    # what says something of a body, and whom it names besides
    ("دعت وزارة العدل الراغبين في التقدم", ["وزارة العدل"]),
    ("باشرت فرق الدفاع المدني الموقع", ["الدفاع المدني"]),
    ("طالبت الجمعية المغربية لحقوق الإنسان الأمين العام للحزب", ["الجمعية المغربية لحقوق الإنسان"]),
    ("وزارة الدفاع والحلفاء في المنطقة", ["وزارة الدفاع"]),
    # a dynasty
    ("أطلقت مؤسسة سالم بن راشد آل مكتوم للمعرفة المبادرة", ["مؤسسة سالم بن راشد آل مكتوم للمعرفة"]),
    # a board that acts, and one in a title
    ("قرر مجلس إدارة شركة نوران البيع", ["مجلس إدارة شركة نوران"]),
    ("قال رئيس مجلس إدارة شركة نوران", ["شركة نوران"]),
    # a service and its town
    ("أغلقت صحة جدة المطعم، وقال تعليم منطقة تبوك", ["صحة جدة", "تعليم منطقة تبوك"]),
    ("دائرة صحة البصرة", ["دائرة صحة البصرة"]),
    # clubs called like towns, and like common words
    ("سجل المهاجم في الدوري ثم انتقل إلى روما", ["روما"]),
    ("سجل المهاجم في الدوري ثم سافر إلى روما", []),
    ("خاطب رئيس النادي الأهلي جماهير الأهلي", ["النادي الأهلي", "الأهلي"]),
    # sites
    ('كتب على موقع التواصل الاجتماعي "تويتر" أمس', []),
    # later mentions by the proper name alone
    ('قالت شركة "نوران" إن هاتف "نوران" جديد', ['شركة "نوران"', "نوران"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


NEGATIVES = [
    "قالت الوزارات المعنية إن اللجان اجتمعت",
    "اجتمعت اللجنة وقررت الهيئة تأجيل القرار",
    "هذه الشركة الكبيرة والمؤسسة العريقة",
    "شكلت الحكومة الجديدة لجنة خاصة",
    "وزارتا الخارجية والدفاع",
    "وصل وفد رفيع إلى المدينة",
    "حركة المرور في شارع الملك",
    "هاتف \"سامسونغ جالاكسي\" الجديد",
    "المركز الثاني في الترتيب",
    "في كابل وبابل",
    "الاتفاق على الشباب والوحدة",
    "دخل الجيش إلى القرية",
    "فريق طبي متخصص وفريق العمل",
    "مجموعة من الطلاب",
    "شركة رائدة في مجالها",
    "إنشاء مكتبة إلكترونية متكاملة",
    "هذه الهيئة المالية الدولية",
    "المباراة التي تجمع الفريقين",
    "محكمة ألمانية ترفض الدعوى",
    "تنظيم ماسوني سري",
    "باعت شركة اتصالات نرويجية",
    "سيطروا على مركز محافظة الجوف",
    "وزير الخارجية الفلسطينية",
    "سجل لاعب في الدوري. كان هؤلاء الشباب يحلمون",
    "سجل لاعب في الدوري. بحثوا الاتفاق النووي أمس",
    "ساعة سامسونغ Gear الجديدة",
    "دوري (زين) للمحترفين",
    'انتظروا الموسم "الجديد" طويلا',
]  # fmt: skip


@pytest.mark.parametrize("text", NEGATIVES)
def test_sentences_without_a_body(text: str) -> None:
    assert names(text) == []


def test_a_body_inside_a_longer_name_is_nested() -> None:
    records = extract("زار لجنة الحزب بوزارة الثقافة").organisations
    assert [(record.name, record.nested) for record in records] == [
        ("لجنة الحزب بوزارة الثقافة", False),
        ("وزارة الثقافة", True),
    ]


def test_a_gloss_inside_a_name_is_nested() -> None:
    records = extract('أعلنت شركة "نوران" (Nuran) الكورية').organisations
    assert [(record.name, record.nested) for record in records] == [
        ('شركة "نوران" (Nuran) الكورية', False),
        ("Nuran", True),
    ]


def test_finance_is_of_no_country() -> None:
    (record,) = extract("أعلنت وزارة المالية الميزانية").organisations
    assert (record.kind, record.country) == ("ministry", None)


def test_kind_and_country() -> None:
    records = extract("أعلنت وزارة الخارجية المصرية وشركة أرامكو").organisations
    assert [(record.kind, record.country) for record in records] == [("ministry", "EG"), ("company", "SA")]


# [text, the entities of its organisations]
ENTITIES = [
    ("وزارة الخارجية المصرية. قالت وزارة الخارجية", ["o1", "o1"]),
    ("اللجنة المركزية للعلاقات الخارجية، ثم لجنة العلاقات الخارجية المركزية", ["o1", "o1"]),
    ("وزارة الخارجية المصرية ووزارة الخارجية السورية. قالت وزارة الخارجية", ["o1", "o2", "o3"]),
    ("شركة نوكيا (Nokia) ثم نوكيا", ["o1", "o1", "o1"]),
    ("وزارة الصحة ووزارة المالية", ["o1", "o2"]),
]


@pytest.mark.parametrize(("text", "expected"), ENTITIES)
def test_entities(text: str, expected: list[str]) -> None:
    assert [record.entity for record in extract(text).organisations] == expected


def test_a_users_folder_adds_names(tmp_path) -> None:
    (tmp_path / "organisations.tsv").write_text(
        "name\tkind\tcountry\taliases\tcontext\nنبتون الزرقاء\tcompany\tMA\t\t\n", encoding="utf-8"
    )
    pipeline = Pipeline(resources=tmp_path)
    (record,) = next(iter(pipeline.pipe(["باعت نبتون الزرقاء أسهمها"]))).organisations
    assert (record.name, record.kind, record.country) == ("نبتون الزرقاء", "company", "MA")


def test_the_word_lists_do_not_contradict_each_other() -> None:
    grammar = NameGrammar(Resources())
    assert grammar.naming & grammar.descriptive == set()
    assert grammar.portfolio & grammar.coordination_stops == set()
