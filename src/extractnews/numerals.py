"""Numbers as they stand in Arabic text: digits of three scripts, number words and the two mixed.

`parse_number` and `find_numbers` take any text. The extractors read on the folded text, around their cues:
`NumeralReader.read` forwards from an offset, `NumeralReader.read_back` backwards from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple

from extractnews.lexicon import Resources
from extractnews.normalise import NormalisedView, fold

NumberKind = Literal["cardinal", "ordinal"]
Approximation = Literal["about", "more", "less", "at_least", "at_most"]

_LETTERS_RE: Final = re.compile(r"[^\W\d_]+")
_SPACES_RE: Final = re.compile(r" *")
_DIGITS_RE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED_GROUPS_RE: Final = re.compile(r"\d{1,3}(?: \d{3}){1,6}(?![\d.,/])")
_GROUPED_RE: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
# Where a number may begin, with the letters that may stand before it in the same word.
_START_RE: Final = re.compile(r"(?<![\w])(?:[وفبلك]{0,2})(?=[\w])")
_ORDINAL_REST_RE: Final = re.compile(r" +(?:(و) *)?(?:ال)?([^\W\d_]+)")
_MOST_DIGITS: Final = 30
"""Digits and separators of the longest number that counts anything; more are a code or a mistake."""
_LONGEST_NUMBER: Final = 12
"""Words and conjunctions that the longest number read backwards may have."""


class Number(NamedTuple):
    """A number with its place.

    Attributes:
        start: offset of its first character, after proclitics and before an article.
        end: offset after its last character.
        value: what it is worth; an int wherever it is whole.
        kind: `ordinal` for `الثالثة`, which counts nothing.
        definite: whether it has the article.
        approximation: what the words before it say (`نحو` about, `أكثر من` more), None for an exact number.
        percent: whether `%`, `في المئة` or `بالمئة` follows, which is then inside.
    """

    start: int
    end: int
    value: int | float
    kind: NumberKind = "cardinal"
    definite: bool = False
    approximation: Approximation | None = None
    percent: bool = False


_ROLES: Final = {
    "units": "unit",
    "bound_units": "bound_unit",
    "ten": "ten",
    "tens": "tens",
    "hundred": "hundred",
    "hundreds": "hundreds",
    "scales": "scale",
    "scale_plurals": "scale_plural",
    "scale_duals": "scale_dual",
    "fractions": "fraction",
}
"""What the words of each table of `numerals.toml` do in a cardinal."""


class _Word(NamedTuple):
    role: str
    value: int


@dataclass(slots=True)
class _Sum:
    """A cardinal in the making, word by word."""

    total: int | float = 0
    small: int | float | None = None
    scale: int = 0
    last: str = ""

    def add(self, word: _Word, joined: bool) -> bool:
        """Take one more word in; False, and nothing changed, where it does not continue the number."""
        if word.role in ("scale", "scale_plural"):
            return self._add_scale(word, joined)
        if word.role == "fraction":
            return self._add_fraction(word.value, joined)
        if (
            word.role == "ten"
            and not joined
            and self.last in ("unit", "bound_unit")
            and 0 < (self.small or 0) % 100 < 10
        ):
            self.small = (self.small or 0) + 10
        elif word.role == "hundred" and not joined and self.last == "unit" and 2 <= (self.small or 0) < 10:
            self.small = (self.small or 0) * 100
        elif self._fits(word, joined):
            if word.role == "scale_dual":
                self.total += word.value
                self.scale = word.value // 2
                self.last = "scale"
                return True
            self.small = (self.small or 0) + word.value
        else:
            return False
        self.last = word.role
        return True

    def _fits(self, word: _Word, joined: bool) -> bool:
        if not self.last:
            return True
        if not joined:
            return False
        if self.last == "scale":
            return word.value < self.scale
        if self.last in ("hundred", "hundreds"):
            return word.value < 100
        return word.role == "tens" and self.last in ("unit", "bound_unit") and (self.small or 0) % 100 < 10

    def _add_scale(self, word: _Word, joined: bool) -> bool:
        if not self.last or (joined and self.last == "scale" and word.value < self.scale):
            if word.role == "scale_plural":
                return False
            self.small = 1
        elif joined or self.last == "fraction" or (self.last == "scale" and word.value <= self.scale):
            return False
        if self.scale and word.value >= self.scale:
            self.total = (self.total + (self.small or 0)) * word.value
        else:
            self.total += (self.small or 0) * word.value
        self.small = None
        self.scale = word.value
        self.last = "scale"
        return True

    def _add_fraction(self, hundredths: int, joined: bool) -> bool:
        if not self.last:
            self.small = hundredths / 100
            self.last = "open_fraction"
            return True
        if joined and self.last == "scale":
            self.total += self.scale * hundredths / 100
            self.last = "fraction"
            return True
        return False

    def complete(self) -> bool:
        return self.last not in ("", "bound_unit", "open_fraction")

    def value(self) -> int | float:
        return _whole(self.total + (self.small or 0))


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def digits_value(written: str, *, counting: bool = False) -> int | float | None:
    """The value of folded digits with their separators, None for what is no number (`17.3.2018`, 40 digits).

    Args:
        written: such as `4,200`, `1.10`, `1 234 567` or `25799,52`.
        counting: whether the number counts things, so that `4.200` is a grouped 4200 and no fraction.
    """
    if len(written) > _MOST_DIGITS:
        return None
    written = written.replace(" ", ",")
    grouped = _GROUPED_RE.match(written)
    if grouped and not written.startswith("0"):
        head, tail, mark = written[: grouped.end()], written[grouped.end() :], grouped[1]
        certain = mark == "," or head.count(".") > 1 or bool(tail) or counting
        if certain and (not tail or (tail[1:].isdigit() and not (tail[0] == mark == "."))):
            whole = head.replace(mark, "")
            return _whole(float(f"{whole}.{tail[1:]}")) if tail else int(whole)
    parts = re.split("[.,]", written)
    if len(parts) == 1:
        return int(written)
    return _whole(float(".".join(parts))) if len(parts) == 2 else None


class NumeralReader:
    """Reads numbers in folded text.

    Args:
        resources: where `numerals.toml` is read from.
    """

    def __init__(self, resources: Resources) -> None:
        table = resources.toml("numerals.toml")
        self._words: dict[str, _Word] = {}
        for name, role in _ROLES.items():
            for value, forms in table[name].items():
                self._words.update((fold(form), _Word(role, int(value.replace("_", "")))) for form in forms)
        for value, stems in table["hundred_stems"].items():
            for stem in stems:
                for hundred in table["hundred"]["100"]:
                    self._words[fold(stem + hundred)] = _Word("hundreds", int(value) * 100)
        self._ordinals = {fold(form): int(value) for value, forms in table["ordinals"].items() for form in forms}
        self._bound_ordinals = {fold(form): int(v) for v, forms in table["bound_ordinals"].items() for form in forms}
        self._approximations: dict[str, Approximation] = {
            fold(form): name for name, forms in table["approximations"].items() for form in forms
        }
        phrases = "|".join(sorted(map(re.escape, self._approximations), key=len, reverse=True))
        self._approximation_re = re.compile(rf"(?:^|[^\w])[وفبل]?({phrases}) *[بل]?$")
        hundred = "|".join(sorted({fold(form) for form in table["hundred"]["100"]}, key=len, reverse=True))
        self._percent_re = re.compile(rf" ?%| +(?:في +ال|بال)(?:{hundred})(?!\w)")

    def is_number_word(self, form: str) -> bool:
        """Whether a folded word, without proclitics and article, is part of a cardinal."""
        return form in self._words

    def read(self, text: str, start: int, *, counting: bool = False) -> Number | None:
        """The longest number that begins at `start`.

        Args:
            text: folded text.
            start: offset of its first letter, digit or article; proclitics lie before it.
            counting: as for `digits_value`.
        """
        if not text.startswith("ال", start):
            return self._cardinal(text, start, counting) or self._ordinal(text, start)
        ordinal = self._ordinal(text, start)
        if ordinal:
            return ordinal
        word = _LETTERS_RE.match(text, start)
        if word is None or word[0] in ("الاثنين", "الف"):  # Monday; a thousand
            return self._cardinal(text, start, counting)
        inner = self._cardinal(text, start + 2, counting) or self._cardinal(text, start, counting)
        return inner._replace(start=start, definite=inner.start == start + 2) if inner else None

    def read_back(self, text: str, end: int, *, counting: bool = False) -> Number | None:
        """The longest number that ends at `end`, its approximation read with it.

        Args:
            text: folded text.
            end: offset after its last character.
            counting: as for `digits_value`.
        """
        best: Number | None = None
        for start in self._starts_before(text, end):
            number = self.read(text, start, counting=counting)
            if number and number.end == end and (best is None or number.start < best.start):
                best = number
        return best and best._replace(approximation=self.approximation_before(text, best.start))

    def approximation_before(self, text: str, start: int) -> Approximation | None:
        """What the words right before a number say of its exactness."""
        match = self._approximation_re.search(text[max(0, start - 24) : start])
        return self._approximations[match[1]] if match else None

    def find(self, text: str, *, counting: bool = False) -> Iterator[Number]:
        """All numbers of a folded text, one after the other; a word that is a number only sometimes (`أول`) is one."""
        position = 0
        while match := _START_RE.search(text, position):
            position = match.end()
            for start in range(match.start(), position + 1):
                number = self.read(text, start, counting=counting) if start < len(text) else None
                if number:
                    yield number._replace(approximation=self.approximation_before(text, number.start))
                    position = number.end
                    break
            else:
                word = _LETTERS_RE.match(text, position) or _DIGITS_RE.match(text, position)
                position = word.end() if word else position + 1

    def _cardinal(self, text: str, start: int, counting: bool) -> Number | None:
        sum_ = _Sum()
        position = good = start
        value: int | float = 0
        while step := self._component(text, position, sum_, counting):
            position = step
            if sum_.complete():
                good, value = position, sum_.value()
        if good == start:
            return None
        good, value = self._decimals(text, good, value)
        percent = self._percent_re.match(text, good)
        return Number(start, percent.end() if percent else good, value, percent=percent is not None)

    def _component(self, text: str, position: int, sum_: _Sum, counting: bool) -> int | None:
        """Add the next word or digits to `sum_`; the offset after it, None where the number has ended."""
        joined = False
        if sum_.last:
            spaces = _SPACES_RE.match(text, position)
            position = spaces.end() if spaces else position
        word = _LETTERS_RE.match(text, position)
        # وأحد عشر is folded to واحد عشر: what is a number word as it stands may still be و and another.
        if word and sum_.last and word[0][0] == "و" and not self._takes(word[0], sum_, False):
            joined = True
            spaces = _SPACES_RE.match(text, position + 1)
            position = spaces.end() if spaces else position + 1
            word = _LETTERS_RE.match(text, position)
        elif word and sum_.last and word[0][0] == "و":
            return word.end()
        if word:
            repeated = self._repeated_scale(word[0], sum_, joined)
            return word.end() if repeated or self._takes(word[0], sum_, joined) else None
        if sum_.last and not (joined and sum_.last == "scale"):
            return None
        return self._digits(text, position, sum_, counting)

    def _takes(self, form: str, sum_: _Sum, joined: bool) -> bool:
        entry = self._words.get(form)
        return entry is not None and sum_.add(entry, joined)

    def _repeated_scale(self, form: str, sum_: _Sum, joined: bool) -> bool:
        """The scale said once more after a fraction: `مليون ونصف المليون`; `نصف المليون`."""
        entry = self._words.get(form.removeprefix("ال"))
        if entry is None or entry.role != "scale" or joined:
            return False
        if sum_.last == "fraction":
            return entry.value == sum_.scale
        return form.startswith("ال") and bool(sum_.last) and sum_.add(entry, False)

    def _digits(self, text: str, position: int, sum_: _Sum, counting: bool) -> int | None:
        if position and text[position - 1].isdigit():
            return None
        match = _SPACED_GROUPS_RE.match(text, position) or _DIGITS_RE.match(text, position)
        value = digits_value(match[0], counting=counting) if match else None
        if match is None or value is None or (sum_.scale and value >= sum_.scale):
            return None
        sum_.small = value
        sum_.last = "digits"
        return match.end()

    def _decimals(self, text: str, end: int, value: int | float) -> tuple[int, int | float]:
        """`واحد فاصلة خمسة` is 1.5."""
        if not text.startswith((" فاصله ", " فاصل "), end):
            return end, value
        start = text.index(" ", end + 1) + 1
        fraction = self._cardinal(text, start, False)
        if fraction is None or not isinstance(value, int) or not isinstance(fraction.value, int):
            return end, value
        return fraction.end, float(f"{value}.{fraction.value}")

    def _ordinal(self, text: str, start: int) -> Number | None:
        definite = text.startswith("ال", start)
        word = _LETTERS_RE.match(text, start + 2 if definite and not text.startswith("الف", start) else start)
        if word is None:
            return None
        form, end = word[0], word.end()
        entry = self._words.get(form)
        unit = self._ordinals.get(form) or self._bound_ordinals.get(form)
        if unit is None and definite and entry:
            if entry.role in ("tens", "hundred", "hundreds"):
                return Number(start, end, entry.value, "ordinal", True)
            unit = entry.value if entry.role in ("unit", "bound_unit") else None
        if unit is None:
            return None
        if unit < 10:
            following = self._ordinal_rest(text, end)
            if following:
                return Number(start, following[0], unit + following[1], "ordinal", definite)
        return Number(start, end, unit, "ordinal", definite) if form in self._ordinals else None

    def _ordinal_rest(self, text: str, end: int) -> tuple[int, int] | None:
        """(end, value) of what follows the unit: ` عشر`, ` والعشرين`."""
        match = _ORDINAL_REST_RE.match(text, end)
        entry = self._words.get(match[2]) if match else None
        if match and entry and entry.role == ("tens" if match[1] else "ten"):
            return match.end(), entry.value
        return None

    def _starts_before(self, text: str, end: int) -> Iterator[int]:
        """Offsets before `end` at which a number that reaches it may begin, the nearest first."""
        position = end
        for _ in range(_LONGEST_NUMBER):
            start = position
            while start > 0 and (
                text[start - 1].isalnum() or (text[start - 1] in ".," and text[start - 2 : start - 1].isdigit())
            ):
                start -= 1
            if start == position:
                return
            candidates = [
                start + skip
                for skip in range(min(3, position - start))
                if text[start : start + skip].strip("وفبلك") == ""
            ]
            yield from candidates
            if not any(self._part_of_number(text, candidate, position) for candidate in candidates):
                return
            position = start
            while position > 0 and text[position - 1] == " ":
                position -= 1

    def _part_of_number(self, text: str, start: int, end: int) -> bool:
        form = text[start:end]
        return (
            form == ""
            or form in self._words
            or form[0].isdigit()
            or form == "و"
            or form.removeprefix("ال") in self._words
            or (form.removeprefix("ال") in self._ordinals or form.removeprefix("ال") in self._bound_ordinals)
        )


@cache
def default_reader() -> NumeralReader:
    """The reader of `parse_number`, built at its first call."""
    return NumeralReader(Resources())


def parse_number(text: str, *, reader: NumeralReader | None = None) -> Number | None:
    """The number that a text consists of.

    Args:
        text: such as `ثلاثة وعشرون`, `٤٬٢٠٠`, `3 آلاف`, `نحو مئتي ألف` or `الثالثة عشرة`.
        reader: one built from other resources; None for the library's own words.

    Returns:
        the number, with offsets into `text`; None where the text is no number or more than one.
    """
    view = NormalisedView(text)
    numbers = list((reader or default_reader()).find(view.text))
    if len(numbers) != 1:
        return None
    number = numbers[0]
    before, after = view.text[: number.start].strip(), view.text[number.end :].strip()
    alone = not before.strip("وفبلك") or (number.approximation and len(before) <= 24)
    return _placed(view, number) if alone and not after else None


def find_numbers(text: str, *, reader: NumeralReader | None = None) -> list[Number]:
    """All numbers of a text, with offsets into it, sorted.

    Args:
        text: any text. `أول`, `ثاني` and the like are ordinals even where they are part of a name.
        reader: one built from other resources; None for the library's own words.
    """
    view = NormalisedView(text)
    return [_placed(view, number) for number in (reader or default_reader()).find(view.text)]


def _placed(view: NormalisedView, number: Number) -> Number:
    start, end = view.span(number.start, number.end)
    return number._replace(start=start, end=end)
