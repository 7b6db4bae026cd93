"""Exercise: the gradient of the L1 penalty, λ sign(w)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from autograder.exercises.regularization.samples import hundreds, quarters, reals, whole
from nnlib import regularizers


def gradient_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make weights of both signs, and weights that are 0."""
    one, other = rng.uniform(1.5, 3.0, 2)
    return [
        Case(
            (np.array([[3.0, -4.0, 0.0]]), 0.5),
            working="signs [1, -1, 0]; 0.5 · signs = [0.5, -0.5, 0]",
        ),
        Case((signed(reals(rng, 3, 4)), 0.3), "a layer"),
        Case((signed(reals(rng, 2, 5)), 0.05), "a layer"),
        Case((np.array([one, -other, one]), 0.2), "one neuron"),
        Case((np.array([-one, other]), 1.5), "one neuron"),
        Case((np.array([[0.0, -one], [other, 0.0]]), 0.4), "weights of 0"),
        Case((np.array([0.0, one, -other]), 0.6), "weights of 0"),
        Case((signed(reals(rng, 2, 2) / 1000), 0.7), "small values"),
        Case((signed(reals(rng, 1, 3) / 1000), 0.1), "small values"),
        Case((signed(hundreds(rng, 2, 3)), 0.01), "large values"),
        Case((signed(hundreds(rng, 4, 1)), 0.02), "large values"),
        Case((signed(whole(rng, 2, 4)), 0.1), "integers"),
        Case((signed(whole(rng, 3, 2)), 2), "integers"),
        Case((signed(quarters(rng, 2, 3)), 0.25), "float32"),
        Case((signed(quarters(rng, 4, 2)), 0.75), "float32"),
    ]


def signed(weights: Array) -> Array:
    """Return weights of the same sizes, the first positive and the last negative."""
    weights = weights.copy()
    weights.flat[0], weights.flat[-1] = abs(weights.flat[0]), -abs(weights.flat[-1])
    return weights


L1_GRADIENT = Exercise(
    id="regularization.l1_gradient",
    points=1,
    covers=("R2",),
    reference=regularizers.l1_gradient,
    cases=gradient_cases,
    hints=(
        "How steep is |w| to the right of 0? And to the left? The size of w does not matter.",
        "The slope is 1 for a positive weight, -1 for a negative one, and we take 0 at 0.",
        "`np.sign` gives exactly these three numbers. Multiply by the strength.",
    ),
)


@L1_GRADIENT.misconception
def in_proportion(weight, weight_decay):
    """Your gradient grows with the weight: that is L2. L1 takes the same from every weight, large
    or small.
    """
    return weight_decay * weight


@L1_GRADIENT.misconception
def zero_counts_as_positive(weight, weight_decay):
    """A weight that is exactly 0 gets the slope 1. There the slope is 0, so that the weight can
    stay where L1 has brought it.
    """
    return weight_decay * np.where(weight >= 0, 1.0, -1.0)


@L1_GRADIENT.misconception
def zero_counts_as_negative(weight, weight_decay):
    """A weight that is exactly 0 gets the slope -1. There the slope is 0, so that the weight can
    stay where L1 has brought it.
    """
    return weight_decay * np.where(weight > 0, 1.0, -1.0)


@L1_GRADIENT.misconception
def penalty(weight, weight_decay):
    """You return the penalty, one number. The gradient has one number for each weight."""
    return weight_decay * np.sum(np.abs(weight))


@L1_GRADIENT.misconception
def no_signs(weight, weight_decay):
    """You give every weight the slope λ. For a negative weight |w| falls, so its slope is
    negative.
    """
    return weight_decay * np.where(weight == 0, 0.0, 1.0)


@L1_GRADIENT.misconception
def strength_forgotten(weight, weight_decay):
    """The signs are right, but the strength λ is missing."""
    return np.sign(weight) * 1.0


@L1_GRADIENT.misconception
def sign_turned(weight, weight_decay):
    """All signs are turned. The gradient points to where the penalty grows; it is descent that goes
    the other way.
    """
    return -weight_decay * np.sign(weight)


@L1_GRADIENT.misconception
def sizes(weight, weight_decay):
    """You return λ|w|, what each weight costs. Its slope is the same for small and large weights: λ
    times the sign.
    """
    return weight_decay * np.abs(weight)


@L1_GRADIENT.misconception
def half(weight, weight_decay):
    """You halved the gradient. The half belongs to L2; the L1 penalty is λ Σ|w|."""
    return weight_decay / 2 * np.sign(weight)


@L1_GRADIENT.misconception
def only_positive(weight, weight_decay):
    """Negative weights get no slope from you. |w| falls on their side, so it is -λ."""
    return weight_decay * np.where(weight > 0, 1.0, 0.0)
