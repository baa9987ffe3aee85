"""Folding of Arabic text for matching, with a map back to the original.

Two layers:

* five functions that fold one thing each and agree, character by character, with the functions of
  `camel_tools.utils` (the source of the convention; MIT licence): `dediac`, `normalise_alef`,
  `normalise_alef_maksura`, `normalise_teh_marbuta`, `normalise_unicode`;
* `NormalisedView`, the text that every rule matches on: the five together, plus digits, Persian letter
  forms, spaces and punctuation folded one to one, tatweel, Quranic marks, invisible controls and all but the
  first of several spaces deleted, and the space behind a و; a tatweel that joins no letters is a dash.

What is lost, step by step (see `FOLDING_STEPS`): every step but `unicode` is lossy for the reader, none
for the user, because records quote the original text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final
from unicodedata import category

# --- the functions that agree with camel_tools.utils -----------------------------------------------

_DIACRITICS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
_DIACRITICS_RE: Final = re.compile(f"[{_DIACRITICS}]")
_ALEF_RE: Final = re.compile("[\u0622\u0623\u0625\u0671]")
# Two ligatures that NFKC spells with letters nobody types; camel_tools respells them, and so do we.
_LIGATURES: Final = str.maketrans({"\ufdfc": "ريال", "\ufdfd": "بسم الله الرحمن الرحيم"})


def dediac(text: str) -> str:
    """Delete the short vowels, tanween, shadda, sukun and dagger alef (as `camel_tools` `dediac_ar`)."""
    return _DIACRITICS_RE.sub("", text)


def normalise_alef(text: str) -> str:
    """Fold آ أ إ ٱ to bare alef (as `camel_tools` `normalize_alef_ar`)."""
    return _ALEF_RE.sub("\u0627", text)


def normalise_alef_maksura(text: str) -> str:
    """Fold ى to ي (as `camel_tools` `normalize_alef_maksura_ar`)."""
    return text.replace("\u0649", "\u064a")


def normalise_teh_marbuta(text: str) -> str:
    """Fold ة to ه (as `camel_tools` `normalize_teh_marbuta_ar`)."""
    return text.replace("\u0629", "\u0647")


def normalise_unicode(text: str) -> str:
    """NFKC, with the rial sign and the basmala spelled in ordinary letters (as `camel_tools` `normalize_unicode`)."""
    return unicodedata.normalize("NFKC", text.translate(_LIGATURES))


# --- the view ---------------------------------------------------------------------------------------

_MARKS: Final = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
)
_CONTROLS: Final = "\u00ad\u061c\u06dd\u06de\u06e9\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_PRESENTATION: Final = "\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefe\u0675-\u0678"
_LATIN_MARKS: Final = "\u0300-\u036f"

# A cluster whose length the folding may change. A base letter is taken along only where a following
# hamza or madda sign, or a Latin accent, may combine with it.
_CLUSTER_RE: Final = re.compile(
    f"[{_PRESENTATION}][{_MARKS}]*"
    f"|[\u0627\u0648\u064a\u06c1\u06d2\u06d5][{_MARKS}]*[\u0653-\u0655][{_MARKS}]*"
    f"|[A-Za-z\u00c0-\u024f\u1e00-\u1eff][{_LATIN_MARKS}]+"
    f"|[{_MARKS}{_LATIN_MARKS}]+"
    f"|[{_CONTROLS}]+"
)
# One class alone is searched at memory speed; the clusters are looked for inside its runs only.
_CHANGING_RUN_RE: Final = re.compile(f"[{_PRESENTATION}{_MARKS}{_LATIN_MARKS}{_CONTROLS}]+")
_DELETED_RE: Final = re.compile(f"[{_MARKS}{_LATIN_MARKS}{_CONTROLS}]+")

_CONTROL_RE: Final = re.compile(f"[{_CONTROLS}]")

FOLDING_STEPS: Final[dict[str, dict[str, str]]] = {
    # step -> {characters folded: what they become}; each is one to one and keeps the length
    "alef": {"\u0622\u0623\u0625\u0671\u0672\u0673": "\u0627"},
    "alef maksura": {"\u0649\u06cc\u06d0\u06ce": "\u064a"},
    "teh marbuta": {"\u0629\u06c3\u06c0\u06c1\u06c2\u06d5\u06be": "\u0647"},
    "kaf": {"\u06a9\u06aa": "\u0643"},
    "digits": {chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)},
    "spaces": {"\t\r\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))): " "},
    "lines": {"\u000b\u000c\u0085\u2028\u2029": "\n"},
    "quotation marks": {
        "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u300c\u300d\uff02": '"',
        "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u00b4\u0060\u02bc": "'",
    },
    "dashes": {"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u06d4\ufe58\ufe63\uff0d": "-"},
    "punctuation": {
        "\u060c\u066c\u066b\u3001": ",",
        "\u061b": ";",
        "\u061f": "?",
        "\u066a": "%",
        "\u2026": ".",
        "\u2044\u2215": "/",
        "\ufd3f": "(",
        "\ufd3e": ")",
        "\u066d\u2022\u00b7\u25cf\u25aa": "*",
    },
}
# The Arabic decimal separator is a point, not a comma.
FOLDING_STEPS["punctuation"]["\u066b"] = "."
FOLDING_STEPS["punctuation"]["\u060c\u066c\u3001"] = FOLDING_STEPS["punctuation"].pop("\u060c\u066c\u066b\u3001")

_ONE_TO_ONE: Final[dict[str, str]] = {
    source: target for step in FOLDING_STEPS.values() for sources, target in step.items() for source in sources
}

# A tatweel that joins no letters is a dash: الرياض ـ خاص, 29ـ2ـ1439.
_LONE_TATWEEL_RE: Final = re.compile(r"\u0640(?:(?<!\S\u0640)\u0640*(?!\S)|(?<=\d\u0640)\u0640*(?=\d))")
# Behind the first letter of a match in a folded text the spaces that are too much: behind another one, and those that
# part و from its word.
_GAP_RE: Final = re.compile(r"[ و] (?:(?<=  ) *|(?<![^ \n]و ) *(?=(?:و +){0,3}(?:[ء-ي]{2}|\d)))")


def _with_dashes(text: str) -> str:
    return _LONE_TATWEEL_RE.sub(lambda run: "-" + run[0][1:], text) if "\u0640" in text else text


def _may_have_gaps(folded: str) -> bool:
    return "  " in folded or " و " in folded or "\nو " in folded or folded.startswith("و ")


# What newspapers write with. Each of these characters gets a byte of its own, so that folding such a text is reading
# a table and deleting bytes; a text with any other character goes the long way.
_USUAL_MARKS: Final = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
_USUAL: Final = (
    "".join(map(chr, range(128)))
    + _USUAL_MARKS
    + "".join(map(chr, (*range(0x621, 0x640), *range(0x641, 0x64B), *range(0x660, 0x66D), 0x671, 0x6A9, 0x6CC)))
    + "\u00a0\u060c\u061b\u061f\u00ab\u00bb\u2018\u2019\u201c\u201d\u201e\u2013\u2014\u2022\u2026\u2033"
    + "éèêëçàâîïôöüäñáíóúÉ×°®™›‹´\u067e\u0686\u0698\u06a4\u06a8\u06ad\u06af\u06be"
)
_TO_BYTES: Final = codecs.charmap_build(_USUAL.ljust(256, "\ufffe"))
_FROM_BYTES: Final = "".join(_ONE_TO_ONE.get(character, character) for character in _USUAL)
_MARK_BYTES: Final = bytes(map(_USUAL.index, _USUAL_MARKS))
_MARK_BYTE: Final = _MARK_BYTES[:1]
_ONE_MARK: Final = bytes(_MARK_BYTE[0] if _USUAL[code : code + 1] in set(_USUAL_MARKS) else code for code in range(256))

# ASCII in place; Arabic letters above it; any other letter becomes "?", which is a letter here.
_ARABIC_LETTERS: Final = "".join(chr(code) for code in (*range(0x620, 0x64B), *range(0x66E, 0x6D4), 0x6EE, 0x6EF))
_TO_LETTERS: Final = codecs.charmap_build(("".join(map(chr, range(128))) + _ARABIC_LETTERS[:128]).ljust(256, "\ufffe"))
_SPACED: Final = bytes(
    code if code >= 128 or chr(code) == "?" or chr(code).isalnum() else ord(" ") for code in range(256)
)


def letter_bytes(text: str) -> bytes:
    """A folded text as single bytes, one a code point: letters and digits, and a space for all else."""
    return codecs.charmap_encode(text.replace("?", " "), "replace", _TO_LETTERS)[0].translate(_SPACED)


_USUAL_LETTERS: Final = letter_bytes(_FROM_BYTES.ljust(256))

_Change = tuple[int, int, int, int, bool]
"""A cluster whose length changed: view [0, 1) came from original [2, 3). Whether it was deleted as a mark or tatweel:
these belong to the letter before them, deleted controls do not."""


def _moved(changes: list[_Change], by: int) -> list[_Change]:
    """The changes of a view from which that many code points before them are gone."""
    return [(start - by, end - by, first, last, attached) for start, end, first, last, attached in changes]


def _fold_cluster(cluster: str) -> str:
    """The view's spelling of one cluster of `_CLUSTER_RE` (letters are folded later, for all at once)."""
    folded = _DELETED_RE.sub("", normalise_unicode(cluster))
    # NFKC writes an isolated presentation mark as a space with the mark; the space is not in the text.
    return "" if folded == " " else folded


