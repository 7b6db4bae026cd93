"""Lesson B's exercises: worked numbers, what partly right answers earn, and honest variety."""

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.autograd.order_of_values import telling_graph
from autograder.exercises.autograd.train_network import example_params
from autograder.judging.exam import judge
from autograder.judging.verdict import CHANGED
from nnlib.autograd import Tensor
from nnlib.by_hand.autograd import order_of_values, train_network
from tests.autograder.exercises.trusted import judge_trusted

EXERCISES = {key: one for key, one in load().items() if key.startswith("autograd.")}
SEEDS = range(10)


def score(exercise_id, belief, seed=0):
    exercise = EXERCISES[exercise_id]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    return judge(exercise, answer, seed=seed).score


@pytest.mark.parametrize(
    ("exercise_id", "belief", "expected"),
    [
        ("autograd.tape_backward", "not_added_up", 2 / 7),  # one operation, and a chain
        ("autograd.tape_backward", "square_counted_once", 5 / 7),  # wrong in two parts
        ("autograd.sum_to_shape", "new_axes_only", 2 / 8),  # rows, and nothing to add up
        ("autograd.matmul_backward", "mean_over_samples", 1 / 6),  # one sample alone
        ("autograd.train_network", "gradients_not_reset", 1 / 6),  # one step alone
        ("autograd.train_network", "targets_broadcast", 1 / 6),  # one sample alone
        ("autograd.train_network", "no_relu", 0),
        ("autograd.order_of_values", "depth_first", 0),
        ("autograd.multiply_backward", "own_factor", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(exercise_id, belief, expected):
    for seed in SEEDS:
        assert score(exercise_id, belief, seed) == pytest.approx(expected)


def test_a_graph_with_every_wrong_order_different_is_found_for_small_and_large_graphs():
    for seed in range(30):
        for n in (5, 6, 13):
            parents = telling_graph(np.random.default_rng(seed), n)
            order = order_of_values(parents)
            assert sorted(order) == list(range(n))
            places = {value: place for place, value in enumerate(order)}
            assert all(places[p] < places[i] for i in range(n) for p in parents[i])


def test_the_worked_step_of_the_text_is_right():
    losses, params = train_network([[1.0]], [1.0], example_params(), 0.1, 1)
    assert losses == [4]
    wanted = [[0.2, -1], [-0.8, 0], [1.6, 3], [0.6]]
    for values, numbers in zip(params, wanted, strict=True):
        assert values.ravel() == pytest.approx(numbers)


def test_the_numbers_that_the_questions_ask_for_are_right():
    # p = x³ at 2 with grad 5: 5 · 3 · 4 = 60; y = u² + u, u = 3x at 2: 3 · (12 + 1) = 39
    cube, x = Tensor(2.0, requires_grad=True), Tensor(2.0, requires_grad=True)
    (cube**3).backward(5.0)
    u = 3 * x
    (u * u + u).backward()
    assert (cube.grad.item(), x.grad.item()) == (60, 39)


def test_a_second_walk_back_adds_to_the_first_as_the_question_says():
    x = Tensor(2.0, requires_grad=True)
    for _ in range(2):
        (x**2 + 3 * x + 1).backward()
    assert x.grad.item() == 14


def test_parameters_changed_in_place_earn_half():
    def answer(X, targets, params, learning_rate, num_steps):
        losses, trained = train_network(X, targets, params, learning_rate, num_steps)
        for old, new in zip(params, trained, strict=True):
            old[...] = new
        return losses, trained

    verdict = judge_trusted(EXERCISES["autograd.train_network"], answer, seed=1)
    assert (verdict.passed, verdict.kind) == (False, CHANGED)
    assert verdict.score == 0.5
