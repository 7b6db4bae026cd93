"""A figure that is cleared and drawn again, and read out as a PNG."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from PIL import Image

from nnlib.widgets.frame import content, frame_key, frame_parts, hidden

# Left, bottom, width and height of axes, as shares of the figure.
Place = tuple[float, float, float, float]

LEFT_HALF: Place = (0.085, 0.14, 0.39, 0.76)
RIGHT_HALF: Place = (0.575, 0.14, 0.40, 0.76)
# The same halves, with room for a legend of two rows below.
LEFT_RAISED: Place = (0.085, 0.30, 0.39, 0.60)
RIGHT_RAISED: Place = (0.575, 0.30, 0.40, 0.60)
WHOLE: Place = (0.01, 0.02, 0.98, 0.88)


def new_figure(size: tuple[float, float] = (7.2, 3.6), dpi: float = 100.0) -> Figure:
    """Return an empty figure of ``size`` inches that pyplot knows nothing of."""
    return Figure(figsize=size, dpi=dpi)


class Picture:
    """One figure, used for every drawing of one widget; its frame is kept while it stands still."""

    def __init__(self) -> None:
        self.figure = new_figure()
        self._canvas: Any = FigureCanvasAgg(self.figure)
        self._frame: Any = None
        self._frame_key: tuple[object, ...] = ()

    def png(self, draw: Callable[[Figure], None]) -> bytes:
        """Return what ``draw`` makes of the figure, as the bytes of a PNG."""
        draw(self.figure)
        self._paint_frame()
        with hidden(frame_parts(self.figure)):
            self.figure.draw(self._canvas.get_renderer())
        pixels = np.asarray(self._canvas.buffer_rgba())[..., :3]
        buffer = io.BytesIO()
        # The weakest compression: a tenth more bytes, but made in two thirds of the time.
        Image.fromarray(pixels).save(buffer, "PNG", compress_level=1)
        return buffer.getvalue()

    def _paint_frame(self) -> None:
        key = frame_key(self.figure)
        if key == self._frame_key:
            self._canvas.restore_region(self._frame)
            return
        renderer = self._canvas.get_renderer()
        renderer.clear()
        with hidden(content(self.figure)):
            self.figure.draw(renderer)
        self._frame, self._frame_key = self._canvas.copy_from_bbox(self.figure.bbox), key


def clean_axes(figure: Figure, places: Sequence[Place]) -> list[Axes]:
    """Return empty axes at the places; those of the drawing before are used again."""
    if len(figure.axes) != len(places):
        figure.clear()
        axes = [figure.add_axes(place) for place in places]
        for ax in axes:
            ax.locator_params(nbins=5)  # each number on an axis costs a millisecond
        return axes
    for ax in figure.axes:
        _empty(ax)
    return list(figure.axes)


def _empty(ax: Axes) -> None:
    """Take away all that was drawn on ``ax``, and its limits, but keep its ticks.

    ``Axes.clear`` makes every tick anew, which takes a third of the time of a picture.
    """
    for artist in (*ax.lines, *ax.collections, *ax.patches, *ax.images, *ax.texts):
        artist.remove()
    if (legend := ax.get_legend()) is not None:
        legend.remove()
    ax.containers.clear()
    ax.dataLim.set(Bbox.null())
    ax.autoscale(True)
