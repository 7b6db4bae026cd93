"""Make the page of every submission, and write those that are not as they should be."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError
from autograder.exercises import load
from autograder.feedback.autograded import read_autograded
from autograder.feedback.items import LessonContext, items_of
from autograder.feedback.page import Page, render
from autograder.feedback.sections import lesson_title, sections
from autograder.gradebook.result import GRADED, MISSING, SubmissionResult
from autograder.gradebook.totals import Total, totals
from autograder.messages import say
from autograder.submissions.template import load_template


@dataclass(frozen=True)
class Feedback:
    """The page of one submission: whose it is, where it belongs, and its text."""

    total: Total
    path: Path
    text: str

    @property
    def student(self) -> str:
        """The name of the student's folder."""
        return self.total.result.student

    @property
    def assignment(self) -> str:
        """The assignment's name."""
        return self.total.result.assignment

    @property
    def changed(self) -> bool:
        """Whether the file holds something else, or is not there."""
        try:
            return self.path.read_text(encoding="utf-8") != self.text
        except (OSError, UnicodeDecodeError):
            return True

    def write(self) -> None:
        """Write the page in one step."""
        write_whole(self.path, self.text)


def feedback(
    course: Course, assignments: Sequence[str] = (), students: Collection[str] = ()
) -> Iterator[Feedback]:
    """Make the page of each submission of a course, or of some assignments and students.

    Raises CourseError where a result, the roster or the gradebook cannot be read, or where an
    earlier version of the course kept a result without its findings.
    """
    chosen = [
        total
        for total in totals(course, assignments)
        if not students or total.result.student in students
    ]
    require_findings(total.result for total in chosen)
    for assignment, group in groupby(chosen, lambda total: total.result.assignment):
        yield from feedback_on(course, assignment, group)


def require_findings(results: Iterable[SubmissionResult]) -> None:
    """Raise CourseError where a result lacks the findings that a page shows."""
    lacking = [result for result in results if result.status == GRADED and result.outdated]
    if lacking:
        first = f"results/{lacking[0].assignment}/{lacking[0].student}.json"
        raise CourseError(
            f"An earlier version of the course graded {len(lacking)} of these submissions and "
            f"did not keep what their pages say: {first}, for one. Run `autograder grade`, which "
            "grades them anew and keeps all points that a person gave, then this again. If nobody "
            "hands one in any more, delete its file."
        )


def feedback_on(course: Course, assignment: str, chosen: Iterable[Total]) -> Iterator[Feedback]:
    """Make the pages of one assignment."""
    lesson = lesson_of(course, assignment)
    for total in chosen:
        path = course.feedback(total.result.student, assignment)
        yield Feedback(total, path, render(page_of(course, total, lesson)))


def lesson_of(course: Course, assignment: str) -> LessonContext:
    """Read what the pages of an assignment have in common."""
    exercises = load()
    template = load_template(course.release(assignment), exercises)
    return LessonContext(
        assignment,
        lesson_title(template, assignment),
        template,
        sections(template, assignment, course.lessons_url),
        exercises,
    )


def page_of(course: Course, total: Total, lesson: LessonContext) -> Page:
    """Put together the page of one submission."""
    result = total.result
    if result.status != GRADED:
        return Page(
            course.name, lesson.title, total, why=why_not_graded(total), advice=advice(total)
        )
    autograded = read_autograded(course.autograded(result.student, result.assignment))
    items = items_of(total, lesson, autograded)
    return Page(course.name, lesson.title, total, items, autograded.repairs)


def why_not_graded(total: Total) -> tuple[str, ...]:
    """Say why there is nothing to say about a submission; what was our fault, without details."""
    if total.result.retry:
        return (say("Grading failed, and that is not your fault. Your teacher knows."),)
    return total.result.notes


def advice(total: Total) -> str:
    """Say what a student can do whose work was not graded."""
    if total.result.retry or total.not_graded:
        return say("nothing now. This page will be replaced when your notebook has been graded.")
    file = f"{total.result.assignment}.ipynb"
    if total.result.status == MISSING:
        return say(
            "hand {file} in, if you still may. If you did hand it in, tell your teacher what you "
            "sent, when, and under which name.",
            file=file,
        )
    return say(
        "open {file} in Jupyter, run all cells, save it, and hand in that very file. If it opens "
        "there without trouble, send it to your teacher and ask for it to be graded again.",
        file=file,
    )
