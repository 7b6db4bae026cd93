"""Lesson 03: what one line cannot do, and two layers can."""

from autograder.exercises.model import Exercise

EXERCISES: tuple[Exercise, ...] = ()
