"""The largest number of each square of an image."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.exercises.capstone.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib.architectures import convolution


def pool_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make images of which the first square holds negative numbers alone."""

    def case(h: int, w: int, size: int, part: str, make: Callable[..., Array] = mixed) -> Case:
        image = make(rng, h, w)
        image[:size, :size] = -np.abs(image[:size, :size])
        return Case((image, size), part)

    example = np.array([[1.0, 2.0, 0.0, 5.0], [3.0, 4.0, 6.0, 0.0]])
    return [
        Case((example, 2), working="of 1, 2, 3, 4 the largest is 4; of 0, 5, 6, 0 it is 6"),
        case(4, 6, 2, "squares of 2"),
        case(4, 4, 2, "squares of 2"),
        case(6, 9, 3, "squares of 3"),
        case(6, 6, 3, "squares of 3"),
        case(5, 7, 2, "something left over"),
        case(7, 8, 3, "something left over"),
        Case((-np.abs(mixed(rng, 4, 4)), 2), "negative numbers"),
        Case((-1000 * np.abs(mixed(rng, 2, 6)), 2), "negative numbers"),
        case(4, 6, 2, "integers", whole),
        case(6, 6, 3, "integers", whole),
        case(6, 4, 2, "float32", eighths),
        case(5, 6, 2, "float32", eighths),
    ]


MAX_POOL = Exercise(
    id="capstone.max_pool",
    points=1,
    covers=("C2",),
    reference=convolution.max_pool,
    cases=pool_cases,
    hints=(
        "There are `image.shape[0] // size` squares below one another, and as many beside one "
        "another as the width allows.",
        "Square (i, j) begins at row i · size and column j · size and is size × size large.",
    ),
)


@MAX_POOL.misconception
def mean(image, size):
    """You took the mean of each square. That is average pooling; here the largest number is
    wanted.
    """
    rows, columns = image.shape[0] // size, image.shape[1] // size
    squares = image[: rows * size, : columns * size].reshape(rows, size, columns, size)
    return squares.mean(axis=(1, 3))


@MAX_POOL.misconception
def smallest(image, size):
    """You took the smallest number of each square. The largest is wanted."""
    return -convolution.max_pool(-image, size)


@MAX_POOL.misconception
def step_of_one(image, size):
    """Your squares overlap: you moved by one pixel. In pooling each square begins where the last
    one ended.
    """
    rows, columns = image.shape[0] - size + 1, image.shape[1] - size + 1
    return np.array(
        [[image[i : i + size, j : j + size].max() for j in range(columns)] for i in range(rows)]
    )


@MAX_POOL.misconception
def first_of_each(image, size):
    """You took the first number of each square. Look at all of them and keep the largest."""
    rows, columns = image.shape[0] // size, image.shape[1] // size
    return image[: rows * size : size, : columns * size : size]


@MAX_POOL.misconception
def sum(image, size):
    """You added up each square. The largest number is wanted."""
    rows, columns = image.shape[0] // size, image.shape[1] // size
    squares = image[: rows * size, : columns * size].reshape(rows, size, columns, size)
    return squares.sum(axis=(1, 3))


@MAX_POOL.misconception
def largest_in_size(image, size):
    """You took the number farthest from 0, without its sign. −3 is smaller than 1."""
    return convolution.max_pool(np.abs(image), size)


@MAX_POOL.misconception
def not_below_zero(image, size):
    """Your result is never below 0. In a square of negative numbers the largest is negative too."""
    return np.maximum(0, convolution.max_pool(image, size))


@MAX_POOL.misconception
def whole_image(image, size):
    """You took the largest number of the whole image. Each square has its own."""
    return image.max()
