import copy
import json

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbgrader.utils import determine_grade

from autograder.gradebook.result import GRADED, UNREADABLE
from autograder.grading.notebook import grade_notebook
from autograder.notes import Cause
from autograder.simulation import damage

FULL = {
    "neuron.net_input": 2,
    "neuron.relu": 1,
    "neuron.leaky_relu": 1,
    "neuron.output_activation": 1,
    "neuron.compare": 0,  # by hand
}
HANGS = "def relu(z):\n    while True:\n        pass"
LIAR = """\
class Liar:
    __array_ufunc__ = None
    def __eq__(self, other):
        return True
    def __sub__(self, other):
        return 0.0
    def __abs__(self):
        return 0.0
    def __le__(self, other):
        return True
"""
LYING_ARRAY = """\
class Liar(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)
    def __array_function__(self, function, types, args, kwargs):
        return True
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return True
"""
PATCHED = """\
np.allclose = np.isclose = np.array_equal = lambda *a, **k: True
np.testing.assert_allclose = lambda *a, **k: None
import autograder.judging.exam
autograder.judging.exam.decided = lambda *a: autograder.judging.exam.Verdict(True, 1.0, "right")
"""


def points(graded):
    return {one.id: one.points for one in graded.exercises}


def result(graded, item):
    return next(one for one in graded.exercises if one.id == item)


def position(notebook, cell_id):
    return next(i for i, cell in enumerate(notebook["cells"]) if cell["id"] == cell_id)


def add_cell(notebook, source, *, before):
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "source": source, "outputs": []}
    notebook["cells"].insert(position(notebook, before), cell)
    return notebook


def test_a_right_notebook_earns_everything_without_a_note(assignment):
    graded = assignment.grade(assignment.solved())
    assert graded.status == GRADED
    assert points(graded) == FULL
    assert graded.notes == ()


def test_the_notebook_as_given_out_earns_nothing_and_waits_for_nobody(assignment):
    graded = assignment.grade(assignment.given)
    assert set(points(graded).values()) == {0}
    assert {one.kind for one in graded.exercises} == {"not_started"}
    assert not any(one.needs_manual_points for one in graded.exercises)


def test_a_written_answer_waits_for_a_person(assignment):
    one = result(assignment.grade(assignment.solved()), "neuron.compare")
    assert one.needs_manual_points
    assert (one.cell, one.max_points) == ("neuron-compare", 2)


def test_a_misconception_is_named_and_the_others_keep_their_points(assignment):
    forgot = "def net_input(x, weights, bias):\n    return weights @ x"
    graded = assignment.grade(assignment.solved(net_input=forgot))
    assert result(graded, "neuron.net_input").misconception == "forgot_bias"
    assert points(graded) == {**FULL, "neuron.net_input": 0}


def test_a_wrong_option_is_named(assignment):
    graded = assignment.grade(assignment.solved(output_activation='output_activation = "a"'))
    assert result(graded, "neuron.output_activation").misconception == "option_a"


@pytest.mark.parametrize(
    "answer",
    [
        LIAR + "def relu(z):\n    return Liar()",
        LYING_ARRAY + "def relu(z):\n    return np.asarray(z).view(Liar)",
        PATCHED + "def relu(z):\n    return z",
        "def relu(z):\n    return 'right'",
        "def relu(z):\n    raise KeyboardInterrupt",
        "def relu(z):\n    return relu(z)",
        "def relu(z):\n    raise SystemExit(0)",
        "def relu(z):\n    import os; os._exit(0)",
        "def relu(z):\n    import os; os.kill(os.getpid(), 9)",
        "def relu(z):\n    return [0] * 10**12",
        "def relu(z):\n    return input()",
        "relu = 5",
        "def relu(:",
        "1 / 0",
        "import sys; sys.exit(0)",
        "import os; os._exit(0)",
        "",
    ],
)
def test_a_bad_answer_costs_its_exercise_alone(assignment, answer):
    graded = assignment.grade(assignment.solved(relu=answer))
    assert points(graded) == {**FULL, "neuron.relu": 0}
    assert result(graded, "neuron.relu").message


def test_prints_and_floods_in_a_function_cost_nothing(assignment):
    noisy = "def relu(z):\n    print('x' * 100_000)\n    return np.maximum(0, z)"
    assert points(assignment.grade(assignment.solved(relu=noisy))) == FULL


def test_a_function_that_hangs_costs_its_exercise_and_names_the_call(assignment):
    graded = assignment.grade(assignment.solved(relu=HANGS), exercise_seconds=1.5)
    assert points(graded) == {**FULL, "neuron.relu": 0}
    one = result(graded, "neuron.relu")
    assert one.kind == "hung"
    assert one.message.startswith("Your function did not finish within 1.5 s on this call: relu(")
    assert graded.notes == ("neuron.relu gave no answer: it did not finish within 1.5 s.",)


