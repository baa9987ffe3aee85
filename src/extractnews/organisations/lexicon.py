"""The lexicon of organisations' names: heads, gazetteer and word lists.

Read from `resources/organisation_heads.toml`, `organisations.tsv` and `organisation_grammar.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, get_args

from extractnews.article import Hit
from extractnews.lexicon import ResourceError, Resources
from extractnews.normalise import fold
from extractnews.records import OrganisationKind

# Kinds of bodies whose shares are traded.
FIRMS: Final = frozenset({"company", "bank"})
_Words = Callable[[str], frozenset[str]]
"""A word list by its name."""
_KINDS: Final = frozenset(get_args(OrganisationKind))
# Kinds of bodies whose short name, once introduced, is used without its context, and clubs, which lists introduce.
CALLED_LATER: Final = frozenset({"armed_group", "agency", "party", "club"})


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun and what may follow it; see `resources/organisation_heads.toml`."""

    word: str
    kind: str
    definite: str = "adjective"
    construct: str = "any"
    for_: bool = False
    inside: bool = False
    only_inside: bool = False
    numbered: bool = False
    place_like: bool = False
    locality: bool = False
    in_town: bool = False
    not_after: frozenset[str] = frozenset()
    needs_for: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    listed: Mapping[str, list[list[str]]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    called: frozenset[str] = frozenset()
    elsewhere: str | None = None
    length: int = 1
    construct_rule: str = ""
    definite_rule: str = ""

    @property
    def ordinary(self) -> bool:
        """An ordinary word that is a head in a few fixed names only: الدفاع المدني، المنطقة العسكرية."""
        return self.definite in ("listed", "quoted") or self.construct == "never"


class Entry(NamedTuple):
    """A gazetteer name: its kind, country and the context that it needs; `head` is its first noun without article."""

    kind: str
    country: str | None
    context: str
    head: str


class Homograph(NamedTuple):
    """Where a gazetteer name is a common word.

    Attributes:
        after: right after these words.
        before: right before these.
        adverb: behind بـ: `بحماس`.
        person: before the nationality of another country than its own: `النجم المصري`.
        federation: as a club's name, in an article about a federation.
        written: where the text has this, of which folding makes the name: `إبل` is no آبل.
    """

    after: frozenset[str]
    before: frozenset[str]
    adverb: bool
    person: bool
    federation: bool
    written: str


class KnownName(NamedTuple):
    """A gazetteer name in the text: its tokens [first, end), its entry and the hit."""

    first: int
    end: int
    entry: Entry
    hit: Hit


class OrganisationWords:
    """The word lists of the grammar, folded."""

    def __init__(self, resources: Resources) -> None:
        lists = resources.toml("organisation_grammar.toml")

        def words(name: str) -> frozenset[str]:
            return frozenset(fold(lists[name]).split())

        self._read_entries(resources)
        self.naming = words("naming_adjectives")
        self.descriptive = words("descriptive_adjectives")
        self.stops = words("stops")
        self.personal_titles = words("personal_titles")
        self.person_adjectives = words("person_adjectives")
        self.place_levels = words("place_levels")
        self.for_stops = words("for_stops") | self.stops
        self.portfolio_nouns = words("portfolio_nouns")
        self.ordinals = words("ordinals")
        self.noun_adjectives = words("noun_adjectives")
        self.inner_adjectives = words("inner_adjectives")
        self.described_nouns = words("described_nouns")
        self.committee_adjectives = words("committee_adjectives")
        self.demonstratives = words("demonstratives")
        self.verb_openers = words("verb_openers")
        self.events = words("events")
        self.deputies = words("deputies")
        self.board_members = words("board_members")
        self.products = words("products")
        self.product_words = words("product_words")
        self.purposes = words("purposes")
        # What any such body may be of: مركز تدريب للشباب.
        self.works = self.portfolio_nouns | self.purposes | words("works")
        self.ministries = lists["ministries"].split()
        self.saying = words("saying")
        self.openers = self.saying | frozenset("\"'(/-")
        self.portfolio = words("portfolio")
        self.coordination_stops = words("coordination_stops")
        self.name_rejects = words("name_rejects")
        self.brand_rejects = words("brand_rejects")
        # Nouns that name no body when they have the article: الوزارة، الصحيفة.
        rows = resources.toml("organisation_heads.toml")["head"]
        self.bare_bodies = frozenset("ال" + fold(row["word"]) for row in rows if row.get("definite") == "never")
        self.homographs = {
            fold(name).removeprefix("ال"): Homograph(
                frozenset(fold(row.get("after", "")).split()),
                frozenset(fold(row.get("before", "")).split()),
                adverb=row.get("adverb", False),
                person=row.get("person", False),
                federation=row.get("federation", False),
                written=row.get("written", ""),
            )
            for name, row in lists["homographs"].items()
        }
        self._read_countries(resources)
        self.maker_contexts = words("maker_contexts") | words("saying")
        self.site_contexts = words("site_contexts")
        self.armed_contexts = words("armed_contexts")
        self.of_all_nations = words("of_all_nations")
        self.branches = words("branches")
        self.provincial = words("provincial")
        self.day_parts = words("day_parts")
        self.cups = words("cups")
        self.governed = words("governed")
        self._read_sport(words, lists["sports"])
        self._read_market(words)
        self._read_contexts(words)
        self._read_phrases(lists)
        self._read_proper(words, resources.toml("names.toml"))

    def _read_contexts(self, words: _Words) -> None:
        """Words around a body's name that tell what it is."""
        self.share_contexts = words("share_contexts")
        self.member_contexts = words("member_contexts")
        self.tellings = words("tellings")
        self.talks = words("talks")
        self.calls = words("calls")
        self.complementizers = words("complementizers")
        self.audiences = words("audiences")
        self.instances = words("instances")
        self.leaders = words("leaders")
        self.led = words("led")
        self.executives = words("executives")
        self.software = words("software")
        self.works_of_art = words("works_of_art")

    def _read_phrases(self, lists: dict[str, Any]) -> None:
        """The words with which some nouns go on."""
        self.governing = {fold(noun): fold(words).split() for noun, words in lists["governing"].items()}
        self.several: list[tuple[str, str, bool]] = []  # (noun, kind, whether it is a dual that the names follow)
        for kind, nouns in lists["several"].items():
            duals, _, plurals = nouns.partition(" | ")
            self.several += [(noun, kind, True) for noun in duals.split()]
            self.several += [(noun.replace("_", " "), kind, False) for noun in plurals.split()]
        self.rankings = {fold(word): fold(words).split() for word, words in lists["rankings"].items()}

    def _read_entries(self, resources: Resources) -> None:
        self.entries: list[tuple[str, Entry]] = []
        # Names with the article that count in quotation marks and after their noun: by their first word.
        self.quoted: dict[str, list[tuple[list[str], Entry]]] = {}
        # Firms whose short names count in an article of the stock market: by their first word. They are looked up
        # there alone, since as cues such common words would cost every article.
        self.firms: dict[str, list[tuple[list[str], Entry]]] = {}
        for name, entry in read_names(resources):
            if entry.kind in FIRMS and entry.context in ("market", "quoted"):
                words_of = fold(name).split()
                self.firms.setdefault(words_of[0], []).append((words_of, entry))
            if entry.context == "market":
                continue
            if entry.context == "quoted" and entry.kind not in CALLED_LATER and name.startswith("ال"):
                words_of = fold(name).split()
                self.quoted.setdefault(words_of[0], []).append((words_of, entry))
            else:
                self.entries.append((name, entry))

    def _read_sport(self, words: _Words, sports: Mapping[str, str]) -> None:
        self.sports = {fold(word): fold(words).split() for word, words in sports.items()}
        self.sport_words = words("sport_words")
        self.club_contexts = words("club_contexts")
        self.club_owners = words("club_owners")
        self.demonstratives_of_people = words("demonstratives_of_people")
        self.team_members = words("team_members")
        self.transfers = words("transfers")
        self.opponents = words("opponents")
        self.match_verbs = words("match_verbs")
        self.between_clubs = words("between_clubs")

    def _read_market(self, words: _Words) -> None:
        self.market_words = words("market_words")
        self.single_shares = words("single_shares")
        self.many_shares = words("many_shares")
        self.many_firms = words("many_firms")
        # An article without one of these is none of the market.
        self.shares = self.single_shares | self.many_shares | words("exchanges")
        self.share_owners = words("share_owners") | self.many_firms
        self.share_ends = words("share_ends")
        self.price_words = words("price_words")
        self.price_openers = words("price_openers")
        self.spelled_numbers = words("spelled_numbers")
        self.price_moves = words("price_moves")
        # What no name goes on with.
        self.price_ends = self.price_words | self.price_openers | self.price_moves | self.spelled_numbers
        self.no_firms = words("no_firms")
        self.sectors = words("sectors")
        self.counts = words("counts")

    def _read_proper(self, words: _Words, of_people: Mapping[str, Iterable[str]]) -> None:
        self.companions = words("companions")
        self.occupations = words("occupations")
        self.meetings = words("meetings")
        self.legal_forms = words("legal_forms")
        self.letters = words("letters")
        self.dotted = self.letters | words("dotted_letters")
        self.saints = words("saints")
        self.joint = words("joint_adjectives")
        self.event_nouns = words("event_nouns")
        self.counted_nouns = words("counted_nouns")
        self.gatherings = words("gatherings")
        self.publishing = words("publishing")
        self.indices = words("indices")
        self.reporters = words("reporters")
        self.media_contexts = words("media_contexts")
        self.called_so = words("called_so")
        self.credits = words("credits") | self.media_contexts
        self.months = words("months")
        self.malls = words("malls")
        self.many = words("many")
        self.tasks = words("tasks")
        self.other_things = words("other_things")
        self.openers |= self.reporters
        self.syllables = frozenset(map(fold, of_people["syllables"]))
        self.families = frozenset(map(fold, of_people["families"]))

    def _read_countries(self, resources: Resources) -> None:
        # With the article and without it.
        self.countries: dict[str, str] = {}
        self.indefinite = {stem for stem, _ in _read_nationalities(resources) if stem.startswith("ال")}
        for stem, country in _read_nationalities(resources):
            if stem in self.portfolio:
                continue  # وزارة المالية is not Mali's
            self.countries[stem] = self.countries["ال" + stem] = country
        # Countries by their noun, as it is written: المغرب, ألمانيا.
        self.lands = frozenset(
            fold(row["word"]) for row in resources.table("words/places.tsv") if row["kind"] == "country"
        )


def read_names(resources: Resources) -> Iterator[tuple[str, Entry]]:
    """(name or alias, entry) for every row of `organisations.tsv`; a row without a kind is of kind `other`."""
    for row in resources.table("organisations.tsv"):
        kind, country, context = row["kind"] or "other", row["country"] or None, row["context"]
        names = f"{row['name']}|{row['aliases']}"
        for name, folded in zip(names.split("|"), fold(names).split("|"), strict=True):
            if name.strip():
                yield name.strip(), Entry(kind, country, context, folded.strip().removeprefix("ال"))


def read_heads(resources: Resources) -> Iterator[tuple[str, Head]]:
    """(folded form, head) for every entry of `organisation_heads.toml`.

    Raises:
        ResourceError: if a kind of an entry is none of those that there are, or its `listed` names no list.
    """
    data = resources.toml("organisation_heads.toml")
    for row in data["head"]:
        word = fold(row["word"])
        listed = row.get("listed", ())
        for kind in (row["kind"], *row.get("kinds", ())):
            if kind not in _KINDS:
                raise ResourceError(f"organisation_heads.toml: {row['word']}: no kind {kind!r}")
        if isinstance(listed, str):
            if listed not in data["lists"]:
                raise ResourceError(f"organisation_heads.toml: {row['word']}: no list {listed!r}")
            listed = data["lists"][listed]
        head = Head(
            word=word,
            kind=row["kind"],
            definite=row.get("definite", "adjective"),
            construct=row.get("construct", "any"),
            for_=row.get("for_", False),
            inside=row.get("inside", False),
            only_inside=row.get("only_inside", False),
            numbered=row.get("numbered", False),
            place_like=row.get("place_like", False),
            locality=row.get("locality", False),
            in_town=row.get("in_town", False),
            not_after=frozenset(map(fold, row.get("not_after", ()))),
            needs_for=frozenset(map(fold, row.get("needs_for", ()))),
            incomplete=frozenset(map(fold, row.get("incomplete", ()))),
            inner=frozenset(map(fold, row.get("inner", ()))),
            generic=frozenset(map(fold, row.get("generic", ()))),
            naming=frozenset(map(fold, row.get("naming", ()))),
            listed=_by_first_word(listed),
            kinds={fold(other): kind for kind, words in row.get("kinds", {}).items() for other in words},
            called=frozenset(row.get("called", ())),
            elsewhere=row.get("elsewhere"),
            length=len(word.split()),
            construct_rule=f"organisations.construct.{row['kind']}",
            definite_rule=f"organisations.definite.{row['kind']}",
        )
        for form in (word, *map(fold, row.get("forms", ()))):
            yield form, head


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[list[str]]]:
    listed: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        words = fold(phrase).split()
        listed.setdefault(words[0], []).append(words)
    return listed


def _read_nationalities(resources: Resources) -> Iterator[tuple[str, str]]:
    for row in resources.table("words/places.tsv"):
        if row["kind"] == "country":
            for nisba in row["nisba"].split():
                stem = fold(nisba)
                yield stem, row["country"]
                yield stem + "ه", row["country"]
            word = fold(row["word"])
            yield word.removeprefix("ال") if row["word"].startswith("ال") else word, row["country"]
