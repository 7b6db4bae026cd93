"""How the class goes on from assignment to assignment."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from autograder.report.summary import AssignmentSummary

FEWEST_FOR_QUARTILES = 2


@dataclass(frozen=True)
class Step:
    """One assignment in the trend: the quartiles of the share of points, and who handed in."""

    assignment: str
    lower: float
    median: float
    upper: float
    graded: int
    absent: int


def trend(assignments: Sequence[AssignmentSummary]) -> tuple[Step, ...]:
    """Return the steps of the trend; an assignment of which nothing was readable has none."""
    return tuple(step(assignment) for assignment in assignments if assignment.students)


def step(assignment: AssignmentSummary) -> Step:
    """Sum up one assignment."""
    shares = [row.share for row in assignment.students]
    lower, _, upper = (
        quantiles(shares, n=4, method="inclusive")
        if len(shares) >= FEWEST_FOR_QUARTILES
        else shares * 3
    )
    return Step(
        assignment.assignment,
        lower,
        assignment.median_share,
        upper,
        len(assignment.students),
        len(assignment.absent),
    )
