"""A small lesson with one cell of each kind, and the exercise that it uses."""

import pytest

from autograder.building.lesson import Lesson
from autograder.building.reader import read_lesson
from autograder.exercises.model import Exercise
from nnlib.neuron import net_input

TEXT = '''\
# %% [markdown]
# # One neuron
#
# You will add up what comes in.

# %% provided="imports"
import numpy as np

from autograder.student import check

# %% [markdown] covers="N1"
# A neuron adds up.

# %% exercise="neuron.net_input"
def net_input(x, weights, bias):
    """Return w·x + b for one sample."""
    ### BEGIN SOLUTION
    products = weights * x
    return products.sum() + bias
    ### END SOLUTION

# %% demo=true covers="N2"
print(np.ones(3))

# %%
print("plain")

# %% [markdown] question="neuron.output_activation" covers="N11" points=1
# Which activation gives probabilities?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3, which is no probability.
# - [x] b) softmax
#   > Right: they sum
#   > to 1.
# - [ ] c) identity
#   > The identity changes nothing.

# %% [markdown] question="neuron.count" covers="N2" points=1.5 decimals=2
# How large is the mean of 1 and 1.5?
#
# - [x] 1.25
#   > Right: 2.5 / 2 = 1.25.
# - [ ] 2.5
#   > That is the sum; divide it by 2.
# - [ ] -1.25
#   > The sign is wrong.

# %% [markdown] written="neuron.compare" covers="N1" points=2
# Compare both neurons.
#
# > Rubric
# > 1 point: both learn.
# >
# > 1 point: numbers against signals.
'''


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def exercises() -> dict[str, Exercise]:
    exercise = Exercise(
        id="neuron.net_input",
        lesson="01_neuron",
        points=2,
        covers=("N2",),
        reference=net_input,
        cases=lambda rng: [],
        misconceptions=(),
        hints=(),
    )
    return {exercise.id: exercise}


@pytest.fixture
def lesson(text: str, exercises: dict[str, Exercise]) -> Lesson:
    return read_lesson(text, "01_neuron", exercises)
