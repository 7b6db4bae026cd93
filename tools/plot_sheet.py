"""Draw every plot of nnlib on one sheet, to look at: python tools/plot_sheet.py plots.png."""

import sys
from collections.abc import Callable, Mapping

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib import plots
from nnlib.activations import sigmoid, sigmoid_derivative
from nnlib.autograd import Tensor
from nnlib.by_hand.xor import hidden_features
from nnlib.data import blobs, moons
from nnlib.distributions import Normal
from nnlib.gates import truth_table
from nnlib.metrics import confusion_matrix
from nnlib.perceptron import predict

COLUMNS = 4
Drawing = Callable[[Axes], object]


def drawings(rng: np.random.Generator) -> Mapping[str, Drawing]:
    """Return each plot by its name, ready to be drawn into given axes."""
    X, targets = truth_table("xor")
    clouds = blobs(60, rng=rng)
    half_moons = moons(80, rng=rng)
    epochs = np.arange(30)
    x = Tensor(2.0, requires_grad=True)
    y = x * x + 3 * x + 1
    y.backward()
    valley = plots.Surface(lambda w1, w2: w1**2 + 6 * w2**2, (-2.0, 2.0), (-2.0, 2.0))
    path = np.array([[-1.8, 1.6], [-1.2, -0.9], [-0.8, 0.5], [-0.5, -0.3], [-0.2, 0.1]])
    return {
        "activation": lambda ax: plots.plot_activation(sigmoid, sigmoid_derivative, ax=ax),
        "softmax": lambda ax: plots.plot_softmax((2.0, 1.0, -1.0), ax=ax),
        "points": lambda ax: plots.plot_points(*half_moons[:2], ax=ax),
        "decision boundary": lambda ax: plots.plot_decision_boundary(
            lambda points: predict(points, [1, 1], 0), *clouds[:2], ax=ax
        ),
        "line": lambda ax: plots.plot_line([1, 1], -0.5, ax=ax),
        "mistakes": lambda ax: plots.plot_mistakes([3, 2, 2, 1, 0], ax=ax),
        "loss": lambda ax: plots.plot_loss(np.exp(-epochs / 8), ax=ax),
        "losses": lambda ax: plots.plot_losses(
            {"training": np.exp(-epochs / 6), "validation": 0.3 + np.exp(-epochs / 4)},
            ax=ax,
        ),
        "neuron": lambda ax: plots.plot_neuron([2.0, -1.0], 0.5, "sigmoid", [1.0, 1.5], ax=ax),
        "biological neuron": lambda ax: plots.plot_biological_neuron(ax=ax),
        "hidden space": lambda ax: plots.plot_hidden_space(
            hidden_features(X), targets, [1, 1], -1.5, ax=ax
        ),
        "network": lambda ax: plots.plot_network(
            ([[0.4, -0.6], [0.1, 0.9]], [[0.7, -0.5]]), activations=[[0.5, 0.3], [0.5, 0.6], [0.5]],
            ax=ax,
        ),
        "surface and paths": lambda ax: plots.plot_paths(valley, {"descent": path}, ax=ax),
        "tangent": lambda ax: plots.plot_tangent(
            lambda w: w**2, 1.6, 0.8, xlim=(-2.0, 2.0), ax=ax
        ),
        "weights": lambda ax: plots.plot_weights(
            {"before": [0.9, -0.4, 0.2], "after": [0.5, -0.1, 0.0]}, ax=ax
        ),
        "layer sizes": lambda ax: plots.plot_layer_sizes([1.0, 0.2, 0.05, 0.01], ax=ax),
        "histogram": lambda ax: plots.plot_histogram(rng.normal(size=500), ax=ax),
        "distribution": lambda ax: plots.plot_distribution(
            Normal(0.0, 1.0), rng.normal(size=500), ax=ax
        ),
        "confusion matrix": lambda ax: plots.plot_confusion_matrix(
            confusion_matrix([0, 1, 2, 2, 1, 0, 2], [0, 1, 1, 2, 1, 0, 0], 3), ax=ax
        ),
        "graph": lambda ax: plots.plot_graph(y, {"x": x, "y": y}, ax=ax),
    }  # fmt: skip


def sheet() -> Figure:
    """Return one figure with all plots."""
    drawn = drawings(np.random.default_rng(0))
    rows = -(-len(drawn) // COLUMNS)
    figure = Figure(figsize=(5 * COLUMNS, 4 * rows), layout="constrained")
    for number, (name, draw) in enumerate(drawn.items(), start=1):
        ax = figure.add_subplot(rows, COLUMNS, number)
        draw(ax)
        ax.set_title(f"{name}: {ax.get_title()}" if ax.get_title() else name, fontsize=10)
    return figure


if __name__ == "__main__":
    mpl.use("agg")
    sheet().savefig(sys.argv[1] if len(sys.argv) > 1 else "plots.png", dpi=60)
