"""What a sample tells about the distribution that it was drawn from."""

import numpy as np

from nnlib import statistics
from nnlib.distributions.continuous import Normal
from nnlib.validate import count


def sample_mean_and_deviation(
    n: int, mean: float, standard_deviation: float, rng: np.random.Generator
) -> tuple[float, float]:
    """Draw n normal numbers and return their own mean and standard deviation.

    They come near μ and σ: the mean of a sample strays from μ by about σ / √n, its deviation
    from σ by about σ / √(2n). Of a single number the deviation is 0.

    Parameters
    ----------
    n : int
        How many numbers to draw, at least 1.
    mean, standard_deviation : float
        μ and σ of the distribution; σ above 0.
    rng : numpy.random.Generator
        Draws the numbers.

    Returns
    -------
    mean : float
    standard_deviation : float
        Of the sample, divided by n.

    Raises
    ------
    ValueError
        If n or σ is out of its limits.

    Examples
    --------
    >>> mean, deviation = sample_mean_and_deviation(1000, 0, 1, np.random.default_rng(0))
    >>> abs(mean) < 0.2, abs(deviation - 1) < 0.2
    (True, True)
    """
    numbers = Normal(mean, standard_deviation).sample(count(n, "n"), rng=rng)
    return statistics.mean(numbers), statistics.standard_deviation(numbers)
