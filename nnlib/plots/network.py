"""A drawing of a network: its neurons, its weights, and what a pass has worked out so far."""

from collections.abc import Collection, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle

from nnlib.plots.diagram import Diagram, Layers, checked_diagram
from nnlib.plots.shapes import Point
from nnlib.plots.style import STYLE, axes_or_new, blank, number_text

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
LABEL_AT = 0.34  # along a line, nearer its start: in the middle the lines cross


def plot_network(
    weights: Layers,
    *,
    activations: Layers = (),
    biases: Layers = (),
    z: Layers = (),
    deltas: Layers = (),
    weight_gradients: Layers = (),
    silent: Collection[tuple[int, int]] = (),
    highlight: Collection[tuple[int, int]] = (),
    ax: Axes | None = None,
    title: str = "",
    layer_labels: Sequence[str] = (),
) -> Axes:
    """Draw a network with its weights, and with what is known of a, z, δ and the gradients.

    A negative weight has a dashed line, and a heavier weight a thicker one. A number that is NaN
    is not known yet, and nothing is written for it.

    Parameters
    ----------
    weights
        A matrix for each layer after the inputs, shape (out_features, in_features).
    activations
        A vector for each layer, the inputs first: written in the circles.
    biases, z, deltas
        A vector for each layer after the inputs: written below and above the circles.
    weight_gradients
        As the weights: written on the lines in their place.
    silent, highlight
        Neurons as (layer, index): those that are off, and those that are looked at.
    layer_labels
        A word for each layer.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If there is no layer, or the shapes do not fit together.
    """
    diagram = checked_diagram(
        weights, activations, biases, z, deltas, weight_gradients, silent, highlight
    )
    height = (max(diagram.sizes) - 1) / 2 * diagram.row + diagram.radius + 0.75
    width = diagram.column * len(diagram.weights)
    ax = axes_or_new(ax, (0.62 * (width + 2.4), 0.62 * 2 * height + 0.4))
    blank(ax, xlim=(-1.2, width + 1.2), ylim=(-height - 0.2, height))
    ax.set_title(title, fontsize=STYLE.text_size + 1, color=STYLE.ink, y=1.0)
    for layer in range(len(diagram.weights)):
        _draw_weights(ax, diagram, layer)
    for layer, size in enumerate(diagram.sizes):
        for index in range(size):
            _draw_neuron(ax, diagram, layer, index)
    for layer, label in enumerate(layer_labels):
        ax.text(
            diagram.column * layer, -height - 0.1, label, ha="center", va="baseline",
            color=STYLE.faint, fontsize=STYLE.small_text_size,
        )  # fmt: skip
    return ax


def _draw_weights(ax: Axes, diagram: Diagram, layer: int) -> None:
    weight, gradient = diagram.weights[layer], diagram.weight_gradients[layer]
    largest = max(1.0, float(np.abs(weight).max()))
    lines, looks = list[tuple[Point, Point]](), list[tuple[str, str, float]]()
    for (out, into), value in np.ndenumerate(weight):
        start, end = diagram.place(layer, into), diagram.place(layer + 1, out)
        off = {(layer, into), (layer + 1, out)} & diagram.silent
        color = STYLE.grid if off else STYLE.class_colors[1 if value >= 0 else 0]
        width = 0.8 if off else 0.8 + 2.2 * abs(float(value)) / largest
        lines.append((start, end))
        looks.append((color, "-" if value >= 0 else "--", width))
        if diagram.is_numbered and not off:
            _write_on_line(ax, start, end, float(value), float(gradient[out, into]))
    colors, styles, widths = map(list, zip(*looks, strict=True))
    ax.add_collection(
        LineCollection(
            lines, colors=colors, linestyles=styles, linewidths=widths, alpha=0.75, zorder=1
        ),
        autolim=False,
    )


def _write_on_line(ax: Axes, start: Point, end: Point, weight: float, gradient: float) -> None:
    known = not np.isnan(gradient)
    text = f"∂w {number_text(gradient, 2)}" if known else f"w {number_text(weight, 3)}"
    x, y = (1 - LABEL_AT) * np.asarray(start) + LABEL_AT * np.asarray(end)
    ax.text(
        x, y, text, ha="center", va="center", zorder=2,
        color=STYLE.ink, fontsize=STYLE.small_text_size - 1,
        bbox={"boxstyle": "round,pad=0.1", "fc": STYLE.paper, "ec": "none", "alpha": 0.9},
    )  # fmt: skip


def _draw_neuron(ax: Axes, diagram: Diagram, layer: int, index: int) -> None:
    place, radius = diagram.place(layer, index), diagram.radius
    off = (layer, index) in diagram.silent
    marked = (layer, index) in diagram.highlight
    ax.add_patch(
        Circle(
            place, radius, zorder=3, fc=STYLE.flat_zone if marked else STYLE.paper,
            ec=STYLE.highlight if marked else STYLE.faint if off else STYLE.ink,
            lw=3.0 if marked else 1.5, ls=":" if off else "-",
        )
    )  # fmt: skip
    if off:
        _write(ax, place, "off", color=STYLE.faint)
        return
    _write(ax, place, _inside(diagram, layer, index))
    if layer > 0:
        below, above = _below(diagram, layer, index), _above(diagram, layer, index)
        _write(ax, (place[0], place[1] - radius - 0.2), below)
        _write(ax, (place[0], place[1] + radius + 0.2), above, weight="bold")


def _inside(diagram: Diagram, layer: int, index: int) -> str:
    value = diagram.activations[layer][index]
    if not diagram.is_numbered:
        return ""
    name = "x" if layer == 0 else "a"
    subscript = str(index + 1).translate(SUBSCRIPTS)
    number = "?" if np.isnan(value) else number_text(float(value))
    return f"{name}{subscript}\n{number}"


def _below(diagram: Diagram, layer: int, index: int) -> str:
    pairs = (("b", diagram.biases[layer - 1][index]), ("z", diagram.z[layer - 1][index]))
    return "   ".join(f"{name} {number_text(float(v))}" for name, v in pairs if not np.isnan(v))


def _above(diagram: Diagram, layer: int, index: int) -> str:
    delta = diagram.deltas[layer - 1][index]
    return "" if np.isnan(delta) else f"δ {number_text(float(delta), 2)}"


def _write(
    ax: Axes, spot: Point, text: str, *, color: str = STYLE.ink, weight: str = "normal"
) -> None:
    if text:
        ax.text(
            *spot, text, ha="center", va="center", color=color, weight=weight, zorder=4,
            fontsize=STYLE.small_text_size, linespacing=1.15,
        )  # fmt: skip
