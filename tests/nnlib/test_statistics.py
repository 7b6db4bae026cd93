"""Middle, spread and scale, worked by hand and compared with Python's own statistics."""

import statistics as oracle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnlib.distributions import Normal
from nnlib.statistics import (
    mean,
    median,
    mode,
    scale_of,
    standard_deviation,
    standardize,
    variance,
)

numbers = st.lists(st.integers(-100, 100), min_size=1, max_size=30)
tables = arrays(
    float,
    array_shapes(min_dims=2, max_dims=2, min_side=2, max_side=6),
    elements=st.integers(-100, 100),
)


def test_the_mean_of_two_four_six_is_four():
    assert mean([2, 4, 6]) == 4  # 12 / 3


def test_the_variance_is_divided_by_the_count():
    # The distances from 4 are -2, 0, 2, their squares 4, 0, 4: 8/3, where n - 1 would give 4.
    assert variance([2, 4, 6]) == pytest.approx(8 / 3)
    assert standard_deviation([2, 4, 6]) == pytest.approx((8 / 3) ** 0.5)


def test_the_median_is_the_middle_one_or_between_the_middle_two():
    assert median([9, 1, 5]) == 5
    assert median([9, 1, 5, 6]) == 5.5


def test_the_mode_is_the_most_frequent_and_the_smallest_of_equals():
    assert mode([1, 5, 5, 2]) == 5
    assert mode([7, 3]) == 3


@given(values=numbers)
def test_they_agree_with_pythons_own(values):
    assert mean(values) == pytest.approx(oracle.fmean(values))
    assert median(values) == oracle.median(values)
    assert mode(values) == min(oracle.multimode(values))
    assert variance(values) == pytest.approx(oracle.pvariance(values))
    assert standard_deviation(values) == pytest.approx(oracle.pstdev(values))


@given(X=tables)
def test_standardized_features_have_mean_zero_and_deviation_one_unless_they_never_vary(X):
    Z = standardize(X)
    varies = X.max(axis=0) > X.min(axis=0)
    np.testing.assert_allclose(Z.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(Z.std(axis=0), np.where(varies, 1, 0), atol=1e-12)


def test_a_feature_that_never_varies_stays_put_though_its_mean_is_rounded():
    X = np.full((3, 1), 0.1)  # three times 0.1 over 3 is not 0.1 in floating point
    np.testing.assert_allclose(standardize(X), 0, atol=1e-12)


def test_new_data_are_put_on_the_scale_of_the_old():
    # Columns [0, 2] and [10, 30]: μ = 1 and 20, σ = 1 and 10; so 3 becomes 2, and 50 becomes 3.
    scale = scale_of([[0, 10], [2, 30]])
    np.testing.assert_array_equal(scale.apply([[3, 50]]), [[2, 3]])


def test_float32_features_stay_float32():
    assert standardize(np.float32([[1, 2], [3, 4]])).dtype == np.float32


def test_a_thousand_normal_numbers_have_a_mean_near_zero_and_a_deviation_near_one():
    sample = Normal().sample(1000, rng=np.random.default_rng(0))
    # The standard error of the mean is 1/√1000 ≈ 0.032, that of σ about 0.022.
    assert mean(sample) == pytest.approx(0, abs=0.1)
    assert standard_deviation(sample) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("measure", [mean, median, mode, variance, standard_deviation])
@pytest.mark.parametrize("values", [[], [[1, 2]], [1, float("nan")]])
def test_only_rows_of_finite_numbers_are_measured(measure, values):
    with pytest.raises(ValueError, match="values"):
        measure(values)


def test_new_data_with_other_features_are_refused():
    with pytest.raises(ValueError, match=r"X must have the shape \(m, 2\); \(1, 3\) came"):
        scale_of([[0, 10], [2, 30]]).apply([[1, 2, 3]])
