"""Each optimizer's first steps by hand, with a different gradient at each."""

from math import sqrt

import numpy as np
import pytest

from nnlib.optimizers import SGD, Adam, adam_step, momentum_step, rmsprop_step, sgd_step


def test_sgd_by_hand():
    # 1 - 0.1 · 5 = 0.5 and -2 - 0.1 · (-10) = -1
    np.testing.assert_allclose(sgd_step([1, -2], [5, -10], 0.1), [0.5, -1])


def test_momentum_over_three_steps_by_hand():
    w, v = [1.0], [0.0]
    # v = 0.5·0 + 4 = 4, w = 1 - 0.4 = 0.6 · v = 2 + 2 = 4, w = 0.2 · v = 2 - 6 = -4, w = 0.6
    for gradient, expected_v, expected_w in [(4, 4, 0.6), (2, 4, 0.2), (-6, -4, 0.6)]:
        w, v = momentum_step(w, [gradient], v, 0.1, 0.5)
        assert (v, w) == (pytest.approx([expected_v]), pytest.approx([expected_w]))


def test_momentum_zero_is_gradient_descent():
    w, _ = momentum_step([1, -2], [5, -10], [100, 100], 0.1, 0)
    np.testing.assert_array_equal(w, sgd_step([1, -2], [5, -10], 0.1))


def test_rmsprop_over_two_steps_by_hand():
    # s = 0.75·0 + 0.25·16 = 4, w = 1 - 0.1 · 4/2 = 0.8
    w, s = rmsprop_step([1.0], [4.0], [0.0], 0.1, 0.75, 1e-12)
    assert (s, w) == (pytest.approx([4]), pytest.approx([0.8]))
    # s = 0.75·4 + 0.25·4 = 4, w = 0.8 - 0.1 · (-2)/2 = 0.9
    w, s = rmsprop_step(w, [-2.0], s, 0.1, 0.75, 1e-12)
    assert (s, w) == (pytest.approx([4]), pytest.approx([0.9]))


def test_three_steps_of_adam_by_hand():
    # β1 = 1/2, β2 = 3/4, η = 0.1; gradients 4, 0, -4
    w, m, v = [1.0], [0.0], [0.0]
    steps = [
        # m = 0/2 + 4/2 = 2, m̂ = 2 / (1/2) = 4; v = 16/4 = 4, v̂ = 4 / (1/4) = 16; 4/√16 = 1
        (4, 2, 4, 1),
        # m = 2/2 = 1, m̂ = 1 / (3/4) = 4/3; v = 3/4·4 = 3, v̂ = 3 / (7/16) = 48/7
        (0, 1, 3, 4 / 3 / sqrt(48 / 7)),
        # m = 1/2 - 4/2 = -3/2, m̂ = -3/2 / (7/8) = -12/7; v = 9/4 + 4 = 25/4,
        # v̂ = 25/4 / (37/64) = 400/37
        (-4, -3 / 2, 25 / 4, -12 / 7 / sqrt(400 / 37)),
    ]
    expected_w = 1.0
    for t, (gradient, expected_m, expected_v, direction) in enumerate(steps, start=1):
        w, m, v = adam_step(w, [gradient], m, v, t, 0.1, 0.5, 0.75, 1e-15)
        expected_w -= 0.1 * direction
        np.testing.assert_allclose([*m, *v, *w], [expected_m, expected_v, expected_w])


def test_adam_puts_eps_outside_of_the_root():
    # m̂ = 3, √v̂ = 3, so the step is 0.1 · 3 / (3 + 1)
    w, _, _ = adam_step([1], [3], [0], [0], 1, 0.1, eps=1.0)
    np.testing.assert_allclose(w, [1 - 0.1 * 3 / 4])


def test_the_step_counter_counts_steps_and_not_parameters():
    optimizer, params = Adam(), np.zeros(5)
    for _ in range(3):
        optimizer.step(params, np.ones(5))
    assert optimizer.t == 3


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: sgd_step([1, 2], [1], 0.1), r"gradient must have the shape of params, \(2,\)"),
        (lambda: sgd_step([1], [1], 0), "learning_rate must be above 0; 0 came"),
        (lambda: momentum_step([1], [1], [1, 2], 0.1), "velocity must have the shape of params"),
        (lambda: momentum_step([1], [1], [1], 0.1, 1), "momentum must be at least 0 and below 1"),
        (lambda: rmsprop_step([1], [1], [0], 0.1, 2), "decay must be at least 0 and below 1; 2"),
        (lambda: rmsprop_step([1], [np.nan], [0], 0.1), "gradient must hold finite numbers"),
        (lambda: adam_step([1], [1], [0], [0, 0], 1), "v must have the shape of params"),
        (lambda: adam_step([1], [1], [0], [0], 0), "t must be a whole number of at least 1; 0"),
        (lambda: adam_step([1], [1], [0], [0], 1, beta1=1), "beta1 must be at least 0 and below"),
        (lambda: SGD(-1), "learning_rate must be above 0; -1 came"),
        (lambda: Adam(eps=0), "eps must be above 0; 0 came"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
