"""Right answers of lesson C in other styles: convolution, pooling, recurrence, attention."""

import math

import numpy as np


def convolve2d__loop(image, kernel):
    (h, w), (p, q) = image.shape, kernel.shape
    result = np.zeros((h - p + 1, w - q + 1))
    for i in range(h - p + 1):
        for j in range(w - q + 1):
            for a in range(p):
                for b in range(q):
                    result[i, j] += kernel[a, b] * image[i + a, j + b]
    return result


def convolve2d__windows(image, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (windows * kernel).sum(axis=(2, 3))


def convolve2d__einsum(image, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)


def convolve2d__float32(image, kernel):
    image, kernel = image.astype(np.float32), kernel.astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return np.tensordot(windows, kernel, axes=2)


def convolve2d__shifted_images(image, kernel):
    rows, columns = np.subtract(image.shape, kernel.shape) + 1
    result = 0.0
    for (a, b), weight in np.ndenumerate(kernel):
        result = result + weight * image[a : a + rows, b : b + columns]
    return result


def convolve2d__list_comprehension(image, kernel):
    p, q = kernel.shape
    places = [range(n - k + 1) for n, k in zip(image.shape, kernel.shape, strict=True)]
    return [
        [float(np.sum(image[i : i + p, j : j + q] * kernel)) for j in places[1]] for i in places[0]
    ]


def max_pool__loop(image, size):
    rows, columns = image.shape[0] // size, image.shape[1] // size
    pooled = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            pooled[i, j] = image[size * i : size * (i + 1), size * j : size * (j + 1)].max()
    return pooled


def max_pool__windows(image, size):
    windows = np.lib.stride_tricks.sliding_window_view(image, (size, size))
    return windows[::size, ::size].max(axis=(2, 3))


def max_pool__float32(image, size):
    rows, columns = image.shape[0] // size, image.shape[1] // size
    cut = image[: rows * size, : columns * size].astype(np.float32)
    return cut.reshape(rows, size, columns, size).max(axis=(1, 3))


def max_pool__rows_then_columns(image, size):
    rows, columns = image.shape[0] // size, image.shape[1] // size
    cut = image[: rows * size, : columns * size]
    tall = np.maximum.reduce([cut[a::size] for a in range(size)])
    return np.maximum.reduce([tall[:, b::size] for b in range(size)])


def max_pool__list_comprehension(image, size):
    h, w = image.shape
    return [
        [
            max(image[a, b] for a in range(i, i + size) for b in range(j, j + size))
            for j in range(0, w - size + 1, size)
        ]
        for i in range(0, h - size + 1, size)
    ]


def rnn_step__loop(x, h_prev, weight_x, weight_h, bias):
    state = []
    for unit in range(len(bias)):
        z = float(bias[unit])
        for i in range(len(x)):
            z += float(weight_x[unit, i] * x[i])
        for i in range(len(h_prev)):
            z += float(weight_h[unit, i] * h_prev[i])
        state.append(math.tanh(z))
    return state


def rnn_step__einsum(x, h_prev, weight_x, weight_h, bias):
    z = np.einsum("hi,i->h", weight_x, x) + np.einsum("hk,k->h", weight_h, h_prev) + bias
    return np.tanh(z)


def rnn_step__float32(x, h_prev, weight_x, weight_h, bias):
    x, h_prev, bias = x.astype(np.float32), h_prev.astype(np.float32), bias.astype(np.float32)
    z = weight_x.astype(np.float32) @ x + weight_h.astype(np.float32) @ h_prev + bias
    return np.tanh(z)


def rnn_step__one_matrix(x, h_prev, weight_x, weight_h, bias):
    return np.tanh(np.hstack([weight_x, weight_h]) @ np.concatenate([x, h_prev]) + bias)


def rnn_step__by_sigmoid(x, h_prev, weight_x, weight_h, bias):
    z = weight_x @ x + weight_h @ h_prev + bias
    return 2 / (1 + np.exp(-2 * np.clip(z, -300, 300))) - 1


def lstm_step__loop(c_prev, z_forget, z_input, z_candidate, z_output):
    def gate(z):
        return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))

    memory, state = [], []
    for c, zf, zi, zg, zo in zip(c_prev, z_forget, z_input, z_candidate, z_output, strict=True):
        memory.append(gate(zf) * c + gate(zi) * math.tanh(zg))
        state.append(gate(zo) * math.tanh(memory[-1]))
    return memory, state


def lstm_step__gates_at_once(c_prev, z_forget, z_input, z_candidate, z_output):
    forget, let_in, show = 0.5 * (1 + np.tanh(np.stack([z_forget, z_input, z_output]) / 2))
    c = forget * c_prev + let_in * np.tanh(z_candidate)
    return c, show * np.tanh(c)


def lstm_step__einsum(c_prev, z_forget, z_input, z_candidate, z_output):
    f, i, o = (0.5 + 0.5 * np.tanh(z / 2) for z in (z_forget, z_input, z_output))
    c = np.einsum("gh,gh->h", np.stack([f, i]), np.stack([c_prev, np.tanh(z_candidate)]))
    return np.stack([c, o * np.tanh(c)])


def lstm_step__float32(c_prev, z_forget, z_input, z_candidate, z_output):
    zs = [z.astype(np.float32) for z in (z_forget, z_input, z_candidate, z_output)]
    f, i, o = (np.exp(-np.logaddexp(np.float32(0), -z)) for z in (zs[0], zs[1], zs[3]))
    c = f * c_prev.astype(np.float32) + i * np.tanh(zs[2])
    return c, o * np.tanh(c)


def attention__loop(queries, keys, values):
    result = []
    for query in queries:
        scores = [float(query @ key) / math.sqrt(len(query)) for key in keys]
        exps = [math.exp(score - max(scores)) for score in scores]
        total = sum(e * value for e, value in zip(exps, values, strict=True))
        result.append(total / sum(exps))
    return np.array(result)


def attention__einsum(queries, keys, values):
    scores = np.einsum("nd,md->nm", queries, keys) / np.sqrt(queries.shape[-1])
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.einsum("nm,mk->nk", exps, values) / exps.sum(axis=1, keepdims=True)


def attention__float32(queries, keys, values):
    queries, keys, values = (one.astype(np.float32) for one in (queries, keys, values))
    scores = queries @ keys.T / np.float32(math.sqrt(queries.shape[1]))
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True) @ values


def attention__queries_scaled_first(queries, keys, values):
    scores = (queries / queries.shape[1] ** 0.5) @ keys.T
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return np.exp(logs) @ values


def attention__columns(queries, keys, values):
    scores = keys @ queries.T / np.sqrt(keys.shape[1])
    weights = np.exp(scores - scores.max(axis=0))
    return (values.T @ (weights / weights.sum(axis=0))).T
