"""Exercise: all gradients of a two-layer network for one sample."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import (
    Parameters,
    network,
    quarters,
    reals,
    targets_of,
    whole,
)
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib import activations, backprop
from nnlib.by_hand import two_layers


def sample_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make networks of every proportion; on square ones no shape gives a mistake away."""
    by_hand = np.array([[1.0], [0.0]]), np.array([0.0, 0.0]), np.array([[8.0, 4.0]])

    def drawn(part, n, h, k, draw=reals):
        parameters = network(rng, (n, h, k), draw)
        return Case((draw(rng, n), targets_of(rng, k), parameters), part)

    return [
        Case(
            (np.array([0.0]), np.array([1.0]), (*by_hand, np.array([-6.0]))),
            working="z2 = [0, 0], a2 = [0.5, 0.5]; z3 = 4 + 2 - 6 = 0, a3 = 0.5; "
            "d3 = (0.5 - 1)·0.25 = -0.125; d2 = [8·d3, 4·d3]·0.25 = [-0.25, -0.125]; "
            "W2: d2·0 = 0 and 0; b2: d2; W3: d3·[0.5, 0.5] = [-0.0625, -0.0625]; b3: d3",
        ),
        drawn("2-3-1", 2, 3, 1),
        drawn("2-3-1", 2, 3, 1),
        drawn("several outputs", 3, 4, 2),
        drawn("several outputs", 2, 5, 3),
        drawn("more inputs than hidden neurons", 5, 2, 3),
        drawn("more inputs than hidden neurons", 4, 3, 2),
        drawn("layers all alike", 3, 3, 3),
        drawn("layers all alike", 2, 2, 2),
        drawn("one neuron a layer", 1, 1, 1),
        drawn("one neuron a layer", 2, 1, 1),
        Case(large(rng, 3, 2, 2), "large inputs"),
        Case(large(rng, 2, 4, 1), "large inputs"),
        drawn("integers", 2, 2, 1, whole),
        drawn("integers", 1, 3, 2, whole),
        drawn("float32", 2, 3, 2, quarters),
        drawn("float32", 3, 2, 1, quarters),
    ]


def large(rng: np.random.Generator, n: int, h: int, k: int) -> tuple[Array, Array, Parameters]:
    """Make inputs in the hundreds that small weights make small again."""
    W2, b2, W3, b3 = network(rng, (n, h, k))
    return 500 * reals(rng, n), targets_of(rng, k), (W2 / 500, b2, W3, b3)


BACKPROP_SAMPLE = Exercise(
    id="backprop.backprop_sample",
    points=3,
    covers=("B10",),
    reference=two_layers.backprop_sample,
    cases=sample_cases,
    hints=(
        "Five steps: a1 = x; forward to z2, a2, z3, a3; d3 by BP1; d2 by BP2; then BP3 and BP4 for "
        "each of the two layers.",
        "`(z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])` does the first "
        "two steps. Each equation has its function in `backprop`.",
        "d3 comes from a3, the target and z3; d2 from W3, d3 and z2. The gradient of W3 is made "
        "of d3 and what came into layer 3, a2; that of W2 of d2 and a1.",
        "`d3 = backprop.output_error(a3, target, z3)`, `d2 = backprop.hidden_error(W3, d3, z2)`. "
        "Return the four gradients in the order of the parameters: of W2, b2, W3, b3.",
    ),
)


@BACKPROP_SAMPLE.misconception
def sign_turned(x, target, parameters):
    """All your gradients have the wrong sign: BP1 begins with a - y, not y - a."""
    return tuple(-g for g in two_layers.backprop_sample(x, target, parameters))


