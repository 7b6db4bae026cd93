"""All grades as JSON, for programs.

The schema, version 1. Points are numbers with at most two decimals; a time is ISO 8601 in UTC.

- `format`: "autograder-grades"; `version`: 1, raised when a field changes its meaning or goes.
- `course`: the course's name.
- `assignments`: a list of `name` and `max_points`.
- `students`: a list of
  - `id`, `name`, `email`, `moodle_id`, `canvas_id`, `sis_id`, `section`, `login`: as in the roster,
    or "";
  - `points`, `max_points`: of all assignments together; `waiting`: answers without points yet;
  - `submissions`: a list of
    - `assignment`; `status`: "graded", "waiting", "not_graded" (handed in, and no run has graded it
      yet), "unreadable" or "missing"; `superseded`: true where another file has come since;
    - `auto`, `manual`, `extra_credit`, `late_penalty`, `total`: numbers, or null where there is
      nothing to add up; `max_points`; `waiting`;
    - `handed_in`: a time or null; `seconds_late`;
    - `exercises`: a list of `id`, `points`, `max_points`, `auto` and `manual` (a number or null),
      `extra_credit`, `waiting` (true or false), `kind` and `misconception` (an id or null).
"""

import json
from dataclasses import asdict
from typing import Any

from autograder.exporting.book import Book, Row, status_of
from autograder.gradebook.read_grades import CellPoints
from autograder.gradebook.result import ExerciseResult
from autograder.gradebook.totals import Total

FORMAT = "autograder-grades"
VERSION = 1


def json_text(book: Book) -> str:
    """Return all grades as JSON text, the same for the same grades."""
    return json.dumps(data(book), ensure_ascii=False, indent=1) + "\n"


def data(book: Book) -> dict[str, Any]:
    """Return all grades as plain data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "course": book.course_name,
        "assignments": [{"name": name, "max_points": most} for name, most in book.worth.items()],
        "students": [student(row, book) for row in book.rows],
    }


def student(row: Row, book: Book) -> dict[str, Any]:
    """Return one student with all submissions."""
    return {
        **asdict(row.student),
        "points": row.points,
        "max_points": book.max_points,
        "waiting": row.waiting,
        "submissions": [
            submission(row.totals[assignment])
            for assignment in book.worth
            if assignment in row.totals
        ],
    }


def submission(total: Total) -> dict[str, Any]:
    """Return one submission with its parts and its exercises."""
    known = total.has_points
    handed_in = total.grades.handed_in
    return {
        "assignment": total.result.assignment,
        "status": status_of(total),
        "superseded": total.superseded,
        "auto": total.by_machine if known else None,
        "manual": total.by_hand if known else None,
        "extra_credit": total.extra_credit if known else None,
        "late_penalty": total.late_penalty if known else None,
        "total": total.points if known else None,
        "max_points": total.max_points,
        "waiting": total.waiting,
        "handed_in": f"{handed_in.isoformat()}Z" if handed_in else None,
        "seconds_late": total.grades.seconds_late,
        "exercises": [
            exercise_data(exercise, total.cells.get(exercise.cell, CellPoints()))
            for exercise in total.result.exercises
        ],
    }


def exercise_data(result: ExerciseResult, points: CellPoints) -> dict[str, Any]:
    """Return what one exercise earned."""
    return {
        "id": result.id,
        "points": points.points,
        "max_points": result.max_points,
        "auto": points.by_machine,
        "manual": points.by_hand,
        "extra_credit": points.extra_credit,
        "waiting": points.waits,
        "kind": result.kind,
        "misconception": result.misconception,
    }
