"""Linear-ReLU-Linear trained with tensors, one step worked by hand."""

import numpy as np
import pytest

from nnlib.by_hand.autograd import train_network


def params():
    return [np.array([[1.0], [-1.0]]), np.zeros(2), np.array([[2.0, 3.0]]), np.array([1.0])]


def test_one_step_by_hand():
    # x = t = 1: z = [1, -1], a = [1, 0], ŷ = 2 + 1 = 3, L = 4, ∂L/∂ŷ = 2 · 2 = 4
    # weight2: 4 · [1, 0]; bias2: 4; back through ReLU 4 · [2, 3] ⊙ [1, 0] = [8, 0]
    losses, (weight1, bias1, weight2, bias2) = train_network([[1]], [1], params(), 0.1, 1)
    assert losses == [4]
    np.testing.assert_allclose(weight1, [[0.2], [-1]])
    np.testing.assert_allclose(bias1, [-0.8, 0])
    np.testing.assert_allclose(weight2, [[1.6, 3]])
    np.testing.assert_allclose(bias2, [0.6])


def test_several_steps_are_the_same_as_one_after_another():
    rng = np.random.default_rng(0)
    X, targets = rng.normal(size=(5, 1)), rng.normal(size=5)
    losses, together = train_network(X, targets, params(), 0.01, 3)
    now, singly = params(), []
    for _ in range(3):
        loss, now = train_network(X, targets, now, 0.01, 1)
        singly += loss
    assert losses == singly
    for one, other in zip(together, now, strict=True):
        np.testing.assert_array_equal(one, other)


def test_it_learns_and_leaves_what_it_was_given():
    X = np.linspace(-1, 1, 20)[:, np.newaxis]
    given = params()
    losses, _ = train_network(X, np.abs(X[:, 0]), given, 0.05, 200)
    assert losses[-1] < 0.01 * losses[0]
    for one, other in zip(given, params(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_targets_of_another_length_are_refused():
    with pytest.raises(ValueError, match="targets"):
        train_network([[1], [2]], [1], params(), 0.1, 1)
