"""Page furniture: captions, credits and leftovers of the page around the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_LONGEST_FURNITURE: Final = 150
# What a whole folded line may be.
_FURNITURE_LINES: Final = re.compile(
    r"""\[?\ *اعلان[ _]*\d*\ *\]?                                     # [إعلان 2]
      | (?:ال)?مصدر\ *:? | (?:ال)?مصدر\ *:\ *(?:https?://\S+|[\w.-]+\.[A-Za-z]{2,}(?:/\S*)?)  # a bare label, an address
      | تعليق(?:ات)?\ *\(\ *\d+\ *\) | \d+\ تعليق(?:ات)?                # تعليق (0)
      | [Vv]ietnam\.vn.*
      | .{1,100}\.(?i:jpe?g|png|gif|webp)                             # an image's file name
      | _?(?:ال)?صوره\ *:                                             # a credit without a name
      | [|:\-\ ]*\|[|:\-\ ]*                                          # the rules and empty cells of a table
      | \.{2,}\ ?المزيد | (?:اقرا\ ايضا|شارك|طباعه|مشاركه|نسخ\ الرابط|تابعنا\ علي\b.*)\ ?:?
    """,
    re.VERBOSE,
)
# None of these strings in it, no furniture and no caption: a search for each costs less than one pattern for all.
_IMAGE_SIGNS: Final = ("![", ".jp", ".JP", ".png", ".PNG", ".gif", ".webp")
_CREDIT_SIGNS: Final = ("مصدر:", "مصدر :", "صوره:", "صوره :", "تصوير:", "تصوير :", "الصور:", "الصور :")
_LINE_SIGNS: Final = (
    "مصدر\n", "مصدر \n", "اعلان", "تعليق", "ietnam.vn", "|", "المزيد", "اقرا ايضا", "\nشارك", "\nمشاركه",
    "\nطباعه", "الرابط", "تابعنا",
)  # fmt: skip
_SIGNS: Final = (*_LINE_SIGNS, *_CREDIT_SIGNS, *_IMAGE_SIGNS)
_CAPTION_END_RE: Final = re.compile(r"[|\ ]*\|\ *$")
_CAPTION_EDGE: Final = " |,;-()"
_CREDIT_RE: Final = re.compile(
    r"(?:\(\ *_?(?:المصدر|مصدر|الصوره|صوره|تصوير|الصور)\ *:\ *(?P<a>[^()\n]+)\)"  # (المصدر: VNA)
    r"|_(?:ال)?صوره\ *:\ *(?P<b>[^()|\n]+)"  # _صورة: ...
    r"|^\ *(?:ال)?مصدر\ *:\ *(?P<c>[^()|\n]{1,80})$"  # المصدر: ... on a line of its own
    r"|(?<=[,.|(\-])\ *(?:الصوره|صوره|تصوير)\ *:\ *(?P<d>[^()|.\n]{1,60})(?=\ *(?:[|.)]|$)))",  # ..., الصورة: ...
    re.MULTILINE,
)
_INLINE_FURNITURE_RE: Final = re.compile(
    r"\[\ *اعلان[ _]*\d*\ *\]|!\[[^\]\n]*\]\([^)\n]*\)|[\w./:%-]+\.(?i:jpe?g|png|gif|webp)\b"
)


def find_zones(text: str) -> list[tuple[int, int, str]]:
    """Captions, credits and furniture of a folded text, as (start, end, kind) in its offsets, sorted.

    A caption is a line that ends in `|` (a picture's cell of a table); its span has neither the `|` nor the
    image and the credit beside it.
    """
    if not _holds_any(_SIGNS, f"\n{text}\n"):
        return []
    zones: list[tuple[int, int, str]] = []
    offset = 0
    for line in text.split("\n"):
        body = line.strip()
        start = offset + len(line) - len(line.lstrip())
        if 0 < len(body) <= _LONGEST_FURNITURE and _FURNITURE_LINES.fullmatch(body):
            zones.append((start, start + len(body), "furniture"))
        elif body:
            zones.extend(_zones_of_line(text, start, start + len(body)))
        offset += len(line) + 1
    zones.sort()
    return zones


def _holds_any(signs: tuple[str, ...], text: str) -> bool:
    return any(sign in text for sign in signs)


def _zones_of_line(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    zones: list[tuple[int, int, str]] = []
    line = text[start:end]
    if "[" in line or _holds_any(_IMAGE_SIGNS, line):
        zones.extend((m.start(), m.end(), "furniture") for m in _INLINE_FURNITURE_RE.finditer(text, start, end))
    if _holds_any(_CREDIT_SIGNS, line):
        zones.extend(_credits(text, start, end))
    if "|" not in line:
        return zones
    bar = _CAPTION_END_RE.search(text, start, end)
    if bar:
        zones.extend(_captions(text, start, bar.start(), sorted(zones)))
    return zones


def _credits(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Credits and their labels, which are furniture: المصدر is a newspaper's name as well."""
    for match in _CREDIT_RE.finditer(text, start, end):
        name = match.lastgroup or 0
        yield match.start(), match.start(name), "furniture"
        yield *match.span(name), "credit"


def _captions(text: str, start: int, end: int, others: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """What is left of a caption's line between its image, its credit and its bars."""
    for zone_start, zone_end, _ in [*others, (end, end, "")]:
        part = text[start : min(zone_start, end)]
        left = part.strip(_CAPTION_EDGE)
        if left:
            first = start + part.index(left)
            yield first, first + len(left), "caption"
        start = max(start, zone_end)
