"""Appendix A: statistics, one module an exercise."""

from autograder.exercises.statistics.accuracy import ACCURACY
from autograder.exercises.statistics.binomial_probability import BINOMIAL_PROBABILITY
from autograder.exercises.statistics.confusion_matrix import CONFUSION_MATRIX
from autograder.exercises.statistics.mean import MEAN
from autograder.exercises.statistics.median import MEDIAN
from autograder.exercises.statistics.mode import MODE
from autograder.exercises.statistics.normal_density import NORMAL_DENSITY
from autograder.exercises.statistics.sample_mean_and_deviation import SAMPLE_MEAN_AND_DEVIATION
from autograder.exercises.statistics.standard_deviation import STANDARD_DEVIATION
from autograder.exercises.statistics.standardize import STANDARDIZE
from autograder.exercises.statistics.variance import VARIANCE

# In the order of the lesson.
EXERCISES = (
    MEAN,
    MEDIAN,
    MODE,
    VARIANCE,
    STANDARD_DEVIATION,
    STANDARDIZE,
    BINOMIAL_PROBABILITY,
    NORMAL_DENSITY,
    SAMPLE_MEAN_AND_DEVIATION,
    ACCURACY,
    CONFUSION_MATRIX,
)
