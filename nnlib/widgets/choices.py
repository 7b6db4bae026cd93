"""The activations that a menu offers, with the student's own at the top."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.activations import ACTIVATIONS, Activation
from nnlib.widgets.own_function import name_of

Function = Callable[[Any], Any]


def activation_choices(
    own: Function | None, own_derivative: Function | None = None
) -> dict[str, Activation]:
    """Return the activations by the words of the menu; the student's function comes first."""
    choices = {f"{name_of(own)} (yours)": own_activation(own, own_derivative)} if own else {}
    return choices | dict(ACTIVATIONS)


def own_activation(function: Function, derivative: Function | None) -> Activation:
    """Join a function and its derivative; without one, the slope is measured."""
    return Activation(name_of(function), function, derivative or measured_slope(function))


def measured_slope(function: Function, nudge: float = 1e-4) -> Function:
    """Return z -> (f(z + h) - f(z - h)) / 2h, the slope of f by central differences."""

    @wraps(function)  # so that a failure names the student's function
    def slope(z: ArrayLike) -> NDArray[np.float64]:
        z = np.asarray(z, dtype=np.float64)
        rise = np.asarray(function(z + nudge)) - np.asarray(function(z - nudge))
        return np.asarray(rise / (2 * nudge), dtype=np.float64)

    return slope


def checked_activation(activation: str | Function | None, default: str) -> str | Function:
    """Return a known name or a function, or raise ValueError for anything else."""
    chosen = default if activation is None else activation
    if callable(chosen) or chosen in ACTIVATIONS:
        return chosen
    raise ValueError(
        f"activation must be one of {', '.join(ACTIVATIONS)}, or a function of your own; "
        f"{chosen!r} came."
    )
