"""The wheel: built, installed in a new environment far from the checkout, and run there."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import CORPORA, ROOT

TEXT = "أصدر وزير الصحة سالم المري القرار رقم 25 لسنة 2023 في 3 يناير 2024."


def run(*args: object, cwd: Path) -> str:
    # The checkout must not be found by way of the environment.
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    result = subprocess.run(list(map(str, args)), cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("build")
    folder = tmp_path_factory.mktemp("dist")
    # Through the source archive, so that an archive without a file makes a wheel without it.
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("*.whl")
    assert path.name.endswith("-py3-none-any.whl")  # compiled only where it is asked for
    return path


def starred_behind_in(source: str) -> list[int]:
    """Lines of `x in (*y, z)`, which mypyc cannot compile."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.In | ast.NotIn)
        and isinstance(node.comparators[0], ast.Tuple | ast.List | ast.Set)
        and any(isinstance(item, ast.Starred) for item in node.comparators[0].elts)
    ]


def test_no_source_holds_what_the_compiled_wheel_cannot_be_made_of() -> None:
    assert starred_behind_in("x in (*y, 1)\nx not in [*y]\nx in (1, 2)") == [1, 2]
    sources = (ROOT / "src").rglob("*.py")
    found = {str(path): lines for path in sources if (lines := starred_behind_in(path.read_text(encoding="utf-8")))}
    assert not found


@pytest.mark.slow
def test_wheel_holds_every_resource_and_the_type_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert resources
    assert names >= {f"extractnews/resources/{path.relative_to(ROOT / 'resources').as_posix()}" for path in resources}
    assert {"extractnews/py.typed", "extractnews/cli.py"} <= names
    assert not [name for name in names if name.startswith(("tests/", "corpora/", "docs/"))]


@pytest.mark.slow
def test_wheel_runs_in_a_new_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    command = tmp_path / "env" / "bin" / "extractnews"
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run(command, "extract", "a.txt", "-o", "out.jsonl", cwd=tmp_path)
    records = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [document["code"] for document in records["documents"]] == ["25 لسنة 2023"]
    assert [date["value"] for date in records["dates"]] == ["2024-01-03"]
    assert [official["text"] for official in records["officials"]] == ["سالم المري"]
    where = run(python, "-c", "import extractnews; print(extractnews.__file__)", cwd=tmp_path)
    assert where.startswith(str(tmp_path))
    # The same records as from the checkout, on real articles.
    here = run(sys.executable, "-m", "extractnews", "extract", "-q", CORPORA / "gold" / "egypt.jsonl", cwd=tmp_path)
    assert run(command, "extract", "-q", CORPORA / "gold" / "egypt.jsonl", cwd=tmp_path) == here
