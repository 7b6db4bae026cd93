"""The perceptron widget: its steps are those of the library, forwards and back."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.gates import truth_table
from nnlib.perceptron import fit
from nnlib.widgets import perceptron_widget
from nnlib.widgets.perceptron import LAST_STEP, PerceptronState, draw_perceptron
from nnlib.widgets.perceptron_data import FIRST_POINTS, MOST_POINTS, LearningData
from nnlib.widgets.perceptron_trace import trace_perceptron

ZEROS = (np.zeros(2), 0.0)


def library_rule(weights, bias, x, target, learning_rate):
    error = target - float(weights @ x + bias > 0)
    return weights + learning_rate * error * x, bias + learning_rate * error


def drawn(state):
    figure = Figure()
    draw_perceptron(state, figure)
    return figure.axes


def test_the_first_step_on_and_is_the_one_worked_by_hand():
    # Start w = (-0.5, 0.75), b = 0.25; x = (0, 0): z = 0.25, y = 1, t = 0, e = -1.
    # With η = 0.25 only the bias moves, for x is 0: b = 0.25 - 0.25 = 0.
    panel = perceptron_widget("and")
    panel.controls["step"].value = 1
    assert "x = (0, 0), target 0, prediction 1: wrong, e = t − y = −1." in panel.caption
    assert "w1 = −0.5, w2 = 0.75, b = 0." in panel.caption


@pytest.mark.parametrize("gate", ["and", "or", "nand", "xor"])
def test_from_zeros_the_steps_are_those_of_fit(gate):
    X, targets = truth_table(gate)
    history = fit(X, targets, learning_rate=0.5, num_epochs=6)
    trace = trace_perceptron(truth_table(gate), 0.5, len(history.steps), library_rule, ZEROS)
    assert trace.mistakes == history.mistakes
    assert trace.converged == history.converged
    np.testing.assert_allclose(trace.line[0], history.weights)


def test_stepping_back_restores_words_and_picture(show):
    panel = perceptron_widget("or", step=5)
    show(panel)
    before = (panel.caption, panel.png())
    panel.actions["forward"].click()
    assert (panel.caption, panel.png()) != before
    panel.actions["back"].click()
    assert (panel.caption, panel.png()) == before


def test_the_buttons_stop_at_both_ends():
    panel = perceptron_widget()
    panel.actions["back"].click()
    assert panel.state.step == 0
    panel.controls["step"].value = LAST_STEP
    panel.actions["forward"].click()
    assert panel.state.step == LAST_STEP


def test_play_moves_the_steps_and_follows_them():
    panel = perceptron_widget()
    panel.actions["play"].value = 7
    assert panel.state.step == panel.controls["step"].value == 7
    panel.actions["back"].click()
    assert panel.actions["play"].value == 6


def test_another_gate_begins_from_the_start():
    panel = perceptron_widget("and", step=9)
    panel.controls["gate"].value = "xor"
    assert (panel.state.gate, panel.state.step) == ("xor", 0)
    assert panel.controls["step"].value == panel.actions["play"].value == 0


@pytest.mark.parametrize("gate", ["and", "or", "nand"])
def test_a_separable_gate_converges_and_the_words_say_so(gate):
    assert "training has converged" in perceptron_widget(gate, step=LAST_STEP).caption


def test_xor_never_converges_and_the_words_say_so():
    caption = perceptron_widget("xor", step=LAST_STEP).caption
    assert "converged" not in caption
    assert "the mistakes never end" in caption


def test_the_ring_marks_the_sample_and_the_bars_count_the_mistakes():
    state = PerceptronState(LearningData("and"), step=6)
    left, right = drawn(state)
    np.testing.assert_array_equal(left.collections[-1].get_offsets(), [[0, 1]])  # second of four
    assert [bar.get_height() for bar in right.patches] == list(state.trace.mistakes)


def test_the_drawn_line_is_the_one_of_the_words():
    state = PerceptronState(LearningData("or"), step=3)
    left, _ = drawn(state)
    weights, bias = state.trace.line
    np.testing.assert_allclose(left.lines[-1].get_xydata() @ weights + bias, 0.0, atol=1e-12)


def test_an_own_rule_is_followed_even_when_it_is_wrong():
    def forgets_the_bias(weights, bias, x, target, learning_rate):
        return library_rule(weights, bias, x, target, learning_rate)[0], bias

    panel = perceptron_widget("and", update=forgets_the_bias, step=LAST_STEP)
    assert panel.state.trace.line[1] == 0.25
    assert not panel.state.trace.converged


def test_an_own_rule_that_changes_its_arguments_spoils_no_step_before():
    def in_place(weights, bias, x, target, learning_rate):
        weights += 1.0
        x += 1.0
        return weights, bias

    trace = trace_perceptron(truth_table("and"), 1.0, 2, in_place, ZEROS)
    np.testing.assert_array_equal([step.weights for step in trace.steps], [[1, 1], [2, 2]])
    np.testing.assert_array_equal(trace.start[0], [0, 0])


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "Your rule returned NoneType; return the two things (weights, bias)."),
        ((np.zeros(3), 0.0), "returned weights of shape (3,)"),
        ((np.zeros(2), np.zeros(2)), "a bias of shape (2,)"),
        ((np.array([np.inf, 0.0]), 0.0), "Your rule returned NaN or infinity."),
        ((["a", "b"], 0.0), "Your rule returned list; return numbers."),
    ],
)
def test_a_useless_answer_is_explained_in_the_words(answer, sentence):
    def rule(weights, bias, x, target, learning_rate):
        return answer

    assert sentence in perceptron_widget(update=rule, step=1).caption


def test_a_rule_that_raises_later_keeps_the_steps_before(show):
    def raises_on_one_sample(weights, bias, x, target, learning_rate):
        if x[1] == 1:
            raise KeyError("x")
        return weights, bias

    panel = perceptron_widget(update=raises_on_one_sample, step=4)
    words = show(panel)["text/plain"]
    assert "Your raises_on_one_sample raised KeyError: 'x'. It was step 2." in words
    assert "Step 1, epoch 1" in words


def test_an_own_rule_is_not_called_before_the_first_step():
    calls = []
    panel = perceptron_widget(update=lambda *arguments: calls.append(arguments))
    panel.png()
    assert not calls


@pytest.mark.parametrize(("gate", "step"), [("nor", 0), ("and", -1), ("and", LAST_STEP + 1)])
def test_a_gate_or_step_out_of_range_is_refused(gate, step):
    with pytest.raises(ValueError, match="must"):
        perceptron_widget(gate, step=step)


def test_the_controls_for_points_are_shown_only_while_points_are_set():
    panel = perceptron_widget("and")
    assert panel.controls["x1"].layout.display == panel.actions["add"].layout.display == "none"
    panel.controls["gate"].value = "own"
    assert panel.controls["x1"].layout.display is panel.actions["add"].layout.display is None


def test_a_point_that_is_set_is_learnt_from_the_start():
    panel = perceptron_widget("own", step=9)
    panel.controls["x1"].value, panel.controls["x2"].value = -2.5, 2.5
    panel.controls["target"].value = 0
    assert panel.state.step == 9
    panel.actions["add"].click()
    assert panel.state.data.points == (*FIRST_POINTS, (-2.5, 2.5, 0))
    assert panel.state.step == panel.controls["step"].value == 0
    panel.actions["remove"].click()
    assert panel.state.data.points == FIRST_POINTS


def test_the_first_points_can_be_separated_and_one_more_spoils_it():
    panel = perceptron_widget("own", step=LAST_STEP)
    assert "training has converged" in panel.caption
    panel.controls["x1"].value, panel.controls["x2"].value = -1.5, -0.5
    panel.actions["add"].click()  # target 1 amid the zeros
    panel.controls["step"].value = LAST_STEP
    assert "converged" not in panel.caption


def test_a_point_at_the_same_place_is_replaced_and_the_oldest_go_when_there_are_too_many():
    data = LearningData("own", ((1.0, 1.0, 0),)).with_point((1.0, 1.0, 1))
    assert data.points == ((1.0, 1.0, 1),)
    for place in range(MOST_POINTS):
        data = data.with_point((float(place), 0.0, 1))
    assert len(data.points) == MOST_POINTS
    assert data.points[0] == (0.0, 0.0, 1)


def test_the_last_point_of_all_stays():
    assert len(LearningData("own", ((1.0, 1.0, 0),)).without_last().points) == 1


def test_the_hollow_marker_stands_where_the_next_point_would_come():
    state = PerceptronState(LearningData("own"), x1=-1.5, x2=2.0, target=0)
    left, _ = drawn(state)
    assert any(line.get_xydata().tolist() == [[-1.5, 2.0]] for line in left.lines)
