import json

import nbformat
import pytest

from autograder.building.notebooks import (
    notebook_text,
    solved_notebook,
    source_notebook,
    student_notebook,
)
from autograder.building.reader import read_lesson
from autograder.building.setup_cell import setup_cell


def cells_by_id(notebook):
    return {cell.id: cell for cell in notebook.cells}


@pytest.fixture
def student(lesson):
    return student_notebook(lesson)


def test_an_exercise_becomes_a_stub_and_a_check_worth_its_points(student):
    cells = cells_by_id(student)
    assert cells["neuron-net_input"].source == (
        "def net_input(x, weights, bias):\n"
        '    """Return w·x + b for one sample."""\n'
        "    # YOUR CODE HERE\n"
        "    raise NotImplementedError()"
    )
    check = cells["neuron-net_input-check"]
    assert check.source == 'check("neuron.net_input")'
    assert (check.metadata.nbgrader.grade, check.metadata.nbgrader.points) == (True, 2)


def test_a_question_becomes_a_prompt_an_answer_line_and_a_check(student):
    cells = cells_by_id(student)
    assert cells["neuron-output_activation-prompt"].source == (
        "Which activation gives probabilities?\n\n- a) ReLU\n- b) softmax\n- c) identity"
    )
    answer = cells["neuron-output_activation"].source
    assert answer == 'output_activation = ...  # "a", "b" or "c"'
    assert cells["neuron-count"].source == "count = ...  # a number, to 2 decimals"
    assert cells["neuron-count-check"].metadata.nbgrader.points == 1.5


def test_a_written_question_becomes_one_cell_graded_by_hand(student):
    cell = cells_by_id(student)["neuron-compare"]
    assert cell.source == "Compare both neurons.\n\nYOUR ANSWER HERE"
    marks = cell.metadata.nbgrader
    assert (marks.grade, marks.solution, marks.points) == (True, True, 2)


def test_a_provided_cell_is_locked_and_worth_nothing(student):
    marks = cells_by_id(student)["provided-imports"].metadata.nbgrader
    assert (marks.locked, marks.grade, marks.solution) == (True, False, False)


def test_only_demo_cells_and_the_setup_carry_the_tag_demo(student):
    tagged = [cell.source for cell in student.cells if "demo" in cell.metadata.get("tags", [])]
    assert tagged == [setup_cell().source, "print(np.ones(3))"]


def test_the_student_notebook_holds_no_solution_no_sentence_and_no_rubric(student):
    text = notebook_text(student)
    secrets = ("products", "SOLUTION", "[x]", "sum to 1", "no probability", "1.25", "both learn")
    assert not [secret for secret in secrets if secret in text]
    assert "Rubric" not in text


def test_the_source_notebook_holds_solution_and_rubric(lesson):
    cells = cells_by_id(source_notebook(lesson))
    assert "products.sum()" in cells["neuron-net_input"].source
    assert "1 point: both learn." in cells["neuron-compare"].source


def test_the_solved_notebook_answers_everything(lesson):
    cells = cells_by_id(solved_notebook(lesson))
    assert cells["neuron-net_input"].source.endswith(
        "    products = weights * x\n    return products.sum() + bias"
    )
    assert cells["neuron-output_activation"].source == 'output_activation = "b"'
    assert cells["neuron-count"].source == "count = 1.25"
    assert "YOUR ANSWER" not in cells["neuron-compare"].source


def test_the_solved_notebook_keeps_the_checksums_of_the_release(lesson, student):
    released = cells_by_id(student)
    for cell in solved_notebook(lesson).cells:
        assert cell.metadata == released[cell.id].metadata


@pytest.mark.parametrize("make", [source_notebook, student_notebook, solved_notebook])
def test_a_notebook_is_valid_and_has_unique_ids_and_no_outputs(make, lesson):
    notebook = make(lesson)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert not any(cell.outputs for cell in notebook.cells if cell.cell_type == "code")
    assert "jupytext" not in notebook_text(notebook)


def test_a_notebook_is_the_same_byte_for_byte_each_time_it_is_built(text, exercises):
    texts = [
        notebook_text(student_notebook(read_lesson(text, "01_neuron", exercises))) for _ in range(2)
    ]
    assert texts[0] == texts[1]
    assert (
        texts[0]
        == json.dumps(json.loads(texts[0]), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    )


def test_the_id_of_a_graded_cell_does_not_depend_on_its_place(text, exercises, student):
    longer = text.replace("# %% exercise", "# %% [markdown]\n# New words.\n\n# %% exercise")
    later = student_notebook(read_lesson(longer, "01_neuron", exercises))
    graded = {cell.id for cell in student.cells if cell.id.startswith(("neuron-", "provided-"))}
    assert graded <= set(cells_by_id(later))


def test_attributes_of_the_course_do_not_reach_the_notebook(student):
    keys = {key for cell in student.cells for key in cell.metadata}
    assert keys == {"deletable", "editable", "nbgrader", "tags"}
