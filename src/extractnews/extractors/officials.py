from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.scanner import Cue


class OfficialExtractor:
    record_type: ClassVar[str] = "officials"

    def __init__(self, resources: Resources) -> None: ...

    def cues(self) -> Iterable[Cue]:
        return ()

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        return []
