"""Records as tables: one for each record type, made from the models, so that a new field is a new column.

A span becomes three columns (`issuer_start`, `issuer_end`, `issuer_text`), a list of values one column with commas, a
list of spans or titles a table of its own.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

import extractnews
from extractnews.io.extras import import_pyarrow
from extractnews.records import SCHEMA_VERSION, ArticleRecords, Span

Value = str | int | bool | dt.date | None
Row = tuple[Value, ...]
Rows = dict[str, list[Row]]

ARTICLES: Final = "articles"


class Column(NamedTuple):
    """A column.

    Attributes:
        name: its name.
        type: `integer`, `text`, `boolean` or `date`.
        required: whether it is never null.
    """

    name: str
    type: str
    required: bool = False


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        name: its name.
        columns: its columns; the first ones are the key.
        key: names of the columns that identify a row.
        parent: the table whose key begins this one's, None for `articles`.
        indexed: columns by which rows are often looked for.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parent: Table | None = None
    indexed: tuple[str, ...] = ()


_ARTICLE_KEY: Final = (Column("article", "integer", True), Column("article_id", "text"))
_INDEXED: Final = frozenset({"key", "code", "value", "first", "name", "entity", "kind", "role"})


class _List(NamedTuple):
    """A field that is a table of its own: its name, its table, the fields of an item."""

    field: str
    table: Table
    fields: list[tuple[str, str, Column | None]]


class _Layout(NamedTuple):
    """How the records of one list of `ArticleRecords` become rows.

    Attributes:
        table: their table.
        fields: name and kind (`span`, `plain`, `joined`) of each field that is a column of it.
        lists: the fields that are tables of their own.
    """

    table: Table
    fields: list[tuple[str, str, Column | None]]
    lists: list[_List]


def tables() -> tuple[Table, ...]:
    """All tables, parents first: the articles, the record types, their lists, the zones."""
    return (_articles(), *(table for layout in _layouts().values() for table in _tables_of(layout)))


def _tables_of(layout: _Layout) -> Iterator[Table]:
    yield layout.table
    for item in layout.lists:
        yield item.table


@cache
def _articles() -> Table:
    columns = (Column("article", "integer", True), Column("id", "text"), Column("source", "text"))
    return Table(ARTICLES, (*columns, Column("reference_date", "date")), ("article",), None, ("id",))


@cache
def _layouts() -> Mapping[str, _Layout]:
    """The layout of each list of `ArticleRecords`, in their order."""
    found = {}
    for name, info in ArticleRecords.model_fields.items():
        item = _item_of(info.annotation)
        if item is not None:
            found[name] = _layout(name, item)
    return found


def _layout(name: str, model: type[BaseModel]) -> _Layout:
    fields, lists = _fields(model)
    key = (*_ARTICLE_KEY, Column("record", "integer", True))
    columns = (*key, *_columns(fields))
    table = Table(name, columns, ("article", "record"), _articles(), _indexed(columns))
    children = []
    for field, item in lists:
        item_fields, inner = _fields(item)
        assert not inner, "a list within a list has no table"
        columns = (*key, Column("position", "integer", True), *_columns(item_fields))
        child_name = f"{name.removesuffix('s')}_{field}"
        child = Table(child_name, columns, ("article", "record", "position"), table, _indexed(columns))
        children.append(_List(field, child, item_fields))
    return _Layout(table, fields, children)


def _indexed(columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.name in _INDEXED)


def _fields(
    model: type[BaseModel],
) -> tuple[list[tuple[str, str, Column | None]], list[tuple[str, type[BaseModel]]]]:
    """A model's fields that are columns, and those that are tables of their own."""
    fields: list[tuple[str, str, Column | None]] = []
    lists: list[tuple[str, type[BaseModel]]] = []
    for name, info in model.model_fields.items():
        plain, optional = _without_none(info.annotation)
        item = _item_of(plain)
        if name == "type":
            continue  # the table says it
        if item is not None:
            lists.append((name, item))
        elif plain is Span:
            fields.append((name, "span", None))
        elif get_origin(plain) is tuple:
            fields.append((name, "joined", Column(name, "text", True)))
        else:
            fields.append((name, "plain", Column(name, _type(plain), not optional)))
    return fields, lists


