"""Early stopping: when patience ends a training, and which weights come back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.data import moons
from nnlib.losses import BINARY_CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import Network, multilayer_perceptron
from nnlib.optimizers import Adam
from nnlib.plots.curves import plot_losses
from nnlib.plots.points import plot_points
from nnlib.plots.style import STYLE, legend_below, number_text
from nnlib.training import History, Trainer, stopping_epoch
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, menu, row
from nnlib.widgets.own_function import OwnFunctionError, name_of, own_arrays
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_RAISED, RIGHT_RAISED, clean_axes
from nnlib.widgets.trouble import draw_trouble

NUM_EPOCHS = 250
XLIM, YLIM = (-2.0, 3.0), (-1.8, 3.4)
GRID = np.meshgrid(np.linspace(*XLIM, 31), np.linspace(*YLIM, 31))
NUM_TRAIN, NUM_VALIDATION = 40, 200
NOISE = 0.35
PATIENCES = (1, 2, 5, 10, 20, 40, 80)
# Seeds of the data and of the first weights with which patience makes a difference.
STARTS = (64, 60, 84, 59, 104)
Data = tuple[FloatArray, FloatArray]


@dataclass(frozen=True)
class NoisyTraining:
    """A network that learns two noisy half-moons for longer than is good for it."""

    start: int = STARTS[0]

    @cached_property
    def data(self) -> tuple[Data, Data]:
        """The training and the validation data, as X (m, 2) and targets (m,)."""
        rng = np.random.default_rng(self.start)
        train = moons(NUM_TRAIN, rng=rng, noise=NOISE)
        return train, moons(NUM_VALIDATION, rng=rng, noise=NOISE)

    @cached_property
    def run(self) -> tuple[History, Network, list[FloatArray]]:
        """The history, the network at the end, and its parameters after each epoch."""
        rng = np.random.default_rng(self.start)
        network = multilayer_perceptron([2, 32, 32, 1], rng=rng, activation="tanh")
        trainer = Trainer(network, BINARY_CROSS_ENTROPY_FROM_LOGITS, Adam(0.003))
        params: list[FloatArray] = []
        train, validation = self.data
        history = trainer.fit(
            *train, num_epochs=NUM_EPOCHS, batch_size=8, validation=validation, rng=rng,
            callbacks=[lambda _: params.append(network.params.copy())], progress=False,
        )  # fmt: skip
        return history, network, params

    @cached_property
    def last_map(self) -> FloatArray:
        """What the network says over the picture after the last epoch, shape (31, 31)."""
        return self.map_after(NUM_EPOCHS)

    def map_after(self, epoch: int) -> FloatArray:
        """Return what the network said over the picture after an epoch, shape (31, 31)."""
        then = self.network_after(epoch)
        # Row by row: after one large product the threads of NumPy keep a second core busy.
        rows = [np.column_stack(row) for row in zip(*GRID, strict=True)]
        return np.array([then.predict(X)[:, 0] for X in rows])

    def network_after(self, epoch: int) -> Network:
        """Return the network as it was after an epoch, counted from 1."""
        _, network, params = self.run
        then = network.copy()
        then.params[:] = params[epoch - 1]
        return then


@dataclass(frozen=True)
class EarlyStoppingState:
    """A training, and for how many epochs one waits for a better one."""

    training: NoisyTraining = field(default_factory=NoisyTraining)
    patience: int = 10
    own: Callable[..., Any] | None = None

    @property
    def start(self) -> int:
        """Which random numbers the training has."""
        return self.training.start

    @property
    def validation_loss(self) -> FloatArray:
        """The validation loss after each epoch, shape (epochs,)."""
        return self.training.run[0].validation_loss

    @cached_property
    def stop_and_best(self) -> tuple[int, int] | OwnFunctionError:
        """The epoch in which the training stops, and the best one until then, from 1."""
        if self.own is None:
            return stopping_epoch(self.validation_loss, self.patience)
        try:
            return _own_epochs(self.own, self.validation_loss, self.patience)
        except OwnFunctionError as error:
            return error


def draw_early_stopping(state: EarlyStoppingState, figure: Figure) -> None:
    """Draw both losses with the best epoch and the stop, and the boundaries learnt by then."""
    if isinstance(state.stop_and_best, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_RAISED, RIGHT_RAISED))
    stop, best = state.stop_and_best
    losses = {"training": state.training.run[0].loss, "validation": state.validation_loss}
    marks = {f"best: {best}": best, f"stop: {stop}": stop}
    plot_losses(losses, marks=marks, ax=left, title="loss", ylabel="", with_legend=False)
    left.set(xlim=(0, NUM_EPOCHS), ylim=(0.0, 1.1))
    legend_below(left)
    X, targets = state.training.data[0]
    plot_points(X, targets, ax=right, title="boundaries", ylabel="", with_legend=False)
    right.set(xlim=XLIM, ylim=YLIM)
    _draw_boundary(right, state.training.map_after(best), f"epoch {best}", STYLE.correct, "-")
    last = f"epoch {NUM_EPOCHS}"
    _draw_boundary(right, state.training.last_map, last, STYLE.ink, "--")
    legend_below(right)


def describe_early_stopping(state: EarlyStoppingState) -> str:
    """Say when it stops, which weights come back, and what waiting would have brought."""
    if isinstance(state.stop_and_best, OwnFunctionError):
        return str(state.stop_and_best)
    (stop, best), losses = state.stop_and_best, state.validation_loss
    return (
        f"Patience {state.patience}: training stops after epoch {stop}, and the weights of epoch "
        f"{best} come back, with a validation loss of {number_text(float(losses[best - 1]))}. "
        f"After all {NUM_EPOCHS} epochs it would be {number_text(float(losses[-1]))}."
        + _missed(best, int(losses.argmin()) + 1)
    )


def react_early_stopping(state: EarlyStoppingState, name: str, value: Any) -> EarlyStoppingState:
    """Return the state after a control moved; another start is another training."""
    if name == "start":
        return replace(state, training=NoisyTraining(value))
    return replace(state, patience=value)


def early_stopping_widget(
    own: Callable[..., Any] | None = None,
) -> Panel[EarlyStoppingState]:
    """Return a widget that ends a training by patience, and brings the best weights back.

    Parameters
    ----------
    own
        Your own ``stopping_epoch(losses, patience)``, which returns (last epoch, best epoch),
        counted from 1; the library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = EarlyStoppingState(own=own)
    controls: dict[str, Any] = {
        "patience": ladder("patience in epochs", state.patience, PATIENCES),
        "start": menu("random start", state.start, STARTS),
    }
    look = Look(
        "Early stopping", draw_early_stopping, describe_early_stopping, react_early_stopping
    )
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _own_epochs(own: Callable[..., Any], losses: FloatArray, patience: int) -> tuple[int, int]:
    """Return both epochs that a student's function gives, or raise OwnFunctionError."""
    epochs = own_arrays(own, {"last epoch": (), "best epoch": ()}, losses, patience)
    stop, best = (int(epoch) for epoch in epochs)
    if [stop, best] != epochs or not 1 <= best <= stop <= len(losses):
        last, first = (f"{float(epoch):g}" for epoch in epochs)
        raise OwnFunctionError(
            f"Your {name_of(own)} returned the last epoch {last} and the best epoch {first}; "
            f"return whole numbers from 1 to {len(losses)}, the best one not after the last."
        )
    return stop, best


def _draw_boundary(ax: Axes, logits: FloatArray, name: str, color: str, line: str) -> None:
    """Draw where a network is undecided, which is where its logit is 0."""
    ax.contour(*GRID, logits, levels=[0.0], colors=[color],
               linestyles=line, linewidths=STYLE.line_width)  # fmt: skip
    ax.plot([], [], color=color, ls=line, lw=STYLE.line_width, label=name)


def _missed(best: int, lowest: int) -> str:
    return "" if best == lowest else f" Too impatient: the best of all is epoch {lowest}."
