"""Right answers of lesson 07 in other styles: batch normalization, there and back."""

import numpy as np

from nnlib import layers


def batch_norm_forward__by_hand(X, gamma, beta, eps):
    mean = np.sum(X, axis=0) / len(X)
    var = np.sum((X - mean) ** 2, axis=0) / len(X)
    return gamma * ((X - mean) / np.sqrt(var + eps)) + beta, mean, var


def batch_norm_forward__squares(X, gamma, beta, eps):
    X = X.astype(float)
    mean = X.mean(axis=0)
    var = (X**2).mean(axis=0) - mean**2
    return (X - mean) * (gamma / np.sqrt(var + eps)) + beta, mean, var


def batch_norm_forward__float32(X, gamma, beta, eps):
    X = np.float32(X)
    mean, var = X.mean(axis=0), X.var(axis=0)
    normalized = (X - mean) / np.sqrt(var + np.float32(eps))
    return np.float32(gamma) * normalized + np.float32(beta), mean, var


def batch_norm_forward__einsum(X, gamma, beta, eps):
    mean = np.einsum("ij->j", X) / X.shape[0]
    centred = X - mean
    var = np.einsum("ij,ij->j", centred, centred) / X.shape[0]
    return np.einsum("ij,j->ij", centred, gamma * (var + eps) ** -0.5) + beta, mean, var


def batch_norm_forward__columns(X, gamma, beta, eps):
    columns, means, variances = [], [], []
    for j in range(X.shape[1]):
        column = [float(x) for x in X[:, j]]
        mean = sum(column) / len(column)
        var = sum((x - mean) ** 2 for x in column) / len(column)
        columns.append([gamma[j] * (x - mean) / (var + eps) ** 0.5 + beta[j] for x in column])
        means.append(mean)
        variances.append(var)
    return np.transpose(columns), means, variances


def running_statistics__loop(running_mean, running_var, means, variances, momentum):
    for i in range(len(means)):
        running_mean = (1 - momentum) * running_mean + momentum * means[i]
        running_var = (1 - momentum) * running_var + momentum * variances[i]
    return running_mean, running_var


def running_statistics__difference(running_mean, running_var, means, variances, momentum):
    mean, var = running_mean.astype(float), running_var.astype(float)
    for batch_mean, batch_var in zip(means, variances, strict=True):
        mean += momentum * (batch_mean - mean)
        var += momentum * (batch_var - var)
    return mean, var


def running_statistics__powers(running_mean, running_var, means, variances, momentum):
    k = len(means)
    shares = momentum * (1 - momentum) ** np.arange(k - 1, -1, -1)
    kept = (1 - momentum) ** k
    return kept * running_mean + shares @ means, kept * running_var + shares @ variances


def running_statistics__float32(running_mean, running_var, means, variances, momentum):
    new, old = np.float32(momentum), np.float32(1 - momentum)
    mean, var = np.float32(running_mean), np.float32(running_var)
    for i in range(len(means)):
        mean = old * mean + new * np.float32(means[i])
        var = old * var + new * np.float32(variances[i])
    return mean, var


def running_statistics__recursion(running_mean, running_var, means, variances, momentum):
    if len(means) == 0:
        return [running_mean, running_var]
    mean, var = running_statistics__recursion(
        running_mean, running_var, means[:-1], variances[:-1], momentum
    )
    keep = 1 - momentum
    return [keep * mean + momentum * means[-1], keep * var + momentum * variances[-1]]


def batch_norm_eval__direct(X, gamma, beta, running_mean, running_var, eps):
    return gamma * (X - running_mean) / np.sqrt(running_var + eps) + beta


def batch_norm_eval__one_scale_and_shift(X, gamma, beta, running_mean, running_var, eps):
    scale = gamma / np.sqrt(running_var + eps)
    return X * scale + (beta - running_mean * scale)


