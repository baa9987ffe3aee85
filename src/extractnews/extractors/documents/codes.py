"""Numbers and codes of documents: what they look like, where they end, and what they say."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import Final

from extractnews.article import Draft, ScannedArticle

# Latin letters of Vietnamese codes, with which spaces around the separators are believed.
_VIETNAMESE: Final = (
    r"(?:NQ|KL|CT|CTr|QD|QĐ|ND|NĐ|TT|TTLT|TB|HD|KH|CD|CĐ|QH\d*|BC|CV|TTr|PL|UBTVQH\d*|DA|ĐA|QC|QDi)"
    r"(?![A-Za-zĐđ])"
)
_LATIN_WORD: Final = r"[A-ZĐ][A-Za-zĐđ]*\d{0,3}"
_SEPARATOR: Final = r"[ ]?[/-][ ]?"
_ONE_LETTER: Final = r"[ا-ي](?![ا-ي])"
_LETTERS: Final = r"[ا-ي]{1,2}(?:[ ][ا-ي])?(?![ا-ي])"
# latin      25-NQ/TW, 215/AADL/DPC, S/RES/2254, 95/46/EC, (EU) 2016/679
# lettered   م/12, أ / 14
# suffixed   121-أ, 7538/م ب, 12/2/و/1/دف
# digits     1701, 84/44, 2.20.292, 98-04
_CORE: Final = rf"""(?:
    (?P<latin>
        \d{{1,5}}(?:[/.-]\d{{2,4}})?(?:[/-][ ]?{_LATIN_WORD}|(?:{_SEPARATOR}|[ ](?=\w+[ ]?[/-])){_VIETNAMESE})
        (?:{_SEPARATOR}(?:[A-ZĐ][A-Za-zĐđ]+\d{{0,3}}|[A-ZĐ](?![A-Za-z])\d{{0,3}})|[/-][a-zđ]+)*
      | \d{{1,5}}(?:[/-]\d{{4}})?[/-](?:nq|kl|ct|qd|qđ|nd|nđ|tt|tb|hd|kh|cd|qh\d*)(?:[/-][A-Za-zĐđ]+\d*)*
      | [A-Z]{{1,4}}(?:/[A-Z]{{2,5}}(?:[.-]?\d+)?)?/\d+(?:[/.-](?:\d+|[A-Z][A-Za-z]*\.?\d*))*
      | \(?(?:EU|EC|EEC|CE|UE)\)?[ ]?(?:No\.?[ ]?)?\d+/\d+
      | [A-Z]{{2}}-\d+/\d+)
  | (?<![ا-ي])(?P<lettered>
        (?:[ا-ي]{{1,2}}{_SEPARATOR}){{1,3}}\d+(?:{_SEPARATOR}(?:\d+|{_ONE_LETTER}))*
      | (?:[ا-ي][ ]){{1,2}}\d[\d-]*
      | (?<=\()[ام]\d{{1,4}}(?=[ ]?\)))
  | (?P<suffixed>
        \d+(?:(?:{_SEPARATOR})\d+)*(?:{_SEPARATOR}|[ ](?=[ا-ي][ ][ا-ي][ ]?\)))
        [ا-ي]{{1,2}}\d{{0,2}}(?:[ ][ا-ي])?(?![ا-ي])
        (?:[ ]?/[ ]?(?:\d+|{_LETTERS}))*)
  | (?P<digits>\d+(?:(?:{_SEPARATOR}|[.])\d+){{0,4}})
)"""
_YEAR: Final = r"""
    (?P<for_year>(?:[ ]?,?[ ])?(?:لسنه|لعام|للسنه|للعام)[ ]?[("]?[ ]?,?[ ]?
        (?:(?P<year>\d{4}|[5-9]\d)(?!\d)(?:[ ]?[مه](?!\w))?
          |(?P<judicial>\d{1,3}[ ]?(?:ق|قضائيه|القضائيه)(?!\w)))(?:[ ]?\)|")?)
  | (?P<bracket>[ ]?\([ ]?(?:(?:ل?عام|ل?سنه)[ ])?(?P<bracket_year>(?:19|20)\d\d)[ ]?\))
  | (?P<session>[ ]?\([ ]?(?:د[ ]?-[ ]?\d+|دإط-\d+|[IVXL]+(?:-\w+)?)[ ]?\))"""
NUMBER_RE: Final = re.compile(
    rf"""(?P<open>(?!\((?:EU|EC|EEC|CE|UE)\))["'(\[][ ]?["'(\[]?[ ]?|/[ ]?(?=\d+[ ]?/))?{_CORE}(?![\dA-Za-zĐđ])
    (?P<close>(?(open)[ ]?["')\]/](?:[ ]?["')\]])?|))?(?:{_YEAR})?""",
    re.VERBOSE,
)
BARE_CODE_RE: Final = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,5}}(?:[/-]\d{{4}})?[/-]{_VIETNAMESE}(?:[ ]?[/-][ ]?{_LATIN_WORD}|-\w+)+"
    r"|\d{1,5}/\d{4}/(?:QH\d+|[A-ZĐ]{2}-[A-ZĐ]{2}\w*)"
    r"|\d{1,5}/[A-ZĐ]{2,8}-[A-ZĐ]{2,8}(?![\w])"
    r"|[SA]/(?:RES|PRST|HRC|PV)(?:/[A-Z]+)?/[\w/-]*\d(?: ?\((?:19|20)\d\d\))?"
    r"|[SA]/(?:19|20)\d\d/\d+)"
)
_PERCENT_RE: Final = re.compile(r" ?%| في ال(?:مئه|مائه|الف)\b| بال(?:مئه|مائه)\b")
# What every number of a document begins with.
_NUMBER_BEGINS_RE: Final = re.compile(r"[\"'(\[ /]*(?:[\dA-ZĐ]|[ا-ي]{1,2} ?[ا-ي/-])")
_SEPARATOR_SPACES_RE: Final = re.compile(r"\s*([/\-.‐-―ـ−])\s*")
_DIGITS_OF_YEAR: Final = 4
FULL_YEAR_RE: Final = re.compile(r"(?:1[89]|20)\d\d")
_START: Final = attrgetter("start")


def serial_of(code: str, *, of_law: bool = False) -> str:
    """The serial number inside a code: `25` of `25-NQ/TW`, `23` of `23/2019`, `م/12` of `م/12`.

    Of a law's `45/13` either half may be the year, written first or last: the whole is its number.
    """
    core = re.split(r"\s+(?:لسنة|لعام|للسنة|للعام|لسنه)\b|\s*\(", code, maxsplit=1)[0].strip()
    if re.search(r"[ء-ي]", core):
        return core
    if re.search(r"[A-Za-zĐđ]", core):
        resolution = re.search(r"^[A-Z]+/(?:[A-Z.\d]+/)?(.+)$", core)
        if resolution and not core[0].isdigit():
            return resolution[1]
        digits = re.search(r"\d+", core)
        return digits[0] if digits else core
    slashed = re.fullmatch(r"(\d+)/(\d+)", core)
    if slashed:
        first, second = slashed.groups()
        if of_law and max(len(first), len(second)) < _DIGITS_OF_YEAR:
            return core
        return second if FULL_YEAR_RE.fullmatch(first) and not FULL_YEAR_RE.fullmatch(second) else first
    dashed = re.fullmatch(r"(?:[6-9]\d[-–ـ](\d\d)|(?:19|20)\d\d ?[-–ـ] ?(0\d+|\d{1,3}))", core)
    return (dashed[1] or dashed[2]) if dashed else core


def number_at(text: str, start: int) -> re.Match[str] | None:
    """The number or code that begins at an offset, brackets and quotation marks before it or not."""
    return NUMBER_RE.match(text, start) if _NUMBER_BEGINS_RE.match(text, start) else None


def core_group(number: re.Match[str]) -> str:
    """The group of a match that holds its code without brackets and year."""
    return next(name for name in ("latin", "lettered", "suffixed", "digits") if number[name])


def is_code_like(number: re.Match[str]) -> bool:
    """Whether it has letters or separators."""
    return not (number["digits"] or "").isdigit()


def end_of(number: re.Match[str]) -> int:
    """Where the reference ends: after the year, the closing bracket or the number."""
    if number["for_year"]:
        tail = number["for_year"]
        if tail.count('"') == 1:
            tail = tail.rstrip('"')
        if ")" in tail and "(" not in tail:  # closes a bracket opened before the number, if any was
            tail = tail if number["open"] and not number["close"] else tail[: tail.index(")")]
        return number.start("for_year") + len(tail.rstrip())
    if number["bracket"] or number["session"]:
        return number.end()
    return number.end("close") if number["close"] else number.end(core_group(number))


def is_percent(text: str, end: int) -> bool:
    """Whether a sign or word for per cent follows."""
    return _PERCENT_RE.match(text, end) is not None


def is_inside_date(number: re.Match[str], dates: list[Draft]) -> bool:
    """Whether the number is a part of a date; the dates are sorted and do not overlap."""
    start, end = number.span(core_group(number))
    after = bisect_left(dates, end, key=_START)
    if not after:
        return False
    date = dates[after - 1]
    return (date.start <= start and end < date.end) or (date.start < start and end <= date.end)


def may_have_bare_code(text: str) -> bool:
    """Whether a sign stands before a capital, or `S/` or `A/` before a year, as in every code without a noun."""
    if "/" not in text:
        return False
    for sign in "/-":
        position = text.find(sign)
        while position >= 0:
            after = text[position + 1 : position + 2]
            if (
                "A" <= after <= "Z"
                or after == "Đ"
                or (after in ("1", "2") and text[position - 1 : position] in ("S", "A"))
            ):
                return True
            position = text.find(sign, position + 1)
    return False


def _ascii_digits(written: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in written)


def clean(written: str) -> str:
    """A code in ASCII digits, with plain spaces, and none around its separators."""
    return _SEPARATOR_SPACES_RE.sub(r"\1", " ".join(_ascii_digits(written).split()))


def code_of(article: ScannedArticle, number: re.Match[str]) -> str:
    """The identifier as written, in ASCII digits, without brackets; the year's bracket of the UN stays."""
    core = clean(article.view.written(*number.span(core_group(number))))
    if number["for_year"]:
        word = re.search(r"[^\W\d_]+", article.view.written(*number.span("for_year")))
        year = clean(number["year"] or number["judicial"])
        return f"{core} {word[0] if word else ''} {year}"
    if number["bracket"]:
        return f"{core} ({number['bracket_year']})"
    if number["session"]:
        return f"{core} {article.view.written(*number.span('session')).strip()}"
    return core
