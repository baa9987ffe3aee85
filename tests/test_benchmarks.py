"""The benchmark program runs: every mode of one process, on a few articles; what it measures no test can say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT


def bench(*arguments: object) -> subprocess.CompletedProcess[str]:
    # Without articles from elsewhere: those of the project's corpora are read.
    env = {**os.environ, "SHARED": str(ROOT / "none")}
    command = [sys.executable, ROOT / "benchmarks" / "bench.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("compare", r"\| extractnews, all five types \| 8 \| [\d.]+ \| 1\.00 \|"),
        ("compare", r"\| floor[^|]+\| 8 \| [\d.]+ \| 0\.\d+ \|"),
        ("stages", r"\| all \| 100% \| [\d.]+ \|"),
        ("stages", r"\| officials \| [\d.]+% \| [\d.]+ \|"),
        ("gazetteer", r"\| 50,000 \| [\d,]+ \| [\d.]+ \| [\d.]+ \|"),
    ],
)
def test_mode(mode: str, expected: str) -> None:
    run = bench(mode, "--articles", 8, "--passes", 1)
    assert run.returncode == 0, run.stderr
    assert re.search(expected, run.stdout), run.stdout


def test_output_goes_between_the_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n\n<!-- bench stages -->\nold\n<!-- end of bench -->\n\nb\n", encoding="utf-8")
    assert bench("stages", "--articles", 8, "--write", page).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("a\n\n<!-- bench stages -->\n`python benchmarks/bench.py stages")
    assert text.endswith("<!-- end of bench -->\n\nb\n")
    assert "old" not in text
    page.write_text("no marks", encoding="utf-8")
    assert bench("stages", "--articles", 8, "--write", page).returncode != 0


def test_an_unknown_mode_is_refused() -> None:
    run = bench("speed")
    assert run.returncode == 2
    assert "unknown mode 'speed'" in run.stderr


@pytest.mark.parametrize("mode", ["compare", "stages", "length", "gazetteer", "corpus", "workers", "spark"])
def test_the_page_has_the_marks_of_every_mode(mode: str) -> None:
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert re.search(rf"<!-- bench {mode} -->\n`python benchmarks/bench\.py {mode} .+`, 20\d\d-\d\d-\d\d, ", page)
