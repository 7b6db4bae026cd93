"""Exercise: what is left of a gradient after a chain of sigmoid neurons."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise, Tolerance
from nnlib.by_hand import chain_rule


def chain_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make chains whose neurons are not saturated, so that something is left."""
    return [
        Case(
            (np.array([2.0, 4.0]), 0.0),
            working="z = 2·0 = 0, σ' = 0.25, a = 0.5; z = 4·0.5 = 2, σ' = 0.105; "
            "2·0.25 · 4·0.105 = 0.21",
        ),
        Case((up(rng, 1), 0.7), "one layer"),
        Case((down(rng, 1), -0.4), "one layer"),
        Case((up(rng, 2), -0.3), "a few layers"),
        Case((down(rng, 3), 0.6), "a few layers"),
        Case((up(rng, 4), 0.9), "a few layers"),
        Case((down(rng, 10), 0.8), "many layers"),
        Case((up(rng, 8), 0.2), "many layers"),
        Case((np.concatenate([up(rng, 2), down(rng, 2)]), 0.5), "both signs"),
        Case((np.concatenate([down(rng, 1), up(rng, 2)]), -0.9), "both signs"),
        Case((up(rng, 3), 0.0), "input 0"),
        Case((down(rng, 2), 0.0), "input 0"),
        Case((np.array([0.001, 2.0]) * rng.uniform(0.8, 1.2), 1000.0), "large values"),
        Case((np.array([0.002, -3.0]) * rng.uniform(0.8, 1.2), -1000.0), "large values"),
        Case((np.array([800.0, 3.0]) * rng.uniform(0.8, 1.2), 2.0), "large values"),
        Case((np.array([2, -3, int(rng.integers(2, 5))]), 1), "integers"),
        Case((np.array([-2, int(rng.integers(2, 5))]), 2), "integers"),
        Case((np.array([1.5, -2.5, 2.0], dtype=np.float32), 0.5), "float32"),
        Case((-rng.integers(5, 12, 2).astype(np.float32) / 4, 0.25), "float32"),
    ]


def up(rng: np.random.Generator, layers: int) -> Array:
    """Draw positive weights, of which none is 1."""
    return rng.uniform(1.3, 2.2, layers)


def down(rng: np.random.Generator, layers: int) -> Array:
    """Draw negative weights, which keep the neurons near the steep middle of the sigmoid."""
    return rng.uniform(-4.5, -2.0, layers)


CHAIN_GRADIENT = Exercise(
    id="regularization.chain_gradient",
    points=2,
    covers=("R7",),
    reference=chain_rule.chain_gradient,
    cases=chain_cases,
    tolerance=Tolerance(atol=1e-11, float32_atol=1e-9),
    hints=(
        "Go forward, one weight after the other. At each layer you need z = w·a and a = σ(z).",
        "At each layer the gradient so far is multiplied by w σ'(z). Begin with 1.",
        "σ'(z) is `activations.sigmoid_derivative(z)`, and the new `a` is "
        "`activations.sigmoid(z)`. Use the old `a` for z first, then replace it.",
    ),
)


@CHAIN_GRADIENT.misconception
def weights_forgotten(weights, x):
    """You multiplied the slopes alone. By the chain rule each layer gives w σ'(z), so its weight
    belongs in the product.
    """
    a, product = x, 1.0
    for w in weights:
        a = 1 / (1 + np.exp(-w * a))
        product = product * a * (1 - a)
    return product


@CHAIN_GRADIENT.misconception
def slopes_forgotten(weights, x):
    """You multiplied the weights alone. Each sigmoid on the way has its slope, and that is what
    makes the gradient vanish.
    """
    return np.prod(weights) * 1.0


@CHAIN_GRADIENT.misconception
def sum_for_product(weights, x):
    """You added the factors of the layers. By the chain rule they are multiplied."""
    a, total = x, 0.0
    for w in weights:
        a = 1 / (1 + np.exp(-w * a))
        total = total + w * a * (1 - a)
    return total


@CHAIN_GRADIENT.misconception
def slope_at_the_activation(weights, x):
    """You took the slope σ' at the activation a. It is taken at the net input z."""
    a, product = x, 1.0
    for w in weights:
        a = 1 / (1 + np.exp(-w * a))
        s = 1 / (1 + np.exp(-a))
        product = product * w * s * (1 - s)
    return product


@CHAIN_GRADIENT.misconception
def sigmoid_for_its_slope(weights, x):
    """You multiplied by σ(z). What belongs there is its slope, σ'(z)."""
    a, product = x, 1.0
    for w in weights:
        a = 1 / (1 + np.exp(-w * a))
        product = product * w * a
    return product


@CHAIN_GRADIENT.misconception
def net_input_handed_on(weights, x):
    """You handed z on to the next layer. The next layer gets the activation, σ(z)."""
    z, product = x, 1.0
    for w in weights:
        z = w * z
        s = 1 / (1 + np.exp(-z))
        product = product * w * s * (1 - s)
    return product


@CHAIN_GRADIENT.misconception
def input_for_every_layer(weights, x):
    """You gave the input x to every layer. Each gets the activation of the layer before it."""
    product = 1.0
    for w in weights:
        s = 1 / (1 + np.exp(-w * x))
        product = product * w * s * (1 - s)
    return product


@CHAIN_GRADIENT.misconception
def last_layer_left_out(weights, x):
    """The factor of the last layer is missing."""
    a, product = x, 1.0
    for w in weights[:-1]:
        a = 1 / (1 + np.exp(-w * a))
        product = product * w * a * (1 - a)
    return product


@CHAIN_GRADIENT.misconception
def first_layer_left_out(weights, x):
    """The factor of the first layer is missing. The way leads down to the input x."""
    a, product = 1 / (1 + np.exp(-weights[0] * x)), 1.0
    for w in weights[1:]:
        a = 1 / (1 + np.exp(-w * a))
        product = product * w * a * (1 - a)
    return product


@CHAIN_GRADIENT.misconception
def always_a_quarter(weights, x):
    """You took 1/4 for every slope. That is its highest value, at z = 0; elsewhere it is less."""
    return np.prod(np.asarray(weights) / 4)


@CHAIN_GRADIENT.misconception
def output(weights, x):
    """You return the last activation. Asked for is how it changes with the input."""
    a = x
    for w in weights:
        a = 1 / (1 + np.exp(-w * a))
    return a
