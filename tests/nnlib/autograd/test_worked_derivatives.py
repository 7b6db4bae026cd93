"""Derivatives worked by hand, and the same by the graph."""

import numpy as np
import pytest

from nnlib.autograd import Tensor


def variable(value):
    return Tensor(value, requires_grad=True)


def test_the_parabola_has_slope_seven_at_two():
    # y = x² + 3x + 1 is 4 + 6 + 1 = 11 at x = 2, and y' = 2x + 3 is 4 + 3 = 7.
    x = variable(2.0)
    y = x**2 + 3 * x + 1
    y.backward()
    assert (y.item(), x.grad) == (11, 7)


def test_the_square_of_a_line_has_slope_28_at_three():
    # y = (2x + 1)² is 7² = 49 at x = 3, and by the chain rule y' = 2 (2x + 1) · 2 = 2 · 7 · 2 = 28.
    x = variable(3.0)
    y = (2 * x + 1) ** 2
    y.backward()
    assert (y.item(), x.grad) == (49, 28)


def test_every_step_on_the_way_keeps_its_derivative():
    # y = u², u = v + 1, v = 2x at x = 3: u = 7, so ∂y/∂u = 2u = 14, ∂y/∂v = 14, ∂y/∂x = 28.
    x = variable(3.0)
    v = 2 * x
    u = v + 1
    (u**2).backward()
    assert (u.grad, v.grad, x.grad) == (14, 14, 28)


def test_a_value_used_twice_adds_up_both_ways():
    # y = u · u + u with u = 3x at x = 2: u = 6, ∂y/∂u = 6 + 6 + 1 = 13, ∂y/∂x = 3 · 13 = 39.
    x = variable(2.0)
    u = 3 * x
    (u * u + u).backward()
    assert (u.grad, x.grad) == (13, 39)


def test_one_neuron_by_the_chain_rule():
    # z = 0.5 · 1 - 0.25 · 2 + 0 = 0, a = σ(0) = 0.5, L = (a - 1)² = 0.25.
    # ∂L/∂a = 2 (0.5 - 1) = -1, ∂a/∂z = 0.5 · 0.5 = 0.25, so ∂L/∂z = -0.25,
    # ∂L/∂w = -0.25 · x = [-0.25, -0.5], ∂L/∂b = -0.25, ∂L/∂x = -0.25 · w = [-0.125, 0.0625].
    x, w, b = variable([1.0, 2.0]), variable([0.5, -0.25]), variable(0.0)
    loss = ((w @ x + b).sigmoid() - 1) ** 2
    loss.backward()
    assert loss.item() == 0.25
    assert b.grad == -0.25
    np.testing.assert_array_equal(w.grad, [-0.25, -0.5])
    np.testing.assert_array_equal(x.grad, [-0.125, 0.0625])


def test_a_matrix_product():
    # y = [[1, 2], [3, 4]] @ [[5], [6]] = [[17], [39]], L = 10 y1 + 100 y2.
    # ∂L/∂A = [10, 100]ᵀ [5, 6] = [[50, 60], [500, 600]].
    # ∂L/∂B = Aᵀ [10, 100]ᵀ = [10 + 300, 20 + 400] = [310, 420].
    A, B = variable([[1, 2], [3, 4]]), variable([[5], [6]])
    (A @ B).backward([[10], [100]])
    np.testing.assert_array_equal(A.grad, [[50, 60], [500, 600]])
    np.testing.assert_array_equal(B.grad, [[310], [420]])


def test_a_bias_gets_the_sum_over_the_batch():
    # The bias stands in each of 3 rows, and the mean of 3 · 2 numbers weighs each 1/6: 3/6 = 0.5.
    X, bias = Tensor(np.zeros((3, 2))), variable([1.0, 2.0])
    (X + bias).mean().backward()
    np.testing.assert_allclose(bias.grad, [0.5, 0.5])


def test_a_number_taken_twice_gets_both_gradients():
    # y = [x1, x1, x3] weighed by 1, 2, 3: ∂/∂x1 = 1 + 2 = 3, ∂/∂x2 = 0, ∂/∂x3 = 3.
    x = variable([4.0, 5.0, 6.0])
    (x[[0, 0, 2]] * [1, 2, 3]).sum().backward()
    np.testing.assert_array_equal(x.grad, [3, 0, 3])


@pytest.mark.parametrize(
    ("base", "exponent", "slope"), [(0, 2, 0), (0, 1, 1), (0, 0, 0), (-3, 3, 27)]
)
def test_powers_at_zero_and_below(base, exponent, slope):
    # (x^n)' = n x^(n-1): 2 · 0 = 0, 1 · 0^0 = 1, 0 for a constant, 3 · (-3)² = 27.
    x = variable(base)
    (x**exponent).backward()
    assert x.grad == slope


def test_the_corner_of_relu_has_slope_zero():
    x = variable([-1.0, 0.0, 1.0])
    x.relu().sum().backward()
    np.testing.assert_array_equal(x.grad, [0, 0, 1])
