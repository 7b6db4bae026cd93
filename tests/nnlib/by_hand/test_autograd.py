"""The way back through single operations, against numbers worked by hand and against tensors."""

import numpy as np
import pytest

from nnlib.autograd import Tensor
from nnlib.by_hand.autograd import chain_slope, matmul_backward, multiply_backward, parabola_slope


@pytest.mark.parametrize(("x", "slope"), [(2, 7), (-1.5, 0), (0, 3), (1000, 2003)])
def test_the_parabola_has_the_slope_2x_plus_3(x, slope):
    assert parabola_slope(x) == slope


@pytest.mark.parametrize(("x", "slope"), [(3, 28), (0, 4), (-0.5, 0)])
def test_the_square_of_a_line_has_the_slope_4_times_the_line(x, slope):
    # 2 (2x + 1) · 2 = 4 (2x + 1): 4 · 7, 4 · 1, 4 · 0
    assert chain_slope(x) == slope


def test_each_factor_gets_the_gradient_times_the_other():
    # grad = [10, 1], x = [2, -1], y = [3, 0]: dx = [10·3, 1·0], dy = [10·2, 1·(-1)]
    dx, dy = multiply_backward([2, -1], [3, 0], [10, 1])
    assert (dx.tolist(), dy.tolist()) == ([30, 0], [20, -1])


def test_a_product_wants_one_shape():
    with pytest.raises(ValueError, match=r"y must have the shape of x, \(2,\); \(1,\) came"):
        multiply_backward([1, 2], [1], [1, 2])
    with pytest.raises(ValueError, match=r"grad must have the shape of x, \(2,\); \(1,\) came"):
        multiply_backward([1, 2], [1, 2], [1])


def test_a_matrix_product_goes_back_as_its_tensor_does():
    rng = np.random.default_rng(0)
    a, b, grad = rng.normal(size=(4, 3)), rng.normal(size=(3, 2)), rng.normal(size=(4, 2))
    A, B = Tensor(a, requires_grad=True), Tensor(b, requires_grad=True)
    (A @ B).backward(grad)
    for mine, tensors in zip(matmul_backward(a, b, grad), (A.grad, B.grad), strict=True):
        np.testing.assert_allclose(mine, tensors)


def test_a_matrix_product_wants_shapes_that_fit():
    with pytest.raises(ValueError, match=r"A must have the shape \(m, 1\); \(1, 2\) came"):
        matmul_backward([[1, 2]], [[1, 2]], [[1]])
    with pytest.raises(ValueError, match=r"grad must have the shape \(1, 2\); \(1, 1\) came"):
        matmul_backward([[1]], [[1, 2]], [[1]])
