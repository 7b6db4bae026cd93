"""The four equations of backpropagation, each a function of its own.

δ is ∂C/∂z. It belongs to one sample and holds no 1/m; that comes with the mean in the gradients.
All neurons are sigmoid neurons, and the cost is the quadratic one, C = (1/m) Σ_x ½ ‖y - a^L‖². A
sample is a vector; a batch has one sample a row.

Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, 1986; the
numbers are those of Nielsen, Neural networks and deep learning, 2015, chapter 2.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activations import sigmoid_derivative
from nnlib.validate import FloatArray, floats, matrix, shaped

__all__ = ["bias_gradient", "hidden_error", "output_error", "weight_gradient"]


def output_error(output: ArrayLike, target: ArrayLike, z: ArrayLike) -> FloatArray:
    """Return the error of the output layer, BP1: δ^L = ∇_a C ⊙ σ'(z^L) = (a^L - y) ⊙ σ'(z^L).

    z_j reaches the cost through a_j alone, so ∂C/∂z_j = ∂C/∂a_j · ∂a_j/∂z_j; and the derivative of
    ½ (y_j - a_j)² is a_j - y_j.

    Parameters
    ----------
    output, target, z : array_like, of one shape (k,) or (m, k)
        a^L, y and z^L.

    Returns
    -------
    ndarray, the same shape

    Examples
    --------
    >>> output_error([0.5], [1], [0])  # (0.5 - 1) · 1/4
    array([-0.125])
    """
    output = floats(output, "output")
    target, z = shaped(target, "target", output.shape), shaped(z, "z", output.shape)
    return (output - target) * sigmoid_derivative(z)


def hidden_error(next_weight: ArrayLike, next_error: ArrayLike, z: ArrayLike) -> FloatArray:
    """Return the error of a hidden layer, BP2: δ^l = ((W^(l+1))ᵀ δ^(l+1)) ⊙ σ'(z^l).

    z_k^l reaches the cost through every z_j of the next layer, and ∂z_j/∂z_k = w_jk σ'(z_k). So
    δ_k = Σ_j δ_j w_jk σ'(z_k): the errors come back along the weights that carried the signal.

    Parameters
    ----------
    next_weight : array_like, shape (k, n)
        W^(l+1).
    next_error : array_like, shape (k,) or (m, k)
        δ^(l+1).
    z : array_like, shape (n,) or (m, n)
        z^l.

    Returns
    -------
    ndarray, shape (n,) or (m, n)

    Examples
    --------
    >>> hidden_error([[2, -4]], [0.5], [0, 0])  # (1, -2) · 1/4
    array([ 0.25, -0.5 ])
    """
    W = matrix(next_weight, "next_weight")
    delta = floats(next_error, "next_error")
    delta = shaped(delta, "next_error", (*delta.shape[:-1], W.shape[0]))
    back = delta @ W
    return back * sigmoid_derivative(shaped(z, "z", back.shape))


def bias_gradient(error: ArrayLike) -> FloatArray:
    """Return the gradient of a layer's biases, BP3: ∂C/∂b^l = δ^l, a batch's mean.

    ∂z_j/∂b_j = 1, so that ∂C/∂b_j = ∂C/∂z_j.

    Parameters
    ----------
    error : array_like, shape (k,) or (m, k)
        δ^l.

    Returns
    -------
    ndarray, shape (k,)

    Examples
    --------
    >>> bias_gradient([[1, 2], [3, 6]])
    array([2., 4.])
    """
    mean: FloatArray = np.atleast_2d(floats(error, "error")).mean(axis=0)
    return mean


def weight_gradient(error: ArrayLike, previous_activation: ArrayLike) -> FloatArray:
    """Return the gradient of a layer's weights, BP4: ∂C/∂W^l = δ^l (a^(l-1))ᵀ, a batch's mean.

    ∂z_j/∂w_jk = a_k, so that ∂C/∂w_jk = δ_j a_k: a weight learns slowly when its input is near 0.

    Parameters
    ----------
    error : array_like, shape (k,) or (m, k)
        δ^l.
    previous_activation : array_like, shape (n,) or (m, n)
        a^(l-1).

    Returns
    -------
    ndarray, shape (k, n)

    Raises
    ------
    ValueError
        If the numbers of samples differ.

    Examples
    --------
    >>> weight_gradient([1, 2], [10, 20, 30])
    array([[10., 20., 30.],
           [20., 40., 60.]])
    """
    delta = np.atleast_2d(floats(error, "error"))
    a = np.atleast_2d(floats(previous_activation, "previous_activation"))
    if len(delta) != len(a):
        raise ValueError(
            f"error and previous_activation must be of as many samples; {len(delta)} and "
            f"{len(a)} came."
        )
    mean: FloatArray = delta.T @ a / len(delta)
    return mean
