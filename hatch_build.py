"""Build hook: with EXTRACTNEWS_COMPILE=1 the wheel holds the extraction's modules compiled by mypyc.

Without it the wheel is pure Python and needs no compiler. Both have the same sources and give the same bytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = (
    "article.py", "calendars.py", "layout.py", "lexicon.py", "normalise.py", "numerals.py", "rendering.py",
    "scanner.py", "tokens.py", "words.py",
    "extractors/**/*.py", "linking/**/*.py", "names/*.py", "organisations/*.py", "titles/*.py",
)  # fmt: skip
"""What runs for every article. `pipeline.py` is left out for those who derive classes from `Pipeline`; models, files
and command line gain nothing."""

_SETUP = """
from setuptools import setup
from mypyc.build import mypycify
modules = mypycify({arguments!r}, opt_level="2", debug_level="0", multi_file=True, target_dir={target!r})
setup(name="extractnews", packages=[], ext_modules=modules)
"""


def _is_wanted() -> bool:
    return os.environ.get("EXTRACTNEWS_COMPILE", "0") not in ("", "0")


def _environment() -> dict[str, str]:
    """With link-time optimisation where the compiler has it, which makes a call between modules a plain call."""
    environment = dict(os.environ)
    if os.name == "posix":
        for name, flags in (("CFLAGS", "-flto -fno-semantic-interposition"), ("LDFLAGS", "-flto -O2")):
            environment[name] = f"{environment.get(name, '')} {flags}".strip()
    return environment


class CompileHook(BuildHookInterface[Any]):
    """Compiles into a directory of its own and adds the extension modules to the wheel; the checkout stays as it is."""

    def dependencies(self) -> list[str]:
        """What the compilation needs beside a C compiler."""
        return ["mypy>=2.4,<2.5", "setuptools>=77"] if _is_wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the wheel is editable."""
        if version == "editable" or not _is_wanted():
            return
        source = Path(self.root, "src")
        self._build = tempfile.TemporaryDirectory()
        build = Path(self._build.name)
        found = (path for pattern in COMPILED for path in (source / "extractnews").glob(pattern))
        modules = sorted(path.relative_to(source).as_posix() for path in found)
        arguments = ["--config-file=", "--ignore-missing-imports", f"--cache-dir={build / 'cache'}", *modules]
        script = build / "setup.py"
        script.write_text(_SETUP.format(arguments=arguments, target=str(build / "c")), encoding="utf-8")
        command = [sys.executable, script, "build_ext", "--build-lib", build / "lib", "--build-temp", build / "temp"]
        done = subprocess.run(command, cwd=source, env=_environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"mypyc or the C compiler failed:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        for extension in (build / "lib").rglob("*.*"):
            if extension.is_file():
                build_data["force_include"][str(extension)] = extension.relative_to(build / "lib").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was built."""
        if hasattr(self, "_build"):
            self._build.cleanup()
