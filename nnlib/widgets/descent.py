"""A walker on a foggy mountain: only the slope at the feet is known."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.by_hand.landscapes import gradient_descent
from nnlib.plots.curves import plot_losses
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, slider, step_slider
from nnlib.widgets.own_function import OwnFunctionError, as_numbers, call_own, name_of
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.stepper import stepper
from nnlib.widgets.trouble import draw_trouble

LEARNING_RATES = (0.02, 0.1, 0.3, 0.5, 0.9, 1.0, 1.05, 1.2)
LAST_STEP = 20
LIMIT = 5.0
SIGHT = 0.9  # how far the walker sees through the fog
Walk = Callable[..., Any]
Place = TypeVar("Place", float, FloatArray)


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
    walk: Walk = gradient_descent

    @cached_property
    def path(self) -> FloatArray | OwnFunctionError:
        """The places after each step, shape (step + 1,), or why a student's function gave none."""
        start = np.array([self.start])
        try:
            result = call_own(self.walk, slope, start, self.learning_rate, LAST_STEP)
            places = as_numbers(result, self.walk)
        except OwnFunctionError as error:
            return error
        if places.shape != (LAST_STEP + 1, 1):
            return OwnFunctionError(
                f"Your {name_of(self.walk)} was asked for {LAST_STEP} steps from a start of shape "
                f"(1,) and returned shape {places.shape}; return the start and the place after "
                f"each step, ({LAST_STEP + 1}, 1)."
            )
        return places[: self.step + 1, 0]


def draw_descent(state: DescentState, figure: Figure) -> None:
    """Draw the part of the mountain that is seen, the steps so far, and the heights."""
    path = state.path
    if isinstance(path, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_mountain(left, path)
    heights = np.minimum(height(path), 2 * LIMIT**2)
    plot_losses({"height": heights}, first=0, ax=right, title="height after each step",
                xlabel="step", ylabel="")  # fmt: skip
    right.plot(np.arange(len(heights)), heights, "o", ms=5, color=STYLE.function)
    right.set(xlim=(-0.5, LAST_STEP + 0.5), ylim=(-1.0, 1.3 * LIMIT**2))


def describe_descent(state: DescentState) -> str:
    """Say the slope at the feet, the next step, and how the walk goes."""
    if isinstance(state.path, OwnFunctionError):
        return str(state.path)
    here = float(state.path[-1])
    gradient = slope(here)
    step = -state.learning_rate * gradient
    return (
        f"At w = {number_text(here)} the slope is {number_text(gradient)}. The next step is "
        f"−η · slope = −{number_text(state.learning_rate)} · ({number_text(gradient)}) = "
        f"{number_text(step)}.\n{_verdict(state.path, state.learning_rate)}"
    )


def descent_widget(own: Walk | None = None) -> Panel[DescentState]:
    """Return a widget that walks down a mountain in the fog, one step at a time.

    Parameters
    ----------
    own
        Your own ``gradient_descent(gradient, start, learning_rate, num_steps)``, which returns
        the places, shape (num_steps + 1, n); the library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = DescentState(walk=own or gradient_descent)
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


def _draw_mountain(ax: Axes, path: FloatArray) -> None:
    here = float(path[-1])
    grid = np.linspace(-1.4 * LIMIT, 1.4 * LIMIT, 281)
    ax.plot(grid, height(grid), color=STYLE.faint, lw=1.5, ls=":")
    ax.axvspan(grid[0], here - SIGHT, color=STYLE.grid, lw=0.0, label="fog")
    ax.axvspan(here + SIGHT, grid[-1], color=STYLE.grid, lw=0.0)
    near = np.linspace(here - SIGHT, here + SIGHT, 41)
    ax.plot(near, height(near), color=STYLE.function, lw=4.0, label="what you see")
    tangent = np.array([-1.6, 1.6])
    ax.plot(here + tangent, height(here) + slope(here) * tangent, color=STYLE.derivative, lw=1.8,
            ls="--", label=f"slope {number_text(slope(here))}")  # fmt: skip
    ax.plot(path, height(path), "-o", ms=4, lw=0.9, color=STYLE.faint, zorder=4)
    ax.plot(here, height(here), "o", ms=12, color=STYLE.highlight, markeredgecolor=STYLE.ink,
            zorder=6)  # fmt: skip
    outside = ": out of the picture" if abs(here) > 1.4 * LIMIT else ""
    ax.set(xlim=(-1.4 * LIMIT, 1.4 * LIMIT), ylim=(-3.0, 1.9 * LIMIT**2))
    legend(ax, loc="upper center")
    tidy(ax, title=f"step {len(path) - 1}{outside}", xlabel="w", ylabel="height (loss)")


def _verdict(path: FloatArray, learning_rate: float) -> str:
    if len(path) == 1:
        return "Press play, or step forward."
    first, last = abs(path[0]), abs(path[-1])
    if last > first:
        return "Each step jumps farther out on the other side: the walk diverges."
    if last == first and first > 0:
        return "Each step jumps to the same height on the other side: the walk never arrives."
    if last < 0.05:
        return "The walk has arrived at the bottom."
    if learning_rate < 0.05:
        return "The steps are so short that the walk crawls."
    return "The walk goes down."
