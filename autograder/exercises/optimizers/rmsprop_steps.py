"""Exercise: several steps of RMSprop, s ← ρ s + (1 - ρ) g² and w ← w - η g / (√s + ε)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.optimizers.samples import LESSON, reals, steps_cases, uneven_gradients
from nnlib import optimizers


def rmsprop_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make steps with different gradients, and an ε large enough to show where it stands."""
    return [
        Case(
            (np.array([1.0]), np.array([[2.0], [4.0]]), 0.1, 0.75, 1e-10),
            working="s = 0.25·4 = 1, w = 1 - 0.1·2/1 = 0.8; "
            "s = 0.75·1 + 0.25·16 = 4.75, w = 0.8 - 0.1·4/2.1794 = 0.6165",
        ),
        *steps_cases(rng, [(0.1, 0.9, 1e-10), (0.3, 0.75, 1e-10), (0.05, 0.8, 1e-10)]),
        Case((reals(rng, 2), uneven_gradients(rng, 3, 2), 0.1, 0.9, 0.5), "a large ε"),
        Case((reals(rng, 3), uneven_gradients(rng, 4, 3), 0.2, 0.8, 0.2), "a large ε"),
    ]


def _memory_lost(params, gradients, learning_rate, decay, eps):
    for gradient in gradients:
        mean_square = (1 - decay) * gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


def _sum_of_squares(params, gradients, learning_rate, decay, eps):
    total = np.zeros(len(params))
    for gradient in gradients:
        total = total + gradient**2
        params = params - learning_rate * gradient / (np.sqrt(total) + eps)
    return params


def _gradient_in_full(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


def _square_forgotten(params, gradients, learning_rate, decay, eps):
    mean = np.zeros(len(params))
    for gradient in gradients:
        mean = decay * mean + (1 - decay) * gradient
        params = params - learning_rate * gradient / (np.sqrt(mean) + eps)
    return params


def _size_for_square(params, gradients, learning_rate, decay, eps):
    mean = np.zeros(len(params))
    for gradient in gradients:
        mean = decay * mean + (1 - decay) * np.abs(gradient)
        params = params - learning_rate * gradient / (np.sqrt(mean) + eps)
    return params


def _root_forgotten(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / (mean_square + eps)
    return params


def _eps_inside_the_root(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / np.sqrt(mean_square + eps)
    return params


def _eps_forgotten(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / np.sqrt(mean_square)
    return params


def _shares_swapped(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = (1 - decay) * mean_square + decay * gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


def _uphill(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params + learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


def _multiplied(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient * (np.sqrt(mean_square) + eps)
    return params


def _one_for_all_weights(params, gradients, learning_rate, decay, eps):
    mean_square = 0.0
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * np.mean(gradient**2)
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


def _divided_before_the_mean(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
        mean_square = decay * mean_square + (1 - decay) * gradient**2
    return params


def _corrected_as_in_adam(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for t, gradient in enumerate(gradients, start=1):
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        corrected = mean_square / (1 - decay**t)
        params = params - learning_rate * gradient / (np.sqrt(corrected) + eps)
    return params


def _changed_in_place(params, gradients, learning_rate, decay, eps):
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params -= learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


RMSPROP_STEPS = Exercise(
    id="optimizers.rmsprop_steps",
    name="rmsprop_steps",
    lesson=LESSON,
    points=2,
    covers=("O4",),
    reference=optimizers.rmsprop_steps,
    cases=rmsprop_cases,
    hints=(
        "Make a running mean of the squares before the loop: zeros, one for each weight. Each "
        "step changes it first and then divides by its root.",
        "The mean: keep the share ρ of the old one and add the share 1 - ρ of gradient². "
        "The step: learning_rate times gradient, divided by the root of the mean plus eps.",
        "`mean_square = decay * mean_square + (1 - decay) * gradient**2`, then divide by "
        "`(np.sqrt(mean_square) + eps)`; mind the brackets.",
    ),
    misconceptions=(
        Misconception(
            "memory_lost",
            "Your mean begins at 0 again in each step, so it knows only the newest gradient. "
            "Carry it on from step to step.",
            _memory_lost,
        ),
        Misconception(
            "sum_of_squares",
            "You add up all squares, so the steps become smaller and smaller. That is Adagrad, an "
            "older rule; RMSprop takes a running mean.",
            _sum_of_squares,
        ),
        Misconception(
            "gradient_in_full",
            "You add the new square in full. In a running mean it comes in with the share 1 - ρ.",
            _gradient_in_full,
        ),
        Misconception(
            "square_forgotten",
            "You take the mean of the gradients, not of their squares. It may be negative, and "
            "then it has no root.",
            _square_forgotten,
        ),
        Misconception(
            "size_for_square",
            "You take the mean of the gradients' sizes and then a root of it. The mean is one of "
            "squares.",
            _size_for_square,
        ),
        Misconception(
            "root_forgotten",
            "You divide by the mean of the squares itself. Take its root first, then it has the "
            "size of a gradient.",
            _root_forgotten,
        ),
        Misconception(
            "eps_inside_the_root",
            "Your ε stands under the root. That form is published, too; here it is added after "
            "the root.",
            _eps_inside_the_root,
        ),
        Misconception(
            "eps_forgotten",
            "You left ε out. Where all slopes were 0 you divide 0 by 0.",
            _eps_forgotten,
        ),
        Misconception(
            "shares_swapped",
            "The two shares are swapped: the old mean keeps the share ρ, the new square gets "
            "1 - ρ.",
            _shares_swapped,
        ),
        Misconception(
            "uphill",
            "You go uphill. The step is subtracted.",
            _uphill,
        ),
        Misconception(
            "multiplied",
            "You multiply by the usual size of the slope, so steep directions get even longer "
            "steps. Divide by it.",
            _multiplied,
        ),
        Misconception(
            "one_for_all_weights",
            "You keep one mean for all weights together. Each weight has its own.",
            _one_for_all_weights,
        ),
        Misconception(
            "divided_before_the_mean",
            "You divide by the mean of the step before; at the first step that is 0. The mean "
            "takes in the new gradient first.",
            _divided_before_the_mean,
        ),
        Misconception(
            "corrected_as_in_adam",
            "You corrected the mean for its start at 0. That belongs to Adam; RMSprop takes the "
            "mean as it is.",
            _corrected_as_in_adam,
        ),
        Misconception(
            "changed_in_place",
            "You changed the array that you were given, so its owner loses the old parameters. "
            "Build a new array at each step.",
            _changed_in_place,
        ),
    ),
)
