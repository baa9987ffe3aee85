"""The normalised view: what it folds, and that every span finds its way back."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractnews.normalise import FOLDING_STEPS, NormalisedView, fold, letter_bytes

# Everything that the folding treats specially, often; anything else, now and then.
SPECIAL = (
    "ابتلهوي ءآأإؤئىةـ ٱٲ\u06c0\u06c1\u06d2\u06d3\u06d5"
    "\u064b\u064e\u0651\u0652\u0653\u0654\u0655\u0656\u065f\u0670\u0610\u06d6\u06dd\u06df\u08f0"
    "\u0675\u0678ﷲﷺﷻ﷼﷽ﻻﻼﱠ\ufc5e\ufe70\ufe71\ufe7f\ufef5ﭐ"
    "\u200b\u200c\u200d\u200e\u200f\u202b\u202c\u2066\u2069\ufeff\u00ad\ufe0f"
    "0٠۰9٩۹,،٫٬؛؟«»“”’-–—…\u00a0\u2003\t\n\r\u2028"
    "aéd đ\u0300\u0301\u0308\u0323ệ\u0483\u0903\u20dd🇻"
)
TEXTS = st.text(st.one_of(st.sampled_from(SPECIAL), st.characters(exclude_categories=["Cs"])), max_size=30)

USUAL = "ابتلهويأإؤئىةء \u0640\u064b\u064e\u0651\u0652\u0670٣٫۳،؛؟«»“”–…\u00a0\t\n\r\u000b`´éگک.,aZ09\x00"

FOLDS = [
    ("أإآٱ", "اااا"),
    ("مستشفى", "مستشفي"),
    ("وزارة", "وزاره"),
    ("الرئـــيس", "الرئيس"),
    ("مُحَمَّدٌ", "محمد"),
    ("هٰذا", "هذا"),
    ("قُلۡ هُوَ ٱللَّهُ أَحَدٌۖ", "قل هو الله احد"),
    ("ا\u0654", "ا"),
    ("و\u0654", "ؤ"),
    ("٢٠٢٤ و۲۰۲۴", "2024 و2024"),
    ("٣٫٥ و١٬٠٠٠", "3.5 و1,000"),
    ("ﻣﺤﻤﺪ", "محمد"),
    ("ﻻ ﷲ ﷺ", "لا الله صلي الله عليه وسلم"),
    ("﷼", "ريال"),
    ("ب\ufe76", "ب"),
    ("ب\ufc5e", "ب"),
    ("\u202bالقرار\u200f\u202c", "القرار"),
    ("25\u200b-NQ/TW", "25-NQ/TW"),
    ("قال\u00a0إن\u2003كذا\tو", "قال ان كذا و"),
    ("«أ» “ب” „ج‟", '"ا" "ب" "ج"'),
    ("أ، ب؛ ج؟ د…", "ا, ب; ج? د."),
    ("2020–2021 — ‐", "2020-2021 - -"),
    ("سطر\nسطر\u2028سطر", "سطر\nسطر\nسطر"),
    ("ۀ ەە کی گ", "ه هه كي گ"),
    ("ؤ ئ ء", "ؤ ئ ء"),
    ("Đà Nẵng, NGUYỄN", "Đà Nẵng, NGUYỄN"),
    ("Ha\u0300 No\u0323\u0302i", "Hà Nội"),
]

# view words -> the original characters that their span gives back
SPANS = [
    ("في مُحَمَّدٍ كذا", "محمد", "مُحَمَّدٍ"),
    ("«مُحَمَّدٌ»، قال", "محمد", "مُحَمَّدٌ"),
    ("ولِلقَرارِ رقم", "لقرار", "لقَرارِ"),
    ("الرئـــيس", "رئيس", "رئـــيس"),
    ("قال الرئيســ أمس", "الرئيس", "الرئيســ"),
    # several spaces are one, a tatweel that joins no letters is a dash
    ("قال وزير  \u00a0الصحة", "وزير الصحه", "وزير  \u00a0الصحة"),
    ("وزير \u200f الصحة  ", "الصحه", "الصحة"),
    ("ﷲ وزير  الصحة", "وزير الصحه", "وزير  الصحة"),
    ("الرياض ــ خاص", "- خاص", "ــ خاص"),
    # the space behind a و, unless a letter alone follows
    ("الثقافة و  الفنون", "الثقافه والفنون", "الثقافة و  الفنون"),
    ("و قُل و و نعم ", "نعم", "نعم"),
    ("الفنون وَ  الآداب", "الاداب", "الآداب"),
    ("هو قال و م ع", "هو قال و م ع", "هو قال و م ع"),
    ("لـ CNN", "ل CNN", "لـ CNN"),
    ("\u200fالقرار\u200f رقم", "القرار", "القرار"),
    ("الﻻعب", "لاعب", "ﻻعب"),
    ("الﻻعب", "اعب", "ﻻعب"),
    ("قال ﷲ أكبر", "الله", "ﷲ"),
    ("في Ha\u0300 No\u0323\u0302i أمس", "Nội", "No\u0323\u0302i"),
    ("ب\u0903ت", "ب", "ب\u0903"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDS)
def test_folding(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(("text", "words", "expected"), SPANS)
def test_span_of_words(text: str, words: str, expected: str) -> None:
    view = NormalisedView(text)
    start = view.text.index(words)
    begin, end = view.span(start, start + len(words))
    assert text[begin:end] == expected


def test_every_folding_step_folds_what_it_names() -> None:
    for step, letters in FOLDING_STEPS.items():
        for sources, target in letters.items():
            for source in sources:
                assert fold(f"ب{source}ب") == f"ب{target}ب", (step, hex(ord(source)))


def test_length_is_kept_where_nothing_is_deleted_or_expanded() -> None:
    text = "أعلنت «وزارة الصحة» في ٣ يناير، 2024 – قراراً؟".replace("ً", "")
    view = NormalisedView(text)
    assert len(view.text) == len(text)
    assert all(view.span(i, i + 1) == (i, i + 1) for i in range(len(text)))


@pytest.mark.parametrize("span", [(-1, 1), (2, 1), (0, 4), (4, 4)])
def test_span_outside_the_view_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not inside"):
        NormalisedView("مُحم").span(*span)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text) == NormalisedView(text, gaps=True).text
    view = NormalisedView(text).text
    assert view == NormalisedView(view).text == NormalisedView(fold(text)).text == fold(view)


@given(st.text(USUAL), st.data())
def test_usual_characters_fold_as_among_unusual_ones(text: str, data: st.DataObject) -> None:
    """Texts of common characters take a short way, any other character makes the same text take the long one."""
    short, long = NormalisedView(text), NormalisedView(text + "\n\u0416")
    assert short.text + "\n\u0416" == long.text
    start = data.draw(st.integers(0, len(short.text)))
    end = data.draw(st.integers(start, len(short.text)))
    assert short.span(start, end) == long.span(start, end)


def test_an_empty_span_inside_a_ligature_is_empty() -> None:
    assert NormalisedView("ب\ufd50").span(3, 3) == (1, 1)


@given(TEXTS, st.data())
def test_every_span_maps_to_whole_characters_inside_the_text(text: str, data: st.DataObject) -> None:
    view = NormalisedView(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    begin, stop = view.span(start, end)
    assert 0 <= begin <= stop <= len(text)
    if start < end:
        assert begin < stop
        assert stop == len(text) or not unicodedata.category(text[stop]).startswith("M")
        assert begin == 0 or not unicodedata.category(text[begin]).startswith("M")
    else:
        assert begin == stop


@given(TEXTS)
def test_spans_follow_each_other_and_lose_no_letter(text: str) -> None:
    """Neighbouring characters of the view come from the same or from neighbouring characters of the text."""
    view = NormalisedView(text)
    spans = [view.span(i, i + 1) for i in range(len(view.text))]
    for (begin, end), (next_begin, next_end) in pairwise(spans):
        assert begin <= next_begin
        assert end <= next_end
    covered = {i for begin, end in spans for i in range(begin, end)}
    for i, character in enumerate(text):
        if character.isalnum() and character not in "\u02bc":
            assert i in covered, (i, character)


@given(TEXTS)
def test_span_folds_to_the_words_it_was_found_by(text: str) -> None:
    """What a record quotes, folded, holds what the rule matched."""
    view = NormalisedView(text)
    for start in range(len(view.text)):
        begin, end = view.span(start, start + 1)
        assert view.text[start] in fold(text[begin:end])


@given(st.text(alphabet="ابتجحخدذرزسشصضطظعغفقكلمنهوي0123456789 \n,.;?-\"'()", max_size=60))
def test_view_of_a_text_without_changes_is_the_text(text: str) -> None:
    text = re.sub(" +", " ", text)
    view = NormalisedView(text)
    assert view.text == text
    assert view.span(0, len(text)) == (0, len(text))


@given(st.one_of(TEXTS, st.text(st.sampled_from(USUAL), max_size=30)))
def test_letters_are_the_views_one_byte_each(text: str) -> None:
    view = NormalisedView(text)
    assert view.letters == letter_bytes(view.text)
    assert len(view.letters) == len(view.text)


def test_letters_of_every_usual_character() -> None:
    assert NormalisedView(USUAL, gaps=True).letters == letter_bytes(fold(USUAL))
    assert letter_bytes("قال: 25-NQ/TW، ệ") == letter_bytes("قال  25 NQ TW") + b"? ?"
