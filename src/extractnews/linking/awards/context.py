"""One article, and what its awards are read by."""

from __future__ import annotations

from dataclasses import dataclass

from extractnews.article import ScannedArticle
from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.linking.awards.numbers import RecipientNumbers
from extractnews.linking.awards.patterns import RolePatterns
from extractnews.numerals import NumeralReader


@dataclass(frozen=True, slots=True)
class RoleContext:
    """What the readers of roles share.

    Attributes:
        article: the article.
        grammar: the word lists and patterns of awards.
        patterns: the word lists and patterns of roles.
        numbers: reads the numbers of recipients.
        reader: reads numbers.
    """

    article: ScannedArticle
    grammar: AwardGrammar
    patterns: RolePatterns
    numbers: RecipientNumbers
    reader: NumeralReader
