"""Mini-batches: a few samples at a time, in a new order in every epoch."""

from collections.abc import Iterator

import numpy as np

from nnlib.validate import FloatArray, count

__all__ = ["mini_batches"]


def mini_batches(
    X: FloatArray, targets: FloatArray, batch_size: int, *, rng: np.random.Generator
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield all samples once, in random order, some at a time with their targets.

    Parameters
    ----------
    X : ndarray, shape (m, n)
    targets : ndarray, shape (m, …)
    batch_size : int
        Samples a batch; the last batch holds what is left. With m or more the data come whole and
        in their own order, which makes no difference to a mean.
    rng : numpy.random.Generator
        Draws the order.

    Yields
    ------
    X, targets : ndarray
        Rows of the arguments that belong together.

    Raises
    ------
    ValueError
        If `X` and `targets` differ in length, or `batch_size` is not at least 1.

    Examples
    --------
    >>> X, targets = np.arange(5.0)[:, np.newaxis], np.arange(5.0)
    >>> [len(x) for x, _ in mini_batches(X, targets, 2, rng=np.random.default_rng(0))]
    [2, 2, 1]
    """
    if len(X) != len(targets):
        raise ValueError(
            f"targets must be {len(X)}, as many as the rows of X; {len(targets)} came."
        )
    if count(batch_size, "batch_size") >= len(X):
        yield X, targets
        return
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]  # never a shuffled copy of all the data
        yield X.take(rows, axis=0), targets.take(rows, axis=0)
