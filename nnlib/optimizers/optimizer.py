"""What every optimizer is: a rule that moves all parameters at once, against their gradient."""

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, floats, positive, shaped

__all__ = ["Optimizer", "same_shapes"]


class Optimizer(ABC):
    """A rule for the step from one vector of parameters to the next.

    A network keeps all its parameters in one vector, so a rule is one formula on two vectors. It
    is worked out in place, because at 400,000 parameters new arrays take longer than the sums;
    each rule's pure function, beside it, says the same without that.

    Attributes
    ----------
    learning_rate : float
        The size of the step; may be changed between steps.
    """

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = positive(learning_rate, "learning_rate")

    @abstractmethod
    def step(self, params: FloatArray, gradient: FloatArray) -> None:
        """Move the parameters, in place.

        Parameters
        ----------
        params, gradient : ndarray, shape (num_parameters,)
        """

    @abstractmethod
    def reset(self) -> None:
        """Forget all steps taken so far."""

    @staticmethod
    def _remembered(memory: FloatArray | None, params: FloatArray) -> FloatArray:
        """Return what is remembered about each parameter: zeros before the first step."""
        if memory is None:
            return np.zeros_like(params)
        if memory.shape != params.shape:
            raise ValueError(
                f"params must have the shape {memory.shape} of the steps before; {params.shape} "
                "came. An optimizer belongs to one network: make a new one, or call reset()."
            )
        return memory

    def __repr__(self) -> str:
        return f"{type(self).__name__}(learning_rate={self.learning_rate:g})"


def same_shapes(params: ArrayLike, **others: ArrayLike) -> list[FloatArray]:
    """Return the parameters and the others as floats; all must have one shape."""
    checked = floats(params, "params")
    return [
        checked,
        *(shaped(value, name, checked.shape, of="params") for name, value in others.items()),
    ]
