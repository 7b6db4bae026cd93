"""Lesson 06: the numbers of its text, its cases, and what a wrong answer there earns."""

import re
from pathlib import Path

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.optimizers.batch_indices import mixed
from autograder.exercises.optimizers.samples import (
    proportions,
    uneven_gradients,
    whole_gradients,
    with_level_weight,
)
from autograder.judging.exam import judge
from nnlib import optimizers
from nnlib.by_hand.optimizers import corrected_mean, descend_bowl, rmsprop_steps, running_mean

TEXT = (Path(__file__).parents[3] / "solutions" / "06_optimizers.py").read_text(encoding="utf-8")
EXERCISES = {key: one for key, one in load().items() if key.startswith("optimizers.")}
SEEDS = range(20)


def rng(seed=0):
    return np.random.default_rng(seed)


def verdict_on_belief(name, belief):
    exercise = EXERCISES[f"optimizers.{name}"]
    answer = next(one for one in exercise.misconceptions if one.id == belief)
    return judge(exercise, answer, seed=3)


def rows_of_table(header):
    """Return the numbers of each row of the text's first table below a header, cell by cell."""
    lines = TEXT.split(header)[1].splitlines()[2:]
    rows = []
    for line in lines:
        if not line.startswith("# |"):
            return rows
        rows.append([numbers(cell) for cell in line.split("|")[1:-1]])
    raise AssertionError("the table has no end")


def numbers(cell):
    return [float(one) for one in re.findall(r"-?\d+\.?\d*", cell)]


@pytest.mark.parametrize("header", ["# | step | place | slopes | η · slopes | next place |"])
def test_the_walk_in_the_bowl_of_the_text_is_right(header):
    path = descend_bowl([4, 1], [1, 3], 0.5, 2)
    for row, place, after in zip(rows_of_table(header), path, path[1:], strict=False):
        assert row[1] == place.tolist()
        assert row[2][-2:] == [place[0], 3 * place[1]]
        assert row[3] == [0.5 * place[0], 1.5 * place[1]]
        assert row[4] == after.tolist()


def test_the_table_of_momentum_in_the_text_is_right():
    # v = 8, w = 4 - 0.8; v = 0.9·8 + 6.4 = 13.6, w = 3.2 - 1.36
    w, velocity = [4.0], [0.0]
    for row in rows_of_table("# | step | w | g | v | η v | new w |"):
        gradient = 2 * w[0]
        assert row[1:3] == [[pytest.approx(w[0])], [pytest.approx(gradient)]]
        w, velocity = optimizers.momentum_step(w, [gradient], velocity, 0.1, 0.9)
        assert row[3][-1] == pytest.approx(velocity[0])
        assert row[4:] == [[pytest.approx(0.1 * velocity[0])], [pytest.approx(w[0])]]


def test_the_table_of_rmsprop_in_the_text_is_right():
    w, s = [1.0, 1.0], [0.0, 0.0]
    for row in rows_of_table("# | step | g | s | √s | η g / √s | new w |"):
        before = w
        w, s = optimizers.rmsprop_step(w, row[1], s, 0.1, 0.9, 1e-12)
        assert row[2] == pytest.approx(s)
        assert row[3] == pytest.approx(np.sqrt(s), rel=1e-3)
        assert row[4] == pytest.approx(before - w, abs=5e-4)
        assert row[5] == pytest.approx(w, abs=5e-4)


def test_the_table_of_corrected_means_in_the_text_is_right():
    for k, mean, power, rest, corrected in rows_of_table(
        "# | after k values | m | β^k | 1 - β^k | m / (1 - β^k) |"
    ):
        values = np.full(int(k[0]), 4.0)
        assert mean[-1] == pytest.approx(float(running_mean(values, 0.9)))
        assert (power[0], rest[0]) == (pytest.approx(0.9 ** k[0]), pytest.approx(1 - 0.9 ** k[0]))
        assert corrected[0] == pytest.approx(float(corrected_mean(values, 0.9)))


def test_both_tables_of_adam_in_the_text_are_right():
    w, m, v = [1.0], [0.0], [0.0]
    moments = rows_of_table("# | t | m | v |")
    steps = rows_of_table("# | t | m̂ | v̂ | step η m̂ / √v̂ | new w |")
    for t, gradient, moment, step in zip((1, 2), (4, 2), moments, steps, strict=True):
        before = w[0]
        w, m, v = optimizers.adam_step(w, [gradient], m, v, t, 0.1)
        assert (moment[1][-1], moment[2][-1]) == (pytest.approx(m[0]), pytest.approx(v[0]))
        assert step[1][-1] == pytest.approx(m[0] / (1 - 0.9**t), rel=1e-3)
        assert step[2][-1] == pytest.approx(v[0] / (1 - 0.999**t), rel=1e-3)
        assert step[3][-1] == pytest.approx(before - w[0], rel=1e-3)
        assert step[4] == [pytest.approx(w[0], abs=5e-5)]


