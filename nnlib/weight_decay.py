"""Weight decay as a step: gradient descent on the loss and its L2 penalty together."""

from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, matrix, not_negative, positive, vector

__all__ = ["l2_step"]


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
    weight, weight_gradient = matrix(weight, "weight"), matrix(weight_gradient, "weight_gradient")
    if weight.shape != weight_gradient.shape:
        raise ValueError(
            f"weight_gradient must have the shape of weight, {weight.shape}; "
            f"{weight_gradient.shape} came."
        )
    bias = vector(bias, "bias", len(weight))
    bias_gradient = vector(bias_gradient, "bias_gradient", len(weight))
    rate, decay = (
        positive(learning_rate, "learning_rate"),
        not_negative(weight_decay, "weight_decay"),
    )
    return weight - rate * (weight_gradient + decay * weight), bias - rate * bias_gradient
