"""An answer that calls the course's own earns nothing, whichever way it takes."""

import sys
import types
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from autograder.exercises import load
from autograder.judging.exam import decide, judge, prepare
from autograder.judging.observe import Observation, StudentError, observe
from autograder.judging.reference_guard import BORROWED_ERROR, block_calls, name_of
from nnlib import activations, losses, neuron, perceptron, statistics

EXERCISES = load()
SEED = 5
LENDING = ("neuron.relu", "neuron.neuron_output", "perceptron.train", "capstone.attention")
WAYS = {
    "its own name": "from {module} import {name}",
    "another name": "from {module} import {name} as theirs\n{name} = theirs",
    "a function around it": (
        "import {module} as m\ndef {name}(*arguments):\n    return m.{name}(*arguments)"
    ),
    "a lambda": "import {module} as m\n{name} = lambda *arguments: m.{name}(*arguments)",
    "a partial": (
        "from functools import partial\nfrom {module} import {name}\n{name} = partial({name})"
    ),
    "a decorator": (
        "from functools import wraps\nfrom {module} import {name} as theirs\n"
        "@wraps(theirs)\ndef {name}(*arguments):\n    return theirs(*arguments)"
    ),
    "an object that is called": (
        "import {module} as m\nclass Answer:\n    def __call__(self, *arguments):\n"
        "        return m.{name}(*arguments)\n{name} = Answer()"
    ),
    "a default argument": (
        "from {module} import {name} as theirs\n"
        "def {name}(*arguments, work=theirs):\n    return work(*arguments)"
    ),
    "its name as a text": (
        "import importlib\ndef {name}(*arguments):\n"
        "    return getattr(importlib.import_module('{module}'), '{name}')(*arguments)"
    ),
    "the module's dict": (
        "import {module} as m\n{name} = lambda *arguments: vars(m)['{name}'](*arguments)"
    ),
    "the exercise": "from autograder.exercises import load\n{name} = load()['{id}'].reference",
    "a thread": (
        "from concurrent.futures import ThreadPoolExecutor\nfrom {module} import {name} as theirs\n"
        "def {name}(*arguments):\n    with ThreadPoolExecutor(1) as pool:\n"
        "        return pool.submit(theirs, *arguments).result()"
    ),
    "a function of its code": (
        "from types import FunctionType\nimport {module} as m\n"
        "{name} = FunctionType(m.{name}.__code__, vars(m), argdefs=m.{name}.__defaults__)"
    ),
    "a function around one of its code": (
        "from types import FunctionType\nimport {module} as m\n"
        "copy = FunctionType(m.{name}.__code__, vars(m), argdefs=m.{name}.__defaults__)\n"
        "def {name}(*arguments):\n    return copy(*arguments)"
    ),
    "its code in a function": (
        "import {module} as m\nexec('def {name}(): pass', vars(m), own := {{}})\n"
        "{name} = own['{name}']\n{name}.__code__ = m.{name}.__code__\n"
        "{name}.__defaults__ = m.{name}.__defaults__"
    ),
    "its code under another name": (
        "from types import FunctionType\nimport {module} as m\n"
        "{name} = FunctionType(m.{name}.__code__.replace(co_flags=m.{name}.__code__.co_flags),"
        " vars(m), argdefs=m.{name}.__defaults__)"
    ),
}

each_exercise = pytest.mark.parametrize("id", LENDING)


def typed(source, id):
    """Run a cell that defines the function of an exercise, and return the function."""
    exercise = EXERCISES[id]
    module = exercise.reference.__module__
    namespace = {}
    exec(source.format(module=module, name=exercise.name, id=id), namespace)
    return namespace[exercise.name]


def verdict(answer, id="neuron.relu"):
    return judge(EXERCISES[id], answer, seed=SEED)


@each_exercise
@pytest.mark.parametrize("way", WAYS)
def test_an_answer_that_calls_the_courses_own_earns_nothing_and_hears_why(way, id):
    found = verdict(typed(WAYS[way], id), id)
    assert (found.passed, found.score, found.kind) == (False, 0.0, "borrowed")
    reference = EXERCISES[id].reference
    assert f"`{reference.__module__}.{reference.__name__}`, the course's own" in found.message


@each_exercise
def test_afterwards_the_courses_own_works_again(id):
    verdict(typed(WAYS["its own name"], id), id)
    exam = prepare(EXERCISES[id], SEED)
    assert decide(exam, exam.expected).passed


