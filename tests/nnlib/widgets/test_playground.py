"""The playground: each frame is made of the one before, and nothing piles up."""

from dataclasses import replace

import numpy as np
import pytest

from nnlib.widgets import playground_widget
from nnlib.widgets.playground import EPOCHS_A_FRAME, PlaygroundState, next_frame
from nnlib.widgets.playground_training import (
    DATA_SETS,
    LAST_EPOCH,
    OPTIMIZERS,
    REGULARIZATIONS,
    advanced,
)


def trained(epochs, **choices):
    return PlaygroundState(**choices).advanced(epochs)


def test_a_step_leaves_the_state_before_as_it_was():
    before = trained(10)
    params, losses = before.training.network.params.copy(), before.training.loss.copy()
    after = next_frame(before)
    np.testing.assert_array_equal(before.training.network.params, params)
    np.testing.assert_array_equal(before.training.loss, losses)
    assert after.training.epoch == 10 + EPOCHS_A_FRAME


def test_the_same_state_always_leads_to_the_same_next_one():
    state = trained(10, regularization="dropout, p = 0.2")
    first, second = next_frame(state).training, next_frame(state).training
    np.testing.assert_array_equal(first.network.params, second.network.params)
    np.testing.assert_array_equal(first.loss, second.loss)


def test_the_losses_of_earlier_frames_are_kept():
    state = trained(10)
    np.testing.assert_array_equal(next_frame(state).training.loss[:10], state.training.loss)


@pytest.mark.parametrize("data_set", DATA_SETS)
def test_a_fitting_network_learns_every_data_set(data_set):
    state = trained(
        400, data_set=data_set, noise=0.0, num_layers=3, num_units=10, activation="relu"
    )
    assert state.training.accuracy(state.training.train) > 0.95


def test_without_a_hidden_layer_xor_stays_out_of_reach():
    training = trained(300, data_set="XOR", noise=0.1, num_layers=0).training
    assert training.accuracy(training.train) < 0.8


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_brings_the_loss_down(optimizer):
    losses = trained(60, optimizer=optimizer, learning_rate=0.03).training.loss
    assert losses[-1] < losses[0]


@pytest.mark.parametrize("name", [name for name in REGULARIZATIONS if "0.03" in name])
def test_a_penalty_leaves_smaller_weights(name):
    with_penalty, without = trained(200, regularization=name), trained(200)
    sizes = [np.abs(state.training.network.params).sum() for state in (with_penalty, without)]
    assert sizes[0] < sizes[1]


def test_an_infinite_loss_ends_the_training_in_words_and_not_in_a_warning():
    before = trained(5, optimizer="SGD", activation="relu").training
    after = advanced(before, 5, learning_rate=1e200, penalty=None)
    assert after.diverged
    assert after.over
    assert after.epoch == 5
    np.testing.assert_array_equal(after.network.params, before.network.params)
    assert advanced(after, 5, learning_rate=0.01, penalty=None) is after


def test_after_the_last_epoch_nothing_more_happens():
    state = trained(LAST_EPOCH + 50)
    assert state.training.epoch == LAST_EPOCH
    assert next_frame(state).training is state.training


@pytest.mark.parametrize(
    ("name", "value"), [("learning_rate", 0.3), ("regularization", "L2, λ = 0.03")]
)
def test_training_goes_on_under_another_rate_or_penalty(name, value):
    panel = playground_widget()
    epoch = panel.state.training.epoch
    panel.controls[name].value = value
    assert panel.state.training.epoch == epoch > 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("data_set", "XOR"),
        ("noise", 0.0),
        ("num_layers", 1),
        ("num_units", 3),
        ("activation", "relu"),
        ("optimizer", "SGD"),
        ("regularization", "dropout, p = 0.2"),
        ("draw", 4),
    ],
)
def test_any_other_choice_begins_anew(name, value):
    panel = playground_widget()
    panel.controls[name].value = value
    assert panel.state.training.epoch == 0
    assert "Nothing is learnt yet" in panel.caption


