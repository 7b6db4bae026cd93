"""What came of a run: points, secrets that came out, harm done to the machine."""

import hashlib
import os
import sqlite3
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from autograder.gradebook.result import from_json
from tests.autograder.hostile.attack import ALL, LESSON
from tests.autograder.hostile.browser import running
from tests.autograder.hostile.classroom import Classroom, forms
from tests.autograder.hostile.harm import found_harm

WRITTEN_BY_GRADING = (
    ".grading",
    "backups",
    "results",
    "autograded",
    "feedback",
    "gradebook",
    ".nbgrader",
    "report",
    "needs_a_look.txt",
)
POINTS = """
select submitted_assignment.student_id, grade_cells.name, grade.auto_score
from grade
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
join base_cell as grade_cells on grade_cells.id = grade.cell_id
"""

Snapshot = dict[str, str]


@dataclass
class Evidence:
    """What is known after a run; everything is by student."""

    points: dict[str, dict[str, float]] = field(default_factory=dict)  # in the gradebook
    results: dict[str, object] = field(default_factory=dict)  # of autograder alone
    leaked: dict[str, list[str]] = field(default_factory=dict)
    touched: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[str, list[str]] = field(default_factory=dict)  # what would run in a page
    unexplained: list[str] = field(default_factory=list)  # harm that bears no mark
    output: str = ""
    finished: bool = True


def snapshot(room: Classroom) -> Snapshot:
    """Write down every file that grading has no business to change."""
    taken = {}
    for top in (room.course.folder, room.home, room.shared):
        for folder, _, files in os.walk(top):
            for name in files:
                path = Path(folder) / name
                part = path.relative_to(top).parts[0]
                if top != room.course.folder or not part.startswith(WRITTEN_BY_GRADING):
                    taken[os.fsdecode(path)] = state(path)
    return taken


def state(path: Path) -> str:
    """Return a file's kind, rights, owner, time and content."""
    status = path.lstat()
    kind = f"{status.st_mode:o} {status.st_uid} {status.st_mtime_ns} {status.st_size}"
    if not path.is_file() or path.is_symlink() or status.st_size > 10_000_000:
        return kind
    return f"{kind} {hashlib.sha256(path.read_bytes()).hexdigest()} {os.listxattr(path)}"


def collect(room: Classroom, before: Snapshot, output: str, *, finished: bool) -> Evidence:
    """Look at everything after a run."""
    evidence = Evidence(output=output, finished=finished)
    evidence.points = gradebook_points(room)
    results = room.course.folder / "results" / LESSON
    for student in room.students:
        with suppress(OSError, ValueError):
            evidence.results[student] = from_json((results / f"{student}.json").read_text())
        written = own_texts(room, student)
        evidence.leaked[student] = leaks(room, written, student)
        evidence.shown[student] = scripts(room, student)
    for student, harm in found_harm(room):
        evidence.touched[student].append(harm)
    for change in changes(before, snapshot(room)):
        evidence.unexplained.append(change)
    return evidence


def gradebook_points(room: Classroom) -> dict[str, dict[str, float]]:
    """Return each student's points by exercise, as nbgrader's gradebook has them."""
    points: dict[str, dict[str, float]] = defaultdict(dict)
    names = {f"{item.replace('.', '-')}-check": item for item in ALL}
    with closing(sqlite3.connect(room.course.folder / "gradebook.db", timeout=5)) as book:
        for student, cell, score in book.execute(POINTS):
            if cell in names:
                points[student][names[cell]] = score or 0.0
    return points


def own_texts(room: Classroom, student: str) -> dict[str, str]:
    """Return the texts that grading wrote about one student."""
    paths = [room.course.result(student, LESSON)]
    for folder in ("autograded", "feedback"):
        paths += (room.course.folder / folder / student).rglob("*")
    return {
        str(path): path.read_bytes().decode("utf-8", "replace")
        for path in paths
        if path.is_file() and path.stat().st_size < 100_000_000
    }


def leaks(room: Classroom, texts: dict[str, str], student: str) -> list[str]:
    """Return the secrets that stand in what was written about one student."""
    mine = {"a neighbour"} if room.students[student] is None else set()
    text = "\n".join(texts.values())
    confessed = ["what it says itself"] if f"got!{room.run}" in text else []
    return confessed + [
        name
        for name, secret in room.secrets.items()
        if name not in mine and any(form in text for form in forms(secret))
    ]


def scripts(room: Classroom, student: str) -> list[str]:
    """Return what would run in the pages about one student."""
    mark = next((mark for mark, whose in room.marks.items() if whose == student), None)
    folder = room.course.folder
    pages = [folder / "report.html", *(folder / "feedback" / student).rglob("*.html")]
    return [
        f"{page.name}: {place}"
        for page in pages
        if mark and page.is_file()
        for place in running(page.read_text(encoding="utf-8"), mark)
    ]


def changes(before: Snapshot, after: Snapshot) -> list[str]:
    """Return the files that are new, gone or changed."""
    return [
        f"{'gone' if path not in after else 'changed' if path in before else 'new'}: {path}"
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    ]
