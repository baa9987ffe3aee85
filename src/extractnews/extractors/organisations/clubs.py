"""Clubs in an article of sport: in lists of clubs, as opponents, by a part of their names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Final

from extractnews.extractors.organisations.context import OPENERS, BodyContext
from extractnews.extractors.organisations.gazetteer import GazetteerReader
from extractnews.extractors.organisations.mentions import REACH, Mention, like, occurrences
from extractnews.organisations.lexicon import KnownName
from extractnews.words import ADJECTIVE, NOUN

# Words in a foreign club's name before its nationality.
_LONGEST_FOREIGN_CLUB: Final = 3
# Letters of the first word of a club's name that may stand for it.
_MIN_FIRST_WORD: Final = 4
# Clubs named like people, and how often an article has a club before any mention is the club's.
_OF_PEOPLE: Final = frozenset({"الشباب", "النجم"})
_MANY: Final = 2


class ClubReader:
    """Finds the clubs that an article of sport names in its own ways."""

    def __init__(self, context: BodyContext, gazetteer: GazetteerReader) -> None:
        self._article, self._grammar, self._parser = context.article, context.grammar, context.parser
        self._gazetteer, self._text, self._words = gazetteer, context.text, context.words
        self._forms, self._classes = context.forms, context.classes

    def coordinated(self, names: list[Mention], refused: list[KnownName]) -> list[Mention]:
        """Clubs whose names are common words or towns, in a list with clubs: `الهلال ونجران وأحد`."""
        text = self._text
        forms = self._forms
        clubs = [
            known
            for known in refused
            if known.entry.kind == "club"
            and not self._gazetteer.is_common_word(known)
            and not (forms[known.first] == "واحد" and forms[known.end : known.end + 1] == ["من"])
        ]
        ends = {name.end for name in names if name.kind == "club"}
        starts = {name.start for name in names if name.kind == "club"}
        found: dict[int, Mention] = {}
        for known in (*clubs, *reversed(clubs)):
            start, end = known.hit.start, known.hit.end
            after_club = text[start - 2 : start] in (", ", " و") and start - 2 in ends
            before_club = text[end : end + 2] in (", ", " و") and end + 2 in starts
            if start not in found and (after_club or before_club):
                entry = known.entry
                found[start] = Mention(start, end, "organisations.gazetteer", entry.kind, entry.country)
                ends.add(end)
                starts.add(start)
        return list(found.values())

    def by_first_word(self, names: list[Mention]) -> Iterator[Mention]:
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
            lowest, highest = max(0, name.start - REACH), name.end + REACH
            for start in occurrences(text, word, lowest, highest):
                after = bisect_right(words.starts, start)
                if not (parser.is_unknown(after) or parser.is_place(after)):
                    yield like(name, start, start + len(word), "organisations.short_form")

    def opponents(self) -> Iterator[Mention]:
        """Foreign clubs of no lexicon, in an article that has a club: `خسر أمام دلمو سبور التركي`."""
        forms, parser, words = self._forms, self._parser, self._words
        for hit in self._article.hits("organisation.opponent"):
            first = end = bisect_right(words.starts, hit.end)
            while end < first + _LONGEST_FOREIGN_CLUB and parser.is_unknown(end):
                end += 1
            if end == first or forms[end].endswith("ه") or not parser.is_plain_nationality(end):
                continue
            country = parser.country_at(end)
            if country is not None and not parser.is_persons(end, ""):
                club = Mention(words.starts[first], words.ends[end], "organisations.opponent", "club", country)
                club.proper = (first, end, False)
                yield club

    def known_later(self, names: list[Mention], refused: list[KnownName]) -> Iterator[Mention]:
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
            after = forms[known.end]
            before = classes[known.first - 1]
            alone = hit.article == "ل" or clubs[club] >= _MANY or not before & NOUN or before & OPENERS
            alone = alone or not self._grammar.club_contexts.isdisjoint((previous, previous[1:]))
            pointed = previous.lstrip("وفلب") in self._grammar.demonstratives_of_people
            if pointed or self._gazetteer.is_part_of_other_name(known) or self._gazetteer.is_common_word(known):
                continue
            # بتركيبة النصر الفنية, where the adjective is the noun's
            others_adjective = after.endswith("ه") and not name.endswith("ه") and club not in _OF_PEOPLE
            others_adjective = others_adjective and bool(classes[known.end] & ADJECTIVE)
            if alone and (not after.startswith("ال") or after in self._grammar.stops or others_adjective):
                head = entry.head if hit.article == "ل" else None
                yield Mention(hit.start, hit.end, "organisations.known_later", entry.kind, entry.country, head)
