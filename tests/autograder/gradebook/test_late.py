"""Deadlines, times and late penalties: as nbgrader would set them, and current in each run."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from nbgrader.api import Gradebook

from autograder.course.folder import CourseError
from autograder.gradebook.late import (
    enter_due_dates,
    late_by,
    note_on_time,
    update_penalties,
    update_times,
)
from autograder.gradebook.ledger import open_ledger
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.record_results import prepare_table, record_results
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 1.5, 2, False, "value")
DUE = datetime(2026, 9, 1, 18)
DEADLINE = datetime(2026, 10, 1, 23, 59, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def engine(short_course):
    with open_gradebook(short_course) as gradebook:
        with gradebook.engine.begin() as connection:
            prepare_table(connection)
            record_results(connection, [SubmissionResult("ann", LESSON, GRADED, (RELU,))])
        yield gradebook.engine


@pytest.fixture
def book(short_course, engine):
    with Gradebook(f"sqlite:///{short_course.folder}/gradebook.db", short_course.name) as book:
        book.find_assignment(LESSON).duedate = DUE
        book.db.commit()
        yield book


def stamp(course, text, student="ann"):
    path = course.submitted(student, LESSON) / "timestamp.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def times(engine, course):
    with engine.begin() as connection:
        update_times(connection, course, LESSON)


def penalties(engine, rule):
    with engine.begin() as connection:
        update_penalties(connection, LESSON, rule)


def all_of_it(student, score, late):
    return score


def penalty(book):
    book.db.expire_all()
    return book.find_submission_notebook(LESSON, LESSON, "ann").late_submission_penalty


def test_the_time_of_handing_in_is_read_from_its_file(engine, book, short_course):
    stamp(short_course, "2026-09-01 20:00:00 UTC+02:00")
    times(engine, short_course)
    assert book.find_submission(LESSON, "ann").timestamp == datetime(2026, 9, 1, 18)


def test_a_known_time_stays_where_a_later_run_finds_no_file(engine, book, short_course):
    path = stamp(short_course, "2026-09-01 19:00:00 UTC")
    times(engine, short_course)
    path.unlink()
    times(engine, short_course)
    assert book.find_submission(LESSON, "ann").timestamp.hour == 19


@pytest.mark.parametrize("text", ["yesterday", "", "99999-01-01 00:00:00 UTC", "\udcff"])
def test_a_file_that_tells_no_time_is_noted_and_stops_nothing(engine, book, short_course, text):
    stamp(short_course, text)
    times(engine, short_course)
    assert note_on_time(short_course, "ann", LESSON).startswith("timestamp.txt holds no time")
    assert book.find_submission(LESSON, "ann").timestamp is None


def test_a_late_submission_pays_and_the_rule_hears_by_how_much(engine, book, short_course):
    heard = []
    stamp(short_course, "2026-09-01 19:00:00 UTC")
    times(engine, short_course)
    penalties(engine, lambda *given: heard.append(given) or 1.0)
    assert heard == [("ann", 1.5, 3600.0)]
    assert penalty(book) == 1.0


@pytest.mark.parametrize(("asked", "paid"), [(9.0, 1.5), (-1.0, 0.0), (None, None)])
def test_a_penalty_is_never_more_than_the_score_nor_a_gift(engine, book, short_course, asked, paid):
    stamp(short_course, "2026-09-01 19:00:00 UTC")
    times(engine, short_course)
    penalties(engine, lambda *_: asked)
    assert penalty(book) == paid


def test_another_due_date_an_extension_and_no_rule_take_the_penalty_back(
    engine, book, short_course
):
    stamp(short_course, "2026-09-01 19:00:00 UTC")
    times(engine, short_course)
    penalties(engine, all_of_it)
    assert penalty(book) == 1.5
    book.find_assignment(LESSON).duedate = DUE + timedelta(hours=2)
    book.db.commit()
    penalties(engine, all_of_it)
    assert penalty(book) is None
    book.find_assignment(LESSON).duedate = DUE
    book.db.commit()
    penalties(engine, all_of_it)
    assert penalty(book) == 1.5
    book.grant_extension(LESSON, "ann", hours=2)
    penalties(engine, all_of_it)
    assert penalty(book) is None


def test_points_given_by_hand_count_for_the_penalty(engine, book, short_course):
    stamp(short_course, "2026-09-01 19:00:00 UTC")
    times(engine, short_course)
    grade = book.find_grade(RELU.cell, LESSON, LESSON, "ann")
    grade.manual_score, grade.extra_credit = 2.0, 0.5
    book.db.commit()
    penalties(engine, all_of_it)
    assert penalty(book) == 2.5


def test_a_rule_that_fails_is_named(engine, book, short_course):
    stamp(short_course, "2026-09-01 19:00:00 UTC")
    times(engine, short_course)
    with pytest.raises(CourseError, match=r"late rule .* failed for ann: ZeroDivisionError"):
        penalties(engine, lambda *_: 1 / 0)


def due_date(course):
    with Gradebook(f"sqlite:///{course.folder}/gradebook.db", course.name) as book:
        return book.find_assignment(LESSON).duedate


def enter(course):
    with open_gradebook(course) as book, book.engine.begin() as connection:
        return enter_due_dates(connection, course)


def test_a_deadline_is_entered_in_utc_and_once(short_course):
    course = replace(short_course, deadlines={LESSON: DEADLINE})
    assert enter(course) == (LESSON,)
    assert due_date(course) == datetime(2026, 10, 1, 21, 59)
    assert enter(course) == ()


def test_a_due_date_of_the_formgrader_stays_where_the_settings_name_none(short_course):
    enter(replace(short_course, deadlines={LESSON: DEADLINE}))
    assert enter(short_course) == ()
    assert due_date(short_course) == datetime(2026, 10, 1, 21, 59)


def test_grading_enters_the_deadlines(short_course):
    course = replace(short_course, deadlines={LESSON: DEADLINE})
    with open_ledger(course, [LESSON]):
        pass
    assert due_date(course) == datetime(2026, 10, 1, 21, 59)


def test_a_deadline_of_no_assignment_is_an_error_that_names_the_assignments(short_course):
    course = replace(short_course, deadlines={"01_neurons": DEADLINE})
    with pytest.raises(CourseError, match=r"01_neurons, which is no assignment.*are: 01_neuron"):
        enter(course)


def test_work_is_late_by_what_it_missed_the_deadline_by(short_course):
    course = replace(short_course, deadlines={LESSON: DEADLINE})
    assert late_by(course, LESSON, datetime(2026, 10, 1, 22, 59, tzinfo=UTC)) == timedelta(hours=1)
    assert late_by(course, LESSON, datetime(2026, 10, 1, 20, 59, tzinfo=UTC)) == timedelta()
    assert late_by(course, LESSON, None) == timedelta()
    assert late_by(course, "02_perceptron", DEADLINE) == timedelta()
