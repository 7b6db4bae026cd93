"""A distribution beside samples of it."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from nnlib.distributions import Bernoulli, Binomial, Normal, Poisson, Uniform
from nnlib.plots.style import STYLE, axes_or_new, legend, tidy
from nnlib.validate import FloatArray, vector

Counts = Bernoulli | Binomial | Poisson
Measurements = Normal | Uniform


def plot_distribution(
    distribution: Counts | Measurements,
    samples: ArrayLike | None = None,
    *,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "value",
    mass_label: str = "probability",
    density_label: str = "density",
    samples_label: str = "samples",
) -> Axes:
    """Draw the probability of each count, or the density as a curve, over shares of samples.

    Parameters
    ----------
    distribution
        One of `nnlib.distributions`.
    samples
        Shape (n,), drawn from it or measured; their shares stand as bars behind.

    Returns
    -------
    Axes
        The axes drawn on.

    Raises
    ------
    ValueError
        If the samples are no row of numbers.
    """
    ax = axes_or_new(ax)
    row = None if samples is None else vector(samples, "samples")
    if isinstance(distribution, Normal | Uniform):
        _draw_density(ax, distribution, row, density_label, samples_label)
        ylabel = density_label
    else:
        _draw_mass(ax, distribution, row, mass_label, samples_label)
        ylabel = mass_label
    ax.set_ylim(bottom=0.0, top=1.25 * ax.get_ylim()[1])  # room for the legend
    legend(ax, loc="upper right")
    return tidy(ax, title=title, xlabel=xlabel, ylabel=ylabel)


def _draw_density(
    ax: Axes, distribution: Measurements, samples: FloatArray | None, label: str, samples_label: str
) -> None:
    if samples is not None:
        heights, edges = np.histogram(samples, bins=30, density=True)
        ax.stairs(heights, edges, fill=True, color=STYLE.grid, label=samples_label)
    x = np.linspace(*_reach(distribution), 401)
    density = distribution.density(x)
    ax.plot(x, density, color=STYLE.function, lw=STYLE.line_width, label=label)


def _draw_mass(
    ax: Axes, distribution: Counts, samples: FloatArray | None, label: str, samples_label: str
) -> None:
    low, high = _reach(distribution)
    k = np.arange(max(0, np.floor(low)), np.ceil(high) + 1)
    if samples is not None:
        shares = [(samples == value).mean() for value in k]
        ax.bar(k, shares, width=0.8, color=STYLE.grid, label=samples_label)
    mass = distribution.mass(k)
    finer = min(1.0, 40 / k.size)
    ax.vlines(k, 0, mass, color=STYLE.function, lw=finer * STYLE.line_width)
    ax.plot(k, mass, "o", ms=6 * finer, color=STYLE.function, label=label)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))


def _reach(distribution: Counts | Measurements) -> tuple[float, float]:
    """Return limits four standard deviations from the mean, or where the distribution ends."""
    reach = 4 * distribution.variance**0.5
    low, high = distribution.mean - reach, distribution.mean + reach
    if isinstance(distribution, Bernoulli | Binomial):
        return low, min(high, distribution.n if isinstance(distribution, Binomial) else 1)
    if isinstance(distribution, Uniform):
        margin = 0.2 * (distribution.high - distribution.low)
        return distribution.low - margin, distribution.high + margin
    return low, high
