"""Drawings of networks and of what they learn, all in one look.

Each function takes data and, where it draws one picture, the axes ``ax`` to draw on;
without them it makes a figure. It returns the axes and never shows them. Every word in
a picture is an argument.
"""

from nnlib.needs import needs

with needs("notebook"):
    from nnlib.plots.activation import plot_activation, plot_all_activations, plot_softmax
    from nnlib.plots.biology import plot_biological_neuron, plot_biological_neuron_comparison
    from nnlib.plots.confusion import plot_confusion_matrix
    from nnlib.plots.curves import plot_layer_sizes, plot_losses, plot_weights
    from nnlib.plots.descent import Surface, plot_paths, plot_surface, plot_tangent
    from nnlib.plots.digits import plot_digits
    from nnlib.plots.distribution import plot_distribution
    from nnlib.plots.graph import plot_graph
    from nnlib.plots.hidden import plot_hidden_space
    from nnlib.plots.histogram import plot_histogram, plot_histograms
    from nnlib.plots.line import plot_line
    from nnlib.plots.network import plot_network
    from nnlib.plots.neuron_diagram import plot_neuron
    from nnlib.plots.points import plot_decision_boundary, plot_points
    from nnlib.plots.style import STYLE, Style
    from nnlib.plots.training import plot_loss, plot_mistakes

__all__ = [
    "STYLE",
    "Style",
    "Surface",
    "plot_activation",
    "plot_all_activations",
    "plot_biological_neuron",
    "plot_biological_neuron_comparison",
    "plot_confusion_matrix",
    "plot_decision_boundary",
    "plot_digits",
    "plot_distribution",
    "plot_graph",
    "plot_hidden_space",
    "plot_histogram",
    "plot_histograms",
    "plot_layer_sizes",
    "plot_line",
    "plot_loss",
    "plot_losses",
    "plot_mistakes",
    "plot_network",
    "plot_neuron",
    "plot_paths",
    "plot_points",
    "plot_softmax",
    "plot_surface",
    "plot_tangent",
    "plot_weights",
]
