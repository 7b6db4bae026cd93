"""Pictures with sliders for the lessons; each works without a browser too, as a still."""

from nnlib.widgets.activation import activation_widget
from nnlib.widgets.neuron import neuron_widget
from nnlib.widgets.panel import Panel
from nnlib.widgets.perceptron import perceptron_widget
from nnlib.widgets.softmax import softmax_widget
from nnlib.widgets.xor_hidden import xor_hidden_widget
from nnlib.widgets.xor_line import xor_line_widget
from nnlib.widgets.xor_training import xor_training_widget

__all__ = [
    "Panel",
    "activation_widget",
    "neuron_widget",
    "perceptron_widget",
    "softmax_widget",
    "xor_hidden_widget",
    "xor_line_widget",
    "xor_training_widget",
]
