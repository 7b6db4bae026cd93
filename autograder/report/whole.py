"""Gather all that the class report says, from a course folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.course.folder import Course
from autograder.course.roster import Student, read_participants
from autograder.exercises import load
from autograder.feedback.sections import sections
from autograder.gradebook.result import SubmissionResult
from autograder.gradebook.result_files import read_results, result_now, ungraded_assignments
from autograder.report.answers import answers_of
from autograder.report.asked import Asked, asked_in
from autograder.report.similar import Similarity, similarity
from autograder.report.summary import AssignmentSummary, summarize
from autograder.report.trend import Step, trend
from autograder.submissions.template import LessonTemplate, load_template


@dataclass(frozen=True)
class ClassReport:
    """What the page, the tables and the JSON show.

    `people` are those who take part, by id; `strangers` are students of whom there are results
    but who do not take part, and are left out; `similar` has what looking for similar
    submissions found, by assignment, and is empty where nobody asked for it. `not_begun` has who
    handed in assignments of which nothing is graded yet, and on which there is no report; `asked`
    has each question in words, by its id.
    """

    course_name: str
    assignments: tuple[AssignmentSummary, ...]
    people: Mapping[str, Student] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    similar: Mapping[str, Similarity] = field(default_factory=dict)
    not_begun: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: Mapping[str, Asked] = field(default_factory=dict)

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

    @property
    def not_graded(self) -> int:
        """Return how many submissions have come in and are not graded yet."""
        begun = sum(len(assignment.not_graded) for assignment in self.assignments)
        return begun + sum(map(len, self.not_begun.values()))


def class_report(
    course: Course, names: Sequence[str] = (), *, similar: bool = False
) -> ClassReport:
    """Report on some assignments of a course, on all where none is named.

    Raises CourseError where a result, the roster or a released notebook cannot be read.
    """
    people = read_participants(course).people
    results = [result for result in read_results(course) if not names or result.assignment in names]
    mine = [result for result in results if result.student in people]
    now = with_not_graded(course, mine, people)
    lessons = released_lessons(course, now)
    places = {name: sections(one, name, course.lessons_url) for name, one in lessons.items()}
    summaries = summarize(now, load(), sections=places, people=sorted(people))
    compared = [summary.assignment for summary in summaries] if similar else []
    return ClassReport(
        course.name,
        summaries,
        people,
        tuple(sorted({result.student for result in results} - {*people})),
        {name: similarity(answers_of(course, name)) for name in compared},
        ungraded_assignments(course, names or course.assignments, people),
        {id: asked for lesson in lessons.values() for id, asked in asked_in(lesson).items()},
    )


def with_not_graded(
    course: Course, results: Iterable[SubmissionResult], people: Iterable[str]
) -> list[SubmissionResult]:
    """Return what is known by now of everybody in each assignment that has a result."""
    known = {(result.assignment, result.student): result for result in results}
    return [
        result_now(course, student, assignment, known.get((assignment, student)))
        for assignment in sorted({assignment for assignment, _ in known})
        for student in sorted(people)
    ]


def released_lessons(
    course: Course, results: Iterable[SubmissionResult]
) -> dict[str, LessonTemplate]:
    """Return the lessons that are still given out, by assignment."""
    names = {result.assignment for result in results} & set(course.assignments)
    exercises = load()
    return {name: load_template(course.release(name), exercises) for name in sorted(names)}
