"""The clause that leads to a document: its issuing verb, a heading, the point that is cited."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extractnews.article import Draft, SpanRef
from extractnews.linking.documents.context import Context
from extractnews.linking.documents.grammar import WORD_RE, bare
from extractnews.linking.documents.phrases import Phrases
from extractnews.normalise import fold

_MOST_WORDS: Final = 16
"""Between an issuing verb and its document."""
_LONGEST_NAME: Final = 60
_LONGEST_HEADING: Final = 120
_ORDERS_RE: Final = re.compile(r" ?, ?(?:طلبت?|شددت?|اكدت?) ")
_ADVERB: Final = (
    r"(?:اليوم|امس|الاول|بالاجماع|باجماع|ايضا|كذلك|يوم|مساء|صباح|اخيرا|مؤخرا|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|في|قد|"
    r"الماضي|الجاري|فجر|عصر|مساءا|بتاريخ|من|هنا|هذا|علي|بدوره|بدورها|سابقا|لاحقا|الي|مجددا|كل|له|لها|للتو|رسميا|حديثا|بالفعل|فعلا|فجاه|فورا|الفور|توا)"
)
_EDGE_RE: Final = re.compile(rf"^(?:[\s,\"()]+|{_ADVERB}(?!\w))+|(?:[\s,\"()]+|(?<!\w){_ADVERB})+$")
_CHAIRED: Final = " برئاسه "
_HEADING_RE: Final = re.compile(r"#+[ *]*(?:(?P<issuer>[^:\n\d]{4,70}): ?)?")
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


class ClauseReader:
    """Reads what stands before the documents of one article.

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
        self._bodies = context.bodies

    def issuer_before(self, index: int) -> SpanRef | None:
        """The issuer that a pronoun, a plural with members or an issuing verb before a document names."""
        text, document = self._text, self._documents[index]
        member = self._grammar.members_re.search(text, max(0, document.start - 110), document.start)
        if self._is_possessed(document):
            body = self._context.body_before(document.start)
            return SpanRef(body.start, body.end) if body else None
        if member and bare(member["issuer"].split()[0]) in self._grammar.heads:
            return SpanRef(*member.span("issuer"))
        verb = self._issuing_verb(index, document)
        if verb is None:
            return None
        start, end = self._trim(verb.end(), document.start)
        if verb[0] not in self._grammar.active_verbs:
            if not text.startswith("عن ", start):
                return None
            start += 3  # صدر عن وزير العدل القرار رقم 5
        if start >= end:
            return self._subject_before(verb.start())
        chaired = text.find(_CHAIRED, start, end)  # مجلس الوزراء برئاسة فلان
        end = chaired if chaired > 0 else end
        if self._broken(start, end):
            return None
        words = text[start:end].split()
        if (
            words[0] in self._grammar.heads
            or bare(words[0]) in self._grammar.heads
            or words[0] in ("جلالته", "سموه", "السيد", "الشيخ", "الامير", "فخامته")
        ):
            return SpanRef(start, end)
        return SpanRef(start, end) if self._bodies.starting(start, min(end, start + 16)) else None

    def _subject_before(self, position: int) -> SpanRef | None:
        """The body or person right before a verb; of a body in an apposition its officer, who is the subject."""
        for body in self._bodies.touching(position - 2, position):
            if 0 < position - body.end <= 2:
                subject = self._context.holder_of(body) or body
                return SpanRef(subject.start, subject.end)
        return None

    def issuer_of_order(self, document: Draft, position: int) -> SpanRef | None:
        """`في البرقية رقم 5، طلب رئيس الوزراء من ...`: who asks in a document issued it."""
        text = self._text
        if not text.endswith((" في ", "\nفي ", "وفي "), 0, document.start):
            return None
        verb = _ORDERS_RE.match(text, position)
        word = WORD_RE.match(text, verb.end()) if verb is not None else None
        if verb is None or word is None or not {word[0], bare(word[0])} & self._grammar.heads:
            return None
        end = self._phrases.issuer_end(verb.end(), len(text))
        return SpanRef(verb.end(), end) if text.startswith((" من ", " علي "), end) else None

    def date_before(self, index: int) -> str | None:
        """The date of the issuing clause: `وصدر اليوم الأربعاء الأمر ...`, `في 5 مايو أصدر ... القرار ...`."""
        document = self._documents[index]
        verb = self._issuing_verb(index, document)
        if verb is None or self._broken(*self._trim(verb.end(), document.start)):
            return None
        clause = verb.start()
        colon = self._text.rfind(":", max(0, clause - _LONGEST_NAME), clause)
        if colon >= 0 and any(date.end == colon for date in self._dates.touching(colon, colon)):
            clause = colon  # 3 مايو 1990: مجلس الأمن يصدر القرار رقم 5
        while clause > 0 and self._text[clause - 1] in " ,)":
            clause -= 1
        for date in self._dates.touching(clause, document.start):
            between = verb.end() <= date.start and date.end <= document.start
            leading = clause <= date.end <= verb.start()
            value = date.fields.get("value")
            if (between or leading) and isinstance(value, str):
                return value
        return None

    def _issuing_verb(self, index: int, document: Draft) -> re.Match[str] | None:
        first = self._context.clause_before(index)
        verbs = list(self._grammar.verb_re.finditer(self._text, first, document.start))
        return verbs[-1] if verbs else None

    def _is_possessed(self, document: Draft) -> bool:
        """Whether the noun has a pronoun that means its issuer: `قراره رقم 35`, `كتابها`."""
        word = WORD_RE.match(self._text, document.start)
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
        if len(text[start:end].split()) > _MOST_WORDS:
            return True
        for body in self._bodies.starting(start, end):
            if position <= body.start and body.end <= end:
                words += text[position : body.start].split()
                position = body.end
        words += text[position:end].split()
        return any('"' in word or word.strip(",") in self._grammar.breaks or self._is_verb(word) for word in words)

    def _is_verb(self, word: str) -> bool:
        """Whether a word is a verb in the present tense; a short one may be somebody's name."""
        if word[0] != "ي" or word in self._grammar.no_verbs:
            return False
        return len(word) >= 5 or (len(word) == 4 and self._context.article.is_verb(word))


def read_heading(text: str, document: Draft) -> None:
    """In a heading the rest of the line after the number is the title, what stands before a colon the issuer."""
    fields = document.fields
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


def pinpoint_of(text: str, document: Draft) -> SpanRef | None:
    """`المادة 12` of `المادة 12 من القانون رقم 5`."""
    first = max(0, document.start - 130)
    window = text[first : document.start]
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


@lru_cache(maxsize=4096)
def _with_pronouns(kind: str) -> tuple[str, ...]:
    """A document's noun with the pronouns of its issuer, folded."""
    stem = fold(kind.split(" ", maxsplit=1)[0])
    stem = stem[:-1] + "ت" if stem.endswith("ه") else stem
    return (stem + "ه", stem + "ها", stem + "هم") if len(stem) > 2 else ()
