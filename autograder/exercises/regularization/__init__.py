"""Lesson 07: regularization, first weights and batch norm, one module an exercise or two."""

from autograder.exercises.regularization.batch_norm_backward import BATCH_NORM_BACKWARD
from autograder.exercises.regularization.batch_norm_eval import BATCH_NORM_EVAL
from autograder.exercises.regularization.batch_norm_forward import BATCH_NORM_FORWARD
from autograder.exercises.regularization.chain_gradient import CHAIN_GRADIENT
from autograder.exercises.regularization.dropout_backward import DROPOUT_BACKWARD
from autograder.exercises.regularization.dropout_forward import DROPOUT_FORWARD
from autograder.exercises.regularization.first_weights import HE_WEIGHTS, XAVIER_WEIGHTS
from autograder.exercises.regularization.fit_errors import FIT_ERRORS
from autograder.exercises.regularization.l1_gradient import L1_GRADIENT
from autograder.exercises.regularization.l2_penalty import L2_PENALTY
from autograder.exercises.regularization.l2_step import L2_STEP
from autograder.exercises.regularization.running_statistics import RUNNING_STATISTICS
from autograder.exercises.regularization.stopping_epoch import STOPPING_EPOCH

# In the order of the lesson.
EXERCISES = (
    FIT_ERRORS,
    L2_PENALTY,
    L2_STEP,
    L1_GRADIENT,
    DROPOUT_FORWARD,
    DROPOUT_BACKWARD,
    STOPPING_EPOCH,
    XAVIER_WEIGHTS,
    HE_WEIGHTS,
    CHAIN_GRADIENT,
    BATCH_NORM_FORWARD,
    RUNNING_STATISTICS,
    BATCH_NORM_EVAL,
    BATCH_NORM_BACKWARD,
)
