"""The lessons of a course: put into its folder, and worth the same wherever they stand.

Of what the cells of a lesson are worth in its source, in its release and in the gradebook the
release counts, for it is what students have. The gradebook follows it, so that nobody has 44 of
42 points in the formgrader. The source is what the next release is made from, so a difference to it
is said.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, select

from autograder.building.lesson import Lesson
from autograder.building.notebooks import notebook_text, source_notebook
from autograder.building.sealing import sealed_text
from autograder.building.teachers_page import teachers_page
from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError
from autograder.course.settings.declared import RECORDED
from autograder.gradebook.nbgrader import TABLES, change_rows, release
from autograder.messages import say

ASSIGNMENT, NOTEBOOK = TABLES["assignment"].c, TABLES["notebook"].c
CELL, GRADE = TABLES["base_cell"].c, TABLES["grade"].c
WITH_POINTS = ("grade_cells", "task_cells")
MOST_NAMED = 4

Points = Mapping[str, float]


def install_lessons(course: Course, lessons: Iterable[Lesson]) -> Iterator[str]:
    """Write the source and the teacher's page of each lesson, release it, and yield its name.

    The answers to its questions go into a file beside the teacher's page, by which they are graded.
    Nothing else lies beside a source notebook: nbgrader copies every neighbour to the students.
    """
    for lesson in lessons:
        source = source_notebook(lesson, recorded=course.questions == RECORDED)
        write_whole(course.source(lesson.slug), notebook_text(source))
        write_whole(course.answers(lesson.slug), sealed_text(lesson))
        write_whole(course.teachers_page(lesson.slug), teachers_page(lesson))
        release(course, lesson.slug)
        yield lesson.slug


def points_in(notebook: Path) -> dict[str, float]:
    """Return what each graded cell of a notebook is worth; raises CourseError for another file."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        marks = [cell["metadata"].get("nbgrader", {}) for cell in cells]
        graded = [one for one in marks if one.get("grade") or one.get("task")]
        return {str(one["grade_id"]): float(one.get("points") or 0.0) for one in graded}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise CourseError(f"{notebook} can't be read as a notebook: {error}") from None


def about_source(course: Course, assignment: str) -> Iterator[str]:
    """Say where the source of a lesson gives other points than the release."""
    source = course.source(assignment)
    if not source.is_file():
        return
    planned, given = points_in(source), points_in(course.release(assignment))
    if planned != given:
        yield say(
            "{assignment}: its source and its release give other points, {cells}. Grading goes by "
            "the release, which students have. To give out the points of the source, run `nbgrader "
            "generate_assignment {assignment} --force` in the course and grade again; if they are "
            "a mistake, put the source right.",
            assignment=assignment,
            cells=differences(planned, given, say("in the source"), say("in the release")),
        )


def follow_release(connection: Connection, course: Course, assignment: str) -> Iterator[str]:
    """Give the gradebook's cells the points of the release; say what has changed.

    Points that a person gave stay, and those of a changed cell wait for a second look.
    """
    given = points_in(course.release(assignment))
    known = points_known(connection, assignment)
    before = {name: points for name, (_, points) in known.items()}
    other = [name for name in before if name in given and given[name] != before[name]]
    if other:
        enter_points(connection, {known[name][0]: given[name] for name in other})
        yield followed(assignment, given, {name: before[name] for name in other})
    if before and given.keys() != before.keys():
        yield other_cells(assignment, sorted(given.keys() ^ before.keys()))


def followed(assignment: str, given: Points, before: Points) -> str:
    """Say what the gradebook's cells are worth now; `before` has those that were changed."""
    return say(
        "{assignment}: the gradebook had other points than the release and follows it now, "
        "{cells}. Points given by hand stay, and wait for a second look where these cells have "
        "any.",
        assignment=assignment,
        cells=differences(given, {**given, **before}, say("now"), say("before")),
    )


def other_cells(assignment: str, cells: Sequence[str]) -> str:
    """Say that a lesson has cells which only the release or only the gradebook has."""
    more = ["…"] if len(cells) > MOST_NAMED else []
    return say(
        "{assignment}: the release and the gradebook have not the same cells ({cells}), so their "
        "totals differ. Run `nbgrader generate_assignment {assignment} --force` in the course; it "
        "refuses where work of other cells has been graded, and then the release needs its former "
        "cells.",
        assignment=assignment,
        cells=", ".join([*cells[:MOST_NAMED], *more]),
    )


def points_known(connection: Connection, assignment: str) -> dict[str, tuple[str, float]]:
    """Return each graded cell of an assignment in the gradebook: its id there, and its points."""
    known: dict[str, tuple[str, float]] = {}
    for table in WITH_POINTS:
        cells = TABLES[table]
        query = (
            select(CELL.name, CELL.id, cells.c.max_score)
            .join_from(TABLES["base_cell"], cells, cells.c.id == CELL.id)
            .join(TABLES["notebook"], NOTEBOOK.id == CELL.notebook_id)
            .join(TABLES["assignment"], ASSIGNMENT.id == NOTEBOOK.assignment_id)
            .where(ASSIGNMENT.name == assignment)
        )
        known |= {name: (id, points) for name, id, points in connection.execute(query)}
    return known


def enter_points(connection: Connection, points: Points) -> None:
    """Enter what cells are worth, by their ids; what a person gave for them waits anew."""
    changes = [{"key": id, "max_score": worth} for id, worth in points.items()]
    for table in WITH_POINTS:
        change_rows(connection, TABLES[table].c.id, changes)
    by_hand = GRADE.cell_id.in_(list(points)) & GRADE.manual_score.is_not(None)
    connection.execute(TABLES["grade"].update().where(by_hand).values(needs_manual_grade=True))


def differences(one: Points, other: Points, of_one: str, of_other: str) -> str:
    """Name the cells with other points, and the sums.

    >>> differences({"a": 3}, {"a": 1}, "now", "before")
    'a 3 now and 1 before; in all 3 and 1'
    """
    cells = [name for name in {**one, **other} if one.get(name) != other.get(name)]
    told = [
        f"{name} {one.get(name, 0):g} {of_one} and {other.get(name, 0):g} {of_other}"
        for name in cells[:MOST_NAMED]
    ]
    more = [say("{count} more", count=len(cells) - MOST_NAMED)] if len(cells) > MOST_NAMED else []
    sums = say("in all {one:g} and {other:g}", one=sum(one.values()), other=sum(other.values()))
    return f"{', '.join([*told, *more])}; {sums}"
