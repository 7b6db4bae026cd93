"""A ball on a curve with a local minimum, a saddle and the global minimum."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.optimizers import momentum_step
from nnlib.plots.curves import plot_losses
from nnlib.plots.style import STYLE, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.stepper import stepper

LEARNING_RATE = 0.03
MOMENTA = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
LAST_STEP = 120
LIMITS = (-3.9, 4.1)
# The slope is (w + 2.2)(w + 1.1)(w - 0.7)² (w - 2.6) / 8, so these are the flat places.
LOCAL_MINIMUM, HILL, SADDLE, GLOBAL_MINIMUM = -2.2, -1.1, 0.7, 2.6
SLOPE = np.polynomial.Polynomial.fromroots(
    [LOCAL_MINIMUM, HILL, SADDLE, SADDLE, GLOBAL_MINIMUM]
) * (1 / 8)
HEIGHT = SLOPE.integ()
PLACES = (
    (LOCAL_MINIMUM, "local minimum"),
    (HILL, "maximum"),
    (SADDLE, "saddle"),
    (GLOBAL_MINIMUM, "global minimum"),
)


@dataclass(frozen=True)
class MinimaState:
    """Where the ball starts, how much of its speed it keeps, and how many steps it made."""

    start: float = -2.9
    momentum: float = 0.0
    step: int = LAST_STEP

    @cached_property
    def path(self) -> FloatArray:
        """The places after each step, shape (step + 1,)."""
        w: FloatArray = np.array([self.start])
        velocity: FloatArray = np.zeros(1)
        places = [w]
        for _ in range(self.step):
            w, velocity = momentum_step(w, SLOPE(w), velocity, LEARNING_RATE, self.momentum)
            places.append(w)
        return np.concatenate(places)


def draw_minima(state: MinimaState, figure: Figure) -> None:
    """Draw the curve with the ball's way on it, and its height after each step."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_curve(left, state)
    plot_losses({"loss": HEIGHT(state.path)}, first=0, ax=right, title="loss after each step",
                xlabel="step", ylabel="")  # fmt: skip
    right.set(xlim=(-2, LAST_STEP + 2), ylim=left.get_ylim())


def describe_minima(state: MinimaState) -> str:
    """Say where the ball is, and what kind of place that is."""
    end = float(state.path[-1])
    return (
        f"Start {number_text(state.start)}, momentum {number_text(state.momentum)}: after "
        f"{state.step} steps the ball is at w = {number_text(end)}, loss "
        f"{number_text(float(HEIGHT(end)))}, slope {number_text(float(SLOPE(end)), 2)}. "
        + _where(end)
    )


def minima_widget() -> Panel[MinimaState]:
    """Return a widget in which a ball rolls into a local minimum, a saddle or the global minimum.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = MinimaState()
    controls: dict[str, Any] = {
        "start": slider("start w", state.start, -3.0, 3.2),
        "momentum": ladder("momentum μ", state.momentum, MOMENTA),
        "step": step_slider("step", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"], milliseconds=200)
    rows = [
        row(controls["start"], controls["momentum"]),
        row(*actions.values(), controls["step"]),
    ]
    look = Look("Local and global minimum", draw_minima, describe_minima)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _draw_curve(ax: Axes, state: MinimaState) -> None:
    grid = np.linspace(*LIMITS, 241)
    ax.plot(grid, HEIGHT(grid), color=STYLE.function, lw=STYLE.line_width)
    ax.set(xlim=LIMITS, ylim=(-2.4, 4.2))
    for place, word in PLACES:
        ax.annotate(
            word, xy=(place, float(HEIGHT(place))), ha="center", color=STYLE.ink,
            xytext=(0, 7 if place == HILL else -15), textcoords="offset points",
            fontsize=STYLE.small_text_size,
        )  # fmt: skip
    ax.plot(state.path, HEIGHT(state.path), ".-", ms=5, lw=0.8, color=STYLE.faint, zorder=4)
    ax.plot(state.path[0], HEIGHT(state.path[0]), "x", ms=9, mew=2, color=STYLE.ink, zorder=5)
    ax.plot(state.path[-1], HEIGHT(state.path[-1]), "o", ms=11, color=STYLE.highlight,
            markeredgecolor=STYLE.ink, zorder=6)  # fmt: skip
    tidy(ax, title=f"step {state.step}", xlabel="w", ylabel="loss")


def _where(end: float) -> str:
    for place, word in PLACES:
        if abs(end - place) < 0.15:
            return f"This is the {word}."
    return "It still rolls."
