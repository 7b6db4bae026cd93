"""A walker on a foggy mountain: only the slope at the feet is known."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.optimizers import sgd_step
from nnlib.plots.curves import plot_losses
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.stepper import stepper

LEARNING_RATES = (0.02, 0.1, 0.3, 0.5, 0.9, 1.0, 1.05, 1.2)
LAST_STEP = 20
LIMIT = 5.0
SIGHT = 0.9  # how far the walker sees through the fog
Place = TypeVar("Place", float, FloatArray)
FAR = 1e3  # a walker beyond is lost; further steps would only make larger numbers


def height(w: Place) -> Place:
    """Return the mountain's height, the loss w²."""
    return w**2


def slope(w: Place) -> Place:
    """Return the slope of the mountain, 2w."""
    return 2.0 * w


@dataclass(frozen=True)
class DescentState:
    """Where the walk began, how long its steps are, and how many are done."""

    start: float = -4.0
    learning_rate: float = 0.1
    step: int = 3

    @cached_property
    def path(self) -> FloatArray:
        """The places after each step, shape (step + 1,), as far as the walker is not lost."""
        places = [np.array([self.start])]
        while len(places) <= self.step and abs(places[-1].item()) < FAR:
            places.append(sgd_step(places[-1], slope(places[-1]), self.learning_rate))
        return np.concatenate(places)


def draw_descent(state: DescentState, figure: Figure) -> None:
    """Draw the part of the mountain that is seen, the steps so far, and the heights."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_mountain(left, state)
    heights = np.minimum(height(state.path), 2 * LIMIT**2)
    plot_losses({"height": heights}, first=0, ax=right, title="height after each step",
                xlabel="step", ylabel="")  # fmt: skip
    right.plot(np.arange(len(heights)), heights, "o", ms=5, color=STYLE.function)
    right.set(xlim=(-0.5, LAST_STEP + 0.5), ylim=(-1.0, 1.3 * LIMIT**2))


def describe_descent(state: DescentState) -> str:
    """Say the slope at the feet, the next step, and how the walk goes."""
    here = float(state.path[-1])
    gradient = slope(here)
    step = -state.learning_rate * gradient
    return (
        f"At w = {number_text(here)} the slope is {number_text(gradient)}. The next step is "
        f"−η · slope = −{number_text(state.learning_rate)} · ({number_text(gradient)}) = "
        f"{number_text(step)}.\n{_verdict(state)}"
    )


def descent_widget() -> Panel[DescentState]:
    """Return a widget that walks down a mountain in the fog, one step at a time.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = DescentState()
    controls: dict[str, Any] = {
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "start": slider("start w", state.start, -LIMIT, LIMIT),
        "step": step_slider("step", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"])
    rows = [
        row(controls["learning_rate"], controls["start"]),
        row(*actions.values(), controls["step"]),
    ]
    look = Look("Gradient descent in the fog", draw_descent, describe_descent)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _draw_mountain(ax: Axes, state: DescentState) -> None:
    here, path = float(state.path[-1]), state.path
    grid = np.linspace(-1.4 * LIMIT, 1.4 * LIMIT, 281)
    ax.plot(grid, height(grid), color=STYLE.grid, lw=1.5, ls=":", label="in the fog")
    near = np.linspace(here - SIGHT, here + SIGHT, 41)
    ax.plot(near, height(near), color=STYLE.function, lw=4.0, label="what you see")
    tangent = np.array([-1.6, 1.6])
    ax.plot(here + tangent, height(here) + slope(here) * tangent, color=STYLE.derivative, lw=1.8,
            ls="--", label=f"slope {number_text(slope(here))}")  # fmt: skip
    ax.plot(path, height(path), "-o", ms=4, lw=0.9, color=STYLE.faint, zorder=4)
    ax.plot(here, height(here), "o", ms=12, color=STYLE.highlight, markeredgecolor=STYLE.ink,
            zorder=6)  # fmt: skip
    ax.set(xlim=(-1.4 * LIMIT, 1.4 * LIMIT), ylim=(-3.0, 1.9 * LIMIT**2))
    legend(ax, loc="upper right")
    tidy(ax, title=f"step {state.step}", xlabel="w", ylabel="height (loss)")


def _verdict(state: DescentState) -> str:
    if state.step == 0:
        return "Press play, or step forward."
    first, last = abs(state.path[0]), abs(state.path[-1])
    if last > first:
        return "Each step jumps farther out on the other side: the walk diverges."
    if last == first and first > 0:
        return "Each step jumps to the same height on the other side: the walk never arrives."
    if last < 0.05:
        return "The walk has arrived at the bottom."
    if state.learning_rate < 0.05:
        return "The steps are so short that the walk crawls."
    return "The walk goes down."
