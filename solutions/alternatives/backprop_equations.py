"""Right answers of lesson 05 in other styles: the four equations, and why weights learn slowly."""

import numpy as np

from nnlib import activations


def output_error__from_the_output(output, target, z):
    return (output - target) * output * (1 - output)


def output_error__loop(output, target, z):
    delta = []
    for a, y, one_z in zip(output, target, z, strict=True):
        delta.append((a - y) * activations.sigmoid_derivative(one_z))
    return delta


def output_error__einsum(output, target, z):
    return np.einsum("i,i->i", output - target, activations.sigmoid_derivative(z))


def output_error__minus_y_minus_a(output, target, z):
    a = activations.sigmoid(z)
    return -(target - a) * (a - a**2)


def output_error__float32(output, target, z):
    output, target, z = np.float32(output), np.float32(target), np.float32(z)
    return (output - target) * activations.sigmoid_derivative(z)


def output_error__tanh(output, target, z):
    return (output - target) * (1 - np.tanh(z / 2) ** 2) / 4


def hidden_error__row_times_matrix(next_weight, next_error, z):
    return next_error @ next_weight * activations.sigmoid_derivative(z)


def hidden_error__loops(next_weight, next_error, z):
    delta = []
    for k in range(len(z)):
        back = 0.0
        for j in range(len(next_error)):
            back += next_weight[j, k] * next_error[j]
        a = activations.sigmoid(z[k])
        delta.append(back * a * (1 - a))
    return delta


def hidden_error__einsum(next_weight, next_error, z):
    return np.einsum("jk,j,k->k", next_weight, next_error, activations.sigmoid_derivative(z))


def hidden_error__sum_of_rows(next_weight, next_error, z):
    back = np.sum(next_weight * next_error[:, np.newaxis], axis=0)
    return back * activations.sigmoid_derivative(z)


def hidden_error__float32(next_weight, next_error, z):
    back = np.float32(next_weight).T @ np.float32(next_error)
    return back * activations.sigmoid_derivative(np.float32(z))


def hidden_error__diagonal_matrix(next_weight, next_error, z):
    return np.diag(activations.sigmoid_derivative(z)) @ next_weight.T @ next_error


def bias_gradient__copy(error):
    return error.copy()


def bias_gradient__list(error):
    return [delta * 1 for delta in error]


def bias_gradient__times_ones(error):
    return error * np.ones_like(error)


def bias_gradient__identity_matrix(error):
    return np.eye(len(error)) @ error


def bias_gradient__float32(error):
    return np.float32(error)


def weight_gradient__column_times_row(error, previous_activation):
    return error[:, np.newaxis] * previous_activation


def weight_gradient__matrix_product(error, previous_activation):
    return error.reshape(-1, 1) @ previous_activation.reshape(1, -1)


def weight_gradient__einsum(error, previous_activation):
    return np.einsum("j,k->jk", error, previous_activation)


def weight_gradient__loops(error, previous_activation):
    table = np.zeros((len(error), len(previous_activation)))
    for j in range(len(error)):
        for k in range(len(previous_activation)):
            table[j, k] = error[j] * previous_activation[k]
    return table


def weight_gradient__list_of_rows(error, previous_activation):
    return [[delta * a for a in previous_activation] for delta in error]


def weight_gradient__float32(error, previous_activation):
    return np.outer(np.float32(error), np.float32(previous_activation))


def batch_gradients__loop(errors, previous_activations):
    m = len(errors)
    weights, biases = 0.0, 0.0
    for delta, a in zip(errors, previous_activations, strict=True):
        weights = weights + np.outer(delta, a)
        biases = biases + delta
    return weights / m, biases / m


def batch_gradients__einsum(errors, previous_activations):
    tables = np.einsum("mj,mk->mjk", errors, previous_activations)
    return np.mean(tables, axis=0), np.mean(errors, axis=0)


def batch_gradients__divided_first(errors, previous_activations):
    scaled = errors / errors.shape[0]
    return scaled.T @ previous_activations, scaled.sum(axis=0)


def batch_gradients__ones_column(errors, previous_activations):
    m = len(errors)
    with_ones = np.column_stack([previous_activations, np.ones(m)])
    both = errors.T @ with_ones / m
    return both[:, :-1], both[:, -1]


def batch_gradients__float32(errors, previous_activations):
    errors, inputs = np.float32(errors), np.float32(previous_activations)
    return errors.T @ inputs / np.float32(len(errors)), errors.mean(axis=0)


def slow_weights__loops(error, previous_activation, limit):
    count = 0
    for delta in error:
        for a in previous_activation:
            if abs(delta * a) < limit:
                count += 1
    return count


def slow_weights__both_sides(error, previous_activation, limit):
    gradient = error[:, np.newaxis] * previous_activation
    return np.count_nonzero((gradient < limit) & (gradient > -limit))


def slow_weights__sizes_first(error, previous_activation, limit):
    return int((np.outer(np.abs(error), np.abs(previous_activation)) < limit).sum())


def slow_weights__squares(error, previous_activation, limit):
    return sum(bool((d * a) ** 2 < limit**2) for d in error for a in previous_activation)


def slow_weights__einsum(error, previous_activation, limit):
    gradient = np.einsum("j,k->jk", error, previous_activation)
    return gradient.size - np.sum(np.abs(gradient) >= limit)


def saturated_share__from_the_output(z, limit):
    a = activations.sigmoid(z)
    return np.mean(a * (1 - a) < limit)


def saturated_share__loop(z, limit):
    numbers = np.ravel(z)
    saturated = [one for one in numbers if activations.sigmoid_derivative(one) < limit]
    return len(saturated) / len(numbers)


def saturated_share__count_by_size(z, limit):
    return np.count_nonzero(activations.sigmoid_derivative(z) < limit) / z.size


def saturated_share__tanh(z, limit):
    return float(((1 - np.tanh(z / 2) ** 2) / 4 < limit).mean())


def saturated_share__one_minus_the_rest(z, limit):
    return 1 - np.mean(np.where(activations.sigmoid_derivative(z) >= limit, 1, 0))
