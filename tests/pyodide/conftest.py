"""Python programs in Pyodide, the Python of a web page, under node: nothing is fetched for them."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tools.lite.fetch import PYODIDE, WHEELS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECONDS = 1200  # far more than it takes, also beside other tests


@pytest.fixture(scope="session")
def in_pyodide(tmp_path_factory):
    """Return a function that runs notebooks in Pyodide and in this Python, beside each other."""
    if shutil.which("node") is None:
        pytest.skip("there is no node, which runs Pyodide without a browser")
    if not (PYODIDE.is_dir() and WHEELS.is_dir()):
        pytest.skip("there is no Pyodide for tests; `make pyodide` fetches one")
    folder = tmp_path_factory.mktemp("pyodide")
    for package in ("autograder", "nnlib"):
        source = ROOT / package
        shutil.copytree(
            source, folder / "packages" / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(HERE / "run_cells.py", folder)

    def run(jobs, name, here=True):
        """Return what the notebooks gave in a page's Python and, if wanted, in this one."""
        (folder / f"{name}.json").write_text(json.dumps(jobs), encoding="utf-8")
        program = ["run_cells.py", f"{name}.json"]
        page = ["node", HERE / "run.mjs", PYODIDE, WHEELS, folder, *program, f"{name}.page.json"]
        own = [sys.executable, *program, f"{name}.here.json"]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda command: finished(command, folder), [page, own][: 1 + here]))
        found = read(folder / f"{name}.page.json")
        return (found, read(folder / f"{name}.here.json")) if here else found

    return run


def read(file):
    """Return what a program wrote."""
    return json.loads(file.read_text(encoding="utf-8"))


def finished(command, folder):
    """Run a program to its end; what it says is shown if it fails."""
    own = {"NEURON_TO_NETWORK_PROGRESS": str(folder / "progress.json"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | own,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
