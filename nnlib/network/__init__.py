"""A network: layers in a row, built at once, shown as a table, and kept in a file."""

from nnlib.network.mlp import ACTIVATION_LAYERS, multilayer_perceptron
from nnlib.network.network import Network
from nnlib.network.storage import load, load_state, save, state_of
from nnlib.network.table import num_layer_parameters, summary

__all__ = [
    "ACTIVATION_LAYERS",
    "Network",
    "load",
    "load_state",
    "multilayer_perceptron",
    "num_layer_parameters",
    "save",
    "state_of",
    "summary",
]
