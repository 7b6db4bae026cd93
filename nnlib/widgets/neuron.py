"""One neuron with two inputs: its output over the plane, and its activation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from nnlib.activations import Activation
from nnlib.neuron import net_input, net_input_batch
from nnlib.plots.activation import draw_function
from nnlib.plots.line import plot_line
from nnlib.plots.points import shade_regions
from nnlib.plots.style import OUTPUT_COLORS, STYLE, number_text, tidy
from nnlib.widgets.choices import activation_choices, checked_activation
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.own_function import OwnFunctionError, own_values
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes
from nnlib.widgets.trouble import draw_trouble

INPUT_LIMIT = 2.0
PLANE: Place = (0.085, 0.14, 0.335, 0.76)
COLOR_SCALE: Place = (0.43, 0.14, 0.018, 0.76)
CURVE: Place = (0.60, 0.14, 0.375, 0.76)
# The outputs that have the full colours; ReLU and the like have no upper end.
OUTPUT_RANGES = {"step": (0.0, 1.0), "sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
OPEN_RANGE = (-3.0, 3.0)


@dataclass(frozen=True)
class NeuronState:
    """The weights, bias and activation of a neuron, and the sample that it is shown."""

    activation: Activation
    w1: float = 1.0
    w2: float = -0.5
    bias: float = 0.5
    x1: float = 1.0
    x2: float = -0.5

    @property
    def weights(self) -> NDArray[np.float64]:
        """Both weights, shape (2,)."""
        return np.array([self.w1, self.w2])

    @property
    def z(self) -> float:
        """The net input of the sample."""
        return float(net_input([self.x1, self.x2], self.weights, self.bias))

    @property
    def z_grid(self) -> NDArray[np.float64]:
        """The net inputs over which the activation is drawn."""
        limit = max(6.0, np.ceil(abs(self.z)) + 1.0)
        return np.linspace(-limit, limit, 241)

    @cached_property
    def outputs(self) -> NDArray[np.float64] | OwnFunctionError:
        """The activation over the grid and, as the last number, at z; or why there is none."""
        try:
            return own_values(self.activation.function, np.append(self.z_grid, self.z))
        except OwnFunctionError as error:
            return error


def draw_neuron(state: NeuronState, figure: Figure) -> None:
    """Draw the output over all inputs with the line z = 0, and z on the activation's curve."""
    if isinstance(state.outputs, OwnFunctionError):
        draw_trouble(figure)
        return
    plane, scale, curve = clean_axes(figure, (PLANE, COLOR_SCALE, CURVE))
    _draw_plane(plane, state)
    _draw_scale(scale, _output_range(state))
    _draw_curve(curve, state.z_grid, state.outputs, state)


def describe_neuron(state: NeuronState) -> str:
    """Say the sum in numbers, and what comes out."""
    if isinstance(state.outputs, OwnFunctionError):
        return str(state.outputs)
    w1, w2, x1, x2, b = map(number_text, (state.w1, state.w2, state.x1, state.x2, state.bias))
    z, a = number_text(state.z), number_text(float(state.outputs[-1]))
    return (
        f"z = w1·x1 + w2·x2 + b = ({w1})·({x1}) + ({w2})·({x2}) + ({b}) = {z}.\n"
        f"a = {state.activation.name}({z}) = {a}. " + _side(state.z)
    )


def neuron_widget(
    activation: str | Callable[[Any], Any] | None = None,
) -> Panel[NeuronState]:
    """Return a widget of one neuron whose weights, bias, activation and inputs can be moved.

    Parameters
    ----------
    activation
        The name to begin with, or a function of your own; sigmoid when left out.

    Returns
    -------
    Panel
        Show it as the last line of a cell.

    Raises
    ------
    ValueError
        If there is no activation of that name.
    """
    chosen = checked_activation(activation, default="sigmoid")
    choices = activation_choices(None if isinstance(chosen, str) else chosen)
    first = choices[chosen] if isinstance(chosen, str) else next(iter(choices.values()))
    state = NeuronState(first)
    controls = _controls(state, choices)
    look = Look("One neuron", draw_neuron, describe_neuron)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _controls(state: NeuronState, choices: dict[str, Activation]) -> dict[str, Any]:
    return {
        "w1": slider("weight w1", state.w1, -3.0, 3.0),
        "w2": slider("weight w2", state.w2, -3.0, 3.0),
        "bias": slider("bias b", state.bias, -4.0, 4.0),
        "activation": menu("activation", state.activation, list(choices.items())),
        "x1": slider("input x1", state.x1, -INPUT_LIMIT, INPUT_LIMIT),
        "x2": slider("input x2", state.x2, -INPUT_LIMIT, INPUT_LIMIT),
    }


def _draw_plane(ax: Axes, state: NeuronState) -> None:
    limits = (-INPUT_LIMIT, INPUT_LIMIT)
    ax.set(xlim=limits, ylim=limits)
    shade_regions(partial(_output_at, state), ax, resolution=101, value_range=_output_range(state))
    ax.locator_params(nbins=5)
    plot_line(state.weights, state.bias, ax=ax, side_label="z > 0")
    _mark(ax, state.x1, state.x2)
    tidy(ax, title="output a for every input", xlabel="x₁", ylabel="x₂")


def _output_at(state: NeuronState, X: NDArray[np.float64]) -> NDArray[np.float64]:
    z = net_input_batch(X, state.weights, state.bias)
    return own_values(state.activation.function, z.astype(np.float64, copy=False))


def _draw_scale(ax: Axes, output_range: tuple[float, float]) -> None:
    shades = np.linspace(*output_range, 64)[:, np.newaxis]
    ax.imshow(
        shades, extent=(0.0, 1.0, *output_range), origin="lower", aspect="auto",
        cmap=OUTPUT_COLORS, alpha=STYLE.region_opacity,
    )  # fmt: skip
    ax.set_xticks([])
    ax.set_yticks([output_range[0], sum(output_range) / 2, output_range[1]])
    ax.yaxis.tick_right()
    ax.tick_params(labelsize=STYLE.small_text_size)


def _draw_curve(
    ax: Axes, z_grid: NDArray[np.float64], outputs: NDArray[np.float64], state: NeuronState
) -> None:
    a = float(outputs[-1])
    draw_function(ax, z_grid, outputs[:-1])
    ax.plot([state.z, state.z, z_grid[0]], [0.0, a, a], color=STYLE.faint, lw=1.2, ls=":")
    _mark(ax, state.z, a)
    title = f"{state.activation.name}: z = {number_text(state.z)}, a = {number_text(a)}"
    ax.locator_params(nbins=5)
    tidy(ax, title=title, xlabel="z", ylabel="a")


def _mark(ax: Axes, x: float, y: float) -> None:
    ax.plot(
        x, y, "D", ms=9, color=STYLE.highlight, markeredgecolor=STYLE.ink, zorder=6, clip_on=False
    )


def _output_range(state: NeuronState) -> tuple[float, float]:
    return OUTPUT_RANGES.get(state.activation.name, OPEN_RANGE)


def _side(z: float) -> str:
    if z == 0.0:
        return "The sample lies on the line z = 0."
    return f"The sample lies on the side of the line where z is {'above' if z > 0 else 'below'} 0."
