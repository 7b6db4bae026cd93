"""`make demo` as a newcomer meets it: its whole output fits a small terminal."""

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"
ROWS, COLUMNS = 24, 80


def rows(line):
    """Return how many rows of the terminal a line takes."""
    return max(1, math.ceil(len(line) / COLUMNS))


def outside_of_make():
    """Return the environment without what a surrounding make put there: with it, make says more."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}


@pytest.mark.slow
def test_the_demo_fits_one_screen_and_says_what_to_open(tmp_path):
    environment = Path(sys.prefix)
    words = ["--file", MAKEFILE, "demo", f"VENV={environment}"]
    words += ["--old-file", environment / ".ready"]  # the tests run in it, so it is ready
    done = subprocess.run(
        ["make", *words],
        cwd=tmp_path,
        env=outside_of_make(),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.replace(str(environment), ".venv").splitlines()
    assert sum(rows(line) for line in lines) < ROWS  # one is left for the prompt
    assert "Now open demo/report.html in a browser." in lines
    assert (tmp_path / "demo" / "report.html").is_file()
    assert done.stderr == ""
