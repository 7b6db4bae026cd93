"""Write results into nbgrader's gradebook, many in one transaction; what a person gave stays.

A table of our own beside nbgrader's keeps which result of each submission the gradebook holds, and
for which answers: it changes in the same transaction.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    MetaData,
    Select,
    String,
    Table,
    Text,
    select,
)
from sqlalchemy.dialects.sqlite import insert

from autograder.course.files import digest
from autograder.gradebook.nbgrader import TABLES, change_rows
from autograder.gradebook.register_submissions import register_submissions
from autograder.gradebook.result import (
    MISSING,
    UNREADABLE,
    ExerciseResult,
    SubmissionResult,
    to_plain,
)

RECORDED = Table(
    "autograder_recorded",
    MetaData(),
    Column("submission_id", String(32), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("answers", Text, nullable=False),
    Column("unreadable", Boolean, nullable=False),
)

OUT_OF = " of "
ASSIGNMENT, STUDENT = TABLES["assignment"].c, TABLES["student"].c
SUBMISSION, NOTEBOOK = TABLES["submitted_assignment"].c, TABLES["submitted_notebook"].c
CELL, GRADE = TABLES["base_cell"].c, TABLES["grade"].c


@dataclass(frozen=True)
class HeldResult:
    """Which result of a submission the gradebook holds, and the answers that it was for."""

    digest: str = ""
    answers: Mapping[str, str] | None = None
    unreadable: bool = False


def prepare_table(connection: Connection) -> None:
    """Make our own table if it is missing; needs a gradebook that can be written."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # fails now rather than after an hour's grading
    RECORDED.create(connection, checkfirst=True)


def not_recorded(
    connection: Connection, assignment: str, results: Iterable[SubmissionResult]
) -> list[SubmissionResult]:
    """Return the results of one assignment that the gradebook does not hold as they are."""
    query = (
        select(SUBMISSION.student_id, RECORDED.c.digest)
        .join_from(
            TABLES["submitted_assignment"], RECORDED, RECORDED.c.submission_id == SUBMISSION.id
        )
        .join(TABLES["assignment"], ASSIGNMENT.id == SUBMISSION.assignment_id)
        .where(ASSIGNMENT.name == assignment)
    )
    held: dict[str, str] = dict(connection.execute(query).all())
    students = set(connection.scalars(select(STUDENT.id)))
    return [result for result in results if not is_recorded(result, held, students)]


def is_recorded(result: SubmissionResult, held: Mapping[str, str], students: set[str]) -> bool:
    """Return True if the gradebook holds a result; for missing work that is the student alone."""
    if result.status == MISSING:
        return result.student in students
    return held.get(result.student) == result_digest(result)


def result_digest(result: SubmissionResult) -> str:
    """Return the hash of a result."""
    return digest(json.dumps(to_plain(result), sort_keys=True).encode())


def record_results(connection: Connection, results: Sequence[SubmissionResult]) -> None:
    """Write results into the gradebook, in the transaction that the caller ends.

    A student who handed nothing in is entered without a submission, which would wait for
    somebody to grade it. Raises CourseError for an assignment that the gradebook lacks.
    """
    if not results:
        return
    names = [{"id": name} for name in {result.student for result in results}]
    connection.execute(insert(TABLES["student"]).on_conflict_do_nothing(), names)
    handed_in = [result for result in results if result.status != MISSING]
    by_assignment = attrgetter("assignment")
    for assignment, group in groupby(sorted(handed_in, key=by_assignment), by_assignment):
        record_assignment(connection, assignment, {result.student: result for result in group})


def record_assignment(
    connection: Connection, assignment: str, results: Mapping[str, SubmissionResult]
) -> None:
    """Write the results of one assignment, by student."""
    students = register_submissions(connection, assignment, results)
    by_id = {id: results[student] for id, student in students.items()}
    held = read_held(connection, list(by_id))
    change_rows(connection, GRADE.id, grade_changes(connection, by_id, held))
    flag_unreadable(connection, by_id, held)
    connection.execute(
        insert(RECORDED).prefix_with("OR REPLACE"),
        [held_row(id, result) for id, result in by_id.items()],
    )


