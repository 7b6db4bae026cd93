"""The whole site, made once for all tests that look at it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return the folder of the site, as `make site` makes it; several workers share one."""
    pytest.importorskip("sphinx", reason="Sphinx is not installed: `make site` brings it")
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / "made" / "site", shared / "site.done"
    with FileLock(shared / "site.lock"):
        if not done.exists():
            make(folder, shared / "made" / "doctrees")
            done.touch()
    return folder


def make(folder, doctrees):
    """Make the site; a warning is an error."""
    options = ["--fail-on-warning", "--keep-going", "--quiet", "-d", doctrees]
    run("sphinx", *options, ROOT / "docs", folder)
    run("tools.site.links", folder)


def run(module, *words):
    done = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
