"""Ministries by their portfolio alone: `أعلنت الداخلية`, `الخارجية الروسية`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from extractnews.article import Hit
from extractnews.extractors.organisations.context import OPENERS, BodyContext
from extractnews.extractors.organisations.mentions import Mention
from extractnews.words import CONJUNCTION, NOUN, VERB


class MinistryReader:
    """Finds ministries by their portfolios alone."""

    def __init__(self, context: BodyContext) -> None:
        self._context, self._article, self._grammar = context, context.article, context.grammar
        self._parser, self._text, self._words = context.parser, context.text, context.words
        self._forms, self._classes = context.forms, context.classes

    def ministries(self) -> Iterator[Mention]:
        """Ministries by their portfolio alone: `أعلنت الداخلية`, `الخارجية الروسية`."""
        hits = self._article.hits("organisation.ministry")
        if not hits:
            return
        forms, starts, parser, grammar = self._forms, self._words.starts, self._parser, self._grammar
        for hit in hits:
            index = bisect_right(starts, hit.start) - 1
            before = forms[index - 1] if index else "\n"
            end = index + 1
            national = forms[end].endswith("ه") and parser.is_plain_nationality(end)
            said = before in grammar.saying and not hit.proclitic and not self._goes_on(end)
            said = said or (before == '"' and self._text[hit.end : hit.end + 3] in ('":', '" :', '" ت'))
            alone = national and forms[index].endswith(("خارجيه", "داخليه")) and self._opens(index, hit)
            if not said and not alone:
                continue
            end += national
            head = self._text[hit.start : hit.end].removeprefix("ل") if hit.article == "ل" else None
            yield Mention(
                hit.start,
                self._words.ends[end - 1],
                "organisations.ministry",
                "ministry",
                self._context.country(index, end),
                head,
            )

    def _goes_on(self, index: int) -> bool:
        """Whether an adjective or coordinated noun follows, so that the word names no ministry."""
        form = self._forms[index]
        if form.startswith("وال"):
            return True
        return (
            form.startswith("ال") and form not in self._grammar.stops and not self._parser.is_plain_nationality(index)
        )

    def _opens(self, index: int, hit: Hit) -> bool:
        """Whether no noun before the word takes it as its complement or adjective: `وزير الخارجية` does."""
        if index == 0:
            return True
        classes = self._classes[index - 1]
        if hit.proclitic:
            return self._forms[index - 1] not in ("وزير", "وزيره", "وزيرا")
        return bool(classes & (OPENERS | VERB)) and (not classes & NOUN or bool(classes & CONJUNCTION))  # أن
