"""Right answers of lesson 02 in other styles: the prediction, gates, the line, the count."""

import numpy as np

from nnlib import activations, gates, perceptron


def predict__loop(x, weights, bias):
    if np.ndim(x) == 1:
        return 1 if sum(w * xi for w, xi in zip(weights, x, strict=True)) + bias > 0 else 0
    answers = []
    for row in x:
        z = bias
        for w, xi in zip(weights, row, strict=True):
            z = z + w * xi
        answers.append(1 if z > 0 else 0)
    return answers


def predict__einsum(x, weights, bias):
    return np.heaviside(np.einsum("...j,j->...", x, weights) + bias, 0.0)


def predict__float32(x, weights, bias):
    z = np.float32(x) @ np.float32(weights) + np.float32(bias)
    return np.float32(z > 0)


def predict__comparison(x, weights, bias):
    return np.dot(x, weights) > -bias


def predict__sum_of_products(x, weights, bias):
    return (np.sum(x * weights, axis=-1) + bias > 0).astype(int)


def predict__step(x, weights, bias):
    return activations.step(x @ weights + bias)


def gate_output__loop(gate, X):
    weights, bias = {
        "and": ([2, 2], -3),
        "or": ([2, 2], -1),
        "nand": ([-2, -2], 3),
        "not": ([-2], 1),
    }[gate]
    answers = []
    for row in X:
        z = sum(w * x for w, x in zip(weights, row, strict=True)) + bias
        answers.append(int(z > 0))
    return answers


def gate_output__einsum(gate, X):
    weights = {"and": [1, 1], "or": [1, 1], "nand": [-3, -2], "not": [-1]}[gate]
    bias = {"and": -1, "or": 0, "nand": 4, "not": 1}[gate]
    return np.where(np.einsum("ij,j->i", X, np.array(weights)) + bias > 0, 1.0, 0.0)


def gate_output__float32(gate, X):
    if gate == "not":
        return np.float32(0.5 - X[:, 0] > 0)
    sums = X.sum(axis=1).astype(np.float32)
    return np.float32({"and": sums - 1.9, "or": sums - 0.1, "nand": 1.1 - sums}[gate] > 0)


def gate_output__learnt(gate, X):
    weights, bias, _ = perceptron.train(*gates.truth_table(gate), 1.0, 50)
    return perceptron.predict(X, weights, bias)


def gate_output__uneven_weights(gate, X):
    if gate == "and":
        weights, bias = np.array([0.3, 0.9]), -1.0
    if gate == "or":
        weights, bias = np.array([5.0, 0.5]), -0.25
    if gate == "nand":
        weights, bias = np.array([-0.3, -0.9]), 1.1
    if gate == "not":
        weights, bias = np.array([-100.0]), 0.001
    return X @ weights + bias > 0


def boundary_line__loop(weights, bias):
    line = []
    for number in (weights[0], bias):
        line.append(-number / weights[1])
    return line


def boundary_line__einsum(weights, bias):
    slope, intercept = np.einsum(",i->i", -1 / weights[1], np.array([weights[0], bias]))
    return slope, intercept


def boundary_line__float32(weights, bias):
    w1, w2 = np.float32(weights)
    return -w1 / w2, -np.float32(bias) / w2


def boundary_line__two_points(weights, bias):
    w1, w2 = weights
    at_0, at_1 = -bias / w2, -(w1 + bias) / w2
    return at_1 - at_0, at_0


def boundary_line__array(weights, bias):
    return tuple(-np.array([weights[0], bias]) / weights[1])


def count_mistakes__loop(X, targets, weights, bias):
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        prediction = 1 if x @ weights + bias > 0 else 0
        if prediction != target:
            mistakes += 1
    return mistakes


def count_mistakes__einsum(X, targets, weights, bias):
    z = np.einsum("ij,j->i", X, weights) + bias
    return np.count_nonzero((z > 0) != (targets == 1))


def count_mistakes__float32(X, targets, weights, bias):
    z = X.astype(np.float32) @ weights.astype(np.float32) + np.float32(bias)
    return np.sum(np.abs(np.float32(z > 0) - np.float32(targets)))


def count_mistakes__squares(X, targets, weights, bias):
    return np.sum((targets - perceptron.predict(X, weights, bias)) ** 2)


def count_mistakes__not_right(X, targets, weights, bias):
    return len(X) - sum(perceptron.predict(X, weights, bias) == targets)


def boundary_line__array(weights, bias):
    return np.array([-weights[0], -bias]) / weights[1]


def boundary_line__two_points(weights, bias):
    left, right = -bias / weights[1], -(bias + weights[0]) / weights[1]
    return right - left, left
