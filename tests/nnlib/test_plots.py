"""What the plots draw is read back from their artists: numbers, words and marks."""

from collections.abc import Iterator

import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nnlib import plots
from nnlib.activations import ACTIVATIONS, sigmoid, sigmoid_derivative
from nnlib.gates import truth_table
from nnlib.perceptron import predict
from nnlib.plots.activation import shade_flat_zones
from nnlib.plots.hidden import names_by_spot
from nnlib.plots.line import visible_segment
from nnlib.plots.style import number_text

UNIT_BOX = (0.0, 1.0, 0.0, 1.0)


@pytest.fixture(autouse=True)
def _no_screen_and_no_figures_left() -> Iterator[None]:
    plt.switch_backend("agg")
    yield
    plt.close("all")


def words_in(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def line_values(ax: Axes, label: str) -> np.ndarray:
    (line,) = [line for line in ax.lines if line.get_label() == label]
    return np.asarray(line.get_xydata())


def free_axes() -> Axes:
    return Figure().add_subplot()


DRAWINGS = {
    "activation": lambda ax: plots.plot_activation(sigmoid, ax=ax),
    "softmax": lambda ax: plots.plot_softmax((1.0, 2.0), ax=ax),
    "points": lambda ax: plots.plot_points([[0, 0], [1, 1]], [0, 1], ax=ax),
    "boundary": lambda ax: plots.plot_decision_boundary(
        lambda X: X[:, 0], [[0, 0], [1, 1]], [0, 1], ax=ax
    ),
    "line": lambda ax: plots.plot_line([1, 1], -1, ax=ax),
    "mistakes": lambda ax: plots.plot_mistakes([2, 1, 0], ax=ax),
    "loss": lambda ax: plots.plot_loss([2.0, 1.0], ax=ax),
    "neuron": lambda ax: plots.plot_neuron([1.0, 2.0], 0.5, "relu", ax=ax),
    "biology": lambda ax: plots.plot_biological_neuron(ax=ax),
    "hidden": lambda ax: plots.plot_hidden_space([[0, 1], [1, 1]], [0, 1], [1, 1], -1.5, ax=ax),
}


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_a_plot_draws_on_the_given_axes_and_leaves_pyplot_alone(draw):
    ax = free_axes()
    assert draw(ax) is ax
    assert plt.get_fignums() == []


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_a_plot_without_axes_makes_one_figure_and_draws_on_it(draw):
    ax = draw(None)
    assert [plt.figure(number) for number in plt.get_fignums()] == [ax.figure]


def test_an_activation_is_drawn_with_its_derivative():
    ax = plots.plot_activation(sigmoid, sigmoid_derivative, z_range=(-2, 2), ax=free_axes())
    z, a = line_values(ax, "f(z)").T
    assert (z[0], z[-1]) == (-2, 2)
    np.testing.assert_allclose(a, sigmoid(z))
    np.testing.assert_allclose(line_values(ax, "f′(z)")[:, 1], sigmoid_derivative(z))


def test_an_activation_without_a_derivative_is_one_curve_that_needs_no_legend():
    ax = plots.plot_activation(sigmoid, ax=free_axes())
    assert line_values(ax, "f(z)").shape == (401, 2)
    assert [line.get_label() for line in ax.lines].count("f′(z)") == 0
    assert ax.get_legend() is None


def test_a_range_of_z_that_does_not_go_up_is_refused():
    with pytest.raises(ValueError, match="low < high"):
        plots.plot_activation(sigmoid, z_range=(1, 1), ax=free_axes())


def test_a_function_that_gives_one_number_for_many_is_named():
    with pytest.raises(ValueError, match=r"total was given an array of shape \(401,\)"):
        plots.plot_activation(total, ax=free_axes())


def total(z):
    return z.sum()


def test_the_grid_has_every_activation_and_softmax_at_the_end():
    cells = plots.plot_all_activations()
    assert [ax.get_title() for ax in cells[:-1]] == list(ACTIVATIONS)
    heights = [bar.get_height() for bar in cells[-1].patches]
    assert sum(heights) == pytest.approx(1.0)
    assert len(plt.get_fignums()) == 1


def test_flat_zones_are_shaded_only_where_the_slope_is_near_zero():
    ax, z = free_axes(), np.array([-1.0, 0.0, 1.0, 2.0])
    shade_flat_zones(ax, np.array([1.0, 1.0, 0.0, 0.0]), z)
    (zone,) = ax.collections
    assert zone.get_paths()[0].get_extents().x0 == 1.0
    assert zone.get_paths()[0].get_extents().x1 == 2.0


def test_a_curve_that_is_nowhere_flat_has_no_flat_zone():
    ax = free_axes()
    shade_flat_zones(ax, np.ones(3), np.arange(3.0))
    assert not ax.collections


def test_classes_differ_by_marker_and_by_color():
    ax = plots.plot_points([[0, 0], [1, 0], [0, 1]], [0, 1, 2], ax=free_axes())
    shapes = {tuple(map(tuple, marks.get_paths()[0].vertices)) for marks in ax.collections}
    colors = {tuple(marks.get_facecolor()[0]) for marks in ax.collections}
    assert len(shapes) == len(colors) == 3


def test_each_class_has_its_own_points_and_word():
    X, targets = truth_table("and")
    ax = plots.plot_points(X, targets, labels=("no", "yes"), ax=free_axes())
    assert [marks.get_label() for marks in ax.collections] == ["no", "yes"]
    np.testing.assert_array_equal(ax.collections[1].get_offsets(), [[1, 1]])


@pytest.mark.parametrize(
    ("X", "targets", "problem"),
    [([[1, 2, 3]], [0], "X must have the shape"), ([[1, 2]], [0, 1], "targets must have")],
)
def test_samples_of_the_wrong_shape_are_refused(X, targets, problem):
    with pytest.raises(ValueError, match=problem):
        plots.plot_points(X, targets, ax=free_axes())


def test_the_regions_hold_the_predictions_of_their_places():
    X, targets = truth_table("and")
    ax = plots.plot_decision_boundary(
        lambda samples: predict(samples, [1, 0], -0.5), X, targets, ax=free_axes(), resolution=5
    )
    # x1 is tried at -0.5, 0, 0.5, 1, 1.5; step(x1 - 0.5) is 0, 0, 0, 1, 1 on every row.
    np.testing.assert_array_equal(ax.images[0].get_array(), [[0, 0, 0, 1, 1]] * 5)


def test_three_classes_get_three_colors():
    X, targets = [[0, 0], [1, 0], [2, 0]], [0, 1, 2]
    ax = plots.plot_decision_boundary(
        lambda samples: np.clip(np.round(samples[:, 0]), 0, 2), X, targets, ax=free_axes()
    )
    assert ax.images[0].get_cmap().N == 3


def test_a_predict_that_gives_one_answer_for_many_samples_is_refused():
    with pytest.raises(ValueError, match="one value for each row"):
        plots.plot_decision_boundary(lambda X: 1.0, [[0, 0]], [0], ax=free_axes())


def test_the_line_of_and_meets_the_box_where_computed_by_hand():
    # x1 + x2 - 1.5 = 0 meets x1 = 1 at x2 = 0.5, and x2 = 1 at x1 = 0.5.
    ends = visible_segment(np.array([1.0, 1.0]), -1.5, UNIT_BOX)
    assert {(x, y) for x, y in ends.round(12)} == {(1.0, 0.5), (0.5, 1.0)}


@pytest.mark.parametrize(("weights", "x"), [([2.0, 0.0], 0.25), ([-2.0, 0.0], None)])
def test_an_upright_line_is_drawn_only_when_it_crosses_the_box(weights, x):
    ends = visible_segment(np.array(weights), -0.5, UNIT_BOX)
    assert (None if ends is None else ends[0, 0]) == x


number = st.floats(-5, 5).map(lambda value: round(value, 2))


@given(w1=number, w2=number, bias=number)
def test_both_ends_lie_on_the_line_and_on_the_frame(w1, w2, bias):
    weights = np.array([w1, w2])
    ends = visible_segment(weights, bias, UNIT_BOX)
    if ends is not None:
        np.testing.assert_allclose(ends @ weights + bias, 0.0, atol=1e-9)
        assert ends.min() >= -1e-9
        assert ends.max() <= 1 + 1e-9


@given(w1=number, w2=number, bias=number)
def test_a_line_is_missing_only_when_no_two_corners_lie_on_two_sides(w1, w2, bias):
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]) @ [w1, w2] + bias
    if corners.min() < -1e-9 and corners.max() > 1e-9:
        assert visible_segment(np.array([w1, w2]), bias, UNIT_BOX) is not None


