"""The binomial distribution by its own formula, for numbers of trials that a person counts."""

from math import comb

from nnlib.validate import count, number

MAX_TRIALS = 1000  # up to here every number of choices fits into a float


def binomial_probability(k: int, n: int, p: float) -> float:
    """Return how likely k of n trials succeed: P(k) = n! / (k! (n-k)!) · p^k (1-p)^(n-k).

    For more trials, or many k at once, take `Binomial(n, p).mass`, which works with logarithms.

    Parameters
    ----------
    k : int
        The number of successes, from 0 to n.
    n : int
        The number of trials, from 1 to 1000.
    p : float
        How likely one trial succeeds, from 0 to 1.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a number lies outside its limits.

    Examples
    --------
    >>> binomial_probability(2, 3, 0.5)
    0.375
    """
    _check(k, count(n, "n"), number(p, "p"))
    choices = comb(n, k)  # in how many orders k successes can come
    return float(choices * p**k * (1 - p) ** (n - k))


def _check(k: int, n: int, p: float) -> None:
    if n > MAX_TRIALS:
        raise ValueError(f"n must be at most {MAX_TRIALS}; {n} came. Take Binomial(n, p).mass.")
    if k not in range(n + 1):
        raise ValueError(f"k must be a whole number from 0 to {n}; {k} came.")
    if not 0 <= p <= 1:
        raise ValueError(f"p must lie between 0 and 1; {p:g} came.")
