"""Organisations: named bodies, by a grammar of their names and by a gazetteer.

The grammar is `extractnews.organisations.names`; bodies that are known by name stand in
`resources/organisations.tsv`, with the context that an ambiguous name needs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Any, ClassVar, Final

from extractnews.article import AS_WRITTEN, Draft, Found, Hit, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.organisations.lexicon import FIRMS, Entry, Head, KnownName, NameGrammar, read_heads
from extractnews.organisations.names import NameParser
from extractnews.organisations.phrases import ARAB_COUNTRIES, BodyName
from extractnews.organisations.shares import ShareReader, is_of_market
from extractnews.scanner import Cue
from extractnews.tokens import Tokens
from extractnews.words import (
    ADJECTIVE,
    CONJOINED,
    CONJUNCTION,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    LATIN,
    NATIONALITY,
    NEWLINE,
    NOUN,
    PARTICLE,
    PLACE,
    PREPOSED,
    PREPOSITION,
    PUNCTUATION,
    VERB,
)

_OPENERS: Final = PREPOSITION | CONJUNCTION | PARTICLE | PUNCTUATION | NEWLINE
_PLACE_PREPOSITIONS: Final = frozenset({"في", "من", "الي", "داخل", "خارج"})


class _Mention:
    """A body's mention before overlaps are settled.

    Attributes:
        start, end: offsets in the view.
        kind: the kind of body that its first noun says it is, which the rules go by.
        known_kind: the gazetteer's, where the name is the gazetteer's.
        inner: offsets at which bodies inside the name begin.
        proper: tokens [first, end) of the proper name in it, and whether they were quoted.
        swallowed: its first noun where `لل` has swallowed the article, which the name restores.
    """

    __slots__ = ("country", "end", "inner", "kind", "known_kind", "nested", "proper", "rule", "start", "swallowed")

    def __init__(
        self, start: int, end: int, rule: str, kind: str, country: str | None = None, swallowed: str | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.rule = rule
        self.kind = kind
        self.known_kind: str | None = None
        self.country = country
        self.swallowed = swallowed
        self.nested = False
        self.inner: list[int] = []
        self.proper: tuple[int, int, bool] | None = None


_GLOSS_RE: Final = re.compile(r'"?\s*\(\s*"?([A-Za-z][\w .&\'/-]{1,40}?)"?\s*\)')
_SPOKEN_RE: Final = re.compile(r' ?(?:\( ?"?|" ?)([ء-ي]{3,12}(?: [ء-ي]{2,6}){0,4})(?:"? ?\)| ?")(?! ?\()')
_SPELLED_RE: Final = re.compile(r'"([ء-ي][ء-ي .-]+[ء-ي])" ?\($')
_HEAD_OF_ARTICLE: Final = 400
_SOURCE_RE: Final = re.compile(r"(?:^|\n) ?(?:\((?P<in_brackets>[A-ZĐ]{3,5})\)|(?P<plain>[A-ZĐ]{3,5})(?= [-–—] ))")
_VIETNAMESE_PAPER: Final = "Báo "
_PAPER_RE: Final = re.compile(r"Báo(?: (?:& )?[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+){1,5}")
_WITH_LATIN_RE: Final = re.compile(r'"([ء-ي][ء-ي .-]{1,30}[ء-ي])" \(([A-Za-z][\w .&-]{1,30})\)')
_SHORTEST_SPOKEN: Final = 4
_KNOWN_AS: Final = (" المعروف", ", المعروف", " والمعروف", ", والمعروف", " المسما", ", المسما", " المسمي")
_KNOWN_AS_RE: Final = re.compile(
    r',? و?الم(?:عروفه? (?:اختصارا )?(?:باسم|ب)|سماه|سمي) ?(?:"([^"\n]{2,30})"|\(([^)\n]{2,30})\)|([A-Z]{2,8})(?!\w))'
)
_LIST_JOINTS: Final = frozenset({" و", ", ", ", و", ","})
_LONGEST_SPELLED: Final = 50
_INITIALS_RE: Final = re.compile(r' (?:"([A-Z]{2,8})"|([A-Z]{3,8})(?![\w-]|\.\w))')
_LATIN_BESIDE_RE: Final = re.compile(r"^[A-Za-z] |[ .][A-Za-z]$")  # Fertino OCP Organic
# Their names stand on products and beside sponsors: طائرة بوينغ.
_BRANDED: Final = frozenset({"company", "media", "club", "agency", "other"})
# Initials after their names are a model's: سامسونغ LCD.
_WITH_MODELS: Final = frozenset({"company", "media", "agency"})
_NUMBER_RE: Final = re.compile(r" \d{1,4}(?!\d)")  # نوكيا 3310, and not the telephone number in Stc 635031
_SITE_RE: Final = re.compile(r"\.(?:com|net|org|tv)(?!\w)")
_MODEL_RE: Final = re.compile(r" [A-Z]{1,4}[ -]?\d")  # لكزس GS 2012
_BY_FIRST: Final = attrgetter("first")
# Kinds of bodies whose short name, once introduced, is used without its context.
_KNOWN_LATER: Final = frozenset({"armed_group", "agency", "party"})
_SHARED: Final = ARAB_COUNTRIES | {None}
# Kinds of bodies that are called by their proper name alone: not so جامعة فرانكلين.
_CALLED_SHORT: Final = frozenset(
    {
        "company",
        "media",
        "club",
        "agency",
        "armed_group",
        "party",
        "bank",
        "association",
        "international",
        "team",
        "other",
    }
)
# Contexts in which a name counts where it is quoted.
_QUOTED: Final = frozenset({"quoted", "brand", "armed"})
# Kinds of bodies that have their founders' names, or those of towns that families come from.
_CALLED_LIKE_PEOPLE: Final = frozenset({"company", "media", "club", "party", "armed_group", "institute"})
_NO_OTHER_WORD: Final = GIVEN | DEFINITE | CONJOINED | PREPOSED | NOUN | ADJECTIVE | VERB | PLACE | FUNCTION
# Bodies of one country: another's nationality after their name belongs to somebody else.
_NATIONAL: Final = frozenset({"club", "company", "media", "bank", "ministry"})
# Kinds of bodies that news is credited to, and what stands around them there.
_SOURCES: Final = frozenset({"media", "agency"})
_SOURCE_OPENERS: Final = frozenset({"/", "-", "("})
_SOURCE_CLOSERS: Final = frozenset({"/", "-", ")", ":", "\n"})
# Marks before a name that is a common word, and how far into the text they count: a dash and a stroke in its head.
_OPENING_MARKS: Final = (('"', None), ("(", None), ("'", None), ("/", 300), ("-", 300))
# Papers' names that behind a reporter are the word.
_ORDINARY_NAMES: Final = frozenset({"اليوم", "الجريده"})
# Beginnings of the nouns behind which such a name counts.
_REPORTERS: Final = ("مراسل", "مذيع", "موفد")
_DATELINE_WORDS: Final = 40
_GLOSSED: Final = 8
"""Tokens of a quotation before its Latin gloss, at most."""
_DATELINE_LENGTH: Final = 40
_MIN_SHORT_FORM: Final = 3
_SHORT_FORM_REACH: Final = 20_000
_MAX_BARE_NAME: Final = 3
_MIN_SPORT_WORDS: Final = 2
# How far before a club a word of the transfer to it may stand.
_TRANSFER_WORDS: Final = 9
# Words in a foreign club's name before its nationality.
_LONGEST_FOREIGN_CLUB: Final = 3
# Letters of the first word of a club's name that may stand for it.
_MIN_FIRST_WORD: Final = 4
# Clubs named like people, and how often an article has a club before any mention is the club's.
_OF_PEOPLE: Final = frozenset({"الشباب", "النجم"})
_MANY: Final = 2


class OrganisationExtractor:
    """Finds organisations."""

    record_type: ClassVar[str] = "organisations"
    reads: ClassVar[frozenset[str]] = frozenset()
    linked_to: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, resources: Resources) -> None:
        self._grammar = NameGrammar(resources)
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
        of_sport = _is_of_sport(article)
        if article.hits("organisation.club") and (of_sport or any(hit[3].kind == "club" for hit in head_hits)):
            name_hits = article.hits("organisation.name", "organisation.club")
        return _Finder(article, self._grammar, head_hits, name_hits, of_sport).drafts()


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


class _Finder:
    """Finds the organisations of one article."""

    def __init__(
        self,
        article: ScannedArticle,
        grammar: NameGrammar,
        head_hits: list[Hit],
        name_hits: list[Hit],
        of_sport: bool,
    ) -> None:
        words = article.words
        starts = words.starts
        self._article = article
        self._grammar = grammar
        self._of_sport = of_sport
        self._text = article.text
        self._words = words
        self._forms = words.forms
        self._classes = words.classes
        heads: dict[int, list[tuple[Head, Hit]]] = {}
        for hit in head_hits:
            index = bisect_right(starts, hit[0]) - 1
            if index in heads:
                heads[index].append((hit[3], hit))
            else:
                heads[index] = [(hit[3], hit)]
        ends, make = words.ends, tuple.__new__  # half the price of a call of the named tuple's class
        self._known: list[KnownName] = []
        names: dict[int, KnownName] = {}
        for hit in name_hits:
            first = bisect_right(starts, hit[0]) - 1
            end = first + 1 if hit[1] <= ends[first] else bisect_right(starts, hit[1] - 1)
            if end > first + 1 and "\n" in words.forms[first:end]:
                continue  # the scan takes a line's end for a space: طالبان / باكستان تحقق
            known = make(KnownName, (first, end, hit[3], hit))
            self._known.append(known)
            if first not in names or end > names[first].end:
                names[first] = known
        places: dict[int, int] = {}
        for hit in article.hits("organisation.place"):
            first, end = bisect_right(starts, hit[0]) - 1, bisect_right(starts, hit[1] - 1)
            places[first] = max(end, places.get(first, end))
        self._parser = NameParser(Tokens(article), grammar, heads, names, places)
        self._federations: dict[str, bool] = {}  # by name, found out where it is asked
        self._known += self._quoted_names()
        self._known.sort(key=_BY_FIRST)

    def _quoted_names(self) -> list[KnownName]:
        """Names with the article that are common words, where a mark or the article's beginning precedes them."""
        text, starts, forms, quoted = self._text, self._words.starts, self._forms, self._grammar.quoted
        after = set(range(bisect_right(starts, _DATELINE_LENGTH)))
        for mark, reach in _OPENING_MARKS:
            position = text.find(mark, 0, reach)
            while position >= 0:
                if text.startswith(("ال", " ال"), position + 1):
                    after.add(bisect_right(starts, position + 2) - 1)
                position = text.find(mark, position + 1, reach)
        for noun in _REPORTERS:
            position = text.find(noun)
            while position >= 0:
                after.add(bisect_right(starts, position))
                position = text.find(noun, position + 1)
        names = [self._parser.quoted_at(index) for index in after if index < len(forms) and forms[index] in quoted]
        return [name for name in names if name is not None]

    def drafts(self) -> list[Draft]:
        """The organisations' drafts, in the order of the text."""
        kept, refused = self._settle(self._parsed())
        more = list(self._glosses(kept))
        more += self._spelled(kept)
        more += self._listed_with_latin(kept)
        more += self._sources()
        more += self._acronyms(more)
        more += self._short_forms(kept)
        more += self._known_later(kept, refused)
        more += self._media_later(kept)
        more += self._ministries()
        if more:
            kept = _resolve(kept + more)
        if is_of_market(self._article, self._grammar):
            more = self._firms(kept)
            if more:
                kept = _resolve(kept + more)
        if self._of_sport and any(mention.kind == "club" for mention in kept):
            more = list(self._opponents())
            more += [*self._short_forms(more), *self._clubs_by_first_word(kept)]
            if more:
                kept = _resolve(kept + more)
        if refused and (self._of_sport or any(mention.kind == "club" for mention in kept)):
            more = self._coordinated_clubs(kept, refused) if self._of_sport else []
            more += self._clubs_known_later(kept, refused)
            if more:
                kept = _resolve(kept + more)
        return [self._draft(mention) for mention in kept]

    # --- the two ways to a name

    def _parsed(self) -> list[_Mention]:
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

    def _mention(self, name: BodyName) -> _Mention:
        parser, words = self._parser, self._words
        hits = parser.heads[name.first]
        hit = hits[0][1]
        known = parser.names.get(name.first)
        if name.rule == "organisations.gazetteer" and known is not None:
            swallowed = known.hit.article == "ل"
        else:
            swallowed = name.definite and any(hit.article == "ل" for _, hit in hits)
        mention = _Mention(
            hit.start,
            words.ends[name.end - 1],
            name.rule,
            name.kind,
            self._country_of(name),
            hit.value.word if swallowed else None,
        )
        if known is not None and not known.entry.context and self._is_known_name(known.end, name.end):
            mention.known_kind = known.entry.kind
        for index in name.inner:
            inner = parser.heads[index][0][1] if index in parser.heads else parser.names[index].hit
            mention.inner.append(inner.start)
        if name.quoted is not None:
            mention.proper = (*name.quoted, self._forms[name.quoted[0] - 1] in ('"', "("))
        return mention

    def _is_known_name(self, known_end: int, end: int) -> bool:
        """Whether a name that begins with the gazetteer's goes on with nothing but nationalities."""
        return known_end <= end and all(self._parser.is_plain_nationality(index) for index in range(known_end, end))

    def _country_of(self, name: BodyName) -> str | None:
        country = self._country(name.first, name.end)
        names = self._parser.names
        if country is None and names:
            for index in range(name.first + 1, name.end):
                if index in names and not names[index].entry.context:
                    return names[index].entry.country
        return country

    def _country(self, first: int, end: int) -> str | None:
        """The country that the last of the tokens after `first` names, if one does."""
        countries, forms = self._grammar.countries, self._forms
        for index in range(end - 1, first, -1):
            if forms[index] in countries:
                return countries[forms[index]]
        return None

    def _settle(self, parsed: list[_Mention]) -> tuple[list[_Mention], list[KnownName]]:
        """The mentions of both ways without overlaps, and the gazetteer's hits that their context refused.

        Where names overlap the longest of the first stays; a body inside it that the grammar found, as nested.
        """
        kept: list[_Mention] = []
        refused: list[KnownName] = []
        outer = _Mention(-1, -1, "", "")
        forms, openers = self._forms, self._grammar.openers
        position, count = 0, len(parsed)
        for known in self._known:
            start = known.hit[0]
            while position < count and parsed[position].start < start:
                outer = _keep(kept, outer, parsed[position])
                position += 1
            if start < outer.end and start not in outer.inner:
                continue
            # Most names that need a context have none: a look at the word before decides.
            if known.entry.context in _QUOTED and start > _DATELINE_LENGTH and forms[known.first - 1] not in openers:
                refused.append(known)
                continue
            mention = self._from_gazetteer(known)
            if mention is None:
                refused.append(known)
                continue
            while position < count and parsed[position].start == start and parsed[position].end >= mention.end:
                outer = _keep(kept, outer, parsed[position])
                position += 1
            outer = _keep(kept, outer, mention)
        for mention in parsed[position:]:
            outer = _keep(kept, outer, mention)
        return kept, refused

    def _from_gazetteer(self, known: KnownName) -> _Mention | None:
        """The body that a gazetteer name names where it stands, with the nationality after it."""
        hit = known.hit
        entry = known.entry
        context = entry.context
        if context in _QUOTED:
            if not (
                self._stands_alone(known)
                or (_in_dateline(self._text, hit.end) and not self._is_place_after_source(known))
                or (entry.kind in _SOURCES and (self._is_source(known) or self._is_reporters(known)))
            ):
                return None
        elif context == "sport" and not (self._of_sport and self._is_club(known)):
            return None
        if self._is_part_of_other_name(known) or self._is_common_word(known) or self._is_surname(known):
            return None
        end, country = known.end, entry.country
        parser, forms = self._parser, self._forms
        while end < parser.count and forms[end][:2] == "ال" and parser.is_plain_nationality(end):
            nationality = parser.country_at(end)
            if not _is_same_body(entry, nationality, forms[known.first], forms[end]):
                break  # برشلونة الأرجنتيني ليونيل ميسي
            if not forms[end].endswith("ه") and self._is_of_all_nations(known):
                break  # الاتحاد الدولي لكرة القدم السويسري سيب بلاتر
            of_nations = country is None and (entry.kind == "international" or end == known.first + 1)
            if of_nations and parser.is_persons(end, ""):
                break  # فيفا الفرنسي جيروم فالك
            if entry.kind != "club" and forms[known.first].endswith(("ه", "ات")) and parser.is_of_title(end):
                break  # رئيس اللجنة الأولمبية الدولية الألماني
            end += 1
        if entry.kind == "company" and end == known.end and end < parser.count and forms[end] in self._grammar.lands:
            end += 1  # زين السودان
        end = parser.place_of(end, entry.kind) or end
        stop = self._words.ends[end - 1] if end > known.end else hit.end
        if stop == hit.end and '"' in self._text[hit.start : stop] and self._text.startswith('"', stop):
            stop += 1  # الجوهرة "أف أم"
        if country is None or end > known.end:
            country = self._country(known.end - 1, end) or country
        head = entry.head if hit.article == "ل" else None
        return _Mention(hit.start, stop, "organisations.gazetteer", entry.kind, country, head)

    def _is_of_all_nations(self, known: KnownName) -> bool:
        """Whether a body is called الدولي, العالمي or the like."""
        return not self._grammar.of_all_nations.isdisjoint(self._forms[known.first : known.end])

    # --- the context of a gazetteer name

    def _stands_alone(self, known: KnownName) -> bool:
        """In quotation marks, or in brackets where it is no place: `("سبأ")`, `(سانا)`, but not `(الرياض)`."""
        hit = known.hit
        # An agency's name may end a quotation: نقلته وكالة الأنباء "وفا."
        end = hit.end + (known.entry.kind in _SOURCES and self._text.startswith((".", ","), hit.end))
        if not _in_quotes(self._text, hit.start, end):
            return False
        first = known.first
        if known.entry.context == "brand" and self._before(known) in self._grammar.site_contexts:
            return False  # موقع التواصل الاجتماعي "تويتر"
        adjective = self._classes[first] & ADJECTIVE and self._forms[first].startswith("ال")
        if adjective and first > 1 and self._forms[first - 2].startswith("ال"):
            return False  # الموسم "الجديد"
        return self._text[hit.start - 1] != "(" or not self._classes[known.first] & PLACE

    def _is_source(self, known: KnownName) -> bool:
        """A news source's short name: `مسقط / العمانية /`, `(وات - بتصرف)`, `أفادت سانا`."""
        if known.first == 0:
            return False
        before = self._forms[known.first - 1]
        if self._classes[known.first] & PLACE:  # الدوحة - قنا, but not قنا - فاز
            after_place = known.first > 1 and self._classes[known.first - 2] & PLACE
            return bool(after_place) and before == "-" and self._forms[known.end : known.end + 1] == ["\n"]
        if before in self._grammar.saying:
            return not self._classes[known.first] & ~LATIN
        after = self._forms[known.end] if known.end < len(self._forms) else "\n"
        return before in _SOURCE_OPENERS and after in _SOURCE_CLOSERS and "\n" in self._line_ends(known)

    def _is_reporters(self, known: KnownName) -> bool:
        """`مراسلة الجزيرة`, but not `مراسل الرياض`, where he is, nor `مراسل الجريدة`, whichever it is."""
        if self._forms[known.first - 1] not in self._grammar.reporters:
            return False
        return not self._classes[known.first] & PLACE and self._forms[known.first] not in _ORDINARY_NAMES

    def _is_place_after_source(self, known: KnownName) -> bool:
        """`سبق- الرياض:`: a town, not the paper of its name."""
        first = known.first
        return first > 1 and self._forms[first - 1] == "-" and bool(self._classes[first] & PLACE)

    def _line_ends(self, known: KnownName) -> list[str]:
        """The tokens around a name, as far as a dateline or credit reaches."""
        return ["\n"] * (known.first < _DATELINE_WORDS) + self._forms[max(0, known.first - 6) : known.end + 3]

    def _noun_before(self, index: int) -> str:
        """The word before a name, over the mark that opens it or a quotation in between: `دوري (زين)`."""
        if index and self._forms[index - 1] == '"' and self._words.ends[index - 1] < self._words.starts[index]:
            opening = range(index - 3, max(-1, index - _GLOSSED), -1)
            index = next((at for at in opening if self._forms[at] == '"'), index)  # تطبيق "كذا" Nuran
        elif index > 1 and self._forms[index - 1] in ("(", '"'):
            index -= 1
        return self._forms[index - 1] if index else ""

    def _is_part_of_other_name(self, known: KnownName) -> bool:
        """A competition's sponsor, a stadium, or a brand that opens a product's name (`"نوكيا 3310"`)."""
        text, hit = self._text, known.hit
        before = self._noun_before(known.first)
        noun = before.removeprefix("ال")
        if noun in self._grammar.name_rejects:
            return True
        called = {noun, before.lstrip("ول").removeprefix("ال")}  # لتطبيق "كذا"
        if not called.isdisjoint(self._grammar.brand_rejects) and hit.value.kind in _BRANDED:
            return True
        if noun in self._grammar.indices and hit.value.kind in ("company", "media"):
            return True
        if _SITE_RE.match(text, hit.end) or text[hit.start - 1 : hit.start] in ("@", "%"):
            return True  # info@aa, D8%AA
        if hit.value.kind != "company" or known.end >= len(self._forms):
            return False
        opening, following = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 2]
        if following[:1] != " ":
            return False
        if opening in ('"', "("):
            return text[hit.end :].lstrip()[:1] not in ('"', ")")
        # "Nokia XR21", "نوكيا 3310", هاتف نوكيا Lumia
        ascii_letter = following[1:2].isascii() and following[1:2].isalpha()
        if self._forms[known.end] in self._grammar.product_words or _MODEL_RE.match(text, hit.end):
            return True
        if ascii_letter and before.lstrip("وبل").removeprefix("ال") in self._grammar.products:
            return True
        if _NUMBER_RE.match(text, hit.end):
            return True
        return bool(text[hit.start].isascii() and ascii_letter)

    def _is_surname(self, known: KnownName) -> bool:
        """`مايكل بلومبرغ`, `أنطونيو فالنسيا`: right behind a given name that is no other word."""
        index, hit = known.first, known.hit
        if not index or known.end > index + 1 or known.entry.kind not in _CALLED_LIKE_PEOPLE:
            return False
        if hit.proclitic or not self._text.startswith(" ", hit.start - 1):
            return False
        if self._forms[index].startswith("ال") and not self._classes[index] & (FAMILY | NATIONALITY):
            return False
        given = self._classes[index - 1] & _NO_OTHER_WORD == GIVEN and not self._classes[index] & LATIN
        return given and not self._text.startswith(":", hit.end)

    def _is_club(self, known: KnownName) -> bool:
        """Whether a club's short name stands where clubs stand."""
        index, hit = known.first, known.hit
        if index == 0:
            return False
        forms, classes = self._forms, self._classes
        before = forms[index - 1]
        after = forms[known.end] if known.end < len(forms) else ""
        own = classes[index]
        if before in self._grammar.club_owners:
            return True
        if own & NOUN and (before.lstrip("وفلب") in self._grammar.demonstratives_of_people or self._is_common(known)):
            return False
        contexts = self._grammar.club_contexts
        if own & (NOUN | PREPOSITION) and hit.proclitic.endswith("ب") and before not in contexts:
            return False  # بالتعاون مع, أشاد بالاتفاق
        if before in contexts or before[1:] in contexts or classes[index - 1] & VERB:
            return True
        if before == "(" and own & PLACE:
            return False
        if before in (",", "و", '"', "(", ":") or after in (",", '"') or hit.proclitic == "و":
            return True
        if own & PLACE and hit.value.country in ARAB_COUNTRIES:
            return False  # in Arabic news the town is named more often than its club
        if not own & NOUN:
            # A town's name is its club's as well, but not after "in" and "from".
            if before in _PLACE_PREPOSITIONS:
                return not self._grammar.transfers.isdisjoint(forms[max(0, index - _TRANSFER_WORDS) : index - 1])
            return hit.proclitic != "ب" and before != "-"
        return hit.proclitic == "" and not classes[index - 1] & NOUN and after[:2] != "ال"

    def _is_common(self, known: KnownName) -> bool:
        """`الاتفاق النووي`, `النجم الغاني`, `الشباب الذين`: what follows belongs to the common noun, not to a club."""
        if known.end >= len(self._forms):
            return False
        after = self._forms[known.end]
        if after == "الذين":
            return True
        if not after.startswith("ال") or after in self._grammar.stops or after in self._grammar.ordinals:
            return False
        classes = self._classes[known.end]
        if classes & NATIONALITY:
            if after.endswith(("ين", "ون")):
                return known.hit.proclitic != "و"  # الأفريقي والترجي التونسيين are two clubs
            country = self._parser.country_at(known.end)
            return country is not None and country not in ARAB_COUNTRIES and country != known.entry.country
        if not classes & ADJECTIVE or after[2:] in self._grammar.descriptive:
            return False
        return not "".join(self._forms[known.end + 1 : known.end + 2]).startswith("لل")  # النصر الساعي للفوز

    def _is_common_word(self, known: KnownName) -> bool:
        """`تابعوه بحماس`, `ورشة عمل`: see `homographs` in `resources/organisation_grammar.toml`; but `قيادي بحماس`."""
        homograph = self._grammar.homographs.get(known.entry.head)
        if homograph is None:
            return False
        forms = self._forms
        before = self._before(known)
        if before in homograph.after or before.lstrip("وفبل") in homograph.after:
            return True
        if known.end < len(forms) and forms[known.end] in homograph.before:
            return True
        if homograph.person and known.end < len(forms):
            return self._parser.country_at(known.end) not in (None, known.entry.country)
        if homograph.federation and known.entry.kind == "club":
            return self._is_federation(known.entry.head)
        return homograph.adverb and known.hit.proclitic.endswith("ب") and before not in self._grammar.armed_contexts

    def _is_federation(self, head: str) -> bool:
        """Whether الاتحاد alone is a federation: the article names one, and nowhere the club as a club."""
        if head not in self._federations:
            forms, parser = self._forms, self._parser
            named = any(parser.is_federation(index) for index in parser.heads if forms[index].endswith("ال" + head))
            self._federations[head] = named and not any(
                known.entry.head == head and self._is_beside_club(known) for known in self._known
            )
        return self._federations[head]

    def _is_beside_club(self, known: KnownName) -> bool:
        """`نادي الاتحاد`, `الهلال والاتحاد`, `الاتحادي`."""
        names, forms, first, end = self._parser.names, self._forms, known.first, known.end
        if first and forms[first - 1] in self._grammar.club_owners:
            return True
        around = (first - 1, first - 2, end, end + 1)
        beside = any(index in names and names[index].entry.kind == "club" for index in around)
        return beside or f"ال{known.entry.head}ي" in forms

    # --- later mentions, and names that need another's company

    def _known_later(self, names: list[_Mention], refused: list[KnownName]) -> Iterator[_Mention]:
        """A name that the article has once in its context, elsewhere: `تنظيم القاعدة` ... `للقاعدة`."""
        classes = self._classes
        yield from self._makers(names, refused)
        waiting = [
            known
            for known in refused
            if known.entry.context in _QUOTED
            and known.entry.context != "brand"
            and (known.entry.kind in _KNOWN_LATER or not classes[known.first] & (PLACE | VERB | NOUN))
        ]
        if not waiting:
            return
        text = self._text
        introduced = {text[name.start : name.end].rsplit(" ", 1)[-1].strip('"') for name in names}
        ends = {name.end: name for name in names}
        # An article that has a base is of no القاعدة: سيطر الحوثيون على قاعدة جوية.
        of_arms = any(name.kind == "armed_group" for name in names) and " قاعده " not in text
        for known in waiting:
            hit, entry = known.hit, known.entry
            if (
                (text[hit.start : hit.end] in introduced and self._is_used_alone(known, ends))
                or self._is_agency(known, ends)
                or (entry.context == "armed" and self._is_armed(known, of_arms))
            ):
                head = entry.head if hit.article == "ل" else None
                yield _Mention(hit.start, hit.end, "organisations.known_later", entry.kind, entry.country, head)

    def _media_later(self, names: list[_Mention]) -> Iterator[_Mention]:
        """A channel or paper called by a common word, once introduced: `قناة الجزيرة` ... `في تصريح للجزيرة`."""
        text, words, grammar, forms = self._text, self._words, self._grammar, self._forms
        searched: set[str] = set()
        for name in names:
            word = text[name.start : name.end].rsplit(" ", 1)[-1].strip('"')
            if name.kind not in _SOURCES or word in searched or not word.startswith("ال"):
                continue
            searched.add(word)
            first = bisect_right(words.starts, name.end - len(word)) - 1
            if forms[first] not in grammar.quoted or not self._classes[first] & NOUN:
                continue
            lowest, highest = max(0, name.start - _SHORT_FORM_REACH), name.end + _SHORT_FORM_REACH
            for prefix in ("ال", "لل"):
                for start in _occurrences(text, prefix + word[2:], lowest, highest):
                    index = bisect_right(words.starts, start) - 1
                    before = forms[max(0, index - 2) : index]
                    if before[-1:] == ["مع"]:
                        before.pop()  # في مقابلة مع الجزيرة
                    if before and before[-1].lstrip("وفبل") in grammar.media_contexts:
                        swallowed = prefix == "لل"
                        stop = start + len(word)
                        mention = _like(name, start + swallowed, stop, "organisations.known_later")
                        mention.swallowed = word[2:] if swallowed else None
                        yield mention

    def _makers(self, names: list[_Mention], refused: list[KnownName]) -> Iterator[_Mention]:
        """Brands of sites where the firm is meant, once the article says so: `مجلس إدارة تويتر`, `قالت تويتر`."""
        brands = [known for known in refused if known.entry.context == "brand"]
        if not brands:
            return
        text, grammar = self._text, self._grammar
        firms = {text[name.start : name.end].rsplit(" ", 1)[-1].strip('"') for name in names if name.proper is not None}
        firms |= {text[k.hit.start : k.hit.end] for k in brands if self._before(k) in grammar.maker_contexts}
        for known in brands:
            hit = known.hit
            of_site = hit.proclitic.endswith("ب") or self._before(known) in grammar.site_contexts
            if text[hit.start : hit.end] in firms and not of_site:
                yield _Mention(hit.start, hit.end, "organisations.known_later", known.entry.kind, known.entry.country)

    def _before(self, known: KnownName) -> str:
        """The word before a name and its opening mark."""
        index = known.first - 1
        if index > 0 and self._forms[index] in ('"', "("):
            index -= 1
        return self._forms[index] if index >= 0 else ""

    def _is_armed(self, known: KnownName, of_arms: bool) -> bool:
        """`القاعدة` beside another armed group or its people, and neither `القاعدة الجوية` nor `هذه القاعدة`."""
        before = self._forms[known.first - 1] if known.first else ""
        after = self._forms[known.end] if known.end < len(self._forms) else ""
        if after.startswith("ال") or before.lstrip("وفلب") in self._grammar.demonstratives:
            return False
        return before in self._grammar.armed_contexts or of_arms

    def _is_used_alone(self, known: KnownName, ends: dict[int, _Mention]) -> bool:
        kind, classes = known.entry.kind, self._classes[known.first]
        if kind == "media":
            return not classes & ~LATIN and known.hit.end - known.hit.start >= _MIN_SHORT_FORM
        if kind == "company":
            named = not classes & (PLACE | VERB | NOUN | ADJECTIVE) and not self._is_surname(known)
            return named and not self._is_part_of_other_name(known)
        if kind not in _KNOWN_LATER or classes & PLACE:
            return False
        # فتح is a verb elsewhere, but not in حماس وفتح
        return not classes & VERB or (known.hit.proclitic == "و" and known.hit.start - 2 in ends)

    def _is_agency(self, known: KnownName, ends: dict[int, _Mention]) -> bool:
        """`وكالة الأنباء السورية الرسمية سانا`: the short name right after the full one."""
        hit = known.hit
        if hit.value.kind not in ("media", "agency") or hit.article or hit.proclitic:
            return False
        before = hit.start - 1
        if self._forms[known.first - 1] == "الرسميه":
            before = self._words.ends[known.first - 2] if known.first > 1 else -1
        name = ends.get(before)
        return name is not None and name.kind == "agency" and not self._classes[known.first] & (PLACE | VERB | NOUN)

    def _coordinated_clubs(self, names: list[_Mention], refused: list[KnownName]) -> list[_Mention]:
        """Clubs whose names are common words or towns, in a list with clubs: `الهلال ونجران وأحد`."""
        text = self._text
        forms = self._forms
        clubs = [
            known
            for known in refused
            if known.entry.kind == "club"
            and not self._is_common_word(known)
            and not (forms[known.first] == "واحد" and forms[known.end : known.end + 1] == ["من"])
        ]
        ends = {name.end for name in names if name.kind == "club"}
        starts = {name.start for name in names if name.kind == "club"}
        found: dict[int, _Mention] = {}
        for known in (*clubs, *reversed(clubs)):
            start, end = known.hit.start, known.hit.end
            after_club = text[start - 2 : start] in (", ", " و") and start - 2 in ends
            before_club = text[end : end + 2] in (", ", " و") and end + 2 in starts
            if start not in found and (after_club or before_club):
                entry = known.entry
                found[start] = _Mention(start, end, "organisations.gazetteer", entry.kind, entry.country)
                ends.add(end)
                starts.add(start)
        return list(found.values())

    def _firms(self, names: list[_Mention]) -> list[_Mention]:
        """Listed firms by their short names, in an article of the stock market: `سهم الإنماء والراجحي`."""
        named = [(name.start, name.end, name.kind in FIRMS) for name in names]
        reader = ShareReader(self._article, self._grammar, named)
        mentions = []
        for firm in reader.firms():
            country = firm.entry.country or self._country(firm.first, firm.last)
            mentions.append(_Mention(firm.start, firm.end, "organisations.market", firm.entry.kind, country))
        return mentions

    def _clubs_by_first_word(self, names: list[_Mention]) -> Iterator[_Mention]:
        """Later mentions of a foreign club by the first word of its name: `دلمو سبور` ... `أعلن دلمو`."""
        text, words, parser = self._text, self._words, self._parser
        searched: set[str] = set()
        for name in names:
            first = bisect_right(words.starts, name.start) - 1
            first += first in parser.heads  # نادي دلمو سبور
            # A name of one word is followed by its nationality at most.
            several = parser.is_unknown(first + 1) or parser.is_place(first + 1)
            if name.kind != "club" or not several or not parser.is_unknown(first):
                continue
            word = text[max(name.start, words.starts[first]) : words.ends[first]]
            if word in searched or len(word) < _MIN_FIRST_WORD or words.ends[first] >= name.end:
                continue
            searched.add(word)
            lowest, highest = max(0, name.start - _SHORT_FORM_REACH), name.end + _SHORT_FORM_REACH
            for start in _occurrences(text, word, lowest, highest):
                after = bisect_right(words.starts, start)
                if not (parser.is_unknown(after) or parser.is_place(after)):
                    yield _like(name, start, start + len(word), "organisations.short_form")

    def _opponents(self) -> Iterator[_Mention]:
        """Foreign clubs of no lexicon, in an article that has a club: `خسر أمام دلمو سبور التركي`."""
        forms, parser, words = self._forms, self._parser, self._words
        for hit in self._article.hits("organisation.opponent"):
            first = end = bisect_right(words.starts, hit.end)
            while end < min(first + _LONGEST_FOREIGN_CLUB, len(forms)) and parser.is_unknown(end):
                end += 1
            if end == first or end >= len(forms) or forms[end].endswith("ه") or not parser.is_plain_nationality(end):
                continue
            country = parser.country_at(end)
            if country is not None and not parser.is_persons(end, ""):
                club = _Mention(words.starts[first], words.ends[end], "organisations.opponent", "club", country)
                club.proper = (first, end, False)
                yield club

    def _clubs_known_later(self, names: list[_Mention], refused: list[KnownName]) -> Iterator[_Mention]:
        """A club whose name is a common word, once the article has it: `نادي الاتحاد` ... `للاتحاد`."""
        text, forms, classes = self._text, self._forms, self._classes
        spans = [(text[name.start : name.end], name.kind) for name in names]
        clubs = Counter("ا" * (span[0] == "ل") + span for span, kind in spans if kind == "club")
        introduced = {span.split(" ", 1)[1] for span in clubs if " " in span} | (clubs.keys() - _OF_PEOPLE)
        others = {span.split(" ", 1)[0] for span, kind in spans if kind != "club"}
        for known in refused:
            hit, entry = known.hit, known.entry
            name = forms[known.first]
            club = "ال" + name[2:] if hit.article == "ل" else text[hit.start : hit.end]
            if entry.kind != "club" or club not in introduced or club in others:
                continue
            own, previous = classes[known.first], forms[known.first - 1]
            if not own & NOUN and (not own & ADJECTIVE or previous.startswith("ال")):
                continue  # المستوى القاري الأفريقي
            after = forms[known.end] if known.end < len(forms) else ""
            before = classes[known.first - 1]
            alone = hit.article == "ل" or clubs[club] >= _MANY or not before & NOUN or before & _OPENERS
            alone = alone or previous in self._grammar.club_contexts
            pointed = previous.lstrip("وفلب") in self._grammar.demonstratives_of_people
            if pointed or self._is_part_of_other_name(known) or self._is_common_word(known):
                continue
            if alone and (not after.startswith("ال") or after in self._grammar.stops):
                head = entry.head if hit.article == "ل" else None
                yield _Mention(hit.start, hit.end, "organisations.known_later", entry.kind, entry.country, head)

    def _ministries(self) -> Iterator[_Mention]:
        """Ministries by their portfolio alone: `أعلنت الداخلية`, `الخارجية الروسية`."""
        hits = self._article.hits("organisation.ministry")
        if not hits:
            return
        forms, starts, parser, grammar = self._forms, self._words.starts, self._parser, self._grammar
        for hit in hits:
            index = bisect_right(starts, hit.start) - 1
            before = forms[index - 1] if index else "\n"
            end = index + 1
            national = end < len(forms) and forms[end].endswith("ه") and parser.is_plain_nationality(end)
            said = before in grammar.saying and not hit.proclitic and not self._goes_on(end)
            said = said or (before == '"' and self._text[hit.end : hit.end + 3] in ('":', '" :', '" ت'))
            alone = national and forms[index].endswith(("خارجيه", "داخليه")) and self._opens(index, hit)
            if not said and not alone:
                continue
            end += national
            head = self._text[hit.start : hit.end].removeprefix("ل") if hit.article == "ل" else None
            yield _Mention(
                hit.start,
                self._words.ends[end - 1],
                "organisations.ministry",
                "ministry",
                self._country(index, end),
                head,
            )

    def _goes_on(self, index: int) -> bool:
        """Whether an adjective or coordinated noun follows, so that the word names no ministry."""
        if index >= len(self._forms):
            return False
        form = self._forms[index]
        if form.startswith("وال"):
            return True
        return (
            form.startswith("ال") and form not in self._grammar.stops and not self._parser.is_plain_nationality(index)
        )

    def _opens(self, index: int, hit: Hit) -> bool:
        """Whether no noun before the word takes it as its complement or adjective: `وزير الخارجية` does."""
        if index == 0:
            return True
        classes = self._classes[index - 1]
        if hit.proclitic:
            return self._forms[index - 1] not in ("وزير", "وزيره", "وزيرا")
        return bool(classes & (_OPENERS | VERB)) and (not classes & NOUN or bool(classes & CONJUNCTION))  # أن

    def _glosses(self, names: list[_Mention]) -> Iterator[_Mention]:
        """Acronyms and Latin names in brackets right after a body's name, or inside it; initials without brackets."""
        text = self._text
        for name in names:
            following = text[name.end : name.end + 2].lstrip(" ")[:1]
            if following in ("(", '"') and (spoken := self._spoken_gloss(name)) is not None:
                yield _like(name, *spoken, "organisations.gloss")
                continue
            if following == '"' or ("A" <= following <= "Z" and name.kind not in _WITH_MODELS):
                match = _INITIALS_RE.match(text, name.end)
                if match is not None:
                    yield _like(name, *match.span(match.lastindex or 0), "organisations.gloss")
                    continue
            if text.startswith(_KNOWN_AS, name.end) and (match := _KNOWN_AS_RE.match(text, name.end)) is not None:
                yield _like(name, *match.span(match.lastindex or 0), "organisations.gloss")
                latin = _GLOSS_RE.match(text, match.end())
                if latin is not None:
                    yield _like(name, *latin.span(1), "organisations.gloss")
                continue
            bracket = text.find("(", name.start, name.end + 3)
            if bracket < 0:
                continue
            match = _GLOSS_RE.match(text, bracket if bracket < name.end else name.end)
            if match is not None:
                name.inner.append(match.start(1))
                yield _like(name, *match.span(1), "organisations.gloss")

    def _spelled(self, names: list[_Mention]) -> Iterator[_Mention]:
        """The name in Arabic letters that a known Latin one in brackets explains: `"نوران" (Nuran)`."""
        text = self._text
        for name in names:
            latin = text[name.start : name.end]
            if text[name.start - 1 : name.start] == "(" and latin[0].isascii() and not latin.isupper():
                spelled = _SPELLED_RE.search(text, max(0, name.start - _LONGEST_SPELLED), name.start)
                if spelled is not None and not self._is_of_site(spelled.start(1)):
                    yield _like(name, *spelled.span(1), "organisations.gloss")

    def _listed_with_latin(self, names: list[_Mention]) -> Iterator[_Mention]:
        """Unknown names in a list whose other members are bodies: `"نوران" (Nuran) و"سامسونغ" (Samsung)`."""
        text = self._text
        if '" (' not in text:
            return
        rows = list(_WITH_LATIN_RE.finditer(text))
        starts = {name.start: name for name in names}
        for earlier, later in (*pairwise(rows), *pairwise(reversed(rows))):
            first, second = sorted((earlier, later), key=re.Match.start)
            known, new = earlier.start(1) in starts, later.start(1) not in starts
            if not (known and new) or text[first.end() : second.start()] not in _LIST_JOINTS:
                continue
            if not self._is_of_site(later.start(1)):
                for group in (1, 2):
                    mention = _like(starts[earlier.start(1)], *later.span(group), "organisations.gloss")
                    starts[mention.start] = mention
                    yield mention

    def _sources(self) -> Iterator[_Mention]:
        """Who published the article: `NDT - في هانوي` or `(NDT)` at the head of a line, `Báo Nuran`, a paper."""
        text = self._text
        for source in _SOURCE_RE.finditer(text, 0, _HEAD_OF_ARTICLE):
            yield _Mention(*source.span(source.lastgroup or 0), "organisations.source", "media", None)
        position = text.find(_VIETNAMESE_PAPER)
        while position >= 0:
            paper = _PAPER_RE.match(text, position)
            if paper is not None:
                again = paper[0].find(_VIETNAMESE_PAPER, 1)  # written twice without a space
                end = paper.end() if again < 0 else position + again
                yield _Mention(position, end, "organisations.source", "media", "VN")
            position = text.find(_VIETNAMESE_PAPER, position + 1)

    def _is_of_site(self, start: int) -> bool:
        """Whether a site's brand stands at an offset."""
        known = self._parser.names.get(bisect_right(self._words.starts, start) - 1)
        return known is not None and known.entry.context == "brand"

    def _spoken_gloss(self, name: _Mention) -> tuple[int, int] | None:
        """An acronym in Arabic letters in marks right after a name: `(كونيتل)`, of no lexicon, or `(دي إل إم)`."""
        match = _SPOKEN_RE.match(self._text, name.end)
        if match is None:
            return None
        first = bisect_right(self._words.starts, match.start(1)) - 1
        end = bisect_right(self._words.starts, match.end(1) - 1)
        if end > first + 1:
            spelled = all(form in self._grammar.letters for form in self._forms[first:end])
            return match.span(1) if spelled else None
        known = self._classes[first] or match.end(1) - match.start(1) < _SHORTEST_SPOKEN
        return None if known else match.span(1)

    def _acronyms(self, glosses: list[_Mention]) -> Iterator[_Mention]:
        """Later mentions by an acronym that the article has explained: `(كونيتل)` ... `للكونيتل`, `(DLM)` ... `DLM`."""
        text = self._text
        searched: dict[str, int] = {}
        for gloss in glosses:
            phrase = text[gloss.start : gloss.end]
            latin = phrase.isascii()
            done = searched.get(phrase, 0)
            explained = phrase.isupper() if latin else "(" in text[gloss.start - 2 : gloss.start]
            if done >= gloss.end or len(phrase) < _MIN_SHORT_FORM or not explained:
                continue
            searched[phrase] = highest = gloss.end + _SHORT_FORM_REACH
            for prefix in ("",) if latin else ("", "ال", "لل"):
                for start in _occurrences(text, prefix + phrase, max(done, gloss.end), highest):
                    swallowed = prefix == "لل"
                    first, stop = start + swallowed, start + len(prefix + phrase)
                    if latin and _LATIN_BESIDE_RE.search(text[max(0, first - 2) : stop + 2]):
                        continue
                    mention = _like(gloss, first, stop, "organisations.short_form")
                    mention.swallowed = phrase if swallowed else None
                    yield mention

    def _short_forms(self, names: list[_Mention]) -> Iterator[_Mention]:
        """Later mentions by the proper name alone: `شركة "نور"` ... `أعلنت "نور"`, `فريق لوكوموتيف` ... `لوكوموتيف`."""
        text, words = self._text, self._words
        searched: dict[str, int] = {}
        for name in names:
            if name.proper is None or name.kind not in _CALLED_SHORT:
                continue
            first, end, quoted = name.proper
            phrase = text[words.starts[first] : words.ends[end - 1]]
            # Within reach only, so that a long text of many names is not searched for each from end to end.
            done = searched.get(phrase, 0)
            lowest, highest = max(done, name.start - _SHORT_FORM_REACH), name.end + _SHORT_FORM_REACH
            if (
                done >= name.end
                or phrase.endswith(("ين", "ون"))
                or len(phrase) < _MIN_SHORT_FORM
                or text.count(phrase, lowest, highest) == 1
                or self._is_ordinary(first, end, quoted)
            ):
                continue
            searched[phrase] = highest
            only_quoted = quoted and any(self._classes[index] for index in range(first, end))
            for start in _occurrences(text, phrase, lowest, highest):
                stop = start + len(phrase)
                if not only_quoted or _in_quotes(text, start, stop) or self._is_of_maker(name, start):
                    yield _like(name, start, stop, "organisations.short_form")

    def _is_of_maker(self, name: _Mention, start: int) -> bool:
        """`متحدث باسم طلبات`: a firm called by a common word, right behind a word that a firm's name follows."""
        index = bisect_right(self._words.starts, start) - 1
        if name.kind not in FIRMS or index == 0 or self._words.starts[index] != start:
            return False
        return self._forms[index - 1] in self._grammar.maker_contexts

    def _is_ordinary(self, first: int, end: int, quoted: bool) -> bool:
        """Whether a proper name could be a place or common words as well, so that alone it names no body."""
        if quoted:
            return False
        return any(self._classes[index] & ~LATIN for index in range(first, end))

    def _draft(self, mention: _Mention) -> Draft:
        name: Any = AS_WRITTEN
        if mention.swallowed is not None:
            view = self._article.view
            first, last = view.span(mention.start, mention.end)
            name = ("ال" if mention.swallowed.startswith("ل") else "ا") + view.original[first:last]
        fields: dict[str, Any] = {"name": name, "kind": mention.known_kind or mention.kind, "country": mention.country}
        if mention.nested:
            fields["nested"] = True
        return Draft(mention.start, mention.end, mention.rule, fields)


