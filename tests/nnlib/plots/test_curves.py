"""The names of curves: never on top of a curve where the picture is the function's own."""

import matplotlib.pyplot as plt
import pytest

from nnlib.plots import plot_losses

HIGH = {"stays high": [2.3] * 10, "falls": [2.0, 1.0, 0.5]}


@pytest.fixture
def drawn():
    def boxes(ax):
        ax.figure.canvas.draw()
        return ax.get_legend().get_window_extent(), ax.get_window_extent()

    yield boxes
    plt.close("all")


def test_in_a_figure_of_its_own_the_names_stand_beside_the_picture(drawn):
    names, picture = drawn(plot_losses(HIGH))
    assert names.x0 >= picture.x1


def test_they_do_not_leave_the_figure(drawn):
    ax = plot_losses(HIGH, marks={"best epoch": 3})
    names, _ = drawn(ax)
    assert names.x1 <= ax.figure.bbox.x1


def test_on_given_axes_the_names_stay_inside(drawn):
    _, ax = plt.subplots()
    names, picture = drawn(plot_losses(HIGH, ax=ax))
    assert picture.x0 < names.x0 < names.x1 < picture.x1


def test_one_curve_alone_needs_no_names():
    assert plot_losses({"loss": [1.0, 0.5]}).get_legend() is None
    plt.close("all")
