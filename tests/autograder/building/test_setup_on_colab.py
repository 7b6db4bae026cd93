"""The first cells of a lesson on Colab, as far as a machine without Colab can show it.

The environment has what Colab has preinstalled, but not the course; `google.colab` is loaded as an
empty module in the kernel; pip finds the course in a folder and nothing else anywhere; the Drive is
a folder.
"""

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from autograder.building.notebooks import solved_notebook
from autograder.building.reader import read_file
from autograder.building.setup_cell import SETUP_ID
from autograder.exercises import load

ROOT = Path(__file__).parents[3]
COLABS = "import sys, types; sys.modules['google.colab'] = types.ModuleType('google.colab')\n"
KERNEL = "from ipykernel.kernelapp import launch_new_instance; launch_new_instance()"
BUILD = "import setuptools.build_meta as b, sys; b.build_wheel(sys.argv[1])"
OURS = ("neuron_to_network", "__editable__", "_virtualenv", "pip", "setuptools", "__pycache__")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """Return a folder with the wheel of the course, as pip would download it."""
    pytest.importorskip("setuptools", reason="a wheel is built without a network by setuptools")
    place = tmp_path_factory.mktemp("wheels")
    leave_out = shutil.ignore_patterns(".*", "build", "*.egg-info", "node_modules", "tests", "demo")
    shutil.copytree(ROOT, place / "tree", ignore=leave_out)
    words = [sys.executable, "-c", BUILD, str(place)]
    subprocess.run(words, cwd=place / "tree", check=True, capture_output=True)
    return place


@pytest.fixture(scope="module")
def preinstalled(tmp_path_factory):
    """Return a folder with every library of this environment, but without the course."""
    place = tmp_path_factory.mktemp("preinstalled")
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not entry.name.startswith(OURS):
            (place / entry.name).symlink_to(entry)
    return place


@pytest.fixture
def colab(tmp_path, wheels, preinstalled, monkeypatch):
    """Make the environment and its kernel; return its folder of installed packages."""
    venv.create(tmp_path / "env", with_pip=True)
    scheme = {"base": str(tmp_path / "env"), "platbase": str(tmp_path / "env")}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=scheme))
    (packages / "preinstalled.pth").write_text(f"{preinstalled}\n", encoding="utf-8")
    python = Path(sysconfig.get_path("scripts", "venv", vars=scheme)) / "python"
    kernel = {
        "argv": [str(python), "-c", COLABS + KERNEL, "-f", "{connection_file}"],
        "display_name": "Colab",
        "language": "python",
        "env": {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "HOME": str(tmp_path)},
    }
    place = tmp_path / "jupyter" / "kernels" / "colab" / "kernel.json"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps(kernel), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    for name in ("NEURON_TO_NETWORK_PROGRESS", "PYTHONPATH"):
        monkeypatch.delenv(name, raising=False)
    return packages


def first_cells():
    """Return lesson 00 up to its first check, answered."""
    notebook = solved_notebook(read_file(ROOT / "solutions" / "00_start.py", load()))
    last = next(i for i, cell in enumerate(notebook.cells) if cell.id.endswith("-check"))
    return NotebookNode({**notebook, "cells": notebook.cells[: last + 1]})


def with_drive(notebook, drive):
    """Mount a folder as the Drive, once the course is there."""
    pretend = (
        f"import autograder.student.hosted, pathlib\n"
        f"autograder.student.hosted.DRIVE = pathlib.Path({str(drive)!r})"
    )
    after = 1 + next(i for i, cell in enumerate(notebook.cells) if cell.id == SETUP_ID)
    notebook.cells.insert(after, new_code_cell(pretend))


def test_the_first_cells_get_the_course_and_the_first_check_is_green(colab, tmp_path):
    drive = tmp_path / "drive" / "MyDrive"
    drive.mkdir(parents=True)
    notebook, before = first_cells(), set(colab.iterdir())
    with_drive(notebook, drive)
    NotebookClient(notebook, kernel_name="colab", timeout=120).execute(cwd=str(tmp_path))
    card = notebook.cells[-1].outputs[0].data["text/plain"]
    assert card.startswith("✓ Right: start.fahrenheit")
    kept = drive / "neuron-to-network" / "progress.json"
    assert "start.fahrenheit" in kept.read_text(encoding="utf-8")
    new = {path.name.partition("-")[0] for path in set(colab.iterdir()) - before}
    assert new == {"autograder", "neuron_to_network", "nnlib"}  # and no library again
