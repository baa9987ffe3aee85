"""From text to records: the contract that holds for every article, and the calls."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import CORPORA, SHARED
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import extractnews
from extractnews import Article, ArticleRecords, Pipeline, Span
from extractnews.records import RECORD_TYPES

TEXT = (
    "أصدر وزير الصحة الدكتور سالم المري القرار رقم 25 لسنة 2023 بشأن المستشفيات، ومنحت وزارة الصحة القطرية "
    "ثلاث ميداليات ذهبية للأطباء أمس."
)


def spans_in(value: Any) -> Iterator[Span]:
    """Every span in a model, at any depth."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def check_contract(text: str, records: ArticleRecords) -> None:
    for span in spans_in(records):
        assert span.text == text[span.start : span.end], span
    for name in RECORD_TYPES:
        found = getattr(records, name)
        assert [record.start for record in found] == sorted(record.start for record in found), name
        assert all(record.text.strip() == record.text != "" for record in found), name
        assert all(record.rule.startswith(f"{name}.") for record in found), name
    assert ArticleRecords.model_validate_json(records.to_json()) == records


# --- any text --------------------------------------------------------------------------------------

VOCABULARY = """
القرار قرار رقم المرسوم الملكي م/12 25-NQ/TW (214) لسنة عام 2023 ٢٠٢٤ 1445هـ وتاريخ 18/9/1442 3/1/2024 يناير
كانون الثاني نوفمبر/تشرين محرم الاثنين أمس اليوم غدا الماضي المقبل الأسبوع الربع الأول من بين إلى حتى و - –
الموافق وزير الخارجية رئيس مجلس الوزراء نائب أمين عام المتحدث باسم الدكتور الرفيق معالي اللواء محمد بن سلمان
آل سعود نغوين فان مينه وزارة الصحة لجنة للجنة الحزب اللجنة المركزية المحكمة العليا شركة بنك جامعة نادي الهلال
المصرية (واس) VNA منح منحت فاز نال ثلاث ثلاثة ميداليات ميدالية ذهبية جائزة بجائزة وسام شهادتي تقدير درع كأس
لقب خمسة عشر مليون ألف بشأن حول أصدر أصدرت مُحَمَّدٌ الرئـــيس ﻻ \u200f \u00a0 « » " ، . ؛ : | [إعلان 2]
(المصدر: ![](a.jpg) مصدر تعليق (0)
"""
WORDS = st.sampled_from(VOCABULARY.split())
SPACES = st.sampled_from([" ", " ", " ", "\n", "", "  ", "،"])
ARABIC = st.lists(st.tuples(WORDS, SPACES).map("".join), max_size=25).map("".join)
ANY = st.text(max_size=40)
DATES = st.none() | st.dates()


@settings(deadline=None)
@given(text=st.one_of(ARABIC, ANY, st.tuples(ARABIC, ANY, ARABIC).map("".join)), day=DATES)
def test_any_text_keeps_the_contract_and_gives_the_same_bytes_twice(text: str, day: dt.date | None) -> None:
    pipeline = extractnews.pipeline.default_pipeline()
    article = Article(text, reference_date=day)
    records = pipeline.extract(article)
    check_contract(text, records)
    assert pipeline.extract(article).to_json() == records.to_json()
    assert pipeline.extract_json(article).decode() == records.to_json()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\ufeff",
        "ـ",
        "\u064b",
        "القرار",
        "القرار رقم",
        "رقم 25",
        "منح",
        "(",
        "2023",
        "أمس",
        "|",
        "\0",
        "a" * 10_000,
    ],
)
def test_thin_texts(pipeline: Pipeline, text: str) -> None:
    check_contract(text, pipeline.extract(Article(text)))


@pytest.mark.parametrize("ending", [" ", ' "', " و"])
def test_any_cue_may_end_a_text(pipeline: Pipeline, ending: str) -> None:
    phrases = {cue.phrase for extractor in pipeline._extractors for cue in extractor.cues()}
    assert len(phrases) > 10_000
    for phrase in sorted(phrases):
        pipeline.extract_plain(Article(f"{phrase}{ending}"))  # without an exception


@pytest.mark.parametrize("path", sorted((CORPORA / "gold").glob("*.jsonl")), ids=lambda path: path.stem)
def test_corpora_keep_the_contract(pipeline: Pipeline, path: Any) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        records = next(pipeline.pipe([row]))
        check_contract(row["text"], records)
        assert pipeline.extract_json(row).decode() == records.to_json()


