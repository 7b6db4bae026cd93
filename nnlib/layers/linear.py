"""The linear layer: every output is a weighted sum of all inputs, plus a bias."""

from typing import ClassVar

import numpy as np

from nnlib.layers.initializers import Initializer, xavier_uniform
from nnlib.layers.layer import Layer
from nnlib.validate import FloatArray, count

__all__ = ["Linear"]


class Linear(Layer):
    """Compute the net inputs of a layer of neurons: z^l = W^l a^(l-1) + b^l.

    With one sample a row, the batch's formula is Z = A_prev @ weight.T + bias.

    Parameters
    ----------
    in_features, out_features : int
        How many numbers come in, and how many neurons there are.
    rng : numpy.random.Generator
        Draws the first weights.
    initializer : callable
        One of `nnlib.layers.initializers`. The biases start at 0.

    Attributes
    ----------
    weight : ndarray, shape (out_features, in_features)
        Row j belongs to neuron j.
    bias : ndarray, shape (out_features,)
    weight_gradient, bias_gradient : ndarray
        Of the same shapes.

    Raises
    ------
    ValueError
        If a number of features is not at least 1.

    Examples
    --------
    >>> layer = Linear(3, 5, rng=np.random.default_rng(0))
    >>> layer.forward(np.ones((2, 3))).shape
    (2, 5)
    """

    parameter_names: ClassVar[tuple[str, ...]] = ("weight", "bias")

    def __init__(
        self,
        in_features: int,
        out_features: int,
        *,
        rng: np.random.Generator,
        initializer: Initializer = xavier_uniform,
    ) -> None:
        self.in_features = count(in_features, "in_features")
        self.out_features = count(out_features, "out_features")
        self.weight = initializer(out_features, in_features, rng=rng)
        self.bias = np.zeros_like(self.weight, shape=out_features)
        self.weight_gradient = np.zeros_like(self.weight)
        self.bias_gradient = np.zeros_like(self.bias)

    def forward(self, x: FloatArray) -> FloatArray:
        """Return Z = A_prev @ weight.T + bias."""
        self.input = x
        z: FloatArray = x.dot(self.weight.T)  # the same as @, which is slower on small matrices
        z += self.bias
        return z

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Store BP3 and BP4, and return the first factor of BP2: ∂C/∂A_prev = δ W.

        An input a_k reaches the cost through every z_j, and ∂z_j/∂a_k = w_jk. So by the chain rule
        ∂C/∂a_k = Σ_j δ_j w_jk, for one sample Wᵀδ. The activation before it multiplies its σ'.
        """
        self.parameter_gradients(gradient)
        by_input: FloatArray = gradient.dot(self.weight)
        return by_input

    def parameter_gradients(self, gradient: FloatArray) -> None:
        """Store BP3: ∂C/∂b = δ, and BP4: ∂C/∂W = δ (a^(l-1))ᵀ, summed over the batch.

        BP3: ∂z_j/∂b_j = 1, so ∂C/∂b_j = δ_j. BP4: ∂z_j/∂w_jk = a_k, so ∂C/∂w_jk = δ_j a_k.
        The 1/m of the mean is in δ already: every loss's gradient brings it along.
        """
        np.dot(gradient.T, self.input, out=self.weight_gradient)
        gradient.sum(axis=0, out=self.bias_gradient)

    def __repr__(self) -> str:
        return f"Linear({self.in_features}, {self.out_features})"
