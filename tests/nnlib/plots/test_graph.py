"""The drawing of a tensor's graph says every value, gradient, name and operation, once each."""

from collections import Counter

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from nnlib.autograd import Tensor, topological_order
from nnlib.plots.graph import columns_of, plot_graph


@pytest.fixture(autouse=True)
def _no_screen_and_no_figures_left():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def parabola():
    x = Tensor(2.0, requires_grad=True)
    return x, x**2 + 3 * x + 1


def boxes_in(ax):
    return Counter(text.get_text() for text in ax.texts if text.get_text())


def test_every_tensor_has_a_box_and_every_operation_a_sign():
    # 2 ** 2 = 4, 3 × 2 = 6, 4 + 6 = 10, 10 + 1 = 11; before backward no gradient is known.
    x, y = parabola()
    boxes = boxes_in(plot_graph(y, {"x": x, "y": y}, ax=Figure().add_subplot()))
    assert boxes == Counter(
        {"x\nvalue 2": 1, "value 2": 1, "value 3": 1, "value 1": 1}  # made by hand
        | {"value 4": 1, "value 6": 1, "value 10": 1, "y\nvalue 11": 1}  # computed
        | {"**": 1, "×": 1, "+": 2}
    )


def test_after_backward_the_gradients_stand_under_the_values():
    # The sums hand on 1; x gets 2 · 2 by the square and 3 by the product, 7 in all.
    x, y = parabola()
    y.backward()
    boxes = boxes_in(plot_graph(y, {"x": x}, ax=Figure().add_subplot()))
    assert boxes["x\nvalue 2\ngrad 7"] == 1
    assert boxes["value 4\ngrad 1"] == boxes["value 6\ngrad 1"] == 1
    assert boxes["value 3"] == 1  # a constant has none


def test_tensors_of_several_numbers_show_their_shape():
    w = Tensor([[1.0, 2.0]], requires_grad=True)
    loss = w.sum()
    loss.backward()
    boxes = boxes_in(plot_graph(loss, {"w": w}, ax=Figure().add_subplot()))
    assert boxes["w\nvalue (1, 2)\ngrad (1, 2)"] == 1


def test_words_can_be_given_in_another_language():
    _, y = parabola()
    y.backward()
    ax = plot_graph(y, ax=Figure().add_subplot(), value_label="мәні", gradient_label="градиент")
    assert boxes_in(ax)["мәні 11\nградиент 1"] == 1


def test_every_tensor_stands_left_of_what_was_made_of_it():
    x, y = parabola()
    tensors = topological_order(y)
    columns = columns_of(tensors)
    assert columns[y] == 0
    for tensor in tensors:
        users = [columns[made] for made in tensors if tensor in made.parents]
        assert not users or columns[tensor] == min(users) - 1
    # y = (x² + 3x) + 1: x stands before x² and 3x, they before their sum, the sum before y.
    assert columns[x] == -3


def test_boxes_do_not_lie_on_each_other():
    x = Tensor(2.0, requires_grad=True)
    loss = ((x * 3 + x).tanh() * x + x.exp() / 2 - 1) ** 2
    ax = plot_graph(loss)
    ax.figure.draw_without_rendering()
    frames = [patch.get_window_extent() for patch in ax.patches]
    assert not any(a.overlaps(b) for i, a in enumerate(frames) for b in frames[:i])


def test_one_argument_used_twice_by_an_operation_has_one_arrow():
    x = Tensor(3.0, requires_grad=True)
    ax = plot_graph(x * x, ax=Figure().add_subplot())
    arrows = [text for text in ax.texts if text.get_text() == ""]
    assert len(arrows) == 2  # from x to the sign, and from the sign to the product


def test_the_axes_are_those_given_or_new_ones():
    ax = Figure().add_subplot()
    assert plot_graph(Tensor(1.0), ax=ax) is ax
    assert plt.get_fignums() == []
    assert plot_graph(Tensor(1.0)).figure is plt.gcf()


def test_a_graph_that_nobody_could_read_is_refused():
    x = Tensor(1.0, requires_grad=True)
    y = x
    for _ in range(60):
        y = y + x
    with pytest.raises(ValueError, match="made of 61 tensors; draw a graph of at most 60"):
        plot_graph(y)
