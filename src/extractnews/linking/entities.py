"""Entities: the mentions of one person, body or document in an article share an identifier.

Mentions are grouped only when one candidate fits: a shorter form that could be short for two longer ones
is an entity of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extractnews.article import AS_WRITTEN, Draft, Found, ScannedArticle
from extractnews.normalise import fold

_STEM_RE: Final = re.compile(r"^(?:[وبلكف]?ال|لل|[وبل](?=ال))")
_WORD_RE: Final = re.compile(r"\w+")
_OPENING_RE: Final = re.compile(r'"?\s*\(\s*"?|\s*"')
_CACHED_NAMES: Final = 1 << 16
_LONGEST_OPENING: Final = 5

_Words = tuple[str, ...]
_Key = frozenset[str]
_Keyed = tuple[Draft, _Words]


def link_entities(article: ScannedArticle, found: Found) -> None:
    """Give every document, official and organisation its `entity`: `d1`, `p1`, `o1` ... in the order of the text."""
    text = article.text
    _number("d", [(draft, _document_key(draft)) for draft in found.get("documents", ())])
    people = [(draft, _words_of(text[draft.start : draft.end])) for draft in found.get("officials", ())]
    _number("p", people, short_forms=_short_names)
    bodies = [(draft, _words_of(_body_name(text, draft))) for draft in found.get("organisations", ())]
    _number("o", bodies, short_forms=_short_bodies, aliases=_glosses(text, bodies))


def _glosses(text: str, bodies: list[_Keyed]) -> dict[_Key, _Key]:
    """Other names in brackets right after a body's name: `نوكيا (Nokia)`, `وكالة الأنباء اليمنية (سبأ)`."""
    aliases: dict[_Key, _Key] = {}
    for (before, words), (draft, gloss) in pairwise(bodies):
        if draft.start - before.end <= _LONGEST_OPENING and _OPENING_RE.fullmatch(text, before.end, draft.start):
            aliases.setdefault(frozenset(gloss), frozenset(words))
    return aliases


def _body_name(text: str, draft: Draft) -> str:
    name = draft.fields["name"]
    return text[draft.start : draft.end] if name is AS_WRITTEN else fold(name)


def _document_key(draft: Draft) -> _Words:
    fields = draft.fields
    if fields.get("key"):
        return (str(fields["key"]),)
    return (str(fields.get("kind")), fields.get("resolved") or fields["code"])


@lru_cache(_CACHED_NAMES)
def _words_of(name: str) -> _Words:
    """The words of a folded name without article and prepositions, so that both orders of a translated name are one."""
    return tuple(_STEM_RE.sub("", word) or word for word in _WORD_RE.findall(name))


def _short_names(words: _Words) -> Iterator[_Words]:
    """What a person of this name may be called later: by the last words, or by the first and the last."""
    for first in range(1, len(words)):
        yield words[first:]
    for last in range(2, len(words)):
        yield (words[0], *words[last:])


def _short_bodies(words: _Words) -> Iterator[_Words]:
    """What a body of this name may be called later: by the first words, or by the proper name after its noun."""
    for end in range(2, len(words)):
        yield words[:end]
    if len(words) > 1:
        yield (words[-1],)
        yield (words[1],)


def _number(
    letter: str,
    keyed: list[_Keyed],
    short_forms: Callable[[_Words], Iterator[_Words]] | None = None,
    aliases: dict[_Key, _Key] | None = None,
) -> None:
    """Set `entity` on each draft.

    Args:
        letter: what the identifiers begin with.
        keyed: the drafts in the order of the text, each with the words of its name.
        short_forms: the shorter names that a name may have.
        aliases: names that stand for other names.
    """
    if not keyed:
        return
    groups: dict[_Key, _Words] = {}
    for _, words in keyed:
        groups.setdefault(frozenset(words), words)
    stands_for = dict(aliases or {})
    if short_forms is not None and len(groups) > 1:
        for group, longest in _longer_names(groups, short_forms):
            stands_for.setdefault(group, longest)
    numbers: dict[_Key, str] = {}
    for draft, words in keyed:
        group, seen = frozenset(words), set[_Key]()
        while group in stands_for and group not in seen:
            seen.add(group)
            group = stands_for[group]
        draft.fields["entity"] = numbers.setdefault(group, f"{letter}{len(numbers) + 1}")


def _longer_names(
    groups: dict[_Key, _Words], short_forms: Callable[[_Words], Iterator[_Words]]
) -> Iterator[tuple[_Key, _Key]]:
    """Each name that is short for exactly one longer name, with that name."""
    longer: dict[_Words, list[_Key]] = defaultdict(list)
    for group, words in groups.items():
        for short in short_forms(words):
            longer[short].append(group)
    for group, words in groups.items():
        candidates = [candidate for candidate in longer.get(words, ()) if candidate != group]
        if not candidates:
            continue
        longest = max(candidates, key=lambda candidate: len(groups[candidate]))
        # Several longer forms are one candidate when each is short for the longest.
        shorter = set(short_forms(groups[longest]))
        if all(candidate == longest or groups[candidate] in shorter for candidate in candidates):
            yield group, longest
