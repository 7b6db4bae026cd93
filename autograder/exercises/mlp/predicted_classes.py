"""Lesson 04: from scores to an answer, the class with the highest score."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
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


PREDICTED_CLASSES = Exercise(
    id="mlp.predicted_classes",
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
)


@PREDICTED_CLASSES.misconception
def best_sample_of_each_class(scores):
    """You looked down the columns and found the best sample of each class. Look along the rows:
    each sample needs a class.
    """
    return np.argmax(scores, axis=0)


@PREDICTED_CLASSES.misconception
def one_place_for_all(scores):
    """You returned one place in the whole table. Each row has a winner of its own."""
    return np.argmax(scores)


@PREDICTED_CLASSES.misconception
def highest_score_returned(scores):
    """You returned how large the highest scores are. Asked is in which column they stand."""
    return np.max(scores, axis=1)


@PREDICTED_CLASSES.misconception
def lowest_score(scores):
    """You chose the class with the lowest score. The highest wins."""
    return np.argmin(scores, axis=1)


@PREDICTED_CLASSES.misconception
def counted_from_one(scores):
    """Your classes are one too high: they are counted from 0."""
    return np.argmax(scores, axis=1) + 1


@PREDICTED_CLASSES.misconception
def last_of_equals(scores):
    """Where two scores are equal you took the later one. We agreed on the first."""
    return scores.shape[1] - 1 - np.argmax(scores[:, ::-1], axis=1)


@PREDICTED_CLASSES.misconception
def one_hot_returned(scores):
    """You returned one-hot rows. Wanted is one class number a sample."""
    return np.eye(scores.shape[1])[np.argmax(scores, axis=1)]


@PREDICTED_CLASSES.misconception
def above_one_half(scores):
    """You looked for a score above 0.5. With many classes the winner may have less, and scores that
    are no probabilities may all have more.
    """
    return np.argmax(scores > 0.5, axis=1)


@PREDICTED_CLASSES.misconception
def largest_by_size(scores):
    """You dropped the signs before comparing. -9 is less than 1, not more."""
    return np.argmax(np.abs(scores), axis=1)


@PREDICTED_CLASSES.misconception
def first_sample_only(scores):
    """You answered for the first sample only. Every row is a sample."""
    return np.argmax(scores[0])
