"""Exercise: several steps of RMSprop, s ← ρ s + (1 - ρ) g² and w ← w - η g / (√s + ε)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.model import Case, Exercise
from autograder.exercises.optimizers.samples import steps_cases, uneven_gradients
from nnlib.by_hand.optimizers import rmsprop_steps


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


RMSPROP_STEPS = Exercise(
    id="optimizers.rmsprop_steps",
    points=2,
    covers=("O4",),
    reference=rmsprop_steps,
    cases=rmsprop_cases,
    hints=(
        "Make a running mean of the squares before the loop: zeros, one for each weight. Each "
        "step changes it first and then divides by its root.",
        "The mean: keep the share ρ of the old one and add the share 1 - ρ of gradient². "
        "The step: learning_rate times gradient, divided by the root of the mean plus eps.",
        "`mean_square = decay * mean_square + (1 - decay) * gradient**2`, then divide by "
        "`(np.sqrt(mean_square) + eps)`; mind the brackets.",
    ),
)


@RMSPROP_STEPS.misconception
def memory_lost(params, gradients, learning_rate, decay, eps):
    """Your mean begins at 0 again in each step, so it knows only the newest gradient. Carry it on
    from step to step.
    """
    for gradient in gradients:
        mean_square = (1 - decay) * gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


@RMSPROP_STEPS.misconception
def sum_of_squares(params, gradients, learning_rate, decay, eps):
    """You add up all squares, so the steps become smaller and smaller. That is Adagrad, an older
    rule; RMSprop takes a running mean.
    """
    total = np.zeros(len(params))
    for gradient in gradients:
        total = total + gradient**2
        params = params - learning_rate * gradient / (np.sqrt(total) + eps)
    return params


@RMSPROP_STEPS.misconception
def gradient_in_full(params, gradients, learning_rate, decay, eps):
    """You add the new square in full. In a running mean it comes in with the share 1 - ρ."""
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


@RMSPROP_STEPS.misconception
def square_forgotten(params, gradients, learning_rate, decay, eps):
    """You take the mean of the gradients, not of their squares. It may be negative, and then it has
    no root.
    """
    mean = np.zeros(len(params))
    for gradient in gradients:
        mean = decay * mean + (1 - decay) * gradient
        params = params - learning_rate * gradient / (np.sqrt(mean) + eps)
    return params


@RMSPROP_STEPS.misconception
def size_for_square(params, gradients, learning_rate, decay, eps):
    """You take the mean of the gradients' sizes and then a root of it. The mean is one of
    squares.
    """
    mean = np.zeros(len(params))
    for gradient in gradients:
        mean = decay * mean + (1 - decay) * np.abs(gradient)
        params = params - learning_rate * gradient / (np.sqrt(mean) + eps)
    return params


@RMSPROP_STEPS.misconception
def root_forgotten(params, gradients, learning_rate, decay, eps):
    """You divide by the mean of the squares itself. Take its root first, then it has the size of a
    gradient.
    """
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / (mean_square + eps)
    return params


@RMSPROP_STEPS.misconception
def eps_inside_the_root(params, gradients, learning_rate, decay, eps):
    """Your ε stands under the root. That form is published, too; here it is added after the
    root.
    """
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / np.sqrt(mean_square + eps)
    return params


@RMSPROP_STEPS.misconception
def eps_forgotten(params, gradients, learning_rate, decay, eps):
    """You left ε out. Where all slopes were 0 you divide 0 by 0."""
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / np.sqrt(mean_square)
    return params


@RMSPROP_STEPS.misconception
def shares_swapped(params, gradients, learning_rate, decay, eps):
    """The two shares are swapped: the old mean keeps the share ρ, the new square gets 1 - ρ."""
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = (1 - decay) * mean_square + decay * gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


@RMSPROP_STEPS.misconception
def uphill(params, gradients, learning_rate, decay, eps):
    """You go uphill. The step is subtracted."""
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params + learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


@RMSPROP_STEPS.misconception
def multiplied(params, gradients, learning_rate, decay, eps):
    """You multiply by the usual size of the slope, so steep directions get even longer steps.
    Divide by it.
    """
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient * (np.sqrt(mean_square) + eps)
    return params


@RMSPROP_STEPS.misconception
def one_for_all_weights(params, gradients, learning_rate, decay, eps):
    """You keep one mean for all weights together. Each weight has its own."""
    mean_square = 0.0
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * np.mean(gradient**2)
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params


@RMSPROP_STEPS.misconception
def divided_before_the_mean(params, gradients, learning_rate, decay, eps):
    """You divide by the mean of the step before; at the first step that is 0. The mean takes in the
    new gradient first.
    """
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
        mean_square = decay * mean_square + (1 - decay) * gradient**2
    return params


@RMSPROP_STEPS.misconception
def corrected_as_in_adam(params, gradients, learning_rate, decay, eps):
    """You corrected the mean for its start at 0. That belongs to Adam; RMSprop takes the mean as it
    is.
    """
    mean_square = np.zeros(len(params))
    for t, gradient in enumerate(gradients, start=1):
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        corrected = mean_square / (1 - decay**t)
        params = params - learning_rate * gradient / (np.sqrt(corrected) + eps)
    return params


@RMSPROP_STEPS.misconception
def changed_in_place(params, gradients, learning_rate, decay, eps):
    """You changed the array that you were given, so its owner loses the old parameters. Build a new
    array at each step.
    """
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params -= learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params
