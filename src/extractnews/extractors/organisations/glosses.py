"""Names beside names: `(UNDP)`, `المعروف باسم "فتح"`, `"نوران" (Nuran)`; and who published the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extractnews.extractors.organisations.context import BodyContext
from extractnews.extractors.organisations.mentions import Mention, like
from extractnews.organisations.lexicon import FIRMS
from extractnews.words import ADJECTIVE, FAMILY, FUNCTION, NATIONALITY, PLACE

_GLOSS_RE: Final = re.compile(r'"?\s*\(\s*"?([A-Za-z][\w .&\'/-]{1,40}?)"?\s*\)')
_SPOKEN_RE: Final = re.compile(r' ?(?:\( ?"?|" ?)([ء-ي]{2,12}(?: [ء-ي]{2,6}){0,4})(?:"? ?\)| ?")(?! ?\()')
_SPELLED_RE: Final = re.compile(r'"([ء-ي][ء-ي .-]+[ء-ي])" ?\($')
_HEAD_OF_ARTICLE: Final = 400
_SOURCE_RE: Final = re.compile(r"(?:^|\n) ?(?:\((?P<in_brackets>[A-ZĐ]{3,5})\)|(?P<plain>[A-ZĐ]{3,5})(?= [-–—] ))")
_VIETNAMESE_PAPER: Final = "Báo "
_PAPER_RE: Final = re.compile(r"Báo(?: (?:& )?[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+){1,5}")
# A publisher's name in the dateline or in marks: `دلمون نيوز - المنامة:`, `(دلمون نيوز)`.
_NEWS: Final = " نيوز"
_OF_NEWS_RE: Final = re.compile(r'(?P<mark>^|[\n"(/_|:–—-]) ?((?:[ء-ي]+ )?[ء-ي]+)$')
_NEWS_END_RE: Final = re.compile(r' ?["()/_|:–—-]')
_LONGEST_NEWS: Final = 30
_DATELINE: Final = 60
_LONGEST_SITE: Final = 10
_SITES: Final = ("موقع", "الموقع", "منصه", "تطبيق", "خدمه")
_WITH_LATIN_RE: Final = re.compile(r'"([ء-ي][ء-ي .-]{1,30}[ء-ي])" \(([A-Za-z][\w .&-]{1,30})\)')
_SHORTEST_SPOKEN: Final = 3
_KNOWN_AS: Final = (" المعروف", ", المعروف", " والمعروف", ", والمعروف", " المسما", ", المسما", " المسمي")
_KNOWN_AS_RE: Final = re.compile(
    r',? و?الم(?:عروفه? (?:اختصارا )?(?:باسم|ب)|سماه|سمي) ?(?:"([^"\n]{2,30})"|\(([^)\n]{2,30})\)|([A-Z]{2,8})(?!\w))'
)
_LIST_JOINTS: Final = frozenset({" و", ", ", ", و", ","})
_LONGEST_SPELLED: Final = 50
_INITIALS_RE: Final = re.compile(r' (?:"([A-Z]{2,8})"|([A-Z]{3,8})(?![\w-]|\.\w))')
# Words of a name for which one of them may stand.
_NAMED_BRIEFLY: Final = 2
# Their acronyms may be spelled like a family name: (فيا).
_OF_ALL: Final = frozenset({"association", "international", "agency", "authority"})
# Their long names have a brief one beside them, and how many spaces are in a long name.
_WITH_BRIEF_NAMES: Final = frozenset({"association", "institute", "authority", "agency", "company", "fund", "hospital"})
_LONG_NAME: Final = 3
# Initials after their names are a model's: سامسونغ LCD.
_WITH_MODELS: Final = frozenset({"company", "media", "agency"})


class GlossReader:
    """Finds the names that stand beside a body's name: its acronym, its name in other letters, what it is known as."""

    def __init__(self, context: BodyContext) -> None:
        self._grammar, self._parser = context.grammar, context.parser
        self._text, self._words = context.text, context.words
        self._forms, self._classes = context.forms, context.classes

    def glosses(self, names: list[Mention]) -> Iterator[Mention]:
        """Acronyms and Latin names in brackets right after a body's name, or inside it; initials without brackets."""
        text = self._text
        for name in names:
            following = text[name.end : name.end + 2].lstrip(" ")[:1]
            if following in ("(", '"') and (spoken := self._spoken_gloss(name)) is not None:
                yield like(name, *spoken, "organisations.gloss")
                continue
            if following == '"' or ("A" <= following <= "Z" and name.kind not in _WITH_MODELS):
                match = _INITIALS_RE.match(text, name.end)
                if match is not None:
                    yield like(name, *match.span(match.lastindex or 0), "organisations.gloss")
                    continue
            if text.startswith(_KNOWN_AS, name.end) and (match := _KNOWN_AS_RE.match(text, name.end)) is not None:
                yield like(name, *match.span(match.lastindex or 0), "organisations.gloss")
                latin = _GLOSS_RE.match(text, match.end())
                if latin is not None:
                    yield like(name, *latin.span(1), "organisations.gloss")
                continue
            bracket = text.find("(", name.start, name.end + 3)
            if bracket < 0:
                continue
            match = _GLOSS_RE.match(text, bracket if bracket < name.end else name.end)
            if match is not None:
                name.inner.append(match.start(1))
                yield like(name, *match.span(1), "organisations.gloss")

    def spelled(self, names: list[Mention]) -> Iterator[Mention]:
        """The name in Arabic letters that a known Latin one in brackets explains: `"نوران" (Nuran)`."""
        text = self._text
        for name in names:
            latin = text[name.start : name.end]
            if text[name.start - 1 : name.start] == "(" and latin[0].isascii() and not latin.isupper():
                spelled = _SPELLED_RE.search(text, max(0, name.start - _LONGEST_SPELLED), name.start)
                if spelled is not None and not self._is_of_site(spelled.start(1)):
                    yield like(name, *spelled.span(1), "organisations.gloss")

    def listed_with_latin(self, names: list[Mention]) -> Iterator[Mention]:
        """Unknown names in a list whose other members are bodies: `"نوران" (Nuran) و"سامسونغ" (Samsung)`."""
        text = self._text
        if '" (' not in text:
            return
        rows = list(_WITH_LATIN_RE.finditer(text))
        starts = {name.start: name for name in names}
        for earlier, later in (*pairwise(rows), *pairwise(reversed(rows))):
            first, second = sorted((earlier, later), key=re.Match.start)
            known, new = earlier.start(1) in starts, later.start(1) not in starts
            if not (known and new) or text[first.end() : second.start()] not in _LIST_JOINTS:
                continue
            if not self._is_of_site(later.start(1)):
                for group in (1, 2):
                    mention = like(starts[earlier.start(1)], *later.span(group), "organisations.gloss")
                    starts[mention.start] = mention
                    yield mention

    def _is_of_site(self, start: int) -> bool:
        """Whether a site's brand stands at an offset."""
        known = self._parser.names.get(bisect_right(self._words.starts, start) - 1)
        return known is not None and known.entry.context == "brand"

    def _spoken_gloss(self, name: Mention) -> tuple[int, int] | None:
        """An acronym in Arabic letters in marks right after a name: `(كونيتل)`, of no lexicon, or `(دي إل إم)`."""
        match = _SPOKEN_RE.match(self._text, name.end)
        if match is None:
            return None
        first = bisect_right(self._words.starts, match.start(1)) - 1
        end = bisect_right(self._words.starts, match.end(1) - 1)
        if end > first + 1:
            of_product = name.kind == "company" and " " not in self._text[name.start : name.end]  # آبل "آي أو إس"
            spelled = not of_product and self._grammar.dotted.issuperset(self._forms[first:end])
            return match.span(1) if spelled else None
        if match.end(1) - match.start(1) < _SHORTEST_SPOKEN + (name.kind in FIRMS):  # سابك (سبك) is a stock's code
            return None
        family = self._text[match.start(1) - 1] == "(" and name.kind in _OF_ALL and self._classes[first] == FAMILY
        new = not self._classes[first] or family
        called = new or self._is_short_name(name, first) or self._is_called_briefly(name, first)
        return match.span(1) if called else None

    def _is_called_briefly(self, name: Mention, index: int) -> bool:
        """`جمعية المدينة الخيرية لرعاية الأيتام "بناء"`: a word that says nothing of the long name before it."""
        if name.kind not in _WITH_BRIEF_NAMES or self._forms[index].startswith("ال"):
            return False
        if self._text.count(" ", name.start, name.end) < _LONG_NAME:
            return False
        return not self._classes[index] & (ADJECTIVE | NATIONALITY | PLACE | FUNCTION)

    def _is_short_name(self, name: Mention, index: int) -> bool:
        """`(الفاو)`, known and of the same kind; `(تبريد)` behind `شركة الوادي للتبريد`, a word of the name."""
        known = self._parser.names.get(index) or self._parser.quoted_at(index)
        same = known is not None and known.entry.kind in (name.kind, name.known_kind)
        if same and not self._classes[index] & ADJECTIVE:
            return True
        word = self._forms[index]
        if word.startswith("ال"):
            return False
        words = self._text[name.start : name.end].split()
        return len(words) > _NAMED_BRIEFLY and any(word == part.removeprefix("لل").removeprefix("ال") for part in words)


