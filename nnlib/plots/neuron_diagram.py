"""A drawing of one artificial neuron with its numbers."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from numpy.typing import ArrayLike, NDArray

from nnlib.activations import ACTIVATIONS
from nnlib.neuron import net_input
from nnlib.plots.shapes import TEXT, Point, arrow, circle
from nnlib.plots.style import STYLE, axes_or_new, blank, number_text

INPUT_X, SUM_X, ACTIVATION_X, OUTPUT_X = 0.0, 3.4, 5.6, 7.9
SPACING = 1.25
RADIUS = 0.48
SUM_RADIUS = 0.62
BOX = 0.62
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True)
class Neuron:
    """What the drawing needs: weights (n,), bias, the activation's name, inputs (n,) or none."""

    weights: NDArray[np.float64]
    bias: float
    activation: str
    x: NDArray[np.float64] | None

    @property
    def net_input(self) -> float | None:
        """z, or None while there are no inputs."""
        return None if self.x is None else float(net_input(self.x, self.weights, self.bias))

    @property
    def output(self) -> float | None:
        """The activation of z, or None while there are no inputs."""
        z = self.net_input
        return None if z is None else float(ACTIVATIONS[self.activation].function(np.float64(z)))

    @property
    def input_points(self) -> list[Point]:
        """Where each input stands, from the top down."""
        top = SPACING * (len(self.weights) - 1) / 2
        return [(INPUT_X, top - SPACING * index) for index in range(len(self.weights))]


def plot_neuron(
    weights: ArrayLike,
    bias: float,
    activation: str,
    x: ArrayLike | None = None,
    *,
    ax: Axes | None = None,
    title: str = "",
    inputs_label: str = "inputs",
    weights_label: str = "weights",
    bias_label: str = "bias",
    sum_label: str = "net input",
    activation_label: str = "activation",
    output_label: str = "output",
) -> Axes:
    """Draw a neuron: inputs, weights, bias, the sum z, the activation and the output a = f(z).

    Parameters
    ----------
    weights
        Shape (n,).
    bias
        One number.
    activation
        A name of ``nnlib.activations.ACTIVATIONS``.
    x
        Shape (n,); without it the drawing has no values for x, z and a.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If the shapes differ, there are no weights, or the activation is not known.
    """
    neuron = _checked_neuron(weights, bias, activation, x)
    outermost = neuron.input_points[0][1] + RADIUS
    bottom, top = -max(1.3, outermost) - 0.3, max(2.1, outermost) + 0.15
    ax = axes_or_new(ax, (7.6, 0.74 * (top - bottom + 0.65)))
    blank(ax, xlim=(-0.8, 9.5), ylim=(bottom - 0.65, top))
    ax.set_title(title, fontsize=STYLE.text_size + 1, color=STYLE.ink)
    _draw_inputs(ax, neuron)
    _draw_bias(ax, neuron, bias_label)
    _draw_sum(ax, neuron)
    _draw_activation(ax, neuron)
    _draw_output(ax, neuron)
    words = (inputs_label, weights_label, sum_label, activation_label, output_label)
    _write_words(ax, words, bottom=bottom)
    return ax


def _checked_neuron(
    weights: ArrayLike, bias: float, activation: str, x: ArrayLike | None
) -> Neuron:
    w = np.asarray(weights, dtype=np.float64)
    inputs = None if x is None else np.asarray(x, dtype=np.float64)
    if w.ndim != 1 or w.size == 0:
        raise ValueError(
            f"weights must have the shape (n,) with n of 1 or more, but it has {w.shape}."
        )
    if inputs is not None and inputs.shape != w.shape:
        raise ValueError(
            f"x must have the shape {w.shape} like the weights, but it has {inputs.shape}."
        )
    if activation not in ACTIVATIONS:
        raise ValueError(
            f"activation must be one of {', '.join(ACTIVATIONS)}, but it is {activation!r}."
        )
    return Neuron(w, float(bias), activation, inputs)


