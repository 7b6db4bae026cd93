"""Exercise: a table times a vector, with `@`."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.start.tables import distinct, table
from nnlib.by_hand import arrays


def totals_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make baskets and prices: wide, tall, square, one basket, one article."""
    return [
        Case(
            (np.array([[1.0, 2.0], [0.0, 3.0], [4.0, 0.0]]), np.array([5.0, 10.0])),
            working="1·5 + 2·10 = 25;  0·5 + 3·10 = 30;  4·5 + 0·10 = 20",
        ),
        Case((table(rng, 4, 2), prices(rng, 2)), "baskets and articles"),
        Case((table(rng, 3, 5), prices(rng, 5)), "baskets and articles"),
        Case((table(rng, 3, 3), prices(rng, 3)), "as many baskets as articles"),
        Case((table(rng, 4, 4), prices(rng, 4)), "as many baskets as articles"),
        Case((table(rng, 1, 3), prices(rng, 3)), "one basket"),
        Case((table(rng, 1, 4), prices(rng, 4)), "one basket"),
        Case((table(rng, 3, 1), prices(rng, 1)), "one article"),
        Case((table(rng, 5, 1), prices(rng, 1)), "one article"),
        Case((1000.0 * table(rng, 2, 3), prices(rng, 3)), "large values"),
        Case((table(rng, 4, 3), -1000.0 * prices(rng, 3)), "large values"),
        Case((distinct(rng, 4, 2), rng.permutation(9)[:2] + 2), "integers"),
        Case((distinct(rng, 2, 3), rng.permutation(9)[:3] + 2), "integers"),
        Case((distinct(rng, 3, 2).astype(np.float32) / 8, quarters(rng, 2)), "float32"),
        Case((distinct(rng, 2, 4).astype(np.float32) / 8, quarters(rng, 4)), "float32"),
    ]


def prices(rng: np.random.Generator, n: int) -> np.ndarray:
    """Draw n prices from 2 to 9."""
    return rng.uniform(2.0, 9.0, n)


def quarters(rng: np.random.Generator, n: int) -> np.ndarray:
    """Draw n different prices that float32 keeps exactly."""
    return (rng.permutation(9)[:n] + 6).astype(np.float32) / 4


TOTALS = Exercise(
    id="start.totals",
    points=1,
    covers=(),
    reference=arrays.totals,
    cases=totals_cases,
    hints=(
        "One basket: multiply each amount with its price, and add up. That is one row of "
        "`amounts`, times `prices`.",
        "The product with `@` does this for every row. Which of the two stands on the left?",
    ),
)


@TOTALS.misconception
def not_added_up(amounts, prices):
    """You returned a whole table of products: `*` multiplies number by number. Each basket has one
    total: `@` also adds up.
    """
    return amounts * prices


@TOTALS.misconception
def added_over_baskets(amounts, prices):
    """You added up each column, so there is one number for each article. Asked is one for each
    basket, each row.
    """
    return (amounts * prices).sum(axis=0)


@TOTALS.misconception
def all_in_one(amounts, prices):
    """You added all baskets up into one number. Each basket has a total of its own."""
    return (amounts * prices).sum()


@TOTALS.misconception
def turned_on_its_side(amounts, prices):
    """You turned the table, so that prices meet baskets. Each row is a basket, and a row meets the
    prices.
    """
    return amounts.T @ prices


@TOTALS.misconception
def first_basket_only(amounts, prices):
    """You worked out the first basket only. Return one total for each row."""
    return amounts[0] @ prices


@TOTALS.misconception
def prices_left_out(amounts, prices):
    """You counted the articles in each basket. Each one has its price."""
    return amounts.sum(axis=1)


@TOTALS.misconception
def mean_for_sum(amounts, prices):
    """You took the mean of the products. The total is their sum."""
    return (amounts * prices).mean(axis=1)


@TOTALS.misconception
def column_returned(amounts, prices):
    """The numbers are right, but they stand in a column of shape (m, 1). A plain vector of shape
    (m,) is wanted.
    """
    return (amounts * prices).sum(axis=1, keepdims=True)
