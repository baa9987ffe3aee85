"""Numbered or coded official documents: `القرار 25-NQ/TW`, `المرسوم الملكي رقم (م/12)`, `القانون رقم 10 لسنة 2018`.

A document's noun is the cue. Behind it a number is looked for: after `رقم` or `عدد`, over the words of the noun phrase,
or bare where the noun may have one. Codes that need no noun (`S/RES/2254`, `25-NQ/TW`) are found by their letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, ClassVar, Final

from extractnews.article import Draft, Found, ScannedArticle, SpanRef
from extractnews.extractors.documents.codes import (
    BARE_CODE_RE,
    clean,
    may_have_bare_code,
    serial_of,
)
from extractnews.extractors.documents.nouns import Head, Noun, heads_in, names_object, noun_forms
from extractnews.extractors.documents.numbers import MARKER_RE, NumberReader, Reference
from extractnews.extractors.documents.words import WORD_RE, stem_of, word_set
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.scanner import Cue

_LONGEST_CODED: Final = 50
"""Code points before a code in which a noun begins that is a document's only there (`التقرير رقم 125/BC-UBND`)."""
_OF_BODY_RE: Final = re.compile(r" ال[^\W\d_]{3,} ل(?:ل(?=ل))?(?P<noun>[^\W\d_]{3,})")
_START: Final = attrgetter("start")


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
        kinds = table["coded"]["kinds"]
        self._coded_kinds = {fold(kind): kind for kind in kinds}
        self._coded_re = re.compile(
            rf"(?<!\w)[وف]?(?:[بك]|ل(?=ل))?(?P<noun>(?:ال|ل)?(?P<kind>{'|'.join(self._coded_kinds)}))"
            r"(?: ال[^\W\d_]{3,}){0,2} (?:رقم )?[(\"]?$"
        )
        self._issuer_heads = word_set(table["issuer"]["heads"])
        self._epithets = word_set(table["issuer"]["epithets"])
        self._numbers = NumberReader(resources, table)

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
            for head in heads_in(article.text, hits):
                reference = None
                for reference in self._numbers.references(article, head, dates):
                    known = best.get(reference.end)
                    if known is None or not names_object(article.text, head, known.head):
                        best[reference.end] = reference
                if reference is None and article.text[head.end + 1 : head.end + 2].isdigit():
                    unread.append(head)
            if best:
                for reference in self._numbers.short_forms(article, unread, best.values(), dates):
                    best.setdefault(reference.end, reference)
                drafts = [self._draft(article, reference) for reference in _without_overlaps(best.values())]
        if may_have_bare_code(article.text):
            drafts.extend(self._bare_codes(article, drafts))
        return drafts

    def _bare_codes(self, article: ScannedArticle, drafts: list[Draft]) -> list[Draft]:
        codes = []
        for match in BARE_CODE_RE.finditer(article.text):
            after = bisect_left(drafts, match.end(), key=_START)
            if after and drafts[after - 1].end > match.start():
                continue
            code = clean(article.view.written(match.start(), match.end()))
            noun = self._coded_re.search(article.text, max(0, match.start() - _LONGEST_CODED), match.start())
            kind = self._coded_kinds[noun["kind"]] if noun is not None else None
            start = noun.start("noun") if noun is not None else match.start()
            end = match.end() + (noun is not None and noun[0][-1] == "(" and article.text.startswith(")", match.end()))
            fields = {"kind": kind, "number": serial_of(code), "code": code}
            codes.append(Draft(start, end, "documents.code", fields))
        return codes

    def _draft(self, article: ScannedArticle, reference: Reference) -> Draft:
        head = reference.head
        middle = article.text[reference.middle.start : reference.middle.end]
        kind = head.noun.kind
        if " بقانون" in middle and head.noun.noun_class == "act":
            kind = f"{kind} بقانون"
        fields: dict[str, Any] = {
            "kind": f"{head.draft} {kind}" if head.draft else kind,
            "number": serial_of(reference.code, of_law=head.noun.kind == "قانون"),
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
        elif MARKER_RE.search(article.text, head.end, reference.end):
            rule = "documents.noun_and_marker"
        else:
            rule = "documents.noun_and_number"
        return Draft(reference.start, reference.end, rule, fields)

    def _issuer_inside(self, article: ScannedArticle, reference: Reference) -> SpanRef | None:
        """`قرار [مجلس الأمن الدولي] رقم 1701`: the noun phrase after the noun, if it names a body or an office."""
        text = article.text
        words = [
            match for match in WORD_RE.finditer(text, reference.middle.start, reference.middle.end)
            if match[0] not in ("بقانون", "بمثابه", "قانون")
        ]  # fmt: skip
        if not words:
            return None
        first = words[0]
        start, end = first.start(), words[-1].end()
        of_body = _OF_BODY_RE.match(text, reference.middle.start) if reference.head.definite else None
        if of_body is not None and of_body["noun"] in self._issuer_heads:
            start = of_body.start("noun")  # البرقية الرسمية لرئيس الوزراء رقم 9
        elif stem_of(first[0]) not in self._issuer_heads and first[0] not in self._issuer_heads:
            return None
        for word in words:
            if word[0].startswith(("الصادر", "المؤرخ")) or word[0] in self._epithets:
                end = min(end, text.rfind(" ", start, word.start()))
                break
        if reference.head.definite and start == first.start() and first[0].startswith("لل"):
            start += 1
        if text[end : end + 1] == '"' and text.count('"', start, end) % 2:
            end += 1
        if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
            end += 1
        return SpanRef(start, end) if end > start else None


def _without_overlaps(references: Iterable[Reference]) -> list[Reference]:
    """The references sorted; of two that overlap the later, for a number belongs to the nearest noun."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda reference: (reference.start, reference.end)):
        while kept and kept[-1].end > reference.start:
            kept.pop()
        kept.append(reference)
    return kept
