"""Organisations: named bodies, by a grammar of their names and by a gazetteer.

The grammar is `extractnews.organisations.names`; bodies that are known by name stand in
`resources/organisations.tsv`, with the context that an ambiguous name needs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Any, ClassVar, Final

from extractnews.article import AS_WRITTEN, Draft, Found, ScannedArticle
from extractnews.extractors.organisations.clubs import ClubReader
from extractnews.extractors.organisations.context import DATELINE_LENGTH, QUOTED_CONTEXTS, BodyContext
from extractnews.extractors.organisations.frames import FrameReader
from extractnews.extractors.organisations.gazetteer import GazetteerReader
from extractnews.extractors.organisations.glosses import GlossReader, sources
from extractnews.extractors.organisations.later import LaterReader
from extractnews.extractors.organisations.mentions import Mention, keep, resolve
from extractnews.extractors.organisations.ministries import MinistryReader
from extractnews.lexicon import Resources
from extractnews.organisations.lexicon import FIRMS, Head, KnownName, OrganisationWords, read_heads
from extractnews.organisations.shares import ShareReader, is_of_market
from extractnews.organisations.words import CLOSING_MARKS, BodyName
from extractnews.scanner import Cue
from extractnews.words import ADJECTIVE

_MAX_BARE_NAME: Final = 3
# In a name of these a nation's adjective is of them: منظمة الدول الأمريكية.
_STATES: Final = frozenset({"الدول", "دول", "البلدان", "للبلدان", "للدول"})
# A team that has their name is one of sport: فريق الهلال، فريق فيراري.
_SPONSORS: Final = frozenset({"club", "company"})
_MIN_SPORT_WORDS: Final = 2
# Letters between two clubs that meet, and of the verb before them.
_LONGEST_BETWEEN: Final = 8
_LONGEST_VERB: Final = 10


class OrganisationExtractor:
    """Finds organisations."""

    record_type: ClassVar[str] = "organisations"
    reads: ClassVar[frozenset[str]] = frozenset()
    linked_to: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, resources: Resources) -> None:
        self._grammar = OrganisationWords(resources)
        self._heads = list(read_heads(resources))
        self._places = [row["word"] for row in resources.table("words/places.tsv") if " " in row["word"]]

    def cues(self) -> Iterable[Cue]:
        """Head nouns, gazetteer names and the words that tell an article of sport or of the market."""
        for form, head in self._heads:
            yield from _head_cues(form, head)
        for name, entry in self._grammar.entries:
            of_sport = entry.context == "sport" or (entry.kind == "club" and entry.context == "quoted")
            kind = "organisation.club" if of_sport else "organisation.name"
            # A short name with a proclitic is too often another word: كابل is no "as Apple"; لـCNN is none.
            bare = len(name) <= _MAX_BARE_NAME and entry.kind != "club" and not name.isascii()
            yield Cue(name, kind, entry, "fixed" if bare else "name")
        for word, kind, dual in self._grammar.several:
            yield Cue(word, "organisation.several", (kind, dual), "name" if dual else "noun")
        for words, entry in chain.from_iterable(self._grammar.quoted.values()):
            name = words[0]
            if len(words) == 1 and entry.kind == "media" and name not in self._grammar.audiences:
                yield Cue("لل" + name[2:], "organisation.outlet", entry, "fixed")
                yield Cue("ب" + name, "organisation.outlet", entry, "fixed")
        for place in self._places:
            yield Cue(place, "organisation.place", None, "name")
        for word in self._grammar.sport_words:
            yield Cue(word, "organisation.sport", None, "name")
        for word in self._grammar.opponents:
            yield Cue(word, "organisation.opponent", None, "name")
        for word in self._grammar.shares:
            yield Cue(word, "organisation.share", None, "name")
        for word in self._grammar.ministries:
            yield Cue(word, "organisation.ministry", None, "name")

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The article's organisations."""
        head_hits = article.hits("organisation.head")
        name_hits = article.hits("organisation.name")
        of_sport = _is_of_sport(article, self._grammar)
        if article.hits("organisation.club") and (of_sport or any(hit[3].kind == "club" for hit in head_hits)):
            name_hits = article.hits("organisation.name", "organisation.club")
        return _Finder(BodyContext(article, self._grammar, head_hits, name_hits, of_sport)).drafts()


def _head_cues(form: str, head: Head) -> Iterator[Cue]:
    """The cues of a head: with the article and without, unless one of them opens no name."""
    if head.definite == "never":
        yield Cue(form, "organisation.head", head, "name")
    elif head.construct != "never":
        yield Cue(form, "organisation.head", head, "noun")
    elif head.definite == "listed":  # an ordinary word otherwise: المنطقة العسكرية
        for phrases in head.listed.values():
            for phrase in phrases:
                yield Cue(f"ال{form} {' '.join(phrase)}", "organisation.head", head)
    else:
        yield Cue("ال" + form, "organisation.head", head)


