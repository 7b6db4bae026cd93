"""What one step of Adam is tried on: first and later steps, with a memory that is given."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.model import Case
from autograder.exercises.optimizers.samples import quarters, whole


def adam_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make first and later steps; a memory that is not 0 shows what is done with it."""

    def step(part, n, t, beta1=0.9, beta2=0.999, eps=1e-10, draw=reals, scale=1, rate=0.1):
        params, gradient, m = draw(rng, n), scale * draw(rng, n), scale * draw(rng, n)
        if t == 1:
            m = 0 * m
        v = m**2 + np.abs(scale * m)
        return Case((params, gradient, m, v, t, rate, beta1, beta2, eps), part)

    def level(n, t):
        params, rest = reals(rng, n), [0.0, *reals(rng, n - 1)]
        memory = np.array(rest) / 2
        return Case(
            (params, np.array(rest), memory, memory**2, t, 0.1, 0.9, 0.99, 1e-10), "a slope of 0"
        )

    zeros = np.zeros(1)
    return [
        Case(
            (np.array([1.0]), np.array([2.0]), zeros, zeros, 1, 0.1, 0.5, 0.75, 1e-10),
            working="m = 0.5·0 + 0.5·2 = 1, v = 0.75·0 + 0.25·4 = 1; m̂ = 1/(1 - 0.5) = 2, "
            "v̂ = 1/(1 - 0.75) = 4; w = 1 - 0.1·2/2 = 0.9",
        ),
        step("the first step", 3, 1),
        step("the first step", 2, 1, rate=0.02),
        step("the second and third step", 2, 2),
        step("the second and third step", 3, 3),
        step("a later step", 3, 7, 0.8, 0.95),
        step("a later step", 2, 12, 0.7, 0.99),
        step("one weight", 1, 2, 0.9, 0.99),
        step("one weight", 1, 4, 0.6, 0.95),
        level(3, 2),
        level(2, 5),
        step("a large ε", 3, 3, 0.9, 0.99, 0.5),
        step("a large ε", 2, 2, 0.8, 0.9, 0.2),
        step("large values", 2, 3, scale=1000),
        step("large values", 3, 2, scale=700, rate=0.5),
        step("integers", 3, 2, draw=whole),
        step("integers", 2, 5, draw=whole),
        step("float32", 2, 2, 0.5, 0.75, draw=quarters),
        step("float32", 4, 3, 0.75, 0.5, draw=quarters),
    ]
