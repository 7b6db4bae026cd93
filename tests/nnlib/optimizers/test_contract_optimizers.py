"""What every optimizer promises, whatever its formula."""

from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.optimizers import (
    SGD,
    Adam,
    Momentum,
    RMSprop,
    adam_step,
    momentum_step,
    rmsprop_step,
    sgd_step,
)

OPTIMIZERS = {"sgd": SGD, "momentum": Momentum, "rmsprop": RMSprop, "adam": Adam}
every_optimizer = pytest.mark.parametrize("make", OPTIMIZERS.values(), ids=OPTIMIZERS)
seeds = st.integers(0, 2**32 - 1)


def by_the_pure_function(name, params, gradients):
    """Yield the parameters after each step of the pure function."""
    memory = {"sgd": 0, "momentum": 1, "rmsprop": 1, "adam": 2}[name]
    kept, steps = [np.zeros_like(params)] * memory, count(1)
    for g in gradients:
        if name == "sgd":
            params = sgd_step(params, g, 0.1)
        elif name == "momentum":
            params, *kept = momentum_step(params, g, *kept, 0.1)
        elif name == "rmsprop":
            params, *kept = rmsprop_step(params, g, *kept, 0.1)
        else:
            params, *kept = adam_step(params, g, *kept, next(steps), 0.1)
        yield params


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(seed=seeds)
def test_the_object_does_in_place_what_the_pure_function_says(name, seed):
    rng = np.random.default_rng(seed)
    gradients = rng.standard_normal((10, 4)) * [1e-3, 1, 1e3, 0]
    params = rng.standard_normal(4)
    optimizer = OPTIMIZERS[name](0.1)
    for expected, g in zip(
        by_the_pure_function(name, params.copy(), gradients), gradients, strict=True
    ):
        optimizer.step(params, g)
        np.testing.assert_allclose(params, expected, rtol=1e-12, atol=1e-14)


@every_optimizer
def test_each_parameter_is_treated_by_itself(make):
    gradients = np.random.default_rng(0).standard_normal((5, 3))
    together, together_optimizer = np.zeros(3), make(0.1)
    alone, alone_optimizers = np.zeros(3), [make(0.1) for _ in range(3)]
    for g in gradients:
        together_optimizer.step(together, g)
        for i, optimizer in enumerate(alone_optimizers):
            optimizer.step(alone[i : i + 1], g[i : i + 1])
    np.testing.assert_allclose(together, alone, rtol=1e-12)


@every_optimizer
def test_float32_stays_float32_and_agrees_with_float64(make):
    single, double = np.ones(3, dtype=np.float32), np.ones(3)
    optimizers = make(0.1), make(0.1)
    for g in np.random.default_rng(0).standard_normal((10, 3)):
        optimizers[0].step(single, g.astype(np.float32))
        optimizers[1].step(double, g)
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, double, rtol=1e-4, atol=1e-5)


@every_optimizer
def test_the_parameters_are_moved_in_place_and_the_gradient_is_left_alone(make):
    whole = np.ones(4)
    view, g = whole[1:3], np.array([1.0, -1.0])
    make(0.1).step(view, g)
    assert whole[1] < 1 < whole[2]
    assert (whole[0], whole[3]) == (1, 1)
    np.testing.assert_array_equal(g, [1, -1])


@every_optimizer
def test_a_bowl_is_descended_to_its_bottom(make):
    params, optimizer = np.array([3.0, -2.0]), make(0.01)
    for _ in range(3000):
        optimizer.step(params, 2 * params)
    np.testing.assert_allclose(params, 0, atol=0.02)


@every_optimizer
def test_after_a_reset_it_starts_as_new(make):
    used, fresh = make(0.1), make(0.1)
    used.step(np.ones(2), np.array([5.0, -5.0]))
    used.reset()
    one, other = np.ones(2), np.ones(2)
    used.step(one, np.array([0.1, 0.2]))
    fresh.step(other, np.array([0.1, 0.2]))
    np.testing.assert_array_equal(one, other)


@every_optimizer
def test_a_gradient_of_zero_at_the_start_moves_nothing(make):
    params = np.ones(2)
    make(0.1).step(params, np.zeros(2))
    np.testing.assert_array_equal(params, 1)


@every_optimizer
def test_the_learning_rate_may_change_between_steps(make):
    params, optimizer = np.zeros(1), make(0.1)
    optimizer.step(params, np.ones(1))
    optimizer.learning_rate, before = 1e-9, params.copy()
    optimizer.step(params, np.ones(1))
    np.testing.assert_allclose(params, before, atol=1e-8)


@every_optimizer
def test_an_optimizer_says_what_it_is(make):
    assert repr(make(0.25)) == f"{make.__name__}(learning_rate=0.25)"


@pytest.mark.parametrize("make", [Momentum, RMSprop, Adam])
def test_an_optimizer_belongs_to_one_network(make):
    optimizer = make(0.1)
    optimizer.step(np.ones(3), np.ones(3))
    with pytest.raises(ValueError, match=r"shape \(3,\) of the steps before.* new one"):
        optimizer.step(np.ones(2), np.ones(2))
