"""A notebook that VS Code has saved is read as the same, by the check, by grading and by an update.

What it writes is taken from the public source of its extension for notebooks, ipynb: the keys of
every object sorted, the indentation as it found it, text in lines, each cell's id and metadata as
they were, `vscode` in the metadata of a cell in another language. VS Code itself is not run here.
"""

import json

import nbformat
import pytest

from autograder.api.checking import check
from autograder.building.worked_in import is_worked_in
from autograder.course.files import write_whole
from autograder.submissions.reading import read_cells
from autograder.texts import notebooks
from neuron_to_network.folder import StudentFolder

LESSON = "01_neuron"
GIVEN_OUT = (notebooks() / "en" / f"{LESSON}.ipynb").read_text(encoding="utf-8")
RELU = "def relu(z):\n    return np.maximum(z, 0)"
PRINTED = {"output_type": "stream", "name": "stdout", "text": "[0 2]\n"}
KERNEL = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": "3.12.1",
}


def in_lines(text):
    """Return a text as a list of lines, as VS Code splits it."""
    return text.splitlines(keepends=True) if isinstance(text, str) else text


def saved_by_vscode(data):
    """Return the file that VS Code writes for a notebook once a kernel has run in it."""
    cells = []
    for cell in data["cells"]:
        saved = {**cell, "source": in_lines(cell["source"])}
        if cell["cell_type"] == "code":
            saved["outputs"] = [with_lines(output) for output in cell["outputs"]]
        cells.append(saved)
    metadata = {**data["metadata"], "language_info": KERNEL}
    whole = {**data, "cells": cells, "metadata": metadata}
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def with_lines(output):
    """Return an output whose text is in lines."""
    return {**output, "text": in_lines(output["text"])} if "text" in output else output


def own_cell(**more):
    """Return a cell that the student adds in VS Code."""
    return {"cell_type": "code", "execution_count": 4, "metadata": {}, "outputs": [PRINTED], **more}


@pytest.fixture
def worked():
    """The lesson with one exercise done and run, and two cells of the student's own."""
    data = json.loads(GIVEN_OUT)
    place = next(i for i, cell in enumerate(data["cells"]) if cell["id"] == "neuron-relu")
    data["cells"][place] |= {"source": RELU, "execution_count": 3, "outputs": []}
    shell = {"vscode": {"languageId": "shellscript"}}
    data["cells"].insert(place + 1, own_cell(id="c0ffee01", source="print(relu(2))"))
    data["cells"].insert(place + 2, own_cell(id="c0ffee02", source="%%bash\nls", metadata=shell))
    return data


@pytest.fixture
def folder(tmp_path):
    """A folder of the student's own with the lesson in it."""
    folder = StudentFolder(tmp_path / "mine")
    folder.start({LESSON: GIVEN_OUT})
    return folder


def test_what_it_saves_is_a_valid_notebook_with_all_ids(worked):
    saved = nbformat.reads(saved_by_vscode(worked), as_version=nbformat.NO_CONVERT)
    nbformat.validate(saved)
    assert [cell.id for cell in saved.cells] == [cell["id"] for cell in worked["cells"]]


def test_grading_reads_the_same_cells_without_a_note(worked):
    cells, notes = read_cells(saved_by_vscode(worked))
    assert (cells, notes) == read_cells(json.dumps(worked))
    assert notes == []


@pytest.mark.slow
def test_its_answer_is_judged_the_same(worked, tmp_path):
    judged = []
    for name, text in (("jupyter", json.dumps(worked)), ("vscode", saved_by_vscode(worked))):
        (tmp_path / f"{name}.ipynb").write_text(text, encoding="utf-8")
        judged.append(check(tmp_path / f"{name}.ipynb"))
    assert judged[0].exercises == judged[1].exercises
    assert judged[0].notes == judged[1].notes == ()
    assert {one.id: one.points for one in judged[1].exercises if one.points} == {"neuron.relu": 1}


def test_to_open_and_save_a_notebook_is_no_work(tmp_path):
    file = tmp_path / f"{LESSON}.ipynb"
    file.write_text(saved_by_vscode(json.loads(GIVEN_OUT)), encoding="utf-8")
    assert not is_worked_in(file)


def test_an_update_without_news_leaves_it_alone(folder, worked):
    saved = saved_by_vscode(worked)
    write_whole(folder.notebook(LESSON), saved)
    (result,) = folder.update({LESSON: GIVEN_OUT})
    assert (bool(result.changes), result.old) == (False, None)
    assert folder.notebook(LESSON).read_text(encoding="utf-8") == saved


def test_an_update_keeps_what_was_written_in_it(folder, worked):
    write_whole(folder.notebook(LESSON), saved_by_vscode(worked))
    newer = json.loads(GIVEN_OUT)
    newer["cells"][1]["source"] = "New words."
    (result,) = folder.update({LESSON: json.dumps(newer)})
    assert str(result.changes) == "cells with a newer text: 1"
    cells = json.loads(folder.notebook(LESSON).read_text(encoding="utf-8"))["cells"]
    kept = {cell["id"]: "".join(cell["source"]) for cell in cells}
    assert kept["neuron-relu"] == RELU
    assert kept["c0ffee01"] == "print(relu(2))"
