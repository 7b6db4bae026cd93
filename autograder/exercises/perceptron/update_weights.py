"""Exercise: one step of the learning rule, w ← w + η (t - y) x and b ← b + η (t - y)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.perceptron.samples import (
    Samples,
    float32_samples,
    samples_with_net_input,
    signed_weights,
    whole_samples,
)
from nnlib import perceptron


def update_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make missed ones, false alarms and right predictions for every kind of number."""
    return [
        Case(
            (np.array([0.5, -1.0]), 0.0, np.array([1.0, 2.0]), 1, 0.5),
            working="z = 0.5·1 - 1·2 + 0 = -1.5, y = 0, e = 1 - 0 = 1; "
            "w = [0.5 + 0.5·1·1, -1 + 0.5·1·2] = [1, 0], b = 0 + 0.5·1 = 0.5",
        ),
        Case(
            (np.array([0.5, 1.0]), -0.5, np.array([3.0, 1.0]), 0, 0.1),
            working="z = 1.5 + 1 - 0.5 = 2, y = 1, e = 0 - 1 = -1; "
            "w = [0.5 - 0.3, 1 - 0.1] = [0.2, 0.9], b = -0.5 - 0.1 = -0.6",
        ),
        # The bias turns the answer over: without it, w·x would be on the other side of 0.
        visit(rng, -0.6, -1.0, 1, 0.1, 3, "target 1"),
        visit(rng, 0.4, 1.0, 1, 0.5, 2, "target 1"),
        visit(rng, -1.3, 0.7, 1, 0.03, 4, "target 1"),
        visit(rng, 0.3, 0.9, 0, 0.2, 3, "target 0"),
        visit(rng, -0.8, -1.1, 0, 0.5, 2, "target 0"),
        visit(rng, 1.7, -0.4, 0, 0.05, 5, "target 0"),
        Case((np.zeros(3), 0.0, rng.normal(size=3), 1, 0.5), "net input exactly 0"),
        Case((np.array([1.0, -2.0]), 0.0, np.array([2.0, 1.0]), 0, 0.25), "net input exactly 0"),
        visit(rng, -0.5, 0.3, 1, 0.3, 1, "one input"),
        visit(rng, 0.9, -0.2, 0, 0.4, 1, "one input"),
        visit(rng, -700.0, 1000.0, 1, 0.5, 3, "large values"),
        visit(rng, 900.0, -1000.0, 0, 2.0, 2, "large values"),
        *both_mistakes(whole_samples(rng, 2, 3), "integers"),
        *both_mistakes(float32_samples(rng, 2, 4), "float32"),
    ]


def visit(
    rng: np.random.Generator, z: float, bias: float, target: int, rate: float, n: int, part: str
) -> Case:
    """Make a case with one sample of net input z."""
    weights = signed_weights(rng, n)
    x = samples_with_net_input(rng, [z], weights, bias)[0]
    return Case((weights, bias, x, target, rate), part)


def both_mistakes(samples: Samples, part: str) -> list[Case]:
    """Make a false alarm of the first sample, where z > 0, and a missed one of the last."""
    X, weights, bias = samples
    return [
        Case((weights, bias, X[0], 0, 0.5), part),
        Case((weights, bias, X[-1], 1, 0.25), part),
    ]


UPDATE_WEIGHTS = Exercise(
    id="perceptron.update_weights",
    points=2,
    covers=("P3", "P4"),
    reference=perceptron.update_weights,
    cases=update_cases,
    hints=(
        "First let the perceptron answer: y = 1 if w·x + b is above 0, else 0. "
        "Then compare: e = t - y.",
        "Each weight moves by η·e times its own input. The bias has no input: it moves by η·e.",
        "`learning_rate * error * x` holds the changes of all weights at once. Add them to "
        "`weights` in a new array, and give back the new weights and the new bias.",
    ),
)


@UPDATE_WEIGHTS.misconception
def sign_turned(weights, bias, x, target, learning_rate):
    """You move away from the target: the error is target minus prediction, t - y, and it is
    added.
    """
    error = np.where(x @ weights + bias > 0, 1, 0) - target
    return weights + learning_rate * error * x, bias + learning_rate * error


@UPDATE_WEIGHTS.misconception
def forgot_bias(weights, bias, x, target, learning_rate):
    """Your weights learn, but your bias stays as it was. After a mistake it moves too, by η·e."""
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return weights + learning_rate * error * x, bias


