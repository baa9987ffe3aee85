"""Entities: the mentions of one person, body or document in an article share an identifier, and a key across articles.

Mentions are grouped only when one candidate fits: a shorter form that could be short for two longer ones
is an entity of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import Final

from extractnews.article import AS_WRITTEN, Draft, Found, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.linking.keys import KeyMaker, PersonName, Words
from extractnews.normalise import fold

_OPENING_RE: Final = re.compile(r'"?\s*\(\s*"?|\s*"')
_LONGEST_OPENING: Final = 5

_Keyed = tuple[Draft, Words]


class EntityLinker:
    """Gives every document, official and organisation its `entity`: `d1`, `p1`, `o1` ... in the order of the text.

    Officials and organisations get their `key` as well.

    Args:
        resources: where the gazetteer and the names' origins are read from.
    """

    def __init__(self, resources: Resources) -> None:
        self._keys = KeyMaker(resources)

    def __call__(self, article: ScannedArticle, found: Found) -> None:
        """Complete the drafts of an article in place."""
        text = article.text
        _number("d", [(draft, _document_words(draft)) for draft in found.get("documents", ())])
        self._link_people(text, found.get("officials", []))
        self._link_bodies(text, found.get("organisations", []))

    def _link_people(self, text: str, drafts: list[Draft]) -> None:
        names = [self._keys.person_name(text[draft.start : draft.end]) for draft in drafts]
        people = [(draft, name.words) for draft, name in zip(drafts, names, strict=True)]
        parts = {name.words: name for name in names}
        entities = _number(
            "p", people, short_forms=lambda words: _short_names(parts[words]), aliases=_given_names(people)
        )
        for words, mentions in entities:
            key = self._keys.person_key(words)
            for draft in mentions:
                draft.fields["key"] = key

    def _link_bodies(self, text: str, drafts: list[Draft]) -> None:
        names = [_body_name(text, draft) for draft in drafts]
        parts = [self._keys.body_name(name) for name in names]
        bodies = [(draft, part.identity) for draft, part in zip(drafts, parts, strict=True)]
        first: dict[Words, int] = {}
        for index, part in enumerate(parts):
            first.setdefault(part.identity, index)
        fullest = {identity: parts[index].words for identity, index in first.items()}
        own = {identity for identity, index in first.items() if parts[index].known}
        entities = _number(
            "o", bodies, fullest=fullest, short_forms=_short_bodies, aliases=_glosses(text, bodies), own=own
        )
        for identity, mentions in entities:
            index = first[identity]
            fields = drafts[index].fields
            country = fields["country"]
            if country is None:
                countries = {mention.fields["country"] for mention in mentions} - {None}
                country = countries.pop() if len(countries) == 1 else None
            if any(mention.fields["kind"] != fields["kind"] for mention in mentions):
                self._agree_on_kind(text, [drafts[index], *mentions])
            key = self._keys.body_key(names[index], fields["kind"], country)
            for mention in mentions:
                mention.fields["key"] = key

    def _agree_on_kind(self, text: str, mentions: list[Draft]) -> None:
        """Give all the gazetteer's kind of the first that it has: `حركة "طالبان"` is what `طالبان` is."""
        kinds = (self._keys.body_kind(_body_name(text, mention)) for mention in mentions)
        kind = next(filter(None, kinds), None)
        if kind is not None:
            for mention in mentions:
                mention.fields["kind"] = kind


def _given_names(people: list[_Keyed]) -> dict[Words, Words]:
    """Given names alone, each with the one full name of the same office or honorific (`الملك سلمان`)."""
    offices: dict[Words, set[str]] = {}
    for draft, words in people:
        offices.setdefault(words, set()).update(_offices(draft))
    full: dict[str, list[Words]] = defaultdict(list)
    for words in offices:
        if len(words) > 1:
            full[words[0]].append(words)
    aliases: dict[Words, Words] = {}
    for words, held in offices.items():
        if len(words) == 1 and words[0] in full:
            fitting = sorted((name for name in full[words[0]] if not held.isdisjoint(offices[name])), key=len)
            if fitting and all(name == fitting[-1][: len(name)] for name in fitting):
                aliases[words] = fitting[-1]
    return aliases


def _offices(draft: Draft) -> Iterator[str]:
    """The roles of an official's titles, and the last word of his honorific."""
    for title in draft.fields["titles"]:
        yield title.fields["role"]
    honorific = draft.fields["honorific"]
    if honorific:
        yield fold(honorific).rpartition(" ")[2]


