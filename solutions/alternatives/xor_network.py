"""Right answers of lesson 03 in other styles: the tiny network, its loss and its steps."""

import math

import numpy as np

from nnlib import activations


def tiny_forward__textbook_sigmoid(params, X):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    hidden = sigmoid(X @ params[:4].reshape(2, 2).T + params[4:6])
    return sigmoid(hidden @ params[6:8] + params[8])


def tiny_forward__neuron_by_neuron(params, X):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(z / 2))

    h1 = sigmoid(params[0] * X[:, 0] + params[1] * X[:, 1] + params[4])
    h2 = sigmoid(params[2] * X[:, 0] + params[3] * X[:, 1] + params[5])
    return sigmoid(params[6] * h1 + params[7] * h2 + params[8])


def tiny_forward__loop(params, X):
    def sigmoid(z):
        return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))

    p, answers = params.tolist(), []
    for x1, x2 in X.tolist():
        h1 = sigmoid(p[0] * x1 + p[1] * x2 + p[4])
        h2 = sigmoid(p[2] * x1 + p[3] * x2 + p[5])
        answers.append(sigmoid(p[6] * h1 + p[7] * h2 + p[8]))
    return answers


def tiny_forward__einsum(params, X):
    z = np.einsum("mi,hi->mh", X, params[:4].reshape(2, 2)) + params[4:6]
    hidden = np.exp(-np.logaddexp(0, -z))
    return np.exp(-np.logaddexp(0, -(np.einsum("mh,h->m", hidden, params[6:8]) + params[8])))


def tiny_forward__float32(params, X):
    params, X = params.astype(np.float32), X.astype(np.float32)
    hidden = np.tanh((X @ params[:4].reshape(2, 2).T + params[4:6]) / 2) / 2 + np.float32(0.5)
    return np.tanh((hidden @ params[6:8] + params[8]) / 2) / 2 + np.float32(0.5)


def tiny_forward__bias_as_input(params, X):
    ones = np.ones((len(X), 1))
    first = np.column_stack([params[:4].reshape(2, 2), params[4:6]])
    hidden = 1 / (1 + np.exp(-np.clip(np.hstack([X, ones]) @ first.T, -500, 500)))
    return 1 / (1 + np.exp(-np.hstack([hidden, ones]) @ params[6:]))


def mean_squared_loss__loop(predictions, targets):
    total = 0.0
    for y, t in zip(predictions, targets, strict=True):
        total += (y - t) ** 2
    return total / len(targets)


def mean_squared_loss__dot(predictions, targets):
    errors = targets - predictions
    return errors @ errors / errors.size


def mean_squared_loss__multiplied_out(predictions, targets):
    y, t = predictions.astype(float), targets.astype(float)
    return np.mean(y**2 - 2 * y * t + t**2)


def mean_squared_loss__norm(predictions, targets):
    return np.linalg.norm(predictions - targets) ** 2 / len(predictions)


def mean_squared_loss__python_floats(predictions, targets):
    pairs = zip(predictions.tolist(), targets.tolist(), strict=True)
    return math.fsum((y - t) ** 2 for y, t in pairs) / len(targets)


def mean_squared_loss__float32(predictions, targets):
    return np.mean(np.square(np.float32(predictions) - np.float32(targets)), dtype=np.float32)


def descend__loop(params, slopes, learning_rate):
    moved = []
    for p, slope in zip(params, slopes, strict=True):
        moved.append(p - learning_rate * slope)
    return np.array(moved)


def descend__copy_then_subtract(params, slopes, learning_rate):
    moved = params.astype(float)  # a copy, so the argument stays as it is
    moved -= learning_rate * slopes
    return moved


def descend__add_the_opposite(params, slopes, learning_rate):
    return np.add(params, -learning_rate * slopes)


def descend__list_comprehension(params, slopes, learning_rate):
    return [float(p - learning_rate * s) for p, s in zip(params, slopes, strict=True)]


def descend__float32(params, slopes, learning_rate):
    return np.float32(params) - np.float32(learning_rate) * np.float32(slopes)


def tiny_forward__neuron_by_neuron(params, X):
    answers = []
    for x in X:
        h1 = activations.sigmoid(params[0] * x[0] + params[1] * x[1] + params[4])
        h2 = activations.sigmoid(params[2] * x[0] + params[3] * x[1] + params[5])
        answers.append(activations.sigmoid(params[6] * h1 + params[7] * h2 + params[8]))
    return answers
