"""Recurrence: a layer that hands its own output on to its next step, and so has a memory."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activations import sigmoid
from nnlib.validate import FloatArray, matrix, vector

__all__ = ["lstm_step", "rnn_step", "run_rnn"]


def rnn_step(
    x: ArrayLike, h_prev: ArrayLike, weight_x: ArrayLike, weight_h: ArrayLike, bias: ArrayLike
) -> FloatArray:
    """Return the new state of a recurrent layer.

    h_t = tanh(W_x x_t + W_h h_(t-1) + b)

    Elman, Finding structure in time, 1990.

    Parameters
    ----------
    x : array_like, shape (in_features,)
        What comes in at this step.
    h_prev : array_like, shape (hidden,)
        The state after the step before.
    weight_x : array_like, shape (hidden, in_features)
    weight_h : array_like, shape (hidden, hidden)
    bias : array_like, shape (hidden,)

    Returns
    -------
    ndarray, shape (hidden,)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> rnn_step([1], [0.5], [[2]], [[-2]], [0]).round(3)  # tanh(2 · 1 - 2 · 0.5)
    array([0.762])
    """
    x, h_prev = vector(x, "x"), vector(h_prev, "h_prev")
    weight_x = matrix(weight_x, "weight_x", columns=x.size)
    weight_h = matrix(weight_h, "weight_h", columns=h_prev.size)
    bias = vector(bias, "bias", size=h_prev.size)
    if not len(weight_x) == len(weight_h) == h_prev.size:
        raise ValueError(
            f"weight_x and weight_h must have {h_prev.size} rows, one for each number of h_prev; "
            f"{len(weight_x)} and {len(weight_h)} came."
        )
    h: FloatArray = np.tanh(weight_x @ x + weight_h @ h_prev + bias)
    return h


def run_rnn(
    sequence: Sequence[ArrayLike], weight_x: ArrayLike, weight_h: ArrayLike, bias: ArrayLike
) -> FloatArray:
    """Return the state after each step of a sequence; before the first it is 0.

    Parameters
    ----------
    sequence : array_like, shape (steps, in_features)
    weight_x, weight_h, bias : array_like
        As `rnn_step` takes them; the same at every step.

    Returns
    -------
    ndarray, shape (steps, hidden)

    Examples
    --------
    >>> run_rnn([[1], [0]], [[1]], [[1]], [0]).round(3)  # tanh 1, then tanh(tanh 1)
    array([[0.762],
           [0.642]])
    """
    bias = vector(bias, "bias")
    states = [np.zeros_like(bias)]
    for x in sequence:
        states.append(rnn_step(x, states[-1], weight_x, weight_h, bias))
    return np.array(states[1:])


def lstm_step(
    c_prev: ArrayLike,
    z_forget: ArrayLike,
    z_input: ArrayLike,
    z_candidate: ArrayLike,
    z_output: ArrayLike,
) -> tuple[FloatArray, FloatArray]:
    """Return the new memory and the new state of an LSTM, from the net inputs of its four layers.

    f = σ(z_f),  i = σ(z_i),  g = tanh(z_g),  o = σ(z_o)
    c_t = f ⊙ c_(t-1) + i ⊙ g  and  h_t = o ⊙ tanh(c_t)

    Hochreiter and Schmidhuber, Long short-term memory, 1997; the forget gate by Gers,
    Schmidhuber and Cummins, Learning to forget, 2000.

    Parameters
    ----------
    c_prev : array_like, shape (hidden,)
        The memory after the step before.
    z_forget, z_input, z_candidate, z_output : array_like, shape (hidden,)
        Each is W_x x + W_h h + b with weights of its own.

    Returns
    -------
    c, h : ndarray, shape (hidden,)

    Raises
    ------
    ValueError
        If the shapes differ.

    Examples
    --------
    >>> c, h = lstm_step([4], [0], [1000], [0], [0])  # c = 0.5 · 4 + 1 · 0
    >>> c, h.round(3)  # h = 0.5 · tanh(2)
    (array([2.]), array([0.482]))
    """
    c_prev = vector(c_prev, "c_prev")
    forget = sigmoid(vector(z_forget, "z_forget", size=c_prev.size))
    let_in = sigmoid(vector(z_input, "z_input", size=c_prev.size))
    candidate = np.tanh(vector(z_candidate, "z_candidate", size=c_prev.size))
    show = sigmoid(vector(z_output, "z_output", size=c_prev.size))
    c: FloatArray = forget * c_prev + let_in * candidate
    return c, show * np.tanh(c)
