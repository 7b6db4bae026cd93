"""Exercise: one step of Adam, with its memory and its number given."""

import numpy as np

from autograder.exercises.model import Exercise
from autograder.exercises.optimizers.adam_cases import adam_cases
from nnlib import optimizers

ADAM_STEP = Exercise(
    id="optimizers.adam_step",
    points=3,
    covers=("O5",),
    reference=optimizers.adam_step,
    cases=adam_cases,
    hints=(
        "Four lines, in this order: the new m, the new v, both corrected, the new parameters. "
        "Each is one formula of the text.",
        "m is a running mean of the gradients with β1, v one of their squares with β2. The "
        "corrected ones need names of their own, since m and v are returned uncorrected.",
        "`m_hat = m / (1 - beta1**t)`, and v_hat in the same way with its own β.",
        "`params - learning_rate * m_hat / (np.sqrt(v_hat) + eps)`; return it with m and v.",
    ),
)


@ADAM_STEP.misconception
def no_correction(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You use m and v uncorrected. From their start at 0 they are too small at first, and not by
    the same share: divide by 1 - β^t.
    """
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * m / (np.sqrt(v) + eps), m, v


@ADAM_STEP.misconception
def only_m_corrected(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You corrected m, but not v. Both begin at 0, so both are corrected."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@ADAM_STEP.misconception
def only_v_corrected(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You corrected v, but not m. Both begin at 0, so both are corrected."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * m / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@ADAM_STEP.misconception
def one_power_short(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Your powers are one too low: t counts from 1, and the correction is 1 - β^t."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat = m / np.float64(1 - beta1 ** (t - 1))
    v_hat = v / np.float64(1 - beta2 ** (t - 1))
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def power_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You divide by 1 - β at every step. That is right for t = 1 only; the correction is 1 -
    β^t.
    """
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def v_corrected_with_beta1(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You corrected v with β1. It was made with β2, so it is corrected with β2."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta1**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def betas_swapped(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Your two betas are swapped: β1 belongs to m, β2 to v."""
    m = beta2 * m + (1 - beta2) * gradient
    v = beta1 * v + (1 - beta1) * gradient**2
    m_hat, v_hat = m / (1 - beta2**t), v / (1 - beta1**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def shares_swapped(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """The shares are swapped: the old memory keeps the share β, what is new gets 1 - β."""
    m = (1 - beta1) * m + beta1 * gradient
    v = (1 - beta2) * v + beta2 * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def first_moment_unused(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You move by the gradient itself. Adam moves by m, the running mean of the gradients: that is
    its momentum.
    """
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * gradient / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@ADAM_STEP.misconception
def memory_ignored(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You make m and v from the new gradient alone. The m and v that you are given belong to them,
    with the shares β1 and β2.
    """
    m, v = (1 - beta1) * gradient, (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def square_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Your v is a mean of gradients. It is one of squared gradients, which are never negative."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def root_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You divide by v itself. Take its root first, then it has the size of a gradient."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (v_hat + eps), m, v


@ADAM_STEP.misconception
def eps_inside_the_root(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Your ε stands under the root. That form is published, too; here it is added after the
    root.
    """
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / np.sqrt(v_hat + eps), m, v


@ADAM_STEP.misconception
def eps_before_the_correction(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You moved the correction into the learning rate, so ε is added to the root of the uncorrected
    v. That form is published, too; here v is corrected first.
    """
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    rate = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return params - rate * m / (np.sqrt(v) + eps), m, v


@ADAM_STEP.misconception
def eps_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You left ε out. Where all slopes were 0 you divide 0 by 0."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / np.sqrt(v_hat), m, v


@ADAM_STEP.misconception
def uphill(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You go uphill. The step is subtracted."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params + learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def corrected_memory_returned(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Your step is right, but you returned the corrected m and v. The next step goes on from the
    uncorrected ones.
    """
    m = (beta1 * m + (1 - beta1) * gradient) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * gradient**2) / (1 - beta2**t)
    return params - learning_rate * m / (np.sqrt(v) + eps), m, v


@ADAM_STEP.misconception
def old_memory_returned(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Your step is right, but you returned the old m and v. The next step needs the new ones."""
    new_m = beta1 * m + (1 - beta1) * gradient
    new_v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = new_m / (1 - beta1**t), new_v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@ADAM_STEP.misconception
def v_before_m(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """All three are right, but the order is not: return the parameters, m, v."""
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), v, m


@ADAM_STEP.misconception
def changed_in_place(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """You changed the arrays m and v that you were given, so their owner loses the old ones. Build
    new arrays.
    """
    m *= beta1
    m += (1 - beta1) * gradient
    v *= beta2
    v += (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v
