"""The titles after a name: which belong to it, and which to somebody named behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractnews.extractors.officials.antecedents import Antecedents
from extractnews.extractors.officials.gaps import Gaps
from extractnews.extractors.officials.holders import Holders
from extractnews.extractors.officials.records import Run
from extractnews.extractors.officials.runs import RunReader
from extractnews.extractors.officials.words import NEAR, SEPARATORS, is_sovereign
from extractnews.names.grammar import Name
from extractnews.titles.context import TitleContext
from extractnews.titles.grammar import TitleGrammar
from extractnews.titles.heads import TitlePhrase
from extractnews.words import PLACE

_MOST_TITLES: Final = 12
_LONGEST_SEAT: Final = 12  # in tokens
_LONGEST_LETTER: Final = 3  # of an acronym in Arabic letters
_SEATS_OF_POWER: Final = frozenset(("البنتاغون", "البنتاجون", "الكرملين"))
_PRESIDENT: Final = "رئيس"
_SPEAKER: Final = "متحدث"
_ENDS: Final = frozenset(",.\n:;)")


class LaterTitles:
    """Reads titles after a name (`فلان، وزير الصحة السابق ورئيس اللجنة`).

    Args:
        context: the article.
        titles: reads the titles.
        gaps: knows what stands between names and titles.
        antecedents: knows the names before titles.
        runs: reads the titles and honorifics of somebody named behind them.
        holders: knows the names behind titles.
    """

    def __init__(
        self,
        context: TitleContext,
        titles: TitleGrammar,
        gaps: Gaps,
        antecedents: Antecedents,
        runs: RunReader,
        holders: Holders,
    ) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._titles, self._gaps, self._antecedents = titles, gaps, antecedents
        self._runs, self._holders = runs, holders

    def after(self, position: int, *, listed: bool = False) -> tuple[list[TitlePhrase], int]:
        """The titles of the name that ends before `position`, and the index after them.

        `listed`: it stands in a list, where a semicolon ends its entry.
        """
        titles: list[TitlePhrase] = []
        end = position
        while len(titles) < _MOST_TITLES:
            # A semicolon may set the first title off (`فلان؛ رئيس اللجنة، أن`).
            semicolon = not listed and end == position and self._tokens.peek(end) == ";"
            start = self._after_semicolon(end) if semicolon else self._gaps.after_separator(end)
            if start is None and titles and self._tokens.peek(end) == "(":
                start = self._behind_gloss(end)
            if start is None:
                break
            joined = self._forms[start - 1] in self._words.occupations or self._gaps.is_craft(end)
            title = self._own_title(start, bool(titles) or joined)
            if title is None and joined and self._tokens.peek(start) in self._words.crafts:
                behind = self._gaps.after_craft(start + 1)  # أستاذ الفيزياء ووزير النقل
                title = self._own_title(behind, True) if behind is not None else None
                start = behind or start
            if title is None and listed and not titles:
                title = self._last_of_entry(start)
            if title is None or (self._forms[start - 1] == "," and self._is_another_minister(title, titles)):
                break
            title = self._with_seat(title)
            titles.append(title)
            end = title.last
            if end < self._size and self._forms[end] == ")":
                end += 1
        return titles, end

    def of_subject(self, position: int) -> TitlePhrase | None:
        """The first of two persons' title between them: `كرم اللواء فلان مدير الشرطة العقيد فلانا`.

        None where no title stands here, or nobody with an honorific or a title of his own behind it.
        """
        head = self._heads.get(position)
        title = self._titles.parse(position, before_name=True) if head is not None and not head.hit.proclitic else None
        if title is None or title.form.number != "singular" or not (title.complemented and title.complete):
            return None
        end = title.last
        if end < self._size and self._is_before_titled_name(end):
            return title
        following = self._heads.get(end)
        if following is None or following.hit.proclitic or not self._begins_title(end):
            return None
        return title if self._holders.after(self._runs.read(end), end) is not None else None

    def _with_seat(self, title: TitlePhrase) -> TitlePhrase:
        """The title with the place or larger body that a bracket behind it names (`رئيسة نادي كذا (اليابان)`)."""
        first = title.last + 1
        if self._tokens.peek(title.last) != "(" or not title.complemented or first >= self._size:
            return title
        closing = next(
            (i for i in range(first + 1, min(self._size, first + _LONGEST_SEAT)) if self._forms[i] == ")"), 0
        )
        if not closing:
            return title
        # A gloss is the body itself (البنتاغون، إم آي 5).
        larger = self._context.is_open(first) and len(self._forms[first]) > _LONGEST_LETTER
        body = larger and self._context.bodies.get(self._tokens.starts[first]) == self._tokens.ends[closing - 1]
        place = first + max(self._context.place_at(first), self._classes[first] & PLACE > 0) == closing
        place = place and self._forms[first] not in _SEATS_OF_POWER
        return replace(title, last=closing + 1) if place or (body and closing - first > 1) else title

    def is_title(self, index: int) -> bool:
        """Whether the head at `index` is a title after a name."""
        title = self._titles.parse(index, before_name=True)
        return title is not None and (title.complete or self.is_predicate(title))

    def _own_title(self, position: int, again: bool, depth: int = 0) -> TitlePhrase | None:
        """The title at `position` if it belongs to the name before it and not to one after it."""
        proclitic = self._heads[position].hit.proclitic
        if proclitic not in ("", "ك") and not (proclitic == "و" and again):
            return None
        title = self._titles.parse(position, before_name=True)
        if title is None or title.form.number != "singular":
            return None
        whole = title.complemented or self._tokens.peek(title.last) in title.form.after  # المالك والمدير العام
        if not (whole and title.complete) and not self.is_predicate(title):
            return self._last_of_entry(position) if again else None
        set_off = self._forms[position - 1] in SEPARATORS
        if (proclitic == "و" if set_off else not again) and self._is_before_name(title.last):
            return None
        end = title.last
        if proclitic == "و" and self._tokens.peek(end) == "-" and self._is_before_name(end):
            return None
        if end < self._size and not self._begins_title(end):
            if self._is_before_titled_name(end):
                return None
            name = self._names.after(end)
            if name is not None and self._is_bodys(name):
                return replace(title, last=name.last)
            if name is not None and self._holders.is_superiors(end - 1):
                return replace(title, last=name.last)
            if name is not None and self._is_next_holder(name, title):
                return None
        following = self._heads.get(end)
        chained = following is not None and not following.hit.proclitic and depth < _MOST_TITLES
        if following is not None and is_sovereign(following) and title.complemented:
            chained = False  # اتهم فلان المسؤول بكذا الرئيس الأمريكي فلانا
        if chained and self._own_title(end, True, depth + 1) is None:
            return None
        if end >= self._size or self._forms[end] in _ENDS:
            return title
        return self._titles.parse(position, before_name=False)

    def _last_of_entry(self, position: int) -> TitlePhrase | None:
        """The bare president between a comma and the end of an entry (`فلان، عضو كذا، الرئيس؛`), else None."""
        title = self._titles.parse(position, before_name=True)
        if title is None or not title.definite or title.complemented or title.form.role != _PRESIDENT:
            return None
        return title if self._forms[position - 1] == "," and self._tokens.peek(title.last) == ";" else None

    def _is_bodys(self, name: Name) -> bool:
        """Whether two syllables behind a title after a name are a body's (`فلان، مديرة تعاونية نا سون،`).

        A person's would begin with a family name, and behind a noun that is to be completed not even that.
        """
        first, last, words = name.first, name.last, self._names.context.words
        if name.words != 2 or not {self._forms[first], self._forms[last - 1]} <= words.syllables:
            return False
        closed = last >= self._size or self._forms[last][:1] in _ENDS or self._forms[last] == "("
        return closed and (self._context.is_open(first - 1) or self._forms[first] not in words.families)

    def _begins_title(self, position: int) -> bool:
        """Whether a title with its complement begins here (`وزير الصحة المستشار الخاص لكذا`)."""
        title = self._titles.parse(position, before_name=True) if position in self._heads else None
        return title is not None and title.complemented

    def _is_before_titled_name(self, position: int) -> bool:
        """Whether an honorific with its holder's name begins here (`فلان وزير الصحة الدكتور فلان`)."""
        honorific = self._honorifics.get(position)
        if honorific is None or honorific.hit.proclitic:
            return False
        return self._holders.after(self._runs.read(position), position) is not None

    def _is_next_holder(self, name: Name, title: TitlePhrase) -> bool:
        """Whether the name right behind a title is its holder's, rather than that of a verb of saying before it."""
        weak = name.words == 1 or name.known < name.words
        if weak and self._antecedents.is_said_by(title.index):
            return False  # قال سالي كاهل، رئيسة سياسة سلامة الأطفال
        return self._holders.is_holders(name, Run(title.last, [title], [], "title"))

    def is_predicate(self, title: TitlePhrase) -> bool:
        """Whether the title says what somebody becomes (`رئيسا`, after a word of appointing `رئيسة` too)."""
        if title.form.state == "predicate":
            if title.form.role == _SPEAKER and not title.complemented:
                return False  # فلان متحدثا من دمشق
            return title.complemented or self._tokens.peek(title.last) != "عن"  # حضر فلان مندوبا عن الملك
        head = self._heads[title.index].hit
        if head.article or head.proclitic or title.definite or self._forms[title.first - 1][-1] != "ه":
            return False
        return not self._words.appointing.isdisjoint(self._forms[max(0, title.index - NEAR) : title.index])

    @staticmethod
    def _is_another_minister(title: TitlePhrase, titles: list[TitlePhrase]) -> bool:
        """Whether a list of offices goes on here (`فلان وزير العدل، وزير النقل، وزير الصحة`)."""
        return title.form.role == "وزير" and any(known.form.role == "وزير" for known in titles)

    def _after_semicolon(self, position: int) -> int | None:
        """Index of the title behind a semicolon, None where the titles there have a holder of their own."""
        start = self._gaps.at_title(position + 1)
        if start is None:
            return None
        run = self._runs.read(start)
        return start if self._holders.after(run, start) is None else None

    def _behind_gloss(self, position: int) -> int | None:
        """Index of the title behind a short bracket and a mark (`رئيس الاتحاد (كاف)، نائب رئيس كذا`), else None."""
        end = self._gaps.after_gloss(position)
        marked = end > position + 1 and self._tokens.peek(end) in SEPARATORS
        return self._gaps.after_separator(end) if marked else None

    def _is_before_name(self, position: int) -> bool:
        """Whether a name stands here between commas or behind a dash, to which a title before it belongs."""
        dash = self._tokens.peek(position) == "-"
        name = self._names.after(position + 1) if dash or self._tokens.peek(position) == "," else None
        if name is None or name.words < 2:
            return False
        if dash:
            return name.known > 1 and self._gaps.ends_apposition(name)
        return self._tokens.peek(name.last) == "," if name.known else self._gaps.is_foreign_apposition(name)
