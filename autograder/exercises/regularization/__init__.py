"""Lesson 07: regularization, first weights and batch norm, one module an exercise or two."""
