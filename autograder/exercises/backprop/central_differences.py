"""Exercise: measure a gradient by nudging one number at a time."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import gradient_proof, landscapes, tiny_network


def central_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make points on three landscapes; the larger nudges tell the ways to measure apart."""
    bowl, trough, saddle = landscapes.bowl, landscapes.trough, landscapes.saddle
    return [
        Case(
            (bowl, np.array([3.0, 1.0]), 0.5),
            working="f(3.5, 1) - f(2.5, 1) = 14.25 - 8.25 = 6, divided by 2·0.5 gives 6; "
            "f(3, 1.5) - f(3, 0.5) = 13.5 - 9.5 = 4, divided by 1 gives 4",
        ),
        Case((saddle, 2 * reals(rng, 2), 0.2), "two numbers"),
        Case((bowl, 2 * reals(rng, 2), 0.3), "two numbers"),
        Case((trough, 2 * reals(rng, 2), 0.1), "two numbers"),
        Case((saddle, 2 * reals(rng, 3), 0.1), "more numbers"),
        Case((trough, 2 * reals(rng, 5), 0.2), "more numbers"),
        Case((saddle, 2 * reals(rng, 1), 0.3), "one number"),
        Case((trough, 2 * reals(rng, 1), 0.2), "one number"),
        Case((trough, np.array([0.0, rng.uniform(0.5, 1.5)]), 0.1), "a slope of 0"),
        Case((bowl, np.array([rng.uniform(-1.5, -0.5), 0.0, 0.7]), 0.2), "a slope of 0"),
        Case((saddle, 2 * reals(rng, 3), 0.001), "a small nudge"),
        Case((bowl, 2 * reals(rng, 4), 0.0001), "a small nudge"),
        Case((bowl, 1000 * reals(rng, 3), 2.0), "large values"),
        Case((trough, 900 * reals(rng, 2), 3.0), "large values"),
        Case((saddle, whole(rng, 3), 0.25), "integers"),
        Case((trough, whole(rng, 2), 0.5), "integers"),
        Case((bowl, quarters(rng, 3), 0.5), "float32"),
        Case((trough, quarters(rng, 2), 0.25), "float32"),
    ]


CENTRAL_DIFFERENCES = Exercise(
    id="backprop.central_differences",
    points=2,
    covers=("B1", "B11"),
    reference=gradient_proof.central_differences,
    equivalents=(tiny_network.slopes_by_nudging,),
    cases=central_cases,
    hints=(
        "Each number of the point gets a slope of its own. Go through the places one by one; only "
        "the number at this place is nudged, the others stay.",
        "Make two copies of the point, `up` and `down`, with `point.astype(float)`: an array of "
        "whole numbers cannot hold a nudge of 0.1. Change one place in each.",
        "The slope is (f(up) - f(down)) / (2 · nudge). Collect the slopes in a list or an array.",
    ),
)


@CENTRAL_DIFFERENCES.misconception
def only_nudged_up(f, point, nudge):
    """You compared the nudge up with the point itself. Nudge down as well: the mistakes of the two
    sides nearly cancel.
    """
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([(f(point + one) - f(point)) / nudge for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def only_nudged_down(f, point, nudge):
    """You compared the point itself with the nudge down. Nudge up as well: the mistakes of the two
    sides nearly cancel.
    """
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([(f(point) - f(point - one)) / nudge for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def divided_by_one_nudge(f, point, nudge):
    """Your slopes are twice too large. From down to up it is two nudges."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([(f(point + one) - f(point - one)) / nudge for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def not_divided(f, point, nudge):
    """You returned how much f changed. A slope is that, divided by how far you moved."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([f(point + one) - f(point - one) for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def divided_by_two_only(f, point, nudge):
    """You divided by 2. The way from down to up is two nudges long: divide by 2 · nudge."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([(f(point + one) - f(point - one)) / 2 for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def divided_then_multiplied(f, point, nudge):
    """You divided by 2 and then multiplied by the nudge. `/ 2 * nudge` needs brackets."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([(f(point + one) - f(point - one)) / 2 * nudge for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def down_minus_up(f, point, nudge):
    """Your slopes have the wrong sign: up minus down."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return np.array([(f(point - one) - f(point + one)) / (2 * nudge) for one in nudges])


@CENTRAL_DIFFERENCES.misconception
def all_nudged_at_once(f, point, nudge):
    """You nudged all numbers at once. A partial derivative moves one number and holds the rest."""
    slope = (f(point + nudge) - f(point - nudge)) / (2 * nudge)
    return np.full(len(point), slope)


@CENTRAL_DIFFERENCES.misconception
def not_set_back(f, point, nudge):
    """A number that you have nudged is not set back before the next one's turn, so f is measured at
    another point.
    """
    nudged = point.astype(float)
    slopes = np.zeros(len(point))
    for i in range(len(point)):
        nudged[i] += nudge
        up = f(nudged)
        nudged[i] -= 2 * nudge
        slopes[i] = (up - f(nudged)) / (2 * nudge)
    return slopes


@CENTRAL_DIFFERENCES.misconception
def changed_in_place(f, point, nudge):
    """You nudged the array that you were given and did not set it back. Work on a copy."""
    slopes = np.zeros(len(point))
    for i in range(len(point)):
        point[i] += nudge
        up = f(point)
        point[i] -= 2 * nudge
        slopes[i] = (up - f(point)) / (2 * nudge)
    return slopes


@CENTRAL_DIFFERENCES.misconception
def whole_numbers_cannot_be_nudged(f, point, nudge):
    """For an array of whole numbers the nudge gets lost: such an array cannot hold fractions. Copy
    it as floats.
    """
    slopes = np.zeros(len(point))
    for i in range(len(point)):
        up, down = point.copy(), point.copy()
        up[i] += nudge
        down[i] -= nudge
        slopes[i] = (f(up) - f(down)) / (2 * nudge)
    return slopes


@CENTRAL_DIFFERENCES.misconception
def first_number_only(f, point, nudge):
    """You measured the slope of the first number only. Look at how far the last line is indented:
    each number has its slope.
    """
    point = point.astype(float)
    one = np.zeros(len(point))
    one[0] = nudge
    return np.array([(f(point + one) - f(point - one)) / (2 * nudge)])


@CENTRAL_DIFFERENCES.misconception
def slopes_added_up(f, point, nudge):
    """You added the slopes up. The gradient keeps them apart, one for each number."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    return sum((f(point + one) - f(point - one)) / (2 * nudge) for one in nudges)
