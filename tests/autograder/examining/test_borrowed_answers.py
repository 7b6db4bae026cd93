"""In the worker, too, an answer that calls the course's own is recognised and earns nothing."""

import pytest

from autograder.judging.verdict import BORROWED

AROUND = "import nnlib.activations as m\ndef relu(z):\n    return m.relu(z)"
WAYS = {
    "its own name": "from nnlib.activations import relu",
    "a function around it": AROUND,
    "a partial": "from functools import partial\nimport nnlib\nfrom nnlib import activations\n"
    "relu = partial(activations.relu)",
    "its name as a text": "import importlib\ndef relu(z):\n"
    "    return getattr(importlib.import_module('nnlib.activations'), 're' + 'lu')(z)",
    "an object that is called": "from nnlib import activations\nclass Answer:\n"
    "    def __call__(self, z):\n        return vars(activations)['relu'](z)\nrelu = Answer()",
    "a function of its code": "import types\nimport nnlib.activations as m\n"
    "copy = types.FunctionType(m.relu.__code__, vars(m))\ndef relu(z):\n    return copy(z)",
    "the one that was there before": "import sys\nfrom nnlib.activations import relu as theirs\n"
    "sys.modules['nnlib.activations'] = None\ndef relu(z):\n    return theirs(z)",
    "the lock picked": "import contextlib\nimport autograder.judging.reference_guard\n"
    "import autograder.judging.observe\n"
    "autograder.judging.reference_guard.holders = lambda *arguments: []\n"
    "autograder.judging.observe.block_calls = lambda *arguments: contextlib.nullcontext()\n"
    "from nnlib.activations import relu",
    "the list of activations": "from nnlib.activations import ACTIVATIONS\ndef relu(z):\n"
    "    return ACTIVATIONS['relu'].function(z)",
}


def result(graded, item):
    return next(one for one in graded.exercises if one.id == item)


@pytest.mark.parametrize("way", WAYS)
def test_a_borrowed_answer_earns_nothing_and_its_neighbours_everything(assignment, way):
    graded = assignment.grade(assignment.solved(relu=WAYS[way]))
    found = result(graded, "neuron.relu")
    assert (found.points, found.kind) == (0, BORROWED)
    assert "`nnlib.activations.relu`, the course's own answer to this exercise" in found.message
    assert result(graded, "neuron.net_input").points == 2
    assert result(graded, "neuron.leaky_relu").points == 1


def test_the_students_own_line_is_named(assignment):
    graded = assignment.grade(assignment.solved(relu=AROUND))
    assert "in your line 3: return m.relu(z)" in result(graded, "neuron.relu").message


def test_what_is_borrowed_for_one_exercise_may_help_in_another(assignment):
    helped = (
        "from nnlib.activations import relu as theirs\n"
        "def leaky_relu(z, slope=0.01):\n    return theirs(z) - slope * theirs(-np.asarray(z))"
    )
    graded = assignment.grade(assignment.solved(leaky_relu=helped))
    assert result(graded, "neuron.leaky_relu").points == 1


def test_an_error_that_has_only_the_name_earns_nothing_either(assignment):
    forged = (
        "class BorrowedAnswerError(Exception):\n    pass\n"
        "def relu(z):\n    raise BorrowedAnswerError('<script>')"
    )
    found = result(assignment.grade(assignment.solved(relu=forged)), "neuron.relu")
    assert (found.points, found.kind) == (0, BORROWED)