def test_a_cell_that_hangs_costs_its_exercise_alone(assignment):
    graded = assignment.grade(
        assignment.solved(relu="def relu(z):\n    return z\nwhile True: pass"), cell_seconds=1.5
    )
    assert points(graded) == {**FULL, "neuron.relu": 0}
    assert "relu did not finish within 1.5 s" in result(graded, "neuron.relu").message


def test_the_error_that_kept_a_function_from_being_defined_is_told(assignment):
    graded = assignment.grade(assignment.solved(relu="x = 1\ny = x / 0\ndef relu(z): return z"))
    message = result(graded, "neuron.relu").message
    assert "ZeroDivisionError" in message
    assert "y = x / 0" in message


@pytest.mark.parametrize("spoil", damage.DAMAGES.values(), ids=damage.DAMAGES.keys())
def test_a_damaged_notebook_earns_what_the_work_is_worth(assignment, spoil):
    graded = assignment.grade(spoil(assignment.solved()), cell_seconds=1.5, exercise_seconds=3)
    assert points(graded) == FULL


def test_what_is_no_notebook_is_unreadable_with_a_reason(assignment):
    graded = assignment.grade(damage.not_json(assignment.solved()))
    assert (graded.status, graded.exercises, graded.notebook) == (UNREADABLE, (), None)
    assert "not valid JSON" in graded.notes[0]


def test_a_notebook_of_another_lesson_is_noted(assignment):
    other = {"cells": [{"cell_type": "code", "source": "x = 1", "metadata": {}}], "nbformat": 4}
    graded = assignment.grade(other)
    assert any("another notebook" in note for note in graded.notes)


def test_a_function_defined_below_its_check_is_judged_at_the_end(assignment):
    notebook = assignment.solved()
    notebook["cells"].append(notebook["cells"].pop(position(notebook, "neuron-relu")))
    assert points(assignment.grade(notebook)) == FULL


def test_what_is_defined_after_the_check_does_not_count_against_it(assignment):
    notebook = add_cell(
        assignment.solved(), "def relu(z):\n    return 0", before="neuron-leaky_relu-check"
    )
    assert points(assignment.grade(notebook)) == FULL


def test_a_function_whose_check_was_deleted_is_judged_at_the_end(assignment):
    notebook = assignment.solved()
    del notebook["cells"][position(notebook, "neuron-relu-check")]
    graded = assignment.grade(notebook)
    assert points(graded) == FULL
    assert graded.notes == ("The cell neuron-relu-check had been deleted; it is put back.",)


def test_changed_points_and_checks_earn_no_more(assignment):
    notebook = assignment.solved(relu="def relu(z):\n    return z")
    check = notebook["cells"][position(notebook, "neuron-relu-check")]
    check["source"] = "100"
    check["metadata"]["nbgrader"]["points"] = 100
    graded = assignment.grade(notebook)
    assert result(graded, "neuron.relu").max_points == 1
    assert result(graded, "neuron.relu").points < 1


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(12)), drop=st.sets(st.integers(0, 11), max_size=4))
def test_a_shuffled_and_torn_notebook_is_graded_and_stays_valid(assignment, order, drop):
    notebook = assignment.solved()
    cells = notebook["cells"]
    notebook["cells"] = [cells[i] for i in order if i < len(cells) and i not in drop]
    graded = assignment.grade(notebook)
    assert graded.status == GRADED
    nbformat.validate(graded.notebook)
    assert all(0 <= one.points <= one.max_points for one in graded.exercises)


def test_the_same_work_gets_the_same_result(assignment):
    graded = [assignment.grade(assignment.solved(relu="def relu(z): return z")) for _ in range(2)]
    assert graded[0].exercises == graded[1].exercises
    assert graded[0].notebook == graded[1].notebook


