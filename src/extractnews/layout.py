"""Page furniture: captions, credits and leftovers of the page around the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractnews.scanner import Cue, Scan

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
_IMAGE_SUFFIXES: Final = ("jpg", "jpeg", "png", "gif", "webp", "JPG", "JPEG", "PNG")
_CREDIT_LABELS: Final = ("مصدر", "صورة", "تصوير", "صور")
_CREDIT_SIGNS: Final = ("مصدر:", "مصدر :", "صوره:", "صوره :", "تصوير:", "تصوير :", "الصور:", "الصور :")
_CAPTION_EDGE: Final = " |,;-()"
_CREDIT_RE: Final = re.compile(
    r"(?:\(\ *_?(?:المصدر|مصدر|الصوره|صوره|تصوير|الصور)\ *:\ *(?P<a>[^()\n]+)\)"  # (المصدر: VNA)
    r"|_(?:ال)?صوره\ *:\ *(?P<b>[^()|\n]+)"  # _صورة: ...
    r"|^\ *(?:ال)?مصدر\ *:\ *(?P<c>[^()|\n]{1,80})$"  # المصدر: ... on a line of its own
    r"|(?<=[,.|(\-])\ *(?:الصوره|صوره|تصوير)\ *:\ *(?P<d>[^()|.\n]{1,60})(?=\ *(?:[|.)]|$)))",  # ..., الصورة: ...
    re.MULTILINE,
)
_INLINE_FURNITURE_RE: Final = re.compile(
    r"\[\ *اعلان[ _]*\d*\ *\]|!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)|(?<![\w./:%-])[\w./:%-]+\.(?i:jpe?g|png|gif|webp)\b"
)


def cues() -> Iterator[Cue]:
    """The words without which there is no image and no credit to look for."""
    for suffix in _IMAGE_SUFFIXES:
        yield Cue(suffix, "layout.image", None, "fixed")
    for label in _CREDIT_LABELS:
        yield Cue(label, "layout.credit", None, "noun")


# A sentence goes on after these. Without علي, which is a name as well, and بعد, which ends sentences.
_JOINING: Final = frozenset((
    "في", "من", "مع", "الي", "عن", "بين", "لدي", "حول", "ضد", "خلال", "منذ", "عبر", "تحت", "دون", "ان", "بان", "وان",
    "التي", "الذي", "و", "ب", "ل", "او", "وفي", "ومن", "والي", "وعن", "وبين", "ومع",
))  # fmt: skip
_CLOSING: Final = frozenset(",;)")
_LONGEST_LINK: Final = 6


def join_lines(text: str) -> str:
    """A folded text with spaces for the line ends inside its sentences: the offsets stay.

    Scraped pages have each link of a sentence on a line of its own, and some texts are wrapped. A sentence goes on
    where a line ends in a comma, a preposition and the like, or the next one begins with a comma; the short line
    between two such ends is the link.
    """
    lines = text.split("\n")
    if len(lines) == 1:
        return text
    joints = ["\n"] * (len(lines) - 1)
    link = False
    for index in range(len(joints)):
        line, following = lines[index].rstrip(" "), lines[index + 1].lstrip(" ")
        if not line or not following:
            link = False
        elif line[-1] == "," or line[line.rfind(" ") + 1 :] in _JOINING:
            joints[index], link = " ", True
        elif following[0] in _CLOSING:
            joints[index], link = " ", False
            if index and _is_link(line) and lines[index - 1].rstrip(" ")[-1:].isalpha():
                joints[index - 1] = " "
        elif link and _is_link(line):
            joints[index], link = " ", False
        else:
            link = False
    if " " not in joints:
        return text
    joints.append("")
    return "".join(part for pair in zip(lines, joints, strict=True) for part in pair)


def _is_link(line: str) -> bool:
    """Whether a line may be a link's text: a few words without a mark."""
    words = line.split()
    return len(words) <= _LONGEST_LINK and all(word.isalpha() for word in words)


def find_zones(text: str, scan: Scan) -> list[tuple[int, int, str]]:
    """Captions, credits and furniture of a folded text, as (start, end, kind) in its offsets, sorted.

    A caption is a line that ends in `|` (a picture's cell of a table); its span has neither the `|` nor the
    image and the credit beside it.
    """
    images, credits = scan.has("layout.image") or "![" in text, scan.has("layout.credit")
    zones: list[tuple[int, int, str]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        body = line.strip() if len(line) <= _LONGEST_FURNITURE else line
        if body and len(line) <= _LONGEST_FURNITURE and _FURNITURE_LINES.fullmatch(body):
            first = start + line.index(body)
            zones.append((first, first + len(body), "furniture"))
        elif body:
            inside: list[tuple[int, int, str]] = []
            if images or "[" in line:
                matches = _INLINE_FURNITURE_RE.finditer(text, start, end)
                inside.extend((match.start(), match.end(), "furniture") for match in matches)
            if credits and _holds_any(_CREDIT_SIGNS, line):
                inside.extend(_credits(text, start, end))
            inside.sort()
            if line.rstrip(" ").endswith("|"):
                inside.extend(_captions(text, start, start + len(line.rstrip("| ")), inside))
                inside.sort()
            zones.extend(inside)
        start = end + 1
    return zones


def _holds_any(signs: tuple[str, ...], text: str) -> bool:
    return any(sign in text for sign in signs)


def _credits(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Credits and their labels, which are furniture: المصدر is a newspaper's name as well."""
    for match in _CREDIT_RE.finditer(text, start, end):
        name = match.lastgroup or 0
        yield match.start(), match.start(name), "furniture"
        yield *match.span(name), "credit"


def _captions(text: str, start: int, end: int, others: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """What is left of a caption's line between its image, its credit and its bars."""
    for zone_start, zone_end, _ in (*others, (end, end, "")):
        part = text[start : min(zone_start, end)]
        left = part.strip(_CAPTION_EDGE)
        if left:
            first = start + part.index(left)
            yield first, first + len(left), "caption"
        start = max(start, zone_end)
