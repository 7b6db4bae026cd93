"""Regularizers: a penalty on large weights, so that a network says what it has learnt simply.

Biases are left out: they shift a neuron, but do not make it wild. The penalty is added to the loss
and its gradient to the loss's gradient.
"""

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import ArrayLike

from nnlib.network import Network
from nnlib.validate import FloatArray, floats, not_negative

__all__ = ["L1", "L2", "Regularizer", "l1_gradient", "l1_penalty", "l2_gradient", "l2_penalty"]


def l2_penalty(weight: ArrayLike, weight_decay: float) -> float:
    """Return the L2 penalty: (λ/2) Σ w².

    Krogh and Hertz, A simple weight decay can improve generalization, 1991.

    Parameters
    ----------
    weight : array_like, any shape
        Weights without the biases.
    weight_decay : float
        The strength λ, at least 0.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If `weight_decay` is below 0.

    Examples
    --------
    >>> l2_penalty([[3, -4]], 0.1)  # 0.05 · 25
    1.25
    """
    return _l2(floats(weight, "weight"), not_negative(weight_decay, "weight_decay"))


def l2_gradient(weight: ArrayLike, weight_decay: float) -> FloatArray:
    """Return the gradient of the L2 penalty: λ w, which shrinks each weight in proportion.

    Examples
    --------
    >>> l2_gradient([[3, -4]], 0.5)
    array([[ 1.5, -2. ]])
    """
    return not_negative(weight_decay, "weight_decay") * floats(weight, "weight")


def l1_penalty(weight: ArrayLike, weight_decay: float) -> float:
    """Return the L1 penalty: λ Σ |w|.

    Tibshirani, Regression shrinkage and selection via the lasso, 1996.

    Parameters
    ----------
    weight : array_like, any shape
        Weights without the biases.
    weight_decay : float
        The strength λ, at least 0.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If `weight_decay` is below 0.

    Examples
    --------
    >>> l1_penalty([[3, -4]], 0.5)
    3.5
    """
    return _l1(floats(weight, "weight"), not_negative(weight_decay, "weight_decay"))


def l1_gradient(weight: ArrayLike, weight_decay: float) -> FloatArray:
    """Return the gradient of the L1 penalty: λ sign(w), which pulls small weights to 0.

    Examples
    --------
    >>> l1_gradient([[3, -4, 0]], 0.5)
    array([[ 0.5, -0.5,  0. ]])
    """
    return not_negative(weight_decay, "weight_decay") * np.sign(floats(weight, "weight"))


class Regularizer(ABC):
    """A penalty on all weights of a network.

    Parameters
    ----------
    weight_decay : float
        The strength λ, at least 0.
    """

    def __init__(self, weight_decay: float) -> None:
        self.weight_decay = not_negative(weight_decay, "weight_decay")

    @abstractmethod
    def penalty(self, network: Network) -> float:
        """Return the penalty on the network's weights."""

    @abstractmethod
    def add_gradient(self, network: Network) -> None:
        """Add the penalty's gradient to the network's gradients, in place."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.weight_decay:g})"


class L2(Regularizer):
    """Weight decay: (λ/2) Σ w² over all weights of the network."""

    def penalty(self, network: Network) -> float:
        """Return (λ/2) Σ w²."""
        return sum(_l2(layer.weight, self.weight_decay) for layer in network.linear_layers())

    def add_gradient(self, network: Network) -> None:
        """Add λ w."""
        for layer in network.linear_layers():
            layer.weight_gradient += self.weight_decay * layer.weight


class L1(Regularizer):
    """The lasso's penalty: λ Σ |w| over all weights of the network; makes many of them almost 0."""

    def penalty(self, network: Network) -> float:
        """Return λ Σ |w|."""
        return sum(_l1(layer.weight, self.weight_decay) for layer in network.linear_layers())

    def add_gradient(self, network: Network) -> None:
        """Add λ sign(w)."""
        for layer in network.linear_layers():
            layer.weight_gradient += self.weight_decay * np.sign(layer.weight)


def _l2(weight: FloatArray, weight_decay: float) -> float:
    return weight_decay / 2 * float(np.sum(weight * weight))


def _l1(weight: FloatArray, weight_decay: float) -> float:
    return weight_decay * float(np.sum(np.abs(weight)))