def test_nbgrader_reads_the_same_points_from_the_autograded_notebook(assignment):
    half = "def leaky_relu(z, slope=0.01):\n    return max(z, slope * z)"
    graded = assignment.grade(assignment.solved(leaky_relu=half, relu="relu = 1"))
    seen = {
        cell.metadata.nbgrader.grade_id: determine_grade(cell)
        for cell in graded.notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert seen == {
        one.cell: (None if one.needs_manual_points else one.points, one.max_points)
        for one in graded.exercises
    }


def test_the_autograded_notebook_is_valid_and_shows_verdicts_and_outputs(assignment):
    notebook = add_cell(assignment.solved(), "print('mine')\n1 + 1", before="neuron-relu")
    notebook["cells"][0]["source"] = "changed \x00 prose"
    graded = assignment.grade(notebook)
    nbformat.validate(graded.notebook)
    cells = {cell.source: cell for cell in graded.notebook.cells}
    own = cells["print('mine')\n1 + 1"].outputs
    assert [one.get("text", one.get("data")) for one in own] == ["mine\n", {"text/plain": "2"}]
    shown, worth = cells['check("neuron.relu")'].outputs
    assert shown.data["text/plain"] == result(graded, "neuron.relu").message
    assert worth.data["text/plain"] == "1.0"


def test_a_verdict_can_be_shown_as_a_card(assignment):
    text = json.dumps(assignment.solved())
    graded = grade_notebook(
        text,
        assignment.template,
        assignment.key,
        warm=assignment.warm,
        render=lambda verdict: f"<b>{verdict.kind}</b>",
    )
    cell = next(one for one in graded.notebook.cells if one.source == 'check("neuron.relu")')
    assert cell.outputs[0].data["text/html"] == "<b>right</b>"


def test_the_template_is_not_changed_by_grading(assignment):
    before = copy.deepcopy(assignment.template)
    assignment.grade(assignment.solved(relu="relu = 1"))
    assert assignment.template == before


def test_a_provided_cell_that_fails_is_noted(assignment):
    notebook = add_cell(
        assignment.solved(), "import sys\nsys.modules['numpy'] = None", before="provided-imports"
    )
    graded = assignment.grade(notebook)
    assert graded.notes[0].startswith("The provided cell provided-imports stopped with an error")


def test_no_cell_can_show_what_a_function_was_called_with(assignment):
    notebook = assignment.solved(
        relu="SEEN = []\ndef relu(z):\n    SEEN.append(z)\n    return np.maximum(0, z)"
    )
    place = next(i for i, cell in enumerate(notebook["cells"]) if "leaky_relu" in cell["source"])
    notebook["cells"].insert(place, {**notebook["cells"][place], "id": "mine", "metadata": {}})
    notebook["cells"][place]["source"] = "print('seen', len(SEEN))"
    graded = assignment.grade(notebook)
    text = json.dumps(graded.notebook)
    assert points(graded) == FULL
    assert "seen 0" in text


def test_a_helper_that_is_defined_anew_later_is_the_one_of_its_exercise(assignment):
    graded = assignment.grade(
        assignment.solved(
            relu="def half(z):\n    return np.maximum(0, z)\ndef relu(z):\n    return half(z)",
            leaky_relu="def half(z):\n    return np.where(z > 0, z, 0 * z)\n"
            "def leaky_relu(z, slope=0.01):\n    z = np.asarray(z)\n"
            "    return half(z) + np.where(z > 0, 0, slope * z)",
        )
    )
    assert points(graded) == FULL


def test_cells_that_use_up_all_the_time_take_none_from_the_functions(assignment):
    notebook = assignment.solved()
    loop = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].append({**loop, "id": "loop", "source": "while True: pass"})
    graded = assignment.grade(notebook, cell_seconds=2.0, total_seconds=2.0)
    assert points(graded) == FULL


TRACES = "import ctypes\nctypes.CDLL(None).ptrace(0, 0, 0, 0)\n"
FORGES = (
    "import os, socket\n"
    "for file in range(3, 40):\n"
    "    try: socket.socket(fileno=os.dup(file)).send(b'\\0\\0\\0\\1x')\n"
    "    except OSError: pass\n"
)


@pytest.mark.parametrize(("evil", "seen"), [(TRACES, "ptrace"), (FORGES, "answered in a form")])
def test_what_looks_like_an_attack_is_told_as_a_suspicion(assignment, evil, seen):
    relu = "def relu(z):\n    return np.maximum(0, z)"
    graded = assignment.grade(assignment.solved(relu=evil + relu))
    (note,) = [note for note in graded.notes if note.cause == Cause.SUSPICIOUS]
    assert seen in note
    assert "a suspicion, not a verdict" in note


def test_an_honest_notebook_is_not_suspected(assignment):
    for answer in (
        "def relu(z):\n    return np.maximum(0, z)",
        HANGS,
        "1 / 0",
        "relu = [0] * 10**12",
    ):
        graded = assignment.grade(assignment.solved(relu=answer))
        assert Cause.SUSPICIOUS not in {note.cause for note in graded.notes}


@pytest.mark.parametrize("large", ["np.zeros(900_000)", "list(range(99_000))"])
def test_an_answer_that_is_too_large_to_be_looked_at_is_told_so_and_not_suspected(
    assignment, large
):
    graded = assignment.grade(assignment.solved(relu=f"def relu(z):\n    return {large}"))
    (note,) = [note for note in graded.notes if note.cause == Cause.NO_ANSWER]
    assert "too large to be looked at" in note
    assert Cause.SUSPICIOUS not in {note.cause for note in graded.notes}
    assert points(graded) == {**FULL, "neuron.relu": 0}