class NormalisedView:
    """The folded text of an article, and the way back.

    Attributes:
        original: the text as given.
        text: the folded text, on which all rules match. It has the original's length unless something
            in it was deleted or expanded (tashkeel, tatweel, controls, ligatures, spaces that are too much).

    Offsets are Unicode code points, end exclusive.

    Args:
        original: the text.
        gaps: whether to leave the spaces that are too much.
    """

    __slots__ = ("_changes", "_may_have_marks", "_starts", "_usual", "original", "text")

    def __init__(self, original: str, *, gaps: bool = False) -> None:
        self.original = original
        self._changes: list[_Change] = []
        self._may_have_marks = False  # combining marks that the view keeps
        self._usual: bytes | None = None  # the view as bytes of `_USUAL`, where they suffice
        spelled = _with_dashes(original)
        try:
            data = codecs.charmap_encode(spelled, "strict", _TO_BYTES)[0]
        except UnicodeEncodeError:
            self.text = self._fold_any(spelled)
            self._may_have_marks = True
        else:
            self.text = self._fold_usual(data)
        self._starts = [change[0] for change in self._changes]
        if not gaps and _may_have_gaps(self.text):
            self._close_gaps()

    def _fold_usual(self, data: bytes) -> str:
        """The view of a text of `_USUAL` characters, given as their bytes."""
        pieces = data.translate(_ONE_MARK).split(_MARK_BYTE)
        if len(pieces) > 1:
            before = accumulate(map(len, pieces[:-1]))
            self._changes = [(at, at, at + count, at + count + 1, True) for count, at in enumerate(before)]
        self._usual = b"".join(pieces)
        return codecs.charmap_decode(self._usual, "strict", _FROM_BYTES)[0]

    def _close_gaps(self) -> None:
        """Take the gaps out of the folded text, and put them among the changes that folding made."""
        text, folding, starts = self.text, self._changes, self._starts
        pieces: list[str] = []
        changes: list[_Change] = []
        cursor = closed = done = 0  # in the text, code points and changes
        for gap in _GAP_RE.finditer(text):
            start, end = gap.start() + 1, gap.end()
            first = bisect_right(starts, start)
            changes += _moved(folding[done:first], closed)
            changes.append(
                (start - closed, start - closed, self._original_start(start), self._original_start(end - 1) + 1, False)
            )
            pieces.append(text[cursor:start])
            cursor, closed, done = end, closed + end - start, bisect_left(starts, end)
        self._changes = changes + _moved(folding[done:], closed)
        self._starts = [change[0] for change in self._changes]
        self.text = "".join((*pieces, text[cursor:]))
        self._usual = None

    @property
    def letters(self) -> bytes:
        """The view as `letter_bytes`, which the scanner reads."""
        return letter_bytes(self.text) if self._usual is None else self._usual.translate(_USUAL_LETTERS)

    def _fold_any(self, original: str) -> str:
        pieces: list[str] = []
        cursor = length = 0
        for run in _CHANGING_RUN_RE.finditer(original):
            # One character back: the letter that the run's first mark may combine with.
            for match in _CLUSTER_RE.finditer(original, max(cursor, run.start() - 1), run.end()):
                start, end = match.span()
                cluster = match[0]
                folded = _fold_cluster(cluster)
                length += start - cursor
                pieces.append(original[cursor:start])
                pieces.append(folded)
                attached = not folded and not _CONTROL_RE.match(cluster)
                self._changes.append((length, length + len(folded), start, end, attached))
                length += len(folded)
                cursor = end
        pieces.append(original[cursor:])
        folded = "".join(pieces)
        # A `replace` of one character is a memchr: a few of them cost less than one `translate`.
        for source in _ONE_TO_ONE.keys() & set(folded):
            folded = folded.replace(source, _ONE_TO_ONE[source])
        return folded

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span for the view's span [start, end).

        Whole characters: a span that ends on a letter takes the combining marks after it along; a span
        that begins or ends inside an expanded ligature takes the whole ligature.

        Raises:
            ValueError: if the span is not inside the view, or is reversed.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} is not inside the text of length {len(self.text)}")
        if self._changes:
            # Between the letters of a ligature there is no place of its own: an empty span is where it begins.
            original_end = self._original_end(end) if start < end else 0
            start = self._original_start(start)
            end = max(start, original_end)
        return self._whole_characters(start, end) if self._may_have_marks and start < end else (start, end)

    def written(self, start: int, end: int) -> str:
        """What the original has for the view's span [start, end), in NFC, to tell apart what folding makes equal."""
        first, last = self.span(start, end)
        return unicodedata.normalize("NFC", self.original[first:last])

    def _whole_characters(self, start: int, end: int) -> tuple[int, int]:
        """The span with the marks of other scripts, which the view keeps, taken along with their letters."""
        original = self.original
        while start > 0 and category(original[start])[0] == "M":
            start -= 1
        while end < len(original) and category(original[end])[0] == "M":
            end += 1
        return start, end

    def _original_start(self, position: int) -> int:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        _, view_end, start, end, _ = self._changes[index]
        return start if position < view_end else end + position - view_end

    def _original_end(self, position: int) -> int:
        if position == 0:
            return 0
        # The change that holds the span's last character, or lies before it ...
        index = bisect_right(self._starts, position - 1) - 1
        if index < 0:
            original_end = position
        else:
            _, view_end, _, end, _ = self._changes[index]
            original_end = end if position <= view_end else end + position - view_end
        # ... and the marks that follow that character, which the view has not.
        for next_index in range(index + 1, len(self._changes)):
            _, _, start, end, attached = self._changes[next_index]
            if not (attached and start == original_end):
                break
            original_end = end
        return original_end


def fold(text: str) -> str:
    """The view's spelling of `text`, but for its spaces; folding twice is folding once."""
    try:
        usual = codecs.charmap_encode(_with_dashes(text), "strict", _TO_BYTES)[0]
    except UnicodeEncodeError:
        return NormalisedView(text, gaps=True).text
    # The lexicons are folded word by word: this is a fifth of the price of a view.
    return codecs.charmap_decode(usual.translate(None, _MARK_BYTES), "strict", _FROM_BYTES)[0]
