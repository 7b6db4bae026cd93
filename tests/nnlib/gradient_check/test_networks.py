"""Checking whole parts: networks of every kind pass, and parts with a small mistake do not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnlib.gradient_check import central_differences, check_layer, check_loss, check_network
from nnlib.layers import (
    BatchNorm,
    Dropout,
    LeakyReLU,
    Linear,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from nnlib.losses import (
    BINARY_CROSS_ENTROPY,
    CROSS_ENTROPY,
    CROSS_ENTROPY_FROM_LOGITS,
    MEAN_SQUARED_ERROR,
    QUADRATIC_COST,
    Loss,
)
from nnlib.network import Network

CLASSES = [0, 1, 2, 0, 1]
ends = {
    "logits": ([], CROSS_ENTROPY_FROM_LOGITS, CLASSES),
    "softmax": ([Softmax], CROSS_ENTROPY, CLASSES),
    "sigmoid": ([Sigmoid], BINARY_CROSS_ENTROPY, np.eye(3)[CLASSES]),
    "identity": ([], MEAN_SQUARED_ERROR, np.eye(3)[CLASSES]),
    "quadratic": ([Sigmoid], QUADRATIC_COST, np.eye(3)[CLASSES]),
}


def a_network(seed, middle, last=()):
    """Build 4 inputs, hidden layers of 6 and 5, and 3 outputs."""
    rng = np.random.default_rng(seed)
    return Network(
        [
            Linear(4, 6, rng=rng),
            *middle(6, rng),
            Linear(6, 5, rng=rng),
            *middle(5, rng),
            Linear(5, 3, rng=rng),
            *(layer() for layer in last),
        ]
    )


def everything(width, rng):
    """Return what may stand between two linear layers, all at once."""
    return BatchNorm(width), Tanh(), Dropout(0.2, rng=rng)


def batch(seed):
    """Draw five samples."""
    return np.random.default_rng(seed + 1).standard_normal((5, 4))


@pytest.mark.parametrize(("last", "loss", "targets"), ends.values(), ids=ends)
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=5)
def test_networks_of_everything_have_exact_gradients(last, loss, targets, seed):
    network = a_network(seed, everything, last)
    assert max(check_network(network, batch(seed), targets, loss).values()) < 1e-10


@pytest.mark.parametrize("layer", [ReLU, LeakyReLU, Sigmoid, Tanh])
def test_central_differences_agree(layer):
    network = a_network(0, lambda width, rng: [layer()])
    errors = check_network(
        network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS, central_differences
    )
    assert max(errors.values()) < 1e-6


def test_evaluation_mode_is_checked_as_such():
    network = a_network(0, everything)
    network.eval()
    errors = check_network(network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS)
    assert max(errors.values()) < 1e-10


@pytest.mark.parametrize("first", [lambda: BatchNorm(4), Tanh])
def test_any_layer_may_come_first(first):
    network = Network([first(), Linear(4, 3, rng=np.random.default_rng(0))])
    errors = check_network(network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS)
    assert max(errors.values()) < 1e-10


def test_the_errors_are_named_by_layer_and_parameter():
    network = a_network(0, lambda width, rng: [ReLU()])
    names = set(check_network(network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS))
    linear = {f"{i}.Linear.{name}" for i in (0, 2, 4) for name in ("weight", "bias")}
    assert names == linear


def test_a_check_leaves_the_network_as_it_was():
    network = a_network(0, everything)
    before, state = network.params.copy(), repr(network.layers[3].rng.bit_generator.state)
    check_network(network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS)
    np.testing.assert_array_equal(network.params, before)
    np.testing.assert_array_equal(network.layers[1].running_mean, 0)
    assert repr(network.layers[3].rng.bit_generator.state) == state


class SlightlyWrong(Linear):
    """A linear layer whose weight gradient is too large by a thousandth."""

    def parameter_gradients(self, gradient):
        super().parameter_gradients(gradient)
        self.weight_gradient *= 1.001


class ForgetsItsDerivative(ReLU):
    """A ReLU that lets every error through."""

    def backward(self, gradient):
        return gradient


def test_a_layer_wrong_by_a_factor_of_1_001_is_rejected_by_name():
    errors = check_layer(SlightlyWrong(4, 3, rng=np.random.default_rng(0)), batch(0))
    assert errors.pop("0.SlightlyWrong.weight") == pytest.approx(1e-3, rel=0.01)
    assert max(errors.values()) < 1e-10


def test_a_network_with_a_wrong_layer_is_rejected_by_name():
    rng = np.random.default_rng(0)
    network = Network([Linear(4, 6, rng=rng), ReLU(), SlightlyWrong(6, 3, rng=rng)])
    errors = check_network(network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS)
    assert errors["2.SlightlyWrong.weight"] > 1e-4
    assert errors["0.Linear.weight"] < 1e-10


def test_a_missing_derivative_inside_a_network_is_found_before_it():
    network = a_network(0, lambda width, rng: [ForgetsItsDerivative()])
    errors = check_network(network, batch(0), CLASSES, CROSS_ENTROPY_FROM_LOGITS)
    assert errors["0.Linear.weight"] > 0.1
    assert errors["4.Linear.weight"] < 1e-10


def test_a_loss_with_a_slightly_wrong_gradient_is_rejected():
    def wrong(outputs, targets):
        value, gradient = MEAN_SQUARED_ERROR.value_and_gradient(outputs, targets)
        return value, 1.001 * gradient

    loss = Loss("wrong", None, None, MEAN_SQUARED_ERROR.prepare, wrong)
    assert check_loss(loss, batch(0), np.zeros((5, 4))) == pytest.approx(1e-3, rel=0.01)
