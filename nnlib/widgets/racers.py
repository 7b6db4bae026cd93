"""Who walks in a race of optimizers: the library's own four, or a student's Adam."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from nnlib.optimizers import SGD, Adam, Momentum, Optimizer, RMSprop
from nnlib.validate import FloatArray
from nnlib.widgets.own_function import OwnFunctionError, as_numbers, call_own, name_of

# From a place and the gradient there to the next place; from a learning rate to such a step.
Step = Callable[[FloatArray, FloatArray], FloatArray]
Racer = Callable[[float], Step]
AdamStep = Callable[..., Any]
MOMENTS = "(params, m, v), each of shape (2,)"


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
    """Steps by a student's ``adam_step(params, gradient, m, v, t, learning_rate)``.

    It keeps the moments and counts the steps; what the student's function raises or returns of
    no use becomes an `OwnFunctionError`.
    """

    def __init__(self, function: AdamStep, learning_rate: float) -> None:
        self.function, self.learning_rate = function, learning_rate
        self.m: FloatArray = np.zeros(2)
        self.v: FloatArray = np.zeros(2)
        self.t = 0

    def __call__(self, w: FloatArray, gradient: FloatArray) -> FloatArray:
        """Return the next place, and remember the moments."""
        self.t += 1
        copies = (array.copy() for array in (w, gradient, self.m, self.v))
        result = call_own(self.function, *copies, self.t, self.learning_rate)
        if not isinstance(result, tuple | list) or len(result) != 3:
            raise OwnFunctionError(
                f"Your {name_of(self.function)} returned {type(result).__name__}; return {MOMENTS}."
            )
        place, self.m, self.v = (self._checked(part) for part in result)
        return place

    def _checked(self, part: Any) -> FloatArray:
        numbers = as_numbers(part, self.function)
        if numbers.shape != (2,):
            raise OwnFunctionError(
                f"Your {name_of(self.function)} returned shape {numbers.shape} among its results; "
                f"return {MOMENTS}."
            )
        return numbers


RACERS: Final[Mapping[str, Racer]] = MappingProxyType(
    {
        "SGD": library_racer(SGD),
        "Momentum": library_racer(Momentum),
        "RMSprop": library_racer(RMSprop),
        "Adam": library_racer(Adam),
    }
)


def racers_with(own: AdamStep | None) -> dict[str, Racer]:
    """Return all racers by name; a student's Adam takes the place of the library's."""
    racers = dict(RACERS)
    if own is not None:
        del racers["Adam"]
        racers["Adam (yours)"] = lambda learning_rate: OwnAdam(own, learning_rate)
    return racers
