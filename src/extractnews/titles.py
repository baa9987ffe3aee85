"""The grammar of a title: a head noun, its modifiers, and its complement to the right length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from extractnews.article import Draft, Found, Hit, ScannedArticle, SpanRef
from extractnews.names import LINEAGE, ORDINALS, NameGrammar
from extractnews.normalise import fold
from extractnews.scanner import Cue
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FAMILY,
    FUNCTION,
    GIVEN,
    KNOWN,
    LATIN,
    MAYBE_NAME,
    NAME_PART,
    NATIONALITY,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    PLURAL,
    POSSESSED,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

_ADJECTIVAL: Final = ADJECTIVE | NATIONALITY
_LINKING: Final = DEFINITE | PLACE | CONJOINED | PREPOSED | NATIONALITY
_OPAQUE: Final = PUNCTUATION | NEWLINE
_DIRECTIONS: Final = frozenset(("شمالي", "جنوبي", "شرقي", "غربي", "شمال", "جنوب", "شرق", "غرب", "وسط"))
_TEENS: Final = frozenset(("عشر", "عشره"))
_ORDINALS: Final = ORDINALS | {"الحادي"}
_FACULTIES: Final = frozenset(prefix + noun for noun in ("كليه", "معهد", "قسم") for prefix in ("", "ب", "ل"))
_MARKS: Final = frozenset(",.-:(")
_PAPERS: Final = frozenset(("صحيفه", "جريده", "قناه", "بصحيفه", "بجريده", "بقناه"))
_ERAS: Final = frozenset("هم")
_MAX_QUOTED: Final = 8
_MAX_PHRASE: Final = 30
_MAX_ATTACHED: Final = 7
_DEEPEST: Final = 12
_RELATIONS: Final = ("العلاقات", "للعلاقات", "العلاقه", "للعلاقه")  # `مع` completes these
_ATTACHING: Final = frozenset(("في", "لدي"))

_CONDITIONS: Final = {"after", "after_construct", "spelled", "participle"}

Use = Literal["bare", "attributive", "complement", "possessed"]
Number = Literal["singular", "dual", "plural"]


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One form of a title's head.

    Attributes:
        role: the head in dictionary form.
        number: how many holders the form has.
        use: what makes it a title (see `titles.toml`).
        state: `possessed` with a suffix pronoun, `predicate` in the accusative (`رئيسا`), `construct` for
            forms that only a complement can follow, else `plain`.
        after: words one of which must follow.
        after_construct: words one of which must follow where the head has no article.
        needs_title: its complement must begin with a title.
        within: if any, words one of which its complement must hold.
        spelled: spellings one of which the original must have.
        prepositions: prepositions that may bring its complement.
        nationality: whether a nationality alone completes it.
        definite: whether the role itself has an article (`ولي العهد`).
        plain: whether its every cue is a head, whatever stands around it.
        participle: whether with ب and a noun that is no body it is a participle (`القرار القاضي بتعيين`).
        epithets: adjectives that follow it by custom (`ولي العهد الأمين`).
        adjectives: if any, the definite adjectives that may follow the head with the article.
        surname: whether news calls its foreign holders by their family name alone (`مدرب النصر زلاتكو`).
    """

    role: str
    number: Number
    use: Use
    state: Literal["plain", "possessed", "predicate", "construct"]
    after: frozenset[str]
    after_construct: frozenset[str] | None
    needs_title: bool
    within: frozenset[str]
    spelled: tuple[str, ...]
    prepositions: frozenset[str]
    nationality: bool
    definite: bool
    plain: bool
    participle: bool
    epithets: frozenset[str]
    adjectives: frozenset[str]
    surname: bool


def title_cues(data: Mapping[str, Any]) -> Iterator[Cue]:
    """The cues of all forms of all heads in `titles.toml`."""
    for entry in data["title"]:
        for word, number, state in _forms(entry):
            after_construct = entry.get("after_construct")
            form = TitleForm(
                role=entry["role"],
                number=number,
                use=entry["use"],
                state=state,
                after=frozenset(map(fold, entry.get("after", ()))),
                after_construct=None if after_construct is None else frozenset(map(fold, after_construct)),
                needs_title=entry.get("needs_title", False),
                within=_clitics(frozenset(map(fold, entry.get("within", ())))),
                spelled=tuple(entry.get("spelled", ())),
                prepositions=frozenset(map(fold, entry.get("prepositions", ()))),
                nationality=entry.get("nationality", True),
                definite=" ال" in entry["role"],
                plain=state != "possessed" and entry["use"] != "complement" and not entry.keys() & _CONDITIONS,
                participle=entry.get("participle", False),
                epithets=frozenset(map(fold, entry.get("epithets", ()))),
                adjectives=frozenset(map(fold, entry.get("adjectives", ()))),
                surname=entry.get("surname", False),
            )
            yield Cue(word, "official.title", form, "noun" if state == "plain" else "name")


def _forms(entry: Mapping[str, Any]) -> Iterator[tuple[str, Number, Any]]:
    singulars = [fold(form) for form in entry.get("forms", [entry["role"]])]
    if entry["use"] == "possessed":
        for stem in (singulars[0], singulars[0] + "ت"):
            for pronoun in ("ه", "ها", "هم"):
                yield stem + pronoun, "singular", "possessed"
        return
    for word in singulars:
        yield word, "singular", "plain"
    if entry.get("fixed"):
        return
    word = singulars[0]
    yield word + "ا", "singular", "predicate"
    feminine = entry.get("feminine")
    if feminine:
        form = fold(feminine) if isinstance(feminine, str) else word + "ه"
        yield form, "singular", "plain"
        for pronoun in ("ها", "هم", "نا"):
            yield form[:-1] + "ت" + pronoun, "singular", "possessed"
    else:
        yield word + "ه", "singular", "possessed"
    for pronoun in ("ها", "هم", "نا"):
        yield word + pronoun, "singular", "possessed"
    yield word + "ان", "dual", "plain"
    yield word + "ين", "plural" if entry.get("sound") else "dual", "plain"
    yield word + "ي", "plural" if entry.get("sound") else "dual", "construct"
    for pronoun in ("ه", "ها", "هم"):
        yield word + "ي" + pronoun, "plural" if entry.get("sound") else "dual", "possessed"
    if entry.get("sound"):
        yield word + "ون", "plural", "plain"
        yield word + "و", "plural", "construct"
    for plural in map(fold, entry.get("plural", ())):
        yield plural, "plural", "plain"
        if plural[-1] not in "ءهي":
            yield plural + "ا", "plural", "predicate"
        for pronoun in ("ه", "ها", "هم"):
            yield plural + pronoun, "plural", "possessed"


def _clitics(words: frozenset[str]) -> frozenset[str]:
    return frozenset(prefix + word for word in words for prefix in ("", "و", "ب", "ل", "وب", "ول", "ف", "ك"))


_Phrases = dict[str, list[tuple[str, ...]]]
"""Phrases as folded words, the longer first, by their first word."""


def _phrases(lines: Iterable[str]) -> _Phrases:
    phrases: _Phrases = {}
    for line in lines:
        words = tuple(fold(line).split())
        phrases.setdefault(words[0], []).append(words)
    for alternatives in phrases.values():
        alternatives.sort(key=len, reverse=True)
    return phrases


