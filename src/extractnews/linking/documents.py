"""What the text says of a document: date, issuer, subject, status, pinpoint, and which mentions are one document.

The words behind a document are read as a chain of links (`المؤرخ ...`, `الصادر عن ...`, `بشأن ...`); of coordinated
documents only the last has the chain. Where it has no issuer or date, those of an issuing verb before it are taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any, Final, NamedTuple

from extractnews.article import Draft, Found, ScannedArticle, SpanRef
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.words import ADJECTIVE, FUNCTION, KNOWN, NOUN, VERB

_LONGEST_SUBJECT: Final = 420
_LONGEST_ISSUER: Final = 14
_BEFORE: Final = 170
"""Code points before a document in which its issuing verb is looked for."""
_LONGEST_HEADING: Final = 120

_DATE_GAP_RE: Final = re.compile(
    r"[ ,]*و?(?:(?P<strong>(?:ال)?مؤرخ\w{0,2}(?: في| ب| بتاريخ)?|(?:ال)?صادر\w{0,2}(?: في| بتاريخ| خلال)?|"
    r"(?:ب|وب|ال)?تاريخ|"
    r"(?:ال)?موقع\w{0,2}(?: عليه\w?)?(?: في| بتاريخ)|(?:ال)?معتمد\w{0,2} (?:في|بتاريخ)|"
    r"(?:الذي|التي) (?:صدر\w?|اعتمد\w*|تبن\w+) (?:في|بتاريخ)|في تاريخ|من تاريخ|بتاريخه?)|(?P<weak>في)|(?P<bracket>\())?"
    r"(?: يوم| تاريخ| عام| سنه| شهر)?[ :,\"(]*"
)
_SAME_DAY_RE: Final = re.compile(
    r"[ ,]*و?(?:ال)?(?:مؤرخ|صادر)\w{0,2} (?:في|بتاريخ) "
    r"(?:(?:اليوم|التاريخ) (?:نفسه|ذاته)|(?:نفس|ذات) (?:اليوم|التاريخ))"
)
_ISSUED_BY_IT_RE: Final = re.compile(r"[ ,]*و?(?:ال)?صادر\w{0,2} عن(?:ه|ها|هم)(?!\w)")
_ISSUED_BY_RE: Final = re.compile(r"[ ,]*و?(?:ال)?صادر\w{0,2} (?:عن|من(?: قبل| طرف| لدن)?) ")
_BY_RE: Final = re.compile(r"[ ,]*(?:عن|من (?:قبل|طرف|لدن)) ")
_RELATIVE_ISSUER_RE: Final = re.compile(
    r"[ ,]*و?(?:الذي|التي) (?:كان قد |كانت قد |كان |كانت )?(?:تبن|اصدر|اتخذ|اعتمد|اقر|سن)\w{0,4}(?:ه|ها) "
)
_OF_RE: Final = re.compile(r",? ل(?=[^\W\d_]{3})")
_SKIP_RE: Final = re.compile(
    r"[ ,]*(?:المذكور\w{0,2}|المشار الي(?:ه|ها)|ال?سالف\w? (?:ال)?ذكر\w*|الانف\w? الذكر|النافذ\w?|الجديد\w?|الساري\w?|"
    r"المنشور\w? (?:في|ب)الجريده الرسميه(?: عدد \d+)?|بين [^.;\n\d]{3,90}?(?= (?:بشان|حول|بخصوص|المتعلق\w?)(?!\w))|"
    r"في (?:اجتماعه?ا?|جلسته?ا?) (?:رقم |عدد )?\(?(?:\d+|ال\w+(?: عشره?)?)\)?|"
    r"الموجه\w? الي [^.;\n\d]{3,90}?(?=,? (?:بشان|حول|بخصوص|المتعلق\w?)(?!\w))|"
    r"تحت الفصل السابع|تحت البند السابع|\([^()\n\d]{2,50}\))(?!\w)"
)
# No sentence begins with these: the stop after the code is a slip (القانون رقم 84-09. المؤرخ في ...).
_STRAY_STOP_RE: Final = re.compile(r"\.(?= ?,? ?(?:المؤرخه?|المتعلقه?|القاضيه?|الصادره?) (?:في|ب|عن))")
_ISSUED_WITH_RE: Final = re.compile(r" ب(?:ال)?(?:قانون|مرسوم|قرار|امر|ظهير)(?!\w)")
_WORD_RE: Final = re.compile(r"[^\W\d_]+|\d+(?:[./-]\d+)*|\S|\n")
_PUBLISHED_RE: Final = re.compile(r"(?:في (?:اخر )?(?:عدد |العدد )?[^.,;\n]{0,20}?|ب)الجريده الرسميه")
_TOWARDS_RE: Final = re.compile(r"(?:في اتجاه|باتجاه) (?!ال)")
_TO_BODY_RE: Final = re.compile(r"الي (?:انظار )?(?:ال)?(?:لجنه|لجان|مجلس|برلمان|حكومه|جمعيه|غرفه)(?!\w)")
_AMENDED_RE: Final = re.compile(r"(?<!\w)[وف]?(?:عدل|الغي|استبدل|نسخ)ت? $")
_REFERRED_RE: Final = re.compile(
    r"(?<!\w)[وف]?(?:ا|ت|ي|س[تي])?(?:حال|حاله|حالت|حيل|حيلت|قدم|قدمت|رفع|رفعت|عرض|عرضت)(?!\w)"
)
_OWN_NUMBER_RE: Final = re.compile(r"\( ?(?:عدد|رقم) ?\d")
_OF_FEMININE_RE: Final = re.compile(r"[ ,]*و?ال\w+ه ")
_ORDERS_RE: Final = re.compile(r" ?, ?(?:طلبت?|شددت?|اكدت?) ")
_NO_VERBS: Final = NOUN | ADJECTIVE | FUNCTION | KNOWN
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين", "ما"))
_SENTENCE_END: Final = frozenset(".,;:?!\n|")
_TAIL_RE: Final = re.compile(
    r"(?: (?:بما|مما|ما|من|في|علي|الي|عن|مع|و|او|ب|ل|التي|الذي|ان|كما|هو|هي|وخاصه|بشكل|به|بها))+$"
)
_ADVERB: Final = (
    r"(?:اليوم|امس|الاول|بالاجماع|باجماع|ايضا|كذلك|يوم|مساء|صباح|اخيرا|مؤخرا|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|في|قد|"
    r"الماضي|الجاري|فجر|عصر|مساءا|بتاريخ|من|هنا|هذا|علي|بدوره|بدورها|سابقا|لاحقا|الي|مجددا|كل|له|لها|للتو|رسميا|حديثا|بالفعل|فعلا|فجاه|فورا|الفور|توا)"
)
_EDGE_RE: Final = re.compile(rf"^(?:[\s,\"()]+|{_ADVERB}(?!\w))+|(?:[\s,\"()]+|(?<!\w){_ADVERB})+$")
_CHAIRED: Final = " برئاسه "
_HEADING_RE: Final = re.compile(r"#+[ *]*(?:(?P<issuer>[^:\n\d]{4,70}): ?)?")
_STATUS_INSIDE_RE: Final = re.compile(r"[^\W\d_]+ \(?(?:(?P<repealed>الملغ(?:ي|اه)|المنسوخ)|المعدله?)\)? ")
_POINT: Final = r"(?:ال|لل|ل)?(?:ماده|مادتين|مادتان|مواد|فقره|فقرتين|فقرات|بند|بندين|بنود|فصل|فصلين|فصول|باب|جدول|ملحق)"
_POINT_WORDS: Final = r"(?:(?! (?:من|في|علي|الي|عن) )[^.;\n]){1,90}?"
_POINT_RE: Final = re.compile(
    rf"(?<!\w)[وبلف]?(?P<point>{_POINT}{_POINT_WORDS}(?: من {_POINT}{_POINT_WORDS})*),? "
    r"(?:من|في|ب)(?: احكام| مقتضيات| نص| هذا)? ?[وبلك]?$"
)
_POINT_NUMBER_RE: Final = re.compile(
    r"\d|(?:ال)?(?:اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سادسه|سابع|سابعه|ثامن|ثامنه|تاسع|تاسعه|عاشر|عاشره|حادي|اخيره|"
    r"وحيده|فريده)ا?(?!\w)|\([ا-ي]\)"
)
_WITHIN_POINT_RE: Final = re.compile(r"(?<!\w)(?:قانون|القانون|نظام|مرسوم|قرار|الذي|التي|ان|انه|الي|تم|قال)(?!\w)")
_UNITED_NATIONS_RE: Final = re.compile(r"مجلس الامن|الامم المتحده|(?:ال)?(?:اممي|دولي)(?:ه|ا)?(?!\w)")
_ASSEMBLY_RE: Final = re.compile(r"الجمعيه العامه")
_RESOLUTION_RE: Final = re.compile(r"S/RES/(\d+)")
_YEAR_CODE_RE: Final = re.compile(r"(.+?) (?:لسنه|لعام|للسنه|للعام) (.+)")
_HALVES_RE: Final = re.compile(r"(\d\d) ?[-–ـ] ?(\d\d|0\d\d)")
_TRAILING_BRACKET_RE: Final = re.compile(r" ?\(.*\)$")
_LATIN_RE: Final = re.compile(r"[A-Z]{2}")
_FULL_YEAR_RE: Final = re.compile(r"(?:1[89]|20)\d\d")
_DATED_NUMBER_RE: Final = re.compile(r"(\d+)/(?:19|20)\d\d")
_NO_LETTER_RE: Final = re.compile(r"\d+|[ا-ي]{1,2}/\d+|\d+/[ا-ي]")
_THIS_RE: Final = re.compile(r"(?:هذا|هذه|ذلك|تلك|ذات|نفس) [وبلك]?$")
_MENTIONED_RE: Final = re.compile(
    r" (?:المذكور\w?|المشار الي(?:ه|ها)|ال?سالف\w? (?:ال)?ذكر\w*|الانف\w? الذكر|نفسه|نفسها|ذاته|ذاتها|المعني\w?)(?!\w)"
)


class _Grammar(NamedTuple):
    """The word lists of `documents.toml` that the links need, folded and compiled."""

    subject_re: re.Pattern[str]
    quoted_subject_re: re.Pattern[str]
    stops: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    no_verbs: frozenset[str]
    heads: frozenset[str]
    issuer_stops: frozenset[str]
    law_kinds: frozenset[str]
    verb_re: re.Pattern[str]
    active_verbs: frozenset[str]
    breaks: frozenset[str]
    title_re: re.Pattern[str]
    members_re: re.Pattern[str]
    status_re: re.Pattern[str]


def _read_grammar(resources: Resources) -> _Grammar:
    table = resources.toml("documents.toml")
    subject, issuer, status = table["subject"], table["issuer"], table["status"]
    nouns = "|".join(sorted((fold(word) for word in subject["verbal_nouns"].split()), key=len, reverse=True))
    links = "|".join(_link_pattern(fold(link)) for link in sorted(subject["after"], key=len, reverse=True))
    none = "|".join(map(fold, subject["no_titles"].split()))
    connector = rf"(?:{links}|ب(?=(?:ال)?(?:{nouns})(?!\w))(?!(?:{none})(?!\w)|موافقه \d))"
    active = fold(issuer["verbs"]).split()
    passive = fold(issuer["passive_verbs"]).split()
    members = "|".join(fold(member) for member in sorted(issuer["members"], key=len, reverse=True))
    amended = "|".join(fold(word) for word in sorted(status["amended"], key=len, reverse=True))
    repealed = "|".join(fold(word) for word in sorted(status["repealed"], key=len, reverse=True))
    return _Grammar(
        subject_re=re.compile(rf"[ ,]*{connector}"),
        quoted_subject_re=re.compile(rf"[ ,:]*[\"(] ?(?:{connector})?"),
        stops=frozenset(fold(subject["stops"]).split()),
        verbs=frozenset(fold(subject["verbs"]).split()),
        nouns=frozenset(fold(subject["verbal_nouns"]).split()),
        no_verbs=frozenset(fold(table["middle"]["no_verbs"]).split()),
        heads=frozenset(fold(issuer["heads"]).split()),
        issuer_stops=frozenset(fold(issuer["stops"]).split()),
        law_kinds=frozenset(noun["kind"] for noun in table["noun"] if noun["class"] == "law"),
        verb_re=re.compile(rf"(?<!\w)(?:{'|'.join(active + passive)})(?!\w)"),
        active_verbs=frozenset(active),
        breaks=frozenset(fold(issuer["breaks"]).split()),
        title_re=re.compile(rf" ب(?=ال[^\W\d_]{{3}})(?!(?:{none})(?!\w))"),
        members_re=re.compile(
            r"(?<!\w)[وبل]?(?:ال)?قرارات (?P<issuer>[^,.;\n\d]{4,45}?)"
            rf"(?: (?:ذات|الخاصه|المتعلقه|الصادره)[^,.;\n\d]{{0,40}})?,? ?(?:{members}) [وبل]?$"
        ),
        status_re=re.compile(
            rf"[ ,]*و?(?:(?P<repealed>{repealed})|(?P<amended>{amended}))(?!\w)"
            r"(?: و(?:المتمم|المتممه|المكمل)(?!\w))?+(?! ل)"
        ),
    )


def _link_pattern(link: str) -> str:
    """`المتعلق ب` is followed by its noun at once, `بشأن` by a space."""
    if link.endswith((" ب", " ل")):
        return rf"{link} ?(?!ه(?:ا|م|ما)?(?!\w))(?=[^\W_]|\")"  # المنظم لها has no subject
    return rf"{link} *:? *(?=\S)" if link != "القاضي" else r"القاضي (?=ب)"


class DocumentLinker:
    """Links documents to what the text says of them; built once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._grammar = _read_grammar(resources)

    def __call__(self, article: ScannedArticle, found: Found) -> None:
        """Complete the drafts in place; dates that are the year inside a document's code are taken out."""
        documents = found.get("documents", [])
        if not documents:
            return
        dates = _free_dates(article.text, documents, found.get("dates", []))
        if "dates" in found:
            found["dates"] = dates
        reader = _Reader(article, self._grammar, documents, dates, found)
        for index in range(len(documents)):
            reader.read(index)
        _settle_numbers(documents)
        _resolve(documents)
        _identify(article, documents)
        _mark_contradictions(documents)
        _attach_references(article, documents)