def test_the_students_own_line_is_named():
    def relu(z):
        return activations.relu(z)

    assert ": return activations.relu(z)" in verdict(relu).message


def test_a_function_of_nnlib_that_calls_it_does_not_help():
    def variance(samples):
        return statistics.standard_deviation(samples) ** 2

    found = verdict(variance, "statistics.variance")
    assert found.kind == "borrowed"
    assert "`nnlib.statistics.variance`" in found.message


def test_a_twin_of_it_does_not_help_either_and_is_named():
    found = verdict(losses.mean_squared_error, "mlp.mean_squared_error")
    assert found.kind == "borrowed"
    assert "`nnlib.losses.squared.mean_squared_error`" in found.message


def test_one_borrowed_case_is_enough():
    def relu(z):
        return activations.relu(z) if np.ndim(z) > 1 else np.maximum(0, z)

    assert verdict(relu).kind == "borrowed"


def test_who_catches_the_error_is_judged_by_what_is_computed_then():
    def computed(z):
        try:
            return activations.relu(z)
        except Exception:
            return np.maximum(0, z)

    def given_up(z):
        try:
            return activations.relu(z)
        except Exception:
            return 0.0

    assert verdict(computed).passed
    assert (verdict(given_up).passed, verdict(given_up).kind) == (False, "shape")


def test_other_functions_of_nnlib_may_help():
    def neuron_output(x, weights, bias, activation):
        return activation(neuron.net_input(x, weights, bias))

    def train(X, targets, learning_rate, num_epochs):
        weights, bias, history = np.zeros(X.shape[1]), 0.0, []
        while len(history) < num_epochs and 0 not in history:
            weights, bias, wrong = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
            history.append(wrong)
        return weights, bias, history

    assert verdict(neuron_output, "neuron.neuron_output").passed
    assert verdict(train, "perceptron.train").passed


def test_text_that_was_typed_in_anew_is_the_students_own():
    source = "import numpy as np\ndef relu(z):\n    return np.maximum(z, 0)"
    assert verdict(typed(source, "neuron.relu")).passed


def test_the_judge_outside_knows_the_error_by_the_name_of_its_type():
    exam = prepare(EXERCISES["neuron.relu"], SEED)
    told = Observation(error=StudentError(BORROWED_ERROR, "<b>anything</b>"))
    found = decide(exam, [told, *exam.expected[1:]])
    assert (found.kind, found.score) == ("borrowed", 0.0)
    assert "anything" not in found.message


def test_an_interrupt_gives_the_function_back():
    def relu(z):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verdict(relu)
    assert activations.relu(-1.0) == 0


def test_an_answer_that_checks_itself_gives_the_function_back():
    def relu(z):
        verdict(np.abs)
        return activations.relu(z)

    assert verdict(relu).kind == "borrowed"
    assert activations.relu(-1.0) == 0


def test_two_who_observe_at_once_give_the_function_back():
    with ThreadPoolExecutor(4) as pool:
        kinds = set(pool.map(lambda _: borrowed_or_late(), range(40)))
    assert kinds <= {"borrowed", "late"}
    assert activations.relu(-1.0) == 0


def borrowed_or_late():
    """Call the function while it is out of reach; another may have given it back already."""
    try:
        with block_calls([activations.relu], None):
            activations.relu(1.0)
    except Exception as error:
        return "borrowed" if type(error).__name__ == BORROWED_ERROR else repr(error)
    return "late"


def test_a_function_with_variables_around_it_is_put_out_of_reach_too():
    factor = 3

    def times(x):
        return factor * x

    (seen,) = observe(lambda x: times(x), [(2,)], without=[times])
    assert (seen.error.type_name, times(2)) == (BORROWED_ERROR, 6)


def test_what_is_no_python_function_is_left_as_it_is():
    (seen,) = observe(len, [([1, 2],)], without=[len, np.add, types.SimpleNamespace])
    assert seen.value == 2


def test_a_function_of_a_module_that_is_gone_is_put_out_of_reach_too(monkeypatch):
    monkeypatch.delitem(sys.modules, "nnlib.activations")
    (seen,) = observe(activations.relu, [(1.0,)], without=[activations.relu])
    assert seen.error.type_name == BORROWED_ERROR


def test_a_function_is_named_by_its_module():
    assert name_of(activations.relu) == "nnlib.activations:relu"
