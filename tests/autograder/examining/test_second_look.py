"""Honest answers may use the rest of nnlib, though each is judged without its own answer there."""

import pytest

from autograder.judging.verdict import BORROWED
from autograder.notes import Cause
from autograder.sandbox.warm_process import WarmProcess

HELPED = (
    "from nnlib.activations import relu as theirs\n"
    "def leaky_relu(z, slope=0.01):\n    return theirs(z) - slope * theirs(-np.asarray(z))"
)


def points(graded):
    return {one.id.partition(".")[2]: one.points for one in graded.exercises if one.max_points < 3}


def with_cell(notebook, source, before="neuron-relu"):
    """Put a cell of the student's own before another one."""
    place = next(i for i, cell in enumerate(notebook["cells"]) if cell["id"] == before)
    cell = {**notebook["cells"][place], "id": "mine", "metadata": {}, "source": source}
    notebook["cells"].insert(place, cell)
    return notebook


def outputs(graded, cell_id):
    (cell,) = [one for one in graded.notebook.cells if one.source.startswith(cell_id)]
    return cell.outputs


@pytest.fixture
def workers(monkeypatch):
    """Count the workers that are started."""
    started, fork = [], WarmProcess.fork

    def counted(self, limits, files=(), withheld=()):
        started.append(withheld)
        return fork(self, limits, files, withheld)

    monkeypatch.setattr(WarmProcess, "fork", counted)
    return started


def judging(workers):
    """Return the workers in which answers are judged; one that only shows lacks nothing."""
    return [withheld for withheld in workers if withheld]


RIGHT = {"net_input": 2, "relu": 1, "leaky_relu": 1}


def earned(graded):
    return {name: one for name, one in points(graded).items() if name in RIGHT}


def test_an_answer_that_calls_anothers_is_right_without_a_second_worker(assignment, workers):
    assert earned(assignment.grade(assignment.solved(leaky_relu=HELPED))) == RIGHT
    assert len(judging(workers)) == 1


def test_answers_that_call_each_others_are_right_and_each_is_tried_alone(assignment, workers):
    relu = "from nnlib import activations\ndef relu(z):\n    return activations.leaky_relu(z, 0.0)"
    assert earned(assignment.grade(assignment.solved(leaky_relu=HELPED, relu=relu))) == RIGHT
    layers = "nnlib.layers.activations"
    assert workers[1:] == [
        ("nnlib.activations:leaky_relu", f"{layers}:LeakyReLU.forward"),
        ("nnlib.activations:relu", f"{layers}:ReLU.forward"),
    ]


def test_what_looks_like_an_attack_in_a_second_look_is_told(assignment, workers):
    cell = (
        "from nnlib.activations import relu as theirs\n"
        "try: zero = theirs(-1.0)\nexcept Exception: pass\n"
        "else:\n    import ctypes\n    ctypes.CDLL(None).ptrace(0, 0, 0, 0)\n"
    )
    leaky = (
        "def leaky_relu(z, slope=0.01):\n    return np.where(z > zero, z, np.multiply(slope, z))"
    )
    graded = assignment.grade(with_cell(assignment.solved(leaky_relu=leaky), cell))
    assert len(workers) > 1
    (note,) = [note for note in graded.notes if note.cause == Cause.SUSPICIOUS]
    assert "ptrace" in note


def test_a_call_ends_its_statement_and_not_its_cell(assignment, workers):
    cell = "from nnlib import activations\nactivations.relu(3)\n@np.vectorize\ndef one(z): return z"
    relu = "def relu(z):\n    return np.maximum(0, one(np.asarray(z, float)))"
    notebook = with_cell(assignment.solved(relu=relu.replace("one(", "(")), cell)
    assert earned(assignment.grade(notebook)) == RIGHT
    assert len(judging(workers)) == 1


