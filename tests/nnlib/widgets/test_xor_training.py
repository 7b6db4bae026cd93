"""The tiny network while it learns XOR."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.by_hand.tiny_network import tiny_forward, train_tiny
from nnlib.gates import truth_table
from nnlib.widgets import xor_training_widget
from nnlib.widgets.xor_training import LAST_STEP, STARTS, XorTraining, draw_xor_training


def test_the_trace_is_the_training_of_the_core():
    X, targets = truth_table("xor")
    params, losses = train_tiny(
        X, targets, learning_rate=5.0, num_steps=LAST_STEP, rng=np.random.default_rng(STARTS[0])
    )
    trace = XorTraining(STARTS[0])
    np.testing.assert_array_equal(trace.params[-1], params)
    np.testing.assert_array_equal(trace.losses, losses)


def test_at_step_0_nothing_is_learnt_and_at_the_last_all_four_answers_are_right():
    X, targets = truth_table("xor")
    panel = xor_training_widget()
    assert np.abs(tiny_forward(panel.state.params, X) - targets).max() > 0.4
    panel.controls["step"].value = LAST_STEP
    assert np.abs(tiny_forward(panel.state.params, X) - targets).max() < 0.1
    assert panel.caption.startswith("Loss 0.00")


def test_another_start_is_another_training_and_one_of_them_stays_on_a_flat_place():
    panel = xor_training_widget(step=LAST_STEP)
    panel.controls["start"].value = 0
    # Two answers right, two at 0.5: the mean of 0, 0, 0.25 and 0.25.
    assert panel.state.losses[-1] == pytest.approx(0.125, abs=0.005)
    assert panel.state.step == LAST_STEP


def test_the_caption_names_each_sample_with_its_answer_and_what_was_wanted():
    caption = xor_training_widget(step=LAST_STEP).caption
    for sample, wanted in (("(0, 0)", 0), ("(0, 1)", 1), ("(1, 0)", 1), ("(1, 1)", 0)):
        assert f"{sample} → " in caption
        assert caption.split(f"{sample} → ")[1][4:].startswith(f" (wanted {wanted})")


def test_the_loss_is_drawn_up_to_the_step_in_a_frame_that_stands_still():
    limits = set()
    for step in (0, 50, LAST_STEP):
        figure = Figure()
        draw_xor_training(xor_training_widget(step=step).state, figure)
        curve = figure.axes[1].lines[0]
        assert len(curve.get_xdata()) == step + 1
        limits.add((figure.axes[1].get_xlim(), figure.axes[1].get_ylim()))
    assert len(limits) == 1


def test_nothing_is_trained_before_it_is_looked_at():
    panel = xor_training_widget(step=9)
    panel.controls["step"].value = 10
    assert "params" not in vars(panel.state.training)


def test_a_step_out_of_range_is_named():
    with pytest.raises(ValueError, match="between 0 and 600; 601 came"):
        xor_training_widget(step=601)
