"""L1 and L2: how a penalty shrinks the weights, and which of them it leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Final

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
from nnlib.widgets.own_function import OwnFunctionError, own_array, own_arrays
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.trouble import draw_trouble

# From weights, the loss's gradient, a rate and a strength to the next weights.
Step = Callable[[FloatArray, FloatArray, float, float], FloatArray]
STRENGTHS = (0.0, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
# Of ten features only the first three have anything to do with the target.
TRUE_WEIGHTS = np.array([1.5, -1.0, 0.7, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
NUM_TRAIN, NUM_VALIDATION = 16, 200
NUM_STEPS = 250
ALMOST_ZERO = 0.02


def penalized_step(
    penalty: Callable[[FloatArray, float], FloatArray],
    w: FloatArray, gradient: FloatArray, rate: float, strength: float,
) -> FloatArray:  # fmt: skip
    """Return the weights after a step against the gradients of loss and penalty."""
    return sgd_step(w, gradient + penalty(w, strength), rate)


def own_l1_step(
    l1_gradient: Callable[..., Any],
    w: FloatArray, gradient: FloatArray, rate: float, strength: float,
) -> FloatArray:  # fmt: skip
    """Take such a step by a student's ``l1_gradient(weight, weight_decay)``."""
    return sgd_step(w, gradient + own_array(l1_gradient, w.shape, w, strength), rate)


def own_l2_step(
    l2_step: Callable[..., Any],
    w: FloatArray, gradient: FloatArray, rate: float, strength: float,
) -> FloatArray:  # fmt: skip
    """Take it by a student's ``l2_step``; this neuron's bias is 0, and so is its gradient."""
    bias, shapes = np.zeros(1), {"weights": w.shape, "biases": (1,)}
    return own_arrays(l2_step, shapes, w, bias, gradient, bias, rate, strength)[0]


STEPS: Final[Mapping[str, Step]] = MappingProxyType(
    {"L2": partial(penalized_step, l2_gradient), "L1": partial(penalized_step, l1_gradient)}
)


@dataclass(frozen=True)
class Shrinking:
    """The training of one neuron without activation, with every strength of one penalty."""

    penalty: str = "L2"
    steps: Mapping[str, Step] = field(default_factory=lambda: STEPS)

    @cached_property
    def data(self) -> list[tuple[FloatArray, FloatArray]]:
        """The training and the validation data, as X of shape (m, 10) and targets (m,)."""
        rng = np.random.default_rng(5)
        return [self._draw(count, rng) for count in (NUM_TRAIN, NUM_VALIDATION)]

    def _draw(self, count: int, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        X = rng.standard_normal((count, len(TRUE_WEIGHTS)))
        return X, X @ TRUE_WEIGHTS + 0.8 * rng.standard_normal(count)

    @cached_property
    def outcome(self) -> FloatArray | OwnFunctionError:
        """The weights after each training, or why a student's function cannot train."""
        try:
            return np.array([self._train(strength) for strength in STRENGTHS])
        except OwnFunctionError as error:
            return error

    @property
    def weights(self) -> FloatArray:
        """The weights at the end of each training, shape (strengths, 10)."""
        if isinstance(self.outcome, OwnFunctionError):
            raise self.outcome
        return self.outcome

    def _train(self, strength: float) -> FloatArray:
        X, targets = self.data[0]
        rate = cosine_decay(0.1, NUM_STEPS)
        w: FloatArray = np.zeros(len(TRUE_WEIGHTS))
        for step in range(1, NUM_STEPS + 1):
            gradient = X.T @ mean_squared_error_gradient(X @ w, targets)
            w = self.steps[self.penalty](w, gradient, rate(step), strength)
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
    if isinstance(state.shrinking.outcome, OwnFunctionError):
        draw_trouble(figure)
        return
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
    if isinstance(state.shrinking.outcome, OwnFunctionError):
        return str(state.shrinking.outcome)
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
        return replace(state, shrinking=replace(state.shrinking, penalty=value))
    return replace(state, strength=value)


def weight_decay_widget(
    l1_gradient: Callable[..., Any] | None = None, l2_step: Callable[..., Any] | None = None
) -> Panel[WeightDecayState]:
    """Return a widget that shrinks the weights of a neuron by an L1 or L2 penalty.

    Parameters
    ----------
    l1_gradient
        Your own ``l1_gradient(weight, weight_decay)``; the library's when left out.
    l2_step
        Your own ``l2_step(weight, bias, weight_gradient, bias_gradient, learning_rate,
        weight_decay)``, which returns (weight, bias).

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    own: dict[str, Step] = {}
    if l2_step is not None:
        own["L2 (yours)"] = partial(own_l2_step, l2_step)
    if l1_gradient is not None:
        own["L1 (yours)"] = partial(own_l1_step, l1_gradient)
    steps = own | dict(STEPS)
    state = WeightDecayState(Shrinking(next(iter(steps)), steps))
    controls: dict[str, Any] = {
        "penalty": menu("penalty", state.penalty, list(steps)),
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