class _Row:
    """Drafts in the order of the text, found by where they stand: an article may have a hundred thousand.

    Args:
        drafts: sorted by start.
    """

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._starts = [draft.start for draft in drafts]
        self._longest = max((draft.end - draft.start for draft in drafts), default=0)

    def next(self, position: int) -> Draft | None:
        """The first that starts at `position` or later."""
        index = bisect_left(self._starts, position)
        return self._drafts[index] if index < len(self._drafts) else None

    def starting(self, first: int, last: int) -> list[Draft]:
        """Those that start in [first, last)."""
        return self._drafts[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def touching(self, first: int, last: int) -> list[Draft]:
        """At least those that start before `last` and end at `first` or later, and few others."""
        return self.starting(first - self._longest, last)


def _free_dates(text: str, documents: list[Draft], dates: list[Draft]) -> list[Draft]:
    """The dates without those that are the year inside a document's code."""
    row = _Row(documents)

    def in_code(date: Draft) -> bool:
        return any(
            date.end <= document.end and "رقم" not in text[date.end : document.end]
            for document in row.touching(date.end, date.start)
        )

    return [date for date in dates if not in_code(date)]


class _Reader:
    """Reads the links of one article's documents."""

    def __init__(
        self, article: ScannedArticle, grammar: _Grammar, documents: list[Draft], dates: list[Draft], found: Found
    ) -> None:
        self._article = article
        self._text = article.text
        self._grammar = grammar
        self._documents = documents
        self._dates = _Row(dates)
        bodies = [*found.get("organisations", ()), *found.get("officials", ())]
        self._bodies = _Row(sorted(bodies, key=lambda draft: draft.start))
        self._referred = self._amended = self._masculine = False

    def read(self, index: int) -> None:
        """Fill the fields of one document."""
        document = self._documents[index]
        fields = document.fields
        self._referred = (
            _REFERRED_RE.search(self._text, self._clause_before(index, document), document.start) is not None
        )
        self._amended = _AMENDED_RE.search(self._text, max(0, document.start - 12), document.start) is not None
        first = _WORD_RE.match(self._text, document.start)
        kind = fold((fields["kind"] or "").split(" ")[0])
        self._masculine = first is not None and _bare(first[0]) == kind and not kind.endswith(("ه", "ات"))
        end = self._read_chain(index, document)
        inside = _STATUS_INSIDE_RE.match(self._text, document.start, document.end)
        if inside:
            fields["status"] = "repealed" if inside["repealed"] else "amended"
        if "issuer" not in fields:
            issuer = self._issuer_before(index, document) or self._issuer_of_order(document, end)
            if issuer:
                fields["issuer"] = issuer
        if "date" not in fields:
            date = self._date_before(index, document)
            if date:
                fields["date"] = date
        self._read_heading(document)
        point = self._pinpoint(document)
        if point:
            fields["pinpoint"] = point

    # --- behind the document ------------------------------------------------------------------------------

    def _read_chain(self, index: int, document: Draft) -> int:
        """Fill the fields from the words behind a document; where these end."""
        fields = document.fields
        position, issued = document.end, False
        if self._text.startswith(('"', ")"), position):
            position += 1
        stray = _STRAY_STOP_RE.match(self._text, position)
        if stray is not None:
            position = stray.end()
        limit = self._next_coordinate(index)
        for _ in range(8):
            if position >= limit:
                break
            before = position
            if "date" not in fields:
                position, issued = self._read_date(index, position, limit, issued)
            if position == before and "issuer" not in fields:
                position = self._read_issuer(fields, position, limit, issued)
                issued = issued or position > before
            if position == before and "subject" not in fields:
                position = self._read_subject(fields, position, limit)
                if position > before and self._names_another(index, position):
                    break  # what follows is said of the document in the subject
            if position == before:
                position = self._read_status(index, position)
                if position > before and self._is_amended_by(position):
                    break
            if position == before:
                skipped = _SKIP_RE.match(self._text, position)
                if skipped is None:
                    break
                position = self._behind_gazette(skipped)
        return position

    def _names_another(self, index: int, position: int) -> bool:
        """Whether the next document begins before an offset."""
        return index + 1 < len(self._documents) and self._documents[index + 1].start < position

    def _behind_gazette(self, skipped: re.Match[str]) -> int:
        """The end of what was skipped, with the date of a gazette's issue, which is not the document's."""
        date = self._dates.next(skipped.end())
        if "جريده" in skipped[0] and date is not None and _DATE_GAP_RE.fullmatch(self._text, skipped.end(), date.start):
            return date.end
        return skipped.end()

    def _next_coordinate(self, index: int) -> int:
        """Where the next document begins if it is joined by `و` or a comma; otherwise the end of the text."""
        for following in self._documents[index + 1 : index + 4]:
            between = self._text[max(0, following.start - 9) : following.start]
            if re.search(r"(?:^|[\s,(])(?:و|او |وكذلك |وكذا |والي |وعلي |و ?من |, ?|ومشروع )[بل]?$", between):
                start = following.start
                while start > 0 and self._text[start - 1] in "وبل" and not self._text[start - 2 : start - 1].isalnum():
                    start -= 1
                return start
        return len(self._text)

    def _read_date(self, index: int, position: int, limit: int, issued: bool) -> tuple[int, bool]:
        fields = self._documents[index].fields
        same = _SAME_DAY_RE.match(self._text, position)
        if same and index:
            date = self._documents[index - 1].fields.get("date")
            if date:
                fields["date"] = date
            return same.end(), True
        date = self._dates.next(position)
        if date is None or date.start - position > 40 or date.start >= limit:
            return position, issued
        gap = _DATE_GAP_RE.fullmatch(self._text, position, date.start)
        if gap is None:
            return position, issued
        value = date.fields.get("value")
        if not gap["strong"] and not self._loose_date(gap, date, issued, fields):
            return position, issued
        if value:
            fields["date"] = value
        end = date.end
        closing = re.compile(r" ?[)\"]").match(self._text, end)
        if closing and gap[0].rstrip(" ").endswith(("(", '"')):
            end = closing.end()
        return end, issued or gap["strong"] is not None

    def _loose_date(self, gap: re.Match[str], date: Draft, issued: bool, fields: dict[str, Any]) -> bool:
        """A date after `في`, in brackets or bare: the document's if it is a full one, or tells of its adoption."""
        value = date.fields.get("value")
        if not value or fields.get("subject") is not None:
            return False
        written = self._text[date.start : date.end]
        if gap["bracket"]:
            return any(character.isdigit() for character in written) and "/20" not in value
        full = re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None and re.search(r"\d", written) is not None
        if gap["weak"]:
            before = self._text[max(0, gap.start() - 110) : gap.start()]
            return (
                full
                or issued
                or (self._grammar.verb_re.search(before) is not None and re.match(r"\d{4}", value) is not None)
            )
        return written.startswith(("عام", "سنه", "العام")) or (full and "," not in gap[0])

    def _read_issuer(self, fields: dict[str, Any], position: int, limit: int, issued: bool) -> int:
        text = self._text
        link = _ISSUED_BY_RE.match(text, position) or _RELATIVE_ISSUER_RE.match(text, position)
        if link is None and issued:
            link = _BY_RE.match(text, position)
        pronoun = _ISSUED_BY_IT_RE.match(text, position)
        if pronoun is not None:
            body = self._body_before(position)
            if body is not None:
                fields["issuer"] = SpanRef(body.start, body.end)
            return pronoun.end()
        if link is not None:
            end = self._phrase_end(link.end(), limit, issuer=True)
            if end <= link.end():
                return position
            fields["issuer"] = SpanRef(link.end(), end)
            return end
        kind = (fields.get("kind") or "").split(" ")[-1]
        link = _OF_RE.match(text, position)
        if link is None or (kind in self._grammar.law_kinds and not issued) or (link[0][0] == "," and not issued):
            return position
        word = _WORD_RE.match(text, link.end())
        if word is None or not {word[0], word[0].removeprefix("ل")} & self._grammar.heads:
            return position
        end = self._phrase_end(link.end(), limit, issuer=True)
        fields["issuer"] = SpanRef(link.end(), end)
        return end

    def _body_before(self, position: int) -> Draft | None:
        """The body that `عنها` means: the last one named before, in the same sentence."""
        before = [
            body
            for body in self._bodies.starting(position - _BEFORE, position)
            if not body.fields.get("nested") and "name" in body.fields
        ]
        return before[-1] if before and "." not in self._text[before[-1].end : position] else None

    def _read_subject(self, fields: dict[str, Any], position: int, limit: int) -> int:
        text = self._text
        link = self._grammar.subject_re.match(text, position)
        if link is not None and self._masculine and _OF_FEMININE_RE.match(link[0]):
            return position  # المادة 3 من القانون رقم 12.04 المتعلقة بالصيد
        if link is None and " " in fields["code"]:  # القرار رقم 17 لسنة 2023 بالهيكل التنظيمي
            link = self._grammar.title_re.match(text, position)
        quoted = self._grammar.quoted_subject_re.match(text, position) if link is None else None
        if quoted is not None:
            end = self._closing_quote(quoted.end(), '"' if '"' in quoted[0] else ")")
            if end < 0:
                return position
            words = text[quoted.end() : end].split()
            said = quoted[0].strip(' ,:"(') != ""
            named = said or self._is_title(words, quoted[0], quoted.end(), fields)
            if words and named:
                fields["subject"] = self._stripped(quoted.end(), end)
                return end + 1
            return position
        if link is None:
            return position
        start = link.end()
        if text.startswith('"', start):
            end = self._closing_quote(start + 1, '"')
            if end > 0 and text[start + 1 : end].strip():
                fields["subject"] = self._stripped(start + 1, end)
                return end + 1
            start += 1
        end = self._phrase_end(start, limit, issuer=False)
        if end > start:
            fields["subject"] = SpanRef(start, end)
            return end
        return position

    def _is_title(self, words: list[str], opening: str, start: int, fields: dict[str, Any]) -> bool:
        """Whether the words in quotation marks, or in brackets behind the date, are the document's title."""
        if '"' in opening:
            return len(words) >= 3 and words[0] not in self._grammar.stops and not self._is_only_verb(start)
        if "date" not in fields or len(words) < 2 or any(not word.strip(',"').isalpha() for word in words):
            return False
        named = words[0].startswith("ال") and not words[0].startswith(("الذي", "التي", "المذكور", "المشار", "المعدل"))
        return named or words[0] in self._grammar.nouns

    def _stripped(self, start: int, end: int) -> SpanRef:
        inside = self._text[start:end]
        return SpanRef(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))

    def _closing_quote(self, start: int, mark: str) -> int:
        end = self._text.find(mark, start, start + _LONGEST_SUBJECT)
        return end if end > start and "\n" not in self._text[start:end] else -1

    def _closes(self, position: int) -> bool:
        """Whether the quotation mark here stands against the word before it and apart from what follows."""
        before, after = self._text[position - 1], self._text[position + 1 : position + 2]
        return not before.isspace() and not after.isalnum()

    def _read_status(self, index: int, position: int) -> int:
        status = self._grammar.status_re.match(self._text, position)
        if status is None or self._names_another(index, position):
            return position
        self._documents[index].fields["status"] = "repealed" if status["repealed"] else "amended"
        return status.end()

    def _is_amended_by(self, position: int) -> bool:
        """Whether another document follows the word `المعدل`: `المعدل بالقانون رقم 9`."""
        return _ISSUED_WITH_RE.match(self._text, position) is not None

    def _phrase_end(self, start: int, limit: int, *, issuer: bool) -> int:
        """Where an issuer's or a subject's noun phrase ends."""
        text = self._text
        end, count = start, 0
        quoted = relative = False
        previous = ""
        date_starts = {date.start for date in self._dates.starting(start, start + _LONGEST_SUBJECT)}
        for word in _WORD_RE.finditer(text, start, min(limit, start + _LONGEST_SUBJECT, len(text))):
            form = word[0]
            if form in _SENTENCE_END and not (form == "." and _inside_number(text, word.start())):
                break
            if form == '"' and (issuer or end == start):
                break
            if issuer and (form in ("(", ")", "-") or form[0].isdigit()):
                break
            if form == "(" and not issuer:
                if _OWN_NUMBER_RE.match(text, word.start()):
                    break
                closing = text.find(")", word.end(), word.end() + 70)
                if closing < 0 or word.end() in date_starts or word.end() + 1 in date_starts:
                    break
            if form == ")" and "(" not in text[start : word.start()]:
                break
            if form == '"':
                if not quoted and (self._closes(word.start()) or self._closing_quote(word.end(), '"') < 0):
                    break
                quoted = not quoted
            if not issuer and (form in _RELATIVE or form == "ان" if count == 1 else not count and form in ("ما", "ان")):
                relative = True  # a clause that the noun cannot do without: الأشياء التي لا يسمح بها, ما لا يجوز
            if (
                count
                and not quoted
                and not relative
                and self._stops(form, previous, word.start(), word.end(), date_starts, issuer)
            ):
                break
            if form[-1].isalnum() or form in ')"%':
                end = word.end()
                count += 1
            previous = form
            if issuer and count >= _LONGEST_ISSUER:
                break
        if relative:
            return min(end, limit)
        return self._without_tail(start, min(end, limit)) if end > start else start

    def _without_tail(self, start: int, end: int) -> int:
        """The end without connectives that led to what was cut off (`حماية التراث بما`)."""
        tail = _TAIL_RE.search(self._text, start, end)
        end = tail.start() if tail else end
        while end > start and self._text[end - 1] == " ":
            end -= 1
        return end

    def _stops(self, form: str, previous: str, start: int, end: int, date_starts: set[int], issuer: bool) -> bool:
        grammar = self._grammar
        if form.startswith("الصادر") and _ISSUED_WITH_RE.match(self._text, end):
            return False
        if form == "بناء" and not self._text.startswith(" علي ", end):
            return False  # construction, not بناء على
        if not issuer and self._is_of_object(form, previous):
            return False
        if form in grammar.stops:
            return True
        if (len(form) >= 4 or form == "يجب") and form[0] == "ي" and form not in grammar.no_verbs:
            # A verb behind an indefinite noun or a relative pronoun is a clause of the phrase.
            return issuer or _is_definite(previous) or not previous.isalpha()
        if not issuer and _is_definite(previous) and self._is_predicate(form, start):
            return True
        if not issuer and form in ("في", "بتاريخ") and previous.startswith(("المبرم", "المنعقد", "الموقعه")):
            return False  # الموافقة على اتفاقية القرض المبرمة في 7 مايو 2018 بين ...
        if form in ("في", "بتاريخ", "منذ", "خلال", "يوم") and (end + 1 in date_starts or end + 5 in date_starts):
            return True
        if not issuer:
            return self._leaves_subject(form, start)
        if start in date_starts or form in grammar.issuer_stops:
            return True
        return grammar.subject_re.match(self._text, start) is not None

    def _is_of_object(self, form: str, previous: str) -> bool:
        """Whether a participle belongs to the subject's last noun: `إلغاء القرارات [الصادرة] عن المجلس`."""
        if form in ("بموجب", "بمقتضي"):
            return previous.startswith("الم")  # اللجنة المشكلة بموجب القرار رقم 9
        if form in ("المذكور", "المشار"):
            return previous in ("القانون", "المرسوم", "القرار", "النظام", "الظهير")
        if form in ("المبرمه", "الموقعه", "الصادره"):
            return self._masculine
        return False

    def _is_predicate(self, form: str, start: int) -> bool:
        """Whether a word behind a definite noun is the sentence's verb: `تنظيم الهجرة [أصبح] نافذا`."""
        if form in ("هو", "هي"):
            return not self._text.startswith(" تشي", start + 2)  # هو تشي منه
        if form in self._grammar.verbs:
            return True
        if form[0] in "ول" or form[-1] == "ا":
            return False  # nouns that the lexicon does not know: وهيأة, لهيأة, دعما
        return self._is_only_verb(start)

    def _is_only_verb(self, start: int) -> bool:
        """Whether the lexicon knows the word here as a verb and as nothing else."""
        words = self._article.words
        index = words.index_at(start)
        return index < len(words) and words.classes[index] & (VERB | _NO_VERBS) == VERB

    def _leaves_subject(self, form: str, start: int) -> bool:
        """Whether a phrase tells of the document and not of its subject: `... في الجريدة الرسمية`, `... إلى اللجنة`."""
        if form in ("في", "بالجريده") and _PUBLISHED_RE.match(self._text, start):
            return not self._text.endswith("النشر ", 0, start)
        if form in ("في", "باتجاه") and _TOWARDS_RE.match(self._text, start):
            return True
        if form[0] == "ب" and self._amended and _ISSUED_WITH_RE.match(self._text, start - 1):
            return True  # عدل القانون رقم 2 بتنظيم الصيد بالقانون رقم 9
        return form == "الي" and self._referred and _TO_BODY_RE.match(self._text, start) is not None

    # --- before the document ------------------------------------------------------------------------------

    def _clause_before(self, index: int, document: Draft) -> int:
        """Where the clause that leads to the document begins: after the last full stop, line end or document."""
        first = max(0, document.start - _BEFORE)
        if index:
            first = max(first, self._documents[index - 1].end)
        window = self._text[first : document.start]
        return first + max(window.rfind("\n"), window.rfind(". "), window.rfind("; "), -1) + 1

    def _issuing_verb(self, index: int, document: Draft) -> re.Match[str] | None:
        first = self._clause_before(index, document)
        verbs = list(self._grammar.verb_re.finditer(self._text, first, document.start))
        return verbs[-1] if verbs else None

    def _issuer_before(self, index: int, document: Draft) -> SpanRef | None:
        text = self._text
        member = self._grammar.members_re.search(text, max(0, document.start - 110), document.start)
        if self._is_possessed(document):
            body = self._body_before(document.start)
            return SpanRef(body.start, body.end) if body else None
        if member and _bare(member["issuer"].split()[0]) in self._grammar.heads:
            return SpanRef(*member.span("issuer"))
        verb = self._issuing_verb(index, document)
        if verb is None or verb[0] not in self._grammar.active_verbs:
            return None
        start, end = self._trim(verb.end(), document.start)
        if start >= end:
            near = self._bodies.touching(verb.start() - 2, verb.start())
            return next((SpanRef(body.start, body.end) for body in near if 0 < verb.start() - body.end <= 2), None)
        chaired = text.find(_CHAIRED, start, end)  # مجلس الوزراء برئاسة فلان
        end = chaired if chaired > 0 else end
        if self._broken(start, end):
            return None
        words = text[start:end].split()
        if (
            words[0] in self._grammar.heads
            or _bare(words[0]) in self._grammar.heads
            or words[0] in ("جلالته", "سموه", "السيد", "الشيخ", "الامير", "فخامته")
        ):
            return SpanRef(start, end)
        return SpanRef(start, end) if self._bodies.starting(start, min(end, start + 16)) else None

    def _issuer_of_order(self, document: Draft, position: int) -> SpanRef | None:
        """`في البرقية رقم 5، طلب رئيس الوزراء من ...`: who asks in a document issued it."""
        text = self._text
        if not text.endswith((" في ", "\nفي ", "وفي "), 0, document.start):
            return None
        verb = _ORDERS_RE.match(text, position)
        word = _WORD_RE.match(text, verb.end()) if verb is not None else None
        if verb is None or word is None or not {word[0], _bare(word[0])} & self._grammar.heads:
            return None
        end = self._phrase_end(verb.end(), len(text), issuer=True)
        return SpanRef(verb.end(), end) if text.startswith((" من ", " علي "), end) else None

    def _is_possessed(self, document: Draft) -> bool:
        """Whether the noun has a pronoun that means its issuer: `قراره رقم 35`, `كتابها`."""
        word = _WORD_RE.match(self._text, document.start)
        return word is not None and word[0] in _with_pronouns(document.fields["kind"] or "")

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) without dates, adverbs and punctuation at its edges, and without the document's proclitics."""
        text = self._text
        while end > start and text[end - 1] in "وبلك" and text[end - 2 : end - 1] in (" ", ""):
            end -= 1
        changed = True
        while changed and start < end:
            changed = False
            edge = _EDGE_RE.match(text[start:end])
            if edge and edge.end():
                start, changed = start + edge.end(), True
            tail = re.search(rf"(?:[\s,\"(]+|(?<!\w){_ADVERB})+$", text[start:end])
            if tail and tail.end() > tail.start():
                end, changed = start + tail.start(), True
            for date in self._dates.touching(start, end):
                if date.start <= start < date.end:
                    start, changed = date.end, True
                elif date.start < end <= date.end and date.start >= start:
                    end, changed = date.start, True
        return start, end

    def _broken(self, start: int, end: int) -> bool:
        """Whether the words between a verb and a document are more than the verb's subject.

        A body's name breaks nothing: `أصدرت لجنة الحزب في المدينة القرار رقم 12`.
        """
        text, position = self._text, start
        words: list[str] = []
        if len(text[start:end].split()) > _LONGEST_ISSUER + 2:
            return True
        for body in self._bodies.starting(start, end):
            if position <= body.start and body.end <= end:
                words += text[position : body.start].split()
                position = body.end
        words += text[position:end].split()
        return any(
            '"' in word
            or word.strip(",") in self._grammar.breaks
            or (len(word) >= 5 and word[0] == "ي" and word not in self._grammar.no_verbs)
            for word in words
        )

    def _date_before(self, index: int, document: Draft) -> str | None:
        """The date of the issuing clause: `وصدر اليوم الأربعاء الأمر ...`, `في 5 مايو أصدر ... القرار ...`."""
        verb = self._issuing_verb(index, document)
        if verb is None or self._broken(*self._trim(verb.end(), document.start)):
            return None
        clause = verb.start()
        while clause > 0 and self._text[clause - 1] in " ,)":
            clause -= 1
        for date in self._dates.touching(clause, document.start):
            between = verb.end() <= date.start and date.end <= document.start
            leading = clause <= date.end <= verb.start()
            value = date.fields.get("value")
            if (between or leading) and isinstance(value, str):
                return value
        return None

    def _read_heading(self, document: Draft) -> None:
        """In a heading the rest of the line after the number is the title, what stands before a colon the issuer."""
        text, fields = self._text, document.fields
        first = max(0, document.start - _LONGEST_HEADING)
        heading = _HEADING_RE.fullmatch(text, max(first, text.rfind("\n", first, document.start) + 1), document.start)
        if heading is None or text[heading.start() - 1 : heading.start()] not in ("\n", ""):
            return
        if heading["issuer"] and "issuer" not in fields:
            fields["issuer"] = SpanRef(*heading.span("issuer"))
        end = text.find("\n", document.end)
        rest = text[document.end : len(text) if end < 0 else end]
        start = document.end + len(rest) - len(rest.lstrip(" :-,"))
        end = document.end + len(rest.rstrip(" ."))
        if end - start >= 6 and "date" not in fields and "subject" not in fields and text[start : start + 3] != "في ":
            fields["subject"] = SpanRef(start, end)

    def _pinpoint(self, document: Draft) -> SpanRef | None:
        """`المادة 12` of `المادة 12 من القانون رقم 5`."""
        first = max(0, document.start - 130)
        window = self._text[first : document.start]
        point = _POINT_RE.search(window)
        if point is None:
            return None
        written = point["point"]
        if not _POINT_NUMBER_RE.search(written) or _WITHIN_POINT_RE.search(written):
            return None
        start = first + point.start("point")
        if written.startswith("لل"):
            start += 1
        return SpanRef(start, first + point.end("point"))


