"""Where an answer could not run, its student and the teacher read what it was lost by."""

import sys
from dataclasses import replace

import pytest

from autograder.examining import newer_python
from autograder.examining.stopped_cells import would_define
from autograder.grading.assignment import hidden_cases
from autograder.notes import Cause

NEEDS_K = "def relu(z):\n    return np.maximum(0, z) + K"
QUOTES = 'print(f"{dict(a=1)[\'a\']} {dict(a=1)["a"]}")'
OLDER_THAN_312 = pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python knows it")


@pytest.fixture
def lost(assignment):
    """Grade the notebook with cells of the student's own; return its notes and what is read."""

    def lost(*own, **answers):
        notebook = assignment.solved(**answers)
        notebook["cells"][2:2] = [
            {"cell_type": "code", "id": "", "metadata": {}, "source": source} for source in own
        ]
        graded = assignment.grade(notebook, cell_seconds=2)
        return graded.notes, {one.id: one for one in graded.exercises}

    return lost


def read_by_student(results, item="neuron.relu"):
    return str(results[item].finding.meaning)


@pytest.mark.parametrize(
    ("own", "error"),
    [
        ("import google.colab\nK = 0", "No module named 'google'"),
        ("1 / 0\nK, L = 0, 1", "ZeroDivisionError"),
        ("raise SystemExit\ndef K(): pass", "SystemExit"),
        ("x = = 3\nfor K in range(1): pass", "SyntaxError"),
        ("n = int(input())\nK = n", "input() waits for somebody to type"),
    ],
)
def test_the_own_cell_that_stopped_is_named_to_student_and_teacher(lost, own, error):
    notes, results = lost(own, relu=NEEDS_K)
    assert results["neuron.relu"].points == 0
    assert "There is no K, because its cell stopped" in read_by_student(results)
    assert error in read_by_student(results)
    assert error in results["neuron.relu"].message
    assert [note.cause for note in notes] == [Cause.OWN_CELL_STOPPED]
    assert "number 3 stopped" in notes[0]
    assert "neuron.relu needed" in notes[0]
    assert error in notes[0]


def test_one_cell_that_took_several_answers_along_is_one_note(lost):
    notes, results = lost("1 / 0\nK = 0", relu=NEEDS_K, output_activation="output_activation = K")
    assert len(notes) == 1
    assert "neuron.relu, neuron.output_activation needed" in notes[0]
    assert "ZeroDivisionError" in read_by_student(results, "neuron.output_activation")


def test_the_first_of_two_cells_that_stopped_one_another_is_to_blame(lost):
    notes, results = lost("1 / 0\nJ = 0", "K = J", relu=NEEDS_K)
    assert "ZeroDivisionError" in read_by_student(results)
    assert "number 3" in notes[0]


def test_a_cell_that_did_not_end_is_told_as_well(lost):
    _, results = lost("while True: pass\nK = 0", relu=NEEDS_K)
    assert "The cell that should define K did not finish" in read_by_student(results)


def test_an_own_cell_that_stopped_and_cost_nothing_is_not_noted(lost):
    notes, results = lost("1 / 0\nK = 0", "import torch_of_mine")
    assert notes == ()
    assert results["neuron.relu"].passed


def test_an_unknown_name_that_no_cell_defines_stays_a_question_of_spelling(lost):
    notes, results = lost("1 / 0\nL = 0", relu=NEEDS_K)
    assert "Is it spelled" in read_by_student(results)
    assert notes == ()


@pytest.mark.parametrize(
    "relu",
    [
        "import torch_of_mine\ndef relu(z):\n    return np.maximum(0, z)",
        "def relu(z):\n    import torch_of_mine.nn\n    return np.maximum(0, z)",
        NEEDS_K,
    ],
)
def test_a_missing_library_is_named(lost, relu):
    notes, results = lost("import torch_of_mine\nK = 0", relu=relu)
    assert [(note.cause, note.about) for note in notes] == [
        (Cause.MISSING_LIBRARY, "torch_of_mine")
    ]
    assert "neuron.relu needed torch_of_mine" in notes[0]
    assert "ask your teacher to install it" in read_by_student(results)


