"""The chain rule on one neuron: three factors, their product, and a nudge of the weight."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from nnlib.activations import sigmoid, sigmoid_derivative
from nnlib.plots.descent import plot_tangent
from nnlib.plots.style import STYLE, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.own_function import OwnFunctionError, name_of, own_arrays
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, RIGHT_HALF, clean_axes
from nnlib.widgets.trouble import draw_trouble

NUDGE = 0.001
WEIGHT_LIMIT = 4.0
FACTORS = ("∂L/∂a", "∂a/∂z", "∂z/∂w", "∂L/∂w")


@dataclass(frozen=True)
class ChainRuleState:
    """A sigmoid neuron with one input, and the answer that it should give."""

    x: float = 1.5
    weight: float = 0.8
    bias: float = -0.2
    target: float = 0.0
    own: Callable[..., Any] | None = None

    @property
    def z(self) -> float:
        """The net input w x + b."""
        return self.weight * self.x + self.bias

    @property
    def a(self) -> float:
        """The output σ(z)."""
        return float(sigmoid(self.z))

    @property
    def loss(self) -> float:
        """The loss L = ½ (a - y)²."""
        return 0.5 * (self.a - self.target) ** 2

    @property
    def factors(self) -> tuple[float, float, float]:
        """The slopes ∂L/∂a = a - y, ∂a/∂z = σ'(z) and ∂z/∂w = x."""
        return self.a - self.target, float(sigmoid_derivative(self.z)), self.x

    @cached_property
    def slope(self) -> float | OwnFunctionError:
        """Their product ∂L/∂w, or what a student's function gives for it, if anything."""
        if self.own is None:
            return float(np.prod(self.factors))
        numbers = self.x, self.weight, self.bias, self.target
        try:
            slopes = own_arrays(self.own, {"∂L/∂w": (), "∂L/∂b": ()}, *numbers)
        except OwnFunctionError as error:
            return error
        return float(slopes[0])

    @property
    def measured_change(self) -> float:
        """How the loss really changes when the weight grows by 0.001."""
        return replace(self, weight=self.weight + NUDGE).loss - self.loss

    def losses(self, weights: ArrayLike) -> FloatArray:
        """Return the loss for other weights, shape (n,)."""
        errors: FloatArray = sigmoid(np.asarray(weights) * self.x + self.bias) - self.target
        return 0.5 * errors**2


def draw_chain_rule(state: ChainRuleState, figure: Figure) -> None:
    """Draw the three factors and their product as bars, and the loss over the weight."""
    if isinstance(state.slope, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT_HALF, RIGHT_HALF))
    _draw_factors(left, state.factors, state.slope)
    plot_tangent(
        state.losses, state.slope, state.weight, xlim=(-WEIGHT_LIMIT, WEIGHT_LIMIT), ax=right,
        title="loss over the weight", xlabel="weight w", ylabel="",
    )  # fmt: skip
    right.set_ylim(-0.05, 0.95)  # no tangent reaches the legend at the top


def describe_chain_rule(state: ChainRuleState) -> str:
    """Say the product in numbers, and compare it with what a nudge really does."""
    if isinstance(state.slope, OwnFunctionError):
        return str(state.slope)
    parts = " · ".join(f"({number_text(factor)})" for factor in state.factors)
    product, slope = number_text(float(np.prod(state.factors))), number_text(state.slope)
    own = f"; your {name_of(state.own)} says {slope}" if state.own else ""
    return (
        f"z = {number_text(state.z)}, a = σ(z) = {number_text(state.a)}, "
        f"L = ½(a − y)² = {number_text(state.loss)}.\n∂L/∂w = {parts} = {product}{own}.\n"
        f"If w grows by 0.001, {'this' if own else 'the chain rule'} says that L changes by "
        f"{number_text(NUDGE * state.slope, 4)}; it really changes by "
        f"{number_text(state.measured_change, 4)}."
    )


def chain_rule_widget(own: Callable[..., Any] | None = None) -> Panel[ChainRuleState]:
    """Return a widget of one neuron that shows the factors of the chain rule and a small nudge.

    Parameters
    ----------
    own
        Your own ``chain_rule_neuron(x, weight, bias, target)``, which returns (∂L/∂w, ∂L/∂b); its
        slope is drawn. The library's when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = ChainRuleState(own=own)
    controls: dict[str, Any] = {
        "x": slider("input x", state.x, -2.0, 2.0),
        "weight": slider("weight w", state.weight, -WEIGHT_LIMIT, WEIGHT_LIMIT),
        "bias": slider("bias b", state.bias, -4.0, 4.0),
        "target": menu("target y", state.target, [("0", 0.0), ("1", 1.0)]),
    }
    look = Look("The chain rule on one neuron", draw_chain_rule, describe_chain_rule)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_factors(ax: Axes, factors: tuple[float, ...], slope: float) -> None:
    heights = [*factors, slope]
    colors = [STYLE.function] * 3 + [STYLE.derivative]
    bars = ax.bar(range(4), heights, color=colors, edgecolor=STYLE.ink, lw=0.6)
    bars[-1].set_hatch("//")
    ax.bar_label(bars, [number_text(h) for h in heights], padding=3, fontsize=STYLE.small_text_size)
    ax.axhline(0.0, color=STYLE.ink, lw=0.8)
    ax.set_xticks(range(4), FACTORS)
    ax.set(xlim=(-0.6, 3.6), ylim=(-2.7, 2.7))
    tidy(ax, title="three slopes, and their product")
