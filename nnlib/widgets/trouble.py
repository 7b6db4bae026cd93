"""What stands in place of a picture when a student's function gives nothing to draw."""

from matplotlib.figure import Figure

from nnlib.plots.style import STYLE, blank
from nnlib.widgets.picture import clean_axes


def draw_trouble(figure: Figure, text: str = "Nothing to draw yet: see the words below.") -> None:
    """Fill the figure with one sentence that sends the reader to the caption."""
    (ax,) = clean_axes(figure, [(0.02, 0.02, 0.96, 0.96)])
    blank(ax, xlim=(0.0, 2.0), ylim=(0.0, 1.0))
    ax.text(1.0, 0.5, text, ha="center", va="center", fontsize=13, color=STYLE.ink)
