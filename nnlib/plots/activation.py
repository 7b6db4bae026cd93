"""An activation function and its derivative, together in one picture."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike, NDArray

from nnlib.activations import ACTIVATIONS, softmax
from nnlib.plots.style import STYLE, axes_or_new, legend, tidy

Curve = Callable[[NDArray[np.float64]], ArrayLike]

# Below this slope a neuron learns next to nothing: its gradient is multiplied by it.
FLAT_SLOPE = 0.01


def plot_activation(
    function: Curve,
    derivative: Curve | None = None,
    *,
    z_range: tuple[float, float] = (-6.0, 6.0),
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "z",
    ylabel: str = "",
    function_label: str = "f(z)",
    derivative_label: str = "f′(z)",
) -> Axes:
    """Draw f, and f′ as a dashed line when it is given, over ``z_range``.

    Parameters
    ----------
    function, derivative
        Take an array of shape (n,) and give one of shape (n,).
    z_range
        The smallest and the largest z; neither may be missing or equal.

    Returns
    -------
    Axes
        The axes drawn on; its first line is f, its second f′.

    Raises
    ------
    ValueError
        If ``z_range`` does not go up, or a function gives another shape than it was given.
    """
    z = z_grid(z_range)
    ax = axes_or_new(ax)
    draw_function(ax, z, curve_values(function, z), label=function_label)
    if derivative is not None:
        draw_derivative(ax, z, curve_values(derivative, z), label=derivative_label)
        legend(ax, loc="upper left")
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def plot_all_activations(
    *,
    z_range: tuple[float, float] = (-6.0, 6.0),
    softmax_example: tuple[float, ...] = (2.0, 1.0, 0.0, -1.0),
    softmax_title: str = "softmax of four values of z",
    softmax_ylabel: str = "probability",
) -> tuple[Axes, ...]:
    """Draw every activation with its derivative in one grid, and softmax as bars at the end.

    Returns
    -------
    tuple of Axes
        One for each of ``nnlib.activations.ACTIVATIONS``, then that of softmax, in one figure.
    """
    cells = _grid_of_axes(len(ACTIVATIONS) + 1)
    for (name, activation), cell in zip(ACTIVATIONS.items(), cells, strict=False):
        plot_activation(
            activation.function, activation.derivative, z_range=z_range, ax=cell, title=name
        )
    plot_softmax(softmax_example, ax=cells[-1], title=softmax_title, ylabel=softmax_ylabel)
    return cells


def plot_softmax(
    z: tuple[float, ...],
    *,
    ax: Axes | None = None,
    title: str = "softmax",
    xlabel: str = "z of each class",
    ylabel: str = "probability",
) -> Axes:
    """Draw softmax(z), z of shape (n,), as n bars that sum to 1, each with its number."""
    ax = axes_or_new(ax)
    probs = softmax(np.asarray(z, dtype=np.float64))
    bars = ax.bar(range(len(z)), probs, color=STYLE.function)
    ax.bar_label(bars, fmt="%.2f", fontsize=STYLE.small_text_size)
    ax.set_xticks(range(len(z)), [f"{value:g}" for value in z])
    ax.set_ylim(0.0, 1.0)
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def draw_function(
    ax: Axes, z: NDArray[np.float64], values: NDArray[np.float64], *, label: str = "f(z)"
) -> None:
    """Draw the values of f over z, both of shape (n,), as the course draws a function."""
    _zero_lines(ax)
    ax.plot(z, values, color=STYLE.function, lw=STYLE.line_width, label=label)
    ax.set_xlim(z[0], z[-1])


def draw_derivative(
    ax: Axes, z: NDArray[np.float64], slopes: NDArray[np.float64], *, label: str = "f′(z)"
) -> None:
    """Draw the values of f′ over z, both of shape (n,), as the course draws a derivative."""
    _zero_lines(ax)
    ax.plot(z, slopes, color=STYLE.derivative, lw=STYLE.line_width, ls="--", label=label)
    ax.set_xlim(z[0], z[-1])


def shade_flat_zones(
    ax: Axes,
    slopes: NDArray[np.float64],
    z: NDArray[np.float64],
    *,
    label: str = "flat: |f′(z)| < 0.01",
) -> None:
    """Shade on ``ax`` the stretches of z, shape (n,), where the slopes, shape (n,), are near 0."""
    flat = np.abs(slopes) < FLAT_SLOPE
    if flat.any():
        ax.fill_between(
            z, 0, 1, where=flat, transform=ax.get_xaxis_transform(),
            color=STYLE.flat_zone, lw=0, zorder=0, label=label,
        )  # fmt: skip


def curve_values(function: Curve, z: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return function(z), shape (n,), or raise ValueError when it has another shape than z."""
    values = np.asarray(function(z.copy()), dtype=np.float64)
    if values.shape != z.shape:
        raise ValueError(
            f"{callable_name(function)} was given an array of shape {z.shape} and returned "
            f"shape {values.shape}; return one number for each z."
        )
    return values


def callable_name(function: Callable[..., object]) -> str:
    """Return the name by which a reader knows ``function``."""
    return str(getattr(function, "__name__", type(function).__name__))


def z_grid(z_range: tuple[float, float], count: int = 401) -> NDArray[np.float64]:
    """Return ``count`` values of z, evenly spread over ``z_range``."""
    low, high = z_range
    if not low < high:
        raise ValueError(f"z_range must be (low, high) with low < high, but it is {z_range}.")
    return np.linspace(low, high, count)


def _zero_lines(ax: Axes) -> None:
    ax.axhline(0.0, color=STYLE.grid, lw=1.0, zorder=0)
    ax.axvline(0.0, color=STYLE.grid, lw=1.0, zorder=0)


def _grid_of_axes(count: int, columns: int = 3) -> tuple[Axes, ...]:
    rows = -(-count // columns)
    figure, grid = plt.subplots(
        rows, columns, figsize=(3.4 * columns, 2.7 * rows), layout="constrained", squeeze=False
    )
    cells: list[Axes] = list(grid.flat)
    for spare in cells[count:]:
        figure.delaxes(spare)
    return tuple(cells[:count])
