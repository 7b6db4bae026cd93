"""The autograded notebook: what graders and students open in a browser."""

import json
from dataclasses import replace

import pytest

from autograder.grading.assignment import hidden_cases
from autograder.grading.notebook import grade_notebook
from autograder.sandbox.fault import ENDED, HUNG
from autograder.sandbox.limits import Limits
from autograder.student.verdict_card import graded_html
from tests.autograder.judging.hidden_numbers import numbers_in, numbers_of
from tests.autograder.submissions.test_safe_markdown import harm

ATTACK = "<script>alert(1)</script>"


def own_cell(kind, source):
    return {"cell_type": kind, "id": "own", "metadata": {}, "source": source}


def graded_with(assignment, **cell):
    submitted = assignment.solved()
    submitted["cells"].append(cell)
    return assignment.grade(submitted).notebook.cells


def test_a_written_answer_runs_nothing(assignment):
    submitted = assignment.solved(compare=f"Compare both neurons.\n\nBoth learn. {ATTACK}")
    cells = {cell.id: cell for cell in assignment.grade(submitted).notebook.cells}
    assert harm(cells["neuron-compare"].source) == []
    assert "Both learn." in cells["neuron-compare"].source


def test_an_honest_written_answer_stays_as_it_was_written(assignment):
    answer = "Compare both neurons.\n\nIf $a < b$, `x<y>` holds."
    cells = assignment.grade(assignment.solved(compare=answer)).notebook.cells
    assert answer in [cell.source for cell in cells]


def test_a_raw_cell_is_shown_as_text(assignment):
    shown = graded_with(assignment, **own_cell("raw", ATTACK))[-1]
    assert shown.cell_type == "markdown"
    assert shown.source == "<div><pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre></div>"


def test_outputs_that_were_handed_in_are_not_taken_over(assignment):
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": ATTACK}}
    cell = {**own_cell("code", "x = 1"), "execution_count": 1, "outputs": [output]}
    assert graded_with(assignment, **cell)[-1].outputs == []


def test_what_code_shows_is_plain_text(assignment):
    source = (
        f"from IPython.display import HTML, display\ndisplay(HTML('{ATTACK}'))\nHTML('{ATTACK}')"
    )
    outputs = graded_with(assignment, **own_cell("code", source))[-1].outputs
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert kinds <= {"text/plain"}


def test_printed_control_characters_are_dropped(assignment):
    cell = own_cell("code", r"print('\x1b]0;owned\x07\x1b[31mred\x1b[0m\x08')")
    (output,) = graded_with(assignment, **cell)[-1].outputs
    assert output.text == "]0;owned[31mred[0m\n"


def test_a_picture_without_data_does_not_stop_the_feedback(assignment):
    cell = {**own_cell("markdown", "![a](attachment:a.svg)"), "attachments": {"a.svg": {}}}
    assert harm(graded_with(assignment, **cell)[-1].source) == []


ONLY_ON_ARRAYS = """
def leaky_relu(z, slope=0.01):
    z = np.asarray(z, dtype=float)
    {wrong}
    return np.where(z > 0, z, slope * z)
"""
WRONG_ON_RANDOM_CASES = {
    "value": "if z.ndim and not np.all(z == np.round(z, 1)): return z * 1.5",
    "error": "if z.ndim and not np.all(z == np.round(z, 1)): raise ValueError(str(z))",
    "no end": "while z.ndim and not np.all(z == np.round(z, 1)): pass",
    "end of the process": "if z.ndim and not np.all(z == np.round(z, 1)): import os; os._exit(3)",
}


@pytest.mark.parametrize("wrong", WRONG_ON_RANDOM_CASES.values(), ids=WRONG_ON_RANDOM_CASES.keys())
def test_the_student_reads_no_number_of_a_hidden_case_and_the_instructor_does(assignment, wrong):
    source = ONLY_ON_ARRAYS.format(wrong=wrong)
    graded = graded_in_secret(assignment, assignment.solved(leaky_relu=source))
    exam = assignment.key.exams["neuron.leaky_relu"]
    secret = numbers_of(exam) - numbers_of(
        hidden_cases(assignment.key.exams)[exam.exercise.id].public
    )
    (result,) = [one for one in graded.exercises if one.id == exam.exercise.id]
    answered = result.kind not in (HUNG, ENDED)  # who did not, did not in public before
    assert not numbers_in(json.dumps(graded.notebook)) & secret
    assert not numbers_in(json.dumps(result.finding.to_plain())) & secret
    assert bool(numbers_in(result.message) & secret) == answered
    assert result.points < result.max_points


def graded_in_secret(assignment, submitted):
    key = replace(assignment.key, hidden=hidden_cases(assignment.key.exams))
    return grade_notebook(
        json.dumps(submitted),
        assignment.template,
        key,
        warm=assignment.warm,
        limits=Limits(exercise_seconds=1),
        render=graded_html,
    )
