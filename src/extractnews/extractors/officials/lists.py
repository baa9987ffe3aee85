"""Lists of names under one heading, a plural title or honorific that belongs to each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from extractnews.extractors.officials.holders import Holders
from extractnews.extractors.officials.records import OfficialRecords, Run
from extractnews.extractors.officials.runs import RunReader
from extractnews.extractors.officials.titles import LaterTitles
from extractnews.extractors.officials.words import (
    CONSTRUCT,
    DEFINITE_ADJECTIVE,
    DESCRIBED,
    NATIONAL,
    NEAR,
    NOUN_OR_VERB,
)
from extractnews.names.grammar import Name
from extractnews.titles.context import TitleContext
from extractnews.titles.grammar import TitleGrammar
from extractnews.titles.heads import Head, TitlePhrase, is_definite
from extractnews.titles.lexicon import MARK
from extractnews.words import CONJOINED, DEFINITE, FAMILY, FUNCTION, GIVEN, KNOWN, NOUN, PLACE, PREPOSED, VERB

_LIST_SEPARATORS: Final = frozenset(",;و") | {"وكذلك", "كذلك", "وايضا"}
# One word of each opener.
_OPENINGS: Final = frozenset((
    "وهم", "هم", "وهما", "هما", "كل", "بينهم", "منهم", "ومنهم", "مثل", ":", "(", "ابرزهم", "وابرزهم", "راسهم",
    "مقدمتهم", "ضمنهم",
))  # fmt: skip
_FAR: Final = 40
_LONGEST_OFFICE: Final = 16  # of a roll, in tokens
_FEWEST_OFFICES: Final = 2
_FULL: Final = 2  # words of a name
_LONGEST_FIELD: Final = 7  # of a minister, in tokens
_MINISTER: Final = "وزير"
_LONGEST_GAP: Final = 30  # between an entry and the next, in tokens
_MEMBER: Final = "عضو"
_SENTENCE_ENDS: Final = frozenset((".", "\n", ":"))
_LIST_OPENERS: Final = (
    ("وهم",), ("هم",), ("وهما",), ("هما",), ("كل", "من"), ("من", "بينهم"), ("ومن", "بينهم"), ("بينهم",), ("منهم",),
    ("ومنهم",), ("مثل",), (":",), ("ابرزهم",), ("من", "ابرزهم"), ("وابرزهم",), ("ومن", "ابرزهم"), ("علي", "راسهم"),
    ("وعلي", "راسهم"), ("في", "مقدمتهم"), ("وفي", "مقدمتهم"), ("من", "ضمنهم"), ("ومن", "ضمنهم"),
)  # fmt: skip


# Before a colon they announce the places themselves: رؤساء اللجان الشعبية للمقاطعات والمدن: كوانغ نينه، هاي فونغ.
_LEVELS: Final = frozenset(
    ("المقاطعات", "المحافظات", "المدن", "البلديات", "الولايات", "الاقاليم", "المناطق", "الدوائر")
)
_OF_SEVERAL: Final = ("ين", "ون", "ان", "جدد", "بارزه")
_AFTER_ITEM: Final = frozenset((",", "و", ".", "\n", ";"))
_FOLLOWING: Final = frozenset(("التاليه", "الاتيه"))
_LONGEST_PLACE: Final = 2
_MOST_ADJECTIVES: Final = 6


class _Holder(NamedTuple):
    """A name and the honorifics before it."""

    name: Name
    honorific: str | None


class _Share(NamedTuple):
    """A holder's own part of an office that several hold, [first, last) in tokens (`والخارجية`)."""

    first: int
    last: int
    holder: _Holder


