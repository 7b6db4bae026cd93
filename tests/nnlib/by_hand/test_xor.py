"""XOR: no line, no rest for the perceptron, and two layers set by hand."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.by_hand.xor import (
    best_line,
    first_repeat,
    hidden_features,
    line_accuracy,
    visited_weights,
    xor_by_hand,
)
from nnlib.gates import gate_weights, truth_table
from nnlib.perceptron import predict, train, train_epoch

GRID = np.linspace(-2, 2, 17)  # steps of 1/4, whose sums are exact
any_number = st.floats(-1e6, 1e6)


def test_line_accuracy_by_hand():
    # OR on XOR's targets: 0 1 1 1 against 0 1 1 0, three of four agree
    assert line_accuracy(*truth_table("xor"), [1, 1], -0.5) == 0.75
    assert line_accuracy(*truth_table("or"), [1, 1], -0.5) == 1
    assert line_accuracy(*truth_table("nor"), [1, 1], -0.5) == 0


@given(w1=any_number, w2=any_number, bias=any_number)
def test_no_line_gets_all_of_xor_right(w1, w2, bias):
    assert line_accuracy(*truth_table("xor"), [w1, w2], bias) <= 0.75


def test_the_best_line_for_xor_gets_three_of_four():
    X, targets = truth_table("xor")
    weights, bias, right = best_line(X, targets, GRID)
    assert right == 3
    assert line_accuracy(X, targets, weights, bias) == 0.75


@pytest.mark.parametrize("gate", ["and", "or", "nand", "nor"])
def test_the_best_line_for_a_separable_gate_gets_all(gate):
    X, targets = truth_table(gate)
    weights, bias, right = best_line(X, targets, GRID)
    assert right == 4
    np.testing.assert_array_equal(predict(X, weights, bias), targets)


@pytest.mark.parametrize("gate", ["and", "xor", "xnor"])
def test_of_equally_good_lines_the_first_in_order_is_taken(gate):
    X, targets = truth_table(gate)
    grid = [0.5, -0.5, 1, 0, -1]
    rights = {
        line: int(np.sum(predict(X, line[:2], line[2]) == targets))
        for line in itertools.product(grid, repeat=3)
    }
    first_best = max(rights, key=rights.get)  # max keeps the first of equals
    weights, bias, right = best_line(X, targets, grid)
    assert (*weights, bias, right) == (*first_best, rights[first_best])


def test_on_xor_each_epoch_leads_back_to_where_it_began():
    X, targets = truth_table("xor")
    assert first_repeat(visited_weights(X, targets, 1, 30)) == (1, 2)
    # From w=(-1, 0), b=1:  00: z=1, t=0: b=0 · 01: z=0, t=1: w=(-1, 1), b=1
    # 10: z=0, t=1: w=(0, 1), b=2 · 11: z=3, t=0: w=(-1, 0), b=1
    weights, bias, mistakes = train_epoch(X, targets, [-1, 0], 1, 1)
    assert (*weights, bias, mistakes) == (-1, 0, 1, 4)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_perceptron_goes_in_a_circle_on_xor_whatever_the_order(order):
    X, targets = truth_table("xor")
    rows = visited_weights(X[list(order)], targets[list(order)], 1, 60)
    start, again = first_repeat(rows)
    length = again - start
    np.testing.assert_array_equal(rows[start:-length], rows[again:])


@pytest.mark.parametrize("learning_rate", [0.1, 0.3, 0.5, 7])
def test_the_circle_is_the_same_with_any_learning_rate(learning_rate):
    rows = visited_weights(*truth_table("xor"), learning_rate, 30)
    assert first_repeat(rows) == first_repeat(visited_weights(*truth_table("xor"), 1, 30))


def test_visited_weights_are_where_train_stands_after_each_epoch():
    X, targets = truth_table("and")
    rows = visited_weights(X, targets, 0.5, 8)
    assert rows.shape == (8, 3)
    for num_epochs, row in enumerate(rows, start=1):
        weights, bias, _ = train(X, targets, 0.5, num_epochs)
        np.testing.assert_array_equal(row, [*weights, bias])


def test_weights_that_settle_repeat_at_once():
    rows = visited_weights(*truth_table("and"), 1, 20)
    start, again = first_repeat(rows)
    assert again == start + 1


def test_first_repeat_by_hand():
    assert first_repeat([[1, 1], [2, 2], [3, 3], [2, 2], [1, 1]]) == (1, 3)
    assert first_repeat([[1, 1], [1, 2], [2, 1]]) is None
    assert first_repeat([[5, 5]]) is None
    assert first_repeat([[0, 0], [0, 0]]) == (0, 1)


def test_the_same_place_reached_by_other_sums_is_a_repeat():
    assert 0.1 + 0.2 != 0.3
    assert first_repeat([[0.3], [0.0], [0.1 + 0.2]]) == (0, 2)


def test_small_weights_are_not_taken_for_the_same():
    assert first_repeat([[1e-12], [2e-12], [3e-12]]) is None


def test_the_hidden_layer_says_or_and_nand():
    X, _ = truth_table("xor")
    np.testing.assert_array_equal(hidden_features(X), [[0, 1], [1, 1], [1, 1], [1, 0]])


def test_in_the_hidden_space_a_line_separates_xor():
    X, targets = truth_table("xor")
    assert line_accuracy(hidden_features(X), targets, *gate_weights("and")) == 1


def test_two_layers_by_hand_are_xor():
    X, targets = truth_table("xor")
    np.testing.assert_array_equal(xor_by_hand(X), targets)
    np.testing.assert_array_equal(xor_by_hand(X[[2]]), [1])


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: hidden_features([1, 0]), r"X must have the shape \(m, 2\); \(2,\) came"),
        (lambda: xor_by_hand([[1, 0, 1]]), r"X must have the shape \(m, 2\); \(1, 3\) came"),
        (lambda: best_line([[1, 0]], [1], 3), r"grid must have the shape \(n,\); \(\) came"),
        (lambda: best_line([[1, 0]], [2], [3]), r"targets must be 0 or 1 each; \[2.0\] came"),
        (lambda: first_repeat([1, 2]), r"rows must have the shape \(m, n\); \(2,\) came"),
        (lambda: visited_weights([[1]], [1], 1, 1), r"X must have the shape \(m, 2\); \(1, 1\)"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
