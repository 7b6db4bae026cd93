"""Samples of a normal distribution: the more there are, the nearer their mean and deviation."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.distributions import Normal
from nnlib.plots.distribution import plot_distribution
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.statistics import mean, standard_deviation
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, clean_axes

COUNTS = (2, 5, 10, 30, 100, 300, 1000)
LAST_DRAW = 20


@dataclass(frozen=True)
class SampleState:
    """How many numbers are drawn, and which random ones."""

    count: int = 1000
    draw: int = 0

    @cached_property
    def samples(self) -> FloatArray:
        """The numbers, shape (count,); more of them begin with the same ones."""
        rng = np.random.default_rng(self.draw)
        return Normal().sample(COUNTS[-1], rng=rng)[: self.count]

    @property
    def running(self) -> tuple[FloatArray, FloatArray]:
        """The mean and the deviation of the first 1, 2, … numbers, each of shape (count,)."""
        numbers = np.arange(1, self.count + 1)
        means = np.cumsum(self.samples) / numbers
        variances = np.cumsum(self.samples**2) / numbers - means**2
        return means, np.sqrt(np.maximum(variances, 0.0))


def draw_sample(state: SampleState, figure: Figure) -> None:
    """Draw the samples under the bell curve, and their mean and deviation as they come."""
    left, right = clean_axes(figure, (LEFT_HALF, (0.575, 0.14, 0.385, 0.76)))
    bins = np.linspace(-4.5, 4.5, 10 if state.count < 100 else 37)
    heights, _ = np.histogram(state.samples, bins, density=True)
    left.stairs(heights, bins, fill=True, color=STYLE.grid, label="samples")
    plot_distribution(Normal(), ax=left, title=f"{state.count} samples")
    left.set(xlim=(-4.2, 4.2), ylim=(0.0, 0.8))
    _draw_running(right, state)


def describe_sample(state: SampleState) -> str:
    """Say the mean and the deviation, and how far one expects the mean to be off."""
    middle, spread = mean(state.samples), standard_deviation(state.samples)
    return (
        f"{state.count} samples of the normal distribution with mean 0 and deviation 1: their "
        f"mean is {number_text(middle)}, their deviation {number_text(spread)}. Their mean is "
        f"off by about 1/√{state.count} = {number_text(state.count**-0.5)}."
    )


def sample_widget() -> Panel[SampleState]:
    """Return a widget that draws normal numbers and follows their mean and deviation.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = SampleState()
    controls: dict[str, Any] = {
        "count": ladder("samples", state.count, COUNTS),
        "draw": step_slider("random draw", state.draw, LAST_DRAW),
    }
    look = Look("Samples come near", draw_sample, describe_sample)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_running(ax: Axes, state: SampleState) -> None:
    numbers = np.arange(1, state.count + 1)
    means, deviations = state.running
    band = 1 / np.sqrt(np.arange(1, COUNTS[-1] + 1))
    ax.fill_between(np.arange(1, COUNTS[-1] + 1), -band, band, color=STYLE.flat_zone, lw=0,
                    label="±1/√n")  # fmt: skip
    ax.plot(numbers, means, color=STYLE.function, lw=STYLE.line_width, label="mean, to 0")
    ax.plot(numbers, deviations, color=STYLE.derivative, lw=STYLE.line_width, ls="--",
            label="deviation, to 1")  # fmt: skip
    for height in (0.0, 1.0):
        ax.axhline(height, color=STYLE.faint, lw=0.8, ls=":")
    ax.set_xscale("log")
    ax.set(xlim=(1, COUNTS[-1]), ylim=(-1.2, 2.6))
    ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    legend(ax, loc="upper right")
    tidy(ax, title="mean and deviation so far", xlabel="number of samples")
