"""What every activation and every derivative promises, whatever its formula."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnlib.activations import (
    ACTIVATIONS,
    leaky_relu,
    leaky_relu_derivative,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    step,
    step_derivative,
    tanh,
    tanh_derivative,
)

ELEMENTWISE = [
    step,
    step_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
    relu,
    relu_derivative,
    leaky_relu,
    leaky_relu_derivative,
]
EXTREMES = [-1000, -750, -40, -1, 0, 1, 40, 750, 1000]

every_function = pytest.mark.parametrize("f", [*ELEMENTWISE, softmax])
every_elementwise = pytest.mark.parametrize("f", ELEMENTWISE)
every_pair = pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS)
net_inputs = arrays(float, array_shapes(max_dims=3, max_side=4), elements=st.floats(-1000, 1000))


@every_function
@given(z=net_inputs)
def test_the_shape_stays(f, z):
    assert f(z).shape == z.shape


@every_function
@pytest.mark.parametrize("z", [2, 2.5, np.float64(2.5), np.float32(2.5), np.array(2.5), True])
def test_a_number_gives_a_numpy_number(f, z):
    assert isinstance(f(z), np.floating)


@every_function
@pytest.mark.parametrize("z", [[-2, 0, 3], (-2, 0, 3), np.array([-2, 0, 3]), range(-2, 4)])
def test_whole_numbers_count_as_float64(f, z):
    assert f(z).dtype == np.float64
    np.testing.assert_array_equal(f(z), f(np.array(z, dtype=float)))


@every_function
@given(z=net_inputs)
def test_float32_stays_float32_and_agrees_with_float64(f, z):
    z32 = z.astype(np.float32)
    assert f(z32).dtype == np.float32
    np.testing.assert_allclose(f(z32), f(z32.astype(float)), rtol=1e-5, atol=1e-6)


@every_function
@pytest.mark.parametrize("dtype", [int, float, np.float32])
def test_extreme_arguments_stay_finite_without_a_warning(f, dtype):
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert np.isfinite(f(np.array(EXTREMES, dtype=dtype))).all()


@every_function
@given(z=net_inputs)
def test_the_argument_is_neither_changed_nor_returned(f, z):
    before = z.copy()
    a = f(z)
    np.testing.assert_array_equal(z, before)
    assert not np.shares_memory(a, z)


@every_function
@given(z=net_inputs)
def test_a_second_call_gives_the_same(f, z):
    np.testing.assert_array_equal(f(z), f(z))


@every_function
@pytest.mark.parametrize(
    ("z", "complaint"),
    [
        (float("nan"), "z must hold finite numbers; NaN"),
        ([1.0, np.inf], "z must hold finite numbers"),
        ([], r"z is empty, shape \(0,\)"),
        ("2", "z must hold real numbers; '2' came"),
        (["1", "2"], "z must hold real numbers; list of <U1"),
        (None, "z must hold real numbers; None"),
        (1j, "z must hold real numbers; 1j"),
        ([[1, 2], [3]], "z must have rows of one length"),
    ],
)
def test_what_is_not_a_finite_number_is_refused_by_name(f, z, complaint):
    with pytest.raises(ValueError, match=complaint):
        f(z)


@every_elementwise
@given(z=net_inputs)
def test_each_number_is_treated_by_itself(f, z):
    one_by_one = [f(number) for number in z.ravel()]
    np.testing.assert_allclose(f(z).ravel(), one_by_one, rtol=1e-13)


@every_pair
@given(z=st.floats(-6, 6).filter(lambda z: abs(z) > 1e-3))
def test_the_derivative_is_the_slope_of_the_function_away_from_the_corner(activation, z):
    h = 1e-5
    rise = activation.function(z + h) - activation.function(z - h)
    assert activation.derivative(z) == pytest.approx(rise / (2 * h), abs=1e-8)


@every_pair
@given(z=st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000)).map(sorted))
def test_no_activation_ever_falls(activation, z):
    low, high = activation.function(z)
    assert low <= high


@every_pair
def test_the_table_names_each_activation_by_its_function(activation):
    assert ACTIVATIONS[activation.name] is activation
    assert activation.function.__name__ == activation.name
    assert activation.derivative.__name__ == f"{activation.name}_derivative"


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        ACTIVATIONS["step"] = ACTIVATIONS["relu"]
