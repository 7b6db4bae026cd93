"""How numbers are spread: histograms, one or one for each of several groups."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnlib.plots.style import STYLE, axes_or_new, legend, number_text, tidy
from nnlib.validate import FloatArray, floats


def plot_histogram(
    values: ArrayLike,
    *,
    bins: int | str = "auto",
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "value",
    ylabel: str = "how many",
    mean_label: str = "mean",
) -> Axes:
    """Draw how many of the values fall into each stretch, and a line at their mean.

    Parameters
    ----------
    values
        Any shape, at least one number.
    bins
        The number of stretches, or one of NumPy's rules to choose it.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If there is no value, or one of them is NaN.
    """
    row = floats(values, "values").ravel()
    ax = axes_or_new(ax)
    _draw_bars(ax, row, np.histogram_bin_edges(row, bins), mean_label)
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def plot_histograms(
    groups: Mapping[str, ArrayLike],
    *,
    bins: int = 40,
    title: str = "",
    xlabel: str = "value",
    ylabel: str = "how many",
    mean_label: str = "mean",
) -> tuple[Axes, ...]:
    """Draw one histogram under another on one scale, such as the gradients of each layer.

    Parameters
    ----------
    groups
        The values of each group, any shape, under the title of its histogram; at least one.

    Returns
    -------
    tuple of Axes
        One a group, in one figure, all with the same stretches.

    Raises
    ------
    ValueError
        If there is no group, or a group is empty or holds NaN.
    """
    rows = {name: floats(values, name).ravel() for name, values in groups.items()}
    if not rows:
        raise ValueError("groups is empty: give at least one, as {'layer 1': gradients}.")
    edges = np.histogram_bin_edges(np.concatenate(list(rows.values())), bins)
    figure, grid = plt.subplots(
        len(rows), 1, figsize=(5.0, 1.5 * len(rows) + 0.6), layout="constrained",
        sharex=True, squeeze=False,
    )  # fmt: skip
    figure.suptitle(title, fontsize=STYLE.text_size + 1, color=STYLE.ink)
    for ax, (name, row) in zip(grid.flat, rows.items(), strict=True):
        _draw_bars(ax, row, edges, mean_label)
        tidy(ax, title=name, xlabel=xlabel if ax is grid.flat[-1] else "", ylabel=ylabel)
    return tuple(grid.flat)


def _draw_bars(ax: Axes, row: FloatArray, edges: FloatArray, mean_label: str) -> None:
    ax.hist(row, bins=edges.tolist(), color=STYLE.function, edgecolor=STYLE.paper, lw=0.5)
    label = f"{mean_label}: {number_text(float(row.mean()))}"
    ax.axvline(row.mean(), color=STYLE.derivative, lw=STYLE.line_width, ls="--", label=label)
    legend(ax, loc="upper right")
