"""What the text says of a document: date, issuer, subject, status, pinpoint, and which mentions are one document.

Where the words behind a document name no issuer or date, those of an issuing verb before it are taken.
"""

from __future__ import annotations

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.linking.documents.chain import ChainReader, status_inside
from extractnews.linking.documents.clauses import ClauseReader, pinpoint_of, read_heading
from extractnews.linking.documents.context import Context, free_dates
from extractnews.linking.documents.grammar import read_grammar
from extractnews.linking.documents.identity import (
    attach_references,
    identify,
    mark_contradictions,
    resolve,
    settle_numbers,
)
from extractnews.linking.documents.phrases import Phrases


class DocumentLinker:
    """Links documents to what the text says of them; built once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._grammar = read_grammar(resources)

    def __call__(self, article: ScannedArticle, found: Found) -> None:
        """Complete the drafts in place; dates that are the year inside a document's code are taken out."""
        documents = found.get("documents", [])
        if not documents:
            return
        dates = free_dates(article.text, documents, found.get("dates", []))
        if "dates" in found:
            found["dates"] = dates
        context = Context(article, self._grammar, documents, dates, found)
        phrases = Phrases(context)
        chains, clauses = ChainReader(context, phrases), ClauseReader(context, phrases)
        for index, document in enumerate(documents):
            _read(context, index, document, chains, clauses)
        settle_numbers(documents)
        resolve(documents)
        identify(article, documents)
        mark_contradictions(documents)
        attach_references(article, documents)


def _read(context: Context, index: int, document: Draft, chains: ChainReader, clauses: ClauseReader) -> None:
    """Fill the fields of one document."""
    fields = document.fields
    end = chains.read(index, context.about(index))
    status = status_inside(context.text, document)
    if status:
        fields["status"] = status
    if "issuer" not in fields:
        issuer = clauses.issuer_before(index) or clauses.issuer_of_order(document, end)
        if issuer:
            fields["issuer"] = issuer
    if "date" not in fields:
        date = clauses.date_before(index)
        if date:
            fields["date"] = date
    read_heading(context.text, document)
    point = pinpoint_of(context.text, document)
    if point:
        fields["pinpoint"] = point
