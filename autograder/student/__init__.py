"""What a student calls in a notebook: check, hint, solution and progress."""

from autograder.student.checking import check
from autograder.student.hinting import hint
from autograder.student.overview import progress
from autograder.student.solving import solution

__all__ = ["check", "hint", "progress", "solution"]
