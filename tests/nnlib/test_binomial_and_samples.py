"""The binomial formula beside the distribution, and what samples tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.distributions import Binomial, binomial_probability, sample_mean_and_deviation

MANY_SEEDS = range(200)


def test_two_of_three_neurons_kept():
    # 3 orders, each 0.8·0.8·0.2 = 0.128
    assert binomial_probability(2, 3, 0.8) == pytest.approx(0.384)


@given(st.integers(1, 60), st.floats(0, 1))
def test_all_numbers_of_successes_together_are_certain(n, p):
    assert sum(binomial_probability(k, n, p) for k in range(n + 1)) == pytest.approx(1)


@given(st.integers(1, 1000), st.floats(0.01, 0.99), st.data())
def test_the_formula_agrees_with_the_logarithms(n, p, data):
    k = data.draw(st.integers(0, n))
    by_logarithms = float(Binomial(n, p).mass(k))
    assert binomial_probability(k, n, p) == pytest.approx(by_logarithms, rel=1e-9, abs=1e-20)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((2, 1001, 0.5), "n must be at most 1000"), ((4, 3, 0.5), "k must be"), ((1, 3, 1.5), "p")],
)
def test_numbers_out_of_their_limits_are_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        binomial_probability(*arguments)


def test_samples_of_a_thousand_stray_as_far_as_the_formula_says():
    found = [sample_mean_and_deviation(1000, 5, 2, np.random.default_rng(s)) for s in MANY_SEEDS]
    means, deviations = np.transpose(found)
    # σ / √n = 2 / √1000 = 0.063 and σ / √(2n) = 0.045
    assert means.std() == pytest.approx(0.063, rel=0.2)
    assert deviations.std() == pytest.approx(0.045, rel=0.2)
    assert means.mean() == pytest.approx(5, abs=0.02)
    assert deviations.mean() == pytest.approx(2, abs=0.02)


def test_one_number_has_no_spread():
    mean, deviation = sample_mean_and_deviation(1, 5, 2, np.random.default_rng(0))
    assert deviation == 0
    assert mean != 5
