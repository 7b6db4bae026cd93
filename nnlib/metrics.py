"""How well predictions fit the targets: accuracy, the confusion matrix, the mean loss."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.validate import FloatArray, count, floats, matrix, vector

__all__ = ["accuracy", "confusion_matrix", "mean_loss", "predicted_classes"]

ClassArray = NDArray[np.int64]


def predicted_classes(scores: ArrayLike) -> ClassArray:
    """Return for each sample the class with the highest score: argmax of each row.

    Logits and probabilities give the same, because softmax keeps the order.

    Parameters
    ----------
    scores : array_like, shape (m, k)
        One sample a row, one class a column.

    Returns
    -------
    ndarray of int, shape (m,)
        The lowest class among equals.

    Raises
    ------
    ValueError
        If `scores` is no matrix or holds NaN.

    Examples
    --------
    >>> predicted_classes([[0.1, 0.9], [0.8, 0.2]])
    array([1, 0])
    """
    highest: ClassArray = matrix(scores, "scores").argmax(axis=1)
    return highest


def accuracy(predictions: ArrayLike, targets: ArrayLike) -> float:
    """Return which part of the samples is predicted right: (1/m) Σ_i [prediction_i = target_i].

    Parameters
    ----------
    predictions : array_like, shape (m,)
        The predicted class of each sample, as a whole number from 0.
    targets : array_like, shape (m,)
        Its true class.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        If the lengths differ or a class is no whole number from 0. Probabilities are refused:
        take `predicted_classes` of them first.

    Examples
    --------
    >>> accuracy([0, 1, 1, 0], [0, 1, 0, 0])
    0.75
    """
    predicted, true = _pairs(predictions, targets)
    return float((predicted == true).mean())


def confusion_matrix(
    predictions: ArrayLike, targets: ArrayLike, num_classes: int | None = None
) -> ClassArray:
    """Count how often each true class was predicted as each class.

    C_ij = number of samples of class i that were predicted as class j

    The right predictions stand on the diagonal. Kohavi and Provost, Glossary of terms, 1998.

    Parameters
    ----------
    predictions, targets : array_like, shape (m,)
        The predicted and the true class of each sample, whole numbers from 0.
    num_classes : int, optional
        k; without it, one more than the largest class that occurs.

    Returns
    -------
    ndarray of int, shape (k, k)
        A row for each true class, a column for each predicted one.

    Raises
    ------
    ValueError
        If the lengths differ, or a class is no whole number from 0 to k - 1.

    Examples
    --------
    >>> confusion_matrix(predictions=[0, 1, 1], targets=[0, 1, 0])
    array([[1, 1],
           [0, 1]])
    """
    predicted, true = _pairs(predictions, targets)
    largest = max(predicted.max(), true.max())
    k = int(largest) + 1 if num_classes is None else count(num_classes, "num_classes")
    if largest >= k:
        raise ValueError(f"classes must lie between 0 and {k - 1}; {largest} came.")
    return np.bincount(k * true + predicted, minlength=k * k).reshape(k, k)


def mean_loss(losses: ArrayLike, batch_sizes: ArrayLike | None = None) -> float:
    """Return the mean loss of a sample, also where each loss is the mean over a batch.

    L = Σ_j n_j L_j / Σ_j n_j

    The mean of the batches' means is something else as soon as the last batch is shorter.

    Parameters
    ----------
    losses : array_like, shape (n,)
        One loss a sample, or one mean loss a batch.
    batch_sizes : array_like, shape (n,), optional
        How many samples each batch has; without it, each loss counts once.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the lengths differ, or a batch holds no sample.

    Examples
    --------
    >>> mean_loss([1.0, 4.0], batch_sizes=[2, 1])
    2.0
    """
    losses = vector(losses, "losses")
    sizes = np.ones(losses.size) if batch_sizes is None else floats(batch_sizes, "batch_sizes")
    sizes = vector(sizes, "batch_sizes", losses.size)
    if (sizes <= 0).any():
        raise ValueError(f"batch_sizes must be above 0 each; {sizes.min():g} came.")
    return float(np.average(losses, weights=sizes))


def _pairs(predictions: ArrayLike, targets: ArrayLike) -> tuple[ClassArray, ClassArray]:
    true = vector(targets, "targets")
    predicted = vector(predictions, "predictions", true.size)
    return _classes(predicted, "predictions"), _classes(true, "targets")


def _classes(values: FloatArray, name: str) -> ClassArray:
    whole = values.astype(np.int64)
    odd = values[(whole != values) | (values < 0)]
    if odd.size:
        raise ValueError(f"{name} must hold classes, whole numbers from 0; {odd[0]:g} came.")
    return whole
