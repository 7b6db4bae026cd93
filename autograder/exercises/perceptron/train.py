"""Exercise: epoch after epoch, until one passes without a mistake."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.perceptron.samples import mirrored, turned, whole_samples
from nnlib import data, gates, perceptron


def train_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make data that a line separates and data that none does; rates are powers of two.

    A sum of steps of 1/4 is exact in any order, so a net input of exactly 0 stays one.
    """
    return [
        Case(
            (*gates.truth_table("or"), 1.0, 20),
            working="mistakes in epochs 1, 2, 3, 4: 1, 2, 1, 0; w ends at [1, 1], b at 0",
        ),
        Case((*gates.truth_table("and"), 0.5, 9), "logic gates"),
        Case((*gates.truth_table("nand"), 0.25, 8), "logic gates"),
        separable(rng, 6, 0.25, 10, 1.0, "separable points"),
        separable(rng, 8, 0.5, 9, 1.0, "separable points"),
        inseparable(rng, 6, 2, 3, "epochs run out"),
        inseparable(rng, 5, 3, 1, "epochs run out"),
        Case((rng.normal(size=(1, 3)), np.array([1.0]), 0.5, 4), "one sample"),
        Case((rng.normal(size=(1, 2)), np.array([0.0]), 0.5, 4), "one sample"),
        Case((*gates.truth_table("not"), 0.5, 8), "one input"),
        Case((np.array([[-3.0], [0.5], [2.0]]), np.array([1.0, 0.0, 0.0]), 0.25, 9), "one input"),
        *(separable(rng, m, 0.5, 8, 1000.0, "large values") for m in (6, 4)),
        *(whole(rng, n, np.int64, "integers") for n in (2, 3)),
        *(whole(rng, n, np.float32, "float32") for n in (3, 4)),
    ]


def separable(
    rng: np.random.Generator, m: int, rate: float, num_epochs: int, scale: float, part: str
) -> Case:
    """Make points that a line separates with little room to spare."""
    base = np.random.default_rng(m)  # the same each time, then turned by the seed
    X, targets, _, _ = data.linearly_separable(m, rng=base, margin=0.05)
    return Case((*turned(rng, scale * X), targets, rate, num_epochs), part)


def inseparable(rng: np.random.Generator, m: int, n: int, num_epochs: int, part: str) -> Case:
    """Make points the first of which comes again at the end with the other target."""
    X, targets = np.random.default_rng(m).normal(size=(m, n)), np.arange(m) % 2.0
    X[-1], targets[-1] = X[0], 1 - targets[0]
    return Case((*turned(rng, X), targets, 0.5, num_epochs), part)


def whole(rng: np.random.Generator, n: int, dtype: type, part: str) -> Case:
    """Make samples of whole numbers that a line separates."""
    X, weights, bias = whole_samples(np.random.default_rng(n), 6, n)
    targets = X @ weights + bias > 0
    return Case((*mirrored(rng, X.astype(dtype)), targets.astype(dtype), 0.5, 10), part)


TRAIN = Exercise(
    id="perceptron.train",
    points=3,
    covers=("P5", "P6"),
    reference=perceptron.train,
    cases=train_cases,
    hints=(
        "Begin with a weight of 0 for each column of X, a bias of 0 and an empty list.",
        "In each epoch: call `train_epoch` with the weights and the bias of this moment, keep "
        "all three results, and append the number of mistakes to the list.",
        "After an epoch with 0 mistakes, `break` leaves the loop; the 0 is in the list by then.",
        "`np.zeros(X.shape[1])` has a zero for each column, and "
        "`for _ in range(num_epochs):` repeats at most `num_epochs` times.",
    ),
)


@TRAIN.misconception
def never_stops_early(X, targets, learning_rate, num_epochs):
    """You train on when nothing is left to learn. Stop after the first epoch without a mistake."""
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(mistakes)
    return weights, bias, history


@TRAIN.misconception
def last_zero_not_kept(X, targets, learning_rate, num_epochs):
    """The epoch without a mistake is missing in your list. It was an epoch too: its 0 is the last
    number.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        if mistakes == 0:
            break
        history.append(mistakes)
    return weights, bias, history


@TRAIN.misconception
def starts_again_each_epoch(X, targets, learning_rate, num_epochs):
    """Each of your epochs begins from zeros and forgets what was learnt. Set the zeros once, before
    the first epoch.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        start = np.zeros(X.shape[1])
        weights, bias, mistakes = perceptron.train_epoch(X, targets, start, 0.0, learning_rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def one_epoch_only(X, targets, learning_rate, num_epochs):
    """You stopped after one epoch. Return only when the loop is over: look at how far the last line
    is indented.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(mistakes)
        return weights, bias, history


@TRAIN.misconception
def running_total(X, targets, learning_rate, num_epochs):
    """Your list grows from epoch to epoch: it adds up all mistakes so far. Each number belongs to
    one epoch alone.
    """
    weights, bias, history, total = np.zeros(X.shape[1]), 0.0, [], 0
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        total += mistakes
        history.append(total)
        if mistakes == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def total_for_list(X, targets, learning_rate, num_epochs):
    """You returned the number of all mistakes together. A list with one number for each epoch shows
    how the learning went.
    """
    weights, bias, total = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        total += mistakes
        if mistakes == 0:
            break
    return weights, bias, total


@TRAIN.misconception
def counted_after_each_epoch(X, targets, learning_rate, num_epochs):
    """You counted again with the weights from each epoch's end. The mistakes of an epoch are those
    made on the way, as train_epoch counts them.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, _ = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(perceptron.count_mistakes(X, targets, weights, bias))
        if history[-1] == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def starts_with_ones(X, targets, learning_rate, num_epochs):
    """You began with ones. All weights and the bias begin at 0 here."""
    weights, bias, history = np.ones(X.shape[1]), 1.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def one_epoch_too_few(X, targets, learning_rate, num_epochs):
    """You train for one epoch less than allowed: counting from 1 up to, but without, the last
    number gives one round too few.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(1, num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def stops_when_not_better(X, targets, learning_rate, num_epochs):
    """You stopped when the mistakes did not become fewer. They may rise for a while; only 0
    mistakes, or the last epoch allowed, ends the training.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(mistakes)
        if mistakes == 0 or (len(history) > 1 and mistakes >= history[-2]):
            break
    return weights, bias, history


@TRAIN.misconception
def bias_not_carried_on(X, targets, learning_rate, num_epochs):
    """Your weights go on from epoch to epoch, but the bias begins at 0 in each. Hand on both."""
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, 0.0, learning_rate)
        history.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def learning_rate_is_one(X, targets, learning_rate, num_epochs):
    """You train with a learning rate of 1, whatever was asked for. Hand on the one that you are
    given.
    """
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, 1.0)
        history.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, history


@TRAIN.misconception
def list_begun_again(X, targets, learning_rate, num_epochs):
    """Your list holds the last epoch only. Make the empty list once, before the loop."""
    weights, bias, mistakes = perceptron.train(X, targets, learning_rate, num_epochs)
    return weights, bias, mistakes[-1:]


@TRAIN.misconception
def last_count_for_list(X, targets, learning_rate, num_epochs):
    """You returned the last epoch's number of mistakes. Collect the numbers of all epochs in a
    list.
    """
    weights, bias, mistakes = perceptron.train(X, targets, learning_rate, num_epochs)
    return weights, bias, mistakes[-1]
