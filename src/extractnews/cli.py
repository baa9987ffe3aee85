"""The command line: `extractnews extract`, `show`, `evaluate` and `schema`."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

import extractnews
from extractnews.batch import run
from extractnews.io.extras import MissingExtraError
from extractnews.io.inputs import input_size
from extractnews.io.options import INPUT_FORMATS, OptionError, ReadError, ReadOptions
from extractnews.io.readers import article_of_row, read_articles, read_rows
from extractnews.io.writers import FORMATS, STDOUT, part_of
from extractnews.journal import RunError
from extractnews.lexicon import ResourceError
from extractnews.pipeline import Pipeline
from extractnews.progress import Progress, final_lines
from extractnews.records import RECORD_TYPES, ArticleRecords, Mention, Span
from extractnews.workers import WorkerError

if TYPE_CHECKING:
    from extractnews.evaluate import Evaluation, Row

FAILED: Final = 1
INTERRUPTED: Final = 130

app = typer.Typer(
    help="Typed records from Arabic news: documents, dates, officials, organisations and awards.",
    epilog="Example: extractnews extract articles/ -o records.jsonl",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help=f"Articles: {', '.join('.' + name for name in INPUT_FORMATS)} files, each also with .gz or .zst, "
        "folders of them, or - for standard input.",
        show_default=False,
    ),
]
_ReferenceDate = Annotated[
    str | None,
    typer.Option("--reference-date", metavar="DATE", help="Day of publication (2024-01-03) of articles without one."),
]
_Types = Annotated[
    str | None,
    typer.Option("--types", metavar="LIST", help=f"Record types, with commas between: {','.join(RECORD_TYPES)}."),
]
_ResourceFolder = Annotated[
    Path | None,
    typer.Option("--resources", metavar="FOLDER", help="A folder whose lexicons add to the library's own."),
]
_TextField = Annotated[str, typer.Option("--text-field", metavar="NAME", help="Field of the text, in rows.")]
_IdField = Annotated[str, typer.Option("--id-field", metavar="NAME", help="Field of the id.")]
_DateField = Annotated[str, typer.Option("--date-field", metavar="NAME", help="Field of the reference date.")]
_InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format", metavar="FORMAT", help="Format of all input, such as csv or jsonl.gz; else by suffix."
    ),
]
_Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Of texts, tables and pages (windows-1256); else it is detected."),
]
_DateFromName = Annotated[
    str | None,
    typer.Option("--date-from-name", metavar="PATTERN", help="Where a file's path has the date: %Y-%m-%d, %Y/%m/%d."),
]


def _usage_error(message: str, option: str) -> NoReturn:
    raise typer.BadParameter(message, param_hint=f"'{option}'")


def _complain(message: object) -> None:
    print(f"error: {message}", file=sys.stderr)


def _wanted(types: str | None) -> list[str] | None:
    wanted = None if types is None else [name.strip() for name in types.split(",") if name.strip()]
    if wanted == []:
        _usage_error("no record type given", "--types")
    return wanted


def _build_pipeline(types: str | None, resources: Path | None) -> Pipeline:
    try:
        return Pipeline(record_types=_wanted(types), resources=resources)
    except ResourceError as error:
        _resource_error(error, resources)
    except ValueError as error:
        _usage_error(str(error), "--types")


def _resource_error(error: ResourceError, resources: Path | None) -> NoReturn:
    """Blame the option if it was given, else the installation."""
    if resources is not None:
        _usage_error(str(error), "--resources")
    _complain(error)
    raise typer.Exit(FAILED)


def _read_options(
    reference_date: str | None,
    text_field: str,
    id_field: str,
    date_field: str,
    input_format: str | None,
    encoding: str | None,
    date_from_name: str | None,
) -> ReadOptions:
    try:
        return ReadOptions(text_field, id_field, date_field, input_format, encoding, date_from_name, reference_date)  # type: ignore[arg-type]
    except OptionError as error:
        _usage_error(error.cause, f"--{error.option.replace('_', '-')}")


def _exit(signum: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + signum)


@contextmanager
def _cleaning_up_when_terminated() -> Iterator[None]:
    """SIGTERM ends the body as an exception does, so that temporary files are removed."""
    before = signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@app.command(
    epilog="Examples: extractnews extract articles/ -o records.jsonl  |  cat rows.jsonl | extractnews extract -"
)
def extract(
    paths: _Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help="File or folder to write; - for standard output.")
    ] = STDOUT,
    output_format: Annotated[
        str | None,
        typer.Option("--output-format", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}; else by OUT's suffix."),
    ] = None,
    reference_date: _ReferenceDate = None,
    types: _Types = None,
    resources: _ResourceFolder = None,
    input_format: _InputFormat = None,
    encoding: _Encoding = None,
    text_field: _TextField = "text",
    id_field: _IdField = "id",
    date_field: _DateField = "reference_date",
    date_from_name: _DateFromName = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-w", min=1, metavar="N", help="Processes; as many as there are cores to use."),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue the run that was interrupted, if one was.")
    ] = False,
    errors: Annotated[
        str | None,
        typer.Option("--errors", metavar="FILE", help="A line of JSON for each article that failed; - as for OUT."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Write the records of articles, in the order of the input.

    What cannot be read is reported on standard error, the rest is processed, and the exit code is 1. The
    output appears whole, at the end, or not at all.
    """
    reading = _read_options(reference_date, text_field, id_field, date_field, input_format, encoding, date_from_name)
    progress = Progress(lambda: input_size(paths, reading), quiet)
    try:
        with _cleaning_up_when_terminated(), progress:
            summary = run(
                paths,
                output,
                output_format_name=output_format,
                reading=reading,
                record_types=_wanted(types),
                resources=resources,
                workers=workers,
                resume=resume,
                errors=errors,
                on_progress=progress.update,
                on_failure=None if errors else _complain,
            )
    except (KeyboardInterrupt, BrokenPipeError) as error:
        _stopped(error, output)
    except ResourceError as error:
        _resource_error(error, resources)
    except (ValueError, RunError, MissingExtraError) as error:
        raise typer.BadParameter(str(error)) from None
    except (OSError, WorkerError) as error:
        place = error.filename if isinstance(error, OSError) and error.filename else output
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        _complain(f"{place}: {reason}")
        raise typer.Exit(FAILED) from None
    if not quiet:
        print(final_lines(summary), file=sys.stderr)
    if summary.failed:
        raise typer.Exit(FAILED)


