"""Numbered or coded official documents: `القرار 25-NQ/TW`, `المرسوم الملكي رقم (م/12)`, `القانون رقم 10 لسنة 2018`.

A document's noun is the cue. Behind it a number is looked for: after `رقم` or `عدد`, over the words of the noun phrase,
or bare where the noun may have one. Codes that need no noun (`S/RES/2254`, `25-NQ/TW`) are found by their letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, ClassVar, Final, NamedTuple

import regex  # type: ignore[import-untyped]

from extractnews.article import Draft, Found, Hit, ScannedArticle, SpanRef
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.numerals import NumeralReader
from extractnews.scanner import Cue

_WINDOW: Final = 190
"""Code points after a noun in which its number is looked for."""

_LONGEST_MARKER: Final = 30
_NEAR: Final = 100
"""Code points after a noun in which a number without a marker begins, behind adjectives or an issuer."""
_LONGEST_CODED: Final = 50
"""Code points before a code in which a noun begins that is a document's only there (`التقرير رقم 125/BC-UBND`)."""
_LEADING: Final = ("رقام", "عدد", "نمره", "No", "الصادر")
"""One of these or `رقم` is in what leads from a noun to a number far from it."""

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
# digits     1701, 84/44, 2.20.292, 98-04; two spaces are a tatweel that the view has not (20 ـ 03)
_CORE: Final = rf"""(?:
    (?P<latin>
        \d{{1,5}}(?:[/.-]\d{{2,4}})?(?:[/-][ ]?{_LATIN_WORD}|(?:{_SEPARATOR}|[ ](?=\w+[ ]?[/-])){_VIETNAMESE})
        (?:{_SEPARATOR}(?:[A-ZĐ][A-Za-zĐđ]+\d{{0,3}}|[A-ZĐ](?![A-Za-z])\d{{0,3}})|[/-][a-zđ]+)*
      | \d{{1,5}}(?:[/-]\d{{4}})?[/-](?:nq|kl|ct|qd|qđ|nd|nđ|tt|tb|hd|kh|cd|qh\d*)(?:[/-][A-Za-zĐđ]+\d*)*
      | [A-Z]{{1,4}}(?:/[A-Z]{{2,5}}(?:[.-]?\d+)?)?/\d+(?:[/.-](?:\d+|[A-Z][A-Za-z]*\.?\d*))*
      | \(?(?:EU|EC|EEC|CE|UE)\)?[ ]?(?:No\.?[ ]?)?\d+/\d+
      | [A-Z]{{2}}-\d+/\d+)
  | (?<![ا-ي])(?P<lettered>
        (?:[ا-ي]{{1,2}}[ ]{{0,2}}[/-][ ]{{0,2}}){{1,3}}\d+(?:{_SEPARATOR}(?:\d+|{_ONE_LETTER}))*
      | (?:[ا-ي][ ]){{1,2}}\d[\d-]*
      | (?<=\()[ام]\d{{1,4}}(?=[ ]?\)))
  | (?P<suffixed>
        \d+(?:(?:{_SEPARATOR}|[ ]{{2}})\d+)*(?:{_SEPARATOR}|[ ](?=[ا-ي][ ][ا-ي][ ]?\)))
        [ا-ي]{{1,2}}\d{{0,2}}(?:[ ][ا-ي])?(?![ا-ي])
        (?:[ ]?/[ ]?(?:\d+|{_LETTERS}))*)
  | (?P<digits>\d+(?:(?:{_SEPARATOR}|[.]|[ ]{{2}})\d+){{0,4}})
)"""
_YEAR: Final = r"""
    (?P<for_year>(?:[ ]?,?[ ]{1,2})?(?:لسنه|لعام|للسنه|للعام)[ ]?[("]?[ ]?,?[ ]?
        (?:(?P<year>\d{4}|[5-9]\d)(?!\d)(?:[ ]?[مه](?!\w))?
          |(?P<judicial>\d{1,3}[ ]?(?:ق|قضائيه|القضائيه)(?!\w)))(?:[ ]?\)|")?)
  | (?P<bracket>[ ]?\([ ]?(?:(?:ل?عام|ل?سنه)[ ])?(?P<bracket_year>(?:19|20)\d\d)[ ]?\))
  | (?P<session>[ ]?\([ ]?(?:د[ ]?-[ ]?\d+|دإط-\d+|[IVXL]+(?:-\w+)?)[ ]?\))"""
