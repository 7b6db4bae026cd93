"""Random data sets keep what their docstrings promise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.data import blobs, linearly_separable

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 40)
both = pytest.mark.parametrize("make", [blobs, linearly_separable])


@both
@given(num_samples=sizes, seed=seeds)
def test_the_classes_take_turns(make, num_samples, seed):
    X, targets, *_ = make(num_samples, rng=np.random.default_rng(seed))
    assert X.shape == (num_samples, 2)
    np.testing.assert_array_equal(targets, [i % 2 for i in range(num_samples)])


@both
def test_the_same_seed_gives_the_same_points_and_another_seed_others(make):
    first, again, other = (make(5, rng=np.random.default_rng(seed))[0] for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert not np.isclose(first, other).any()


@pytest.mark.parametrize("distance", [0.0, 3.0, 10.0])
def test_the_clouds_are_as_far_apart_as_asked_and_of_width_one(distance):
    X, targets = blobs(20_000, rng=np.random.default_rng(0), distance=distance)
    zeros, ones = X[targets == 0], X[targets == 1]
    between = np.linalg.norm(ones.mean(axis=0) - zeros.mean(axis=0))
    # The standard error of a mean of 10,000 is 0.01.
    assert between == pytest.approx(distance, abs=0.05)
    np.testing.assert_allclose(zeros.std(axis=0), 1, atol=0.05)
    np.testing.assert_allclose(ones.std(axis=0), 1, atol=0.05)


@given(num_samples=sizes, seed=seeds, margin=st.floats(0.01, 2))
def test_the_known_line_separates_with_the_margin(num_samples, seed, margin):
    rng = np.random.default_rng(seed)
    X, targets, weights, bias = linearly_separable(num_samples, rng=rng, margin=margin)
    signed_distance = (X @ weights + bias) * (2 * targets - 1)
    assert np.linalg.norm(weights) == pytest.approx(1)
    assert signed_distance.min() >= margin - 1e-12


def test_the_lines_point_in_all_directions():
    lines = [linearly_separable(1, rng=np.random.default_rng(seed))[2] for seed in range(40)]
    assert {tuple(np.sign(weights)) for weights in lines} == {(1, 1), (1, -1), (-1, 1), (-1, -1)}


@both
@pytest.mark.parametrize("num_samples", [0, -3, 2.5, True])
def test_a_number_of_samples_that_is_no_count_is_refused(make, num_samples):
    with pytest.raises(ValueError, match=f"num_samples must be .* at least 1; {num_samples} came"):
        make(num_samples, rng=np.random.default_rng(0))


@pytest.mark.parametrize("margin", [0, -1])
def test_a_margin_must_leave_room(margin):
    with pytest.raises(ValueError, match=f"margin must be above 0; {margin} came"):
        linearly_separable(4, rng=np.random.default_rng(0), margin=margin)