def test_nothing_is_trained_before_it_is_shown():
    assert "training" not in vars(playground_widget().state)


def test_each_tick_is_one_frame_however_far_the_clock_has_run():
    panel = playground_widget()
    panel.actions["reset"].click()
    for count in (1, 2, 40):  # 37 ticks found the kernel busy: they are not made up for
        panel.actions["play"].value = count
    assert panel.state.training.epoch == 3 * EPOCHS_A_FRAME


def test_step_goes_on_reset_and_stop_begin_again():
    panel = playground_widget()
    first = panel.state.restarted().training.network.params
    for begin_again in (panel.actions["reset"].click, lambda: stop(panel)):
        panel.actions["step"].click()
        assert panel.state.training.epoch > 0
        begin_again()
        assert panel.state.training.epoch == 0
        np.testing.assert_array_equal(panel.state.training.network.params, first)


def stop(panel):
    panel.actions["play"].value = 7
    panel.actions["play"].value = 0


def test_reset_pauses_and_the_end_pauses_too():
    panel = playground_widget()
    panel.actions["play"].playing = True
    panel.actions["reset"].click()
    assert not panel.actions["play"].playing
    panel.state = replace(panel.state, made=panel.state.advanced(LAST_EPOCH).training)
    panel.actions["play"].playing = True
    panel.actions["play"].value = 1
    assert not panel.actions["play"].playing


def test_the_words_tell_guessing_from_learning_from_overfitting():
    def words(**choices):
        panel = playground_widget()
        panel.state = trained(400, **choices)
        return panel.caption

    assert "hardly better than guessing" in words(
        activation="sigmoid", num_layers=4, optimizer="SGD"
    )
    assert "near their lowest" in words(data_set="two clouds", noise=0.1, learning_rate=0.003)
    assert "Worse than guessing" in words(optimizer="SGD", learning_rate=10.0)
    assert "overfitting" in words(noise=0.5, num_units=10, num_layers=3)


def test_unknown_data_are_refused():
    with pytest.raises(ValueError, match="data_set must be one of"):
        playground_widget("squares")


def played(num_frames, **choices):
    state = PlaygroundState(**choices)
    for _ in range(num_frames):
        state = next_frame(state)
    return state.training


@pytest.mark.parametrize(("num_units", "closed"), [(2, False), (3, True)])
def test_three_neurons_close_the_ring_and_two_do_not_as_the_lesson_says(num_units, closed):
    training = played(80, data_set="circles", noise=0.1, num_layers=1, num_units=num_units)
    angles = np.linspace(0, 2 * np.pi, 90)
    around = 2.0 * np.column_stack([np.cos(angles), np.sin(angles)])
    assert training.network.predict([[0, 0]])[0, 0] > 0
    assert bool((training.network.predict(around) < 0).all()) == closed
    assert (training.accuracy(training.validation) > 0.9) == closed


def test_a_small_penalty_keeps_the_validation_loss_low_as_the_lesson_says():
    free, held = played(100), played(100, regularization="L2, λ = 0.003")
    assert 100 < free.validation_loss.argmin() < 250
    assert free.validation_loss[-1] > 1.3 * free.validation_loss.min()
    assert held.validation_loss[-1] < free.validation_loss[-1]


@pytest.mark.parametrize(
    ("change", "learns"),
    [
        ({}, False),
        ({"num_units": 10}, False),
        ({"regularization": "L2, λ = 0.03"}, False),
        ({"activation": "tanh"}, True),
        ({"activation": "relu"}, True),
        ({"optimizer": "Adam"}, True),
    ],
    ids=str,
)
def test_four_sigmoid_layers_learn_only_after_the_changes_that_the_lesson_names(change, learns):
    choices = {"optimizer": "SGD", "activation": "sigmoid", "num_layers": 4} | change
    assert (played(100, **choices).loss[-1] < 0.5) == learns
