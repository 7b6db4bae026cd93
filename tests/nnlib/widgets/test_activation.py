"""The activation widget: point, tangent, slope, and functions of a student's own."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.activations import ACTIVATIONS
from nnlib.widgets import activation_widget
from nnlib.widgets.activation import ActivationState, draw_activation


def double(z):
    return 2 * z


def broken(z):
    raise ZeroDivisionError("not here")


def drawn(state):
    figure = Figure()
    draw_activation(state, figure)
    return figure.axes


def test_the_point_lies_on_the_curve_and_on_the_slope():
    left, right = drawn(ActivationState(ACTIVATIONS["sigmoid"], z=0.0))
    assert marked(left) == (0.0, 0.5)  # σ(0) = 1/2
    assert marked(right) == (0.0, 0.25)  # σ'(0) = 1/2 · (1 - 1/2)


def marked(ax):
    (mark,) = [line for line in ax.lines if line.get_marker() == "o"]
    return tuple(np.asarray(mark.get_xydata())[0])


def test_the_tangent_has_the_slope_of_the_curve():
    left, _ = drawn(ActivationState(ACTIVATIONS["tanh"], z=0.0))
    (tangent,) = [line for line in left.lines if "tangent" in str(line.get_label())]
    (x0, y0), (x1, y1) = tangent.get_xydata()
    assert (y1 - y0) / (x1 - x0) == pytest.approx(1.0)  # tanh'(0) = 1


@pytest.mark.parametrize(
    ("name", "z", "word"),
    [("sigmoid", 7.0, "saturated"), ("relu", -1.0, "saturated"), ("relu", 1.0, "can learn"),
     ("leaky_relu", -1.0, "can learn"), ("step", 1.0, "saturated")],
)  # fmt: skip
def test_the_words_say_whether_a_neuron_can_learn_here(name, z, word):
    panel = activation_widget()
    panel.controls["activation"].value = ACTIVATIONS[name]
    panel.controls["z"].value = z
    assert word in panel.caption


def unwritten(z):
    raise NotImplementedError


def test_an_own_function_stands_first_and_has_a_measured_slope():
    panel = activation_widget(double)
    assert panel.controls["activation"].options[0][0] == "double (yours)"
    assert panel.state.reading.slope == pytest.approx(2.0)


def test_an_own_derivative_is_drawn_as_it_is_even_when_it_is_wrong():
    panel = activation_widget(double, lambda z: np.full_like(z, 5.0))
    assert panel.state.reading.slope == 5.0


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (broken, "Your broken raised ZeroDivisionError: not here."),
        (unwritten, "Your unwritten is not written yet"),
        (lambda z: None, "Your <lambda> returned NoneType; return numbers."),
        (lambda z: 1.0, "return one number for each z"),
        (lambda z: z * np.nan, "Your <lambda> returned NaN or infinity."),
    ],
)
def test_a_wrong_function_is_explained_in_the_words(function, sentence, show):
    panel = activation_widget(function)
    assert sentence in show(panel)["text/plain"]


def test_after_a_wrong_function_another_can_be_chosen(show):
    panel = activation_widget(broken)
    show(panel)
    panel.controls["activation"].value = ACTIVATIONS["relu"]
    assert "relu gives a = 1" in panel.caption
    assert len(panel._picture.figure.axes) == 2


def test_an_own_function_cannot_change_what_is_drawn_through_its_argument():
    def greedy(z):
        z[:] = 0.0
        return z

    left, _ = drawn(activation_widget(greedy).state)
    np.testing.assert_array_equal(left.lines[-1].get_xdata(), [1.0])


def test_a_derivative_alone_is_refused():
    with pytest.raises(ValueError, match="without its function"):
        activation_widget(derivative=double)


def test_a_slope_that_is_zero_everywhere_lies_at_the_foot_of_a_readable_axis():
    _, right = drawn(ActivationState(ACTIVATIONS["step"]))
    low, high = right.get_ylim()
    assert low < 0.0 < high
    assert high > 0.2
