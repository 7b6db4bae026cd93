"""A network of two inputs, two hidden neurons and one output, small enough to show every number."""

from collections.abc import Sequence

import numpy as np

from nnlib.backprop import Trace, backprop
from nnlib.validate import FloatArray

WEIGHTS = (np.array([[0.4, 0.6], [0.1, 0.9]]), np.array([[0.7, -0.5]]))
BIASES = (np.array([0.2, 0.1]), np.array([0.1]))
LAYER_LABELS = ("input", "hidden", "output")
NEURONS = ((1, 0), (1, 1), (2, 0))  # (layer, index) in the order in which they are worked out


def trace_of(x1: float, x2: float, target: float = 0.0) -> Trace:
    """Return all numbers of a sample's way through the network and back."""
    return backprop([x1, x2], [target], WEIGHTS, BIASES)


def known(layers: Sequence[FloatArray], neurons: Sequence[tuple[int, int]]) -> list[FloatArray]:
    """Return the numbers of the layers after the inputs, with NaN for all but these neurons."""
    shown = [unknown(layer) for layer in layers]
    for layer, index in neurons:
        shown[layer - 1][index] = layers[layer - 1][index]
    return shown


def unknown(numbers: FloatArray) -> FloatArray:
    """Return NaN in the shape of the numbers: nothing is known yet."""
    return np.full_like(numbers, np.nan)
