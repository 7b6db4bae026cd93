"""Every operation against the complex step and against central differences, in many shapes.

For y = f(a, …), weights w of the shape of y and a direction v of the shape of a, the slope of
Σ w y along v is Σ v ∂L/∂a, where ∂L/∂a is what the pullback makes of w.
"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, mutually_broadcastable_shapes

from nnlib.autograd import Tensor
from nnlib.autograd import operations as op
from nnlib.autograd.operations import sum_to_shape

# Each with its options, and the way in which a tensor asks for it.
UNARY = {
    "neg": (op.NEGATE, {}, lambda x: -x),
    "exp": (op.EXP, {}, Tensor.exp),
    "log": (op.LOG, {}, Tensor.log),
    "tanh": (op.TANH, {}, Tensor.tanh),
    "relu": (op.RELU, {}, Tensor.relu),
    "sigmoid": (op.SIGMOID, {}, Tensor.sigmoid),
    "T": (op.TRANSPOSE, {}, lambda x: x.T),
    "reshape": (op.RESHAPE, {"shape": (-1,)}, lambda x: x.reshape(-1)),
    "sum of all": (op.SUM, {"axis": None, "keepdims": False}, Tensor.sum),
    "sum of columns": (op.SUM, {"axis": 0, "keepdims": False}, lambda x: x.sum(axis=0)),
    "sum kept": (
        op.SUM,
        {"axis": -1, "keepdims": True},
        lambda x: x.sum(axis=-1, keepdims=True),
    ),
    "mean of all": (op.MEAN, {"axis": None, "keepdims": False}, Tensor.mean),
    "mean of rows": (op.MEAN, {"axis": -1, "keepdims": False}, lambda x: x.mean(axis=-1)),
    "mean kept": (
        op.MEAN,
        {"axis": 0, "keepdims": True},
        lambda x: x.mean(axis=0, keepdims=True),
    ),
    "first row": (op.TAKE, {"index": 0}, lambda x: x[0]),
    "backwards": (op.TAKE, {"index": np.s_[::-1]}, lambda x: x[::-1]),
    "last column": (op.TAKE, {"index": np.s_[..., -1:]}, lambda x: x[..., -1:]),
    "rows again": (op.TAKE, {"index": [0, -1, 0]}, lambda x: x[[0, -1, 0]]),
}
BINARY = {
    "+": (op.ADD, {}, lambda a, b: a + b),
    "-": (op.SUBTRACT, {}, lambda a, b: a - b),
    "*": (op.MULTIPLY, {}, lambda a, b: a * b),
    "/": (op.DIVIDE, {}, lambda a, b: a / b),
    "**": (op.POWER, {}, lambda a, b: a**b),
}
MATMUL = {"@": (op.MATMUL, {}, lambda a, b: a @ b)}

seeds = st.integers(0, 2**32 - 1)
shapes = array_shapes(max_dims=3, max_side=4)
pairs = mutually_broadcastable_shapes(num_shapes=2, max_dims=3, max_side=3)
products = mutually_broadcastable_shapes(signature=np.matmul.signature, max_dims=2, max_side=3)
unary = pytest.mark.parametrize(("operation", "options", "method"), UNARY.values(), ids=UNARY)
binary = pytest.mark.parametrize(("operation", "options", "method"), BINARY.values(), ids=BINARY)
every = pytest.mark.parametrize(
    ("operation", "options", "method", "in_two_shapes"),
    [(*one, pairs) for one in BINARY.values()] + [(*one, products) for one in MATMUL.values()],
    ids=[*BINARY, *MATMUL],
)


@unary
@given(shape=shapes, seed=seeds)
def test_functions_of_one_argument_agree_with_the_complex_step(
    operation, options, method, shape, seed
):
    arguments = draw_arguments([shape], seed)
    assert_complex_step_agrees(operation, arguments, options)


@every
@given(data=st.data(), seed=seeds)
def test_functions_of_two_arguments_agree_with_the_complex_step(
    operation, options, method, in_two_shapes, data, seed
):
    arguments = draw_arguments(data.draw(in_two_shapes).input_shapes, seed)
    assert_complex_step_agrees(operation, arguments, options)


@unary
@given(shape=shapes, seed=seeds)
def test_methods_of_one_tensor_agree_with_central_differences(
    operation, options, method, shape, seed
):
    assert_central_differences_agree(method, draw_arguments([shape], seed))


@every
@given(data=st.data(), seed=seeds)
def test_operators_on_two_tensors_agree_with_central_differences(
    operation, options, method, in_two_shapes, data, seed
):
    arguments = draw_arguments(data.draw(in_two_shapes).input_shapes, seed)
    assert_central_differences_agree(method, arguments)


@binary
@given(data=st.data(), seed=seeds)
def test_arrays_and_tensors_combine_from_either_side(operation, options, method, data, seed):
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
    wrong = replace(op.EXP, pullbacks=lambda y, a: (lambda grad: 1.001 * grad * y,))
    with pytest.raises(AssertionError):
        assert_complex_step_agrees(wrong, [np.ones(3)], {})


def draw_arguments(argument_shapes, seed):
    """Draw numbers from 0.5 to 2, where log and ** are smooth, and relu is off its corner."""
    rng = np.random.default_rng(seed)
    return [rng.uniform(0.5, 2, shape) for shape in argument_shapes]


def assert_complex_step_agrees(operation, arguments, options, h=1e-30):
    y, rng = operation.value(*arguments, **options), np.random.default_rng(1)
    weights = rng.standard_normal(np.shape(y))
    pullbacks = operation.pullbacks(y, *arguments, **options)
    for place, (argument, pullback) in enumerate(zip(arguments, pullbacks, strict=True)):
        direction = rng.standard_normal(argument.shape)
        moved = [*arguments]
        moved[place] = argument + 1j * h * direction
        slope = (weights * np.imag(operation.value(*moved, **options))).sum() / h
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
