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

from autograder import messages
from autograder.exercises.model import EXAMPLE, Case, Exercise, Tolerance
from autograder.judging.compare import Difference, agreement_difference, difference
from autograder.judging.diagnosis import Belief, alike, diagnose
from autograder.judging.observe import Observation, StudentError, observe
from autograder.judging.plain import to_plain
from autograder.judging.reference_guard import BORROWED_ERROR
from autograder.judging.verdict import (
    BORROWED,
    CHANGED,
    NOT_CALLABLE,
    NOT_DEFINED,
    NOT_STARTED,
    RAISED,
    RIGHT,
    UNJUDGED,
    UNSTEADY,
    Verdict,
)

STUB_ERROR = "NotImplementedError"
SIDE_EFFECT_SHARE = 0.5  # right values, but an argument was changed or a second call differs


@dataclass(frozen=True)
class Exam:
    """An exercise made ready for one seed: its cases, the right answers and each belief's.

    The beliefs' answers are worked out at the first wrong answer, then kept.
    """

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
        return tuple((m.id, observe(m.answer, self.calls)) for m in self.exercise.misconceptions)


def judge(exercise: Exercise, answer: object, *, seed: int) -> Verdict:
    """Judge `answer`, the student's function, on the cases that `seed` gives.

    Returns a verdict that is right, wrong, or could-not-judge; it never raises for what the
    answer does. `None` stands for an answer that is not there.
    """
    if answer is None:
        return missing(exercise)
    if not callable(answer):
        return not_callable(exercise, answer)
    try:
        exam = prepare(exercise, seed)
        observations = observe(answer, exam.calls, without=exercise.own_answers)
    except Exception as error:  # our own data are at fault: say so, and cost the student nothing
        return could_not_judge(exercise, error)
    return decide(exam, observations)


def prepare(exercise: Exercise, seed: int) -> Exam:
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
    if finding(observation, observation, tolerance, agreement=1.0) is not None:
        raise ValueError("the reference does not agree with itself")


def decide(exam: Exam, observations: Sequence[Observation]) -> Verdict:
    """Turn what the answer did into a verdict."""
    try:
        return decided(exam, observations)
    except Exception as error:  # a fault of the judge must not become a fault of the student
        return could_not_judge(exam.exercise, error)


def decided(exam: Exam, observations: Sequence[Observation]) -> Verdict:
    """Find the first case that is wrong, diagnose it and score the parts."""
    for seen in observations:
        if seen.error is not None and seen.error.type_name == BORROWED_ERROR:
            return borrowed(exam.exercise, seen.error)
    findings = findings_of(exam, observations)
    parts = part_results(exam.cases, findings)
    if not any(findings):
        return Verdict(True, 1.0, RIGHT, message=messages.right(exam.exercise), parts=parts)
    if all(seen.error and seen.error.type_name == STUB_ERROR for seen in observations):
        return Verdict(
            False, 0.0, NOT_STARTED, message=messages.not_started(exam.exercise), parts=parts
        )
    return wrong(exam, observations, findings)


Finding = Difference | str | None


def findings_of(exam: Exam, observations: Sequence[Observation]) -> list[Finding]:
    """Return what is wrong with each case, None where nothing is."""
    return [
        finding(wanted, seen, exam.exercise.tolerance, case.agreement)
        for wanted, seen, case in zip(exam.expected, observations, exam.cases, strict=True)
    ]


def finding(
    expected: Observation, seen: Observation, tolerance: Tolerance, agreement: float
) -> Finding:
    """Return what is wrong with one call: a difference, the name of a stage, or None."""
    if seen.error is not None:
        return RAISED
    if agreement < 1:
        found = agreement_difference(expected.value, seen.value, agreement)
    else:
        found = difference(expected.value, seen.value, tolerance)
    if found is not None:
        return found
    if seen.changed:
        return CHANGED
    return None if seen.repeats else UNSTEADY


def wrong(exam: Exam, observations: Sequence[Observation], findings: Sequence[Finding]) -> Verdict:
    """Build the verdict for a wrong answer, with its belief and the case that shows it."""
    belief = diagnose(exam.beliefs, exam.expected, observations, exam.exercise.tolerance)
    failing = [i for i, found in enumerate(findings) if found is not None]
    shown = telling_case(exam, observations, findings, belief, failing)
    return worded(exam, observations, findings, belief, shown)


def worded(
    exam: Exam,
    observations: Sequence[Observation],
    findings: Sequence[Finding],
    belief: str | None,
    shown: int,
) -> Verdict:
    """Return the verdict in the words of one wrong case."""
    found = findings[shown]
    kind = found.kind if isinstance(found, Difference) else str(found)
    verdict = Verdict(
        False,
        score(exam.cases, findings),
        kind,
        belief,
        parts=part_results(exam.cases, findings),
    )
    case, expected, seen = exam.cases[shown], exam.expected[shown], observations[shown]
    return messages.explain(verdict, exam.exercise, case, expected, seen, found)


def telling_case(
    exam: Exam,
    observations: Sequence[Observation],
    findings: Sequence[Finding],
    belief: str | None,
    failing: Sequence[int],
) -> int:
    """Return the first of the failing cases; for a named belief, the first that shows it."""
    if belief is None:
        return failing[0]
    answers, tolerance = dict(exam.beliefs)[belief], exam.exercise.tolerance
    showing = [i for i in failing if alike(answers[i], observations[i], tolerance)]
    with_value = [i for i in failing if isinstance(findings[i], Difference)]
    return (showing or with_value or failing)[0]


def part_results(
    cases: Sequence[Case], findings: Sequence[Finding]
) -> tuple[tuple[str, bool], ...]:
    """Return the parts in order, each with whether the values of all its cases were right."""
    names = dict.fromkeys(case.part for case in cases)
    sound = [found in (None, CHANGED, UNSTEADY) for found in findings]
    return tuple(
        (name, all(right for case, right in zip(cases, sound, strict=True) if case.part == name))
        for name in names
    )


def score(cases: Sequence[Case], findings: Sequence[Finding]) -> float:
    """Return the share of parts with right values; worked examples earn nothing.

    A worked example counts as one more part where it alone is wrong. Half of the share is lost
    where values are right but an argument was changed or a second call gave something else.
    """
    parts = part_results(cases, findings)
    earning = [right for name, right in parts if name != EXAMPLE]
    counting = [right for _, right in parts] if all(earning) else earning
    share = sum(counting) / len(counting)
    side_effect = CHANGED in findings or UNSTEADY in findings
    return SIDE_EFFECT_SHARE * share if side_effect else share


def missing(exercise: Exercise) -> Verdict:
    """Return the verdict on a function that is not defined."""
    return Verdict(False, 0.0, NOT_DEFINED, message=messages.not_defined(exercise))


def not_callable(exercise: Exercise, answer: object) -> Verdict:
    """Return the verdict on a name that stands for something else than a function."""
    message = messages.not_callable(exercise, type(answer).__name__)
    return Verdict(False, 0.0, NOT_CALLABLE, message=message)


def borrowed(exercise: Exercise, error: StudentError) -> Verdict:
    """Return the verdict on an answer that calls the course's own, be it in one case alone."""
    return Verdict(False, 0.0, BORROWED, message=messages.borrowed(exercise, error))


def could_not_judge(exercise: Exercise, error: BaseException) -> Verdict:
    """Return the third verdict: the fault is ours."""
    return Verdict(None, 0.0, UNJUDGED, message=messages.could_not_judge(exercise.id, error))