_NUMBER_RE: Final = re.compile(
    rf"""(?P<open>(?!\((?:EU|EC|EEC|CE|UE)\))["'(\[][ ]?["'(\[]?[ ]?|/[ ]?(?=\d+[ ]?/))?{_CORE}(?![\dA-Za-zĐđ])
    (?P<close>(?(open)[ ]?["')\]/](?:[ ]?["')\]])?|))?(?:{_YEAR})?""",
    re.VERBOSE,
)
_MARKER: Final = (
    r"(?:(?:(?:الذي|التي) )?(?:[يت]حمل|حملت?) (?:ال)?رقم|"
    r"(?:تحت |ب)?(?:ال)?رقم(?:ه|ها|هما)?|تحت عدد|(?:ذو|ذي|ذا|ذات|ذوات|ذوي) (?:ال)?(?:رقم|رقمين|ارقام)|"
    r"رقمي|رقما|(?:ال)?ارقام|المرقمه?(?: ب)?|عدد|نمره|No\.?|No)"
)
_MARKER_RE: Final = re.compile(
    rf"(?<![^\W\d_])(?P<marker>{_MARKER}) ?[:.]? ?(?=[\d\"'(\[]|/ ?\d|[ا-ي]{{1,2}} ?[/-] ?\d|[A-Zا-ي])"
)
_DIGIT_AHEAD_RE: Final = regex.compile(r"[0-9]")
_WORD_RE: Final = re.compile(r"[^\W\d_]+")
_NEXT_WORD_RE: Final = re.compile(r" *([^\W\d_]+|\S)")
_ADJECTIVES_RE: Final = re.compile(r"(?: ال[^\W\d_]{3,}){0,2} ?,? ?")
_OF_BODY_RE: Final = re.compile(r" ال[^\W\d_]{3,} ل(?:ل(?=ل))?(?P<noun>[^\W\d_]{3,})")
_ENDING_I_RE: Final = re.compile(r"(?: [^\W\d_]{2,}(?:ي|يه|ا)){1,2} ?")
_NEXT_RE: Final = re.compile(
    r"(?: ?[,;])? ?(?P<joined>و|ثم |او )? ?(?P<marker>(?:ب|ال)?رقم|عدد)? ?(?=[\d\"'(\[]|[ا-ي]{1,2} ?/ ?\d)"
)
_DATED_RE: Final = re.compile(
    r" ?,? ?(?:و|ب)?(?:تاريخ|المؤرخ\w{0,2}|الصادر\w{0,2}|في|\()[^.;\n\"]{0,60}?(?=,? ?ورقم ?[(\d]|,? ?و ?رقم ?[(\d])"
)
_BARE_CODE_RE: Final = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,5}}(?:[/-]\d{{4}})?[/-]{_VIETNAMESE}(?:[ ]?[/-][ ]?{_LATIN_WORD}|-\w+)+"
    r"|\d{1,5}/\d{4}/(?:QH\d+|[A-ZĐ]{2}-[A-ZĐ]{2}\w*)"
    r"|\d{1,5}/[A-ZĐ]{2,8}-[A-ZĐ]{2,8}(?![\w])"
    r"|[SA]/(?:RES|PRST|HRC|PV)(?:/[A-Z]+)?/[\w/-]*\d(?: ?\((?:19|20)\d\d\))?"
    r"|[SA]/(?:19|20)\d\d/\d+)"
)
_DATE_FOLLOWS_RE: Final = re.compile(r",? (?:و|ب)?تاريخ|,? لسنه")
_YEAR_FOLLOWS_RE: Final = re.compile(r",? (?:عام|سنه) (?:19|20)\d\d(?!\d)")
_OUT_OF_RE: Final = re.compile(r" من (?:اصل )?\d")
_TIED_RE: Final = re.compile(
    r",? (?:المتعلق|المنظم|الخاص|القاضي|المؤرخ|الصادر|المعدل)(?:ه)?(?!\w)|,? (?:بشان|بخصوص|حول)(?!\w)"
)
_PARTICIPLE_RE: Final = re.compile(r"(?:الصادر|المعد|المتخذ|المرفوع|المبرم|الموقع)(?:ه|ين|تين)?$")
_PERCENT_RE: Final = re.compile(r" ?%| في ال(?:مئه|مائه|الف)\b| بال(?:مئه|مائه)\b")
# What every number of a document begins with.
_NUMBER_BEGINS_RE: Final = re.compile(r"[\"'(\[ ]*(?:[\dA-ZĐ]|[ا-ي]{1,2} ?[ا-ي/-])")
_SEPARATOR_SPACES_RE: Final = re.compile(r"\s*([/\-.‐-―ـ−])\s*")
_FULL_YEAR_RE: Final = re.compile(r"(?:1[89]|20)\d\d")
_START: Final = attrgetter("start")
# Nouns that say what a document is about, and those that do so with the article right behind a law.
_OBJECTS: Final = frozenset({"نظام", "تنظيم"})
_OBJECTS_OF_LAWS: Final = frozenset({"نظام", "تنظيم", "حكم", "خطة"})


