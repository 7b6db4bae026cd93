"""Penalties by hand, and that biases are left out."""

import numpy as np
import pytest

from nnlib.gradient_check import central_differences
from nnlib.layers import BatchNorm, Linear, ReLU
from nnlib.network import Network
from nnlib.regularizers import L1, L2, l1_gradient, l1_penalty, l2_gradient, l2_penalty

both = pytest.mark.parametrize(
    ("make", "penalty", "gradient"), [(L1, l1_penalty, l1_gradient), (L2, l2_penalty, l2_gradient)]
)


@pytest.fixture
def network():
    """Return a network all of whose numbers differ from 0."""
    rng = np.random.default_rng(0)
    network = Network([Linear(2, 3, rng=rng), BatchNorm(3), ReLU(), Linear(3, 1, rng=rng)])
    network.params[:] = rng.uniform(0.5, 2, 19) * rng.choice([-1, 1], 19)
    return network


def test_l2_by_hand():
    # 0.1 / 2 · (9 + 16 + 0)
    assert l2_penalty([[3, -4, 0]], 0.1) == pytest.approx(1.25)
    np.testing.assert_allclose(l2_gradient([[3, -4, 0]], 0.1), [[0.3, -0.4, 0]])


def test_l1_by_hand():
    # 0.1 · (3 + 4 + 0)
    assert l1_penalty([[3, -4, 0]], 0.1) == pytest.approx(0.7)
    np.testing.assert_allclose(l1_gradient([[3, -4, 0]], 0.1), [[0.1, -0.1, 0]])


@both
def test_the_gradient_is_the_slope_of_the_penalty(make, penalty, gradient):
    weight = np.array([[1.5, -0.5], [2.0, -3.0]])
    slopes = central_differences(lambda w: penalty(w, 0.3), weight)
    np.testing.assert_allclose(gradient(weight, 0.3), slopes, rtol=1e-8)


@both
def test_a_network_is_penalized_for_its_weights_alone(make, penalty, gradient, network):
    weights = [layer.weight for layer in network.linear_layers()]
    expected = sum(penalty(weight, 0.3) for weight in weights)
    assert make(0.3).penalty(network) == pytest.approx(expected)
    for layer in network.linear_layers():
        layer.bias[:] = 100
    network.layers[1].gamma[:] = 100
    assert make(0.3).penalty(network) == pytest.approx(expected)


@both
def test_the_gradient_is_added_to_the_weights_and_to_nothing_else(make, penalty, gradient, network):
    network.gradients[:] = 10
    make(0.3).add_gradient(network)
    for layer in network.linear_layers():
        np.testing.assert_allclose(layer.weight_gradient, 10 + gradient(layer.weight, 0.3))
        np.testing.assert_array_equal(layer.bias_gradient, 10)
    np.testing.assert_array_equal(network.layers[1].gamma_gradient, 10)


@both
def test_a_strength_of_zero_penalizes_nothing(make, penalty, gradient, network):
    assert make(0).penalty(network) == penalty([[1, 2]], 0) == 0
    make(0).add_gradient(network)
    assert not network.gradients.any()


@both
def test_a_strength_below_zero_is_refused(make, penalty, gradient):
    for call in (make, lambda s: penalty([1], s), lambda s: gradient([1], s)):
        with pytest.raises(ValueError, match="weight_decay must be at least 0; -1 came"):
            call(-1)
    assert repr(make(0.5)) == f"{make.__name__}(0.5)"
