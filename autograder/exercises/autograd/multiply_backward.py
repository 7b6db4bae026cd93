"""The way back through a product, number by number."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.autograd.samples import eighths, mixed, whole
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import autograd


def multiply_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases of one number, of vectors and of matrices."""

    def three(make, *shape):
        return tuple(make(rng, 3, *shape))

    edge = np.array([0.0, -1000.0, 0.5])
    return [
        Case((2.0, 3.0, 10.0), working="dx = 10·3 = 30 and dy = 10·2 = 20"),
        *(Case(tuple(mixed(rng, 3).tolist()), "single numbers") for _ in range(2)),
        *(Case(three(mixed, n), "vectors") for n in (4, 1)),
        *(Case(three(mixed, *shape), "matrices") for shape in ((2, 3), (1, 4), (3, 3))),
        Case((edge, mixed(rng, 3), mixed(rng, 3)), "0 and large values"),
        Case((mixed(rng, 3), edge[::-1].copy(), 50 * mixed(rng, 3)), "0 and large values"),
        *(Case(three(whole, *shape), "integers") for shape in ((3,), (2, 2))),
        *(Case(three(eighths, *shape), "float32") for shape in ((5,), (3, 2))),
    ]


MULTIPLY_BACKWARD = Exercise(
    id="autograd.multiply_backward",
    points=1,
    covers=("G1",),
    reference=autograd.multiply_backward,
    cases=multiply_cases,
    hints=(
        "Nudge x by 0.001: by how much does x · y grow? Then look at y in the same way.",
        "Each factor gets `grad` times the other factor.",
        "Return two arrays with a comma between them: first the one for x, then the one for y.",
    ),
)


@MULTIPLY_BACKWARD.misconception
def own_factor(x, y, grad):
    """Each factor got its own value. When x grows by a little, x·y grows y times as much: the slope
    for x is y, and that for y is x.
    """
    return grad * x, grad * y


@MULTIPLY_BACKWARD.misconception
def grad_forgotten(x, y, grad):
    """You returned the slopes of the product alone. By the chain rule each is multiplied with grad,
    which came from behind.
    """
    return y, x


@MULTIPLY_BACKWARD.misconception
def like_a_sum(x, y, grad):
    """You handed grad on unchanged. A sum does that; a product multiplies it with the other
    factor.
    """
    return grad, grad


@MULTIPLY_BACKWARD.misconception("times_the_product")
def whole_product(x, y, grad):
    """You multiplied grad with the whole product x·y. The slope for x is y alone."""
    return grad * x * y, grad * x * y


@MULTIPLY_BACKWARD.misconception("added_to_grad")
def added(x, y, grad):
    """You added grad and the other factor. The chain rule multiplies."""
    return grad + y, grad + x


@MULTIPLY_BACKWARD.misconception("only_one_factor")
def only_first(x, y, grad):
    """You returned the gradient of x alone. y was used as well and gets its own."""
    return grad * y


@MULTIPLY_BACKWARD.misconception("divided_by_factor")
def divided(x, y, grad):
    """You divided by the other factor. The way back multiplies with it, as the way there did."""
    return grad / np.where(y == 0, 1, y), grad / np.where(x == 0, 1, x)


@MULTIPLY_BACKWARD.misconception
def summed_up(x, y, grad):
    """You added everything up into one number. Each number of x keeps a gradient of its own."""
    return np.sum(grad * y), np.sum(grad * x)


@MULTIPLY_BACKWARD.misconception("both_factors_at_once")
def product_rule_total(x, y, grad):
    """You gave x + y to both, as if x and y were one variable. Each gets its own slope."""
    return grad * (x + y), grad * (x + y)
