"""What a tensor keeps, accumulates and refuses."""

import numpy as np
import pytest

from nnlib.autograd import Tensor, topological_order


def variable(value):
    return Tensor(value, requires_grad=True)


def test_gradients_accumulate_until_they_are_set_to_none():
    x = variable(2.0)
    (x**2).backward()  # 2x = 4
    (3 * x).backward()  # and 3 more
    assert x.grad == 7
    x.grad = None
    (3 * x).backward()
    assert x.grad == 3


def test_a_second_walk_over_the_same_graph_adds_the_same_again():
    x = variable(3.0)
    u = x**2
    y = u * 2
    y.backward()
    y.backward()
    # Once ∂y/∂u = 2 and ∂y/∂x = 2 · 2x = 12; twice 4 and 24, not 12 + 24.
    assert (u.grad, x.grad) == (4, 24)


def test_only_what_requires_a_gradient_gets_one():
    x, constant = variable(2.0), Tensor(5.0)
    y = x * constant
    y.backward()
    assert constant.grad is None
    assert y.requires_grad
    assert not (constant + 1).requires_grad
    assert (constant + 1).parents == ()


def test_a_step_of_training_changes_the_numbers_in_place():
    w = variable([1.0, 2.0])
    (w**2).sum().backward()
    w.data -= 0.25 * w.grad
    np.testing.assert_array_equal(w.data, [0.5, 1.0])


def test_a_tensor_has_its_own_copy_of_the_numbers():
    numbers = np.array([1.0, 2.0])
    x = Tensor(numbers)
    numbers[0] = 9
    assert x.data[0] == 1
    view = x.reshape(2, 1)
    view.data[0] = 9
    assert x.data[0] == 1


def test_gradients_of_two_tensors_share_no_memory():
    a, b = variable([1.0]), variable([1.0])
    (a + b).sum().backward()
    a.grad += 1
    assert b.grad == 1


def test_detached_numbers_have_no_history():
    x = variable(2.0)
    y = (x * 3).detach() * x
    y.backward()
    assert x.grad == 6  # as if the first factor were the constant 6


def test_a_graph_deeper_than_pythons_calls():
    x = variable(1.0)
    y = x
    for _ in range(5000):
        y = y + x
    y.backward()
    assert x.grad == 5001


def test_a_graph_with_very_many_paths_is_walked_once():
    # Each of 60 doublings uses its argument twice: 2^60 paths, and the slope 2^60.
    x = variable(1.0)
    y = x
    for _ in range(60):
        y = y + y
    y.backward()
    assert x.grad == 2.0**60


def test_the_order_puts_each_tensor_after_its_parents():
    a, b = variable(1.0), variable(2.0)
    c = a * b
    d = c + a
    order = topological_order(d)
    assert order[-1] is d
    assert set(order) == {a, b, c, d}
    assert all(order.index(p) < order.index(made) for made in order for p in made.parents)


def test_operations_have_the_sign_they_are_written_with():
    a = variable([[2.0]])
    results = [a + 1, a - 1, a * 2, a / 2, a**2, a @ a, -a, a.exp(), a.log(), a.mean(), a.T, a[0]]
    signs = ["+", "−", "×", "÷", "**", "@", "neg", "exp", "log", "mean", "T", "[ ]"]
    assert [result.operation for result in results] == signs


@pytest.mark.parametrize("other", [2, 2.0, np.float64(2), np.float32(2)])
def test_a_plain_number_leaves_float32_what_it_is(other):
    x = Tensor(np.ones(2, np.float32), requires_grad=True)
    for y in (x + other, other - x, x * other, other / x, x**other, other**x):
        assert y.data.dtype == np.float32
    (x * other).sum().backward()
    assert x.grad.dtype == np.float32


def test_a_gradient_has_the_precision_of_its_tensor():
    x = Tensor(np.ones(2, np.float32), requires_grad=True)
    (x * np.ones(2)).sum().backward()
    assert x.grad.dtype == np.float32


