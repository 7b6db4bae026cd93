"""Lesson 06: the learning rate, batches, and the optimizers, one module an exercise."""

from autograder.exercises.optimizers.adam_step import ADAM_STEP
from autograder.exercises.optimizers.adam_steps import ADAM_STEPS
from autograder.exercises.optimizers.batch_indices import BATCH_INDICES
from autograder.exercises.optimizers.corrected_mean import CORRECTED_MEAN
from autograder.exercises.optimizers.decayed_rate import DECAYED_RATE
from autograder.exercises.optimizers.descend_bowl import DESCEND_BOWL
from autograder.exercises.optimizers.momentum_steps import MOMENTUM_STEPS
from autograder.exercises.optimizers.rmsprop_steps import RMSPROP_STEPS
from autograder.exercises.optimizers.sgd_steps import SGD_STEPS

# In the order of the lesson.
EXERCISES = (
    DESCEND_BOWL,
    DECAYED_RATE,
    BATCH_INDICES,
    SGD_STEPS,
    MOMENTUM_STEPS,
    RMSPROP_STEPS,
    CORRECTED_MEAN,
    ADAM_STEP,
    ADAM_STEPS,
)