def batch_norm_eval__float32(X, gamma, beta, running_mean, running_var, eps):
    centred = np.float32(X) - np.float32(running_mean)
    deviation = np.sqrt(np.float32(running_var) + np.float32(eps))
    return np.float32(gamma) * (centred / deviation) + np.float32(beta)


def batch_norm_eval__loop(X, gamma, beta, running_mean, running_var, eps):
    return [
        [
            gamma[j] * (row[j] - running_mean[j]) / (running_var[j] + eps) ** 0.5 + beta[j]
            for j in range(len(row))
        ]
        for row in X
    ]


def batch_norm_eval__einsum(X, gamma, beta, running_mean, running_var, eps):
    scale = gamma * (running_var + eps) ** -0.5
    return np.einsum("ij,j->ij", X - running_mean, scale) + beta


def batch_norm_backward__by_the_layer(gradient, X, gamma, eps):
    layer = layers.BatchNorm(X.shape[1], eps=eps)
    layer.gamma[:] = gamma
    layer.forward(X.astype(float))
    by_x = layer.backward(gradient.astype(float))
    return by_x, layer.gamma_gradient, layer.beta_gradient


def batch_norm_backward__sums(gradient, X, gamma, eps):
    m = len(X)
    deviation = np.sqrt(X.var(axis=0) + eps)
    normalized = (X - X.mean(axis=0)) / deviation
    by_gamma, by_beta = np.sum(gradient * normalized, axis=0), np.sum(gradient, axis=0)
    by_x = gamma / (m * deviation) * (m * gradient - by_beta - normalized * by_gamma)
    return by_x, by_gamma, by_beta


def batch_norm_backward__step_by_step(gradient, X, gamma, eps):
    m, centred = len(X), X - X.mean(axis=0)
    var = np.mean(centred**2, axis=0)
    normalized = centred / np.sqrt(var + eps)
    by_normalized = gradient * gamma
    by_var = np.sum(by_normalized * centred, axis=0) * -0.5 * (var + eps) ** -1.5
    by_mean = -np.sum(by_normalized, axis=0) / np.sqrt(var + eps)
    by_x = by_normalized / np.sqrt(var + eps) + by_var * 2 * centred / m + by_mean / m
    return by_x, np.sum(gradient * normalized, axis=0), gradient.sum(axis=0)


def batch_norm_backward__einsum(gradient, X, gamma, eps):
    centred = X - np.einsum("ij->j", X) / len(X)
    one_over = (np.einsum("ij,ij->j", centred, centred) / len(X) + eps) ** -0.5
    normalized = centred * one_over
    by_gamma, by_beta = np.einsum("ij,ij->j", gradient, normalized), np.einsum("ij->j", gradient)
    rest = gradient - by_beta / len(X) - normalized * (by_gamma / len(X))
    return [rest * gamma * one_over, by_gamma, by_beta]


def batch_norm_backward__projection(gradient, X, gamma, eps):
    # One matrix for each feature takes the parts along 1 and along x̂ out.
    m = len(X)
    by_x = np.zeros(X.shape)
    deviation = np.sqrt(X.var(axis=0) + eps)
    normalized = (X - X.mean(axis=0)) / deviation
    for j in range(X.shape[1]):
        taken = (np.ones((m, m)) + np.outer(normalized[:, j], normalized[:, j])) / m
        by_x[:, j] = gamma[j] / deviation[j] * (np.eye(m) - taken) @ gradient[:, j]
    return by_x, (gradient * normalized).sum(axis=0), gradient.sum(axis=0)


def batch_norm_backward__float32(gradient, X, gamma, eps):
    g, X = np.float32(gradient), np.float32(X)
    deviation = np.sqrt(X.var(axis=0) + np.float32(eps))
    normalized = (X - X.mean(axis=0)) / deviation
    shared = g.mean(axis=0) + normalized * (g * normalized).mean(axis=0)
    by_x = np.float32(gamma) / deviation * (g - shared)
    return by_x, (g * normalized).sum(axis=0), g.sum(axis=0)
