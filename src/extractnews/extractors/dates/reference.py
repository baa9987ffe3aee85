"""The day from which an article counts."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extractnews.article import ScannedArticle
from extractnews.calendars import (
    Context,
    bounds,
    nearest_weekday,
    shift_day,
)
from extractnews.extractors.dates.partials import (
    THESE,
)
from extractnews.extractors.dates.parts import LIST_YEARS, Match
from extractnews.extractors.dates.reading import read_match

_LONGEST_PLACE: Final = 40
_FULL: Final = ("day_month", "numeric")
_LAST_DATELINE: Final = 250
_LATEST_REPRINT: Final = 7
_AGENCY_RE: Final = re.compile(r" ?(?:\(|/|-- |- ?[^\W\d_])")
_PLACE_RE: Final = re.compile(r"(?:^|\n) ?[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,2} ?[,/(-] ?$")
_UPDATED_RE: Final = re.compile(r"[ ,|-]*(?:اخر تحديث|تاريخ النشر|الساعه|\d\d:\d\d|KSA|GMT)")
_ISSUED_RE: Final = re.compile(r"(?<!\w)(?:ال)?(?:مؤرخ|صادر|موقع)(?:ه|ين|تين)? (?:في|بتاريخ) (?:يوم )?$")
ASIDE_RE: Final = re.compile(
    r"(?:مؤرخ|الصادر|الموقع|وتاريخ|بتاريخ|تاريخ|منذ|حتي|قبل|بحلول|المولود|مواليد|ولد|التنفيذ)\w* ?(?:في |من |يوم )?$"
    r"|(?<!\w)من (?:ال)?$"
)


def day_of_writing(article: ScannedArticle, matches: list[Match]) -> dt.date | None:
    """The day on which the article was written, as far as it can be known.

    The text's own word goes before the reference date given: `اليوم الثلاثاء 27 أوت 2024`, `أمس 26 أوت 2024`;
    a dateline; and `أمس الأحد` moves a later reference date (a day of reprint or download) back to the last day
    after a Sunday.
    """
    given = article.reference_date
    issued: dt.date | None = None
    for match in matches:
        if match.rule == "relative_day":
            if given is not None and match.parts[-1].code == "W":
                return _before_weekday(given, match.parts[0].value, match.parts[1].value)
        elif match.rule in _FULL and (
            match.parts[0].code in "RT" or (given is None and _is_dateline(article.text, match))
        ):
            full = _full_date(article.text, match)
            shift = match.parts[0].value if match.parts[0].code in "RT" else 0  # of أمس is -1
            day = shift_day(full, -shift) if full is not None else None
            if day is not None:
                if given is not None or match.parts[0].code in "RT":
                    return day
                issued = issued or _last_issue(article.text, matches)
                if day >= issued and not _is_denied(day, matches):
                    return day
        elif given is not None and match.start <= _LAST_DATELINE and _is_agency_dateline(article.text, match):
            reading = read_match(article.text, match, Context(given))
            day = bounds(reading.value)[0] if reading is not None and reading.precision == "day" else None
            if day is not None and 0 < (given - day).days <= _LATEST_REPRINT:
                return day
    return given


def _is_denied(day: dt.date, matches: list[Match]) -> bool:
    """Whether `اليوم` or `أمس` with its weekday says of a day that the text was not written on it."""
    named = (match for match in matches if match.rule == "relative_day" and match.parts[-1].code == "W")
    days = ((shift_day(day, match.parts[0].value), match.parts[1].value) for match in named)
    return any(said is not None and said.weekday() != weekday for said, weekday in days)


def _last_issue(text: str, matches: list[Match]) -> dt.date:
    """The last date of a document, which was there when the article was written; far in the past without one."""
    days = [dt.date.min]
    for match in matches:
        if match.rule in _FULL and _ISSUED_RE.search(text, max(0, match.start - 20), match.start):
            day = _full_date(text, match)
            if day is not None:
                days.append(day)
    return max(days)


def _is_agency_dateline(text: str, match: Match) -> bool:
    """Whether a day stands between the place and the agency that begin a report (`الرباط، 20 أغسطس (وكالات) -`)."""
    if match.rule != "day_month" or match.split or _AGENCY_RE.match(text, match.end) is None:
        return False
    return _PLACE_RE.search(text, max(0, match.start - _LONGEST_PLACE), match.start) is not None


def _before_weekday(given: dt.date, shift: int, weekday: int) -> dt.date:
    """The last day up to the given one of which `shift` days later is such a weekday."""
    day = shift_day(given, shift)
    if day is None or day.weekday() == weekday:
        return given
    moved = nearest_weekday(weekday, day, -1)
    return (shift_day(moved, -shift) if moved is not None else None) or given


def day_named(text: str, matches: list[Match]) -> dt.date | None:
    """A day of about the time of writing: the first that the text names with weekday and year."""
    for match in matches:
        if match.rule in _FULL and match.parts[0].code == "W":
            full = _full_date(text, match)
            if full is not None:
                return full
    return None


def year_of_writing(text: str, matches: list[Match]) -> int | None:
    """The year of writing, where the text says it beside its distance: `العام الماضي 2003`, `هذا العام 2014`."""
    for match in matches:
        if match.rule != "year" or match.parts[-1].code != "Y":
            continue
        noun, year = match.parts[0], match.parts[-1].value.number
        if year not in LIST_YEARS:
            continue
        shift = match.parts[1].value if len(match.parts) == 3 else None
        if isinstance(shift, int):
            return int(year) - shift
        if shift is None and text.endswith(THESE, 0, noun.start):
            return int(year)
    return None


def _full_date(text: str, match: Match) -> dt.date | None:
    reading = read_match(text, match, Context())
    return bounds(reading.value)[0] if reading is not None and reading.precision == "day" else None


def _is_dateline(text: str, match: Match) -> bool:
    """Whether a full date says when the article was written: a stamp, or what happened in its lead."""
    if _UPDATED_RE.match(text, match.end):
        return True
    if any(part.code == "y" for part in match.parts):
        return False  # في الثاني من مايو من عام 2000: nobody writes so of today
    return match.start <= 250 and not ASIDE_RE.search(text, max(0, match.start - 20), match.start)
