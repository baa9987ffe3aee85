"""Packages that an extra brings, imported where they are needed, with a message that says how to get them."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


class MissingExtraError(ImportError):
    """A package of an extra is not installed; the message says what to install."""


def _imported(module: str, what: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"{what} needs {module}: pip install 'extractnews[{extra}]' ({error})") from None


def import_pyarrow() -> Any:
    """The package pyarrow.

    Raises:
        MissingExtraError: if it is not installed.
    """
    return _imported("pyarrow", "Parquet and Arrow", "parquet")


def require_spark() -> None:
    """See that pyspark and the pyarrow that it hands rows over with can be imported.

    Raises:
        MissingExtraError: if one of them is not installed.
    """
    for module in ("pyspark", "pyarrow"):
        _imported(module, "Spark", "spark")


def import_trafilatura() -> Any:
    """The package trafilatura.

    Raises:
        MissingExtraError: if it is not installed.
    """
    return _imported("trafilatura", "HTML", "html")


def import_zstd() -> Any:
    """The module `compression.zstd` of Python 3.14, or its backport.

    Raises:
        MissingExtraError: if it is an older Python without the backport.
    """
    if sys.version_info >= (3, 14):
        return import_module("compression.zstd")
    return _imported("backports.zstd", "zstd", "zstd")