@UPDATE_WEIGHTS.misconception
def bias_with_x(weights, bias, x, target, learning_rate):
    """You changed the bias by η·e·x, which is one number for each input. There is one bias and it
    has no input: it moves by η·e.
    """
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return weights + learning_rate * error * x, bias + learning_rate * error * x


@UPDATE_WEIGHTS.misconception
def forgot_learning_rate(weights, bias, x, target, learning_rate):
    """Your steps have the full size of the error. The learning rate η scales every step."""
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return weights + error * x, bias + error


@UPDATE_WEIGHTS.misconception
def bias_without_learning_rate(weights, bias, x, target, learning_rate):
    """The learning rate scales your weights' steps, but not the step of the bias. It belongs to
    both.
    """
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return weights + learning_rate * error * x, bias + error


@UPDATE_WEIGHTS.misconception
def only_when_target_is_1(weights, bias, x, target, learning_rate):
    """You learn only from targets that are 1. A 1 said where 0 is right is a mistake too: it lowers
    the weights.
    """
    if target == 1 and x @ weights + bias <= 0:
        return weights + learning_rate * x, bias + learning_rate
    return weights, bias


@UPDATE_WEIGHTS.misconception
def x_left_out(weights, bias, x, target, learning_rate):
    """You moved every weight by the same amount. A weight moves in proportion to its own input."""
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return weights + learning_rate * error, bias + learning_rate * error


@UPDATE_WEIGHTS.misconception
def changed_in_place(weights, bias, x, target, learning_rate):
    """You changed the array of weights that you were given, so its owner loses the old ones. Build
    a new array and return it.
    """
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    weights += learning_rate * error * x
    bias += learning_rate * error
    return weights, bias


@UPDATE_WEIGHTS.misconception
def target_as_error(weights, bias, x, target, learning_rate):
    """You used the target in place of the error. What counts is target minus prediction: it is 0
    when the prediction is right.
    """
    return weights + learning_rate * target * x, bias + learning_rate * target


@UPDATE_WEIGHTS.misconception
def net_input_as_prediction(weights, bias, x, target, learning_rate):
    """You compared the target with the net input z. Compare it with the decision: 1 if z is above
    0, else 0.
    """
    error = target - (x @ weights + bias)
    return weights + learning_rate * error * x, bias + learning_rate * error


@UPDATE_WEIGHTS.misconception
def zero_counts_as_one(weights, bias, x, target, learning_rate):
    """You predict 1 where the net input is exactly 0. There the prediction is 0."""
    error = target - np.where(x @ weights + bias >= 0, 1, 0)
    return weights + learning_rate * error * x, bias + learning_rate * error


@UPDATE_WEIGHTS.misconception
def prediction_without_bias(weights, bias, x, target, learning_rate):
    """Your prediction looks at w·x alone. The bias belongs to the net input too."""
    error = target - np.where(x @ weights > 0, 1, 0)
    return weights + learning_rate * error * x, bias + learning_rate * error


@UPDATE_WEIGHTS.misconception
def updates_when_right(weights, bias, x, target, learning_rate):
    """You change the weights after right predictions too. When t = y, the error is 0 and nothing
    moves.
    """
    direction = 1 if target == 1 else -1
    return weights + learning_rate * direction * x, bias + learning_rate * direction


@UPDATE_WEIGHTS.misconception
def error_without_sign(weights, bias, x, target, learning_rate):
    """You raise the weights after every mistake. The error has a sign: t = 0 and y = 1 gives -1,
    which lowers them.
    """
    error = abs(target - np.where(x @ weights + bias > 0, 1, 0))
    return weights + learning_rate * error * x, bias + learning_rate * error


@UPDATE_WEIGHTS.misconception
def only_the_change(weights, bias, x, target, learning_rate):
    """You returned the changes alone. Add them to the old weights and the old bias."""
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return learning_rate * error * x, learning_rate * error


@UPDATE_WEIGHTS.misconception
def bias_lowered(weights, bias, x, target, learning_rate):
    """Your weights move the right way, your bias the wrong way. Both are changed by adding."""
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return weights + learning_rate * error * x, bias - learning_rate * error


@UPDATE_WEIGHTS.misconception
def bias_first(weights, bias, x, target, learning_rate):
    """Both parts are right, but you returned the bias first. Return the weights, then the bias."""
    error = target - np.where(x @ weights + bias > 0, 1, 0)
    return bias + learning_rate * error, weights + learning_rate * error * x
