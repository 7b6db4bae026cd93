"""The cell that gets the course where it is missing, and is in nobody's way elsewhere."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from autograder.building.notebooks import student_notebook
from autograder.building.setup_cell import EXTRA, SETUP_ID, SOURCE

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "lessons" / "en").glob("*.ipynb"))


class Shell:
    """An IPython that notes which magics are called."""

    def __init__(self):
        self.called = []

    def run_line_magic(self, name, line):
        self.called.append((name, line))


@pytest.fixture
def run():
    """Run the cell and return which magics it called."""

    def run():
        shell = Shell()
        exec(SOURCE, {"get_ipython": lambda: shell})
        return shell.called

    return run


def test_where_the_course_is_installed_it_does_nothing(run):
    assert run() == []


def test_where_the_course_is_missing_it_installs_what_the_notebooks_need(run, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run() == [("pip", f'install --quiet "{EXTRA}"')]


def test_it_installs_an_extra_that_there_is():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, _, extra = EXTRA.rstrip("]").partition("[")
    assert name == project["name"]
    assert extra in project["optional-dependencies"]


def test_it_stands_before_the_imports_and_moves_no_id(lesson):
    ids = [cell.id for cell in student_notebook(lesson).cells]
    assert ids[1:3] == [SETUP_ID, "provided-imports"]
    assert ids[3].startswith("text-03-")  # the third cell of the lesson's text


def test_it_can_be_neither_changed_nor_deleted(lesson):
    (cell,) = (cell for cell in student_notebook(lesson).cells if cell.id == SETUP_ID)
    assert (cell.metadata.editable, cell.metadata.deletable) == (False, False)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_lesson_runs_it_before_any_other_code(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    first = next(cell for cell in cells if cell["cell_type"] == "code")
    assert first["id"] == SETUP_ID
