"""Attention: a weighted mean of the values, by how well keys fit queries."""

from collections.abc import Callable, Sequence
from math import log, sqrt

import numpy as np

from autograder.exercises.capstone.samples import eighths, mixed, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.architectures import attention


def attention_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases in which the number of queries, of keys and their width differ, and some agree."""

    def case(n: int, m: int, d: int, k: int, part: str, make: Callable[..., Array] = mixed) -> Case:
        return Case((make(rng, n, d), make(rng, m, d), make(rng, m, k)), part)

    return [
        Case(
            (
                np.array([[0.0, 0.0]]),
                np.array([[1.0, 2.0], [3.0, 4.0]]),
                np.array([[10.0], [20.0]]),
            ),
            working="both scores are 0, so both weights are ½: ½·10 + ½·20 = 15",
        ),
        Case(
            (np.array([[2.0 * log(3), 0, 0, 0]]), np.eye(4)[:2], np.array([[4.0], [8.0]])),
            working="scores 2·ln 3 and 0, divided by √4: ln 3 and 0; weights ¾ and ¼: 3 + 2 = 5",
        ),
        case(3, 3, 3, 3, "all sizes alike"),
        case(4, 4, 4, 4, "all sizes alike"),
        case(2, 5, 3, 4, "all sizes different"),
        case(4, 3, 2, 5, "all sizes different"),
        case(1, 4, 3, 2, "one query"),
        case(1, 3, 2, 4, "one query"),
        case(3, 4, 5, 1, "values of one number"),
        case(2, 3, 4, 1, "values of one number"),
        large(rng, 3, 4, 2, 3),
        large(rng, 2, 5, 3, 2),
        case(3, 4, 2, 3, "integers", whole),
        case(2, 3, 5, 2, "integers", whole),
        case(3, 5, 2, 2, "float32", eighths),
        case(4, 2, 3, 3, "float32", eighths),
    ]


def large(rng: np.random.Generator, n: int, m: int, d: int, k: int) -> Case:
    """Make a case of large scores; the two highest are so near each other that both count."""
    keys = mixed(rng, m, d)
    keys[0] = 3 * np.sign(keys[0])
    keys[1] = 0.999 * keys[0]
    queries = 500 * np.sign(keys[0]) * np.linspace(1, 2, n)[:, np.newaxis]
    return Case((queries, keys, mixed(rng, m, k)), "large values")


ATTENTION = Exercise(
    id="capstone.attention",
    points=2,
    covers=("C2",),
    reference=attention.attention,
    cases=attention_cases,
    hints=(
        "First the scores: each query with each key, `queries @ keys.T`, shape (n, m).",
        "Divide the scores by the root of d, the width of the queries: "
        "`np.sqrt(queries.shape[1])`.",
        "`activations.softmax` works row by row and is safe for large scores. Its result times "
        "the values, `@ values`, is the answer.",
    ),
)


@ATTENTION.misconception
def not_scaled(queries, keys, values):
    """The division by √d is missing. Without it wide queries give large scores, and softmax picks
    one value alone.
    """
    return activations.softmax(queries @ keys.T) @ values


@ATTENTION.misconception
def divided_by_width(queries, keys, values):
    """You divided by d. It is the root of d: the scores grow with √d."""
    return activations.softmax(queries @ keys.T / queries.shape[1]) @ values


@ATTENTION.misconception
def scaled_by_number_of_keys(queries, keys, values):
    """You divided by the root of the number of keys. d is the width of a query: how many numbers it
    has.
    """
    return activations.softmax(queries @ keys.T / sqrt(len(keys))) @ values


@ATTENTION.misconception
def down_the_columns(queries, keys, values):
    """Your softmax goes down the columns. For each query, in its row, the weights sum to 1."""
    scores = queries @ keys.T / sqrt(queries.shape[1])
    return activations.softmax(scores.T).T @ values


@ATTENTION.misconception
def no_softmax(queries, keys, values):
    """The softmax is missing: you weighted the values with the scores themselves."""
    return queries @ keys.T / sqrt(queries.shape[1]) @ values


@ATTENTION.misconception
def best_one_only(queries, keys, values):
    """You took the value of the best key alone. All values count, each with its weight."""
    return values[(queries @ keys.T).argmax(axis=1)]


@ATTENTION.misconception
def weights_only(queries, keys, values):
    """You returned the weights. One step is left: the weighted mean of the values."""
    return activations.softmax(queries @ keys.T / sqrt(queries.shape[1]))


@ATTENTION.misconception
def overflows(queries, keys, values):
    """For large scores the exponential overflows. Subtract the largest score of each row first, or
    take activations.softmax.
    """
    exps = np.exp(queries @ keys.T / sqrt(queries.shape[1]))
    return exps / exps.sum(axis=1, keepdims=True) @ values


@ATTENTION.misconception
def softmax_twice(queries, keys, values):
    """You took softmax twice, which makes the weights nearly equal."""
    weights = activations.softmax(queries @ keys.T / sqrt(queries.shape[1]))
    return activations.softmax(weights) @ values


@ATTENTION.misconception
def plain_mean(queries, keys, values):
    """You took the plain mean of the values, the same for every query. Queries and keys say how
    much each value counts.
    """
    return np.tile(values.mean(axis=0), (len(queries), 1))


@ATTENTION.misconception
def not_normalized(queries, keys, values):
    """Your weights do not sum to 1. Divide the exponentials of each row by their sum."""
    scores = queries @ keys.T / sqrt(queries.shape[1])
    return np.exp(scores - scores.max(axis=1, keepdims=True)) @ values
