"""What the exercises of lesson 04 share: layers, networks and samples worth trying."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Case, Function

Array = NDArray[Any]
Layer = tuple[Array, Array]
Arguments = tuple[Any, ...]


def reals(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of either sign, none near 0."""
    values: Array = rng.uniform(0.3, 2.0, shape) * rng.choice([-1.0, 1.0], shape)
    return values


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Draw whole numbers of either sign, none 0."""
    values: Array = rng.integers(1, 5, shape) * rng.choice([-1, 1], shape)
    return values


def hundreds(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers in the hundreds, of either sign."""
    return 300 * reals(rng, *shape)


def tens(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers around ±40, which layers multiply to thousands and millions."""
    return 40 * reals(rng, *shape)


def quarters(rng: np.random.Generator, *shape: int) -> Array:
    """Draw multiples of 1/4 in single precision, which adds and multiplies them exactly."""
    return (whole(rng, *shape) / 4).astype(np.float32)


def layer(rng: np.random.Generator, inputs: int, outputs: int, draw: Function = reals) -> Layer:
    """Draw the weights and biases of a layer; no two biases are alike, nor is their sum any."""
    while True:
        weight, bias = draw(rng, outputs, inputs), draw(rng, outputs)
        if len({float(one) for one in (*bias, bias.sum(), 0.0)}) == outputs + 1 + (outputs > 1):
            return weight, bias


def network(rng: np.random.Generator, sizes: Sequence[int], draw: Function = reals) -> list[Layer]:
    """Draw a pair of weights and biases for each layer."""
    return [layer(rng, inputs, outputs, draw) for inputs, outputs in pairwise(sizes)]


def shown(
    part: str, draw: Callable[[], Arguments], right: Function, beliefs: Sequence[Function]
) -> Case:
    """Draw a case until it shows each of the beliefs to be wrong.

    So a belief earns the same whatever the seed.
    """
    while True:
        arguments = draw()
        wanted = right(*arguments)
        if not any(gives(belief, arguments, wanted) for belief in beliefs):
            return Case(arguments, part)


def gives(belief: Function, arguments: Arguments, wanted: Any) -> bool:
    """Tell whether a belief happens to give what is wanted; raising is not giving."""
    try:
        answer = belief(*arguments)
    except (ValueError, IndexError, TypeError):  # its shapes do not fit
        return False
    return near(answer, wanted)


def near(answer: Any, wanted: Any) -> bool:
    """Tell whether two answers have the same shapes and near numbers."""
    if isinstance(wanted, tuple):
        return len(wanted) == len(answer) and all(map(near, answer, wanted))
    same = np.shape(answer) == np.shape(wanted)
    return same and bool(np.allclose(answer, wanted, rtol=1e-4, atol=1e-4))


def layer_case(
    rng: np.random.Generator,
    part: str,
    samples: int | None,
    sizes: tuple[int, int],
    activation: Function,
    right: Function,
    beliefs: Sequence[Function],
    draw: Function = reals,
) -> Case:
    """Draw inputs, a layer and its activation; `samples` is None for one sample."""
    shape = sizes[:1] if samples is None else (samples, sizes[0])

    def arguments() -> Arguments:
        return draw(rng, *shape), *layer(rng, *sizes, draw), activation

    return shown(part, arguments, right, beliefs)
