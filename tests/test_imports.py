"""`import extractnews` costs next to nothing and loads nothing that is not needed."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

import extractnews

EXTRAS = (
    "camel_tools",
    "torch",
    "transformers",
    "pandas",
    "pyarrow",
    "pyspark",
    "spacy",
    "trafilatura",
    "numpy",
    "backports",
)
# Of the command line and of the pipeline: loaded at their first use.
LATER = ("typer", "rich", "ahocorasick_rs", "hijridate", "regex", "dateutil")

MODULES = "import sys, json, {}; print(json.dumps(sorted(sys.modules)))"


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that are loaded after importing these."""
    run = subprocess.run([sys.executable, "-c", MODULES.format(statement)], capture_output=True, check=True, text=True)
    return {name.split(".")[0] for name in json.loads(run.stdout)}


def seconds(code: str) -> float:
    """Best of several runs, which other work on the machine disturbs least."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def test_import_adds_at_most_a_tenth_of_a_second_to_pydantic() -> None:
    assert seconds("import pydantic, extractnews") - seconds("import pydantic") <= 0.1


def test_import_loads_no_extra_and_nothing_of_the_pipeline() -> None:
    assert not loaded_by("extractnews") & {*EXTRAS, *LATER}


def test_the_pipeline_loads_no_extra_and_nothing_of_the_command_line() -> None:
    assert not loaded_by("extractnews.pipeline") & {*EXTRAS, "typer", "rich"}


def test_lexicons_load_at_first_use() -> None:
    code = (
        "import extractnews.pipeline as p, pathlib; from extractnews import extract\n"
        "seen = []; opened = pathlib.Path.open\n"
        "pathlib.Path.open = lambda self, *a, **k: (seen.append(str(self)), opened(self, *a, **k))[1]\n"
        "assert not p.default_pipeline.cache_info().currsize\n"
        "extract('قرار'); assert any('resources' in name for name in seen)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", extractnews.__all__)
def test_public_names(name: str) -> None:
    assert getattr(extractnews, name).__name__ == name
    assert name in dir(extractnews)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Extractor'"):
        extractnews.Extractor  # noqa: B018
