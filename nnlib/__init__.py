"""The reference library of the course: neural networks in NumPy, in the order of the lessons."""

from nnlib.earlier_names import find_earlier_names

find_earlier_names()
