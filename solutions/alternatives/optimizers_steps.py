"""Right answers of lesson 06 in other styles: momentum, RMSprop and the corrected mean."""

from functools import reduce

import numpy as np

from nnlib import optimizers


def momentum_steps__loop(params, gradients, learning_rate, momentum):
    weights, velocities = [float(w) for w in params], [0.0] * len(params)
    for gradient in gradients:
        for i in range(len(weights)):
            velocities[i] = momentum * velocities[i] + gradient[i]
            weights[i] = weights[i] - learning_rate * velocities[i]
    return weights


def momentum_steps__rate_inside(params, gradients, learning_rate, momentum):
    change = np.zeros(len(params))
    for gradient in gradients:
        change = momentum * change - learning_rate * gradient
        params = params + change
    return params


def momentum_steps__two_places(params, gradients, learning_rate, momentum):
    before, now = params, params
    for gradient in gradients:
        before, now = now, now - learning_rate * gradient + momentum * (now - before)
    return now


def momentum_steps__einsum(params, gradients, learning_rate, momentum):
    k = len(gradients)
    powers = [sum(momentum**j for j in range(k - i)) for i in range(k)]
    return params - learning_rate * np.einsum("k,ki->i", powers, gradients)


def momentum_steps__library_step(params, gradients, learning_rate, momentum):
    velocity = np.zeros_like(params)
    for g in gradients:
        params, velocity = optimizers.momentum_step(params, g, velocity, learning_rate, momentum)
    return params


def momentum_steps__float32(params, gradients, learning_rate, momentum):
    params = np.float32(params)
    velocity = np.zeros_like(params)
    for gradient in np.float32(gradients):
        velocity = np.float32(momentum) * velocity + gradient
        params = params - np.float32(learning_rate) * velocity
    return params


def rmsprop_steps__loop(params, gradients, learning_rate, decay, eps):
    result = []
    for i in range(len(params)):
        weight, mean = params[i], 0.0
        for g in gradients[:, i]:
            mean = decay * mean + (1 - decay) * g**2
            weight = weight - learning_rate * g / (mean**0.5 + eps)
        result.append(weight)
    return result


def rmsprop_steps__towards_the_square(params, gradients, learning_rate, decay, eps):
    mean = np.zeros(len(params))
    for gradient in gradients:
        mean = mean + (1 - decay) * (gradient * gradient - mean)
        params = params - (learning_rate / (np.sqrt(mean) + eps)) * gradient
    return params


def rmsprop_steps__all_means_first(params, gradients, learning_rate, decay, eps):
    k = len(gradients)
    weights = np.array([[decay ** (t - i) * (i <= t) for i in range(k)] for t in range(k)])
    means = (1 - decay) * np.einsum("ti,ij->tj", weights, np.square(gradients, dtype=float))
    return params - learning_rate * np.sum(gradients / (np.sqrt(means) + eps), axis=0)


def rmsprop_steps__object(params, gradients, learning_rate, decay, eps):
    params = np.array(params, dtype=float)
    optimizer = optimizers.RMSprop(learning_rate, decay=decay, eps=eps)
    for gradient in gradients:
        optimizer.step(params, gradient)
    return params


def rmsprop_steps__float32(params, gradients, learning_rate, decay, eps):
    params = np.float32(params)
    mean = np.zeros_like(params)
    for gradient in np.float32(gradients):
        mean = np.float32(decay) * mean + np.float32(1 - decay) * gradient**2
        params = params - np.float32(learning_rate) * gradient / (np.sqrt(mean) + np.float32(eps))
    return params


def corrected_mean__weights(values, beta):
    weights = beta ** np.arange(len(values))[::-1]
    return np.tensordot(weights / np.sum(weights), values, axes=1)


def corrected_mean__einsum(values, beta):
    k = len(values)
    weights = np.array([(1 - beta) * beta ** (k - 1 - i) for i in range(k)])
    return np.einsum("k,k...->...", weights, values) / (1 - beta**k)


def corrected_mean__loop(values, beta):
    columns = np.transpose(values) if np.ndim(values) > 1 else [values]
    means = []
    for column in columns:
        mean, rest = 0.0, 1.0
        for value in column:
            mean = beta * mean + (1 - beta) * value
            rest = rest * beta
        means.append(mean / (1 - rest))
    return means if np.ndim(values) > 1 else means[0]


def corrected_mean__reduce(values, beta):
    mean = reduce(lambda m, value: m + (1 - beta) * (value - m), values, 0.0)
    return mean / (1.0 - np.power(beta, float(len(values))))


def corrected_mean__average(values, beta):
    weights = [beta**age for age in range(len(values) - 1, -1, -1)]
    return np.average(values, axis=0, weights=weights)


def corrected_mean__float32(values, beta):
    mean = np.zeros_like(np.float32(values[0]))
    for value in np.float32(values):
        mean = np.float32(beta) * mean + np.float32(1 - beta) * value
    return mean / np.float32(1 - beta ** len(values))
