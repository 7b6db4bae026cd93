"""Five distributions: how likely each value is, the mean, the variance, and random samples."""

from nnlib.distributions.continuous import Normal, Uniform, normal_density
from nnlib.distributions.discrete import Bernoulli, Binomial, Poisson

__all__ = ["Bernoulli", "Binomial", "Normal", "Poisson", "Uniform", "normal_density"]
