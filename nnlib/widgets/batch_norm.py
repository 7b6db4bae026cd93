"""Batch normalization: a batch of net inputs before and after, in training and evaluation."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.layers import batch_norm, batch_norm_eval
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.statistics import mean, standard_deviation, standardize
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

NUM_SAMPLES = 200
# What the batches before had, so what evaluation goes by.
RUNNING_MEAN, RUNNING_DEVIATION = 3.0, 2.0
BINS = np.linspace(-10.0, 10.0, 41)


@dataclass(frozen=True)
class BatchNormState:
    """What comes in, the two learnt numbers, and whether this is training."""

    centre: float = 3.0
    spread: float = 2.0
    gamma: float = 1.0
    beta: float = 0.0
    training: bool = True

    @property
    def before(self) -> FloatArray:
        """The net inputs of one neuron for a batch, shape (200,)."""
        rng = np.random.default_rng(1)
        return self.centre + self.spread * standardize(rng.standard_normal((NUM_SAMPLES, 1)))[:, 0]

    @property
    def after(self) -> FloatArray:
        """The same net inputs normalized, shape (200,)."""
        column, gamma, beta = self.before[:, np.newaxis], [self.gamma], [self.beta]
        if self.training:
            return batch_norm(column, gamma, beta)[:, 0]
        running = [RUNNING_MEAN], [RUNNING_DEVIATION**2]
        return batch_norm_eval(column, gamma, beta, *running)[:, 0]


def draw_batch_norm(state: BatchNormState, figure: Figure) -> None:
    """Draw the histogram of the batch before and after."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    mode = "training" if state.training else "evaluation"
    _draw_histogram(left, state.before, "before", STYLE.function)
    _draw_histogram(right, state.after, f"after, in {mode}", STYLE.class_colors[2])


def describe_batch_norm(state: BatchNormState) -> str:
    """Say the mean and the deviation before and after, and whose statistics were used."""
    words = [
        f"mean {number_text(mean(z))} and deviation {number_text(standard_deviation(z))}"
        for z in (state.before, state.after)
    ]
    used = (
        "Training uses this batch's own mean and variance, so any batch comes out alike."
        if state.training
        else f"Evaluation uses the running mean {RUNNING_MEAN:g} and deviation "
        f"{RUNNING_DEVIATION:g} of training, so another batch comes out otherwise."
    )
    return f"Before: {words[0]}; after: {words[1]}. γ sets the deviation, β the mean.\n{used}"


def batch_norm_widget() -> Panel[BatchNormState]:
    """Return a widget that normalizes a batch of net inputs, with movable γ and β.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = BatchNormState()
    modes = [("training", True), ("evaluation", False)]
    controls: dict[str, Any] = {
        "centre": slider("mean of what comes in", state.centre, -5.0, 5.0),
        "spread": slider("its deviation", state.spread, 0.1, 3.0),
        "gamma": slider("γ (gamma)", state.gamma, 0.1, 3.0),
        "beta": slider("β (beta)", state.beta, -5.0, 5.0),
        "training": menu("mode", state.training, modes),
    }
    incoming, learnt = list(controls.values())[:2], list(controls.values())[2:]
    look = Look("Batch normalization", draw_batch_norm, describe_batch_norm)
    return Panel(state, look, controls=controls, rows=[row(*incoming), row(*learnt)])


def _draw_histogram(ax: Axes, z: FloatArray, title: str, color: str) -> None:
    ax.hist(z, bins=BINS.tolist(), color=color, edgecolor=STYLE.paper, linewidth=0.5)
    ax.axvline(mean(z), color=STYLE.ink, lw=1.8, ls="--", label=f"mean {number_text(mean(z))}")
    spread = standard_deviation(z)
    ax.plot(mean(z) + np.array([-spread, spread]), [52.0, 52.0], "|-", ms=12, mew=2, lw=2,
            color=STYLE.derivative, label=f"± deviation {number_text(spread)}")  # fmt: skip
    ax.set(xlim=(-10.0, 10.0), ylim=(0.0, 80.0))
    legend(ax, loc="upper left")
    tidy(ax, title=title, xlabel="z")
