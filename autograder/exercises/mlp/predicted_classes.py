"""Lesson 04: from scores to an answer, the class with the highest score."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.mlp.samples import LESSON, Array
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import activations, metrics

Classes = NDArray[np.int64]


def predicted_classes_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make tables of scores whose winners are known beforehand, with probabilities among them."""

    def won_by(classes: Classes, k: int) -> Array:
        """Draw scores in which the given classes win, and lower ones are above 0.5 too."""
        scores = rng.uniform(-2.0, 2.0, (len(classes), k))
        scores[:, 0] = rng.uniform(0.6, 2.0, len(classes))
        scores[np.arange(len(classes)), classes] = 2.1 + rng.uniform(0, 1, len(classes))
        return scores

    def unsure(classes: Classes, k: int) -> Array:
        """Draw probabilities none of which is above one half."""
        return activations.softmax(won_by(classes, k) / 8)

    def order(*classes: int) -> Classes:
        """Put classes in a random order."""
        return rng.permutation(classes)

    tied = np.array([[0.4, 0.2, 0.4], [0.1, 0.45, 0.45], [0.2, 0.5, 0.3]])
    return [
        Case(
            (np.array([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]]),),
            working="row 1: the largest is 0.7, in column 1; row 2: 0.5, in column 0",
        ),
        Case((won_by(order(0, 1, 2, 2, 1), 3),), "scores"),
        Case((won_by(order(3, 1, 0, 3, 2, 4, 1), 5),), "scores"),
        Case((unsure(order(2, 0, 1, 2), 3),), "probabilities"),
        Case((unsure(order(3, 0, 1), 4),), "probabilities"),
        Case((won_by(order(0, 2, 2), 3),), "as many samples as classes"),
        Case((won_by(order(1, 3, 0, 3), 4),), "as many samples as classes"),
        Case((won_by(order(2), 4),), "one sample"),
        Case((won_by(order(0), 3),), "one sample"),
        Case((won_by(order(0, 1, 3, 3, 2), 4) - 9.0,), "negative scores"),
        Case((won_by(order(2, 1, 0, 0), 3) - 9.0,), "negative scores"),
        Case((1000 * won_by(order(1, 2, 0), 4),), "large values"),
        Case((1000 * won_by(order(3, 3, 0, 1), 4),), "large values"),
        Case((tied[[0, 2, 1]],), "equal scores"),
        Case((tied[[1, 0]],), "equal scores"),
        Case((np.round(10 * won_by(order(2, 0, 1, 1), 3)).astype(int),), "integers"),
        Case((np.round(10 * won_by(order(1, 0, 3), 4)).astype(int),), "integers"),
        Case((won_by(order(1, 0, 2), 4).astype("float32"),), "float32"),
        Case((won_by(order(3, 0, 2, 1, 3), 4).astype("float32"),), "float32"),
    ]


def _best_sample_of_each_class(scores):
    return np.argmax(scores, axis=0)


def _one_place_for_all(scores):
    return np.argmax(scores)


def _highest_score_returned(scores):
    return np.max(scores, axis=1)


def _lowest_score(scores):
    return np.argmin(scores, axis=1)


def _counted_from_one(scores):
    return np.argmax(scores, axis=1) + 1


def _last_of_equals(scores):
    return scores.shape[1] - 1 - np.argmax(scores[:, ::-1], axis=1)


def _one_hot_returned(scores):
    return np.eye(scores.shape[1])[np.argmax(scores, axis=1)]


def _above_one_half(scores):
    return np.argmax(scores > 0.5, axis=1)


def _largest_by_size(scores):
    return np.argmax(np.abs(scores), axis=1)


def _first_sample_only(scores):
    return np.argmax(scores[0])


PREDICTED_CLASSES = Exercise(
    id="mlp.predicted_classes",
    name="predicted_classes",
    lesson=LESSON,
    points=1,
    covers=("M6",),
    reference=metrics.predicted_classes,
    cases=predicted_classes_cases,
    hints=(
        "Asked is *where* the largest number of a row stands, not how large it is.",
        "`np.argmax` gives the place of the largest number. Without `axis` it looks at the whole "
        "table; you want an answer for each row.",
        "`np.argmax(scores, axis=1)` goes along each row.",
    ),
    misconceptions=(
        Misconception(
            "best_sample_of_each_class",
            "You looked down the columns and found the best sample of each class. Look along the "
            "rows: each sample needs a class.",
            _best_sample_of_each_class,
        ),
        Misconception(
            "one_place_for_all",
            "You returned one place in the whole table. Each row has a winner of its own.",
            _one_place_for_all,
        ),
        Misconception(
            "highest_score_returned",
            "You returned how large the highest scores are. Asked is in which column they stand.",
            _highest_score_returned,
        ),
        Misconception(
            "lowest_score",
            "You chose the class with the lowest score. The highest wins.",
            _lowest_score,
        ),
        Misconception(
            "counted_from_one",
            "Your classes are one too high: they are counted from 0.",
            _counted_from_one,
        ),
        Misconception(
            "last_of_equals",
            "Where two scores are equal you took the later one. We agreed on the first.",
            _last_of_equals,
        ),
        Misconception(
            "one_hot_returned",
            "You returned one-hot rows. Wanted is one class number a sample.",
            _one_hot_returned,
        ),
        Misconception(
            "above_one_half",
            "You looked for a score above 0.5. With many classes the winner may have less, and "
            "scores that are no probabilities may all have more.",
            _above_one_half,
        ),
        Misconception(
            "largest_by_size",
            "You dropped the signs before comparing. -9 is less than 1, not more.",
            _largest_by_size,
        ),
        Misconception(
            "first_sample_only",
            "You answered for the first sample only. Every row is a sample.",
            _first_sample_only,
        ),
    ),
)
