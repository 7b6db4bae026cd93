"""Gather all that the class report says, from a course folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.course.folder import Course
from autograder.course.roster import Student, read_roster
from autograder.exercises import load
from autograder.feedback.sections import sections
from autograder.gradebook.result import SubmissionResult
from autograder.gradebook.result_files import read_results
from autograder.report.answers import answers_of
from autograder.report.similar import Similarity, similarity
from autograder.report.summary import AssignmentSummary, Sections, summarize
from autograder.report.trend import Step, trend
from autograder.submissions.template import load_template


@dataclass(frozen=True)
class ClassReport:
    """What the page, the tables and the JSON show.

    `people` are those of the roster, by id; `strangers` are students of whom there are results
    but who take part no more, and are left out; `similar` has what looking for similar
    submissions found, by assignment, and is empty where nobody asked for it.
    """

    course_name: str
    assignments: tuple[AssignmentSummary, ...]
    people: Mapping[str, Student] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    similar: Mapping[str, Similarity] = field(default_factory=dict)

    def name(self, id: str) -> str:
        """Return a student's name on the roster, nothing where it says no more than the id."""
        name = self.people[id].name if id in self.people else ""
        return "" if name == id else name

    @property
    def trend(self) -> tuple[Step, ...]:
        """Return how the class goes on from assignment to assignment."""
        return trend(self.assignments)

    @property
    def unread(self) -> int:
        """Return how many submissions could not be read."""
        return sum(len(assignment.unread) for assignment in self.assignments)


def class_report(
    course: Course, names: Sequence[str] = (), *, similar: bool = False
) -> ClassReport:
    """Report on some assignments of a course, on all where none is named.

    Raises CourseError where a result, the roster or a released notebook cannot be read.
    """
    people = {student.id: student for student in read_roster(course)}
    taking_part = {*people, *course.students}
    results = [result for result in read_results(course) if not names or result.assignment in names]
    mine = [result for result in results if result.student in taking_part]
    summaries = summarize(
        mine, load(), sections=lesson_sections(course, mine), people=sorted(taking_part)
    )
    compared = [summary.assignment for summary in summaries] if similar else []
    return ClassReport(
        course.name,
        summaries,
        people,
        tuple(sorted({result.student for result in results} - taking_part)),
        {name: similarity(answers_of(course, name)) for name in compared},
    )


def lesson_sections(course: Course, results: Iterable[SubmissionResult]) -> dict[str, Sections]:
    """Return the sections of the lessons that are still given out, by assignment."""
    names = {result.assignment for result in results} & set(course.assignments)
    exercises = load()
    return {
        name: sections(load_template(course.release(name), exercises), name, course.lessons_url)
        for name in sorted(names)
    }
