"""The activations as layers: forward a = f(z), backward δ = ∂C/∂a ⊙ f'(z), BP2's second factor.

They compute what the functions of `nnlib.activations` do, on arrays that are known to be sound,
and take f'(z) from the output a where that is shorter.
"""

import numpy as np

from nnlib.layers.layer import Layer
from nnlib.validate import FloatArray, fraction

__all__ = ["Identity", "LeakyReLU", "ReLU", "Sigmoid", "Softmax", "Step", "Tanh"]


class Identity(Layer):
    """Pass everything on as it is: the output of a regression."""

    def forward(self, x: FloatArray) -> FloatArray:
        """Return z."""
        return x

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return δ = ∂C/∂a, because f'(z) = 1."""
        return gradient


class Step(Layer):
    """Say 1 for z > 0, else 0: the perceptron's activation, which no gradient can train."""

    def forward(self, x: FloatArray) -> FloatArray:
        """Return 1 where z > 0, else 0."""
        return (x > 0).astype(x.dtype)

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return zeros: the step is flat, so that nothing before it ever learns."""
        return np.zeros_like(gradient)


class Sigmoid(Layer):
    """Squash into (0, 1): a = 1 / (1 + e^-z)."""

    def forward(self, x: FloatArray) -> FloatArray:
        """Return σ(z) = ½ (1 + tanh(z/2)), which never overflows."""
        a: FloatArray = 0.5 * (1 + np.tanh(0.5 * x))
        self.output = a
        return a

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return δ = ∂C/∂a ⊙ σ'(z), with σ' = a (1 - a)."""
        delta: FloatArray = gradient * (self.output * (1 - self.output))
        return delta


class Tanh(Layer):
    """Squash into (-1, 1): a = tanh z."""

    def forward(self, x: FloatArray) -> FloatArray:
        """Return tanh z."""
        a: FloatArray = np.tanh(x)
        self.output = a
        return a

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return δ = ∂C/∂a ⊙ tanh'(z), with tanh' = 1 - a²."""
        delta: FloatArray = gradient * (1 - self.output * self.output)
        return delta


class ReLU(Layer):
    """Let positive numbers through and stop the rest: a = max(0, z)."""

    def forward(self, x: FloatArray) -> FloatArray:
        """Return max(0, z)."""
        a: FloatArray = np.maximum(x, 0)
        self.output = a
        return a

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return δ = ∂C/∂a where z > 0, else 0."""
        delta: FloatArray = gradient * (self.output > 0)
        return delta


class LeakyReLU(Layer):
    """Let a little of a negative number through: a = max(slope · z, z).

    Parameters
    ----------
    slope : float
        At least 0 and below 1.
    """

    def __init__(self, slope: float = 0.01) -> None:
        self.slope = fraction(slope, "slope")

    def forward(self, x: FloatArray) -> FloatArray:
        """Return max(slope · z, z)."""
        a: FloatArray = np.maximum(self.slope * x, x)
        self.output = a
        return a

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return δ = ∂C/∂a where z > 0, else slope · ∂C/∂a."""
        return np.where(self.output > 0, gradient, self.slope * gradient)

    def __repr__(self) -> str:
        return f"LeakyReLU({self.slope:g})"


class Softmax(Layer):
    """Turn the scores of each sample into probabilities: p_i = e^z_i / Σ_j e^z_j.

    To train, leave it out and take `cross_entropy_from_logits`: shorter, faster, never infinite.
    """

    def forward(self, x: FloatArray) -> FloatArray:
        """Return the probabilities, each row with its maximum subtracted first: the same p."""
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        a: FloatArray = powers / powers.sum(axis=1, keepdims=True)
        self.output = a
        return a

    def backward(self, gradient: FloatArray) -> FloatArray:
        """Return δ_j = Σ_i g_i p_i (δ_ij - p_j) = p_j (g_j - Σ_i g_i p_i), with g = ∂C/∂p."""
        mean_gradient = (gradient * self.output).sum(axis=1, keepdims=True)
        delta: FloatArray = self.output * (gradient - mean_gradient)
        return delta
