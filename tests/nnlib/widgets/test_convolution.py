"""The convolution widget: the window, its sum, and the pixel that it gives."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.architectures.convolution import convolve2d
from nnlib.widgets import convolution_widget
from nnlib.widgets.convolution import FILTERS, NUM_PLACES, ConvolutionState, draw_convolution


@pytest.mark.parametrize("name", FILTERS)
def test_the_marked_pixel_is_the_sum_over_the_window(name):
    state = ConvolutionState(name, image=2, place=20)
    r, c = state.corner
    assert (state.kernel * state.window).sum() == pytest.approx(state.output[r, c])
    np.testing.assert_allclose(state.output, convolve2d(state.pixels, state.kernel))


def test_the_frames_stand_at_the_window_and_at_its_pixel():
    figure = Figure()
    draw_convolution(ConvolutionState(place=NUM_PLACES - 1), figure)
    image, _, output = figure.axes
    assert image.patches[0].get_xy() == (4.5, 4.5)
    assert (image.patches[0].get_width(), output.patches[0].get_width()) == (3.0, 1.0)
    assert output.patches[0].get_xy() == (4.5, 4.5)


def test_a_filter_of_ones_own_comes_first():
    panel = convolution_widget([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    np.testing.assert_allclose(panel.state.output, panel.state.pixels[1:-1, 1:-1])
    with pytest.raises(ValueError, match=r"kernel must have the shape \(3, 3\); \(2, 3\) came"):
        convolution_widget(np.ones((2, 3)))