class Noun(NamedTuple):
    """What a document's noun says: its kind, class, whether bare numbers may follow, and its grammatical number."""

    kind: str
    noun_class: str
    bare: str
    several: bool
    drafting: bool = False


class Head(NamedTuple):
    """A document's noun in the text, with a draft's noun before it."""

    start: int
    end: int
    noun: Noun
    definite: bool
    draft: str | None
    swallowed: bool = False


class Reference(NamedTuple):
    """A number that belongs to a head; `middle` is what stands between the head and its first number."""

    head: Head
    middle: SpanRef
    number: re.Match[str] | None
    start: int
    end: int
    code: str
    first: bool = True


class DocumentExtractor:
    """Finds documents; their dates and subjects, and the issuers named outside the span, are linked later.

    Args:
        resources: where `documents.toml` is read from.
    """

    record_type: ClassVar[str] = "documents"
    reads: ClassVar[frozenset[str]] = frozenset(("dates",))
    linked_to: ClassVar[frozenset[str]] = frozenset(("organisations", "officials"))

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("documents.toml")
        self._nouns: list[dict[str, Any]] = table["noun"]
        self._drafts: list[dict[str, Any]] = table["draft"]
        middle, bare = table["middle"], table["bare"]
        self._never = _words(middle["never"])
        self._numbered = _words(middle["numbered"])
        self._in_names = _words(middle["in_names"])
        self._gazettes = _words(middle["gazettes"])
        self._no_verbs = _words(middle["no_verbs"])
        self._follows = _words(bare["follows"])
        counted = _words(bare["counted"])
        self._counted = counted | {word + "ا" for word in counted}
        self._ordinals = _words(bare["ordinals"])
        self._bare_issuers_re = re.compile(
            " (?:" + "|".join(fold(name) for name in bare["issuers"]) + r")(?: [^\W\d_]+){0,4} ?"
        )
        kinds = table["coded"]["kinds"]
        self._coded_kinds = {fold(kind): kind for kind in kinds}
        self._coded_re = re.compile(
            rf"(?<!\w)[وف]?(?:[بك]|ل(?=ل))?(?P<noun>(?:ال|ل)?(?P<kind>{'|'.join(self._coded_kinds)}))"
            r"(?: ال[^\W\d_]{3,}){0,2} (?:رقم )?[(\"]?$"
        )
        self._issuer_heads = _words(table["issuer"]["heads"])
        self._epithets = _words(table["issuer"]["epithets"])
        self._numerals = NumeralReader(resources)

    def cues(self) -> Iterable[Cue]:
        """The nouns of documents and of drafts, in all their forms."""
        for entry in self._nouns:
            for form, several in noun_forms(entry["kind"], entry["plural"], entry.get("nisba", False)):
                yield Cue(form, "document.noun", Noun(entry["kind"], entry["class"], entry["bare"], several), "noun")
        for entry in self._drafts:
            for form, several in noun_forms(entry["word"], entry["plural"]):
                yield Cue(form, "document.noun", Noun(entry["word"], "draft", "no", several, True), "noun")

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The documents of one article."""
        drafts: list[Draft] = []
        if hits := article.hits("document.noun"):
            best: dict[int, Reference] = {}
            unread: list[Head] = []
            dates = found.get("dates", [])
            for head in self._heads(article.text, hits):
                reference = None
                for reference in self._references(article, head, dates):
                    known = best.get(reference.end)
                    if known is None or not _names_object(article.text, head, known.head):
                        best[reference.end] = reference
                if reference is None and article.text[head.end + 1 : head.end + 2].isdigit():
                    unread.append(head)
            if best:
                for reference in self._short_forms(article, unread, best.values(), dates):
                    best.setdefault(reference.end, reference)
                drafts = [self._draft(article, reference) for reference in _without_overlaps(best.values())]
        if _may_have_bare_code(article.text):
            drafts.extend(self._bare_codes(article, drafts))
        return drafts

    # --- heads ----------------------------------------------------------------------------------------

    def _heads(self, text: str, hits: list[Hit]) -> Iterator[Head]:
        """The document nouns that have a digit or a number word near; a draft's noun is joined to the next."""
        draft: Hit | None = None
        seen = last_act = digit = -1
        for hit in hits:
            start, end, _, noun, proclitic, article = hit
            if end == seen:
                continue
            seen = end
            if noun.drafting:
                draft = hit
                continue
            before, draft = draft, None
            act, last_act = last_act, end if noun.noun_class == "act" else -1
            if digit < end:
                digit = _next_digit(text, end)
            if (digit - end > _WINDOW or _leads_nowhere(text[end:digit])) and not text.startswith(" رقم ", end):
                continue
            if act >= 0 and _names_kind(text, hit, act):
                continue
            if before is not None and not text[before.end : start].strip() and proclitic == "":
                noun = noun._replace(several=before.value.several)
                yield Head(before.start, end, noun, True, before.value.kind)
            else:
                yield Head(start, end, noun, bool(article), None, article == "ل")

    # --- numbers --------------------------------------------------------------------------------------

    def _references(self, article: ScannedArticle, head: Head, dates: list[Draft]) -> Iterator[Reference]:
        first = self._after_marker(article, head) or self._bare(article, head, dates)
        if first is None:
            return
        yield first
        if first.number is not None:
            yield from self._further(article, head, first, dates)

    def _after_marker(self, article: ScannedArticle, head: Head) -> Reference | None:
        """The number after `رقم` or `عدد`, if the words before it may stand in the noun phrase."""
        text = article.text
        window = _phrase_after(text, head.end)
        if "رق" not in window and "عدد" not in window and "No" not in window and "نمره" not in window:
            return None  # one of these is in every marker
        for marker in _MARKER_RE.finditer(text, head.end, head.end + len(window)):
            middle = text[head.end : marker.start()]
            if "\n" in middle or "." in middle or ";" in middle:
                return None
            number = _NUMBER_RE.match(text, marker.end())
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
            end = _end_of(number)
            if middle.endswith("(") and text.startswith(")", end):
                end += 1
            if _is_percent(text, end):
                return None
            if counts and not dated and not _code_like(number) and not self._continues(text, end, 2):
                return None
            return Reference(head, SpanRef(head.end, marker.start()), number, head.start, end, _code(article, number))
        return None

    @staticmethod
    def _is_list_or_report(text: str, head: Head, middle: str, number: re.Match[str]) -> bool:
        """A list of candidates (`اللائحة رقم 3`) or the police's report of a year (`المحضر رقم 1290 لسنة 2018`)."""
        if head.noun.kind == "محضر":
            return number["for_year"] is not None
        if head.noun.kind != "لائحة" or middle.strip() or _code_like(number) or number["for_year"]:
            return False
        if len(number["digits"]) > 2:
            return False  # no election has a hundred lists
        return not (_TIED_RE.match(text, _end_of(number)) or _DATE_FOLLOWS_RE.match(text, _end_of(number)))

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
        words = _WORD_RE.findall(middle)
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
        if _stem(words[-1]) in self._numbered and words[-1] not in ("الدائره",):
            return False
        loose = issued or chained or (dated and not head.definite and head.noun.noun_class == "law")
        for word in words:
            if _stem(word) in self._gazettes:
                return False
            if word in self._in_names and (loose or word in ("بين",)):
                continue
            if word in self._in_names or word in self._never or self._is_verb(word):
                return False
            if _stem(word) in self._numbered and word == words[-1]:
                return False
        return True

    def _names_issuer(self, words: list[str]) -> bool:
        """Whether the words behind an act's noun are adjectives, an issuer or a participle, not a story."""
        return len(words) <= 2 or words[0].startswith(("ال", "لل", "ب")) or words[0] in self._issuer_heads

    def _is_verb(self, word: str) -> bool:
        return len(word) >= 4 and word[0] == "ي" and word not in self._no_verbs

    def _bare(self, article: ScannedArticle, head: Head, dates: list[Draft]) -> Reference | None:
        """A number without a marker: after the noun, its adjectives, or an issuer."""
        if head.noun.bare == "no":
            return None
        text = article.text
        strong = False
        number = _number_at(text, head.end + 1) if text.startswith(" ", head.end) else None
        if number is None:
            adjectives = _ADJECTIVES_RE.match(text, head.end) if head.definite else _ENDING_I_RE.match(text, head.end)
            if adjectives:
                number = _number_at(text, adjectives.end())
                if number and any(word in self._ordinals for word in _WORD_RE.findall(adjectives[0])):
                    return None
        if number is None and not head.definite:
            issuer = self._bare_issuers_re.match(text, head.end)
            if issuer and not any(w in self._never or w in self._in_names for w in _WORD_RE.findall(issuer[0])):
                number = _NUMBER_RE.match(text, issuer.end())
                strong = True
            elif head.noun.noun_class == "act":
                number = self._code_after_issuer(text, head)
        if number is None or not self._bare_fits(article, head, number, strong, dates):
            return None
        return Reference(
            head, SpanRef(head.end, number.start()), number, head.start, _end_of(number), _code(article, number)
        )

    def _short_forms(
        self, article: ScannedArticle, heads: list[Head], references: Iterable[Reference], dates: list[Draft]
    ) -> list[Reference]:
        """Bare numbers of documents whose full codes stand elsewhere (`روح القرار 18 يجب`), whatever follows them."""
        if not heads:
            return []
        coded = {(known.head.noun.kind, serial_of(known.code)) for known in references if not known.code.isdigit()}
        found = []
        for head in heads:
            number = _number_at(article.text, head.end + 1) if coded else None
            if number is None or (head.noun.kind, number["digits"]) not in coded:
                continue
            end = _end_of(number)
            following = _NEXT_WORD_RE.match(article.text, end)
            counts = following is not None and following[1] in self._counted
            if number["for_year"] or counts or _is_percent(article.text, end) or _inside_date(number, dates):
                continue
            found.append(Reference(head, SpanRef(head.end, number.start()), number, head.start, end, number["digits"]))
        return found

    def _code_after_issuer(self, text: str, head: Head) -> re.Match[str] | None:
        digit = _DIGIT_AHEAD_RE.search(text, head.end, head.end + 60)
        if digit is None:
            return None
        words = _WORD_RE.findall(text, head.end, digit.start())
        if not words or len(words) > 5 or _stem(words[0]) not in self._issuer_heads:
            return None
        between = text[head.end : digit.start()]
        if not between.replace(" ", "").isalpha() or any(w in self._never or w in self._in_names for w in words):
            return None
        number = _NUMBER_RE.match(text, digit.start())
        return number if number and (number["latin"] or number["for_year"]) else None

    def _bare_fits(
        self,
        article: ScannedArticle,
        head: Head,
        number: re.Match[str],
        strong: bool,
        dates: list[Draft],
    ) -> bool:
        text, noun, end = article.text, head.noun, _end_of(number)
        if _is_percent(text, end) or _inside_date(number, dates):
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
        if not tied and noun.noun_class == "law" and not self._continues(text, end, 2):
            return False
        executive = text.startswith(" التنفيذي ", head.end) and len(digits) > 4  # الأمر التنفيذي 14067
        if noun.bare != "number" and not executive and not (tied and head.definite and len(digits) >= 2):
            return False
        if len(digits) > 5 or (noun.noun_class == "law" and _FULL_YEAR_RE.fullmatch(digits)):
            return False
        if (
            not head.definite
            and not strong
            and not tied
            and (noun.kind != "قرار" or len(digits) < 3 or _FULL_YEAR_RE.fullmatch(digits))
        ):
            return False
        return self._continues(text, end, 5 if strong and len(digits) > 2 else len(digits))

    def _code_shape_fits(self, text: str, head: Head, digits: str, end: int) -> bool:
        """`18.97`, `84-09`, `50/2021`; not a date, a score, a ratio or a version."""
        parts = re.split(r" ?[/.-] ?| {2}", digits)
        if head.noun.kind in ("نظام", "بيان", "برنامج") or len(parts) > 3:
            return False
        if all(_FULL_YEAR_RE.fullmatch(part) for part in parts):  # a term of years
            return False
        if "-" in digits and len(parts) == 2 and max(map(len, parts)) < 2:
            return False
        return self._continues(text, end, 4)

    def _continues(self, text: str, end: int, digits: int) -> bool:
        """Whether what follows a bare number is no counted thing."""
        match = _NEXT_WORD_RE.match(text, end)
        if match is None:
            return True
        word = match[1]
        if not word[0].isalpha():
            return word != "%" and not (word == "-" and text[match.end() : match.end() + 2].strip().isdigit())
        if _YEAR_FOLLOWS_RE.match(text, end):
            return True  # القانون 49 عام 1980
        if word in self._counted or _OUT_OF_RE.match(text, end):
            return False
        if match.start(1) == end:  # glued to the number
            return False
        if word.startswith(("ال", "لل")) or word in self._follows or (word[0] in "وفبل" and len(word) > 3):
            return True
        if self._is_verb(word):
            return True
        # The longer the number, the less a counted thing may be meant; three digits count feminine nouns in ه as well.
        return digits > 4 or (digits >= 3 and word[-1] not in ("اه" if digits == 3 else "ا"))

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
            if not (joint["marker"] or several or joint["joined"]):
                return
            number = _NUMBER_RE.match(text, joint.end())
            if number is None:
                return
            end = _end_of(number)
            if not joint["marker"] and not self._joins(text, head, previous, number, dates):
                return
            start = joint.start("marker") if joint["marker"] else number.start()
            if joint["marker"] and joint["marker"].startswith("ب"):
                start += 1
            if not joint["marker"] and number["open"] and not (number["for_year"] and number["close"]):
                start += len(number["open"])
                end = number.end() if number["for_year"] else number.end(_core_group(number))
            yield Reference(head, first.middle, number, start, end, _code(article, number), False)
            previous, position = number, end
        return

    def _joins(
        self,
        text: str,
        head: Head,
        previous: re.Match[str],
        number: re.Match[str],
        dates: list[Draft],
    ) -> bool:
        """Whether a number joined without `رقم` is another document's and no counted thing's."""
        end = _end_of(number)
        if _is_percent(text, end) or _inside_date(number, dates):
            return False
        if number["for_year"] or number["latin"] or number["lettered"]:
            return True
        digits, before = number["digits"], previous["digits"]
        if not digits or not before:
            return False
        if not digits.isdigit() or not before.isdigit():
            return not digits.isdigit() and not before.isdigit() and self._continues(text, end, 4)
        if not head.noun.several and (len(digits) < 3 or len(before) < 3):
            return False
        return self._continues(text, end, 4 if head.noun.several else len(digits))

    # --- codes without a noun ---------------------------------------------------------------------------

    def _bare_codes(self, article: ScannedArticle, drafts: list[Draft]) -> list[Draft]:
        codes = []
        for match in _BARE_CODE_RE.finditer(article.text):
            after = bisect_left(drafts, match.end(), key=_START)
            if after and drafts[after - 1].end > match.start():
                continue
            code = _SEPARATOR_SPACES_RE.sub(r"\1", _ascii_digits(_original(article, match.start(), match.end())))
            noun = self._coded_re.search(article.text, max(0, match.start() - _LONGEST_CODED), match.start())
            kind = self._coded_kinds[noun["kind"]] if noun is not None else None
            start = noun.start("noun") if noun is not None else match.start()
            end = match.end() + (noun is not None and noun[0][-1] == "(" and article.text.startswith(")", match.end()))
            fields = {"kind": kind, "number": serial_of(code), "code": code}
            codes.append(Draft(start, end, "documents.code", fields))
        return codes

    # --- records --------------------------------------------------------------------------------------

    def _draft(self, article: ScannedArticle, reference: Reference) -> Draft:
        head = reference.head
        middle = article.text[reference.middle.start : reference.middle.end]
        kind = head.noun.kind
        if " بقانون" in middle and head.noun.noun_class == "act":
            kind = f"{kind} بقانون"
        fields: dict[str, Any] = {
            "kind": f"{head.draft} {kind}" if head.draft else kind,
            "number": serial_of(reference.code),
            "code": reference.code,
        }
        if head.draft:
            fields["draft"] = True
        issuer = self._issuer_inside(article, reference) if head.noun.noun_class != "law" and not head.draft else None
        if issuer is not None:
            fields["issuer"] = issuer
        if reference.number is None:
            rule = "documents.number_word"
        elif not reference.first:
            rule = "documents.further_number"
        elif _MARKER_RE.search(article.text, head.end, reference.end):
            rule = "documents.noun_and_marker"
        else:
            rule = "documents.noun_and_number"
        return Draft(reference.start, reference.end, rule, fields)

    def _issuer_inside(self, article: ScannedArticle, reference: Reference) -> SpanRef | None:
        """`قرار [مجلس الأمن الدولي] رقم 1701`: the noun phrase after the noun, if it names a body or an office."""
        text = article.text
        words = [
            match for match in _WORD_RE.finditer(text, reference.middle.start, reference.middle.end)
            if match[0] not in ("بقانون", "بمثابه", "قانون")
        ]  # fmt: skip
        if not words:
            return None
        of_body = _OF_BODY_RE.match(text, reference.middle.start) if reference.head.definite else None
        if of_body is not None and of_body["noun"] in self._issuer_heads:  # البرقية الرسمية لرئيس الوزراء رقم 9
            words = [word for word in words if word.end() > of_body.end()]
            return SpanRef(of_body.start("noun"), words[-1].end() if words else of_body.end())
        first = words[0]
        if _stem(first[0]) not in self._issuer_heads and first[0] not in self._issuer_heads:
            return None
        start, end = first.start(), words[-1].end()
        for word in words:
            if word[0].startswith(("الصادر", "المؤرخ")) or word[0] in self._epithets:
                end = min(end, text.rfind(" ", start, word.start()))
                break
        if reference.head.definite and first[0].startswith("لل"):
            start += 1
        if text[end : end + 1] == '"' and text.count('"', start, end) % 2:
            end += 1
        if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
            end += 1
        return SpanRef(start, end) if end > start else None


