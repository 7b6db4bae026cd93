"""Exercise: several steps with momentum, v ← μ v + g and w ← w - η v."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.model import Case, Exercise
from autograder.exercises.optimizers.samples import steps_cases, uneven_gradients
from nnlib.by_hand.optimizers import momentum_steps


def momentum_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make steps with different gradients: a velocity shows from the second step on."""
    return [
        Case(
            (np.array([1.0]), np.array([[2.0], [1.0]]), 0.1, 0.5),
            working="v = 0.5·0 + 2 = 2, w = 1 - 0.1·2 = 0.8; "
            "v = 0.5·2 + 1 = 2, w = 0.8 - 0.1·2 = 0.6",
        ),
        *steps_cases(rng, [(0.1, 0.9), (0.3, 0.6), (0.05, 0.8)]),
        Case((reals(rng, 2), uneven_gradients(rng, 4, 2), 0.2, 0.0), "no momentum"),
        Case((reals(rng, 3), uneven_gradients(rng, 3, 3), 0.1, 0.0), "no momentum"),
    ]


MOMENTUM_STEPS = Exercise(
    id="optimizers.momentum_steps",
    points=2,
    covers=("O3",),
    reference=momentum_steps,
    cases=momentum_cases,
    hints=(
        "Make a velocity before the loop: zeros, one for each weight. Each step changes it first "
        "and then moves the parameters by it.",
        "In the loop: the new velocity is μ times the old one, plus the gradient. The next step "
        "needs this velocity again, so keep it under the same name.",
        "`velocity = momentum * velocity + gradient`, then "
        "`params = params - learning_rate * velocity`; `return params` after the loop.",
    ),
)


@MOMENTUM_STEPS.misconception
def no_memory(params, gradients, learning_rate, momentum):
    """Your steps remember nothing: this is plain gradient descent. The velocity of one step must
    still be there in the next.
    """
    for gradient in gradients:
        params = params - learning_rate * gradient
    return params


@MOMENTUM_STEPS.misconception
def remembers_one_step(params, gradients, learning_rate, momentum):
    """Your velocity knows only the gradient just before. Carry the whole velocity on, then it holds
    all earlier gradients.
    """
    before = np.zeros(len(params))
    for gradient in gradients:
        params = params - learning_rate * (momentum * before + gradient)
        before = gradient
    return params


@MOMENTUM_STEPS.misconception
def learning_rate_twice(params, gradients, learning_rate, momentum):
    """The learning rate stands in your velocity and again in your step, so it counts twice. Here it
    belongs to the step alone.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + learning_rate * gradient
        params = params - learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def learning_rate_forgotten(params, gradients, learning_rate, momentum):
    """Your steps are as long as the velocity. The learning rate η scales each step."""
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        params = params - velocity
    return params


@MOMENTUM_STEPS.misconception
def uphill(params, gradients, learning_rate, momentum):
    """You go uphill. The velocity is a sum of gradients, so it is subtracted."""
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        params = params + learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def gradient_subtracted_from_velocity(params, gradients, learning_rate, momentum):
    """In your velocity the old part and the gradient have opposite signs, so it brakes. Both are
    added.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = gradient - momentum * velocity
        params = params - learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def mean_form(params, gradients, learning_rate, momentum):
    """You multiplied the gradient by 1 - μ, so your velocity is a running mean. That form is
    published, too; here the classical one is meant, with the gradient in full.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + (1 - momentum) * gradient
        params = params - learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def shares_swapped(params, gradients, learning_rate, momentum):
    """You multiplied the gradient by μ. It is the old velocity of which only the share μ is kept;
    the gradient comes in full.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = velocity + momentum * gradient
        params = params - learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def nesterov(params, gradients, learning_rate, momentum):
    """You looked one step ahead: this is Nesterov's form of momentum. Here the classical one is
    meant, a step of η times the velocity.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        params = params - learning_rate * (momentum * velocity + gradient)
    return params


@MOMENTUM_STEPS.misconception
def moves_with_the_old_velocity(params, gradients, learning_rate, momentum):
    """You move first and change the velocity afterwards, so each gradient comes one step late. The
    velocity comes first.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        params = params - learning_rate * velocity
        velocity = momentum * velocity + gradient
    return params


@MOMENTUM_STEPS.misconception
def never_slows_down(params, gradients, learning_rate, momentum):
    """You keep the whole old velocity. Only the share μ of it is kept, like a ball that loses speed
    by friction.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = velocity + gradient
        params = params - learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def starts_with_the_first_gradient(params, gradients, learning_rate, momentum):
    """Your velocity begins with the first gradient, which so counts twice. It begins at 0."""
    velocity = gradients[0]
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        params = params - learning_rate * velocity
    return params


@MOMENTUM_STEPS.misconception
def moves_once_at_the_end(params, gradients, learning_rate, momentum):
    """Your velocity grows at every step, but the parameters move only once, after the loop. They
    move at every step.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + gradient
    return params - learning_rate * velocity


@MOMENTUM_STEPS.misconception
def first_step_only(params, gradients, learning_rate, momentum):
    """You stopped after the first step. Look at how far the line with `return` is indented."""
    return params - learning_rate * gradients[0]


@MOMENTUM_STEPS.misconception
def changed_in_place(params, gradients, learning_rate, momentum):
    """You changed the array that you were given, so its owner loses the old parameters. Build a new
    array at each step.
    """
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        params -= learning_rate * velocity
    return params
