"""Five distributions: how likely each value is, the mean, the variance, and random samples."""

from nnlib.distributions.binomial import binomial_probability
from nnlib.distributions.continuous import Normal, Uniform, normal_density
from nnlib.distributions.discrete import Bernoulli, Binomial, Poisson
from nnlib.distributions.sampling import sample_mean_and_deviation

__all__ = [
    "Bernoulli",
    "Binomial",
    "Normal",
    "Poisson",
    "Uniform",
    "binomial_probability",
    "normal_density",
    "sample_mean_and_deviation",
]