# --- identity ------------------------------------------------------------------------------------------


def _settle_numbers(documents: list[Draft]) -> None:
    """`06-02` of 2006 is number 02: the half that is the date's year is not the serial."""
    serials: dict[str, str] = {}
    for document in documents:
        halves = _HALVES_RE.fullmatch(document.fields["code"])
        if halves and str(document.fields.get("date") or "")[2:4] == halves[1]:
            serials[document.fields["code"]] = halves[2]
    for document in documents:
        document.fields["number"] = serials.get(document.fields["code"], document.fields["number"])


def _resolve(documents: list[Draft]) -> None:
    """A number alone stands for the one longer code in the article that has this number and kind."""
    fuller: dict[str, dict[str | None, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for document in documents:
        fields = document.fields
        if fields["code"] != fields["number"] and not fields["code"].endswith(")"):
            fuller[fields["number"]][fields["kind"]][fields["code"]] = None
    for document in documents:
        code = document.fields["code"]
        if not code.isdigit() or code not in fuller:
            continue
        candidates: set[str] = set()
        for kind, codes in fuller[code].items():
            if _same_kind(document.fields["kind"], kind):
                candidates.update(islice(codes, 2))
        if len(candidates) == 1:
            document.fields["resolved"] = candidates.pop()


def _same_kind(kind: str | None, other: str | None) -> bool:
    return other is None or kind == other or str(kind).split(" ")[0] == other


@lru_cache(maxsize=4096)
def _with_pronouns(kind: str) -> tuple[str, ...]:
    """A document's noun with the pronouns of its issuer, folded."""
    stem = fold(kind.split(" ", maxsplit=1)[0])
    stem = stem[:-1] + "ت" if stem.endswith("ه") else stem
    return (stem + "ه", stem + "ها", stem + "هم") if len(stem) > 2 else ()


@lru_cache(maxsize=4096)
def normalise_code(code: str) -> str:
    """One spelling for one code: `10 لسنة 2018` and `10/2018`, `25-NQ/TW` and `25 - nq / tw`, `18-97` and `18.97`."""
    folded = fold(code.replace("ـ", "-")).upper().replace("Đ", "D")
    dated = _YEAR_CODE_RE.fullmatch(folded)
    if dated:
        return f"{dated[1].lstrip('0')}/{dated[2].replace(' ', '')}"
    resolution = _RESOLUTION_RE.match(folded)
    if resolution:
        return resolution[1]
    folded = _TRAILING_BRACKET_RE.sub("", folded)
    parts = [part for part in re.split(r"[\s/.\-]+", folded) if part]
    if len(parts) == 2 and _FULL_YEAR_RE.fullmatch(parts[0]) and not _FULL_YEAR_RE.fullmatch(parts[1]):
        parts.reverse()
    return "/".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


def _identify(article: ScannedArticle, documents: list[Draft]) -> None:
    """Give every mention its key; one that says less than the only other document of its kind and code is that one."""
    groups: dict[tuple[str, str], list[tuple[Draft, str, str]]] = {}
    for document, shared in zip(documents, _shared_years(article, documents), strict=True):
        fields = document.fields
        code = normalise_code(fields.get("resolved") or fields["code"]) + shared
        kind = str(fields["kind"] or ("قرار" if "/RES/" in fields["code"] else "وثيقة"))
        issuer = year = ""
        dated = _DATED_NUMBER_RE.fullmatch(code)
        if dated and " " in fields["code"] and kind == "قرار" and _issuer_key(article, document) == "الأمم المتحدة":
            code = dated[1]  # the Security Council's numbers run on from year to year
        if _NO_LETTER_RE.fullmatch(code):
            issuer = _issuer_key(article, document)
            year = "" if issuer in ("الأمم المتحدة", "الجمعية العامة") else str(fields.get("date") or "")[:4]
        groups.setdefault((kind, code), []).append((document, issuer, year if year.isdigit() else ""))
    for (kind, code), members in groups.items():
        issuers = {issuer for _, issuer, _ in members if issuer}
        years_of: dict[str, set[str]] = defaultdict(set)
        for _, issuer, year in members:
            if year:
                years_of[issuer].add(year)
        for document, issuer, year in members:
            whose = issuer or (next(iter(issuers)) if len(issuers) == 1 else "")
            years = years_of.get("", set()) | years_of.get(whose, set())
            when = year or (next(iter(years)) if len(years) == 1 else "")
            said = "" if _LATIN_RE.search(code) else kind
            document.fields["key"] = fold(":".join(part for part in (said, code, when, whose) if part))


def _shared_years(article: ScannedArticle, documents: list[Draft]) -> list[str]:
    """`/2018` for the first of `القانونان رقم 5 و6 لسنة 2018`: the last one's year holds for all; "" for others."""
    years = [""] * len(documents)
    for index in range(len(documents) - 2, -1, -1):
        here, following = documents[index], documents[index + 1]
        if not here.fields["code"].isdigit() or following.rule != "documents.further_number":
            continue
        if article.text[here.end : following.start].strip(" ,") not in ("و", ""):
            continue
        dated = _YEAR_CODE_RE.fullmatch(fold(following.fields["code"]))
        years[index] = f"/{dated[2]}" if dated else years[index + 1]
    return years


def _issuer_key(article: ScannedArticle, document: Draft) -> str:
    issuer = document.fields.get("issuer")
    said = article.text[document.start : document.end]
    if isinstance(issuer, SpanRef):
        said = f"{said} {article.text[issuer.start : issuer.end]}"
    if "/RES/" in document.fields["code"] or document.fields["kind"] == "قرار":
        if _ASSEMBLY_RE.search(said) or "A/RES" in said:
            return "الجمعية العامة"
        if _UNITED_NATIONS_RE.search(said) or "S/RES" in said:
            return "الأمم المتحدة"
    if not isinstance(issuer, SpanRef):
        return ""
    name = " ".join(article.text[issuer.start : issuer.end].split()[:6])
    swallowed = name.startswith("ل") and article.text[issuer.start - 1 : issuer.start] == "ل"
    return f"ا{name}" if swallowed and not name.startswith("لجنه") else f"ال{name}" if swallowed else name


def _mark_contradictions(documents: list[Draft]) -> None:
    """Two dates for one key contradict each other unless the one is only less precise."""
    dates: dict[str, set[str]] = {}
    for document in documents:
        date = document.fields.get("date")
        if date:
            dates.setdefault(document.fields["key"], set()).add(date)
    # By length, each of those that agree begins with the one before.
    contradicted = {
        key
        for key, said in dates.items()
        if not all(longer.startswith(shorter) for shorter, longer in pairwise(sorted(said, key=len)))
    }
    for document in documents:
        if document.fields["key"] in contradicted:
            document.fields["contradiction"] = True


def _attach_references(article: ScannedArticle, documents: list[Draft]) -> None:
    """`هذا القرار`, `القانون المذكور`: attached to the only numbered document of the kind that went before.

    Where a document of the kind without a number stands between, nobody can know which is meant. `هذا الأمر` is as a
    rule "this matter", and is left alone.
    """
    text = article.text
    current: dict[str, Draft | None] = {}
    seen: dict[str, set[str]] = {}
    upcoming = last_end = 0
    for hit in article.hits("document.noun"):
        while upcoming < len(documents) and documents[upcoming].start <= hit.start:
            document = documents[upcoming]
            kind = str(document.fields["kind"] or "").split(" ")[-1]
            current[kind] = document
            seen.setdefault(kind, set()).add(document.fields["key"])
            upcoming += 1
            last_end = max(last_end, document.end)
        kind = hit.value.kind
        if kind not in seen or kind == "أمر" or hit.start < last_end:
            continue
        start, end = hit.start, hit.end
        this = _THIS_RE.search(text, max(0, start - 8), start)
        said = _MENTIONED_RE.match(text, end)
        if not hit.article or hit.value.several or not (this or said):
            if not hit.article:
                current[kind] = None
            continue
        target = current.get(kind)
        if target is not None and len(seen[kind]) == 1:
            span = SpanRef(this.start() if this else start, said.end() if said else end)
            target.fields.setdefault("references", []).append(span)


def _is_definite(word: str) -> bool:
    return word.startswith(("ال", "لل", "بال", "وال"))


def _inside_number(text: str, position: int) -> bool:
    return text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()


def _bare(word: str) -> str:
    """The word without its article (`لمكتب` of `للمكتب` as well)."""
    for prefix in ("ال", "ل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word