def _is_of_sport(article: ScannedArticle, grammar: OrganisationWords) -> bool:
    hits = article.hits("organisation.sport")
    if len(hits) > 1 and len({article.text[hit.start : hit.end] for hit in hits}) >= _MIN_SPORT_WORDS:
        return True
    return _has_match(article, grammar)


def _has_match(article: ScannedArticle, grammar: OrganisationWords) -> bool:
    """Whether somewhere two clubs meet: `يلتقي الهلال النصر`, `فاز الهلال على الأهلي`."""
    if not article.hits("organisation.club"):
        return False
    text = article.text
    clubs = [hit for hit in article.hits("organisation.name", "organisation.club") if hit.value.kind == "club"]
    for first, second in pairwise(clubs):
        between = text[first.end : second.start].strip()
        if second.start - first.end > _LONGEST_BETWEEN or (between and between not in grammar.between_clubs):
            continue
        before = text[max(0, first.start - _LONGEST_VERB) : first.start].split(" ")
        if len(before) > 1 and before[-1] == "" and before[-2] in grammar.match_verbs:
            return True
    return False


class _Finder:
    """Finds the organisations of one article."""

    def __init__(self, context: BodyContext) -> None:
        self._context, self._grammar, self._parser = context, context.grammar, context.parser
        self._article, self._text, self._words = context.article, context.text, context.words
        self._forms, self._of_sport = context.forms, context.of_sport
        self._gazetteer = GazetteerReader(context)
        self._glosses = GlossReader(context)
        self._later = LaterReader(context, self._gazetteer)
        self._clubs = ClubReader(context, self._gazetteer)

    def drafts(self) -> list[Draft]:
        """The organisations' drafts, in the order of the text."""
        kept, refused = self._settle(self._parsed())
        frames = FrameReader(self._context)
        several = list(frames.several())
        more = several.copy()
        more += self._glosses.glosses([*kept, *more])
        more += self._glosses.spelled(kept)
        more += self._glosses.listed_with_latin(kept)
        more += sources(self._text)
        more += self._later.acronyms(more)
        more += self._later.short_forms(kept)
        more += self._later.by_adjective(kept)
        more += self._later.known_later([*kept, *several], refused)
        more += self._later.media_later(kept)
        more += self._later.in_slots(kept)
        more += frames.outlets()
        more += frames.quoted()
        more += MinistryReader(self._context).ministries()
        if more:
            kept = resolve(kept + more)
        if is_of_market(self._article, self._grammar):
            more = self._firms(kept)
            if more:
                kept = resolve(kept + more)
        if self._of_sport and any(mention.kind == "club" for mention in kept):
            more = list(self._clubs.opponents())
            more += [*self._later.short_forms(more), *self._clubs.by_first_word(kept)]
            if more:
                kept = resolve(kept + more)
        if refused and (self._of_sport or any(mention.kind == "club" for mention in kept)):
            more = self._clubs.coordinated(kept, refused) if self._of_sport else []
            more += self._clubs.known_later(kept, refused)
            if more:
                kept = resolve(kept + more)
        return [self._draft(mention) for mention in kept if not self._opens_work(mention)]

    def _opens_work(self, mention: Mention) -> bool:
        """`حملة "لجنة دلمون"`, `المشروع الوطني (نوران)`: what opens a work's or campaign's name, if no known body."""
        start = mention.start
        if start == 0 or self._text[start - 1] not in ('"', "("):
            return False
        index = bisect_right(self._words.starts, start) - 2
        noun = self._forms[index - 1] if index > 0 else ""
        described = noun.startswith("ال") and self._context.classes[index - 1] & ADJECTIVE
        if described and index + 1 not in self._parser.heads:
            noun = self._forms[index - 2].removeprefix("ال")
        if self._grammar.works_of_art.isdisjoint((noun, noun[1:])):
            return False
        known = self._parser.names.get(index + 1)
        whole = self._text.startswith(('"', ")"), mention.end)
        return not (whole and known is not None and known.hit.end == mention.end and not known.entry.context)

    def _parsed(self) -> list[Mention]:
        """The names that the grammar finds, sorted."""
        parser = self._parser
        mentions = []
        # From the end, so that a body inside a longer name is parsed before it: heads may follow without end.
        for index in reversed(parser.heads):
            name = parser.parse(index)
            if name is not None and not parser.is_only_inner(name):
                mentions.append(self._mention(name))
        mentions.reverse()
        return mentions

    def _mention(self, name: BodyName) -> Mention:
        parser, words = self._parser, self._words
        hits = parser.heads[name.first]
        hit = hits[0][1]
        known = parser.names.get(name.first)
        if name.rule == "organisations.gazetteer" and known is not None:
            swallowed = known.hit.article == "ل"
        else:
            swallowed = name.definite and any(hit.article == "ل" for _, hit in hits)
        mention = Mention(
            hit.start,
            words.ends[name.end - 1],
            name.rule,
            name.kind,
            self._country_of(name),
            hit.value.word if swallowed else None,
        )
        if known is not None and not known.entry.context and self._is_known_name(known.end, name.end):
            mention.known_kind = known.entry.kind
        elif name.rule != "organisations.gazetteer":
            mention.known_kind = self._kind_said(name, mention.country)
        for index in name.inner:
            inner = parser.heads[index][0][1] if index in parser.heads else parser.names[index].hit
            mention.inner.append(inner.start)
        if name.quoted is not None:
            mention.proper = (*name.quoted, self._forms[name.quoted[0] - 1] in ('"', "("))
        return mention

    def _kind_said(self, name: BodyName, country: str | None) -> str | None:
        """The kind that the words behind a head say: `وكالة دلمون للأنباء` is of the media, as is `وكالة رويترز`."""
        parser, forms = self._parser, self._forms
        head = parser.heads[name.first][0][0]
        if head.kinds:
            end = min((index for index in name.inner if index > name.first), default=name.end)
            for index in range(name.first + 1, end):
                if forms[index] in head.kinds:
                    return head.kinds[forms[index]]
        first = name.first + head.length
        known = parser.names.get(first + (forms[first] in CLOSING_MARKS)) if head.called else None
        if known is not None and known.end <= name.end:
            if known.entry.kind in head.called:
                return known.entry.kind
            if known.entry.kind in _SPONSORS:
                return None
        if head.kind == "international":
            national = country is not None and _STATES.isdisjoint(forms[name.first : name.end])
            unknown = name.quoted is not None and known is None  # منظمة "سامبورو", which no state has
            return "association" if national or unknown else None  # المنظمة التونسية لكذا
        return None if self._of_sport else head.elsewhere

    def _is_known_name(self, known_end: int, end: int) -> bool:
        """Whether a name that begins with the gazetteer's goes on with nothing but nationalities."""
        return known_end <= end and all(self._parser.is_plain_nationality(index) for index in range(known_end, end))

    def _country_of(self, name: BodyName) -> str | None:
        country = self._context.country(name.first, name.end)
        names = self._parser.names
        if country is None and name.rule == "organisations.gazetteer":
            country = names[name.first].entry.country
        if country is None and names:
            for index in range(name.first + 1, name.end):
                if index in names and not names[index].entry.context:
                    return names[index].entry.country
        return country

    def _settle(self, parsed: list[Mention]) -> tuple[list[Mention], list[KnownName]]:
        """The mentions of both ways without overlaps, and the gazetteer's hits that their context refused.

        Where names overlap the longest of the first stays; a body inside it that the grammar found, as nested.
        """
        kept: list[Mention] = []
        refused: list[KnownName] = []
        outer = Mention(-1, -1, "", "")
        forms, openers = self._forms, self._grammar.openers
        position, count = 0, len(parsed)
        for known in self._context.known:
            start = known.hit[0]
            while position < count and parsed[position].start < start:
                outer = keep(kept, outer, parsed[position])
                position += 1
            if start < outer.end and start not in outer.inner:
                continue
            # Most names that need a context have none: a look at the word before decides.
            quoted = known.entry.context in QUOTED_CONTEXTS
            if quoted and start > DATELINE_LENGTH and forms[known.first - 1] not in openers and known.hit[4] != "ل":
                refused.append(known)
                continue
            mention = self._gazetteer.mention(known)
            if mention is None:
                refused.append(known)
                continue
            while position < count and parsed[position].start == start and parsed[position].end >= mention.end:
                outer = keep(kept, outer, parsed[position])
                position += 1
            outer = keep(kept, outer, mention)
        for mention in parsed[position:]:
            outer = keep(kept, outer, mention)
        return kept, refused

    def _firms(self, names: list[Mention]) -> list[Mention]:
        """Listed firms by their short names, in an article of the stock market: `سهم الإنماء والراجحي`."""
        named = [(name.start, name.end, name.kind in FIRMS) for name in names]
        reader = ShareReader(self._article, self._grammar, named)
        mentions = []
        for firm in reader.firms():
            country = firm.entry.country or self._context.country(firm.first, firm.last)
            mentions.append(Mention(firm.start, firm.end, "organisations.market", firm.entry.kind, country))
        return mentions

    def _draft(self, mention: Mention) -> Draft:
        name: Any = AS_WRITTEN
        if mention.swallowed is not None:
            view = self._article.view
            first, last = view.span(mention.start, mention.end)
            name = ("ال" if mention.swallowed.startswith("ل") else "ا") + view.original[first:last]
        fields: dict[str, Any] = {"name": name, "kind": mention.known_kind or mention.kind, "country": mention.country}
        if mention.nested:
            fields["nested"] = True
        return Draft(mention.start, mention.end, mention.rule, fields)
