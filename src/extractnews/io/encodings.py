"""From bytes to text without mojibake: UTF-8, UTF-16, Windows-1256, ISO-8859-6, told apart or not decoded at all.

What is not valid UTF-8 is decoded as something else only where that is as good as certain; otherwise the
first byte that is wrong is named.
"""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_UTF8_BOM: Final = codecs.BOM_UTF8
WINDOWS_1256: Final = "windows-1256"
ISO_8859_6: Final = "iso-8859-6"

# How often each character stands among a thousand non-ASCII ones of Arabic news; tashkeel more often than news has it,
# for texts that are written with it.
_PER_MILLE: Final[Mapping[str, float]] = {
    "ا": 151, "ل": 115, "ي": 75, "م": 64, "و": 52, "ن": 49, "ت": 46, "ر": 45, "ب": 34, "ة": 33, "ع": 33, "د": 30,
    "ف": 24, "س": 24, "ه": 23, "ق": 22, "أ": 19, "ك": 18, "ح": 17, "ج": 14, "،": 10, "ش": 9.7, "ط": 9.3, "ص": 9.2,
    "إ": 8.4, "خ": 8.2, "ى": 8.1, "ز": 6.7, "ض": 6.5, "ذ": 6, "ث": 5.3, "ئ": 4.4, "غ": 4.4, "ء": 3.3, "ظ": 2.3,
    "ً": 4, "ؤ": 1.3, "آ": 1, "ّ": 6, "«": 0.7, "»": 0.7, "”": 0.5, "“": 0.5, "َ": 8, "ُ": 5, "ـ": 0.5,
    "\xa0": 0.5, "ِ": 6, "؟": 0.2, "؛": 0.2, "ْ": 5, "–": 0.2, "ٍ": 2, "—": 0.1, "…": 0.1, "’": 0.1, "‘": 0.1,
    "é": 0.1, "è": 0.05, "à": 0.05, "ç": 0.05, "ê": 0.05, "•": 0.05, "ٌ": 2, "پ": 0.03, "چ": 0.03, "گ": 0.03,
    "\u200f": 0.03, "\u200e": 0.03, "\u200c": 0.03, "\u200d": 0.03,
}  # fmt: skip
_UNSEEN: Final = math.log(0.002 / 1000)
# Arabic of some length has a mean of -3.1; the same bytes read with the wrong table have less than -4.
_PLAUSIBLE: Final = -3.9
# By how much the better table must win: e to this power to one.
_MARGIN: Final = 7.0
# A high byte that touches an ASCII letter: Latin words with accents, not Arabic ones.
_MIXED_RE: Final = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_HIGH_RE: Final = re.compile(rb"[\x80-\xff]")
# A character of two to four bytes in UTF-8.
_SEQUENCE_RE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# High bytes of UTF-16 in Arabic text: ASCII, Arabic, general punctuation, presentation forms.
_HIGH_HALVES: Final = bytes((0x00, 0x06, 0x20, 0xFB, 0xFE))


class UndecodableError(ValueError):
    """Bytes that are no text, or not in the encoding asked for.

    Attributes:
        offset: of the first byte that is wrong.
    """

    def __init__(self, cause: str, offset: int) -> None:
        super().__init__(cause)
        self.offset = offset


def check_encoding(name: str) -> str:
    """The name, if Python knows a text encoding by it.

    Raises:
        ValueError: if it does not.
    """
    try:
        b"\0\0\0\0".decode(name)
    except LookupError:
        raise ValueError(f"unknown encoding {name!r}") from None
    except UnicodeError:
        pass
    return name


def is_wide(name: str | None) -> bool:
    """Whether an encoding needs more than a byte for a line end, so that lines cannot be cut before decoding."""
    return name is not None and len("\n".encode(name)) > 1


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a whole file, its byte order mark kept as its first character.

    Args:
        data: the bytes.
        encoding: the encoding; None detects it.

    Raises:
        UndecodableError: if the bytes are not text in this encoding, or in none that is certain.
    """
    encoding = encoding or detect(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(_wrong_byte(data, encoding, error.start), error.start) from None
    if "\0" in text:
        offset = len(text[: text.index("\0")].encode(encoding, "surrogatepass"))
        raise UndecodableError("not text: it holds a NUL byte", offset)
    return text


def _wrong_byte(data: bytes, encoding: str, offset: int) -> str:
    return f"not {encoding.upper()} text: byte 0x{data[offset]:02x} at offset {offset}"


def detect(data: bytes) -> str:
    """The encoding of a text: `utf-8`, `utf-16-le`, `utf-16-be`, `windows-1256` or `iso-8859-6`.

    Args:
        data: the file, or its first part up to the end of a line.

    Raises:
        UndecodableError: if it is none of these for certain.
    """
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    if b"\0" in data or b"\x06" in data:
        wide = _detect_utf16(data)
        if wide:
            return wide
        if b"\0" in data:
            raise UndecodableError("not text: it holds a NUL byte", data.index(b"\0"))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = error.start
    else:
        return "utf-8"
    cause = _wrong_byte(data, "utf-8", wrong)
    if data.startswith(_UTF8_BOM) or is_damaged_utf8(data):
        raise UndecodableError(cause, wrong)
    best = _detect_single_byte(data)
    if best is None:
        raise UndecodableError(f"{cause}; neither Windows-1256 nor ISO-8859-6 for certain", wrong)
    return best


def _detect_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: its high halves are few and known, its low halves are many."""
    pairs = len(data) // 2
    if len(data) % 2:
        return None
    for name, high, low in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        known = pairs - len(high.translate(None, _HIGH_HALVES))
        if known >= 0.95 * pairs and pairs - len(low.translate(None, _HIGH_HALVES)) < 0.5 * pairs and 6 in high:
            return name
    return None


def is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is valid UTF-8 all the same; in Windows-1256 hardly a letter in fifty is."""
    rest = _SEQUENCE_RE.sub(b"", data)
    high = len(_HIGH_RE.findall(data))
    return len(_HIGH_RE.findall(rest)) < high / 2


def _detect_single_byte(data: bytes) -> str | None:
    counts = {byte: data.count(byte) for byte in range(0x80, 0x100) if byte in data}
    high = sum(counts.values())
    if len(_MIXED_RE.findall(data)) > 0.1 * high:
        return None
    scores = sorted((_score(counts, name), name) for name in (WINDOWS_1256, ISO_8859_6))
    (second, _), (best, name) = scores
    return name if best >= _PLAUSIBLE * high and best - second >= _MARGIN else None


def _score(counts: Mapping[int, int], encoding: str) -> float:
    """Logarithm of the probability of these bytes in Arabic of this encoding."""
    table = _log_probabilities(encoding)
    return sum(count * table[byte] for byte, count in counts.items())


@cache
def _log_probabilities(encoding: str) -> Mapping[int, float]:
    characters = {byte: bytes((byte,)).decode(encoding, "replace") for byte in range(0x80, 0x100)}
    return {
        byte: -math.inf
        if character == "\ufffd" or "\x80" <= character < "\xa0"
        else math.log(_PER_MILLE[character] / 1000)
        if character in _PER_MILLE
        else _UNSEEN
        for byte, character in characters.items()
    }
