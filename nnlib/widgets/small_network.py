"""A network of two inputs, two hidden neurons and one output, small enough to show every number."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from nnlib.activations import sigmoid
from nnlib.backprop import Trace, backprop
from nnlib.by_hand.two_layers import cost_of_packed, packed
from nnlib.gradient_check import central_differences
from nnlib.validate import FloatArray
from nnlib.widgets.own_function import own_arrays

WEIGHTS = (np.array([[0.4, 0.6], [0.1, 0.9]]), np.array([[0.7, -0.5]]))
BIASES = (np.array([0.2, 0.1]), np.array([0.1]))
PARAMETERS = (WEIGHTS[0], BIASES[0], WEIGHTS[1], BIASES[1])
NAMES = ("W²", "b²", "W³", "b³")
NUDGE = 1e-5
LAYER_LABELS = ("input", "hidden", "output")
NEURONS = ((1, 0), (1, 1), (2, 0))  # (layer, index) in the order in which they are worked out


def trace_of(x1: float, x2: float, target: float = 0.0) -> Trace:
    """Return all numbers of a sample's way through the network and back."""
    return backprop([x1, x2], [target], WEIGHTS, BIASES)


def own_forward(
    layer_forward: Callable[..., Any], x1: float, x2: float
) -> tuple[list[FloatArray], list[FloatArray]]:
    """Return z and a of every layer by a student's ``layer_forward(a, weight, bias, activation)``.

    The inputs stand first among the a. Raises OwnFunctionError as soon as one layer fails.
    """
    z, a = list[FloatArray](), [np.array([x1, x2])]
    for weight, bias in zip(WEIGHTS, BIASES, strict=True):
        shapes = {"z": bias.shape, "a": bias.shape}
        net_input, output = own_arrays(layer_forward, shapes, a[-1], weight, bias, sigmoid)
        z.append(net_input)
        a.append(output)
    return z, a


def own_trace(backprop_sample: Callable[..., Any], x1: float, x2: float, target: float) -> Trace:
    """Return the way there, and back by a student's ``backprop_sample(x, target, parameters)``.

    It gives the gradients of W², b², W³, b³; by BP3 those of the biases are the errors δ.
    Raises OwnFunctionError where they cannot be used.
    """
    x, y = np.array([x1, x2]), np.array([target])
    parameters = tuple(part.copy() for part in PARAMETERS)  # it may change what it is given
    shapes = {f"∂C/∂{name}": part.shape for name, part in zip(NAMES, PARAMETERS, strict=True)}
    W2, b2, W3, b3 = own_arrays(backprop_sample, shapes, x, y, parameters)
    return replace(
        trace_of(x1, x2, target),
        errors=(b2, b3),
        weight_gradients=(W2, W3),
        bias_gradients=(b2, b3),
    )


def measured_gradients(x1: float, x2: float, target: float) -> list[FloatArray]:
    """Return the gradients of W², b², W³, b³, each number found by a nudge of its parameter."""
    cost = cost_of_packed([x1, x2], [target], PARAMETERS)
    flat = central_differences(cost, packed(PARAMETERS), NUDGE)
    ends = np.cumsum([part.size for part in PARAMETERS])[:-1]
    parts = np.split(flat, ends)
    return [part.reshape(like.shape) for part, like in zip(parts, PARAMETERS, strict=True)]


def known(layers: Sequence[FloatArray], neurons: Sequence[tuple[int, int]]) -> list[FloatArray]:
    """Return the numbers of the layers after the inputs, with NaN for all but these neurons."""
    shown = [unknown(layer) for layer in layers]
    for layer, index in neurons:
        shown[layer - 1][index] = layers[layer - 1][index]
    return shown


def unknown(numbers: FloatArray) -> FloatArray:
    """Return NaN in the shape of the numbers: nothing is known yet."""
    return np.full_like(numbers, np.nan)
