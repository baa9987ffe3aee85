"""Typed records from Arabic news: documents, dates, officials, organisations and awards."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractnews.article import Article
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

# A public name's module is loaded at its first use, so that the package itself imports in no time; the records are
# in `records`.
_MODULES = {"Article": "article", "Pipeline": "pipeline", "extract": "pipeline"}

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
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES.get(name, 'records')}"), name)
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
