"""Optimizers: how the gradient becomes a step. Each as a pure function and as an object."""

from nnlib.optimizers.adam import Adam, adam_step
from nnlib.optimizers.momentum import Momentum, momentum_step
from nnlib.optimizers.optimizer import Optimizer
from nnlib.optimizers.rmsprop import RMSprop, rmsprop_step
from nnlib.optimizers.schedules import Schedule, cosine_decay, decayed_rate, step_decay
from nnlib.optimizers.sgd import SGD, sgd_step

__all__ = [
    "SGD",
    "Adam",
    "Momentum",
    "Optimizer",
    "RMSprop",
    "Schedule",
    "adam_step",
    "cosine_decay",
    "decayed_rate",
    "momentum_step",
    "rmsprop_step",
    "sgd_step",
    "step_decay",
]
