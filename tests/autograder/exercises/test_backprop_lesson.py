"""The text of lesson 05: each number in its tables, worked examples and questions is true."""

import re
from pathlib import Path

import numpy as np
import pytest

from autograder.building.lesson import Prose
from autograder.building.reader import read_file
from autograder.exercises import load
from nnlib.activations import sigmoid_derivative
from nnlib.backprop import backprop, hidden_error, output_error, weight_gradient
from nnlib.by_hand import landscapes, two_layers
from nnlib.by_hand.chain_rule import chain_rule_neuron, squared_line_slope
from nnlib.by_hand.gradient_proof import relative_error

FILE = Path(__file__).parents[3] / "solutions" / "05_backprop.py"

# The 2-2-1 network that the text works out.
X, TARGET = np.array([0.5, 0.3]), np.array([1.0])
W2, B2 = np.array([[0.4, 0.6], [0.1, 0.9]]), np.array([0.2, 0.1])
W3, B3 = np.array([[0.7, -0.5]]), np.array([0.1])
PARAMETERS = W2, B2, W3, B3


@pytest.fixture(scope="module")
def lesson():
    return read_file(FILE, load())


@pytest.fixture(scope="module")
def prose(lesson):
    return [cell.text for cell in lesson.cells if isinstance(cell, Prose)]


def results(prose, heading):
    """Return the last column of the table that follows a heading, by its first column."""
    (text,) = (text for text in prose if heading in text and "| what |" in text)
    rows = [line.strip("| ").split("|") for line in text.splitlines() if line.startswith("|")]
    return {row[0].strip(): numbers(row[-1]) for row in rows[2:]}


def numbers(cell):
    return [float(one) for one in re.findall(r"-?\d+\.?\d*", cell.replace("−", "-"))]


def right_number(lesson, question):
    (cell,) = (cell for cell in lesson.questions if cell.id == f"backprop.{question}")
    return float(cell.right.answer)


def test_every_number_of_the_forward_pass_is_right(prose):
    trace = backprop(X, TARGET, [W2, W3], [B2, B3])
    (z2, z3), (_, a2, a3) = trace.pre_activations, trace.activations
    wanted = {"z²": z2, "a²": a2, "z³": z3, "a³": a3, "C": two_layers.cost(X, TARGET, PARAMETERS)}
    assert_rounded(results(prose, "Forward (everything rounded"), wanted)


def test_every_number_of_the_way_back_is_right(prose):
    trace = backprop(X, TARGET, [W2, W3], [B2, B3])
    (z2, z3), (d2, d3) = trace.pre_activations, trace.errors
    dW2, dW3 = trace.weight_gradients
    wanted = {
        "σ′(z³)": sigmoid_derivative(z3),
        "δ³": d3,
        "W³ᵀδ³": W3.T @ d3,
        "σ′(z²)": sigmoid_derivative(z2),
        "δ²": d2,
        "∂C/∂b³": d3,
        "∂C/∂W³": dW3[0],
        "∂C/∂b²": d2,
        "∂C/∂W² row 1": dW2[0],
        "∂C/∂W² row 2": dW2[1],
    }
    assert_rounded(results(prose, "Backward:"), wanted)


def test_every_number_of_the_step_is_right_and_the_cost_falls_as_the_text_says(prose):
    new_W2, new_b2, new_W3, new_b3 = two_layers.minibatch_update([X], [TARGET], PARAMETERS, 1.0)
    wanted = {
        "W³": new_W3[0],
        "b³": new_b3,
        "W² row 1": new_W2[0],
        "W² row 2": new_W2[1],
        "b²": new_b2,
    }
    assert_rounded(results(prose, "One step with η = 1"), wanted)
    after = two_layers.cost(X, TARGET, (new_W2, new_b2, new_W3, new_b3))
    assert any(f"C = {after:.4f} instead of 0.0962" in text for text in prose)


def assert_rounded(found, wanted):
    assert found.keys() == wanted.keys()
    for what, values in wanted.items():
        np.testing.assert_allclose(found[what], np.round(np.ravel(values), 4), atol=1e-9)


def test_the_arithmetic_shown_in_the_tables_gives_the_results():
    # with the rounded numbers of the text; the fourth place may be off by one
    assert 0.5614 * (1 - 0.5614) == pytest.approx(0.2462, abs=1e-4)
    assert (0.5614 - 1) * 0.2462 == pytest.approx(-0.1080, abs=1e-4)
    assert 0.7 * -0.1080 == pytest.approx(-0.0756, abs=1e-4)
    assert -0.0756 * 0.2301 == pytest.approx(-0.0174, abs=1e-4)
    assert 0.0540 * 0.2393 == pytest.approx(0.0129, abs=1e-4)
    assert -0.1080 * 0.6411 == pytest.approx(-0.0692, abs=1e-4)


def test_the_walk_by_hand_is_right(prose):
    (text,) = (text for text in prose if "| place | gradient" in text)
    rows = [numbers(line) for line in text.splitlines() if line.startswith("| (")]
    path = landscapes.gradient_descent(landscapes.bowl_gradient, [4, 1], 0.25, 3)
    assert [row[:2] for row in rows] == path[:-1].tolist()
    assert [row[2:4] for row in rows] == [landscapes.bowl_gradient(p).tolist() for p in path[:-1]]
    assert [row[-2:] for row in rows] == path[1:].tolist()


def test_the_four_equations_by_hand_are_right():
    assert output_error([0.5, 0.5], [1, 0], [0, 0]).tolist() == [-0.125, 0.125]
    back = hidden_error([[1, 2, 0], [3, -1, 4]], [0.2, 0.1], [0, 0, 0])
    assert back == pytest.approx([0.125, 0.075, 0.1])
    table = weight_gradient([0.1, -0.2], [1, 0.5, 2])
    assert table.ravel() == pytest.approx([0.1, 0.05, 0.2, -0.2, -0.1, -0.4])
    assert chain_rule_neuron(2, 0, 0, 1) == (-0.25, -0.125)
    assert relative_error([3, 4], [3, 0]) == 0.5


def test_the_right_numbers_of_the_questions_are_right(lesson):
    assert right_number(lesson, "partial") == 2 * 3 * 5
    assert right_number(lesson, "one_step") == pytest.approx(3 - 0.2 * 6)
    assert right_number(lesson, "pencil") == squared_line_slope(3, -2, 2)
    assert right_number(lesson, "nudged_weight") == -0.25 * 0.001
    assert right_number(lesson, "cost_of_nudging") == 2 * 5000
    assert right_number(lesson, "delta_by_hand") == pytest.approx((0.8 - 1) * 0.8 * (1 - 0.8))
    assert right_number(lesson, "gradient_entry") == -0.3 * 0.5
    assert right_number(lesson, "num_updates") == 10 * -(-1000 // 32)


def test_six_sigmoids_at_0_leave_what_the_text_says_and_five_at_5_less_than_a_billionth():
    assert 0.25**6 == pytest.approx(0.0002, abs=5e-5)
    assert sigmoid_derivative(5.0) ** 5 < 1e-9 < sigmoid_derivative(5.0) ** 4


def test_the_right_options_are_spread_over_the_letters(lesson):
    letters = [cell.right.answer for cell in lesson.questions if cell.right.answer in "abcd"]
    assert all(letters.count(letter) >= 2 for letter in "abcd")
