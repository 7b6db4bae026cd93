"""Who walks in a race of optimizers: the library's own four, or a student's."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from nnlib.optimizers import SGD, Adam, Momentum, Optimizer, RMSprop
from nnlib.validate import FloatArray
from nnlib.widgets.own_function import own_array, own_arrays

# From a place and the gradient there to the next place; from a learning rate to such a step.
Step = Callable[[FloatArray, FloatArray], FloatArray]
Racer = Callable[[float], Step]
Function = Callable[..., Any]
MOMENTUM_SETTINGS = (0.9,)  # those of the library's optimizers
RMSPROP_SETTINGS = (0.9, 1e-8)
ADAM_SETTINGS = (0.9, 0.999, 1e-8)


def library_racer(optimizer: Callable[[float], Optimizer]) -> Racer:
    """Return a racer that walks by one of the library's optimizers."""

    def start(learning_rate: float) -> Step:
        walker = optimizer(learning_rate)

        def step(w: FloatArray, gradient: FloatArray) -> FloatArray:
            w = w.copy()
            walker.step(w, gradient)
            return w

        return step

    return start


class OwnAdam:
    """Steps by a student's ``adam_step(params, gradient, m, v, t, learning_rate, …)``.

    It keeps the moments and counts the steps; what the student's function raises or returns of
    no use becomes an `OwnFunctionError`.
    """

    def __init__(self, function: Function, learning_rate: float) -> None:
        self.function, self.learning_rate = function, learning_rate
        self.m: FloatArray = np.zeros(2)
        self.v: FloatArray = np.zeros(2)
        self.t = 0

    def __call__(self, w: FloatArray, gradient: FloatArray) -> FloatArray:
        """Return the next place, and remember the moments."""
        self.t += 1
        shapes = {"params": w.shape, "m": w.shape, "v": w.shape}
        place, self.m, self.v = own_arrays(
            self.function, shapes, w, gradient, self.m, self.v, self.t, self.learning_rate,
            *ADAM_SETTINGS,
        )  # fmt: skip
        return place


class OwnSteps:
    """Steps by a student's ``…_steps(params, gradients, learning_rate, …)``.

    Such a function goes from the start through all gradients so far, so it is called with one
    gradient more at each step.
    """

    def __init__(self, function: Function, *settings: float) -> None:
        self.function, self.settings = function, settings
        self.start: FloatArray = np.empty(0)
        self.gradients: list[FloatArray] = []

    def __call__(self, w: FloatArray, gradient: FloatArray) -> FloatArray:
        """Return the next place, and remember the gradient."""
        self.start = w if not self.gradients else self.start
        self.gradients.append(gradient)
        gradients = np.array(self.gradients)
        return own_array(self.function, w.shape, self.start, gradients, *self.settings)


RACERS: Final[Mapping[str, Racer]] = MappingProxyType(
    {
        "SGD": library_racer(SGD),
        "Momentum": library_racer(Momentum),
        "RMSprop": library_racer(RMSprop),
        "Adam": library_racer(Adam),
    }
)


def own_racer(steps: Function, *settings: float) -> Racer:
    """Return a racer that walks by a student's function of many steps."""
    return lambda learning_rate: OwnSteps(steps, learning_rate, *settings)


def own_adam_racer(adam_step: Function) -> Racer:
    """Return a racer that walks by a student's ``adam_step``."""
    return lambda learning_rate: OwnAdam(adam_step, learning_rate)


def racers_with(own: Mapping[str, Racer]) -> dict[str, Racer]:
    """Return all racers by name; a student's own takes the place of the library's."""
    return {
        f"{name} (yours)" if name in own else name: own.get(name, racer)
        for name, racer in RACERS.items()
    }
