"""Saturated neurons: how little of an error gets through a chain of them."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib.activations import ACTIVATIONS, Activation
from nnlib.plots.activation import draw_derivative, draw_function, shade_flat_zones
from nnlib.plots.curves import plot_layer_sizes
from nnlib.plots.style import STYLE, legend, number_text, tidy
from nnlib.validate import FloatArray
from nnlib.widgets.controls import menu, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import LEFT_HALF, clean_axes

Z_LIMIT = 8.0
MOST_LAYERS = 12
GRID = np.linspace(-Z_LIMIT, Z_LIMIT, 321)
CHOICES = ("sigmoid", "tanh", "relu")


@dataclass(frozen=True)
class SaturationState:
    """The net input of every neuron in a chain with weights of 1, and the chain's length."""

    activation: Activation = field(default=ACTIVATIONS["sigmoid"])
    z: float = 2.0
    num_layers: int = 6

    @property
    def slope(self) -> float:
        """By which each neuron multiplies the error: f'(z)."""
        return float(self.activation.derivative(self.z))

    @property
    def shares(self) -> FloatArray:
        """What is left of an error of 1 in each layer, shape (layers,); the last layer has 1 f'."""
        return np.array([self.slope**passed for passed in range(self.num_layers, 0, -1)])


def draw_saturation(state: SaturationState, figure: Figure) -> None:
    """Draw the activation with its slope at z, and what is left of δ in each layer."""
    left, right = clean_axes(figure, (LEFT_HALF, (0.60, 0.14, 0.375, 0.76)))
    _draw_slope(left, state)
    plot_layer_sizes(
        state.shares, limits=(1e-9, 10.0), ax=right, xlabel="layer, the output's is the last",
        title="what is left of δ in each layer",
    )  # fmt: skip
    right.set_xlim(0.3, MOST_LAYERS + 0.7)


def describe_saturation(state: SaturationState) -> str:
    """Say what one neuron lets through, and what the whole chain does."""
    left = number_text(float(state.shares[0]))
    return (
        f"Each neuron at z = {number_text(state.z)} multiplies the error by f′(z) = "
        f"{number_text(state.slope)}. After {state.num_layers} layers "
        f"{number_text(state.slope)}^{state.num_layers} = {left} of it is left for the first."
    )


def saturation_widget() -> Panel[SaturationState]:
    """Return a widget that sends an error back through a chain of neurons that all have one z.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = SaturationState()
    options = [(name, ACTIVATIONS[name]) for name in CHOICES]
    controls: dict[str, Any] = {
        "activation": menu("activation", state.activation, options),
        "z": slider("net input z", state.z, -Z_LIMIT, Z_LIMIT),
        "num_layers": step_slider("layers", state.num_layers, MOST_LAYERS, first=1),
    }
    look = Look("Saturated neurons", draw_saturation, describe_saturation)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _draw_slope(ax: Axes, state: SaturationState) -> None:
    values = state.activation.function(GRID).astype(np.float64)
    slopes = state.activation.derivative(GRID).astype(np.float64)
    draw_function(ax, GRID, values, label="a = f(z)")
    draw_derivative(ax, GRID, slopes)
    shade_flat_zones(ax, slopes, GRID)
    ax.plot(
        state.z, state.slope, "o", ms=10, color=STYLE.highlight,
        markeredgecolor=STYLE.ink, zorder=6,
    )  # fmt: skip
    ax.set(xlim=(-Z_LIMIT, Z_LIMIT), ylim=(-1.15, 1.8))
    legend(ax, loc="upper left")
    title = f"{state.activation.name}: f′({number_text(state.z)}) = {number_text(state.slope)}"
    tidy(ax, title=title, xlabel="z")
