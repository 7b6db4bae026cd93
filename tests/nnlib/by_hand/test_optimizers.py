"""Several steps with given gradients: by hand, and as the optimizer objects do them in place."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.optimizers import adam_steps, momentum_steps, rmsprop_steps, sgd_steps
from nnlib.optimizers import SGD, Adam, Momentum, RMSprop

EPS = 1e-8
PAIRS = [
    (lambda w, g: sgd_steps(w, g, 0.1), lambda: SGD(0.1)),
    (lambda w, g: momentum_steps(w, g, 0.1, 0.8), lambda: Momentum(0.1, momentum=0.8)),
    (lambda w, g: rmsprop_steps(w, g, 0.1, 0.9, EPS), lambda: RMSprop(0.1, decay=0.9, eps=EPS)),
    (lambda w, g: adam_steps(w, g, 0.1, 0.9, 0.99, EPS), lambda: Adam(0.1, beta2=0.99, eps=EPS)),
]


@pytest.mark.parametrize(("steps", "make"), PAIRS, ids=["sgd", "momentum", "rmsprop", "adam"])
@given(seed=st.integers(0, 1000), k=st.integers(1, 6), n=st.integers(1, 4))
def test_the_steps_are_those_of_the_optimizer_in_place(steps, make, seed, k, n):
    rng = np.random.default_rng(seed)
    start, gradients = rng.normal(size=n), rng.normal(size=(k, n))
    params, optimizer = start.copy(), make()
    for gradient in gradients:
        optimizer.step(params, gradient)
    np.testing.assert_allclose(steps(start, gradients), params)


def test_two_steps_of_each_by_hand():
    # sgd: 1 - 0.2 - 0.1 · momentum: v = 2, then 0.5·2 + 1 = 2, so 1 - 0.2 - 0.2
    assert sgd_steps([1], [[2], [1]], 0.1) == pytest.approx([0.7])
    assert momentum_steps([1], [[2], [1]], 0.1, 0.5) == pytest.approx([0.6])
    # s = 0.25·4 = 1, then 0.75·1 + 0.25·16 = 4.75
    second = 0.1 * 4 / sqrt(4.75)
    assert rmsprop_steps([1], [[2], [4]], 0.1, 0.75, 1e-12) == pytest.approx([0.8 - second])
    # the first step has the length η; in the second m = 0.5·1 - 0.5·1 = 0
    assert adam_steps([1], [[2], [-1]], 0.1, 0.5, 0.75, 1e-12) == pytest.approx([0.9])


def test_the_arguments_stay_as_they_were():
    start, gradients = np.ones(2), np.ones((3, 2))
    for steps, _ in PAIRS:
        steps(start, gradients)
    np.testing.assert_array_equal(start, 1)
    np.testing.assert_array_equal(gradients, 1)


def test_float32_stays_float32():
    start, gradients = np.ones(2, dtype=np.float32), np.ones((3, 2), dtype=np.float32)
    assert {steps(start, gradients).dtype for steps, _ in PAIRS} == {np.dtype(np.float32)}


@pytest.mark.parametrize(("steps", "make"), PAIRS)
def test_gradients_of_another_width_are_refused(steps, make):
    with pytest.raises(ValueError, match="gradients must have"):
        steps([1.0, 2.0], [[1.0, 2.0, 3.0]])
