"""Optimizers: how the gradient becomes a step. Each as a pure function and as an object."""

from nnlib.optimizers.adam import Adam, adam_step
from nnlib.optimizers.bowl import descend_bowl
from nnlib.optimizers.momentum import Momentum, momentum_step
from nnlib.optimizers.optimizer import Optimizer
from nnlib.optimizers.rmsprop import RMSprop, rmsprop_step
from nnlib.optimizers.running_mean import corrected_mean, running_mean
from nnlib.optimizers.schedules import Schedule, cosine_decay, decayed_rate, step_decay
from nnlib.optimizers.several_steps import (
    adam_steps,
    momentum_steps,
    rmsprop_steps,
    sgd_steps,
)
from nnlib.optimizers.sgd import SGD, sgd_step

__all__ = [
    "SGD",
    "Adam",
    "Momentum",
    "Optimizer",
    "RMSprop",
    "Schedule",
    "adam_step",
    "adam_steps",
    "corrected_mean",
    "cosine_decay",
    "decayed_rate",
    "descend_bowl",
    "momentum_step",
    "momentum_steps",
    "rmsprop_step",
    "rmsprop_steps",
    "running_mean",
    "sgd_step",
    "sgd_steps",
    "step_decay",
]
