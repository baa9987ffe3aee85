"""Organisations: named bodies, by a grammar of their names and by a gazetteer.

The grammar is `extractnews.organisation_names`; bodies that are known by name stand in
`resources/organisations.tsv`, with the context that an ambiguous name needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, NamedTuple

from extractnews.article import AS_WRITTEN, Draft, Found, Hit, ScannedArticle, Words
from extractnews.lexicon import Resources
from extractnews.normalise import fold
from extractnews.organisation_names import BodyName, Head, KnownName, NameGrammar, NameParser, read_heads
from extractnews.scanner import Cue
from extractnews.words import WordClass

_VERB: Final = int(WordClass.VERB)
_PLACE: Final = int(WordClass.PLACE)
_NOUN: Final = int(WordClass.NOUN)
_LATIN: Final = int(WordClass.LATIN)
_ARAB_COUNTRIES: Final = frozenset(
    ("SA", "EG", "AE", "QA", "KW", "BH", "OM", "YE", "IQ", "SY", "LB", "JO", "PS", "SD", "LY", "TN", "DZ", "MA", "MR")
)
_PLACE_PREPOSITIONS: Final = frozenset({"في", "من", "الي", "داخل", "خارج"})


class _Entry(NamedTuple):
    """A gazetteer name; `head` is its first noun without article."""

    kind: str
    country: str | None
    context: str
    head: str


@dataclass(slots=True)
class _Candidate:
    """A body's mention before overlaps are settled.

    Attributes:
        draft: the record.
        inner: offsets at which bodies inside the name begin.
        proper: tokens [first, end) of the proper name in it, and whether they were quoted.
    """

    draft: Draft
    inner: list[int] = field(default_factory=list)
    proper: tuple[int, int, bool] | None = None


_GLOSS_RE: Final = re.compile(r'"?\s*\(\s*"?([A-Za-z][\w .&\'/-]{1,40}?)"?\s*\)')
# Kinds of bodies whose short name, once introduced, is used without its context.
_KNOWN_LATER: Final = frozenset({"armed_group", "agency", "party"})
_DATELINE_LENGTH: Final = 40
_MIN_SHORT_FORM: Final = 3
_MAX_BARE_NAME: Final = 3
_MIN_SPORT_WORDS: Final = 2


class OrganisationExtractor:
    """Finds organisations."""

    record_type: ClassVar[str] = "organisations"

    def __init__(self, resources: Resources) -> None:
        self._grammar = NameGrammar(resources)
        self._heads = list(read_heads(resources))
        self._entries = [
            (name, _Entry(row["kind"], row["country"] or None, row["context"], fold(name).strip().removeprefix("ال")))
            for row in resources.table("organisations.tsv")
            for name in (row["name"], *row["aliases"].split("|"))
            if name.strip()
        ]
        self._places = [row["word"] for row in resources.table("words/places.tsv") if " " in row["word"]]

    def cues(self) -> Iterable[Cue]:
        """Head nouns, gazetteer names and the words that tell an article of sport."""
        for form, head in self._heads:
            yield Cue(form, "organisation.head", head, "noun")
        for name, entry in self._entries:
            kind = "organisation.club" if entry.context == "sport" else "organisation.name"
            # A short name with a proclitic is too often another word: كابل is no "as Apple".
            bare = entry.context == "latin" or len(name.strip()) <= _MAX_BARE_NAME
            yield Cue(name, kind, entry, "fixed" if bare else "name")
        for place in self._places:
            yield Cue(place, "organisation.place", None, "name")
        for word in self._grammar.sport_words:
            yield Cue(word, "organisation.sport", None, "name")

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The article's organisations."""
        head_hits = article.hits("organisation.head")
        name_hits = article.hits("organisation.name")
        if _is_of_sport(article) or any(hit.value.kind == "club" for hit in head_hits):
            name_hits = article.hits("organisation.name", "organisation.club")
        if not head_hits and not name_hits:
            return []
        parser = self._parser(article, head_hits, name_hits)
        # From the end, so that a body inside a longer name is parsed before it: heads may follow without end.
        parsed = [parser.parse(index) for index in sorted(parser.heads, reverse=True)]
        candidates = [self._candidate(article, parser, name) for name in parsed if name is not None]
        candidates += self._gazetteer(article, parser, name_hits)
        kept = _resolve(candidates)
        kept += self._glosses(article, kept)
        kept += self._short_forms(article, kept)
        kept += self._known_later(article, name_hits, kept)
        return [candidate.draft for candidate in _resolve(kept)]

    def _parser(self, article: ScannedArticle, head_hits: list[Hit], name_hits: list[Hit]) -> NameParser:
        words = article.words
        heads: dict[int, list[tuple[Head, Hit]]] = {}
        for hit in head_hits:
            heads.setdefault(words.index_at(hit.start), []).append((hit.value, hit))
        names: dict[int, KnownName] = {}
        for hit in name_hits:
            first, end = words.index_at(hit.start), words.index_at(hit.end - 1) + 1
            if first not in names or end > names[first].end:
                names[first] = KnownName(end, hit.value.context, hit.value.country)
        places = {
            words.index_at(hit.start): words.index_at(hit.end - 1) + 1 for hit in article.hits("organisation.place")
        }
        return NameParser(words, self._grammar, heads, names, places)

    def _candidate(self, article: ScannedArticle, parser: NameParser, name: BodyName) -> _Candidate:
        words, hit = article.words, parser.heads[name.first][0][1]
        country = self._country(words, name.first, name.end)
        if country is None:
            inner = (parser.names.get(index) for index in range(name.first + 1, name.end))
            country = next((known.country for known in inner if known is not None and not known.context), None)
        swallowed = name.definite and any(hit.article == "ل" for _, hit in parser.heads[name.first])
        end = words.ends[name.end - 1]
        draft = _draft(article, hit.start, end, name.rule, name.kind, country, hit.value.word if swallowed else None)
        proper = None if name.quoted is None else (*name.quoted, words.forms[name.quoted[0] - 1] == '"')
        return _Candidate(draft, [parser.heads[index][0][1].start for index in name.inner], proper)

    def _country(self, words: Words, first: int, end: int) -> str | None:
        for index in range(end - 1, first, -1):
            country = self._grammar.countries.get(words.forms[index].removeprefix("ال"))
            if country is not None:
                return country
        return None

    def _gazetteer(self, article: ScannedArticle, parser: NameParser, hits: list[Hit]) -> Iterator[_Candidate]:
        sport = _is_of_sport(article)
        for hit in hits:
            entry: _Entry = hit.value
            if entry.context == "quoted" and not (
                self._stands_alone(article, hit) or _in_dateline(article.text, hit.end)
            ):
                continue
            if entry.context == "sport" and not (sport and self._is_club(article, hit)):
                continue
            if self._is_part_of_other_name(article, hit, entry):
                continue
            words = article.words
            last = words.index_at(hit.end - 1)
            end = last + 1
            while end < len(words) and parser.is_plain_nationality(end):
                end += 1
            stop = words.ends[end - 1] if end > last + 1 else hit.end
            country = entry.country or self._country(words, last, end)
            head = entry.head if hit.article == "ل" else None
            yield _Candidate(_draft(article, hit.start, stop, "organisations.gazetteer", entry.kind, country, head))

    def _stands_alone(self, article: ScannedArticle, hit: Hit) -> bool:
        """In quotation marks, or in brackets where it is no place: `("سبأ")`, `(سانا)`, but not `(الرياض)`."""
        if not _in_quotes(article.text, hit.start, hit.end):
            return False
        words = article.words
        return article.text[hit.start - 1] != "(" or not words.classes[words.index_at(hit.start)] & _PLACE

    def _known_later(self, article: ScannedArticle, hits: list[Hit], names: list[_Candidate]) -> Iterator[_Candidate]:
        """A name that the article has once in its context, elsewhere: `تنظيم القاعدة` ... `للقاعدة`."""
        waiting = [hit for hit in hits if hit.value.context == "quoted" and hit.value.kind in _KNOWN_LATER]
        if not waiting:
            return
        text, words = article.text, article.words
        introduced = {text[name.draft.start : name.draft.end].rsplit(" ", 1)[-1].strip('"') for name in names}
        for hit in waiting:
            classes, entry = words.classes[words.index_at(hit.start)], hit.value
            if text[hit.start : hit.end] in introduced and not classes & (_VERB | _PLACE):
                head = entry.head if hit.article == "ل" else None
                rule = "organisations.known_later"
                yield _Candidate(_draft(article, hit.start, hit.end, rule, entry.kind, entry.country, head))

    def _is_part_of_other_name(self, article: ScannedArticle, hit: Hit, entry: _Entry) -> bool:
        """A competition's sponsor, a stadium, or a brand that opens a product's name (`"نوكيا 3310"`)."""
        text = article.text
        before = text[max(0, hit.start - 12) : hit.start - len(hit.proclitic)].split()
        if before and before[-1].removeprefix("ال") in self._grammar.name_rejects:
            return True
        if entry.kind != "company":
            return False
        opening, following = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 2]
        if opening in ('"', "(") and following[:1] == " ":
            return text[hit.end :].lstrip()[:1] not in ('"', ")")
        # "Nokia XR21", "نوكيا 3310"
        latin = text[hit.start].isascii()
        return following[:1] == " " and (
            following[1:2].isdigit() or (latin and following[1:2].isascii() and following[1:2].isalpha())
        )

    def _is_club(self, article: ScannedArticle, hit: Hit) -> bool:
        """Whether a club's short name stands where clubs stand."""
        words = article.words
        index = words.index_at(hit.start)
        if index == 0:
            return False
        before = words.forms[index - 1]
        after = words.forms[index + 1] if index + 1 < len(words) else ""
        contexts = self._grammar.club_contexts
        if before in contexts or before[1:] in contexts or words.classes[index - 1] & _VERB:
            return True
        if before in (",", "و", '"', "(", ":") or after in (",", '"') or hit.proclitic == "و":
            return True
        classes = words.classes[index]
        if classes & _PLACE and hit.value.country in _ARAB_COUNTRIES:
            return False  # in Arabic news the town is named more often than its club
        if not classes & _NOUN:
            # A town's name is its club's as well, but not after "in" and "from".
            return hit.proclitic != "ب" and before != "-" and before not in _PLACE_PREPOSITIONS
        return hit.proclitic == "" and not words.classes[index - 1] & _NOUN and after[:2] != "ال"

    def _glosses(self, article: ScannedArticle, names: list[_Candidate]) -> Iterator[_Candidate]:
        """Acronyms and Latin names in brackets right after a body's name."""
        for name in names:
            match = _GLOSS_RE.match(article.text, name.draft.end)
            if match is not None:
                yield _like(name, *match.span(1), "organisations.gloss")

    def _short_forms(self, article: ScannedArticle, names: list[_Candidate]) -> Iterator[_Candidate]:
        """Later mentions by the proper name alone: `شركة "نور"` ... `أعلنت "نور"`, `فريق لوكوموتيف` ... `لوكوموتيف`."""
        text, words = article.text, article.words
        seen: set[str] = set()
        for name in names:
            if name.proper is None:
                continue
            first, end, quoted = name.proper
            phrase = text[words.starts[first] : words.ends[end - 1]]
            if (
                phrase in seen
                or phrase.endswith(("ين", "ون"))
                or len(phrase) < _MIN_SHORT_FORM
                or text.count(phrase) == 1
                or self._is_ordinary(words, first, end, quoted)
            ):
                continue
            seen.add(phrase)
            only_quoted = quoted and any(words.classes[index] for index in range(first, end))
            for start in _occurrences(text, phrase):
                stop = start + len(phrase)
                if not only_quoted or _in_quotes(text, start, stop):
                    yield _like(name, start, stop, "organisations.short_form")

    def _is_ordinary(self, words: Words, first: int, end: int, quoted: bool) -> bool:
        """Whether a proper name could be a place or common words as well, so that alone it names no body."""
        if quoted:
            return False
        return any(words.classes[index] & ~_LATIN for index in range(first, end))


