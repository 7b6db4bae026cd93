"""Cross-entropy as its formula has it, a line of code for each part of the formula.

On such arguments the functions of `nnlib.losses` that end in `_from_probs` give the same; they also
take class indices, certain and wrong answers, and one sample without a batch.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, count, matrix, vector


def binary_cross_entropy(probs: ArrayLike, targets: ArrayLike) -> float:
    """Return the mean of -log of the probability of what was the case: p for 1, 1 - p for 0.

    Parameters
    ----------
    probs : array_like, shape (m,)
        From 0 to 1.
    targets : array_like, shape (m,)
        0 or 1.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the lengths differ.

    Examples
    --------
    >>> round(binary_cross_entropy([0.8, 0.4], [1, 0]), 3)  # (0.223 + 0.511) / 2
    0.367
    """
    probs = vector(probs, "probs")
    targets = vector(targets, "targets", size=probs.size)
    right = np.where(targets == 1, probs, 1 - probs)
    return float(-np.mean(np.log(right)))


def one_hot(targets: ArrayLike, num_classes: int) -> FloatArray:
    """Return rows of zeros with a 1 in the column of the class.

    Parameters
    ----------
    targets : array_like, shape (m,)
        Whole numbers from 0 to num_classes - 1.
    num_classes : int

    Returns
    -------
    ndarray, shape (m, num_classes)

    Raises
    ------
    IndexError
        If a target is no class.

    Examples
    --------
    >>> one_hot([2, 0], 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    rows = np.eye(count(num_classes, "num_classes"))
    hot: FloatArray = rows[vector(targets, "targets").astype(int)]
    return hot


def cross_entropy(probs: ArrayLike, targets: ArrayLike) -> float:
    """Return the mean over the samples of -log of the right class's probability.

    Parameters
    ----------
    probs : array_like, shape (m, k)
        Each row sums to 1.
    targets : array_like, shape (m, k)
        One-hot rows.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the numbers of columns differ.

    Examples
    --------
    >>> round(cross_entropy([[0.7, 0.2, 0.1], [0.1, 0.4, 0.5]], [[1, 0, 0], [0, 1, 0]]), 3)
    0.636
    """
    probs = matrix(probs, "probs")
    targets = matrix(targets, "targets", columns=probs.shape[1])
    right = np.sum(targets * probs, axis=1)
    return float(-np.mean(np.log(right)))
