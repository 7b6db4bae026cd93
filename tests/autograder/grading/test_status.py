"""Where a course stands: one state for each submission, from its file and its result."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from autograder.course.files import digest
from autograder.course.folder import CourseError
from autograder.course.roster import Student, write_roster
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.record_results import prepare_table, record_results
from autograder.gradebook.result import (
    GRADED,
    MISSING,
    UNREADABLE,
    ExerciseResult,
    SubmissionResult,
)
from autograder.gradebook.result_files import write_result
from autograder.grading.status import CHANGED, NEW, WAITING, status
from autograder.notes import Cause, Note

LESSON = "01_neuron"
NAMES = ("net_input", "relu", "leaky_relu")
RIGHT = tuple(
    ExerciseResult(f"neuron.{name}", f"neuron-{name}-check", 1, 1, True, "right") for name in NAMES
)
WRITTEN = ExerciseResult(
    "neuron.compare", "neuron-compare", 0, 2, None, "by_hand", None, "", True, True
)


@pytest.fixture
def graded(short_course, hand_in):
    """Hand in for a student and keep a result of that file, as grading does."""

    def graded(student, *exercises, status=GRADED, notes=()):
        content = hand_in(student).read_bytes()
        result = SubmissionResult(
            student, LESSON, status, exercises, notes, content_digest=digest(content)
        )
        write_result(short_course, result)
        with open_gradebook(short_course) as book, book.engine.begin() as connection:
            prepare_table(connection)
            record_results(connection, [result])

    return graded


def submission_status(course, student="ann"):
    (submission,) = [one for one in status(course).submissions if one.student.id == student]
    return submission


def test_who_stands_in_the_roster_and_handed_nothing_in_is_missing(short_course, graded):
    graded("ann", *RIGHT)
    write_roster(short_course, [Student("bob", name="Боб")])
    assert submission_status(short_course, "bob").state == MISSING
    assert submission_status(short_course, "bob").student.name == "Боб"


def test_what_has_not_been_graded_is_new(short_course, hand_in):
    hand_in("ann")
    assert submission_status(short_course).state == NEW


def test_points_by_hand_are_waited_for(short_course, graded):
    graded("ann", *RIGHT, WRITTEN)
    submission = submission_status(short_course)
    assert (submission.state, submission.points, submission.waiting) == (WAITING, 3, 1)


def test_nothing_waits_where_a_person_has_given_points(short_course, graded):
    graded("ann", *RIGHT, WRITTEN)
    with open_gradebook(short_course) as book:
        grade = book.find_grade("neuron-compare", LESSON, LESSON, "ann")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        book.db.commit()
    submission = submission_status(short_course)
    assert (submission.state, submission.points, submission.waiting) == (GRADED, 4.5, 0)


def test_another_file_than_the_one_that_was_graded_has_changed(short_course, graded, hand_in):
    graded("ann", *RIGHT)
    hand_in("ann", relu="relu = abs")
    assert submission_status(short_course).state == CHANGED


def test_what_could_not_be_read_is_told(short_course, graded):
    graded("ann", status=UNREADABLE)
    submission = submission_status(short_course)
    assert (submission.state, submission.points) == (UNREADABLE, None)


def test_a_folder_without_a_notebook_has_a_note(short_course, hand_in):
    path = hand_in("ann")
    path.rename(path.with_name("essay.docx")).write_bytes(b"PK\x03\x04")
    submission = submission_status(short_course)
    assert submission.state == UNREADABLE  # something came, which is not the same as nothing
    assert submission.note == "There is no notebook, only essay.docx."


def test_late_is_told_by_the_time_beside_the_notebook(short_course, hand_in):
    path = hand_in("ann")
    path.with_name("timestamp.txt").write_text("2026-10-02 00:29:00 UTC", encoding="utf-8")
    due = datetime.fromisoformat("2026-10-01T23:59:00+00:00")
    course = replace(short_course, deadlines={LESSON: due})
    assert submission_status(course).late_by == timedelta(minutes=30)
    assert submission_status(short_course).late_by == timedelta()


def test_late_is_told_by_the_formgraders_due_date_and_extension_as_the_penalty_is(
    short_course, graded
):
    graded("ann", *RIGHT)
    stamp = short_course.submitted("ann", LESSON) / "timestamp.txt"
    stamp.write_text("2026-10-02 00:30:00 UTC", encoding="utf-8")
    with open_gradebook(short_course) as book:
        book.update_or_create_assignment(LESSON, duedate="2026-10-02 00:00:00 UTC")
    assert submission_status(short_course).late_by == timedelta(minutes=30)
    with open_gradebook(short_course) as book:
        book.grant_extension(LESSON, "ann", minutes=20)
    assert submission_status(short_course).late_by == timedelta(minutes=10)
    due = datetime.fromisoformat("2026-10-02T00:05:00+00:00")
    course = replace(short_course, deadlines={LESSON: due})
    assert submission_status(course).late_by == timedelta(minutes=5)


def test_a_course_whose_gradebook_is_gone_says_so(short_course, graded):
    graded("ann", *RIGHT)
    (short_course.folder / "gradebook.db").unlink()
    with pytest.raises(CourseError, match=r"gradebook\.db is missing"):
        status(short_course)


def test_what_grading_noted_is_told_until_another_file_comes(short_course, graded, hand_in):
    graded("ann", *RIGHT, notes=(Note(Cause.ENDED, "A cell ended the process."),))
    submission = submission_status(short_course)
    assert (submission.notes, submission.needs_a_look) == (("A cell ended the process.",), True)
    hand_in("ann", relu="relu = abs")
    assert submission_status(short_course).notes == ()


def test_what_is_said_for_the_record_needs_no_look(short_course, graded):
    graded("ann", *RIGHT, notes=(Note(Cause.IDS_LOST, "Ids were lost."),))
    submission = submission_status(short_course)
    assert (submission.notes, submission.needs_a_look) == (("Ids were lost.",), False)
