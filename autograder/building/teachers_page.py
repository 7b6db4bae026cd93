"""The teacher's page of a lesson: what it is for, what goes wrong most, and the rubrics."""

import re

from autograder.building.lesson import CodeExercise, Lesson, Prose
from autograder.building.rubrics import points, rubrics

GOALS = "## What you will be able to do"
TIME = re.compile(r"\*\*Time:\*\* (?P<time>.+?)\s*\*\*You need:\*\* (?P<need>.+)")
MOST_COMMON = 3  # beliefs for each exercise; the commonest come first in its data


def teachers_page(lesson: Lesson) -> str:
    """Return a page of markdown for the teacher alone.

    It holds the goals and the time as the lesson states them, the commonest misconceptions of
    each exercise, the rubrics of written answers and the right answers to the questions.
    """
    parts = [f"# {lesson.slug}: for the teacher", time_and_need(lesson), goals(lesson)]
    parts += [what_goes_wrong(lesson), rubrics(lesson)]
    return "\n\n".join(part for part in parts if part)


def time_and_need(lesson: Lesson) -> str:
    """Return how long the lesson takes and what it builds on."""
    paragraphs = (flat(part) for text in prose(lesson) for part in text.split("\n\n"))
    time = next(filter(None, map(TIME.search, paragraphs)), None)
    if time is None:
        return ""
    return f"Time: {time['time'].strip()}\n\nStudents need: {time['need'].strip()}"


def goals(lesson: Lesson) -> str:
    """Return the lesson's own list of goals."""
    goals = next((text for text in prose(lesson) if text.startswith(GOALS)), "")
    return goals.replace(GOALS, "## What students will be able to do", 1)


def what_goes_wrong(lesson: Lesson) -> str:
    """Return the commonest misconceptions of each exercise, in the words that students read."""
    exercises = [cell.exercise for cell in lesson.cells if isinstance(cell, CodeExercise)]
    parts = ["## What goes wrong most"] if exercises else []
    for exercise in exercises:
        beliefs = [
            f"- {misconception.sentence}" for misconception in exercise.misconceptions[:MOST_COMMON]
        ]
        parts.append("\n".join([f"`{exercise.id}` ({points(exercise.points)})", "", *beliefs]))
    return "\n\n".join(parts)


def prose(lesson: Lesson) -> list[str]:
    """Return the texts of the lesson, in order."""
    return [cell.text for cell in lesson.cells if isinstance(cell, Prose)]


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
