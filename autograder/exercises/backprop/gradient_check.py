"""Exercise: accept a right gradient and reject a wrong one."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise, Function
from nnlib.by_hand import gradient_proof, landscapes

STRICT, LOOSE = 1e-6, 0.01


def check_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make, in each part, gradients to accept and gradients to reject, wrong in many ways."""
    bowl, trough, saddle = landscapes.bowl, landscapes.trough, landscapes.saddle

    def judged(part, f, point, wrong, nudge=1e-3, tolerance=STRICT):
        """Make a case that is right if `wrong` is None; else it changes the gradient."""
        slopes = GRADIENTS[f](point)
        gradient = slopes if wrong is None else wrong(slopes)
        return Case((f, gradient, point, nudge, tolerance), part)

    def rising(n):
        """Draw numbers of which each is larger than the last, so that their order matters."""
        return np.arange(1, n + 1) + rng.uniform(0.1, 0.4, n)

    return [
        Case(
            (bowl, np.array([6.0, 4.0]), np.array([3.0, 1.0]), 0.1, STRICT),
            working="f(3.1, 1) - f(2.9, 1) = 11.61 - 10.41 = 1.2, divided by 0.2: 6; "
            "f(3, 1.1) - f(3, 0.9) = 11.42 - 10.62 = 0.8, divided by 0.2: 4; the same, so True",
        ),
        judged("wrong by a thousandth", saddle, rising(3), None),
        judged("wrong by a thousandth", saddle, rising(3), thousandth),
        judged("wrong by a thousandth", bowl, rising(2), thousandth),
        judged("wrong by a thousandth", bowl, rising(2), None),
        judged("one number wrong", bowl, rising(4), None),
        judged("one number wrong", bowl, rising(4), last_doubled),
        judged("one number wrong", trough, rising(3), last_sign_turned),
        judged("order and sign", bowl, rising(3), None),
        judged("order and sign", bowl, rising(3), turned_round),
        judged("order and sign", trough, rising(2), all_signs_turned),
        judged("the constant 0", bowl, 2 * reals(rng, 3), zero),
        judged("the constant 0", trough, 2 * reals(rng, 2), zero),
        judged("the constant 0", trough, 2 * reals(rng, 2), None, 1e-4),
        judged("a gradient of 0", bowl, np.zeros(3), None, 0.25),
        judged("a gradient of 0", bowl, np.zeros(2), one_more, 0.25),
        judged("small slopes", trough, 1e-3 * reals(rng, 3), None, 1e-7),
        judged("small slopes", trough, 1e-3 * reals(rng, 3), zero, 1e-7),
        judged("small slopes", trough, 1e-3 * reals(rng, 2), thousandth, 1e-7),
        judged("large slopes", trough, 300 * reals(rng, 2), None, 0.05),
        judged("large slopes", trough, 300 * reals(rng, 2), thousandth, 0.05),
        judged("another tolerance", bowl, rising(3), None, 1e-2, LOOSE),
        judged("another tolerance", bowl, rising(3), thousandth, 1e-2, LOOSE),
        judged("another tolerance", bowl, rising(2), fifth, 1e-2, LOOSE),
        judged("one number", saddle, rising(1), None),
        judged("one number", bowl, rising(1), thousandth),
        judged("integers", bowl, np.abs(whole(rng, 3)), None),
        judged("integers", bowl, np.abs(whole(rng, 3)), last_doubled),
        judged("float32", bowl, np.abs(quarters(rng, 3)), None, 0.25),
        judged("float32", bowl, np.abs(quarters(rng, 3)), last_doubled, 0.25),
    ]


GRADIENTS: dict[Function, Function] = {
    landscapes.bowl: landscapes.bowl_gradient,
    landscapes.trough: landscapes.trough_gradient,
    landscapes.saddle: landscapes.saddle_gradient,
}


def thousandth(gradient: Array) -> Array:
    """Make all slopes too large by a thousandth."""
    return 1.001 * gradient


def fifth(gradient: Array) -> Array:
    """Make all slopes too large by a fifth."""
    return 1.2 * gradient


def last_doubled(gradient: Array) -> Array:
    """Double the last slope."""
    return np.append(gradient[:-1], 2 * gradient[-1:])


def last_sign_turned(gradient: Array) -> Array:
    """Turn the sign of the last slope."""
    return np.append(gradient[:-1], -gradient[-1:])