# --- helpers -------------------------------------------------------------------------------------------


def noun_forms(singular: str, plurals: Iterable[str], nisba: bool = False) -> Iterator[tuple[str, bool]]:
    """(form, whether it names several) of a noun: singular, accusative, dual, plural, with suffix pronouns.

    Args:
        singular: the dictionary form.
        plurals: its broken and sound plurals.
        nisba: whether the form in ي is an adjective (`قانوني`) rather than the dual of a construct (`قراري`).
    """
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular
    yield singular, False
    if not singular.endswith("ة"):
        yield singular + "ا", False
    for suffix in ("ه", "ها", "هم", "هما", "نا"):
        yield stem + suffix, False
    for suffix in ("ان", "ين") if nisba else ("ان", "ين", "ي"):
        yield stem + suffix, True
    for plural in plurals:
        yield plural, True


def serial_of(code: str) -> str:
    """The serial number inside a code: `25` of `25-NQ/TW`, `23` of `23/2019`, `م/12` of `م/12`."""
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
        return second if _FULL_YEAR_RE.fullmatch(first) and not _FULL_YEAR_RE.fullmatch(second) else first
    dashed = re.fullmatch(r"(?:[6-9]\d[-–ـ](\d\d)|(?:19|20)\d\d ?[-–ـ] ?(0\d+|\d{1,3}))", core)
    return (dashed[1] or dashed[2]) if dashed else core