@OLDER_THAN_312
@pytest.mark.parametrize("where", ["answer", "own cell"])
def test_syntax_of_a_newer_python_is_named_with_its_version(lost, where):
    answer = f"def relu(z):\n    {QUOTES}\n    return np.maximum(0, z)"
    notes, results = (
        lost(relu=answer) if where == "answer" else lost(f"{QUOTES}\nK = 0", relu=NEEDS_K)
    )
    assert [(note.cause, note.about) for note in notes] == [(Cause.NEWER_PYTHON, "3.12")]
    assert "Python 3.12 and newer understand it" in read_by_student(results)
    assert newer_python.HERE in notes[0]


@OLDER_THAN_312
@pytest.mark.parametrize(
    ("source", "version"),
    [
        ("type X = int", "3.12"),
        ("%matplotlib inline\ndef f[T](x: T) -> T:\n    return x", "3.12"),
        ("type X[T = int] = list[T]", "3.13"),
        ("try:\n    x = 1\nexcept ValueError, TypeError:\n    pass", "3.14"),
        ('x = t"{1}"', "3.14"),
    ],
)
def test_each_syntax_has_its_version(source, version):
    assert newer_python.newer_python(source).version == version


@pytest.mark.parametrize("source", ["x = = 3", "type X = int\nx = = 3", "def f(:", "", "(" * 5000])
def test_what_no_python_understands_needs_none(source):
    assert newer_python.newer_python(source) is None


def test_without_ruff_no_version_is_named(monkeypatch):
    monkeypatch.setattr(newer_python, "ruff", lambda: "/nowhere/ruff")
    assert newer_python.newer_python.__wrapped__("type X = int") is None


def test_with_hidden_cases_the_student_reads_the_cause_too(assignment):
    key = replace(assignment.key, hidden=hidden_cases(assignment.key.exams))
    notebook = assignment.solved(relu=NEEDS_K)
    own = {"cell_type": "code", "id": "", "metadata": {}, "source": "1 / 0\nK = 0"}
    notebook["cells"].insert(2, own)
    graded = replace(assignment, key=key).grade(notebook)
    one = next(one for one in graded.exercises if one.id == "neuron.relu")
    assert "ZeroDivisionError" in str(one.finding.meaning)
    assert "ZeroDivisionError" in one.message


@pytest.mark.parametrize(
    "screen",
    [
        "import matplotlib\nmatplotlib.use('TkAgg')",
        "import matplotlib as mpl\nmpl.use(backend='Qt5Agg', force=True)",
        "from matplotlib import use\nuse('TkAgg')",
        "import matplotlib.pyplot as plt\nplt.switch_backend('TkAgg')",
        "import os\nos.environ['MPLBACKEND'] = 'TkAgg'\nfrom matplotlib.pyplot import plot\nplot()",
        "import matplotlib.pyplot as plt\nplt.rcParams['backend'] = 'TkAgg'\nplt.plot()",
        "%matplotlib qt",
    ],
)
def test_a_screen_that_code_asks_for_is_taken_in_silence(lost, screen):
    notes, results = lost(f"{screen}\nK = 0", relu=NEEDS_K)
    assert results["neuron.relu"].passed
    assert notes == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("K: float = 1", "K"),
        ("(a, K) = 1, 2", "K"),
        ("K += 1", "K"),
        ("from math import pi as K", "K"),
        ("async def K(): pass", "K"),
        ("class K(Base):", "K"),
    ],
)
def test_each_way_to_give_a_name_a_meaning_is_known(line, names):
    assert would_define(f"x = 1\n{line}", names)


@pytest.mark.parametrize("line", ["K == 1", "print(K)", "x = K", "d['K'] = 1", "# K is 1"])
def test_to_use_a_name_is_not_to_define_it(line):
    assert not would_define(line, "K")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("output_activation = b", "in quotation marks: `output_activation = 'b'`"),
        ('output_activation == "b"', "One `=` gives `output_activation` a value"),
        ('"b"', "write `output_activation = ` in front"),
        ("output_activation = 0,09", "Write a point, not a comma: `0.09`"),
        ("# b\noutput_activation = ...", "in place of the dots"),
    ],
)
def test_a_slip_of_the_pen_in_a_questions_cell_is_named(lost, answer, words):
    _, results = lost(output_activation=answer)
    assert results["neuron.output_activation"].points == 0
    assert words in read_by_student(results, "neuron.output_activation")
