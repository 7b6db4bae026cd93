"""Exercise: BP2, the error of a hidden layer."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, whole
from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.backprop import hidden_error


def hidden_error_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers that widen and narrow, square ones, and ones of a single neuron."""

    def drawn(part, k, n, draw=reals):
        return Case((draw(rng, k, n), draw(rng, k), 2 * draw(rng, n)), part)

    return [
        Case(
            (np.array([[2.0, -4.0]]), np.array([0.5]), np.array([0.0, 0.0])),
            working="back along the weights: [2·0.5, -4·0.5] = [1, -2]; σ′(0) = 0.25; "
            "δ = [1·0.25, -2·0.25] = [0.25, -0.5]",
        ),
        Case(
            (np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 4.0]]), np.array([0.2, 0.1]), np.zeros(3)),
            working="[1·0.2 + 3·0.1, 2·0.2 - 1·0.1, 0·0.2 + 4·0.1] = [0.5, 0.3, 0.4]; times 0.25: "
            "[0.125, 0.075, 0.1]",
        ),
        drawn("fewer neurons after it", 2, 4),
        drawn("fewer neurons after it", 3, 5),
        drawn("more neurons after it", 4, 2),
        drawn("more neurons after it", 5, 3),
        drawn("as many neurons after it", 3, 3),
        drawn("as many neurons after it", 2, 2),
        drawn("as many neurons after it", 4, 4),
        drawn("one neuron after it", 1, 3),
        drawn("one neuron after it", 1, 4),
        drawn("one hidden neuron", 3, 1),
        drawn("one hidden neuron", 2, 1),
        Case((reals(rng, 2, 3), reals(rng, 2), np.array([-1000.0, 0.8, 900.0])), "large values"),
        Case((600 * reals(rng, 3, 2), reals(rng, 3), np.array([1.2, -700.0])), "large values"),
        drawn("integers", 2, 3, whole),
        drawn("integers", 3, 4, whole),
        drawn("float32", 3, 2, quarters),
        drawn("float32", 2, 5, quarters),
    ]


HIDDEN_ERROR = Exercise(
    id="backprop.hidden_error",
    points=2,
    covers=("B7",),
    reference=hidden_error,
    cases=hidden_error_cases,
    hints=(
        "Neuron k of the hidden layer sends its output to every neuron j of the next layer, along "
        "w_jk. So the errors of all these come back to it, along the same weights.",
        "Going forward, the weights stand as W: one row for each neuron of the next layer. Going "
        "back, they are turned over: `next_weight.T`.",
        "`next_weight.T @ next_error` has one number for each hidden neuron. Multiply it, place by "
        "place, by `activations.sigmoid_derivative(z)`.",
    ),
)


@HIDDEN_ERROR.misconception
def weight_not_transposed(next_weight, next_error, z):
    """You multiplied by the weights as they stand. On the way back they are turned over: (Wᵀ)δ.
    With as many neurons in both layers no error message tells you.
    """
    return next_weight @ next_error * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def slope_forgotten(next_weight, next_error, z):
    """You stopped at the output of the hidden neurons. From a back to z there is one more factor:
    σ′(z).
    """
    return next_weight.T @ next_error


@HIDDEN_ERROR.misconception
def sigmoid_for_its_slope(next_weight, next_error, z):
    """You multiplied by σ(z) itself. The factor is its slope, σ′(z)."""
    return next_weight.T @ next_error * activations.sigmoid(z)


@HIDDEN_ERROR.misconception
def slope_at_the_output(next_weight, next_error, z):
    """You took the sigmoid's slope at a = σ(z). It belongs to z."""
    return next_weight.T @ next_error * activations.sigmoid_derivative(activations.sigmoid(z))


@HIDDEN_ERROR.misconception
def weights_forgotten(next_weight, next_error, z):
    """You handed the sum of the errors to every hidden neuron. Each error comes back along a
    weight, and is multiplied by it.
    """
    return np.sum(next_error) * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def errors_forgotten(next_weight, next_error, z):
    """You added up the weights alone. Each weight brings back the error of its neuron."""
    return np.sum(next_weight, axis=0) * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def first_neuron_only(next_weight, next_error, z):
    """You took only the first neuron of the next layer. All of them send their errors back."""
    return next_weight[0] * next_error[0] * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def mean_over_the_next_layer(next_weight, next_error, z):
    """You took the mean over the next layer's neurons. What comes back from them adds up."""
    back = np.mean(next_weight.T * next_error, axis=1)
    return back * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def sign_turned(next_weight, next_error, z):
    """Your errors have the wrong sign. Nothing is turned round on the way back; the minus belongs
    to the step downhill.
    """
    return -(next_weight.T @ next_error) * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def not_added_up(next_weight, next_error, z):
    """You returned a matrix: what comes back from each neuron of the next layer is not added up
    yet.
    """
    return next_weight * np.reshape(next_error, (-1, 1)) * activations.sigmoid_derivative(z)


@HIDDEN_ERROR.misconception
def net_input_for_slope(next_weight, next_error, z):
    """You multiplied by z. The factor is the sigmoid's slope at z."""
    return next_weight.T @ next_error * z
