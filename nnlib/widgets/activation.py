"""An activation function, its slope at a movable z, and the zones where it is flat."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from nnlib.activations import Activation
from nnlib.plots.activation import FLAT_SLOPE, draw_derivative, draw_function, shade_flat_zones
from nnlib.plots.style import STYLE, number_text, tidy
from nnlib.widgets.choices import activation_choices
from nnlib.widgets.controls import menu, row, slider
from nnlib.widgets.own_function import OwnFunctionError, own_values
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import Place, clean_axes
from nnlib.widgets.trouble import draw_trouble

LEFT: Place = (0.085, 0.25, 0.39, 0.65)
RIGHT: Place = (0.575, 0.25, 0.40, 0.65)
Z_LIMIT = 8.0
GRID = np.linspace(-Z_LIMIT, Z_LIMIT, 321)


@dataclass(frozen=True)
class ActivationReading:
    """What an activation gives over the grid, and at the one z that is looked at."""

    values: NDArray[np.float64]
    slopes: NDArray[np.float64]
    a: float
    slope: float

    @property
    def is_flat(self) -> bool:
        """Whether the neuron would learn next to nothing here."""
        return abs(self.slope) < FLAT_SLOPE


@dataclass(frozen=True)
class ActivationState:
    """Which activation is shown, and the z that is marked on it."""

    activation: Activation
    z: float = 1.0

    @cached_property
    def reading(self) -> ActivationReading | OwnFunctionError:
        """The numbers to draw, or why a student's function gave none."""
        points = np.append(GRID, self.z)
        try:
            values = own_values(self.activation.function, points)
            slopes = own_values(self.activation.derivative, points)
        except OwnFunctionError as error:
            return error
        return ActivationReading(values[:-1], slopes[:-1], float(values[-1]), float(slopes[-1]))


def draw_activation(state: ActivationState, figure: Figure) -> None:
    """Draw f with the point and its tangent on the left, f′ with its flat zones on the right."""
    reading = state.reading
    if isinstance(reading, OwnFunctionError):
        draw_trouble(figure)
        return
    left, right = clean_axes(figure, (LEFT, RIGHT))
    draw_function(left, GRID, reading.values)
    draw_derivative(right, GRID, reading.slopes)
    _draw_tangent(left, state.z, reading)
    for ax, values, height in (
        (left, reading.values, reading.a),
        (right, reading.slopes, reading.slope),
    ):
        shade_flat_zones(ax, reading.slopes, GRID)
        _mark(ax, state.z, height)
        ax.set(xlim=(-Z_LIMIT, Z_LIMIT), ylim=_frame(values))
    _explain_below(left)
    tidy(left, title=f"{state.activation.name}: a = {number_text(reading.a)}", xlabel="z")
    tidy(right, title=f"its slope: f′(z) = {number_text(reading.slope)}", xlabel="z")


def describe_activation(state: ActivationState) -> str:
    """Say the point, the slope, and what the slope means for learning."""
    reading = state.reading
    if isinstance(reading, OwnFunctionError):
        return str(reading)
    return (
        f"At z = {number_text(state.z)} the {state.activation.name} gives "
        f"a = {number_text(reading.a)}, and its slope is {number_text(reading.slope)}. "
        + _meaning(reading)
    )


def activation_widget(
    function: Callable[[Any], Any] | None = None,
    derivative: Callable[[Any], Any] | None = None,
) -> Panel[ActivationState]:
    """Return a widget that moves z along an activation and shows the slope there.

    Parameters
    ----------
    function
        Your own activation: takes an array of shape (n,) and returns one. It is shown first,
        and the library's stand below it in the menu.
    derivative
        Your own derivative; without it the slope of ``function`` is measured by central
        differences.

    Returns
    -------
    Panel
        Show it as the last line of a cell.

    Raises
    ------
    ValueError
        If a derivative comes without its function.
    """
    if derivative is not None and function is None:
        raise ValueError("A derivative came without its function; give both, the function first.")
    choices = activation_choices(function, derivative)
    state = ActivationState(next(iter(choices.values())) if function else choices["sigmoid"])
    controls = {
        "activation": menu("activation", state.activation, list(choices.items())),
        "z": slider("net input z", state.z, -Z_LIMIT, Z_LIMIT),
    }
    look = Look("An activation and its slope", draw_activation, describe_activation)
    return Panel(state, look, controls=controls, rows=[row(*controls.values())])


def _explain_below(ax: Axes) -> None:
    """Put the legend under both pictures, where no curve can pass."""
    ax.legend(
        loc="upper left", bbox_to_anchor=(0.0, -0.2), ncols=3, frameon=False,
        fontsize=STYLE.small_text_size,
    )  # fmt: skip


def _draw_tangent(ax: Axes, z: float, reading: ActivationReading) -> None:
    run = np.array([-1.8, 1.8])
    ax.plot(
        z + run, reading.a + reading.slope * run, color=STYLE.derivative, lw=1.8,
        label=f"tangent, slope {number_text(reading.slope)}",
    )  # fmt: skip


def _mark(ax: Axes, z: float, height: float) -> None:
    ax.plot(z, height, "o", ms=10, color=STYLE.highlight, markeredgecolor=STYLE.ink, zorder=6)


def _frame(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return limits around the values that are never empty, as those of a flat line would be."""
    low = min(0.0, float(values.min()))
    high = max(low + 0.25, float(values.max()))
    margin = 0.06 * (high - low)
    return low - margin, high + margin


def _meaning(reading: ActivationReading) -> str:
    if reading.is_flat:
        return "The curve is flat here (saturated): a neuron in this place learns next to nothing."
    return "The curve is not flat here, so a neuron in this place can learn."
