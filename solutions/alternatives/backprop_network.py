"""Right answers of lesson 05 in other styles: the whole algorithm, updates and epochs."""

import numpy as np

from nnlib import activations, backprop
from nnlib.by_hand import two_layers


def backprop_sample__equations(x, target, parameters):
    W2, b2, W3, b3 = parameters
    (z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = backprop.output_error(a3, target, z3)
    d2 = backprop.hidden_error(W3, d3, z2)
    return (
        backprop.weight_gradient(d2, a1),
        backprop.bias_gradient(d2),
        backprop.weight_gradient(d3, a2),
        backprop.bias_gradient(d3),
    )


def backprop_sample__bare_numpy(x, target, parameters):
    W2, b2, W3, b3 = parameters
    a2 = 1 / (1 + np.exp(-(W2 @ x + b2)))
    a3 = 1 / (1 + np.exp(-(W3 @ a2 + b3)))
    d3 = (a3 - target) * a3 * (1 - a3)
    d2 = (d3 @ W3) * a2 * (1 - a2)
    return [np.outer(d2, x), d2, np.outer(d3, a2), d3]


def backprop_sample__einsum(x, target, parameters):
    W2, b2, W3, b3 = parameters
    z2 = np.einsum("hn,n->h", W2, x) + b2
    a2 = activations.sigmoid(z2)
    z3 = np.einsum("kh,h->k", W3, a2) + b3
    d3 = (activations.sigmoid(z3) - target) * activations.sigmoid_derivative(z3)
    d2 = np.einsum("kh,k,h->h", W3, d3, activations.sigmoid_derivative(z2))
    return np.einsum("h,n->hn", d2, x), d2, np.einsum("k,h->kh", d3, a2), d3


def backprop_sample__loops(x, target, parameters):
    W2, b2, W3, b3 = parameters

    def layer(a_prev, W, b):
        z = [sum(w * a for w, a in zip(row, a_prev, strict=True)) for row in W]
        return [float(activations.sigmoid(one + bias)) for one, bias in zip(z, b, strict=True)]

    a2 = layer(x, W2, b2)
    a3 = layer(a2, W3, b3)
    d3 = [(a - y) * a * (1 - a) for a, y in zip(a3, target, strict=True)]
    d2 = []
    for h in range(len(a2)):
        back = sum(W3[k][h] * d3[k] for k in range(len(d3)))
        d2.append(back * a2[h] * (1 - a2[h]))
    return [[d * a for a in x] for d in d2], d2, [[d * a for a in a2] for d in d3], d3


def backprop_sample__batch_of_one(x, target, parameters):
    W2, b2, W3, b3 = parameters
    trace = backprop.backprop(x[np.newaxis], target[np.newaxis], [W2, W3], [b2, b3])
    (dW2, dW3), (db2, db3) = trace.weight_gradients, trace.bias_gradients
    return dW2, db2, dW3, db3


def backprop_sample__float32(x, target, parameters):
    W2, b2, W3, b3 = (np.float32(one) for one in parameters)
    a1 = np.float32(x)
    z2 = W2 @ a1 + b2
    a2 = activations.sigmoid(z2)
    z3 = W3 @ a2 + b3
    d3 = (activations.sigmoid(z3) - np.float32(target)) * activations.sigmoid_derivative(z3)
    d2 = W3.T @ d3 * activations.sigmoid_derivative(z2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


def minibatch_update__equations(X, targets, parameters, learning_rate):
    W2, b2, W3, b3 = parameters
    (Z2, Z3), (A1, A2, A3) = backprop.feed_forward(X, [W2, W3], [b2, b3])
    D3 = backprop.output_error(A3, targets, Z3)
    D2 = backprop.hidden_error(W3, D3, Z2)
    dW2, db2 = two_layers.batch_gradients(D2, A1)
    dW3, db3 = two_layers.batch_gradients(D3, A2)
    new_W2, new_b2 = W2 - learning_rate * dW2, b2 - learning_rate * db2
    return new_W2, new_b2, W3 - learning_rate * dW3, b3 - learning_rate * db3


def minibatch_update__mean_of_samples(X, targets, parameters, learning_rate):
    sums = [np.zeros(np.shape(one)) for one in parameters]
    for x, target in zip(X, targets, strict=True):
        gradients = two_layers.backprop_sample(x, target, parameters)
        sums = [total + one for total, one in zip(sums, gradients, strict=True)]
    step = learning_rate / len(X)
    return tuple(old - step * total for old, total in zip(parameters, sums, strict=True))


def minibatch_update__bare_numpy(X, targets, parameters, learning_rate):
    W2, b2, W3, b3 = parameters
    A2 = activations.sigmoid(X @ W2.T + b2)
    A3 = activations.sigmoid(A2 @ W3.T + b3)
    D3 = (A3 - targets) * A3 * (1 - A3) / len(X)
    D2 = D3 @ W3 * A2 * (1 - A2)
    step = learning_rate
    return [
        W2 - step * D2.T @ X,
        b2 - step * D2.sum(0),
        W3 - step * D3.T @ A2,
        b3 - step * D3.sum(0),
    ]


def minibatch_update__copies_in_place(X, targets, parameters, learning_rate):
    W2, b2, W3, b3 = (np.array(one, dtype=float) for one in parameters)
    trace = backprop.backprop(X, targets, [W2, W3], [b2, b3])
    W2 -= learning_rate * trace.weight_gradients[0]
    W3 -= learning_rate * trace.weight_gradients[1]
    b2 -= learning_rate * trace.bias_gradients[0]
    b3 -= learning_rate * trace.bias_gradients[1]
    return W2, b2, W3, b3


def minibatch_update__float32(X, targets, parameters, learning_rate):
    W2, b2, W3, b3 = (np.float32(one) for one in parameters)
    X, targets, step = np.float32(X), np.float32(targets), np.float32(learning_rate / len(X))
    A2 = activations.sigmoid(X @ W2.T + b2)
    A3 = activations.sigmoid(A2 @ W3.T + b3)
    D3 = (A3 - targets) * A3 * (1 - A3)
    D2 = D3 @ W3 * A2 * (1 - A2)
    return W2 - step * D2.T @ X, b2 - step * sum(D2), W3 - step * D3.T @ A2, b3 - step * sum(D3)


def train_epoch__slices(X, targets, parameters, learning_rate, batch_size):
    for i in range(0, len(X), batch_size):
        parameters = two_layers.minibatch_update(
            X[i : i + batch_size], targets[i : i + batch_size], parameters, learning_rate
        )
    return parameters


def train_epoch__while(X, targets, parameters, learning_rate, batch_size):
    first = 0
    while first < len(X):
        last = min(first + batch_size, len(X))
        parameters = two_layers.minibatch_update(
            X[first:last], targets[first:last], parameters, learning_rate
        )
        first = last
    return list(parameters)


def train_epoch__split(X, targets, parameters, learning_rate, batch_size):
    cuts = list(range(batch_size, len(X), batch_size))
    pieces = zip(np.split(X, cuts), np.split(targets, cuts), strict=True)
    for inputs, wanted in pieces:
        parameters = two_layers.minibatch_update(inputs, wanted, parameters, learning_rate)
    return parameters


def train_epoch__recursive(X, targets, parameters, learning_rate, batch_size):
    if len(X) == 0:
        return parameters
    parameters = two_layers.minibatch_update(
        X[:batch_size], targets[:batch_size], parameters, learning_rate
    )
    rest = X[batch_size:], targets[batch_size:]
    return train_epoch__recursive(*rest, parameters, learning_rate, batch_size)


def train_epoch__own_update(X, targets, parameters, learning_rate, batch_size):
    W2, b2, W3, b3 = parameters
    for i in range(-(-len(X) // batch_size)):
        rows = np.arange(i * batch_size, min((i + 1) * batch_size, len(X)))
        inputs, wanted = X[rows], targets[rows]
        A2 = activations.sigmoid(inputs @ W2.T + b2)
        A3 = activations.sigmoid(A2 @ W3.T + b3)
        D3 = (A3 - wanted) * A3 * (1 - A3) / len(rows)
        D2 = D3 @ W3 * A2 * (1 - A2)
        W2, b2 = W2 - learning_rate * D2.T @ inputs, b2 - learning_rate * D2.sum(axis=0)
        W3, b3 = W3 - learning_rate * D3.T @ A2, b3 - learning_rate * D3.sum(axis=0)
    return W2, b2, W3, b3
