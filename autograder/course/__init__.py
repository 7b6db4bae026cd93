"""A course folder: its settings, its roster, what was handed in, and every attempt that is kept.

In comes the path of a folder; out go a `Course`, its students, and each one's `Submission`.
"""
