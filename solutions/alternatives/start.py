"""Right answers of lesson 00 in other styles."""

import numpy as np


def fahrenheit__fraction(celsius):
    return 9 * celsius / 5 + 32


def fahrenheit__loop(celsius):
    flat = [1.8 * one + 32 for one in np.ravel(celsius)]
    return np.array(flat).reshape(np.shape(celsius))


def fahrenheit__float32(celsius):
    return np.float32(1.8) * np.float32(celsius) + np.float32(32)


def fahrenheit__from_minus_40(celsius):
    return np.multiply(1.8, np.add(celsius, 40)) - 40


def fahrenheit__list(celsius):
    return (np.asarray(celsius) * 1.8 + 32).tolist()


def totals__loop(amounts, prices):
    baskets = []
    for row in amounts:
        total = 0.0
        for amount, price in zip(row, prices, strict=True):
            total = total + amount * price
        baskets.append(total)
    return baskets


def totals__einsum(amounts, prices):
    return np.einsum("ij,j->i", amounts, prices)


def totals__sum_of_products(amounts, prices):
    return (amounts * prices).sum(axis=1)


def totals__float32(amounts, prices):
    return np.float32(amounts) @ np.float32(prices)


def totals__prices_first(amounts, prices):
    return prices @ amounts.T


def column_means__loop(X):
    means = []
    for j in range(X.shape[1]):
        means.append(sum(X[i, j] for i in range(X.shape[0])) / X.shape[0])
    return means


def column_means__sum(X):
    return X.sum(axis=0) / len(X)


def column_means__product(X):
    return np.ones(len(X)) @ X / len(X)


def column_means__turned(X):
    return [column.mean() for column in X.T]


def column_means__float32(X):
    return np.mean(X, axis=0, dtype=np.float32)


def column_means__average(X):
    return np.average(X, axis=-2)


def centre_columns__loop(X):
    centred = np.zeros(X.shape)
    for j in range(X.shape[1]):
        centred[:, j] = X[:, j] - X[:, j].mean()
    return centred


def centre_columns__by_row(X):
    means = X.mean(axis=0)
    return np.array([row - means for row in X])


def centre_columns__axis_kept(X):
    return X - X.mean(axis=0, keepdims=True)


def centre_columns__float32(X):
    return np.float32(X) - np.mean(X, axis=0, dtype=np.float32)


def centre_columns__matrix(X):
    m = len(X)
    return (np.eye(m) - np.full((m, m), 1 / m)) @ X


def centre_columns__lists(X):
    columns = [[x - sum(column) / len(column) for x in column] for column in X.T.tolist()]
    return [list(row) for row in zip(*columns, strict=True)]
