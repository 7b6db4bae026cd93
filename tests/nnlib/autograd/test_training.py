"""Networks of two layers, written with tensors alone, learn what they are shown."""

from itertools import pairwise

import numpy as np

from nnlib.autograd import Tensor
from nnlib.data import noisy_curve
from nnlib.gates import truth_table


def parameters(sizes, rng):
    """Return weight and bias of each layer; biases that differ spread the corners of relu."""
    return [
        Tensor(values, requires_grad=True)
        for fan_in, width in pairwise(sizes)
        for values in (rng.normal(0, 1, (width, fan_in)), rng.normal(0, 1, width))
    ]


def logits(X, weight1, bias1, weight2, bias2):
    return (X @ weight1.T + bias1).relu() @ weight2.T + bias2


def descend(loss_of, params, learning_rate, num_epochs):
    for _ in range(num_epochs):
        loss = loss_of(params)
        loss.backward()
        for parameter in params:
            parameter.data -= learning_rate * parameter.grad
            parameter.grad = None
    return loss.item()


def test_linear_relu_linear_follows_a_curve():
    X, heights = noisy_curve(40, rng=np.random.default_rng(0), noise=0.0)
    targets = heights[:, np.newaxis]
    assert (targets**2).mean() > 0.4  # the loss of a network that always says 0

    def mean_squared_error(params):
        return ((logits(Tensor(2 * X - 1), *params) - targets) ** 2).mean()

    params = parameters([1, 24, 1], np.random.default_rng(1))
    assert descend(mean_squared_error, params, learning_rate=0.05, num_epochs=800) < 0.02


def test_linear_relu_linear_sigmoid_learns_xor():
    X, targets = truth_table("xor")
    wanted = np.asarray(targets)[:, np.newaxis]
    params = parameters([2, 8, 1], np.random.default_rng(0))

    def cross_entropy(params):
        probs = logits(Tensor(X), *params).sigmoid()
        return -(wanted * probs.log() + (1 - wanted) * (1 - probs).log()).mean()

    assert descend(cross_entropy, params, learning_rate=0.5, num_epochs=500) < 0.05
    probs = logits(Tensor(X), *params).sigmoid().data
    np.testing.assert_array_equal(probs > 0.5, wanted == 1)
