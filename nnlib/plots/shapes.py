"""Circles and arrows, of which the diagrams are made."""

from types import MappingProxyType
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from nnlib.plots.style import STYLE

Point = tuple[float, float]

TEXT: Final = MappingProxyType[str, Any]({"color": STYLE.ink, "fontsize": STYLE.text_size})


def circle(
    ax: Axes, center: Point, radius: float, text: str, size: float = STYLE.text_size
) -> None:
    """Draw a circle with a text in it."""
    ax.add_patch(Circle(center, radius, fc=STYLE.paper, ec=STYLE.ink, lw=1.5, zorder=3))
    ax.text(*center, text, ha="center", va="center", color=STYLE.ink, fontsize=size, zorder=4)


def arrow(ax: Axes, start: Point, end: Point, *, gaps: tuple[float, float]) -> None:
    """Draw an arrow from ``start`` towards ``end`` that stays ``gaps`` away from each."""
    tail, head = np.asarray(start), np.asarray(end)
    step = (head - tail) / np.linalg.norm(head - tail)
    tail, head = tail + gaps[0] * step, head - gaps[1] * step
    ax.annotate(
        "", xy=(head[0], head[1]), xytext=(tail[0], tail[1]),
        arrowprops={"arrowstyle": "-|>", "color": STYLE.ink, "lw": 1.4, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
