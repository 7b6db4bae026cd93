"""Right answers of lesson B in other styles: slopes, products and shapes."""

import math

import numpy as np

from nnlib.autograd import Tensor


def parabola_slope__formula(x):
    return 2 * x + 3


def parabola_slope__array_of_one(x):
    x = Tensor(np.array([x]), requires_grad=True)
    (x * x + 3 * x + 1).sum().backward()
    return x.grad[0]


def parabola_slope__item(x):
    x = Tensor(float(x), requires_grad=True)
    y = 1 + x * (x + 3)
    y.backward()
    return x.grad.item()


def parabola_slope__grad_itself(x):
    x = Tensor(x, requires_grad=True)
    (x**2 + 3 * x + 1).backward()
    return x.grad


def parabola_slope__term_by_term(x):
    slope = 0.0
    for power, factor in ((2, 1.0), (1, 3.0)):
        slope += power * factor * x ** (power - 1)
    return slope


def chain_slope__formula(x):
    return 4 * (2 * x + 1)


def chain_slope__multiplied_out(x):
    x = Tensor(x, requires_grad=True)
    (4 * x**2 + 4 * x + 1).backward()
    return x.grad.item()


def chain_slope__product(x):
    x = Tensor(x, requires_grad=True)
    inner = 2 * x + 1
    (inner * inner).backward()
    return float(x.grad)


def chain_slope__numpy_scalar(x):
    inner = 2 * np.float64(x) + 1
    return 2 * inner * np.float64(2)


def multiply_backward__loop(x, y, grad):
    x, y, grad = np.asarray(x), np.asarray(y), np.asarray(grad)
    dx, dy = np.zeros(x.shape), np.zeros(y.shape)
    for place in np.ndindex(x.shape):
        dx[place] = grad[place] * y[place]
        dy[place] = grad[place] * x[place]
    return dx, dy


def multiply_backward__einsum(x, y, grad):
    return np.einsum("...,...->...", grad, y), np.einsum("...,...->...", grad, x)


def multiply_backward__float32(x, y, grad):
    x, y, grad = (np.float32(values) for values in (x, y, grad))
    return grad * y, grad * x


def multiply_backward__tensor(x, y, grad):
    x, y = Tensor(x, requires_grad=True), Tensor(y, requires_grad=True)
    (x * y).backward(grad)
    return x.grad, y.grad


def multiply_backward__list(x, y, grad):
    return [np.multiply(grad, y), np.multiply(grad, x)]


def sum_to_shape__loop(grad, shape):
    summed = np.zeros(shape)
    padded = (1,) * (grad.ndim - len(shape)) + tuple(shape)
    for place in np.ndindex(grad.shape):
        target = tuple(0 if size == 1 else i for i, size in zip(place, padded, strict=True))
        summed[target[grad.ndim - len(shape) :]] += grad[place]
    return summed


def sum_to_shape__axis_by_axis(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad


def sum_to_shape__float32(grad, shape):
    grad = grad.astype(np.float32)
    new = tuple(range(grad.ndim - len(shape)))
    stretched = tuple(len(new) + axis for axis, size in enumerate(shape) if size == 1)
    return grad.sum(axis=new + stretched).reshape(shape)


def sum_to_shape__reshape(grad, shape):
    padded = (1,) * (grad.ndim - len(shape)) + tuple(shape)
    axes = tuple(i for i, size in enumerate(padded) if size == 1)
    return grad.sum(axis=axes, keepdims=True).reshape(shape)


def sum_to_shape__bincount(grad, shape):
    number = math.prod(shape)
    places = np.broadcast_to(np.arange(number).reshape(shape), grad.shape)
    return np.bincount(places.ravel(), weights=grad.ravel(), minlength=number).reshape(shape)


def matmul_backward__loop(A, B, grad):
    dA, dB = np.zeros(A.shape), np.zeros(B.shape)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for k in range(A.shape[1]):
                dA[i, k] += grad[i, j] * B[k, j]
                dB[k, j] += grad[i, j] * A[i, k]
    return dA, dB


def matmul_backward__einsum(A, B, grad):
    return np.einsum("ij,kj->ik", grad, B), np.einsum("ik,ij->kj", A, grad)


def matmul_backward__float32(A, B, grad):
    A, B, grad = (values.astype(np.float32) for values in (A, B, grad))
    return grad @ B.T, A.T @ grad


def matmul_backward__transposed_twice(A, B, grad):
    return (B @ grad.T).T, (grad.T @ A).T


def matmul_backward__tensor(A, B, grad):
    A, B = Tensor(A, requires_grad=True), Tensor(B, requires_grad=True)
    (A @ B).backward(grad)
    return A.grad, B.grad
