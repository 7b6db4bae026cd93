"""Right answers of lesson 07 in other styles: dropout, first weights, the chain."""

import math

import numpy as np

from nnlib import activations as act


def dropout_forward__mask(activations, u, p, training):
    if not training:
        return activations
    mask = (u >= p) / (1 - p)
    return activations * mask


def dropout_forward__strictly_above(activations, u, p, training):
    return np.where(u > p, activations / (1 - p), 0) if training else np.array(activations)


def dropout_forward__loop(activations, u, p, training):
    out = np.array(activations, dtype=float)
    for place in np.ndindex(*out.shape):
        if training:
            out[place] = 0.0 if u[place] < p else out[place] / (1 - p)
    return out


def dropout_forward__float32(activations, u, p, training):
    activations = np.float32(activations)
    if training:
        return activations * np.float32(u >= p) * np.float32(1 / (1 - p))
    return activations


def dropout_forward__assigned(activations, u, p, training):
    out = activations / (1 - p) if training else activations * 1.0
    if training:
        out[u < p] = 0
    return out


def dropout_forward__list_returned(activations, u, p, training):
    scale = 1 / (1 - p) if training else 1.0
    kept = np.logical_or(np.greater_equal(u, p), not training)
    return (scale * np.multiply(activations, kept)).tolist()


def dropout_backward__product(gradient, mask):
    return np.multiply(gradient, mask)


def dropout_backward__einsum(gradient, mask):
    return np.einsum("...,...->...", gradient, mask)


def dropout_backward__where(gradient, mask):
    return np.where(mask > 0, gradient * mask, 0)


def dropout_backward__float32(gradient, mask):
    return np.float32(gradient) * np.float32(mask)


def dropout_backward__loop(gradient, mask):
    out = np.zeros(np.shape(gradient))
    for place in np.ndindex(*out.shape):
        out[place] = gradient[place] * mask[place]
    return out


def xavier_weights__shape(n):
    outputs, inputs = n.shape
    return math.sqrt(2 / (inputs + outputs)) * n


def xavier_weights__sum_of_shape(n):
    return n * np.sqrt(2 / sum(np.shape(n)))


def xavier_weights__divided(n):
    return n / np.sqrt((n.shape[0] + n.shape[1]) / 2)


def xavier_weights__float32(n):
    return np.float32(n) * np.float32(np.sqrt(2 / (len(n) + len(n[0]))))


def xavier_weights__power(n):
    return n * (2 / (n.shape[1] + n.shape[0])) ** 0.5


def he_weights__shape(n):
    _, inputs = n.shape
    return math.sqrt(2 / inputs) * n


def he_weights__divided(n):
    return n / np.sqrt(n.shape[-1] / 2)


def he_weights__float32(n):
    return np.float32(n) * np.sqrt(np.float32(2 / n.shape[1]))


def he_weights__loop(n):
    return [[float(one) * math.sqrt(2 / len(row)) for one in row] for row in n]


def he_weights__gain(n):
    return n * np.sqrt(2) / np.sqrt(n.shape[1])


def chain_gradient__loop(weights, x):
    a, gradient = x, 1.0
    for w in weights:
        z = w * a
        gradient *= w * act.sigmoid_derivative(z)
        a = act.sigmoid(z)
    return gradient


def chain_gradient__from_the_activation(weights, x):
    a, gradient = x, 1.0
    for w in weights:
        a = 1 / (1 + np.exp(-w * a))
        gradient = gradient * w * a * (1 - a)
    return gradient


def chain_gradient__backwards(weights, x):
    net_inputs, a = [], x
    for w in weights:
        net_inputs.append(w * a)
        a = act.sigmoid(net_inputs[-1])
    delta = 1.0
    for w, z in zip(reversed(weights), reversed(net_inputs), strict=True):
        delta = delta * act.sigmoid_derivative(z) * w
    return delta


def chain_gradient__float32(weights, x):
    a, gradient = np.float32(x), np.float32(1)
    for w in np.float32(weights):
        z = w * a
        a = np.float32(0.5) * (np.float32(1) + np.tanh(z / np.float32(2)))
        # 1 - a would lose digits where a is nearly 1.
        gradient *= w * np.float32(0.25) / np.cosh(z / np.float32(2)) ** 2
    return gradient


def chain_gradient__recursion(weights, x):
    if len(weights) == 0:
        return 1.0
    z = weights[0] * x
    return (
        weights[0]
        * act.sigmoid_derivative(z)
        * chain_gradient__recursion(weights[1:], act.sigmoid(z))
    )


def chain_gradient__product_of_arrays(weights, x):
    a = [x]
    for w in weights:
        a.append(float(act.sigmoid(w * a[-1])))
    slopes = act.sigmoid_derivative(np.asarray(weights) * np.array(a[:-1], dtype=float))
    return np.prod(weights * slopes)
