"""The line that is to separate XOR: how many are right, which are wrong, the best so far."""

import itertools

from matplotlib.figure import Figure

from nnlib.widgets import xor_line_widget
from nnlib.widgets.xor_line import XorLineState, draw_xor_line


def drawn(state):
    figure = Figure()
    draw_xor_line(state, figure)
    return figure.axes


def move(panel, w1, w2, bias):
    for name, value in {"w1": w1, "w2": w2, "bias": bias}.items():
        panel.controls[name].value = value


def test_the_first_line_gets_two_right():
    # step(x1 - 0.5) says 0, 0, 1, 1 to 00, 01, 10, 11; XOR is 0, 1, 1, 0.
    caption = xor_line_widget().caption
    assert "This line gets 2 of 4 right. Wrong: (0, 1), (1, 1)." in caption


def test_the_line_of_or_gets_three_right_and_is_remembered():
    panel = xor_line_widget()
    move(panel, 1.0, 1.0, -0.5)
    assert "3 of 4 right. Wrong: (1, 1)." in panel.caption
    move(panel, 0.0, 0.0, 0.0)
    assert "Best so far: 3 of 4, with w1 = 1, w2 = 1, b = −0.5." in panel.caption


def test_no_line_on_the_sliders_gets_more_than_three_right():
    grid = [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0]
    lines = itertools.product(grid, grid, grid)
    assert max(XorLineState(*line).right for line in lines) == 3


def test_the_wrong_samples_are_crossed_out_and_named_in_the_table():
    left, right = drawn(XorLineState(1.0, 1.0, -0.5))
    assert left.collections[-1].get_offsets().tolist() == [[1.0, 1.0]]
    verdicts = [text.get_text() for text in right.texts if text.get_text() in ("right", "wrong")]
    assert verdicts == ["right", "right", "right", "wrong"]


def test_the_titles_count_now_and_best():
    left, right = drawn(XorLineState(0.0, 0.0, 0.0, best_right=3))
    assert (left.get_title(), right.get_title()) == ("2 of 4 right", "best so far: 3 of 4")
