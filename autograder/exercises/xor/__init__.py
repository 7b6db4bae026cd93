"""Lesson 03: what one line cannot do and two layers can, one module an exercise."""

from autograder.exercises.xor.best_line import BEST_LINE
from autograder.exercises.xor.descend import DESCEND
from autograder.exercises.xor.first_repeat import FIRST_REPEAT
from autograder.exercises.xor.hidden_features import HIDDEN_FEATURES
from autograder.exercises.xor.line_accuracy import LINE_ACCURACY
from autograder.exercises.xor.mean_squared_loss import MEAN_SQUARED_LOSS
from autograder.exercises.xor.tiny_forward import TINY_FORWARD
from autograder.exercises.xor.xor_by_hand import XOR_BY_HAND

# In the order of the lesson.
EXERCISES = (
    LINE_ACCURACY,
    BEST_LINE,
    FIRST_REPEAT,
    HIDDEN_FEATURES,
    XOR_BY_HAND,
    TINY_FORWARD,
    MEAN_SQUARED_LOSS,
    DESCEND,
)
