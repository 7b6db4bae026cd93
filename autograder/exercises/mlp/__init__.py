"""Lesson 04: layers, the forward pass and the losses, one module an exercise."""

from autograder.exercises.mlp.batch_forward import BATCH_FORWARD
from autograder.exercises.mlp.binary_cross_entropy import BINARY_CROSS_ENTROPY
from autograder.exercises.mlp.count_parameters import COUNT_PARAMETERS
from autograder.exercises.mlp.cross_entropy import CROSS_ENTROPY
from autograder.exercises.mlp.forward import FORWARD
from autograder.exercises.mlp.layer_forward import LAYER_FORWARD
from autograder.exercises.mlp.layer_net_input import LAYER_NET_INPUT
from autograder.exercises.mlp.mean_squared_error import MEAN_SQUARED_ERROR
from autograder.exercises.mlp.one_hot import ONE_HOT
from autograder.exercises.mlp.predicted_classes import PREDICTED_CLASSES
from autograder.exercises.mlp.sequential import SEQUENTIAL

# In the order of the lesson.
EXERCISES = (
    COUNT_PARAMETERS,
    LAYER_NET_INPUT,
    LAYER_FORWARD,
    BATCH_FORWARD,
    FORWARD,
    SEQUENTIAL,
    MEAN_SQUARED_ERROR,
    BINARY_CROSS_ENTROPY,
    ONE_HOT,
    CROSS_ENTROPY,
    PREDICTED_CLASSES,
)
