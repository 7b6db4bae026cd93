"""Exercise: one step of Adam, with its memory and its number given."""

import numpy as np

from autograder.exercises.model import Exercise, Misconception
from autograder.exercises.optimizers.adam_cases import adam_cases
from autograder.exercises.optimizers.samples import LESSON
from nnlib import optimizers


def _no_correction(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * m / (np.sqrt(v) + eps), m, v


def _only_m_corrected(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


def _only_v_corrected(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * m / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def _one_power_short(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat = m / np.float64(1 - beta1 ** (t - 1))
    v_hat = v / np.float64(1 - beta2 ** (t - 1))
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _power_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _v_corrected_with_beta1(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta1**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _betas_swapped(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta2 * m + (1 - beta2) * gradient
    v = beta1 * v + (1 - beta1) * gradient**2
    m_hat, v_hat = m / (1 - beta2**t), v / (1 - beta1**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _shares_swapped(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = (1 - beta1) * m + beta1 * gradient
    v = (1 - beta2) * v + beta2 * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _first_moment_unused(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    return params - learning_rate * gradient / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def _memory_ignored(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m, v = (1 - beta1) * gradient, (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _square_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _root_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (v_hat + eps), m, v


def _eps_inside_the_root(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / np.sqrt(v_hat + eps), m, v


def _eps_before_the_correction(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    rate = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return params - rate * m / (np.sqrt(v) + eps), m, v


def _eps_forgotten(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / np.sqrt(v_hat), m, v


def _uphill(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params + learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _corrected_memory_returned(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = (beta1 * m + (1 - beta1) * gradient) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * gradient**2) / (1 - beta2**t)
    return params - learning_rate * m / (np.sqrt(v) + eps), m, v


def _old_memory_returned(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    new_m = beta1 * m + (1 - beta1) * gradient
    new_v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = new_m / (1 - beta1**t), new_v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


def _v_before_m(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), v, m


def _changed_in_place(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m *= beta1
    m += (1 - beta1) * gradient
    v *= beta2
    v += (1 - beta2) * gradient**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v


ADAM_STEP = Exercise(
    id="optimizers.adam_step",
    name="adam_step",
    lesson=LESSON,
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
    misconceptions=(
        Misconception(
            "no_correction",
            "You use m and v uncorrected. From their start at 0 they are too small at first, and "
            "not by the same share: divide by 1 - β^t.",
            _no_correction,
        ),
        Misconception(
            "only_m_corrected",
            "You corrected m, but not v. Both begin at 0, so both are corrected.",
            _only_m_corrected,
        ),
        Misconception(
            "only_v_corrected",
            "You corrected v, but not m. Both begin at 0, so both are corrected.",
            _only_v_corrected,
        ),
        Misconception(
            "one_power_short",
            "Your powers are one too low: t counts from 1, and the correction is 1 - β^t.",
            _one_power_short,
        ),
        Misconception(
            "power_forgotten",
            "You divide by 1 - β at every step. That is right for t = 1 only; the correction is "
            "1 - β^t.",
            _power_forgotten,
        ),
        Misconception(
            "v_corrected_with_beta1",
            "You corrected v with β1. It was made with β2, so it is corrected with β2.",
            _v_corrected_with_beta1,
        ),
        Misconception(
            "betas_swapped",
            "Your two betas are swapped: β1 belongs to m, β2 to v.",
            _betas_swapped,
        ),
        Misconception(
            "shares_swapped",
            "The shares are swapped: the old memory keeps the share β, what is new gets 1 - β.",
            _shares_swapped,
        ),
        Misconception(
            "first_moment_unused",
            "You move by the gradient itself. Adam moves by m, the running mean of the gradients: "
            "that is its momentum.",
            _first_moment_unused,
        ),
        Misconception(
            "memory_ignored",
            "You make m and v from the new gradient alone. The m and v that you are given belong "
            "to them, with the shares β1 and β2.",
            _memory_ignored,
        ),
        Misconception(
            "square_forgotten",
            "Your v is a mean of gradients. It is one of squared gradients, which are never "
            "negative.",
            _square_forgotten,
        ),
        Misconception(
            "root_forgotten",
            "You divide by v itself. Take its root first, then it has the size of a gradient.",
            _root_forgotten,
        ),
        Misconception(
            "eps_inside_the_root",
            "Your ε stands under the root. That form is published, too; here it is added after "
            "the root.",
            _eps_inside_the_root,
        ),
        Misconception(
            "eps_before_the_correction",
            "You moved the correction into the learning rate, so ε is added to the root of the "
            "uncorrected v. That form is published, too; here v is corrected first.",
            _eps_before_the_correction,
        ),
        Misconception(
            "eps_forgotten",
            "You left ε out. Where all slopes were 0 you divide 0 by 0.",
            _eps_forgotten,
        ),
        Misconception(
            "uphill",
            "You go uphill. The step is subtracted.",
            _uphill,
        ),
        Misconception(
            "corrected_memory_returned",
            "Your step is right, but you returned the corrected m and v. The next step goes on "
            "from the uncorrected ones.",
            _corrected_memory_returned,
        ),
        Misconception(
            "old_memory_returned",
            "Your step is right, but you returned the old m and v. The next step needs the new "
            "ones.",
            _old_memory_returned,
        ),
        Misconception(
            "v_before_m",
            "All three are right, but the order is not: return the parameters, m, v.",
            _v_before_m,
        ),
        Misconception(
            "changed_in_place",
            "You changed the arrays m and v that you were given, so their owner loses the old "
            "ones. Build new arrays.",
            _changed_in_place,
        ),
    ),
)
