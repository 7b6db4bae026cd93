"""Times and late penalties: as `nbgrader autograde` would set them, and current in each run."""

from datetime import datetime, timedelta

import pytest
from nbgrader.api import Gradebook

from autograder.course.folder import CourseError
from autograder.gradebook.late import note_on_time, update_penalties, update_times
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.recording import prepare_table, record
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult

LESSON = "01_neuron"
RELU = ExerciseResult("neuron.relu", "neuron-relu-check", 1.5, 2, False, "value")
DUE = datetime(2026, 9, 1, 18)


@pytest.fixture
def engine(short_course):
    with open_gradebook(short_course) as gradebook:
        with gradebook.engine.begin() as connection:
            prepare_table(connection)
            record(connection, [SubmissionResult("ann", LESSON, GRADED, (RELU,))])
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
    assert book.find_submission(LESSON, "ann").timestamp is not None


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
