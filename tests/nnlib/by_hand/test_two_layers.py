import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand import two_layers
from nnlib.by_hand.gradient_proof import central_differences, relative_error
from nnlib.by_hand.two_layers import cost_of_packed, packed
from nnlib.gates import truth_table

sizes = st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 3))
SMALL = np.array([[0.0]]), np.array([0.0]), np.array([[8.0]]), np.array([-4.0])


def drawn(shape, num_samples, seed):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(num_samples, shape[0]))
    return X, rng.uniform(size=(num_samples, shape[2])), two_layers.draw_parameters(shape, rng=rng)


def test_one_sample_by_hand():
    # z2 = 0, a2 = 1/2, z3 = 8 · 1/2 - 4 = 0, a3 = 1/2; d3 = -1/2 · 1/4 = -1/8
    # d2 = 8 · (-1/8) · 1/4 = -1/4; W2: d2 · 1; W3: d3 · 1/2 = -1/16
    gradients = two_layers.backprop_sample([1.0], [1.0], SMALL)
    assert [g.item() for g in gradients] == [-1 / 4, -1 / 4, -1 / 16, -1 / 8]


def test_one_step_by_hand():
    # each parameter minus 4 times its gradient of above
    new = two_layers.minibatch_update([[1.0]], [[1.0]], SMALL, 4)
    assert [p.item() for p in new] == [1, 1, 8.25, -3.5]


def test_one_step_of_two_hidden_neurons_by_hand():
    # z2 = (1 - 1, 2 - 2), z3 = 4/2 - 2/2 - 1 = 0; d3 = (1/2 - 1) · 1/4 = -1/8
    # d2 = (4 · -1/8, -2 · -1/8) · 1/4 = (-1/8, 1/16); 16 times the gradients is (-2, 1) for d2
    # and its weights, -2 for d3 and -1 for its weights
    parameters = [[1, -1], [2, -2]], [0, 0], [[4, -2]], [-1]
    W2, b2, W3, b3 = two_layers.minibatch_update([[1, 1]], [[1]], parameters, 16)
    np.testing.assert_array_equal(W2, [[3, 1], [1, -3]])
    np.testing.assert_array_equal(b2, [2, -1])
    np.testing.assert_array_equal(W3, [[5, -1]])
    np.testing.assert_array_equal(b3, [1])


@given(sizes, st.integers(0, 10**6))
def test_the_gradients_are_those_that_are_measured(shape, seed):
    X, targets, parameters = drawn(shape, 1, seed)
    gradients = packed(two_layers.backprop_sample(X[0], targets[0], parameters))
    cost = cost_of_packed(X[0], targets[0], parameters)
    assert relative_error(gradients, central_differences(cost, packed(parameters))) < 1e-6


@given(sizes, st.integers(1, 5), st.integers(0, 10**6))
def test_a_batch_steps_by_the_mean_of_its_samples_gradients(shape, num_samples, seed):
    X, targets, parameters = drawn(shape, num_samples, seed)
    each = [
        packed(two_layers.backprop_sample(x, target, parameters))
        for x, target in zip(X, targets, strict=True)
    ]
    new = two_layers.minibatch_update(X, targets, parameters, 0.5)
    np.testing.assert_allclose(packed(new), packed(parameters) - 0.5 * np.mean(each, axis=0))


def test_batch_gradients_by_hand():
    # 1 · (1, 0) and 3 · (1, 2): mean (2, 3); mean of 1 and 3: 2
    weight, bias = two_layers.batch_gradients([[1], [3]], [[1, 0], [1, 2]])
    assert weight.tolist() == [[2, 3]]
    assert bias.tolist() == [2]


@given(st.integers(1, 7), st.integers(1, 9))
def test_an_epoch_updates_on_every_batch_in_order(num_samples, batch_size):
    X, targets, parameters = drawn((2, 3, 1), num_samples, 0)
    by_hand = parameters
    for first in range(0, num_samples, batch_size):
        rows = range(first, min(first + batch_size, num_samples))
        by_hand = two_layers.minibatch_update(X[rows], targets[rows], by_hand, 0.3)
    after = two_layers.train_epoch(X, targets, parameters, 0.3, batch_size)
    np.testing.assert_array_equal(packed(after), packed(by_hand))


def test_the_parameters_that_come_in_stay_as_they_were():
    X, targets, parameters = drawn((2, 3, 1), 4, 0)
    before = packed(parameters)
    two_layers.train_epoch(X, targets, parameters, 0.3, 2)
    np.testing.assert_array_equal(packed(parameters), before)


def test_xor_is_learnt():
    X, answers = truth_table("xor")
    parameters = two_layers.draw_parameters((2, 3, 1), rng=np.random.default_rng(1))
    for _ in range(600):
        parameters = two_layers.train_epoch(X, answers[:, np.newaxis], parameters, 5.0, 4)
    assert two_layers.cost(X, answers[:, np.newaxis], parameters) < 0.01


def test_the_packed_cost_is_the_cost():
    X, targets, parameters = drawn((3, 2, 2), 4, 5)
    packed_cost = cost_of_packed(X, targets, parameters)(packed(parameters))
    assert packed_cost == two_layers.cost(X, targets, parameters)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (
            lambda: two_layers.backprop_sample([[1.0]], [1.0], SMALL),
            r"x must have the shape \(n,\)",
        ),
        (lambda: two_layers.backprop_sample([1.0], [1, 0], SMALL), "target must have the shape"),
        (lambda: two_layers.batch_gradients([1], [[1]]), "errors must have the shape"),
        (lambda: two_layers.minibatch_update([1], [1], SMALL, 1), r"X must have the shape \(m, n"),
        (lambda: two_layers.minibatch_update([[1]], [[1]], SMALL, 0), "learning_rate must be"),
        (lambda: two_layers.train_epoch([[1]], [[1]], SMALL, 1, 0), "batch_size must be a whole"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
