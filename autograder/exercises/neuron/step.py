"""The step function: 1 above the threshold, else 0."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.neuron.samples import elementwise_cases, whole
from nnlib import activations, layers


def step_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs below, at and above several thresholds."""
    low, high = -rng.uniform(1.0, 2.0), rng.uniform(1.0, 2.0)
    return [
        Case((np.array([-2.0, 0.0, 3.0]),), working="-2 > 0 no: 0;  0 > 0 no: 0;  3 > 0 yes: 1"),
        Case((0.5, 0.7), working="0.5 > 0.7 no: 0"),
        *elementwise_cases(rng),
        Case((rng.permutation([0.0, 2 * low, low / 2]), low), "another threshold"),
        Case((rng.permutation([0.0, 2 * high, high / 2]), high), "another threshold"),
        Case((whole(rng, 5), 1.5), "another threshold"),
        Case((rng.permutation([high, 2 * high, high / 2]), high), "at the threshold"),
        Case((rng.permutation([low, low, 2 * low, low / 2]), low), "at the threshold"),
        Case((whole(rng, 6), 1), "at the threshold"),
    ]


STEP = Exercise(
    id="neuron.step",
    points=1,
    covers=("N5",),
    reference=activations.step,
    equivalents=(layers.Step.forward,),
    cases=step_cases,
    hints=(
        "The question to each z is: is it above the threshold? Yes is 1, no is 0.",
        "`z > threshold` asks every number of an array at once; the answers are True and False.",
        "`np.where(question, 1.0, 0.0)` turns True into 1 and False into 0.",
    ),
)


@STEP.misconception
def one_at_threshold(z, threshold=0.0):
    """You give 1 where z equals the threshold. The step fires only above it: at z = θ it is 0."""
    return np.where(z >= threshold, 1.0, 0.0)


@STEP.misconception
def sign(z, threshold=0.0):
    """You return the sign: -1, 0 or 1. The step function knows two answers only, 0 and 1."""
    return np.sign(z - threshold)


@STEP.misconception
def minus_one_below(z, threshold=0.0):
    """You return -1 for a neuron that does not fire. Silence is 0 here."""
    return np.where(z > threshold, 1.0, -1.0)


@STEP.misconception
def reversed(z, threshold=0.0):
    """You have the two sides the wrong way round: above the threshold is 1, the rest is 0."""
    return np.where(z < threshold, 1.0, 0.0)


@STEP.misconception
def threshold_ignored(z, threshold=0.0):
    """You always compare with 0. Compare z with the threshold that was given."""
    return np.where(z > 0, 1.0, 0.0)


@STEP.misconception
def value_passed_on(z, threshold=0.0):
    """You let z itself through. The step function answers 1, however large z is."""
    return np.where(z > threshold, z, 0.0)


@STEP.misconception
def threshold_added(z, threshold=0.0):
    """You added the threshold to z. A higher threshold must make it harder to fire, not easier."""
    return np.where(z + threshold > 0, 1.0, 0.0)


@STEP.misconception
def half_at_threshold(z, threshold=0.0):
    """You give one half at the threshold. Here the step is 0 there."""
    return np.heaviside(z - threshold, 0.5)


@STEP.misconception
def one_number_only(z, threshold=0.0):
    """Your code works for one number and stops on an array. An `if` takes one decision; an array
    needs one for each of its numbers.
    """
    if z > threshold:
        return 1.0
    return 0.0


@STEP.misconception
def answers_swapped(z, threshold=0.0):
    """Your two answers are swapped: above the threshold is 1, at it and below it is 0."""
    return np.where(z > threshold, 0.0, 1.0)


@STEP.misconception
def one_answer_for_all(z, threshold=0.0):
    """You gave one answer for the whole array. Each number has its own answer."""
    return 1.0 if np.any(z > threshold) else 0.0


@STEP.misconception
def vector_only(z, threshold=0.0):
    """Your loop walks along a vector, but it stops at a single number and at a table of numbers.
    NumPy's own functions, like `np.where`, take all three.
    """
    return [1.0 if one > threshold else 0.0 for one in z]
