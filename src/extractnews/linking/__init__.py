"""Relations and entities of one article, found once all extractors have run."""

from __future__ import annotations

from extractnews.article import Found, ScannedArticle
from extractnews.linking.awards import link_awards
from extractnews.linking.documents import link_documents
from extractnews.linking.entities import link_entities


def link(article: ScannedArticle, found: Found) -> None:
    """Complete the drafts in place: relations first, then entities, which may use them."""
    link_documents(article, found)
    link_awards(article, found)
    link_entities(article, found)