class TitleWords:
    """The word lists of `titles.toml`, folded."""

    def __init__(self, data: Mapping[str, Any], places: Iterable[str]) -> None:
        folded = [fold(place) for place in places]
        self.places = _phrases(place for place in folded if " " in place)
        # As a lam swallows their article: للقدس.
        self.definite_places = frozenset("ل" + place[1:] for place in folded if place[:2] == "ال" and " " not in place)
        self.qualifying = _phrases(data["qualifying"])
        self.between = _phrases(data["between"])

        def words(key: str) -> frozenset[str]:
            return frozenset(map(fold, data[key]))

        self.indefinite_modifiers = words("indefinite_modifiers")
        self.definite_modifiers = frozenset(
            "ال" + word.removesuffix("ه") + ending
            for word in self.indefinite_modifiers
            for ending in ("", "ه", "ان", "ين", "ون", "ات")
        )
        self.former = words("former")
        self.acting = words("acting")
        self.status = self.former | self.acting
        self.adverbs = words("adverbs")
        self.modifying = self.definite_modifiers | self.status
        self.named_after = _clitics(words("named_after"))
        occupations = words("occupations")
        self.occupations = occupations | {"و" + word for word in occupations}
        # Those that describe no body (المكتب السياسي).
        self.callings = frozenset(
            word for word in occupations if word[:2] == "ال" and word[-1] != "ي" and word[-2:] != "يه"
        )
        self.addressees = words("addressees")
        self.possessed_honorifics = words("possessed_honorifics")
        self.styles = words("styles")
        self.branches = _phrases(data["branches"])
        # Words that may go on with a title whatever their classes.
        self.linking = frozenset((
            *self.modifying, *self.adverbs, *self.qualifying, *self.branches,
            *_TEENS, "جامعه", "برئاسه", '"', "(", "و", "ل", "ب", "مع", "في", "لدي", "عن", "من", "الي", "علي", "باسم",
        ))  # fmt: skip
        self.appointing = _clitics(words("appointing"))
        self.circumstances = words("circumstances")
        self.fields = words("fields")
        self.relaying = words("relaying")
        self.wide = words("wide")
        self.meeting_verbs = frozenset(prefix + word for word in words("meeting_verbs") for prefix in ("", "و", "ف"))
        self.place = PLACE
        # Words that may lead from a title to its holder's name over what belongs to neither.
        self.bridging = frozenset(("(", ":", "/", "-", ",", "في", "لدي", "عن", "علي", *self.between))


class Head(NamedTuple):
    """A title's head among the tokens."""

    hit: Hit
    last: int


@dataclass(slots=True)
class TitlePhrase:
    """A title that has been read.

    Attributes:
        start: offset in the view of its first character.
        index: index of its first token.
        first: index after its head.
        last: index after its last token.
        form: its head's form.
        definite: whether the head has the article or a possessor.
        complete: whether it is a title as it stands.
        complemented: whether it has a modifier or a complement.
        inner: whether it is indefinite and a preposition brings another title into it (`متحدث باسم الوزير`).
    """

    start: int
    index: int
    first: int
    last: int
    form: TitleForm
    definite: bool
    complete: bool
    complemented: bool
    inner: bool


def find_heads(article: ScannedArticle, hits: list[Hit], words: TitleWords) -> dict[int, Head]:
    """The heads among the cues, by the index of their first token; the longest where several begin."""
    heads: dict[int, Head] = {}
    for index, last, hit in locate(article, hits):
        if index in heads and heads[index][0][1] >= hit[1]:
            continue
        if hit[3].role == "ملك" and index and article.words.forms[index - 1].endswith("عبد"):
            continue  # عبد الملك
        if hit[3].plain or _is_head(article, Head(hit, last), words):
            heads[index] = Head(hit, last)
    return heads


def locate(article: ScannedArticle, hits: list[Hit]) -> Iterator[tuple[int, int, Hit]]:
    """The hits with the indexes of their first token and of the one after their last."""
    starts, ends = article.words.starts, article.words.ends
    index = 0
    for hit in hits:
        last = index = bisect_right(starts, hit[0], index) - 1
        end = hit[1]
        while ends[last] < end:
            last += 1
        yield index, last + 1, hit


def _is_head(article: ScannedArticle, head: Head, words: TitleWords) -> bool:
    form: TitleForm = head.hit.value
    tokens = article.words
    forms = tokens.forms
    if form.use == "complement" and head.hit.article and form.number == "singular" and " " not in form.role:
        return False
    following = forms[head.last] if head.last < len(forms) else ""
    if form.participle and head.hit.article and following.startswith("ب"):
        classes = tokens.classes[head.last]
        if following in ("بان", "بانه", "بانها") or (
            classes & PREPOSED
            and classes & NOUN
            and not classes & (DEFINITE | PLACE)
            and following[1:] not in words.fields
        ):
            return False
    if form.after and following not in form.after:
        return False
    if form.after_construct is not None and not head.hit.article and following not in form.after_construct:
        return False
    if form.state == "possessed" and article.text[head.hit.end - 1] == "ه":
        start, end = article.view.span(head.hit.start, head.hit.end)
        if "ة" in article.view.original[end - 2 : end]:
            return False
    if form.spelled:
        start, end = article.view.span(head.hit.start, head.hit.end)
        return any(spelling in article.view.original[start:end] for spelling in form.spelled)
    return True


