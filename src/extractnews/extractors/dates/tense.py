"""The tense of the words before an expression, which places a bare weekday or month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from extractnews.calendars import (
    Calendar,
    Context,
    gregorian_to_hijri,
    nearest_year,
)

IsVerb = Callable[[str], bool]
_FUTURE_RE: Final = re.compile(
    r"[وف]?(?:س(?!يناء|ياس|يار|يطر|يد|ينما|نوات|نو|نه|تين|ته|ياح|ياق|ير|يف|يما|ند|تاد|توديو|يول|يوف|تيف|يئ|ياد|يبي|نغاف|يتي|نت|تر|يل|ين|ني)[يتن]\w{2,}|سوف|(?:ال)?مقرره?|جاهز(?:ه|ون|ين)?|استعدادا|(?:ال)?مزمع|(?:ال)?مرتقبه?|(?:ال)?منتظر|[يت]عتزم|[يت]ستعد|[يت]نطلق|[يت]قام"
    r"|[يت]لتقي|[يت]ستضيف|[يت]واجه|[يت]توقع|(?:ال)?متوقع|[يت]فتتح|[يت]شهد|[يت]عقد|بحلول|غدا?|(?:ال)?مقبله?|(?:ال)?قادمه?|[يت]ختتم|[يت]بدا)"
)
_PAST_RE: Final = re.compile(
    r"[وف]?(?:قال|اعلن|اكد|اضاف|كان|اوضح|ذكر|صرح|كشف|افاد|اشار|استقبل|التقي|وقع|قتل|اصيب|شهد|عقد|انطلق|بدا|اجري)(?:ت|وا|ه)?"
    r"|[^\Wيتن]\w{2,}(?:وا|وها|وهم)|قد|امس|منذ|الماضيه?|خلال"
)
_WORD_RE: Final = re.compile(r"\w+")
_MONTHS_OF_NEWS: Final = range(-3, 3)
"""A month at such a distance from the reference date is meant unless the verb stands right before it."""
_WHATEVER_THE_VERB: Final = ("خلال ", "بحلول ", "بحلول شهر ")
"""Behind these a month of news is the nearest even where a verb stands right before them."""
_CONTRACTS: Final = ("عقد ", "عقود ", "تسليم ")
"""Before the month in which something is delivered (`هبط عقد أغسطس`): no verb, and no month of the past."""
_AHEAD: Final = (*_CONTRACTS, "حتي ", "الي ", "غايه ", "نهايه ")
"""Before a month that may lie ahead without a verb of the future."""
_LONGEST_LEAD: Final = 20
_PAST_DAY_RE: Final = re.compile(
    r"(?<!\w)[وفبل]?(?:منذ|هجوم|اعتداء|زلزال|انفجار|تفجير|تفجيرات|مجزره|كارثه) (?:يوم )?(?:ال ?)?$"
)
_OF_RAPPORTEUR: Final = (["الخاص"], ["الخاصه"], ["الاممي"], ["الامميه"])
_LETTER_RE: Final = re.compile("[وف]?س(?!وف)")
"""The letter of the future."""


def month_tense(text: str, start: int, calendar: Calendar, month: int, context: Context) -> int | None:
    """The tense that decides a month's year, as in `tense_before`; None where the nearest one is meant.

    Plans are told in the past tense as well: `قررت تنظيم الدورة في ديسمبر` beside `أعلنتها في ديسمبر`. A month far
    ahead that nothing tells of is one of the past: `وفي ديسمبر شب حريق` said in August.
    """
    day = context.reference or context.present
    if day is None:
        return None
    tense, distance = _tense_and_distance(text, start, context.is_verb)
    contract = text.endswith(_CONTRACTS, 0, start)
    if contract and tense < 0:
        tense = 0
    months = _months_away(calendar, month, day)
    if months is None:
        return tense or None
    if months in _MONTHS_OF_NEWS and (contract or distance > 1 or text.endswith(_WHATEVER_THE_VERB, 0, start)):
        return None
    if tense or months < _MONTHS_OF_NEWS.stop or text.endswith(_AHEAD, 0, start):
        return tense or None
    return None if _may_lie_ahead(text, start, context.is_verb) else -1


def is_past_day(text: str, start: int) -> bool:
    """Whether `منذ`, or what nobody plans, leads to a day: it is over (`منذ السابع من أكتوبر`, `هجوم 7 أكتوبر`)."""
    return _PAST_DAY_RE.search(text, max(0, start - _LONGEST_LEAD), start) is not None


def _may_lie_ahead(text: str, start: int, is_verb: IsVerb | None) -> bool:
    """Whether a verb of the present or `قبل` leads to an expression (`الذي ينتهي في يناير`, `قبل الدورة في أكتوبر`)."""
    words = text[max(0, start - 60) : start].split()
    verb = words[-2] if len(words) > 1 else ""
    return "قبل" in words or (verb.startswith(("ي", "وي", "في")) and (is_verb is None or is_verb(verb)))


def _months_away(calendar: Calendar, month: int, day: dt.date) -> int | None:
    """How many months after a day the nearest month of that number lies; None outside the Hijri table."""
    if calendar != "hijri":
        return 12 * (nearest_year(month, None, day) - day.year) + month - day.month
    now = gregorian_to_hijri(day)
    return (month - now[1] + 5) % 12 - 5 if now is not None else None


def tense_before(text: str, start: int, is_verb: IsVerb | None = None) -> int:
    """The tense of the words before an expression in its sentence: 1 future, -1 past, 0 unknown.

    `is_verb` tells a verb's سـ from that of a name (`ستيوارت`).
    """
    return _tense_and_distance(text, start, is_verb)[0]


def _tense_and_distance(text: str, start: int, is_verb: IsVerb | None) -> tuple[int, int]:
    """That tense, and how many words stand between the word that tells it and the expression."""
    first = max(0, start - 90)
    begin = max(text.rfind(".", first, start), text.rfind("\n", first, start), first)
    if begin and text[begin - 1 : begin + 1].isalnum():
        cut = _WORD_RE.match(text, begin)  # the end of a word
        begin = cut.end() if cut is not None else begin
    words = text[begin:start].split()
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        tense = _tense_of(word)
        if tense > 0:
            if index and words[index - 1] == "غير":
                continue  # بشكل غير متوقع
            if words[index + 1 : index + 2] in _OF_RAPPORTEUR:
                continue  # المقررة الخاصة
            if is_verb is not None and _LETTER_RE.match(word) and not is_verb(word):
                continue
        if tense:
            return tense, len(words) - 1 - index
    return 0, len(words)


@lru_cache(maxsize=16384)
def _tense_of(word: str) -> int:
    """The tense that a word tells of, as in `tense_before`; of words that a mark joins, the last that tells of one."""
    parts: list[str] = _WORD_RE.findall(word)
    for part in reversed(parts):
        if _PAST_RE.fullmatch(part):
            return -1
        if _FUTURE_RE.fullmatch(part):
            return 1
    return 0