def _stopped(error: BaseException, output: str) -> NoReturn:
    if isinstance(error, BrokenPipeError):
        sys.stdout = None  # the reader has gone; nothing is left to flush
        raise typer.Exit(FAILED) from None
    if output == STDOUT:
        _complain("interrupted")
    elif part_of(Path(os.path.realpath(output))).exists():
        _complain(f"interrupted: {output} is as it was; the same command with --resume goes on")
    else:
        _complain(f"interrupted: {output} is as it was")
    raise typer.Exit(INTERRUPTED) from None


@app.command(epilog="Example: extractnews show corpora/sample --types documents,awards")
def show(
    paths: _Paths,
    reference_date: _ReferenceDate = None,
    types: _Types = None,
    resources: _ResourceFolder = None,
    input_format: _InputFormat = None,
    encoding: _Encoding = None,
    text_field: _TextField = "text",
    id_field: _IdField = "id",
    date_field: _DateField = "reference_date",
    date_from_name: _DateFromName = None,
) -> None:
    """Print the records of articles for reading: offsets, type, text and fields, a line each."""
    reading = _read_options(reference_date, text_field, id_field, date_field, input_format, encoding, date_from_name)
    pipeline = _build_pipeline(types, resources)
    failed = False
    for article in read_articles(paths, reading):
        if isinstance(article, ReadError):
            _complain(article)
            failed = True
            continue
        print(f"{article.id or article.source or 'article'}")
        for line in readable_lines(pipeline.extract(article)):
            print(f"  {line}")
        print()
    if failed:
        raise typer.Exit(FAILED)


def readable_lines(records: ArticleRecords) -> Iterator[str]:
    """The records of an article by type, a line each: offsets, type, text, then the fields that say something."""
    for name in RECORD_TYPES:
        for record in getattr(records, name):
            said = "".join(f" · {field}: {value}" for field, value in _said_fields(record))
            yield f"{record.start:>5}-{record.end:<5} {record.type:<13}{_one_line(record.text)}{said}"


def _said_fields(record: Mention) -> Iterator[tuple[str, str]]:
    hidden = {*Mention.model_fields, "type", "key", "first", "last", "precision", "implied"}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in hidden or value == info.default or (name == "name" and value == record.text):
            continue
        if isinstance(value, tuple):
            yield name, " + ".join(_one_line(item.text) if isinstance(item, Span) else str(item) for item in value)
        else:
            yield name, _one_line(value.text if isinstance(value, Span) else str(value))


def _one_line(text: str) -> str:
    return " ".join(text.split())


@app.command(
    epilog="Examples:\n\nextractnews evaluate corpora/gold --errors 5\n\n"
    "extractnews evaluate gold.jsonl records.jsonl --json"
)
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Gold articles: a .jsonl file, or a folder of them.", show_default=False)
    ],
    predicted: Annotated[
        Path | None,
        typer.Argument(
            metavar="PREDICTED", help="The output of `extract` for them; without it the articles are run now."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="List N errors of each type.")] = 0,
    resources: _ResourceFolder = None,
) -> None:
    """Compare records with gold: precision, recall and F1 for each type and field.

    Overlap: the spans share a character; span: they are equal, clitics aside; record: the fields that make
    the record useful are right as well.
    """
    from extractnews.evaluate import evaluate as compare

    rows = _load_gold(gold)
    if predicted is None:
        pipeline = _build_pipeline(None, resources)
        outcome = compare(rows, lambda row: _predict(pipeline, row))
    else:
        given = {row["id"]: row for row in _load_rows(predicted, is_gold=False)}
        outcome = compare(rows, lambda row: given.get(row["id"]))
    if outcome.missing:
        count, first = len(outcome.missing), outcome.missing[0]
        have = "1 gold article has" if count == 1 else f"{count} gold articles have"
        _complain(f"{have} no prediction, such as {first!r}")
    for article, record_type, record in outcome.misquoted[:10]:
        _complain(f"article {article!r}: {record_type} at {record['start']}: the text is not the article's slice")
    if as_json:
        print(json.dumps(outcome.as_dict(), ensure_ascii=False))
    else:
        print(format_figures(outcome))
    for line in _error_lines(outcome, errors):
        print(line)
    if outcome.misquoted:
        raise typer.Exit(FAILED)


