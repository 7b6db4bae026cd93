"""What the drawings of networks, landscapes and curves write and draw, read from their artists."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.plots.curves import plot_layer_sizes, plot_losses, plot_weights
from nnlib.plots.descent import Surface, plot_paths, plot_surface, plot_tangent
from nnlib.plots.diagram import MOST_NUMBERED
from nnlib.plots.network import plot_network

WEIGHTS = ([[0.4, -0.6], [0.1, 0.9]], [[0.7, -0.5]])
BOWL = Surface(lambda w1, w2: w1**2 + w2**2, (-1.0, 1.0), (-2.0, 2.0))


def free_axes():
    return Figure().add_subplot()


def words_in(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def test_a_network_has_a_circle_for_each_neuron_and_a_line_for_each_weight():
    ax = plot_network(WEIGHTS, ax=free_axes())
    lines = [line for layer in ax.collections for line in layer.get_segments()]
    assert (len(ax.patches), len(lines)) == (2 + 2 + 1, 4 + 2)


def test_every_number_of_the_pass_is_written_and_what_is_unknown_is_not():
    ax = plot_network(
        WEIGHTS, ax=free_axes(), activations=[[0.5, 0.3], [0.641, np.nan], [np.nan]],
        biases=[[0.2, 0.1], [0.0]], z=[[0.58, np.nan], [np.nan]],
        deltas=[[np.nan, np.nan], [-0.11]],
    )  # fmt: skip
    words = words_in(ax)
    assert {"x₁\n0.5", "a₁\n0.641", "a₂\n?", "b 0.2   z 0.58", "b 0.1", "δ −0.11"} <= set(words)
    assert not any("nan" in word for word in words)


def test_gradients_take_the_place_of_the_weights_on_the_lines():
    gradients = [np.full((2, 2), np.nan), [[0.25, -0.5]]]
    words = words_in(plot_network(WEIGHTS, ax=free_axes(), weight_gradients=gradients))
    assert [word for word in words if word.startswith("∂w")] == ["∂w 0.25", "∂w −0.5"]
    assert "w 0.4" in words
    assert "w 0.7" not in words


def test_a_negative_weight_has_a_dashed_line_and_a_heavier_one_a_thicker_line():
    first, second = plot_network(WEIGHTS, ax=free_axes()).collections
    dashed = [dashes is not None for _, dashes in (*first.get_dashes(), *second.get_dashes())]
    assert dashed == [False, True, False, False, False, True]
    lighter, heavier = first.get_linewidths()[2:]  # 0.1 and 0.9
    assert heavier > lighter


def test_a_silent_neuron_says_so_and_carries_no_numbers():
    words = words_in(plot_network(WEIGHTS, ax=free_axes(), silent=[(1, 0)]))
    assert "off" in words
    assert "w 0.4" not in words
    assert "w 0.7" not in words


def test_a_dense_layer_is_drawn_without_numbers_on_its_lines():
    dense = np.ones((5, 4))
    assert max(dense.shape) > MOST_NUMBERED
    words = words_in(plot_network([dense], ax=free_axes()))
    assert not any(word.startswith("w ") for word in words)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"weights": []}, "list of matrices"),
        ({"weights": [[1.0, 2.0]]}, "list of matrices"),
        ({"weights": [np.ones((2, 2)), np.ones((1, 3))]}, r"\(2, 2\) came before \(1, 3\)"),
        ({"weights": WEIGHTS, "biases": [[1.0], [1.0]]}, "biases must have the shapes"),
        ({"weights": WEIGHTS, "activations": [[1.0, 2.0]]}, "activations must have the shapes"),
    ],
)
def test_numbers_that_do_not_fit_the_network_are_named(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        plot_network(**arguments, ax=free_axes())


def test_the_contour_lines_lie_between_the_lowest_and_the_highest_place():
    heights = BOWL.grid[2]
    assert heights.min() < BOWL.levels[0] < BOWL.levels[-1] < heights.max()
    assert (np.diff(BOWL.levels) > 0).all()
    ax = plot_surface(BOWL, ax=free_axes())
    assert (ax.get_xlim(), ax.get_ylim()) == (BOWL.xlim, BOWL.ylim)


def test_each_path_is_drawn_whole_with_its_name_and_its_end():
    path = np.array([[0.5, 1.0], [0.2, 0.5], [0.0, 0.1]])
    ax = plot_paths(BOWL, {"SGD": path, "Adam": path[:2]}, ax=free_axes())
    first, end, second = ax.lines[:3]
    np.testing.assert_array_equal(first.get_xydata(), path)
    np.testing.assert_array_equal(end.get_xydata(), path[-1:])
    assert (first.get_label(), second.get_label()) == ("SGD", "Adam")
    assert first.get_linestyle() != second.get_linestyle()


def test_a_path_of_another_shape_is_named():
    with pytest.raises(ValueError, match=r"SGD must have the shape \(steps \+ 1, 2\)"):
        plot_paths(BOWL, {"SGD": [1.0, 2.0]}, ax=free_axes())


def test_the_tangent_touches_the_curve_with_the_given_slope():
    ax = plot_tangent(lambda w: w**2, 4.0, 2.0, xlim=(-3.0, 3.0), ax=free_axes())
    (x0, y0), (x1, y1) = ax.lines[1].get_xydata()
    assert (y1 - y0) / (x1 - x0) == pytest.approx(4.0)
    assert y0 + 4.0 * (2.0 - x0) == pytest.approx(4.0)  # at w = 2 the height is 4


def test_losses_stand_over_their_epochs_and_marks_at_theirs():
    ax = plot_losses({"train": [3.0, 2.0], "validation": [4.0, 5.0]}, marks={"best": 1},
                     ax=free_axes())  # fmt: skip
    np.testing.assert_array_equal(ax.lines[1].get_xydata(), [[1, 4], [2, 5]])
    assert ax.lines[2].get_xdata()[0] == 1
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "train", "validation", "best",
    ]  # fmt: skip


def test_sizes_stand_on_a_scale_of_powers_of_ten_and_are_kept_within_it():
    ax = plot_layer_sizes([1e-3, 0.0, 1e9], limits=(1e-6, 1e2), ax=free_axes())
    tops = [bar.get_y() + bar.get_height() for bar in ax.patches]
    assert tops == pytest.approx([-3.0, -6.0, 2.0])


def test_sets_of_weights_stand_side_by_side():
    ax = plot_weights({"before": [1.0, -2.0], "after": [0.5, 0.0]}, ax=free_axes())
    assert [bar.get_height() for bar in ax.patches] == [1.0, -2.0, 0.5, 0.0]
    assert ax.patches[0].get_x() + ax.patches[0].get_width() == pytest.approx(ax.patches[2].get_x())


@pytest.mark.parametrize(
    ("draw", "sentence"),
    [
        (lambda ax: plot_losses({}, ax=ax), "losses is empty"),
        (lambda ax: plot_losses({"train": [np.nan]}, ax=ax), "train must hold finite numbers"),
        (lambda ax: plot_layer_sizes([-1.0], ax=ax), "at least 0 each"),
        (lambda ax: plot_weights({}, ax=ax), "at least one vector"),
        (lambda ax: plot_weights({"a": [1.0], "b": [1.0, 2.0]}, ax=ax), "all of one length"),
    ],
)
def test_what_cannot_be_drawn_is_named(draw, sentence):
    with pytest.raises(ValueError, match=sentence):
        draw(free_axes())
