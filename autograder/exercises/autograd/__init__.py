"""Lesson B: values that remember how they were made, one module an exercise."""
