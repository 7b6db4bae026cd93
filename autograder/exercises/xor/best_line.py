"""Lesson 03: search every line of a grid for the best one."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.draws import telling
from autograder.exercises.model import Case, Exercise
from autograder.exercises.xor.samples import as_float32
from nnlib import gates
from nnlib.by_hand import xor
from nnlib.validate import FloatArray


def best_line_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make gates and points on small grids, all of them exact in binary, so that ties are ties."""
    XOR, xor_targets = gates.truth_table("xor")
    AND, and_targets = gates.truth_table("and")
    halves = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    return [
        Case(
            (np.array([[1.0, 1.0]]), np.array([1.0]), np.array([-1.0, 0.0, 1.0])),
            working="(-1, -1, b) and (-1, 0, b) give z ≤ 0; (-1, 1, b) gives z = b, "
            "so b = 1 is the first that says 1",
        ),
        Case(
            (XOR, xor_targets, halves),
            working="of the 5·5·5 = 125 lines none gets 4 right; the first with 3 is "
            "w1 = -1, w2 = 0.5, b = 0: z = 0, 0.5, -1, -0.5 says 0, 1, 0, 0",
        ),
        Case((AND, and_targets, np.array([-1.5, -1.0, 1.0])), "a gate"),
        Case((XOR, xor_targets, np.array([-0.5, 1.0, 2.0])), "a gate"),
        Case(points_and_grid(rng, 7, 4), "random points"),
        Case(points_and_grid(rng, 9, 3), "random points"),
        Case((AND, and_targets, np.array([1.0, -1.5, 0.5])), "a grid out of order"),
        Case((AND, 1 - and_targets, np.array([1.5, -1.0, 0.0])), "a grid out of order"),
        Case((rng.integers(1, 4, (1, 2)) / 8, np.array([1.0]), halves[1:]), "one sample"),
        Case(sample_and_grid(rng, halves[::-1]), "one sample"),
        Case((XOR.astype(int), xor_targets.astype(int), np.array([-1, 1, 2])), "integers"),
        Case((AND.astype(int), and_targets.astype(int), np.array([-3, 0, 2])), "integers"),
        Case(as_float32(points_and_grid(rng, 6, 4)), "float32"),
        Case(as_float32((AND, 1 - and_targets, halves)), "float32"),
    ]


def points_and_grid(rng: np.random.Generator, m: int, size: int) -> tuple[Any, ...]:
    """Draw points in quarters, targets with both answers, and a grid of halves."""

    def draw() -> tuple[Any, ...]:
        targets = rng.permutation(np.arange(m) % 2).astype(float)
        grid = np.sort(rng.choice(np.arange(-6, 7), size, replace=False)) / 2
        return rng.integers(-8, 9, (m, 2)) / 4, targets, grid

    return telling(draw, xor.best_line, CHANCY)


def sample_and_grid(rng: np.random.Generator, grid: FloatArray) -> tuple[Any, ...]:
    """Draw one sample that is to get a 0."""

    def draw() -> tuple[Any, ...]:
        return rng.integers(1, 9, (1, 2)) / 2, np.array([0.0]), grid

    return telling(draw, xor.best_line, CHANCY)


# On random points these may find the right line by chance.

BEST_LINE = Exercise(
    id="xor.best_line",
    points=3,
    covers=("X1",),
    reference=xor.best_line,
    cases=best_line_cases,
    hints=(
        "Three loops, one inside the other: for w1 in grid, for w2 in grid, for b in grid.",
        "Inside, count how many points this line gets right. Before the loops, start with a best "
        "count of -1, so that the first line is better than nothing.",
        "Only if the count is larger (`>`) than the best so far, remember the line and the count. "
        "After all three loops return what you remembered.",
    ),
)


@BEST_LINE.misconception
def last_of_the_best(X, targets, grid):
    """Among equally good lines you kept the last one. Change the best only when a line is really
    better, then the first one stays.
    """
    found = None
    for w1 in grid:
        for w2 in grid:
            for b in grid:
                right = np.sum((X @ np.array([w1, w2]) + b > 0) == targets)
                if found is None or right >= found[2]:
                    found = np.array([w1, w2]), b, right
    return found


