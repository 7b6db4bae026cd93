"""Lists that a platform gave, kept as they came: export fills them in and gives them back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from autograder.collecting.originals import COLLECTED
from autograder.collecting.sheets.tables import Table, read_table
from autograder.course.files import copy_whole
from autograder.course.folder import Course
from autograder.course.handed_in.attempts import ATTEMPTS, read_attempts
from autograder.course.names import is_student_name

MOODLE = "moodle"
POINTS = "points possible"


def worksheet_path(course: Course, assignment: str) -> Path:
    """Return where Moodle's grading worksheet of an assignment is kept."""
    return course.folder / COLLECTED / "worksheets" / f"{assignment}.csv"


def canvas_path(course: Course) -> Path:
    """Return where Canvas's gradebook is kept."""
    return course.folder / COLLECTED / "canvas-gradebook.csv"


def keep_worksheets(
    course: Course, worksheets: Mapping[Path, Collection[str]], assignment: str = ""
) -> Iterator[str]:
    """Keep worksheets, the newest of each assignment; `worksheets` has each one's numbers.

    Moodle never draws a number twice, so the numbers tell the assignment. Yields a sentence for a
    worksheet that belongs to none.
    """
    known = {} if assignment else numbers_of(course)
    for file, numbers in worksheets.items():
        counts = {name: len(known[name] & {*numbers}) for name in known}
        name = assignment or max(counts, key=lambda one: counts[one], default="")
        if assignment or counts.get(name):
            copy_whole(file, worksheet_path(course, name))
        else:
            yield (
                f"{file.name} is not kept for the export of grades: nobody of it has handed in "
                "yet. Collect it with the zip file of its assignment, or with --assignment."
            )


def numbers_of(course: Course) -> dict[str, set[str]]:
    """Return the numbers by which Moodle knows those who handed in, by assignment."""
    numbers: dict[str, set[str]] = {}
    for folder in sorted((course.folder / ATTEMPTS).glob("*/*")):
        student, assignment = folder.parent.name, folder.name
        if is_student_name(student) and assignment in course.assignments:
            numbers.setdefault(assignment, set()).update(
                moodle_numbers(course, student, assignment)
            )
    return numbers


def moodle_numbers(course: Course, student: str, assignment: str) -> set[str]:
    """Return the numbers that Moodle gave a student's work in an assignment."""
    attempts = read_attempts(course, student, assignment)
    return {one.number for one in attempts if one.platform == MOODLE and one.number}


def keep_canvas_gradebook(course: Course, file: Path) -> None:
    """Keep a list of students if it is Canvas's gradebook."""
    if is_canvas_gradebook(read_table(file)):
        copy_whole(file, canvas_path(course))


def is_canvas_gradebook(table: Table) -> bool:
    """Return True for Canvas's gradebook, which tells the points of each assignment in a row."""
    return "Student" in table.columns[0] and bool(points_rows(table.lines))


def points_rows(lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows that tell what each assignment is worth: one, in Canvas's own file."""
    return [line for line in lines if line[0].strip().casefold() == POINTS]
