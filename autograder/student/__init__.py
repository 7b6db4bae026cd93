"""What a student calls in a notebook: check, hint, solution and progress.

In come an exercise's id and the names that the student's cells define; out go a card and points.
"""

from nnlib.needs import needs

with needs("notebook"):
    from autograder.student.checking import check
    from autograder.student.course_progress import progress
    from autograder.student.hints import hint
    from autograder.student.solutions import solution

__all__ = ["check", "hint", "progress", "solution"]