class TitleGrammar:
    """Reads titles in the tokens of one article.

    Attributes:
        heads: the heads found by the scan, by the index of their first token.
    """

    def __init__(
        self,
        article: ScannedArticle,
        found: Found,
        heads: Mapping[int, Head],
        honorifics: Mapping[int, Any],
        names: NameGrammar,
        words: TitleWords,
    ) -> None:
        tokens = article.words
        self._article = article
        self._forms, self._classes = tokens.forms, tokens.classes
        self._starts, self._ends = tokens.starts, tokens.ends
        self._size = len(tokens)
        self._honorifics = honorifics
        self._names = names
        self._words = words
        self._bodies = {draft.start: draft.end for draft in reversed(found.get("organisations", []))}
        # A document that the official issued is no part of his title: أمير البلاد القرار رقم 5.
        self._documents = frozenset(draft.start for draft in found.get("documents", ()))
        self.heads = heads
        self._readers: tuple[_PhraseReader, ...] = (_PhraseReader(self, False), _PhraseReader(self, True))
        self._depth = 0  # of titles in the complements of titles
        self._parsed: tuple[dict[int, TitlePhrase | None], dict[int, TitlePhrase | None]] = ({}, {})

    def place_at(self, position: int) -> int:
        """How many tokens the name of a place in several words has that begins here; 0 where none does."""
        return self._phrase_at(position, self._words.places)

    def place_behind(self, position: int) -> int:
        """How many tokens a place in several words has behind one letter (`بسيدي بوزيد`), else 0."""
        for words in self._words.places.get(self._forms[position][1:], ()):
            if tuple(self._forms[position + 1 : position + len(words)]) == words[1:]:
                return len(words)
        return 0

    def qualifier_at(self, position: int) -> int:
        """How many tokens a phrase has that qualifies a title and begins here (`المنتهية ولايته`), else 0."""
        return self._phrase_at(position, self._words.qualifying)

    def branch_at(self, position: int) -> int:
        """How many tokens a branch of arms has that begins here after a unit's number; 0 where none does."""
        before = self._forms[position - 1]
        return self._phrase_at(position, self._words.branches) if before in ORDINALS or before.isdecimal() else 0

    def between_at(self, position: int) -> int:
        """How many tokens a phrase has that stands between title and name and begins here (`آنذاك`), else 0."""
        return self._phrase_at(position, self._words.between)

    def _phrase_at(self, position: int, phrases: _Phrases) -> int:
        form = self._forms[position]
        if form not in phrases:
            return 0
        for words in phrases[form]:
            if len(words) == 1 or tuple(self._forms[position : position + len(words)]) == words:
                return len(words)
        return 0

    def close(self) -> None:
        """Let go of the readers, which hold the grammar: what is made for an article is freed by its count."""
        self._readers = ()

    def parse(self, index: int, *, before_name: bool) -> TitlePhrase | None:
        """The title whose head is the token at `index`.

        Args:
            index: index of a token in `heads`.
            before_name: whether a name may follow, so that words that could begin it are left out.
        """
        parsed = self._parsed[before_name]
        if index in parsed:
            return parsed[index]
        if self._depth == _DEEPEST:
            return None
        self._depth += 1
        title = parsed[index] = self._parse(index, before_name)
        self._depth -= 1
        return title

    def attached(self, position: int, title: TitlePhrase) -> int:
        """Index after words that begin here and belong to the title before them, as the holder right after them shows.

        0 where there are none: `رئيس الوفد السعودي المشارك في البطولة سالم العلي`.
        """
        before = title.index - 1
        if before >= 0 and self._forms[before] in self._words.meeting_verbs:
            return 0
        return self._readers[True].attached(position)

    def draft(self, title: TitlePhrase) -> Draft:
        """The title as a nested draft."""
        fields: dict[str, Any] = {"role": title.form.role}
        status = self._status(title.index, title.last)
        if status:
            fields["status"] = status
        body = self._body(title.first, title.last) if self._bodies else None
        if body:
            fields["organisation"] = body
        place = self._place(title.first, title.last)
        if place:
            fields["place"] = place
        return Draft(title.start, self._ends[title.last - 1], "", fields)

    def is_definite(self, head: Head) -> bool:
        """Whether a head has the article or a possessor, so that no complement need follow."""
        if self._forms[head.last - 1] == "باعمال":
            return False  # القائم بأعمال السفير
        form: TitleForm = head.hit.value
        if form.definite:
            return self._forms[head.last - 1][:2] == "ال" or self._forms[head.last - 1][-1] in "ها"
        return bool(head.hit.article) or form.state == "possessed"

    def _parse(self, index: int, before_name: bool) -> TitlePhrase | None:
        head = self.heads[index]
        form: TitleForm = head.hit.value
        definite = self.is_definite(head)
        reader = self._readers[before_name]
        position = head.last
        if form.epithets and position < self._size and self._forms[position] in form.epithets:
            position += 1
        position = reader.modifiers(position, definite)
        if form.adjectives and definite and position > head.last and self._forms[head.last] not in form.adjectives:
            return None  # الممثل القدير
        if definite:
            end = reader.extend(position, form, needy=not self._names_country(head.last, position))
        else:
            end = reader.complement(position)
            end = reader.extend(end, form, needy=end == position or self._is_attribute(position, end))
        if form.needs_title and head.last not in self.heads:
            return None
        if form.within and form.within.isdisjoint(self._forms[head.last : end]):
            return None
        if not definite and self._is_given_name(head, end) and self._body(head.last, end) is None:
            return None
        if not definite and end == head.last and self._shares_complement(end):
            return TitlePhrase(head.hit.start, index, head.last, end, form, False, True, True, False)
        complemented = end > head.last or head.last - index > 1
        complete = complemented or form.state == "possessed" or (definite and form.use == "bare")
        if not definite and not complemented and self._is_possessed_feminine(head):
            complete = definite = True
        if form.use == "attributive" and definite and not complemented:
            complete = form.state == "possessed"
        if form.use == "possessed" and not self._names_country(head.last, end):
            return None
        if not form.nationality and end == position and self._names_country(head.last, position):
            return None
        inner = not definite and self._has_inner_title(position, end)
        return TitlePhrase(head.hit.start, index, head.last, end, form, definite, complete, complemented, inner)

    def _is_attribute(self, first: int, last: int) -> bool:
        """Whether what follows an indefinite head is one adjective, so that its complement is still to come."""
        classes = self._classes[first]
        return last == first + 1 and bool(classes & _ADJECTIVAL) and not classes & (DEFINITE | PLACE | KNOWN)

    def _shares_complement(self, position: int) -> bool:
        """Whether a coordinated title here brings the complement of the bare one before it (`إمام وخطيب المسجد`)."""
        head = self.heads.get(position)
        if head is None or head.hit.proclitic != "و" or head.hit.article:
            return False
        title = self.parse(position, before_name=True)
        return title is not None and title.complemented and not title.definite

    def _has_inner_title(self, first: int, last: int) -> bool:
        """Whether a title's complement, which begins at `first`, is a preposition with a title after it."""
        for index in range(first, min(first + 2, last)):
            head = self.heads.get(index)
            if head is not None:
                return "ل" in (head.hit.proclitic, head.hit.article) or self._forms[index - 1] == "باسم"
        return False

    def _names_country(self, first: int, last: int) -> bool:
        return any(self._classes[index] & NATIONALITY for index in range(first, last))

    def _is_given_name(self, head: Head, end: int) -> bool:
        """Whether the head is a given name here, and its complement the family name (`أمين العمري`)."""
        if not self._classes[head.last - 1] & (KNOWN | MAYBE_NAME) or end - head.last != 1:
            return False
        return not self._classes[head.last] & (NOUN | PLACE | _ADJECTIVAL) or bool(self._classes[head.last] & KNOWN)

    def _is_possessed_feminine(self, head: Head) -> bool:
        """Whether ـه, folded with ـة, is the pronoun (`نائبه سالم`)."""
        if self._article.text[head.hit.end - 1] != "ه":
            return False
        view = self._article.view
        end = view.span(head.hit.start, head.hit.end)[1]
        return view.original[end - 1] == "ه"

    def _body(self, first: int, last: int) -> SpanRef | None:
        """The first organisation that lies wholly in the title's words."""
        bodies, limit = self._bodies, self._ends[last - 1]
        for offset in self._starts[first:last]:
            for start in (offset, offset + 1):
                if start in bodies and bodies[start] <= limit:
                    return SpanRef(start, bodies[start])
        return None

    def _place(self, first: int, last: int) -> SpanRef | None:
        """The last place or nationality among the title's words."""
        for index in range(last - 1, first - 1, -1):
            classes = self._classes[index]
            if classes & (PLACE | NATIONALITY) and not (classes & NATIONALITY and not classes & DEFINITE):
                clitic = 1 if classes & (CONJOINED | PREPOSED) else 0
                return SpanRef(self._starts[index] + clitic, self._ends[index])
        return None

    def _status(self, first: int, last: int) -> str | None:
        if self._words.status.isdisjoint(self._forms[first:last]):
            return None
        for form in self._forms[first:last]:
            if form in self._words.former:
                return "former"
            if form in self._words.acting:
                return "acting"
        return None