@BACKPROP_SAMPLE.misconception
def output_slope_forgotten(x, target, parameters):
    """In BP1 the factor σ′(z³) is missing, and so in all that comes after it."""
    W2, b2, W3, b3 = parameters
    (z2, _), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = a3 - target
    d2 = W3.T @ d3 * activations.sigmoid_derivative(z2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def hidden_slope_forgotten(x, target, parameters):
    """The output layer is right. In BP2 the factor σ′(z²) is missing."""
    W2, b2, W3, b3 = parameters
    (_, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(z3)
    d2 = W3.T @ d3
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def sigmoid_for_its_slope(x, target, parameters):
    """You multiplied by σ(z) where BP1 and BP2 want its slope σ′(z)."""
    W2, b2, W3, b3 = parameters
    (z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid(z3)
    d2 = W3.T @ d3 * activations.sigmoid(z2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def slope_at_the_output(x, target, parameters):
    """You took the sigmoid's slope at a. In BP1 and BP2 it is taken at z."""
    W2, b2, W3, b3 = parameters
    _, (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(a3)
    d2 = W3.T @ d3 * activations.sigmoid_derivative(a2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def weight_not_transposed(x, target, parameters):
    """In BP2 you multiplied by W³ as it stands. On the way back it is turned over: (W³)ᵀδ³."""
    W2, b2, W3, b3 = parameters
    (z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(z3)
    d2 = W3 @ d3 * activations.sigmoid_derivative(z2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def tables_turned_round(x, target, parameters):
    """The errors are right, but the gradients of the weights are turned over: δ aᵀ, with a row for
    each neuron.
    """
    dW2, db2, dW3, db3 = two_layers.backprop_sample(x, target, parameters)
    return dW2.T, db2, dW3.T, db3


@BACKPROP_SAMPLE.misconception
def net_inputs_for_activations(x, target, parameters):
    """For W³ you used z². What comes into layer 3 is a² = σ(z²)."""
    W2, b2, _, _ = parameters
    dW2, db2, _, db3 = two_layers.backprop_sample(x, target, parameters)
    return dW2, db2, np.outer(db3, W2 @ x + b2), db3


@BACKPROP_SAMPLE.misconception
def own_activation(x, target, parameters):
    """You multiplied each δ by the output of its own layer. BP4 takes what came *in*: a² for W³, a¹
    for W².
    """
    W2, b2, W3, b3 = parameters
    (z2, z3), (_, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(z3)
    d2 = W3.T @ d3 * activations.sigmoid_derivative(z2)
    return np.outer(d2, a2), d2, np.outer(d3, a3), d3


@BACKPROP_SAMPLE.misconception
def weights_not_gone_back(x, target, parameters):
    """You handed δ³ to the hidden neurons as it is. BP2 sends it back along the weights W³."""
    W2, b2, W3, b3 = parameters
    (z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(z3)
    d2 = np.sum(d3) * activations.sigmoid_derivative(z2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def output_layer_first(x, target, parameters):
    """Your gradients are right, but in another order. Return them as the parameters stand: W2, b2,
    W3, b3.
    """
    dW2, db2, dW3, db3 = two_layers.backprop_sample(x, target, parameters)
    return dW3, db3, dW2, db2


@BACKPROP_SAMPLE.misconception
def step_taken_already(x, target, parameters):
    """You returned new parameters. Asked are the gradients; the step comes later."""
    gradients = two_layers.backprop_sample(x, target, parameters)
    return tuple(p - g for p, g in zip(parameters, gradients, strict=True))


@BACKPROP_SAMPLE.misconception
def hidden_layer_not_activated(x, target, parameters):
    """Your hidden layer has no sigmoid: what goes on to layer 3 is a² = σ(z²), not z²."""
    W2, b2, W3, b3 = parameters
    z2 = W2 @ x + b2
    z3 = W3 @ z2 + b3
    d3 = (activations.sigmoid(z3) - target) * activations.sigmoid_derivative(z3)
    d2 = W3.T @ d3
    return np.outer(d2, x), d2, np.outer(d3, z2), d3


@BACKPROP_SAMPLE.misconception
def hidden_slope_at_the_output(x, target, parameters):
    """The output layer is right. In BP2 you took the sigmoid's slope at a²; it is taken at z²."""
    W2, b2, W3, b3 = parameters
    (_, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(z3)
    d2 = W3.T @ d3 * activations.sigmoid_derivative(a2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3


@BACKPROP_SAMPLE.misconception
def two_kept(x, target, parameters):
    """Everything is twice as large as it should be. The ½ in the cost cancels the 2: BP1 begins
    with a - y, not with 2(a - y).
    """
    return tuple(2 * g for g in two_layers.backprop_sample(x, target, parameters))


@BACKPROP_SAMPLE.misconception
def weights_before_biases(x, target, parameters):
    """Your gradients are right, but both weights come first. Return them as the parameters stand:
    W2, b2, W3, b3.
    """
    dW2, db2, dW3, db3 = two_layers.backprop_sample(x, target, parameters)
    return dW2, dW3, db2, db3


@BACKPROP_SAMPLE.misconception
def sample_for_both_layers(x, target, parameters):
    """For W³ you used the sample x. What comes into layer 3 is a²; only layer 2 sees x."""
    dW2, db2, _, db3 = two_layers.backprop_sample(x, target, parameters)
    return dW2, db2, np.outer(db3, x), db3


@BACKPROP_SAMPLE.misconception
def first_output_only(x, target, parameters):
    """Only the first output neuron hands its error back. BP2 adds up over all of them: (W³)ᵀδ³."""
    W2, b2, W3, b3 = parameters
    (z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = (a3 - target) * activations.sigmoid_derivative(z3)
    d2 = W3[0] * d3[0] * activations.sigmoid_derivative(z2)
    return np.outer(d2, a1), d2, np.outer(d3, a2), d3