def _is_of_sport(article: ScannedArticle) -> bool:
    hits = article.hits("organisation.sport")
    return len(hits) > 1 and len({article.text[hit.start : hit.end] for hit in hits}) >= _MIN_SPORT_WORDS


def _occurrences(text: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands as whole words, a proclitic before it or none."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        word = start - (start > 0 and text[start - 1] in "وفبلك")
        if not (word and text[word - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield start
        start = text.find(phrase, end)


def _resolve(candidates: list[_Candidate]) -> list[_Candidate]:
    """Longest first where names overlap; a body that the grammar found inside a longer name stays, as nested."""
    candidates.sort(key=lambda candidate: (candidate.draft.start, -candidate.draft.end))
    kept: list[_Candidate] = []
    outer: _Candidate | None = None
    for candidate in candidates:
        draft = candidate.draft
        if outer is None or draft.start >= outer.draft.end:
            outer = candidate
        elif draft.start == kept[-1].draft.start or draft.start not in outer.inner:
            continue
        else:
            draft.fields["nested"] = True
            outer.inner += candidate.inner
        kept.append(candidate)
    return kept


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Whether the span alone fills quotation marks or brackets."""
    before = text[max(0, start - 2) : start].rstrip()
    return before[-1:] in ('"', "(", "'") and text[end : end + 2].lstrip()[:1] in ('"', ")", "'")


def _in_dateline(text: str, end: int) -> bool:
    """A paper's name at the very beginning: `سبق - جدة:`."""
    return end < _DATELINE_LENGTH and "\n" not in text[:end].strip() and text[end : end + 3].lstrip()[:1] in ("-", ":")


def _draft(
    article: ScannedArticle, start: int, end: int, rule: str, kind: str, country: str | None, swallowed: str | None
) -> Draft:
    """A body's draft; `swallowed` is its first noun where `لل` has swallowed the article, which the name restores."""
    name: Any = AS_WRITTEN
    if swallowed is not None:
        first, last = article.view.span(start, end)
        name = ("ال" if swallowed.startswith("ل") else "ا") + article.view.original[first:last]
    return Draft(start, end, rule, {"name": name, "kind": kind, "country": country})


def _like(name: _Candidate, start: int, end: int, rule: str) -> _Candidate:
    """Another mention of the same body."""
    fields = name.draft.fields
    return _Candidate(Draft(start, end, rule, {**fields, "name": AS_WRITTEN, "nested": False}))
