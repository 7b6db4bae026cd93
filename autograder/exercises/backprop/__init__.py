"""Lesson 05: backpropagation, one module an exercise."""

from autograder.exercises.backprop.backprop_sample import BACKPROP_SAMPLE
from autograder.exercises.backprop.batch_gradients import BATCH_GRADIENTS
from autograder.exercises.backprop.bias_gradient import BIAS_GRADIENT
from autograder.exercises.backprop.central_differences import CENTRAL_DIFFERENCES
from autograder.exercises.backprop.chain_rule_neuron import CHAIN_RULE_NEURON
from autograder.exercises.backprop.gradient_check import GRADIENT_CHECK
from autograder.exercises.backprop.gradient_descent import GRADIENT_DESCENT
from autograder.exercises.backprop.hidden_error import HIDDEN_ERROR
from autograder.exercises.backprop.minibatch_update import MINIBATCH_UPDATE
from autograder.exercises.backprop.output_error import OUTPUT_ERROR
from autograder.exercises.backprop.parabola_slope import PARABOLA_SLOPE
from autograder.exercises.backprop.relative_error import RELATIVE_ERROR
from autograder.exercises.backprop.saturated_share import SATURATED_SHARE
from autograder.exercises.backprop.slow_weights import SLOW_WEIGHTS
from autograder.exercises.backprop.squared_line_slope import SQUARED_LINE_SLOPE
from autograder.exercises.backprop.train_epoch import TRAIN_EPOCH
from autograder.exercises.backprop.weight_gradient import WEIGHT_GRADIENT

# In the order of the lesson.
EXERCISES = (
    CENTRAL_DIFFERENCES,
    GRADIENT_DESCENT,
    PARABOLA_SLOPE,
    SQUARED_LINE_SLOPE,
    CHAIN_RULE_NEURON,
    OUTPUT_ERROR,
    HIDDEN_ERROR,
    BIAS_GRADIENT,
    WEIGHT_GRADIENT,
    BACKPROP_SAMPLE,
    RELATIVE_ERROR,
    GRADIENT_CHECK,
    BATCH_GRADIENTS,
    MINIBATCH_UPDATE,
    TRAIN_EPOCH,
    SLOW_WEIGHTS,
    SATURATED_SHARE,
)
