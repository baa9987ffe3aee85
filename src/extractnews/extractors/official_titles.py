"""The titles after a name: which belong to it, and which to somebody named behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractnews.extractors.official_antecedents import Antecedents
from extractnews.extractors.official_gaps import Gaps
from extractnews.extractors.official_holders import Holders
from extractnews.extractors.official_records import Run
from extractnews.extractors.official_runs import RunReader
from extractnews.extractors.official_words import NEAR, SEPARATORS
from extractnews.title_context import TitleContext
from extractnews.title_heads import TitlePhrase
from extractnews.titles import TitleGrammar

_MOST_TITLES: Final = 12
_ENDS: Final = frozenset(",.\n:;)")


class LaterTitles:
    """Reads titles after a name (`فلان، وزير الصحة السابق ورئيس اللجنة`)."""

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

    def after(self, position: int) -> tuple[list[TitlePhrase], int]:
        titles: list[TitlePhrase] = []
        end = position
        while len(titles) < _MOST_TITLES:
            # A semicolon may set the first title off (`فلان؛ رئيس اللجنة، أن`); in a list it ends an entry.
            semicolon = end == position and self._tokens.peek(end) == ";"
            start = self._after_semicolon(end) if semicolon else self._gaps.after_separator(end)
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

    def is_title(self, index: int) -> bool:
        """Whether the head at `index` is a title after a name."""
        title = self._titles.parse(index, before_name=True)
        return title is not None and (title.complete or self._is_predicate(title))

    def _own_title(self, position: int, again: bool, depth: int = 0) -> TitlePhrase | None:
        """The title at `position` if it belongs to the name before it and not to one after it."""
        proclitic = self._heads[position].hit.proclitic
        if proclitic not in ("", "ك") and not (proclitic == "و" and again):
            return None
        title = self._titles.parse(position, before_name=True)
        if title is None or title.form.number != "singular":
            return None
        if not (title.complemented and title.complete) and not self._is_predicate(title):
            return None
        joined = proclitic == "و" and self._forms[position - 1] in SEPARATORS
        apart = self._forms[position - 1] not in SEPARATORS and not again
        if (joined or apart) and self._is_before_name(title.last):
            return None
        if title.last < self._size:
            following = self._heads.get(title.last)
            next_title = self._titles.parse(title.last, before_name=True) if following is not None else None
            adviser = next_title is not None and next_title.complemented  # المستشار الخاص لكذا
            if title.last in self._honorifics and not (adviser or self._honorifics[title.last].hit.proclitic):
                following_run = self._runs.read(title.last)
                if self._holders.after(following_run, title.last) is not None:
                    return None
            if next_title is None or not next_title.complemented:
                name = self._names.after(title.last)
                run = Run(title.last, [title], [], "title")
                if name is not None and self._holders.is_superiors(title.last - 1):
                    return replace(title, last=name.last)
                weak = name is not None and (name.words == 1 or name.known < name.words)
                said = weak and self._antecedents.is_said_by(position)
                if name is not None and not said and self._holders.is_holders(name, run):
                    return None
            alone = following is not None and not following.hit.proclitic and depth < _MOST_TITLES
            if alone and self._own_title(title.last, True, depth + 1) is None:
                return None
        if title.last >= self._size or self._forms[title.last] in _ENDS:
            return title
        return self._titles.parse(position, before_name=False)

    def _is_predicate(self, title: TitlePhrase) -> bool:
        """Whether the title says what somebody becomes (`رئيسا`, after a word of appointing `رئيسة` too)."""
        if title.form.state == "predicate":
            return True
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

    def _is_before_name(self, position: int) -> bool:
        """Whether a name stands here between commas, to which a title before it belongs."""
        if self._tokens.peek(position) != ",":
            return False
        name = self._names.after(position + 1)
        if name is None or name.words < 2:
            return False
        return (
            name.known > 0 and self._tokens.peek(name.last) == ","
            if name.known
            else self._gaps.is_foreign_apposition(name)
        )
