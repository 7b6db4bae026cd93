"""What a student may read of a verdict on hidden cases."""

import numpy as np
import pytest

from autograder.exercises import Case, Exercise, Misconception, load
from autograder.judging.exam import could_not_judge, decide, prepare
from autograder.judging.hidden import HiddenCases, with_shown
from autograder.judging.observe import observe
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
    in_public = decide(cases.public, observe(answer, cases.public.calls))
    seen = observe(answer, cases.secret.calls)
    return with_shown(decide(cases.secret, seen), in_public)


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
    assert shown.called == shown.returned == shown.expected == shown.working == ""
    assert shown.meaning.startswith("This answer is right on every case of the notebook's own")
    assert (shown.misconception, shown.parts) == (None, ())


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
    assert shown == verdict_on(only_on_hidden(cases, lambda *_: None), cases).for_student


def test_of_an_argument_changed_in_a_hidden_case_the_student_reads_what_to_do(cases):
    def in_place(values, by):
        shifted = values + by
        values[...] = 0
        return shifted

    verdict = verdict_on(only_on_hidden(cases, in_place), cases)
    assert "changed `values`" in verdict.meaning
    assert "Build new arrays" in verdict.for_student.meaning
    assert "`values`" not in verdict.for_student.meaning


def test_a_right_answer_and_one_not_begun_are_shown_as_they_are(cases):
    def undone(values, by):
        raise NotImplementedError

    assert verdict_on(shift, cases).shown is None
    undone_verdict = verdict_on(undone, cases)
    assert undone_verdict.for_student == decide(cases.public, observe(undone, cases.public.calls))


def test_of_a_fault_of_ours_the_student_reads_no_reason():
    fault = could_not_judge(SHIFT, ValueError("0.7351"))
    shown = with_shown(fault, decide(prepare(SHIFT, 1), prepare(SHIFT, 1).expected)).for_student
    assert (shown.passed, shown.kind) == (None, fault.kind)
    assert "0.7351" not in shown.message


@pytest.mark.parametrize("id", EXERCISES)
def test_a_belief_of_the_course_is_shown_by_numbers_of_the_public_cases_alone(id):
    cases = exam_pair(EXERCISES[id])
    public, known = dict(cases.public.beliefs), numbers_of(cases.public)
    for belief, seen in cases.secret.beliefs:
        in_public = decide(cases.public, public[belief])
        shown = with_shown(decide(cases.secret, seen), in_public).for_student
        assert shown.misconception == belief
        numbers = numbers_in(" ".join((shown.called, shown.returned, shown.expected))) - known
        assert not numbers or numbers <= written([answer.value for answer in public[belief]])
