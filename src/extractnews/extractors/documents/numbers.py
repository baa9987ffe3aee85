"""The number behind a document's noun: after `رقم` or `عدد`, bare, or joined to another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from extractnews.article import Draft, ScannedArticle, SpanRef
from extractnews.extractors.documents.codes import (
    FULL_YEAR_RE,
    NUMBER_RE,
    code_of,
    core_group,
    end_of,
    is_code_like,
    is_inside_date,
    is_percent,
    number_at,
    serial_of,
)
from extractnews.extractors.documents.nouns import DIGIT_AHEAD_RE, WINDOW, Head
from extractnews.extractors.documents.words import NEXT_WORD_RE, WORD_RE, FollowingWords, stem_of, word_set
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader

_LONGEST_MARKER: Final = 30
_MARKER: Final = (
    r"(?:(?:(?:الذي|التي) )?(?:[يت]حمل|حملت?) (?:ال)?رقم|"
    r"(?:تحت |ب)?(?:ال)?رقم(?:ه|ها|هما)?|تحت عدد|(?:ذو|ذي|ذا|ذات|ذوات|ذوي) (?:ال)?(?:رقم|رقمين|ارقام)|"
    r"رقمي|رقما|(?:ال)?ارقام|المرقمه?(?: ب)?|عدد|نمره|No\.?|No)"
)
MARKER_RE: Final = re.compile(
    rf"(?<![^\W\d_])(?P<marker>{_MARKER}) ?[:.]? ?(?=[\d\"'(\[]|/ ?\d|[ا-ي]{{1,2}} ?[/-] ?\d|[A-Zا-ي])"
)
_ADJECTIVES_RE: Final = re.compile(r"(?: ال[^\W\d_]{3,}){0,2} ?,? ?")
_ENDING_I_RE: Final = re.compile(r"(?: [^\W\d_]{2,}(?:ي|يه|ا)){1,2} ?")
_NEXT_RE: Final = re.compile(
    r"(?: ?[,;])? ?(?P<joined>و|ثم |او )? ?(?P<marker>(?:ب|ال)?رقم|عدد)? ?(?=[\d\"'(\[]|[ا-ي]{1,2} ?/ ?\d)"
)
_DATED_RE: Final = re.compile(
    r" ?,? ?(?:و|ب)?(?:تاريخ|المؤرخ\w{0,2}|الصادر\w{0,2}|في|\()[^.;\n\"]{0,60}?(?=,? ?ورقم ?[(\d]|,? ?و ?رقم ?[(\d])"
)
_DATE_FOLLOWS_RE: Final = re.compile(r",? (?:و|ب)?تاريخ|,? لسنه")
_TIED_RE: Final = re.compile(
    r",? (?:المتعلق|المنظم|الخاص|القاضي|المؤرخ|الصادر|المعدل)(?:ه)?(?!\w)|,? (?:بشان|بخصوص|حول)(?!\w)"
)
_PARTICIPLE_RE: Final = re.compile(r"(?:الصادر|المعد|المتخذ|المرفوع|المبرم|الموقع)(?:ه|ين|تين)?$")


class Reference(NamedTuple):
    """A number that belongs to a head; `middle` is what stands between the head and its first number."""

    head: Head
    middle: SpanRef
    number: re.Match[str] | None
    start: int
    end: int
    code: str
    first: bool = True


class NumberReader:
    """Reads the numbers that belong to a document's noun.

    Args:
        resources: where the numerals are read from.
        table: `documents.toml`.
    """

    def __init__(self, resources: Resources, table: dict[str, Any]) -> None:
        middle, bare = table["middle"], table["bare"]
        self._never = word_set(middle["never"])
        self._numbered = word_set(middle["numbered"])
        self._in_names = word_set(middle["in_names"])
        self._gazettes = word_set(middle["gazettes"])
        self._ordinals = word_set(bare["ordinals"])
        self._bare_issuers_re = re.compile(
            " (?:" + "|".join(fold(name) for name in bare["issuers"]) + r")(?: [^\W\d_]+){0,4} ?"
        )
        self._issuer_heads = word_set(table["issuer"]["heads"])
        self._following = FollowingWords(table)
        self._numerals = NumeralReader(resources)

    def references(self, article: ScannedArticle, head: Head, dates: list[Draft]) -> Iterator[Reference]:
        """The first number of a head, and those that are joined to it."""
        first = self._after_marker(article, head) or self._bare(article, head, dates)
        if first is None:
            return
        yield first
        if first.number is not None:
            yield from self._further(article, head, first, dates)

    def short_forms(
        self, article: ScannedArticle, heads: list[Head], references: Iterable[Reference], dates: list[Draft]
    ) -> list[Reference]:
        """Bare numbers of documents whose full codes stand elsewhere (`روح القرار 18 يجب`), whatever follows them."""
        if not heads:
            return []
        coded = {(known.head.noun.kind, serial_of(known.code)) for known in references if not known.code.isdigit()}
        found = []
        for head in heads:
            number = number_at(article.text, head.end + 1) if coded else None
            if number is None or (head.noun.kind, number["digits"]) not in coded:
                continue
            end = end_of(number)
            following = NEXT_WORD_RE.match(article.text, end)
            counts = following is not None and following[1] in self._following.counted
            if number["for_year"] or counts or is_percent(article.text, end) or is_inside_date(number, dates):
                continue
            found.append(Reference(head, SpanRef(head.end, number.start()), number, head.start, end, number["digits"]))
        return found

    # --- behind a marker ------------------------------------------------------------------------------

    def _after_marker(self, article: ScannedArticle, head: Head) -> Reference | None:
        """The number after `رقم` or `عدد`, if the words before it may stand in the noun phrase."""
        text = article.text
        window = _phrase_after(text, head.end)
        if "رق" not in window and "عدد" not in window and "No" not in window and "نمره" not in window:
            return None  # one of these is in every marker
        for marker in MARKER_RE.finditer(text, head.end, head.end + len(window)):
            middle = text[head.end : marker.start()]
            if "\n" in middle or "." in middle or ";" in middle:
                return None
            number = NUMBER_RE.match(text, marker.end())
            if number is None:
                reference = self._number_word(article, head, marker)
                if reference is not None:
                    return reference
                continue
            dated = number["for_year"] is not None
            counts = marker["marker"].endswith("عدد")
            if self._is_list_or_report(text, head, middle, number):
                return None
            if not self._middle_fits(head, middle, dated, counts):
                return None
            end = end_of(number)
            if middle.endswith("(") and text.startswith(")", end):
                end += 1
            if is_percent(text, end):
                return None
            if counts and not dated and not is_code_like(number) and not self._following.go_on(text, end, 2):
                return None
            return Reference(head, SpanRef(head.end, marker.start()), number, head.start, end, code_of(article, number))
        return None

    @staticmethod
    def _is_list_or_report(text: str, head: Head, middle: str, number: re.Match[str]) -> bool:
        """A list of candidates (`اللائحة رقم 3`) or the police's report of a year (`المحضر رقم 1290 لسنة 2018`)."""
        if head.noun.kind == "محضر":
            return number["for_year"] is not None
        if head.noun.kind != "لائحة" or middle.strip() or is_code_like(number) or number["for_year"]:
            return False
        if len(number["digits"]) > 2:
            return False  # no election has a hundred lists
        return not (_TIED_RE.match(text, end_of(number)) or _DATE_FOLLOWS_RE.match(text, end_of(number)))

    def _number_word(self, article: ScannedArticle, head: Head, marker: re.Match[str]) -> Reference | None:
        """`القرار رقم واحد`: only directly after the noun, for words are no codes."""
        text = article.text
        if marker["marker"] == "عدد" or not _ADJECTIVES_RE.fullmatch(text, head.end, marker.start()):
            return None
        number = self._numerals.read(text, marker.end())
        if number is None or text[marker.end()].isdigit() or not isinstance(number.value, int) or number.percent:
            return None
        middle = SpanRef(head.end, marker.start())
        return Reference(head, middle, None, head.start, number.end, str(number.value))

    def _middle_fits(self, head: Head, middle: str, dated: bool, counts: bool) -> bool:
        words = WORD_RE.findall(middle)
        if not words:
            return middle.strip(' ,:"(') == "" and (middle.count(",") + middle.count(":")) <= 1
        if any(character.isdigit() for character in middle) and "الصادر" not in middle:
            return False
        if "," in middle.rstrip(" ,:") or (head.noun.noun_class == "letter" and middle.rstrip().endswith(",")):
            return False
        if "(" in middle and ")" not in middle and not middle.endswith(" ("):
            return False
        if head.noun.noun_class != "law" and not dated and not self._names_issuer(words):
            return False
        chained = False
        if issued := any(_PARTICIPLE_RE.match(word) for word in words):
            limit = 12
        elif chained := head.noun.noun_class != "law" and words[0] in self._issuer_heads and not counts:
            limit = 24  # the offices and the name of a letter's writer
        elif dated and not head.definite:
            limit = 14
        else:
            limit = 9
        if len(words) > limit or (counts and not dated and len(words) > 3):
            return False
        if stem_of(words[-1]) in self._numbered and words[-1] != "الدائره":
            return False
        loose = issued or chained or (dated and not head.definite and head.noun.noun_class == "law")
        for word in words:
            if stem_of(word) in self._gazettes:
                return False
            if word in self._in_names and (loose or word == "بين"):
                continue
            if word in self._in_names or word in self._never or self._following.is_verb(word):
                return False
            if stem_of(word) in self._numbered and word == words[-1]:
                return False
        return True

    def _names_issuer(self, words: list[str]) -> bool:
        """Whether the words behind an act's noun are adjectives, an issuer or a participle, not a story."""
        return len(words) <= 2 or words[0].startswith(("ال", "لل", "ب")) or words[0] in self._issuer_heads

    # --- without a marker -----------------------------------------------------------------------------

    def _bare(self, article: ScannedArticle, head: Head, dates: list[Draft]) -> Reference | None:
        """A number without a marker: after the noun, its adjectives, or an issuer."""
        if head.noun.bare == "no":
            return None
        text = article.text
        strong = False
        number = number_at(text, head.end + 1) if text.startswith(" ", head.end) else None
        if number is None:
            adjectives = _ADJECTIVES_RE.match(text, head.end) if head.definite else _ENDING_I_RE.match(text, head.end)
            if adjectives:
                number = number_at(text, adjectives.end())
                if number and any(word in self._ordinals for word in WORD_RE.findall(adjectives[0])):
                    return None
        if number is None and not head.definite:
            issuer = self._bare_issuers_re.match(text, head.end)
            if issuer and not any(w in self._never or w in self._in_names for w in WORD_RE.findall(issuer[0])):
                number = NUMBER_RE.match(text, issuer.end())
                strong = True
            elif head.noun.noun_class == "act":
                number = self._code_after_issuer(text, head)
        if number is None or not self._bare_fits(article, head, number, strong, dates):
            return None
        return Reference(
            head, SpanRef(head.end, number.start()), number, head.start, end_of(number), code_of(article, number)
        )

    def _code_after_issuer(self, text: str, head: Head) -> re.Match[str] | None:
        digit = DIGIT_AHEAD_RE.search(text, head.end, head.end + 60)
        if digit is None:
            return None
        words = WORD_RE.findall(text, head.end, digit.start())
        if not words or len(words) > 5 or stem_of(words[0]) not in self._issuer_heads:
            return None
        between = text[head.end : digit.start()]
        if not between.replace(" ", "").isalpha() or any(w in self._never or w in self._in_names for w in words):
            return None
        number = NUMBER_RE.match(text, digit.start())
        return number if number and (number["latin"] or number["for_year"]) else None

    def _bare_fits(
        self,
        article: ScannedArticle,
        head: Head,
        number: re.Match[str],
        strong: bool,
        dates: list[Draft],
    ) -> bool:
        text, noun, end = article.text, head.noun, end_of(number)
        if is_percent(text, end) or is_inside_date(number, dates):
            return False
        if number["lettered"]:
            return noun.noun_class == "act" and "/" in number["lettered"]
        if number["latin"] or number["suffixed"]:
            return True
        if number["for_year"]:
            return noun.bare == "number" or noun.noun_class == "act"
        digits = number["digits"]
        if not digits.isdigit():
            return self._code_shape_fits(text, head, digits, end)
        tied = _TIED_RE.match(text, end) is not None
        if not tied and noun.noun_class == "law" and not self._following.go_on(text, end, 2):
            return False
        executive = text.startswith(" التنفيذي ", head.end) and len(digits) > 4  # الأمر التنفيذي 14067
        if noun.bare != "number" and not executive and not (tied and head.definite and len(digits) >= 2):
            return False
        if len(digits) > 5 or (noun.noun_class == "law" and FULL_YEAR_RE.fullmatch(digits)):
            return False
        if (
            not head.definite
            and not strong
            and not tied
            and (noun.kind != "قرار" or len(digits) < 3 or FULL_YEAR_RE.fullmatch(digits))
        ):
            return False
        return self._following.go_on(text, end, 5 if strong and len(digits) > 2 else len(digits))

    def _code_shape_fits(self, text: str, head: Head, digits: str, end: int) -> bool:
        """`18.97`, `84-09`, `50/2021`; not a date, a score, a ratio or a version."""
        parts = re.split(r" ?[/.-] ?| {2}", digits)
        if head.noun.kind in ("نظام", "بيان", "برنامج") or len(parts) > 3:
            return False
        if all(FULL_YEAR_RE.fullmatch(part) for part in parts):  # a term of years
            return False
        if "-" in digits and len(parts) == 2 and max(map(len, parts)) < 2:
            return False
        return self._following.go_on(text, end, 4)

    # --- joined to another ----------------------------------------------------------------------------

    def _further(
        self, article: ScannedArticle, head: Head, first: Reference, dates: list[Draft]
    ) -> Iterator[Reference]:
        """`القرارات 242 و338`, `القانونين رقم 58.03 ورقم 07-04`: each number after the first is a reference."""
        text = article.text
        several = head.noun.several
        previous = first.number
        position = first.end
        while previous is not None:
            dated = _DATED_RE.match(text, position)
            joint = _NEXT_RE.match(text, dated.end() if dated else position)
            if joint is None or not (joint["joined"] or (several and "," in joint[0])):
                return
            number = NUMBER_RE.match(text, joint.end())
            if number is None:
                return
            end = end_of(number)
            if not joint["marker"] and not self._joins(text, head, previous, number, dates):
                return
            start = joint.start("marker") if joint["marker"] else number.start()
            if joint["marker"] and joint["marker"].startswith("ب"):
                start += 1
            if not joint["marker"] and number["open"] and not (number["for_year"] and number["close"]):
                start += len(number["open"])
                end = number.end() if number["for_year"] else number.end(core_group(number))
            yield Reference(head, first.middle, number, start, end, code_of(article, number), False)
            previous, position = number, end

    def _joins(
        self,
        text: str,
        head: Head,
        previous: re.Match[str],
        number: re.Match[str],
        dates: list[Draft],
    ) -> bool:
        """Whether a number joined without `رقم` is another document's and no counted thing's."""
        end = end_of(number)
        if is_percent(text, end) or is_inside_date(number, dates):
            return False
        if number["for_year"] or number["latin"] or number["lettered"]:
            return True
        digits, before = number["digits"], previous["digits"]
        if not digits or not before:
            return False
        if not digits.isdigit() or not before.isdigit():
            return not digits.isdigit() and not before.isdigit() and self._following.go_on(text, end, 4)
        if not head.noun.several and (len(digits) < 3 or len(before) < 3):
            return False
        return self._following.go_on(text, end, 4 if head.noun.several else len(digits))


def _phrase_after(text: str, start: int) -> str:
    """The text behind a noun in which the marker of its number begins and ends, with a little more."""
    window = text[start : start + WINDOW]
    ends = [end for end in map(window.find, ".\n;") if end >= 0]
    return window[: min(ends) + _LONGEST_MARKER] if ends else window
