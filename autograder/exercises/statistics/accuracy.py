"""Exercise: which part of the samples is predicted right."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.statistics.samples import LESSON, from_counts
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


def _share_of_mistakes(predictions, targets):
    return np.mean(predictions != targets)


def _counted_right_ones(predictions, targets):
    return np.sum(predictions == targets)


def _percent(predictions, targets):
    return 100 * np.mean(predictions == targets)


def _by_distance(predictions, targets):
    return 1 - np.mean(np.abs(predictions - targets))


def _errors_cancel(predictions, targets):
    return 1 - np.abs(np.sum(predictions - targets)) / len(targets)


def _only_targets_of_1(predictions, targets):
    return np.sum((predictions == targets) & (targets == 1)) / np.sum(targets == 1)


def _zeros_not_counted(predictions, targets):
    return np.mean((predictions == targets) & (targets > 0))


def _all_or_nothing(predictions, targets):
    return float(np.all(predictions == targets))


ACCURACY = Exercise(
    id="statistics.accuracy",
    name="accuracy",
    lesson=LESSON,
    points=1,
    covers=("S5",),
    reference=metrics.accuracy,
    cases=accuracy_cases,
    hints=(
        "`predictions == targets` is true at each sample that is right.",
        "True counts as 1 and false as 0. What is then the mean of these?",
    ),
    misconceptions=(
        Misconception(
            "share_of_mistakes",
            "You returned the share of the mistakes. The accuracy is the share that is right.",
            _share_of_mistakes,
        ),
        Misconception(
            "counted_right_ones",
            "You counted the right ones. Divide by the number of all samples.",
            _counted_right_ones,
        ),
        Misconception(
            "percent",
            "You returned a percentage. The accuracy is a share from 0 to 1: 0.75, not 75.",
            _percent,
        ),
        Misconception(
            "by_distance",
            "You subtracted classes. They are names, not amounts: taking class 0 for class 3 is "
            "one mistake, not three.",
            _by_distance,
        ),
        Misconception(
            "errors_cancel",
            "You compared the sums. A 0 taken for a 1 and a 1 taken for a 0 cancel there, but "
            "they are two mistakes.",
            _errors_cancel,
        ),
        Misconception(
            "only_targets_of_1",
            "You looked only at the samples of class 1. That is called recall; the accuracy "
            "looks at all samples.",
            _only_targets_of_1,
        ),
        Misconception(
            "zeros_not_counted",
            "You did not count a 0 that is rightly predicted as 0. It is right, like any other.",
            _zeros_not_counted,
        ),
        Misconception(
            "all_or_nothing",
            "You asked whether all are right. Asked is how many of them, as a share.",
            _all_or_nothing,
        ),
    ),
)
