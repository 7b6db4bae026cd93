"""The perceptron: its rule by hand, and what it does on data that a line separates."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib.by_hand.xor import boundary_line
from nnlib.data import blobs, linearly_separable
from nnlib.gates import truth_table
from nnlib.perceptron import count_mistakes, fit, predict, train, train_epoch, update_weights

SEPARABLE_GATES = ["and", "or", "nand", "nor", "not"]
seeds = st.integers(0, 2**32 - 1).map(np.random.default_rng)
# Binary fractions, so that sums are exact and a net input of 0 is 0 in any order.
binary_fractions = st.integers(-8, 8).map(lambda k: k / 4)


def test_a_net_input_of_zero_is_a_no():
    # 1 · 1 + 1 · 1 - 2 = 0, and step(0) = 0
    assert predict([1, 1], [1, 1], -2) == 0
    assert predict([1, 1], [1, 1], -1.75) == 1


def test_a_batch_is_answered_row_by_row():
    np.testing.assert_array_equal(predict([[0, 0], [0, 1], [1, 1]], [1, 1], -0.5), [0, 1, 1])


def test_a_sample_that_was_missed_pulls_the_weights_towards_it():
    # y = step(0) = 0, e = 1 - 0 = 1;  w = 0 + 0.5 · 1 · (2, -4) = (1, -2);  b = 0 + 0.5
    weights, bias = update_weights([0, 0], 0, [2, -4], 1, 0.5)
    np.testing.assert_array_equal(weights, [1, -2])
    assert bias == 0.5


def test_a_false_alarm_pushes_the_weights_away():
    # z = 1 · 2 + 1 · 3 + 1 = 6, y = 1, e = 0 - 1 = -1;  w = (1, 1) - 0.25 · (2, 3);  b = 1 - 0.25
    weights, bias = update_weights([1, 1], 1, [2, 3], 0, 0.25)
    np.testing.assert_array_equal(weights, [0.5, 0.25])
    assert bias == 0.75


@given(w=binary_fractions, b=binary_fractions, x=binary_fractions)
def test_a_right_answer_changes_nothing(w, b, x):
    weights, bias = update_weights([w], b, [x], predict([x], [w], b), 0.5)
    assert (weights[0], bias) == (w, b)


def test_an_update_leaves_its_arguments_alone():
    weights, x = np.zeros(2), np.ones(2)
    update_weights(weights, 0.0, x, 1, 1.0)
    np.testing.assert_array_equal(weights, [0, 0])
    np.testing.assert_array_equal(x, [1, 1])


def test_float32_stays_float32():
    x = np.ones(2, dtype=np.float32)
    assert update_weights(x, 0.0, -x, 1, 0.1)[0].dtype == np.float32
    assert train(x[np.newaxis], [1], 0.1, 3)[0].dtype == np.float32


def test_count_mistakes_by_hand():
    # An OR neuron on AND's targets: 0 0 0 1 against 0 1 1 1, two differ
    assert count_mistakes(*truth_table("and"), [1, 1], -0.5) == 2


def test_an_epoch_of_and_by_hand():
    # 00: y=0, t=0 · 01: y=0, t=0 · 10: y=0, t=0 · 11: y=step(0)=0, t=1: w=(1, 1), b=1
    weights, bias, mistakes = train_epoch(*truth_table("and"), [0, 0], 0, 1)
    np.testing.assert_array_equal(weights, [1, 1])
    assert (bias, mistakes) == (1, 1)
    # 00: z=1, y=1, t=0: b=0 · 01: z=1, y=1, t=0: w=(1, 0), b=-1 · 10: z=0, y=0, t=0
    # 11: z=0, y=0, t=1: w=(2, 1), b=0
    weights, bias, mistakes = train_epoch(*truth_table("and"), weights, bias, 1)
    np.testing.assert_array_equal(weights, [2, 1])
    assert (bias, mistakes) == (0, 3)


def test_the_order_of_the_samples_matters():
    X, targets = truth_table("and")
    backwards, _, _ = train_epoch(X[::-1], targets[::-1], [0, 0], 0, 1)
    # 11: w=(1, 1), b=1 · 10: z=2, t=0: w=(0, 1), b=0 · 01: z=1, t=0: w=(0, 0), b=-1 · 00: z=-1
    np.testing.assert_array_equal(backwards, [0, 0])


@pytest.mark.parametrize("gate", SEPARABLE_GATES)
@pytest.mark.parametrize("learning_rate", [0.1, 0.25, 1])
def test_every_separable_gate_is_learnt(gate, learning_rate):
    X, targets = truth_table(gate)
    weights, bias, mistakes = train(X, targets, learning_rate, 50)
    assert mistakes[-1] == 0
    assert count_mistakes(X, targets, weights, bias) == 0


@given(rng=seeds, learning_rate=st.floats(0.01, 10))
@settings(max_examples=20)
def test_separable_points_are_learnt_with_any_learning_rate(rng, learning_rate):
    X, targets, *_ = linearly_separable(20, rng=rng)
    weights, bias, _ = train(X, targets, learning_rate, 2000)
    assert count_mistakes(X, targets, weights, bias) == 0


@given(rng=seeds)
@settings(max_examples=20)
def test_novikoffs_bound_on_the_number_of_mistakes_holds(rng):
    X, targets, weights, bias = linearly_separable(10, rng=rng, margin=0.3)
    *_, mistakes = train(X, targets, 1.0, 5000)
    # With the bias as a weight of a constant input 1: mistakes ≤ (R ‖(w, b)‖ / margin)²
    radius_squared = ((X**2).sum(axis=1) + 1).max()
    assert sum(mistakes) <= radius_squared * (weights @ weights + bias**2) / 0.3**2


def test_training_stops_after_the_first_epoch_without_a_mistake():
    *_, mistakes = train(*truth_table("or"), 1, 100)
    assert mistakes.index(0) == len(mistakes) - 1
    history = fit(*truth_table("or"), learning_rate=1, num_epochs=100)
    assert history.mistakes == tuple(mistakes)


def test_training_gives_up_after_the_last_epoch():
    *_, mistakes = train(*truth_table("xor"), 1, 30)
    assert len(mistakes) == 30
    assert min(mistakes) > 0


@given(rng=seeds, num_epochs=st.integers(1, 5))
@settings(max_examples=20)
def test_fit_in_the_given_order_is_train_with_a_memory(rng, num_epochs):
    X, targets = blobs(6, rng=rng, distance=1)
    weights, bias, mistakes = train(X, targets, 0.5, num_epochs)
    history = fit(X, targets, learning_rate=0.5, num_epochs=num_epochs)
    np.testing.assert_array_equal(history.weights, weights)
    assert (history.bias, list(history.mistakes)) == (bias, mistakes)
    assert history.converged == (mistakes[-1] == 0)


def test_the_history_can_be_followed_step_by_step():
    X, targets = truth_table("and")
    history = fit(X, targets, learning_rate=1, num_epochs=20)
    weights, bias = np.zeros(2), 0.0
    for step in history.steps:
        assert step.prediction == predict(X[step.sample], weights, bias)
        assert step.target == targets[step.sample]
        weights, bias = update_weights(weights, bias, X[step.sample], step.target, 1)
        np.testing.assert_array_equal(step.weights, weights)
        assert step.bias == bias
    np.testing.assert_array_equal(history.weights, weights)
    assert len(history.steps) == 4 * len(history.mistakes)


def test_with_a_generator_each_epoch_visits_every_sample_in_an_order_of_its_own():
    X, targets = truth_table("xor")
    history = fit(X, targets, learning_rate=1, num_epochs=10, rng=np.random.default_rng(0))
    visits = np.array([step.sample for step in history.steps]).reshape(10, 4)
    np.testing.assert_array_equal(np.sort(visits, axis=1), [[0, 1, 2, 3]] * 10)
    assert len(np.unique(visits, axis=0)) > 1
    again = fit(X, targets, learning_rate=1, num_epochs=10, rng=np.random.default_rng(0))
    assert [step.sample for step in again.steps] == visits.ravel().tolist()


def test_a_history_cannot_be_rewritten():
    history = fit(*truth_table("or"), learning_rate=1, num_epochs=5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        history.bias = 0
    with pytest.raises(dataclasses.FrozenInstanceError):
        history.steps[0].bias = 0


def test_the_boundary_line_by_hand():
    # 2 x1 + 4 x2 - 6 = 0  is  x2 = -0.5 x1 + 1.5
    assert boundary_line([2, 4], -6) == (-0.5, 1.5)


@given(rng=seeds, x1=st.floats(-5, 5))
def test_on_the_boundary_the_net_input_is_zero(rng, x1):
    _, _, weights, bias = linearly_separable(1, rng=rng)
    slope, intercept = boundary_line(weights, bias)
    z = weights @ [x1, slope * x1 + intercept] + bias
    assert z == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: boundary_line([2, 0], -3), r"weights\[1\] is 0, so the line is upright, x1 = 1.5"),
        (lambda: boundary_line([0, 0], 1), r"weights\[1\] is 0, so there is no line"),
        (lambda: boundary_line([1, 2, 3], 1), r"weights must have the shape \(2,\); \(3,\) came"),
        (lambda: predict([1, 2, 3], [1, 2], 0), r"x must have the shape \(2,\); \(3,\) came"),
        (lambda: predict([[1]], [1, 2], 0), r"x must have the shape \(m, 2\); \(1, 1\) came"),
        (lambda: predict(1, [1], 0), r"x must have the shape \(1,\); \(\) came"),
        (lambda: update_weights([0], 0, [1], 1, 0), "learning_rate must be above 0; 0 came"),
        (lambda: update_weights([0], 0, [1], 1, -1), "learning_rate must be above 0; -1 came"),
        (lambda: train([[1], [2]], [1], 1, 1), r"targets must have the shape \(2,\); \(1,\) came"),
        (lambda: train([[1], [2]], [-1, 1], 1, 1), r"targets must be 0 or 1 each; \[-1.0, 1.0\]"),
        (lambda: train([1, 2], [0, 1], 1, 1), r"X must have the shape \(m, n\); \(2,\) came"),
        (lambda: train([[1]], [1], 1, 0), "num_epochs must be a whole number of at least 1; 0"),
        (lambda: fit([[1]], [1], learning_rate=1, num_epochs=1.5), "num_epochs .*; 1.5 came"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
