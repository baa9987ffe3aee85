"""How articles are read: what the caller says of formats, fields, encodings and dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from extractnews.article import as_date
from extractnews.io.encodings import check_encoding

_KINDS: Final = {
    "txt": "txt", "jsonl": "jsonl", "ndjson": "jsonl", "csv": "csv", "tsv": "tsv", "parquet": "parquet",
    "html": "html", "htm": "html", "zip": "zip", "tar": "tar", "tgz": "tar",
}  # fmt: skip
_PACKINGS: Final = ("gz", "zst")
# Codes of `strptime` that a pattern for dates in names may hold.
_DATE_CODES: Final = {"%Y": r"(?P<Y>\d{4})", "%m": r"(?P<m>\d{2})", "%d": r"(?P<d>\d{2})", "%y": r"(?P<y>\d{2})",
                      "%j": r"(?P<j>\d{3})", "%%": "%"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadError:
    """Something that could not be read; its `str` is a message for people.

    Attributes:
        source: the file or folder, as given; `<stdin>` for standard input.
        cause: what is wrong with it.
        line: number of the line or row, from 1; None where the whole file is meant.
    """

    source: str
    cause: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.cause}"


class InputFormat(NamedTuple):
    """What a file holds.

    Attributes:
        kind: `txt`, `html`, `jsonl`, `csv`, `tsv`, `parquet`, `zip` or `tar`.
        packing: `gz`, `zst` or nothing.
    """

    kind: str
    packing: str = ""

    @property
    def is_one_article(self) -> bool:
        """Whether such a file is one article."""
        return self.kind in ("txt", "html")

    @property
    def is_archive(self) -> bool:
        """Whether such a file holds files."""
        return self.kind in ("zip", "tar")


INPUT_FORMATS: Final = tuple(_KINDS)


def packing_of_name(name: str) -> str:
    """`gz` or `zst` where a file's name ends so, else nothing."""
    suffix = PurePosixPath(name.lower()).suffix[1:]
    return suffix if suffix in _PACKINGS else ""


def format_of_name(name: str) -> InputFormat | None:
    """The format that a file's suffixes say (`a.jsonl.gz`), or None."""
    packing = packing_of_name(name)
    kind = PurePosixPath(name.lower().removesuffix(f".{packing}")).suffix[1:]
    if kind not in _KINDS or (packing and kind in ("parquet", "zip", "tgz")):
        return None
    return InputFormat(_KINDS[kind], "gz" if kind == "tgz" else packing)


def parse_format(name: str) -> InputFormat:
    """The format of a name such as `csv` or `jsonl.gz`.

    Raises:
        ValueError: if it is none.
    """
    form = format_of_name("x." + name.lower().lstrip("."))
    if form is None:
        known = ", ".join(INPUT_FORMATS)
        raise ValueError(f"unknown input format {name!r}; known are {known}, each also with .gz or .zst")
    return form


class OptionError(ValueError):
    """A value that an option of reading cannot have.

    Attributes:
        option: the field of `ReadOptions`.
        cause: what is wrong with its value.
    """

    def __init__(self, option: str, cause: str) -> None:
        super().__init__(option, cause)
        self.option, self.cause = option, cause

    def __str__(self) -> str:
        return f"{self.option}: {self.cause}"


@dataclass(frozen=True)
class ReadOptions:
    """How articles are read.

    Attributes:
        text_field: name of the field of a row (JSON object, table) that holds the text, a string.
        id_field: of its id, a string or a whole number; may be absent.
        date_field: of its reference date in ISO 8601; may be absent or null.
        input_format: `txt`, `jsonl.gz` ...: the format of every file and of standard input; None goes by the suffixes.
        encoding: of text files, tables and pages; None detects it. JSON Lines are UTF-8 unless it is given.
        date_from_name: where a file's name says the day of publication: `strptime` codes among `%Y %y %m %d %j` and
            other characters as they are (`%Y-%m-%d`, `%Y/%m/%d`), searched for in the path within what was given.
        reference_date: the day of publication of articles that bring none, as a date or what `as_date` takes.

    The date of an article is the first of these that there is: its row's field, its name, its page's metadata,
    `reference_date`.

    Raises:
        OptionError: if the format, the encoding, the pattern or the date is none.
    """

    text_field: str = "text"
    id_field: str = "id"
    date_field: str = "reference_date"
    input_format: str | None = None
    encoding: str | None = None
    date_from_name: str | None = None
    reference_date: dt.date | None = None

    def __post_init__(self) -> None:
        checks: tuple[tuple[str, Callable[[Any], object]], ...] = (
            ("input_format", parse_format),
            ("encoding", check_encoding),
            ("date_from_name", _compile_pattern),
            ("reference_date", as_date),
        )
        for name, check in checks:
            value = getattr(self, name)
            try:
                checked = None if value is None else check(value)
            except ValueError as error:
                raise OptionError(name, str(error)) from None
            if name == "reference_date":
                object.__setattr__(self, name, checked)

    @cached_property
    def format(self) -> InputFormat | None:
        """The format of all input, if one was given."""
        return None if self.input_format is None else parse_format(self.input_format)

    def format_of(self, name: str) -> InputFormat | None:
        """What a file of this name holds: archives by their suffix, others by the format given for all or their own."""
        own = format_of_name(name)
        if self.format is None or (own is not None and own.is_archive):
            return own
        return self.format._replace(packing=self.format.packing or packing_of_name(name))

    def format_of_member(self, name: str) -> InputFormat | None:
        """The same of a file in an archive: the format given for all is the members' unless it is the archive's."""
        return format_of_name(name) if self.format and self.format.is_archive else self.format_of(name)

    @cached_property
    def _name_re(self) -> re.Pattern[str] | None:
        return None if self.date_from_name is None else _compile_pattern(self.date_from_name)

    def date_in_name(self, name: str) -> dt.date | None:
        """The date that a file's path says by `date_from_name`; the last one that is a real date."""
        found = None
        for match in self._name_re.finditer(name) if self._name_re else ():
            found = _date_of(match.groupdict()) or found
        return found


def _compile_pattern(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(%.?)", pattern)
    unknown = [part for part in parts[1::2] if part not in _DATE_CODES]
    if unknown:
        raise ValueError(f"{unknown[0]!r} in {pattern!r}: the codes of a date are {', '.join(_DATE_CODES)}")
    codes = {part[1] for part in parts[1::2]} - {"%"}
    if len(codes) != sum(part != "%%" for part in parts[1::2]):
        raise ValueError(f"{pattern!r} holds a code twice")
    if codes not in ({"Y", "m", "d"}, {"y", "m", "d"}, {"Y", "j"}):
        raise ValueError(f"{pattern!r} does not say a day: year, month and day are wanted, such as %Y-%m-%d")
    body = "".join(_DATE_CODES[part] if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return re.compile(rf"(?<!\d){body}(?!\d)", re.ASCII)


def _date_of(parts: dict[str, str]) -> dt.date | None:
    codes = "".join(f"%{code}" for code in parts)
    try:
        return dt.datetime.strptime(" ".join(parts.values()), codes.replace("%", " %").strip()).date()
    except ValueError:
        return None