def read_held(connection: Connection, ids: Sequence[str]) -> dict[str, HeldResult]:
    """Return what the gradebook holds of these submissions."""
    query = select(RECORDED).where(RECORDED.c.submission_id.in_(ids))
    return {
        row.submission_id: HeldResult(row.digest, json.loads(row.answers), row.unreadable)
        for row in connection.execute(query)
    }


def held_row(id: str, result: SubmissionResult) -> dict[str, Any]:
    """Return the row that says what the gradebook holds now."""
    answers = {exercise.cell: answer_to(exercise) for exercise in result.exercises}
    return {
        "submission_id": id,
        "digest": result_digest(result),
        "answers": json.dumps({**answers, "": result.content_digest}),
        "unreadable": result.status == UNREADABLE,
    }


def grade_changes(
    connection: Connection,
    results: Mapping[str, SubmissionResult],
    held: Mapping[str, HeldResult],
) -> list[dict[str, Any]]:
    """Return the rows of grades that a result changes."""
    cells = {row.id: row.name for row in connection.execute(cells_of(list(results)))}
    query = (
        select(NOTEBOOK.assignment_id, GRADE.cell_id, GRADE.id, GRADE.auto_score)
        .add_columns(GRADE.manual_score, GRADE.needs_manual_grade)
        .join_from(TABLES["grade"], TABLES["submitted_notebook"])
        # The only index of the grades begins with the cell.
        .where(GRADE.cell_id.in_(list(cells)), NOTEBOOK.assignment_id.in_(list(results)))
    )
    changes = []
    for id, cell_id, key, *stands in connection.execute(query):
        auto_score, _, waited = stands
        points, waits = new_grade(results[id], cells[cell_id], held.get(id), *stands)
        if (points, waits) != (auto_score, waited):
            changes.append({"key": key, "auto_score": points, "needs_manual_grade": waits})
    return changes


def new_grade(
    result: SubmissionResult,
    cell: str,
    held: HeldResult | None,
    auto_score: float | None,
    manual_score: float | None,
    waited: bool,
) -> tuple[float | None, bool]:
    """Return the machine's points of a cell, and whether it waits for a person.

    What a person gave stays, and waits for another look if the answer or its points have changed.
    """
    exercise = exercise_at(result, cell)
    by_hand = exercise is None or exercise.needs_manual_points
    points = None if exercise is None or by_hand else exercise.points
    if manual_score is None:
        return points, by_hand
    same = points == auto_score and same_answer(result, cell, held)
    return points, waited if same else True


def exercise_at(result: SubmissionResult, cell: str) -> ExerciseResult | None:
    """Return the exercise that a graded cell belongs to."""
    return next((exercise for exercise in result.exercises if exercise.cell == cell), None)


def cells_of(submissions: Sequence[str]) -> Select[tuple[str, str]]:
    """Return the query for the id and name of each cell of the notebooks that were submitted."""
    notebooks = select(NOTEBOOK.notebook_id).where(NOTEBOOK.assignment_id.in_(submissions))
    return select(CELL.id, CELL.name).where(CELL.notebook_id.in_(notebooks))


def answer_to(exercise: ExerciseResult) -> str:
    """Return what stands for an answer and for the points that it could earn."""
    return f"{exercise.answer_digest}{OUT_OF}{exercise.max_points:g}"


def same_answer(result: SubmissionResult, cell: str, held: HeldResult | None) -> bool:
    """Return True if a person who graded a cell saw the answer that is there now, out of as much.

    What an earlier version of the course held does not tell out of how much it was.
    """
    if held is None or held.answers is None:
        return False
    exercise = exercise_at(result, cell)
    seen, _, points = held.answers.get(cell, held.answers[""]).partition(OUT_OF)
    if exercise is not None and points and points != f"{exercise.max_points:g}":
        return False
    now = exercise.answer_digest if exercise else ""
    return seen == (now or result.content_digest)


def flag_unreadable(
    connection: Connection,
    results: Mapping[str, SubmissionResult],
    held: Mapping[str, HeldResult],
) -> None:
    """Flag a notebook that nobody could read; a flag that a person has set stays."""
    for id, result in results.items():
        unreadable = result.status == UNREADABLE
        if unreadable or held.get(id, HeldResult()).unreadable:
            table = TABLES["submitted_notebook"]
            connection.execute(
                table.update().where(NOTEBOOK.assignment_id == id).values(flagged=unreadable)
            )
