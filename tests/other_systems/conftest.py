"""Run a program as Windows would, as far as that can be had here; on Windows itself, as it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LIKE_WINDOWS = Path(__file__).with_name("like_windows")


@pytest.fixture
def run(tmp_path):
    """Return what runs Python on some words in an empty folder, and gives its code and its words.

    A module's name begins with "-m"; `env` are settings of its environment.
    """

    def run(*words, env=None):
        done = subprocess.run(
            [sys.executable, *map(str, words)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUTF8": "0", **like_windows(), **(env or {})},
            capture_output=True,
            check=False,
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        return done.returncode, said.replace("\r\n", "\n")

    return run


def like_windows():
    """Return the settings with which Linux looks like Windows to our packages."""
    return {"PYTHONPATH": str(LIKE_WINDOWS)} if sys.platform == "linux" else {}
