"""What a submission earned in all: the machine's points, a person's, extra credit and penalties."""

from dataclasses import replace
from datetime import datetime

import pytest
from nbgrader.api import Gradebook

from autograder.course.folder import CourseError
from autograder.course.roster import Student, write_roster
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.read_grades import CellPoints, read_grades
from autograder.gradebook.record_results import prepare_table, record_results
from autograder.gradebook.result import GRADED, UNREADABLE, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import write_result
from autograder.gradebook.totals import totals

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 0.5, 1, False, "value")
WRITTEN = ExerciseResult(
    "neuron.compare",
    "neuron-compare",
    0,
    2,
    None,
    "by_hand",
    by_hand=True,
    needs_manual_points=True,
)
OTHERS = tuple(
    ExerciseResult(f"neuron.{name}", f"neuron-{name}-check", 0, points, False, "not_started")
    for name, points in (("net_input", 2), ("leaky_relu", 1))
)


def keep_and_record(course, *results):
    for result in results:
        write_result(course, result)
    with open_gradebook(course) as book, book.engine.begin() as connection:
        prepare_table(connection)
        record_results(connection, results)


@pytest.fixture
def graded(short_course):
    keep_and_record(short_course, SubmissionResult("ann", LESSON, GRADED, (RELU, WRITTEN, *OTHERS)))
    return short_course


@pytest.fixture
def book(graded):
    with Gradebook(f"sqlite:///{graded.folder}/gradebook.db", graded.name) as book:
        yield book


def give(book, points, **others):
    grade = book.find_grade("neuron-compare", LESSON, LESSON, "ann")
    grade.manual_score, grade.needs_manual_grade = points, False
    for name, value in others.items():
        setattr(grade, name, value)
    book.db.commit()


def test_before_a_person_has_graded_the_machines_points_count_and_an_answer_waits(graded):
    (total,) = totals(graded)
    assert (total.by_machine, total.by_hand, total.points, total.waiting) == (0.5, 0, 0.5, 1)
    assert (total.max_points, total.unjudged) == (6, 0)


def test_a_persons_points_extra_credit_and_penalties_are_added_as_nbgrader_does(graded, book):
    give(book, 1.5, extra_credit=0.25)
    book.find_submission_notebook(LESSON, LESSON, "ann").late_submission_penalty = 0.75
    book.db.commit()
    (total,) = totals(graded)
    assert (total.by_machine, total.by_hand, total.extra_credit) == (0.5, 1.5, 0.25)
    assert total.points == 1.5
    submission = book.find_submission(LESSON, "ann")
    assert submission.score - submission.late_submission_penalty == total.points


def test_a_persons_points_take_the_place_of_the_machines(graded, book):
    grade = book.find_grade("neuron-relu-check", LESSON, LESSON, "ann")
    grade.manual_score = 1
    book.db.commit()
    assert totals(graded)[0].points == 1


def test_a_penalty_takes_no_more_than_there_is(graded, book):
    book.find_submission_notebook(LESSON, LESSON, "ann").late_submission_penalty = 99
    book.db.commit()
    assert totals(graded)[0].points == 0


def test_comments_and_times_are_read_too(graded, book):
    book.find_comment("neuron-compare", LESSON, LESSON, "ann").manual_comment = " Good. "
    book.find_assignment(LESSON).duedate = datetime(2026, 9, 1, 12)
    book.find_submission(LESSON, "ann").timestamp = datetime(2026, 9, 1, 13)
    book.db.commit()
    recorded = read_grades(graded, LESSON)["ann"]
    assert recorded.comments == {"neuron-compare": "Good."}
    assert (recorded.handed_in, recorded.seconds_late) == (datetime(2026, 9, 1, 13), 3600)
    assert recorded.cells["neuron-relu-check"] == CellPoints(by_machine=0.5)


def test_what_could_not_be_read_has_no_points_until_a_person_gives_some(short_course):
    keep_and_record(short_course, SubmissionResult("bob", LESSON, UNREADABLE))
    (total,) = totals(short_course)
    assert (total.has_points, total.waiting) == (False, 0)
    with Gradebook(f"sqlite:///{short_course.folder}/gradebook.db", short_course.name) as book:
        book.find_grade("neuron-compare", LESSON, LESSON, "bob").manual_score = 2
        book.db.commit()
    (total,) = totals(short_course)
    assert (total.has_points, total.points) == (True, 2)


def test_the_roster_adds_names_and_those_of_whom_nothing_came(graded):
    write_roster(graded, [Student("ann", "Анна"), Student("kim", "김지우"), Student("../x", "Eve")])
    named = [(total.student.name, total.result.status) for total in totals(graded)]
    assert named == [("Анна", "graded"), ("김지우", "missing")]


def test_a_gradebook_that_is_missing_or_broken_is_named(graded):
    path = graded.folder / "gradebook.db"
    path.write_bytes(b"no database at all, but longer than a header of one")
    with pytest.raises(CourseError, match=r"gradebook\.db is damaged"):
        totals(graded)
    path.unlink()
    with pytest.raises(CourseError, match=r"gradebook\.db is missing"):
        totals(graded)


def test_reading_changes_nothing_in_the_gradebook(graded):
    before = (graded.folder / "gradebook.db").read_bytes()
    totals(graded)
    assert (graded.folder / "gradebook.db").read_bytes() == before


def test_a_folder_may_have_signs_that_addresses_use(graded):
    odd = graded.folder.rename(graded.folder.with_name("50% of #1?"))
    assert totals(replace(graded, folder=odd))[0].points == 0.5
