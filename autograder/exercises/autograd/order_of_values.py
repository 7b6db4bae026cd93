"""An order in which each value comes after all that it was made of."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import autograd


def order_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make graphs on which every wrong order is another one than the right one."""
    return [
        Case(([[2], [0, 2], []],), working="only 2 is ready; then 0; then 1: the order 2, 0, 1"),
        Case(
            ([[1, 3], [], [1], [2]],),
            working="1 is ready first; then 2, made of 1; then 3, made of 2; then 0",
        ),
        *(Case((telling_graph(rng, n),), "five or six values") for n in (5, 6)),
        *(Case((telling_graph(rng, n),), "seven or eight values") for n in (7, 8)),
        *(Case((telling_graph(rng, n),), "ten or more values") for n in (10, 13)),
    ]


def telling_graph(rng: np.random.Generator, n: int) -> list[list[int]]:
    """Draw graphs until one tells every wrong order from the right one, and from each other."""
    while True:
        parents = random_graph(rng, n)
        orders = [autograd.order_of_values(parents), *(wrong(parents) for wrong in WRONG_ORDERS)]
        if len({tuple(order) for order in orders}) == len(orders):
            return parents


def random_graph(rng: np.random.Generator, n: int) -> list[list[int]]:
    """Draw a graph of which every value is made of up to two others, under mixed numbers."""
    number = rng.permutation(n).tolist()
    parents: list[list[int]] = [[] for _ in range(n)]
    for place in range(2, n):
        count = int(rng.integers(0, 3))
        parents[number[place]] = [number[i] for i in rng.choice(place, count, replace=False)]
    return parents


ORDER_OF_VALUES = Exercise(
    id="autograd.order_of_values",
    points=2,
    covers=("G1",),
    reference=autograd.order_of_values,
    cases=order_cases,
    hints=(
        "A value is ready when it is not in the order yet and all of its parents are.",
        "Repeat until all values are in the order: list those that are ready, and append the "
        "first of them.",
        "`all(parent in order for parent in parents[i])` says whether all parents of i are done; "
        "it is True where there are none.",
    ),
)


@ORDER_OF_VALUES.misconception
def by_number(parents):
    """You took the values by their numbers. A value may have a smaller number than those that it
    was made of.
    """
    return list(range(len(parents)))


@ORDER_OF_VALUES.misconception
def goes_on_from_there(parents):
    """Each value comes after its parents, but after taking one you went on to larger numbers. Here
    the smallest that is ready is looked for again from the start.
    """
    order = list[int]()
    while len(order) < len(parents):
        for i in range(len(parents)):
            if i not in order and all(p in order for p in parents[i]):
                order.append(i)
    return order


@ORDER_OF_VALUES.misconception
def backwards(parents):
    """Your order is the right one backwards: each value comes before its parents. Backward will
    walk it that way, but wanted is the way there.
    """
    order = list[int]()
    while len(order) < len(parents):
        ready = [
            i for i in range(len(parents)) if i not in order and all(p in order for p in parents[i])
        ]
        order.append(ready[0])
    return order[::-1]


@ORDER_OF_VALUES.misconception
def largest_first(parents):
    """Each value comes after its parents, but of those that are ready you took the largest number.
    The smallest is wanted.
    """
    order = list[int]()
    while len(order) < len(parents):
        ready = [
            i for i in range(len(parents)) if i not in order and all(p in order for p in parents[i])
        ]
        order.append(ready[-1])
    return order


@ORDER_OF_VALUES.misconception
def depth_first(parents):
    """You went down to the parents of 0, then of 1, and so on. That is a good order too, and Tensor
    uses its like; here the smallest number that is ready comes next.
    """
    order = list[int]()

    def visit(i):
        for p in parents[i]:
            visit(p)
        if i not in order:
            order.append(i)

    for i in range(len(parents)):
        visit(i)
    return order


@ORDER_OF_VALUES.misconception
def fewest_parents_first(parents):
    """You sorted by the number of parents. How many there are does not matter; they must all be
    done.
    """
    return sorted(range(len(parents)), key=lambda i: len(parents[i]))


@ORDER_OF_VALUES.misconception
def one_parent_is_enough(parents):
    """You took a value as soon as one of its parents was done. It needs all of them."""
    order = list[int]()
    while len(order) < len(parents):
        ready = [
            i
            for i in range(len(parents))
            if i not in order and (not parents[i] or any(p in order for p in parents[i]))
        ]
        order.append(ready[0])
    return order


@ORDER_OF_VALUES.misconception
def level_by_level(parents):
    """You took first all inputs, then all that is made of inputs, and so on. That is a good order
    too, but here the smallest number that is ready comes next.
    """

    def level(i):
        return 1 + max((level(p) for p in parents[i]), default=0)

    return sorted(range(len(parents)), key=level)


WRONG_ORDERS = (
    by_number,
    goes_on_from_there,
    backwards,
    largest_first,
    depth_first,
    fewest_parents_first,
    one_parent_is_enough,
    level_by_level,
)
