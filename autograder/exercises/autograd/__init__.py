"""Lesson B: values that remember how they were made, one module an exercise."""

from autograder.exercises.autograd.matmul_backward import MATMUL_BACKWARD
from autograder.exercises.autograd.multiply_backward import MULTIPLY_BACKWARD
from autograder.exercises.autograd.order_of_values import ORDER_OF_VALUES
from autograder.exercises.autograd.slopes import CHAIN_SLOPE, PARABOLA_SLOPE
from autograder.exercises.autograd.sum_to_shape import SUM_TO_SHAPE
from autograder.exercises.autograd.tape_backward import TAPE_BACKWARD
from autograder.exercises.autograd.train_network import TRAIN_NETWORK

# In the order of the lesson.
EXERCISES = (
    PARABOLA_SLOPE,
    CHAIN_SLOPE,
    MULTIPLY_BACKWARD,
    ORDER_OF_VALUES,
    TAPE_BACKWARD,
    SUM_TO_SHAPE,
    MATMUL_BACKWARD,
    TRAIN_NETWORK,
)
