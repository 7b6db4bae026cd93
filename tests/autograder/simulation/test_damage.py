"""What happens to notebooks on their way."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.building.nbcells import nbgrader
from autograder.simulation.damage import (
    DAMAGES,
    answers_in_checks,
    answers_in_one_cell,
    cell_copied,
    checks_deleted,
    checks_moved,
    endless_loop,
    is_check,
    metadata_stripped,
    not_json,
    older_format,
    pasted_twice,
    saved_by_colab,
    saved_by_vs_code,
    turned_to_text,
)


def marked(name, source, **marks):
    return new_code_cell(source, id=name, metadata={"nbgrader": nbgrader(name, **marks)})


@pytest.fixture
def notebook():
    cells = [new_markdown_cell("# Lesson", id="title")]
    for name in ("one", "two", "three"):
        cells.append(marked(name, f"def {name}(): pass", solution=True))
        cells.append(marked(f"{name}-check", "check()", grade=True, locked=True, points=1))
    return new_notebook(cells=cells)


def sources(notebook):
    return [cell["source"] for cell in notebook["cells"]]


def test_every_second_check_is_deleted_and_nothing_else(notebook):
    left = checks_deleted(notebook)["cells"]
    assert [cell["id"] for cell in left if is_check(cell)] == ["two-check"]
    assert len(left) == len(notebook["cells"]) - 2


def test_moved_checks_come_first_in_their_old_order(notebook):
    moved = checks_moved(notebook)["cells"]
    assert [cell["id"] for cell in moved[:3]] == ["one-check", "two-check", "three-check"]


def test_stripped_metadata_leaves_the_sources(notebook):
    stripped = metadata_stripped(notebook)
    assert sources(stripped) == sources(notebook)
    assert not any(cell["metadata"] for cell in stripped["cells"])


def test_a_copied_cell_has_the_same_id_twice(notebook):
    ids = [cell["id"] for cell in cell_copied(notebook)["cells"]]
    assert ids.count("one") == 2


def test_answers_in_one_cell_leave_their_own_cells_empty(notebook):
    spoiled = sources(answers_in_one_cell(notebook))
    assert spoiled[-1] == "def one(): pass\n\ndef two(): pass\n\ndef three(): pass"
    assert spoiled[1] == ""


def test_answers_in_checks_have_no_cells_of_their_own(notebook):
    spoiled = answers_in_checks(notebook)["cells"]
    assert [cell["id"] for cell in spoiled] == ["title", "one-check", "two-check", "three-check"]
    assert spoiled[1]["source"] == "def one(): pass\ncheck()"


def test_no_code_is_left_in_a_notebook_that_was_turned_to_text(notebook):
    assert {cell["cell_type"] for cell in turned_to_text(notebook)["cells"]} == {"markdown"}


def test_colab_leaves_sources_alone_but_neither_ids_nor_marks(notebook):
    saved = saved_by_colab(notebook)["cells"][1:]
    assert ["".join(cell["source"]) for cell in saved] == sources(notebook)
    assert not any("nbgrader" in cell["metadata"] or "id" in cell for cell in saved)


def test_vs_code_rewrites_the_ids_and_keeps_the_marks(notebook):
    saved = saved_by_vs_code(notebook)["cells"]
    assert saved[1]["id"] != "one"
    assert saved[1]["metadata"]["nbgrader"]["grade_id"] == "one"


def test_a_notebook_pasted_twice_has_every_cell_twice(notebook):
    assert sources(pasted_twice(notebook)) == sources(notebook) * 2


def test_the_older_format_is_one_that_nbformat_can_read(notebook):
    read = nbformat.reads(json.dumps(older_format(notebook)), as_version=4)
    assert [cell.source for cell in read.cells] == sources(notebook)


def test_an_endless_loop_stands_in_a_cell_of_its_own_between_exercises(notebook):
    spoiled = sources(endless_loop(notebook))
    assert spoiled.index("while True:\n    pass") == spoiled.index("def two(): pass") + 2


def test_a_file_that_was_cut_off_is_no_json(notebook):
    with pytest.raises(json.JSONDecodeError):
        json.loads(not_json(notebook))


@pytest.mark.parametrize("name", DAMAGES)
def test_the_notebook_that_is_spoiled_stays_as_it_was(name, notebook):
    before = json.dumps(notebook)
    DAMAGES[name](notebook)
    assert json.dumps(notebook) == before
