"""Curves over the epochs, and one bar a layer or a weight."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from nnlib.plots.style import STYLE, axes_or_new, legend, legend_beside, number_text, tidy
from nnlib.validate import FloatArray, vector

CURVE_COLORS = (STYLE.class_colors[1], STYLE.class_colors[0], *STYLE.class_colors[2:])
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")  # formulas are slow to set
CURVE_STYLES = ("-", "--", "-.", ":")


def plot_losses(
    losses: Mapping[str, ArrayLike],
    *,
    marks: Mapping[str, int] | None = None,
    first: int = 1,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "epoch",
    ylabel: str = "loss",
    with_legend: bool = True,
) -> Axes:
    """Draw several losses over the epochs, such as those of training and of validation.

    Parameters
    ----------
    losses
        One loss an epoch, shape (n,), under the name of the curve.
    marks
        Epochs at which a line stands, under the words for them: ``{"best": 12}``.
    first
        The number of the first epoch.
    ax
        Where to draw, with the names in the upper right corner; in a figure of its own they
        stand beside the picture, where no curve can pass.
    with_legend
        Whether the names stand anywhere.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If there is no curve, or one is empty or holds NaN.
    """
    rows = {name: vector(values, name) for name, values in losses.items()}
    if not rows:
        raise ValueError("losses is empty: give at least one curve, as {'training': losses}.")
    named = len(rows) + len(marks or {}) > 1
    put_names = legend_beside if ax is None else legend_inside
    ax = axes_or_new(ax, (6.6, 3.8) if named else (5.0, 3.8))
    for index, (name, row) in enumerate(rows.items()):
        ax.plot(
            first + np.arange(len(row)), row, lw=STYLE.line_width, label=name,
            color=CURVE_COLORS[index % len(CURVE_COLORS)],
            ls=CURVE_STYLES[index % len(CURVE_STYLES)],
        )  # fmt: skip
    for index, (word, epoch) in enumerate((marks or {}).items()):
        color = (STYLE.correct, STYLE.ink)[index % 2]
        ax.axvline(epoch, color=color, lw=1.6, ls=CURVE_STYLES[3 - index % 2], label=word)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    if named and with_legend:
        put_names(ax)
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def legend_inside(ax: Axes) -> None:
    """Put the names into the upper right corner."""
    legend(ax, loc="upper right")


def plot_layer_sizes(
    values: ArrayLike,
    *,
    limits: tuple[float, float] = (1e-8, 1e4),
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "layer",
    ylabel: str = "",
) -> Axes:
    """Draw one bar a layer on a scale of powers of ten, such as the length of its gradient.

    Parameters
    ----------
    values
        Shape (layers,), each at least 0; what lies outside of the limits is drawn at their edge.
    limits
        The ends of the scale; the bars begin at the lower one.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If a value is below 0 or NaN, or there is none.
    """
    sizes = vector(values, "values")
    if (sizes < 0).any():
        raise ValueError(f"values must be at least 0 each; {number_text(float(sizes.min()))} came.")
    ax = axes_or_new(ax)
    heights = np.log10(np.clip(sizes, *limits))
    low, high = np.log10(limits)
    places = np.arange(1, len(sizes) + 1)
    ax.bar(places, heights - low, bottom=low, color=STYLE.function, width=0.75)
    ax.axhline(0.0, color=STYLE.faint, lw=1.0, ls=":")
    ax.set(xlim=(0.3, len(sizes) + 0.7), ylim=(low, high))
    every = max(1, int(np.ceil((high - low) / 6)))
    ticks = range(every * int(np.ceil(low / every)), int(np.floor(high)) + 1, every)
    ax.set_yticks(ticks, [f"10{str(tick).translate(SUPERSCRIPTS)}" for tick in ticks])
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def plot_weights(
    weights: Mapping[str, ArrayLike],
    *,
    names: Sequence[str] = (),
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "weight",
    ylabel: str = "value",
) -> Axes:
    """Draw weights as bars; several sets of them, such as before and after, stand side by side.

    Parameters
    ----------
    weights
        A vector of one length for each set, under its name.
    names
        The word below each weight; 1, 2, … when left out.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If there is no set, or their lengths differ.
    """
    rows = [vector(values, name) for name, values in weights.items()]
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise ValueError("weights must hold at least one vector, and all of one length.")
    ax = axes_or_new(ax)
    for index, (name, row) in enumerate(zip(weights, rows, strict=True)):
        _draw_set(ax, row, index, len(rows), name)
    ax.axhline(0.0, color=STYLE.ink, lw=0.8)
    places = range(1, len(rows[0]) + 1)
    ax.set_xticks(places, names or [str(place) for place in places])
    if len(rows) > 1:
        legend(ax, loc="upper right")
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def _draw_set(ax: Axes, row: FloatArray, index: int, num_sets: int, name: str) -> None:
    width = 0.8 / num_sets
    places = np.arange(1, len(row) + 1) + width * (index - (num_sets - 1) / 2)
    color = CURVE_COLORS[index % len(CURVE_COLORS)]
    ax.bar(
        places, row, width=width, color=color, edgecolor=STYLE.ink, lw=0.6, label=name,
        hatch=("", "//", "..", "xx")[index % 4],
    )  # fmt: skip