def _draw_inputs(ax: Axes, neuron: Neuron) -> None:
    for index, (point, weight) in enumerate(
        zip(neuron.input_points, neuron.weights, strict=True), start=1
    ):
        subscript = str(index).translate(SUBSCRIPTS)
        value = None if neuron.x is None else neuron.x[index - 1]
        circle(ax, point, RADIUS, _with_value(f"x{subscript}", value, "\n"))
        arrow(ax, point, (SUM_X, 0.0), gaps=(RADIUS, SUM_RADIUS))
        _write_on_arrow(ax, point, _with_value(f"w{subscript}", weight, " = "))


def _draw_bias(ax: Axes, neuron: Neuron, word: str) -> None:
    top = (SUM_X, 1.75)
    ax.text(*top, f"{word} b = {number_text(neuron.bias)}", ha="center", va="bottom", **TEXT)
    arrow(ax, top, (SUM_X, 0.0), gaps=(0.05, SUM_RADIUS))


def _draw_sum(ax: Axes, neuron: Neuron) -> None:
    circle(ax, (SUM_X, 0.0), SUM_RADIUS, "Σ", size=STYLE.text_size + 8)
    text = _with_value("z", neuron.net_input, " = ")
    ax.text(SUM_X, -SUM_RADIUS - 0.12, text, ha="center", va="top", **TEXT)
    arrow(ax, (SUM_X, 0.0), (ACTIVATION_X, 0.0), gaps=(SUM_RADIUS, BOX))


def _draw_activation(ax: Axes, neuron: Neuron) -> None:
    corner = (ACTIVATION_X - BOX, -BOX)
    frame = FancyBboxPatch(
        corner, 2 * BOX, 2 * BOX, boxstyle="round,pad=0,rounding_size=0.12",
        fc=STYLE.paper, ec=STYLE.ink, lw=1.5,
    )  # fmt: skip
    ax.add_patch(frame)
    ax.plot(*_small_curve(neuron.activation), color=STYLE.function, lw=STYLE.line_width)
    ax.text(ACTIVATION_X, -BOX - 0.12, neuron.activation, ha="center", va="top", **TEXT)


def _draw_output(ax: Axes, neuron: Neuron) -> None:
    arrow(ax, (ACTIVATION_X, 0.0), (OUTPUT_X, 0.0), gaps=(BOX, 0.15))
    text = _with_value("a", neuron.output, " = ")
    ax.text(OUTPUT_X, 0.0, text, ha="left", va="center", weight="bold", **TEXT)


def _write_words(ax: Axes, words: tuple[str, ...], *, bottom: float) -> None:
    places = (INPUT_X, (INPUT_X + SUM_X) / 2, SUM_X, ACTIVATION_X, OUTPUT_X + 0.5)
    for place, word in zip(places, words, strict=True):
        ax.text(
            place, bottom, word, ha="center", va="top", color=STYLE.faint,
            fontsize=STYLE.text_size, style="italic",
        )  # fmt: skip


def _small_curve(name: str) -> NDArray[np.float64]:
    """Return points (2, n) of the activation's curve, scaled into its box."""
    z = np.linspace(-3.0, 3.0, 61)
    a = np.asarray(ACTIVATIONS[name].function(z), dtype=np.float64)
    middle, half = (a.max() + a.min()) / 2, (a.max() - a.min()) / 2
    return np.array([ACTIVATION_X + 0.75 * BOX * z / 3.0, 0.7 * BOX * (a - middle) / half])


def _write_on_arrow(ax: Axes, start: Point, text: str) -> None:
    x, y = 0.58 * start[0] + 0.42 * SUM_X, 0.58 * start[1]
    ax.text(
        x, y, text, ha="center", va="center", zorder=3,
        bbox={"boxstyle": "round,pad=0.15", "fc": STYLE.paper, "ec": "none"}, **TEXT,
    )  # fmt: skip


def _with_value(symbol: str, value: float | None, between: str) -> str:
    return symbol if value is None else f"{symbol}{between}{number_text(value)}"
