"""Typed records from Arabic news: documents, dates, officials, organisations and awards."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractnews.article import Article
    from extractnews.extractors.dates.parser import parse_date
    from extractnews.numerals import Number, find_numbers, parse_number
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
    "Number",
    "OfficialRecord",
    "OrganisationRecord",
    "Pipeline",
    "Span",
    "Title",
    "Zone",
    "extract",
    "find_numbers",
    "parse_date",
    "parse_number",
]

# The public names' modules are loaded at first use, so that the package itself imports in no time: a new name is added
# above and, if it is no record, here.
_MODULES = {
    "Article": "article",
    "Number": "numerals",
    "Pipeline": "pipeline",
    "extract": "pipeline",
    "find_numbers": "numerals",
    "parse_date": "extractors.dates.parser",
    "parse_number": "numerals",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES.get(name, 'records')}"), name)
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
