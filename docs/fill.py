"""Runs the examples of README and docs and compares, or writes, their output; prints the figures.

    python docs/fill.py             compare, exit code 1 where something differs
    python docs/fill.py --write     write what comes out into the pages
    python docs/fill.py --figures   print the figures

What is run: a fenced `python` block that a `text` block follows (its standard output), and every line
`$ extractnews ...` of a `console` block (the lines up to the next one; `| head -n N` cuts it). The blocks of a page
share their names, from the first to the last. The figures stand between `<!-- figures -->` and
`<!-- end of figures -->`; the rows of gold sets that are not at hand stay as they are. Between
`<!-- fields of MODEL -->` and `<!-- end of fields -->` stand a model's fields, from its docstring, between
`<!-- tables -->` and `<!-- end of tables -->` the columns of the tables that a run writes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from extractnews import Pipeline, records
from extractnews.cli import app
from extractnews.evaluate import evaluate
from extractnews.io.readers import ReadError, article_of_row, read_rows
from extractnews.io.tables import tables
from extractnews.records import RECORD_TYPES

ROOT = Path(__file__).resolve().parents[1]
SHARED_GOLD = ROOT.parent / "shared" / "gold"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

# name in the table -> its files
SETS = {
    "`corpora/gold`": sorted((ROOT / "corpora" / "gold").glob("*.jsonl")),
    "`corpora/heldout`": sorted((ROOT / "corpora" / "heldout").glob("*.jsonl")),
    "real, development": [SHARED_GOLD / "dev.jsonl"],
    "real, first two": [SHARED_GOLD / "seeds.jsonl"],
}

_PYTHON_RE = re.compile(r"```python\n(?P<code>.*?)```\n(?P<between>\s*)(?:```text\n(?P<output>.*?)```\n)?", re.DOTALL)
_CONSOLE_RE = re.compile(r"```console\n(?P<body>.*?)```\n", re.DOTALL)
_FIGURES_RE = re.compile(r"(?<=<!-- figures -->\n)(?P<table>.*?)(?=<!-- end of figures -->)", re.DOTALL)
_FIELDS_RE = re.compile(r"(?<=<!-- fields of )(?P<model>\w+) -->\n.*?(?=<!-- end of fields -->)", re.DOTALL)
_TABLES_RE = re.compile(r"(?<=<!-- tables -->\n).*?(?=<!-- end of tables -->)", re.DOTALL)
_ATTRIBUTE_RE = re.compile(r"^        (\w+): (.*(?:\n {12}.*)*)", re.MULTILINE)


def filled(page: str) -> str:
    """The page with the output of its examples as it comes out now."""
    names: dict[str, Any] = {"__name__": "example"}
    page = _PYTHON_RE.sub(lambda match: _filled_python(match, names), page)
    page = _CONSOLE_RE.sub(lambda match: f"```console\n{_filled_console(match['body'])}```\n", page)
    page = _FIELDS_RE.sub(lambda match: f"{match['model']} -->\n{fields_table(match['model'])}", page)
    page = _TABLES_RE.sub(lambda _: columns_table(), page)
    return _FIGURES_RE.sub(lambda match: figures_table(match["table"]), page)


def _filled_python(match: re.Match[str], names: dict[str, Any]) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(match["code"], "<example>", "exec"), names)
    if match["output"] is None:
        return match[0]
    return f"```python\n{match['code']}```\n{match['between']}```text\n{output.getvalue()}```\n"


def _filled_console(body: str) -> str:
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_output_of(command[2:])}" for command in commands)


def _output_of(command: str) -> str:
    words = shlex.split(command)
    limit = None
    if words[-4:-1] == ["|", "head", "-n"]:
        limit = int(words[-1])
        words = words[:-4]
    if words[0] != "extractnews":
        raise ValueError(f"an example runs extractnews, not {words[0]!r}")
    result = CliRunner().invoke(app, words[1:], catch_exceptions=False)
    return "".join(line.rstrip() + "\n" for line in result.stdout.rstrip().splitlines()[:limit])


def fields_table(model: str) -> str:
    """A Markdown table of what the model's docstring says of its fields."""
    described = _ATTRIBUTE_RE.findall(getattr(records, model).__doc__)
    lines = ["| field | what it says |", "|---|---|"]
    lines.extend(f"| `{name}` | {' '.join(text.split())} |" for name, text in described)
    return "\n".join(lines) + "\n"


def columns_table() -> str:
    """A Markdown table of the tables that a run writes, with their columns."""
    lines = ["| table | columns |", "|---|---|"]
    lines.extend(f"| `{table.name}` | {', '.join(f'`{c.name}`' for c in table.columns)} |" for table in tables())
    return "\n".join(lines) + "\n"


def figures_table(older: str = "") -> str:
    """A Markdown table of record F1 for each gold set at hand; the other sets' rows from the older table."""
    kept = {line.split("|")[1].strip(): line for line in older.splitlines() if line.count("|") > 2}
    lines = [f"| gold | articles | {' | '.join(RECORD_TYPES)} | mean |", "|---" * (len(RECORD_TYPES) + 3) + "|"]
    for name, files in SETS.items():
        if all(file.is_file() for file in files):
            lines.append(_figures_row(name, files))
        elif name in kept:
            lines.append(kept[name])
    return "\n".join(lines) + "\n"


def _figures_row(name: str, files: list[Path]) -> str:
    rows = [item[1] for file in files for item in read_rows(file) if not isinstance(item, ReadError)]
    pipeline = Pipeline()
    outcome = evaluate(rows, lambda row: pipeline.extract(article_of_row(dict(row))).model_dump(mode="json"))
    cells = [f"{outcome.types[record_type].figures().f1:.3f}" for record_type in RECORD_TYPES]
    return f"| {name} | {len(rows)} | {' | '.join(cells)} | {outcome.macro_f1:.3f} |"


def main() -> int:
    """Compare, write or print, as asked; the number of pages that differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--figures", action="store_true")
    arguments = parser.parse_args()
    os.chdir(ROOT)
    if arguments.figures:
        print(figures_table(), end="")
        return 0
    stale = 0
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        new = filled(page)
        if new != page and arguments.write:
            path.write_text(new, encoding="utf-8")
            print(f"{path.relative_to(ROOT)}: written")
        elif new != page:
            print(f"{path.relative_to(ROOT)}: an example or a figure is not what comes out now; `make docs` writes it")
            stale += 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
