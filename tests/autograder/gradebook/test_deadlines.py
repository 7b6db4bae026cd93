"""Deadlines of the settings become nbgrader's due dates, and tell who is late."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from nbgrader.api import Gradebook

from autograder.course.folder import CourseError
from autograder.gradebook.deadlines import enter_due_dates, late_by
from autograder.gradebook.ledger import open_ledger
from autograder.gradebook.nbgrader import open_gradebook

LESSON = "01_neuron"
DUE = datetime(2026, 10, 1, 23, 59, tzinfo=timezone(timedelta(hours=2)))


def due_date(course):
    with Gradebook(f"sqlite:///{course.folder}/gradebook.db", course.name) as book:
        return book.find_assignment(LESSON).duedate


def enter(course):
    with open_gradebook(course) as book, book.engine.begin() as connection:
        return enter_due_dates(connection, course)


def test_a_deadline_is_entered_in_utc_and_once(short_course):
    course = replace(short_course, deadlines={LESSON: DUE})
    assert enter(course) == (LESSON,)
    assert due_date(course) == datetime(2026, 10, 1, 21, 59)
    assert enter(course) == ()


def test_a_due_date_of_the_formgrader_stays_where_the_settings_name_none(short_course):
    enter(replace(short_course, deadlines={LESSON: DUE}))
    assert enter(short_course) == ()
    assert due_date(short_course) == datetime(2026, 10, 1, 21, 59)


def test_grading_enters_the_deadlines(short_course):
    course = replace(short_course, deadlines={LESSON: DUE})
    with open_ledger(course, [LESSON]):
        pass
    assert due_date(course) == datetime(2026, 10, 1, 21, 59)


def test_a_deadline_of_no_assignment_is_an_error_that_names_the_assignments(short_course):
    course = replace(short_course, deadlines={"01_neurons": DUE})
    with pytest.raises(CourseError, match=r"01_neurons, which is no assignment.*are: 01_neuron"):
        enter(course)


def test_work_is_late_by_what_it_missed_the_deadline_by(short_course):
    course = replace(short_course, deadlines={LESSON: DUE})
    assert late_by(course, LESSON, datetime(2026, 10, 1, 22, 59, tzinfo=UTC)) == timedelta(hours=1)
    assert late_by(course, LESSON, datetime(2026, 10, 1, 20, 59, tzinfo=UTC)) == timedelta()
    assert late_by(course, LESSON, None) == timedelta()
    assert late_by(course, "02_perceptron", DUE) == timedelta()
