"""Medals tables by column: a header that names gold, silver and bronze, and under it names with numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from extractnews.article import Hit

METALS: Final = ("ذهبية", "فضية", "برونزية")
TOTAL: Final = "ميدالية"

_CELL_RE: Final = re.compile(r"[ |/\t\n]*([^\s|/,.;:()]+)")
_HEADER_END_RE: Final = re.compile(r"[ |\t]*\n[\n |:-]*")
_LONGEST_HEADER: Final = 140
_LONGEST_LEAD: Final = 40
_NAME: Final = r"(?P<name>[^\W\d_][^\d\n|:;.,()]{1,40}?)(?: ?\([^()\n]{1,20}\))?"
_GAP: Final = r"[ |\t:,-]*\n?[ |\t]*"


class Row(NamedTuple):
    """One line of a table.

    Attributes:
        name: offsets of the winner.
        cells: (noun of the column, start, end, number) of each column, from the first to the last.
    """

    name: tuple[int, int]
    cells: list[tuple[str, int, int, int]]


def medal_rows(text: str, bronzes: list[Hit], columns: Mapping[str, str]) -> Iterator[Row]:
    """The rows of all medals tables of a folded text.

    Args:
        text: the folded text.
        bronzes: where bronze is named; a header has it, and nearly no article.
        columns: the folded words of a header with the noun that they stand for.
    """
    after = 0
    for hit in bronzes:
        if hit.start < after:
            continue
        header = _header(text, hit.start - len(hit.proclitic), columns)
        if header is None:
            continue
        nouns, position = header
        numbers = "".join(rf"{_GAP}(?P<c{index}>\d{{1,4}})(?![\d.,]\d)" for index in range(len(nouns)))
        row_re = re.compile(rf"[ |]*(?:\d{{1,3}} ?[-.)|]*{_GAP})?{_NAME}{numbers}[ |]*(?:\n[\n |:-]*|$)")
        while row := row_re.match(text, position):
            cells = [
                (noun, *row.span(f"c{index}"), int(row[f"c{index}"]))  # one column
                for index, noun in enumerate(nouns)
            ]
            yield Row(row.span("name"), cells)
            position = row.end()
        after = position


def _header(text: str, position: int, columns: Mapping[str, str]) -> tuple[list[str], int] | None:
    """(columns, offset of the first row) of the header that has bronze at an offset; None where there is none."""
    start = max(0, position - _LONGEST_HEADER)
    cells = [
        (match.start(1), columns.get(match[1].removeprefix("و"))) for match in _CELL_RE.finditer(text, start, position)
    ]
    first = len(cells)
    while first and cells[first - 1][1]:
        first -= 1
    nouns = [noun for _, noun in cells[first:] if noun]
    if nouns:
        line = text.rfind("\n", start, cells[first][0]) + 1
        if cells[first][0] - max(line, start) > _LONGEST_LEAD:
            return None
    while (cell := _CELL_RE.match(text, position)) and (noun := columns.get(cell[1].removeprefix("و"))):
        nouns.append(noun)
        position = cell.end()
    end = _HEADER_END_RE.match(text, position)
    whole = set(METALS) <= set(nouns) and len(set(nouns)) == len(nouns)
    return (nouns, end.end()) if whole and end else None
