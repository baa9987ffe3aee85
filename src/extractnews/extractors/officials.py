"""Officials: named people with an office, a rank or an honorific.

From each title or honorific the rules read on: further titles and honorifics, then the name, then the titles
after it; where no name follows a title, the name is looked for before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final

from extractnews.article import Draft, Found, Hit, ScannedArticle
from extractnews.lexicon import Resources
from extractnews.names import LINEAGE, Name, NameGrammar, NameWords
from extractnews.normalise import fold
from extractnews.scanner import Cue
from extractnews.titles import TitleGrammar, TitlePhrase, TitleWords, find_heads, locate, title_cues
from extractnews.words import (
    ADJECTIVE,
    CLITIC,
    CONJOINED,
    DEFINITE,
    FUNCTION,
    GIVEN,
    KNOWN,
    LATIN,
    NAME_PART,
    NATIONALITY,
    NEWLINE,
    NOUN,
    NUMBER,
    PLACE,
    POSSESSED,
    PREPOSED,
    PUNCTUATION,
    VERB,
)

_ADJECTIVAL: Final = ADJECTIVE | NATIONALITY
_DEFINITE_ADJECTIVE: Final = DEFINITE | ADJECTIVE
_DESCRIBED: Final = DEFINITE | ADJECTIVE | KNOWN | CONJOINED
_KNOWN_WORD: Final = ~(DEFINITE | PLACE)
_ORDINARY: Final = NOUN | VERB
_CONSTRUCT: Final = NOUN | DEFINITE | POSSESSED | CONJOINED
_CLOSED: Final = DEFINITE | PREPOSED | POSSESSED | KNOWN | VERB
_NAMED: Final = KNOWN | NAME_PART
_BRIDGING: Final = LATIN | PREPOSED
_LATIN_OR_NUMBER: Final = LATIN | NUMBER
_NATIONAL: Final = DEFINITE | NATIONALITY
_FOREIGN: Final = NUMBER | LATIN | PUNCTUATION
_BOUNDARY: Final = VERB | FUNCTION | PUNCTUATION | NEWLINE
_SEPARATORS: Final = frozenset(",-(")
_HALVES: Final = frozenset(("الشمالي", "الجنوبي", "الشماليه", "الجنوبيه"))
# Where one serves another in his office, and as what.
_STAFFS: Final = frozenset(("مكتب", "ديوان"))
_AFFAIRS: Final = frozenset(("اعمال", "مكتب", "اسره", "عائله"))
_SERVANTS: Final = frozenset(("مستشار", "متحدث", "ناطق", "سكرتير"))
_ASIDES: Final = frozenset(("وهو", "وهي", "بصفته", "بصفتها", "بوصفه", "بوصفها"))
_LIST_SEPARATORS: Final = frozenset(",;و") | {"وكذلك", "كذلك", "وايضا"}
_EPONYMS: Final = frozenset(("ملك", "سلطان", "ولي العهد", "إمبراطور", "بابا", "قاضي"))
# After another title these begin another person's (`التقت وزيرة الخارجية الرئيس المصري فلان`).
_SOVEREIGN: Final = frozenset(("رئيس", "عاهل"))
_DYNASTIC: Final = frozenset(("ملك", "سلطان", "إمبراطور"))
# After the head of a second title of one person: مدير كذا الرئيس التنفيذي لكذا فلان.
_CORPORATE: Final = frozenset(("التنفيذي", "الفخري", "العام", "المنتدب"))
_MONONYMOUS: Final = frozenset((
    "الملك", "الملكه", "الامير", "الاميره", "السلطان", "الرئيس", "الشيخ", "الجنرال", "سيدنا", "مولاي", "البابا", "الاب",
))  # fmt: skip
_AFTER_LETTER: Final = frozenset(word[1:] for word in _MONONYMOUS if word[0] == "ا")  # للملك
# One word of each opener.
_OPENINGS: Final = frozenset(
    ("وهم", "هم", "وهما", "هما", "كل", "بينهم", "منهم", "ومنهم", "مثل", ":", "(", "ابرزهم", "وابرزهم", "راسهم")
)
_RULES: Final = frozenset(("حكومه", "اداره", "عهد", "وزاره"))  # called after whom they serve
_INFLECTING: Final = frozenset("بوفكليتسن")  # a proclitic or a verb's prefix, rather than a name's first letter
_FAR: Final = 40
_LONGEST_RUN: Final = 24
_MOST_TITLES: Final = 12
_FEW_QUESTIONS: Final = 3
_NEAR: Final = 8
_IN_NAMES: Final = frozenset(("الحاج", "الشيخ", "السيد"))  # honorifics that names have too
_AGED: Final = frozenset(("البالغ", "البالغه", "والبالغ", "والبالغه"))
_ENDS: Final = frozenset(",.\n:;)")
_NAMING: Final = frozenset((",", "-", "ويدعي", "يدعي", "اسمه", "واسمه", "يسمي", "ويسمي", "وهو", "هو", "تدعي"))
# Before a title after the name of the one appointed to it or relieved of it.
_POST_PHRASES: Final = (
    ("في", "منصب"), ("بمنصب",), ("من", "منصب"), ("القيام", "بعمل"),
    ("من", "القيام", "بعمل"), ("بالقيام", "بعمل"), ("للقيام", "بعمل"), ("القيام", "باعمال"), ("للقيام", "باعمال"),
    ("لمنصب",), ("علي", "وظيفه"), ("الي", "وظيفه"), ("بوظيفه",), ("لوظيفه",), ("علي", "وظيفه", "("),
    ("الي", "وظيفه", "("), ("بوظيفه", "("), ("لوظيفه", "("),
)  # fmt: skip
# What somebody is to become; a title behind these shows no name before them.
_PURPOSES: Final = (
    ("ليكون",), ("لتكون",), ("ليصبح",), ("لتصبح",), ("ليشغل", "منصب"), ("لتشغل", "منصب"), ("لشغل", "منصب"),
    ("ليتولي", "منصب"), ("لتتولي", "منصب"), ("لتولي", "منصب"),
)  # fmt: skip
_POSTS: Final = tuple(sorted(_POST_PHRASES, key=len, reverse=True))
_POSTS_AFTER: Final = _POSTS + _PURPOSES
_POST_OPENINGS: Final = frozenset(opening[0] for opening in _POSTS_AFTER)
_POST_ENDS: Final = frozenset(opening[-1] for opening in _POSTS)
# What may stand between a name and its title.
_LEADING: Final = _SEPARATORS | _ASIDES | _POST_OPENINGS | {'"', "الذي", "التي"}
_LIST_OPENERS: Final = (
    ("وهم",), ("هم",), ("وهما",), ("هما",), ("كل", "من"), ("من", "بينهم"), ("ومن", "بينهم"), ("بينهم",), ("منهم",),
    ("ومنهم",), ("مثل",), (":",), ("ابرزهم",), ("من", "ابرزهم"), ("وابرزهم",), ("ومن", "ابرزهم"), ("علي", "راسهم"),
    ("وعلي", "راسهم"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Honorific:
    kind: str
    before: frozenset[str]
    modifiers: frozenset[str]
    ordinary: bool = False
    spelled: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether its every cue is an honorific, whatever stands around it."""
        return self.kind not in ("abbreviation", "indefinite") and not self.spelled and not self.before

    def is_ordinary(self, following: str) -> bool:
        """Whether the word may be an ordinary noun (`مدرب الفريق`), seeing the word after it."""
        return self.ordinary and following not in self.modifiers


@dataclass(slots=True)
class _Run:
    """Titles and honorifics that stand before a name."""

    end: int
    titles: list[TitlePhrase] = field(default_factory=list)
    honorifics: list[tuple[int, int, str]] = field(default_factory=list)  # (view start, view end, article)
    last: str = ""  # kind of the last element: `title` or the honorific's


