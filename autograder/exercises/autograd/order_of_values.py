"""An order in which each value comes after all that it was made of."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.autograd.samples import LESSON
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib.autograd import tape


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
        orders = [tape.order_of_values(parents), *(wrong(parents) for wrong in WRONG_ORDERS)]
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


def _by_number(parents):
    return list(range(len(parents)))


def _goes_on_from_there(parents):
    order = list[int]()
    while len(order) < len(parents):
        for i in range(len(parents)):
            if i not in order and all(p in order for p in parents[i]):
                order.append(i)
    return order


def _backwards(parents):
    order = list[int]()
    while len(order) < len(parents):
        ready = [
            i for i in range(len(parents)) if i not in order and all(p in order for p in parents[i])
        ]
        order.append(ready[0])
    return order[::-1]


def _largest_first(parents):
    order = list[int]()
    while len(order) < len(parents):
        ready = [
            i for i in range(len(parents)) if i not in order and all(p in order for p in parents[i])
        ]
        order.append(ready[-1])
    return order


def _depth_first(parents):
    order = list[int]()

    def visit(i):
        for p in parents[i]:
            visit(p)
        if i not in order:
            order.append(i)

    for i in range(len(parents)):
        visit(i)
    return order


def _fewest_parents_first(parents):
    return sorted(range(len(parents)), key=lambda i: len(parents[i]))


def _one_parent_is_enough(parents):
    order = list[int]()
    while len(order) < len(parents):
        ready = [
            i
            for i in range(len(parents))
            if i not in order and (not parents[i] or any(p in order for p in parents[i]))
        ]
        order.append(ready[0])
    return order


def _level_by_level(parents):
    def level(i):
        return 1 + max((level(p) for p in parents[i]), default=0)

    return sorted(range(len(parents)), key=level)


WRONG_ORDERS = (
    _by_number,
    _goes_on_from_there,
    _backwards,
    _largest_first,
    _depth_first,
    _fewest_parents_first,
    _one_parent_is_enough,
    _level_by_level,
)

ORDER_OF_VALUES = Exercise(
    id="autograd.order_of_values",
    name="order_of_values",
    lesson=LESSON,
    points=2,
    covers=("G1",),
    reference=tape.order_of_values,
    cases=order_cases,
    hints=(
        "A value is ready when it is not in the order yet and all of its parents are.",
        "Repeat until all values are in the order: list those that are ready, and append the "
        "first of them.",
        "`all(parent in order for parent in parents[i])` says whether all parents of i are done; "
        "it is True where there are none.",
    ),
    misconceptions=(
        Misconception(
            "by_number",
            "You took the values by their numbers. A value may have a smaller number than those "
            "that it was made of.",
            _by_number,
        ),
        Misconception(
            "goes_on_from_there",
            "Each value comes after its parents, but after taking one you went on to larger "
            "numbers. Here the smallest that is ready is looked for again from the start.",
            _goes_on_from_there,
        ),
        Misconception(
            "backwards",
            "Your order is the right one backwards: each value comes before its parents. "
            "Backward will walk it that way, but wanted is the way there.",
            _backwards,
        ),
        Misconception(
            "largest_first",
            "Each value comes after its parents, but of those that are ready you took the "
            "largest number. The smallest is wanted.",
            _largest_first,
        ),
        Misconception(
            "depth_first",
            "You went down to the parents of 0, then of 1, and so on. That is a good order too, "
            "and Tensor uses its like; here the smallest number that is ready comes next.",
            _depth_first,
        ),
        Misconception(
            "fewest_parents_first",
            "You sorted by the number of parents. How many there are does not matter; they must "
            "all be done.",
            _fewest_parents_first,
        ),
        Misconception(
            "one_parent_is_enough",
            "You took a value as soon as one of its parents was done. It needs all of them.",
            _one_parent_is_enough,
        ),
        Misconception(
            "level_by_level",
            "You took first all inputs, then all that is made of inputs, and so on. That is a "
            "good order too, but here the smallest number that is ready comes next.",
            _level_by_level,
        ),
    ),
)
