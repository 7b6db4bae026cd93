"""The widgets of lesson 04: the forward pass in single steps, and two losses."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.widgets import forward_widget, loss_widget
from nnlib.widgets.forward import LAST_STEP, ForwardState, draw_forward
from nnlib.widgets.loss import LossState, draw_loss


def words_after(step):
    figure = Figure()
    draw_forward(ForwardState(step=step), figure)
    return {text.get_text() for text in figure.axes[0].texts}


def test_the_hidden_layer_has_the_numbers_of_the_worked_example():
    # z = [0.4·0.5 + 0.6·0.3 + 0.2, 0.1·0.5 + 0.9·0.3 + 0.1] = [0.58, 0.42]
    z, a = ForwardState().numbers
    np.testing.assert_allclose(z[0], [0.58, 0.42])
    np.testing.assert_allclose(a[1], [0.641, 0.603], atol=5e-4)


def test_each_step_adds_one_number_first_z_then_a():
    added = [words_after(step + 1) - words_after(step) for step in range(4)]
    assert "b 0.2   z 0.58" in added[0]
    assert "a₁\n0.641" in added[1]
    assert "b 0.1   z 0.42" in added[2]
    assert "a₂\n0.603" in added[3]


def test_the_words_write_the_sum_out():
    panel = forward_widget()
    panel.controls["step"].value = 1
    assert "z = (0.4)·(0.5) + (0.6)·(0.3) + (0.2) = 0.58" in panel.caption
    panel.controls["step"].value = LAST_STEP
    assert "comes a = σ(z) = σ(0.247) = 0.561. It is the network's output." in panel.caption


def test_the_buttons_step_through_the_pass():
    panel = forward_widget()
    panel.actions["back"].click()
    assert panel.state.step == LAST_STEP - 1
    panel.actions["forward"].click()
    panel.actions["forward"].click()
    assert panel.state.step == LAST_STEP


def test_the_losses_of_a_prediction_are_those_worked_by_hand():
    state = LossState(prediction=0.5, target=1.0)
    # (0.5 - 1)² = 0.25, -log 0.5 = 0.693; slopes 2 (0.5 - 1) = -1 and -1 / 0.5 = -2.
    readings = state.readings.values()
    assert [reading.value for reading in readings] == pytest.approx([0.25, np.log(2.0)])
    assert [reading.slope for reading in readings] == pytest.approx([-1.0, -2.0])


def test_the_points_lie_on_the_curves():
    figure = Figure()
    draw_loss(LossState(prediction=0.25, target=0.0), figure)
    for ax in figure.axes:
        for curve, point in (ax.lines[:2], ax.lines[2:4]):
            x, y = point.get_xydata()[0]
            drawn = np.interp(x, *curve.get_xydata().T)
            assert y == pytest.approx(drawn, rel=0.02)


def test_the_words_say_which_way_the_losses_push():
    panel = loss_widget()
    assert "cross-entropy push the prediction up" in panel.caption
    panel.controls["target"].value = 0.0
    assert "cross-entropy push the prediction down" in panel.caption


def test_a_loss_of_ones_own_is_a_third_curve():
    def absolute(outputs, targets):
        return np.mean(np.abs(outputs - targets))

    panel = loss_widget(absolute)
    assert "absolute (yours): 0.7, slope −1" in panel.caption
    assert len(panel.state.readings) == 3


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "Your own returned NoneType; return numbers."),
        (np.nan, "Your own returned NaN or infinity."),
        (np.zeros(2), "Your own returned shape (2,); return one number"),
    ],
)
def test_a_useless_loss_is_explained_in_the_words(answer, sentence, show):
    def own(outputs, targets):
        return answer

    assert sentence in show(loss_widget(own))["text/plain"]
