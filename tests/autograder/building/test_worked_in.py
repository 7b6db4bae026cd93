"""A build never overwrites a notebook in which somebody has worked."""

import json

import nbformat
import pytest

from autograder.building.files import WORKED_IN, built_files, stale_files, write_files
from autograder.building.worked_in import MARK


@pytest.fixture
def folders(tmp_path):
    return tmp_path / "lessons", tmp_path / "sealed"


@pytest.fixture
def built(lesson, folders):
    files = built_files([lesson], *folders)
    write_files(files)
    return next(file for file in files if file.suffix == ".ipynb")


@pytest.fixture
def newer(lesson, folders, built):
    """Return the files that a build would write now, whose notebook has one more cell."""
    files = built_files([lesson], *folders)
    notebook = json.loads(files[built])
    notebook["cells"].append(nbformat.v4.new_markdown_cell("New.", id="new"))
    return {**files, built: json.dumps(notebook)}


def change(file, edit):
    notebook = nbformat.read(file, as_version=4)
    edit(notebook)
    nbformat.write(notebook, file)


def write_an_answer(notebook):
    notebook.cells[-1].source += "\nMine."


def run_a_cell(notebook):
    next(cell for cell in notebook.cells if cell.cell_type == "code").execution_count = 1


def add_a_cell(notebook):
    notebook.cells.insert(0, nbformat.v4.new_code_cell("mine = 1"))


def paste_a_picture(notebook):
    cell = next(cell for cell in notebook.cells if cell.cell_type == "markdown")
    cell["attachments"] = {"a.png": {"image/png": "iVBORw0="}}


def save_without_work(notebook):
    notebook.metadata["language_info"] = {"name": "python", "version": "3.13"}


def take_the_hash_away(notebook):
    del notebook.metadata[MARK]


WORK = [write_an_answer, run_a_cell, add_a_cell, paste_a_picture, take_the_hash_away]


@pytest.mark.parametrize("work", WORK)
def test_a_notebook_that_holds_work_is_left_alone_and_told_of(work, built, newer, folders):
    change(built, work)
    before = built.read_bytes()
    assert write_files(newer) == []
    assert built.read_bytes() == before
    assert [(one.file, one.why) for one in stale_files(newer, *folders)] == [(built, WORKED_IN)]


def test_a_file_that_is_no_notebook_is_left_alone(built, newer):
    built.write_text("<<<<<<< mine")
    assert write_files(newer) == []
    assert built.read_text() == "<<<<<<< mine"


def test_a_notebook_without_work_is_built_anew(built, newer):
    change(built, save_without_work)
    assert write_files(newer) == [built]
