"""A loss seen as a landscape: its slope at one place, and the paths that lead down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnlib.plots.style import STYLE, axes_or_new, legend, number_text, tidy
from nnlib.validate import FloatArray

PATH_STYLES = ("-", "--", "-.", ":")
PATH_COLORS = (STYLE.class_colors[1], STYLE.class_colors[0], *STYLE.class_colors[2:])
NUM_LEVELS = 11

Limits = tuple[float, float]


@dataclass(frozen=True)
class Surface:
    """A function of two weights and the part of the plane on which it is drawn.

    ``height`` takes arrays w1 and w2 of one shape and returns the loss there, in that shape.
    """

    height: Callable[[FloatArray, FloatArray], FloatArray]
    xlim: Limits
    ylim: Limits
    resolution: int = 61

    @cached_property
    def grid(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """The places w1 and w2 and the heights there, each (resolution, resolution)."""
        first = np.linspace(*self.xlim, self.resolution)
        second = np.linspace(*self.ylim, self.resolution)
        w1, w2 = np.meshgrid(first, second)
        return w1, w2, np.asarray(self.height(w1, w2), dtype=np.float64)

    @cached_property
    def levels(self) -> FloatArray:
        """The heights of the contour lines: closer together near the bottom."""
        heights = self.grid[2]
        low, high = float(heights.min()), float(heights.max())
        return low + (high - low) * np.linspace(0.04, 0.95, NUM_LEVELS) ** 2


def plot_surface(
    surface: Surface,
    *,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "w₁",
    ylabel: str = "w₂",
) -> Axes:
    """Draw a surface by its contour lines, as a map does; dark lines are high.

    Returns
    -------
    Axes
        The axes drawn on.
    """
    ax = axes_or_new(ax)
    ax.contour(*surface.grid, levels=surface.levels, cmap="Greys", linewidths=0.9, zorder=1,
               vmin=2 * surface.levels[0] - surface.levels[-1], alpha=0.7)  # fmt: skip
    ax.set(xlim=surface.xlim, ylim=surface.ylim)
    ax.locator_params(nbins=5)
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def plot_paths(
    surface: Surface,
    paths: Mapping[str, ArrayLike],
    *,
    ax: Axes | None = None,
    with_names: bool = True,
    title: str = "",
    xlabel: str = "w₁",
    ylabel: str = "w₂",
) -> Axes:
    """Draw the paths of optimizers on a surface, each with its name; a large point is its end.

    Parameters
    ----------
    surface
        What is walked on.
    paths
        The places after each step, shape (steps + 1, 2), under the name of the walker.
    with_names
        Whether the names stand in a corner of the picture.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If a path has another shape.
    """
    ax = plot_surface(surface, ax=ax, title=title, xlabel=xlabel, ylabel=ylabel)
    for index, (name, path) in enumerate(paths.items()):
        points = _path(path, name)
        color = PATH_COLORS[index % len(PATH_COLORS)]
        ax.plot(
            *points.T, color=color, ls=PATH_STYLES[index % len(PATH_STYLES)], lw=1.8,
            marker=".", ms=4, label=name, zorder=3,
        )  # fmt: skip
        ax.plot(
            *points[-1], marker=STYLE.class_markers[index % len(STYLE.class_markers)], ms=9,
            color=color, markeredgecolor=STYLE.ink, zorder=5,
        )  # fmt: skip
    if paths:
        start = _path(next(iter(paths.values())), "the first path")[0]
        ax.plot(*start, "x", ms=9, mew=2.2, color=STYLE.ink, zorder=6)
    if paths and with_names:
        legend(ax, loc="upper right")
    return ax


def plot_tangent(
    function: Callable[[FloatArray], ArrayLike],
    slope: float,
    at: float,
    *,
    xlim: Limits,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "w",
    ylabel: str = "loss",
    slope_label: str = "slope",
) -> Axes:
    """Draw a function of one number with the point at which it is looked at, and its tangent.

    Parameters
    ----------
    function
        Takes an array of shape (n,) and returns one.
    slope, at
        The derivative, and where it was taken.

    Returns
    -------
    Axes
        The axes drawn on; its limits are those of the function.
    """
    x = np.linspace(*xlim, 201)
    heights = np.asarray(function(np.append(x, at)), dtype=np.float64)
    curve, height = heights[:-1], float(heights[-1])
    ax = axes_or_new(ax)
    ax.plot(x, curve, color=STYLE.function, lw=STYLE.line_width)
    run = np.array([-0.22, 0.22]) * (xlim[1] - xlim[0])
    ax.plot(
        at + run, height + slope * run, color=STYLE.derivative, lw=1.8, ls="--",
        label=f"{slope_label} {number_text(slope)}",
    )  # fmt: skip
    ax.plot(at, height, "o", ms=10, color=STYLE.highlight, markeredgecolor=STYLE.ink, zorder=5)
    margin = 0.12 * max(float(np.ptp(curve)), 1e-3)
    ax.set(xlim=xlim, ylim=(curve.min() - margin, curve.max() + margin))
    legend(ax, loc="upper right")
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def _path(values: ArrayLike, name: str) -> FloatArray:
    path = np.asarray(values, dtype=np.float64)
    if path.ndim != 2 or path.shape[1] != 2 or len(path) == 0:
        raise ValueError(f"{name} must have the shape (steps + 1, 2), but it has {path.shape}.")
    return path