def all_signs_turned(gradient: Array) -> Array:
    """Turn the sign of every slope."""
    return -gradient


def turned_round(gradient: Array) -> Array:
    """Put the slopes into the opposite order."""
    return gradient[::-1].copy()


def zero(gradient: Array) -> Array:
    """Return zeros."""
    return np.zeros_like(gradient)


def one_more(gradient: Array) -> Array:
    """Add 1 to each slope."""
    return gradient + 1


GRADIENT_CHECK = Exercise(
    id="backprop.gradient_check",
    points=2,
    covers=("B11",),
    reference=gradient_proof.gradient_check,
    cases=check_cases,
    hints=(
        "Measure the gradient, compare it with the one you were given, and say whether they are "
        "near enough.",
        "`gradient_proof.central_differences(f, point, nudge)` measures, and "
        "`gradient_proof.relative_error(gradient, measured)` compares.",
        "Return whether the relative error is smaller than the tolerance: True or False.",
    ),
)


@GRADIENT_CHECK.misconception
def only_nudged_up(f, gradient, point, nudge, tolerance):
    """You refuse right gradients: nudged up only, the measure is too coarse. Nudge up and down."""
    point = point.astype(float)
    nudges = nudge * np.eye(len(point))
    measured = np.array([(f(point + one) - f(point)) / nudge for one in nudges])
    return gradient_proof.relative_error(gradient, measured) < tolerance


@GRADIENT_CHECK.misconception
def absolute_error(f, gradient, point, nudge, tolerance):
    """You compared the plain difference with the tolerance. So you accept zeros where slopes are
    small, and refuse what is right where they are large: take the relative error.
    """
    measured = gradient_proof.central_differences(f, point, nudge)
    return np.linalg.norm(gradient - measured) < tolerance


@GRADIENT_CHECK.misconception
def allclose(f, gradient, point, nudge, tolerance):
    """`np.allclose` has a tolerance of its own, and takes all that is near 0 for equal. So the
    constant 0 passes where slopes are small.
    """
    measured = gradient_proof.central_differences(f, point, nudge)
    return np.allclose(gradient, measured)


@GRADIENT_CHECK.misconception
def verdict_turned(f, gradient, point, nudge, tolerance):
    """Your answers are turned round: a small error means that the gradient is right."""
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(gradient, measured) > tolerance


@GRADIENT_CHECK.misconception
def own_tolerance(f, gradient, point, nudge, tolerance):
    """You compare with a tolerance of your own. Use the one that you are given."""
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(gradient, measured) < 1e-6


@GRADIENT_CHECK.misconception
def error_returned(f, gradient, point, nudge, tolerance):
    """You returned the error. Asked is whether it is below the tolerance: True or False."""
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(gradient, measured)


@GRADIENT_CHECK.misconception
def lengths_compared(f, gradient, point, nudge, tolerance):
    """You compared how long the two gradients are. A gradient of the right length can point to the
    wrong side.
    """
    measured = gradient_proof.central_differences(f, point, nudge)
    one, other = np.linalg.norm(gradient), np.linalg.norm(measured)
    return bool(abs(one - other) <= tolerance * (one + other))


@GRADIENT_CHECK.misconception
def sums_compared(f, gradient, point, nudge, tolerance):
    """You compared sums. Mistakes of +1 and -1 cancel in a sum."""
    measured = gradient_proof.central_differences(f, point, nudge)
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    return bool(abs(np.sum(gradient - measured)) <= tolerance * size)


@GRADIENT_CHECK.misconception
def signs_dropped(f, gradient, point, nudge, tolerance):
    """You dropped the signs before you compared. A gradient with a wrong sign leads uphill."""
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(np.abs(gradient), np.abs(measured)) < tolerance


@GRADIENT_CHECK.misconception
def first_number_only(f, gradient, point, nudge, tolerance):
    """You compared the first number only. The mistake may sit in another one."""
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(gradient[:1], measured[:1]) < tolerance


@GRADIENT_CHECK.misconception
def zero_by_zero(f, gradient, point, nudge, tolerance):
    """Where both gradients are 0 you divide 0 by 0 and refuse them. They are equal."""
    measured = gradient_proof.central_differences(f, point, nudge)
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    return bool(np.linalg.norm(gradient - measured) / size < tolerance)
