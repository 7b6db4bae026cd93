"""The questions of a course, with the answers by which they are graded.

A course keeps the answers to its own questions in its folder, so that the package which students
install need not hold them.
"""

import json

from autograder.course.folder import Course, CourseError
from autograder.judging.questions import Question, load_questions, read_sealed

BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError)


def questions_of(course: Course, assignment: str) -> dict[str, Question]:
    """Return every question by its id: those of the course as its folder has them.

    Raises CourseError where its file can't be read.
    """
    return {**load_questions(), **own_questions(course, assignment)}


def own_questions(course: Course, assignment: str) -> dict[str, Question]:
    """Return the questions in the course's own file; none in a course of an earlier version."""
    path = course.answers(assignment)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        own = read_sealed(text) if text else ()
    except BROKEN as error:
        reason = "it is no JSON" if isinstance(error, json.JSONDecodeError) else error
        raise CourseError(
            f"The answers to the questions in {path} can't be read: {reason}. Put the file back "
            "from a copy, or make it anew with `autograder course release`."
        ) from None
    return {question.id: question for question in own}
