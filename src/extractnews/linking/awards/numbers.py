"""The numbers in a phrase of recipients."""

from __future__ import annotations

import re
from typing import Final

from extractnews.extractors.awards.grammar import AwardGrammar
from extractnews.linking.awards.patterns import TOKEN_RE, RolePatterns
from extractnews.numerals import NumeralReader

_NUMBER_JOINT_RE: Final = re.compile(r"[ ,]و ?")


class RecipientNumbers:
    """Reads the numbers in a phrase of recipients.

    Args:
        grammar: the word lists of awards.
        patterns: the patterns of roles.
        reader: reads numbers.
    """

    def __init__(self, grammar: AwardGrammar, patterns: RolePatterns, reader: NumeralReader) -> None:
        self._not_recipients = grammar.lists["not_recipients_counted"]
        self._patterns = patterns
        self._reader = reader

    def counted(self, text: str) -> list[int]:
        """The numbers of recipients: `7 مجموعات و14 شخصا`, `مجموعتين و5 أفراد`, `12 منهم`, `ستة`."""
        numbers: list[int] = []
        position = 0
        dual = self._patterns.dual_re.match(text)
        if dual:
            numbers.append(2)
            joint = text[dual.end() : dual.end() + 2] == " و"
            position = dual.end() + 2 if joint and self._reader.read(text, dual.end() + 2) else len(text)
        while position < len(text):
            number = self._reader.read(text, position, counting=True)
            if number is None or number.kind == "ordinal" or not isinstance(number.value, int) or number.percent:
                break
            following = TOKEN_RE.search(text, number.end)
            if following and (following[0] in self._not_recipients or (following[0].startswith("وال") and not numbers)):
                break
            if 1900 <= number.value <= 2100 and not numbers:
                break  # a year
            numbers.append(number.value)
            if self._patterns.one_more_pair_re.match(text, number.end):
                numbers.append(2)  # ثلاثة رهبان وراهبتين
            joints = (match.end() for match in _NUMBER_JOINT_RE.finditer(text[number.end :]))
            position = next(
                (number.end + end for end in joints if self._reader.read(text, number.end + end)), len(text)
            )
        return numbers
