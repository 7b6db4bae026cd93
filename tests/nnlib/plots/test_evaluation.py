"""Confusion matrix, digits, histograms and distributions are read back from their pictures."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from nnlib.distributions import Bernoulli, Binomial, Normal, Poisson, Uniform
from nnlib.plots.confusion import plot_confusion_matrix
from nnlib.plots.digits import plot_digits
from nnlib.plots.distribution import plot_distribution
from nnlib.plots.histogram import plot_histogram, plot_histograms
from nnlib.plots.style import STYLE

ALL_FIVE = [Bernoulli(0.3), Binomial(10, 0.4), Poisson(3.0), Normal(1, 2), Uniform(-1, 2)]
IMAGES = np.linspace(0, 1, 3 * 16).reshape(3, 16)

DRAWINGS = {
    "confusion": lambda ax: plot_confusion_matrix([[1, 0], [2, 3]], ax=ax),
    "histogram": lambda ax: plot_histogram([1.0, 2.0], ax=ax),
    "distribution": lambda ax: plot_distribution(Normal(), ax=ax),
}


@pytest.fixture(autouse=True)
def _no_screen_and_no_figures_left():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def free_axes():
    return Figure().add_subplot()


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
def test_a_plot_draws_on_the_axes_given_or_on_one_new_figure(draw):
    ax = free_axes()
    assert draw(ax) is ax
    assert plt.get_fignums() == []
    assert draw(None).figure is plt.gcf()


def test_the_confusion_matrix_writes_its_counts_and_leaves_zeros_out():
    ax = plot_confusion_matrix([[5, 0], [1, 3]], labels=("cat", "dog"), ax=free_axes())
    written = {text.get_position(): text.get_text() for text in ax.texts}
    # A text stands at (column, row): 1 of class 1 was predicted as class 0.
    assert written == {(0, 0): "5", (0, 1): "1", (1, 1): "3"}
    assert [label.get_text() for label in ax.get_xticklabels()] == ["cat", "dog"]


def test_a_row_of_the_confusion_matrix_is_coloured_by_its_shares():
    ax = plot_confusion_matrix([[2, 2], [0, 0]], ax=free_axes())
    np.testing.assert_array_equal(ax.images[0].get_array(), [[0.5, 0.5], [0, 0]])


def test_each_digit_is_drawn_and_a_wrong_prediction_is_framed_and_corrected():
    right, wrong, _ = plot_digits(IMAGES, [1, 2, 3], [1, 7, 3])
    np.testing.assert_array_equal(wrong.images[0].get_array(), IMAGES[1].reshape(4, 4))
    assert (right.get_title(), wrong.get_title()) == ("1", "7, not 2")
    assert to_hex(wrong.spines["top"].get_edgecolor()).upper() == STYLE.derivative
    assert to_hex(right.spines["top"].get_edgecolor()).upper() == STYLE.grid


def test_digits_without_predictions_show_what_they_are():
    cells = plot_digits(IMAGES, [1, 2, 3], columns=2)
    assert [ax.get_title() for ax in cells] == ["1", "2", "3"]
    assert len(plt.gcf().axes) == 3


def test_the_bars_of_a_histogram_count_the_values():
    # From 0 to 4 in two stretches: 0, 1 and 1 below 2, then 4. The mean is 6/4 = 1.5.
    ax = plot_histogram([0, 1, 1, 4], bins=2, ax=free_axes())
    assert [bar.get_height() for bar in ax.patches] == [3, 1]
    assert ax.lines[0].get_xdata()[0] == 1.5
    assert ax.get_legend().get_texts()[0].get_text() == "mean: 1.5"


def test_histograms_of_several_groups_share_their_stretches():
    groups = {"layer 1": [[-1.0, 1.0]], "layer 2": [0.01, 0.02, 0.03]}
    first, second = plot_histograms(groups, bins=4)
    edges = [[bar.get_x() for bar in ax.patches] for ax in (first, second)]
    np.testing.assert_allclose(edges[0], edges[1])
    assert [bar.get_height() for bar in second.patches] == [0, 0, 3, 0]
    assert (first.get_title(), second.get_title()) == ("layer 1", "layer 2")


@pytest.mark.parametrize("distribution", ALL_FIVE, ids=str)
def test_a_distribution_is_drawn_where_nearly_all_of_it_lies(distribution):
    x, height = np.transpose(plot_distribution(distribution, ax=free_axes()).lines[0].get_xydata())
    if isinstance(distribution, Normal | Uniform):
        np.testing.assert_allclose(height, distribution.density(x))
        assert (height[:-1] * np.diff(x)).sum() == pytest.approx(1, abs=0.01)
    else:
        np.testing.assert_allclose(height, distribution.mass(x))
        assert height.sum() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("distribution", ALL_FIVE, ids=str)
def test_samples_stand_as_bars_whose_area_is_their_share(distribution):
    samples = distribution.sample(500, rng=np.random.default_rng(0))
    ax = plot_distribution(distribution, samples, ax=free_axes())
    if isinstance(distribution, Normal | Uniform):
        heights, edges, _ = ax.patches[0].get_data()
        area = (heights * np.diff(edges)).sum()
    else:
        area = sum(bar.get_height() for bar in ax.patches)
    assert area == pytest.approx(1, abs=0.01)
    assert len(ax.get_legend().get_texts()) == 2


@pytest.mark.parametrize(
    ("draw", "complaint"),
    [
        (lambda: plot_confusion_matrix([[1, 2]]), r"shape \(k, k\), but has \(1, 2\)"),
        (lambda: plot_digits(np.ones((2, 5)), [1, 2]), r"square image.* \(2, 5\)"),
        (lambda: plot_digits(np.ones(4), [1]), r"square image.* \(4,\)"),
        (lambda: plot_digits([], []), r"square image.* \(0,\)"),
        (lambda: plot_digits(np.ones((2, 4)), [1]), r"must have the shape \(2,\)"),
        (lambda: plot_digits(np.ones((2, 4)), [1, 2], [1]), r"have \(2,\) and \(1,\)"),
        (lambda: plot_histogram([]), "values is empty"),
        (lambda: plot_histograms({}), "groups is empty"),
        (lambda: plot_histograms({"layer 1": [np.nan]}), "layer 1 must hold finite"),
        (lambda: plot_distribution(Normal(), [[1.0]]), "samples must have the shape"),
    ],
)
def test_what_cannot_be_drawn_is_refused(draw, complaint):
    with pytest.raises(ValueError, match=complaint):
        draw()
