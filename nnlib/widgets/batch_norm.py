"""Batch normalization: a batch of net inputs before and after, in training and evaluation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.layers import batch_norm, batch_norm_eval
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.statistics import mean, standard_deviation, standardize
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.own_function import OwnFunctionError, own_array, own_arrays
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.trouble import draw_trouble

NUM_SAMPLES = 200
EPS = 1e-5
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
    own_training: Callable[..., Any] | None = None
    own_evaluation: Callable[..., Any] | None = None

    @property
    def before(self) -> FloatArray:
        """The net inputs of one neuron for a batch, shape (200,)."""
        rng = np.random.default_rng(1)
        return self.centre + self.spread * standardize(rng.standard_normal((NUM_SAMPLES, 1)))[:, 0]

    @cached_property
    def after(self) -> FloatArray | OwnFunctionError:
        """The same net inputs normalized, shape (200,), or why a student's function gave none."""
        try:
            return (self._trained() if self.training else self._evaluated())[:, 0]
        except OwnFunctionError as error:
            return error

    @property
    def _numbers(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        return self.before[:, np.newaxis], np.array([self.gamma]), np.array([self.beta])

    def _trained(self) -> FloatArray:
        if self.own_training is None:
            return batch_norm(*self._numbers)
        shapes = {"result": (NUM_SAMPLES, 1), "mean": (1,), "variance": (1,)}
        return own_arrays(self.own_training, shapes, *self._numbers, EPS)[0]

    def _evaluated(self) -> FloatArray:
        running = np.array([RUNNING_MEAN]), np.array([RUNNING_DEVIATION**2])
        if self.own_evaluation is None:
            return batch_norm_eval(*self._numbers, *running)
        return own_array(self.own_evaluation, (NUM_SAMPLES, 1), *self._numbers, *running, EPS)


def draw_batch_norm(state: BatchNormState, figure: Figure) -> None:
    """Draw the histogram of the batch before and after."""
    after = state.after
    if isinstance(after, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    mode = "training" if state.training else "evaluation"
    _draw_histogram(left, state.before, "before", STYLE.function)
    _draw_histogram(right, after, f"after, in {mode}", STYLE.class_colors[2])


def describe_batch_norm(state: BatchNormState) -> str:
    """Say the mean and the deviation before and after, and whose statistics were used."""
    if isinstance(state.after, OwnFunctionError):
        return str(state.after)
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


def batch_norm_widget(
    training: Callable[..., Any] | None = None, evaluation: Callable[..., Any] | None = None
) -> Panel[BatchNormState]:
    """Return a widget that normalizes a batch of net inputs, with movable γ and β.

    Parameters
    ----------
    training
        Your own ``batch_norm_forward(X, gamma, beta, eps)``, which returns the result, the mean
        and the variance; the library's when left out.
    evaluation
        Your own ``batch_norm_eval(X, gamma, beta, running_mean, running_var, eps)``.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = BatchNormState(own_training=training, own_evaluation=evaluation)
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
    heights, _ = np.histogram(z, BINS)
    ax.stairs(heights, BINS, fill=True, color=color)  # one shape, where bars are forty
    ax.axvline(mean(z), color=STYLE.ink, lw=1.8, ls="--", label=f"mean {number_text(mean(z))}")
    spread = standard_deviation(z)
    ax.plot(mean(z) + np.array([-spread, spread]), [52.0, 52.0], "|-", ms=12, mew=2, lw=2,
            color=STYLE.derivative, label=f"± deviation {number_text(spread)}")  # fmt: skip
    ax.set(xlim=(-10.0, 10.0), ylim=(0.0, 80.0))
    legend(ax, loc="upper left")
    tidy(ax, title=title, xlabel="z")
