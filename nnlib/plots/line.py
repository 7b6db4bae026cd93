"""The line where a neuron's net input is zero, and the side on which it fires."""

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from nnlib.plots.style import STYLE, axes_or_new

Box = tuple[float, float, float, float]


def plot_line(
    weights: ArrayLike,
    bias: float,
    *,
    ax: Axes | None = None,
    color: str = STYLE.ink,
    linestyle: str = "-",
    side_label: str = "fires",
    arrow_at: float = 0.35,
    missing_text: str = "no line in view",
) -> Axes:
    """Draw w·x + b = 0 inside the axes' present limits, and an arrow into the side z > 0.

    Parameters
    ----------
    weights
        Shape (2,).
    bias
        One number.
    side_label
        The word at the tip of the arrow; an empty one leaves the arrow out.
    arrow_at
        Where along the line the arrow stands, from 0 to 1; off the middle by default, for
        samples often lie there.
    missing_text
        What is written when the line does not cross the picture, or both weights are 0.

    Returns
    -------
    Axes
        The axes drawn on; its limits are unchanged.

    Raises
    ------
    ValueError
        If there are not exactly two weights.
    """
    normal = _two_weights(weights)
    ax = axes_or_new(ax)
    box: Box = (*ax.get_xlim(), *ax.get_ylim())
    ends = visible_segment(normal, bias, box)
    if ends is None:
        _say_missing(ax, missing_text)
    else:
        ax.plot(*ends.T, color=color, ls=linestyle, lw=STYLE.line_width, zorder=3)
        if side_label:
            root = (1 - arrow_at) * ends[0] + arrow_at * ends[1]
            _arrow_to_firing_side(ax, normal, root, box, color=color, text=side_label)
    ax.set(xlim=box[:2], ylim=box[2:])
    return ax


def visible_segment(
    weights: NDArray[np.float64], bias: float, box: Box
) -> NDArray[np.float64] | None:
    """Return the two ends, shape (2, 2), of the line w·x + b = 0 within ``box``, or None.

    ``box`` is (x1 low, x1 high, x2 low, x2 high). The line is p(t) = p0 + t·d with d at
    right angles to the weights; each pair of sides of the box allows one interval of t
    (Liang and Barsky, 1984).
    """
    squared_norm = float(weights @ weights)
    if squared_norm == 0.0:
        return None
    foot = -bias * weights / squared_norm
    direction = np.array([-weights[1], weights[0]]) / np.sqrt(squared_norm)
    first, last = -np.inf, np.inf
    for axis in range(2):
        low, high = _allowed_interval(foot[axis], direction[axis], *box[2 * axis : 2 * axis + 2])
        first, last = max(first, low), min(last, high)
    if not first < last:
        return None
    return foot + np.outer([first, last], direction)


def _allowed_interval(start: float, slope: float, low: float, high: float) -> tuple[float, float]:
    if slope == 0.0:
        return (-np.inf, np.inf) if low <= start <= high else (np.inf, -np.inf)
    ends = sorted(((low - start) / slope, (high - start) / slope))
    return ends[0], ends[1]


def _two_weights(weights: ArrayLike) -> NDArray[np.float64]:
    values = np.asarray(weights, dtype=np.float64)
    if values.shape != (2,):
        raise ValueError(f"A line on paper needs 2 weights, but they have shape {values.shape}.")
    return values


def _arrow_to_firing_side(
    ax: Axes,
    normal: NDArray[np.float64],
    root: NDArray[np.float64],
    box: Box,
    *,
    color: str,
    text: str,
) -> None:
    length = 0.16 * min(box[1] - box[0], box[3] - box[2])
    tip = root + length * normal / np.linalg.norm(normal)
    ax.annotate(
        text, xy=(root[0], root[1]), xytext=(tip[0], tip[1]),
        color=STYLE.ink, fontsize=STYLE.small_text_size, ha="center", va="center", zorder=4,
        arrowprops={"arrowstyle": "<|-", "color": color, "lw": 1.5, "shrinkA": 0, "shrinkB": 0},
        bbox={"boxstyle": "round,pad=0.15", "fc": STYLE.paper, "ec": "none", "alpha": 0.85},
        annotation_clip=False,
    )  # fmt: skip


def _say_missing(ax: Axes, text: str) -> None:
    ax.text(
        0.5, 0.07, text, transform=ax.transAxes, ha="center", va="center",
        fontsize=STYLE.text_size, color=STYLE.ink, zorder=4,
        bbox={"boxstyle": "round", "fc": STYLE.paper, "ec": STYLE.faint},
    )  # fmt: skip
