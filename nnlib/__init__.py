"""The reference library of the course: neural networks in NumPy, in the order of the lessons."""
