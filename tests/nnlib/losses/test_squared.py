"""The squared losses by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnlib.losses import (
    mean_squared_error,
    mean_squared_error_gradient,
    quadratic_cost,
    quadratic_cost_gradient,
)

outputs = arrays(float, array_shapes(max_dims=2, max_side=5), elements=st.floats(-100, 100))


def test_mean_squared_error_is_the_mean_over_all_numbers():
    # (1² + 2² + 0² + 3²) / 4 = 14 / 4
    assert mean_squared_error([[1, 2], [3, 4]], [[0, 0], [3, 1]]) == 3.5


def test_mean_squared_error_gradient_by_hand():
    # 2 / 4 · (1, 2, 0, 3)
    gradient = mean_squared_error_gradient([[1, 2], [3, 4]], [[0, 0], [3, 1]])
    np.testing.assert_array_equal(gradient, [[0.5, 1], [0, 1.5]])


def test_quadratic_cost_is_the_mean_over_samples_of_half_the_squared_length():
    # ½ (1² + 2²) = 2.5 and ½ (0² + 3²) = 4.5; their mean is 3.5
    assert quadratic_cost([[1, 2], [3, 4]], [[0, 0], [3, 1]]) == 3.5
    # Of one sample, ½ (1² + 2² + 2²)
    assert quadratic_cost([1, 2, 2], [0, 0, 0]) == 4.5


def test_quadratic_cost_gradient_by_hand():
    gradient = quadratic_cost_gradient([[1, 2], [3, 4]], [[0, 0], [3, 1]])
    np.testing.assert_array_equal(gradient, [[0.5, 1], [0, 1.5]])
    np.testing.assert_array_equal(quadratic_cost_gradient([1, 2, 2], [0, 0, 0]), [1, 2, 2])


@given(a=outputs)
def test_a_right_answer_costs_nothing(a):
    assert mean_squared_error(a, a) == quadratic_cost(a, a) == 0
    assert not mean_squared_error_gradient(a, a).any()


@given(a=outputs, shift=st.floats(-10, 10))
def test_an_error_of_the_same_size_everywhere_costs_its_square(a, shift):
    assert mean_squared_error(a + shift, a) == pytest.approx(shift**2, abs=1e-9)