def test_what_such_a_statement_defines_is_there_in_a_second_look(assignment, workers):
    cell = "from nnlib import activations\nzero = activations.relu(-3.0)"
    relu = "def relu(z):\n    return np.maximum(zero, z)"
    leaky = "def leaky_relu(z, slope=0.01):\n    return np.maximum(zero, z)"
    graded = assignment.grade(with_cell(assignment.solved(relu=relu, leaky_relu=leaky), cell))
    # relu's own answer may not be there while relu is judged, not even for a cell before it
    assert earned(graded) == {"net_input": 2, "relu": 0, "leaky_relu": 0}
    cell = "from nnlib import activations\nzero = activations.leaky_relu(0.0)"
    graded = assignment.grade(with_cell(assignment.solved(relu=relu), cell))
    assert earned(graded) == RIGHT
    assert len(judging(workers)) == 3 + 2


def test_a_cell_that_calls_them_is_shown_with_what_it_gives(assignment):
    cell = "from nnlib import activations\nprint('theirs', activations.relu([-1, 7]))"
    graded = assignment.grade(with_cell(assignment.solved(), cell))
    assert [one.text for one in outputs(graded, "from nnlib import activations\nprint")] == [
        "theirs [0. 7.]\n"
    ]
    assert earned(graded) == RIGHT


def test_what_was_lent_to_one_answer_is_of_no_use_to_its_own_exercise(assignment):
    keep = "import builtins\nbuiltins.kept = {}"
    relu = (
        "from nnlib import activations\ndef relu(z):\n"
        "    return kept['relu'](z) if kept else activations.leaky_relu(z)"
    )
    leaky = HELPED.replace("    return", "    kept['relu'] = theirs\n    return")
    notebook = with_cell(assignment.solved(relu=relu, leaky_relu=leaky), keep)
    graded = assignment.grade(notebook)
    assert earned(graded) == {"net_input": 2, "relu": 0, "leaky_relu": 1}


def test_a_helper_may_have_the_name_of_nnlibs(assignment, workers):
    own = (
        "def softmax(z):\n    return z\nclass activations:\n    relu = staticmethod(lambda z: z)\n"
        "def relu(z):\n    return softmax(activations.relu(np.maximum(0, z)))"
    )
    assert earned(assignment.grade(assignment.solved(relu=own))) == RIGHT
    assert len(judging(workers)) == 1


def test_a_borrowed_answer_is_not_looked_at_twice(assignment, workers):
    cell = "from nnlib import activations\nactivations.relu(3)"
    notebook = with_cell(assignment.solved(relu="from nnlib.activations import relu"), cell)
    (found,) = [one for one in assignment.grade(notebook).exercises if one.id == "neuron.relu"]
    assert (found.points, found.kind) == (0, BORROWED)
    assert len(judging(workers)) == 1


def test_the_notebooks_own_checks_say_nothing(assignment):
    cell = "from autograder.student import check, solution\nx = check('neuron.relu')\nsolution(1)"
    graded = assignment.grade(with_cell(assignment.solved(), cell))
    (printed,) = outputs(graded, "from autograder.student")
    assert printed.text.splitlines() == [
        "check(…) says nothing while a notebook is graded.",
        "solution(…) says nothing while a notebook is graded.",
    ]


KEEPING = (
    "import sys\nsys.kept = getattr(sys, 'kept', [])\n"
    "def relu(z):\n    sys.kept.append(z)\n    return np.maximum(0, z)"
)
TELLING = (
    "from nnlib import activations\nimport sys\nprint('kept', len(getattr(sys, 'kept', [])))\n"
    "activations.leaky_relu(1.0)"
)


@pytest.mark.parametrize("told", [TELLING, f"{TELLING}\nraise ValueError(sys.kept)"])
def test_what_such_a_cell_shows_knows_of_no_hidden_case(assignment, told):
    graded = assignment.grade(with_cell(assignment.solved(relu=KEEPING), told))
    printed = next(one.text for one in outputs(graded, TELLING[:60]))
    assert printed == "kept 0\n"
    assert earned(graded) == RIGHT


def test_a_layer_that_gives_the_same_is_the_courses_own_answer_too(assignment):
    relu = "from nnlib import layers\ndef relu(z):\n    return layers.ReLU().forward(np.asarray(z))"
    (found,) = [
        one
        for one in assignment.grade(assignment.solved(relu=relu)).exercises
        if one.id == "neuron.relu"
    ]
    assert (found.points, found.kind) == (0, BORROWED)
