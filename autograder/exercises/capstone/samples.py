"""Numbers worth trying in lesson C, and digits that nobody has seen."""

import numpy as np
from numpy.typing import NDArray

from autograder.exercises import draws
from autograder.exercises.draws import Array
from nnlib.by_hand.digit_classifier import capstone_digits
from nnlib.data.digits import vary

NUM_COPIES = 6  # so many changed copies of each test image, which steadies the share that is right


def mixed(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of both signs between 0.2 and 2 in size, no two alike."""
    count = int(np.prod(shape))
    sizes = np.linspace(0.2, 1.9, count) + rng.uniform(0, 0.09, count)
    return rng.permutation(sizes * np.resize([1.0, -1.0], count)).reshape(shape)


def whole(rng: np.random.Generator, *shape: int) -> NDArray[np.int64]:
    """Draw whole numbers from -9 to 9, none of them 0, neighbours never alike."""
    count = int(np.prod(shape))
    numbers = np.resize([5, -3, 8, -7, 2, -9, 4, -1, 6, -2, 9, -5, 3, -8], count)
    turned: NDArray[np.int64] = np.roll(numbers * rng.choice([-1, 1]), rng.integers(count))
    return turned.reshape(shape)


def eighths(rng: np.random.Generator, *shape: int) -> NDArray[np.float32]:
    """Draw such numbers as multiples of 1/8 in single precision."""
    return draws.eighths(mixed(rng, *shape))


def unseen_digits(rng: np.random.Generator) -> tuple[Array, Array]:
    """Return changed copies of the test images in random order, and their digits."""
    test = capstone_digits().test
    order = rng.permutation(np.tile(np.arange(len(test)), NUM_COPIES))
    return vary(test.X[order], rng=rng), test.targets[order]


def one_of_each() -> tuple[Array, Array]:
    """Return the first training image of each digit, from 0 to 9."""
    train = capstone_digits().train
    first = [int(np.argmax(train.targets == digit)) for digit in range(10)]
    return train.X[first], train.targets[first]
