"""The widgets of lesson 05: chain rule, backpropagation, the walk down and saturation."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.backprop import feed_forward
from nnlib.by_hand.two_layers import backprop_sample
from nnlib.losses import quadratic_cost
from nnlib.widgets import backprop_widget, chain_rule_widget, descent_widget, saturation_widget
from nnlib.widgets.backprop import LAST_STEP, BackpropState, draw_backprop
from nnlib.widgets.chain_rule import NUDGE, ChainRuleState, draw_chain_rule
from nnlib.widgets.descent import DescentState
from nnlib.widgets.saturation import SaturationState
from nnlib.widgets.small_network import BIASES, PARAMETERS, WEIGHTS


def drawn(draw, state):
    figure = Figure()
    draw(state, figure)
    return figure.axes


def test_the_three_slopes_are_those_worked_by_hand():
    # w = 0, b = 0: z = 0, a = 0.5; a - y = 0.5, σ'(0) = 0.25, x = 2; product 0.25.
    state = ChainRuleState(x=2.0, weight=0.0, bias=0.0, target=0.0)
    assert state.factors == pytest.approx((0.5, 0.25, 2.0))
    assert state.slope == pytest.approx(0.25)
    assert state.loss == pytest.approx(0.125)


@pytest.mark.parametrize("weight", [-3.0, 0.0, 0.8, 2.5])
def test_a_small_nudge_does_what_the_chain_rule_says(weight):
    state = ChainRuleState(weight=weight)
    assert state.measured_change == pytest.approx(NUDGE * state.slope, abs=1e-7)


def test_the_bars_are_the_slopes_and_their_product():
    state = ChainRuleState()
    bars = [bar.get_height() for bar in drawn(draw_chain_rule, state)[0].patches]
    assert bars == pytest.approx([*state.factors, state.slope])


def test_an_input_of_zero_gives_no_gradient():
    panel = chain_rule_widget()
    panel.controls["x"].value = 0.0
    assert "· (0) = 0." in panel.caption


@pytest.mark.parametrize("layer", [0, 1])
def test_the_gradients_of_the_picture_are_those_of_a_nudge(layer):
    state, nudge = BackpropState(), 1e-6
    for place in np.ndindex(WEIGHTS[layer].shape):
        higher, lower = (cost_with(state, layer, place, way * nudge) for way in (1, -1))
        slope = (higher - lower) / (2 * nudge)
        assert state.trace.weight_gradients[layer][place] == pytest.approx(slope, abs=1e-8)


def cost_with(state, layer, place, nudge):
    weights = [weight.copy() for weight in WEIGHTS]
    weights[layer][place] += nudge
    _, activations = feed_forward([state.x1, state.x2], weights, BIASES)
    return quadratic_cost(activations[-1], [state.target])


def test_the_errors_appear_from_the_output_backwards():
    def count_of(mark, step):
        (ax,) = drawn(draw_backprop, BackpropState(step=step))
        return sum(text.get_text().startswith(mark) for text in ax.texts)

    assert [count_of("δ", step) for step in range(LAST_STEP + 1)] == [0, 0, 0, 1, 3, 3, 3]
    assert [count_of("∂w", step) for step in range(LAST_STEP + 1)] == [0, 0, 0, 0, 0, 0, 6]


@pytest.mark.parametrize(("step", "name"), [(3, "BP1"), (4, "BP2"), (5, "BP3"), (6, "BP4")])
def test_each_step_back_names_its_equation_with_numbers(step, name):
    panel = backprop_widget()
    panel.controls["step"].value = step
    assert panel.caption.startswith(f"{name}: ")


def test_bp1_is_written_with_the_numbers_of_the_pass():
    # a³ = 0.561, σ'(z³) = 0.561 · 0.439 = 0.246; δ³ = (0.561 - 1) · 0.246 = -0.108.
    panel = backprop_widget()
    panel.controls["step"].value = 3
    assert "(0.561 − 1) · σ′(0.247) = [−0.108]" in panel.caption


@pytest.mark.parametrize("step", [3, 4, 5, 6])
def test_ones_own_gradients_agree_with_nudges_when_they_are_right(step):
    panel = backprop_widget(backprop_sample)
    panel.controls["step"].value = step
    assert "Your backprop_sample says" in panel.caption
    assert "measure the same" in panel.caption
    assert ", but" not in panel.caption


def test_ones_own_wrong_gradient_stands_beside_the_measured_one():
    def without_slope(x, target, parameters):
        W2, b2, W3, b3 = backprop_sample(x, target, parameters)
        return W2, 2 * b2, W3, b3

    panel = backprop_widget(without_slope)
    panel.controls["step"].value = 5
    # ∂C/∂b² = [-0.0174, 0.0129] in the lesson's tables
    assert "says ∂C/∂b² = [−0.0348, 0.0258], but nudges of b² measure [−0.0174, 0.0129]." in (
        panel.caption
    )
    assert "Nudges of b³ measure the same." in panel.caption


def test_ones_own_function_cannot_spoil_the_network_of_the_picture():
    def spoiling(x, target, parameters):
        gradients = backprop_sample(x, target, parameters)
        for part in (x, target, *parameters):
            part += 1.0
        return gradients

    before = [part.copy() for part in PARAMETERS]
    assert "the same" in backprop_widget(spoiling).caption
    for part, was in zip(PARAMETERS, before, strict=True):
        np.testing.assert_array_equal(part, was)


def test_the_walker_goes_against_the_slope():
    # w = -4: slope -8, step -0.1 · (-8) = 0.8. w = -3.2: slope -6.4, step 0.64.
    np.testing.assert_allclose(DescentState(step=2).path, [-4.0, -3.2, -2.56])


@pytest.mark.parametrize(
    ("learning_rate", "verdict"),
    [(0.02, "crawls"), (0.3, "arrived"), (1.0, "never arrives"), (1.2, "diverges")],
)
def test_the_learning_rate_decides_how_the_walk_ends(learning_rate, verdict):
    panel = descent_widget()
    panel.controls["learning_rate"].value = learning_rate
    panel.controls["step"].value = 20
    assert verdict in panel.caption


def test_a_walk_of_ones_own_is_followed_even_when_it_goes_uphill():
    def uphill(gradient, start, learning_rate, num_steps):
        places = [start]
        for _ in range(num_steps):
            places.append(places[-1] + learning_rate * gradient(places[-1]))
        return np.array(places)

    panel = descent_widget(uphill)
    np.testing.assert_allclose(panel.state.path[:2], [-4.0, -4.8])
    assert "diverges" in panel.caption


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "Your walk returned NoneType; return numbers."),
        (np.zeros((20, 1)), "returned shape (20, 1); return the start and the place after each"),
        ([np.inf], "Your walk returned NaN or infinity."),
    ],
)
def test_a_useless_walk_is_explained_in_the_words(answer, sentence, show):
    def walk(gradient, start, learning_rate, num_steps):
        return answer

    assert sentence in show(descent_widget(walk))["text/plain"]


def test_every_layer_multiplies_the_error_by_the_slope():
    # σ'(0) = 1/4: three layers leave 1/64, 1/16 and 1/4.
    state = SaturationState(z=0.0, num_layers=3)
    np.testing.assert_allclose(state.shares, [1 / 64, 1 / 16, 1 / 4])


def test_a_relu_that_fires_lets_the_whole_error_through():
    panel = saturation_widget()
    panel.controls["activation"].value = dict(panel.controls["activation"]._options_full)["relu"]
    assert (panel.state.shares == 1.0).all()
    assert "1^6 = 1 of it is left" in panel.caption