def sources(text: str) -> Iterator[Mention]:
    """Who published the article: `NDT - في هانوي` or `(NDT)` at the head of a line, `Báo Nuran`, a paper."""
    for source in _SOURCE_RE.finditer(text, 0, _HEAD_OF_ARTICLE):
        yield Mention(*source.span(source.lastgroup or 0), "organisations.source", "media", None)
    position = text.find(_NEWS)
    while position >= 0:
        named = _OF_NEWS_RE.search(text, max(0, position - _LONGEST_NEWS), position)
        if named is not None and _NEWS_END_RE.match(text, position + len(_NEWS)):
            quoted = named["mark"] in ('"', "(")
            site = text[max(0, named.start() - _LONGEST_SITE) : named.start()].rstrip().endswith(_SITES)
            if not site if quoted else position < _DATELINE:
                yield Mention(named.start(2), position + len(_NEWS), "organisations.source", "media", None)
        position = text.find(_NEWS, position + 1)
    position = text.find(_VIETNAMESE_PAPER)
    while position >= 0:
        paper = _PAPER_RE.match(text, position)
        if paper is not None:
            again = paper[0].find(_VIETNAMESE_PAPER, 1)  # written twice without a space
            end = paper.end() if again < 0 else position + again
            yield Mention(position, end, "organisations.source", "media", "VN")
        position = text.find(_VIETNAMESE_PAPER, position + 1)