def test_whole_numbers_become_floats():
    assert Tensor([1, 2]).data.dtype == np.float64


def test_an_array_times_a_tensor_is_a_tensor():
    w = variable([1.0, 2.0])
    product = np.array([[3.0, 4.0], [5.0, 6.0]]) @ w  # __rmatmul__: [3 + 8, 5 + 12]
    product.backward([1.0, 10.0])
    np.testing.assert_array_equal(product.data, [11, 17])
    np.testing.assert_array_equal(w.grad, [53, 64])  # [3 + 50, 4 + 60]


def test_a_tensor_shows_its_numbers():
    assert repr(variable([1.0, 2.5])) == "Tensor([1. , 2.5], requires_grad=True)"
    assert repr(Tensor(2)) == "Tensor(2.)"


def test_a_tensor_can_be_taken_apart():
    first, second = variable([1.0, 2.0])
    assert (first.item(), second.item()) == (1, 2)
    assert len(Tensor([[1, 2], [3, 4], [5, 6]])) == 3


def test_numpy_takes_a_tensor_only_where_no_history_is_lost():
    np.testing.assert_array_equal(np.asarray(Tensor([1, 2])), [1, 2])
    with pytest.raises(TypeError, match=r"NumPy would lose how .* give it tensor\.data"):
        np.asarray(variable(1.0))


def test_arguments_of_a_thousand_saturate_and_do_not_overflow():
    z = variable([-1000.0, 1000.0])
    z.sigmoid().sum().backward()
    z.tanh().sum().backward()
    np.testing.assert_array_equal(z.grad, [0, 0])


@pytest.mark.parametrize(
    ("act", "complaint"),
    [
        (lambda: variable([1.0, 2.0]).backward(), r"starts from one number.*\(2,\).*sum\(\)"),
        (lambda: Tensor(1.0).backward(), "made of one with requires_grad=True"),
        (lambda: variable([1.0, 2.0]).backward([1.0]), r"shape \(2,\); \(1,\) came"),
        (lambda: variable([1.0]).backward([np.nan]), "gradient must hold finite"),
        (lambda: Tensor([1.0, 2.0]).item(), r"item needs .* one number; the shape is \(2,\)"),
        (
            lambda: Tensor([1, 2, 3]) + Tensor([1, 2]),
            r"\+ does not fit the shape \(3,\) and \(2,\)",
        ),
        (lambda: Tensor([1, 2]) @ Tensor(3), r"@ does not fit the shape \(2,\) and \(\)"),
        (lambda: Tensor([1, 2, 3]).reshape(2, 2), r"reshape does not fit the shape \(3,\)"),
        (lambda: Tensor([1, 2]).sum(axis=1), r"sum does not fit .* axis 1 is out of bounds"),
        (lambda: Tensor([np.nan]), "data must hold finite numbers"),
        (lambda: Tensor("two"), "data must hold real numbers; 'two' came"),
        (lambda: Tensor([]), "data is empty"),
    ],
)
def test_what_does_not_fit_is_refused(act, complaint):
    with pytest.raises(ValueError, match=complaint):
        act()


@pytest.mark.parametrize(
    ("act", "complaint"),
    [
        (lambda: Tensor([0.0, 2.0]).log(), "log is NaN or infinite; it was given 0 … 2"),
        (lambda: Tensor(1.0) / 0, "÷ is NaN or infinite; it was given 1 and 0"),
        (lambda: Tensor(1000.0).exp(), "exp is NaN or infinite; it was given 1000"),
        (lambda: Tensor(-1.0) ** 0.5, r"\*\* is NaN"),
        (lambda: (variable(0.0) ** 0.5).backward(), r"the derivative of \*\* is NaN or infinite"),
    ],
)
def test_nan_and_infinity_are_refused_where_they_arise(act, complaint):
    with pytest.raises(FloatingPointError, match=complaint):
        act()