@BEST_LINE.misconception
def share_for_count(X, targets, grid):
    """The line is right, but you returned the share of right points. The number of right points was
    asked for.
    """
    weights, bias, right = xor.best_line(X, targets, grid)
    return weights, bias, right / len(X)


@BEST_LINE.misconception
def mistakes_for_count(X, targets, grid):
    """The line is right, but the last value is how many points it gets wrong. Return how many it
    gets right.
    """
    weights, bias, right = xor.best_line(X, targets, grid)
    return weights, bias, len(X) - right


@BEST_LINE.misconception
def bias_not_searched(X, targets, grid):
    """You tried only lines with the bias 0, all through the origin. Let b run over the grid too."""
    found = None
    for w1 in grid:
        for w2 in grid:
            right = np.sum((X @ np.array([w1, w2]) > 0) == targets)
            if found is None or right > found[2]:
                found = np.array([w1, w2]), 0.0, right
    return found


@BEST_LINE.misconception
def one_value_for_all(X, targets, grid):
    """Your w1, w2 and b always had the same value. Each of the three runs over the grid by
    itself.
    """
    found = None
    for value in grid:
        right = np.sum((X @ np.array([value, value]) + value > 0) == targets)
        if found is None or right > found[2]:
            found = np.array([value, value]), value, right
    return found


@BEST_LINE.misconception
def fires_on_the_line(X, targets, grid):
    """A point exactly on the line, z = 0, got the answer 1. Our step says 1 only for z > 0."""
    found = None
    for w1 in grid:
        for w2 in grid:
            for b in grid:
                right = np.sum((X @ np.array([w1, w2]) + b >= 0) == targets)
                if found is None or right > found[2]:
                    found = np.array([w1, w2]), b, right
    return found


@BEST_LINE.misconception
def bias_changes_slowest(X, targets, grid):
    """Your outermost loop is the one over b, so another of the best lines comes first. Start with
    w1, then w2, then b.
    """
    found = None
    for b in grid:
        for w1 in grid:
            for w2 in grid:
                right = np.sum((X @ np.array([w1, w2]) + b > 0) == targets)
                if found is None or right > found[2]:
                    found = np.array([w1, w2]), b, right
    return found


@BEST_LINE.misconception
def first_line_only(X, targets, grid):
    """You returned the very first line of the grid. Look where your `return` stands: it must come
    after all the loops.
    """
    w1 = w2 = b = grid[0]
    return np.array([w1, w2]), b, np.sum((X @ np.array([w1, w2]) + b > 0) == targets)


@BEST_LINE.misconception
def worst_line(X, targets, grid):
    """You found the line with the fewest right points. Keep the one with the most."""
    found = None
    for w1 in grid:
        for w2 in grid:
            for b in grid:
                right = np.sum((X @ np.array([w1, w2]) + b > 0) == targets)
                if found is None or right < found[2]:
                    found = np.array([w1, w2]), b, right
    return found


@BEST_LINE.misconception
def best_not_remembered(X, targets, grid):
    """You kept the last line that gets any point right. When a line is better, also remember its
    count, and compare the next lines with that.
    """
    best_right = 0
    found = None
    for w1 in grid:
        for w2 in grid:
            for b in grid:
                right = np.sum((X @ np.array([w1, w2]) + b > 0) == targets)
                if right > best_right:
                    found = np.array([w1, w2]), b, right
    return found


@BEST_LINE.misconception
def places_for_values(X, targets, grid):
    """You returned places in the grid (0, 1, 2, …). The weights and the bias are the values that
    stand there.
    """
    weights, bias, right = xor.best_line(X, targets, grid)
    places = list(grid)
    return np.array([places.index(w) for w in weights]), places.index(bias), right


CHANCY = (last_of_the_best, bias_not_searched, fires_on_the_line, bias_changes_slowest)
