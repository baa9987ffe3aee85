"""`resources/` as typed tables; a user's folder may be laid over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

_PACKAGE = Path(__file__).resolve().parent
_EXAMPLES: Final = frozenset({"examples", "negatives"})
_FLAG: Final = ("", "1")
_ORIGINS: Final = (
    "arabic", "western", "african", "vietnamese", "turkish", "indian", "russian", "iranian", "japanese", "israeli",
    "kurdish", "chinese", "asian", "pakistani", "korean", "armenian", "central",
)  # fmt: skip
# The columns with a closed list of values, by file; nothing stands for the commonest where it is among them.
_VALUES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "words/names.tsv": {"class": ("given", "family", "part"), "origin": ("", *_ORIGINS)},
    "words/particles.tsv": {
        "class": (
            "", "preposition", "adverb", "pronoun", "conjunction", "relative", "demonstrative", "negation",
            "connective",
        ),
        "name": _FLAG,
    },
    "words/nouns.tsv": {"class": ("", "noun", "plural", "participle", "adjective", "masdar"), "name": _FLAG},
    "words/places.tsv": {"kind": ("", "city", "country", "province", "region", "continent")},
    "words/verbs.tsv": {"name": _FLAG},
    "organisations.tsv": {"context": ("", "sport", "market", "quoted", "brand", "armed", "latin")},
}  # fmt: skip


class ResourceError(ValueError):
    """A resource file is missing or malformed; the message names the file, the line and the cause."""


@cache
def builtin_resources() -> Path:
    """The folder of the library's own resources: inside the wheel, or the checkout's in an editable install.

    Raises:
        ResourceError: if the installation has none.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources"):
        if folder.is_dir():
            return folder
    raise ResourceError(f"no resources folder beside {_PACKAGE}: the installation is incomplete")


class Resources:
    """Reads resource files by name.

    Args:
        overlay: a folder whose files of the same names add to the library's own: rows of a `.tsv` are
            appended, tables of a `.toml` merged, a later value winning. Names that begin with a dot are left out.

    Raises:
        ResourceError: if the overlay is not a folder, or has a file that the library has not.
    """

    def __init__(self, overlay: Path | str | None = None) -> None:
        self._folders = [builtin_resources()]
        if overlay is not None:
            folder = Path(overlay)
            if not folder.is_dir():
                raise ResourceError(f"{folder}: not a folder of resources")
            own = _files_of(self._folders[0])
            unknown = sorted(_files_of(folder) - own)
            if unknown:
                known = ", ".join(sorted(own))
                raise ResourceError(f"{folder / unknown[0]}: no resource of this name; there are {known}")
            self._folders.append(folder)

    def _paths(self, name: str) -> list[Path]:
        paths = [folder / name for folder in self._folders if (folder / name).is_file()]
        if not paths:
            raise ResourceError(f"{self._folders[0] / name}: missing resource")
        return paths

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file as a dict.

        Raises:
            ResourceError: if it is missing or not TOML, or an overlay's file has a key that the library's has not, at
                its top or in an entry of a list, an entry without a key that each of the library's has, or a value of
                a type that the library's has not there.
        """
        merged: dict[str, Any] = {}
        for number, path in enumerate(self._paths(name)):
            try:
                table = tomllib.loads(_read(path))
            except tomllib.TOMLDecodeError as error:
                raise ResourceError(f"{path}: {error}") from None
            misfit = _misfit(table, [merged], "", is_entry=True) if number else None
            if misfit:
                raise ResourceError(f"{path}: {misfit}")
            _merge(merged, table)
        return merged

    def table(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a TSV file with a header line, as dicts of strings; lines that begin with # are comments.

        An overlay's file may leave columns out; they are empty in its rows.

        Raises:
            ResourceError: if it is missing or not UTF-8, a row has more cells than the header, no word in its first, or
                a cell that is none of its column's values, or an overlay's header lacks the library's first column or
                has one that the library has not.
        """
        values = _values(name)
        columns: list[str] = []
        for path in self._paths(name):
            header: list[str] = []
            for number, line in enumerate(_lines(path), 1):
                if not line.strip() or line.startswith("#"):
                    continue
                cells = line.split("\t")
                if len(cells) > len(header or cells):
                    raise ResourceError(f"{path}:{number}: {len(cells)} cells, but {len(header)} columns")
                if header:
                    if not any(map(str.isalnum, cells[0])):
                        raise ResourceError(f"{path}:{number}: {cells[0]!r} is no word")
                    row = {**dict.fromkeys(columns, ""), **dict(zip(header, cells, strict=False))}
                    for column, known in values.items():
                        if column in row and row[column] not in known:
                            names = ", ".join(filter(None, known))
                            raise ResourceError(f"{path}:{number}: no {column} {row[column]!r}; known are {names}")
                    country = row.get("country")
                    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
                        raise ResourceError(f"{path}:{number}: country {country!r} is no code of two capital letters")
                    yield row
                    continue
                header = cells
                columns = columns or header
                if columns[0] not in header or not set(header) <= set(columns):
                    raise ResourceError(f"{path}:{number}: the columns are {', '.join(columns)}")


