"""XOR by two hidden neurons: what the lines do to the samples."""

import numpy as np
from matplotlib.figure import Figure

from nnlib.by_hand.xor import hidden_features
from nnlib.gates import truth_table
from nnlib.widgets import xor_hidden_widget
from nnlib.widgets.xor_hidden import XorHiddenState, draw_xor_hidden


def drawn(state):
    figure = Figure()
    draw_xor_hidden(state, figure)
    return figure.axes


def test_the_first_lines_are_or_and_nand_and_solve_xor():
    X, targets = truth_table("xor")
    state = XorHiddenState()
    np.testing.assert_array_equal(state.hidden, hidden_features(X))
    np.testing.assert_array_equal(state.outputs, targets)
    assert "4 of 4 outputs are XOR. In the hidden space one line separates" in (
        xor_hidden_widget().caption
    )


def test_a_moved_line_moves_the_samples_in_the_hidden_space():
    panel = xor_hidden_widget()
    panel.controls["or_bias"].value = -1.5  # now AND: only (1, 1) gives h1 = 1
    np.testing.assert_array_equal(panel.state.hidden[:, 0], [0, 0, 0, 1])
    assert "(0, 1) → h = (0, 1) → 0" in panel.caption
    # (0, 1) and (1, 0) come out as 0 instead of 1, so 2 of 4 are right.
    assert "2 of 4 outputs are XOR. Move the lines" in panel.caption


def test_samples_that_fall_together_share_their_name():
    _, right = drawn(XorHiddenState())
    assert "(0, 1) (1, 0)" in [text.get_text() for text in right.texts]


def test_both_hidden_lines_are_drawn_where_their_neurons_are_zero():
    left, _ = drawn(XorHiddenState())
    first, second = (line.get_xydata() for line in left.lines)
    np.testing.assert_allclose(first.sum(axis=1), 0.5)  # x1 + x2 - 0.5 = 0
    np.testing.assert_allclose(second.sum(axis=1), 1.5)  # -x1 - x2 + 1.5 = 0
