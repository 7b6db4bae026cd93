"""Each activation by its own formula: numbers by hand first, then what holds for all numbers."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnlib.activations import (
    leaky_relu,
    leaky_relu_derivative,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    softmax_jacobian,
    step,
    step_derivative,
    tanh,
    tanh_derivative,
)

scores = arrays(float, array_shapes(max_dims=2, max_side=5), elements=st.floats(-1000, 1000))
vectors = arrays(float, st.integers(1, 5), elements=st.floats(-20, 20))


def test_step_is_one_only_above_the_threshold():
    np.testing.assert_array_equal(step([-0.1, 0, 0.1]), [0, 0, 1])
    np.testing.assert_array_equal(step([1.9, 2, 2.1], 2), [0, 0, 1])
    np.testing.assert_array_equal(step([-1.1, -1, -0.9], threshold=-1), [0, 0, 1])


def test_a_float32_net_input_equal_to_the_threshold_is_not_above_it():
    assert step(np.float32(0.1), 0.1) == 0  # as a float64, float32(0.1) would be above 0.1


def test_the_threshold_is_a_single_number():
    with pytest.raises(ValueError, match=r"threshold must be a single number; .*\(2,\)"):
        step([1, 2], [0, 1])


def test_sigmoid_by_hand():
    # e^-log 3 = 1/3, and 1 / (1 + 1/3) = 3/4
    np.testing.assert_allclose(sigmoid([0, log(3), -log(3)]), [0.5, 0.75, 0.25])


def test_sigmoid_of_the_lectures_example():
    np.testing.assert_allclose(sigmoid([0.58, 0.42]), [0.641, 0.603], atol=5e-4)


@given(z=st.floats(-30, 30))
def test_sigmoid_is_the_textbook_formula(z):
    assert sigmoid(z) == pytest.approx(1 / (1 + exp(-z)), abs=1e-15)


@given(z=st.floats(-1000, 1000))
def test_sigmoid_is_symmetric_about_one_half(z):
    assert sigmoid(z) + sigmoid(-z) == pytest.approx(1)


def test_sigmoid_saturates():
    np.testing.assert_array_equal(sigmoid([-1000, 1000]), [0, 1])
    np.testing.assert_array_equal(sigmoid_derivative([-1000, 1000]), [0, 0])


def test_sigmoid_derivative_by_hand():
    # 1/2 · 1/2 = 1/4;  3/4 · 1/4 = 3/16
    np.testing.assert_allclose(sigmoid_derivative([0, log(3)]), [1 / 4, 3 / 16])


def test_tanh_by_hand():
    # e^z = 3, e^-z = 1/3:  (3 - 1/3) / (3 + 1/3) = (8/3) / (10/3) = 0.8
    np.testing.assert_allclose(tanh([0, log(3), -log(3)]), [0, 0.8, -0.8])


def test_tanh_derivative_by_hand():
    # 1 - 0² = 1;  1 - 0.8² = 0.36
    np.testing.assert_allclose(tanh_derivative([0, log(3)]), [1, 0.36])


@given(z=st.floats(-1000, 1000))
def test_tanh_is_a_sigmoid_stretched_to_twice_its_height_and_half_its_width(z):
    assert tanh(z) == pytest.approx(2 * sigmoid(2 * z) - 1, abs=1e-15)


def test_relu_stops_negative_numbers():
    np.testing.assert_array_equal(relu([-3, -0.5, 0, 0.5, 3]), [0, 0, 0, 0.5, 3])


def test_leaky_relu_lets_a_hundredth_of_a_negative_number_through():
    np.testing.assert_allclose(leaky_relu([-3, 0, 3]), [-0.03, 0, 3])
    np.testing.assert_allclose(leaky_relu([-3, 0, 3], 0.2), [-0.6, 0, 3])


def test_corners_have_the_agreed_derivative():
    assert step_derivative(0) == 0
    assert relu_derivative(0) == 0
    assert leaky_relu_derivative(0) == 0.01
    assert leaky_relu_derivative(0, 0.2) == 0.2


@given(z=st.floats(-1000, 1000))
def test_leaky_relu_lies_between_relu_and_identity(z):
    assert leaky_relu(z, 0) == relu(z)
    assert leaky_relu(z, 1) == z
    assert leaky_relu_derivative(z, 0) == relu_derivative(z)
    assert leaky_relu_derivative(z, 1) == 1


@pytest.mark.parametrize("f", [leaky_relu, leaky_relu_derivative])
@pytest.mark.parametrize("slope", [-0.1, 1.5])
def test_a_slope_that_is_no_leak_is_refused(f, slope):
    with pytest.raises(ValueError, match=f"slope must lie between 0 and 1; {slope} came"):
        f(1.0, slope)


def test_softmax_by_hand():
    # e^z = 1, 2, 5; their sum is 8
    np.testing.assert_allclose(softmax([0, log(2), log(5)]), [1 / 8, 2 / 8, 5 / 8])


def test_softmax_treats_each_row_by_itself():
    rows = [[0, log(3)], [1000, 1000]]
    np.testing.assert_allclose(softmax(rows), [[0.25, 0.75], [0.5, 0.5]])


@given(z=scores)
def test_softmax_gives_probabilities(z):
    p = softmax(z)
    assert (p >= 0).all()
    np.testing.assert_allclose(p.sum(axis=-1), 1)


@given(z=vectors, shift=st.floats(-500, 500))
def test_softmax_sees_only_differences(z, shift):
    np.testing.assert_allclose(softmax(z + shift), softmax(z), rtol=1e-9)


@given(z=st.floats(-1000, 1000))
def test_softmax_of_two_classes_is_a_sigmoid(z):
    assert softmax([0, z])[1] == pytest.approx(sigmoid(z), abs=1e-15)


def test_softmax_jacobian_by_hand():
    # p = (1/4, 3/4):  1/4 - 1/16 = 3/16,  -1/4 · 3/4 = -3/16,  3/4 - 9/16 = 3/16
    np.testing.assert_allclose(
        softmax_jacobian([0, log(3)]), [[3 / 16, -3 / 16], [-3 / 16, 3 / 16]]
    )


@given(z=vectors)
def test_softmax_jacobian_holds_the_slopes_of_softmax(z):
    h = 1e-5
    columns = [(softmax(z + e) - softmax(z - e)) / (2 * h) for e in h * np.eye(z.size)]
    np.testing.assert_allclose(softmax_jacobian(z), np.column_stack(columns), atol=1e-9)


@given(z=vectors)
def test_what_one_probability_gains_the_others_lose(z):
    np.testing.assert_allclose(softmax_jacobian(z).sum(axis=0), 0, atol=1e-15)


def test_softmax_jacobian_keeps_float32():
    assert softmax_jacobian(np.zeros(3, dtype=np.float32)).dtype == np.float32


def test_softmax_jacobian_is_for_one_sample():
    with pytest.raises(ValueError, match=r"z must have the shape \(n,\); \(2, 2\) came"):
        softmax_jacobian([[1, 2], [3, 4]])
