"""Every operation against the complex step and against central differences, in many shapes.

For y = f(a, …), weights w of the shape of y and a direction v of the shape of a, the slope of
Σ w y along v is Σ v ∂L/∂a, where ∂L/∂a is what the pullback makes of w.
"""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, mutually_broadcastable_shapes

from nnlib.autograd import Tensor
from nnlib.autograd.arithmetic import add, divide, matmul, multiply, negate, power, subtract
from nnlib.autograd.elementwise import exp, log, relu, sigmoid, tanh
from nnlib.autograd.operation import sum_to_shape
from nnlib.autograd.shaping import mean, reshape, take, total, transpose

UNARY = {
    "neg": (negate, lambda x: -x),
    "exp": (exp, Tensor.exp),
    "log": (log, Tensor.log),
    "tanh": (tanh, Tensor.tanh),
    "relu": (relu, Tensor.relu),
    "sigmoid": (sigmoid, Tensor.sigmoid),
    "T": (transpose, lambda x: x.T),
    "reshape": (partial(reshape, shape=(-1,)), lambda x: x.reshape(-1)),
    "sum of all": (partial(total, axis=None, keepdims=False), Tensor.sum),
    "sum of columns": (partial(total, axis=0, keepdims=False), lambda x: x.sum(axis=0)),
    "sum kept": (partial(total, axis=-1, keepdims=True), lambda x: x.sum(axis=-1, keepdims=True)),
    "mean of all": (partial(mean, axis=None, keepdims=False), Tensor.mean),
    "mean of rows": (partial(mean, axis=-1, keepdims=False), lambda x: x.mean(axis=-1)),
    "mean kept": (partial(mean, axis=0, keepdims=True), lambda x: x.mean(axis=0, keepdims=True)),
    "first row": (partial(take, index=0), lambda x: x[0]),
    "backwards": (partial(take, index=np.s_[::-1]), lambda x: x[::-1]),
    "last column": (partial(take, index=np.s_[..., -1:]), lambda x: x[..., -1:]),
    "rows again": (partial(take, index=[0, -1, 0]), lambda x: x[[0, -1, 0]]),
}
BINARY = {
    "+": (add, lambda a, b: a + b),
    "-": (subtract, lambda a, b: a - b),
    "*": (multiply, lambda a, b: a * b),
    "/": (divide, lambda a, b: a / b),
    "**": (power, lambda a, b: a**b),
}
MATMUL = {"@": (matmul, lambda a, b: a @ b)}

seeds = st.integers(0, 2**32 - 1)
shapes = array_shapes(max_dims=3, max_side=4)
pairs = mutually_broadcastable_shapes(num_shapes=2, max_dims=3, max_side=3)
products = mutually_broadcastable_shapes(signature=np.matmul.signature, max_dims=2, max_side=3)
unary = pytest.mark.parametrize(("operation", "method"), UNARY.values(), ids=UNARY)
binary = pytest.mark.parametrize(("operation", "method"), BINARY.values(), ids=BINARY)
every = pytest.mark.parametrize(
    ("operation", "method", "in_two_shapes"),
    [(*both, pairs) for both in BINARY.values()] + [(*both, products) for both in MATMUL.values()],
    ids=[*BINARY, *MATMUL],
)


@unary
@given(shape=shapes, seed=seeds)
def test_functions_of_one_argument_agree_with_the_complex_step(operation, method, shape, seed):
    arguments = draw_arguments([shape], seed)
    assert_complex_step_agrees(operation, arguments)


@every
@given(data=st.data(), seed=seeds)
def test_functions_of_two_arguments_agree_with_the_complex_step(
    operation, method, in_two_shapes, data, seed
):
    arguments = draw_arguments(data.draw(in_two_shapes).input_shapes, seed)
    assert_complex_step_agrees(operation, arguments)


@unary
@given(shape=shapes, seed=seeds)
def test_methods_of_one_tensor_agree_with_central_differences(operation, method, shape, seed):
    assert_central_differences_agree(method, draw_arguments([shape], seed))


@every
@given(data=st.data(), seed=seeds)
def test_operators_on_two_tensors_agree_with_central_differences(
    operation, method, in_two_shapes, data, seed
):
    arguments = draw_arguments(data.draw(in_two_shapes).input_shapes, seed)
    assert_central_differences_agree(method, arguments)


@binary
@given(data=st.data(), seed=seeds)
def test_arrays_and_tensors_combine_from_either_side(operation, method, data, seed):
    a, b = draw_arguments(data.draw(pairs).input_shapes, seed)
    wanted = method(a, b)
    for made in (method(Tensor(a), b), method(a, Tensor(b)), method(Tensor(a), Tensor(b))):
        np.testing.assert_array_equal(made.data, wanted)


@given(data=st.data())
def test_a_gradient_is_summed_as_often_as_its_number_was_used(data):
    shape, stretched = data.draw(pairs).input_shapes
    result = np.broadcast_shapes(shape, stretched)
    summed = sum_to_shape(np.ones(result), shape)
    assert summed.shape == shape
    np.testing.assert_array_equal(summed, np.prod(result) / np.prod(shape))


def test_the_complex_step_refuses_a_slightly_wrong_pullback():
    def wrong(a):
        result = exp(a)
        return type(result)(result.value, (lambda grad: 1.001 * result.pullbacks[0](grad),))

    with pytest.raises(AssertionError):
        assert_complex_step_agrees(wrong, [np.ones(3)])


def draw_arguments(argument_shapes, seed):
    """Draw numbers from 0.5 to 2, where log and ** are smooth, and relu is off its corner."""
    rng = np.random.default_rng(seed)
    return [rng.uniform(0.5, 2, shape) for shape in argument_shapes]


def assert_complex_step_agrees(operation, arguments, h=1e-30):
    result, rng = operation(*arguments), np.random.default_rng(1)
    weights = rng.standard_normal(np.shape(result.value))
    for place, (argument, pullback) in enumerate(zip(arguments, result.pullbacks, strict=True)):
        direction = rng.standard_normal(argument.shape)
        moved = [*arguments]
        moved[place] = argument + 1j * h * direction
        slope = (weights * np.imag(operation(*moved).value)).sum() / h
        pulled = sum_to_shape(pullback(weights), argument.shape)
        np.testing.assert_allclose((pulled * direction).sum(), slope, rtol=1e-10, atol=1e-10)


def assert_central_differences_agree(method, arguments, h=1e-6):
    tensors = [Tensor(argument, requires_grad=True) for argument in arguments]
    rng = np.random.default_rng(1)
    result = method(*tensors)
    weights = rng.standard_normal(result.shape)
    result.backward(weights)
    for place, tensor in enumerate(tensors):
        step = [np.zeros_like(argument) for argument in arguments]
        step[place] = rng.standard_normal(tensor.shape)
        ahead, behind = (
            (method(*(Tensor(a + sign * h * s) for a, s in zip(arguments, step, strict=True)))).data
            for sign in (1, -1)
        )
        slope = (weights * (ahead - behind)).sum() / (2 * h)
        np.testing.assert_allclose((tensor.grad * step[place]).sum(), slope, rtol=1e-6, atol=1e-6)
