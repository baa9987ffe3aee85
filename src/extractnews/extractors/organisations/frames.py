"""Bodies told by what stands around them: `شركتا "كذا" و"كذا"`, `قال للجزيرة إن`, `رئيس "كذا"`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from extractnews.extractors.organisations.context import BodyContext
from extractnews.extractors.organisations.mentions import Mention
from extractnews.organisations.lexicon import KnownName
from extractnews.words import ADJECTIVE, DEFINITE, FUNCTION, GIVEN, NEWLINE, NOUN, PUNCTUATION, VERB

# Words between a verb of saying and who is told, and between a talk and whom it was with.
_LONGEST_SUBJECT: Final = 8
_LONGEST_ADJECTIVES: Final = 2
# Tokens between a noun of several bodies and the names of some, and those of one name.
_LONGEST_DESCRIPTION: Final = 9
_LONGEST_ITEM: Final = 6
# They may be named together: حركتي فتح وحماس.
_MOVEMENTS: Final = frozenset({"party", "armed_group"})
# Letters of an acronym: QBX, دي إل إم.
_SHORTEST_ACRONYM: Final = 3
_LONGEST_ACRONYM: Final = 16


class FrameReader:
    """Finds bodies by their frame."""

    def __init__(self, context: BodyContext) -> None:
        self._article, self._grammar, self._parser = context.article, context.grammar, context.parser
        self._text, self._words = context.text, context.words
        self._forms, self._classes = context.forms, context.classes

    def outlets(self) -> Iterator[Mention]:
        """Channels and papers called by a common word, where they are told something: `قال للجزيرة إن`."""
        for hit in self._article.hits("organisation.outlet"):
            index = bisect_right(self._words.starts, hit.start) - 1
            if self._is_talk(index) or self._is_told(index):
                start = hit.start + 1
                head = hit.value.head if self._text[start] == "ل" else None
                yield Mention(start, hit.end, "organisations.outlet", hit.value.kind, hit.value.country, head)

    def several(self) -> Iterator[Mention]:
        """Names behind a noun of several bodies: `شركتا "كذا" و"كذا"`, `شركات مثل "كذا"`, `قناتي الجزيرة والعربية`."""
        for hit in self._article.hits("organisation.several"):
            kind, dual = hit.value
            first = bisect_right(self._words.starts, hit.end)
            opening = first if dual else self._instances(first, kind)
            if opening is None:
                continue
            if self._forms[opening] != '"':
                yield from self._known_list(opening, kind)
                continue
            items = list(self._quoted_items(opening))
            if kind != "company":
                items = [item for item in items if not self._is_site(item[0])]
            if len(items) > 1 or (items and not dual and self._is_proper(*items[0])):
                for start, end in items:
                    yield self._mention(start, end, kind)

    def _instances(self, first: int, kind: str) -> int | None:
        """Index of the first of several names or of its mark: behind `مثل` and the like; a club's at once."""
        forms, grammar = self._forms, self._grammar
        for index in range(first, min(first + _LONGEST_DESCRIPTION, len(self._words))):
            form = forms[index]
            behind = index > first and forms[index - 1 - (forms[index - 1] == ":")] in grammar.instances
            if form == '"':
                return index if behind else None
            if (behind or (index == first and kind == "club")) and self._known(index, "", kind) is not None:
                return index
            own = self._classes[index]
            if form in (".", "(") or own & NEWLINE or (own & VERB and not own & (NOUN | ADJECTIVE)):
                return None
        return None

    def _quoted_items(self, opening: int) -> Iterator[tuple[int, int]]:
        """The tokens [first, end) of each quotation in a list of them, Latin glosses between them or none."""
        forms = self._forms
        index = opening
        while forms[index] == '"':
            end = next((at for at in range(index + 2, index + 2 + _LONGEST_ITEM) if forms[at : at + 1] == ['"']), None)
            if end is None or not self._is_item(index + 1, end):
                return
            yield index + 1, end
            index = end + 1
            if forms[index : index + 1] == ["("]:
                closing = range(index + 2, min(index + 2 + _LONGEST_ITEM, len(self._words)))
                index = next((at for at in closing if forms[at] == ")"), index) + 1
            if index >= len(self._words):
                return
            index += forms[index] == ","
            index += forms[index] == "و"

    def _is_item(self, first: int, end: int) -> bool:
        """Whether a quotation may be a name: no sentence, and no adjective alone (`فصائل "إسلامية"`)."""
        if any(self._classes[index] & NEWLINE or self._forms[index] in ":." for index in range(first, end)):
            return False
        own = self._classes[first]
        if own & (FUNCTION | VERB) and not own & (NOUN | GIVEN):
            if self._parser.tokens.original(first).endswith("ة"):
                return True  # no verb: "ضمة"
            return any(map(self._parser.is_unknown, range(first, end)))  # a foreign name that begins like a word
        return end > first + 1 or not own & ADJECTIVE or bool(own & DEFINITE)

    def _is_site(self, index: int) -> bool:
        known = self._parser.names.get(index)
        return known is not None and known.entry.context == "brand"

    def _is_proper(self, first: int, end: int) -> bool:
        """Whether no word of a name is an ordinary one."""
        return not any(self._classes[index] & (NOUN | ADJECTIVE | VERB | FUNCTION) for index in range(first, end))

    def _known_list(self, first: int, kind: str) -> Iterator[Mention]:
        """`قناتي الجزيرة والعربية`: several known ones, though elsewhere they are common words."""
        names: list[Mention] = []
        known = self._known(first, "", kind)
        while known is not None:
            own = known.entry
            names.append(self._mention(known.first, known.end, own.kind, own.country, known.hit.proclitic == "و"))
            known = self._known(known.end, "و", kind)
        if len(names) > 1:
            yield from names

    def _known(self, index: int, proclitic: str, kind: str) -> KnownName | None:
        """The known name of this kind at `index`, behind a proclitic or none."""
        known = self._parser.names.get(index) or self._parser.quoted_at(index, proclitic)
        if known is None or known.hit.proclitic != proclitic:
            return None
        other = known.entry.kind
        return known if other == kind or (other in _MOVEMENTS and kind in _MOVEMENTS) else None

    def _mention(self, first: int, end: int, kind: str, country: str | None = None, joined: bool = False) -> Mention:
        start, stop = self._words.starts[first] + joined, self._words.ends[end - 1]
        name = Mention(start, stop, "organisations.several", kind, country)
        name.proper = (first, end, True)
        return name

    def quoted(self) -> Iterator[Mention]:
        """Names in quotation marks: of any body behind who heads it (`رئيس "دلمون كابيتال"`), acronyms behind a verb.

        The verb is one of saying, the acronym of no lexicon: `دعت "QBXA" إلى`, `أكدت "دي إل إم"`.
        """
        text, words, grammar = self._text, self._words, self._grammar
        opening = text.find('"')
        while (closing := text.find('"', opening + 1)) > opening >= 0:
            phrase = text[opening + 1 : closing]
            index = bisect_right(words.starts, opening) - 1
            if phrase[:1] != " " and self._is_led(index):
                items = list(self._quoted_items(index))
                if items and self._is_called_so(*items[0]):
                    yield self._mention(*items[0], "other")
            elif _SHORTEST_ACRONYM <= len(phrase) <= _LONGEST_ACRONYM:
                spelled = phrase.isascii() and phrase.isalpha() and phrase.isupper()
                spelled = spelled or (phrase.count(" ") > 1 and grammar.dotted.issuperset(phrase.split(" ")))
                before = self._forms[index - 1]
                if spelled and before in grammar.saying and before != "باسم":
                    yield Mention(opening + 1, closing, "organisations.acronym", "other")
            opening = closing

    def _is_led(self, index: int) -> bool:
        """Whether a title of those who head a body stands before the mark at `index`: `رئيس`, `المدير التنفيذي ل`."""
        forms, grammar = self._forms, self._grammar
        if index < 2:
            return False
        earlier, before = forms[index - 2], forms[index - 1]
        if before == "ل":
            return earlier in grammar.executives
        if before in grammar.led:
            return earlier.lstrip("وفب") in grammar.leaders
        return before.lstrip("وفب") in grammar.leaders or (before == "اداره" and earlier.endswith("مجلس"))

    def _is_called_so(self, first: int, end: int) -> bool:
        """Whether a quotation is more than one definite noun: not `رئيس "الهيئة"`, `رئيس "الجمهورية الوهمية"`."""
        form, own = self._forms[first], self._classes[first]
        if not form.startswith("ال") or self._parser.is_unknown(first):
            return True
        return end > first + 1 and bool(own & NOUN) and form[2:] not in self._grammar.place_levels

    def _is_talk(self, index: int) -> bool:
        """`في تصريح خاص للأهرام`, `في اتصاله بالشروق`."""
        forms, grammar = self._forms, self._grammar
        if self._classes[index + 1] & (ADJECTIVE | DEFINITE) == ADJECTIVE | DEFINITE:
            return False  # في حديث للحياة اليومية
        spoken = grammar.calls if forms[index].startswith("ب") else grammar.talks
        for before in range(index - 1, max(-1, index - 2 - _LONGEST_ADJECTIVES), -1):
            if forms[before].lstrip("وفب") in spoken:
                return forms[before] != "حديث" or forms[before - 1] == "في"  # استطلاع حديث للرأي
            if self._classes[before] & (ADJECTIVE | DEFINITE) != ADJECTIVE:
                return False
        return False

    def _is_told(self, index: int) -> bool:
        """`قال مصدر في الوزارة للجزيرة إن`."""
        forms, grammar = self._forms, self._grammar
        if forms[index].startswith("ب") or forms[index + 1] not in grammar.complementizers:
            return False
        for before in range(index - 1, max(-1, index - 2 - _LONGEST_SUBJECT), -1):
            if forms[before].lstrip("وف") in grammar.tellings:
                return True
            if self._classes[before] & (PUNCTUATION | NEWLINE):
                return False
        return False
