"""Layers: what a network is built of, each with its forward and its backward step."""

from nnlib.layers.activations import Identity, LeakyReLU, ReLU, Sigmoid, Softmax, Step, Tanh
from nnlib.layers.batch_norm import BatchNorm, batch_norm, batch_norm_eval
from nnlib.layers.dropout import Dropout, dropout, dropout_mask
from nnlib.layers.layer import Layer
from nnlib.layers.linear import Linear

__all__ = [
    "BatchNorm",
    "Dropout",
    "Identity",
    "Layer",
    "LeakyReLU",
    "Linear",
    "ReLU",
    "Sigmoid",
    "Softmax",
    "Step",
    "Tanh",
    "batch_norm",
    "batch_norm_eval",
    "dropout",
    "dropout_mask",
]
