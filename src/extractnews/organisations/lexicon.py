"""The lexicon of organisations' names: heads, gazetteer and word lists.

Read from `resources/organisation_heads.toml`, `organisations.tsv` and `organisation_grammar.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, get_args

from extractnews.article import Hit
from extractnews.lexicon import ResourceError, Resources
from extractnews.normalise import fold
from extractnews.records import OrganisationKind

# Word lists of clubs and teams.
_OF_SPORT: Final = (
    "sport_words",
    "club_contexts",
    "club_owners",
    "demonstratives_of_people",
    "team_members",
    "transfers",
    "opponents",
    "match_verbs",
    "between_clubs",
)
# Word lists of the stock market.
_OF_MARKET: Final = (
    "market_words",
    "single_shares",
    "many_shares",
    "exchanges",
    "many_firms",
    "share_owners",
    "share_ends",
    "price_words",
    "price_openers",
    "price_moves",
    "spelled_numbers",
    "no_firms",
    "sectors",
    "counts",
)
# Kinds of bodies whose shares are traded.
FIRMS: Final = frozenset({"company", "bank"})
# Word lists of what stands around bodies' names.
_OF_CONTEXT: Final = (
    "share_contexts",
    "member_contexts",
    "tellings",
    "talks",
    "calls",
    "complementizers",
    "audiences",
    "instances",
    "leaders",
    "led",
    "executives",
    "software",
    "works_of_art",
)
# Word lists of what stands in bodies' proper names or ends them.
_OF_NAMES: Final = (
    "companions",
    "occupations",
    "meetings",
    "legal_forms",
    "letters",
    "dotted_letters",
    "saints",
    "joint_adjectives",
    "event_nouns",
    "counted_nouns",
    "gatherings",
    "publishing",
    "indices",
    "reporters",
    "media_contexts",
    "called_so",
    "credits",
    "months",
    "malls",
    "many",
    "tasks",
    "other_things",
)
_KINDS: Final = frozenset(get_args(OrganisationKind))
_CONTEXTS: Final = frozenset({"", "sport", "market", "quoted", "brand", "armed", "latin"})
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


class NameGrammar:
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
        self._read_sport({name: fold(lists[name]).split() for name in _OF_SPORT}, lists["sports"])
        self._read_market({name: fold(lists[name]).split() for name in _OF_MARKET})
        self._read_contexts({name: fold(lists[name]).split() for name in _OF_CONTEXT})
        self._read_phrases(lists)
        self._read_proper({name: fold(lists[name]).split() for name in _OF_NAMES}, resources.toml("names.toml"))

    def _read_contexts(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Words around a body's name that tell what it is."""
        self.share_contexts = frozenset(lists["share_contexts"])
        self.member_contexts = frozenset(lists["member_contexts"])
        self.tellings = frozenset(lists["tellings"])
        self.talks = frozenset(lists["talks"])
        self.calls = frozenset(lists["calls"])
        self.complementizers = frozenset(lists["complementizers"])
        self.audiences = frozenset(lists["audiences"])
        self.instances = frozenset(lists["instances"])
        self.leaders = frozenset(lists["leaders"])
        self.led = frozenset(lists["led"])
        self.executives = frozenset(lists["executives"])
        self.software = frozenset(lists["software"])
        self.works_of_art = frozenset(lists["works_of_art"])

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

    def _read_sport(self, lists: Mapping[str, Iterable[str]], sports: Mapping[str, str]) -> None:
        self.sports = {fold(word): fold(words).split() for word, words in sports.items()}
        self.sport_words = frozenset(lists["sport_words"])
        self.club_contexts = frozenset(lists["club_contexts"])
        self.club_owners = frozenset(lists["club_owners"])
        self.demonstratives_of_people = frozenset(lists["demonstratives_of_people"])
        self.team_members = frozenset(lists["team_members"])
        self.transfers = frozenset(lists["transfers"])
        self.opponents = frozenset(lists["opponents"])
        self.match_verbs = frozenset(lists["match_verbs"])
        self.between_clubs = frozenset(lists["between_clubs"])

    def _read_market(self, lists: Mapping[str, Iterable[str]]) -> None:
        self.market_words = frozenset(lists["market_words"])
        self.single_shares = frozenset(lists["single_shares"])
        self.many_shares = frozenset(lists["many_shares"])
        self.many_firms = frozenset(lists["many_firms"])
        # An article without one of these is none of the market.
        self.shares = self.single_shares | self.many_shares | frozenset(lists["exchanges"])
        self.share_owners = frozenset(lists["share_owners"]) | self.many_firms
        self.share_ends = frozenset(lists["share_ends"])
        self.price_words = frozenset(lists["price_words"])
        self.price_openers = frozenset(lists["price_openers"])
        self.spelled_numbers = frozenset(lists["spelled_numbers"])
        self.price_moves = frozenset(lists["price_moves"])
        # What no name goes on with.
        self.price_ends = self.price_words | self.price_openers | self.price_moves | self.spelled_numbers
        self.no_firms = frozenset(lists["no_firms"])
        self.sectors = frozenset(lists["sectors"])
        self.counts = frozenset(lists["counts"])

    def _read_proper(self, lists: Mapping[str, Iterable[str]], of_people: Mapping[str, Iterable[str]]) -> None:
        self.companions = frozenset(lists["companions"])
        self.occupations = frozenset(lists["occupations"])
        self.meetings = frozenset(lists["meetings"])
        self.legal_forms = frozenset(lists["legal_forms"])
        self.letters = frozenset(lists["letters"])
        self.dotted = self.letters | frozenset(lists["dotted_letters"])
        self.saints = frozenset(lists["saints"])
        self.joint = frozenset(lists["joint_adjectives"])
        self.event_nouns = frozenset(lists["event_nouns"])
        self.counted_nouns = frozenset(lists["counted_nouns"])
        self.gatherings = frozenset(lists["gatherings"])
        self.publishing = frozenset(lists["publishing"])
        self.indices = frozenset(lists["indices"])
        self.reporters = frozenset(lists["reporters"])
        self.media_contexts = frozenset(lists["media_contexts"])
        self.called_so = frozenset(lists["called_so"])
        self.credits = frozenset(lists["credits"]) | self.media_contexts
        self.months = frozenset(lists["months"])
        self.malls = frozenset(lists["malls"])
        self.many = frozenset(lists["many"])
        self.tasks = frozenset(lists["tasks"])
        self.other_things = frozenset(lists["other_things"])
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
    """(name or alias, entry) for every row of `organisations.tsv`; a row without a kind is of kind `other`.

    Raises:
        ResourceError: if a row's kind or context is none of those that there are.
    """
    for row in resources.table("organisations.tsv"):
        kind, country, context = row["kind"] or "other", row["country"] or None, row["context"]
        if kind not in _KINDS:
            raise ResourceError(f"organisations.tsv: {row['name']}: no kind {kind!r}")
        if context not in _CONTEXTS:
            raise ResourceError(f"organisations.tsv: {row['name']}: no context {context!r}")
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
