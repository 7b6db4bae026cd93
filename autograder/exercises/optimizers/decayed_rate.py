"""Exercise: a learning rate that falls in steps."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib import optimizers


def rate_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make epochs before, at and after a change of the rate."""
    rate, other = rng.uniform(0.2, 0.9, 2)
    return [
        Case(
            (0.8, 25, 0.5, 10),
            working="24 epochs lie behind, that is 2 whole tens: 0.8 · 0.5 · 0.5 = 0.2",
        ),
        Case((rate, 1, 0.5, 10), "the first epochs"),
        Case((other, 4, 0.1, 7), "the first epochs"),
        Case((rate, 10, 0.5, 10), "the last epoch before a change"),
        Case((other, 12, 0.2, 4), "the last epoch before a change"),
        Case((rate, 11, 0.5, 10), "the first epoch after a change"),
        Case((other, 9, 0.25, 4), "the first epoch after a change"),
        Case((rate, 18, 0.5, 5), "after several changes"),
        Case((other, 33, 0.8, 10), "after several changes"),
        Case((rate, 4, 0.9, 1), "a change in every epoch"),
        Case((other, 6, 0.7, 1), "a change in every epoch"),
        Case((5, 8, 0.1, 3), "integers"),
        Case((2, 6, 3, 2), "integers"),
        Case((1000 * rate, 301, 0.9, 100), "large values"),
        Case((1000 * other, 999, 0.95, 50), "large values"),
    ]


DECAYED_RATE = Exercise(
    id="optimizers.decayed_rate",
    points=1,
    covers=("O1",),
    reference=optimizers.decayed_rate,
    cases=rate_cases,
    hints=(
        "How many changes lie behind this epoch? In epoch 10 none yet, if `every` is 10; in "
        "epoch 11 one; in epoch 21 two.",
        "`(epoch - 1) // every` is the number of changes: `//` divides and drops the rest.",
        "Each change multiplies by the factor once more, so all of them by `factor ** changes`.",
    ),
)


@DECAYED_RATE.misconception
def one_epoch_early(learning_rate, epoch, factor, every):
    """Your rate falls one epoch too early. Epochs count from 1: with `every` 10, epoch 10 still has
    the old rate.
    """
    return learning_rate * factor ** (epoch // every)


@DECAYED_RATE.misconception
def in_every_epoch(learning_rate, epoch, factor, every):
    """Your rate falls in every epoch. It falls only after every `every` epochs."""
    return learning_rate * factor ** (epoch - 1)


@DECAYED_RATE.misconception
def gliding(learning_rate, epoch, factor, every):
    """Your rate falls a little in every epoch. Here it stays the same for `every` epochs, then
    falls at once: count whole changes only.
    """
    return learning_rate * factor ** ((epoch - 1) / every)


@DECAYED_RATE.misconception
def multiplied_by_the_number(learning_rate, epoch, factor, every):
    """You multiplied by the number of changes. Each change multiplies by the factor once more: that
    is a power.
    """
    changes = (epoch - 1) // every
    return learning_rate * factor * changes if changes else learning_rate


@DECAYED_RATE.misconception
def once_only(learning_rate, epoch, factor, every):
    """Your rate falls once and never again. After the same number of epochs it falls again."""
    return learning_rate * factor if epoch > every else learning_rate


@DECAYED_RATE.misconception
def factor_subtracted(learning_rate, epoch, factor, every):
    """You took the factor for what is lost. The rate is multiplied by the factor itself."""
    return learning_rate * (1 - factor) ** ((epoch - 1) // every)


@DECAYED_RATE.misconception
def divided(learning_rate, epoch, factor, every):
    """You divided by the factor, so a factor below 1 makes your rate grow. Multiply."""
    return learning_rate / factor ** ((epoch - 1) // every)


@DECAYED_RATE.misconception
def only_at_the_change(learning_rate, epoch, factor, every):
    """Your rate is lower in the epoch of the change alone and then back at the start. It stays
    low.
    """
    return learning_rate * factor if epoch > every and (epoch - 1) % every == 0 else learning_rate


@DECAYED_RATE.misconception
def rate_itself_raised(learning_rate, epoch, factor, every):
    """You raised the learning rate to the power as well. Only the factor is repeated."""
    return (learning_rate * factor) ** ((epoch - 1) // every)
