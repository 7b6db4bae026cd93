"""Exercise: one epoch in mini-batches."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import (
    batch_targets,
    network,
    quarters,
    reals,
    whole,
)
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import two_layers


def epoch_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make data that divide evenly and such that do not, and batches of one and of all."""
    by_hand = np.array([[0.0]]), np.array([0.0]), np.array([[0.0]]), np.array([0.0])

    def drawn(part, m, size, sizes, rate, draw=reals):
        X, targets = draw(rng, m, sizes[0]), batch_targets(rng, m, sizes[2])
        return Case((X, targets, network(rng, sizes, draw), rate, size), part)

    return [
        Case(
            (np.array([[1.0], [1.0]]), np.array([[1.0], [0.5]]), by_hand, 8.0, 1),
            working="batch 1: d3 = (0.5 - 1)·0.25 = -0.125, d2 = 0·d3 = 0, a2 = 0.5: W3 becomes "
            "8·0.125·0.5 = 0.5, b3 becomes 8·0.125 = 1. "
            "batch 2 meets these: z3 = 0.5·0.5 + 1 = 1.25, a3 ≈ 0.7773, d3 ≈ 0.048, and so on",
        ),
        drawn("batches that divide evenly", 6, 2, (2, 3, 1), 1.5),
        drawn("batches that divide evenly", 6, 3, (3, 2, 2), 2.5),
        drawn("a smaller last batch", 7, 3, (2, 3, 1), 1.2),
        drawn("a smaller last batch", 5, 2, (3, 2, 2), 2.0),
        drawn("batches of one", 4, 1, (2, 2, 1), 1.8),
        drawn("batches of one", 3, 1, (3, 2, 2), 1.4),
        drawn("one batch of all", 4, 4, (2, 3, 1), 2.2),
        drawn("one batch of all", 3, 3, (2, 2, 2), 1.6),
        drawn("a batch larger than the data", 3, 10, (2, 3, 2), 1.7),
        drawn("a batch larger than the data", 4, 7, (3, 2, 1), 1.3),
        drawn("integers", 5, 2, (2, 2, 1), 2.0, whole),
        drawn("integers", 4, 3, (1, 2, 2), 1.0, whole),
        drawn("float32", 5, 2, (2, 3, 1), 2.0, quarters),
        drawn("float32", 4, 3, (3, 2, 2), 4.0, quarters),
    ]


TRAIN_EPOCH = Exercise(
    id="backprop.train_epoch",
    points=2,
    covers=("B16", "B15"),
    reference=two_layers.train_epoch,
    cases=epoch_cases,
    hints=(
        "Cut the samples into pieces of batch_size rows, in order, and update on one piece after "
        "the other. Each update begins with the parameters that the last one gave.",
        "`range(0, len(X), batch_size)` gives the places where the pieces begin.",
        "`X[i : i + batch_size]` is a piece, and a shorter one at the end by itself. Cut the "
        "targets in the same way, and write `parameters = two_layers.minibatch_update(…)`.",
    ),
)


@TRAIN_EPOCH.misconception
def last_batch_dropped(X, targets, parameters, learning_rate, batch_size):
    """You left out the samples of the last, smaller batch. An epoch visits every sample."""
    for i in range(0, len(X) - batch_size + 1, batch_size):
        batch = slice(i, i + batch_size)
        parameters = two_layers.minibatch_update(
            X[batch], targets[batch], parameters, learning_rate
        )
    return parameters


@TRAIN_EPOCH.misconception
def each_batch_from_the_start(X, targets, parameters, learning_rate, batch_size):
    """Each of your batches begins with the first parameters again. It goes on from what the batch
    before has learnt.
    """
    for i in range(0, len(X), batch_size):
        batch = slice(i, i + batch_size)
        result = two_layers.minibatch_update(X[batch], targets[batch], parameters, learning_rate)
    return result


@TRAIN_EPOCH.misconception
def first_batch_only(X, targets, parameters, learning_rate, batch_size):
    """You stopped after the first batch. Look at how far the last line is indented."""
    return two_layers.minibatch_update(
        X[:batch_size], targets[:batch_size], parameters, learning_rate
    )


@TRAIN_EPOCH.misconception
def all_at_once(X, targets, parameters, learning_rate, batch_size):
    """You took one step with all samples. There is one step for each batch."""
    return two_layers.minibatch_update(X, targets, parameters, learning_rate)


@TRAIN_EPOCH.misconception
def one_sample_at_a_time(X, targets, parameters, learning_rate, batch_size):
    """You took a step for each sample. There is one step for each batch."""
    for i in range(len(X)):
        parameters = two_layers.minibatch_update(
            X[i : i + 1], targets[i : i + 1], parameters, learning_rate
        )
    return parameters


@TRAIN_EPOCH.misconception
def overlapping_batches(X, targets, parameters, learning_rate, batch_size):
    """Your batches overlap, so samples come more than once. The next batch begins where the last
    one ended.
    """
    for i in range(len(X)):
        batch = slice(i, i + batch_size)
        parameters = two_layers.minibatch_update(
            X[batch], targets[batch], parameters, learning_rate
        )
    return parameters


@TRAIN_EPOCH.misconception
def updates_not_kept(X, targets, parameters, learning_rate, batch_size):
    """You update, but do not keep the result: the function returns new parameters. Give them a
    name.
    """
    for i in range(0, len(X), batch_size):
        batch = slice(i, i + batch_size)
        two_layers.minibatch_update(X[batch], targets[batch], parameters, learning_rate)
    return parameters


@TRAIN_EPOCH.misconception
def number_of_batches(X, targets, parameters, learning_rate, batch_size):
    """You made batch_size batches. It says how many samples are in each of them."""
    for batch in np.array_split(np.arange(len(X)), min(batch_size, len(X))):
        parameters = two_layers.minibatch_update(
            X[batch], targets[batch], parameters, learning_rate
        )
    return parameters


@TRAIN_EPOCH.misconception
def rate_divided_by_batch_size(X, targets, parameters, learning_rate, batch_size):
    """You divided by the batch size once more. The update holds the mean already."""
    for i in range(0, len(X), batch_size):
        batch = slice(i, i + batch_size)
        parameters = two_layers.minibatch_update(
            X[batch], targets[batch], parameters, learning_rate / batch_size
        )
    return parameters


@TRAIN_EPOCH.misconception
def targets_not_cut(X, targets, parameters, learning_rate, batch_size):
    """Every batch gets the targets of the first one. Cut the targets as you cut X."""
    for i in range(0, len(X), batch_size):
        inputs = X[i : i + batch_size]
        parameters = two_layers.minibatch_update(
            inputs, targets[: len(inputs)], parameters, learning_rate
        )
    return parameters


@TRAIN_EPOCH.misconception
def last_batch_first(X, targets, parameters, learning_rate, batch_size):
    """You went through the batches from the last to the first. Here the order is given."""
    for i in reversed(range(0, len(X), batch_size)):
        batch = slice(i, i + batch_size)
        parameters = two_layers.minibatch_update(
            X[batch], targets[batch], parameters, learning_rate
        )
    return parameters
