"""Right answers of lesson 04 in other styles: whole networks."""

from itertools import pairwise

import numpy as np

from nnlib import activations


def count_parameters__index(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1]  # weights
        total += sizes[i + 1]  # biases
    return total


def count_parameters__bias_as_input(sizes):
    return sum((n + 1) * k for n, k in pairwise(sizes))


def count_parameters__weights_and_biases_apart(sizes):
    biases = sum(sizes[1:])
    weights = sum(a * b for a, b in pairwise(sizes))
    return weights + biases


def count_parameters__dot(sizes):
    sizes = np.array(sizes)
    return (sizes[:-1] + 1) @ sizes[1:]


def count_parameters__recursive(sizes):
    def count(n, rest):
        return (n + 1) * rest[0] + count(rest[0], rest[1:]) if rest else 0

    return count(sizes[0], sizes[1:])


def count_parameters__built_and_measured(sizes):
    pairs = pairwise(sizes)
    layers = [(np.zeros((k, n)), np.zeros(k)) for n, k in pairs]
    return float(sum(weight.size + bias.size for weight, bias in layers))


def forward__index(x, parameters, activation):
    a = x
    for index, (weight, bias) in enumerate(parameters):
        a = a @ weight.T + bias
        if index < len(parameters) - 1:
            a = activation(a)
    return a


def forward__last_z_kept(x, parameters, activation):
    a = z = x
    for weight, bias in parameters:
        z = a @ weight.T + bias
        a = activation(z)
    return z


def forward__recursive(x, parameters, activation):
    def go_on(a, layers):
        (weight, bias), rest = layers[0], layers[1:]
        z = a @ weight.T + bias
        return go_on(activation(z), rest) if rest else z

    return go_on(x, parameters)


def forward__einsum(x, parameters, activation):
    *hidden, (last_weight, last_bias) = parameters
    for weight, bias in hidden:
        x = activation(np.einsum("...i,ji->...j", x, weight) + bias)
    return np.einsum("...i,ji->...j", x, last_weight) + last_bias


def forward__sample_by_sample(x, parameters, activation):
    def one(a):
        for weight, bias in parameters[:-1]:
            a = activation(weight @ a + bias)
        return parameters[-1][0] @ a + parameters[-1][1]

    return one(x) if x.ndim == 1 else np.array([one(row) for row in x])


def forward__samples_in_columns(x, parameters, activation):
    a = np.atleast_2d(x).T
    for number, (weight, bias) in enumerate(parameters, start=1):
        a = weight @ a + bias[:, None]
        a = a if number == len(parameters) else activation(a)
    return a.T if x.ndim == 2 else a[:, 0]


def forward__float32(x, parameters, activation):
    a = np.float32(x)
    for weight, bias in parameters[:-1]:
        a = activation(a @ np.float32(weight).T + np.float32(bias))
    weight, bias = parameters[-1]
    return a @ np.float32(weight).T + np.float32(bias)


def sequential__match(x, layers):
    a = x
    for layer in layers:
        match layer:
            case "ReLU":
                a = np.maximum(a, 0)
            case "Sigmoid":
                a = 0.5 * (1 + np.tanh(a / 2))
            case weight, bias:
                a = a @ weight.T + bias
    return a


def sequential__table_of_functions(x, layers):
    functions = {"ReLU": activations.relu, "Sigmoid": activations.sigmoid}
    for layer in layers:
        x = functions[layer](x) if isinstance(layer, str) else x @ layer[0].T + layer[1]
    return x


def sequential__functions_joined(x, layers):
    def linear(weight, bias):
        return lambda a: np.einsum("...i,ji->...j", a, weight) + bias

    steps = []
    for layer in layers:
        if isinstance(layer, str):
            steps.append(activations.relu if layer == "ReLU" else activations.sigmoid)
        else:
            steps.append(linear(*layer))
    for step in steps:
        x = step(x)
    return x


def sequential__textbook_sigmoid(x, layers):
    a = np.asarray(x, dtype=float)
    for layer in layers:
        if isinstance(layer, tuple | list):
            weight, bias = layer
            a = np.inner(a, weight) + bias
        elif layer == "ReLU":
            a = a * (a > 0)
        else:
            a = 1 / (1 + np.exp(-a))
    return a


def sequential__sample_by_sample(x, layers):
    def one(a):
        for layer in layers:
            if type(layer) is tuple:
                a = layer[0] @ a + layer[1]
            else:
                a = activations.relu(a) if layer == "ReLU" else activations.sigmoid(a)
        return a

    return one(x) if x.ndim == 1 else [one(row).tolist() for row in x]


def sequential__float32(x, layers):
    a = x.astype(np.float32)
    for layer in layers:
        if layer == "ReLU":
            a = np.where(a > 0, a, np.float32(0))
        elif layer == "Sigmoid":
            a = activations.sigmoid(a)
        else:
            a = a @ layer[0].astype(np.float32).T + layer[1].astype(np.float32)
    return a
