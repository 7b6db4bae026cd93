"""The loss says how far the outputs are from the targets: one number, the mean over the batch."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nnlib.losses.binary import (
    BINARY_CROSS_ENTROPY,
    BINARY_CROSS_ENTROPY_FROM_LOGITS,
    binary_cross_entropy_from_logits,
    binary_cross_entropy_from_logits_gradient,
    binary_cross_entropy_from_probs,
    binary_cross_entropy_from_probs_gradient,
)
from nnlib.losses.categorical import (
    CROSS_ENTROPY,
    CROSS_ENTROPY_FROM_LOGITS,
    cross_entropy_from_logits,
    cross_entropy_from_logits_gradient,
    cross_entropy_from_probs,
    cross_entropy_from_probs_gradient,
)
from nnlib.losses.loss import Loss
from nnlib.losses.squared import (
    MEAN_SQUARED_ERROR,
    QUADRATIC_COST,
    mean_squared_error,
    mean_squared_error_gradient,
    quadratic_cost,
    quadratic_cost_gradient,
)

__all__ = [
    "BINARY_CROSS_ENTROPY",
    "BINARY_CROSS_ENTROPY_FROM_LOGITS",
    "CROSS_ENTROPY",
    "CROSS_ENTROPY_FROM_LOGITS",
    "LOSSES",
    "MEAN_SQUARED_ERROR",
    "QUADRATIC_COST",
    "Loss",
    "binary_cross_entropy_from_logits",
    "binary_cross_entropy_from_logits_gradient",
    "binary_cross_entropy_from_probs",
    "binary_cross_entropy_from_probs_gradient",
    "cross_entropy_from_logits",
    "cross_entropy_from_logits_gradient",
    "cross_entropy_from_probs",
    "cross_entropy_from_probs_gradient",
    "mean_squared_error",
    "mean_squared_error_gradient",
    "quadratic_cost",
    "quadratic_cost_gradient",
]

# Lesson 04 of release 0.1.0 calls it by this name, as `nnlib.earlier_names` tells.
cross_entropy = cross_entropy_from_probs

LOSSES: Final[Mapping[str, Loss]] = MappingProxyType(
    {
        loss.name: loss
        for loss in (
            MEAN_SQUARED_ERROR,
            QUADRATIC_COST,
            BINARY_CROSS_ENTROPY,
            BINARY_CROSS_ENTROPY_FROM_LOGITS,
            CROSS_ENTROPY,
            CROSS_ENTROPY_FROM_LOGITS,
        )
    }
)
