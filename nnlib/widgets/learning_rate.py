"""One learning rate for a steep and a gentle direction: crawl, arrive, zigzag, diverge."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from nnlib.optimizers import sgd_step
from nnlib.plots.curves import plot_losses
from nnlib.plots.descent import plot_paths
from nnlib.plots.style import number_text
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, row, step_slider
from nnlib.widgets.own_function import OwnFunctionError, own_array
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.stepper import stepper
from nnlib.widgets.surfaces import Landscape, walk
from nnlib.widgets.trouble import draw_trouble

LEARNING_RATES = (0.01, 0.03, 0.1, 0.3, 0.5, 0.6, 0.66, 0.7)
LAST_STEP = 40
CURVATURES = np.array([0.5, 3.0])


def bowl_height(w1: FloatArray, w2: FloatArray) -> FloatArray:
    """Return the loss of a bowl that is six times as steep along w2 as along w1."""
    loss: FloatArray = 0.5 * (CURVATURES[0] * w1**2 + CURVATURES[1] * w2**2)
    return loss


def gradient(w: FloatArray) -> FloatArray:
    """Return its gradient at one place, shape (2,)."""
    slopes: FloatArray = CURVATURES * w
    return slopes


@dataclass(frozen=True)
class LearningRateState:
    """The learning rate and how many steps are done on a bowl."""

    learning_rate: float = 0.3
    step: int = LAST_STEP
    bowl: Landscape = field(
        default=Landscape("bowl", bowl_height, gradient, (-2.2, 1.6), ((0.0, 0.0),))
    )
    descend_bowl: Callable[..., Any] | None = None

    @cached_property
    def path(self) -> FloatArray | OwnFunctionError:
        """The places after each step, shape (step + 1, 2), or why a function gave none."""
        if self.descend_bowl is None:
            step = partial(sgd_step, learning_rate=self.learning_rate)
            return walk(self.bowl, step, self.step)
        start = np.array(self.bowl.start)
        try:
            return own_array(
                self.descend_bowl, (self.step + 1, 2), start, CURVATURES, self.learning_rate,
                self.step,
            )  # fmt: skip
        except OwnFunctionError as error:
            return error


def draw_learning_rate(state: LearningRateState, figure: Figure) -> None:
    """Draw the path on the map of the bowl, and the loss after each step."""
    path = state.path
    if isinstance(path, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    name = f"η = {number_text(state.learning_rate)}"
    plot_paths(state.bowl.surface, {name: path}, ax=left, title=f"{state.step} steps")
    losses = np.minimum(state.bowl.loss(path), 50.0)
    plot_losses({"loss": losses}, first=0, ax=right, title="loss after each step",
                xlabel="step", ylabel="")  # fmt: skip
    right.set(xlim=(-0.5, LAST_STEP + 0.5), ylim=(-0.3, 8.0))


def describe_learning_rate(state: LearningRateState) -> str:
    """Say the loss at the end, and what kind of rate this is."""
    if isinstance(state.path, OwnFunctionError):
        return str(state.path)
    losses = state.bowl.loss(state.path)
    return (
        f"Learning rate η = {number_text(state.learning_rate)}: after {state.step} steps the "
        f"loss is {number_text(losses[-1])}; it began at {number_text(losses[0])}. "
        + _verdict(state.learning_rate)
    )


def learning_rate_widget(
    descend_bowl: Callable[..., Any] | None = None,
) -> Panel[LearningRateState]:
    """Return a widget that draws the path of gradient descent in a bowl for a learning rate.

    Parameters
    ----------
    descend_bowl
        Your own ``descend_bowl(start, curvatures, learning_rate, num_steps)``, which returns the
        places, shape (num_steps + 1, 2); the library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = LearningRateState(descend_bowl=descend_bowl)
    controls: dict[str, Any] = {
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "step": step_slider("steps", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"], milliseconds=300)
    rows = [row(controls["learning_rate"]), row(*actions.values(), controls["step"])]
    look = Look("The learning rate", draw_learning_rate, describe_learning_rate)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _verdict(learning_rate: float) -> str:
    """Say what 1 - η·curvature does to w2 in each step, and how far w1 lags behind."""
    factor = 1.0 - learning_rate * CURVATURES[1]
    if factor < -1.0:
        return "Too large: along the steep w₂ each step overshoots farther, and the walk diverges."
    if factor < 0.0:
        return "Along the steep w₂ each step overshoots, so the path zigzags, but it arrives."
    if learning_rate < 0.05:
        return "Too small: the path is smooth, but it crawls."
    return "A good rate: a smooth path that arrives, fast along w₂ and slower along w₁."
