"""Hold what an answer did on each case against what is right, and score the parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.exercises.model import EXAMPLE, Case, Tolerance
from autograder.judging.compare import Difference, agreement_difference, difference
from autograder.judging.observe import Observation
from autograder.judging.verdict import CHANGED, RAISED, UNSTEADY

SIDE_EFFECT_SHARE = 0.5  # right values, but an argument was changed or a second call differs

Flaw = Difference | str  # what is wrong with one call: a difference, or the name of a stage


@dataclass(frozen=True)
class CaseResult:
    """One case with what is right, what the answer did, and what is wrong with that, if anything.

    `seen` is the observation of the answer.
    """

    case: Case
    expected: Observation
    seen: Observation
    flaw: Flaw | None

    @property
    def kind(self) -> str:
        """The stage at which it was found wrong."""
        return self.flaw.kind if isinstance(self.flaw, Difference) else str(self.flaw)

    @property
    def has_right_values(self) -> bool:
        """Whether the values are right, whatever else the call did."""
        return self.flaw in (None, CHANGED, UNSTEADY)


def case_results(
    cases: Sequence[Case],
    expected: Sequence[Observation],
    observations: Sequence[Observation],
    tolerance: Tolerance,
) -> tuple[CaseResult, ...]:
    """Compare what an answer did with what is right, case by case."""
    return tuple(
        CaseResult(case, right, seen, flaw(right, seen, tolerance, case.agreement))
        for case, right, seen in zip(cases, expected, observations, strict=True)
    )


def flaw(
    expected: Observation, seen: Observation, tolerance: Tolerance, agreement: float
) -> Flaw | None:
    """Return what is wrong with one call, None where nothing is."""
    if seen.error is not None:
        return RAISED
    if agreement < 1:
        differs = agreement_difference(expected.value, seen.value, agreement)
    else:
        differs = difference(expected.value, seen.value, tolerance)
    if differs is not None:
        return differs
    if seen.changed:
        return CHANGED
    return None if seen.repeats else UNSTEADY


def part_results(results: Sequence[CaseResult]) -> tuple[tuple[str, bool], ...]:
    """Return the parts in order, each with whether the values of all its cases were right."""
    names = dict.fromkeys(result.case.part for result in results)
    return tuple(
        (name, all(result.has_right_values for result in results if result.case.part == name))
        for name in names
    )


def score(results: Sequence[CaseResult]) -> float:
    """Return the share of parts with right values; worked examples earn nothing.

    A worked example counts as one more part where it alone is wrong. Half of the share is lost
    where values are right but an argument was changed or a second call gave something else.
    """
    parts = part_results(results)
    earning = [right for name, right in parts if name != EXAMPLE]
    counting = [right for _, right in parts] if all(earning) else earning
    share = sum(counting) / len(counting)
    side_effect = any(result.flaw in (CHANGED, UNSTEADY) for result in results)
    return SIDE_EFFECT_SHARE * share if side_effect else share
