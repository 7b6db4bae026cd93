"""The widgets of lesson 06: the learning rate, the race, noise of batches, and minima."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.losses import mean_squared_error
from nnlib.optimizers import adam_step
from nnlib.widgets import (
    batch_noise_widget,
    learning_rate_widget,
    minima_widget,
    optimizer_race_widget,
)
from nnlib.widgets.batch_noise import BATCH_SIZES, NUM_EPOCHS, Descent
from nnlib.widgets.learning_rate import LearningRateState
from nnlib.widgets.minima import HEIGHT, PLACES, SLOPE, MinimaState, Roll
from nnlib.widgets.optimizer_race import Race
from nnlib.widgets.surfaces import LANDSCAPES

coordinates = st.floats(-2.5, 2.5)


@pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES.keys())
@given(w1=coordinates, w2=coordinates)
def test_the_gradient_of_a_landscape_is_that_of_a_nudge(landscape, w1, w2):
    w, nudge = np.array([w1, w2]), 1e-5
    for axis, direction in enumerate(nudge * np.eye(2)):
        rise = landscape.height(*(w + direction)) - landscape.height(*(w - direction))
        assert landscape.gradient(w)[axis] == pytest.approx(rise / (2 * nudge), abs=1e-6)


@pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES.keys())
def test_the_ground_is_flat_in_the_minima_and_lower_than_beside_them(landscape):
    for minimum in map(np.array, landscape.minima):
        np.testing.assert_allclose(landscape.gradient(minimum), 0.0, atol=2e-3)
        for beside in (minimum + step for step in 0.2 * np.vstack([np.eye(2), -np.eye(2)])):
            assert landscape.height(*minimum) < landscape.height(*beside)


def test_one_step_in_the_bowl_is_the_one_worked_by_hand():
    # w = (-2.2, 1.6), gradient (0.5 · -2.2, 3 · 1.6) = (-1.1, 4.8), η = 0.1.
    state = LearningRateState(learning_rate=0.1, step=1)
    np.testing.assert_allclose(state.path[-1], [-2.09, 1.12])


@pytest.mark.parametrize(
    ("learning_rate", "verdict"),
    [(0.01, "crawls"), (0.3, "A good rate"), (0.5, "zigzags"), (0.7, "diverges")],
)
def test_the_words_judge_the_learning_rate_as_the_path_shows(learning_rate, verdict):
    panel = learning_rate_widget()
    panel.controls["learning_rate"].value = learning_rate
    losses = panel.state.bowl.loss(panel.state.path)
    assert verdict in panel.caption
    assert (losses[-1] > losses[0]) == (verdict == "diverges")


def test_the_racer_adam_makes_the_steps_of_adam():
    race = Race(learning_rate=0.1)
    w, m, v = np.array(race.surface.start), np.zeros(2), np.zeros(2)
    for t in range(1, 6):
        w, m, v = adam_step(w, race.surface.gradient(w), m, v, t, 0.1)
        np.testing.assert_allclose(race.paths["Adam"][t], w)


def test_in_the_long_valley_sgd_is_the_last():
    last = last_losses(optimizer_race_widget())
    assert max(last, key=last.get) == "SGD"


def last_losses(panel):
    return {name: row[-1] for name, row in panel.state.losses(panel.state.paths).items()}


def test_a_right_adam_of_ones_own_walks_as_the_library_does():
    own = optimizer_race_widget(adam_step).state.paths["Adam (yours)"]
    np.testing.assert_allclose(own, Race().paths["Adam"], atol=1e-12)


def test_a_wrong_adam_of_ones_own_walks_elsewhere():
    def forgets_the_correction(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
        m, v = beta1 * m + (1 - beta1) * gradient, beta2 * v + (1 - beta2) * gradient**2
        return params - learning_rate * m / (np.sqrt(v) + eps), m, v

    own = optimizer_race_widget(forgets_the_correction).state.paths["Adam (yours)"]
    assert np.abs(own - Race().paths["Adam"]).max() > 0.5


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (None, "Your step returned NoneType; return the 3 things (params, m, v)."),
        (
            (np.zeros(3), np.zeros(2), np.zeros(2)),
            "Your step returned params of shape (3,); return shape (2,).",
        ),
        ((np.zeros(2), np.zeros(2), [np.nan, 0.0]), "Your step returned NaN or infinity."),
    ],
)
def test_a_useless_step_is_explained_in_the_words(answer, sentence, show):
    def step(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
        return answer

    assert sentence in show(optimizer_race_widget(step))["text/plain"]


def test_another_surface_is_another_race_and_another_step_is_not():
    panel = optimizer_race_widget()
    race = panel.state.race
    panel.controls["step"].value = 3
    assert panel.state.race is race
    panel.controls["surface"].value = LANDSCAPES["saddle"]
    assert panel.state.race.surface is LANDSCAPES["saddle"]
    assert panel.state.step == 3


def test_a_rate_that_is_too_large_for_one_of_them_is_said():
    panel = optimizer_race_widget()
    assert "Diverged" not in panel.caption
    panel.controls["learning_rate"].value = 0.6  # 1 - 0.6 · 4 = -1.4 along the steep direction
    assert "Diverged, for the rate is too large: SGD." in panel.caption


def test_the_leader_is_named_first():
    panel = optimizer_race_widget()
    last = last_losses(panel)
    order = sorted(last, key=last.get)
    places = [panel.caption.index(f" {name} ") for name in order]
    assert places == sorted(places)


def test_an_epoch_has_as_many_steps_as_batches():
    paths = Descent().paths
    for size in BATCH_SIZES:
        assert len(paths[size]) == NUM_EPOCHS
        assert {len(places) - 1 for places in paths[size]} == {32 // size}


def test_the_full_batch_goes_downhill_in_every_step_and_the_order_changes_nothing():
    panel = batch_noise_widget()
    losses = panel.state.loss_after_epochs(32)
    assert (np.diff(losses) < 0).all()
    panel.controls["order"].value = 4
    np.testing.assert_array_equal(panel.state.loss_after_epochs(32), losses)


def test_the_map_shows_the_mean_squared_error():
    descent = Descent()
    X, targets = descent.data
    w = np.array([0.3, -0.8])
    assert float(descent.height(*w)) == pytest.approx(mean_squared_error(X @ w, targets))


def test_the_flat_places_are_what_they_are_called():
    bends = {word: SLOPE.deriv()(place) for place, word in PLACES}
    heights = {word: HEIGHT(place) for place, word in PLACES}
    assert bends["local minimum"] > 0
    assert bends["global minimum"] > 0
    assert bends["maximum"] < 0
    assert bends["saddle"] == pytest.approx(0.0, abs=1e-9)
    assert min(heights, key=heights.get) == "global minimum"


@pytest.mark.parametrize(
    ("start", "momentum", "place"),
    [(-2.9, 0.0, "local minimum"), (-2.9, 0.9, "global minimum"), (3.2, 0.0, "global minimum")],
)
def test_start_and_momentum_decide_where_the_ball_ends(start, momentum, place):
    panel = minima_widget()
    panel.controls["start"].value = start
    panel.controls["momentum"].value = momentum
    assert panel.caption.endswith(f"This is the {place}.")


@pytest.mark.parametrize(
    ("start", "momentum", "place"),
    [(-2.9, 0.8, "local minimum"), (-2.9, 0.95, "global minimum"), (0.0, 0.0, None)],
)
def test_the_ball_ends_where_the_lesson_says(start, momentum, place):
    end = MinimaState(Roll(start, momentum)).path[-1]
    if place is None:  # it crawls before the saddle
        assert 0.0 < end < 0.7
    else:
        assert end == pytest.approx({word: w for w, word in PLACES}[place], abs=0.15)


def test_of_two_minima_only_momentum_reaches_the_deeper_one():
    panel = optimizer_race_widget()
    panel.controls["surface"].value = LANDSCAPES["two minima"]
    assert [name for name, loss in last_losses(panel).items() if loss < 0] == ["Momentum"]


def test_without_momentum_the_ball_makes_the_steps_of_gradient_descent():
    path = MinimaState(Roll(1.5), step=1).path
    assert path[1] == pytest.approx(1.5 - 0.03 * SLOPE(1.5))
