"""What of a course is graded: the assignments, students and exercises that somebody names."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.submitted import (
    assignments_handed_in,
    find_submissions,
    out_of_place,
)
from autograder.exercises import load
from autograder.sandbox.limits import Limits, limits_for
from autograder.submissions.template import CHECK, load_template

NEAR = 3  # names that are offered for one that is unknown
MOST_LISTED = 12


@dataclass(frozen=True)
class GradingOptions:
    """What is graded, and how; `only` names exercises, none means all."""

    assignments: tuple[str, ...]
    students: tuple[str, ...]
    only: frozenset[str]
    force: bool
    workers: int
    limits: Limits


def grading_options(
    course: Course,
    *,
    assignments: Sequence[str] = (),
    students: Sequence[str] = (),
    exercises: Sequence[str] = (),
    force: bool = False,
    workers: int | None = None,
    timeout: float | None = None,
) -> GradingOptions:
    """Return what is graded, by as many workers as there are cores unless a number is given.

    `timeout` is the time of a cell in seconds. Raises CourseError for a name that the course does
    not know, and where nothing has been handed in.
    """
    chosen = with_exercises(course, chosen_assignments(course, assignments), exercises)
    if not find_submissions(course, chosen):
        raise CourseError("\n".join([nothing_to_grade(course), *out_of_place(course)]))
    return GradingOptions(
        chosen,
        chosen_students(course, students),
        frozenset(exercises),
        force,
        workers or os.cpu_count() or 1,
        limits_for(timeout),
    )


def nothing_to_grade(course: Course) -> str:
    """Say what is missing where there is nothing to grade."""
    folder = course.folder
    if not course.assignments:
        return f"Nothing is in {folder}/release: run `nbgrader generate_assignment` in the course."
    return f"Nothing has been handed in: notebooks belong into {folder}/submitted/STUDENT/LESSON/."


def chosen_assignments(course: Course, names: Sequence[str]) -> tuple[str, ...]:
    """Return the assignments to grade; where none is named, all that somebody has handed in."""
    refuse_unknown("assignment", names, course.assignments, "in this course")
    return tuple(dict.fromkeys(names)) or assignments_handed_in(course)


def chosen_students(course: Course, names: Sequence[str]) -> tuple[str, ...]:
    """Return the students whose work is graded; where none is named, all."""
    refuse_unknown("student", names, course.students, f"in {course.folder / 'submitted'}")
    return tuple(dict.fromkeys(names)) or course.students


def with_exercises(
    course: Course, assignments: Sequence[str], names: Sequence[str]
) -> tuple[str, ...]:
    """Return the assignments that hold one of the exercises; where none is named, all of them."""
    if not names:
        return tuple(assignments)
    items = {assignment: items_of(course, assignment) for assignment in assignments}
    known = [item for held in items.values() for item in held]
    refuse_unknown("exercise", names, known, f"in {', '.join(assignments)}")
    return tuple(assignment for assignment, held in items.items() if set(names) & set(held))


def items_of(course: Course, assignment: str) -> tuple[str, ...]:
    """Return the ids of the exercises and questions that an assignment checks."""
    template = load_template(course.release(assignment), load())
    return tuple(cell.item for cell in template.of_kind(CHECK))


def refuse_unknown(kind: str, names: Iterable[str], known: Collection[str], where: str) -> None:
    """Raise CourseError for a name that does not exist, with those that are near it."""
    for name in names:
        if name not in known:
            raise CourseError(f"There is no {kind} {name} {where}{suggestion(name, known)}")


def suggestion(name: str, known: Collection[str]) -> str:
    """Return the end of the sentence: what may have been meant, or what there is."""
    near = get_close_matches(name, known, NEAR)
    if near:
        return f". Did you mean {' or '.join(near)}?"
    more = ", …" if len(known) > MOST_LISTED else ""
    return f"; there are: {', '.join(sorted(known)[:MOST_LISTED]) or 'none'}{more}."
