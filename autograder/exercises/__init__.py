"""Every exercise of the course, a folder a topic; `load` finds them.

An exercise is a file of functions: its cases, then the exercise, then a function for each wrong
belief. Nothing comes in; frozen exercises go out.
"""

from autograder.exercises.discovery import load
from autograder.exercises.model import (
    EXAMPLE,
    Case,
    Exercise,
    Misconception,
    Rng,
    Tolerance,
)

__all__ = ["EXAMPLE", "Case", "Exercise", "Misconception", "Rng", "Tolerance", "load"]
