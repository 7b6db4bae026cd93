"""Exercise: several steps of Adam, from the first on."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.model import Case, Exercise
from autograder.exercises.optimizers.samples import steps_cases, uneven_gradients
from nnlib import optimizers
from nnlib.by_hand.optimizers import adam_steps


def adam_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make steps with different gradients, and an ε large enough to be missed."""
    return [
        Case(
            (np.array([1.0]), np.array([[2.0], [-1.0]]), 0.1, 0.5, 0.75, 1e-10),
            working="t = 1: m = 1, v = 1, m̂ = 2, v̂ = 4, w = 1 - 0.1·2/2 = 0.9; t = 2: m = 0.5·1 "
            "- 0.5·1 = 0, v = 0.75·1 + 0.25·1 = 1, m̂ = 0, so w = 0.9",
        ),
        *steps_cases(
            rng, [(0.1, 0.9, 0.999, 1e-10), (0.3, 0.6, 0.95, 1e-10), (0.05, 0.8, 0.99, 1e-10)]
        ),
        Case((reals(rng, 2), uneven_gradients(rng, 3, 2), 0.1, 0.9, 0.99, 0.5), "a large ε"),
        Case((reals(rng, 3), uneven_gradients(rng, 4, 3), 0.2, 0.8, 0.9, 0.2), "a large ε"),
    ]


ADAM_STEPS = Exercise(
    id="optimizers.adam_steps",
    points=2,
    covers=("O5",),
    reference=adam_steps,
    cases=adam_cases,
    hints=(
        "Before the loop: m and v are zeros, one for each weight. The steps are numbered 1, 2, 3…",
        "`for t, gradient in enumerate(gradients, start=1):` gives each gradient with its number.",
        "In the loop, give what `optimizers.adam_step` returns the names `params, m, v` again, so "
        "that the next step goes on from there. Hand it t and all four settings.",
    ),
)


@ADAM_STEPS.misconception
def steps_count_from_zero(params, gradients, learning_rate, beta1, beta2, eps):
    """Your steps count from 0, so the first one divides by 1 - β⁰ = 0. They count from 1:
    `enumerate(gradients, start=1)`.
    """
    m = v = np.zeros(len(params))
    for t, gradient in enumerate(gradients):
        m = beta1 * m + (1 - beta1) * gradient
        v = beta2 * v + (1 - beta2) * gradient**2
        m_hat, v_hat = m / np.float64(1 - beta1**t), v / np.float64(1 - beta2**t)
        params = params - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
    return params


@ADAM_STEPS.misconception
def always_the_first_step(params, gradients, learning_rate, beta1, beta2, eps):
    """You call every step the first one, so the correction never fades. t grows by 1 at each
    step.
    """
    m = v = 0 * params
    for gradient in gradients:
        params, m, v = optimizers.adam_step(
            params, gradient, m, v, 1, learning_rate, beta1, beta2, eps
        )
    return params


@ADAM_STEPS.misconception
def always_the_last_step(params, gradients, learning_rate, beta1, beta2, eps):
    """You gave every step the number of the last one. t is 1 at the first step and grows by 1."""
    m = v = 0 * params
    for gradient in gradients:
        params, m, v = optimizers.adam_step(
            params, gradient, m, v, len(gradients), learning_rate, beta1, beta2, eps
        )
    return params


@ADAM_STEPS.misconception
def steps_counted_for_each_weight(params, gradients, learning_rate, beta1, beta2, eps):
    """You counted t on at every weight. It counts steps: all weights of one step have the same
    t.
    """
    params = np.array(params, dtype=float)
    m, v, t = np.zeros(len(params)), np.zeros(len(params)), 0
    for gradient in gradients:
        for i in range(len(params)):
            t = t + 1
            m[i] = beta1 * m[i] + (1 - beta1) * gradient[i]
            v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] ** 2
            m_hat, v_hat = m[i] / (1 - beta1**t), v[i] / (1 - beta2**t)
            params[i] = params[i] - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
    return params