class _PhraseReader:
    """Reads one title's modifiers and complement."""

    def __init__(self, grammar: TitleGrammar, before_name: bool) -> None:
        self._grammar = grammar
        self._forms, self._classes = grammar._forms, grammar._classes
        self._starts, self._ends = grammar._starts, grammar._ends
        self._size = grammar._size
        self._names = grammar._names
        self._words = grammar._words
        self._before_name = before_name

    def modifiers(self, position: int, definite: bool) -> int:
        """Index after the adjectives that follow the head."""
        while position < self._size:
            form = self._forms[position]
            if definite:
                step = self._grammar.qualifier_at(position) if form in self._words.qualifying else 0
                if step or self._is_adjective(position):
                    position += step or 1
                    continue
            elif form in self._words.indefinite_modifiers:
                position += 1
                continue
            break
        return position

    def _is_adjective(self, position: int) -> bool:
        """Whether a definite adjective stands here, and not a family name that looks like one."""
        if position >= self._size:
            return False
        form = self._forms[position]
        if form in self._words.callings:
            return False  # شركة نفط الجنوب الخبير سالم العلي
        if form in self._words.modifying or (
            form in _TEENS and self._forms[position - 1].removesuffix("ه") in _ORDINALS
        ):
            return True  # الرئيس الأمريكي السادس عشر، الدورة السابعة عشرة
        classes = self._classes[position]
        if not classes & DEFINITE or classes & (CONJOINED | PREPOSED):
            return bool(classes & NATIONALITY) and self._forms[position - 1] == "الجنوب"
        if classes & NATIONALITY and self._forms[position - 1] == "الجنوب":
            return True
        if position in self._grammar.heads:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        if form == "المنتخب" and following & NATIONALITY:
            return False
        if position in self._grammar._honorifics:
            return False
        if self._before_name and classes & GIVEN and self._is_name_with_article(position, following):
            return False
        if classes & NATIONALITY or (form == "الجنوب" and following & NATIONALITY):
            return True
        if classes & _ADJECTIVAL:
            return not classes & KNOWN or self._goes_on(position + 1)
        if classes & KNOWN or classes & NOUN:
            if not classes & KNOWN:
                return form.endswith("ه") and self._is_attributive_noun(position)
            return form.endswith("ه") and not self._classes[position - 1] & GIVEN
        if self._before_name and following & GIVEN and not following & DEFINITE:
            return True
        following_form = self._peek(position + 1)
        return form.endswith("ه") or (
            form.endswith("ي") and (not self._before_name or self._name_follows(position + 1 + (following_form == ",")))
        )

    def _is_attributive_noun(self, position: int) -> bool:
        """Whether a noun is a participle that describes a feminine or plural (`قسم الخدمات المساندة سالم العلي`)."""
        before = self._classes[position - 1]
        if before & (DEFINITE | NOUN | KNOWN) != DEFINITE | NOUN or not self._forms[position - 1].endswith(("ه", "ات")):
            return False
        if position - 1 in self._grammar.heads or not self._before_name:
            return False
        return self._peek(position + 1)[:2] == "با" or self._name_follows(position + 1)

    def _is_name_with_article(self, position: int, following: int) -> bool:
        """`النائب الطاهر فضيل`، `الرئيس التونسي الباجي ...`: a given name right after a head or a nationality."""
        if self._names.is_compound(position + 1):
            return True  # رئيس الجمهورية الباجي قائد السبسي
        if self._classes[position] & NATIONALITY:
            return bool(self._classes[position - 1] & NATIONALITY) and self._name_follows(position)
        if self._forms[position - 1] in self._words.former and not following:
            return position + 1 < self._size  # وزير الداخلية الأسبق الطاهر بلقنة
        bare = position - 1 in self._grammar.heads
        return bare and bool(following & KNOWN) and not following & (DEFINITE | CLITIC | NOUN | _ADJECTIVAL)

    def _goes_on(self, position: int) -> bool:
        """Whether the title or a name goes on here, so that the word before, adjective or family name, is no name."""
        if position >= self._size or self._classes[position] & _OPAQUE:
            return not self._before_name or (self._peek(position) == "," and self._is_strong_name(position + 1))
        if self._classes[position] & VERB and not self._is_name_of_two(position):
            return not self._before_name
        if position in self._grammar._honorifics or self._classes[position] & PREPOSED:
            return True
        if self._classes[position] & (DEFINITE | NATIONALITY | CLITIC) == DEFINITE | NATIONALITY:
            return True  # والبحث العلمي الجزائري
        if self._classes[position] & (DEFINITE | FUNCTION):
            return not self._before_name or self._forms[position] in self._words.definite_modifiers
        return self._names.after(position) is not None

    def _is_strong_holder(self, position: int) -> bool:
        """Whether a given name that is no other word begins a holder's name here (`في كوفورا سالم العلي`)."""
        if position >= self._size or self._forms[position] in self._names.syllables:
            return False
        plain = self._classes[position] & (GIVEN | NOUN | VERB | _ADJECTIVAL | PLACE | CLITIC) == GIVEN
        name = self._names.after(position) if plain else None
        return name is not None and name.words > 1

    def _is_name_of_two(self, position: int) -> bool:
        """Whether a given name that is a verb too stands before a family name (`حسن العمري`)."""
        if not self._classes[position] & GIVEN or position + 1 >= self._size:
            return False
        following = self._classes[position + 1]
        return bool(following & KNOWN) and not following & (CONJOINED | PREPOSED)

    def _is_strong_name(self, position: int) -> bool:
        """Whether a name of two known words begins here that a comma ends (`البحث العلمي، سالم العمري، إن`)."""
        name = self._names.after(position)
        return name is not None and name.known > 1 and self._peek(name.last) == ","

    def _name_follows(self, position: int) -> bool:
        return position < self._size and (
            position in self._grammar._honorifics or self._names.after(position) is not None
        )

    # --- what only the holder's name after it shows to belong to the title ------------------------------

    def attached(self, position: int) -> int:
        """Index after the prepositional phrases that begin here, 0 unless a holder follows them at once."""
        if not self._opens_phrase(position):
            return 0
        entry = self._grammar._honorifics.get(position + 1)
        if entry is not None and not entry[1].proclitic and self._forms[position][0] == "ب":
            return position + 1 if self._name_follows(entry[0]) else 0  # ببارق الرائد فلان
        closed, end, limit = False, position, min(self._size, position + _MAX_ATTACHED)
        while end < limit:
            classes = self._classes[end]
            if closed and (end in self._grammar._honorifics or classes & (_OPAQUE | GIVEN)) and self._is_holder_at(end):
                return end
            place = self._grammar.place_at(end) if self._forms[end] in self._words.places else 0
            barred = end in self._grammar.heads or end in self._grammar._honorifics
            if not place and (barred or not self._may_attach(end)):
                return 0
            closed = place > 0 or bool(classes & (DEFINITE | PLACE))
            end += place or 1
        return 0

    def _opens_phrase(self, position: int) -> bool:
        """Whether a prepositional phrase begins here that brings no circumstance and nobody spoken to."""
        form, classes = self._forms[position], self._classes[position]
        if form in _ATTACHING:
            noun = self._peek(position + 1)
        elif form == "علي":
            noun = self._peek(position + 1)
            if not noun or not self._names.is_preposition(position) or not self._classes[position + 1] & DEFINITE:
                return False
        elif form == "عن":
            return self._peek(position + 1) in self._words.fields
        elif classes & PREPOSED and form[0] in "بل" and not classes & CONJOINED:
            noun = self._rest(position)
            if form[0] == "ل" and classes & _ADJECTIVAL and not classes & PLURAL:
                return False  # للاعب فلان
        else:
            return False
        bare = noun.removeprefix("ال")
        excluded = [self._words.addressees, self._words.occupations]
        if form[0] != "ل" or form in _ATTACHING:  # لرعاية الشباب beside برعاية
            excluded.append(self._words.circumstances)
        return not any(word in words for word in (noun, bare, "ال" + bare) for words in excluded)

    def _may_attach(self, position: int) -> bool:
        classes = self._classes[position]
        if self._forms[position] in _ATTACHING or self._forms[position] in ("من", "عن", "علي"):
            return True
        if self._forms[position] in self._names.stops or classes & _OPAQUE:
            return False
        if classes == DEFINITE | PREPOSED:
            return True  # المدير التنفيذي لقطاع الإمداد بالعلياني
        return bool(classes & (NOUN | _ADJECTIVAL | PLACE)) and (not classes & VERB or bool(classes & DEFINITE))

    def _is_holder_at(self, position: int) -> bool:
        """Whether a name or an honorific with a name begins here, or after a comma here."""
        comma = int(self._forms[position] == ",")
        if comma and position + 1 >= self._size:
            return False
        entry = self._grammar._honorifics.get(position + comma)
        if entry is not None:
            return not entry[1].proclitic and self._name_follows(entry[0])
        comma += comma and self._forms[position + 1] in self._words.occupations
        name = self._names.after(position + comma)
        if name is None or name.words < 2 or not name.known:
            return False
        if name.known < 2 and not self._is_given_before_unknown(name.first):
            return False
        if comma:
            return name.last < self._size and self._forms[name.last] in ",\n."
        return not self._classes[position] & (NOUN | PLACE | VERB) or self._peek(position + 1) in LINEAGE

    def _is_given_before_unknown(self, position: int) -> bool:
        """Whether a given name that is no ordinary word stands here, and a word after it that the lexicon lacks."""
        classes = self._classes[position]
        plain = classes & (GIVEN | NOUN | VERB | PLACE | _ADJECTIVAL) == GIVEN
        return plain and self._classes[position + 1] in (0, DEFINITE)

    # --- the complement of a head without article --------------------------------------------------

    def complement(self, position: int, noun_before: str = "") -> int:
        """Index after the chain of nouns that begins at `position`, up to the one that closes it.

        Args:
            position: index of a token.
            noun_before: the noun before it, which it completes.
        """
        start, grammar = position, self._grammar
        while position < self._size and position - start < _MAX_PHRASE:
            offset, form = self._starts[position], self._forms[position]
            if offset in grammar._documents or (form == "منصب" and position > start):
                break
            body = self._body_at(position) if offset in grammar._bodies else 0
            if body:
                if not self._is_open(body - 1) or (self._before_name and self._is_known_name(body)):
                    return body
                noun_before, position = self._forms[body - 1], body
                continue
            if form == '"':
                return self._quoted(position)
            if position in grammar.heads and noun_before not in self._words.named_after:
                if position > start and self._is_closed_place(position - 1):
                    break  # محافظ جدة رئيس اللجنة
                inner = self._inner_title(position)
                if inner:
                    return inner
            if form in self._words.styles and position + 1 in grammar.heads and self._is_construct(position - 1):
                inner = self._inner_title(position + 1)
                if inner:
                    return inner
            step, closed = (grammar.place_at(position) if form in self._words.places else 0), True
            if not step:
                step, closed = self._chain_step(position, position == start, noun_before)
            if not step:
                break
            noun_before = form
            position += step
            if closed:
                break
        return position

    def _is_known_name(self, position: int) -> bool:
        """Whether two words that the lexicon knows as names stand here (`حركة حماس خالد العلي`)."""
        name = self._names.after(position)
        return name is not None and name.known > 1

    def _is_closed_place(self, position: int) -> bool:
        """Whether the token is a place that a title closes with, though it is a noun too (`محافظ جدة`)."""
        place = self._classes[position] & (PLACE | CONJOINED | PREPOSED) == PLACE
        return place and position - 1 in self._grammar.heads

    def _is_construct(self, position: int) -> bool:
        """Whether the token is a head or noun without article (`مستشار سمو وزير الداخلية`)."""
        head = self._grammar.heads.get(position)
        return self._is_open(position) if head is None else not head.hit.article and head.hit.value.state == "plain"

    def _is_open(self, position: int) -> bool:
        """Whether the token is a noun that still wants its complement."""
        classes = self._classes[position]
        return bool(classes & NOUN) and not classes & (DEFINITE | PLACE | KNOWN | POSSESSED | _ADJECTIVAL)

    def _body_at(self, position: int, skip: int = 0) -> int:
        """Index after the organisation that begins here, 0 where none does."""
        end = self._grammar._bodies.get(self._starts[position] + skip)
        if end is None:
            return 0
        last = position
        while last < self._size and self._starts[last] < end:
            if last > position and (self._is_person(last) or self._is_next_title(last)):
                break
            last += 1
        if last + 1 < self._size and self._forms[last] == "ال":
            return last + 2
        while last < self._size and {self._forms[last - 1], self._forms[last]} <= self._names.syllables:
            if self._before_name and self._forms[last] in self._names.families:
                break
            last += 1
        if last - 1 > position:
            last = max(last, last - 1 + self._grammar.place_at(last - 1))
        for index in range(position + 1, last):
            if self._is_holder(index, last):
                return index
        syllables = self._before_name and last - position > 4
        return (self._family_syllable(position + 1, last) if syllables else 0) or last

    def _is_next_title(self, position: int) -> bool:
        """Whether a head with the article and its adjective stand here (`رئيس الديوان الملكي المستشار الخاص`)."""
        head = self._grammar.heads.get(position)
        if head is None or not head.hit.article or head.hit.value.number != "singular":
            return False
        return self._peek(head.last) in self._words.definite_modifiers and bool(self._classes[position - 1] & DEFINITE)

    def _is_holder(self, position: int, end: int) -> bool:
        """Whether a name begins here, after a closed phrase, that reaches `end` (`اتحاد الكتاب سامي الحربي`)."""
        before = position - 1
        if not self._classes[position] & GIVEN or not self._classes[before] & (DEFINITE | PLACE | NATIONALITY):
            return False
        if (
            before in self._grammar._honorifics
            or before in self._grammar.heads
            or self._classes[position] & NATIONALITY
        ):
            return False
        name = self._names.after(position)
        return name is not None and name.words > 1 and name.last >= end

    def _is_person(self, position: int) -> bool:
        """Whether an honorific begins here that is no part of a body's name."""
        entry = self._grammar._honorifics.get(position)
        if entry is not None and "ل" in (entry[1].proclitic, entry[1].article) and entry[1].value.ordinary:
            return False  # المنسق الإعلامي للفريق
        return (
            entry is not None
            and self._forms[position - 1] not in self._words.named_after
            and self._name_follows(entry[0])
        )

    def _quoted(self, position: int) -> int:
        """Index after the quotation that opens here, the same index where none does."""
        apart = position == 0 or self._ends[position - 1] < self._starts[position]
        if not apart and position + 1 < self._size and self._ends[position] < self._starts[position + 1]:
            return position  # closes one that began before the title
        for index in range(position + 2, min(self._size, position + _MAX_QUOTED)):
            if self._forms[index] == '"':
                return index + 1
            if self._forms[index] in "\n.:,":
                break
        return position

    def _inner_title(self, position: int) -> int:
        if self._grammar.heads[position].hit.proclitic:
            return 0
        inner = self._grammar.parse(position, before_name=self._before_name)
        if inner is None or not (inner.complemented or inner.definite):
            return 0
        return inner.last

    def _chain_step(self, position: int, first: bool, noun_before: str) -> tuple[int, bool]:
        """(tokens of the chain's next link, whether it closes the chain)."""
        classes, form = self._classes[position], self._forms[position]
        if form == "اليوم" and noun_before in _PAPERS:
            return 1, True
        if classes & _OPAQUE or form in self._names.stops or form == "ان":
            return 0, False
        honorific = self._grammar._honorifics.get(position)
        if first and form == "اللواء" and self._forms[position - 1].endswith(("قائد", "امر")):
            return 1, True
        if honorific is not None and honorific[1].value.is_ordinary(self._peek(honorific[0])):
            return 1, True
        if honorific is not None or (noun_before in self._words.named_after and position in self._grammar.heads):
            end = honorific[0] if honorific is not None else position + 1
            return self._named_link(position, end, noun_before), True
        if classes & (CONJOINED | PREPOSED) or (classes & FUNCTION and not classes & (NOUN | KNOWN | PLACE)):
            city = noun_before == "مدينه" and {form, self._peek(position + 1)} <= self._names.syllables
            return (self._borrowed_name(position), True) if city else (0, False)
        if form == "ال" and noun_before in self._words.named_after and position + 1 < self._size:
            return 2, True  # عشيرة آل فلان
        if classes & (NUMBER | LATIN):
            return (0, False) if first and classes & NUMBER else (self._foreign_word(position), True)
        if classes & DEFINITE:
            return 1, True
        if classes & PLACE and not (classes & NOUN):
            return 1, True
        if not first or self._forms[position - 1] in self._words.fields:
            entry = self._grammar._honorifics.get(position + 1)
            open_noun = self._is_open(position - 1) and position - 1 not in self._grammar.heads
            named = form in self._words.named_after  # مدير جمرك مطار الأمير فلان
            if entry is not None and open_noun and not (entry[1].proclitic or named) and not classes & VERB:
                return 1, True  # مدير شرطة بارق الرائد فلان
        if form in self._names.syllables and self._is_honorific_at(position + self._borrowed_name(position)):
            return self._borrowed_name(position), True  # رئيس قرية نا سانغ السيد فلان
        lineage = classes & GIVEN and self._peek(position + 1) in LINEAGE
        if lineage or (classes & GIVEN and (not classes & (NOUN | PLACE) or self._is_holders_name(position))):
            return (
                (0, False)
                if first or noun_before not in self._words.named_after
                else (self._borrowed_name(position), True)
            )
        if classes & VERB and not classes & (NOUN | _ADJECTIVAL):
            article = form[:2] == "ال" and noun_before in self._words.fields  # حزب الحق beside ألحق
            return int(article or self._is_possessed_field(form)), True
        if classes & POSSESSED:
            return 1, True
        if classes & (NOUN | _ADJECTIVAL):
            return 1, False
        return self._proper_noun(position)

    def _foreign_word(self, position: int) -> int:
        """How many tokens a number or a name in Latin letters has (`T3`, `TIAA-CREF`, `Tesla Motors`)."""
        last = position + 1
        while last < self._size:
            glued = self._ends[last - 1] == self._starts[last]
            if not self._classes[last] & (LATIN if not glued else LATIN | NUMBER) and not (
                glued and self._forms[last] == "-" and self._peek(last + 1)[:1].isascii()
            ):
                break
            last += 1
        return last - position

    def _is_possessed_field(self, form: str) -> bool:
        """Whether a form that is a verb too is a body's noun and its possessor (`مجلس إدارتها`)."""
        stem = next((form.removesuffix(ending) for ending in ("تها", "ته", "تهم") if form.endswith(ending)), "")
        return stem + "ه" in self._words.fields

    def _is_holders_name(self, position: int) -> bool:
        """Whether a participle is a given name, as the family name after it shows (`خارجية قطر خالد العطية`)."""
        if self._classes[position] & (_ADJECTIVAL | PLACE | DEFINITE) != ADJECTIVE:
            return False
        following = self._classes[position + 1] if position + 1 < self._size else 0
        return bool(following & FAMILY) and not following & (NOUN | _ADJECTIVAL | CLITIC)

    def _named_link(self, position: int, end: int, noun_before: str) -> int:
        """`مدينة الملك عبدالعزيز`: an honorific and a name inside a body's name."""
        if self._forms[position] == "خادم":
            return 2 + (self._peek(position + 2) == "الشريفين")
        if noun_before not in self._words.named_after:
            return 0
        while end in self._grammar._honorifics:
            end = self._grammar._honorifics[end][0]
        return end - position + self._borrowed_name(end)

    def _borrowed_name(self, position: int) -> int:
        """Tokens of a name after which something is called: one word, with its lineage."""
        start = position
        if position >= self._size:
            return 0
        position += 1 + bool(self._classes[position] & NAME_PART)
        while position < self._size and {self._forms[position - 1], self._forms[position]} <= self._names.syllables:
            position += 1
        while position + 1 < self._size and self._forms[position] == "بن":
            position += 2 + bool(self._classes[position + 1] & NAME_PART)
        if position + 1 < self._size and self._forms[position] == "ال":
            position += 2
        return min(position, self._size) - start

    def _proper_noun(self, position: int) -> tuple[int, bool]:
        """(tokens, whether they close the chain) of an unknown noun or name; two words are left to a person."""
        following = self._classes[position + 1] if position + 1 < self._size else _OPAQUE
        if following & DEFINITE and not following & (KNOWN | CONJOINED | PREPOSED) and following & (NOUN | PLACE):
            return 1, False
        last = position
        while last < self._size and last - position < 8 and self._is_proper(last):
            last += 1
        length = last - position
        if not self._before_name or length <= 1:
            return length, True
        family = self._family_syllable(position, last)
        if family:
            return family - position, True
        if self._is_set_off(last):
            return length, True
        given = next((i for i in range(position + 1, last) if self._classes[i] & GIVEN), None)
        if given is not None:
            return given - position, True
        return max(1, length - 2), True

    def _is_set_off(self, position: int) -> bool:
        """Whether the holder's name stands between a comma here and another mark (`شركة لو فان، سالم العلي، إن`)."""
        name = self._names.after(position + 1) if self._peek(position) == "," else None
        return name is not None and 1 < name.words <= 4 and self._peek(name.last)[:1] in _MARKS

    def _is_honorific_at(self, position: int) -> bool:
        """Whether an honorific with a name begins here (`رئيس قرية كذا السيد فلان`)."""
        entry = self._grammar._honorifics.get(position)
        return entry is not None and not entry[1].proclitic and self._name_follows(entry[0])

    def _family_syllable(self, position: int, last: int) -> int:
        """Index of the family name in a row of East Asian syllables (`باخ ماي هوانج شوان كا`), 0 where none stands."""
        if not self._names.syllables.issuperset(self._forms[position:last]):
            return 0
        for split in (2, 3, 1):
            if 2 <= last - position - split <= 4 and self._forms[position + split] in self._names.families:
                return position + split
        return 0

    def _is_proper(self, position: int) -> bool:
        classes = self._classes[position]
        if self._forms[position] in self._names.syllables and self._forms[position - 1] in self._names.syllables:
            return True
        if classes & _OPAQUE or self._forms[position] in self._names.stops or position in self._grammar.heads:
            return False
        return not classes or bool(classes & (KNOWN | PLACE) and not classes & (CONJOINED | PREPOSED | DEFINITE))

    # --- what may follow a closed phrase -----------------------------------------------------------

    def extend(self, position: int, form: TitleForm, *, needy: bool) -> int:
        """Index after adjectives, coordinated nouns and prepositional phrases.

        Args:
            position: index of the token after what has been read.
            form: the head's form.
            needy: whether the title still lacks its complement, so that any prepositional phrase belongs to it.
        """
        for _ in range(_MAX_PHRASE):
            if position >= self._size or not self._may_link(position, form):
                break
            end = self._link(position, form, needy)
            if end <= position:
                break
            needy = False
            position = end
        return position

    def _may_link(self, position: int, form: TitleForm) -> bool:
        """Whether the token may go on with a title, as its form and classes show: a cheap look before the rules."""
        classes, word = self._classes[position], self._forms[position]
        if classes & _LINKING or word in self._words.linking or word in form.prepositions:
            return True
        return bool(classes & NUMBER) or (not classes & ~PREPOSED and word[0] in "لب")

    def _link(self, position: int, form: TitleForm, needy: bool) -> int:
        classes, word = self._classes[position], self._forms[position]
        if (classes & _OPAQUE and word not in '"(') or self._starts[position] in self._grammar._documents:
            return position
        step = self._grammar.qualifier_at(position) if word in self._words.qualifying else 0
        if step and position in self._grammar.heads:  # الحزب الحاكم beside الحاكم العام
            step = 0 if position + 1 < self._size and self._classes[position + 1] & DEFINITE else step
        if step or self._is_adjective(position) or word in self._words.adverbs:
            return position + (step or 1)
        if word == "(":
            return self._after_gloss(position, form, needy)
        if word == "جامعه" and not _FACULTIES.isdisjoint(self._forms[max(0, position - _MAX_ATTACHED) : position]):
            return self._body_at(position) or self.complement(position + 1, word)  # عميد كلية الطب جامعة كذا
        if word == '"':
            bare = form.definite or position - 1 in self._grammar.heads
            if bare and self._peek(position + 1) not in self._words.modifying:
                return position  # what stands after a bare title is quoted speech or the holder's name
            if self._is_quoted_holder(position):
                return position
            end = self._quoted(position)
            return position if self._before_name and self._is_name_quoted(position, end) else end
        if classes & PLACE and not classes & KNOWN:
            capital = "العاصمه" in (self._forms[position - 1], self._forms[position - 2])  # العاصمة الفرنسية باريس
            if capital or self._classes[position - 1] & PLACE:
                return position + 1
        if classes & NUMBER and self._classes[position - 1] & DEFINITE and self._peek(position + 1)[:1] == "ل":
            return position + 1  # الغرفة 15 لمحكمة كذا
        if classes & NUMBER and self._before_name and self._classes[position - 1] & (DEFINITE | PLACE):
            era = position + 1 + (self._peek(position + 1) in _ERAS)
            return era if era in self._grammar._honorifics and self._is_holder_at(era) else position
        branch = self._grammar.branch_at(position) if word in self._words.branches else 0
        if branch:
            return position + branch
        if classes & CONJOINED and position not in self._grammar.heads:
            return self._coordinated(position)
        if word == "و":
            return self._coordinated_apart(position)
        if position in self._grammar.heads:
            return self._titled_complement(position) if needy else position
        if word == "لخادم" and self._peek(position + 1) == "الحرمين":
            return position + 2 + (self._peek(position + 2) == "الشريفين")
        if position in self._grammar._honorifics and self._is_person(position):
            return position
        relayed = self._forms[position - 1] in self._words.relaying
        needy = needy or relayed
        if word.startswith("ل") and (classes & PREPOSED or word == "ل" or not classes):
            return self._after_lam(position, needy)
        if word == "ب" or (word.startswith("ب") and (classes & PREPOSED or not classes)):
            return self._after_ba(position, needy)
        if word == "برئاسه":
            return self._body_at(position, 1) or position  # المستشار برئاسة الجمهورية beside برئاسة فلان
        if word == "مع" and self._forms[position - 1].endswith(_RELATIONS) and position + 1 not in self._grammar.heads:
            return self._after_preposition(position, form, True)
        if word in ("في", "لدي") or word in form.prepositions or (relayed and word in ("عن", "من", "الي", "علي")):
            return self._after_preposition(position, form, needy)
        return position

    def _is_name_quoted(self, position: int, end: int) -> bool:
        """Whether the quotation at [position, end) is the holder's name and not a body's."""
        name = self._names.after(position + 1)
        if name is None or name.last != end - 1:
            return False
        if name.known:
            return True
        closed = self._classes[position - 1] & (PLACE | NATIONALITY)  # رئيس ريال مدريد «فلورنتينو بيريث»
        return bool(closed) and name.words > 1 and not self._name_follows(end)

    def _is_quoted_holder(self, position: int) -> bool:
        """Whether an honorific with the holder's name stands in quotation marks (`قائد القوة "اللواء فلان"`)."""
        entry = self._grammar._honorifics.get(position + 1)
        if entry is None or entry[1].proclitic or self._forms[position - 1] in self._words.named_after:
            return False
        end = entry[0] + (self._peek(entry[0]) in entry[1].value.modifiers)
        return self._name_follows(end)

    def _after_gloss(self, position: int, form: TitleForm, needy: bool) -> int:
        """`شركة كذا (ABC) للسيارات`: the phrase goes on behind a bracket of Latin letters."""
        end = position + 1
        while end < self._size and self._classes[end] & LATIN:
            end += 1
        if end == position + 1 or self._peek(end) != ")" or self._peek(end + 1)[:2] != "لل":
            return position
        last = self._link(end + 1, form, needy)
        return last if last > end + 1 else position

    def _titled_complement(self, position: int) -> int:
        """`المستشار السابق لوزير الإعلام`: the complement that a lam brings is a title itself."""
        hit = self._grammar.heads[position].hit
        if "ل" not in (hit.proclitic, hit.article):
            return position
        inner = self._grammar.parse(position, before_name=self._before_name)
        return inner.last if inner is not None and inner.complete else position

    def _coordinated(self, position: int) -> int:
        classes = self._classes[position]
        if position in self._grammar._honorifics or (self._peek(position + 1) == "مع" and not classes & NOUN):
            return position
        if classes & KNOWN and self._forms[position][1:3] == "ال" and self._body_at(position, 1):
            return self._body_at(position, 1)  # للصليب الأحمر والهلال الأحمر
        if self._forms[position] in self._words.occupations and not self._forms[position].endswith(("ي", "يه")):
            return position  # مسؤول الملاعب وموظف الاتحاد
        if classes & DEFINITE and not classes & PREPOSED:
            family = classes & KNOWN and not classes & (NOUN | _ADJECTIVAL) and not self._forms[position].endswith("ه")
            return position if family else position + 1
        if classes & PLACE or (self._forms[position][1:3] == "ال" and self._is_adjective(position + 1)):
            return position + 1  # والصيد البحري
        if self._forms[position][1:3] == "ال" and (
            self._is_field_joined(position + 1) or (self._before_name and self._is_set_off(position + 1))
        ):
            return position + 1  # والعمران والمدينة
        barred = PREPOSED | POSSESSED | (0 if self._is_open(position - 1) else VERB)  # مركز تحليل وتبادل المعلومات
        opens = classes & NOUN and not classes & barred and position + 1 not in self._grammar._honorifics
        if (opens or self._forms[position][1:] in _DIRECTIONS) and position + 1 < self._size:
            following = self._classes[position + 1]
            noun = not (following & KNOWN or classes & GIVEN) or following & (NOUN | GIVEN) == NOUN
            if following & (DEFINITE | PLACE) and not following & (CONJOINED | PREPOSED) and noun:
                return position + 2
            if opens and self._is_open(position - 1):
                end = self.complement(position + 1, self._forms[position])  # لجنة رصد ومتابعة انتشار كذا
                return end if end > position + 1 and not self._is_open(end - 1) else position
            if opens and self._is_open(position + 1) and position + 2 < self._size:
                closes = self._classes[position + 2] & (DEFINITE | CLITIC | GIVEN) == DEFINITE
                return position + 3 if closes and position + 1 not in self._grammar.heads else position
        return position

    def _is_field_joined(self, position: int) -> bool:
        """Whether `و` joins a definite noun that is no name and no title here."""
        if position >= self._size or position in self._grammar.heads or position in self._grammar._honorifics:
            return False
        classes = self._classes[position]
        return classes & (CONJOINED | DEFINITE | NOUN | KNOWN | PREPOSED) == CONJOINED | DEFINITE | NOUN

    def _coordinated_apart(self, position: int) -> int:
        """`الكوارث و الطوارئ`: the conjunction stands apart from the noun."""
        following = position + 1
        if following >= self._size or following in self._grammar.heads or following in self._grammar._honorifics:
            return position
        classes = self._classes[following]
        definite = classes & DEFINITE and classes & (NOUN | _ADJECTIVAL) and not classes & (CONJOINED | PREPOSED)
        return following + 1 if definite and not classes & GIVEN else position

    def _rest(self, position: int) -> str:
        """The word without the preposition ل or ب and without the article."""
        word = self._forms[position]
        if word.startswith("لل"):
            return word[2:]
        word = word[1:]
        return word.removeprefix("ال") if len(word) > 4 else word

    def _after_lam(self, position: int, needy: bool) -> int:
        word, classes = self._forms[position], self._classes[position]
        if word == "ل":
            return self._after_lam_apart(position, needy)
        body = self._body_at(position, 1)
        rest = self._rest(position)
        if rest in self._words.styles and position + 1 in self._grammar.heads:
            inner = self._inner_title(position + 1)  # مدير الشؤون الخاصة لسمو ولي العهد
            if inner:
                return inner
        possessed = classes & POSSESSED and classes & VERB  # لتعمده: a reason, no complement
        addressee = rest in self._words.addressees or "ال" + rest in self._words.addressees
        if rest == "شرق" and self._peek(position + 1) == "الاوسط":  # the newspaper's name stands in quotation marks
            return position + 2
        if addressee and not needy:
            return position
        if body:
            return body
        if word.startswith("لل"):
            if word[1:] in self._words.fields and self._is_definite_noun(position + 1):
                return position + 2  # للجنة الحزب: no article
            if (
                needy
                or self._forms[position - 1] in self._words.wide
                or rest in self._words.fields
                or classes & (NOUN | _ADJECTIVAL)
                or (word in self._words.definite_places and self._before_name and self._is_before_holder(position + 1))
            ):
                return position + 1
            return position
        wide = self._forms[position - 1] in self._words.wide
        if rest in self._words.fields or ((needy or wide) and classes & NOUN and not possessed):
            return max(position + 1, self.complement(position + 1, rest))
        if classes & PLACE:
            return position + 1
        if needy and classes & PREPOSED and classes & KNOWN:  # مستشار لخليل إبراهيم، مستشار لبلير
            following = self._classes[position + 1] if position + 1 < self._size else 0
            return position + 1 + bool(classes & GIVEN and following & KNOWN and not following & CLITIC)
        named = self._before_name and position - 1 in self._grammar.heads  # السيناتور ليندسي فلان
        return position + 1 if needy and not classes and not named else position

    def _is_before_holder(self, position: int) -> bool:
        """Whether a comma or the holder's name or honorific stands here, so that `للقدس` is no verb's."""
        return self._peek(position) == "," or self._name_follows(position)

    def _is_definite_noun(self, position: int) -> bool:
        """Whether a definite noun stands here that is no adjective, name or honorific."""
        if position >= self._size or position in self._grammar.heads or position in self._grammar._honorifics:
            return False
        classes = self._classes[position]
        return classes & (DEFINITE | NOUN | _ADJECTIVAL | KNOWN | CLITIC) == DEFINITE | NOUN

    def _after_lam_apart(self, position: int, needy: bool) -> int:
        """`المدير التنفيذي ل نيسان`: the preposition stands apart from the noun."""
        if not needy or position + 1 >= self._size:
            return position
        if self._forms[position + 1] == '"':
            return self._quoted(position + 1)
        end = position + 1
        while end < self._size and self._classes[end] & LATIN:
            end += 1
        if end > position + 1:
            return end
        end = self._body_at(position + 1) or self.complement(position + 1)
        return end if end > position + 1 else position

    def _after_ba(self, position: int, needy: bool) -> int:
        word, classes = self._forms[position], self._classes[position]
        if word == "ب":
            return self._quoted(position + 1) if self._peek(position + 1) == '"' else position
        body = self._body_at(position, 1)
        if body:
            return body
        place = self._grammar.place_behind(position)
        if place:
            return position + place
        rest = self._rest(position)
        if rest in self._words.circumstances and rest not in self._words.fields:
            return position
        if rest in self._words.fields or classes & PLACE or needy:
            if word.startswith("بال") or classes & PLACE:
                return position + 1
            if rest in self._words.fields or classes & NOUN:
                return max(position + 1, self.complement(position + 1, rest))
        return position

    def _after_preposition(self, position: int, form: TitleForm, needy: bool) -> int:
        following = position + 1
        if following >= self._size or self._forms[following] in self._words.circumstances:
            return position
        if following + 1 < self._size and self._forms[following + 1] in self._words.possessed_honorifics:
            return position  # في مكتب سموه
        body = self._body_at(following)
        if body:
            return body
        if self._forms[position] == "عن" and (
            following in self._grammar.heads
            or not (needy or self._is_field(following))
            or (form.role == "عضو" and self._classes[following] & DEFINITE)
        ):
            return position  # دافع فلان نائب رئيس اللجنة عن قراراتها
        if self._forms[position] == "باسم" and not self._before_name:
            name = self._names.after(following)
            if name is not None and name.known:
                return name.last if name.known > 1 else following + 1
        classes, word = self._classes[following], self._forms[following]
        if classes & _OPAQUE:
            return self._quoted(following) if word == '"' else position
        bare = word.removeprefix("ال")
        specific = self._forms[position] in form.prepositions or self._forms[position] == "لدي"
        place = self._forms[position] == "في" and not classes and self._is_proper(following)
        if place and (not self._before_name or self._is_strong_holder(following + 1)):
            return following + 1
        if not (specific or needy or classes & PLACE or bare in self._words.fields or word in self._words.fields):
            return position
        end = self.complement(following)
        return end if end > following else position

    def _is_field(self, position: int) -> bool:
        """Whether a noun stands here that a preposition may bring to a title."""
        form = self._forms[position]
        return form in self._words.fields or form.removeprefix("ال") in self._words.fields

    def _peek(self, position: int) -> str:
        return self._forms[position] if position < self._size else ""
