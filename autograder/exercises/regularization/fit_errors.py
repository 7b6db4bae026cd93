"""Exercise: how wrong a fitted polynomial is about its own points, and about new ones."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise, Tolerance
from nnlib.by_hand import regularization


def fit_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make points around a bent curve, for training and for validation."""
    return [
        Case(
            (np.array([0.0, 1.0]), np.array([1.0, 3.0]), np.array([2.0, 4.0]), np.full(2, 5.0), 1),
            working="the line through both points is f(x) = 2x + 1: training 0; "
            "f(2) = 5, f(4) = 9, so validation (0² + 4²) / 2 = 8",
        ),
        Case(
            (
                np.arange(3.0),
                np.array([1.0, 2.0, 6.0]),
                np.array([5.0, 7.0]),
                np.array([3.0, 5]),
                0,
            ),
            working="the best level line is f(x) = (1 + 2 + 6) / 3 = 3: training "
            "((-2)² + (-1)² + 3²) / 3 = 4.667, validation (0² + 2²) / 2 = 2",
        ),
        Case((*points(rng, 8), *points(rng, 5, 0.7), 1), "a straight line"),
        Case((*points(rng, 5), *points(rng, 7, 0.7), 1), "a straight line"),
        Case((*points(rng, 6), *points(rng, 4, 0.7), 0), "a level line"),
        Case((*points(rng, 4), *points(rng, 6, 0.7), 0), "a level line"),
        Case((*points(rng, 9), *points(rng, 6, 0.7), 2), "a curve"),
        Case((*points(rng, 8), *points(rng, 9, 0.7), 3), "a curve"),
        Case((*points(rng, 3), *points(rng, 5, 0.7), 2), "through every point"),
        Case((*points(rng, 4), *points(rng, 6, 0.7), 3), "through every point"),
        Case((*whole_points(rng, 7), *whole_points(rng, 5, 2), 1), "integers"),
        Case((*whole_points(rng, 6), *whole_points(rng, 6, 2), 2), "integers"),
        Case((*single(points(rng, 7)), *single(points(rng, 5, 0.7)), 1), "float32"),
        Case((*single(points(rng, 8)), *single(points(rng, 6, 0.7)), 2), "float32"),
    ]


def points(rng: np.random.Generator, m: int, shift: float = 0.0) -> tuple[Array, Array]:
    """Draw points in no order, well apart along x, whose targets zigzag so that no fit is exact.

    The shift sets those for validation apart, so that a fit to them is another one.
    """
    order = rng.permutation(m)
    x = np.linspace(-1.2, 1.4, m) + rng.uniform(-0.1, 0.1, m)
    targets = 1.5 + shift + np.sin(2 * x) + 0.8 * (-1.0) ** np.arange(m) * rng.uniform(0.6, 1.4, m)
    return x[order], targets[order]


