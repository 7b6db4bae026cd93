import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.gradient_proof import gradient_check, relative_error
from nnlib.by_hand.landscapes import bowl, bowl_gradient, trough, trough_gradient

gradients = st.lists(st.floats(-10, 10), min_size=3, max_size=3)


def test_the_relative_error_by_hand():
    # difference (0, 4), length 4; lengths 5 and 3; 4 / 8
    assert relative_error([3, 4], [3, 0]) == 0.5


def test_equal_gradients_differ_by_0_and_a_missing_one_by_1():
    assert relative_error([3, 4], [3, 4]) == 0
    assert relative_error([0, 0], [0, 0]) == 0
    assert relative_error([3, 4], [0, 0]) == 1


@given(gradients, gradients)
def test_the_relative_error_is_the_same_both_ways_and_from_0_to_1(one, other):
    error = relative_error(one, other)
    assert error == pytest.approx(relative_error(other, one))
    assert 0 <= error <= 1 + 1e-12


@given(gradients, gradients)
def test_the_relative_error_does_not_depend_on_the_unit(one, other):
    scaled = relative_error(1024 * np.array(one), 1024 * np.array(other))
    assert scaled == pytest.approx(relative_error(one, other), abs=1e-12)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_the_check_takes_what_is_right_and_refuses_what_is_wrong_at_every_scale(scale):
    point = scale * np.array([1.0, -2.0, 0.5])
    for f, gradient in ((bowl, bowl_gradient(point)), (trough, trough_gradient(point))):
        nudge = 1e-4 * scale
        assert gradient_check(f, gradient, point, nudge, 1e-6)
        for wrong in (1.001 * gradient, 0 * gradient, -gradient, gradient[::-1]):
            assert not gradient_check(f, wrong, point, nudge, 1e-6)


def test_at_the_bottom_the_gradient_is_0_and_passes():
    assert gradient_check(bowl, [0, 0], [0, 0], 0.25, 1e-6)


def test_gradients_of_different_shapes_are_refused():
    with pytest.raises(ValueError, match=r"gradient must have the shape \(2,\); \(3,\) came"):
        relative_error([1, 2, 3], [1, 2])
