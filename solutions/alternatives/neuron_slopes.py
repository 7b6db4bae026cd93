"""Right answers of lesson 01 in other styles: the derivatives of the activations."""

import numpy as np

from nnlib import activations


def sigmoid_derivative__loop(z):
    slopes = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        a = 1 / (1 + np.exp(-value))
        slopes[position] = a * (1 - a)
    return slopes


def sigmoid_derivative__float32(z):
    a = 1 / (1 + np.exp(-np.float32(z)))
    return a * (1 - a)


def sigmoid_derivative__minus_square(z):
    a = activations.sigmoid(z)
    return a - a**2


def sigmoid_derivative__both_sides(z):
    return activations.sigmoid(z) * activations.sigmoid(-z)


def sigmoid_derivative__from_tanh(z):
    return (1 - np.tanh(np.asarray(z) / 2) ** 2) / 4


def sigmoid_derivative__exp_of_abs(z):
    small = np.exp(-np.abs(z))
    return small / (1 + small) ** 2


def tanh_derivative__loop(z):
    slopes = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        slopes[position] = 1 - np.tanh(value) ** 2
    return slopes


def tanh_derivative__float32(z):
    a = np.tanh(np.float32(z))
    return 1 - a * a


def tanh_derivative__product(z):
    a = np.tanh(z)
    return (1 - a) * (1 + a)


def tanh_derivative__cosh(z):
    return 1 / np.cosh(z) ** 2


def tanh_derivative__from_sigmoid(z):
    a = activations.sigmoid(2 * np.asarray(z))
    return 4 * a * (1 - a)


def relu_derivative__loop(z):
    slopes = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        slopes[position] = 1 if value > 0 else 0
    return slopes


def relu_derivative__float32(z):
    return np.float32(np.asarray(z) > 0)


def relu_derivative__comparison(z):
    return z > 0


def relu_derivative__where(z):
    return np.where(np.asarray(z) <= 0, 0, 1)


def relu_derivative__step(z):
    return activations.step(z)


def relu_derivative__lists(z):
    return (np.asarray(z) > 0).astype(int).tolist()


def leaky_relu_derivative__loop(z, slope=0.01):
    slopes = np.zeros(np.shape(z))
    for position, value in np.ndenumerate(z):
        slopes[position] = 1 if value > 0 else slope
    return slopes


def leaky_relu_derivative__float32(z, slope=0.01):
    return np.where(np.asarray(z) > 0, np.float32(1), np.float32(slope))


def leaky_relu_derivative__weighted_question(z, slope=0.01):
    positive = np.asarray(z) > 0
    return slope + (1 - slope) * positive


def leaky_relu_derivative__full_then_ones(z, slope=0.01):
    slopes = np.full(np.shape(z), slope)
    slopes[np.asarray(z) > 0] = 1.0
    return slopes


def leaky_relu_derivative__two_steps(z, slope=0.01):
    right = activations.step(z)
    return right + slope * (1 - right)
