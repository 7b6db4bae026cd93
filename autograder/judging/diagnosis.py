"""Name the belief behind a wrong answer: the one that gives the same wrong values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from autograder.exercises.model import Tolerance
from autograder.judging.compare import difference
from autograder.judging.observe import Arguments, Observation, observe
from autograder.judging.plain import same_plain


@dataclass(frozen=True, eq=False)
class Answers(Sequence[Observation]):
    """What a belief answers to each call, worked out when it is first asked for, then kept.

    Most beliefs differ from a student's answer in the first case, so few are worked out whole.
    """

    belief: Callable[..., Any]
    calls: Sequence[Arguments]
    known: dict[int, Observation] = field(default_factory=dict, init=False)

    def __len__(self) -> int:
        return len(self.calls)

    def __getitem__(self, place: Any) -> Any:
        if place not in self.known:
            (self.known[place],) = observe(self.belief, [self.calls[place]])
        return self.known[place]


Belief = tuple[str, Sequence[Observation]]


def diagnose(
    beliefs: Sequence[Belief],
    expected: Sequence[Observation],
    observations: Sequence[Observation],
    tolerance: Tolerance,
) -> str | None:
    """Return the id of the one belief whose answers equal the student's.

    First everything must agree. Else only the values count, on the cases where the answer gave
    one (it may change an argument, or not run on every shape), if those are at least half of
    the cases and just one belief fits.
    """
    ran = [i for i, seen in enumerate(observations) if seen.error is None]
    if not ran:
        return None
    for belief, answers in beliefs:
        if all(alike(*pair, tolerance) for pair in zip(answers, observations, strict=True)):
            return belief
    if 2 * len(ran) < len(observations):
        return None
    same = partial(same_values, cases=ran, tolerance=tolerance)
    fitting = [
        belief
        for belief, answers in beliefs
        if same(answers, observations) and not same(expected, answers)
    ]
    return fitting[0] if len(fitting) == 1 else None


def same_values(
    first: Sequence[Observation],
    second: Sequence[Observation],
    cases: Sequence[int],
    tolerance: Tolerance,
) -> bool:
    """Return True if two sets of observations gave the same values on the given cases."""
    return all(same_value(first[i], second[i], tolerance) for i in cases)


def same_value(first: Observation, second: Observation, tolerance: Tolerance) -> bool:
    """Return True if two calls gave values that are near."""
    if first.error is not None or second.error is not None:
        return False
    same = same_plain(first.value, second.value)
    return same or difference(first.value, second.value, tolerance) is None


def alike(first: Observation, second: Observation, tolerance: Tolerance) -> bool:
    """Return True if two calls did the same: raised, changed their arguments, gave near values."""
    if (first.error is None) != (second.error is None) or first.changed != second.changed:
        return False
    if first.error is not None or first.repeats != second.repeats:
        return first.repeats == second.repeats
    return same_value(first, second, tolerance)
