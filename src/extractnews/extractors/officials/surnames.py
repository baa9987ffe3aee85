"""Family names that are other words too: known by standing elsewhere in the article after a given name."""

from __future__ import annotations

from typing import Final

from extractnews.names.grammar import Name
from extractnews.titles.lexicon import ADJECTIVAL
from extractnews.tokens import Tokens
from extractnews.words import GIVEN, KNOWN

_FEW_QUESTIONS: Final = 3


class Surnames:
    """Tells whether one word is somebody's family name in this article."""

    def __init__(self, tokens: Tokens) -> None:
        self._forms, self._classes, self._size = tokens.forms, tokens.classes, tokens.size
        self._asked = 0  # how often a form's other positions were asked for
        # The positions of each form that stands after a given name, made when they are needed.
        self._after_given: dict[str, list[int]] | None = None

    def is_family_name(self, name: Name) -> bool:
        """Whether one word with the article is a family name rather than an adjective."""
        classes = self._classes[name.first]
        if classes & KNOWN and not classes & ADJECTIVAL:
            return True
        return self.is_surname(name)

    def is_surname(self, name: Name) -> bool:
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
