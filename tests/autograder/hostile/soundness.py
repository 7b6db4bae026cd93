"""What is wrong with what came of one attack; nothing, if grading was sound."""

import re
from collections.abc import Iterator

from autograder.course.names import printable
from tests.autograder.hostile.attack import ALL, Attack, Notebook
from tests.autograder.hostile.classroom import Classroom
from tests.autograder.hostile.evidence import Evidence

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def problems(room: Classroom, evidence: Evidence, student: str) -> list[str]:
    """Return every way in which one attack succeeded."""
    attack = room.students[student]
    return [
        *points_problems(room.given, evidence.points.get(student, {}), attack),
        *(f"leaked: {name}" for name in evidence.leaked.get(student, ())),
        *(f"touched: {what}" for what in sorted(set(evidence.touched.get(student, ())))),
        *(f"runs: {place}" for place in evidence.shown.get(student, ())),
        *neighbour_problems(room, evidence, student),
        *([] if evidence.finished else ["the batch was not finished"]),
    ]


def points_problems(given: Notebook, points: dict[str, float], attack: Attack) -> Iterator[str]:
    """Yield the points that were gained or lost wrongly."""
    most = most_points(given)
    for item in sorted(ALL):
        earned = points.get(item, 0.0)
        if item in attack.keeps and earned != most[item]:
            yield f"lost: {earned:g} of {most[item]:g} for {item}"
        elif item not in attack.keeps | attack.may and earned:
            yield f"gained: {earned:g} of {most[item]:g} for {item}"


def most_points(given: Notebook) -> dict[str, float]:
    """Return what each answer is worth."""
    marks = [cell["metadata"].get("nbgrader", {}) for cell in given["cells"]]
    by_cell = {one["grade_id"]: one.get("points", 0.0) for one in marks if one}
    return {item: by_cell[f"{item.replace('.', '-')}-check"] for item in ALL}


def neighbour_problems(room: Classroom, evidence: Evidence, student: str) -> Iterator[str]:
    """Yield the honest neighbours, before and after, who did not get all their points."""
    names = list(room.students)
    place = names.index(student)
    full = most_points(room.given)
    for neighbour in names[max(0, place - 1) : place + 2]:
        if room.students[neighbour] is None and evidence.points.get(neighbour) != full:
            yield f"a neighbour lost points: {evidence.points.get(neighbour)}"


def silent(evidence: Evidence, student: str) -> list[str]:
    """Return what an instructor would wonder about: no result, no reason, or a fault of ours."""
    result = evidence.results.get(student)
    if result is None:
        told = f"submitted/{printable(student)}: " in evidence.output
        return [] if told else ["no result was kept"]
    said = " ".join(result.notes)
    wondering = ["no reason given"] if result.status != "graded" and not said else []
    return wondering + [f"our fault: {note}" for note in result.notes if "fault" in note]


def unfit_for_a_terminal(evidence: Evidence, student: str) -> list[str]:
    """Return the lines about one student that hold what a terminal would obey."""
    start = student[:5]
    lines = (line for line in evidence.output.splitlines() if start in line)
    return [repr(line) for line in lines if CONTROL.search(line)]