def _is_of_sport(article: ScannedArticle) -> bool:
    hits = article.hits("organisation.sport")
    return len(hits) > 1 and len({article.text[hit.start : hit.end] for hit in hits}) >= _MIN_SPORT_WORDS


def _is_same_body(entry: Entry, country: str | None, name: str, nationality: str) -> bool:
    """Whether a nationality can be the body's: parties of several countries and Arab clubs share their names."""
    if country is None or entry.country == country or entry.kind not in _NATIONAL:
        return True
    if entry.kind == "club" and (entry.country is not None or name.startswith("ال")):
        return entry.country in _SHARED and country in ARAB_COUNTRIES
    return entry.country is None or nationality.endswith("ه")  # ماكدونالدز السعودية is a branch


def _occurrences(text: str, phrase: str, lowest: int, highest: int) -> Iterator[int]:
    """Where in text[lowest:highest] a phrase stands as whole words, a proclitic before it or none."""
    start = text.find(phrase, lowest, highest)
    while start >= 0:
        end = start + len(phrase)
        word = start - (start > 0 and text[start - 1] in "وفبلك")
        if not (word and text[word - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield start
        start = text.find(phrase, end, highest)


def _keep(kept: list[_Mention], outer: _Mention, mention: _Mention) -> _Mention:
    """Add the next mention by start, longer first, unless it overlaps; the one that holds what follows."""
    if mention.start >= outer.end:
        outer = mention
    elif mention.start == kept[-1].start or mention.start not in outer.inner:
        return outer
    else:
        mention.nested = True
        outer.inner += mention.inner
    kept.append(mention)
    return outer


def _resolve(mentions: list[_Mention]) -> list[_Mention]:
    """Longest first where names overlap; a body that the grammar found inside a longer name stays, as nested."""
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[_Mention] = []
    outer = _Mention(-1, -1, "", "")
    for mention in mentions:
        outer = _keep(kept, outer, mention)
    return kept


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Whether the span alone fills quotation marks or brackets."""
    before = text[max(0, start - 2) : start].rstrip()
    return before[-1:] in ('"', "(", "'") and text[end : end + 2].lstrip()[:1] in ('"', ")", "'")


def _in_dateline(text: str, end: int) -> bool:
    """A paper's name at the very beginning: `سبق - جدة:`."""
    return end < _DATELINE_LENGTH and "\n" not in text[:end].strip() and text[end : end + 3].lstrip()[:1] in ("-", ":")


def _like(name: _Mention, start: int, end: int, rule: str) -> _Mention:
    """Another mention of the same body."""
    mention = _Mention(start, end, rule, name.kind, name.country)
    mention.known_kind = name.known_kind
    return mention
