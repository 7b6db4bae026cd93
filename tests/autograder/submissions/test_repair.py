import copy

import pytest

from autograder.submissions.reading import SubmittedCell
from autograder.submissions.repair import repair


def submitted(notebook, *, ids=True):
    return [
        SubmittedCell(
            cell["cell_type"],
            cell["source"],
            cell["id"] if ids else "",
            cell["metadata"].get("nbgrader", {}).get("grade_id", "") if ids else "",
        )
        for cell in notebook["cells"]
    ]


def position(notebook, cell_id):
    return next(i for i, cell in enumerate(notebook["cells"]) if cell["id"] == cell_id)


def ids(cells):
    return [cell.template.id if cell.template else "own" for cell in cells]


@pytest.fixture
def solved(assignment):
    return assignment.solved()


@pytest.fixture
def mend(assignment):
    return lambda notebook, **how: repair(submitted(notebook, **how), assignment.template)


def test_an_undamaged_notebook_stays_as_it_is_without_a_note(mend, solved):
    cells, notes = mend(solved)
    assert notes == []
    assert [cell.source for cell in cells] == [cell["source"] for cell in solved["cells"]]


def test_checks_never_run_and_untouched_demos_are_skipped(mend, solved):
    cells, _ = mend(solved)
    runs = {cell.template.id for cell in cells if cell.runs}
    assert runs == {
        "provided-imports",
        "neuron-net_input",
        "neuron-relu",
        "neuron-leaky_relu",
        "neuron-output_activation",
    }


def test_a_touched_demo_runs(mend, solved):
    demo = next(cell for cell in solved["cells"] if cell["id"].startswith("demo"))
    demo["source"] += "\nplayed = 1"
    cells, _ = mend(solved)
    assert next(cell for cell in cells if "played" in cell.source).runs


def test_a_changed_locked_cell_is_restored_and_named(mend, solved):
    solved["cells"][position(solved, "provided-imports")]["source"] = "import os as np"
    cells, notes = mend(solved)
    assert "import numpy as np" in [cell.source for cell in cells]
    assert notes == ["The locked cell provided-imports was changed; it is restored."]


@pytest.mark.parametrize("lost", ["provided-imports", "neuron-relu-check", "neuron-compare"])
def test_a_deleted_cell_is_put_back_in_its_place_and_named(mend, solved, lost):
    before = ids(mend(solved)[0])
    del solved["cells"][position(solved, lost)]
    cells, notes = mend(solved)
    assert ids(cells) == before
    assert [cell.template.id for cell in cells if cell.restored] == [lost]
    assert notes == [f"The cell {lost} had been deleted; it is put back."]


def test_imports_moved_to_the_end_come_first_again(mend, solved):
    solved["cells"].append(solved["cells"].pop(position(solved, "provided-imports")))
    cells, notes = mend(solved)
    assert ids(cells).index("provided-imports") < ids(cells).index("neuron-net_input")
    assert notes == ["The cell provided-imports had been moved; it is put back."]


def test_without_ids_every_needed_cell_is_recognized(mend, solved, assignment):
    cells, notes = mend(solved, ids=False)
    assert ids(cells) == [cell.id for cell in assignment.template.cells]
    assert len(notes) == 1
    assert "recognized by what they hold" in notes[0]
    assert "provided-imports" in notes[0]


def test_a_written_answer_without_prompt_and_id_is_known_by_its_place(mend, solved):
    solved["cells"][position(solved, "neuron-compare")]["source"] = "They both learn."
    cells, _ = mend(solved, ids=False)
    answer = next(cell for cell in cells if cell.source == "They both learn.")
    assert answer.template.id == "neuron-compare"


@pytest.mark.parametrize("solved_first", [True, False])
def test_of_two_copies_the_changed_one_counts_and_the_other_does_not_run(
    mend, solved, assignment, solved_first
):
    place = position(solved, "neuron-relu")
    stub = copy.deepcopy(assignment.given["cells"][place])
    solved["cells"].insert(place + solved_first, stub)
    cells, notes = mend(solved)
    counted = next(cell for cell in cells if cell.template and cell.template.id == "neuron-relu")
    assert "maximum" in counted.source
    assert not any(cell.runs for cell in cells if "NotImplementedError" in cell.source)
    assert "neuron-relu was there more than once" in notes[0]


def test_of_two_changed_copies_the_later_counts_and_both_run(mend, solved):
    place = position(solved, "neuron-relu")
    later = {**copy.deepcopy(solved["cells"][place]), "source": "def relu(z):\n    return 2"}
    solved["cells"].insert(place + 1, later)
    cells, _ = mend(solved)
    counted = next(cell for cell in cells if cell.template and cell.template.id == "neuron-relu")
    assert counted.source == later["source"]
    assert sum(cell.runs for cell in cells if "def relu" in cell.source) == 2


def test_an_answer_in_a_cell_of_its_own_counts_when_the_given_cell_is_untouched(
    mend, solved, assignment
):
    place = position(solved, "neuron-relu")
    own = {**copy.deepcopy(solved["cells"][place]), "id": "mine", "metadata": {}}
    solved["cells"][place] = copy.deepcopy(assignment.given["cells"][place])
    solved["cells"].append(own)
    cells, _ = mend(solved)
    counted = next(cell for cell in cells if cell.template and cell.template.id == "neuron-relu")
    assert "maximum" in counted.source


def test_a_changed_type_is_put_right(mend, solved):
    solved["cells"][position(solved, "neuron-relu")]["cell_type"] = "markdown"
    cells, notes = mend(solved)
    assert next(cell for cell in cells if "def relu" in cell.source).runs
    assert notes == ["The type of the cell neuron-relu was markdown; it is code again."]


def test_a_deleted_answer_cell_is_noted(mend, solved):
    del solved["cells"][position(solved, "neuron-relu")]
    _, notes = mend(solved)
    assert notes == ["The answer cell neuron-relu was deleted, and relu is defined nowhere else."]


def test_a_copied_check_cell_is_not_run(mend, solved):
    copied = copy.deepcopy(solved["cells"][position(solved, "neuron-relu-check")])
    solved["cells"].append({**copied, "id": "copy", "metadata": {}})
    cells, _ = mend(solved)
    assert not any(cell.runs for cell in cells if cell.source.startswith("check("))


def test_an_empty_notebook_gets_back_what_it_needs(mend):
    cells, notes = mend({"cells": []})
    assert "neuron-relu-check" in ids(cells)
    gone = [note for note in notes if "is defined nowhere else" in note]
    assert len(gone) == 4  # the answer cells are gone for good
    assert f"and {len(cells) - 3} more" in notes[-1]  # three are named


def test_a_notebook_that_was_given_out_before_there_was_a_setup_cell_lacks_nothing(mend, solved):
    del solved["cells"][position(solved, "setup")]
    cells, notes = mend(solved)
    assert notes == []
    assert "setup" not in ids(cells)
