"""Grading a class: the student's code in a worker, the judge outside, nbgrader as the frame."""
