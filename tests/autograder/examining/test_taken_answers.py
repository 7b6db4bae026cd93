"""In the worker there is no own answer of the course's to take, by whichever way."""

from pathlib import Path

import pytest

import nnlib
from tests.autograder.examining.taking import WAYS

PLACE = str(Path(nnlib.__path__[0]).parent)


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_that_was_taken_earns_nothing_and_its_neighbours_everything(assignment, way):
    source = WAYS[way].strip().replace("PLACE", repr(PLACE))
    graded = assignment.grade(assignment.solved(relu=source), exercise_seconds=4)
    points = {one.id: one.points for one in graded.exercises}
    assert (points["neuron.relu"], points["neuron.net_input"], points["neuron.leaky_relu"]) == (
        0,
        2,
        1,
    )
