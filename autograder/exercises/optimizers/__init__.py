"""Lesson 06: the learning rate, batches, and the optimizers, one module an exercise."""
