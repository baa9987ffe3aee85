"""Entities: the mentions of one person, body or document in an article share an identifier.

Mentions are grouped only when one candidate fits: a shorter form that could be short for two longer ones
is an entity of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from extractnews.article import Draft, Found, ScannedArticle
from extractnews.normalise import fold

_STEM_RE: Final = re.compile(r"^(?:[وبلكف]?ال|لل|[وبل](?=ال))")
_WORD_RE: Final = re.compile(r"\w+")
_OPENING_RE: Final = re.compile(r'"?\s*\(\s*"?|\s*"')

_Key = frozenset[str]
_Keyed = tuple[Draft, tuple[str, ...]]


def link_entities(article: ScannedArticle, found: Found) -> None:
    """Give every document, official and organisation its `entity`: `d1`, `p1`, `o1` ... in the order of the text."""
    _number("d", [(draft, _document_key(draft)) for draft in found.get("documents", ())])
    people = [(draft, _words_of(article.text[draft.start : draft.end])) for draft in found.get("officials", ())]
    _number("p", people, shortens=_is_short_name)
    bodies = [(draft, _words_of(_body_name(article, draft))) for draft in found.get("organisations", ())]
    _number("o", bodies, shortens=_is_short_body, aliases=_glosses(article, bodies))


def _glosses(article: ScannedArticle, bodies: list[_Keyed]) -> dict[_Key, _Key]:
    """Other names in brackets right after a body's name: `نوكيا (Nokia)`, `وكالة الأنباء اليمنية (سبأ)`."""
    aliases: dict[_Key, _Key] = {}
    for (before, words), (draft, gloss) in pairwise(bodies):
        if _OPENING_RE.fullmatch(article.text, before.end, draft.start):
            aliases.setdefault(frozenset(gloss), frozenset(words))
    return aliases


def _body_name(article: ScannedArticle, draft: Draft) -> str:
    name: str = draft.fields["name"]
    # Folding a name anew costs more than the rest of this: only one with its article restored needs it.
    swallowed = len(name) > draft.end - draft.start
    return fold(name) if swallowed else article.text[draft.start : draft.end]


def _document_key(draft: Draft) -> tuple[str, ...]:
    fields = draft.fields
    if fields.get("key"):
        return (str(fields["key"]),)
    return (str(fields.get("kind")), fields.get("resolved") or fields["code"])


def _words_of(name: str) -> tuple[str, ...]:
    """The words of a folded name without article and prepositions, so that both orders of a translated name are one."""
    return tuple(_STEM_RE.sub("", word) or word for word in _WORD_RE.findall(name))


def _is_short_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a person's name is a shorter form of another: its last words, or its first and last."""
    if len(short) >= len(long):
        return False
    return long[-len(short) :] == short or (len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1]))


def _is_short_body(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a body's name is a shorter form of another: the same beginning, or the proper name at its end."""
    if len(short) >= len(long):
        return False
    return long[: len(short)] == short if len(short) > 1 else long[-1:] == short or long[1:2] == short


def _number(
    letter: str,
    keyed: list[_Keyed],
    shortens: Callable[[tuple[str, ...], tuple[str, ...]], bool] | None = None,
    aliases: dict[_Key, _Key] | None = None,
) -> None:
    """Set `entity` on each draft.

    Args:
        letter: what the identifiers begin with.
        keyed: the drafts in the order of the text, each with the words of its name.
        shortens: whether one name is a short form of another.
        aliases: names that stand for other names.
    """
    groups: dict[_Key, tuple[str, ...]] = {}
    for _, words in keyed:
        groups.setdefault(frozenset(words), words)
    stands_for = dict(aliases or {})
    if shortens is not None:
        for group, words in groups.items():
            longer = [other for other, full in groups.items() if shortens(words, full)]
            longest = max(longer, key=lambda other: len(groups[other]), default=None)
            # Several longer forms are one candidate when each is short for the longest.
            if longest and all(other == longest or shortens(groups[other], groups[longest]) for other in longer):
                stands_for.setdefault(group, longest)
    numbers: dict[_Key, str] = {}
    for draft, words in keyed:
        group, seen = frozenset(words), set[_Key]()
        while group in stands_for and group not in seen:
            seen.add(group)
            group = stands_for[group]
        draft.fields["entity"] = numbers.setdefault(group, f"{letter}{len(numbers) + 1}")
