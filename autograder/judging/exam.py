"""Decide whether an answer is right and, if it is not, name the belief behind it.

The judge is pure: it reads observations (plain data) and returns a verdict. It goes from coarse
to fine (exists, callable, runs, type, shape, dtype, finite, values, arguments unchanged, same
again) and looks for a misconception only when something was wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from autograder.judging.bounds import OutOfTimeError, seconds_of_a_check
from autograder.judging.cases import CaseResult, case_results, flaw, part_results, score
from autograder.judging.compare import Difference
from autograder.judging.diagnosis import Answers, Belief, alike, diagnose
from autograder.judging.finding import Finding
from autograder.judging.observe import Observation, StudentError, observe
from autograder.judging.plain import to_plain
from autograder.judging.reference_guard import BORROWED_ERROR
from autograder.judging.verdict import (
    BORROWED,
    HUNG,
    NOT_CALLABLE,
    NOT_DEFINED,
    NOT_STARTED,
    RIGHT,
    UNJUDGED,
    Verdict,
)
from autograder.judging.wording import outcomes
from autograder.judging.wording.explain import explain

STUB_ERROR = "NotImplementedError"

Seed = int | np.random.SeedSequence


@dataclass(frozen=True, eq=False)
class Exam:
    """An exercise made ready for one seed: its cases, the right answers and each belief's."""

    exercise: Exercise
    cases: tuple[Case, ...]
    expected: tuple[Observation, ...]

    @property
    def calls(self) -> tuple[tuple[Any, ...], ...]:
        """The arguments of each case, in order."""
        return tuple(case.arguments for case in self.cases)

    @cached_property
    def beliefs(self) -> tuple[Belief, ...]:
        """The answers that each misconception gives."""
        return tuple((m.id, Answers(m.answer, self.calls)) for m in self.exercise.misconceptions)

    def results(self, observations: Sequence[Observation]) -> tuple[CaseResult, ...]:
        """Compare what an answer did with what is right, case by case."""
        return case_results(self.cases, self.expected, observations, self.exercise.tolerance)


def judge(exercise: Exercise, answer: object, *, seed: Seed) -> Verdict:
    """Judge `answer`, the student's function, on the cases that `seed` gives.

    Returns a verdict that is right, wrong, or could-not-judge; it never raises for what the
    answer does. `None` stands for an answer that is not there.

    >>> from autograder.exercises import load
    >>> verdict = judge(load()["neuron.step"], lambda z, threshold=0.0: z >= threshold, seed=1)
    >>> verdict.passed, verdict.kind
    (False, 'value')
    """
    if answer is None:
        return missing(exercise)
    if not callable(answer):
        return not_callable(exercise, type(answer).__name__)
    try:
        exam = prepare(exercise, seed)
        seconds = seconds_of_a_check()
        observations = observe(answer, exam.calls, without=exercise.own_answers, seconds=seconds)
    except OutOfTimeError as late:
        return unfinished(exercise, late)
    except Exception as error:  # our own data are at fault: say so, and cost the student nothing
        return could_not_judge(exercise, error)
    return decide(exam, observations)


def prepare(exercise: Exercise, seed: Seed) -> Exam:
    """Make the cases of an exercise and work out the right answers."""
    cases = tuple(exercise.cases(np.random.default_rng(seed)))
    computed = [case.arguments for case in cases if case.right is None]
    answers = iter(observe(exercise.reference, computed))
    expected = tuple(
        next(answers) if case.right is None else Observation(to_plain(case.right)) for case in cases
    )
    for observation in expected:
        require_sound(observation, exercise.tolerance)
    return Exam(exercise, cases, expected)


def require_sound(observation: Observation, tolerance: Tolerance) -> None:
    """Raise ValueError where the reference itself fails, so that no student is judged by it."""
    failed = observation.error
    if failed is not None:
        raise ValueError(f"the reference raised {failed.type_name}: {failed.text}")
    if flaw(observation, observation, tolerance, agreement=1.0) is not None:
        raise ValueError("the reference does not agree with itself")


def decide(exam: Exam, observations: Sequence[Observation]) -> Verdict:
    """Turn what the answer did into a verdict."""
    try:
        return decided(exam, observations)
    except Exception as error:  # a fault of the judge must not become a fault of the student
        return could_not_judge(exam.exercise, error)


def decided(exam: Exam, observations: Sequence[Observation]) -> Verdict:
    """Tell right from wrong, not begun and borrowed."""
    errors = [seen.error for seen in observations]
    for error in errors:
        if error is not None and error.type_name == BORROWED_ERROR:
            return borrowed(exam.exercise, error)
    results = exam.results(observations)
    parts = part_results(results)
    if all(result.flaw is None for result in results):
        return Verdict(True, 1.0, RIGHT, None, Finding(outcomes.right(exam.exercise)), parts)
    if all(error is not None and error.type_name == STUB_ERROR for error in errors):
        finding = Finding(outcomes.not_started(exam.exercise))
        return Verdict(False, 0.0, NOT_STARTED, None, finding, parts)
    return wrong(exam, results)


def wrong(exam: Exam, results: Sequence[CaseResult]) -> Verdict:
    """Return the verdict on a wrong answer, with its belief and the case that shows it."""
    observations = [result.seen for result in results]
    belief = diagnose(exam.beliefs, exam.expected, observations, exam.exercise.tolerance)
    shown = telling_case(exam, results, belief)
    finding = explain(exam.exercise, belief, shown)
    return Verdict(False, score(results), shown.kind, belief, finding, part_results(results))


def telling_case(exam: Exam, results: Sequence[CaseResult], belief: str | None) -> CaseResult:
    """Return the first case that is wrong; for a named belief, the first that shows it.

    Raises IndexError where none is wrong.
    """
    failing = [(place, result) for place, result in enumerate(results) if result.flaw is not None]
    wrong = [result for _, result in failing]
    if belief is None:
        return wrong[0]
    answers, tolerance = dict(exam.beliefs)[belief], exam.exercise.tolerance
    showing = [result for place, result in failing if alike(answers[place], result.seen, tolerance)]
    with_value = [result for result in wrong if isinstance(result.flaw, Difference)]
    return (showing or with_value or wrong)[0]


def missing(exercise: Exercise) -> Verdict:
    """Return the verdict on a function that is not defined."""
    return Verdict(False, 0.0, NOT_DEFINED, finding=Finding(outcomes.not_defined(exercise)))


def not_callable(exercise: Exercise, type_name: str) -> Verdict:
    """Return the verdict on a name that stands for something else than a function."""
    finding = Finding(outcomes.not_callable(exercise, type_name))
    return Verdict(False, 0.0, NOT_CALLABLE, finding=finding)


def borrowed(exercise: Exercise, error: StudentError) -> Verdict:
    """Return the verdict on an answer that calls the course's own, be it in one case alone."""
    return Verdict(False, 0.0, BORROWED, finding=Finding(outcomes.borrowed(exercise, error)))


def could_not_judge(exercise: Exercise, error: BaseException) -> Verdict:
    """Return the third verdict: the fault is ours."""
    return Verdict(None, 0.0, UNJUDGED, finding=Finding(outcomes.our_fault(exercise.id, error)))


def unfinished(exercise: Exercise, late: OutOfTimeError) -> Verdict:
    """Return the verdict on an answer that did not end: no points, as when it is graded."""
    finding = Finding(outcomes.unfinished(exercise, late.seconds, late.arguments))
    return Verdict(False, 0.0, HUNG, finding=finding)