class OfficialExtractor:
    """Finds named officials with their titles and honorifics."""

    record_type: ClassVar[str] = "officials"
    reads: ClassVar[frozenset[str]] = frozenset(("documents", "organisations"))
    linked_to: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, resources: Resources) -> None:
        data = resources.toml("titles.toml")
        self._cues = list(title_cues(data))
        self._words = TitleWords(data["words"], (row["word"] for row in resources.table("words/places.tsv")))
        self._name_words = NameWords(resources.toml("names.toml"))
        for entry in data["honorific"]:
            value = _Honorific(
                entry["kind"],
                frozenset(map(fold, entry.get("before", ()))),
                frozenset(map(fold, entry.get("modifiers", ()))),
                entry.get("ordinary", False),
                tuple(entry.get("spelled", ())),
            )
            self._cues.extend(Cue(word, "official.honorific", value, "name") for word in entry["words"])
        letters = _Honorific("abbreviation", frozenset(), frozenset())
        self._cues.extend(
            Cue(word, "official.honorific", letters, "name") for word in data["honorific_abbreviations"]["words"]
        )

    def cues(self) -> Iterable[Cue]:
        """Title heads and honorifics."""
        return self._cues

    def __call__(self, article: ScannedArticle, found: Found) -> list[Draft]:
        """The officials of one article."""
        titles, honorifics = article.hits("official.title"), article.hits("official.honorific")
        if not titles and not honorifics:
            return []
        return _Reader(article, found, titles, honorifics, self._words, self._name_words).read()


