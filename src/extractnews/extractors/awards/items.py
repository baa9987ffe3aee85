"""Whether an item is an award at all, by its complement and the words beside it; most are something else."""

from __future__ import annotations

import re
from typing import Final

from extractnews.article import Hit, ScannedArticle
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.extractors.awards.words import AwardLexicon, ItemForm
from extractnews.words import GIVEN

WORD_RE: Final = re.compile(r" ?([^\s,.;:()\[\]\"'!?|*/-]+)")
LONGEST_COMPLEMENT: Final = 9
"""Words of a complement at most."""
TERM_RE: Final = re.compile(r" (?:لمده )?\d{1,3} (?:عاما?|سنه|سنوات|اعوام)(?!\w)")
"""The years of service that a badge is given for."""
STANDARD_RE: Final = re.compile(r" (?:(?:ال)?ايزو|ISO ?(?=\d))(?: ?[A-Z\d/:.-]*\d)*")
"""A standard by whose name a certificate is known: `شهادة الآيزو 9001:2015`."""
_WITH_GIFTS_RE: Final = re.compile(r" ?,? و(?:ال)?(?:دروع?|جوائز|هدايا|ميداليات|اوسمه|مكافات)(?!\w)(?! الجزيره)")
"""Beside these, a certificate honours: `الشهادات والدروع`. درع الجزيرة is a force."""
_STUDIES_RE: Final = re.compile(
    r' "(?:ال)?(?:دكتورا|ماجستير|بكالوريوس|ليسانس|ثانوي|متوسط|كفاء|ايزو|بكالوريا|اعداد|ابتدا|دبلوم|ماستر|باكالوريا'
    r'|[^"]*[a-zA-Z])'
)
"""Certificates of learning or conformity, which honour nobody."""
_THIS_RE: Final = re.compile(r"(?<!\w)ب?هذه $")
_HONORARY_RE: Final = re.compile(r"(?:دكتوراه|شهاد(?:ه|ات)) (?:ال)?(?:فخريه|تقدير|شكر|تكريم|استحقاق)(?!\w)")
_HONOURED_BEFORE: Final = 3000
"""Letters before `هذه الشهادة` in which it is said of what honour."""
_BEST_AFTER: Final = frozenset({"علي", "وعلي", "و", "ب", "هما:", "هي", "وهي", "هي:", "وهما:", "وهي:", "هما", "وهما"})


def may_be_award(text: str, hit: Hit, lexicon: AwardLexicon) -> bool:
    """Whether the words beside an item leave it open that it is an award: a first, cheap look.

    Args:
        text: the folded text.
        hit: the item.
        lexicon: the words after which it is none.
    """
    item = hit.value.item
    if item.behaviour == "qualified":
        return _may_be_qualified(text, hit)
    if item.behaviour == "strong" or (item.behaviour == "direct" and not item.best):
        return True
    left = hit.start - len(hit.proclitic)
    before = text[max(0, left - 16) : left].rsplit(maxsplit=1)[-1:]
    if item.best:
        in_reach = hit.proclitic or (before and (before[0] in _BEST_AFTER or before[0].endswith("ها")))
        return bool(in_reach) and not hit.article
    if item.noun == "سوبر" and before and before[0].endswith("كاس"):
        return False  # a part of that cup's name
    if item.noun == "كأس" and before and before[0].endswith("بطوله"):
        return False  # تقدم في بطولة كأس المدينة
    return bool(hit.proclitic or not before or before[0] not in lexicon.never_after)


def is_award(
    article: ScannedArticle,
    hit: Hit,
    complement: list[str],
    lexicon: AwardLexicon,
    grammar: AwardGrammar,
    *,
    quoted: bool,
) -> bool:
    """Whether an item with its whole complement is an award.

    Args:
        article: the article.
        hit: the item.
        complement: the words of its complement.
        lexicon: the complements that make it something else.
        grammar: tells its adjectives.
        quoted: whether a name in quotation marks follows.
    """
    form: ItemForm = hit.value
    item = form.item
    first = complement[0] if complement else ""
    if item.behaviour == "qualified" and not _qualifies(hit, first):
        certified = item.noun == "شهادة" and (complement[-1] in item.with_ if complement else quoted)
        certified = certified or (item.kind == "badge" and quoted and not complement)  # شارة "الشجاعة"
        return certified or _qualified_otherwise(article.text, hit)
    if first in item.not_with or any(word in lexicon.not_with for word in complement):
        return False
    if item.noun == "جائزة" and complement and complement[-1] in lexicon.race and _may_be_race(article, hit):
        return False
    if form.accusative and form.number == "one" and item.noun == "درع" and not grammar.is_adjective(first, form):
        to = WORD_RE.match(article.text, hit.end)
        return to is not None and to[1][:1] == "ل" and to[1][1:] in grammar.lists["styled"]  # else درعا is a town
    if item.best:
        return bool(complement) and not first.startswith("ال")
    if article.text[hit.start : hit.end] == "وسامي":  # وسامي is also a man's name with و
        return first.startswith("ال")
    return True


def _qualifies(hit: Hit, word: str) -> bool:
    """Whether a word is one of the complements that an item needs: `شهادة تقدير`, `الشهادة التقديرية`."""
    with_ = hit.value.item.with_
    return word in with_ or bool(hit.article and "ال" + word in with_)


def _qualified_otherwise(text: str, hit: Hit) -> bool:
    """Whether years of service, gifts or a standard behind it do as well as a complement: `تسليم الشهادات والدروع`."""
    item = hit.value.item
    if item.kind == "badge" and TERM_RE.match(text, hit.end):
        return True
    if item.noun != "شهادة":
        return False
    if hit.article and _THIS_RE.search(text, max(0, hit.start - 6), hit.start):
        return _HONORARY_RE.search(text, max(0, hit.start - _HONOURED_BEFORE), hit.start) is not None
    return bool(_WITH_GIFTS_RE.match(text, hit.end) or STANDARD_RE.match(text, hit.end))


def _may_be_qualified(text: str, hit: Hit) -> bool:
    """Whether one of the complements that a `qualified` item needs is near."""
    if _qualified_otherwise(text, hit):
        return True
    certificate = hit.value.item.noun == "شهادة"
    if not hit.article and text.startswith(' "', hit.end) and (certificate or hit.value.item.kind == "badge"):
        return not _STUDIES_RE.match(text, hit.end)
    position = hit.end
    for _ in range(LONGEST_COMPLEMENT if certificate else 1):
        word = WORD_RE.match(text, position)
        if word is None:
            return False
        if _qualifies(hit, word[1]):
            return True
        position = word.end()
    return False


def _may_be_race(article: ScannedArticle, hit: Hit) -> bool:
    """Whether a singular names no person: `جائزة إيطاليا الكبرى` is a race, `الجائزة الكبرى` a prize."""
    form: ItemForm = hit.value
    if form.number != "one" or hit.article or form.possessed:
        return False
    words = article.words
    index = words.index_at(hit.end + 1)
    return not (index < len(words) and words.classes[index] & GIVEN)
