"""The widgets of the appendices: distributions, samples, confusion, graphs, digits."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.distributions import Bernoulli, Binomial, Normal, Poisson, Uniform
from nnlib.widgets import (
    confusion_widget,
    digit_widget,
    distribution_widget,
    graph_widget,
    sample_widget,
)
from nnlib.widgets.confusion import NUM_SAMPLES, ConfusionState, draw_confusion
from nnlib.widgets.digit import DigitState, Reader
from nnlib.widgets.distribution import KINDS
from nnlib.widgets.graph import EXPRESSIONS, LAST_STEP, GraphState, draw_graph
from nnlib.widgets.sample import COUNTS, SampleState


def drawn(draw, state):
    figure = Figure()
    draw(state, figure)
    return figure.axes


def made_up(images):
    """Say 7 to every image, by half."""
    probs = np.full((len(images), 10), 0.5 / 9)
    probs[:, 7] = 0.5
    return probs


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("normal", Normal(0.0, 1.0)),
        ("uniform", Uniform(-1.0, 2.0)),
        ("binomial", Binomial(10, 0.5)),
        ("Bernoulli", Bernoulli(0.5)),
        ("Poisson", Poisson(3.0)),
    ],
)
def test_each_name_gives_its_distribution_and_shows_its_own_sliders(kind, expected):
    panel = distribution_widget()
    panel.controls["kind"].value = kind
    assert panel.state.distribution == expected
    shown = {name for name, c in panel.controls.items() if c.layout.display != "none"}
    assert shown == {"kind", *KINDS[kind].fields}


def test_every_end_of_every_slider_can_be_drawn():
    panel = distribution_widget()
    for kind in KINDS:
        panel.controls["kind"].value = kind
        for name in KINDS[kind].fields:
            for end in (panel.controls[name].min, panel.controls[name].max):
                panel.controls[name].value = end
                assert panel.png()


def test_the_samples_fit_the_formula_and_the_words_compare_them():
    panel = distribution_widget()
    panel.controls["kind"].value = "binomial"
    # n p = 10 · 0.5 = 5 and n p (1 - p) = 2.5
    assert "the mean is 5 and the variance 2.5" in panel.caption
    assert panel.state.samples.mean() == pytest.approx(5.0, abs=0.2)


def test_more_samples_begin_with_the_same_ones():
    few, many = SampleState(10).samples, SampleState(1000).samples
    np.testing.assert_array_equal(few, many[:10])


@pytest.mark.parametrize("count", COUNTS)
def test_the_running_numbers_end_at_the_mean_and_deviation_of_all(count):
    state = SampleState(count)
    means, deviations = state.running
    assert means.shape == deviations.shape == (count,)
    assert means[-1] == pytest.approx(state.samples.mean())
    assert deviations[-1] == pytest.approx(state.samples.std())


def test_a_thousand_samples_come_nearer_than_ten():
    off = [np.mean([abs(SampleState(n, d).samples.mean()) for d in range(20)]) for n in (10, 1000)]
    assert off[1] < off[0] / 3
    assert "1/√1000 = 0.0316" in sample_widget().caption


def test_the_four_counts_are_those_of_the_threshold():
    state = ConfusionState(threshold=0.5)
    yes = state.samples.targets == 1
    high = state.samples.X >= 0.5
    expected = [
        [(~yes & ~high).sum(), (~yes & high).sum()],
        [(yes & ~high).sum(), (yes & high).sum()],
    ]
    np.testing.assert_array_equal(state.matrix, expected)
    assert state.accuracy == (expected[0][0] + expected[1][1]) / NUM_SAMPLES


@pytest.mark.parametrize(("threshold", "column"), [(0.0, 1), (1.0, 0)])
def test_at_its_ends_the_threshold_says_the_same_to_all(threshold, column):
    state = ConfusionState(threshold)
    assert state.matrix[:, column].sum() == NUM_SAMPLES


def test_a_higher_threshold_finds_fewer_and_gives_fewer_false_alarms():
    found = [ConfusionState(t).matrix[:, 1] for t in (0.2, 0.5, 0.8)]
    assert (np.diff(found, axis=0) <= 0).all()


def test_a_rare_yes_makes_saying_no_look_good():
    panel = confusion_widget()
    panel.controls["share"].value = 0.05
    assert "who always says no reaches 0.95" in panel.caption


def test_all_samples_stand_in_the_histogram_and_in_the_matrix():
    histogram, matrix = drawn(draw_confusion, ConfusionState())
    stairs = [patch.get_data() for patch in histogram.patches]
    assert sum((heap.values - heap.baseline).sum() for heap in stairs) == NUM_SAMPLES
    assert sum(int(text.get_text()) for text in matrix.texts) == NUM_SAMPLES


@pytest.mark.parametrize(
    ("expression", "x", "slope"), [("y = x² + 3x + 1", 2.0, "7"), ("y = (2x + 1)²", 3.0, "28")]
)
def test_the_worked_derivatives_arrive_at_x(expression, x, slope):
    panel = graph_widget()
    panel.controls["expression"].value = expression
    panel.controls["x"].value = x
    assert f"∂y/∂x = {slope} at x = {number(x)}" in panel.caption


def number(x):
    return f"{x:g}"


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_one_more_gradient_is_written_at_each_step_back(expression):
    def gradients(step):
        (ax,) = drawn(draw_graph, GraphState(expression, 2.0, step))
        return sum("∂" in text.get_text() for text in ax.texts)

    num_tensors = len(GraphState(expression).backward_order)
    assert num_tensors <= LAST_STEP
    assert [gradients(step) for step in range(num_tensors + 1)] == list(range(num_tensors + 1))


def test_the_way_back_begins_at_the_end():
    panel = graph_widget()
    panel.controls["step"].value = 0
    assert "Forward is done: every box has its value, and y = 11." in panel.caption
    panel.controls["step"].value = 1
    assert "∂y/∂y = 1" in panel.caption


def test_the_network_reads_most_of_the_digits_as_they_are():
    reader = Reader()
    states = [DigitState(reader, image) for image in range(20)]
    assert sum(int(state.probs.argmax()) == state.digit for state in states) >= 16
    assert all(state.probs.sum() == pytest.approx(1.0) for state in states)


def test_a_moved_image_has_its_ink_elsewhere_and_paper_at_the_edge():
    reader = Reader(made_up)
    clean, moved = DigitState(reader).pixels, DigitState(reader, right=2, down=-1).pixels
    np.testing.assert_array_equal(moved[:-1, 2:], clean[1:, :-2])
    assert not moved[:, :2].any()
    assert not moved[-1].any()


def test_a_network_of_ones_own_is_asked_and_judged():
    panel = digit_widget(made_up)
    digit = panel.state.digit
    assert "says 7, with a probability of 0.5" in panel.caption
    assert f"wrong, for it is a {digit}" in panel.caption


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "Your predict returned NoneType; return numbers."),
        ([0.5, 0.5], "returned 2 numbers; return the probabilities of the ten digits"),
    ],
)
def test_a_useless_answer_of_ones_own_network_is_explained(answer, sentence, show):
    def predict(images):
        return answer

    assert sentence in show(digit_widget(predict))["text/plain"]


def test_nothing_is_trained_before_the_widget_is_shown():
    panel = digit_widget()
    panel.controls["image"].value = 3
    assert "predict" not in panel.state.reader.__dict__