def test_the_arrow_points_to_the_side_that_fires():
    ax = plots.plot_line([0.0, -1.0], 0.5, ax=free_axes())
    (label,) = ax.texts
    root, tip = label.xy, label.xyann
    assert predict(tip, [0.0, -1.0], 0.5) == 1
    assert tip[1] < root[1]


def test_a_line_out_of_view_is_said_in_words():
    ax = plots.plot_line([0.0, 0.0], 1.0, ax=free_axes(), missing_text="nothing")
    assert words_in(ax) == ["nothing"]
    assert not ax.lines


def test_drawing_a_line_keeps_the_limits():
    ax = free_axes()
    ax.set(xlim=(-3, 7), ylim=(2, 4))
    plots.plot_line([1.0, -1.0], 0.0, ax=ax)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-3, 7), (2, 4))


def test_a_line_needs_two_weights():
    with pytest.raises(ValueError, match="needs 2 weights"):
        plots.plot_line([1.0, 2.0, 3.0], 0.0, ax=free_axes())


def test_mistakes_stand_as_numbered_bars():
    ax = plots.plot_mistakes([3, 1, 0], ax=free_axes())
    assert [bar.get_height() for bar in ax.patches] == [3, 1, 0]
    assert words_in(ax) == ["3", "1", "0"]


