"""What students have handed in: the notebook that counts, every attempt, and when each came.

In comes a `Course`; out go each student's `Submission` and `Attempt`s, and what is out of place.
"""
