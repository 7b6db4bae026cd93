"""Exercise: dropout on its way back, where the same mask counts."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Function
from autograder.exercises.regularization.samples import (
    hundreds,
    quarters,
    reals,
    who_drops,
    whole,
)
from nnlib.by_hand.layers import dropout_backward


def backward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make gradients, each with the mask of a way forward."""
    return [
        Case(
            (np.array([3.0, -1.0, 2.0]), np.array([1.25, 0.0, 1.25])),
            working="[3·1.25, -1·0, 2·1.25] = [3.75, 0, 2.5]",
        ),
        masked(rng, 0.2, "one sample", (5,)),
        masked(rng, 0.6, "one sample", (4,)),
        masked(rng, 0.3, "a batch", (4, 5)),
        masked(rng, 0.5, "a batch", (3, 2)),
        masked(rng, 0.4, "one neuron", (5, 1)),
        masked(rng, 0.25, "one neuron", (3, 1)),
        masked(rng, 0.2, "large values", (3, 4), hundreds),
        masked(rng, 0.9, "large values", (2, 3), hundreds),
        masked(rng, 0.5, "integers", (4,), whole, int),
        masked(rng, 0.75, "integers", (2, 3), whole, int),
        masked(rng, 0.5, "float32", (3, 3), quarters, np.float32),
        masked(rng, 0.75, "float32", (2, 4), quarters, np.float32),
    ]


def masked(
    rng: np.random.Generator,
    p: float,
    part: str,
    shape: tuple[int, ...],
    draw: Function = reals,
    dtype: type = float,
) -> Case:
    """Make a gradient, and the mask that an activation was multiplied by."""
    mask = np.where(who_drops(rng, p, *shape) < p, 0.0, 1 / (1 - p))
    return Case((draw(rng, *shape), mask.astype(dtype)), part)


DROPOUT_BACKWARD = Exercise(
    id="regularization.dropout_backward",
    points=1,
    covers=("R3",),
    reference=dropout_backward,
    cases=backward_cases,
    hints=(
        "Forward, each activation was multiplied by its number of the mask. What is the slope of "
        "mask · a?",
        "By the chain rule the gradient is multiplied by that slope, each number by its own.",
    ),
)


@DROPOUT_BACKWARD.misconception
def passed_on_whole(gradient, mask):
    """You hand the gradient on as it came. A silent neuron had no share in the output, so its
    gradient is 0: the mask counts on the way back too.
    """
    return gradient * 1.0


@DROPOUT_BACKWARD.misconception
def scale_forgotten(gradient, mask):
    """The right ones get 0, but the others were scaled up on the way forward, and so is their
    gradient.
    """
    return np.where(mask > 0, gradient, 0.0)


@DROPOUT_BACKWARD.misconception
def scale_undone(gradient, mask):
    """You divide by the scale, as if the way back undid the way forward. By the chain rule the
    gradient is multiplied by the same number.
    """
    return np.where(mask > 0, gradient / np.max(mask), 0.0)


@DROPOUT_BACKWARD.misconception
def silent_ones_learn(gradient, mask):
    """You let the gradient through where the neuron was silent, and stop it elsewhere. It is the
    other way round.
    """
    return np.where(mask > 0, 0.0, gradient)


@DROPOUT_BACKWARD.misconception
def mask_twice(gradient, mask):
    """You multiply by the mask twice. Each activation met it once, and its gradient too."""
    return gradient * mask * mask


@DROPOUT_BACKWARD.misconception
def all_scaled(gradient, mask):
    """You scale every gradient up, those of silent neurons too. Theirs is 0."""
    return gradient * np.max(mask)


@DROPOUT_BACKWARD.misconception
def mask_alone(gradient, mask):
    """You return the mask. It is the slope of this step; multiply the gradient by it."""
    return mask * 1.0


@DROPOUT_BACKWARD.misconception
def mask_of_the_first(gradient, mask):
    """You use the first numbers of the mask for all. Every activation had its own."""
    return gradient * mask[:1]
