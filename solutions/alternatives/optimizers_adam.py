"""Right answers of lesson 06 in other styles: Adam, one step and several."""

import numpy as np

from nnlib import optimizers
from nnlib.by_hand.optimizers import corrected_mean


def adam_step__loop(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    new_params, new_m, new_v = [], [], []
    for w, g, old_m, old_v in zip(params, gradient, m, v, strict=True):
        one_m = beta1 * old_m + (1 - beta1) * g
        one_v = beta2 * old_v + (1 - beta2) * g * g
        m_hat, v_hat = one_m / (1 - beta1**t), one_v / (1 - beta2**t)
        new_params.append(w - learning_rate * m_hat / (v_hat**0.5 + eps))
        new_m.append(one_m)
        new_v.append(one_v)
    return new_params, new_m, new_v


def adam_step__towards_the_gradient(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = m + (1 - beta1) * (gradient - m)
    v = v + (1 - beta2) * (np.square(gradient) - v)
    size = np.sqrt(v / (1 - np.power(beta2, t))) + eps
    return params - learning_rate / (1 - np.power(beta1, t)) * m / size, m, v


def adam_step__scaled_eps(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    root = (1 - beta2**t) ** 0.5
    return params - learning_rate * root / (1 - beta1**t) * m / (np.sqrt(v) + eps * root), m, v


def adam_step__einsum(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    new_m = np.einsum("k,ki->i", [beta1, 1 - beta1], np.array([m, gradient]))
    new_v = np.einsum("k,ki->i", [beta2, 1 - beta2], np.array([v, gradient * gradient]))
    step = (new_m / (1 - beta1**t)) / ((new_v / (1 - beta2**t)) ** 0.5 + eps)
    return params - learning_rate * step, new_m, new_v


def adam_step__float32(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    params, gradient, m, v = (np.float32(one) for one in (params, gradient, m, v))
    m = np.float32(beta1) * m + np.float32(1 - beta1) * gradient
    v = np.float32(beta2) * v + np.float32(1 - beta2) * gradient**2
    m_hat, v_hat = m / np.float32(1 - beta1**t), v / np.float32(1 - beta2**t)
    return params - np.float32(learning_rate) * m_hat / (np.sqrt(v_hat) + np.float32(eps)), m, v


def adam_step__list(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    m = np.multiply(m, beta1) + np.multiply(gradient, 1 - beta1)
    v = np.multiply(v, beta2) + np.multiply(np.abs(gradient) ** 2, 1 - beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return [params - learning_rate * m_hat / (eps + np.sqrt(v_hat)), m, v]


def adam_steps__by_hand(params, gradients, learning_rate, beta1, beta2, eps):
    m, v = np.zeros(len(params)), np.zeros(len(params))
    for t, gradient in enumerate(gradients, start=1):
        m = beta1 * m + (1 - beta1) * gradient
        v = beta2 * v + (1 - beta2) * gradient**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        params = params - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
    return params


def adam_steps__counter(params, gradients, learning_rate, beta1, beta2, eps):
    state, t = (params, 0 * params, 0 * params), 0
    while t < len(gradients):
        params, m, v = state
        t += 1
        state = optimizers.adam_step(
            params, gradients[t - 1], m, v, t, learning_rate, beta1, beta2, eps
        )
    return state[0]


def adam_steps__weight_by_weight(params, gradients, learning_rate, beta1, beta2, eps):
    result = []
    for i in range(len(params)):
        w, m, v = float(params[i]), 0.0, 0.0
        for t in range(1, len(gradients) + 1):
            g = gradients[t - 1, i]
            m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
            w -= learning_rate * (m / (1 - beta1**t)) / ((v / (1 - beta2**t)) ** 0.5 + eps)
        result.append(w)
    return result


def adam_steps__corrected_means(params, gradients, learning_rate, beta1, beta2, eps):
    for t in range(1, len(gradients) + 1):
        m_hat = corrected_mean(gradients[:t], beta1)
        v_hat = corrected_mean(gradients[:t] ** 2, beta2)
        params = params - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
    return params


def adam_steps__object(params, gradients, learning_rate, beta1, beta2, eps):
    params = np.array(params, dtype=float)
    optimizer = optimizers.Adam(learning_rate, beta1=beta1, beta2=beta2, eps=eps)
    for gradient in gradients:
        optimizer.step(params, gradient)
    return params


def adam_steps__float32(params, gradients, learning_rate, beta1, beta2, eps):
    params = np.float32(params)
    m, v = np.zeros_like(params), np.zeros_like(params)
    for t, gradient in enumerate(np.float32(gradients), start=1):
        m = np.float32(beta1) * m + np.float32(1 - beta1) * gradient
        v = np.float32(beta2) * v + np.float32(1 - beta2) * gradient * gradient
        size = np.sqrt(v / np.float32(1 - beta2**t)) + np.float32(eps)
        params = params - np.float32(learning_rate) * (m / np.float32(1 - beta1**t)) / size
    return params
