"""`resources/` as typed tables; a user's folder may be laid over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


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
            appended, tables of a `.toml` merged, a later value winning.

    Raises:
        ResourceError: if the overlay is not a folder.
    """

    def __init__(self, overlay: Path | str | None = None) -> None:
        self._folders = [builtin_resources()]
        if overlay is not None:
            folder = Path(overlay)
            if not folder.is_dir():
                raise ResourceError(f"{folder}: not a folder of resources")
            self._folders.append(folder)

    def _paths(self, name: str) -> list[Path]:
        paths = [folder / name for folder in self._folders if (folder / name).is_file()]
        if not paths:
            raise ResourceError(f"{self._folders[0] / name}: missing resource")
        return paths

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file as a dict.

        Raises:
            ResourceError: if it is missing or not TOML.
        """
        merged: dict[str, Any] = {}
        for path in self._paths(name):
            try:
                with path.open("rb") as file:
                    _merge(merged, tomllib.load(file))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise ResourceError(f"{path}: {error}") from None
        return merged

    def table(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a TSV file with a header line, as dicts of strings; lines that begin with # are comments.

        An overlay's file may leave columns out; they are empty in its rows.

        Raises:
            ResourceError: if it is missing or not UTF-8, a row has more cells than the header or no word in its
                first, or an overlay's header lacks the library's first column or has one that the library has not.
        """
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
                    yield {**dict.fromkeys(columns, ""), **dict(zip(header, cells, strict=False))}
                    continue
                header = cells
                columns = columns or header
                if columns[0] not in header or not set(header) <= set(columns):
                    raise ResourceError(f"{path}:{number}: the columns are {', '.join(columns)}")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ResourceError(f"{path}: not UTF-8: {error}") from None


def _merge(into: dict[str, Any], other: dict[str, Any]) -> None:
    for key, value in other.items():
        present = into.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            _merge(present, value)
        elif isinstance(present, list) and isinstance(value, list):
            present.extend(value)
        else:
            into[key] = value
