"""Against overfitting: measure it, and step down the loss and its penalty; and first weights."""

from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, matrix, not_negative, positive, shaped, vector


def fit_errors(
    x: ArrayLike,
    targets: ArrayLike,
    x_validation: ArrayLike,
    targets_validation: ArrayLike,
    degree: int,
) -> tuple[float, float]:
    """Fit a polynomial to the training points; return its mean squared error there and elsewhere.

    Error = (1/m) Σ (f(x) - t)², with the f of least error on the training points.

    Parameters
    ----------
    x, targets : array_like, shape (m,)
        The training points, more of them than `degree`.
    x_validation, targets_validation : array_like, shape (k,)
        Points that the fit never sees.
    degree : int
        At least 0.

    Returns
    -------
    training_error, validation_error : float

    Raises
    ------
    ValueError
        If there are too few training points, or the lengths differ.

    Examples
    --------
    >>> training, validation = fit_errors([0, 1, 2], [1, 3, 5], [4, 6], [9, 11], 1)  # 2x + 1
    >>> print(f"{training:.3f} {validation:.3f}")  # (0² + 2²) / 2
    0.000 2.000
    """
    x = vector(x, "x")
    targets = vector(targets, "targets", x.size)
    if not 0 <= degree < x.size:
        raise ValueError(
            f"degree must be at least 0 and below the number of training points, {x.size}; "
            f"{degree} came."
        )
    x_validation = vector(x_validation, "x_validation")
    targets_validation = vector(targets_validation, "targets_validation", x_validation.size)
    coefficients = np.polyfit(x.astype(np.float64), targets, degree)
    return _error(coefficients, x, targets), _error(coefficients, x_validation, targets_validation)


def l2_step(
    weight: ArrayLike,
    bias: ArrayLike,
    weight_gradient: ArrayLike,
    bias_gradient: ArrayLike,
    learning_rate: float,
    weight_decay: float,
) -> tuple[FloatArray, FloatArray]:
    """Return weights and biases after one step down the loss plus (λ/2) Σ w².

    w ← w - η (∂C/∂w + λ w),    b ← b - η ∂C/∂b

    The biases are not penalized: they shift a neuron, but do not make it wild.

    Parameters
    ----------
    weight, weight_gradient : array_like, shape (out_features, in_features)
        The gradient is that of the loss, without the penalty.
    bias, bias_gradient : array_like, shape (out_features,)
    learning_rate : float
        η, above 0.
    weight_decay : float
        λ, at least 0.

    Returns
    -------
    weight : ndarray, shape (out_features, in_features)
    bias : ndarray, shape (out_features,)

    Raises
    ------
    ValueError
        If the shapes do not fit, η is not above 0, or λ is below 0.

    Examples
    --------
    >>> l2_step([[2, -4]], [1], [[0.5, 0]], [0.5], 0.1, 0.5)  # 2 - 0.1 (0.5 + 1), -4 - 0.1 · -2
    (array([[ 1.85, -3.8 ]]), array([0.95]))
    """
    weight = matrix(weight, "weight")
    weight_gradient = shaped(weight_gradient, "weight_gradient", weight.shape, of="weight")
    bias = vector(bias, "bias", len(weight))
    bias_gradient = vector(bias_gradient, "bias_gradient", len(weight))
    rate, decay = (
        positive(learning_rate, "learning_rate"),
        not_negative(weight_decay, "weight_decay"),
    )
    return weight - rate * (weight_gradient + decay * weight), bias - rate * bias_gradient


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


def _error(coefficients: FloatArray, x: FloatArray, targets: FloatArray) -> float:
    return float(np.mean((np.polyval(coefficients, x) - targets) ** 2))