class ListReader:
    """Reads lists (`الوزيران فلان وفلان`، `الرفاق: فلان؛ فلان`).

    Args:
        context: the article.
        titles: reads the headings and what follows a list.
        records: where the members go.
        runs: reads the honorifics before a member.
        holders: knows the names behind a member's own titles.
        later: reads the titles after a member.
    """

    def __init__(
        self,
        context: TitleContext,
        titles: TitleGrammar,
        records: OfficialRecords,
        runs: RunReader,
        holders: Holders,
        later: LaterTitles,
    ) -> None:
        self._tokens = context.tokens
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._titles, self._records, self._runs = titles, records, runs
        self._holders, self._later = holders, later
        self._fields = context.words.fields
        self._suspended: Run | None = None  # heading of the list whose next entry stands behind a clause
        self._next_start = 0  # of that entry

    def read(self, index: int) -> bool:
        """Whether names stand under the plural title or honorific at `index`, each of which is then recorded."""
        heading = Run(index)
        head = self._heads.get(index)
        if head is not None:
            if not self._take_title(index, heading):
                return False
        elif index not in self._honorifics or not self._runs.take_honorific(index, heading, first=True):
            return False
        else:
            head = self._heads.get(heading.end)  # السادة أعضاء المجلس فلان وفلان
            if head is not None and (head.hit.proclitic or head.hit.value.number == "singular"):
                head = None
            if head is not None and not self._take_title(heading.end, heading):
                return False
        if self._read_shares(heading):
            return True
        if head is not None:
            heading = self._double_heading(heading)
        position, opened = self._list_opening(heading)
        if position >= self._size:
            return False
        if self._lists_places(heading, position, opened=opened):
            return False
        if opened:
            heading.last = "list"
        else:
            listing = head is not None and self._may_enumerate(head) and self._is_enumeration(heading, position)
            if not self._is_unopened_list(index, heading, position, listing):
                return False
            first_name = self._names.after(position) if listing else None
            if first_name is not None and self._half(first_name) is not None:
                heading.last = "pair"
        return self._read_members(position, heading)

    def read_under_office(self, index: int) -> bool:
        """Whether ranked holders of one office stand behind its colon (`نائب الوزير: اللواء فلان؛ اللواء فلان`)."""
        head = self._heads[index]
        if head.hit.value.number != "singular" or ":" not in self._forms[head.last : head.last + _LONGEST_OFFICE]:
            return False
        title = self._titles.parse(index, before_name=True)
        if title is None or not title.complemented or self._tokens.peek(title.last) != ":":
            return False
        first = title.last + 1
        second = self._behind_semicolon(first)
        if not (second and self._is_ranked(first) and self._is_ranked(second)):
            return False
        return self._read_members(first, Run(title.last, [title], [], "list"))

    def _is_ranked(self, position: int) -> bool:
        """Whether a rank begins here."""
        honorific = self._honorifics.get(position)
        return honorific is not None and honorific.hit.value.kind == "rank"

    def resume(self, index: int) -> None:
        """Read on with a list behind a clause (`الرفاق: فلان، الذي ...؛ فلان`), where before `index`."""
        while self._suspended is not None and self._next_start <= index:
            heading, position, self._suspended = self._suspended, self._next_start, None
            if position >= self._records.done and not self._read_members(position, heading):
                self._suspend(position, heading)

    def _suspend(self, position: int, heading: Run) -> None:
        """Remember a list that ends before `position`, where another entry may stand behind the clause there."""
        start = self._behind_semicolon(position) if heading.last == "list" else 0
        if start:
            self._suspended, self._next_start = heading, start

    def _behind_semicolon(self, position: int) -> int:
        """Index after the next semicolon of the sentence, 0 where none stands near."""
        for near in range(position, min(self._size, position + _LONGEST_GAP)):
            if self._forms[near] in _SENTENCE_ENDS:
                return 0
            if self._forms[near] == ";":
                return near + 1
        return 0

    def _read_members(self, position: int, heading: Run) -> bool:
        """Whether members of a list stand here, which are recorded."""
        members, first, inner = 0, len(self._records.drafts), False
        while True:
            # Behind names that commas part a semicolon ends their heading: الوزراء: فلان، فلان؛ فلان، مدير كذا.
            inner = members > 1 and self._tokens.peek(position) == ";" and bool(heading.titles)
            inner = inner and not self._has_own_titles(first, len(heading.titles))
            after = self._list_member(position, heading, inner=inner)
            if after is None:
                break
            members += 1
            position = after
        if members:
            self._records.done = self._share_title_after(position, members)
            if not inner:
                self._suspend(self._records.done, heading)
        return bool(members)

    def _has_own_titles(self, first: int, shared: int) -> bool:
        """Whether one of the records from `first` on has more titles than those `shared`."""
        return any(len(draft.fields["titles"]) > shared for draft in self._records.drafts[first:])

    def _double_heading(self, heading: Run) -> Run:
        """Two plural titles with a comma between (`أعضاء المكتب السابقون، وزراء كذا:`), else `heading`."""
        second = heading.end + 1
        if self._tokens.peek(heading.end) != "," or second not in self._heads:
            return heading
        hit = self._heads[second].hit
        if hit.proclitic or hit.value.number == "singular":
            return heading
        both = Run(heading.end, [*heading.titles], [])
        return both if self._take_title(second, both) and self._tokens.peek(both.end) == ":" else heading

    def _read_shares(self, heading: Run) -> bool:
        """Whether each holder of one office stands behind his own part of it, with which he is then recorded.

        `الرئيسان الأمريكي فلان والروسي فلان`، `وزيرا الدفاع فلان والخارجية فلان`، `رئيسا مالي فلان والسنغال فلان`.
        """
        title = heading.titles[0] if heading.titles else None
        if title is None or not self._has_several(title):
            return False
        if title.form.number == "plural" or not title.complemented:
            national = self._is_country(title.last - 1)
            if not (national or (title.complemented and not title.definite)):
                return False
        first = self._holder_behind(title.last)
        if first is None or self._next_share(first.name.last, title) is None:
            return False
        self._records.add(first.name, [title], first.honorific, "shared")
        self._records.done = first.name.last
        self._read_more_shares(title)
        return True

    @staticmethod
    def _has_several(title: TitlePhrase) -> bool:
        """Whether the title's form may be that of several; a dual in the construct state looks like a predicate."""
        return title.form.number != "singular" or title.form.state == "predicate"

    def read_compatriots(self, title: TitlePhrase) -> None:
        """`الرئيس الأمريكي فلان والفرنسي فلان`: record more holders of the last record's office, of other countries."""
        if self._next_by_country(self._records.done) is not None:
            self._read_more_shares(title)

    def _read_more_shares(self, title: TitlePhrase) -> None:
        """Record the holders of the office behind the last record, each with his own part of it."""
        share = self._next_share(self._records.done, title)
        while share is not None:
            start = self._tokens.starts[share.first] + 1
            theirs = replace(title, start=start, index=share.first, first=share.first, last=share.last)
            self._records.add(share.holder.name, [theirs], share.holder.honorific, "shared")
            self._records.done = share.holder.name.last
            share = self._next_share(self._records.done, title)

    def _next_share(self, position: int, title: TitlePhrase) -> _Share | None:
        """What `و` joins to the name before `position` and its holder, None where none is."""
        share = self._next_by_country(position)
        if share is not None or title.definite or not self._has_several(title):
            return share
        first = position + (self._tokens.peek(position) == ",")
        if first + 1 >= self._size or self._forms[first][0] != "و" or first in self._honorifics or first in self._heads:
            return None
        classes = self._classes[first]
        if classes & (PLACE | KNOWN) == PLACE:
            holder = self._holder_behind(first + 1)
            return None if holder is None else _Share(first, first + 1, holder)
        if title.form.role != _MINISTER or not classes & DEFINITE or classes & GIVEN:
            return None
        for last in range(first + 1, min(self._size, first + _LONGEST_FIELD)):
            named = self._classes[last] & GIVEN or last in self._honorifics
            holder = self._holder_behind(last) if named else None
            if holder is not None:
                return _Share(first, last, holder)
            if self._classes[last] & (MARK | PREPOSED | FUNCTION | GIVEN) or last in self._heads:
                break
        return None

    def _next_by_country(self, position: int) -> _Share | None:
        """The nationality that `و` joins to the name before `position`, with its holder; None where none is."""
        country = position + (self._tokens.peek(position) == ",")
        if country >= self._size or self._forms[country][:3] != "وال":
            return None
        family = self._forms[country][-1] == "ي" and bool(self._classes[country] & FAMILY)  # والسوداني
        holder = self._holder_behind(country + 1) if family or self._is_country(country) else None
        return None if holder is None else _Share(country, country + 1, holder)

    def _is_country(self, position: int) -> bool:
        """Whether a nationality of one stands here, not of two (`الأمريكي` beside `الأمريكيان`)."""
        return self._classes[position] & NATIONAL == NATIONAL and self._forms[position][-2:] not in ("ان", "ين")

    def _holder_behind(self, position: int) -> _Holder | None:
        """The name of two words or more here or behind a comma, None where none stands."""
        run = Run(position + (self._tokens.peek(position) == ","))
        while run.end in self._honorifics and self._runs.take_honorific(run.end, run, first=False):
            pass
        name = self._names.after(run.end)
        if name is None or name.words < _FULL or not name.known:
            return None
        return _Holder(name, self._records.honorific_text(run))

    def read_roll(self, index: int) -> bool:
        """Whether a roll of offices begins here, each with its holder behind a colon, which are then recorded.

        `وزير العدل: فلان السيرة الذاتية وزيرة المالية: فلانة`.
        """
        entries: list[tuple[TitlePhrase, Name]] = []
        entry = self._roll_entry(index)
        while entry is not None:
            entries.append(entry)
            entry = self._next_roll_entry(entry[1].last)
        if len(entries) < _FEWEST_OFFICES:
            return False
        for title, name in entries:
            self._records.add(name, [title], None, "before_name")
        self._records.done = entries[-1][1].last
        return True

    def _next_roll_entry(self, position: int) -> tuple[TitlePhrase, Name] | None:
        """The entry that begins within a few words that are no verb, None where none does."""
        for near in range(position, min(self._size, position + NEAR)):
            entry = self._roll_entry(near)
            if entry is not None or self._classes[near] & NOUN_OR_VERB == VERB:
                return entry
        return None

    def _roll_entry(self, index: int) -> tuple[TitlePhrase, Name] | None:
        """A title up to the colon behind it and the name behind that, None where they are none."""
        head = self._heads.get(index)
        if head is None or head.hit.proclitic or head.hit.value.number != "singular":
            return None
        if head.hit.article and index and self._forms[index - 1] != "\n":
            return None
        limit = min(self._size, index + _LONGEST_OFFICE)
        colon = next((i for i in range(head.last, limit) if self._classes[i] & MARK), limit)
        if colon == limit or self._forms[colon] != ":":
            return None
        name, title = self._names.after(colon + 1, run=index), self._titles.parse(index, before_name=True)
        if name is None or name.words < _FULL:
            name = self._names.bounded(colon + 1, colon + 1 + _FULL) if colon + _FULL < self._size else None
        if name is None or not name.known or title is None or not title.complete:
            return None
        if any(self._classes[i] & NOUN_OR_VERB == VERB for i in range(title.last, colon)):
            return None  # وزير العدل قال: فلان
        return replace(title, last=max(title.last, colon)), name

    def _take_title(self, index: int, heading: Run) -> bool:
        """Whether the title at `index` may be a heading, to which it is then added."""
        head = self._heads[index]
        # After a plural in the construct state names stand only behind an opening (`مستشاري الوزير، وهم`).
        unnamed = self._is_plural_construct(head) and not self._is_near_name(head.last)
        if unnamed and _OPENINGS.isdisjoint(self._forms[head.last : head.last + _FAR]):
            return False
        title = self._titles.parse(index, before_name=True)
        if title is None or not (title.form.nationality or title.complemented):
            return False  # الممثلين فلان وفلان are actors
        if not title.definite:
            title = self._with_adjectives(title)
        heading.titles.append(title)
        heading.end = title.last
        return True

    def _with_adjectives(self, title: TitlePhrase) -> TitlePhrase:
        """The title with adjectives of several people before an opening (`قائدين ميدانيين آخرين هما فلان وفلان`)."""
        end, barred = title.last, MARK | DEFINITE
        limit = min(self._size, title.last + _MOST_ADJECTIVES)
        while end < limit and self._forms[end].endswith(_OF_SEVERAL) and not self._classes[end] & barred:
            end += 1
        opened = end > title.last and self._tokens.peek(end) in _OPENINGS and self._forms[end] not in "(:"
        return replace(title, last=end) if opened else title

    def _is_plural_construct(self, head: Head) -> bool:
        """Whether the head is a plural that its complement must follow (`مستشاري الوزير`)."""
        return head.hit.value.number == "plural" and not is_definite(self._tokens, head)

    def _may_enumerate(self, head: Head) -> bool:
        """Whether names may follow the heading at once (`عضوا الإدارة فلان وفلان`، `أعضاء المجلس الدكتور فلان`)."""
        if head.hit.value.state == "predicate":
            return True
        return self._is_plural_construct(head) and self._is_near_name(head.last)

    def _is_unopened_list(self, index: int, heading: Run, position: int, listing: bool) -> bool:
        """Whether names stand under the heading without a colon or `وهم` between; `listing`: two names do."""
        head = self._heads.get(index)
        dual = head is not None and head.hit.value.state == "predicate"
        if not listing and (dual or not self._may_list(heading, position)):
            return False
        if self._has_inner_title(heading) or (position > heading.end and not listing and not self._are_two(position)):
            return False
        return not (index and self._belongs(heading, index))

    def _share_title_after(self, position: int, members: int) -> int:
        """`الرفيقين فلان وفلان نائبين للرئيس`: a dual or plural title after the list belongs to each."""
        head = self._heads.get(position)
        if head is None or head.hit.proclitic or head.hit.article or head.hit.value.number == "singular":
            return position
        title = self._titles.parse(position, before_name=False)
        if title is None or not title.complemented:
            return position
        self._records.share(title, members)
        return title.last

    def read_behind(self, index: int) -> bool:
        """Whether two names stand before the dual title at `index`, which each is then recorded with.

        `حضر فلان وفلان عضوا المجلس`.
        """
        head = self._heads[index]
        dual = head.hit.value.number == "dual" or head.hit.value.state == "predicate"
        if not dual or head.hit.proclitic or head.hit.article or not index:
            return False
        second = self._names.before(index - (self._forms[index - 1] == ","), self._records.done)
        if second is None or second.words < _FULL or not self._classes[second.first] & CONJOINED:
            return False
        first = self._names.before(second.first, self._records.done)
        title = self._titles.parse(index, before_name=False)
        if first is None or first.words < _FULL or not first.known or title is None or not title.complemented:
            return False
        for name in (first, second):
            self._records.add(name, [title], None, "shared")
        self._records.done = title.last
        return True

    def _lists_places(self, heading: Run, position: int, *, opened: bool) -> bool:
        """Whether places stand under a heading that ends in levels of place; without an opening Vietnamese ones."""
        end = heading.end - (self._forms[heading.end - 1] in _FOLLOWING)
        last = self._forms[end - 1].removeprefix("و").removeprefix("لل").removeprefix("ال")
        if not heading.titles or "ال" + last not in _LEVELS:
            return False
        name = self._names.after(position)
        named = opened or self._forms[position] in self._names.context.words.syllables
        return named and name is not None and name.words <= _LONGEST_PLACE

    def _may_list(self, heading: Run, position: int) -> bool:
        """Whether names may follow the heading without a colon or `وهم`."""
        if self._forms[position].startswith("و") and not self._classes[position] & KNOWN:
            return False
        return not heading.titles or heading.titles[0].definite or heading.titles[0].form.number == "dual"

    def _is_near_name(self, position: int) -> bool:
        """Whether a name or honorific stands near after a plural in the construct state: a cheap look."""
        for near in range(position + 1, min(self._size, position + NEAR)):
            if near in self._honorifics or self._classes[near] & GIVEN:
                return True
        return False

    def _is_enumeration(self, heading: Run, position: int) -> bool:
        """Whether two names stand after a complete heading (`أعضاء المجلس الدكتور فلان، والدكتور فلان`).

        Behind a comma both must have honorifics (`أعضاء المجلس، الدكتور فلان، الدكتور فلان`).
        """
        if not heading.titles[0].complemented:
            return False
        first = position in self._honorifics
        apart = position != heading.end
        if apart and (not first or self._honorifics[position].hit.proclitic):
            return False
        while position in self._honorifics:
            position = self._honorifics[position].last
        quoted = self._tokens.peek(position) == '"'
        name = self._names.after(position + quoted)
        if name is None or name.words < 2:
            return False
        if heading.titles[0].form.number != "plural" and self._half(name) is not None:
            return True
        if not name.known or (quoted and self._tokens.peek(name.last) != '"'):
            return False
        second = name.last + quoted
        second += self._tokens.peek(second) == ","
        if apart and second in self._honorifics:
            return second > name.last
        if self._tokens.peek(second)[:1] != "و":
            return False
        if first or second in self._honorifics:
            return second in self._honorifics
        second += quoted and self._forms[second] == "و" and self._tokens.peek(second + 1) == '"'
        other = self._names.after(second + (self._tokens.peek(second) == '"'), clitic=not quoted)
        return other is not None and other.words > 1 and other.known > 0

    def _half(self, name: Name) -> Name | None:
        """The first of two foreign names that a `و` joins and the lexicon does not know, None where none is.

        Read as one name they are four or more words, of which a middle one begins with the letter.
        """
        for index in range(name.first + 2, name.last - 1):
            if self._forms[index][0] == "و" and not self._classes[index] and len(self._forms[index]) > 3:
                return Name(name.first, index, index - name.first, 0, False)
        return None

    def _has_inner_title(self, heading: Run) -> bool:
        """Whether the name after the heading is that of a title inside it (`المتحدثين باسم رئيس الوزراء فلان`)."""
        if not heading.titles:
            return False
        title = heading.titles[0]
        return "باسم" in self._forms[title.first : title.last] and any(
            index in self._heads for index in range(title.first, title.last)
        )

    def _belongs(self, heading: Run, index: int) -> bool:
        """Whether the heading completes the noun before it (`مجلس الوزراء`); `نقيض الرئيسين فلان وفلان` names two."""
        before = index - 1
        if not heading.titles and self._forms[index].endswith("ان") and self._classes[before] & VERB:
            return False  # قدم الرفيقان
        if not self._is_construct(before) or before in self._honorifics or self._forms[before] in ("هم", "وهم"):
            return False
        head = self._heads.get(index)  # none where an honorific opens the heading (الرفاق أعضاء اللجنة)
        if head is not None and head.hit.value.number == "dual" and head.hit.value.state == "construct":
            return False  # على حساب زعيمي الحركة فلان وفلان
        if not heading.titles or head is None or not head.hit.article:
            return True
        adjectives = range(heading.titles[0].first, heading.end)
        return not self._forms[heading.titles[0].first - 1].endswith(("ين", "ان")) or any(
            self._classes[i] & DESCRIBED != DEFINITE_ADJECTIVE for i in adjectives
        )

    def _is_construct(self, position: int) -> bool:
        """Whether the token is a noun without article, so that what follows belongs to it (`بمجلس النواب`)."""
        return self._classes[position] & CONSTRUCT == NOUN

    def _list_opening(self, heading: Run) -> tuple[int, bool]:
        """Index after what opens a list behind the heading (`، وهم:`), and whether anything does."""
        position, opened = heading.end, False
        if position < self._size and self._forms[position] == ",":
            position += 1
        for opener in _LIST_OPENERS:
            if tuple(self._forms[position : position + len(opener)]) == opener:
                position += len(opener)
                opened = True
        bracket = self._tokens.peek(position) == "(" and bool(heading.titles) and heading.titles[0].complemented
        if bracket and self._is_list_in_brackets(position + 1):
            return position + 1, True
        return position, opened

    def _is_list_in_brackets(self, position: int) -> bool:
        """`نواب الرئيس (فلان، فلان)`: a bracket that begins with a name and a comma, or holds a name alone."""
        name = self._names.after(position)
        if name is None or name.words < 2 or not name.known:
            return False
        return self._tokens.peek(name.last) == ")" or (
            self._tokens.peek(name.last) == "," and self._names.after(name.last + 1) is not None
        )

    def _are_two(self, position: int) -> bool:
        """Whether two names joined by `و` stand here (`الأمينين العامين للاتحاد، فلان وفلان`)."""
        name = self._names.after(position)
        if name is None or name.words < 2 or not name.known:
            return False
        start = name.last + (self._tokens.peek(name.last) == ",")
        if self._tokens.peek(start)[:1] != "و":
            return False
        second = self._names.after(start, clitic=True)
        return second is not None and second.words > 1 and second.known > 0

    def _list_member(self, position: int, heading: Run, *, inner: bool = False) -> int | None:
        """Index after the next member of a list, which is recorded, None where the list ends.

        `inner`: a member with titles of his own is none.
        """
        position = self._next_entry(position)
        if self._begins_own_title(position):
            return self._titled_member(position, heading)
        run = Run(position)
        while run.end in self._honorifics and self._runs.take_honorific(run.end, run, first=run.end == position):
            pass
        titled = run.honorifics or heading.last == "list"
        quoted = self._tokens.peek(run.end) == '"'
        clitic = run.end == position and not quoted
        name = self._names.after(run.end + quoted, clitic=clitic, run=position if titled else None)
        if name is None or (quoted and self._tokens.peek(name.last) != '"'):
            return None
        if heading.last == "pair":
            half = self._half(name)
            if half is not None or not name.known:
                self._records.add(half or name, heading.titles, None, "shared" if half is not None else "joined")
                return (half or name).last
        honored = bool(run.honorifics or heading.honorifics)
        if name.definite and not run.honorifics and not (heading.honorifics and self._is_item(name)):
            return None
        if not self._is_member(name, honored):
            return None
        if run.last == "plural":
            heading.honorifics = run.honorifics  # والسيدين فلان وفلان
        post, end = self._later.after(name.last, listed=heading.last == "list")
        if inner and post:
            return None
        honorific = self._records.honorific_text(run) or self._records.honorific_text(heading)
        self._records.add(name, [*heading.titles, *post], honorific, "shared")
        return end + (quoted and end == name.last)

    def _is_item(self, name: Name) -> bool:
        """`الشيوخ عبد الباسط، الغامدي، الحربي، مضيفا`: a family name with the article between a list's commas."""
        if self._forms[name.first - 1] != "," or self._tokens.peek(name.last)[:1] not in _AFTER_ITEM:
            return False
        classes = self._classes[name.first]
        return bool(classes & FAMILY) or (classes == DEFINITE and self._forms[name.first][-1] == "ي")

    def _titled_member(self, position: int, heading: Run) -> int | None:
        """Index after a member whose office stands before the name, None where he has not what the heading says.

        `أعضاء المكتب: رئيس الوزراء فلان؛ وزير الدفاع فلان`, but `السفراء، وهم: سفير تشاد فلان`.
        """
        membership = bool(heading.titles) and all(title.form.role == _MEMBER for title in heading.titles)
        if heading.last != "list" or not (membership or (heading.honorifics and not heading.titles)):
            return None
        run = self._runs.read(position)
        name = self._holders.after(run, position) if run.titles else None
        if name is None:
            return None
        post, end = self._later.after(name.last, listed=True)
        honorific = self._records.honorific_text(run) or self._records.honorific_text(heading)
        self._records.add(name, [*heading.titles, *run.titles, *post], honorific, "shared")
        return end

    def _next_entry(self, position: int) -> int:
        """Index after a bracket and the separators before a list's next entry."""
        size = self._size
        if self._tokens.peek(position) == "(":
            closing = (i for i in range(position, min(size, position + 12)) if self._forms[i] == ")")
            position = next(closing, position - 1) + 1
        while position < size and self._forms[position] in _LIST_SEPARATORS:
            position += 1
        return position

    def _begins_own_title(self, position: int) -> bool:
        """Whether an entry begins with a title of its own, so that the heading is not shared."""
        if position not in self._heads or position in self._honorifics:
            return False
        title = self._titles.parse(position, before_name=True)
        return title is not None and (title.complemented or (title.definite and title.form.use == "bare"))

    def _is_member(self, name: Name, honored: bool) -> bool:
        """Whether a name in a list is somebody's; without honorific it must be known, and no ordinary word alone."""
        if not (name.known or honored) or self._classes[name.first] & PREPOSED:
            return False
        if not honored and self._forms[name.first] in self._fields:
            return False  # أعضاؤها، مثل مركز كذا
        if name.words > 1:
            return True
        if not honored and self._classes[name.first] & NOUN_OR_VERB:
            return False
        return name.known > 0 or not self._forms[name.first].endswith("ات")  # وقدم السادة فلان، وفلان، شروحات
