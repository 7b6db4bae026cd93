"""The graph that a tensor records, drawn from left to right, with values and gradients on it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from nnlib.autograd import Tensor, topological_order
from nnlib.autograd.graph import Node
from nnlib.plots.shapes import Point, arrow
from nnlib.plots.style import STYLE, axes_or_new, blank, number_text
from nnlib.validate import FloatArray

COLUMN, ROW = 3.1, 1.5
HALF_WIDTH, HALF_HEIGHT = 0.82, 0.5
SIGN_GAP, SIGN_HEIGHT = 0.66, 0.24
DETOUR = 1.0
MOST_TENSORS = 60


@dataclass(frozen=True)
class Words:
    """What stands in a tensor's box before its value and before its gradient."""

    value: str
    gradient: str


def plot_graph(
    output: Tensor,
    names: Mapping[str, Tensor] | None = None,
    *,
    ax: Axes | None = None,
    title: str = "",
    value_label: str = "value",
    gradient_label: str = "grad",
) -> Axes:
    """Draw what a tensor was computed from: a box for each tensor, a circle for each operation.

    Arrows go the way of the computation. A box shows the tensor's number, or its shape where it
    holds several, and under it the gradient once `backward` has run.

    Parameters
    ----------
    output
        The tensor at the end.
    names
        The name of each tensor that shall have one: ``{"x": x, "w": w}``.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If the graph has more than 60 tensors, which nobody could read.
    """
    tensors = topological_order(output)
    if len(tensors) > MOST_TENSORS:
        raise ValueError(
            f"output was made of {len(tensors)} tensors; draw a graph of at most {MOST_TENSORS}."
        )
    places = _places(tensors)
    ax = _sheet(ax, places, title)
    _draw_arrows(ax, places)
    named: dict[Node, str] = {tensor: name for name, tensor in (names or {}).items()}
    for tensor, place in places.items():
        name = named.get(tensor, "")
        _draw_box(ax, place, _lines(tensor, name, Words(value_label, gradient_label)), tensor)
    return ax


def columns_of(tensors: list[Node]) -> dict[Node, int]:
    """Return the column of each tensor, given in topological order: 0 for the last, else below 0.

    Each stands just left of its first use, so that most arrows reach to the next column.
    """
    columns = {tensors[-1]: 0}
    for tensor in reversed(tensors):
        for parent in tensor.parents:
            columns[parent] = min(columns.get(parent, 0), columns[tensor] - 1)
    return columns


def _places(tensors: list[Node]) -> dict[Node, Point]:
    """Return where each tensor stands; a column's tensors stand around the middle."""
    columns = columns_of(tensors)
    places: dict[Node, Point] = {}
    for column in sorted(set(columns.values())):
        members = [tensor for tensor in tensors if columns[tensor] == column]
        top = ROW * (len(members) - 1) / 2
        for row, tensor in enumerate(members):
            places[tensor] = (COLUMN * column, top - ROW * row)
    return places


def _sheet(ax: Axes | None, places: dict[Node, Point], title: str) -> Axes:
    x, y = np.array(list(places.values())).T
    xlim = (x.min() - 1.5, x.max() + 1.1)
    ylim = (y.min() - 0.8, y.max() + 1.0)
    ax = axes_or_new(ax, (0.72 * (xlim[1] - xlim[0]), 0.72 * (ylim[1] - ylim[0]) + 0.3))
    ax.set_title(title, fontsize=STYLE.text_size + 1, color=STYLE.ink)
    return blank(ax, xlim=xlim, ylim=ylim)


def _sign_place(place: Point) -> Point:
    return place[0] - HALF_WIDTH - SIGN_GAP, place[1]


def _draw_arrows(ax: Axes, places: dict[Node, Point]) -> None:
    for tensor, place in places.items():
        for parent in dict.fromkeys(tensor.parents):  # x · x has one arrow from x
            _draw_use(ax, places[parent], _sign_place(place), _half_width(tensor.operation))
        if tensor.parents:
            _draw_operation(ax, tensor.operation, place)


def _draw_use(ax: Axes, parent: Point, sign: Point, half_width: float) -> None:
    start, end = (parent[0] + HALF_WIDTH, parent[1]), (sign[0] - half_width, sign[1])
    length = end[0] - start[0]
    # Over a column between them it makes a detour above the boxes: arc3 rises by rad / 2 · length.
    bend = -2 * DETOUR / length if length > COLUMN else 0.0
    ax.annotate(
        "", xy=end, xytext=start,
        arrowprops={
            "arrowstyle": "-|>", "color": STYLE.ink, "lw": 1.4, "shrinkA": 0, "shrinkB": 0,
            "connectionstyle": f"arc3,rad={bend}",
        },
    )  # fmt: skip


def _half_width(operation: str) -> float:
    return max(SIGN_HEIGHT, 0.07 * len(operation))


def _draw_operation(ax: Axes, operation: str, place: Point) -> None:
    (x, y), half_width = _sign_place(place), _half_width(operation)
    frame = FancyBboxPatch(
        (x - half_width, y - SIGN_HEIGHT), 2 * half_width, 2 * SIGN_HEIGHT,
        boxstyle=f"round,pad=0,rounding_size={SIGN_HEIGHT}",
        fc=STYLE.flat_zone, ec=STYLE.ink, lw=1.2, zorder=3,
    )  # fmt: skip
    ax.add_patch(frame)
    ax.text(
        x, y, operation, ha="center", va="center", color=STYLE.ink, zorder=4,
        fontsize=STYLE.text_size if len(operation) < 3 else STYLE.small_text_size - 1,
    )  # fmt: skip
    arrow(ax, (x, y), (place[0] - HALF_WIDTH, place[1]), gaps=(half_width, 0.0))


def _draw_box(ax: Axes, place: Point, text: str, tensor: Node) -> None:
    corner = (place[0] - HALF_WIDTH, place[1] - HALF_HEIGHT)
    edge = STYLE.function if tensor.requires_grad else STYLE.faint
    frame = FancyBboxPatch(
        corner, 2 * HALF_WIDTH, 2 * HALF_HEIGHT, boxstyle="round,pad=0,rounding_size=0.12",
        fc=STYLE.paper, ec=edge, lw=1.5, zorder=3,
    )  # fmt: skip
    ax.add_patch(frame)
    ax.text(
        *place, text, ha="center", va="center", color=STYLE.ink, zorder=4,
        fontsize=STYLE.small_text_size, linespacing=1.25,
    )  # fmt: skip


def _lines(tensor: Node, name: str, words: Words) -> str:
    lines = [name] if name else []
    lines.append(f"{words.value} {_number_or_shape(tensor.data)}")
    if tensor.grad is not None:
        lines.append(f"{words.gradient} {_number_or_shape(tensor.grad)}")
    return "\n".join(lines)


def _number_or_shape(values: FloatArray) -> str:
    return number_text(values.item()) if values.size == 1 else str(values.shape)
