"""Each distribution's mass or density, mean, variance and samples fit together."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.distributions import Bernoulli, Binomial, Normal, Poisson, Uniform, normal_density

DISCRETE = [Bernoulli(0.3), Binomial(10, 0.2), Binomial(500, 0.5), Poisson(0.5), Poisson(40.0)]
CONTINUOUS = [Normal(), Normal(-3, 0.1), Uniform(), Uniform(-2, 5)]

discrete = pytest.mark.parametrize("distribution", DISCRETE, ids=str)
continuous = pytest.mark.parametrize("distribution", CONTINUOUS, ids=str)
every = pytest.mark.parametrize("distribution", [*DISCRETE, *CONTINUOUS], ids=str)


def test_two_coins():
    # 1 of 4 ways gives no head, 2 give one, 1 gives two.
    np.testing.assert_allclose(Binomial(2, 0.5).mass([0, 1, 2]), [1 / 4, 2 / 4, 1 / 4])


def test_one_coin():
    np.testing.assert_allclose(Bernoulli(0.5).mass([0, 1]), [1 / 2, 1 / 2])
    assert (Bernoulli(0.5).mean, Bernoulli(0.5).variance) == (0.5, 0.25)


def test_the_normal_density_at_its_middle_and_one_deviation_off():
    # 1 / √(2π) = 0.39894, and e^(-1/2) = 0.60653 of it is 0.24197. σ = 2 halves the height.
    assert Normal().density(0) == pytest.approx(0.39894, abs=1e-5)
    assert Normal().density([-1, 1]) == pytest.approx([0.24197, 0.24197], abs=1e-5)
    assert Normal(5, 2).density(5) == pytest.approx(0.39894 / 2, abs=1e-5)
    assert normal_density(7, mean=5, standard_deviation=2) == pytest.approx(0.24197 / 2, abs=1e-5)


def test_poisson_by_its_formula():
    # λ = 3: P(2) = 3² e^-3 / 2! = 4.5 e^-3.
    assert Poisson(3).mass(2) == pytest.approx(4.5 * math.exp(-3))


@given(n=st.integers(1, 40), p=st.floats(0, 1), k=st.integers(0, 40))
def test_binomial_masses_follow_the_textbook_formula(n, p, k):
    wanted = math.comb(n, k) * p**k * (1 - p) ** max(n - k, 0)
    assert Binomial(n, p).mass(k) == pytest.approx(wanted, rel=1e-9, abs=1e-300)


def test_a_certain_trial_always_succeeds():
    np.testing.assert_array_equal(Binomial(3, 1.0).mass([0, 1, 2, 3]), [0, 0, 0, 1])
    np.testing.assert_array_equal(Binomial(3, 0.0).mass([0, 1, 2, 3]), [1, 0, 0, 0])


@discrete
def test_the_masses_make_one_and_have_the_mean_and_the_variance(distribution):
    k = np.arange(501)
    masses = distribution.mass(k)
    assert masses.sum() == pytest.approx(1)
    assert (k * masses).sum() == pytest.approx(distribution.mean)
    assert ((k - distribution.mean) ** 2 * masses).sum() == pytest.approx(distribution.variance)


@continuous
def test_the_area_is_one_and_has_the_mean_and_the_variance(distribution):
    sigma = distribution.variance**0.5
    x, dx = np.linspace(
        distribution.mean - 9 * sigma, distribution.mean + 9 * sigma, 200_001, retstep=True
    )
    areas = distribution.density(x) * dx
    assert areas.sum() == pytest.approx(1, rel=1e-4)
    assert (x * areas).sum() == pytest.approx(distribution.mean, rel=1e-4, abs=1e-9)
    spread = ((x - distribution.mean) ** 2 * areas).sum()
    assert spread == pytest.approx(distribution.variance, rel=1e-3)


@every
def test_samples_have_the_mean_and_the_variance(distribution):
    samples = distribution.sample(40_000, rng=np.random.default_rng(0))
    error = (distribution.variance / samples.size) ** 0.5
    assert samples.mean() == pytest.approx(distribution.mean, abs=4 * error)
    assert samples.var() == pytest.approx(distribution.variance, rel=0.05)


@discrete
def test_samples_come_as_often_as_their_mass_says(distribution):
    samples = distribution.sample(40_000, rng=np.random.default_rng(1))
    k = np.arange(samples.max() + 1)
    shares = np.bincount(samples.astype(int)) / samples.size
    np.testing.assert_allclose(shares, distribution.mass(k), atol=0.01)


@continuous
def test_samples_lie_where_the_density_is(distribution):
    samples = distribution.sample(40_000, rng=np.random.default_rng(1))
    shares, edges = np.histogram(samples, bins=20, density=True)
    middles = (edges[1:] + edges[:-1]) / 2
    highest = distribution.density(distribution.mean)
    np.testing.assert_allclose(shares, distribution.density(middles), atol=0.08 * highest)


@every
def test_a_seed_gives_its_own_samples_in_the_shape_asked_for(distribution):
    first, again, other = (
        distribution.sample((50, 2), rng=np.random.default_rng(seed)) for seed in (3, 3, 4)
    )
    assert first.shape == (50, 2)
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


@discrete
def test_what_cannot_be_counted_has_no_mass(distribution):
    np.testing.assert_array_equal(distribution.mass([[-1, 0.5]]), [[0, 0]])


def test_a_single_value_gives_a_single_number():
    assert np.ndim(Poisson(1).mass(0)) == np.ndim(Normal().density(0)) == 0


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Bernoulli(1.5), "p must lie between 0 and 1; 1.5 came"),
        (lambda: Binomial(0, 0.5), "n must be a whole number of at least 1"),
        (lambda: Binomial(3, -0.1), "p must lie between 0 and 1; -0.1 came"),
        (lambda: Poisson(0), "rate must be above 0"),
        (lambda: Normal(0, 0), "standard_deviation must be above 0"),
        (lambda: Normal(float("nan")), "mean must hold finite"),
        (lambda: Uniform(1, 1), "low must be below high; 1 and 1 came"),
    ],
)
def test_parameters_that_make_no_distribution_are_refused(make, complaint):
    with pytest.raises(ValueError, match=complaint):
        make()
