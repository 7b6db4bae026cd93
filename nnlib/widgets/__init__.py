"""Pictures with sliders for the lessons; each works without a browser too, as a still."""

from nnlib.needs import needs

with needs("notebook"):
    from nnlib.widgets.activation import activation_widget
    from nnlib.widgets.backprop import backprop_widget
    from nnlib.widgets.batch_noise import batch_noise_widget
    from nnlib.widgets.batch_norm import batch_norm_widget
    from nnlib.widgets.chain_rule import chain_rule_widget
    from nnlib.widgets.confusion import confusion_widget
    from nnlib.widgets.convolution import convolution_widget
    from nnlib.widgets.descent import descent_widget
    from nnlib.widgets.digit import digit_widget
    from nnlib.widgets.distribution import distribution_widget
    from nnlib.widgets.dropout import dropout_widget
    from nnlib.widgets.early_stopping import early_stopping_widget
    from nnlib.widgets.forward import forward_widget
    from nnlib.widgets.graph import graph_widget
    from nnlib.widgets.initialization import initialization_widget
    from nnlib.widgets.learning_rate import learning_rate_widget
    from nnlib.widgets.loss import loss_widget
    from nnlib.widgets.minima import minima_widget
    from nnlib.widgets.neuron import neuron_widget
    from nnlib.widgets.optimizer_race import optimizer_race_widget
    from nnlib.widgets.overfitting import overfitting_widget
    from nnlib.widgets.panel import Panel
    from nnlib.widgets.perceptron import perceptron_widget
    from nnlib.widgets.playground import playground_widget
    from nnlib.widgets.sample import sample_widget
    from nnlib.widgets.saturation import saturation_widget
    from nnlib.widgets.softmax import softmax_widget
    from nnlib.widgets.weight_decay import weight_decay_widget
    from nnlib.widgets.xor_hidden import xor_hidden_widget
    from nnlib.widgets.xor_line import xor_line_widget
    from nnlib.widgets.xor_training import xor_training_widget

__all__ = [
    "Panel",
    "activation_widget",
    "backprop_widget",
    "batch_noise_widget",
    "batch_norm_widget",
    "chain_rule_widget",
    "confusion_widget",
    "convolution_widget",
    "descent_widget",
    "digit_widget",
    "distribution_widget",
    "dropout_widget",
    "early_stopping_widget",
    "forward_widget",
    "graph_widget",
    "initialization_widget",
    "learning_rate_widget",
    "loss_widget",
    "minima_widget",
    "neuron_widget",
    "optimizer_race_widget",
    "overfitting_widget",
    "perceptron_widget",
    "playground_widget",
    "sample_widget",
    "saturation_widget",
    "softmax_widget",
    "weight_decay_widget",
    "xor_hidden_widget",
    "xor_line_widget",
    "xor_training_widget",
]
