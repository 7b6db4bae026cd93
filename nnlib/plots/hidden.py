"""Samples as a hidden layer of two neurons sees them."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from nnlib.plots.line import plot_line
from nnlib.plots.points import checked_samples, plot_points, roomy_limits
from nnlib.plots.style import STYLE

# Outputs of step and sigmoid neurons lie here, so the picture always shows it whole.
UNIT_SQUARE = np.array([[0.0, 0.0], [1.0, 1.0]])


def plot_hidden_space(
    hidden: ArrayLike,
    targets: ArrayLike,
    weights: ArrayLike,
    bias: float,
    *,
    ax: Axes | None = None,
    sample_names: Sequence[str] = (),
    labels: Sequence[str] = (),
    title: str = "Hidden space",
    xlabel: str = "h₁",
    ylabel: str = "h₂",
    side_label: str = "fires",
    arrow_at: float = 0.25,
    with_legend: bool = True,
) -> Axes:
    """Draw the samples at their hidden outputs, and the line of the neuron that reads them.

    Parameters
    ----------
    hidden
        Shape (m, 2), the outputs of the two hidden neurons for each sample.
    targets
        Shape (m,).
    weights
        Shape (2,), of the output neuron.
    bias
        Of the output neuron.
    sample_names
        One name a sample; those that fall on one spot are written there together.
    arrow_at
        Where along the line its arrow stands, from 0 to 1.
    with_legend
        Whether the names of the classes stand in the picture.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If the shapes do not fit together.
    """
    points, classes = checked_samples(hidden, targets)
    ax = plot_points(
        points, targets, ax=ax, labels=labels, title=title, xlabel=xlabel, ylabel=ylabel,
        with_legend=with_legend,
    )  # fmt: skip
    xlim, ylim = roomy_limits(np.vstack([points, UNIT_SQUARE]))
    ax.set(xlim=xlim, ylim=(ylim[0], ylim[1] + 0.3))  # room for names between points and legend
    plot_line(weights, bias, ax=ax, linestyle="--", side_label=side_label, arrow_at=arrow_at)
    _show_hidden_classes(ax, points, classes)
    for spot, names in names_by_spot(points, sample_names).items():
        _write_names(ax, spot, names)
    return ax


def _show_hidden_classes(ax: Axes, points: NDArray[np.float64], classes: NDArray[np.int64]) -> None:
    """Draw class 0 larger, below, where a sample of another class lies on top of it."""
    others = points[classes != 0]
    for point in points[classes == 0]:
        if (others == point).all(axis=1).any():
            ax.scatter(
                point[0], point[1], s=2.6 * STYLE.marker_size, zorder=4.5, linewidths=1.0,
                color=STYLE.class_colors[0], marker=STYLE.class_markers[0], edgecolors=STYLE.ink,
            )  # fmt: skip


def names_by_spot(
    points: NDArray[np.float64], names: Sequence[str]
) -> dict[tuple[float, float], list[str]]:
    """Gather the names of the points, shape (m, 2), that share a place."""
    spots: dict[tuple[float, float], list[str]] = {}
    for point, name in zip(points, names, strict=False):
        spots.setdefault((float(point[0]), float(point[1])), []).append(name)
    return spots


def _write_names(ax: Axes, spot: tuple[float, float], names: list[str]) -> None:
    ax.annotate(
        " ".join(names), xy=spot, xytext=(0, 12), textcoords="offset points",
        ha="center", fontsize=STYLE.small_text_size, color=STYLE.ink, zorder=6,
        bbox={"boxstyle": "round,pad=0.05", "fc": STYLE.paper, "ec": "none", "alpha": 0.85},
    )  # fmt: skip
