"""One look for every picture of the course."""

from dataclasses import dataclass
from typing import Literal

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

Corner = Literal["upper left", "upper right", "upper center", "lower left", "lower right"]


@dataclass(frozen=True)
class Style:
    """The colours, markers and sizes that all plots share.

    The colours are those of Okabe and Ito, "Color Universal Design" (2008), which people
    with any kind of colour vision can tell apart. A class has its own marker as well, so
    that no picture speaks through colour alone.
    """

    class_colors: tuple[str, ...] = ("#D55E00", "#0072B2", "#009E73", "#CC79A7")
    class_markers: tuple[str, ...] = ("o", "s", "^", "D")
    ink: str = "#222222"
    faint: str = "#8C8C8C"
    grid: str = "#DDDDDD"
    paper: str = "#FFFFFF"
    function: str = "#0072B2"
    derivative: str = "#D55E00"
    highlight: str = "#E69F00"
    correct: str = "#009E73"
    flat_zone: str = "#E9E4D0"
    marker_size: float = 110.0
    line_width: float = 2.2
    text_size: float = 10.0
    small_text_size: float = 9.0
    region_opacity: float = 0.28


STYLE = Style()

# Low values have the colour of class 0, high values that of class 1, the middle is white.
OUTPUT_COLORS = LinearSegmentedColormap.from_list(
    "output", [STYLE.class_colors[0], STYLE.paper, STYLE.class_colors[1]]
)


def axes_or_new(ax: Axes | None, size: tuple[float, float] = (5.0, 3.8)) -> Axes:
    """Return ``ax``, or the axes of a new figure of ``size`` inches when it is None."""
    if ax is not None:
        return ax
    _, new_axes = plt.subplots(figsize=size, layout="constrained")
    return new_axes


def tidy(ax: Axes, *, title: str = "", xlabel: str = "", ylabel: str = "") -> Axes:
    """Label ``ax`` and give it the course's frame, and return it."""
    # A title whose place is given need not be measured against the ticks: a sixth of the time.
    ax.set_title(title, fontsize=STYLE.text_size + 1, color=STYLE.ink, y=1.0)
    ax.set_xlabel(xlabel, fontsize=STYLE.text_size, color=STYLE.ink)
    ax.set_ylabel(ylabel, fontsize=STYLE.text_size, color=STYLE.ink)
    ax.tick_params(labelsize=STYLE.small_text_size, colors=STYLE.ink)
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def legend(ax: Axes, loc: Corner) -> None:
    """Add a small legend to the corner ``loc`` of ``ax``, or to the middle of its upper edge."""
    ax.legend(fontsize=STYLE.small_text_size, framealpha=0.85, loc=loc, handlelength=1.4)


def legend_beside(ax: Axes) -> None:
    """Add a small legend to the right of ``ax``, where nothing is drawn."""
    ax.legend(
        fontsize=STYLE.small_text_size, frameon=False, handlelength=1.8,
        loc="upper left", bbox_to_anchor=(1.0, 1.0), borderaxespad=0.5,
    )  # fmt: skip


def legend_below(ax: Axes, columns: int = 2) -> None:
    """Add a small legend below the numbers and the label of the x-axis of ``ax``."""
    ax.legend(
        fontsize=STYLE.small_text_size, frameon=False, handlelength=1.8, ncols=columns,
        loc="upper center", bbox_to_anchor=(0.5, -0.19), borderaxespad=0.0,
    )  # fmt: skip


def blank(ax: Axes, *, xlim: tuple[float, float], ylim: tuple[float, float]) -> Axes:
    """Make ``ax`` an empty sheet to draw a diagram on, with equal units, and return it."""
    ax.set(xlim=xlim, ylim=ylim, aspect="equal")
    ax.set_axis_off()
    return ax


def number_text(value: float, digits: int = 3) -> str:
    """Write a number shortly, with a true minus sign.

    Examples
    --------
    >>> number_text(-0.12345)
    '−0.123'
    """
    rounded = round(value, 12) + 0.0  # without the dust of sums of 0.1, and without −0
    return f"{rounded:.{digits}g}".replace("-", "−")
