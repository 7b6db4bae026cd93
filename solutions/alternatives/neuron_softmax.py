"""Right answers of lesson 01 in other styles: softmax."""

import math

import numpy as np


def softmax__loop(z):
    z = np.array(z, dtype=float)
    for row in np.atleast_2d(z):
        row[:] = np.exp(row - row.max())
        row[:] = row / row.sum()
    return z


def softmax__float32(z):
    z = z.astype(np.float32)
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax__einsum(z):
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / np.einsum("...i->...", powers)[..., np.newaxis]


def softmax__log_of_sum(z):
    z = z - np.max(z, axis=-1, keepdims=True)
    return np.exp(z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True)))


def softmax__logaddexp(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))


def softmax__transposed(z):
    powers = np.exp(z.T - np.max(z.T, axis=0))
    return (powers / powers.sum(axis=0)).T


def softmax__by_dimension(z):
    if z.ndim == 1:
        powers = np.exp(z - z.max())
        return powers / powers.sum()
    powers = np.exp(z - z.max(axis=1)[:, None])
    return powers / powers.sum(axis=1)[:, None]


def softmax__along_axis(z):
    def one(row):
        powers = np.exp(row - np.max(row))
        return powers / np.sum(powers)

    return np.apply_along_axis(one, -1, z)


def softmax__lists(z):
    result = []
    for row in np.atleast_2d(z).tolist():
        powers = [float(np.exp(one - max(row))) for one in row]
        result.append([power / sum(powers) for power in powers])
    return result if np.ndim(z) == 2 else result[0]


def softmax__pairwise_differences(z):
    z = np.asarray(z, dtype=float)
    return 1 / np.exp(z[..., np.newaxis, :] - z[..., np.newaxis]).sum(axis=-1)


def softmax__last_score_as_reference(z):
    z = np.asarray(z, dtype=float)
    moved = z - z[..., -1:]
    moved = moved - np.amax(moved, axis=-1, keepdims=True)
    return np.exp(moved) / np.exp(moved).sum(-1, keepdims=True)


def softmax__matrix_of_ones(z):
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / (powers @ np.ones((z.shape[-1], z.shape[-1])))


def softmax__power_of_e(z):
    powers = np.power(np.e, z - np.sort(z, axis=-1)[..., -1:])
    return np.divide(powers, np.sum(powers, axis=-1, keepdims=True))


def softmax__copy_then_in_place(z):
    p = np.array(z, dtype=np.float64)
    p -= p.max(axis=-1, keepdims=True)
    np.exp(p, out=p)
    p /= p.sum(axis=-1, keepdims=True)
    return p


def softmax__row_by_row_in_plain_python(z):
    if z.ndim == 2:
        return [softmax__row_by_row_in_plain_python(row) for row in z]
    powers = [math.exp(score - max(z)) for score in z]
    return [power / sum(powers) for power in powers]
