"""Words and classes of words around officials, which several of the rules ask for."""

from __future__ import annotations

from typing import Final

from extractnews.titles.heads import Head
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    DEFINITE,
    FUNCTION,
    KNOWN,
    NATIONALITY,
    NEWLINE,
    NOUN,
    POSSESSED,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

DEFINITE_ADJECTIVE: Final = DEFINITE | ADJECTIVE
# Of a word that is compared with DEFINITE_ADJECTIVE: what makes it more, or less, than an adjective.
DESCRIBED: Final = DEFINITE | ADJECTIVE | KNOWN | CONJOINED
NOUN_OR_VERB: Final = NOUN | VERB
# Of a word that is compared with NOUN: what shows that nothing completes it.
CONSTRUCT: Final = NOUN | DEFINITE | POSSESSED | CONJOINED
# What is no indefinite noun.
CLOSED: Final = DEFINITE | PREPOSED | POSSESSED | KNOWN | VERB
# المصري
NATIONAL: Final = DEFINITE | NATIONALITY
# Before and behind a name.
BOUNDARY: Final = VERB | FUNCTION | PUNCTUATION | NEWLINE
# Marks between a name and its title.
SEPARATORS: Final = frozenset(",-(")
# Roles after whose holders bodies are called.
EPONYMS: Final = frozenset(("ملك", "سلطان", "ولي العهد", "إمبراطور", "بابا", "قاضي"))
# Of the dead, after whom places and bodies are called too.
DEPARTED: Final = frozenset(("الشهيد", "الشهيده", "الفقيد", "المرحوم", "المرحومه"))
# After another title these begin another person's (`التقت وزيرة الخارجية الرئيس المصري فلان`).
_SOVEREIGN: Final = frozenset(("رئيس", "عاهل"))
# In tokens.
NEAR: Final = 8


def is_sovereign(head: Head) -> bool:
    """Whether the head is a ruler's, with the article."""
    return bool(head.hit.article) and head.hit.value.role in _SOVEREIGN
