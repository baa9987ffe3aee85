"""The extractors, one module for each record type, in the order in which they run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Protocol

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.scanner import Cue


class Extractor(Protocol):
    """What an extractor is: built once from the resources, it names its cues and turns a scanned article into drafts.

    Attributes:
        record_type: the list that it fills.
        reads: record types whose drafts, of extractors that ran before it, it looks at.
        linked_to: record types whose drafts linking looks at to complete its own.
    """

    record_type: ClassVar[str]
    reads: ClassVar[frozenset[str]]
    linked_to: ClassVar[frozenset[str]]

    def __init__(self, resources: Resources) -> None: ...

    def cues(self) -> Iterable[Cue]:
        """The phrases around which it looks."""

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The drafts of one article, in any order."""


def all_extractors() -> tuple[type[Extractor], ...]:
    """The extractors in the order in which they run; a new record type is one more line here."""
    from extractnews.extractors.awards.extractor import AwardExtractor
    from extractnews.extractors.dates.extractor import DateExtractor
    from extractnews.extractors.documents.extractor import DocumentExtractor
    from extractnews.extractors.officials.extractor import OfficialExtractor
    from extractnews.extractors.organisations.extractor import OrganisationExtractor

    return (DateExtractor, DocumentExtractor, OrganisationExtractor, OfficialExtractor, AwardExtractor)
