"""Lesson 02: the perceptron and its learning rule, one module an exercise."""
