"""What the exercises of lesson 04 share: layers, networks and samples worth trying."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from autograder.exercises import draws
from autograder.exercises.draws import Arguments, Array, reals, signed_whole, telling
from autograder.exercises.model import Case, Function

Layer = tuple[Array, Array]


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Draw whole numbers of either sign, none 0, none above 4."""
    return signed_whole(rng, 1, 4, shape)


def hundreds(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers in the hundreds, of either sign."""
    return 300 * reals(rng, *shape)


def tens(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers around ±40, which layers multiply to thousands and millions."""
    return 40 * reals(rng, *shape)


def quarters(rng: np.random.Generator, *shape: int) -> Array:
    """Draw multiples of 1/4 in single precision."""
    return draws.quarters(whole(rng, *shape))


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
    """Draw a case until it shows each of the beliefs to be wrong."""
    return Case(telling(draw, right, beliefs), part)


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