@ADAM_STEPS.misconception
def memory_lost(params, gradients, learning_rate, beta1, beta2, eps):
    """Each of your steps begins with m and v at 0. The memory of one step is where the next goes
    on.
    """
    zeros = 0 * params
    for t, gradient in enumerate(gradients, start=1):
        params, _, _ = optimizers.adam_step(
            params, gradient, zeros, zeros, t, learning_rate, beta1, beta2, eps
        )
    return params


@ADAM_STEPS.misconception
def m_not_carried(params, gradients, learning_rate, beta1, beta2, eps):
    """You carry v from step to step, but m begins at 0 each time. Both are remembered."""
    zeros = v = 0 * params
    for t, gradient in enumerate(gradients, start=1):
        params, _, v = optimizers.adam_step(
            params, gradient, zeros, v, t, learning_rate, beta1, beta2, eps
        )
    return params


@ADAM_STEPS.misconception
def v_not_carried(params, gradients, learning_rate, beta1, beta2, eps):
    """You carry m from step to step, but v begins at 0 each time. Both are remembered."""
    zeros = m = 0 * params
    for t, gradient in enumerate(gradients, start=1):
        params, m, _ = optimizers.adam_step(
            params, gradient, m, zeros, t, learning_rate, beta1, beta2, eps
        )
    return params


@ADAM_STEPS.misconception
def one_array_for_both(params, gradients, learning_rate, beta1, beta2, eps):
    """Your m and v are one and the same array: a change of one changes the other. Make two arrays
    of zeros, or build new ones at each step.
    """
    m = v = np.zeros(len(params))
    for t, gradient in enumerate(gradients, start=1):
        m *= beta1
        m += (1 - beta1) * gradient
        v *= beta2
        v += (1 - beta2) * gradient**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        params = params - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
    return params


@ADAM_STEPS.misconception
def betas_swapped(params, gradients, learning_rate, beta1, beta2, eps):
    """Your two betas are swapped: β1 belongs to m, β2 to v. Look at the order in the call."""
    return adam_steps(params, gradients, learning_rate, beta2, beta1, eps)


@ADAM_STEPS.misconception
def no_correction(params, gradients, learning_rate, beta1, beta2, eps):
    """You use m and v uncorrected. From their start at 0 they are too small at first: divide by 1 -
    β^t.
    """
    m = v = np.zeros(len(params))
    for gradient in gradients:
        m = beta1 * m + (1 - beta1) * gradient
        v = beta2 * v + (1 - beta2) * gradient**2
        params = params - learning_rate * m / (np.sqrt(v) + eps)
    return params


@ADAM_STEPS.misconception
def settings_left_out(params, gradients, learning_rate, beta1, beta2, eps):
    """You did not hand β1, β2 and ε on, so each step used its own usual values."""
    return adam_steps(params, gradients, learning_rate, 0.9, 0.999, 1e-8)


@ADAM_STEPS.misconception
def each_from_the_start(params, gradients, learning_rate, beta1, beta2, eps):
    """Each of your steps begins at the first parameters again. Begin it where the last one
    ended.
    """
    m = v = 0 * params
    new = params
    for t, gradient in enumerate(gradients, start=1):
        new, m, v = optimizers.adam_step(
            params, gradient, m, v, t, learning_rate, beta1, beta2, eps
        )
    return new


@ADAM_STEPS.misconception
def first_step_only(params, gradients, learning_rate, beta1, beta2, eps):
    """You stopped after the first step. Look at how far the line with `return` is indented."""
    return adam_steps(params, gradients[:1], learning_rate, beta1, beta2, eps)


@ADAM_STEPS.misconception
def memory_returned_too(params, gradients, learning_rate, beta1, beta2, eps):
    """You returned m and v, too. Asked are the parameters alone."""
    m = v = 0 * params
    for t, gradient in enumerate(gradients, start=1):
        params, m, v = optimizers.adam_step(
            params, gradient, m, v, t, learning_rate, beta1, beta2, eps
        )
    return params, m, v
