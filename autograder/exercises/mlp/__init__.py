"""Lesson 04: layers, the forward pass and the losses, one module an exercise."""
