"""Return which newer Python understands a cell, if the one that grades does not.

Ruff's parser knows what each version of Python added. It reads the code, it does not run it.
"""

import json
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SECONDS = 10.0
MOST_READ = 100_000  # characters
ADDED = re.compile(r"(?P<what>.*) \(syntax was added in Python 3\.(?P<minor>\d+)\)")
HERE = f"3.{sys.version_info.minor}"
OPTIONS = (
    *("check", "--isolated", "--no-cache", "--quiet"),
    *("--select", "F821", "--ignore", "F821"),  # no rule: errors of syntax are always shown
    *("--target-version", f"py3{sys.version_info.minor}", "--output-format", "json"),
    *("--stdin-filename", "cell.ipynb", "-"),
)


@dataclass(frozen=True)
class NewerPython:
    """The version that a cell needs, and what of it is new."""

    version: str
    what: str


@lru_cache(maxsize=64)  # what was copied from one another is looked at once
def newer_python(source: str) -> NewerPython | None:
    """Return which newer Python understands a cell that this one does not; None if none does.

    None, too, where Ruff is missing or does not know that version.
    """
    if len(source) > MOST_READ:
        return None
    found = [ADDED.fullmatch(message) for message in complaints(source)]
    needed = [match for match in found if match is not None]
    if not needed or len(needed) < len(found):  # something in it is wrong in every version
        return None
    latest = max(needed, key=lambda match: int(match["minor"]))
    return NewerPython(f"3.{latest['minor']}", latest["what"])


def ruff() -> str:
    """Return the program of this environment, else the one that the system finds."""
    own = Path(sysconfig.get_path("scripts")) / "ruff"
    return str(own) if own.is_file() else "ruff"


def complaints(source: str) -> list[str]:
    """Return what Ruff says of a cell's syntax, magics of IPython understood."""
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": []}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    try:
        said = subprocess.run(  # noqa: S603 - a fixed command; the cell comes by its input
            [ruff(), *OPTIONS],
            input=json.dumps(notebook).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        return [str(finding["message"]) for finding in json.loads(said.stdout)]
    except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError):
        return []
