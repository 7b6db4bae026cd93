"""What a student may read of a verdict on hidden cases."""

from dataclasses import replace

import numpy as np
import pytest

from autograder.exercises import Case, Exercise, Misconception, load
from autograder.judging.exam import decide, prepare
from autograder.judging.hidden import HiddenCases, in_own_lines, with_shown
from autograder.judging.observe import Observation, StudentError, observe
from autograder.student.checking import PUBLIC_SEED
from tests.autograder.judging.hidden_numbers import numbers_in, numbers_of, written

SECRET_SEED = 1301
EXERCISES = load()


def shift(values, by):
    """The reference."""
    return np.asarray(values, dtype=float) + by


def shift_cases(rng):
    return [
        Case((np.array([1.0, 2.0]), 0.5), working="1 + 0.5 = 1.5, 2 + 0.5 = 2.5"),
        Case((rng.normal(size=(2, 3)), rng.normal()), "a matrix"),
        Case((np.array([1e6]), 1e-3), "large numbers"),
    ]


SHIFT = Exercise(
    id="made_up.shift",
    lesson="00_made_up",
    points=2,
    covers=("Z1",),
    reference=shift,
    cases=shift_cases,
    misconceptions=(Misconception("subtracted", "You subtract.", lambda v, by: v - by),),
    hints=("Add.",),
)


def exam_pair(exercise):
    return HiddenCases(prepare(exercise, SECRET_SEED), prepare(exercise, PUBLIC_SEED))


@pytest.fixture
def cases():
    return exam_pair(SHIFT)


def verdict_on(answer, cases):
    in_public = observe(answer, cases.public.calls)
    seen = observe(answer, cases.secret.calls)
    return with_shown(decide(cases.secret, seen), cases, seen, in_public)


def only_on_hidden(cases, wrong):
    """Return an answer that does `wrong` on the hidden matrix alone."""
    hidden = cases.secret.calls[1][1]
    return lambda values, by: wrong(values, by) if by == hidden else shift(values, by)


def test_a_worked_example_is_shown_as_before(cases):
    verdict = verdict_on(lambda values, by: values - by, cases)
    shown = verdict.for_student
    assert shown.called == "shift(values=np.array([1.0, 2.0]), by=0.5)"
    assert shown.expected == "[1.5, 2.5]"
    assert shown.misconception == "subtracted"


def test_what_fails_on_random_cases_alone_is_shown_on_one_of_the_notebooks_own_check(cases):
    verdict = verdict_on(
        lambda values, by: values - by if np.ndim(values) > 1 else shift(values, by), cases
    )
    public = prepare(SHIFT, PUBLIC_SEED)
    assert numbers_in(verdict.for_student.called) <= numbers_of(public)
    assert not numbers_in(verdict.for_student.message) & numbers_of(cases.secret)
    assert numbers_in(verdict.called) <= numbers_of(cases.secret)  # the instructor's
    assert verdict.for_student.score == verdict.score


def test_what_fails_on_hidden_cases_alone_is_said_in_words(cases):
    shown = verdict_on(only_on_hidden(cases, lambda values, by: values - by), cases).for_student
    assert shown.called == "shift(values: an array of shape (2, 3), by: one number)"
    assert shown.returned == shown.expected == shown.working == ""
    assert "“a matrix”" in shown.meaning
    assert "the values are not" in shown.meaning
    assert numbers_in(shown.message) == set()


def carrying(by):
    return f"{by:.15f}".replace(".", "_").replace("-", "m")


def raise_named(values, by):
    raise type(f"Error_{carrying(by)}", (Exception,), {})(str(values))


CARRIERS = {
    "the text of an error": lambda values, by: float(str(values)),
    "the type of an error": raise_named,
    "the type of a value": lambda values, by: type(f"Value_{carrying(by)}", (), {})(),
    "the keys of a dictionary": lambda values, by: {carrying(by): 1},
    "a text": lambda values, by: str(values),
    "a shape": lambda values, by: np.zeros((0, int(abs(by) * 1e9), 7777777)),
    "the length of a list": lambda values, by: [None] * int(abs(by) * 1e5),
    "a dtype": lambda values, by: np.array(values, dtype=complex),
    "values": lambda values, by: values,
    "not finite values": lambda values, by: values * np.inf,
}


@pytest.mark.parametrize("wrong", CARRIERS.values(), ids=CARRIERS.keys())
def test_nothing_that_an_answer_makes_of_a_hidden_case_comes_back(cases, wrong):
    shown = verdict_on(only_on_hidden(cases, wrong), cases).for_student
    assert shown.meaning
    assert shown.called.startswith("shift(values: an array")
    assert numbers_in(f"{shown} {shown.message}".replace(str(shown.score), "")) == set()
    assert carrying(cases.secret.calls[1][1]) not in f"{shown}"


def test_an_argument_changed_in_a_hidden_case_is_named(cases):
    def in_place(values, by):
        shifted = values + by
        values[...] = 0
        return shifted

    shown = verdict_on(only_on_hidden(cases, in_place), cases).for_student
    assert "changed `values`" in shown.meaning


def test_a_right_answer_and_one_not_begun_are_shown_as_they_are(cases):
    def undone(values, by):
        raise NotImplementedError

    assert verdict_on(shift, cases).shown is None
    assert verdict_on(undone, cases).shown is None


def test_a_fault_of_ours_costs_words_and_no_points(cases):
    answer = only_on_hidden(cases, lambda values, by: values)
    seen = observe(answer, cases.secret.calls)
    verdict = with_shown(decide(cases.secret, seen), cases, seen, in_public=[])
    shown = verdict.for_student
    assert shown.message == "This answer is not right on cases that are not shown."
    assert (shown.score, shown.passed) == (verdict.score, False)


@pytest.mark.parametrize("id", EXERCISES)
def test_a_belief_of_the_course_is_shown_by_numbers_of_the_public_cases_alone(id):
    cases = exam_pair(EXERCISES[id])
    public, known = dict(cases.public.beliefs), numbers_of(cases.public)
    for belief, seen in cases.secret.beliefs:
        verdict = decide(cases.secret, seen)
        shown = with_shown(verdict, cases, seen, public[belief]).for_student
        numbers = numbers_in(" ".join((shown.called, shown.returned, shown.expected))) - known
        assert not numbers or numbers <= written([answer.value for answer in public[belief]])


def test_a_line_that_was_not_handed_in_is_not_repeated():
    error = StudentError("ValueError", "", 2, "return 0.7312")
    seen = Observation(error=error)
    assert in_own_lines(seen, ["def f():\n    return 0.7312"]) is seen
    made_up = replace(error, line_number=0, line="")
    assert in_own_lines(seen, ["def f():\n    return 1"]).error == made_up
