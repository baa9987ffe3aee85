from __future__ import annotations

from extractnews.article import Found, ScannedArticle


def link_entities(article: ScannedArticle, found: Found) -> None:
    """Complete the drafts in place."""
