import math

import numpy as np
import pytest

from autograder.exercises import load
from autograder.exercises.statistics.samples import from_counts, single, stretched, whole
from autograder.judging.exam import judge
from nnlib import distributions, metrics, statistics

EXERCISES = {key: one for key, one in load().items() if key.startswith("statistics.")}
RENTS = np.array([7.0, 9.0, 6.0, 7.0, 8.0, 7.0, 40.0])


def verdict_on(name, answer, seed=1):
    return judge(EXERCISES[f"statistics.{name}"], answer, seed=seed)


def verdict_on_belief(name, belief):
    beliefs = {one.id: one for one in EXERCISES[f"statistics.{name}"].misconceptions}
    return verdict_on(name, beliefs[belief])


def test_the_rents_of_the_text():
    # the sum is 84, and 84 / 7 = 12; in order 6, 7, 7, 7, 8, 9, 40
    assert (statistics.mean(RENTS), statistics.median(RENTS), statistics.mode(RENTS)) == (12, 7, 7)


def test_the_variances_of_the_text_and_of_its_question():
    # (4 + 0 + 4) / 3; (4 + 0 + 0 + 4) / 4 = 2
    assert statistics.variance([2, 4, 6]) == pytest.approx(8 / 3)
    assert statistics.variance([1, 3, 3, 5]) == 2
    assert statistics.standard_deviation([2, 4, 6]) == pytest.approx(1.633, abs=1e-3)


def test_doubling_and_shifting_do_what_the_question_says():
    numbers = np.array([7.0, 13.0])  # mean 10, deviation 3
    changed = 2 * numbers + 5
    assert (statistics.mean(changed), statistics.standard_deviation(changed)) == (25, 6)


def test_the_table_of_two_flats():
    assert statistics.standardize([[40, 1], [120, 3]]).tolist() == [[-1, -1], [1, 1]]


def test_the_probabilities_of_the_text():
    assert distributions.binomial_probability(2, 3, 0.8) == pytest.approx(0.384)
    poisson = distributions.Poisson(2.0).mass([0, 1, 2, 3])
    assert poisson == pytest.approx([0.135, 0.271, 0.271, 0.180], abs=1e-3)
    assert distributions.normal_density(7, 5, 2) == pytest.approx(0.121, abs=1e-3)
    assert distributions.normal_density(0, 0, 0.1) == pytest.approx(3.99, abs=1e-2)


def test_areas_under_the_bell():
    x = np.linspace(-2, 2, 4001)
    density = distributions.normal_density(x)
    assert density.mean() * 4 == pytest.approx(0.95, abs=0.01)
    assert density[np.abs(x) <= 1].mean() * 2 == pytest.approx(0.68, abs=0.01)


def test_the_matrix_of_the_questions():
    predictions, targets = from_counts(np.random.default_rng(0), [[50, 10], [5, 35]])
    counts = metrics.confusion_matrix(predictions, targets)
    assert metrics.accuracy(predictions, targets) == pytest.approx(0.85)
    assert counts[1, 0] / counts.sum() == pytest.approx(5 / 100)


@pytest.mark.parametrize("make", [stretched, whole, single])
def test_another_unit_keeps_the_order_and_the_ties(make):
    for seed in range(10):
        numbers = make(np.random.default_rng(seed), 3, 1, 3, -2)
        assert np.argsort(numbers, kind="stable").tolist() == [3, 1, 0, 2]
        assert numbers[0] == numbers[2]


def test_odd_factors_leave_no_whole_median():
    for seed in range(20):
        assert statistics.median(whole(np.random.default_rng(seed), 2, -1, 7, 3)) % 1 == 0.5


@pytest.mark.parametrize("seed", range(60))
def test_every_right_draw_passes_whatever_it_draws(seed):
    def answer(n, mean, standard_deviation, rng):
        own = np.random.default_rng(rng.integers(2**40) + 1000 * seed)
        numbers = mean + standard_deviation * own.standard_normal(n)
        return numbers.mean(), numbers.std()

    assert verdict_on("sample_mean_and_deviation", answer, seed).passed


def test_a_mean_and_deviation_that_were_never_drawn_earn_nothing():
    def answer(n, mean, standard_deviation, rng):
        return mean, standard_deviation

    verdict = verdict_on("sample_mean_and_deviation", answer)
    assert (verdict.misconception, verdict.score) == ("nothing_drawn", 0)


def test_draws_with_the_variance_are_named_too():
    def answer(n, mean, standard_deviation, rng):
        numbers = rng.normal(mean, standard_deviation, n)
        return numbers.mean(), numbers.std() ** 2

    verdict = verdict_on("sample_mean_and_deviation", answer)
    assert verdict.misconception == "variance_for_deviation"


def test_a_generator_without_the_given_seed_is_told():
    def answer(n, mean, standard_deviation, rng):
        numbers = np.random.default_rng().normal(mean, standard_deviation, n)
        return numbers.mean(), numbers.std()

    verdict = verdict_on("sample_mean_and_deviation", answer)
    assert verdict.passed is False
    assert "no random numbers but those of `rng`" in verdict.message


def test_a_tiny_number_added_to_the_deviation_is_accepted():
    assert verdict_on("standardize", lambda X: (X - X.mean(axis=0)) / (X.std(0) + 1e-10)).passed


def test_float_classes_used_as_an_index_cost_one_part_alone():
    def answer(predictions, targets, num_classes):
        counts = np.zeros((num_classes, num_classes))
        for predicted, true in zip(predictions, targets, strict=True):
            counts[true, predicted] += 1
        return counts

    assert verdict_on("confusion_matrix", answer).score == pytest.approx(5 / 6)


@pytest.mark.parametrize(
    ("name", "belief", "score"),
    [
        ("mean", "not_divided", 0),
        ("mean", "always_three", 0),
        ("median", "lower_of_two", 2 / 8),  # odd sizes, and equal numbers
        ("mode", "first_of_ties", 5 / 7),
        ("variance", "divided_by_n_minus_1", 0),
        ("variance", "not_squared", 0),
        ("standard_deviation", "root_left_out", 0),
        ("standardize", "whole_matrix", 1 / 8),  # one feature: the matrix is the column
        ("standardize", "constant_feature_lost", 6 / 8),
        ("normal_density", "forgot_to_divide_by_deviation", 0),
        ("binomial_probability", "orders_not_counted", 3 / 6),  # where there is one order
        ("accuracy", "share_of_mistakes", 0),
        ("confusion_matrix", "turned_on_its_side", 0),
    ],
)
def test_what_is_right_in_a_wrong_answer_earns_its_share(name, belief, score):
    assert verdict_on_belief(name, belief).score == pytest.approx(score)


def test_factorials_of_many_trials_are_right_as_whole_numbers():
    def answer(k, n, p):
        orders = math.factorial(n) // math.factorial(k) // math.factorial(n - k)
        return orders * p**k * (1 - p) ** (n - k)

    assert verdict_on("binomial_probability", answer).passed