class _Reader:
    """The reading of one article."""

    def __init__(
        self,
        article: ScannedArticle,
        found: Found,
        titles: list[Hit],
        honorifics: list[Hit],
        words: TitleWords,
        names: NameWords,
    ) -> None:
        tokens = article.words
        self._article = article
        self._forms, self._classes = tokens.forms, tokens.classes
        self._starts, self._ends = tokens.starts, tokens.ends
        self._words = words
        self._size = len(tokens)
        self._honorifics: dict[int, tuple[int, Hit]] = {}
        self._ranks: dict[int, tuple[int, Hit]] = {}  # without article
        for index, end, hit in locate(article, honorifics):
            value: _Honorific = hit[3]
            if value.kind == "indefinite" and not hit[4]:
                self._ranks[index] = (end, hit)
            if value.kind == "plural" and index and self._forms[index - 1].endswith("مجلس"):
                continue  # مجلس الشيوخ
            known = self._honorifics.get(index)
            if (known is None or known[1][1] < hit[1]) and (value.plain or self._is_honorific(hit, index, end)):
                self._honorifics[index] = (end, hit)
        heads = find_heads(article, titles, words)
        self._names = NameGrammar(article, names, heads.keys() | self._honorifics.keys(), self._honorifics.keys())
        self._titles = TitleGrammar(article, found, heads, self._honorifics, self._names, words)
        self._given: set[str] = set()  # the first words of longer names
        self._asked = 0  # how often a form's other positions were asked for
        # The positions of each form that stands after a given name, made when they are needed.
        self._after_given: dict[str, list[int]] | None = None
        self._drafts: list[Draft] = []
        self._unheld = 0  # index after the last title that nobody holds
        self._done = 0  # index of the first token that no record has used

    def _is_honorific(self, hit: Hit, first: int, end: int) -> bool:
        """Whether the words around a cue allow that it is an honorific."""
        value: _Honorific = hit.value
        if value.kind == "abbreviation":
            stop = self._peek(end)
            glued = stop in (".", "/") and self._ends[end - 1] == self._starts[end]
            initials = len(self._peek(end + 1)) == 1 and self._peek(end + 1) not in ("د", "م")  # أ.ف.ب
            return glued and not initials and not (hit.start and self._article.text[hit.start - 1].isdigit())
        if value.kind == "indefinite":
            return first > 0 and self._forms[first - 1] == "برتبه"
        if value.spelled and not any(spelling in self._written(hit.start, hit.end) for spelling in value.spelled):
            return False
        return not value.before or self._peek(end) in value.before

    def _written(self, start: int, end: int) -> str:
        """What the article itself writes in a part of the view."""
        view = self._article.view
        first, last = view.span(start, end)
        return view.original[first:last]

    def read(self) -> list[Draft]:
        for index in sorted(self._titles.heads.keys() | self._honorifics.keys()):
            # A title inside one that nobody holds has no holder either.
            if index >= self._done and (index >= self._unheld or index in self._honorifics):
                self._read_at(index)
        self._titles.close()
        return self._drafts

    # --- one cue -----------------------------------------------------------------------------------

    def _read_at(self, index: int) -> None:
        if index and self._forms[index - 1] in LINEAGE and not self._is_child_of(index):
            return
        if self._is_inside_name(index):
            return
        noun = index - 2 if self._peek(index - 1) == '"' else index - 1
        if noun >= 0 and self._forms[noun] in self._words.named_after and self._may_name_a_body(index):
            self._skip_named_body(index)
            return
        if self._is_plural(index) and (self._read_list(index) or index not in self._honorifics):
            return
        if self._is_dual_construct(index) and self._read_list(index):
            return
        if self._forms[index - 1] == "برتبه" and self._read_rank(index):
            return
        run = self._run(index)
        name = self._name_after(run, index) if run.titles or run.honorifics else None
        if name is not None:
            if self._read_nested(run, name, index):
                return
            # قال سالي كاهل، رئيسة سياسة سلامة الأطفال
            weak = name.words == 1 or name.known < name.words
            if weak and self._is_said_by(index) and self._read_backwards(index):
                return
            # Of titles after a name and before another the first belong to the first.
            if not (self._is_between_names(run, index) and self._read_backwards(index)):
                self._complete(run, name, index)
            return
        if index in self._titles.heads and self._is_title(index) and not self._read_backwards(index) and run.titles:
            self._unheld = run.titles[0].last

    def _is_said_by(self, index: int) -> bool:
        """Whether nothing but a name stands between a verb of saying and the title at `index`."""
        before = self._before_separator(index) if index else 0
        return self._names.subject(before, self._done) is not None

    def _read_nested(self, run: _Run, name: Name, index: int) -> bool:
        """`فلان مستشار الرئيس فلان`: between two names the outer title is the first's, the ruler's the second's."""
        if len(run.titles) != 1 or run.honorifics or not index:
            return False
        outer = run.titles[0]
        first = self._served_office(outer)
        if not first:
            return False
        title = self._titles.parse(first, before_name=True)
        holder = self._names.before(index, self._done)
        if title is None or title.last != outer.last or holder is None or holder.words < 2 or holder.known < 2:
            return False
        self._emit(holder, [outer], None, "after_name")
        self._emit(name, [title], None, "before_name")
        self._done = name.last
        return True

    def _served_office(self, outer: TitlePhrase) -> int:
        """Index of the head of the office that a title's holder serves (`مدير مكتب زعيم الحزب`), 0 where none is."""
        staff = self._forms[outer.first] in _STAFFS or outer.form.role in _SERVANTS
        first = outer.first + (self._forms[outer.first] == "باسم" or self._forms[outer.first] in _STAFFS)
        inner = self._titles.heads.get(first)
        if inner is None or inner.hit.value.number != "singular" or inner.hit.proclitic not in ("", "ل"):
            return 0
        sovereign = inner.hit.article and inner.hit.value.role in _SOVEREIGN
        return first if sovereign or staff else 0

    def _is_inside_name(self, index: int) -> bool:
        """Whether an honorific is a part of a name that no title has (`عبد الرحمن الحاج صالح`)."""
        if index <= self._done or self._forms[index] not in _IN_NAMES or index in self._titles.heads:
            return False
        given = self._classes[index - 1] & _CLOSED == GIVEN
        if not given and (index < 2 or self._forms[index - 2] != "عبد"):
            return False
        return index - 1 not in self._titles.heads and index - 1 not in self._honorifics

    def _is_child_of(self, index: int) -> bool:
        """Whether `ابن` before the honorific is the noun (`قال ابن الشيخ فلان`) and no part of a name."""
        if self._forms[index - 1] != "ابن" or index not in self._honorifics:
            return False
        return index == 1 or not self._classes[index - 2] & (KNOWN | DEFINITE)

    def _is_title(self, index: int) -> bool:
        """Whether the head at `index` is a title after a name."""
        title = self._titles.parse(index, before_name=True)
        return title is not None and (title.complete or self._is_predicate(title))

    def _is_predicate(self, title: TitlePhrase) -> bool:
        """Whether the title says what somebody becomes (`رئيسا`, after a word of appointing `رئيسة` too)."""
        if title.form.state == "predicate":
            return True
        head = self._titles.heads[title.index].hit
        if head.article or head.proclitic or title.definite or self._forms[title.first - 1][-1] != "ه":
            return False
        return not self._words.appointing.isdisjoint(self._forms[max(0, title.index - _NEAR) : title.index])

    def _is_between_names(self, run: _Run, index: int) -> bool:
        """Whether the run's first title may be another's, as a comma says (`فلان مدير كذا، اللواء فلان`)."""
        if not index or not run.titles:
            return False
        if self._forms[index - 1] in _SEPARATORS:
            return len(run.titles) > 1
        first = run.titles[0]
        return self._peek(first.last) == "," and first.last < run.end and self._follows_name(index)

    def _read_rank(self, index: int) -> bool:
        """`برتبة مقدم، يُدعى فلان`: the name stands a few words after its rank."""
        run = self._run(index)
        position = run.end
        while position < min(self._size, run.end + 3) and self._forms[position] in _NAMING:
            position += 1
        name = self._names.after(position)
        if not run.honorifics or name is None or not name.known:
            return False
        self._emit(name, [], self._honorific_text(run), "rank")
        self._done = name.last
        return True

    def _is_plural(self, index: int) -> bool:
        head = self._titles.heads.get(index)
        if head is not None:
            return bool(head.hit.value.number != "singular")
        return bool(self._honorifics[index][1].value.kind == "plural")

    def _is_dual_construct(self, index: int) -> bool:
        """Whether a form like `رئيسا` is the dual before its complement (`نائبا رئيس اللجنة: فلان وفلان`)."""
        head = self._titles.heads.get(index)
        if head is None or head.hit.value.state != "predicate" or head.last >= self._size:
            return False
        definite = self._classes[head.last] & (DEFINITE | CLITIC) == DEFINITE
        if not definite and ":" not in self._forms[head.last : head.last + _NEAR]:
            return False
        return "\u064b" not in self._written(head.hit.start, head.hit.end)

    def _may_name_a_body(self, index: int) -> bool:
        """Whether bodies are called after people with this honorific or title (`جامعة الملك سعود`)."""
        head = self._titles.heads.get(index)
        if head is None:
            return True
        return head.hit.value.role in _EPONYMS and bool(head.hit.article or self._forms[head.last - 1][:2] == "ال")

    def _skip_named_body(self, index: int) -> None:
        run = self._run(index)
        name = self._names.after(run.end)
        if name is not None and name.known:
            self._done = name.last

    def _run(self, index: int) -> _Run:
        run = _Run(index)
        heads, honorifics = self._titles.heads, self._honorifics
        for _ in range(_LONGEST_RUN):
            position = run.end
            if position >= self._size:
                break
            first = position == index
            if not first:
                form = self._forms[position]
                if form == "," and run.last:
                    position += 1
                    if not self._continues(position, run):
                        break
                elif form == '"' and position + 1 in honorifics:
                    position += 1
            is_head, is_honorific = position in heads, position in honorifics
            if is_head and is_honorific:
                title = self._titles.parse(position, before_name=True)
                longer = title is not None and title.complemented and title.last > honorifics[position][0]
                if longer and self._take_title(position, run, first=first):
                    continue
            if is_honorific and self._take_honorific(position, run, first=first):
                continue
            if is_head and self._take_title(position, run, first=first):
                continue
            end = self._after_between(position, run, index) if position == run.end and run.last else 0
            if not end:
                break
            run.end = end
        return run

    def _after_between(self, position: int, run: _Run, index: int) -> int:
        """Index after words between a run's titles or honorifics and what goes on with them, 0 where none stand."""
        form = self._forms[position]
        if form in self._words.occupations:
            return self._after_occupation(position)
        if run.last != "title":
            return self._after_description(position, run)
        if position in self._ranks:
            return self._after_rank(position, run)
        if form in self._words.bridging or self._classes[position] & _BRIDGING:
            return self._after_gap(position, run, index)
        return 0

    def _after_occupation(self, position: int) -> int:
        """Index after an occupation that is no office, and its adjective (`الفنانة التشكيلية`), 0 where none stands."""
        if self._forms[position] not in self._words.occupations:
            return 0
        end = position + 1
        if end < self._size and self._classes[end] & _DESCRIBED == _DEFINITE_ADJECTIVE:
            end += 1
        return end

    def _after_description(self, position: int, run: _Run) -> int:
        """Index after an adjective between honorific and name (`العقيد المنشق سالم العلي`), 0 where none stands."""
        following = position + 1
        if run.last == "rank" and self._peek(following) == "," and self._is_nationality(position):
            name = self._names.after(following + 1)  # العقيد الليبي، فلان،
            return following + 1 if name is not None and name.known > 1 and self._ends_apposition(name) else 0
        if run.last not in ("person", "rank"):
            return 0
        if self._classes[position] & _DESCRIBED != _DEFINITE_ADJECTIVE:
            return following if self._is_nationality(position) and self._is_given_and_family(following) else 0
        if following in self._honorifics:
            return 0 if self._honorifics[following][1].proclitic else following
        name = self._names.after(following)
        return following if name is not None and name.last - name.first > 1 and name.known else 0

    def _is_given_and_family(self, position: int) -> bool:
        """Whether a name of two words stands here that a given name begins (`الأمير الجزائري عبد القادر بن فلان`)."""
        name = self._names.after(position)
        given = GIVEN | _ORDINARY
        return (
            name is not None
            and name.words > 1
            and (self._classes[position] & given == GIVEN or self._forms[position] == "عبد")
            and not self._names.is_compound(position)
        )

    def _after_rank(self, position: int, run: _Run) -> int:
        """Index after a rank without article between title and name (`المتحدث باسم كذا عقيد فلان`), else 0."""
        if self._classes[position] & GIVEN:
            return 0
        end, hit = self._ranks[position]
        name = self._names.after(end)
        if name is None or name.words < 2 or name.known < 2:
            return 0
        run.honorifics.append((hit.start, self._ends[end - 1], ""))
        run.last = "rank"
        return end

    def _after_gap(self, position: int, run: _Run, index: int) -> int:
        """Index of the name or honorific after words that belong to neither title nor name, 0 where none stands.

        Such are an acronym in brackets (`الاتحاد الدولي (فيفا) فلان`), `آنذاك`, and what sets a name off: a colon, a
        slash, `وهو`.
        """
        slash = self._forms[position] == "/"
        if not (run.titles[-1].complemented or slash) or run.titles[-1].form.state == "predicate":
            return 0
        form = self._forms[position]
        between = position + (form == ",")
        step = self._titles.between_at(between) if between < self._size else 0
        if step:
            end = between + step
            end += self._peek(end) in self._words.former
            end += self._peek(end) == ","
        elif form == "(":
            end = self._after_gloss(position)
        elif form in (":", "/", "-"):
            end = position + 1
        elif self._classes[position] & LATIN:
            end = self._after_acronym(position)
        else:
            end = self._titles.attached(position, run.titles[-1])
            if end:
                run.titles[-1] = replace(run.titles[-1], last=end)
            return end
        if not end or end == position or self._follows_name(index):
            return 0
        if end in self._honorifics:
            return 0 if self._honorifics[end][1].proclitic or form == ":" else end
        name = self._names.after(end)
        if name is None or name.words < 2 or not name.known:
            return 0
        ordinary = self._classes[end] & _ORDINARY and not self._classes[end] & GIVEN
        if name.known < name.words and (form in ":/-" or ordinary):
            return 0
        return end if form not in ":-" or self._ends_apposition(name) else 0

    def _after_acronym(self, position: int) -> int:
        """Index after an acronym in Latin letters and a comma (`وكالة الاستخبارات CIA، فلان`)."""
        end = position
        while end < min(self._size, position + 3) and self._classes[end] & _LATIN_OR_NUMBER:
            end += 1
        return end + (self._peek(end) == ",")

    def _after_gloss(self, position: int) -> int:
        """Index after a short bracket that holds no name, 0 where none stands."""
        for end in range(position + 2, min(self._size, position + 6)):
            if self._forms[end] == ")":
                name = self._names.after(position + 1)
                whole = name is not None and name.last == end and name.known > 1
                return position + 1 if whole else end + 1
        return 0

    def _continues(self, position: int, run: _Run) -> bool:
        """Whether after a comma the run goes on: titles after titles, honorifics after both."""
        if position in self._honorifics:
            return not self._honorifics[position][1].proclitic
        head = self._titles.heads.get(position)
        return head is not None and run.last == "title"

    def _take_honorific(self, position: int, run: _Run, *, first: bool) -> bool:
        end, hit = self._honorifics[position]
        value: _Honorific = hit.value
        if hit.proclitic and not first:
            return False
        if value.ordinary and position and value.is_ordinary(self._peek(end)) and self._is_open_noun(position - 1):
            return False
        if value.kind == "abbreviation":
            end += 1
        while end < self._size and self._forms[end] in value.modifiers:
            end += 1
        following = self._peek(end)
        if following == "(" and self._peek(end + 1) in value.modifiers and self._peek(end + 2) == ")":
            end += 3
            following = self._peek(end)
        if following in ("ولد", "بنت") and not self._is_born_of(position, end):
            return False
        run.honorifics.append((hit.start, self._ends[end - 1], hit.article))
        slash = following == "/" and value.kind in ("person", "rank") and self._names.after(end + 1) is not None
        run.end, run.last = end + slash, "weak" if value.ordinary else value.kind
        return True

    def _is_born_of(self, position: int, end: int) -> bool:
        """Whether `ولد` after an honorific begins a name (`الجنرال ولد عبد العزيز`), and is no verb."""
        after_name = position > 0 and bool(self._classes[position - 1] & KNOWN)
        if after_name or not self._forms[position].startswith("ال"):
            return False  # محمد السيد ولد أحمد، مولاي ولد أحمد
        return end + 1 < self._size and bool(self._classes[end + 1] & _NAMED)

    def _is_given_name(self, position: int, hit: Hit) -> bool:
        """`الملازم أمين حداد`: after an honorific, a head that is a given name before another name."""
        if hit.article or not self._classes[position] & GIVEN:
            return False
        return position + 1 < self._size and bool(self._classes[position + 1] & KNOWN)

    def _peek(self, position: int) -> str:
        return self._forms[position] if position < self._size else ""

    def _is_open_noun(self, position: int) -> bool:
        """Whether the token is an indefinite noun, which what follows completes."""
        classes = self._classes[position]
        if position in self._titles.heads:
            return not self._titles.heads[position].hit.article
        return bool(classes & NOUN) and not classes & _CLOSED

    def _is_construct(self, position: int) -> bool:
        """Whether the token is a noun without article, so that what follows belongs to it (`بمجلس النواب`)."""
        return self._classes[position] & _CONSTRUCT == NOUN

    def _take_title(self, position: int, run: _Run, *, first: bool) -> bool:
        head = self._titles.heads[position]
        if not first:
            proclitic = head.hit.proclitic
            if proclitic and (proclitic != "و" or run.last != "title" or not run.titles[-1].complete):
                return False
            if run.last != "title" and self._is_given_name(position, head.hit):
                return False
        sovereign = head.hit.article and head.hit.value.role in _SOVEREIGN
        if run.last == "title" and position == run.end and sovereign and self._peek(head.last) not in _CORPORATE:
            return False
        title = self._titles.parse(position, before_name=True)
        if title is None or title.form.number != "singular":
            return False
        if not title.complete and not (run.last == "style" and title.definite):
            return False  # معالي الأمين فلان
        if title.inner and self._peek(title.last) != ",":
            return False  # متحدث باسم الوزير فلان: the name is the minister's
        run.titles.append(title)
        run.end, run.last = title.last, "title"
        return True

    # --- the name ----------------------------------------------------------------------------------

    def _name_after(self, run: _Run, index: int) -> Name | None:
        position = run.end
        if position >= self._size:
            return None
        quoted = self._forms[position] == '"'
        name = self._names.after(position + quoted, run=None if self._is_sovereign(run) else index)
        if name is None and run.last in ("person", "rank", "abbreviation"):
            name = self._repeated_surname(position)
            if name is None and self._forms[position] in self._given and self._is_sovereign(run):
                return Name(position, position + 1, 1, 1, False)  # الأميرة عادلة في
        elif run.last == "title" and self._is_of_another(position - 1):
            return None
        if name is not None:
            if quoted and (name.last >= self._size or self._forms[name.last] != '"'):
                return None
            return name if self._is_name_here(name, run) else None
        if run.last == "title" and run.titles[-1].complemented:
            name = self._names.after_participle(position + (self._forms[position] == ","))
            if name is not None and self._ends_apposition(name) and not self._follows_name(index):
                return name
        if self._forms[position] in ",;" and run.last == "title" and run.titles[-1].complete:
            quoted_name = self._quoted_apposition(position + 1)
            if quoted_name is not None:
                return None if self._follows_name(index) else quoted_name
            return self._apposed_name(position + 1, index) if self._forms[position] == "," else None
        return None

    def _quoted_apposition(self, position: int) -> Name | None:
        """`رئيس الاتحاد، الكويتي "فلان"`: the name in quotation marks behind a comma and a nationality."""
        if position + 1 >= self._size:
            return None
        unknown = self._classes[position] == DEFINITE and self._forms[position][-1] == "ي"
        position += unknown or self._is_nationality(position)
        if self._peek(position) != '"':
            return None
        name = self._names.after(position + 1)
        closed = name is not None and self._peek(name.last) == '"'
        return name if name is not None and closed and name.words > 1 and name.words <= 4 else None

    def _is_called_after(self, position: int) -> bool:
        """Whether a place's noun that a preposition brings stands here (`المتحدث للصحافة بمطار فلان`)."""
        form = self._forms[position]
        return form[0] in "بل" and form in self._words.named_after and bool(self._classes[position] & PREPOSED)

    def _is_of_another(self, position: int) -> bool:
        """Whether the name after a title's last word is a place's, or the one's whom the holder serves."""
        return self._is_rule(position) or self._is_called_after(position) or self._is_served(position)

    def _is_rule(self, position: int) -> bool:
        """Whether the name after the token is the ruler's (`وزير النقل في حكومة فلان`)."""
        return self._forms[position] in _RULES and self._forms[position - 1] == "في"

    def _is_served(self, position: int) -> bool:
        """Whether the name after an occupation here is of the one whom a holder serves (`مدير أعمال الفنان فلان`)."""
        return self._forms[position] in self._words.occupations and self._forms[position - 1] in _AFFAIRS

    def _repeated_surname(self, position: int) -> Name | None:
        """`المهندس الركبان` after `سالم الركبان`: a definite ordinary word that the article has as a family name."""
        if self._classes[position] & _DESCRIBED & ~_DEFINITE_ADJECTIVE or position in self._titles.heads:
            return None
        name = Name(position, position + 1, 1, 0, True)
        definite = self._classes[position] & _NATIONAL == DEFINITE
        return name if definite and position not in self._honorifics and self._is_surname(name) else None

    def _apposed_name(self, position: int, index: int) -> Name | None:
        """The name after a title and a comma, behind an occupation or nationality that is no part of it."""
        if position < self._size:
            national = self._is_nationality(position)
            halved = national and self._peek(position + 1) in _HALVES  # الكوري الجنوبي
            position = self._after_occupation(position) or position + national + halved
        name = self._names.after(position)
        if name is None or name.words < 2 or not (name.known or self._is_foreign_apposition(name)):
            name = self._name_between_marks(position)
        if name is None:
            return None
        known = name.known > 1 or (name.words == 2 and name.known == 1)
        subject = index > 0 and bool(self._classes[index - 1] & VERB) and known
        if not (subject or self._ends_apposition(name)):
            return None
        return None if self._follows_name(index) and not self._ends_chain(name, index) else name

    def _name_between_marks(self, position: int) -> Name | None:
        """`رئيس المكتب، سالي كاهل، في`: two or three words between commas that only a name can be."""
        last = next((end for end in (position + 2, position + 3) if self._peek(end) in (",", ".")), 0)
        return self._names.bounded(position, last) if last else None

    def _ends_chain(self, name: Name, index: int) -> bool:
        """Whether a title that `و` joins to another's brings its own holder (`، ورئيس كذا، فلان.`)."""
        joined = index in self._titles.heads and self._titles.heads[index].hit.proclitic == "و"
        return joined and self._forms[index - 1] == "," and (name.last >= self._size or self._forms[name.last] in ".\n")

    def _is_foreign_apposition(self, name: Name) -> bool:
        """Whether two or three words that the lexicon does not know stand before a comma or full stop."""
        ends = name.last >= self._size or self._forms[name.last] in ",.\n-"
        unknown = (0, DEFINITE)
        return ends and name.words <= 3 and all(self._classes[i] in unknown for i in range(name.first, name.last))

    def _is_nationality(self, position: int) -> bool:
        """`قائد الفريق، الأرجنتيني فلان`: a nationality between comma and name."""
        national = self._classes[position] & _NATIONAL == _NATIONAL
        return national and not self._names.is_compound(position + 1)

    def _is_sovereign(self, run: _Run) -> bool:
        """Whether news calls the holders of what stands before the name by their given names (`الملك سلمان`)."""
        form = self._forms[run.end - 1]
        return form in _MONONYMOUS or form[1:] in _AFTER_LETTER or (form[0] == "و" and form[1:] in _MONONYMOUS)

    def _follows_name(self, index: int) -> bool:
        """Whether the titles stand after a name, to which they belong."""
        if index == 0:
            return False
        before = index - (self._forms[index - 1] in _SEPARATORS)
        joined = index in self._titles.heads and self._titles.heads[index].hit.proclitic not in ("", "ك")
        if before == self._done and self._drafts and self._done:
            if before == index and self._is_sovereign_head(index):
                return False  # استقبل الملك فلان الرئيس كذا، فلان
            # In a chain of title and name the next title begins another's (`مدير كذا، فلان، ومدير كذا، فلان`).
            return not joined or self._starts[self._done - 1] > self._drafts[-1].end
        if joined:
            return False
        name = self._names.before(before, self._done)
        return name is not None and name.words >= 2 and name.known > 0

    def _is_sovereign_head(self, index: int) -> bool:
        head = self._titles.heads.get(index)
        return head is not None and bool(head.hit.article) and head.hit.value.role in _SOVEREIGN

    def _ends_apposition(self, name: Name) -> bool:
        return name.last >= self._size or bool(
            self._classes[name.last] & (_BOUNDARY | CLITIC) or self._forms[name.last] in ",.)\n;-"
        )

    def _is_name_here(self, name: Name, run: _Run) -> bool:
        if run.last == "weak" and name.words > 1 and self._is_nationality(name.first):
            return False  # لمصلحة الفريق التونسي نادر فلان
        if run.last == "weak" and name.words == 1 and (name.definite or not name.known):
            return not self._classes[name.first] & _ADJECTIVAL and self._is_surname(name)
        if run.last in ("style", "weak"):
            return name.known > 0 and (
                name.words > 1 or not name.definite or (run.last == "style" and self._is_family_name(name))
            )
        if run.last in ("person", "rank", "abbreviation", "indefinite"):
            if run.last == "indefinite" and self._forms[name.first][0] == "و" and not self._classes[name.first]:
                return False  # برتبة عريف ومؤديا
            return not name.definite or self._is_family_name(name) or self._is_nisba_alone(name)
        if run.last == "plural":
            return False
        title = run.titles[-1]
        first = self._forms[name.first]
        if self._names_place(name):
            return False  # الأكاديمية الجهوية الدار البيضاء-سطات، مسرح بنسليمان
        if not (title.complete or run.honorifics) or first in title.form.prepositions:
            return False
        inflected = first.endswith(("ه", "ها", "هم", "ون", "ين", "ات"))  # قائد القارب ومساعدوه
        if first.startswith("و") and not self._classes[name.first] and (inflected or title.form.state == "possessed"):
            return False
        if name.words == 1 and self._is_construct_chain(name.first) and title.form.role not in _EPONYMS:
            return False  # منح الرئيس وسام حماية الوطن
        if name.definite:
            if title.form.role in _DYNASTIC and not self._classes[name.first] & GIVEN:
                return False  # السلطان العثماني
            if title.complemented and self._forms[name.first].endswith("ه"):
                return self._is_surname(name)
            return self._is_family_name(name)
        if name.words == 1 and not name.known:
            bare = title.definite and not title.complemented
            alone = title.form.surname or self._is_of_country(title)
            return bare or self._is_surname(name) or (alone and self._is_foreign_alone(name))
        return True

    def _names_place(self, name: Name) -> bool:
        """Whether the words are a place's name, or the beginning of a longer one (`إسلام` in `إسلام آباد`)."""
        length = self._titles.place_at(name.first)
        if length > name.last - name.first:
            return True
        classes = self._classes[name.first]
        if classes & GIVEN or self._forms[name.first] in self._names.syllables:
            return False
        alone = name.words == 1 and classes & self._words.place and not classes & KNOWN
        return length > 1 or bool(alone)

    def _is_construct_chain(self, position: int) -> bool:
        """Whether the word is a noun that two more complete, none of which need be a name."""
        construct = _CONSTRUCT | KNOWN | CLITIC
        if position + 2 >= self._size or not self._classes[position] & NOUN:
            return False
        definite = NOUN | DEFINITE
        return (
            self._classes[position + 1] & construct == NOUN
            and self._classes[position + 2] & construct == definite
            and position + 1 not in self._titles.heads
        )

    def _is_of_country(self, title: TitlePhrase) -> bool:
        """`المدرب اليوناني`: a title with the article and a nationality alone."""
        head = self._titles.heads[title.index]
        return bool(head.hit.article) and title.last == head.last + 1 and self._is_nationality(head.last)

    def _is_foreign_alone(self, name: Name) -> bool:
        """Whether one word that the lexicon does not know ends the phrase and looks like no verb or Arabic noun."""
        form = self._forms[name.first]
        if self._classes[name.first] or form[0] in _INFLECTING or form[-1] == "ه" or form.endswith("ات"):
            return False
        return name.last < self._size and bool(self._classes[name.last] & DEFINITE or self._ends_apposition(name))

    def _is_family_name(self, name: Name) -> bool:
        """Whether one word with the article is a family name rather than an adjective."""
        classes = self._classes[name.first]
        if classes & KNOWN and not classes & _ADJECTIVAL:
            return True
        return self._is_surname(name)

    def _is_nisba_alone(self, name: Name) -> bool:
        """`الدكتور العبدلي أن`: an unknown word in ـي that ends the phrase is the holder's family name."""
        if self._classes[name.first] & _KNOWN_WORD or self._forms[name.first][-1] != "ي":
            return False
        return self._ends_apposition(name) or bool(self._classes[name.last] & DEFINITE)

    def _is_surname(self, name: Name) -> bool:
        """Whether the word stands elsewhere in the article after a given name."""
        form = self._forms[name.first]
        self._asked += 1
        if self._asked < _FEW_QUESTIONS and self._forms.count(form) == 1:
            return False
        if self._after_given is None:
            self._after_given = {}
            for position in range(1, self._size):
                if self._classes[position - 1] & GIVEN:
                    self._after_given.setdefault(self._forms[position], []).append(position)
        positions = self._after_given.get(form)
        return positions is not None and (len(positions) > 1 or positions[0] != name.first)

    def _complete(self, run: _Run, name: Name, index: int) -> None:
        post, end = self._titles_after(name.last)
        predicate = bool(post) and post[0].form.state == "predicate"  # عين الوزير فلان رئيسا
        if post and not (run.honorifics or predicate) and self._is_object(index, name):
            post, end = [], name.last
        elif post and run.honorifics and len(run.titles) == 1 and self._is_met(index, run):
            run.titles.clear()
        if post and run.titles and self._is_next_ones(name.last, end):
            post, end = [], name.last
        self._emit(name, [*run.titles, *post], self._honorific_text(run), "before_name")
        self._done = end

    def _is_next_ones(self, position: int, end: int) -> bool:
        """Whether titles between commas are those of the next holder (`الرئيس فلان، حاكم دبي، الشيخ فلان`)."""
        if self._forms[position] != "," or self._peek(end) != "," or end + 1 not in self._honorifics:
            return False
        after, hit = self._honorifics[end + 1]
        name = None if hit.proclitic else self._names.after(after)
        return name is not None and name.words > 1 and name.known > 0 and self._ends_apposition(name)

    def _is_object(self, index: int, name: Name) -> bool:
        """Whether the title after a name is another person's (`استقبل الرئيس عباس رئيس الحكومة`): a verb's object."""
        meets = index > 0 and self._forms[index - 1] in self._words.meeting_verbs
        return meets and name.words <= 2 and self._peek(name.last) not in _SEPARATORS

    def _is_met(self, index: int, run: _Run) -> bool:
        """Whether an office is the subject, the person the object (`كلف رئيس الوزراء اللواء فلان، رئيس الجهاز`)."""
        meets = index > 0 and self._forms[index - 1] in self._words.meeting_verbs
        return meets and run.honorifics[0][0] > run.titles[0].start

    # --- titles after a name -----------------------------------------------------------------------

    def _titles_after(self, position: int) -> tuple[list[TitlePhrase], int]:
        titles: list[TitlePhrase] = []
        end = position
        while len(titles) < _MOST_TITLES:
            # A semicolon may set the first title off (`فلان؛ رئيس اللجنة، أن`); in a list it ends an entry.
            semicolon = end == position and self._peek(end) == ";"
            start = self._after_semicolon(end) if semicolon else self._after_separator(end)
            if start is None:
                break
            title = self._own_title(start, bool(titles) or self._forms[start - 1] in self._words.occupations)
            if title is None or (self._forms[start - 1] == "," and self._is_another_minister(title, titles)):
                break
            titles.append(title)
            end = title.last
            if end < self._size and self._forms[end] == ")":
                end += 1
        return titles, end

    @staticmethod
    def _is_another_minister(title: TitlePhrase, titles: list[TitlePhrase]) -> bool:
        """Whether a list of offices goes on here (`فلان وزير العدل، وزير النقل، وزير الصحة`)."""
        return title.form.role == "وزير" and any(known.form.role == "وزير" for known in titles)

    def _after_separator(self, position: int) -> int | None:
        size = self._size
        if position < size and self._forms[position] not in _LEADING:
            return self._at_title(position)
        if position < size and self._forms[position] == '"':
            position += 3 if self._peek(position + 2) == '"' else 1  # a nickname, or the end of a quoted name
        if position < size and self._forms[position] == "(":
            position = self._after_dates(position)
        if position < size and self._forms[position] in _SEPARATORS:
            position += 1
            if self._peek(position) == "(" and self._forms[position - 1] == "-":
                position += 1
            elif self._peek(position) in _AGED:
                position = self._after_age(position)
        if position < size and self._forms[position] in _ASIDES:
            position += 1
        elif position + 2 < size and self._forms[position] in ("الذي", "التي") and self._forms[position + 2] == "منصب":
            position += 3
        elif position < size and self._forms[position] in _POST_OPENINGS:
            for opening in _POSTS_AFTER:
                if tuple(self._forms[position : position + len(opening)]) == opening:
                    position += len(opening)
                    break
        return self._at_title(position)

    def _after_semicolon(self, position: int) -> int | None:
        """Index of the title behind a semicolon, None where the titles there have a holder of their own."""
        start = self._at_title(position + 1)
        if start is None:
            return None
        run = self._run(start)
        return start if self._name_after(run, start) is None else None

    def _after_age(self, position: int) -> int:
        """Index after `البالغ من العمر 40 عاما،`, the same index where no comma ends it soon."""
        ends = range(position + 2, min(self._size, position + _NEAR))
        return next((end + 1 for end in ends if self._forms[end] == ","), position)

    def _at_title(self, position: int) -> int | None:
        """Index of the title here or behind an occupation that it is joined to, None where none stands."""
        if position in self._titles.heads:
            return position
        joined = position + 1 in self._titles.heads and self._is_joined_occupation(position)
        return position + 1 if joined else None

    def _is_joined_occupation(self, position: int) -> bool:
        """`فلان، الباحث والمنسق الوطني للجمعية`: an occupation that a title is joined to."""
        return (
            self._forms[position] in self._words.occupations
            and self._titles.heads[position + 1].hit.proclitic == "و"
            and (self._forms[position - 1] in _SEPARATORS or self._names.may_end(position - 1))
        )

    def _after_dates(self, position: int) -> int:
        """Index after a bracket of numbers or Latin letters (`(1934-2001)`), the same index where none stands."""
        for end in range(position + 1, min(self._size, position + 10)):
            if self._forms[position] != "(":
                break
            if self._forms[end] == ")":
                return end + 1 if end > position + 1 else position
            if not self._classes[end] & _FOREIGN:
                break
        return position

    def _before_separator(self, index: int) -> int:
        """Index after the name that may stand before the title at `index` and the words between."""
        if self._forms[index - 1] in _ASIDES:
            index -= 1
        elif self._forms[index - 1] == "منصب" and index >= 3 and self._forms[index - 3] in ("الذي", "التي"):
            index -= 3
        elif self._forms[index - 1] in _POST_ENDS:
            for opening in _POSTS:
                if tuple(self._forms[max(0, index - len(opening)) : index]) == opening:
                    index -= len(opening)
                    break
        index -= index > 0 and (self._forms[index - 1] in _SEPARATORS or self._forms[index - 1] == ";")
        if index > 3 and self._forms[index - 1] == '"' == self._forms[index - 3]:
            index -= 3 if self._classes[index - 4] & KNOWN else 0  # أحمد حسام «ميدو» المدير الفني
        if index and self._forms[index - 1] == ")":
            index = next((i for i in range(index - 2, max(0, index - 8), -1) if self._after_dates(i) == index), index)
        return index - (index > 0 and self._forms[index - 1] == '"')

    def _own_title(self, position: int, again: bool, depth: int = 0) -> TitlePhrase | None:
        """The title at `position` if it belongs to the name before it and not to one after it."""
        proclitic = self._titles.heads[position].hit.proclitic
        if proclitic not in ("", "ك") and not (proclitic == "و" and again):
            return None
        title = self._titles.parse(position, before_name=True)
        if title is None or title.form.number != "singular":
            return None
        if not (title.complemented and title.complete) and not self._is_predicate(title):
            return None
        joined = proclitic == "و" and self._forms[position - 1] in _SEPARATORS
        apart = self._forms[position - 1] not in _SEPARATORS and not again
        if (joined or apart) and self._is_before_name(title.last):
            return None
        if title.last < self._size:
            following = self._titles.heads.get(title.last)
            next_title = self._titles.parse(title.last, before_name=True) if following is not None else None
            adviser = next_title is not None and next_title.complemented  # المستشار الخاص لكذا
            if title.last in self._honorifics and not (adviser or self._honorifics[title.last][1].proclitic):
                following_run = self._run(title.last)
                if self._name_after(following_run, title.last) is not None:
                    return None
            if next_title is None or not next_title.complemented:
                name = self._names.after(title.last)
                run = _Run(title.last, [title], [], "title")
                if name is not None and (self._is_served(title.last - 1) or self._is_rule(title.last - 1)):
                    return replace(title, last=name.last)
                weak = name is not None and (name.words == 1 or name.known < name.words)
                said = weak and self._is_said_by(position)
                if name is not None and not said and self._is_name_here(name, run):
                    return None
            alone = following is not None and not following.hit.proclitic and depth < _MOST_TITLES
            if alone and self._own_title(title.last, True, depth + 1) is None:
                return None
        if title.last >= self._size or self._forms[title.last] in _ENDS:
            return title
        return self._titles.parse(position, before_name=False)

    def _is_before_name(self, position: int) -> bool:
        """Whether a name stands here between commas, to which a title before it belongs."""
        if self._peek(position) != ",":
            return False
        name = self._names.after(position + 1)
        if name is None or name.words < 2:
            return False
        return name.known > 0 and self._peek(name.last) == "," if name.known else self._is_foreign_apposition(name)

    def _read_backwards(self, index: int) -> bool:
        """Whether the title at `index` stands after its holder's name, which is then recorded."""
        if index == 0 or index not in self._titles.heads:
            return False
        joined = index > 1 and self._is_joined_occupation(index - 1)
        if not joined and self._titles.heads[index].hit.proclitic not in ("", "ك"):
            return False
        if self._forms[index - 1] == "\n":
            return self._read_signature(index)
        before = self._before_separator(index - joined)
        name = self._names.before(before, self._done)
        if name is None or name.words == 1:
            name = self._names.subject(before, self._done) or name
        head = self._titles.heads[index].hit
        predicate = head.value.state == "predicate" and not head.proclitic and not self._is_dual_construct(index)
        predicate = predicate and head.value.role != "متحدث"  # أصبح فلان رئيسا beside تابع فلان متحدثا عن
        if name is None or not self._is_name_before(name, before < index or predicate):
            return False
        titles, end = self._titles_after(before)
        appointed = self._forms[name.first - 1] in self._words.appointing and bool(titles) and titles[0].complemented
        if predicate and name.words == 1 and before == index and not appointed:
            return False  # كان فلان رئيسا
        if titles:
            self._emit(name, titles, None, "after_name")
            self._done = end
        return bool(titles)

    def _read_signature(self, index: int) -> bool:
        """A letter's end: the name is one line, its title the next."""
        name = self._names.before(index - 1, self._done)
        if name is None or name.known < 2 or (name.first and self._forms[name.first - 1] != "\n"):
            return False
        title = self._titles.parse(index, before_name=False)
        if title is None or (title.last < self._size and self._forms[title.last] != "\n"):
            return False
        self._emit(name, [title], None, "after_name")
        self._done = title.last
        return True

    def _is_name_before(self, name: Name, separated: bool) -> bool:
        if name.words == 1:
            if self._names.is_false_clitic(name.first):
                return False  # كريستوفر بايلي المصمم والرئيس
            if name.definite:
                office = name.first in self._titles.heads or name.first in self._honorifics
                quoted = self._peek(name.last) == '"'
                return separated and not (office or quoted) and self._is_family_name(name) and self._is_surname(name)
            return separated and (name.known > 0 or self._is_surname(name))
        return name.known > 0 or separated or self._begins_clause(name.first) or self._is_foreign(name)

    def _is_foreign(self, name: Name) -> bool:
        """Whether the name is two or three words that the lexicon does not know, after a definite noun."""
        if name.words > 3 or any(self._classes[index] for index in range(name.first, name.last)):
            return False
        return bool(self._classes[name.first - 1] & DEFINITE)

    def _begins_clause(self, position: int) -> bool:
        """Whether the words before a token show that a name of unknown words begins with it."""
        if position == 0 or self._classes[position] & CLITIC:
            return True
        if not self._classes[position] and self._forms[position].startswith("و"):
            return True
        before = self._classes[position - 1]
        return bool(before & _BOUNDARY)

    # --- lists under one title ---------------------------------------------------------------------

    def _read_list(self, index: int) -> bool:
        """Names under one plural heading, which belongs to each (`الوزيران فلان وفلان`، `الرفاق: فلان؛ فلان`)."""
        heading = _Run(index)
        head = self._titles.heads.get(index)
        listing = False
        if head is not None:
            # After a plural in the construct state names stand only behind an opening (`مستشاري الوزير، وهم`).
            construct = head.hit.value.number == "plural" and not self._titles.is_definite(head)
            listing = construct and self._may_enumerate(head.last)
            if construct and not listing and _OPENINGS.isdisjoint(self._forms[head.last : head.last + _FAR]):
                return False
            title = self._titles.parse(index, before_name=True)
            if title is None or not (title.form.nationality or title.complemented):
                return False  # الممثلين فلان وفلان are actors
            heading.titles.append(title)
            heading.end = title.last
        elif index not in self._honorifics or not self._take_honorific(index, heading, first=True):
            return False
        position, opened = self._list_opening(heading)
        dual = head is not None and head.hit.value.state == "predicate"  # عضوا الإدارة فلان وفلان
        listing = (listing or dual) and not opened and self._is_enumeration(heading, position)
        if position >= self._size or not (opened or listing or self._may_list(heading, position)):
            return False
        if dual and not (opened or listing):
            return False
        if not opened and (self._has_inner_title(heading) or (position > heading.end and not self._are_two(position))):
            return False
        first_name = self._names.after(position) if listing else None
        pair = first_name is not None and self._half(first_name) is not None
        heading.last = "list" if opened else "pair" if pair else ""
        if not opened and index and self._belongs(heading, index):
            return False
        members = 0
        while True:
            after = self._list_member(position, heading)
            if after is None:
                break
            members += 1
            position = after
        if members:
            self._done = self._share_title_after(position, self._drafts[-members:])
        return bool(members)

    def _share_title_after(self, position: int, members: list[Draft]) -> int:
        """`الرفيقين فلان وفلان نائبين للرئيس`: a dual or plural title after the list belongs to each."""
        head = self._titles.heads.get(position)
        if head is None or head.hit.proclitic or head.hit.article or head.hit.value.number == "singular":
            return position
        title = self._titles.parse(position, before_name=False)
        if title is None or not title.complemented:
            return position
        for draft in members:
            draft.fields["titles"].append(self._titles.draft(title))
        return title.last

    def _may_list(self, heading: _Run, position: int) -> bool:
        """Whether names may follow the heading without a colon or `وهم`."""
        if self._forms[position].startswith("و") and not self._classes[position] & KNOWN:
            return False
        return not heading.titles or heading.titles[0].definite or heading.titles[0].form.number == "dual"

    def _may_enumerate(self, position: int) -> bool:
        """Whether a name or honorific stands near after a plural in the construct state: a cheap look."""
        for near in range(position + 1, min(self._size, position + _NEAR)):
            if near in self._honorifics or self._classes[near] & GIVEN:
                return True
        return False

    def _is_enumeration(self, heading: _Run, position: int) -> bool:
        """Whether two names stand after a complete heading (`أعضاء المجلس الدكتور فلان، والدكتور فلان`)."""
        if not heading.titles[0].complemented or position != heading.end:
            return False
        first = position in self._honorifics
        while position in self._honorifics:
            position = self._honorifics[position][0]
        name = self._names.after(position)
        if name is None or name.words < 2:
            return False
        if heading.titles[0].form.number != "plural" and self._half(name) is not None:
            return True
        if not name.known:
            return False
        second = name.last + (self._peek(name.last) == ",")
        if self._peek(second)[:1] != "و":
            return False
        if first:
            return second in self._honorifics
        other = self._names.after(second, clitic=True)
        return other is not None and other.words > 1 and other.known > 0

    def _half(self, name: Name) -> Name | None:
        """The first of two foreign names that a `و` joins and the lexicon does not know, None where none is.

        Read as one name they are four or more words, of which a middle one begins with the letter.
        """
        for index in range(name.first + 2, name.last - 1):
            if self._forms[index][0] == "و" and not self._classes[index] and len(self._forms[index]) > 3:
                return Name(name.first, index, index - name.first, 0, False)
        return None

    def _has_inner_title(self, heading: _Run) -> bool:
        """Whether the name after the heading is that of a title inside it (`المتحدثين باسم رئيس الوزراء فلان`)."""
        if not heading.titles:
            return False
        title = heading.titles[0]
        return "باسم" in self._forms[title.first : title.last] and any(
            index in self._titles.heads for index in range(title.first, title.last)
        )

    def _belongs(self, heading: _Run, index: int) -> bool:
        """Whether the heading completes the noun before it (`مجلس الوزراء`); `نقيض الرئيسين فلان وفلان` names two."""
        before = index - 1
        if not self._is_construct(before) or before in self._honorifics or self._forms[before] in ("هم", "وهم"):
            return False
        if not heading.titles or not self._titles.heads[index].hit.article:
            return True
        adjectives = range(heading.titles[0].first, heading.end)
        return not self._forms[heading.titles[0].first - 1].endswith(("ين", "ان")) or any(
            self._classes[i] & _DESCRIBED != _DEFINITE_ADJECTIVE for i in adjectives
        )

    def _list_opening(self, heading: _Run) -> tuple[int, bool]:
        position, opened = heading.end, False
        if position < self._size and self._forms[position] == ",":
            position += 1
        for opener in _LIST_OPENERS:
            if tuple(self._forms[position : position + len(opener)]) == opener:
                position += len(opener)
                opened = True
        bracket = self._peek(position) == "(" and bool(heading.titles) and heading.titles[0].complemented
        if bracket and self._is_list_in_brackets(position + 1):
            return position + 1, True
        return position, opened

    def _is_list_in_brackets(self, position: int) -> bool:
        """`نواب الرئيس (فلان، فلان)`: a bracket that begins with a name and a comma, or holds a name alone."""
        name = self._names.after(position)
        if name is None or name.words < 2 or not name.known:
            return False
        return self._peek(name.last) == ")" or (
            self._peek(name.last) == "," and self._names.after(name.last + 1) is not None
        )

    def _are_two(self, position: int) -> bool:
        """Whether two names joined by `و` stand here (`الأمينين العامين للاتحاد، فلان وفلان`)."""
        name = self._names.after(position)
        if name is None or name.words < 2 or not name.known or self._peek(name.last)[:1] != "و":
            return False
        second = self._names.after(name.last, clitic=True)
        return second is not None and second.words > 1 and second.known > 0

    def _list_member(self, position: int, heading: _Run) -> int | None:
        """Index after the next member of a list, None where it ends."""
        size = self._size
        if position < size and self._forms[position] == "(":
            close = next((i for i in range(position, min(size, position + 12)) if self._forms[i] == ")"), None)
            position = position if close is None else close + 1
        while position < size and self._forms[position] in _LIST_SEPARATORS:
            position += 1
        if position in self._titles.heads and position not in self._honorifics:
            title = self._titles.parse(position, before_name=True)
            if title is not None and (title.complemented or (title.definite and title.form.use == "bare")):
                return None  # وهم: سفير تشاد فلان
        run = _Run(position)
        while run.end in self._honorifics and self._take_honorific(run.end, run, first=run.end == position):
            pass
        titled = run.honorifics or heading.last == "list"
        name = self._names.after(run.end, clitic=run.end == position, run=position if titled else None)
        honored = bool(run.honorifics or heading.honorifics)
        if name is not None and heading.last == "pair":
            half = self._half(name)
            if half is not None or not name.known:
                self._emit(half or name, heading.titles, None, "shared" if half is not None else "joined")
                return (half or name).last
        if name is None or not (name.known or honored) or (name.definite and not run.honorifics):
            return None
        if self._classes[name.first] & PREPOSED:
            return None
        if name.words == 1 and not honored and self._classes[name.first] & _ORDINARY:
            return None
        if name.words == 1 and not name.known and self._forms[name.first].endswith("ات"):
            return None  # وقدم السادة فلان، وفلان، شروحات
        post, end = self._titles_after(name.last)
        honorific = self._honorific_text(run) or self._honorific_text(heading)
        self._emit(name, [*heading.titles, *post], honorific, "shared")
        return end

    # --- output ------------------------------------------------------------------------------------

    def _emit(self, name: Name, titles: list[TitlePhrase], honorific: str | None, rule: str) -> None:
        start = self._starts[name.first]
        classes = self._classes[name.first]
        form = self._forms[name.first]
        syllable = form not in self._names.syllables and form[1:] in self._names.syllables
        syllable = syllable and not classes & KNOWN  # وسام
        if classes & CLITIC or (form[0] == "و" and (syllable or (rule in ("after_name", "joined") and not classes))):
            start += 1
        fields: dict[str, Any] = {"honorific": honorific, "titles": [self._titles.draft(title) for title in titles]}
        if name.words > 1 and not classes & CLITIC:
            self._given.add(form)
        self._drafts.append(Draft(start, self._ends[name.last - 1], f"officials.{rule}", fields))

    def _honorific_text(self, run: _Run) -> str | None:
        parts = []
        for start, end, article in run.honorifics:
            written = self._written(start, end)
            parts.append("ال" + written[1:] if article == "ل" and written.startswith("ل") else written)
        return " ".join(parts) or None
