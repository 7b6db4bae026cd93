"""The gradient checker itself: it measures well, and rejects what is only slightly wrong."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnlib.gradient_check import (
    central_differences,
    check_gradient,
    complex_step,
    worst_relative_error,
)

both = pytest.mark.parametrize(
    ("measure", "tolerance"), [(central_differences, 1e-6), (complex_step, 1e-10)]
)
points = arrays(float, (2, 3), elements=st.floats(-2, 2))


def bumpy(p):
    """Return a number with a gradient that is known."""
    return np.sum(np.exp(p) * np.sin(p)) + p[0, 0] * p[1, 2]


def bumpy_gradient(p):
    """Return the gradient of `bumpy`, by the product rule."""
    gradient = np.exp(p) * (np.sin(p) + np.cos(p))
    gradient[0, 0] += p[1, 2]
    gradient[1, 2] += p[0, 0]
    return gradient


@both
def test_a_gradient_by_hand(measure, tolerance):
    # f = p0² p1: (2 p0 p1, p0²) = (12, 4)
    np.testing.assert_allclose(measure(lambda p: p[0] ** 2 * p[1], [2, 3]), [12, 4], tolerance)


@both
@given(p=points)
def test_the_right_gradient_passes(measure, tolerance, p):
    assert check_gradient(bumpy, bumpy_gradient(p), p, measure) < tolerance


@both
@given(p=points)
def test_a_gradient_wrong_by_a_factor_of_1_001_is_rejected(measure, tolerance, p):
    error = check_gradient(bumpy, 1.001 * bumpy_gradient(p), p, measure)
    assert error == pytest.approx(1e-3, rel=0.01)
    assert error > 100 * tolerance


@both
@given(p=points, index=st.integers(0, 5))
def test_a_single_wrong_component_is_found(measure, tolerance, p, index):
    gradient = bumpy_gradient(p)
    gradient.flat[index] += 1e-4 * np.abs(gradient).max()
    assert check_gradient(bumpy, gradient, p, measure) > 10 * tolerance


@both
@pytest.mark.parametrize("wrong", [lambda g: 0 * g, lambda g: -g, lambda g: g[::-1], np.ones_like])
def test_a_gradient_that_is_no_gradient_is_rejected(measure, tolerance, wrong):
    p = np.arange(6.0).reshape(2, 3) / 4
    assert check_gradient(bumpy, wrong(bumpy_gradient(p)), p, measure) > 0.5


@pytest.mark.parametrize("nothing", [np.nan, np.inf])
def test_a_gradient_that_is_not_finite_is_infinitely_wrong(nothing):
    assert worst_relative_error([1.0, nothing], [1.0, 1.0]) == np.inf
    assert worst_relative_error([1.0, 1.0], [1.0, nothing]) == np.inf


def test_rounding_errors_of_a_zero_do_not_count():
    assert worst_relative_error([1.0, 1e-16], [1.0, 0.0]) < 1e-10
    assert worst_relative_error([1e-17], [2e-17], scale=1.0) < 1e-10


def test_two_gradients_of_zero_agree():
    assert worst_relative_error([0.0, 0.0], [0.0, 0.0]) == 0


def test_the_point_stays_as_it_was():
    point = np.array([1.0, 2.0])
    central_differences(np.sum, point)
    complex_step(np.sum, point)
    np.testing.assert_array_equal(point, [1, 2])


def test_a_float32_point_is_measured_in_float64():
    point = np.array([1000], dtype=np.float32)
    assert central_differences(lambda p: p[0] ** 2, point) == pytest.approx([2000])


def test_shapes_must_agree():
    with pytest.raises(ValueError, match=r"gradient must have the shape \(2,\); \(2, 1\) came"):
        worst_relative_error([[1.0], [2.0]], [1.0, 2.0])
    with pytest.raises(ValueError, match="nudge must be above 0; 0 came"):
        central_differences(np.sum, [1.0], nudge=0)
