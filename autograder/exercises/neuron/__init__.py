"""Lesson 01: one neuron, its net input, its activation and the slope of that."""

from autograder.exercises.neuron import (
    collapse,
    net_input,
    net_input_batch,
    output,
    rectifier_slopes,
    rectifiers,
    slopes,
    softmax,
    squashing,
    step,
)

EXERCISES = (
    *net_input.EXERCISES,
    *net_input_batch.EXERCISES,
    *step.EXERCISES,
    *squashing.EXERCISES,
    *rectifiers.EXERCISES,
    *output.EXERCISES,
    *collapse.EXERCISES,
    *softmax.EXERCISES,
    *slopes.EXERCISES,
    *rectifier_slopes.EXERCISES,
)