def _predict(pipeline: Pipeline, row: Row) -> Row:
    return pipeline.extract(article_of_row(row)).model_dump(mode="json")


def _load_gold(path: Path) -> list[Row]:
    files = sorted(path.glob("*.jsonl")) if os.path.isdir(path) else [path]  # noqa: PTH112 - a Path may raise
    if not files:
        _fail(f"{path}: no .jsonl file in this folder")
    places: dict[str, str] = {}
    rows = [row for file in files for row in _load_rows(file, is_gold=True, places=places)]
    if not rows:
        _fail(f"{path}: no article in it")
    return rows


def _load_rows(path: Path, *, is_gold: bool, places: dict[str, str] | None = None) -> list[Row]:
    """The rows of a file that must be right as a whole: figures over a part of it would mislead.

    Args:
        path: the file.
        is_gold: whether it is gold.
        places: where the ids stand that other files have; those of this one are added.
    """
    from extractnews.evaluate import checked_row

    places = {} if places is None else places
    rows = []
    for item in read_rows(path):
        if isinstance(item, ReadError):
            _fail(item)
        number, row = item
        try:
            if is_gold:
                article_of_row(row)  # raises where there is no article in it
            checked = checked_row(row, is_gold=is_gold)
            if checked["id"] in places:
                raise ValueError(f"id {checked['id']!r} occurs twice, first at {places[checked['id']]}")
        except ValueError as error:
            _fail(ReadError(str(path), str(error), number))
        places[checked["id"]] = f"{path}:{number}"
        rows.append(checked)
    return rows


def _fail(message: object) -> NoReturn:
    _complain(message)
    raise typer.Exit(FAILED)


def format_figures(outcome: Evaluation) -> str:
    """The figures as a table for people."""
    from extractnews.evaluate import FIELDS

    lines = [f"{'':16}{'gold':>6}{'found':>7}{'overlap F1':>12}{'span F1':>9}{'precision':>11}{'recall':>8}{'F1':>8}"]
    for name, tally in outcome.types.items():
        record = tally.figures()
        lines.append(
            f"{name:16}{tally.gold:6}{tally.predicted:7}{tally.figures('overlap').f1:12.4f}{tally.figures('span').f1:9.4f}"
            f"{record.precision:11.4f}{record.recall:8.4f}{record.f1:8.4f}"
        )
        for field in FIELDS[name]:
            counts = outcome.fields[name, field]
            figures = counts.figures()
            lines.append(
                f"  {field:14}{counts.gold:6}{counts.predicted:7}{figures.precision:32.4f}{figures.recall:8.4f}"
            )
    lines.append(f"macro record F1 {outcome.macro_f1:.4f}")
    without = [name for name, tally in outcome.types.items() if not tally.gold]
    if without:
        lines.append(f"no gold: {', '.join(without)}, each counted as 1 where nothing was found, else as 0")
    return "\n".join(lines)


def _error_lines(outcome: Evaluation, limit: int) -> Iterator[str]:
    listed = dict.fromkeys(RECORD_TYPES, 0)
    for difference in outcome.differences:
        if listed[difference.record_type] < limit:
            listed[difference.record_type] += 1
            sides = [f"gold {_brief(difference.gold)}"] if difference.gold else []
            sides += [f"found {_brief(difference.predicted)}"] if difference.predicted else []
            yield " | ".join([difference.record_type, difference.what, difference.article, *sides])


def _brief(record: Row) -> str:
    """A gold or predicted record in one line: its text and the plain fields that say something."""
    said = {name: value for name, value in record.items() if isinstance(value, str | int) and value not in ("", False)}
    for name in ("start", "end", "text", "rule", "type", "first", "last", "precision", "calendar", "entity"):
        said.pop(name, None)
    titles = [title["text"] for title in record.get("titles") or ()]
    shown = [f"{name}={value}" for name, value in said.items()] + ([f"titles={' + '.join(titles)}"] if titles else [])
    return f"{_one_line(record['text'])!r} {' '.join(shown)}".rstrip()


@app.command(epilog="Example: extractnews schema > records.schema.json")
def schema() -> None:
    """Print the JSON Schema of a line of output."""
    print(json.dumps(ArticleRecords.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"extractnews {extractnews.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass
