"""Where names begin and end: [text, the name after `|`], and names read backwards before `|`."""

from __future__ import annotations

import pytest

from extractnews.article import Article, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.names.context import NameContext
from extractnews.names.grammar import NameGrammar
from extractnews.names.lexicon import NameWords
from extractnews.normalise import NormalisedView
from extractnews.scanner import Scanner
from extractnews.tokens import Tokens
from extractnews.words import WordLexicon

RESOURCES = Resources()
LEXICON = WordLexicon(RESOURCES)
WORDS = NameWords(RESOURCES.toml("names.toml"))


def grammar(text: str) -> tuple[NameGrammar, ScannedArticle]:
    view = NormalisedView(text)
    article = ScannedArticle(Article(text), view, view.text, [], Scanner(())(view), LEXICON)
    return NameGrammar(NameContext(Tokens(article), WORDS, frozenset())), article


AFTER = [
    ("محمد بن سلمان بن عبدالعزيز آل سعود في", "محمد بن سلمان بن عبدالعزيز آل سعود"),
    ("أبو بكر العطاس، وقال", "أبو بكر العطاس"),
    ("عبد الله الثاني إلى", "عبد الله الثاني"),
    ("نور الدين العمري أن", "نور الدين العمري"),
    ("سيدي ولد الشيخ أحمد، أمس", "سيدي ولد الشيخ أحمد"),
    ("نغو تات هونغ، عضو", "نغو تات هونغ"),
    ("هو تشي مينه في", "هو تشي مينه"),
    ("بان كي مون إن", "بان كي مون"),
    ("جان-ماري كلود، أمس", "جان-ماري كلود"),
    ("سامي بركات إن", "سامي بركات"),
    ("سلمان وفدا من", "سلمان"),
    ("سلمان تهنئته للفريق", "سلمان"),  # a noun and its possessor, though تهنئت is a verb's form
    ("سلمان بإجازته السنوية", "سلمان"),
    ("شينزو آبي مساء أمس", "شينزو آبي"),
    ("سالم القناص، أمس", "سالم القناص"),
    ("نيك كامبل-هاردي إن", "نيك كامبل-هاردي"),
    ("جون ف. كينيدي في", "جون ف. كينيدي"),
    ("يورغن شميتز قال", "يورغن شميتز"),
    ("محمد علي، أمس", "محمد علي"),
    ("محمد على هامش المؤتمر", "محمد"),
    ("سمير بديع، أن", "سمير بديع"),
    ("أحمد المصري إن", "أحمد المصري"),
    ("أحمد اليوم في", "أحمد"),
    ("محمد السادس وسام", "محمد السادس"),
    ("رحمة بنت سعيد العمري،", "رحمة بنت سعيد العمري"),
    ("سالم (أبو علي) العمري إن", "سالم (أبو علي) العمري"),
    ("سالم (الحزب الأول) قال", "سالم"),
    ("بيت الله محسود في", "بيت الله محسود"),
    ("أنطونيو غوتيريش إكليلًا من", "أنطونيو غوتيريش"),
    ("إليزابيث الثانية في", "إليزابيث الثانية"),
    ("عمر الأسبوع الماضي", "عمر"),
    ("مشعل درع الجودة", "مشعل"),
    ("تران ثي لان في", "تران ثي لان"),
    ("تران ثي لأن في", "تران ثي"),
    ("دوان ها نام، القرار", "دوان ها نام"),
    ("لا كوانغ بينه، الرئيس", "لا كوانغ بينه"),
    ("فونغ كوانغ لام وسام العمل", "فونغ كوانغ لام"),
    ("نجوين ثي فان آنه", "نجوين ثي فان آنه"),
    ("نجوين ثي فان أنه يعمل", "نجوين ثي فان"),
    ("فيكتور أليكسييفيتش لوكيانوف، بتقديم", "فيكتور أليكسييفيتش لوكيانوف"),
    ("أحمد قائد صالح في", "أحمد قائد صالح"),
    ("سالم خير الدين العمري في", "سالم خير الدين العمري"),
    ("سالم سيف النصر لوكالة", "سالم سيف النصر"),
    ("حسين الحاج حسن في", "حسين الحاج حسن"),
    ("تشونغ سيه كيون في", "تشونغ سيه كيون"),
    ("محمد الحسن دوير، أمس", "محمد الحسن دوير"),
    ("سيرغي برطوش بإحقاق العدالة", "سيرغي برطوش"),
    ("المهدي بن غربية إلى", "المهدي بن غربية"),
]


@pytest.mark.parametrize(("text", "name"), AFTER)
def test_name_that_begins_here(text: str, name: str) -> None:
    names, article = grammar(text)
    found = names.after(0)
    assert found is not None
    words = article.words
    assert text[words.starts[found.first] : words.ends[found.last - 1]] == name


NOT_A_NAME = ["في محمد", "أن محمد", "الخميس في", "2024 محمد", ", محمد", "بن محمد", "قال محمد"]


@pytest.mark.parametrize("text", NOT_A_NAME)
def test_no_name_begins_here(text: str) -> None:
    assert grammar(text)[0].after(0) is None


BEFORE = [
    ("قال سعيد العمري", "سعيد العمري"),
    ("أعلن محمد بن سالم آل سعود", "محمد بن سالم آل سعود"),
    ("كما طالب سالم علي العمري", "سالم علي العمري"),
    ("وأكد وطني العمري", "وطني العمري"),
    ("يقول أوليكس بوندارك", "أوليكس بوندارك"),
    ("أن عبد العزيز الحربي", "عبد العزيز الحربي"),
]


@pytest.mark.parametrize(("text", "name"), BEFORE)
def test_name_that_ends_here(text: str, name: str) -> None:
    names, article = grammar(text)
    found = names.before(len(article.words), 0)
    assert found is not None
    assert text[article.words.starts[found.first] :] == name