@pytest.mark.parametrize("path", sorted((CORPORA / "gold").glob("*.jsonl")), ids=lambda path: path.stem)
def test_an_article_may_break_off_behind_any_word(pipeline: Pipeline, path: Any) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for space in re.finditer(r"\s", text):
            pipeline.extract_plain(Article(text[max(0, space.start() - 100) : space.start()]))  # without an exception


@pytest.mark.skipif(not SHARED.is_dir(), reason="the news sample is not beside the checkout")
def test_real_articles_keep_the_contract(pipeline: Pipeline) -> None:
    with gzip.open(SHARED / "data" / "news_sample.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for number, line in enumerate(file) if number % 25 == 0]
    assert texts
    for text, records in zip(texts, pipeline.pipe(texts), strict=True):
        check_contract(text, records)


def test_bytes_do_not_depend_on_the_process() -> None:
    """Sets and dicts in another order, the same output."""
    code = (
        "import hashlib, json, pathlib, extractnews, sys\n"
        "digest, pipeline = hashlib.sha256(), extractnews.Pipeline()\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.jsonl')):\n"
        "    rows = map(json.loads, path.read_text(encoding='utf-8').splitlines())\n"
        "    for records in pipeline.pipe(rows): digest.update(records.to_json().encode())\n"
        "print(digest.hexdigest())"
    )
    digests = set()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code, str(CORPORA / "gold")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        digests.add(run.stdout)
    assert len(digests) == 1
    assert digests != {hashlib.sha256().hexdigest() + "\n"}


# --- the calls -------------------------------------------------------------------------------------


def test_extract() -> None:
    records = extractnews.extract(TEXT, reference_date="2024-01-03", id="a", source="b")
    assert (records.id, records.source, records.reference_date) == ("a", "b", dt.date(2024, 1, 3))
    assert [document.code for document in records.documents] == ["25 لسنة 2023"]
    assert [date.value for date in records.dates] == ["2024-01-02"]
    assert [official.text for official in records.officials] == ["سالم المري"]
    assert [award.count for award in records.awards] == [3]
    assert "وزارة الصحة القطرية" in [body.text for body in records.organisations]


class Timestamp(dt.datetime):
    """Stands in for pandas' type of this name."""


class NaT(dt.datetime):
    """Stands in for pandas' time that is none: a datetime that equals nothing."""

    def __ne__(self, other: object) -> bool:
        return True

    def date(self) -> dt.date:
        raise ValueError("NaTType does not support date")


class NAType:
    """Stands in for the type of pandas' NA: no comparison with it is true or false."""

    def __ne__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")


MISSING = [None, float("nan"), NaT(2024, 1, 3), NAType()]
DAYS = ["2024-01-03", "2024-01-03T10:00:00Z", dt.date(2024, 1, 3), dt.datetime(2024, 1, 3, 10), Timestamp(2024, 1, 3)]


@pytest.mark.parametrize("day", DAYS, ids=repr)
def test_every_way_in_takes_the_same_dates(pipeline: Pipeline, day: Any) -> None:
    articles: list[Any] = [Article("أمس", reference_date=day), {"text": "أمس", "reference_date": day}]
    found = [extractnews.extract("أمس", reference_date=day), *map(pipeline.extract, articles), *pipeline.pipe(articles)]
    found += [ArticleRecords.model_validate_json(pipeline.extract_json(article)) for article in articles]
    found += [ArticleRecords.model_validate(pipeline.extract_plain(article)) for article in articles]
    for records in found:
        assert type(records.reference_date) is dt.date
        assert [(date.value, date.first) for date in records.dates] == [("2024-01-02", dt.date(2024, 1, 2))]
    parsed = extractnews.parse_date("أمس", day)
    assert parsed
    assert (parsed.value, parsed.first) == ("2024-01-02", dt.date(2024, 1, 2))


@pytest.mark.parametrize("nothing", MISSING, ids=lambda value: type(value).__name__)
def test_what_is_missing_in_a_table_is_missing(pipeline: Pipeline, nothing: Any) -> None:
    for article in (
        Article("أمس", nothing, nothing, nothing),
        dict.fromkeys(("id", "source", "reference_date"), nothing),
    ):
        records = pipeline.extract({"text": "أمس", **article} if isinstance(article, dict) else article)
        assert (records.id, records.source, records.reference_date) == (None, None, None)
    if nothing is None or isinstance(nothing, dt.date):
        parsed = extractnews.parse_date("أمس", nothing)
        assert parsed
        assert parsed.value is None


@pytest.mark.parametrize("day", ["3/1/2024", "2024-13-01", "", "يناير", 2024, 1.5])
def test_bad_reference_date(day: Any) -> None:
    for call in (
        lambda: extractnews.extract("أمس", reference_date=day),
        lambda: Article("أمس", reference_date=day),
        lambda: extractnews.parse_date("أمس", str(day)),
    ):
        with pytest.raises(ValueError, match="is not an ISO 8601 date"):
            call()


@pytest.mark.parametrize(("given", "expected"), [("7", "7"), ("", ""), (7, "7"), (7.0, "7"), (10**20, str(10**20))])
def test_ids(pipeline: Pipeline, given: Any, expected: str) -> None:
    assert extractnews.extract("نص", id=given).id == expected
    assert [one.id for one in pipeline.pipe([Article("نص", given), {"text": "نص", "id": given}])] == [expected] * 2


@pytest.mark.parametrize("given", [True, 1.5, float("inf"), ["1"], b"1"])
def test_what_is_no_id(pipeline: Pipeline, given: Any) -> None:
    for item in (lambda: Article("نص", given), lambda: pipeline.extract({"text": "نص", "id": given})):
        with pytest.raises(ValueError, match="is neither a string nor a whole number"):
            item()


def test_pipe_is_lazy_and_in_order(pipeline: Pipeline) -> None:
    taken: list[int] = []

    def articles() -> Iterator[Article]:
        for number in range(100):
            taken.append(number)
            yield Article("في 3 يناير 2024", id=str(number))

    results = pipeline.pipe(articles())
    assert taken == []
    assert [next(results).id, next(results).id] == ["0", "1"]
    assert taken == [0, 1]
    assert [records.id for records in results] == [str(number) for number in range(2, 100)]


def test_pipe_takes_articles_texts_and_mappings(pipeline: Pipeline) -> None:
    items = [Article("أ", id="1"), "ب", {"text": "ج", "id": "3", "reference_date": "2024-01-03", "documents": []}]
    assert [(records.id, records.reference_date) for records in pipeline.pipe(items)] == [
        ("1", None),
        (None, None),
        ("3", dt.date(2024, 1, 3)),
    ]


NO_ARTICLES = [
    (None, "an article, a text or a mapping is wanted, not NoneType"),
    (1, "not int"),
    (b"text", "not bytes"),
    (["text"], "not list"),
    ({}, "an article's text is a string, not NoneType"),
    ({"text": None}, "an article's text is a string, not NoneType"),
    ({"text": 1}, "an article's text is a string, not int"),
    ({"text": "نص", "source": 3}, "an article's source is a string, not int"),
]


@pytest.mark.parametrize(("item", "message"), NO_ARTICLES)
def test_what_is_no_article_is_refused(pipeline: Pipeline, item: Any, message: str) -> None:
    for call in (
        pipeline.extract,
        pipeline.extract_plain,
        pipeline.extract_json,
        lambda one: next(pipeline.pipe([one])),
    ):
        with pytest.raises(TypeError, match=message):
            call(item)


@pytest.mark.parametrize("one", ["نص", {"text": "نص"}, Article("نص")])
def test_pipe_refuses_a_single_article(pipeline: Pipeline, one: Any) -> None:
    with pytest.raises(TypeError, match=r"pipe\(\) takes many articles, not one "):
        next(pipeline.pipe(one))


def test_every_call_takes_texts_and_mappings(pipeline: Pipeline) -> None:
    for item in ("أمس", {"text": "أمس"}, Article("أمس")):
        records = pipeline.extract(item)
        assert [date.text for date in records.dates] == ["أمس"]
        assert pipeline.extract_json(item).decode() == records.to_json()
        assert ArticleRecords.model_validate(pipeline.extract_plain(item)) == records


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_one_record_type_alone_is_what_it_is_among_all(pipeline: Pipeline, name: str) -> None:
    wanted = Pipeline(record_types=[name]).extract(Article(TEXT))
    everything = pipeline.extract(Article(TEXT))
    assert getattr(wanted, name) == getattr(everything, name) != ()
    assert all(getattr(wanted, other) == () for other in RECORD_TYPES if other != name)


def test_unknown_record_type() -> None:
    with pytest.raises(ValueError, match="unknown record type 'places'; known are documents, dates"):
        Pipeline(record_types=["dates", "places"])


def test_record_types_are_no_string() -> None:
    with pytest.raises(TypeError, match=r"record types are a list of names, such as \['dates'\]"):
        Pipeline(record_types="dates")


def test_record_types_may_be_an_iterator() -> None:
    assert Pipeline(record_types=iter(["dates"])).extract("أمس").dates
