"""Lesson 05: backpropagation, one module an exercise."""
