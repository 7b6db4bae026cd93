"""The softmax widget: scores become probabilities that sum to 1."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.widgets import softmax_widget
from nnlib.widgets.softmax import SoftmaxState, draw_softmax


def test_the_bars_show_the_scores_and_the_probabilities():
    figure = Figure()
    draw_softmax(SoftmaxState(first=np.log(2.0), second=0.0, third=0.0), figure)
    scores, probs = ([bar.get_height() for bar in ax.patches] for ax in figure.axes)
    assert scores == pytest.approx([np.log(2.0), 0.0, 0.0])
    assert probs == pytest.approx([0.5, 0.25, 0.25])  # powers 2, 1, 1; sum 4


def test_adding_the_same_to_all_scores_changes_no_probability():
    panel = softmax_widget()
    before = panel.state.probs
    panel.controls["shift"].value = 4.0
    assert panel.state.scores == pytest.approx([6.0, 5.0, 4.0])
    assert panel.state.probs == pytest.approx(before)


def test_raising_one_score_lowers_the_other_probabilities():
    panel = softmax_widget()
    before = panel.state.probs
    panel.controls["third"].value = 3.0
    after = panel.state.probs
    assert after[2] > before[2]
    assert (after[:2] < before[:2]).all()


def test_the_words_name_the_most_probable_class_or_the_tie():
    panel = softmax_widget()
    assert "The most probable class is cat." in panel.caption
    panel.controls["second"].value = 2.0
    assert "cat and dog share the first place." in panel.caption


def test_it_shows_a_still_picture_without_a_browser(show, still):
    assert still(show(softmax_widget())).startswith(b"\x89PNG")
