"""Exercise: which part of the samples is predicted right."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import from_counts
from nnlib import metrics


def accuracy_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make predictions for two and more classes, frequent and rare ones."""
    return [
        Case(
            (np.array([0, 1, 1, 0]), np.array([0, 1, 0, 0])),
            working="right, right, wrong, right: 3 of 4, so 0.75",
        ),
        Case(
            (np.array([2, 0, 1, 1, 2]), np.array([0, 0, 1, 2, 1])),
            working="wrong, right, right, wrong, wrong: 2 of 5, so 0.4",
        ),
        Case(from_counts(rng, [[4, 1], [2, 3]]), "two classes"),
        Case(from_counts(rng, [[1, 3], [1, 6]]), "two classes"),
        Case(from_counts(rng, [[3, 0, 1], [0, 2, 1], [2, 0, 1]]), "several classes"),
        Case(
            from_counts(rng, [[2, 0, 0, 1], [1, 1, 0, 1], [0, 0, 3, 0], [2, 0, 1, 0]]),
            "several classes",
        ),
        Case((np.array([1]), np.array([0])), "one sample"),
        Case((np.array([1]), np.array([1])), "one sample"),
        Case((np.array([2]), np.array([2])), "one sample"),
        Case(from_counts(rng, [[3, 0], [0, 2]]), "all right or all wrong"),
        Case(from_counts(rng, [[0, 3], [2, 0]]), "all right or all wrong"),
        Case(from_counts(rng, [[18, 0], [2, 0]]), "a rare class"),
        Case(from_counts(rng, [[1, 2], [0, 20]]), "a rare class"),
        Case(from_counts(rng, [[5, 1, 0], [0, 4, 2], [1, 0, 7]]), "integers"),
        Case(from_counts(rng, [[2, 1, 3], [1, 1, 2], [0, 0, 1]]), "integers"),
        Case(floats(from_counts(rng, [[3, 1], [4, 6]])), "float32"),
        Case(floats(from_counts(rng, [[2, 0, 1], [1, 0, 1], [0, 0, 2]])), "float32"),
    ]


def floats(pair: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return predictions and targets as float32."""
    predictions, targets = pair
    return predictions.astype(np.float32), targets.astype(np.float32)


ACCURACY = Exercise(
    id="statistics.accuracy",
    points=1,
    covers=("S5",),
    reference=metrics.accuracy,
    cases=accuracy_cases,
    hints=(
        "`predictions == targets` is true at each sample that is right.",
        "True counts as 1 and false as 0. What is then the mean of these?",
    ),
)


@ACCURACY.misconception
def share_of_mistakes(predictions, targets):
    """You returned the share of the mistakes. The accuracy is the share that is right."""
    return np.mean(predictions != targets)


@ACCURACY.misconception
def counted_right_ones(predictions, targets):
    """You counted the right ones. Divide by the number of all samples."""
    return np.sum(predictions == targets)


@ACCURACY.misconception
def percent(predictions, targets):
    """You returned a percentage. The accuracy is a share from 0 to 1: 0.75, not 75."""
    return 100 * np.mean(predictions == targets)


@ACCURACY.misconception
def by_distance(predictions, targets):
    """You subtracted classes. They are names, not amounts: taking class 0 for class 3 is one
    mistake, not three.
    """
    return 1 - np.mean(np.abs(predictions - targets))


@ACCURACY.misconception
def errors_cancel(predictions, targets):
    """You compared the sums. A 0 taken for a 1 and a 1 taken for a 0 cancel there, but they are two
    mistakes.
    """
    return 1 - np.abs(np.sum(predictions - targets)) / len(targets)


@ACCURACY.misconception
def only_targets_of_1(predictions, targets):
    """You looked only at the samples of class 1. That is called recall; the accuracy looks at all
    samples.
    """
    return np.sum((predictions == targets) & (targets == 1)) / np.sum(targets == 1)


@ACCURACY.misconception
def zeros_not_counted(predictions, targets):
    """You did not count a 0 that is rightly predicted as 0. It is right, like any other."""
    return np.mean((predictions == targets) & (targets > 0))


@ACCURACY.misconception
def all_or_nothing(predictions, targets):
    """You asked whether all are right. Asked is how many of them, as a share."""
    return float(np.all(predictions == targets))
