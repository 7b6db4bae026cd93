"""Right answers of lesson 05 in other styles: the gradient check."""

import math

import numpy as np

from nnlib.by_hand import gradient_proof


def relative_error__norms(gradient, measured):
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    return np.linalg.norm(gradient - measured) / size if size > 0 else 0.0


def relative_error__roots(gradient, measured):
    difference = np.sqrt(np.sum((gradient - measured) ** 2))
    size = np.sqrt(np.sum(gradient**2)) + np.sqrt(np.sum(measured**2))
    if size == 0:
        return 0
    return difference / size


def relative_error__loop(gradient, measured):
    difference = one = other = 0.0
    for g, m in zip(gradient, measured, strict=True):
        difference += (float(g) - float(m)) ** 2
        one += float(g) ** 2
        other += float(m) ** 2
    if difference == 0:
        return 0.0
    return math.sqrt(difference) / (math.sqrt(one) + math.sqrt(other))


def relative_error__hypot(gradient, measured):
    size = math.hypot(*gradient) + math.hypot(*measured)
    return math.dist(gradient, measured) / size if size else 0.0


def relative_error__dot_products(gradient, measured):
    gap = gradient - measured
    size = np.sqrt(gradient @ gradient) + np.sqrt(measured @ measured)
    return np.sqrt(gap @ gap) / size if gap.any() else 0.0


def gradient_check__library(f, gradient, point, nudge, tolerance):
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(gradient, measured) < tolerance


def gradient_check__not_too_far(f, gradient, point, nudge, tolerance):
    measured = gradient_proof.central_differences(f, point, nudge)
    return not gradient_proof.relative_error(measured, gradient) >= tolerance


def gradient_check__multiplied(f, gradient, point, nudge, tolerance):
    p = point.astype(float)
    steps = nudge * np.eye(len(p))
    measured = np.array([(f(p + step) - f(p - step)) / (2 * nudge) for step in steps])
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    return bool(size == 0 or np.linalg.norm(gradient - measured) < tolerance * size)


def gradient_check__if(f, gradient, point, nudge, tolerance):
    error = gradient_proof.relative_error(
        gradient, gradient_proof.central_differences(f, point, nudge)
    )
    passed = False
    if error < tolerance:
        passed = True
    return passed


def gradient_check__numpy_truth(f, gradient, point, nudge, tolerance):
    measured = gradient_proof.central_differences(f, point, nudge)
    return np.less(gradient_proof.relative_error(gradient, measured), tolerance)


def gradient_check__longer_one(f, gradient, point, nudge, tolerance):
    measured = gradient_proof.central_differences(f, point, nudge)
    longer = max(np.linalg.norm(gradient), np.linalg.norm(measured))
    return bool(longer == 0 or np.linalg.norm(gradient - measured) / longer < tolerance)
