"""Exercise: how likely k of n trials succeed, (n choose k) p^k (1-p)^(n-k)."""

import math
from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
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


BINOMIAL_PROBABILITY = Exercise(
    id="statistics.binomial_probability",
    points=2,
    covers=("S3",),
    reference=distributions.binomial_probability,
    cases=binomial_cases,
    hints=(
        "How likely is one particular order, say all k successes first and then n - k failures?",
        "That is p·p·…·p·(1-p)·…·(1-p): p to the power of k, times 1 - p to the power of n - k.",
        "All orders are equally likely, and there are `math.comb(n, k)` of them.",
    ),
)


@BINOMIAL_PROBABILITY.misconception
def orders_not_counted(k, n, p):
    """You gave the probability of one particular order. The successes can come in several orders:
    multiply by their number.
    """
    return p**k * (1 - p) ** (n - k)


@BINOMIAL_PROBABILITY.misconception
def failures_left_out(k, n, p):
    """You left the failures out. Exactly k successes means that the other n - k trials fail, each
    with 1 - p.
    """
    return math.comb(n, k) * p**k


@BINOMIAL_PROBABILITY.misconception
def success_and_failure_swapped(k, n, p):
    """You swapped the two: k is the number of successes, and p is how likely one of them is."""
    return math.comb(n, k) * (1 - p) ** k * p ** (n - k)


@BINOMIAL_PROBABILITY.misconception
def order_of_successes_counted(k, n, p):
    """You counted each choice of trials several times, once for each order of the chosen ones.
    Divide by k! too.
    """
    return math.perm(n, k) * p**k * (1 - p) ** (n - k)


@BINOMIAL_PROBABILITY.misconception
def at_most(k, n, p):
    """You added up all numbers of successes up to k. Asked is exactly k."""
    return sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


@BINOMIAL_PROBABILITY.misconception
def every_trial_fails_too(k, n, p):
    """You let all n trials fail. Only those that do not succeed fail: n - k of them."""
    return math.comb(n, k) * p**k * (1 - p) ** n


@BINOMIAL_PROBABILITY.misconception
def always_a_fair_coin(k, n, p):
    """You took every order for equally likely, as with a fair coin. Here success has the
    probability p.
    """
    return math.comb(n, k) / 2**n


@BINOMIAL_PROBABILITY.misconception
def powers_left_out(k, n, p):
    """You multiplied by p once and by 1 - p once. Each of the k successes brings a p, and each of
    the failures a 1 - p.
    """
    return math.comb(n, k) * p * (1 - p)


@BINOMIAL_PROBABILITY.misconception
def share_of_successes(k, n, p):
    """You returned which part of the trials succeeds. Asked is how likely that is."""
    return k / n
