"""L1 and L2: how a penalty shrinks the weights, and which of them it leaves."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.losses import mean_squared_error, mean_squared_error_gradient
from nnlib.optimizers import cosine_decay, sgd_step
from nnlib.plots.curves import CURVE_COLORS, plot_weights
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.regularizers import l1_gradient, l2_gradient
from nnlib.validate import FloatArray
from nnlib.widgets.controls import ladder, menu, row
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes

PENALTIES = {"L2": l2_gradient, "L1": l1_gradient}
STRENGTHS = (0.0, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
# Of ten features only the first three have anything to do with the target.
TRUE_WEIGHTS = np.array([1.5, -1.0, 0.7, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
NUM_TRAIN, NUM_VALIDATION = 16, 200
NUM_STEPS = 250
ALMOST_ZERO = 0.02


@dataclass(frozen=True)
class Shrinking:
    """The training of one neuron without activation, with every strength of one penalty."""

    penalty: str = "L2"

    @cached_property
    def data(self) -> list[tuple[FloatArray, FloatArray]]:
        """The training and the validation data, as X of shape (m, 10) and targets (m,)."""
        rng = np.random.default_rng(5)
        return [self._draw(count, rng) for count in (NUM_TRAIN, NUM_VALIDATION)]

    def _draw(self, count: int, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        X = rng.standard_normal((count, len(TRUE_WEIGHTS)))
        return X, X @ TRUE_WEIGHTS + 0.8 * rng.standard_normal(count)

    @cached_property
    def weights(self) -> FloatArray:
        """The weights at the end of each training, shape (strengths, 10)."""
        return np.array([self._train(strength) for strength in STRENGTHS])

    def _train(self, strength: float) -> FloatArray:
        X, targets = self.data[0]
        rate = cosine_decay(0.1, NUM_STEPS)
        w: FloatArray = np.zeros(len(TRUE_WEIGHTS))
        for step in range(1, NUM_STEPS + 1):
            gradient = X.T @ mean_squared_error_gradient(X @ w, targets)
            w = sgd_step(w, gradient + PENALTIES[self.penalty](w, strength), rate(step))
        return w

    @cached_property
    def errors(self) -> list[FloatArray]:
        """The mean squared error of each strength, in training and in validation."""
        return [
            np.array([mean_squared_error(X @ w, targets) for w in self.weights])
            for X, targets in self.data
        ]


@dataclass(frozen=True)
class WeightDecayState:
    """The trainings with one penalty, and the strength that is looked at."""

    shrinking: Shrinking = field(default_factory=Shrinking)
    strength: float = 0.3

    @property
    def penalty(self) -> str:
        """Which penalty it is: L1 or L2."""
        return self.shrinking.penalty

    @property
    def index(self) -> int:
        """The place of the strength among all."""
        return STRENGTHS.index(self.strength)

    @property
    def weights(self) -> FloatArray:
        """The weights learnt with this strength, shape (10,)."""
        learnt: FloatArray = self.shrinking.weights[self.index]
        return learnt


def draw_weight_decay(state: WeightDecayState, figure: Figure) -> None:
    """Draw the weights without and with the penalty, and both errors over its strength."""
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    sets = {
        "λ = 0": state.shrinking.weights[0],
        f"{state.penalty}, λ = {number_text(state.strength)}": state.weights,
    }
    plot_weights(sets, ax=left, title="weights after training", ylabel="")
    left.set_ylim(-2.0, 2.9)
    _draw_errors(right, state)


def describe_weight_decay(state: WeightDecayState) -> str:
    """Say how large the weights are, how many are almost 0, and both errors."""
    training, validation = (float(errors[state.index]) for errors in state.shrinking.errors)
    silent = int((np.abs(state.weights) < ALMOST_ZERO).sum())
    return (
        f"{state.penalty} with λ = {number_text(state.strength)}: Σ|w| = "
        f"{number_text(float(np.abs(state.weights).sum()))}; {silent} of 10 weights are almost 0. "
        f"Training error {number_text(training)}, validation error {number_text(validation)}.\n"
        "Only features 1 to 3 have to do with the target. L2 shrinks all weights, the large "
        "ones most; L1 takes the same from each, and so brings the useless ones to 0."
    )


def react_weight_decay(state: WeightDecayState, name: str, value: Any) -> WeightDecayState:
    """Return the state after a control moved; another penalty is trained anew."""
    if name == "penalty":
        return replace(state, shrinking=Shrinking(value))
    return replace(state, strength=value)


def weight_decay_widget() -> Panel[WeightDecayState]:
    """Return a widget that shrinks the weights of a neuron by an L1 or L2 penalty.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = WeightDecayState()
    controls: dict[str, Any] = {
        "penalty": menu("penalty", state.penalty, [(name, name) for name in PENALTIES]),
        "strength": ladder("strength λ", state.strength, STRENGTHS),
    }
    look = Look("Weight decay", draw_weight_decay, describe_weight_decay, react_weight_decay)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_errors(ax: Axes, state: WeightDecayState) -> None:
    places = range(len(STRENGTHS))
    names = ("training", "validation")
    for index, (name, errors) in enumerate(zip(names, state.shrinking.errors, strict=True)):
        ax.plot(places, errors, "--s" if index else "-o", ms=5, lw=STYLE.line_width,
                color=CURVE_COLORS[index], label=name)  # fmt: skip
    ax.axvline(state.index, color=STYLE.ink, lw=1.2, ls=":", label="this λ")
    ax.set_xticks(places, [f"{strength:g}" for strength in STRENGTHS])
    ax.set(xlim=(-0.3, len(STRENGTHS) - 0.7), ylim=(0.0, 4.6))
    legend(ax, loc="upper left")
    tidy(ax, title="mean squared error", xlabel="strength λ")
