"""Page furniture: captions, credits and leftovers of the page around the article."""

from __future__ import annotations

import re
from typing import Final

# Rules that take a whole line, tried in this order on the folded line. (rule, pattern, examples in tests)
_FURNITURE_LINES: Final = re.compile(
    r"""\[?\ *اعلان[ _]*\d*\ *\]?                       # [إعلان 2]
      | مصدر | المصدر\ ?:\ ?(?:https?://)?[\w.-]+\.[a-z]{2,}\S*   # a bare label, or one with an address
      | تعليق(?:ات)?\ *\(\ *\d+\ *\) | \d+\ تعليق(?:ات)?  # تعليق (0)
      | (?:Vietnam\.vn|vietnam\.vn).*
      | !\[[^\]\n]*\]\([^)\n]*\) | \S+\.(?:jpe?g|png|gif|webp)
      | \.{2,}\ ?المزيد | (?:اقرا\ ايضا|شارك|طباعه|مشاركه|نسخ\ الرابط|تابعنا\ علي\b.*)\ ?:?
      | \|+
    """,
    re.VERBOSE,
)
# Cheap: none of these strings, no furniture and no caption.
_MAY_HOLD_RE: Final = re.compile(r"اعلان|مصدر|تعليق|[Vv]ietnam\.vn|!\[|\.(?:jpe?g|png|gif|webp)|\||المزيد|اقرا ايضا|شارك|طباعه|الرابط|تابعنا|صوره|تصوير")
_CAPTION_END_RE: Final = re.compile(r"\|\ *$")
_CREDIT_RE: Final = re.compile(r"\(\ *_?(?:المصدر|مصدر|الصوره|صوره|تصوير|الصور)\ *:\ *[^()\n]+\)|(?<=[|(])\ *_صوره\ *:[^()|\n]+")
_INLINE_FURNITURE_RE: Final = re.compile(r"\[\ *اعلان[ _]*\d*\ *\]|!\[[^\]\n]*\]\([^)\n]*\)")


def find_zones(text: str) -> list[tuple[int, int, str]]:
    """Captions, credits and furniture of a folded text, as (start, end, kind) in its offsets, sorted.

    A caption is a line that ends in `|` (a picture's cell of a table), or in a credit alone in brackets
    followed by it; the caption's span has neither the `|` nor the credit.
    """
    if not _MAY_HOLD_RE.search(text):
        return []
    zones: list[tuple[int, int, str]] = []
    offset = 0
    for line in text.split("\n"):
        body = line.strip()
        start = offset + len(line) - len(line.lstrip())
        if body and _FURNITURE_LINES.fullmatch(body):
            zones.append((start, start + len(body), "furniture"))
        elif body and _MAY_HOLD_RE.search(body):
            zones.extend(_zones_of_line(text, start, start + len(body)))
        offset += len(line) + 1
    zones.sort()
    return zones


def _zones_of_line(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    zones = [(m.start(), m.end(), "furniture") for m in _INLINE_FURNITURE_RE.finditer(text, start, end)]
    credits = [(m.start(), m.end(), "credit") for m in _CREDIT_RE.finditer(text, start, end)]
    zones.extend(credits)
    bar = _CAPTION_END_RE.search(text[start:end])
    if bar:
        last = start + bar.start()
        if credits:
            last = min(last, credits[-1][0])
        last = start + len(text[start:last].rstrip())
        if last > start:
            zones.append((start, last, "caption"))
    return zones
