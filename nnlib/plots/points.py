"""Samples with two features as points, and the regions into which a model divides them."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap, ListedColormap
from numpy.typing import ArrayLike, NDArray

from nnlib.plots.style import OUTPUT_COLORS, STYLE, axes_or_new, legend, tidy

Predict = Callable[[NDArray[np.float64]], ArrayLike]


def plot_points(
    X: ArrayLike,
    targets: ArrayLike,
    *,
    ax: Axes | None = None,
    labels: Sequence[str] = (),
    title: str = "",
    xlabel: str = "x₁",
    ylabel: str = "x₂",
    with_legend: bool = True,
) -> Axes:
    """Draw each sample at its two features, with the colour and the marker of its class.

    Parameters
    ----------
    X
        Shape (m, 2).
    targets
        Shape (m,), whole numbers from 0.
    labels
        The legend's word for each class in order; "class 0", "class 1", … when left out.
    with_legend
        Whether the words stand in the picture.

    Returns
    -------
    Axes
        The axes drawn on, with room around the points.

    Raises
    ------
    ValueError
        If the shapes do not fit together.
    """
    points, classes = checked_samples(X, targets)
    ax = axes_or_new(ax)
    for index in np.unique(classes):
        _scatter_class(ax, points[classes == index], int(index), labels)
    xlim, ylim = roomy_limits(points)
    ax.set(xlim=xlim, ylim=ylim)
    ax.locator_params(nbins=5)
    if with_legend:
        legend(ax, loc="upper right")
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def plot_decision_boundary(
    predict: Predict,
    X: ArrayLike,
    targets: ArrayLike,
    *,
    ax: Axes | None = None,
    labels: Sequence[str] = (),
    title: str = "",
    xlabel: str = "x₁",
    ylabel: str = "x₂",
    resolution: int = 161,
) -> Axes:
    """Draw the samples over the regions that ``predict`` gives to each class.

    Whole-number predictions give areas of one colour; others, such as probabilities of
    class 1, give a blend from class 0 to class 1 over the range 0 to 1.

    Parameters
    ----------
    predict
        Takes an array of shape (n, 2) and gives one of shape (n,).
    X
        Shape (m, 2).
    targets
        Shape (m,).
    resolution
        How many values of each feature are tried.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If the shapes do not fit together, or ``predict`` gives another shape.
    """
    ax = plot_points(X, targets, ax=ax, labels=labels, title=title, xlabel=xlabel, ylabel=ylabel)
    shade_regions(predict, ax, resolution=resolution)
    return ax


def shade_regions(
    predict: Predict,
    ax: Axes,
    *,
    resolution: int = 161,
    value_range: tuple[float, float] | None = None,
) -> None:
    """Colour the ground of ``ax`` with the predictions over its present limits.

    ``value_range`` holds the values that have the full colours of class 0 and class 1;
    without it they are 0 and 1, or one colour a class when there are more classes.
    """
    xlim, ylim = ax.get_xlim(), ax.get_ylim()
    values = _values_on_grid(predict, xlim, ylim, resolution)
    colors, (lowest, highest) = _colors_for(values, value_range)
    ax.imshow(
        values, extent=(*xlim, *ylim), origin="lower", aspect="auto", interpolation="nearest",
        cmap=colors, vmin=lowest, vmax=highest, alpha=STYLE.region_opacity, zorder=0,
    )  # fmt: skip


def checked_samples(
    X: ArrayLike, targets: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return X as floats (m, 2) and targets as whole numbers (m,), or raise ValueError."""
    points = np.asarray(X, dtype=np.float64)
    classes = np.asarray(targets)
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(
            f"X must have the shape (m, 2), one sample a row, but it has {points.shape}."
        )
    if classes.shape != (len(points),):
        raise ValueError(
            f"targets must have the shape ({len(points)},) like X, but it has {classes.shape}."
        )
    return points, classes.astype(np.int64)


def roomy_limits(
    points: NDArray[np.float64], margin: float = 0.5
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return limits for both features that leave ``margin`` of the spread on each side."""
    low, high = points.min(axis=0), points.max(axis=0)
    spread = np.where(high > low, high - low, 1.0)
    starts, stops = low - margin * spread, high + margin * spread
    return (float(starts[0]), float(stops[0])), (float(starts[1]), float(stops[1]))


def _scatter_class(
    ax: Axes, points: NDArray[np.float64], index: int, labels: Sequence[str]
) -> None:
    label = labels[index] if index < len(labels) else f"class {index}"
    ax.scatter(
        points[:, 0], points[:, 1], s=STYLE.marker_size, label=label, zorder=5,
        color=STYLE.class_colors[index % len(STYLE.class_colors)], edgecolors=STYLE.ink,
        marker=STYLE.class_markers[index % len(STYLE.class_markers)], linewidths=1.0,
    )  # fmt: skip


def _values_on_grid(
    predict: Predict, xlim: tuple[float, float], ylim: tuple[float, float], resolution: int
) -> NDArray[np.float64]:
    first, second = np.meshgrid(np.linspace(*xlim, resolution), np.linspace(*ylim, resolution))
    samples = np.column_stack([first.ravel(), second.ravel()])
    values = np.asarray(predict(samples), dtype=np.float64)
    if values.shape != (len(samples),):
        raise ValueError(
            f"predict was given X of shape {samples.shape} and returned shape {values.shape}; "
            f"return one value for each row: ({len(samples)},)."
        )
    return values.reshape(first.shape)


def _colors_for(
    values: NDArray[np.float64], value_range: tuple[float, float] | None
) -> tuple[Colormap, tuple[float, float]]:
    if value_range is not None:
        return OUTPUT_COLORS, value_range
    highest = max(1.0, float(values.max()))
    if highest > 1.0 and np.array_equal(values, np.round(values)):
        return ListedColormap(STYLE.class_colors[: int(highest) + 1]), (0.0, highest)
    return OUTPUT_COLORS, (0.0, highest)
