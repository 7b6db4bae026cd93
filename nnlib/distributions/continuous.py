"""Distributions of measurements: each value x has a density, and the area under it is 1.

A density is no probability and may be above 1; the area over a stretch is one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.distributions.discrete import Samples, Shape
from nnlib.validate import FloatArray, floats, number, positive


def normal_density(x: ArrayLike, mean: float = 0.0, standard_deviation: float = 1.0) -> FloatArray:
    """Return the height of the bell curve: f(x) = 1 / (σ √(2π)) · e^(-(x-μ)² / (2σ²)).

    Gauss, Theoria motus corporum coelestium, 1809.

    Parameters
    ----------
    x : array_like, any shape
        Where to take the height.
    mean : float
        μ, the middle of the bell.
    standard_deviation : float
        σ, from the middle to where the curve changes its bend; above 0.

    Returns
    -------
    ndarray
        Of the shape of `x`.

    Raises
    ------
    ValueError
        If the standard deviation is not above 0, or a number is NaN.

    Examples
    --------
    >>> normal_density([-1, 0, 1]).round(4)
    array([0.242 , 0.3989, 0.242 ])
    """
    sigma = positive(standard_deviation, "standard_deviation")
    z = (floats(x, "x") - number(mean, "mean")) / sigma
    height: FloatArray = np.exp(-(z**2) / 2) / (sigma * float(np.sqrt(2 * np.pi)))
    return height


@dataclass(frozen=True)
class Normal:
    """The bell curve, `normal_density`: μ is `mean`, σ is `standard_deviation`, above 0.

    Models the sum of many small independent effects, such as errors of measurement, and the
    first weights of a network.

    Examples
    --------
    >>> Normal().density([-1, 0, 1]).round(4)
    array([0.242 , 0.3989, 0.242 ])
    """

    mean: float = 0.0
    standard_deviation: float = 1.0

    def __post_init__(self) -> None:
        number(self.mean, "mean")
        positive(self.standard_deviation, "standard_deviation")

    @property
    def variance(self) -> float:
        """The square σ²."""
        return self.standard_deviation**2

    def density(self, x: ArrayLike) -> FloatArray:
        """Return f(x) of each x, any shape."""
        return normal_density(x, self.mean, self.standard_deviation)

    def sample(self, shape: Shape, *, rng: np.random.Generator) -> Samples:
        """Draw samples: a standard normal number, stretched by σ and shifted by μ."""
        return self.mean + self.standard_deviation * rng.standard_normal(shape)


@dataclass(frozen=True)
class Uniform:
    """Every value from `low` to `high` alike: f(x) = 1 / (high - low) there, else 0.

    Models a value of which nothing but its limits is known.

    Examples
    --------
    >>> Uniform(0, 2).density([-1, 0, 1, 3])
    array([0. , 0.5, 0.5, 0. ])
    """

    low: float = 0.0
    high: float = 1.0

    def __post_init__(self) -> None:
        if number(self.low, "low") >= number(self.high, "high"):
            raise ValueError(f"low must be below high; {self.low:g} and {self.high:g} came.")

    @property
    def mean(self) -> float:
        """The middle, (low + high) / 2."""
        return (self.low + self.high) / 2

    @property
    def variance(self) -> float:
        """(high - low)² / 12."""
        return (self.high - self.low) ** 2 / 12

    def density(self, x: ArrayLike) -> FloatArray:
        """Return f(x) of each x, any shape."""
        x = floats(x, "x")
        inside: FloatArray = ((x >= self.low) & (x <= self.high)) / (self.high - self.low)
        return inside

    def sample(self, shape: Shape, *, rng: np.random.Generator) -> Samples:
        """Draw samples from `low` on, below `high`."""
        return rng.uniform(self.low, self.high, shape)
