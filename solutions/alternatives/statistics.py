"""Right answers of appendix A in other styles: the middle and the spread of a heap of numbers."""

from collections import Counter
from math import fsum

import numpy as np

from nnlib import statistics


def mean__loop(values):
    total = 0.0
    for value in values:
        total = total + value
    return total / len(values)


def mean__numpy(values):
    return np.mean(values)


def mean__product(values):
    return values @ np.full(values.shape, 1 / values.size)


def mean__float32(values):
    return np.float32(values).mean()


def mean__step_by_step(values):
    mean = 0.0
    for i, value in enumerate(values, start=1):
        mean = mean + (value - mean) / i
    return mean


def median__numpy(values):
    return np.median(values)


def median__two_cases(values):
    ordered, n = sorted(values), len(values)
    if n % 2:
        return ordered[n // 2]
    return (ordered[n // 2 - 1] + ordered[n // 2]) / 2


def median__from_both_ends(values):
    left = list(values)
    while len(left) > 2:
        left.remove(min(left))
        left.remove(max(left))
    return sum(left) / len(left)


def median__with_its_mirror(values):
    ordered = np.sort(values)
    n = len(ordered) // 2
    return 0.5 * (ordered[n] + ordered[-n - 1])


def median__float32(values):
    return np.quantile(np.float32(values), 0.5)


def mode__counter(values):
    counts = Counter(values.tolist())
    return min(counts, key=lambda value: (-counts[value], value))


def mode__loop_over_sorted(values):
    best, best_count = None, 0
    for value in sorted(values):
        count = sum(1 for other in values if other == value)
        if count > best_count:
            best, best_count = value, count
    return best


def mode__table_of_equals(values):
    counts = (values[:, np.newaxis] == values).sum(axis=1)
    return values[counts == counts.max()].min()


def mode__smallest_of_the_most_frequent(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    most = max(counts.values())
    return min(value for value, count in counts.items() if count == most)


def mode__float32(values):
    distinct, counts = np.unique(np.float32(values), return_counts=True)
    return distinct[counts.argmax()]


def variance__loop(values):
    mean = sum(values) / len(values)
    total = 0.0
    for value in values:
        total = total + (value - mean) ** 2
    return total / len(values)


def variance__numpy(values):
    return values.var()


def variance__square_of_mean_taken_away(values):
    return np.mean(values.astype(float) ** 2) - np.mean(values) ** 2


def variance__dot(values):
    distances = values - values.mean()
    return distances @ distances / len(values)


def variance__all_pairs(values):
    return np.mean((values[:, np.newaxis] - values) ** 2) / 2


def variance__float32(values):
    return np.float32(values).var()


def variance__exact_sum(values):
    mean = fsum(values) / len(values)
    return fsum((value - mean) ** 2 for value in values) / len(values)


def standard_deviation__numpy(values):
    return np.std(values)


def standard_deviation__of_the_variance(values):
    return statistics.variance(values) ** 0.5


def standard_deviation__norm(values):
    return np.linalg.norm(values - values.mean()) / np.sqrt(values.size)


def standard_deviation__loop(values):
    mean = sum(values) / len(values)
    squares = [(value - mean) ** 2 for value in values]
    return np.sqrt(sum(squares) / len(squares))


def standard_deviation__float32(values):
    return np.float32(values).std()


def standardize__loop(X):
    scaled = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        sigma = column.std()
        scaled[:, j] = (column - column.mean()) / (sigma if sigma > 0 else 1)
    return scaled


def standardize__tiny_added(X):
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)


def standardize__divided_where_it_can_be(X):
    centred, sigma = X - X.mean(axis=0), X.std(axis=0)
    return np.divide(centred, sigma, out=np.zeros(X.shape), where=sigma > 0)


def standardize__nan_to_zero(X):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num((X - X.mean(axis=0)) / X.std(axis=0))


def standardize__turned(X):
    rows = [(column - column.mean()) / (column.std() or 1.0) for column in X.T]
    return np.array(rows).T


def standardize__float32(X):
    X = np.float32(X)
    sigma = X.std(axis=0)
    sigma[sigma == 0] = 1
    return (X - X.mean(axis=0)) / sigma
