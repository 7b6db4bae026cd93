"""Exercise: several steps of gradient descent, each with its own gradient."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.optimizers.samples import steps_cases
from nnlib.by_hand.optimizers import sgd_steps


def sgd_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make steps with different gradients, in which a step left out is seen."""
    return [
        Case(
            (np.array([1.0, 2.0]), np.array([[10.0, 0.0], [-5.0, 10.0]]), 0.1),
            working="step 1: (1 - 0.1·10, 2 - 0.1·0) = (0, 2); "
            "step 2: (0 + 0.1·5, 2 - 0.1·10) = (0.5, 1)",
        ),
        *steps_cases(rng, [(0.1,), (0.4,), (0.03,)]),
    ]


SGD_STEPS = Exercise(
    id="optimizers.sgd_steps",
    points=1,
    covers=("O2",),
    reference=sgd_steps,
    cases=sgd_cases,
    hints=(
        "Each row of `gradients` is one mini-batch's gradient. Make one step with each of them.",
        "`for gradient in gradients:` walks through the rows. Each step begins where the last one "
        "ended.",
        "`params = params - learning_rate * gradient` in the loop, and `return params` after it.",
    ),
)


@SGD_STEPS.misconception
def uphill(params, gradients, learning_rate):
    """You go uphill. The gradient points to where the loss grows; subtract it."""
    for gradient in gradients:
        params = params + learning_rate * gradient
    return params


@SGD_STEPS.misconception
def learning_rate_forgotten(params, gradients, learning_rate):
    """Your steps are as long as the gradients. The learning rate η scales each step."""
    for gradient in gradients:
        params = params - gradient
    return params


@SGD_STEPS.misconception
def last_gradient_only(params, gradients, learning_rate):
    """Only the last gradient counts in your answer: each of your steps begins at the start again.
    Begin it where the last one ended.
    """
    return params - learning_rate * gradients[-1]


@SGD_STEPS.misconception
def first_step_only(params, gradients, learning_rate):
    """You stopped after the first step. Look at how far the line with `return` is indented."""
    return params - learning_rate * gradients[0]


@SGD_STEPS.misconception
def last_step_missing(params, gradients, learning_rate):
    """The last step is missing: there is one step for each row of gradients."""
    for gradient in gradients[:-1]:
        params = params - learning_rate * gradient
    return params


@SGD_STEPS.misconception
def mean_of_the_gradients(params, gradients, learning_rate):
    """You made one step with the mean of all gradients. Here each mini-batch makes a step of its
    own.
    """
    return params - learning_rate * np.mean(gradients, axis=0)


@SGD_STEPS.misconception
def scaled_down_params(params, gradients, learning_rate):
    """The learning rate scales the gradient alone, not the parameters. Look at your brackets."""
    for gradient in gradients:
        params = learning_rate * (params - gradient)
    return params


@SGD_STEPS.misconception
def only_the_change(params, gradients, learning_rate):
    """You returned how far the parameters moved. Asked is where they are then."""
    return -learning_rate * np.sum(gradients, axis=0)


@SGD_STEPS.misconception
def gradients_mixed(params, gradients, learning_rate):
    """You moved every weight by the sum of the slopes. Each weight has a slope of its own."""
    for gradient in gradients:
        params = params - learning_rate * np.sum(gradient)
    return params


@SGD_STEPS.misconception
def every_place(params, gradients, learning_rate):
    """You returned every place on the way. Asked are the parameters after the last step."""
    path = [params]
    for gradient in gradients:
        path.append(path[-1] - learning_rate * gradient)
    return np.array(path)


@SGD_STEPS.misconception
def changed_in_place(params, gradients, learning_rate):
    """You changed the array that you were given, so its owner loses the old parameters. Build a new
    array at each step.
    """
    for gradient in gradients:
        params -= learning_rate * gradient
    return params
