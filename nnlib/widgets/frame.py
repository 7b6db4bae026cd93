"""The frame of a picture: its axes with all numbers and labels, which mostly stand still.

To draw it takes four tenths of the time of a picture, so a redraw takes it from the one before
for as long as nothing in it has changed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis
from matplotlib.figure import Figure
from matplotlib.text import Text

STILL = "frame"


def frame_parts(figure: Figure) -> list[Artist]:
    """Return the papers of the figure and of its axes, their numbers, labels and still texts."""
    parts: list[Artist] = [figure.patch]
    for ax in figure.axes:
        parts += [ax.patch, ax.xaxis, ax.yaxis, *_still_texts(ax)]
    return parts


def stand_still(text: Text) -> None:
    """Make a text a part of the frame, such as a heading that no control changes."""
    text.set_gid(STILL)


def _still_texts(ax: Axes) -> list[Text]:
    return [text for text in ax.texts if text.get_gid() == STILL]


def content(figure: Figure) -> list[Artist]:
    """Return all that is drawn into the frame."""
    frame = frame_parts(figure)
    return [part for ax in figure.axes for part in ax.get_children() if part not in frame]


def frame_key(figure: Figure) -> tuple[object, ...]:
    """Return what the frame's picture depends on; equal keys, equal frames."""
    size = (*figure.get_size_inches(), figure.dpi)
    return (*size, *(_axes_key(ax) for ax in figure.axes))


def _axes_key(ax: Axes) -> tuple[object, ...]:
    place = tuple(ax.get_position().bounds)
    key = (place, *map(_text_key, _still_texts(ax)))
    return (*key, _axis_key(ax.xaxis), _axis_key(ax.yaxis)) if ax.axison else key


def _text_key(text: Text) -> tuple[object, ...]:
    look = (text.get_color(), text.get_fontsize(), text.get_fontweight())
    return (text.get_text(), text.get_position(), *look)


def _axis_key(axis: XAxis | YAxis) -> tuple[object, ...]:
    places = axis.get_majorticklocs().tolist()
    words = axis.get_major_formatter().format_ticks(places)
    return (
        _rounded(axis.get_view_interval()), tuple(places), tuple(words), axis.get_label_text(),
        axis.get_scale(), axis.get_ticks_position(),
    )  # fmt: skip


def _rounded(limits: Sequence[float]) -> tuple[str, ...]:
    """Return limits to nine digits: what differs by less lies far below a pixel."""
    return tuple(f"{limit:.9g}" for limit in limits)


@contextmanager
def hidden(artists: Sequence[Artist]) -> Iterator[None]:
    """Hide these artists inside the block, and show again those that were to be seen."""
    seen = [artist for artist in artists if artist.get_visible()]
    for artist in seen:
        artist.set_visible(False)
    try:
        yield
    finally:
        for artist in seen:
            artist.set_visible(True)
