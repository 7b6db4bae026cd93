"""Every exercise of the course, one module a topic, in the order of the lessons."""

from autograder.exercises import (
    autograd,
    backprop,
    capstone,
    mlp,
    neuron,
    optimizers,
    perceptron,
    regularization,
    start,
    statistics,
    xor,
)
from autograder.exercises.model import (
    EXAMPLE,
    Case,
    Exercise,
    Misconception,
    Rng,
    Tolerance,
)

__all__ = ["EXAMPLE", "Case", "Exercise", "Misconception", "Rng", "Tolerance", "load"]


def load() -> dict[str, Exercise]:
    """Return every exercise by its id, in the order of the lessons.

    >>> load()["neuron.net_input"].name
    'net_input'
    """
    exercises = (
        *start.EXERCISES,
        *neuron.EXERCISES,
        *perceptron.EXERCISES,
        *xor.EXERCISES,
        *mlp.EXERCISES,
        *backprop.EXERCISES,
        *optimizers.EXERCISES,
        *regularization.EXERCISES,
        *statistics.EXERCISES,
        *autograd.EXERCISES,
        *capstone.EXERCISES,
    )
    return {exercise.id: exercise for exercise in exercises}