def _next_digit(text: str, start: int) -> int:
    """Offset of the next digit; far behind the text's end where there is none."""
    digit = _DIGIT_AHEAD_RE.search(text, start)
    return digit.start() if digit is not None else len(text) + 2 * _WINDOW


def _leads_nowhere(between: str) -> bool:
    """Whether the words between a noun and the next digit cannot lead from the one to the other.

    Without a marker the number is near. With one it is in the same sentence, but a full stop may stand in `No.` or
    behind `رقم`, and a number in words needs no digit.
    """
    if "رقم" in between:
        return False
    if "\n" in between or ";" in between or "." in between[:-12]:
        return True
    return len(between) > _NEAR and not any(map(between.__contains__, _LEADING))


def _phrase_after(text: str, start: int) -> str:
    """The text behind a noun in which the marker of its number begins and ends, with a little more."""
    window = text[start : start + _WINDOW]
    ends = [end for end in map(window.find, ".\n;") if end >= 0]
    return window[: min(ends) + _LONGEST_MARKER] if ends else window


def _number_at(text: str, start: int) -> re.Match[str] | None:
    return _NUMBER_RE.match(text, start) if _NUMBER_BEGINS_RE.match(text, start) else None


def _may_have_bare_code(text: str) -> bool:
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


def _names_kind(text: str, hit: Hit, act: int) -> bool:
    """Whether the hit is the second half of `مرسوم اتحادي بقانون` or `ظهير بمثابة قانون`.

    Args:
        text: the view's text.
        hit: a document's noun.
        act: offset after the act's noun that went before.
    """
    if hit.value.kind != "قانون" or hit.article:
        return False
    between = text[act : hit.start]
    if hit.proclitic == "ب":
        return len(between) < 30 and len(between.split()) <= 3 and between.replace(" ", "").isalpha()
    return between.endswith(" بمثابه ")


