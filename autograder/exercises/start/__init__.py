"""Lesson 00: how the course works, and first steps with NumPy, one module an exercise."""
