from __future__ import annotations

from extractnews.article import Found, ScannedArticle


def link_documents(article: ScannedArticle, found: Found) -> None:
    """Complete the drafts in place."""
