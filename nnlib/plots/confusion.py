"""Which class is taken for which."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from numpy.typing import ArrayLike, NDArray

from nnlib.plots.style import STYLE, axes_or_new, tidy

COUNT_COLORS = LinearSegmentedColormap.from_list("counts", [STYLE.paper, STYLE.function])


def plot_confusion_matrix(
    matrix: ArrayLike,
    *,
    ax: Axes | None = None,
    labels: tuple[str, ...] = (),
    title: str = "Confusion matrix",
    xlabel: str = "predicted class",
    ylabel: str = "true class",
) -> Axes:
    """Draw a confusion matrix as a table: a row for each true class, its colours by its shares.

    A row is coloured by the share of its samples, so that rare classes show as well as frequent
    ones. Cells of no sample stay empty.

    Parameters
    ----------
    matrix
        Shape (k, k), counts, as `nnlib.metrics.confusion_matrix` gives them.
    labels
        The name of each class in order; 0, 1, … when left out.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If the matrix is not square.
    """
    counts = np.asarray(matrix)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1]:
        raise ValueError(
            f"matrix must have a row and a column a class, shape (k, k), but has {counts.shape}."
        )
    k = len(counts)
    ax = axes_or_new(ax, (max(3.6, 0.46 * k + 1.2), max(3.4, 0.46 * k + 1.0)))
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ax.imshow(shares, cmap=COUNT_COLORS, vmin=0.0, vmax=1.0)
    _write_counts(ax, counts, shares)
    names = [labels[index] if index < len(labels) else str(index) for index in range(k)]
    ax.set_xticks(range(k), names)
    ax.set_yticks(range(k), names)
    ax.tick_params(length=0)
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def _write_counts(ax: Axes, counts: NDArray[np.int64], shares: NDArray[np.float64]) -> None:
    for (row, column), number in np.ndenumerate(counts):
        if number:
            color = STYLE.paper if shares[row, column] > 0.5 else STYLE.ink
            ax.text(
                column, row, f"{number:d}", ha="center", va="center", color=color,
                fontsize=STYLE.small_text_size, weight="bold" if row == column else "normal",
            )  # fmt: skip
