"""Gradient checks of whole parts: any loss, any layer, any network."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from nnlib.gradient_check.gradients import (
    Measure,
    check_gradient,
    complex_step,
    worst_relative_error,
)
from nnlib.layers import Dropout, Layer
from nnlib.losses import Loss
from nnlib.network import Network
from nnlib.training import PreparedSamples
from nnlib.validate import FloatArray, matrix

__all__ = ["check_layer", "check_loss", "check_network"]


def check_loss(
    loss: Loss, outputs: ArrayLike, targets: ArrayLike, measure: Measure = complex_step
) -> float:
    """Return the relative error of a loss's gradient.

    Parameters
    ----------
    loss : Loss
    outputs : array_like, shape (m, k)
    targets : array_like
        As the loss wants them.
    measure : callable
        `central_differences` or `complex_step`.

    Returns
    -------
    float

    Examples
    --------
    >>> from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
    >>> check_loss(CROSS_ENTROPY_FROM_LOGITS, [[1, 2, 3], [0, 0, 5]], [0, 2]) < 1e-10
    True
    """
    outputs = matrix(outputs, "outputs")
    ready = loss.prepare(targets, outputs.shape[1], outputs.dtype)
    gradient = loss.value_and_gradient(outputs, ready)[1]
    return check_gradient(
        lambda a: loss.value_and_gradient(a, ready)[0], gradient, outputs, measure
    )


def check_layer(layer: Layer, X: ArrayLike, measure: Measure = complex_step) -> dict[str, float]:
    """Return the relative errors of a layer's gradients, by parameter and for the input.

    The cost is C = Σ R ⊙ Y with weights R all different, so that no error can hide in a sum. The
    layer stays as it was: a copy of it, random state and all, is used for each measurement.

    Parameters
    ----------
    layer : Layer
    X : array_like, shape (m, in_features)
    measure : callable
        `central_differences` or `complex_step`.

    Returns
    -------
    dict
        The errors, under "input" and names like "0.Linear.weight".

    Examples
    --------
    >>> from nnlib.layers import Tanh
    >>> check_layer(Tanh(), [[1.0, -2.0]])["input"] < 1e-10
    True
    """
    X = matrix(X, "X").astype(np.float64)
    used, probe = _alone(layer, np.float64), _alone(layer, _dtype(measure))
    Y = _outputs(used, [layer], X)
    R = np.cos(np.arange(1.0, Y.size + 1)).reshape(Y.shape)
    by_input = used.layers[0].backward(R)

    def cost(x: FloatArray, params: FloatArray) -> Any:
        probe.params[:] = params
        return np.sum(R * _outputs(probe, [layer], x))

    errors = {"input": check_gradient(lambda x: cost(x, used.params), by_input, X, measure)}
    if used.num_parameters:
        measured = measure(lambda params: cost(X, params), used.params.copy())
        errors |= _by_name(used, measured)
    return errors


def check_network(
    network: Network,
    X: ArrayLike,
    targets: ArrayLike,
    loss: Loss,
    measure: Measure = complex_step,
) -> dict[str, float]:
    """Return the relative errors of a network's gradients, by parameter.

    The network stays as it was: copies are used, random state and all.

    Parameters
    ----------
    network : Network
        In training or evaluation mode, as you like.
    X : array_like, shape (m, in_features)
    targets : array_like
        As the loss wants them.
    loss : Loss
    measure : callable
        `central_differences` or `complex_step`.

    Returns
    -------
    dict
        The errors, under names like "0.Linear.weight".

    Examples
    --------
    >>> from nnlib.losses import MEAN_SQUARED_ERROR
    >>> from nnlib.network import multilayer_perceptron
    >>> network = multilayer_perceptron([2, 3, 1], rng=np.random.default_rng(0))
    >>> errors = check_network(network, [[1, 2], [3, 4]], [1, 0], MEAN_SQUARED_ERROR)
    >>> max(errors.values()) < 1e-10
    True
    """
    used, probe = network.copy(np.float64), network.copy(_dtype(measure))
    samples = PreparedSamples.of(X, targets, used, loss)

    def value_and_gradient(twin: Network) -> tuple[Any, FloatArray]:
        outputs = _outputs(twin, network.layers, samples.X)
        return loss.value_and_gradient(outputs, samples.targets)

    def cost(params: FloatArray) -> Any:
        probe.params[:] = params
        return value_and_gradient(probe)[0]

    used.backward(value_and_gradient(used)[1])
    return _by_name(used, measure(cost, used.params.copy()))


def _dtype(measure: Measure) -> DTypeLike:
    return np.complex128 if measure is complex_step else np.float64


def _alone(layer: Layer, dtype: DTypeLike) -> Network:
    """Return a network of a copy of one layer."""
    twin = deepcopy(layer)
    twin.in_network = False
    return Network([twin], dtype=dtype)


def _outputs(twin: Network, originals: Sequence[Layer], X: FloatArray) -> FloatArray:
    """Go forward, with the same neurons silent each time."""
    for layer, original in zip(twin.layers, originals, strict=True):
        if isinstance(layer, Dropout) and isinstance(original, Dropout):
            layer.rng = deepcopy(original.rng)
    return twin.forward(X)


def _by_name(network: Network, measured: FloatArray) -> dict[str, float]:
    """Compare the network's flat gradient with a measured one, parameter by parameter."""
    errors, start, scale = {}, 0, float(np.abs(measured).max())
    for layer_name, layer in network.named_layers():
        for name, gradient in layer.gradients().items():
            stop = start + gradient.size
            part = measured[start:stop].reshape(gradient.shape)
            errors[f"{layer_name}.{name}"] = worst_relative_error(gradient, part, scale)
            start = stop
    return errors
