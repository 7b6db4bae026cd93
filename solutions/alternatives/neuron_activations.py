"""Right answers of lesson 01 in other styles: the activations that treat each z by itself."""

import numpy as np


def step__loop(z, threshold=0.0):
    a = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        if value > threshold:
            a[position] = 1.0
    return a


def step__comparison(z, threshold=0.0):
    return z > threshold


def step__float32(z, threshold=0.0):
    return np.float32(np.asarray(z) > threshold)


def step__heaviside(z, threshold=0.0):
    return np.heaviside(np.asarray(z) - threshold, 0.0)


def step__integers(z, threshold=0.0):
    return np.where(z > threshold, 1, 0)


def step__clipped_sign(z, threshold=0.0):
    return np.clip(np.sign(z - threshold), 0, 1)


def sigmoid__loop(z):
    a = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        a[position] = 1 / (1 + np.exp(-value))
    return a


def sigmoid__textbook(z):
    return 1 / (1 + np.exp(-z))


def sigmoid__float32(z):
    return 1 / (1 + np.exp(-np.float32(z)))


def sigmoid__exp_of_abs(z):
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, small) / (1 + small)


def sigmoid__two_branches(z):
    z = np.asarray(z, dtype=float)
    a = np.empty_like(z)
    a[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    a[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return a


def sigmoid__tanh(z):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))


def sigmoid__clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def sigmoid__logaddexp(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def sigmoid__vectorized(z):
    return np.vectorize(lambda one: float(1 / (1 + np.exp(-one))))(z)


def sigmoid__power_of_e(z):
    return np.power(1.0 + np.power(np.e, -np.asarray(z, dtype=float)), -1.0)


def sigmoid__softmax_of_two(z):
    z = np.asarray(z, dtype=float)
    top = np.maximum(z, 0)
    return np.exp(z - top) / (np.exp(z - top) + np.exp(-top))


def sigmoid__lists(z):
    return (1 / (1 + np.exp(-np.asarray(z, dtype=float)))).tolist()


def sigmoid__reciprocal(z):
    return np.reciprocal(1 + np.exp(np.negative(z)))


def tanh__loop(z):
    a = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        a[position] = np.tanh(value)
    return a


def tanh__numpy(z):
    return np.tanh(z)


def tanh__float32(z):
    return np.tanh(np.float32(z))


def tanh__from_sigmoid(z):
    return 2 / (1 + np.exp(-2.0 * np.asarray(z))) - 1


def tanh__exp_of_abs(z):
    small = np.exp(-2.0 * np.abs(z))
    return np.sign(z) * (1 - small) / (1 + small)


def tanh__clipped(z):
    z = np.clip(z, -300.0, 300.0)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def relu__loop(z):
    a = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        a[position] = max(0, value)
    return a


def relu__float32(z):
    return np.maximum(np.float32(z), np.float32(0))


def relu__where(z):
    return np.where(np.asarray(z) > 0, z, 0)


def relu__times_question(z):
    return z * (np.asarray(z) > 0)


def relu__half_of_both(z):
    return (z + np.abs(z)) / 2


def relu__clip(z):
    return np.clip(z, 0, None)


def relu__copy_then_zero(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0
    return a


def leaky_relu__loop(z, slope=0.01):
    a = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        a[position] = value if value > 0 else slope * value
    return a


def leaky_relu__float32(z, slope=0.01):
    z = np.float32(z)
    return np.where(z > 0, z, np.float32(slope) * z)


def leaky_relu__where(z, slope=0.01):
    return np.where(np.asarray(z) < 0, slope * z, z)


def leaky_relu__sum_of_sides(z, slope=0.01):
    return np.maximum(0, z) + slope * np.minimum(0, z)


def leaky_relu__factor(z, slope=0.01):
    factor = np.where(np.asarray(z) > 0, 1, slope)
    return factor * z
