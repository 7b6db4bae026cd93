"""The report's numbers as CSV tables, for spreadsheet programs."""

from collections.abc import Iterator

from autograder.exporting.cells import Cell, Dialect, csv_text
from autograder.gradebook.result import GRADED, MISSING, NOT_GRADED, UNREADABLE
from autograder.notes.groups import in_few
from autograder.report.rows import StudentRow
from autograder.report.summary import AssignmentSummary
from autograder.report.whole import ClassReport

EXERCISES = (
    "assignment,exercise,section,students,right,misconception,wrong_otherwise,not_done,"
    "share_right,discrimination"
)
MISCONCEPTIONS = "assignment,exercise,misconception,section,students,share,sentence,who"
STUDENTS = "id,name,section,assignment,status,points,max_points,share,reasons,not_right,notes"
Row = list[Cell]


def tables(report: ClassReport) -> dict[str, str]:
    """Return the text of each table by its name; formulas in names and texts are defused."""
    made = {
        "exercises": (EXERCISES, exercise_rows),
        "misconceptions": (MISCONCEPTIONS, misconception_rows),
        "students": (STUDENTS, student_rows),
    }
    return {
        name: csv_text([heads.split(","), *rows(report)], Dialect())
        for name, (heads, rows) in made.items()
    }


def exercise_rows(report: ClassReport) -> Iterator[Row]:
    """Yield a row for each exercise of each assignment."""
    for assignment in report.assignments:
        for row in assignment.exercises:
            yield [
                assignment.assignment,
                row.id,
                row.section.title,
                row.total,
                row.right,
                row.believers,
                row.other,
                row.not_done,
                row.share_right,
                row.discrimination,
            ]


def misconception_rows(report: ClassReport) -> Iterator[Row]:
    """Yield a row for each misconception in each exercise, with those who hold it."""
    for assignment in report.assignments:
        for row in assignment.exercises:
            for belief in row.beliefs:
                count = len(belief.students)
                yield [
                    assignment.assignment,
                    row.id,
                    belief.id,
                    row.section.title,
                    count,
                    count / row.total,
                    belief.sentence.replace("\n", " "),
                    "; ".join(belief.students),
                ]


def student_rows(report: ClassReport) -> Iterator[Row]:
    """Yield a row for each student in each assignment, those who handed nothing in too."""
    for assignment in report.assignments:
        for row in assignment.students:
            notes = notes_on(row.student, assignment)
            yield [*who(report, row.student, assignment), GRADED, *how(row), notes]
        not_graded = [(student, "") for student in assignment.not_graded]
        for status, said in (
            (NOT_GRADED, not_graded),
            (UNREADABLE, assignment.unread),
            (MISSING, assignment.absent),
        ):
            for student, note in said:
                empty: Row = [None] * len(STUDENTS.split(",")[5:-1])
                yield [*who(report, student, assignment), status, *empty, note]


def notes_on(student: str, assignment: AssignmentSummary) -> str:
    """Return what was noted of one student, of many notes of one cause the first."""
    name = student, assignment.assignment
    return " ".join(in_few(group.notes[name]) for group in assignment.looks if name in group.notes)


def who(report: ClassReport, id: str, assignment: AssignmentSummary) -> Row:
    """Return a student and an assignment."""
    person = report.people.get(id)
    return [
        id,
        person.name if person else "",
        person.section if person else "",
        assignment.assignment,
    ]


def how(row: StudentRow) -> Row:
    """Return how a student did."""
    points = [row.points, row.max_points, row.share]
    return [*points, "; ".join(row.reasons), "; ".join(row.stuck_in)]
