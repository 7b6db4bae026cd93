"""A network of two hidden neurons while it learns XOR, step by step."""

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from nnlib.by_hand.tiny_network import (
    descend,
    mean_squared_loss,
    slopes_by_nudging,
    tiny_forward,
    tiny_network,
)
from nnlib.gates import truth_table
from nnlib.plots.points import plot_decision_boundary
from nnlib.plots.style import number_text
from nnlib.plots.training import plot_loss
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

LEARNING_RATE = 5.0
LAST_STEP = 600
CLASS_NAMES = ("XOR = 0", "XOR = 1")
# The seeds of the random starts: of these, 0 stays on a flat place and the others get there.
STARTS = (1, 2, 4, 6, 0)


@dataclass(frozen=True)
class XorTraining:
    """All steps of a training, from the random numbers of one seed."""

    start: int = STARTS[0]

    @cached_property
    def params(self) -> FloatArray:
        """The nine parameters after each step, shape (steps + 1, 9)."""
        params = [tiny_network(np.random.default_rng(self.start))]
        for _ in range(LAST_STEP):
            params.append(
                descend(params[-1], slopes_by_nudging(xor_loss, params[-1]), LEARNING_RATE)
            )
        return np.array(params)

    @cached_property
    def losses(self) -> FloatArray:
        """The loss after each step, shape (steps + 1,)."""
        return np.array([xor_loss(params) for params in self.params])


@dataclass(frozen=True)
class XorTrainingState:
    """A training, which is worked out when it is first looked at, and how many steps are shown."""

    training: XorTraining = field(default_factory=XorTraining)
    step: int = 0

    @property
    def start(self) -> int:
        """From which random numbers the network starts."""
        return self.training.start

    @property
    def params(self) -> FloatArray:
        """The nine parameters after this step."""
        at_step: FloatArray = self.training.params[self.step]
        return at_step

    @property
    def losses(self) -> FloatArray:
        """The losses up to this step."""
        return self.training.losses[: self.step + 1]


def xor_loss(params: FloatArray) -> float:
    """Return the loss of a tiny network on XOR."""
    X, targets = truth_table("xor")
    return mean_squared_loss(tiny_forward(params, X), targets)


def draw_xor_training(state: XorTrainingState, figure: Figure) -> None:
    """Draw how the network divides the plane now, and the loss so far."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    X, targets = truth_table("xor")
    says = partial(tiny_forward, state.params)
    title = f"after {state.step} steps"
    plot_decision_boundary(says, X, targets, ax=left, labels=CLASS_NAMES, title=title)
    loss = f"loss so far, now {number_text(state.losses[-1])}"
    plot_loss(state.losses, ax=right, title=loss, xlabel="step", last_label="")
    right.set(xlim=(0, LAST_STEP * 1.02), ylim=(0, 1.15 * state.training.losses.max()))


def describe_xor_training(state: XorTrainingState) -> str:
    """Say the loss, and what the network answers to the four samples."""
    X, targets = truth_table("xor")
    rows = zip(X, tiny_forward(state.params, X), targets, strict=True)
    parts = [f"({x1:g}, {x2:g}) → {y:.2f} (wanted {t:g})" for (x1, x2), y, t in rows]
    return f"Loss {number_text(state.losses[-1])}.\n" + "; ".join(parts) + "."


def react_xor_training(state: XorTrainingState, name: str, value: Any) -> XorTrainingState:
    """Return the state after a control moved; another start is trained anew."""
    if name == "start":
        return replace(state, training=XorTraining(value))
    return replace(state, **{name: value})


def xor_training_widget(step: int = 0) -> Panel[XorTrainingState]:
    """Return a widget that goes forwards and back through the training of a tiny network on XOR.

    Parameters
    ----------
    step
        How many steps are done at the beginning, from 0 to 600.

    Returns
    -------
    Panel
        Show it as the last line of a cell.

    Raises
    ------
    ValueError
        If the step is out of range.
    """
    if not 0 <= step <= LAST_STEP:
        raise ValueError(f"step must lie between 0 and {LAST_STEP}; {step} came.")
    state = XorTrainingState(step=step)
    controls = {
        "start": menu("random start", state.start, STARTS),
        "step": step_slider("step", step, LAST_STEP),
    }
    look = Look(
        "A network learns XOR", draw_xor_training, describe_xor_training, react_xor_training
    )
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])
