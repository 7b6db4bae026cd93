"""Whose answers are listed as nnlib's own text, and whose never are."""

import inspect
import re
from pathlib import Path

import pytest

from autograder.building.reader import read_lesson
from autograder.exercises import load
from autograder.exercises.alternatives import load_alternatives
from autograder.report.answers import Answers, library_sources
from autograder.report.library_text import library_texts
from autograder.report.similar import similarity
from autograder.student.solutions import short, without_types

EXERCISES = load()
SOLUTIONS = Path(__file__).parents[3] / "solutions"
LIBRARY = {id: tuple(library_sources(one)) for id, one in EXERCISES.items()}


def text_of(answer):
    """Return the source of a function, or of an object that is called."""
    return inspect.getsource(answer if inspect.isfunction(answer) else type(answer))


def shown(id):
    """Return nnlib's text as `solution` shows it, with the names changed."""
    source = without_types(short(inspect.getsource(EXERCISES[id].reference)))
    for old, new in (("weights", "w"), ("bias", "b"), ("x", "sample"), ("z", "net")):
        source = re.sub(rf'(?<!")\b{old}\b(?!")', new, source)
    return source


def listed(code, given=()):
    found = library_texts(Answers({"ada": code}, tuple(given), library=LIBRARY))
    return [one.exercises for one in found]


def test_a_pasted_answer_is_listed_though_its_names_were_changed():
    assert listed({"neuron.net_input": shown("neuron.net_input")}) == [("neuron.net_input",)]


def test_of_several_answers_those_that_are_nnlibs_text_are_named():
    code = {id: shown(id) for id in ("neuron.step", "neuron.net_input_batch")}
    code["neuron.tanh"] = "def tanh(z):\n    return np.tanh(z)"
    assert listed(code) == [("neuron.step", "neuron.net_input_batch")]


@pytest.mark.parametrize("id", ["neuron.relu", "neuron.tanh", "neuron.neuron_output"])
def test_a_short_text_is_not_enough(id):
    assert listed({id: shown(id)}) == []


def test_what_the_exercise_forces_is_nobodys_text():
    code = {
        "neuron.net_input": "def net_input(x, weights, bias):\n    return weights @ x + bias",
        "neuron.net_input_batch": "def net_input_batch(X, w, b):\n    return X @ w + b",
        "neuron.relu": "def relu(z):\n    return np.maximum(0, z)",
    }
    assert listed(code) == []


def test_no_right_answer_that_we_know_is_taken_for_nnlibs_text():
    worked = [
        {one.id: one.code}
        for path in SOLUTIONS.glob("*.py")
        for one in read_lesson(path.read_text(encoding="utf-8"), path.stem, EXERCISES).exercises
    ]
    others = {
        f"{id} {number}": {id: text_of(answer)}
        for id, answers in load_alternatives(SOLUTIONS / "alternatives").items()
        for number, answer in enumerate(answers.values())
    }
    assert len(others) > 400
    assert library_texts(Answers(others, tuple(worked), library=LIBRARY)) == ()


def test_they_are_listed_in_a_class_that_is_too_small_for_pairs():
    code = {"neuron.net_input": shown("neuron.net_input")}
    found = similarity(Answers({"ada": code}, library=LIBRARY))
    assert found.too_few
    assert [one.student for one in found.library] == ["ada"]
