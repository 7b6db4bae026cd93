"""Gradient checks: a gradient that was worked out goes in, and how far it is from the measured one.

`gradients` takes any function of numbers; `networks` takes any loss, layer or network.
"""

from nnlib.gradient_check.gradients import (
    Measure,
    central_differences,
    check_gradient,
    complex_step,
    worst_relative_error,
)
from nnlib.gradient_check.networks import check_layer, check_loss, check_network

__all__ = [
    "Measure",
    "central_differences",
    "check_gradient",
    "check_layer",
    "check_loss",
    "check_network",
    "complex_step",
    "worst_relative_error",
]
