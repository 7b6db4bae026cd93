"""The multilayer perceptron: linear layers with an activation between each two."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import DTypeLike

from nnlib.layers import Layer, LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from nnlib.layers.initializers import Initializer, he_uniform, xavier_uniform
from nnlib.network.network import Network

__all__ = ["ACTIVATION_LAYERS", "multilayer_perceptron"]

ACTIVATION_LAYERS: Final[Mapping[str, type[Layer]]] = MappingProxyType(
    {"relu": ReLU, "leaky_relu": LeakyReLU, "sigmoid": Sigmoid, "tanh": Tanh}
)


def multilayer_perceptron(
    sizes: Sequence[int],
    *,
    rng: np.random.Generator,
    activation: str = "relu",
    initializer: Initializer | None = None,
    dtype: DTypeLike = np.float64,
) -> Network:
    """Build linear layers of the given sizes, with an activation between each two.

    Parameters
    ----------
    sizes : sequence of int
        Numbers of inputs, of each hidden layer's neurons and of outputs, as (64, 32, 10).
    rng : numpy.random.Generator
        Draws the first weights.
    activation : str
        One of "relu", "leaky_relu", "sigmoid" and "tanh"; none follows the last layer, whose
        outputs are logits.
    initializer : callable, optional
        Without it He's for ReLU, else Glorot's.
    dtype : dtype

    Returns
    -------
    Network

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or the activation is unknown.

    Examples
    --------
    >>> multilayer_perceptron([2, 4, 1], rng=np.random.default_rng(0))
    Network([Linear(2, 4), ReLU(), Linear(4, 1)])
    """
    if len(sizes) < 2:
        raise ValueError(f"sizes must name at least inputs and outputs; {list(sizes)} came.")
    if activation not in ACTIVATION_LAYERS:
        known = ", ".join(ACTIVATION_LAYERS)
        raise ValueError(f"activation must be one of {known}; {activation!r} came.")
    if initializer is None:
        initializer = he_uniform if activation.endswith("relu") else xavier_uniform
    layers: list[Layer] = []
    for inputs, outputs in pairwise(sizes):
        layers += [
            Linear(inputs, outputs, rng=rng, initializer=initializer),
            ACTIVATION_LAYERS[activation](),
        ]
    return Network(layers[:-1], dtype=dtype)
