"""Right answers of lesson 04 in other styles: the losses."""

import math

import numpy as np


def mean_squared_error__loop(outputs, targets):
    total, count = 0.0, 0
    for row, right in zip(outputs, targets, strict=True):
        for a, y in zip(row, right, strict=True):
            total += (a - y) ** 2
            count += 1
    return total / count


def mean_squared_error__sum_and_size(outputs, targets):
    errors = targets - outputs
    return (errors * errors).sum() / errors.size


def mean_squared_error__mean_of_means(outputs, targets):
    return np.mean(np.mean((outputs - targets) ** 2, axis=1))


def mean_squared_error__einsum(outputs, targets):
    errors = np.subtract(outputs, targets, dtype=float)
    return np.einsum("mk,mk->", errors, errors) / (errors.shape[0] * errors.shape[1])


def mean_squared_error__norm(outputs, targets):
    return np.linalg.norm(outputs - targets) ** 2 / outputs.size


def mean_squared_error__float32(outputs, targets):
    return np.mean(np.square(np.float32(outputs) - np.float32(targets)), dtype=np.float32)


def binary_cross_entropy__clipped_tiny(probs, targets):
    p = np.clip(probs.astype(float), 1e-15, 1 - 1e-15)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))


def binary_cross_entropy__clipped_as_in_keras(probs, targets):
    p = np.clip(probs, 1e-7, 1 - 1e-7)
    return -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))


def binary_cross_entropy__logarithms_cut_as_in_torch(probs, targets):
    with np.errstate(divide="ignore"):
        yes, no = np.maximum(np.log(probs), -100), np.maximum(np.log(1 - probs), -100)
    return np.mean(-(targets * yes + (1 - targets) * no))


def binary_cross_entropy__something_tiny_added(probs, targets):
    tiny = 1e-12
    log_yes, log_no = np.log(probs + tiny), np.log(1 - probs + tiny)
    return -(targets * log_yes + (1 - targets) * log_no).mean()


def binary_cross_entropy__loop(probs, targets):
    total = 0.0
    for p, y in zip(probs.tolist(), targets.tolist(), strict=True):
        total -= math.log(p) if y == 1 else math.log(1 - p)
    return total / len(probs)


def binary_cross_entropy__distance_from_target(probs, targets):
    return -np.mean(np.log(1 - np.abs(targets - probs)))


def binary_cross_entropy__masks(probs, targets):
    surprise = -np.log(probs[targets == 1]).sum() - np.log1p(-probs[targets == 0]).sum()
    return surprise / probs.size


def binary_cross_entropy__log_of_product(probs, targets):
    return -np.log(np.prod(probs**targets * (1 - probs) ** (1 - targets))) / len(targets)


def binary_cross_entropy__nan_to_num(probs, targets):
    with np.errstate(all="ignore"):
        terms = np.nan_to_num(targets * np.log(probs)) + np.nan_to_num(
            (1 - targets) * np.log(1 - probs)
        )
    return -terms.mean()


def binary_cross_entropy__float32(probs, targets):
    p, y = np.float32(probs), np.float32(targets)
    right = np.where(y == 1, p, 1 - p)
    return -np.mean(np.log(right))


def binary_cross_entropy__two_columns(probs, targets):
    both = np.column_stack([1 - probs, probs])
    return -np.mean(np.log(both[np.arange(len(both)), targets.astype(int)]))


def binary_cross_entropy__dot(probs, targets):
    p = np.where(targets == 1, probs, 0.5)
    q = np.where(targets == 0, 1 - probs, 0.5)
    return -(targets @ np.log(p) + (1 - targets) @ np.log(q)) / len(targets)


def binary_cross_entropy__list_comprehension(probs, targets):
    return float(
        np.mean([-math.log(p if y else 1 - p) for p, y in zip(probs, targets, strict=True)])
    )


def cross_entropy__clipped(probs, targets):
    return -np.mean(np.sum(targets * np.log(np.clip(probs, 1e-12, 1.0)), axis=1))


def cross_entropy__something_tiny_added(probs, targets):
    return -np.sum(targets * np.log(probs + 1e-10)) / len(probs)


def cross_entropy__by_class_number(probs, targets):
    classes = np.argmax(targets, axis=1)
    return -np.log(probs[np.arange(len(probs)), classes]).mean()


def cross_entropy__mask(probs, targets):
    return -np.log(probs[targets == 1]).mean()


def cross_entropy__loop(probs, targets):
    total = 0.0
    for row, hot in zip(probs, targets, strict=True):
        for p, y in zip(row, hot, strict=True):
            if y == 1:
                total -= math.log(p)
    return total / len(probs)


def cross_entropy__einsum(probs, targets):
    return np.mean(-np.log(np.einsum("mk,mk->m", probs, targets)))


def cross_entropy__float32(probs, targets):
    right = (np.float32(probs) * np.float32(targets)).sum(axis=1)
    return np.log(1 / right).mean()


def cross_entropy__product(probs, targets):
    return -np.log(np.prod(np.sum(probs * targets, axis=1))) / probs.shape[0]
