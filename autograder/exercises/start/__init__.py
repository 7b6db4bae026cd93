"""Lesson 00: how the course works, and first steps with NumPy, one module an exercise."""

from autograder.exercises.start.centre_columns import CENTRE_COLUMNS
from autograder.exercises.start.column_means import COLUMN_MEANS
from autograder.exercises.start.fahrenheit import FAHRENHEIT
from autograder.exercises.start.totals import TOTALS

# In the order of the lesson.
EXERCISES = (FAHRENHEIT, TOTALS, COLUMN_MEANS, CENTRE_COLUMNS)
