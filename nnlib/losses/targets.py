"""Checks of the two arguments of a loss, and the forms that targets come in."""

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from nnlib.validate import FloatArray, floats, matrix, shaped

__all__ = [
    "alike",
    "as_binary",
    "as_columns",
    "as_one_hot",
    "counted",
    "distributions",
    "within_unit",
]


def alike(outputs: ArrayLike, targets: ArrayLike, name: str) -> tuple[FloatArray, FloatArray]:
    """Return outputs and targets, which must have the same shape.

    NumPy would make a matrix of the difference of (m, 1) and (m,), and a wrong loss of that.
    """
    outputs = floats(outputs, name)
    targets = shaped(targets, "targets", outputs.shape, of=name)
    return outputs, targets.astype(outputs.dtype, copy=False)


def as_columns(targets: ArrayLike, num_outputs: int, dtype: DTypeLike = np.float64) -> FloatArray:
    """Return targets of shape (m,) or (m, num_outputs) in the shape (m, num_outputs).

    Examples
    --------
    >>> as_columns([0, 1], 1)
    array([[0.],
           [1.]])
    """
    targets = floats(targets, "targets").astype(dtype, copy=False)
    if targets.ndim == 1 and num_outputs == 1:
        return targets[:, np.newaxis]
    return matrix(targets, "targets", columns=num_outputs)


def as_binary(targets: ArrayLike, num_outputs: int, dtype: DTypeLike = np.float64) -> FloatArray:
    """Return targets from 0 to 1 in the shape (m, num_outputs)."""
    return within_unit(as_columns(targets, num_outputs, dtype), "targets")


def within_unit(values: FloatArray, name: str, advice: str = "") -> FloatArray:
    """Return the values if each lies between 0 and 1."""
    outside = values[(values < 0) | (values > 1)]
    if outside.size:
        raise ValueError(f"{name} must lie between 0 and 1; {outside[0]:g} came.{advice}")
    return values


def as_one_hot(targets: ArrayLike, num_classes: int, dtype: DTypeLike = np.float64) -> FloatArray:
    """Return class targets as rows with a 1 in the column of the class.

    Parameters
    ----------
    targets : array_like, shape (m,) or (m, num_classes)
        Class indices from 0 to num_classes - 1; or rows that are one-hot already, or hold
        other probabilities that sum to 1.
    num_classes : int
    dtype : dtype
        Of the result.

    Returns
    -------
    ndarray, shape (m, num_classes)

    Raises
    ------
    ValueError
        If an index is no class, or a row does not sum to 1.

    Examples
    --------
    >>> as_one_hot([2, 0], 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    targets = floats(targets, "targets")
    if targets.ndim == 1:
        rows = np.eye(num_classes, dtype=dtype)
        return rows.take(_class_indices(targets, num_classes), axis=0)
    checked = distributions(matrix(targets, "targets", columns=num_classes), "targets")
    return checked.astype(dtype, copy=False)


def distributions(rows: FloatArray, name: str, advice: str = "") -> FloatArray:
    """Return the rows if each holds probabilities that sum to 1."""
    sums = within_unit(rows, name, advice).sum(axis=-1)
    wrong = sums[np.abs(sums - 1) > 1e-3]
    if wrong.size:
        raise ValueError(f"Each row of {name} must sum to 1; one sums to {wrong[0]:g}.{advice}")
    return rows


def _class_indices(targets: FloatArray, num_classes: int) -> NDArray[np.intp]:
    wrong = targets[(targets < 0) | (targets >= num_classes) | (targets % 1 != 0)]
    if wrong.size:
        raise ValueError(
            f"targets must be whole class indices from 0 to {num_classes - 1}; {wrong[0]:g} came."
        )
    return targets.astype(np.intp)


def counted(probs: FloatArray, targets: FloatArray) -> FloatArray:
    """Put 1 for the probabilities whose target is 0: they do not count, and 0 · log 0 = 0."""
    return np.where(targets == 0, 1, probs)
