"""What one neuron can be, what no line can do, and what two layers can: XOR.

Minsky and Papert, Perceptrons, 1969. The two layers are set by hand here; those of
`nnlib.by_hand.tiny_network` learn.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.gates import gate_weights
from nnlib.perceptron import count_mistakes, predict, train_epoch
from nnlib.validate import FloatArray, count, labelled_samples, matrix, number, vector


def gate_output(gate: str, X: ArrayLike) -> FloatArray:
    """Return what one neuron with the weights found by hand answers: step(w·x + b).

    Parameters
    ----------
    gate : str
        One of "and", "or", "nand", "nor", "not".
    X : array_like, shape (m, 2), for "not" (m, 1)
        One input of zeros and ones a row.

    Returns
    -------
    ndarray, shape (m,)
        0 or 1 for each row.

    Raises
    ------
    ValueError
        If there is no such gate, no single neuron can be it, or the rows have another length.

    Examples
    --------
    >>> gate_output("nand", [[1, 1], [0, 1]])
    array([0., 1.])
    """
    weights, bias = gate_weights(gate)
    return predict(X, weights, bias)


def boundary_line(weights: ArrayLike, bias: ArrayLike) -> tuple[float, float]:
    """Return the line on which the neuron changes its mind, w1 x1 + w2 x2 + b = 0.

    x2 = slope x1 + intercept, with slope = -w1 / w2 and intercept = -b / w2

    Parameters
    ----------
    weights : array_like, shape (2,)
    bias : float

    Returns
    -------
    slope, intercept : float

    Raises
    ------
    ValueError
        If w2 is 0: the line is then upright and has no slope, or there is none.

    Examples
    --------
    >>> boundary_line([1, 2], -3)
    (-0.5, 1.5)
    """
    w1, w2 = (float(w) for w in vector(weights, "weights", 2))
    b = number(bias, "bias")
    if w2 == 0:
        line = "there is no line" if w1 == 0 else f"the line is upright, x1 = {-b / w1:g}"
        raise ValueError(f"weights[1] is 0, so {line}, and it has no slope and no intercept.")
    return -w1 / w2, -b / w2


def line_accuracy(X: ArrayLike, targets: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> float:
    """Return the share of the samples, from 0 to 1, that lie on the right side of a line.

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m,), of 0 and 1
    weights : array_like, shape (n,)
    bias : float

    Returns
    -------
    float

    Examples
    --------
    >>> line_accuracy([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], [1, 1], -0.5)
    0.75
    """
    X = matrix(X, "X")
    return 1 - count_mistakes(X, targets, weights, bias) / len(X)


def best_line(X: ArrayLike, targets: ArrayLike, grid: ArrayLike) -> tuple[FloatArray, float, int]:
    """Try every line whose w1, w2 and b lie on a grid, and return the best.

    Parameters
    ----------
    X : array_like, shape (m, 2)
    targets : array_like, shape (m,), of 0 and 1
    grid : array_like, shape (k,)
        The values to try, so k³ lines; w1 changes slowest, b fastest.

    Returns
    -------
    weights : ndarray, shape (2,)
    bias : float
    right : int
        How many samples the line gets right. Of equally good lines the first is taken.

    Examples
    --------
    >>> best_line([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], [-1, -0.5, 0, 0.5, 1])
    (array([-1. ,  0.5]), 0.0, 3)
    """
    X, targets = labelled_samples(X, targets, columns=2)
    grid = vector(grid, "grid")
    lines = np.stack(np.meshgrid(grid, grid, grid, indexing="ij"), axis=-1).reshape(-1, 3)
    says_one = lines[:, :2] @ X.T + lines[:, 2:] > 0
    right = np.count_nonzero(says_one == targets, axis=1)
    w1, w2, bias = lines[right.argmax()]
    return np.array([w1, w2]), float(bias), int(right.max())


def visited_weights(
    X: ArrayLike, targets: ArrayLike, learning_rate: float, num_epochs: int
) -> FloatArray:
    """Train a perceptron from zeros for all epochs, and return where it stood after each.

    Parameters
    ----------
    X : array_like, shape (m, 2)
    targets : array_like, shape (m,), of 0 and 1
    learning_rate : float
    num_epochs : int

    Returns
    -------
    ndarray, shape (num_epochs, 3)
        The rows (w1, w2, b).

    Examples
    --------
    >>> visited_weights([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], 1.0, 2)
    array([[-1.,  0.,  0.],
           [-1.,  0.,  1.]])
    """
    X = matrix(X, "X", columns=2)
    weights, bias, rows = np.zeros_like(X[0]), 0.0, list[FloatArray]()
    for _ in range(count(num_epochs, "num_epochs")):
        weights, bias, _ = train_epoch(X, targets, weights, bias, learning_rate)
        rows.append(np.append(weights, bias))
    return np.array(rows)


def first_repeat(rows: ArrayLike) -> tuple[int, int] | None:
    """Find the first row that was seen before: from there on the perceptron goes in a circle.

    Parameters
    ----------
    rows : array_like, shape (num_epochs, n)
        The weights after each epoch.

    Returns
    -------
    (i, j) or None
        Row j equals the earlier row i, and no row before j equals an earlier one. With
        j - i = 1 an epoch ends where it began: at rest if it made no mistake, else after a
        full circle within the epoch, as on XOR.

    Examples
    --------
    >>> first_repeat([[0, 0], [1, 0], [2, 0], [1, 0]])
    (1, 3)
    """
    rows = matrix(rows, "rows")
    # Sums of steps of 0.1 in another order differ in the last digit, and are the same place.
    same_place = 1e-9 * np.abs(rows).max()
    for j in range(1, len(rows)):
        seen = (np.abs(rows[:j] - rows[j]) <= same_place).all(axis=1)
        if seen.any():
            return int(seen.argmax()), j
    return None


def hidden_features(X: ArrayLike) -> FloatArray:
    """Return what a hidden layer of two neurons, OR and NAND, makes of the inputs.

    Parameters
    ----------
    X : array_like, shape (m, 2)

    Returns
    -------
    ndarray, shape (m, 2)
        The columns are OR and NAND; in this space one line separates XOR.

    Examples
    --------
    >>> hidden_features([[0, 0], [0, 1], [1, 0], [1, 1]])
    array([[0., 1.],
           [1., 1.],
           [1., 1.],
           [1., 0.]])
    """
    X = matrix(X, "X", columns=2)
    return np.column_stack([predict(X, *gate_weights(gate)) for gate in ("or", "nand")])


def xor_by_hand(X: ArrayLike) -> FloatArray:
    """Return XOR from two layers of neurons: AND of (OR, NAND).

    Parameters
    ----------
    X : array_like, shape (m, 2)

    Returns
    -------
    ndarray, shape (m,)

    Examples
    --------
    >>> xor_by_hand([[0, 0], [0, 1], [1, 0], [1, 1]])
    array([0., 1., 1., 0.])
    """
    return predict(hidden_features(X), *gate_weights("and"))
