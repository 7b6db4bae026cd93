"""The way back through a matrix product."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.exercises.autograd.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import autograd


def matmul_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases of many shapes; the square ones let wrong orders through that others stop."""

    def case(m: int, n: int, k: int, part: str, make: Callable[..., Array] = mixed) -> Case:
        return Case((make(rng, m, n), make(rng, n, k), make(rng, m, k)), part)

    return [
        Case(
            (np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]]), np.array([[10.0]])),
            working="dA = 10·[3, 4] = [30, 40]; dB = [1, 2] as a column, times 10: 10 and 20",
        ),
        case(3, 3, 3, "square"),
        case(2, 2, 2, "square"),
        case(4, 2, 3, "not square"),
        case(2, 5, 3, "not square"),
        case(1, 3, 2, "one sample"),
        case(1, 4, 4, "one sample"),
        case(5, 3, 1, "one unit"),
        case(4, 4, 1, "one unit"),
        case(3, 2, 2, "integers", whole),
        case(2, 2, 2, "integers", whole),
        case(4, 3, 2, "float32", eighths),
        case(3, 3, 3, "float32", eighths),
    ]


MATMUL_BACKWARD = Exercise(
    id="autograd.matmul_backward",
    points=2,
    covers=("G1",),
    reference=autograd.matmul_backward,
    cases=matmul_cases,
    hints=(
        "Write down the shapes. dA needs (m, n); you have grad with (m, k) and B with (n, k) "
        "after a turn.",
        "dA is made of grad and B turned over; dB of A turned over and grad.",
        "`.T` turns a matrix over; `@` joins two where the inner sizes agree: (m, k) @ (k, n).",
    ),
)


@MATMUL_BACKWARD.misconception
def not_transposed(A, B, grad):
    """No matrix was turned over. That fits square matrices by luck; on the way back rows and
    columns change places.
    """
    return grad @ B, A @ grad


@MATMUL_BACKWARD.misconception
def order_swapped(A, B, grad):
    """The two matrices stand in the wrong order in each product. Let the shapes lead you: (m, k)
    times (k, n) gives (m, n).
    """
    return B.T @ grad, grad @ A.T


@MATMUL_BACKWARD.misconception
def results_transposed(A, B, grad):
    """Both results are turned over. Each gradient has the shape of its own matrix."""
    return B @ grad.T, grad.T @ A


@MATMUL_BACKWARD.misconception
def results_swapped(A, B, grad):
    """Both results are right, but they have changed places: first the one for A."""
    return A.T @ grad, grad @ B.T


@MATMUL_BACKWARD.misconception
def grad_forgotten(A, B, grad):
    """You went back with ones. By the chain rule grad, which came from behind, takes part in both
    products.
    """
    ones = np.ones_like(grad)
    return ones @ B.T, A.T @ ones


@MATMUL_BACKWARD.misconception
def mean_over_samples(A, B, grad):
    """You divided dB by the number of samples. The mean, if there is one, was taken later, and is
    in grad already.
    """
    return grad @ B.T, A.T @ grad / len(A)


@MATMUL_BACKWARD.misconception
def elementwise(A, B, grad):
    """You multiplied number by number. A matrix product goes back by matrix products."""
    return grad * B, grad * A


@MATMUL_BACKWARD.misconception
def first_only(A, B, grad):
    """You returned the gradient of A alone. B was used as well and gets its own."""
    return grad @ B.T


@MATMUL_BACKWARD.misconception
def own_matrix(A, B, grad):
    """Each gradient was made with its own matrix. In a product the slope for one factor is the
    other one.
    """
    return grad @ A.T, B.T @ grad
