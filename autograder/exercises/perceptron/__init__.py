"""Lesson 02: the perceptron and its learning rule, one module an exercise."""

from autograder.exercises.perceptron.boundary_line import BOUNDARY_LINE
from autograder.exercises.perceptron.count_mistakes import COUNT_MISTAKES
from autograder.exercises.perceptron.gate_output import GATE_OUTPUT
from autograder.exercises.perceptron.predict import PREDICT
from autograder.exercises.perceptron.train import TRAIN
from autograder.exercises.perceptron.train_epoch import TRAIN_EPOCH
from autograder.exercises.perceptron.update_weights import UPDATE_WEIGHTS

# In the order of the lesson.
EXERCISES = (
    PREDICT,
    GATE_OUTPUT,
    BOUNDARY_LINE,
    UPDATE_WEIGHTS,
    COUNT_MISTAKES,
    TRAIN_EPOCH,
    TRAIN,
)
