"""The chain of links behind a document: `المؤرخ ...`, `الصادر عن ...`, `بشأن ...`.

Of coordinated documents only the last has the chain.
"""

from __future__ import annotations

import re
from typing import Any, Final

from extractnews.article import Draft, SpanRef
from extractnews.linking.documents.context import About, Context
from extractnews.linking.documents.grammar import ISSUED_WITH_RE, WORD_RE, bare
from extractnews.linking.documents.phrases import Phrases, closing_quote
from extractnews.normalise import fold

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
    r"في (?:ال)?(?:مدينه|مقاطعه|محافظه|منطقه|بلديه|ولايه)(?: [^\W\d_]{2,}){0,2}?(?=,? (?:بشان|حول|بخصوص)(?!\w))|"
    r"تحت الفصل السابع|تحت البند السابع|\([^()\n\d]{2,50}\))(?!\w)"
)
# No sentence begins with these: the stop after the code is a slip (القانون رقم 84-09. المؤرخ في ...).
_STRAY_STOP_RE: Final = re.compile(r"\.(?= ?,? ?(?:المؤرخه?|المتعلقه?|القاضيه?|الصادره?) (?:في|ب|عن))")
_LATIN_RE: Final = re.compile(r"[A-Z]")
_OF_FEMININE_RE: Final = re.compile(r"[ ,]*و?ال\w+ه ")
_OF_ALL_RE: Final = re.compile(r"[ ,]*و?ال(?:صادر|مؤرخ|متعلق|خاص|قاضي)(?:ين|ان|تين|تان) ")
_OF_SEVERAL_RE: Final = re.compile(r"[ ,]*و?ال(?:صادر|مؤرخ|متعلق|خاص|قاضي)ه ")
_STATUS_INSIDE_RE: Final = re.compile(r"[^\W\d_]+ \(?(?:(?P<repealed>الملغ(?:ي|اه)|المنسوخ)|المعدله?)\)? ")


