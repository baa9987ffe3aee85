"""What matches say of each other: lists, comparisons, coordinated months."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from extractnews.extractors.dates.partials import partial_of
from extractnews.extractors.dates.parts import LIST_YEARS, LONGEST_GAP, Match, is_hijri_year

_LISTED: Final = ("و", ",")
_COORDINATED: Final = ("month", "day_month", "day_range")
_COORDINATIONS: Final = frozenset((" و", " و ", ", و", " او ", " ثم ", " ويوم ", ", ويوم ", " وشهر "))


def two_anniversaries(match: Match) -> list[Match]:
    """A jubilee's two days (`15 أكتوبر 1949 - 15 أكتوبر 1999`) apart; any other range as it is."""
    first, last = match.parts[: match.split], match.parts[match.split :]
    days = [partial_of(parts, "") for parts in (first, last)]
    same_day = (days[0].month, days[0].day) == (days[1].month, days[1].day)
    if not same_day or days[0].year is None or days[1].year is None:
        return [match]
    return [
        Match(match.rule, first, match.start, first[-1].end, 0),
        Match(match.rule, last, last[0].start, match.end, 0),
    ]


def two_years(text: str, match: Match) -> list[Match]:
    """Two years that are compared (`بين 2010 و2009`) or counted (`عامي 2004 و2007`) apart; any other range as it is."""
    first, last = match.parts[match.split - 1], match.parts[-1]
    if first.code != "Y" or last.code != "Y":
        return [match]
    distance = last.value.number - first.value.number
    if match.rule == "between" and distance >= 0:
        return [match]
    if match.rule != "between" and (distance == 1 or text[first.end : last.start].strip() != "و"):
        return [match]
    opening = match.parts[: match.split]
    return [
        Match("year" if len(opening) > 1 else "bare_year", opening, opening[0].start, first.end, 0),
        Match("bare_year", [last], last.start, last.end, 0),
    ]


def listed_days(text: str, match: Match) -> list[Match]:
    """Days of one month with others between them (`يومي 2 و9 مايو`), each by itself; days in a row stay a range."""
    size = next(index for index, part in enumerate(match.parts) if part.code not in "NO")
    days, month = match.parts[:size], match.parts[size:]
    pairs = list(pairwise(days))
    if all(after.value == day.value + 1 for day, after in pairs):
        return [match]
    if any(text[day.end : after.start].strip()[:1] not in _LISTED for day, after in pairs):
        return [match]
    rule = "day_month" if match.rule == "day_range" else "day_of_month"
    ends = [*(day.end for day in days[:-1]), match.end]
    return [Match(rule, [day, *month], day.start, end, 0) for day, end in zip(days, ends, strict=True)]


def share_years(text: str, matches: list[Match]) -> None:
    """Give coordinated months, with or without a day, what the last of them says of its year.

    `يناير وفبراير 2019` are of one year, `ديسمبر ويناير 2019` are not; in `أبريل ومايو الماضيين` both are past.
    """
    following: Match | None = None
    for index in range(len(matches) - 1, -1, -1):
        match = matches[index]
        if match.rule not in _COORDINATED:
            following = None
            continue
        last = match.parts[-1]
        if following is not None and last.code in "MH" and text[match.end : following.start] in _COORDINATIONS:
            month = next((i for i, part in enumerate(following.parts) if part.code == last.code), None)
            if month is not None and last.value.number <= following.parts[month].value.number:
                match = matches[index] = match._replace(parts=match.parts + following.parts[month + 1 :])
        following = match


def continues_list(text: str, last: Match, match: Match) -> bool:
    """Whether a bare year follows another year in a list (`في 2011 و2019`) or a Hijri year (`عام 1436هـ/2015`)."""
    if (
        last.rule not in ("bare_year", "year", "listed_year")
        or last.parts[-1].code != "Y"
        or match.parts[0].value.number not in LIST_YEARS
    ):
        return False
    if match.start - last.end > LONGEST_GAP:
        return False
    gap = text[last.end : match.start].strip()
    if gap in ("/", "(", "-", "الموافق", "الموافق ل", "(الموافق"):
        return is_hijri_year(last.parts[-1].value)
    return gap in ("و", ",", ", و", "ثم", "او", "")
