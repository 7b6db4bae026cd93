"""The neuron widget: its sum, its line, its output over the plane."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from nnlib.activations import ACTIVATIONS, sigmoid
from nnlib.widgets import neuron_widget
from nnlib.widgets.neuron import NeuronState, draw_neuron

number = st.floats(-3, 3).map(lambda value: round(value, 1))


def drawn(state):
    figure = Figure()
    draw_neuron(state, figure)
    return figure.axes


def test_the_words_give_the_sum_worked_by_hand():
    panel = neuron_widget("relu")
    for name, value in {"w1": 2.0, "w2": -1.0, "bias": 0.5, "x1": 1.0, "x2": -1.5}.items():
        panel.controls[name].value = value
    # 2·1 + (-1)·(-1.5) + 0.5 = 4
    assert "(2)·(1) + (−1)·(−1.5) + (0.5) = 4" in panel.caption
    assert "a = relu(4) = 4" in panel.caption


def test_the_marks_lie_at_the_sample_and_at_its_output():
    state = NeuronState(ACTIVATIONS["sigmoid"], w1=1, w2=1, bias=-1, x1=0.5, x2=0.5)
    plane, _, curve = drawn(state)
    assert marked(plane) == (0.5, 0.5)
    assert marked(curve) == (0.0, 0.5)  # z = 0.5 + 0.5 - 1 = 0, σ(0) = 1/2


def marked(ax):
    (mark,) = [line for line in ax.lines if line.get_marker() == "D"]
    return tuple(np.asarray(mark.get_xydata())[0])


def test_the_plane_shows_the_output_at_its_corners():
    plane, *_ = drawn(NeuronState(ACTIVATIONS["sigmoid"], w1=1, w2=2, bias=0.5))
    shown = np.asarray(plane.images[0].get_array())
    # z at (-2, -2) is -2 - 4 + 0.5 = -5.5; at (2, 2) it is 6.5.
    np.testing.assert_allclose([shown[0, 0], shown[-1, -1]], sigmoid([-5.5, 6.5]))


def test_the_curve_reaches_as_far_as_z():
    state = NeuronState(ACTIVATIONS["tanh"], w1=3, w2=3, bias=4, x1=2, x2=2)
    assert state.z == 16.0
    assert state.z_grid[-1] > 16.0


@given(w1=number, w2=number, bias=number, x1=number, x2=number)
def test_the_side_of_the_line_follows_the_sign_of_z(w1, w2, bias, x1, x2):
    state = NeuronState(ACTIVATIONS["step"], w1, w2, bias, x1, x2)
    assert state.outputs[-1] == (1.0 if w1 * x1 + w2 * x2 + bias > 0 else 0.0)


def test_a_neuron_without_weights_has_no_line_and_says_so():
    plane, *_ = drawn(NeuronState(ACTIVATIONS["step"], w1=0, w2=0, bias=1))
    assert "no line in view" in [text.get_text() for text in plane.texts]


def test_an_own_activation_comes_first():
    panel = neuron_widget(np.cos)
    assert panel.state.activation.name == "cos"
    assert panel.state.outputs[-1] == pytest.approx(np.cos(panel.state.z))


def test_an_own_activation_that_fails_is_explained_in_the_words(show):
    def broken(z):
        raise TypeError

    assert "Your broken raised TypeError." in show(neuron_widget(broken))["text/plain"]


@pytest.mark.parametrize("activation", ["sigmod", 3])
def test_an_unknown_activation_is_refused(activation):
    with pytest.raises(ValueError, match="activation must be one of step, sigmoid"):
        neuron_widget(activation)
