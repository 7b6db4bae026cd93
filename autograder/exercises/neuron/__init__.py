"""Lesson 01: one neuron, its net input, its activation and the slope of that."""
