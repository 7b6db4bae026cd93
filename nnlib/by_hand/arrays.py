"""First steps with arrays: each function is one thing that networks do with numbers all day."""

from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, floats, matrix, vector

__all__ = ["centre_columns", "column_means", "fahrenheit", "totals"]


def fahrenheit(celsius: ArrayLike) -> FloatArray:
    """Return temperatures in degrees Fahrenheit, F = 1.8 · C + 32, for any shape.

    Examples
    --------
    >>> fahrenheit([0, 10, 100])
    array([ 32.,  50., 212.])
    """
    return 1.8 * floats(celsius, "celsius") + 32


def totals(amounts: ArrayLike, prices: ArrayLike) -> FloatArray:
    """Return what each basket costs: its amounts times the prices, added up.

    Parameters
    ----------
    amounts : array_like, shape (m, n)
        How many of each article: one basket a row, one article a column.
    prices : array_like, shape (n,)
        The price of each article.

    Returns
    -------
    ndarray, shape (m,)

    Raises
    ------
    ValueError
        If there is not one price for each column.

    Examples
    --------
    >>> totals([[1, 2], [0, 3]], [5, 10])
    array([25., 30.])
    """
    prices = vector(prices, "prices")
    return matrix(amounts, "amounts", columns=prices.size) @ prices


def column_means(X: ArrayLike) -> FloatArray:
    """Return the mean of each column of X, shape (m, n); the result has the shape (n,).

    Examples
    --------
    >>> column_means([[1, 10], [3, 30]])
    array([ 2., 20.])
    """
    means: FloatArray = matrix(X, "X").mean(axis=0)
    return means


def centre_columns(X: ArrayLike) -> FloatArray:
    """Return X with the mean of each column taken away, shape (m, n): every column's mean is 0.

    Examples
    --------
    >>> centre_columns([[1, 10], [3, 30]])
    array([[ -1., -10.],
           [  1.,  10.]])
    """
    X = matrix(X, "X")
    centred: FloatArray = X - X.mean(axis=0)
    return centred
