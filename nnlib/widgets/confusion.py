"""A threshold that moves, and what it does to the confusion matrix and the accuracy."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.activations import sigmoid
from nnlib.data import Samples
from nnlib.metrics import ClassArray, accuracy, confusion_matrix
from nnlib.plots.confusion import plot_confusion_matrix
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.widgets.controls import ladder, row, slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, Place, clean_axes

NUM_SAMPLES = 200
BINS = np.linspace(0.0, 1.0, 21)
MATRIX: Place = (0.62, 0.16, 0.34, 0.68)
SHARES = (0.05, 0.1, 0.2, 0.3, 0.5)


@dataclass(frozen=True)
class ConfusionState:
    """From which probability on the network's answer counts as a yes, and how many are a yes."""

    threshold: float = 0.5
    share: float = 0.3

    @cached_property
    def samples(self) -> Samples:
        """The network's probabilities as X, shape (200,), with the true classes."""
        rng = np.random.default_rng(3)
        num_yes = round(self.share * NUM_SAMPLES)
        targets = (np.arange(NUM_SAMPLES) < num_yes).astype(np.int64)
        logits = 2.6 * targets - 1.3 + 1.2 * rng.standard_normal(NUM_SAMPLES)
        return Samples(sigmoid(logits), targets)

    @property
    def predictions(self) -> ClassArray:
        """The predicted classes, shape (200,): 1 where the probability reaches the threshold."""
        return (self.samples.X >= self.threshold).astype(np.int64)

    @property
    def matrix(self) -> ClassArray:
        """The confusion matrix, shape (2, 2)."""
        return confusion_matrix(self.predictions, self.samples.targets, 2)

    @property
    def accuracy(self) -> float:
        """The share of right predictions."""
        return accuracy(self.predictions, self.samples.targets)


def draw_confusion(state: ConfusionState, figure: Figure) -> None:
    """Draw the probabilities of both classes with the threshold, and the confusion matrix."""
    left, right = clean_axes(figure, (LEFT_HALF, MATRIX))
    _draw_probabilities(left, state)
    title = f"accuracy {number_text(state.accuracy)}"
    plot_confusion_matrix(state.matrix, ax=right, labels=("no", "yes"), title=title)


def describe_confusion(state: ConfusionState) -> str:
    """Say all four counts, and compare the accuracy with that of always saying no."""
    (true_no, false_yes), (false_no, true_yes) = state.matrix.tolist()
    return (
        f"Threshold {number_text(state.threshold)}: {true_yes} of {true_yes + false_no} yes are "
        f"found, {false_no} are missed; {false_yes} of {true_no + false_yes} no give a false "
        f"alarm. Accuracy = ({true_no} + {true_yes}) / {NUM_SAMPLES} = "
        f"{number_text(state.accuracy)}; who always says no reaches "
        f"{number_text((true_no + false_yes) / NUM_SAMPLES)}."
    )


def confusion_widget() -> Panel[ConfusionState]:
    """Return a widget that moves the threshold from which on a probability counts as a yes.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = ConfusionState()
    controls: dict[str, Any] = {
        "threshold": slider("threshold", state.threshold, 0.0, 1.0, 0.05),
        "share": ladder("share of true yes", state.share, SHARES),
    }
    look = Look("Threshold and confusion matrix", draw_confusion, describe_confusion)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_probabilities(ax: Axes, state: ConfusionState) -> None:
    X, targets = state.samples.X, state.samples.targets
    below = np.zeros(len(BINS) - 1)
    for index, (name, hatch) in enumerate((("no", ""), ("yes", "//"))):
        counts, _ = np.histogram(X[targets == index], BINS)
        ax.stairs(
            below + counts, BINS, baseline=below, fill=True, color=STYLE.class_colors[index],
            edgecolor=STYLE.ink, linewidth=0.5, label=f"true class: {name}", hatch=hatch,
        )  # fmt: skip
        below = below + counts
    ax.axvline(state.threshold, color=STYLE.ink, lw=STYLE.line_width, ls="--", label="threshold")
    ax.set(xlim=(0.0, 1.0), ylim=(0.0, 50.0))
    legend(ax, loc="upper right")
    tidy(ax, title="no left of the line, yes right of it", xlabel="probability of a yes")
