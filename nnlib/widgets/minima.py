"""A ball on a curve with a local minimum, a saddle and the global minimum."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.optimizers import Momentum
from nnlib.plots.curves import plot_losses
from nnlib.plots.style import STYLE, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, slider, step_slider
from nnlib.widgets.own_function import OwnFunctionError
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.racers import Function, OwnSteps
from nnlib.widgets.stepper import stepper
from nnlib.widgets.trouble import draw_trouble

LEARNING_RATE = 0.03
MOMENTA = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
LAST_STEP = 120
FARTHEST = 20.0  # beyond it a ball is lost, and stands still before its numbers overflow
LIMITS = (-3.9, 4.1)
HEIGHTS = (-2.4, 40.0)  # what lies higher is as far out of the picture
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
class Roll:
    """The whole way of a ball: where it starts, and how much of its speed it keeps."""

    start: float = -2.9
    momentum: float = 0.0
    momentum_steps: Function | None = None

    @cached_property
    def path(self) -> FloatArray | OwnFunctionError:
        """The places after each step, shape (121,), or why a student's function gave none."""
        places = [np.array([self.start])]
        step = self._step()
        try:
            for _ in range(LAST_STEP):
                w = places[-1]
                places.append(w if abs(w[0]) > FARTHEST else step(w, SLOPE(w)))
        except OwnFunctionError as error:
            return error
        return np.concatenate(places)

    def _step(self) -> Callable[[FloatArray, FloatArray], FloatArray]:
        if self.momentum_steps is not None:
            return OwnSteps(self.momentum_steps, LEARNING_RATE, self.momentum)
        ball = Momentum(LEARNING_RATE, momentum=self.momentum)

        def step(w: FloatArray, slope: FloatArray) -> FloatArray:
            w = w.copy()
            ball.step(w, slope)
            return w

        return step


@dataclass(frozen=True)
class MinimaState:
    """A ball's way, and how many of its steps are shown."""

    roll: Roll = field(default_factory=Roll)
    step: int = LAST_STEP

    @property
    def start(self) -> float:
        """Where the ball starts."""
        return self.roll.start

    @property
    def momentum(self) -> float:
        """The share of its velocity that the ball keeps."""
        return self.roll.momentum

    @property
    def path(self) -> FloatArray | OwnFunctionError:
        """The places so far, shape (step + 1,), or why a student's function gave none."""
        path = self.roll.path
        return path if isinstance(path, OwnFunctionError) else path[: self.step + 1]


def draw_minima(state: MinimaState, figure: Figure) -> None:
    """Draw the curve with the ball's way on it, and its height after each step."""
    path = state.path
    if isinstance(path, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_curve(left, path)
    heights = np.clip(HEIGHT(path), *HEIGHTS)
    plot_losses({"loss": heights}, first=0, ax=right, title="loss after each step",
                xlabel="step", ylabel="")  # fmt: skip
    right.set(xlim=(-2, LAST_STEP + 2), ylim=left.get_ylim())


def describe_minima(state: MinimaState) -> str:
    """Say where the ball is, and what kind of place that is."""
    if isinstance(state.path, OwnFunctionError):
        return str(state.path)
    end = float(state.path[-1])
    return (
        f"Start {number_text(state.start)}, momentum {number_text(state.momentum)}: after "
        f"{state.step} steps the ball is at w = {number_text(end)}, loss "
        f"{number_text(float(HEIGHT(end)))}, slope {number_text(float(SLOPE(end)), 2)}. "
        + _where(end)
    )


def react_minima(state: MinimaState, name: str, value: Any) -> MinimaState:
    """Return the state after a control moved; another start or momentum is another way."""
    if name == "step":
        return replace(state, step=value)
    return replace(state, roll=replace(state.roll, **{name: value}))


def minima_widget(momentum_steps: Function | None = None) -> Panel[MinimaState]:
    """Return a widget in which a ball rolls into a local minimum, a saddle or the global minimum.

    Parameters
    ----------
    momentum_steps
        Your own ``momentum_steps(params, gradients, learning_rate, momentum)``; the library's
        when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = MinimaState(Roll(momentum_steps=momentum_steps))
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
    look = Look("Local and global minimum", draw_minima, describe_minima, react_minima)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _draw_curve(ax: Axes, path: FloatArray) -> None:
    grid = np.linspace(*LIMITS, 241)
    ax.plot(grid, HEIGHT(grid), color=STYLE.function, lw=STYLE.line_width)
    ax.set(xlim=LIMITS, ylim=(-2.4, 4.2))
    for place, word in PLACES:
        ax.annotate(
            word, xy=(place, float(HEIGHT(place))), ha="center", color=STYLE.ink,
            xytext=(0, 7 if place == HILL else -15), textcoords="offset points",
            fontsize=STYLE.small_text_size,
        )  # fmt: skip
    heights = np.clip(HEIGHT(path), *HEIGHTS)
    ax.plot(path, heights, ".-", ms=5, lw=0.8, color=STYLE.faint, zorder=4)
    ax.plot(path[0], heights[0], "x", ms=9, mew=2, color=STYLE.ink, zorder=5)
    ax.plot(path[-1], heights[-1], "o", ms=11, color=STYLE.highlight,
            markeredgecolor=STYLE.ink, zorder=6)  # fmt: skip
    tidy(ax, title=f"step {len(path) - 1}", xlabel="w", ylabel="loss")


def _where(end: float) -> str:
    for place, word in PLACES:
        if abs(end - place) < 0.15:
            return f"This is the {word}."
    return "It still rolls." if abs(end) <= FARTHEST else "It is lost: it ran out of the picture."
