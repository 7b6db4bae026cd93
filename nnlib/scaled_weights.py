"""First weights from given standard normal numbers: what initializers do after the draw."""

from math import sqrt

from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, matrix

__all__ = ["he_weights", "xavier_weights"]


def xavier_weights(n: ArrayLike) -> FloatArray:
    """Give standard normal numbers the deviation √(2 / (in + out)); for sigmoid and tanh.

    Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
    2010.

    Parameters
    ----------
    n : array_like, shape (out_features, in_features)
        Numbers with the mean 0 and the deviation 1.

    Returns
    -------
    ndarray, the same shape

    Raises
    ------
    ValueError
        If `n` is no matrix.

    Examples
    --------
    >>> xavier_weights([[1, -2, 0, 1, 4, -1]] * 2)[0]  # in 6, out 2: √(2/8) = 0.5
    array([ 0.5, -1. ,  0. ,  0.5,  2. , -0.5])
    """
    n = matrix(n, "n")
    out_features, in_features = n.shape
    return n * sqrt(2 / (in_features + out_features))


def he_weights(n: ArrayLike) -> FloatArray:
    """Give standard normal numbers the deviation √(2 / in); for ReLU.

    He, Zhang, Ren and Sun, Delving deep into rectifiers, 2015.

    Parameters
    ----------
    n : array_like, shape (out_features, in_features)
        Numbers with the mean 0 and the deviation 1.

    Returns
    -------
    ndarray, the same shape

    Raises
    ------
    ValueError
        If `n` is no matrix.

    Examples
    --------
    >>> he_weights([[1, -2, 0, 1, 4, -1, 0, 2]])  # in 8: √(2/8) = 0.5
    array([[ 0.5, -1. ,  0. ,  0.5,  2. , -0.5,  0. ,  1. ]])
    """
    n = matrix(n, "n")
    return n * sqrt(2 / n.shape[1])