def test_no_epoch_yet_gives_empty_axes():
    assert not plots.plot_mistakes([], ax=free_axes()).patches


def test_the_loss_is_a_line_with_its_last_value_written():
    ax = plots.plot_loss([0.9, 0.5, 0.25], ax=free_axes())
    np.testing.assert_array_equal(ax.lines[0].get_xydata(), [[1, 0.9], [2, 0.5], [3, 0.25]])
    assert words_in(ax) == ["last: 0.25"]


def test_without_its_label_the_last_loss_is_not_written():
    assert words_in(plots.plot_loss([0.9, 0.5], ax=free_axes(), last_label="")) == []


@pytest.mark.parametrize("losses", [[], [[1.0, 2.0]]])
def test_losses_that_are_no_row_of_numbers_are_refused(losses):
    with pytest.raises(ValueError, match="losses"):
        plots.plot_loss(losses, ax=free_axes())


def test_the_neuron_is_drawn_with_the_numbers_computed_by_hand():
    # z = 0.5·2 + (-1)·1 + 3 = 3, relu(3) = 3.
    ax = plots.plot_neuron([0.5, -1.0], 3.0, "relu", [2.0, 1.0], ax=free_axes())
    expected = {"x₁\n2", "x₂\n1", "w₁ = 0.5", "w₂ = −1", "bias b = 3", "z = 3", "relu", "a = 3"}
    assert expected <= set(words_in(ax))


def test_a_neuron_without_inputs_has_symbols_only():
    ax = plots.plot_neuron([0.5], 3.0, "tanh", ax=free_axes())
    assert {"x₁", "z", "a"} <= set(words_in(ax))


def test_the_words_of_a_picture_can_be_said_in_another_language():
    ax = plots.plot_neuron([0.5], 3.0, "tanh", ax=free_axes(), inputs_label="входы")
    assert "входы" in words_in(ax)
    assert "inputs" not in words_in(ax)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (([], 0.0, "relu"), "weights must have"),
        (([1.0], 0.0, "relu", [1.0, 2.0]), "x must have"),
        (([1.0], 0.0, "softmax"), "activation must be one of step"),
    ],
)
def test_a_neuron_that_cannot_be_drawn_is_refused(arguments, problem):
    with pytest.raises(ValueError, match=problem):
        plots.plot_neuron(*arguments, ax=free_axes())


def test_the_biological_neuron_names_its_four_parts_beside_the_artificial_one():
    biological, artificial = plots.plot_biological_neuron_comparison()
    first_words = [text.split("\n")[0] for text in words_in(biological)]
    assert first_words == ["dendrites", "soma", "axon", "synapse"]
    assert "output\n(axon)" in words_in(artificial)
    assert biological.figure is artificial.figure


def test_samples_on_one_spot_of_the_hidden_space_share_their_label():
    points = np.array([[0.0, 1.0], [1.0, 1.0], [1.0, 1.0]])
    assert names_by_spot(points, ["a", "b", "c"]) == {(0.0, 1.0): ["a"], (1.0, 1.0): ["b", "c"]}


def test_two_classes_on_one_spot_of_the_hidden_space_are_both_seen():
    ax = plots.plot_hidden_space([[1, 1], [1, 1], [0, 0]], [0, 1, 0], [1, 1], -1.5, ax=free_axes())
    first, second, larger = ax.collections
    assert larger.get_offsets().tolist() == [[1.0, 1.0]]
    assert larger.get_sizes() > second.get_sizes()
    assert larger.get_zorder() < second.get_zorder()
    assert first.get_offsets().tolist() == [[1.0, 1.0], [0.0, 0.0]]


def test_the_hidden_space_shows_the_line_of_the_output_neuron():
    ax = plots.plot_hidden_space([[0, 1], [1, 1]], [0, 1], [1, 1], -1.5, ax=free_axes())
    np.testing.assert_allclose(ax.lines[0].get_xydata().sum(axis=1), 1.5)


@pytest.mark.parametrize(
    ("value", "text"), [(-0.5, "−0.5"), (0.1 + 0.2 - 0.3, "0"), (-0.0, "0"), (2 / 3, "0.667")]
)
def test_numbers_are_written_shortly(value, text):
    assert number_text(value) == text


def test_every_plot_that_is_exported_exists():
    assert all(hasattr(plots, name) for name in plots.__all__)