def _files_of(folder: Path) -> set[str]:
    """The names of all visible files in a folder, with their paths within it."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())
    return {path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)}


@cache
def _values(name: str) -> dict[str, tuple[str, ...]]:
    values = _VALUES.get(name, {})
    if name == "organisations.tsv":
        from extractnews.records import OrganisationKind  # at its first use: numbers alone need no models

        return {**values, "kind": ("", *get_args(OrganisationKind))}
    return values


def _lines(path: Path) -> list[str]:
    return _read(path).split("\n")


def _read(path: Path) -> str:
    """A file's text without a byte order mark, which editors leave there."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ResourceError(f"{path}: not UTF-8: {error}") from None
    except OSError as error:
        raise ResourceError(f"{path}: {error.strerror or error}") from None


def _misfit(value: Any, known: list[Any], where: str, *, is_entry: bool = False) -> str | None:
    """What in an overlay's value is unlike the library's values in its place; None where all is alike.

    Args:
        value: the overlay's value.
        known: the library's values in this place.
        where: the place, for people.
        is_entry: whether it is an entry of a list, or the file: its keys are those of the library's, not any words.
    """
    types = {type(one) for one in known}
    if known and type(value) not in types:
        return f"{where} is {_said(type(value))}, not {' or '.join(sorted(map(_said, types)))}"
    if isinstance(value, list):
        items = [item for one in known if isinstance(one, list) for item in one]
        for number, item in enumerate(value, 1):
            misfit = _misfit(item, items, f"{where}[{number}]", is_entry=True)
            if misfit:
                return misfit
    elif isinstance(value, dict):
        tables = [one for one in known if isinstance(one, dict)]
        if is_entry and tables:
            keys = {key for one in tables for key in one}
            for key in value:
                if key not in keys:
                    return f"no key {key!r}{f' in {where}' if where else ''}; known are {', '.join(sorted(keys))}"
            for key in sorted(set.intersection(*map(set, tables)) - _EXAMPLES) if where else ():
                if key not in value:
                    return f"{where} has no {key!r}"
        for key, inner in value.items():
            same = [one[key] for one in tables if key in one] or [other for one in tables for other in one.values()]
            misfit = _misfit(inner, same, f"{where}.{key}" if where else key)
            if misfit:
                return misfit
    return None


def _said(kind: type) -> str:
    """A type in the words of TOML."""
    names = {"str": "a string", "int": "a number", "bool": "true or false", "list": "a list", "dict": "a table"}
    return names.get(kind.__name__, kind.__name__)


def _merge(into: dict[str, Any], other: dict[str, Any]) -> None:
    for key, value in other.items():
        present = into.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            _merge(present, value)
        elif isinstance(present, list) and isinstance(value, list):
            present.extend(value)
        else:
            into[key] = value
