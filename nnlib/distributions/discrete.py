"""Distributions of counts: each value k has a probability, its mass, and all together make 1."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, lgamma, log

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.validate import FloatArray, count, floats, number, positive

Shape = int | tuple[int, ...]
Samples = NDArray[np.float64]


@dataclass(frozen=True)
class Bernoulli:
    """One trial that succeeds with probability p: P(1) = p, P(0) = 1 - p.

    Models a throw of a coin, or whether dropout keeps a neuron. `p` lies from 0 to 1.

    Examples
    --------
    >>> Bernoulli(0.25).mass([0, 1, 2])
    array([0.75, 0.25, 0.  ])
    """

    p: float

    def __post_init__(self) -> None:
        _check_probability(self.p)

    @property
    def mean(self) -> float:
        """The value p, around which samples lie."""
        return self.p

    @property
    def variance(self) -> float:
        """The product p (1 - p), largest for a fair coin."""
        return self.p * (1 - self.p)

    def mass(self, k: ArrayLike) -> FloatArray:
        """Return P(k) of each k, any shape."""
        return Binomial(1, self.p).mass(k)

    def sample(self, shape: Shape, *, rng: np.random.Generator) -> Samples:
        """Draw zeros and ones: a number spread evenly over [0, 1) is below p with chance p."""
        return (rng.random(shape) < self.p).astype(np.float64)


@dataclass(frozen=True)
class Binomial:
    """How many of n trials succeed: P(k) = n! / (k! (n-k)!) · p^k (1-p)^(n-k).

    Models heads in n throws, or how many neurons of a layer of n dropout keeps.

    Examples
    --------
    >>> Binomial(2, 0.5).mass([0, 1, 2]).round(12)
    array([0.25, 0.5 , 0.25])
    """

    n: int
    p: float

    def __post_init__(self) -> None:
        count(self.n, "n")
        _check_probability(self.p)

    @property
    def mean(self) -> float:
        """The product n p: every trial adds its own mean."""
        return self.n * self.p

    @property
    def variance(self) -> float:
        """The product n p (1 - p): every trial adds its own variance."""
        return self.n * self.p * (1 - self.p)

    def mass(self, k: ArrayLike) -> FloatArray:
        """Return P(k) of each k, any shape; 0 where k is none of 0, 1, …, n."""
        return _mass_of_counts(self._log_mass, k, highest=self.n)

    def _log_mass(self, k: int) -> float:
        # n! overflows from n = 171 on; its logarithm, lgamma(n + 1), does not.
        choices = lgamma(self.n + 1) - lgamma(k + 1) - lgamma(self.n - k + 1)
        return choices + _log_power(self.p, k) + _log_power(1 - self.p, self.n - k)

    def sample(self, shape: Shape, *, rng: np.random.Generator) -> Samples:
        """Draw numbers of successes."""
        return rng.binomial(self.n, self.p, shape).astype(np.float64)


@dataclass(frozen=True)
class Poisson:
    """How often a rare event comes: P(k) = λ^k e^-λ / k!, where `rate` is λ, above 0.

    Models visits in an hour or typing errors on a page: many chances, each of them small.

    Examples
    --------
    >>> Poisson(2.0).mass([0, 1, 2]).round(4)
    array([0.1353, 0.2707, 0.2707])
    """

    rate: float

    def __post_init__(self) -> None:
        positive(self.rate, "rate")

    @property
    def mean(self) -> float:
        """The rate λ."""
        return self.rate

    @property
    def variance(self) -> float:
        """The rate λ again."""
        return self.rate

    def mass(self, k: ArrayLike) -> FloatArray:
        """Return P(k) of each k, any shape; 0 where k is no whole number from 0."""
        return _mass_of_counts(self._log_mass, k, highest=inf)

    def _log_mass(self, k: int) -> float:
        return k * log(self.rate) - self.rate - lgamma(k + 1)

    def sample(self, shape: Shape, *, rng: np.random.Generator) -> Samples:
        """Draw numbers of events."""
        return rng.poisson(self.rate, shape).astype(np.float64)


def _check_probability(p: float) -> None:
    if not 0 <= number(p, "p") <= 1:
        raise ValueError(f"p must lie between 0 and 1; {p:g} came.")


def _mass_of_counts(
    log_mass: Callable[[int], float], k: ArrayLike, *, highest: float
) -> FloatArray:
    k = floats(k, "k")
    possible = (k == np.floor(k)) & (k >= 0) & (k <= highest)
    masses = [
        exp(log_mass(int(each))) if possible_here else 0.0
        for each, possible_here in zip(k.flat, possible.flat, strict=True)
    ]
    return np.array(masses).reshape(k.shape)[()]


def _log_power(base: float, exponent: int) -> float:
    """Return ln(base^exponent), with 0^0 = 1."""
    if exponent == 0:
        return 0.0
    return exponent * log(base) if base > 0 else -inf
