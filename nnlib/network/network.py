"""A network: layers in a row, with all their parameters in one vector."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from nnlib.layers import Layer, Linear
from nnlib.validate import FloatArray, matrix

__all__ = ["Network"]


class Network:
    """Layers in a row: the output of each is the input of the next.

    Parameters
    ----------
    layers : sequence of Layer
        From the first to the last. Each belongs to one network only.
    dtype : dtype
        numpy.float64, or numpy.float32: half the memory, faster, with 7 digits.

    Attributes
    ----------
    params, gradients : ndarray, shape (num_parameters,)
        All parameters and all their gradients. The layers' arrays are views of these two, so an
        optimizer is one formula on two vectors; a change here is a change there.

    Raises
    ------
    ValueError
        If there is no layer, two layers do not fit together, or one belongs to a network already.

    Examples
    --------
    >>> from nnlib.layers import ReLU
    >>> rng = np.random.default_rng(0)
    >>> network = Network([Linear(2, 4, rng=rng), ReLU(), Linear(4, 1, rng=rng)])
    >>> network.num_parameters
    17
    >>> network.predict([[0, 1], [1, 0], [1, 1]]).shape
    (3, 1)
    """

    def __init__(self, layers: Sequence[Layer], *, dtype: DTypeLike = np.float64) -> None:
        self.layers = tuple(layers)
        _check_fit(self.layers)
        self.dtype = np.dtype(dtype)
        self.in_features = next(filter(None, (layer.in_features for layer in self.layers)), None)
        self.out_features = next(
            filter(None, (layer.out_features for layer in reversed(self.layers))), None
        )
        self._gather()

    def _gather(self) -> None:
        """Move every layer's parameters into one vector, and their gradients into another."""
        self.params: FloatArray = np.empty(self._count(), self.dtype)
        self.gradients: FloatArray = np.zeros_like(self.params)
        start = 0
        for layer in self.layers:
            layer.in_network = True
            for name, value in layer.statistics().items():
                setattr(layer, name, value.astype(self.dtype))
            for name, value in layer.parameters().items():
                part = slice(start, start + value.size)
                self.params[part] = value.ravel()
                setattr(layer, name, self.params[part].reshape(value.shape))
                setattr(layer, f"{name}_gradient", self.gradients[part].reshape(value.shape))
                start = part.stop

    def _count(self) -> int:
        return sum(value.size for layer in self.layers for value in layer.parameters().values())

    @property
    def num_parameters(self) -> int:
        """How many numbers the network learns: weights, biases, and those of batch norm."""
        return self.params.size

    def forward(self, X: FloatArray) -> FloatArray:
        """Return the last layer's output for a batch of shape (n, in_features)."""
        for layer in self.layers:
            X = layer.forward(X)
        return X

    def backward(self, gradient: FloatArray) -> None:
        """Store the gradient of every parameter, from ∂C/∂output of the last `forward`.

        Each layer hands to the one before it what its input did to the cost; the first layer has
        nobody before it. The gradients are stored anew by each call, not added up.
        """
        for layer in reversed(self.layers[1:]):
            gradient = layer.backward(gradient)
        self.layers[0].parameter_gradients(gradient)

    def train(self) -> None:
        """Switch to training: dropout drops, batch norm goes by the batch."""
        for layer in self.layers:
            layer.training = True

    def eval(self) -> None:
        """Switch to evaluation: dropout is off, batch norm goes by its running statistics."""
        for layer in self.layers:
            layer.training = False

    def predict(self, X: ArrayLike) -> FloatArray:
        """Return the outputs in evaluation mode, and leave the mode as it was.

        Parameters
        ----------
        X : array_like, shape (m, in_features)

        Returns
        -------
        ndarray, shape (m, out_features)

        Raises
        ------
        ValueError
            If `X` has another number of columns, is empty, or holds NaN.
        """
        X = matrix(X, "X", columns=self.in_features).astype(self.dtype, copy=False)
        modes = [layer.training for layer in self.layers]
        self.eval()
        try:
            return self.forward(X)
        finally:
            for layer, mode in zip(self.layers, modes, strict=True):
                layer.training = mode

    def named_layers(self) -> Iterator[tuple[str, Layer]]:
        """Yield each layer with its name, as "0.Linear"."""
        for index, layer in enumerate(self.layers):
            yield f"{index}.{type(layer).__name__}", layer

    def linear_layers(self) -> list[Linear]:
        """Return the layers that have weights, in order."""
        return [layer for layer in self.layers if isinstance(layer, Linear)]

    def copy(self, dtype: DTypeLike | None = None) -> "Network":
        """Return a network of its own with the same numbers, in another dtype if you like."""
        layers = deepcopy(self.layers)
        for layer in layers:
            layer.in_network = False
        return Network(layers, dtype=self.dtype if dtype is None else dtype)

    def __repr__(self) -> str:
        return f"Network([{', '.join(map(repr, self.layers))}])"


def _check_fit(layers: tuple[Layer, ...]) -> None:
    if not layers:
        raise ValueError("layers is empty; give at least one layer.")
    width = None
    for index, layer in enumerate(layers):
        if layer.in_network or layer in layers[:index]:
            raise ValueError(f"layers[{index}], {layer}, already has its place; make a new one.")
        if None not in (width, layer.in_features) and width != layer.in_features:
            raise ValueError(
                f"layers[{index}], {layer}, wants {layer.in_features} inputs, but the layer before "
                f"gives {width}."
            )
        width = layer.out_features or width