def _columns(fields: Iterable[tuple[str, str, Column | None]]) -> Iterator[Column]:
    for name, _, column in fields:
        if column is None:
            yield from (Column(f"{name}_start", "integer"), Column(f"{name}_end", "integer"))
            yield Column(f"{name}_text", "text")
        else:
            yield column


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        assert len(kinds) == 1, f"{annotation} has no column type"
        return kinds[0], True
    return annotation, False


def _item_of(annotation: Any) -> type[BaseModel] | None:
    """The model of which a field is a list, None where it is none."""
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        if isinstance(item, type) and issubclass(item, BaseModel):
            return item
    return None


def _type(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return "text"
    try:
        return {bool: "boolean", int: "integer", str: "text", dt.date: "date"}[annotation]
    except (KeyError, TypeError):
        raise TypeError(f"no column type for {annotation!r}") from None


def rows_of(number: int, records: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    """The rows of one article with their tables' names, its own first.

    Args:
        number: the article's number in the run, its key.
        records: its records, as `Pipeline.extract_plain` gives them.
    """
    identifier = records["id"]
    yield ARTICLES, (number, identifier, records["source"], records["reference_date"])
    for name, layout in _layouts().items():
        for index, record in enumerate(records[name], 1):
            yield layout.table.name, (number, identifier, index, *_values(record, layout.fields))
            for field, table, fields in layout.lists:
                for position, item in enumerate(record[field], 1):
                    yield table.name, (number, identifier, index, position, *_values(item, fields))


def _values(record: Mapping[str, Any], fields: Iterable[tuple[str, str, Column | None]]) -> Iterator[Value]:
    for name, kind, _ in fields:
        value = record[name]
        if kind == "plain":
            yield value
        elif kind == "joined":
            yield ",".join(map(str, value))
        elif value is None:
            yield from (None, None, None)
        else:
            yield from (value["start"], value["end"], value["text"])


def metadata() -> dict[str, str]:
    """What every set of tables says of itself."""
    return {"schema_version": SCHEMA_VERSION, "library": f"extractnews {extractnews.__version__}"}


# --- Arrow -----------------------------------------------------------------------------------------


def table_schema(table: Table) -> Any:
    """The `pyarrow.Schema` of a table.

    Raises:
        MissingExtraError: if pyarrow is not installed.
    """
    arrow = import_pyarrow()
    kinds = {"integer": arrow.int64(), "text": arrow.string(), "boolean": arrow.bool_(), "date": arrow.date32()}
    fields = [arrow.field(column.name, kinds[column.type], not column.required) for column in table.columns]
    return arrow.schema(fields, {f"extractnews.{name}": value for name, value in metadata().items()})


def article_schema() -> Any:
    """The `pyarrow.Schema` of whole articles, nested like a line of JSON.

    Raises:
        MissingExtraError: if pyarrow is not installed.
    """
    arrow = import_pyarrow()
    fields = [
        arrow.field(name, _arrow_type(info.annotation, arrow)) for name, info in ArticleRecords.model_fields.items()
    ]
    return arrow.schema(fields, {f"extractnews.{name}": value for name, value in metadata().items()})


def _arrow_type(annotation: Any, arrow: Any) -> Any:
    plain, _ = _without_none(annotation)
    if get_origin(plain) is tuple:
        return arrow.list_(_arrow_type(get_args(plain)[0], arrow))
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return arrow.struct(
            [arrow.field(name, _arrow_type(info.annotation, arrow)) for name, info in plain.model_fields.items()]
        )
    kind = _type(plain)
    return {"integer": arrow.int64(), "text": arrow.string(), "boolean": arrow.bool_(), "date": arrow.date32()}[kind]
