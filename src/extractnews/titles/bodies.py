"""What stands in a title as one: an organisation that another extractor found, a quotation, a person."""

from __future__ import annotations

from typing import Final

from extractnews.names.lexicon import BLESSINGS
from extractnews.titles.context import TitleContext
from extractnews.words import DEFINITE, GIVEN, NATIONALITY, PLACE

_MAX_QUOTED: Final = 8


class BodyReader:
    """Finds where an organisation or a quotation inside a title ends.

    Args:
        context: the article.
        before_name: whether the holder's name may follow, so that it is no part of the organisation's name.
    """

    def __init__(self, context: TitleContext, before_name: bool) -> None:
        self._context, self._tokens, self._words = context, context.tokens, context.words
        self._forms, self._classes, self._size = context.tokens.forms, context.tokens.classes, context.tokens.size
        self._heads, self._honorifics, self._names = context.heads, context.honorifics, context.names
        self._name_words = context.names.context.words
        self._before_name = before_name

    def body_at(self, position: int, skip: int = 0) -> int:
        """Index after the organisation that begins here, 0 where none does.

        The organisation may end earlier than its extractor said, before a person, the next title or the holder's name,
        or later, where a family's name, East Asian syllables or a place in several words goes on with it.

        Args:
            position: index of a token.
            skip: how many letters of the token, a proclitic's, stand before the organisation.
        """
        end = self._context.bodies.get(self._tokens.starts[position] + skip)
        if end is None:
            return 0
        last = position
        while last < self._size and self._tokens.starts[last] < end:
            if last > position and (self.is_person(last) or self._is_next_title(last)):
                break
            last += 1
        if last + 1 < self._size and self._forms[last] == "ال":
            return last + 2  # آل فلان
        while last < self._size and {self._forms[last - 1], self._forms[last]} <= self._name_words.syllables:
            if self._before_name and self._forms[last] in self._name_words.families:
                break
            last += 1
        if last - 1 > position:
            last = max(last, last - 1 + self._context.place_at(last - 1))
        for index in range(position + 1, last):
            if self._is_holder(index, last):
                return index
        syllables = self._before_name and last - position > 4
        return (self.family_syllable(position + 1, last) if syllables else 0) or last

    def after_quotation(self, position: int) -> int:
        """Index after the quotation that opens here, the same index where none does."""
        apart = position == 0 or self._tokens.ends[position - 1] < self._tokens.starts[position]
        if not apart and position + 1 < self._size and self._tokens.ends[position] < self._tokens.starts[position + 1]:
            return position  # closes one that began before the title
        if self._tokens.peek(position + 1) in BLESSINGS:
            return position  # رئيس الدولة "حفظه الله"
        for index in range(position + 1, min(self._size, position + _MAX_QUOTED)):
            if self._forms[index] == '"':
                return index + 1 if index > position + 1 else position
            if self._forms[index] in "\n.:,":
                break
        return position

    def is_person(self, position: int) -> bool:
        """Whether an honorific begins here that is no part of a body's name."""
        entry = self._honorifics.get(position)
        if entry is not None and "ل" in (entry.hit.proclitic, entry.hit.article) and entry.hit.value.ordinary:
            return False  # المنسق الإعلامي للفريق
        return (
            entry is not None
            and self._forms[position - 1] not in self._words.named_after
            and self._context.name_follows(entry.last)
        )

    def _is_next_title(self, position: int) -> bool:
        """Whether a head with the article and its adjective stand here (`رئيس الديوان الملكي المستشار الخاص`)."""
        head = self._heads.get(position)
        if head is None or not head.hit.article or head.hit.value.number != "singular":
            return False
        modified = self._tokens.peek(head.last) in self._words.definite_modifiers
        return modified and bool(self._classes[position - 1] & DEFINITE)

    def _is_holder(self, position: int, end: int) -> bool:
        """Whether a name begins here, after a closed phrase, that reaches `end` (`اتحاد الكتاب سامي الحربي`)."""
        before = position - 1
        if not self._classes[position] & GIVEN or not self._classes[before] & (DEFINITE | PLACE | NATIONALITY):
            return False
        if before in self._honorifics or before in self._heads or self._classes[position] & NATIONALITY:
            return False
        if position + 1 == end and self._classes[position] & DEFINITE:
            holder = self._names.after(end)  # الديوان الملكي الهاشمي سالم العلي
            if holder is not None and holder.words > 1 and self._classes[end] & GIVEN:
                return False
        name = self._names.after(position)
        return name is not None and name.words > 1 and name.last >= end

    def family_syllable(self, position: int, last: int) -> int:
        """Index of the family name in a row of East Asian syllables (`باخ ماي هوانج شوان كا`), 0 where none stands."""
        if not self._name_words.syllables.issuperset(self._forms[position:last]):
            return 0
        for split in (2, 3, 1):
            if 2 <= last - position - split <= 4 and self._forms[position + split] in self._name_words.families:
                return position + split
        return 0
