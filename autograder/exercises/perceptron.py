"""Lesson 02: the perceptron and its learning rule."""

from autograder.exercises.model import Exercise

EXERCISES: tuple[Exercise, ...] = ()
