"""How training went: mistakes and loss, epoch by epoch."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike, NDArray

from nnlib.plots.style import STYLE, axes_or_new, number_text, tidy


def plot_mistakes(
    mistakes: ArrayLike,
    *,
    ax: Axes | None = None,
    title: str = "Mistakes in each epoch",
    xlabel: str = "epoch",
    ylabel: str = "mistakes",
) -> Axes:
    """Draw one bar an epoch with the number of wrong predictions, which stands on the bar.

    Parameters
    ----------
    mistakes
        Shape (epochs,), counts; an empty one gives empty axes.

    Returns
    -------
    Axes
        The axes drawn on.
    """
    counts = _one_row(mistakes, "mistakes")
    ax = axes_or_new(ax)
    bars = ax.bar(np.arange(1, len(counts) + 1), counts, color=STYLE.function, width=0.7)
    if len(counts) <= 30:
        ax.bar_label(bars, fmt="%d", fontsize=STYLE.small_text_size)
    ax.set_xlim(0.4, max(len(counts), 4) + 0.6)
    ax.set_ylim(0.0, max(1.0, counts.max(initial=0.0)) * 1.15)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def plot_loss(
    losses: ArrayLike,
    *,
    ax: Axes | None = None,
    title: str = "Loss in each epoch",
    xlabel: str = "epoch",
    ylabel: str = "loss",
    last_label: str = "last",
) -> Axes:
    """Draw the loss as a line over the epochs, and write the last value beside its point.

    Parameters
    ----------
    losses
        Shape (epochs,), at least one.
    last_label
        The word before the last value; an empty one leaves the value out.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If there is no loss to draw.
    """
    values = _one_row(losses, "losses")
    if len(values) == 0:
        raise ValueError("losses is empty: train for at least one epoch before drawing.")
    ax = axes_or_new(ax)
    ax.plot(np.arange(1, len(values) + 1), values, color=STYLE.function, lw=STYLE.line_width)
    _mark_last(ax, values, last_label)
    ax.set_ylim(bottom=min(0.0, values.min()))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def _mark_last(ax: Axes, values: NDArray[np.float64], label: str) -> None:
    ax.plot(len(values), values[-1], "o", color=STYLE.function)
    if not label:
        return
    ax.annotate(
        f"{label}: {number_text(values[-1])}", xy=(len(values), values[-1]), xytext=(-6, 8),
        textcoords="offset points", ha="right", fontsize=STYLE.small_text_size,
    )  # fmt: skip


def _one_row(values: ArrayLike, name: str) -> NDArray[np.float64]:
    row = np.asarray(values, dtype=np.float64)
    if row.ndim != 1:
        raise ValueError(
            f"{name} must be one number an epoch, shape (epochs,), but it has {row.shape}."
        )
    return row
