"""Backpropagation in the lectures' own form, to show and check each of its four equations."""

from nnlib.backprop.algorithm import Trace, backprop, feed_forward
from nnlib.backprop.earlier import mini_batch_update
from nnlib.backprop.equations import bias_gradient, hidden_error, output_error, weight_gradient

__all__ = [
    "Trace",
    "backprop",
    "bias_gradient",
    "feed_forward",
    "hidden_error",
    "mini_batch_update",
    "output_error",
    "weight_gradient",
]
