"""Exercise: the L2 penalty, (λ/2) Σ w²."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.regularization.samples import hundreds, quarters, reals, whole
from nnlib import regularizers


def penalty_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make weights of every shape and size."""
    return [
        Case(
            (np.array([[3.0, -4.0]]), 0.1),
            working="Σ w² = 3² + (-4)² = 25; (0.1 / 2) · 25 = 1.25",
        ),
        Case((reals(rng, 3, 4), 0.3), "a layer"),
        Case((reals(rng, 4, 2), 0.05), "a layer"),
        Case((reals(rng, 5), 0.2), "one neuron"),
        Case((reals(rng, 3), 1.5), "one neuron"),
        Case((reals(rng, 1, 1), 0.4), "one weight"),
        Case((reals(rng, 1, 1), 0.7), "one weight"),
        Case((np.array([[0.0, 0.0], [0.0, 0.0]]), 0.5), "weights of 0"),
        Case((np.append(reals(rng, 3), 0.0).reshape(2, 2), 0.5), "weights of 0"),
        Case((hundreds(rng, 2, 3), 0.01), "large values"),
        Case((hundreds(rng, 3, 3), 0.002), "large values"),
        Case((whole(rng, 2, 4), 0.1), "integers"),
        Case((whole(rng, 3, 2), 2), "integers"),
        Case((quarters(rng, 2, 3), 0.25), "float32"),
        Case((quarters(rng, 4, 2), 0.75), "float32"),
    ]


L2_PENALTY = Exercise(
    id="regularization.l2_penalty",
    points=1,
    covers=("R2",),
    reference=regularizers.l2_penalty,
    cases=penalty_cases,
    hints=(
        "Square every weight, add all the squares up, then multiply by λ/2.",
        "`np.sum(weight**2)` adds the squares of all weights, whatever the shape.",
    ),
)


@L2_PENALTY.misconception
def half_forgotten(weight, weight_decay):
    """That is λ Σ w², a form that some books use. Here the penalty is half of it, so that its
    gradient has no factor 2.
    """
    return weight_decay * np.sum(weight**2)


@L2_PENALTY.misconception
def sizes_for_squares(weight, weight_decay):
    """You added up the sizes |w|: that is the L1 penalty. L2 adds up the squares."""
    return weight_decay * np.sum(np.abs(weight))


@L2_PENALTY.misconception
def half_of_sizes(weight, weight_decay):
    """The factor is right, but you added up the sizes |w|. L2 adds up the squares."""
    return weight_decay / 2 * np.sum(np.abs(weight))


@L2_PENALTY.misconception
def mean_for_sum(weight, weight_decay):
    """You took the mean of the squares. The penalty is their sum: every weight costs."""
    return weight_decay / 2 * np.mean(weight**2)


@L2_PENALTY.misconception
def root_taken(weight, weight_decay):
    """You took the root of the sum of squares. The penalty is the sum itself."""
    return weight_decay / 2 * np.sqrt(np.sum(weight**2))


@L2_PENALTY.misconception
def squared_after_the_sum(weight, weight_decay):
    """You added first and squared then, so positive and negative weights cancel. Square each weight
    first.
    """
    return weight_decay / 2 * np.sum(weight) ** 2


@L2_PENALTY.misconception
def strength_forgotten(weight, weight_decay):
    """The strength λ is missing: it says how much large weights cost."""
    return np.sum(weight**2) / 2


@L2_PENALTY.misconception
def strength_squared(weight, weight_decay):
    """You squared the strength λ along with the weights. Only the weights are squared."""
    return np.sum((weight_decay * weight) ** 2) / 2


@L2_PENALTY.misconception
def each_neuron_alone(weight, weight_decay):
    """You return one penalty for each neuron. Add up all weights of the layer: the penalty is one
    number.
    """
    return weight_decay / 2 * np.sum(weight**2, axis=-1)


@L2_PENALTY.misconception
def gradient(weight, weight_decay):
    """You return the gradient of the penalty, λ w. The penalty itself is one number."""
    return weight_decay * weight
