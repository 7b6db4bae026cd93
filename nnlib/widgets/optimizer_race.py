"""Four optimizers start at one place: who is down first, and who gets stuck."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.plots.curves import plot_losses
from nnlib.plots.descent import plot_paths
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, menu, row, step_slider
from nnlib.widgets.own_function import OwnFunctionError
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.racers import (
    MOMENTUM_SETTINGS,
    RMSPROP_SETTINGS,
    Function,
    Racer,
    own_adam_racer,
    own_racer,
    racers_with,
)
from nnlib.widgets.stepper import stepper
from nnlib.widgets.surfaces import LANDSCAPES, VALLEY, Landscape, walk
from nnlib.widgets.trouble import draw_trouble

LAST_STEP = 80
LEARNING_RATES = (0.01, 0.03, 0.1, 0.3, 0.6)
# What each surface shows.
LESSONS = {
    "bowl": "On an even bowl plain SGD is already on the shortest way; momentum overshoots.",
    "long valley": "Along the valley the slope is small: SGD crawls there. RMSprop and Adam "
    "divide by the usual size of each slope, so that both directions go equally fast.",
    "saddle": "At the middle of the saddle the slope is almost 0: SGD waits there longest.",
    "two minima": "One minimum is deeper than the other. Who ends where depends on the speed.",
}


@dataclass(frozen=True)
class Race:
    """The whole race on one surface with one learning rate."""

    surface: Landscape = VALLEY
    learning_rate: float = 0.1
    own: Mapping[str, Racer] = field(default_factory=dict)

    @cached_property
    def paths(self) -> dict[str, FloatArray] | OwnFunctionError:
        """The places after each step, shape (steps + 1, 2), of each racer, or what went wrong."""
        racers = racers_with(self.own)
        try:
            return {
                name: walk(self.surface, start(self.learning_rate), LAST_STEP)
                for name, start in racers.items()
            }
        except OwnFunctionError as error:
            return error


@dataclass(frozen=True)
class OptimizerRaceState:
    """A race, and how many of its steps are shown."""

    race: Race = field(default_factory=Race)
    step: int = LAST_STEP

    @property
    def surface(self) -> Landscape:
        """Where the race is run."""
        return self.race.surface

    @property
    def learning_rate(self) -> float:
        """The learning rate of all racers."""
        return self.race.learning_rate

    @property
    def paths(self) -> dict[str, FloatArray] | OwnFunctionError:
        """The places of each racer so far, or why a student's function gave none."""
        paths = self.race.paths
        if isinstance(paths, OwnFunctionError):
            return paths
        return {name: path[: self.step + 1] for name, path in paths.items()}

    def losses(self, paths: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
        """Return the loss of each racer at each place of its path."""
        return {name: self.surface.loss(path) for name, path in paths.items()}


def draw_optimizer_race(state: OptimizerRaceState, figure: Figure) -> None:
    """Draw the paths so far on the map, and the losses so far."""
    paths = state.paths
    if isinstance(paths, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    plot_paths(state.surface.surface, paths, ax=left, with_names=False, title=f"step {state.step}")
    _draw_losses(right, state, state.losses(paths))


def describe_optimizer_race(state: OptimizerRaceState) -> str:
    """Say the losses now, the leader first, and what this surface shows."""
    if isinstance(state.paths, OwnFunctionError):
        return str(state.paths)
    losses = state.losses(state.paths)
    last = sorted((row[-1], name) for name, row in losses.items())
    order = ", ".join(f"{name} {number_text(float(value))}" for value, name in last)
    return (
        f"After {state.step} steps on the {state.surface.name}, all with η = "
        f"{number_text(state.learning_rate)}, the losses are: {order}.\n"
        + _diverged(losses)
        + LESSONS[state.surface.name]
    )


def react_optimizer_race(state: OptimizerRaceState, name: str, value: Any) -> OptimizerRaceState:
    """Return the state after a control moved; another surface or rate is another race."""
    if name == "step":
        return replace(state, step=value)
    return replace(state, race=replace(state.race, **{name: value}))


def optimizer_race_widget(
    adam_step: Function | None = None,
    *,
    sgd_steps: Function | None = None,
    momentum_steps: Function | None = None,
    rmsprop_steps: Function | None = None,
) -> Panel[OptimizerRaceState]:
    """Return a widget in which SGD, Momentum, RMSprop and Adam race on a surface of choice.

    Parameters
    ----------
    adam_step
        Your own ``adam_step(params, gradient, m, v, t, learning_rate, beta1, beta2, eps)``, which
        returns (params, m, v); it takes the place of the library's Adam.
    sgd_steps, momentum_steps, rmsprop_steps
        Your own ``sgd_steps(params, gradients, learning_rate)``, and the others with their
        further settings; each takes the place of the library's.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    own: dict[str, Racer] = {}
    if sgd_steps is not None:
        own["SGD"] = own_racer(sgd_steps)
    if momentum_steps is not None:
        own["Momentum"] = own_racer(momentum_steps, *MOMENTUM_SETTINGS)
    if rmsprop_steps is not None:
        own["RMSprop"] = own_racer(rmsprop_steps, *RMSPROP_SETTINGS)
    if adam_step is not None:
        own["Adam"] = own_adam_racer(adam_step)
    state = OptimizerRaceState(Race(own=own))
    controls: dict[str, Any] = {
        "surface": menu("surface", state.surface, list(LANDSCAPES.items())),
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "step": step_slider("step", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"], milliseconds=200)
    rows = [
        row(controls["surface"], controls["learning_rate"]),
        row(*actions.values(), controls["step"]),
    ]
    look = Look(
        "A race of optimizers", draw_optimizer_race, describe_optimizer_race, react_optimizer_race
    )
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _draw_losses(ax: Axes, state: OptimizerRaceState, losses: Mapping[str, FloatArray]) -> None:
    """Draw the losses in a frame that stands still, between the start and the deepest minimum."""
    highest = float(state.surface.loss(np.array([state.surface.start])).item())
    lowest = float(state.surface.loss(np.array(state.surface.minima)).min())
    room = highest - lowest
    shown = {name: np.minimum(row, highest + 9 * room) for name, row in losses.items()}
    plot_losses(shown, first=0, ax=ax, title="loss", xlabel="step", ylabel="")
    ax.set(xlim=(-1, LAST_STEP + 1), ylim=(lowest - 0.05 * room, highest + 0.5 * room))


def _diverged(losses: dict[str, FloatArray]) -> str:
    """Say who is far higher than at the start; momentum may climb a little on its way."""
    lost = [name for name, row in losses.items() if row[-1] > 10 * abs(row[0])]
    return f"Diverged, for the rate is too large: {', '.join(lost)}. " if lost else ""