class ChainReader:
    """Reads what stands behind the documents of one article.

    Args:
        context: the article.
        phrases: where its noun phrases end.
    """

    def __init__(self, context: Context, phrases: Phrases) -> None:
        self._context = context
        self._phrases = phrases
        self._text = context.text
        self._grammar = context.grammar
        self._documents = context.documents
        self._dates = context.dates

    def read(self, index: int, about: About) -> int:
        """Fill the fields from the words behind a document; where these end."""
        document = self._documents[index]
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
                position = self._read_subject(fields, position, limit, about)
                if position > before and self._names_another(index, position):
                    break  # what follows is said of the document in the subject
            if position == before:
                position = self._read_status(index, position)
                if position > before and self._is_amended_by(position):
                    break
            if position > before and self._is_of_all(index, before):
                self._share(index)
            if position == before:
                skipped = _SKIP_RE.match(self._text, position)
                if skipped is None:
                    break
                position = self._behind_gazette(skipped)
        return position

    def _is_of_all(self, index: int, position: int) -> bool:
        """Whether what is read is said of all the numbers joined: by its ending, or by their noun's broken plural."""
        if _OF_ALL_RE.match(self._text, position):
            return True
        while index and self._documents[index].rule == "documents.further_number":
            index -= 1
        noun = WORD_RE.match(self._text, self._documents[index].start)
        if noun is None or _OF_SEVERAL_RE.match(self._text, position) is None:
            return False
        kind = fold((self._documents[index].fields["kind"] or "").split(" ")[0])
        return bare(noun[0]) != kind

    def _share(self, index: int) -> None:
        """Give the numbers joined before a document what is said of them all: `القراران 5 و6 الصادران عن الوزير`."""
        fields = self._documents[index].fields
        while index and self._documents[index].rule == "documents.further_number":
            index -= 1
            for name in ("date", "issuer", "subject"):
                if name in fields:
                    self._documents[index].fields.setdefault(name, fields[name])

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
        subject, issuer = fields.get("subject"), fields.get("issuer")
        # القانون المتعلق بكذا، الذي أقره البرلمان في يوليو 2002
        adopted = subject and issuer and issuer.end == gap.start() and issuer.start > subject.end
        if not value or (subject and not adopted):
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
            body = self._context.body_before(position)
            if body is not None:
                fields["issuer"] = SpanRef(body.start, body.end)
            return pronoun.end()
        if link is not None:
            end = self._issuer_end(link.end(), limit)
            if end <= link.end():
                return position
            fields["issuer"] = SpanRef(link.end(), end)
            return end
        link = _OF_RE.match(text, position)
        if link is None or (not issued and (link[0][0] == "," or self._is_law(fields))):
            return position
        word = WORD_RE.match(text, link.end())
        if word is None or not {word[0], word[0].removeprefix("ل")} & self._grammar.heads:
            return position
        end = self._issuer_end(link.end(), limit)
        fields["issuer"] = SpanRef(link.end(), end)
        return end

    def _is_law(self, fields: dict[str, Any]) -> bool:
        """Whether `ل` behind the document leads to what it regulates; a code with letters has its issuer behind it."""
        kind = (fields.get("kind") or "").split(" ")[-1]
        return kind in self._grammar.law_kinds and _LATIN_RE.search(fields["code"]) is None

    def _issuer_end(self, start: int, limit: int) -> int:
        """Where an issuer's phrase ends; a body's name may hold a place (`لجنة الحزب في مقاطعة هوي`)."""
        end = self._phrases.issuer_end(start, limit)
        for body in self._context.bodies.starting(start, start + 2):
            if "name" in body.fields and start < end < body.end <= limit:
                end = body.end
        return end

    def _read_subject(self, fields: dict[str, Any], position: int, limit: int, about: About) -> int:
        text = self._text
        link = self._grammar.subject_re.match(text, position)
        if link is not None and about.masculine and _OF_FEMININE_RE.match(link[0]):
            return position  # المادة 3 من القانون رقم 12.04 المتعلقة بالصيد
        if link is None and " " in fields["code"]:  # القرار رقم 17 لسنة 2023 بالهيكل التنظيمي
            link = self._grammar.title_re.match(text, position)
        quoted = self._grammar.quoted_subject_re.match(text, position) if link is None else None
        if quoted is not None:
            end = closing_quote(text, quoted.end(), '"' if '"' in quoted[0] else ")")
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
            end = closing_quote(text, start + 1, '"')
            if end > 0 and text[start + 1 : end].strip():
                fields["subject"] = self._stripped(start + 1, end)
                return end + 1
            start += 1
        end = self._phrases.subject_end(start, limit, about)
        if end > start:
            fields["subject"] = SpanRef(start, end)
            return end
        return position

    def _is_title(self, words: list[str], opening: str, start: int, fields: dict[str, Any]) -> bool:
        """Whether the words in quotation marks, or in brackets behind the date, are the document's title."""
        if '"' in opening:
            return len(words) >= 3 and words[0] not in self._grammar.stops and not self._phrases.is_only_verb(start)
        if "date" not in fields or len(words) < 2 or any(not word.strip(',"').isalpha() for word in words):
            return False
        named = words[0].startswith("ال") and not words[0].startswith(("الذي", "التي", "المذكور", "المشار", "المعدل"))
        return named or words[0] in self._grammar.nouns

    def _stripped(self, start: int, end: int) -> SpanRef:
        inside = self._text[start:end]
        return SpanRef(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))

    def _read_status(self, index: int, position: int) -> int:
        status = self._grammar.status_re.match(self._text, position)
        if status is None or self._names_another(index, position):
            return position
        self._documents[index].fields["status"] = "repealed" if status["repealed"] else "amended"
        return status.end()

    def _is_amended_by(self, position: int) -> bool:
        """Whether another document follows the word `المعدل`: `المعدل بالقانون رقم 9`."""
        return ISSUED_WITH_RE.match(self._text, position) is not None


def status_inside(text: str, document: Draft) -> str | None:
    """The status that an adjective right behind the document's noun says."""
    inside = _STATUS_INSIDE_RE.match(text, document.start, document.end)
    if inside is None:
        return None
    return "repealed" if inside["repealed"] else "amended"
