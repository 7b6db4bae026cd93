"""The vanishing gradient, on a chain of sigmoid neurons with one neuron a layer.

Nielsen, Neural Networks and Deep Learning, chapter 5, 2015.
"""

from numpy.typing import ArrayLike

from nnlib.activations import sigmoid, sigmoid_derivative
from nnlib.validate import number, vector

__all__ = ["chain_gradient"]


def chain_gradient(weights: ArrayLike, x: float) -> float:
    """Return how the last activation changes with the input: the product of all w σ'(z).

    z = w a, a = σ(z) for one weight after the other, and ∂a_L/∂x = w_L σ'(z_L) … w_1 σ'(z_1)

    Parameters
    ----------
    weights : array_like, shape (num_layers,)
        One weight a layer; there are no biases.
    x : float
        The input.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If `weights` is no vector, or `x` no number.

    Examples
    --------
    >>> round(chain_gradient([2, 3], 0.0), 4)  # z = 0, a = 0.5, z = 1.5: 2 · 0.25 · 3 · σ'(1.5)
    0.2237
    """
    a, product = number(x, "x"), 1.0
    for weight in vector(weights, "weights"):
        z = float(weight) * a
        a = float(sigmoid(z))
        product *= float(weight) * float(sigmoid_derivative(z))
    return product
