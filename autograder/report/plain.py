"""The report as plain data, for programs."""

from collections.abc import Iterator
from typing import Any

from autograder.notes.groups import Group, need_a_look
from autograder.report.rows import ExerciseRow
from autograder.report.similar import Similarity
from autograder.report.summary import AssignmentSummary
from autograder.report.tomorrow import Held
from autograder.report.whole import ClassReport


def data(report: ClassReport) -> dict[str, Any]:
    """Return all that the page shows, but for the code of similar submissions."""
    return {
        "course": report.course_name,
        "left_out": list(report.strangers),
        "not_begun": dict(report.not_begun),
        "trend": [vars(step) for step in report.trend],
        "assignments": [
            {**assignment_data(assignment), **similar(report.similar.get(assignment.assignment))}
            for assignment in report.assignments
        ],
    }


def assignment_data(assignment: AssignmentSummary) -> dict[str, Any]:
    """Return one assignment."""
    return {
        "assignment": assignment.assignment,
        "graded": len(assignment.students),
        "mean_share": assignment.mean_share,
        "median_share": assignment.median_share,
        "bins": list(assignment.bins),
        "waiting": assignment.waiting,
        "exercises": [exercise(row) for row in assignment.exercises],
        "misconceptions": [held_data(belief) for belief in assignment.held],
        "tomorrow": [belief.id for belief in assignment.to_say],
        "stuck": [{**vars(row), "share": row.share} for row in assignment.need_help],
        "not_graded": list(assignment.not_graded),
        "absent": [said(*note) for note in assignment.absent],
        "unreadable": [said(*note) for note in assignment.unread],
        "looks": [look for group in need_a_look(assignment.looks) for look in notes_of(group)],
        "noted": [group.to_plain() for group in assignment.looks],
    }


def exercise(row: ExerciseRow) -> dict[str, Any]:
    """Return one exercise."""
    return {
        "id": row.id,
        "section": row.section.title,
        "right": row.right,
        "misconception": row.believers,
        "wrong_otherwise": row.other,
        "not_done": row.not_done,
        "share_right": row.share_right,
        "discrimination": row.discrimination,
    }


def held_data(held: Held) -> dict[str, Any]:
    """Return one misconception with the students behind it in each exercise."""
    return {
        "id": held.id,
        "sentence": held.sentence,
        "students": len(held.students),
        "exercises": {row.id: list(belief.students) for row, belief in held.where},
        "sections": [section.title for section in held.sections],
    }


def said(student: str, note: str) -> dict[str, str]:
    """Return what is known of one student."""
    return {"student": student, "note": note}


def notes_of(group: Group) -> Iterator[dict[str, Any]]:
    """Yield all notes of one cause, each with its student."""
    for (student, _), notes in group.notes.items():
        for note in notes:
            yield {"student": student, "note": note, "cause": group.cause.value}


def similar(similarity: Similarity | None) -> dict[str, Any]:
    """Return the pairs that are unusually alike, nothing where nobody looked."""
    if similarity is None:
        return {}
    pairs = [
        {
            "students": list(pair.students),
            "overlap": pair.overlap,
            "exercises": list(pair.exercises),
        }
        for pair in similarity.pairs
    ]
    return {
        "similar": {
            "compared": similarity.compared,
            "usual": similarity.usual,
            "fence": similarity.fence,
            "too_few": similarity.too_few,
            "pairs": pairs,
            "left_out": similarity.left_out,
            "library": [
                {"student": one.student, "exercises": list(one.exercises)}
                for one in similarity.library
            ],
        }
    }
