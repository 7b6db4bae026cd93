"""Right answers of lesson 01 in other styles: the sums, the whole neuron, collapsed layers."""

import operator

import numpy as np


def net_input__loop(x, weights, bias):
    z = bias
    for i in range(len(x)):
        z = z + weights[i] * x[i]
    return z


def net_input__einsum(x, weights, bias):
    return np.einsum("i,i->", x, weights) + bias


def net_input__float32(x, weights, bias):
    return np.float32(np.dot(np.float32(x), np.float32(weights)) + np.float32(bias))


def net_input__list_comprehension(x, weights, bias):
    return sum([w * xi for w, xi in zip(weights, x, strict=True)]) + bias


def net_input__sum_of_products(x, weights, bias):
    return np.sum(x * weights) + bias


def net_input__bias_as_weight(x, weights, bias):
    return np.append(weights, bias) @ np.append(x, 1.0)


def net_input__python_float(x, weights, bias):
    return float(sum(map(operator.mul, x.tolist(), weights.tolist()))) + float(bias)


def net_input_batch__loop(X, weights, bias):
    z = np.empty(len(X))
    for i, row in enumerate(X):
        z[i] = np.dot(row, weights) + bias
    return z


def net_input_batch__two_loops(X, weights, bias):
    samples, inputs = X.shape
    z = np.full(samples, float(bias))
    for i in range(samples):
        for j in range(inputs):
            z[i] += X[i, j] * weights[j]
    return z


def net_input_batch__einsum(X, weights, bias):
    return np.einsum("ij,j->i", X, weights) + bias


def net_input_batch__float32(X, weights, bias):
    return X.astype(np.float32) @ weights.astype(np.float32) + np.float32(bias)


def net_input_batch__list_comprehension(X, weights, bias):
    return [float(row @ weights + bias) for row in X]


def net_input_batch__numpy_scalars(X, weights, bias):
    return [np.sum(row * weights) + bias for row in X]


def net_input_batch__sum_of_products(X, weights, bias):
    return np.sum(X * weights, axis=1) + bias


def net_input_batch__weights_left(X, weights, bias):
    return weights @ X.T + bias


def net_input_batch__weights_as_column(X, weights, bias):
    return (X @ weights.reshape(-1, 1) + bias).ravel()


def net_input_batch__weights_as_row(X, weights, bias):
    weight = weights[np.newaxis, :]
    return (X @ weight.T + bias)[:, 0]


def net_input_batch__column_of_ones(X, weights, bias):
    ones = np.ones((len(X), 1))
    return np.hstack([X, ones]) @ np.append(weights, bias)


def net_input_batch__along_axis(X, weights, bias):
    return np.apply_along_axis(lambda row: row @ weights + bias, 1, X)


def net_input_batch__input_by_input(X, weights, bias):
    z = np.zeros(len(X)) + bias
    for column, weight in zip(X.T, weights, strict=True):
        z = z + weight * column
    return z


def net_input_batch__tensordot(X, weights, bias):
    return np.add(np.tensordot(X, weights, axes=1), bias)


def neuron_output__loop(x, weights, bias, activation):
    z = bias
    for weight, value in zip(weights, x, strict=True):
        z = z + weight * value
    return activation(z)


def neuron_output__einsum(x, weights, bias, activation):
    return activation(np.einsum("i,i->", weights, x) + bias)


def neuron_output__float32(x, weights, bias, activation):
    z = np.dot(np.float32(x), np.float32(weights)) + np.float32(bias)
    return np.float32(activation(z))


def neuron_output__python_float(x, weights, bias, activation):
    return float(activation(float(np.sum(x * weights)) + bias))


def neuron_output__array_of_one(x, weights, bias, activation):
    z = np.array([x @ weights + bias])
    return activation(z)[0]


def collapse_layers__loop(weight1, bias1, weight2, bias2):
    weight = np.zeros((len(weight2), weight1.shape[1]))
    bias = np.zeros(len(weight2))
    for i in range(len(weight2)):
        bias[i] = bias2[i]
        for k in range(len(weight1)):
            bias[i] += weight2[i, k] * bias1[k]
            weight[i] += weight2[i, k] * weight1[k]
    return weight, bias


def collapse_layers__einsum(weight1, bias1, weight2, bias2):
    weight = np.einsum("ok,ki->oi", weight2, weight1)
    return weight, np.einsum("ok,k->o", weight2, bias1) + bias2


def collapse_layers__float32(weight1, bias1, weight2, bias2):
    weight1, bias1, weight2, bias2 = map(np.float32, (weight1, bias1, weight2, bias2))
    return weight2 @ weight1, weight2 @ bias1 + bias2


def collapse_layers__bias_from_left(weight1, bias1, weight2, bias2):
    return weight2.dot(weight1), bias1 @ weight2.T + bias2


def collapse_layers__lists(weight1, bias1, weight2, bias2):
    return [(weight2 @ weight1).tolist(), (weight2 @ bias1 + bias2).tolist()]


def collapse_layers__tried_on_unit_vectors(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2 @ (weight1 @ x + bias1) + bias2

    bias = both(np.zeros(weight1.shape[1]))
    columns = [both(unit) - bias for unit in np.eye(weight1.shape[1])]
    return np.array(columns).T, bias


def net_input_batch__list_of_rows(X, weights, bias):
    return [float(row @ weights) + bias for row in X]


def collapse_layers__asked_at_unit_inputs(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2 @ (weight1 @ x + bias1) + bias2

    bias = both(np.zeros(weight1.shape[1]))
    return [np.array([both(one) - bias for one in np.eye(weight1.shape[1])]).T, bias]
