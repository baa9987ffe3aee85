"""The tokens of a text: [text, its tokens]."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractnews.article import Article, ScannedArticle, Words
from extractnews.lexicon import Resources
from extractnews.normalise import NormalisedView
from extractnews.scanner import Scanner
from extractnews.words import WordLexicon

LEXICON = WordLexicon(Resources())
SCANNER = Scanner(())


def tokens(text: str) -> Words:
    view = NormalisedView(text)
    return ScannedArticle(Article(text), view, view.text, [], SCANNER(view), LEXICON).words


TOKENS = [
    ("", []),
    ("   ", []),
    ("قال الوزير", ["قال", "الوزير"]),
    ("  قال  الوزير ", ["قال", "الوزير"]),
    ("قال،وأضاف:", ["قال", ",", "واضاف", ":"]),
    ("قال\nوأضاف", ["قال", "\n", "واضاف"]),
    ("بلغ 1,250.5 طن", ["بلغ", "1,250.5", "طن"]),
    ("25-NQ/TW", ["25", "-", "NQ", "/", "TW"]),
    ("كي_مون", ["كي", "_", "مون"]),
    # Letters of one script are one token, however Persian, Urdu or Vietnamese they are; letters of two are two.
    ("باديس بن بلگين في ڤيتنام", ["باديس", "بن", "بلگين", "في", "ڤيتنام"]),
    ("الأمير بلگين، والي مالگة", ["الامير", "بلگين", ",", "والي", "مالگه"]),
    ("Nguyễn Phú Trọng", ["Nguyễn", "Phú", "Trọng"]),
    ("قال لـCNN", ["قال", "ل", "CNN"]),
    ("الجوازاتwww.gdp", ["الجوازات", "www", ".", "gdp"]),
    ("CNNبالعربية", ["CNN", "بالعربيه"]),
    ("Москва2024", ["Москва", "2024"]),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text: str, expected: list[str]) -> None:
    words = tokens(text)
    assert words.forms[: len(words)] == expected
    assert words.forms[len(words) :] == ["\n", "\n"]


@given(st.text(alphabet=st.sampled_from(list("ابگ ـًaéД19.,(\n_²  ")), max_size=40))
def test_tokens_cover_all_but_spaces(text: str) -> None:
    words, view = tokens(text), NormalisedView(text).text
    spans = [(words.starts[i], words.ends[i]) for i in range(len(words))]
    assert [view[start:end] for start, end in spans] == words.forms[: len(words)]
    between = [view[end:start] for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(view), 0)], strict=True)]
    assert not "".join(between).strip(" ")
