"""The yardstick: the same training in plain NumPy, as short as it can be read. It checks nothing.

All weights and biases lie in one vector and all gradients in another, so that an optimizer is one
formula on two vectors. A loss and the output's activation belong together: so δ of the last layer
is short.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from workloads import Workload

Array = np.ndarray


def sigmoid(z: Array) -> Array:
    """Return σ(z) = ½ (1 + tanh(z/2)), which never overflows."""
    return 0.5 * (1 + np.tanh(0.5 * z))


ACTIVATIONS = {  # a as a function of z, and f'(z) as a function of a
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a * a),
    "relu": (lambda z: np.maximum(z, 0), lambda a: a > 0),
}


def cross_entropy(z: Array, targets: Array) -> tuple[float, Array]:
    """Return the loss of softmax outputs and δ = (p - y) / n."""
    z = z - z.max(axis=1, keepdims=True)
    powers = np.exp(z)
    sums = powers.sum(axis=1, keepdims=True)
    loss = np.log(sums).sum() - np.vdot(targets, z)
    return loss / len(z), (powers / sums - targets) / len(z)


def binary_cross_entropy(z: Array, targets: Array) -> tuple[float, Array]:
    """Return the loss of sigmoid outputs, log(1 + e^z) - y z, and δ = (p - y) / n."""
    loss = np.logaddexp(0, z).sum() - np.vdot(targets, z)
    return loss / z.size, (sigmoid(z) - targets) / z.size


def quadratic_cost(z: Array, targets: Array) -> tuple[float, Array]:
    """Return the loss of sigmoid outputs, ½ ‖a - y‖², and δ = (a - y) a (1 - a) / n."""
    a = sigmoid(z)
    error = a - targets
    return np.vdot(error, error) / (2 * len(z)), error * a * (1 - a) / len(z)


LOSSES = {
    "cross_entropy": cross_entropy,
    "binary_cross_entropy": binary_cross_entropy,
    "quadratic_cost": quadratic_cost,
}


class PlainNetwork:
    """Layers of neurons whose weights, of the shape (inputs, outputs), are views of one vector."""

    def __init__(self, work: Workload) -> None:
        self.activation, self.derivative = ACTIVATIONS[work.activation]
        self.loss = LOSSES[work.loss]
        first = work.network().linear_layers()
        self.params = np.concatenate([p for a in first for p in (a.weight.T.ravel(), a.bias)])
        self.gradients = np.empty_like(self.params)
        self.layers = views(self.params, work.sizes)
        self.layer_gradients = views(self.gradients, work.sizes)

    def forward(self, x: Array) -> Array:
        """Return the last layer's net input, and keep what goes into each layer."""
        *hidden_layers, last_layer = self.layers
        self.inputs = [x]
        for layer in hidden_layers:
            self.inputs.append(self.activation(net_input(self.inputs[-1], *layer)))
        return net_input(self.inputs[-1], *last_layer)

    def backward(self, delta: Array) -> None:
        """Store the gradient of every weight and bias."""
        for index in reversed(range(len(self.layers))):
            x, (weight_gradient, bias_gradient) = self.inputs[index], self.layer_gradients[index]
            np.dot(x.T, delta, out=weight_gradient)
            delta.sum(axis=0, out=bias_gradient)
            if index:
                delta = delta @ self.layers[index][0].T
                delta *= self.derivative(x)


def net_input(x: Array, weight: Array, bias: Array) -> Array:
    """Return Z = X W + b."""
    z = x @ weight
    z += bias
    return z


def views(vector: Array, sizes: tuple[int, ...]) -> list[tuple[Array, Array]]:
    """Return each layer's weights and biases as views of a vector that holds them in a row."""
    layers = []
    for inputs, outputs in pairwise(sizes):
        weight, bias, vector = np.split(vector, [inputs * outputs, (inputs + 1) * outputs])
        layers.append((weight.reshape(inputs, outputs), bias))
    return layers


def sgd(params: Array, gradients: Array, learning_rate: float) -> Callable[[], None]:
    """Return what makes a step of gradient descent."""

    def step() -> None:
        nonlocal params
        params -= learning_rate * gradients

    return step


def adam(params: Array, gradients: Array, learning_rate: float) -> Callable[[], None]:
    """Return what makes a step of Adam: no new arrays, but one for what lies between."""
    m, v, scratch = (np.zeros_like(params) for _ in range(3))
    beta1, beta2, eps, t = 0.9, 0.999, 1e-8, 0

    def step() -> None:
        nonlocal params, m, v, scratch, t
        t += 1
        m *= beta1
        m += np.multiply(gradients, 1 - beta1, out=scratch)
        v *= beta2
        np.square(gradients, out=scratch)
        scratch *= 1 - beta2
        v += scratch
        np.sqrt(v, out=scratch)
        scratch *= (1 - beta2**t) ** -0.5
        scratch += eps
        np.divide(m, scratch, out=scratch)
        scratch *= learning_rate / (1 - beta1**t)
        params -= scratch

    return step


OPTIMIZERS = {"sgd": sgd, "adam": adam}


def plain_numpy(work: Workload) -> Callable[[], float]:
    """Return what trains from the workload's first weights and returns the last epoch's loss."""
    network, rng, targets = PlainNetwork(work), np.random.default_rng(1), work.target_rows()
    optimizer = OPTIMIZERS[work.solver]
    step = optimizer(network.params, network.gradients, work.learning_rate)

    def epoch() -> float:
        order, total = rng.permutation(len(work.X)), 0.0
        for start in range(0, len(order), work.batch_size):
            rows = order[start : start + work.batch_size]
            outputs = network.forward(work.X.take(rows, axis=0))
            loss, delta = network.loss(outputs, targets.take(rows, axis=0))
            network.backward(delta)
            step()
            total += len(rows) * loss
        return total / len(order)

    return lambda: [epoch() for _ in range(work.num_epochs)][-1]
