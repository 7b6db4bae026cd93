import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.autograd import Tensor
from nnlib.by_hand.chain_rule import chain_rule_neuron, parabola_slope, squared_line_slope
from nnlib.by_hand.two_layers import cost
from nnlib.gradient_check import central_differences

numbers = st.floats(-3, 3)


def test_the_two_slopes_of_the_lectures():
    # y′ = 2x + 3 at 2: 4 + 3; and 2 · (2·3 + 1) · 2 = 2 · 7 · 2
    assert parabola_slope(1, 3, 1, 2) == 7
    assert squared_line_slope(2, 1, 3) == 28


@given(numbers, numbers, numbers, numbers)
def test_both_slopes_are_those_of_automatic_differentiation(a, b, c, at):
    x = Tensor(at, requires_grad=True)
    (a * x**2 + b * x + c).backward()
    assert parabola_slope(a, b, c, at) == pytest.approx(float(x.grad))
    x = Tensor(at, requires_grad=True)
    ((a * x + b) ** 2).backward()
    assert squared_line_slope(a, b, at) == pytest.approx(float(x.grad))


def test_a_neuron_by_hand():
    # z = 0, a = 1/2; (1/2 - 1) · 1/4 · 2 = -1/4; without the input 2: -1/8
    assert chain_rule_neuron(2, 0, 0, 1) == (-0.25, -0.125)


@given(numbers, numbers, numbers, st.floats(0, 1))
def test_the_slopes_of_a_neuron_are_those_that_are_measured(x, weight, bias, target):
    def loss(p):
        a = 1 / (1 + np.exp(-(p[0] * x + p[1])))
        return 0.5 * (a - target) ** 2

    measured = central_differences(loss, [weight, bias])
    assert chain_rule_neuron(x, weight, bias, target) == pytest.approx(measured, abs=1e-8)


def test_a_neuron_takes_numbers_only():
    with pytest.raises(ValueError, match="x must be a single number"):
        chain_rule_neuron([1, 2], 0, 0, 1)


def test_the_loss_of_the_neuron_is_the_quadratic_cost():
    # one neuron after an idle one: a² = σ(0) = 1/2 stands for the input; ½ (1 - σ(0))² = 1/8
    assert cost([1.0], [1.0], ([[0.0]], [0.0], [[0.0]], [0.0])) == 0.125
