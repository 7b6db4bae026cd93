"""Right answers of lesson 02 in other styles: training from zeros."""

import itertools

import numpy as np

from nnlib import perceptron


def train__loop(X, targets, learning_rate, num_epochs):
    weights, bias, history = [0.0] * len(X[0]), 0.0, []
    for _ in range(num_epochs):
        mistakes = 0
        for x, target in zip(X, targets, strict=True):
            z = sum(w * xi for w, xi in zip(weights, x, strict=True)) + bias
            error = target - (1 if z > 0 else 0)
            mistakes += int(error != 0)
            weights = [w + learning_rate * error * xi for w, xi in zip(weights, x, strict=True)]
            bias += learning_rate * error
        history.append(mistakes)
        if mistakes == 0:
            return weights, bias, history
    return weights, bias, history


def train__einsum(X, targets, learning_rate, num_epochs):
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    while len(history) < num_epochs and 0 not in history:
        history.append(0)
        for x, target in zip(X, targets, strict=True):
            error = target - float(np.einsum("i,i->", x, weights) + bias > 0)
            weights = weights + np.einsum(",i->i", learning_rate * error, x)
            bias += learning_rate * error
            history[-1] += int(error != 0)
    return weights, bias, history


def train__float32(X, targets, learning_rate, num_epochs):
    X, rate = np.float32(X), np.float32(learning_rate)
    weights, bias, history = np.zeros(X.shape[1], dtype=np.float32), np.float32(0), []
    for _ in range(num_epochs):
        mistakes = 0
        for x, target in zip(X, targets, strict=True):
            error = np.float32(target) - np.float32(x @ weights + bias > 0)
            weights, bias = weights + rate * error * x, bias + rate * error
            mistakes += int(error != 0)
        history.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, history


def train__while(X, targets, learning_rate, num_epochs):
    weights, bias, history, mistakes = np.zeros(X.shape[1]), 0.0, [], 1
    while mistakes > 0 and len(history) < num_epochs:
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history.append(mistakes)
    return weights, bias, history


def train__errors_array(X, targets, learning_rate, num_epochs):
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        errors = np.zeros(len(X))
        for i in range(len(X)):
            errors[i] = targets[i] - np.heaviside(X[i] @ weights + bias, 0)
            weights = weights + learning_rate * errors[i] * X[i]
            bias = bias + learning_rate * errors[i]
        history.append(np.count_nonzero(errors))
        if not errors.any():
            break
    return weights, bias, history


def train__array_returned(X, targets, learning_rate, num_epochs):
    weights, bias, history = np.zeros(X.shape[1]), 0.0, np.array([], dtype=int)
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        history = np.append(history, mistakes)
        if mistakes == 0:
            break
    return [weights, bias, history]


def train__bias_as_weight(X, targets, learning_rate, num_epochs):
    inputs = np.column_stack([X, np.ones(len(X))])
    weights, history = np.zeros(inputs.shape[1]), []
    for _ in range(num_epochs):
        before = weights.copy()
        mistakes = 0
        for x, target in zip(inputs, targets, strict=True):
            wrong = (x @ weights > 0) != (target == 1)
            weights += wrong * learning_rate * (2 * target - 1) * x
            mistakes += wrong
        history.append(int(mistakes))
        if mistakes == 0 and np.array_equal(before, weights):
            break
    return weights[:-1], weights[-1], history


def train__recursion(X, targets, learning_rate, num_epochs):
    def further(weights, bias, history):
        if len(history) == num_epochs or history[-1:] == [0]:
            return weights, bias, history
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        return further(weights, bias, [*history, mistakes])

    return further(np.zeros(X.shape[1]), 0, [])


def train__fit(X, targets, learning_rate, num_epochs):
    history = perceptron.fit(X, targets, learning_rate=learning_rate, num_epochs=num_epochs)
    return history.weights, history.bias, list(history.mistakes)


def train__counted_updates(X, targets, learning_rate, num_epochs):
    # How often each sample was corrected upwards says all: w = η Σ times·x, b = η Σ times.
    times, history = np.zeros(len(X)), []
    for _ in range(num_epochs):
        mistakes = 0
        for i, target in enumerate(targets):
            z = learning_rate * (times @ X) @ X[i] + learning_rate * times.sum()
            error = target - (1.0 if z > 0 else 0.0)
            times[i] += error
            mistakes += int(abs(error))
        history.append(mistakes)
        if mistakes == 0:
            break
    return learning_rate * (times @ X), learning_rate * times.sum(), history


def train__scaled_at_the_end(X, targets, learning_rate, num_epochs):
    # From zeros, the learning rate changes the size of the weights and no decision.
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    while len(history) < num_epochs and 0 not in history:
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, 1.0)
        history.append(mistakes)
    return learning_rate * weights, learning_rate * bias, tuple(history)


def train__one_counter(X, targets, learning_rate, num_epochs):
    weights, bias, wrong = np.zeros(X.shape[1]), 0.0, []
    for _, i in itertools.product(range(num_epochs), range(len(X))):
        if i == 0 and wrong and not any(wrong[-len(X) :]):
            break
        error = targets[i] - perceptron.predict(X[i], weights, bias)
        wrong.append(error != 0)
        weights, bias = weights + learning_rate * error * X[i], bias + learning_rate * error
    return weights, bias, np.reshape(wrong, (-1, len(X))).sum(axis=1)


def train__update_by_update(X, targets, learning_rate, num_epochs):
    weights, bias, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(num_epochs):
        mistakes = 0
        for x, target in zip(X, targets, strict=True):
            old = bias
            weights, bias = perceptron.update_weights(weights, bias, x, target, learning_rate)
            mistakes += old != bias
        history.append(mistakes)
        if not mistakes:
            break
    return weights, bias, history