def test_the_rates_of_the_text_halve_after_every_ten_epochs():
    rates = [optimizers.decayed_rate(0.8, epoch, 0.5, 10) for epoch in (1, 10, 11, 25, 40)]
    assert rates == pytest.approx([0.8, 0.8, 0.4, 0.2, 0.1])


def test_the_velocity_that_a_question_asks_for_is_right():
    # v = 0.9·4 - 1 = 2.6, w = 2 - 0.26
    w, v = optimizers.momentum_step([2.0], [-1.0], [4.0], 0.1, 0.9)
    assert (w[0], v[0]) == (pytest.approx(1.74), pytest.approx(2.6))


def test_a_walk_diverges_just_above_the_limit_that_the_text_gives_and_not_below():
    # 2 / 4 = 0.5
    above = descend_bowl([1.0, 1.0], [4.0, 0.1], 0.51, 200)[-1]
    below = descend_bowl([1.0, 1.0], [4.0, 0.1], 0.49, 200)[-1]
    assert abs(above[0]) > 10 > 1 > abs(below[0])


@pytest.mark.parametrize("scale", [100, 0.01])
def test_a_factor_of_all_gradients_does_not_change_the_steps_of_rmsprop(scale):
    gradients = uneven_gradients(rng(), 4, 3)
    one = rmsprop_steps(np.ones(3), gradients, 0.1, 0.9, 1e-12)
    other = rmsprop_steps(np.ones(3), scale * gradients, 0.1, 0.9, 1e-12)
    assert other == pytest.approx(one)


def test_gradients_differ_clearly_from_step_to_step():
    for seed in SEEDS:
        sizes = np.linalg.norm(uneven_gradients(rng(seed), 3, 2), axis=1)
        assert len(set(sizes.round(6))) == 3


def test_whole_gradients_have_slopes_of_different_size_along_each_weight():
    for seed in SEEDS:
        sizes = np.abs(whole_gradients(rng(seed), 4, 3))
        assert np.sort(sizes, axis=0).T.tolist() == 3 * [[1, 2, 3, 4]]


def test_a_level_weight_has_the_slope_0_at_every_step():
    gradients = with_level_weight(uneven_gradients(rng(), 4, 3))
    assert gradients.shape == (4, 3)
    assert (gradients[:, 0] == 0).all()
    assert (gradients[:, 1:] != 0).all()


def test_parameters_and_gradients_have_the_same_number_of_weights():
    for _, params, gradients in proportions(rng()):
        assert gradients.shape[1:] == params.shape


def test_an_order_is_never_the_sorted_one():
    for seed in SEEDS:
        assert sorted(mixed(rng(seed), 5)) == [0, 1, 2, 3, 4] != mixed(rng(seed), 5)


@pytest.mark.parametrize(
    ("name", "belief", "score"),
    [
        ("momentum_steps", "no_memory", 2 / 9),  # one step, and momentum 0
        ("momentum_steps", "mean_form", 1 / 9),  # momentum 0 alone
        ("rmsprop_steps", "eps_inside_the_root", 8 / 9),  # all but a large ε
        ("rmsprop_steps", "eps_forgotten", 7 / 9),  # and a slope of 0
        ("adam_step", "first_moment_unused", 1 / 9),  # the first step
        ("adam_step", "eps_inside_the_root", 8 / 9),
        ("adam_steps", "always_the_first_step", 1 / 9),
        ("batch_indices", "last_batch_dropped", 2 / 5),  # batches of one size, and of one
        ("descend_bowl", "uphill", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(name, belief, score):
    assert verdict_on_belief(name, belief).score == pytest.approx(score)


@pytest.mark.parametrize("name", ["sgd_steps", "momentum_steps", "rmsprop_steps", "adam_step"])
def test_right_values_with_an_array_changed_in_place_earn_less_than_half(name):
    verdict = verdict_on_belief(name, "changed_in_place")
    assert verdict.misconception == "changed_in_place"
    assert 0 < verdict.score < 0.5


def test_an_optimizer_that_stays_where_it_is_earns_nothing():
    for name in ("sgd_steps", "momentum_steps", "rmsprop_steps", "adam_steps"):
        exercise = EXERCISES[f"optimizers.{name}"]
        assert judge(exercise, lambda params, *_: params, seed=1).score == 0
