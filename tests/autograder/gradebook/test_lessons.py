"""A lesson's points in its source, its release and the gradebook: the release counts."""

import json
from dataclasses import replace

import pytest
from nbgrader.api import Gradebook

from autograder.gradebook.lessons import about_source, follow_release, points_in
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.record_results import prepare_table, record_results
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult

LESSON = "01_neuron"
RELU, WRITTEN = "neuron-relu-check", "neuron-compare"
RESULT = SubmissionResult(
    "ann",
    LESSON,
    GRADED,
    (
        ExerciseResult("neuron.relu", RELU, 1, 1, True, "right", answer_digest="r"),
        ExerciseResult("neuron.compare", WRITTEN, 0, 2, None, "by_hand", None, "", True, True, "w"),
    ),
    content_digest="c",
)


def worth(path, cell, points):
    """Change by hand what a cell of a notebook is worth."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    (marks,) = [
        one["metadata"]["nbgrader"]
        for one in notebook["cells"]
        if one["metadata"].get("nbgrader", {}).get("grade_id") == cell
    ]
    marks["points"] = points
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture
def record(short_course):
    """Record a result, and follow the release before it as a run does."""

    def record(result):
        with open_gradebook(short_course) as book, book.engine.begin() as connection:
            prepare_table(connection)
            said = [*follow_release(connection, short_course, LESSON)]
            record_results(connection, [result])
        return said

    return record


@pytest.fixture
def book(short_course):
    with Gradebook(f"sqlite:///{short_course.folder}/gradebook.db", short_course.name) as book:
        yield book


def by_hand(book, points):
    grade = book.find_grade(WRITTEN, LESSON, LESSON, "ann")
    grade.manual_score, grade.needs_manual_grade = points, False
    book.db.commit()


def waits(book):
    book.db.expire_all()
    grade = book.find_grade(WRITTEN, LESSON, LESSON, "ann")
    return grade.manual_score, grade.needs_manual_grade


def test_a_course_as_it_was_made_gives_nothing_to_say(short_course, record):
    assert list(about_source(short_course, LESSON)) == []
    assert record(RESULT) == []


def test_points_that_only_the_source_has_are_said(short_course, record):
    worth(short_course.source(LESSON), RELU, 3)
    (said,) = about_source(short_course, LESSON)
    assert "neuron-relu-check 3 in the source and 1 in the release; in all 8 and 6" in said
    assert "nbgrader generate_assignment 01_neuron --force" in said
    assert record(RESULT) == []


def test_the_gradebook_follows_a_release_that_was_changed_by_hand(short_course, record, book):
    record(RESULT)
    assert book.find_submission(LESSON, "ann").max_score == 6
    worth(short_course.release(LESSON), RELU, 3)
    (said,) = record(RESULT)
    assert "neuron-relu-check 3 now and 1 before; in all 8 and 6" in said
    book.db.expire_all()
    assert book.find_submission(LESSON, "ann").max_score == 8
    assert record(RESULT) == []


def test_a_persons_points_stay_and_wait_where_the_maximum_is_another(short_course, record, book):
    record(RESULT)
    by_hand(book, 2)
    worth(short_course.release(LESSON), RELU, 3)
    record(RESULT)
    assert waits(book) == (2, False)  # of another cell
    worth(short_course.release(LESSON), WRITTEN, 5)
    record(RESULT)
    assert waits(book) == (2, True)


def test_they_wait_too_where_nbgrader_has_entered_the_new_maximum(record, book):
    record(RESULT)
    by_hand(book, 2)
    record(replace(RESULT, fingerprint="again"))
    assert waits(book) == (2, False)
    relu, written = RESULT.exercises
    record(replace(RESULT, exercises=(relu, replace(written, max_points=5))))
    assert waits(book) == (2, True)


def test_cells_that_only_one_of_them_has_are_said(short_course, record):
    path = short_course.release(LESSON)
    path.write_text(
        path.read_text(encoding="utf-8").replace(f'"grade_id": "{RELU}"', '"grade_id": "other"'),
        encoding="utf-8",
    )
    assert "other" in points_in(path)
    (said,) = record(replace(RESULT, exercises=RESULT.exercises[1:]))
    assert "have not the same cells (neuron-relu-check, other)" in said