def _glosses(text: str, bodies: list[_Keyed]) -> dict[Words, Words]:
    """Other names in brackets right after a body's name: `نوكيا (Nokia)`, `وكالة الأنباء اليمنية (سبأ)`."""
    aliases: dict[Words, Words] = {}
    for (before, identity), (draft, gloss) in pairwise(bodies):
        if draft.start - before.end <= _LONGEST_OPENING and _OPENING_RE.fullmatch(text, before.end, draft.start):
            aliases.setdefault(gloss, identity)
    return aliases


def _body_name(text: str, draft: Draft) -> str:
    name = draft.fields["name"]
    return text[draft.start : draft.end] if name is AS_WRITTEN else fold(name)


def _document_words(draft: Draft) -> Words:
    fields = draft.fields
    if fields.get("key"):
        return (str(fields["key"]),)
    return (str(fields.get("kind")), fields.get("resolved") or fields["code"])


def _short_names(name: PersonName) -> Iterator[Words]:
    """What a person of this name may be called later: by the first words, the last, or the first and the last."""
    words = name.words
    for end in range(2, len(words)):
        yield words[:end]
    if len(words) > 1:
        yield (name.surname,)
    for first in range(1, len(words) - 1):
        if not name.lineal:  # of متعب بن عبدالله بن عبدالعزيز the end is his father
            yield words[first:]
    for last in range(2, len(words)):
        yield (words[0], *words[last:])


def _short_bodies(words: Words) -> Iterator[Words]:
    """What a body of this name may be called later: by the first words, or by the proper name after its noun."""
    for end in range(2, len(words)):
        yield words[:end]
    if len(words) > 1:
        yield (words[-1],)
        yield (words[1],)


def _number(
    letter: str,
    keyed: list[_Keyed],
    *,
    fullest: dict[Words, Words] | None = None,
    short_forms: Callable[[Words], Iterator[Words]] | None = None,
    aliases: dict[Words, Words] | None = None,
    own: Collection[Words] = (),
) -> list[tuple[Words, list[Draft]]]:
    """Set `entity` on each draft, and give each entity's identity (its fullest name's) with its drafts.

    Args:
        letter: what the identifiers begin with.
        keyed: the drafts in the order of the text, each with its identity: what two names of one entity have alike.
        fullest: the words of the names by identity, in the order of the text; without them the identities themselves.
        short_forms: the shorter names that a name may have.
        aliases: names that stand for other names, both as identities.
        own: identities that are short for no other, since all the world calls them so.
    """
    if not keyed:
        return []
    groups = {identity: identity for _, identity in keyed} if fullest is None else fullest
    stands_for = dict(aliases or {})
    if short_forms is not None and len(groups) > 1:
        for group, longest in _longer_names(groups, short_forms):
            if group not in own:
                stands_for.setdefault(group, longest)
    entities: dict[Words, list[Draft]] = {}
    numbers: dict[Words, str] = {}
    for draft, identity in keyed:
        group = _fullest(identity, stands_for) if stands_for else identity
        entities.setdefault(group, []).append(draft)
        draft.fields["entity"] = numbers.setdefault(group, f"{letter}{len(numbers) + 1}")
    return list(entities.items())


def _fullest(group: Words, stands_for: dict[Words, Words]) -> Words:
    seen: set[Words] = set()
    while group in stands_for and group not in seen:
        seen.add(group)
        group = stands_for[group]
    return group


def _longer_names(
    groups: dict[Words, Words], short_forms: Callable[[Words], Iterator[Words]]
) -> Iterator[tuple[Words, Words]]:
    """Each name that is short for exactly one longer name, with that name, as identities."""
    longer: dict[Words, list[Words]] = defaultdict(list)
    for group, words in groups.items():
        for short in short_forms(words):
            longer[short].append(group)
    for group, words in groups.items():
        candidates = [candidate for candidate in longer.get(words, ()) if candidate != group]
        if not candidates:
            continue
        longest = max(candidates, key=lambda candidate: len(groups[candidate]))
        # Several longer forms are one candidate when each is short for the longest.
        shorter = set(short_forms(groups[longest])) if len(candidates) > 1 else ()
        if all(candidate == longest or groups[candidate] in shorter for candidate in candidates):
            yield group, longest
