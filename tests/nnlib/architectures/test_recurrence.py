from math import log, tanh

import numpy as np
import pytest

from nnlib.architectures.recurrence import lstm_step, rnn_step, run_rnn


def test_one_step_by_hand():
    # unit 1: 2·1 - 2·0.5 + 0 = 1; unit 2: 1·1 + 4·0.5 - 3 = 0
    h = rnn_step([1], [0.5, 0], [[2], [1]], [[-2, 7], [4, 7]], [0, -3])
    np.testing.assert_allclose(h, [tanh(1), 0])


def test_the_state_is_handed_on_from_step_to_step():
    # tanh(1) at first, then tanh(0 + 0.5 · tanh(1))
    states = run_rnn([[1], [0]], [[1]], [[0.5]], [0])
    np.testing.assert_allclose(states, [[tanh(1)], [tanh(0.5 * tanh(1))]])


def test_without_weights_for_the_state_nothing_is_remembered():
    first = run_rnn([[3], [1]], [[1]], [[0]], [0])
    other = run_rnn([[-3], [1]], [[1]], [[0]], [0])
    np.testing.assert_array_equal(first[1], other[1])


@pytest.mark.parametrize("rows", [1, 3])
def test_weights_of_another_number_of_units_are_refused(rows):
    with pytest.raises(ValueError, match="2 rows"):
        rnn_step([1], [0, 0], np.ones((rows, 1)), np.ones((2, 2)), [0, 0])


def test_an_lstm_step_by_hand():
    # σ(0) = 1/2, σ(ln 3) = 3/4, tanh(ln 3) = (9 - 1)/(9 + 1) = 0.8
    # c = 1/2 · 4 + 3/4 · 0.8 = 2.6, h = 1/2 · tanh(2.6)
    c, h = lstm_step([4], [0], [log(3)], [log(3)], [0])
    np.testing.assert_allclose(c, [2.6])
    np.testing.assert_allclose(h, [tanh(2.6) / 2])


def test_open_and_closed_gates_keep_a_memory_for_ever():
    c = np.array([0.7, -2.0])
    for _ in range(500):
        c, _ = lstm_step(c, [100, 100], [-100, -100], [3, 3], [0, 0])
    np.testing.assert_allclose(c, [0.7, -2.0])


def test_an_lstm_wants_one_net_input_a_unit_and_layer():
    with pytest.raises(ValueError, match="z_input"):
        lstm_step([1, 2], [0, 0], [0], [0, 0], [0, 0])
