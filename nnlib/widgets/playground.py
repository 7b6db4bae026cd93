"""A playground: choose data and network, press play, and watch it learn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from matplotlib.figure import Figure

from nnlib.plots.style import number_text
from nnlib.widgets.controls import button, clock, ladder, menu, row, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.playground_picture import draw_training
from nnlib.widgets.playground_training import (
    DATA_SETS,
    LAST_EPOCH,
    OPTIMIZERS,
    REGULARIZATIONS,
    Start,
    Training,
    advanced,
    begun,
)

NOISES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
LEARNING_RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
MOST_LAYERS, MOST_UNITS, LAST_DRAW = 4, 10, 9
EPOCHS_A_FRAME = 5
MILLISECONDS_A_FRAME = 60
FIRST_EPOCHS = 60  # so that the picture shows something before the first touch


@dataclass(frozen=True)
class PlaygroundState:
    """All choices, and the training that they led to; without one it is begun when needed."""

    data_set: str = "half-moons"
    noise: float = 0.3
    num_layers: int = 2
    num_units: int = 6
    activation: str = "tanh"
    optimizer: str = "Adam"
    learning_rate: float = 0.03
    regularization: str = "none"
    draw: int = 0
    first_epochs: int = 0
    made: Training | None = None

    @property
    def start(self) -> Start:
        """Where a training with these choices begins."""
        return Start(
            self.data_set, self.noise, self.num_layers, self.num_units, self.activation,
            self.optimizer, REGULARIZATIONS[self.regularization].dropout, self.draw,
        )  # fmt: skip

    @cached_property
    def training(self) -> Training:
        """The network as it is now."""
        if self.made is not None:
            return self.made
        return self._later(begun(self.start), self.first_epochs)

    def advanced(self, num_epochs: int) -> "PlaygroundState":
        """Return the state some epochs later."""
        return replace(self, made=self._later(self.training, num_epochs))

    def restarted(self) -> "PlaygroundState":
        """Return the state before the first epoch."""
        return replace(self, made=None, first_epochs=0)

    def _later(self, training: Training, num_epochs: int) -> Training:
        penalty = REGULARIZATIONS[self.regularization].penalty
        return advanced(training, num_epochs, self.learning_rate, penalty)


def draw_playground(state: PlaygroundState, figure: Figure) -> None:
    """Draw the boundary over the samples, and both losses."""
    draw_training(state.training, figure)


def describe_playground(state: PlaygroundState) -> str:
    """Say the network's size, both losses, and what they mean."""
    training = state.training
    sizes = "-".join(map(str, state.start.sizes))
    network = (
        f"{state.data_set}, noise {state.noise:g}; {sizes} with {state.activation}, "
        f"{training.network.num_parameters} numbers to learn; {state.optimizer}, η = "
        f"{state.learning_rate:g}; regularization: {state.regularization}.\n"
    )
    if training.epoch == 0:
        return f"{network}Nothing is learnt yet: press play, or Step for {EPOCHS_A_FRAME} epochs."
    parts = [
        f"{name} loss {number_text(float(losses[-1]))}, {100 * training.accuracy(data):.0f} % right"
        for name, losses, data in (
            ("training", training.loss, training.train),
            ("validation", training.validation_loss, training.validation),
        )
    ]
    return f"{network}Epoch {training.epoch}: {'; '.join(parts)}.\n{_verdict(training)}"


def react_playground(state: PlaygroundState, name: str, value: Any) -> PlaygroundState:
    """Return the state after a choice; training goes on where the choice allows it."""
    changed = replace(state, **{name: value}, made=state.training)
    return changed if changed.start == state.start else changed.restarted()


def playground_widget(data_set: str = "half-moons") -> Panel[PlaygroundState]:
    """Return a widget that trains a small network while one looks on.

    Parameters
    ----------
    data_set
        The data to begin with: "two clouds", "XOR", "half-moons", "circles" or "spirals".

    Returns
    -------
    Panel
        Show it as the last line of a cell.

    Raises
    ------
    ValueError
        If there are no data of that name.
    """
    if data_set not in DATA_SETS:
        raise ValueError(f"data_set must be one of {', '.join(DATA_SETS)}; {data_set!r} came.")
    state = PlaygroundState(data_set, first_epochs=FIRST_EPOCHS)
    controls = _controls(state)
    actions = {
        "play": clock(MILLISECONDS_A_FRAME),
        "step": button("Step", f"Train for {EPOCHS_A_FRAME} epochs"),
        "reset": button("Reset", "Begin again with the same first weights"),
    }
    rows = [row(*actions.values()), row(*controls.values())]
    look = Look("Playground", draw_playground, describe_playground, react_playground)
    panel = Panel(state, look, controls=controls, rows=rows, actions=actions)
    actions["play"].observe(partial(_tick, panel), names="value")
    actions["step"].on_click(lambda _: panel.change(next_frame))
    actions["reset"].on_click(partial(_reset, panel))
    return panel


def next_frame(state: PlaygroundState) -> PlaygroundState:
    """Return the state that the next picture of a running training shows."""
    return state.advanced(EPOCHS_A_FRAME)


def _controls(state: PlaygroundState) -> dict[str, Any]:
    return {
        "data_set": menu("data", state.data_set, list(DATA_SETS)),
        "noise": ladder("noise", state.noise, NOISES),
        "num_layers": step_slider("hidden layers", state.num_layers, MOST_LAYERS),
        "num_units": step_slider("neurons in each", state.num_units, MOST_UNITS, first=1),
        "activation": menu("activation", state.activation, ["tanh", "relu", "sigmoid"]),
        "optimizer": menu("optimizer", state.optimizer, list(OPTIMIZERS)),
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "regularization": menu("regularization", state.regularization, list(REGULARIZATIONS)),
        "draw": step_slider("random start", state.draw, LAST_DRAW),
    }


def _tick(panel: Panel[PlaygroundState], change: Mapping[str, Any]) -> None:
    """Go on by one frame, whatever the count is; the stop button sets it to 0."""
    if change["new"] == 0:
        panel.change(PlaygroundState.restarted)
    else:
        panel.change(next_frame)
    if panel.state.training.over:
        panel.actions["play"].playing = False


def _reset(panel: Panel[PlaygroundState], _button: object) -> None:
    panel.actions["play"].playing = False
    panel.change(PlaygroundState.restarted)


def _verdict(training: Training) -> str:
    lowest = int(training.validation_loss.argmin())
    if training.diverged:
        return "The loss became infinite: the training has diverged. Reset, with a smaller rate."
    if training.loss[-1] > 0.8:
        return "Worse than guessing, whose loss is ln 2 = 0.693: the learning rate is too large."
    if training.loss[-1] > 0.62:
        return "It is hardly better than guessing, whose loss is ln 2 = 0.693."
    if training.validation_loss[-1] > 1.15 * training.validation_loss[lowest]:
        return (
            f"The validation loss was lowest in epoch {lowest + 1}, "
            f"{number_text(float(training.validation_loss[lowest]))}, and has risen since: "
            "overfitting."
        )
    if training.epoch >= LAST_EPOCH:
        return f"All {LAST_EPOCH} epochs are done."
    return "Both losses are near their lowest so far."
