"""Landscapes of two weights on which optimizers walk, each with its gradient."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np

from nnlib.plots.descent import Surface
from nnlib.validate import FloatArray

Point = tuple[float, float]


@dataclass(frozen=True)
class Landscape:
    """A loss of two weights: its gradient, where to start, and the part of it that is shown.

    ``height`` takes arrays w1 and w2; ``gradient`` takes a place, shape (2,), and returns one.
    """

    name: str
    height: Callable[[FloatArray, FloatArray], FloatArray]
    gradient: Callable[[FloatArray], FloatArray]
    start: Point
    minima: tuple[Point, ...]
    limits: Point = (-2.5, 2.5)

    @cached_property
    def surface(self) -> Surface:
        """What is drawn of it."""
        return Surface(self.height, self.limits, self.limits)

    def loss(self, path: FloatArray) -> FloatArray:
        """Return the heights of the places of a path, shape (n, 2)."""
        return self.height(path[:, 0], path[:, 1])


def walk(
    landscape: Landscape,
    step: Callable[[FloatArray, FloatArray], FloatArray],
    num_steps: int,
    *,
    farthest: float = 1e3,
) -> FloatArray:
    """Return the places of a walk, shape (steps + 1, 2): place = step(place, gradient).

    Beyond ``farthest`` a walker has diverged and stands still, before its numbers overflow.
    """
    places = [np.array(landscape.start)]
    for _ in range(num_steps):
        here = places[-1]
        lost = float(np.abs(here).max()) > farthest
        places.append(here if lost else step(here, landscape.gradient(here)))
    return np.array(places)


def _bowl(w1: FloatArray, w2: FloatArray) -> FloatArray:
    loss: FloatArray = 0.5 * (w1**2 + w2**2)
    return loss


def _bowl_gradient(w: FloatArray) -> FloatArray:
    return w.copy()


def _valley(w1: FloatArray, w2: FloatArray) -> FloatArray:
    loss: FloatArray = 0.5 * (0.1 * w1**2 + 4.0 * w2**2)
    return loss


def _valley_gradient(w: FloatArray) -> FloatArray:
    slopes: FloatArray = np.array([0.1, 4.0]) * w
    return slopes


def _saddle(w1: FloatArray, w2: FloatArray) -> FloatArray:
    loss: FloatArray = 0.5 * w1**2 - 0.5 * w2**2 + 0.08 * w2**4
    return loss


def _saddle_gradient(w: FloatArray) -> FloatArray:
    return np.array([w[0], -w[1] + 0.32 * w[1] ** 3])


def _two_minima(w1: FloatArray, w2: FloatArray) -> FloatArray:
    loss: FloatArray = 0.25 * (w1**2 - 2.0) ** 2 + 0.3 * w1 + 0.5 * w2**2
    return loss


def _two_minima_gradient(w: FloatArray) -> FloatArray:
    return np.array([w[0] * (w[0] ** 2 - 2.0) + 0.3, w[1]])


# The saddle's minima: -1 + 0.32 w2² = 0. The two minima: roots of w³ - 2w + 0.3.
BOWL = Landscape("bowl", _bowl, _bowl_gradient, (-2.0, 1.5), ((0.0, 0.0),))
VALLEY = Landscape("long valley", _valley, _valley_gradient, (-2.2, 1.2), ((0.0, 0.0),))
SADDLE = Landscape("saddle", _saddle, _saddle_gradient, (-2.0, 0.02), ((0.0, -1.768), (0.0, 1.768)))
TWO_MINIMA = Landscape(
    "two minima", _two_minima, _two_minima_gradient, (2.3, 1.6), ((-1.484, 0.0), (1.332, 0.0))
)

LANDSCAPES: Final[Mapping[str, Landscape]] = MappingProxyType(
    {landscape.name: landscape for landscape in (BOWL, VALLEY, SADDLE, TWO_MINIMA)}
)
