"""Records from a Spark DataFrame of articles; needs the extra `spark`.

    records = extract_records(articles, text="body", id="url", reference_date="published")
    records.select("id", explode("documents").alias("document")).select("id", "document.*")

The columns are the fields of `ArticleRecords`, derived from the models, and `error`; dates are DATE, whole numbers
BIGINT.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extractnews.io.extras import require_spark
from extractnews.io.tables import article_schema
from extractnews.pipeline import Pipeline
from extractnews.records import ArticleRecords, checked_types

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame, Row
    from pyspark.sql.types import StructType

ERROR: Final = "error"
"""The column that says why a row has no records."""

# Articles that a worker holds as records before it hands them on; Spark's own batches have 10,000 rows.
_ROWS_AT_ONCE: Final = 256


def extract_records(
    df: DataFrame,
    text: str = "text",
    id: str | None = "id",
    reference_date: str | dt.date | None = None,
    *,
    source: str | None = None,
    record_types: Iterable[str] | None = None,
    resources: Path | str | None = None,
) -> DataFrame:
    """The records of a DataFrame's articles, one row for each of its rows, lazily; the schema is `schema()`'s.

    A row whose text is null, whose reference date is no date, or on which the extraction fails, has nulls instead of
    lists, and the cause in the column `error`; the other rows are not touched by it.

    Args:
        df: the articles. Its other columns are left out: join them by the id.
        text: name of the column of texts.
        id: name of the column that identifies an article, cast to a string; None where there is none.
        reference_date: name of a column of dates, timestamps (in the session's time zone) or ISO 8601 strings, or one
            date for all rows.
        source: name of the column for `source`, cast to a string.
        record_types: which lists to fill, as in `Pipeline`; the others are empty.
        resources: a folder whose lexicons add to the library's own. It must be at this path on every executor, or
            be sent there with `SparkContext.addFile(folder, recursive=True)` and named by its last part.

    Raises:
        MissingExtraError: if pyspark or pyarrow is not installed.
        ValueError: if a record type is unknown.
        TypeError: if the record types are one string, the texts no strings, or the reference dates none of the above.
        pyspark.errors.AnalysisException: if a column does not exist.
    """
    require_spark()
    from pyspark.sql import functions

    wanted = None if record_types is None else tuple(sorted(checked_types(record_types)))
    kind = _type_of(df, text)
    if kind not in ("string", "varchar", "char"):
        raise TypeError(f"column {text!r} is {kind}, not a string")

    def as_string(name: str | None) -> Column:
        return (functions.lit(None) if name is None else df[name]).cast("string")

    if isinstance(reference_date, str):
        day = _date_column(df, reference_date)
    else:
        day = functions.lit(reference_date).cast("date")
    articles = df.select(
        df[text].alias("text"),
        as_string(id).alias("id"),
        as_string(source).alias("source"),
        day.alias("reference_date"),
    )
    extracted = partial(_extract_batches, wanted, None if resources is None else str(resources))
    return articles.mapInArrow(extracted, schema())


def schema() -> StructType:
    """The schema of `extract_records`: the fields of `ArticleRecords` in their order, then `error`.

    Raises:
        MissingExtraError: if pyspark or pyarrow is not installed.
    """
    require_spark()
    columns: StructType = _spark_type(_arrow_schema())
    return columns


def article_records(row: Row) -> ArticleRecords:
    """The records of one collected row; `to_json()` of it is what a local run writes for the article.

    Raises:
        ValueError: if the row has an error.
    """
    fields = row.asDict(recursive=True)
    error = fields.pop(ERROR)
    if error is not None:
        raise ValueError(error)
    return ArticleRecords.model_validate(fields)


def _type_of(df: DataFrame, name: str) -> str:
    return str(df.select(df[name]).schema[0].dataType.typeName())


def _date_column(df: DataFrame, name: str) -> Column:
    kind = _type_of(df, name)
    if kind in ("timestamp", "timestamp_ntz"):
        return df[name].cast("date")
    # Strings are read by the workers, as everywhere in the library.
    if kind in ("date", "string", "void"):
        return df[name]
    raise TypeError(f"column {name!r} is {kind}, not a date, timestamp or string")


# --- the schema, from the models -----------------------------------------------------------------------


@cache
def _arrow_schema() -> pa.StructType:
    import pyarrow as pa

    return pa.struct([*article_schema(), pa.field(ERROR, pa.string())])


def _spark_type(arrow_type: pa.DataType) -> Any:
    import pyarrow as pa
    from pyspark.sql.types import ArrayType, BooleanType, DateType, LongType, StringType, StructField, StructType

    if pa.types.is_struct(arrow_type):
        return StructType([StructField(field.name, _spark_type(field.type)) for field in arrow_type])
    if pa.types.is_list(arrow_type):
        return ArrayType(_spark_type(arrow_type.value_type))
    return {pa.int64(): LongType, pa.string(): StringType, pa.bool_(): BooleanType, pa.date32(): DateType}[arrow_type]()


# --- on the workers --------------------------------------------------------------------------------------


@cache
def _pipeline(record_types: tuple[str, ...] | None, resources: str | None) -> Pipeline:
    """One for each worker process: Spark's Python workers outlive a task."""
    if resources is None or Path(resources).is_dir():
        return Pipeline(record_types=record_types, resources=resources)
    from pyspark import SparkFiles

    return Pipeline(record_types=record_types, resources=SparkFiles.get(resources))


def _extract_batches(
    record_types: tuple[str, ...] | None, resources: str | None, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    pipeline, arrow_type = _pipeline(record_types, resources), _arrow_schema()
    for batch in batches:
        for first in range(0, batch.num_rows, _ROWS_AT_ONCE):
            rows = batch.slice(first, _ROWS_AT_ONCE).to_pylist()
            yield _as_batch([_extract(pipeline, row) for row in rows], arrow_type)


def _extract(pipeline: Pipeline, row: dict[str, Any]) -> dict[str, Any]:
    if row["text"] is None:
        return _failed(row, "no text")
    try:
        return pipeline.extract_plain(row)
    except ValueError as error:
        return _failed(row, str(error))
    except Exception as error:  # a defect of ours costs one row, not the job
        return _failed(row, f"{type(error).__name__}: {error}")


def _failed(row: dict[str, Any], cause: str) -> dict[str, Any]:
    return {"id": row["id"], "source": row["source"], ERROR: cause}


def _as_batch(records: list[dict[str, Any]], arrow_type: pa.StructType) -> pa.RecordBatch:
    import pyarrow as pa

    return pa.RecordBatch.from_struct_array(pa.array(records, arrow_type))
