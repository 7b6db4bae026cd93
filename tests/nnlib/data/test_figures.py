"""Moons, circles, spirals and the noisy curve lie where their formulas say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.data import circles, curve, moons, noisy_curve, spirals, xor_blobs

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 40)
two_classes = pytest.mark.parametrize("make", [moons, circles, spirals, xor_blobs])
every = pytest.mark.parametrize("make", [moons, circles, spirals, xor_blobs, noisy_curve])


def rng(seed=0):
    return np.random.default_rng(seed)


@two_classes
@given(num_samples=sizes, seed=seeds)
def test_two_classes_take_turns_in_the_plane(make, num_samples, seed):
    X, targets = make(num_samples, rng=rng(seed))
    assert X.shape == (num_samples, 2)
    np.testing.assert_array_equal(targets, [i % 2 for i in range(num_samples)])


@every
def test_the_same_seed_gives_the_same_points_and_another_seed_others(make):
    first, again, other = (make(8, rng=rng(seed))[0] for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert not np.isclose(first, other).any()


@every
def test_the_noise_is_the_deviation_from_the_points_without_noise(make):
    # A seed gives the same draws whatever the noise, so the difference is the noise itself.
    quiet, noisy = make(20_000, rng=rng(), noise=0), make(20_000, rng=rng(), noise=0.3)
    scatter = np.hstack([(b - a).ravel() for a, b in zip(quiet, noisy, strict=True)])
    moved = scatter[scatter != 0]
    assert moved.mean() == pytest.approx(0, abs=0.01)
    assert moved.std() == pytest.approx(0.3, abs=0.01)


def test_moons_are_two_half_circles_around_zero_and_around_one_and_a_half():
    X, targets = moons(2000, rng=rng(), noise=0)
    upper, lower = X[targets == 0], X[targets == 1]
    np.testing.assert_allclose(np.hypot(*upper.T), 1)
    np.testing.assert_allclose(np.hypot(*(lower - [1, 0.5]).T), 1)
    assert upper[:, 1].min() >= 0
    assert lower[:, 1].max() <= 0.5


@given(inner_radius=st.floats(0, 0.99))
def test_circles_have_the_radius_of_their_class(inner_radius):
    X, targets = circles(20, rng=rng(), noise=0, inner_radius=inner_radius)
    wanted = np.where(targets == 0, 1, inner_radius)
    np.testing.assert_allclose(np.hypot(*X.T), wanted, atol=1e-12)


@given(num_classes=st.integers(1, 5), rotations=st.floats(0.1, 3))
def test_spirals_wind_with_their_radius_each_arm_turned_by_its_share(num_classes, rotations):
    X, targets = spirals(30, rng=rng(), num_classes=num_classes, rotations=rotations, noise=0)
    radius = np.hypot(*X.T)
    angle = 2 * np.pi * (rotations * radius + targets / num_classes)
    np.testing.assert_allclose(
        X, radius[:, np.newaxis] * np.transpose([np.cos(angle), np.sin(angle)])
    )
    assert set(targets) == set(range(num_classes))
    assert radius.min() >= 0.1 - 1e-12


def test_the_clouds_of_xor_lie_around_the_corners_of_its_table():
    X, targets = xor_blobs(8, rng=rng(), noise=0)
    np.testing.assert_array_equal(targets, np.logical_xor(X[:, 0], X[:, 1]))
    corners, counts = np.unique(X, axis=0, return_counts=True)
    assert corners.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert counts.tolist() == [2, 2, 2, 2]


def test_the_curve_is_one_wave_of_a_sine():
    # sin 0 = 0, sin π/2 = 1, sin 3π/2 = -1.
    np.testing.assert_allclose(curve([0, 0.25, 0.75]), [0, 1, -1], atol=1e-15)


@given(num_samples=sizes, seed=seeds)
def test_the_noisy_curve_has_one_feature_between_zero_and_one(num_samples, seed):
    X, targets = noisy_curve(num_samples, rng=rng(seed))
    assert X.shape == (num_samples, 1)
    assert targets.shape == (num_samples,)
    assert 0 <= X.min() <= X.max() < 1


@every
@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"num_samples": 0}, "num_samples must be .* at least 1; 0 came"),
        ({"num_samples": 2.5}, "num_samples must be .* 2.5 came"),
        ({"noise": -1}, "noise must be at least 0; -1 came"),
    ],
)
def test_arguments_that_make_no_data_are_refused(make, wrong, complaint):
    with pytest.raises(ValueError, match=complaint):
        make(**({"num_samples": 4, "rng": rng()} | wrong))


@pytest.mark.parametrize(
    ("act", "complaint"),
    [
        (lambda: circles(4, rng=rng(), inner_radius=1), "inner_radius must be .* below 1; 1 came"),
        (lambda: spirals(4, rng=rng(), num_classes=0), "num_classes must be a whole number"),
        (lambda: spirals(4, rng=rng(), rotations=0), "rotations must be above 0"),
    ],
)
def test_figures_out_of_range_are_refused(act, complaint):
    with pytest.raises(ValueError, match=complaint):
        act()
