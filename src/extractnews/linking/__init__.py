"""Relations and entities of one article, found once all extractors have run."""

from __future__ import annotations

from extractnews.article import Found, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.linking.awards.linker import AwardLinker
from extractnews.linking.documents.linker import DocumentLinker
from extractnews.linking.entities import EntityLinker


class Linker:
    """Completes the drafts of an article; built once from the resources."""

    def __init__(self, resources: Resources) -> None:
        self._link_documents = DocumentLinker(resources)
        self._link_entities = EntityLinker(resources)
        self._link_awards = AwardLinker(resources)

    def __call__(self, article: ScannedArticle, found: Found) -> None:
        """Complete the drafts in place: documents; entities, which use their keys; awards, which use the entities."""
        self._link_documents(article, found)
        self._link_entities(article, found)
        self._link_awards(article, found)
