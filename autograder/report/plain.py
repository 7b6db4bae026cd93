"""The report as plain data, for programs."""

from typing import Any

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
        "trend": [vars(step) for step in report.trend],
        "assignments": [
            {**assignment(one), **similar(report.similar.get(one.assignment))}
            for one in report.assignments
        ],
    }


def assignment(one: AssignmentSummary) -> dict[str, Any]:
    """Return one assignment."""
    return {
        "assignment": one.assignment,
        "graded": len(one.students),
        "mean_share": one.mean_share,
        "median_share": one.median_share,
        "bins": list(one.bins),
        "waiting": one.waiting,
        "exercises": [exercise(row) for row in one.exercises],
        "misconceptions": [held(belief) for belief in one.held],
        "tomorrow": [belief.id for belief in one.to_say],
        "stuck": [{**vars(row), "share": row.share} for row in one.need_help],
        "absent": [said(*note) for note in one.absent],
        "unreadable": [said(*note) for note in one.unread],
        "looks": [said(*note) for note in one.looks],
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


def held(one: Held) -> dict[str, Any]:
    """Return one misconception with the students behind it in each exercise."""
    return {
        "id": one.id,
        "sentence": one.sentence,
        "students": len(one.students),
        "exercises": {row.id: list(belief.students) for row, belief in one.where},
        "sections": [section.title for section in one.sections],
    }


def said(student: str, note: str) -> dict[str, str]:
    """Return what is known of one student."""
    return {"student": student, "note": note}


def similar(found: Similarity | None) -> dict[str, Any]:
    """Return the pairs that are unusually alike, nothing where nobody looked."""
    if found is None:
        return {}
    pairs = [
        {"students": list(one.students), "overlap": one.overlap, "exercises": list(one.exercises)}
        for one in found.pairs
    ]
    return {
        "similar": {
            "compared": found.compared,
            "usual": found.usual,
            "fence": found.fence,
            "too_few": found.too_few,
            "pairs": pairs,
            "left_out": found.left_out,
        }
    }
