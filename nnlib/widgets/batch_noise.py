"""Full batch, mini-batches and single samples: a straight way against a noisy one."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from nnlib.losses import mean_squared_error, mean_squared_error_gradient
from nnlib.optimizers import sgd_step
from nnlib.plots.curves import plot_losses
from nnlib.plots.descent import Surface, plot_paths
from nnlib.plots.style import number_text
from nnlib.training import mini_batches
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, menu, row, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

NUM_SAMPLES = 32
BATCH_SIZES = (32, 8, 1)
NUM_EPOCHS = 8
LEARNING_RATES = (0.02, 0.05, 0.1, 0.2)
LAST_ORDER = 9
START = (-1.6, 1.6)
TRUE_WEIGHTS = np.array([1.0, -0.5])


@dataclass(frozen=True)
class Descent:
    """Training of a neuron without activation on noisy data, with every batch size."""

    learning_rate: float = 0.1
    order: int = 0

    @cached_property
    def data(self) -> tuple[FloatArray, FloatArray]:
        """Samples, shape (32, 2), and their noisy targets, shape (32,)."""
        rng = np.random.default_rng(5)
        X = rng.standard_normal((NUM_SAMPLES, 2))
        return X, X @ TRUE_WEIGHTS + 0.7 * rng.standard_normal(NUM_SAMPLES)

    @cached_property
    def surface(self) -> Surface:
        """The mean squared error over all samples, for both weights."""
        return Surface(self.height, (-2.2, 2.6), (-2.2, 2.2))

    def height(self, w1: FloatArray, w2: FloatArray) -> FloatArray:
        """Return the loss over all samples for weights of any shape."""
        X, targets = self.data
        errors = np.multiply.outer(w1, X[:, 0]) + np.multiply.outer(w2, X[:, 1]) - targets
        return np.asarray(np.mean(errors**2, axis=-1))

    @cached_property
    def paths(self) -> dict[int, list[FloatArray]]:
        """For each batch size and each epoch, the places after its steps, the last one before."""
        return {size: self._epochs(size) for size in BATCH_SIZES}

    def _epochs(self, batch_size: int) -> list[FloatArray]:
        rng = np.random.default_rng(self.order)
        w, epochs = np.array(START), []
        for _ in range(NUM_EPOCHS):
            places = [w]
            for x, t in mini_batches(*self.data, batch_size, rng=rng):
                w = sgd_step(w, x.T @ mean_squared_error_gradient(x @ w, t), self.learning_rate)
                places.append(w)
            epochs.append(np.array(places))
        return epochs


@dataclass(frozen=True)
class BatchNoiseState:
    """A training, the batch size that is drawn on the map, and the number of epochs."""

    descent: Descent = field(default_factory=Descent)
    batch_size: int = 8
    epochs: int = 4

    @property
    def learning_rate(self) -> float:
        """The learning rate of all three."""
        return self.descent.learning_rate

    @property
    def order(self) -> int:
        """Which random order the samples come in."""
        return self.descent.order

    @property
    def path(self) -> FloatArray:
        """All places of the chosen batch size up to the epoch, shape (steps + 1, 2)."""
        parts = self.descent.paths[self.batch_size][: self.epochs]
        return np.concatenate([parts[0][:1], *(part[1:] for part in parts)])

    def loss_after_epochs(self, batch_size: int) -> FloatArray:
        """Return the loss over all samples at the start and after each epoch."""
        ends = [np.array(START), *(part[-1] for part in self.descent.paths[batch_size])]
        X, targets = self.descent.data
        return np.array([mean_squared_error(X @ w, targets) for w in ends])


def draw_batch_noise(state: BatchNoiseState, figure: Figure) -> None:
    """Draw the path of the chosen batch size on the map, and the loss after each epoch."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    steps = len(state.path) - 1
    plot_paths(
        state.descent.surface, {f"{steps} steps": state.path}, ax=left,
        title=_title(state.batch_size),
    )  # fmt: skip
    losses = {f"batch of {size}": state.loss_after_epochs(size) for size in BATCH_SIZES}
    plot_losses(losses, first=0, ax=right, title="loss over all samples", ylabel="")
    right.axvline(state.epochs, color=right.spines["left"].get_edgecolor(), lw=0.8, ls=":")
    right.set(xlim=(-0.2, NUM_EPOCHS + 0.2), ylim=(0.0, 1.1 * losses["batch of 32"][0]))


def describe_batch_noise(state: BatchNoiseState) -> str:
    """Say what each batch size costs and reaches."""
    parts = []
    for size in BATCH_SIZES:
        loss = state.loss_after_epochs(size)[state.epochs]
        steps = state.epochs * NUM_SAMPLES // size
        parts.append(f"batches of {size}: {steps} steps, loss {number_text(float(loss))}")
    return (
        f"After {state.epochs} epochs over {NUM_SAMPLES} samples: {'; '.join(parts)}.\n"
        "Every epoch costs the same: small batches make more steps of it, but noisy ones."
    )


def react_batch_noise(state: BatchNoiseState, name: str, value: Any) -> BatchNoiseState:
    """Return the state after a control moved; another rate or order is another training."""
    if name in ("learning_rate", "order"):
        return replace(state, descent=replace(state.descent, **{name: value}))
    return replace(state, **{name: value})


def batch_noise_widget() -> Panel[BatchNoiseState]:
    """Return a widget that compares full-batch, mini-batch and stochastic gradient descent.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = BatchNoiseState()
    sizes = [(_title(size), size) for size in BATCH_SIZES]
    controls: dict[str, Any] = {
        "batch_size": menu("batch size", state.batch_size, sizes),
        "learning_rate": ladder("learning rate η", state.learning_rate, LEARNING_RATES),
        "epochs": step_slider("epochs", state.epochs, NUM_EPOCHS, first=1),
        "order": step_slider("random order", state.order, LAST_ORDER),
    }
    look = Look("The size of the batch", draw_batch_noise, describe_batch_noise, react_batch_noise)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _title(batch_size: int) -> str:
    if batch_size == NUM_SAMPLES:
        return f"{batch_size}: the full batch"
    return "1: stochastic" if batch_size == 1 else f"{batch_size}: mini-batches"