def whole_points(rng: np.random.Generator, m: int, shift: int = 0) -> tuple[Array, Array]:
    """Draw the like as integers."""
    order = rng.permutation(m)
    targets = 5 + shift + np.arange(m) // 2 + rng.integers(3, 6, m) * (-1) ** np.arange(m)
    return (np.arange(m) - m // 2)[order], targets[order]


def single(pair: tuple[Array, Array]) -> tuple[Array, Array]:
    """Return the like in single precision."""
    return pair[0].astype(np.float32), pair[1].astype(np.float32)


FIT_ERRORS = Exercise(
    id="regularization.fit_errors",
    points=2,
    covers=("R1",),
    reference=regularization.fit_errors,
    cases=fit_cases,
    # np.polyfit goes on in single precision where it is given some.
    tolerance=Tolerance(rtol=1e-4, atol=1e-5, float32_rtol=1e-3, float32_atol=1e-4),
    hints=(
        "Fit once, to the training points. Then ask the same polynomial about both sets of points.",
        "An error is the mean of the squared differences between what the polynomial says and the "
        "targets. You need it twice, with different points.",
        "`f = np.polyfit(x, targets, degree)` fits, and `np.polyval(f, x_validation)` asks. The "
        "training error comes first.",
    ),
)


@FIT_ERRORS.misconception
def validation_first(x, targets, x_validation, targets_validation, degree):
    """Both errors are right, in the wrong order: the training error comes first."""
    f = np.polyfit(x, targets, degree)
    training = np.mean((np.polyval(f, x) - targets) ** 2)
    return np.mean((np.polyval(f, x_validation) - targets_validation) ** 2), training


@FIT_ERRORS.misconception
def fitted_to_validation(x, targets, x_validation, targets_validation, degree):
    """You fitted a second polynomial to the validation points. They are there to judge the first
    one, which has never seen them.
    """
    f = np.polyfit(x, targets, degree)
    training = np.mean((np.polyval(f, x) - targets) ** 2)
    f = np.polyfit(x_validation, targets_validation, degree)
    return training, np.mean((np.polyval(f, x_validation) - targets_validation) ** 2)


@FIT_ERRORS.misconception
def fitted_to_all(x, targets, x_validation, targets_validation, degree):
    """You fitted to all points together. Points that were learnt from can no longer show whether it
    holds for new ones.
    """
    every_x = np.concatenate([x, x_validation])
    f = np.polyfit(every_x, np.concatenate([targets, targets_validation]), degree)
    training = np.mean((np.polyval(f, x) - targets) ** 2)
    return training, np.mean((np.polyval(f, x_validation) - targets_validation) ** 2)


@FIT_ERRORS.misconception
def sum_for_mean(x, targets, x_validation, targets_validation, degree):
    """You added the squared differences up. Divide by their number, or sets of different sizes
    cannot be compared.
    """
    f = np.polyfit(x, targets, degree)
    training = np.sum((np.polyval(f, x) - targets) ** 2)
    return training, np.sum((np.polyval(f, x_validation) - targets_validation) ** 2)


@FIT_ERRORS.misconception
def root_taken(x, targets, x_validation, targets_validation, degree):
    """You took the root at the end. The mean squared error stays a mean of squares."""
    f = np.polyfit(x, targets, degree)
    training = np.sqrt(np.mean((np.polyval(f, x) - targets) ** 2))
    return training, np.sqrt(np.mean((np.polyval(f, x_validation) - targets_validation) ** 2))


@FIT_ERRORS.misconception
def sizes_not_squared(x, targets, x_validation, targets_validation, degree):
    """You took the mean of the sizes of the differences. Square each difference instead."""
    f = np.polyfit(x, targets, degree)
    training = np.mean(np.abs(np.polyval(f, x) - targets))
    return training, np.mean(np.abs(np.polyval(f, x_validation) - targets_validation))


@FIT_ERRORS.misconception
def errors_cancel(x, targets, x_validation, targets_validation, degree):
    """You took the mean of the differences themselves, where plus and minus cancel. Square each one
    first.
    """
    f = np.polyfit(x, targets, degree)
    training = np.mean(np.polyval(f, x) - targets)
    return training, np.mean(np.polyval(f, x_validation) - targets_validation)


@FIT_ERRORS.misconception
def degree_one_too_high(x, targets, x_validation, targets_validation, degree):
    """Your polynomial is one degree too high. Degree 1 is a straight line, although it has two
    numbers to choose.
    """
    f = np.polyfit(x, targets, degree + 1)
    training = np.mean((np.polyval(f, x) - targets) ** 2)
    return training, np.mean((np.polyval(f, x_validation) - targets_validation) ** 2)


@FIT_ERRORS.misconception
def training_twice(x, targets, x_validation, targets_validation, degree):
    """You returned the training error twice. The second is about the validation points."""
    f = np.polyfit(x, targets, degree)
    training = np.mean((np.polyval(f, x) - targets) ** 2)
    return training, training
