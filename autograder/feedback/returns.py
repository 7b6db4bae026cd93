"""What a platform must find a file called, so that it gives feedback back to the right student.

It stands with what was collected: in a download, names and numbers differ from one assignment to
the next, and nothing else in the course tells them.
"""

from autograder.course.attempts import attempts_of, counting
from autograder.course.folder import Course


def returned_as(course: Course, student: str, assignment: str, platform: str) -> str:
    """Return the name that a platform gave a submission in its download, empty if it gave none.

    Of several attempts it is the one that counts, or else the last that came from this platform.
    Raises CourseError where what is known of an attempt cannot be read.
    """
    attempts = attempts_of(course, student, assignment)
    from_there = [one for one in attempts if one.platform == platform and one.returns]
    if not from_there:
        return ""
    chosen = counting(attempts)
    return chosen.returns if chosen in from_there else from_there[-1].returns
