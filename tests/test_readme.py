"""README and docs say what is true: every example is run, every name in them exists."""

from __future__ import annotations

import doctest
import importlib
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from conftest import ROOT

import extractnews
from extractnews.cli import app

sys.path.insert(0, str(ROOT / "docs"))
fill = importlib.import_module("fill")

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "corpora" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SOURCE = ROOT / "src" / "extractnews"


def page_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", fill.PAGES, ids=page_id)
def test_examples_and_figures_are_what_comes_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make docs` writes them."""
    monkeypatch.chdir(ROOT)
    page = path.read_text(encoding="utf-8")
    assert fill.filled(page) == page


def test_filling_finds_the_examples_and_a_stale_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (
        "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n\n```console\n$ extractnews --version\nextractnews 0\n```\n"
    )
    new = fill.filled(page)
    assert "```text\n2\n```" in new
    assert f"$ extractnews --version\nextractnews {extractnews.__version__}\n" in new
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"```text\n.+?```", readme, re.DOTALL)) >= 2
    assert "| `corpora/gold` | " in readme


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=page_id)
def test_doctests(path: Path) -> None:
    assert doctest.testfile(str(path), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize("path", PAGES, ids=page_id)
def test_links_and_named_files_exist(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page):
        assert (path.parent / target).exists(), target
    for name in re.findall(r"`((?:tests|corpora|resources|docs|benchmarks|examples)/[\w./-]+)`", page):
        assert (ROOT / name).exists(), name
    for name in re.findall(r"`((?:[a-z_*]+/)*[a-z_*]+(?:\.(?:py|toml|tsv)|/))`", page):
        found = [*ROOT.glob(name), *SOURCE.rglob(name), *(ROOT / "resources").rglob(name)]
        assert found, name
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in re.findall(r"`make ([a-z-]+)`|^    make ([a-z-]+)", page, re.MULTILINE):
        assert "".join(name) in targets


def test_both_commands_stand_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark, ending in (("try", "extractnews show corpora/sample"), ("test", "python -m pytest")):
        (command,) = re.findall(rf"<!-- {mark} -->\n```bash\n(.+)\n```\n", readme)
        assert command.startswith("python3 -m venv .venv && ")
        assert command.endswith(ending)


def test_architecture_draws_the_layout_as_it_is() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    layout = page.partition("<!-- layout -->")[2].partition("<!-- end of layout -->")[0]
    drawn = set(re.findall(r"^ {6}(\S+)", layout, re.MULTILINE))
    modules = {path.name for path in SOURCE.glob("*.py")}
    packages = {f"{path.parent.name}/" for path in SOURCE.glob("*/__init__.py")}
    assert drawn == modules | packages


def test_every_option_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        name = command.callback.__name__ if command.callback else ""
        assert f"## {name}" in page
    source = (SOURCE / "cli.py").read_text(encoding="utf-8")
    options = set(re.findall(r'"(--[a-z-]+)"', source)) - {"--help", "--version"}
    assert options
    assert {option for option in options if option not in page} <= {"--output"}


def test_versions_agree() -> None:
    assert PROJECT["version"] == extractnews.__version__
    assert f"## [{extractnews.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def distributions_imported() -> set[str]:
    """Names of the installed packages that the library's modules import."""
    modules = set()
    for path in SOURCE.rglob("*.py"):
        modules |= set(re.findall(r"^\s*(?:import|from) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    installed = packages_distributions()
    return {
        name.lower().replace("_", "-")
        for module in modules - set(sys.stdlib_module_names) - {"extractnews"}
        for name in installed.get(module, ())
    }


def test_dependencies_are_those_imported_and_documented() -> None:
    declared = names_of(PROJECT["dependencies"])
    extras = set().union(
        *(names_of(lines) for name, lines in PROJECT["optional-dependencies"].items() if name != "dev")
    )
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert declared == distributions_imported() & declared
    assert distributions_imported() - declared - extras == set()
    for name in declared:
        assert f"| [{name}](https://pypi.org/project/{name}/) |" in page
    for name in PROJECT["optional-dependencies"]:
        assert f"| `{name}` | " in page


def names_of(lines: list[str]) -> set[str]:
    return {match[0] for line in lines if (match := re.match(r"[\w.-]+", line))}


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_example_script(path: Path) -> None:
    run = subprocess.run(
        [sys.executable, path, ROOT / "corpora" / "sample"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) >= 8
