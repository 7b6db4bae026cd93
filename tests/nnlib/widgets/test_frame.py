"""The frame is drawn once and kept, and the picture is the same as without that."""

import io

import numpy as np
import pytest
from PIL import Image

from nnlib.widgets.frame import stand_still
from nnlib.widgets.picture import Picture, clean_axes


def lines(figure, *, height=1.0, top=5.0, label="w", words=None, scale="linear"):
    (ax,) = clean_axes(figure, [(0.1, 0.15, 0.8, 0.75)])
    ax.plot([1, 2], [1, height], color="black")
    ax.set(xlim=(0.5, 3), ylim=(0.5, top), xlabel=label, xscale=scale)
    if words:
        ax.set_xticks([1, 2], words)


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)))


def test_the_frame_is_kept_while_only_the_content_moves():
    picture = Picture()
    picture.png(lines)
    frame = picture._frame
    picture.png(lambda figure: lines(figure, height=4.0))
    assert picture._frame is frame


def test_the_frame_is_kept_when_its_limits_differ_by_a_rounding_error():
    picture = Picture()
    picture.png(lines)
    frame = picture._frame
    picture.png(lambda figure: lines(figure, top=5.000000000000001))
    assert picture._frame is frame


@pytest.mark.parametrize(
    "changed", [{"top": 9.0}, {"label": "η"}, {"words": ["a", "b"]}, {"scale": "log"}], ids=str
)
def test_a_changed_frame_is_drawn_anew(changed):
    picture = Picture()
    picture.png(lines)
    after = picture.png(lambda figure: lines(figure, **changed))
    assert after == Picture().png(lambda figure: lines(figure, **changed))


def test_a_text_that_stands_still_is_drawn_with_the_frame():
    def table(figure, heading):
        (ax,) = clean_axes(figure, [(0.1, 0.15, 0.8, 0.75)])
        ax.set(xlim=(0, 1), ylim=(0, 1))
        stand_still(ax.text(0.5, 0.5, heading))

    picture = Picture()
    first = picture.png(lambda figure: table(figure, "x1"))
    frame = picture._frame
    assert picture.png(lambda figure: table(figure, "x1")) == first
    assert picture._frame is frame
    assert picture.png(lambda figure: table(figure, "x2")) != first


def test_the_picture_is_that_of_matplotlib_itself():
    picture = Picture()
    for height in (2.0, 4.0):
        ours = pixels(picture.png(lambda figure, height=height: lines(figure, height=height)))
        buffer = io.BytesIO()
        picture.figure.savefig(buffer, format="png", dpi="figure")
        np.testing.assert_array_equal(ours, pixels(buffer.getvalue())[..., :3])


def test_what_was_hidden_stays_hidden():
    picture = Picture()

    def without_numbers(figure):
        lines(figure)
        figure.axes[0].xaxis.set_visible(False)

    picture.png(without_numbers)
    assert not picture.figure.axes[0].xaxis.get_visible()
    assert picture.figure.axes[0].yaxis.get_visible()
