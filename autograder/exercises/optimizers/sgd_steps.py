"""Exercise: several steps of gradient descent, each with its own gradient."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.optimizers.samples import LESSON, steps_cases
from nnlib import optimizers


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


def _uphill(params, gradients, learning_rate):
    for gradient in gradients:
        params = params + learning_rate * gradient
    return params


def _learning_rate_forgotten(params, gradients, learning_rate):
    for gradient in gradients:
        params = params - gradient
    return params


def _last_gradient_only(params, gradients, learning_rate):
    return params - learning_rate * gradients[-1]


def _first_step_only(params, gradients, learning_rate):
    return params - learning_rate * gradients[0]


def _last_step_missing(params, gradients, learning_rate):
    for gradient in gradients[:-1]:
        params = params - learning_rate * gradient
    return params


def _mean_of_the_gradients(params, gradients, learning_rate):
    return params - learning_rate * np.mean(gradients, axis=0)


def _scaled_down_params(params, gradients, learning_rate):
    for gradient in gradients:
        params = learning_rate * (params - gradient)
    return params


def _only_the_change(params, gradients, learning_rate):
    return -learning_rate * np.sum(gradients, axis=0)


def _gradients_mixed(params, gradients, learning_rate):
    for gradient in gradients:
        params = params - learning_rate * np.sum(gradient)
    return params


def _every_place(params, gradients, learning_rate):
    path = [params]
    for gradient in gradients:
        path.append(path[-1] - learning_rate * gradient)
    return np.array(path)


def _changed_in_place(params, gradients, learning_rate):
    for gradient in gradients:
        params -= learning_rate * gradient
    return params


SGD_STEPS = Exercise(
    id="optimizers.sgd_steps",
    name="sgd_steps",
    lesson=LESSON,
    points=1,
    covers=("O2",),
    reference=optimizers.sgd_steps,
    cases=sgd_cases,
    hints=(
        "Each row of `gradients` is one mini-batch's gradient. Make one step with each of them.",
        "`for gradient in gradients:` walks through the rows. Each step begins where the last one "
        "ended.",
        "`params = params - learning_rate * gradient` in the loop, and `return params` after it.",
    ),
    misconceptions=(
        Misconception(
            "uphill",
            "You go uphill. The gradient points to where the loss grows; subtract it.",
            _uphill,
        ),
        Misconception(
            "learning_rate_forgotten",
            "Your steps are as long as the gradients. The learning rate η scales each step.",
            _learning_rate_forgotten,
        ),
        Misconception(
            "last_gradient_only",
            "Only the last gradient counts in your answer: each of your steps begins at the start "
            "again. Begin it where the last one ended.",
            _last_gradient_only,
        ),
        Misconception(
            "first_step_only",
            "You stopped after the first step. Look at how far the line with `return` is indented.",
            _first_step_only,
        ),
        Misconception(
            "last_step_missing",
            "The last step is missing: there is one step for each row of gradients.",
            _last_step_missing,
        ),
        Misconception(
            "mean_of_the_gradients",
            "You made one step with the mean of all gradients. Here each mini-batch makes a step "
            "of its own.",
            _mean_of_the_gradients,
        ),
        Misconception(
            "scaled_down_params",
            "The learning rate scales the gradient alone, not the parameters. Look at your "
            "brackets.",
            _scaled_down_params,
        ),
        Misconception(
            "only_the_change",
            "You returned how far the parameters moved. Asked is where they are then.",
            _only_the_change,
        ),
        Misconception(
            "gradients_mixed",
            "You moved every weight by the sum of the slopes. Each weight has a slope of its own.",
            _gradients_mixed,
        ),
        Misconception(
            "every_place",
            "You returned every place on the way. Asked are the parameters after the last step.",
            _every_place,
        ),
        Misconception(
            "changed_in_place",
            "You changed the array that you were given, so its owner loses the old parameters. "
            "Build a new array at each step.",
            _changed_in_place,
        ),
    ),
)
