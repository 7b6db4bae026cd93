"""Answers as text: what a student would have typed computes what the function computes."""

from pathlib import Path

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.alternatives import load_alternatives
from autograder.judging.exam import decide, prepare
from autograder.judging.observe import observe
from autograder.simulation.answers import typed_in

ALTERNATIVES = Path(__file__).parents[3] / "solutions" / "alternatives"
BELIEFS = [(one, belief) for one in load().values() for belief in one.misconceptions]


def run(source, name):
    namespace = {}
    exec(source, namespace)
    return namespace[name]


@pytest.fixture(scope="module")
def exams():
    return {exercise.id: prepare(exercise, 11) for exercise in load().values()}


@pytest.mark.parametrize(
    ("exercise", "belief"), BELIEFS, ids=[f"{one.id}-{belief.id}" for one, belief in BELIEFS]
)
def test_a_misconception_typed_into_a_notebook_is_still_that_misconception(exercise, belief, exams):
    source = typed_in(belief.answer, exercise.name, reference=exercise.reference)
    typed = run(source, exercise.name)
    exam = exams[exercise.id]
    verdict = decide(exam, observe(typed, exam.calls, without=exercise.own_answers))
    assert verdict.misconception == belief.id


def test_a_typed_in_answer_brings_the_imports_that_it_needs():
    source = typed_in(load_alternatives(ALTERNATIVES)["neuron.net_input"]["loop"], "net_input")
    assert run(source, "net_input")(np.array([1.0, 2.0]), np.array([3.0, 4.0]), 0.5) == 11.5


def test_the_courses_own_answer_is_typed_in_too_where_a_misconception_calls_it():
    softmax = load()["neuron.softmax"]
    twice = next(one for one in softmax.misconceptions if one.id == "softmax_twice")
    source = typed_in(twice.answer, "softmax", reference=softmax.reference)
    assert "return softmax_steps(softmax_steps(z))" in source
    assert "def softmax_steps(z):" in source


def test_alternatives_are_found_by_exercise_and_style():
    found = load_alternatives(ALTERNATIVES)
    assert {"loop", "einsum", "float32"} <= set(found["neuron.net_input_batch"])
    assert all(len(found[exercise.id]) >= 4 for exercise in load().values())