def _names_object(text: str, head: Head, earlier: Head) -> bool:
    """Whether a noun is a word of an earlier document's phrase.

    `قانون نظام الحكم رقم 5`, `برقية رئيس اللجنة العليا للتنظيم الإداري رقم 5`, `قانون حماية البيانات الشخصية رقم 151`.
    """
    if earlier.definite or head.draft:
        return False
    if not head.definite or head.swallowed:
        return head.noun.kind in _OBJECTS
    if earlier.noun.several or earlier.noun.noun_class != "law" or text[head.start - 1] != " ":
        return False
    if head.noun.several:
        return True  # one number is no plural's
    between = text[earlier.end : head.start].strip()
    return head.noun.kind in _OBJECTS_OF_LAWS and (not between or between in _OBJECTS)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _stem(word: str) -> str:
    """The word without its article or proclitic and article."""
    for prefix in ("وال", "بال", "ال", "لل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word


def _core_group(number: re.Match[str]) -> str:
    return next(name for name in ("latin", "lettered", "suffixed", "digits") if number[name])


def _code_like(number: re.Match[str]) -> bool:
    return not (number["digits"] or "").isdigit()


def _end_of(number: re.Match[str]) -> int:
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
    return number.end("close") if number["close"] else number.end(_core_group(number))


def _is_percent(text: str, end: int) -> bool:
    return _PERCENT_RE.match(text, end) is not None


def _inside_date(number: re.Match[str], dates: list[Draft]) -> bool:
    """Whether the number is a part of a date; the dates are sorted and do not overlap."""
    start, end = number.span(_core_group(number))
    after = bisect_left(dates, end, key=_START)
    if not after:
        return False
    date = dates[after - 1]
    return (date.start <= start and end < date.end) or (date.start < start and end <= date.end)


def _original(article: ScannedArticle, start: int, end: int) -> str:
    first, last = article.view.span(start, end)
    return article.view.original[first:last]


def _ascii_digits(written: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in written)


def _clean(written: str) -> str:
    return _SEPARATOR_SPACES_RE.sub(r"\1", _ascii_digits(written)).strip()


def _code(article: ScannedArticle, number: re.Match[str]) -> str:
    """The identifier as written, in ASCII digits, without brackets; the year's bracket of the UN stays."""
    core = _clean(_original(article, *number.span(_core_group(number))))
    if number["for_year"]:
        word = re.search(r"[^\W\d_]+", _original(article, *number.span("for_year")))
        year = _clean(number["year"] or number["judicial"])
        return f"{core} {word[0] if word else ''} {year}"
    if number["bracket"]:
        return f"{core} ({number['bracket_year']})"
    if number["session"]:
        return f"{core} {_original(article, *number.span('session')).strip()}"
    return core


def _without_overlaps(references: Iterable[Reference]) -> list[Reference]:
    """The references sorted; of two that overlap the later, for a number belongs to the nearest noun."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda reference: (reference.start, reference.end)):
        while kept and kept[-1].end > reference.start:
            kept.pop()
        kept.append(reference)
    return kept
