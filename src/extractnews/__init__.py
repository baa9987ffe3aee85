"""Typed records from Arabic news: documents, dates, officials, organisations and awards."""

from extractnews.article import Article
from extractnews.extractors.date_parser import parse_date
from extractnews.numerals import parse_number
from extractnews.pipeline import Pipeline, extract
from extractnews.records import (
    ArticleRecords,
    AwardRecord,
    DateRecord,
    DocumentRecord,
    OfficialRecord,
    OrganisationRecord,
    Span,
    Title,
    Zone,
)

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleRecords",
    "AwardRecord",
    "DateRecord",
    "DocumentRecord",
    "OfficialRecord",
    "OrganisationRecord",
    "Pipeline",
    "Span",
    "Title",
    "Zone",
    "extract",
    "parse_date",
    "parse_number",
]
