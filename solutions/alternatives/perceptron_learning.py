"""Right answers of lesson 02 in other styles: one update, and one epoch of updates."""

import numpy as np

from nnlib import activations, perceptron


def update_weights__loop(weights, bias, x, target, learning_rate):
    z = bias
    for i in range(len(x)):
        z = z + weights[i] * x[i]
    error = target - (1 if z > 0 else 0)
    new_weights = []
    for i in range(len(x)):
        new_weights.append(weights[i] + learning_rate * error * x[i])
    return new_weights, bias + learning_rate * error


def update_weights__einsum(weights, bias, x, target, learning_rate):
    error = target - int(np.einsum("i,i->", weights, x) + bias > 0)
    return weights + np.einsum(",i->i", learning_rate * error, x), bias + learning_rate * error


def update_weights__float32(weights, bias, x, target, learning_rate):
    weights, bias, x = np.float32(weights), np.float32(bias), np.float32(x)
    change = np.float32(learning_rate) * np.float32(target - (weights @ x + bias > 0))
    return weights + change * x, bias + change


def update_weights__list_comprehension(weights, bias, x, target, learning_rate):
    change = learning_rate * (target - int(np.dot(weights, x) + bias > 0))
    return [w + change * xi for w, xi in zip(weights, x, strict=True)], bias + change


def update_weights__three_cases(weights, bias, x, target, learning_rate):
    fires = x @ weights + bias > 0
    if target == 1 and not fires:
        return weights + learning_rate * x, bias + learning_rate
    if target == 0 and fires:
        return weights - learning_rate * x, bias - learning_rate
    return weights, bias


def update_weights__nothing_when_right(weights, bias, x, target, learning_rate):
    if perceptron.predict(x, weights, bias) == target:
        return weights, bias
    direction = 2 * target - 1
    return weights + direction * learning_rate * x, bias + direction * learning_rate


def update_weights__minus_y_minus_t(weights, bias, x, target, learning_rate):
    gradient = perceptron.predict(x, weights, bias) - target
    return weights - learning_rate * gradient * x, bias - learning_rate * gradient


def update_weights__bias_as_weight(weights, bias, x, target, learning_rate):
    longer, inputs = np.append(weights, bias).astype(float), np.append(x, 1.0)
    longer += learning_rate * (target - float(longer @ inputs > 0)) * inputs
    return longer[:-1], longer[-1]


def update_weights__copy_then_in_place(weights, bias, x, target, learning_rate):
    weights = np.array(weights, dtype=float)
    error = target - np.heaviside(weights @ x + bias, 0)
    weights += learning_rate * error * x
    bias += learning_rate * error
    return weights, bias


def update_weights__list_returned(weights, bias, x, target, learning_rate):
    error = target - activations.step(np.sum(weights * x) + bias)
    return [(weights + learning_rate * error * x).tolist(), float(bias + learning_rate * error)]


def update_weights__numpy_scalars(weights, bias, x, target, learning_rate):
    error = np.float64(target) - np.float64(np.inner(x, weights) + bias > 0)
    change = np.multiply(learning_rate, error)
    return np.add(weights, np.multiply(change, x)), np.add(bias, change)


def update_weights__where(weights, bias, x, target, learning_rate):
    wrong = (x @ weights + bias > 0) != (target == 1)
    change = np.where(wrong, np.where(target == 1, learning_rate, -learning_rate), 0.0)
    return weights + change * x, bias + change


def update_weights__outer(weights, bias, x, target, learning_rate):
    row = np.reshape(x, (1, -1))
    error = np.array([[target]]) - np.where(row @ np.reshape(weights, (-1, 1)) + bias > 0, 1, 0)
    change = learning_rate * error
    return weights + (change @ row)[0], bias + change.item()


def train_epoch__loop(X, targets, weights, bias, learning_rate):
    weights, mistakes = list(weights), 0
    for i in range(len(X)):
        z = bias + sum(weights[j] * X[i, j] for j in range(len(weights)))
        error = targets[i] - (1 if z > 0 else 0)
        if error != 0:
            mistakes += 1
        weights = [weights[j] + learning_rate * error * X[i, j] for j in range(len(weights))]
        bias = bias + learning_rate * error
    return weights, bias, mistakes


def train_epoch__einsum(X, targets, weights, bias, learning_rate):
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - int(np.einsum("i,i->", x, weights) + bias > 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += abs(error)
    return weights, bias, mistakes


def train_epoch__float32(X, targets, weights, bias, learning_rate):
    X, weights, bias = np.float32(X), np.float32(weights), np.float32(bias)
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = np.float32(target) - np.float32(x @ weights + bias > 0)
        weights = weights + np.float32(learning_rate) * error * x
        bias = bias + np.float32(learning_rate) * error
        mistakes += int(error != 0)
    return weights, bias, mistakes


def train_epoch__only_mistakes(X, targets, weights, bias, learning_rate):
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        if perceptron.predict(x, weights, bias) == target:
            continue
        mistakes += 1
        weights, bias = perceptron.update_weights(weights, bias, x, target, learning_rate)
    return weights, bias, mistakes


def train_epoch__copy_then_in_place(X, targets, weights, bias, learning_rate):
    weights, errors = weights.astype(float), []
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights += learning_rate * error * x
        bias += learning_rate * error
        errors.append(error)
    return weights, bias, np.count_nonzero(errors)


def update_weights__three_cases(weights, bias, x, target, learning_rate):
    prediction = perceptron.predict(x, weights, bias)
    if prediction == target:
        return weights, bias
    if target == 1:
        return weights + learning_rate * x, bias + learning_rate
    return weights - learning_rate * x, bias - learning_rate
