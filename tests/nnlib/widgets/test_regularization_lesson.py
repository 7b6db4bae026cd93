"""The widgets of lesson 07: overfitting and what helps, and how deep networks start."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib.by_hand.regularization import he_weights, xavier_weights
from nnlib.layers import BatchNorm
from nnlib.losses import mean_squared_error
from nnlib.widgets import (
    batch_norm_widget,
    dropout_widget,
    early_stopping_widget,
    initialization_widget,
    overfitting_widget,
    weight_decay_widget,
)
from nnlib.widgets.batch_norm import BatchNormState
from nnlib.widgets.dropout import LAST_BATCH, SIZES, DropoutState, draw_dropout
from nnlib.widgets.early_stopping import NUM_EPOCHS, PATIENCES, EarlyStoppingState
from nnlib.widgets.initialization import InitializationState
from nnlib.widgets.overfitting import HIGHEST_DEGREE, Fits, OverfittingState
from nnlib.widgets.weight_decay import STRENGTHS, Shrinking, WeightDecayState


@pytest.mark.parametrize("draw", range(3))
def test_a_higher_degree_never_has_a_higher_training_error(draw):
    training, _ = Fits(draw=draw).errors
    assert (np.diff(training) < 1e-9).all()


def test_the_highest_degrees_are_wrong_about_new_points():
    _, validation = Fits().errors
    assert validation[HIGHEST_DEGREE] > 3 * validation.min()


def test_more_points_help_against_overfitting():
    few, many = (Fits(num_samples=count).errors[1][9] for count in (12, 100))
    assert many < few / 2


@pytest.mark.parametrize(
    ("degree", "verdict"), [(0, "Underfitting"), (3, "Both errors are low"), (9, "Overfitting")]
)
def test_the_words_tell_stiff_from_right_from_wild(degree, verdict):
    panel = overfitting_widget()
    panel.controls["degree"].value = degree
    assert verdict in panel.caption


def test_another_degree_keeps_the_points_and_another_draw_keeps_the_degree():
    panel = overfitting_widget()
    fits = panel.state.fits
    panel.controls["degree"].value = 4
    assert panel.state.fits is fits
    panel.controls["draw"].value = 3
    assert panel.state == OverfittingState(Fits(draw=3), degree=4)


@pytest.mark.parametrize("penalty", ["L1", "L2"])
def test_a_stronger_penalty_leaves_smaller_weights_and_a_larger_training_error(penalty):
    shrinking = Shrinking(penalty)
    sums = np.abs(shrinking.weights).sum(axis=1) if penalty == "L1" else (
        (shrinking.weights**2).sum(axis=1)
    )  # fmt: skip
    assert (np.diff(sums) < 0).all()
    assert (np.diff(shrinking.errors[0]) > -1e-6).all()


def test_l1_brings_useless_weights_to_zero_where_l2_only_shrinks_them():
    zeros = {
        penalty: int((np.abs(WeightDecayState(Shrinking(penalty)).weights) < 0.02).sum())
        for penalty in ("L1", "L2")
    }
    assert zeros["L1"] >= 5
    assert zeros["L2"] <= 1


def test_without_a_penalty_the_weights_are_those_of_least_squares():
    shrinking = Shrinking()
    X, targets = shrinking.data[0]
    best, *_ = np.linalg.lstsq(X, targets, rcond=None)
    least = mean_squared_error(X @ best, targets)
    assert shrinking.errors[0][STRENGTHS.index(0.0)] == pytest.approx(least, abs=0.02)


def test_the_words_count_the_weights_that_are_almost_zero():
    panel = weight_decay_widget()
    panel.controls["penalty"].value = "L1"
    silent = int((np.abs(panel.state.weights) < 0.02).sum())
    assert f"{silent} of 10 weights are almost 0" in panel.caption


def test_the_silent_neurons_of_the_picture_are_those_of_the_mask():
    state = DropoutState(p=0.5, batch=3)
    figure = Figure()
    draw_dropout(state, figure)
    words = [text.get_text() for text in figure.axes[0].texts]
    assert words.count("off") == len(state.silent) == sum(int((m == 0).sum()) for m in state.masks)


def test_those_that_speak_are_scaled_by_one_over_the_share_that_is_kept():
    masks = np.concatenate([np.concatenate(DropoutState(p=0.2, batch=b).masks) for b in range(99)])
    np.testing.assert_allclose(np.unique(masks), [0.0, 1.25])
    assert masks.mean() == pytest.approx(1.0, abs=0.05)


def test_in_evaluation_all_neurons_are_on_and_the_batch_changes_nothing():
    panel = dropout_widget()
    panel.controls["training"].value = False
    before = panel.caption
    panel.controls["batch"].value = LAST_BATCH
    assert panel.state.silent == []
    assert panel.caption == before


def test_every_hidden_layer_has_a_mask_and_neither_inputs_nor_outputs_do():
    state = DropoutState(p=0.9)
    assert [mask.shape for mask in state.masks] == [(size,) for size in SIZES[1:-1]]
    assert {layer for layer, _ in state.silent} <= {1, 2}


@pytest.mark.parametrize("patience", PATIENCES)
def test_the_best_epoch_is_the_lowest_before_the_stop(patience):
    state = EarlyStoppingState(patience=patience)
    stop, best = state.stop_and_best
    assert best == state.validation_loss[:stop].argmin() + 1
    assert stop in (best + patience, NUM_EPOCHS)


def test_too_little_patience_misses_the_best_epoch_and_the_words_say_so():
    panel = early_stopping_widget()
    panel.controls["patience"].value = 1
    assert "Too impatient" in panel.caption
    panel.controls["patience"].value = 80
    assert "Too impatient" not in panel.caption


def test_a_patience_of_20_finds_the_epoch_that_the_lesson_names():
    assert EarlyStoppingState(patience=20).stop_and_best[1] == 81


def test_the_weights_of_an_epoch_give_back_its_validation_loss():
    training = EarlyStoppingState().training
    X, targets = training.data[1]
    logits = training.network_after(20).predict(X)[:, 0]
    loss = np.mean(np.logaddexp(0.0, logits) - targets * logits)
    assert loss == pytest.approx(training.run[0].validation_loss[19])


def test_another_patience_trains_no_second_time():
    panel = early_stopping_widget()
    training = panel.state.training
    panel.controls["patience"].value = 40
    assert panel.state.training is training


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (InitializationState(), "vanishes"),
        (InitializationState("relu", "He"), "keeps its size"),
        (InitializationState("tanh", "Xavier (Glorot)"), "keeps its size"),
        (InitializationState("relu", "normal, deviation 0.01"), "vanishes"),
        (InitializationState("sigmoid", "zeros"), "never learns"),
        (InitializationState(batch_norm=True), "keeps its size"),
    ],
    ids=str,
)
def test_first_weights_and_activation_decide_whether_the_gradient_arrives(state, verdict):
    panel = initialization_widget()
    for name, control in panel.controls.items():
        control.value = getattr(state, name)
    assert verdict in panel.caption


def test_there_is_one_number_for_each_layer():
    deviations, norms = InitializationState(num_layers=7, batch_norm=True).sizes
    assert deviations.shape == norms.shape == (7,)


def test_weights_that_are_too_large_saturate_or_explode():
    deviations, _ = InitializationState("relu", "normal, deviation 1", num_layers=20).sizes
    assert deviations[-1] > 1e6 * deviations[0]


def test_ones_own_rules_stand_first_in_the_menu():
    panel = initialization_widget(xavier_weights, he_weights)
    names = [name for name, _ in panel.controls["initializer"].options]
    assert names[:3] == ["xavier_weights (yours)", "he_weights (yours)", "Xavier (Glorot)"]
    assert panel.state.initializer == names[0]


def test_weights_without_measure_are_told_in_a_sentence():
    def huge(n):
        return 1e300 * n

    panel = initialization_widget(huge)
    panel.controls["activation"].value = "relu"
    assert panel.caption == "With the weights of huge (yours) the signal grows beyond all numbers."
    assert panel.png()


def test_training_gives_every_batch_the_mean_beta_and_the_deviation_gamma():
    after = BatchNormState(centre=-4.0, spread=0.7, gamma=2.0, beta=1.5).after
    assert after.mean() == pytest.approx(1.5)
    assert after.std() == pytest.approx(2.0, rel=1e-4)


def test_evaluation_goes_by_the_running_statistics():
    # Running mean 3 and deviation 2: a batch around 5 of deviation 1 becomes 1 ± 0.5.
    after = BatchNormState(centre=5.0, spread=1.0, training=False).after
    assert (after.mean(), after.std()) == pytest.approx((1.0, 0.5), rel=1e-4)


def test_the_numbers_are_those_of_the_layer_in_training():
    state = BatchNormState(centre=1.0)
    layer = BatchNorm(1)
    expected = layer.forward(state.before[:, np.newaxis])[:, 0]
    np.testing.assert_allclose(state.after, expected)


def test_the_words_name_the_statistics_that_were_used():
    panel = batch_norm_widget()
    assert "this batch's own mean and variance" in panel.caption
    panel.controls["training"].value = False
    assert "the running mean 3 and deviation 2" in panel.caption
