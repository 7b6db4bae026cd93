"""Exercise: how likely k of n trials succeed, (n choose k) p^k (1-p)^(n-k)."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.statistics.samples import LESSON
from nnlib import distributions


def binomial_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make trials with rare and with likely success, few and many."""
    p = [float(one) for one in rng.uniform(0.15, 0.4, 8)]
    return [
        Case(
            (2, 3, 0.5), working="3 orders (110, 101, 011), each 0.5²·0.5 = 0.125; 3·0.125 = 0.375"
        ),
        Case((1, 4, 0.1), working="4 orders, each 0.1·0.9³ = 0.0729; 4·0.0729 = 0.2916"),
        Case((2, 5, p[0]), "some succeed"),
        Case((4, 6, 1 - p[1]), "some succeed"),
        Case((0, 4, p[2]), "none or all succeed"),
        Case((3, 3, 1 - p[3]), "none or all succeed"),
        Case((3, 7, 0.5), "a fair coin"),
        Case((2, 4, 0.5), "a fair coin"),
        Case((1, 1, p[4]), "one trial"),
        Case((0, 1, p[5]), "one trial"),
        Case((2, 6, 0.0), "impossible or certain"),
        Case((0, 3, 0.0), "impossible or certain"),
        Case((5, 5, 1.0), "impossible or certain"),
        Case((27, 100, round(0.2 + p[6] / 4, 3)), "many trials"),
        Case((150, 200, round(0.8 - p[7] / 4, 3)), "many trials"),
    ]


def _orders_not_counted(k, n, p):
    return p**k * (1 - p) ** (n - k)


def _failures_left_out(k, n, p):
    return math.comb(n, k) * p**k


def _success_and_failure_swapped(k, n, p):
    return math.comb(n, k) * (1 - p) ** k * p ** (n - k)


def _order_of_successes_counted(k, n, p):
    return math.perm(n, k) * p**k * (1 - p) ** (n - k)


def _at_most(k, n, p):
    return sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


def _every_trial_fails_too(k, n, p):
    return math.comb(n, k) * p**k * (1 - p) ** n


def _always_a_fair_coin(k, n, p):
    return math.comb(n, k) / 2**n


def _powers_left_out(k, n, p):
    return math.comb(n, k) * p * (1 - p)


def _share_of_successes(k, n, p):
    return k / n


BINOMIAL_PROBABILITY = Exercise(
    id="statistics.binomial_probability",
    name="binomial_probability",
    lesson=LESSON,
    points=2,
    covers=("S3",),
    reference=distributions.binomial_probability,
    cases=binomial_cases,
    hints=(
        "How likely is one particular order, say all k successes first and then n - k failures?",
        "That is p·p·…·p·(1-p)·…·(1-p): p to the power of k, times 1 - p to the power of n - k.",
        "All orders are equally likely, and there are `math.comb(n, k)` of them.",
    ),
    misconceptions=(
        Misconception(
            "orders_not_counted",
            "You gave the probability of one particular order. The successes can come in several "
            "orders: multiply by their number.",
            _orders_not_counted,
        ),
        Misconception(
            "failures_left_out",
            "You left the failures out. Exactly k successes means that the other n - k trials "
            "fail, each with 1 - p.",
            _failures_left_out,
        ),
        Misconception(
            "success_and_failure_swapped",
            "You swapped the two: k is the number of successes, and p is how likely one of them "
            "is.",
            _success_and_failure_swapped,
        ),
        Misconception(
            "order_of_successes_counted",
            "You counted each choice of trials several times, once for each order of the chosen "
            "ones. Divide by k! too.",
            _order_of_successes_counted,
        ),
        Misconception(
            "at_most",
            "You added up all numbers of successes up to k. Asked is exactly k.",
            _at_most,
        ),
        Misconception(
            "every_trial_fails_too",
            "You let all n trials fail. Only those that do not succeed fail: n - k of them.",
            _every_trial_fails_too,
        ),
        Misconception(
            "always_a_fair_coin",
            "You took every order for equally likely, as with a fair coin. Here success has the "
            "probability p.",
            _always_a_fair_coin,
        ),
        Misconception(
            "powers_left_out",
            "You multiplied by p once and by 1 - p once. Each of the k successes brings a p, and "
            "each of the failures a 1 - p.",
            _powers_left_out,
        ),
        Misconception(
            "share_of_successes",
            "You returned which part of the trials succeeds. Asked is how likely that is.",
            _share_of_successes,
        ),
    ),
)
