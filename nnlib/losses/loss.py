"""What a loss is for training: its targets made ready once, then value and gradient together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from nnlib.validate import FloatArray

__all__ = ["Loss"]


@dataclass(frozen=True)
class Loss:
    """A loss in the two forms in which it is needed.

    Attributes
    ----------
    name : str
    function, gradient : callable
        For people: take outputs and targets of any kind, check them, and return the loss as a
        number, or its gradient with respect to the outputs.
    prepare : callable
        Takes the targets of a whole data set, the number of outputs and a dtype; returns them
        checked, of that dtype and in the shape (m, num_outputs).
    value_and_gradient : callable
        For the inner loop: takes arrays of shape (n, num_outputs) and checks nothing. The two
        share most of their work.
    """

    name: str
    function: Callable[[ArrayLike, ArrayLike], float]
    gradient: Callable[[ArrayLike, ArrayLike], FloatArray]
    prepare: Callable[[ArrayLike, int, DTypeLike], FloatArray]
    value_and_gradient: Callable[[FloatArray, FloatArray], tuple[np.floating[Any], FloatArray]]
