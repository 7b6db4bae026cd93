"""The text of lesson 03: its tables and numbers are true."""

from pathlib import Path

import numpy as np
import pytest

from autograder.building.lesson import Prose
from autograder.building.reader import read_file
from autograder.exercises import load
from nnlib.by_hand.tiny_network import mean_squared_loss, train_tiny
from nnlib.by_hand.xor import best_line, first_repeat, hidden_features, visited_weights
from nnlib.gates import truth_table
from nnlib.perceptron import predict, update_weights

FILE = Path(__file__).parents[3] / "solutions" / "03_xor.py"


@pytest.fixture(scope="module")
def lesson():
    return read_file(FILE, load())


@pytest.fixture(scope="module")
def prose(lesson):
    return [cell.text for cell in lesson.cells if isinstance(cell, Prose)]


def table_with(prose, heading):
    """Return the body of the one table whose head has this column, cell by cell."""
    (text,) = (text for text in prose if heading in text)
    rows = [line.strip("| ").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip(" *") for cell in row] for row in rows[2:]]


def numbers(rows):
    return np.array([[float(cell.replace("−", "-")) for cell in row] for row in rows])


def right_number(lesson, question):
    (cell,) = (cell for cell in lesson.questions if cell.id == question)
    return float(cell.right.answer)


def test_the_truth_table_is_that_of_the_gates(prose):
    table = numbers(table_with(prose, "| AND | OR | XOR |"))
    columns = [truth_table(gate)[1] for gate in ("and", "or", "xor")]
    np.testing.assert_array_equal(table, np.column_stack([truth_table("xor")[0], *columns]))


def test_the_table_of_xor_by_hand_is_right_in_every_number(prose):
    x1, x2, z1, h1, z2, h2, z, y = numbers(table_with(prose, "h₁ (OR) | z₂")).T
    np.testing.assert_array_equal(z1, x1 + x2 - 0.5)
    np.testing.assert_array_equal(z2, -x1 - x2 + 1.5)
    np.testing.assert_array_equal(
        np.column_stack([h1, h2]), hidden_features(np.column_stack([x1, x2]))
    )
    np.testing.assert_array_equal(z, h1 + h2 - 1.5)
    np.testing.assert_array_equal(y, truth_table("xor")[1])


def test_the_epoch_by_hand_is_what_the_rule_does_and_ends_where_it_began(prose):
    weights, bias = np.array([-1.0, 0.0]), 1.0
    for sample, z, says, wanted, after in table_with(prose, "after the step: w₁, w₂, b"):
        x = np.array([float(digit) for digit in sample if digit.isdigit()])
        assert float(z) == weights @ x + bias
        assert float(says) == predict(x, weights, bias) != float(wanted)  # four mistakes
        weights, bias = update_weights(weights, bias, x, float(wanted), 1.0)
        np.testing.assert_array_equal(
            [*weights, bias], [float(n.replace("−", "-")) for n in after.split(",")]
        )
    np.testing.assert_array_equal([*weights, bias], [-1, 0, 1])


def test_the_fine_grid_has_as_many_lines_as_the_text_says_and_three_of_four_at_best(prose):
    grid = np.linspace(-2, 2, 17)
    assert any(f"17·17·17 = {grid.size**3:,} lines" in text for text in prose)
    assert [best_line(*truth_table(gate), grid)[2] for gate in ("and", "or", "xor")] == [4, 4, 3]


def test_epoch_3_repeats_epoch_2_as_the_question_says():
    rows = visited_weights(*truth_table("xor"), 1.0, 8)
    assert first_repeat(rows) == (1, 2)  # counted from 0: the epochs 2 and 3
    np.testing.assert_allclose(visited_weights(*truth_table("xor"), 0.1, 8), rows / 10)


def test_the_right_numbers_of_the_questions_are_right(lesson):
    assert right_number(lesson, "xor.grid_lines") == 5**3
    assert right_number(lesson, "xor.changed_bias") == 1 * 1 + 1 * 0 - 0.5
    assert right_number(lesson, "xor.nudged_slope") == pytest.approx((0.2503 - 0.2497) / 0.002)
    assert right_number(lesson, "xor.control_parameters") == 3 * 2 + 3 + 3 + 1


def test_the_losses_that_the_text_names_are_right():
    assert mean_squared_loss([0.5, 0.9], [0, 1]) == pytest.approx(0.13)  # (0.25 + 0.01) / 2
    assert mean_squared_loss([0.5] * 4, [0, 1, 1, 0]) == 0.25


@pytest.mark.slow
def test_three_of_the_twelve_starts_stay_at_a_loss_near_0_126():
    final = [
        train_tiny(
            *truth_table("xor"), learning_rate=5.0, num_steps=600, rng=np.random.default_rng(seed)
        )[1][-1]
        for seed in range(12)
    ]
    stuck = [loss for loss in final if loss > 0.01]
    assert len(stuck) == 3
    assert stuck == pytest.approx([0.126] * 3, abs=0.002)
