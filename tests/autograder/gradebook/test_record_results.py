"""nbgrader's gradebook, written by us: what a person gave is never overwritten."""

from dataclasses import replace

import pytest
from nbgrader.api import Gradebook, MissingEntry

from autograder.course.folder import CourseError
from autograder.gradebook.nbgrader import open_gradebook
from autograder.gradebook.record_results import not_recorded, prepare_table, record_results
from autograder.gradebook.result import (
    GRADED,
    MISSING,
    UNREADABLE,
    ExerciseResult,
    SubmissionResult,
)

LESSON = "01_neuron"
RELU = ExerciseResult(
    "neuron.relu", "neuron-relu-check", 1, 2, False, "value", answer_digest="relu 1"
)
WRITTEN = ExerciseResult(
    "neuron.compare",
    "neuron-compare",
    0,
    4,
    None,
    "by_hand",
    by_hand=True,
    needs_manual_points=True,
    answer_digest="text 1",
)
RESULT = SubmissionResult(
    "ann", LESSON, GRADED, (RELU, WRITTEN), fingerprint="f", content_digest="file 1"
)


@pytest.fixture
def write(short_course):
    """Record results in a transaction of their own."""
    with open_gradebook(short_course) as gradebook:

        def write(*results):
            with gradebook.engine.begin() as connection:
                record_results(connection, results)

        with gradebook.engine.begin() as connection:
            prepare_table(connection)
        yield write


@pytest.fixture
def book(short_course):
    """The gradebook as nbgrader reads it."""
    with Gradebook(f"sqlite:///{short_course.folder}/gradebook.db", short_course.name) as book:
        yield book


def grade(book, cell, student="ann"):
    book.db.expire_all()
    return book.find_grade(cell, LESSON, LESSON, student)


def by_hand(book, cell, points, **more):
    """Grade a cell as the formgrader does."""
    row = grade(book, cell)
    row.manual_score, row.needs_manual_grade = points, False
    for name, value in more.items():
        setattr(row, name, value)
    book.db.commit()


def changed(**changes):
    """The result of a file in which the answers of these cells are others."""
    exercises = tuple(
        replace(
            exercise,
            answer_digest=changes.get(exercise.id.partition(".")[2], exercise.answer_digest),
        )
        for exercise in RESULT.exercises
    )
    return replace(RESULT, exercises=exercises, fingerprint="g", content_digest="file 2")


def test_points_of_a_check_are_final_and_a_written_answer_waits(write, book):
    write(RESULT)
    relu, written = grade(book, RELU.cell), grade(book, WRITTEN.cell)
    assert (relu.auto_score, relu.needs_manual_grade) == (1, False)
    assert (written.auto_score, written.needs_manual_grade) == (None, True)


def test_a_submission_is_entered_as_nbgrader_enters_it(write, book):
    write(RESULT)
    book.update_or_create_student("zoe")
    with book.db.no_autoflush:
        book.update_or_create_submission(LESSON, "zoe")
    ours, theirs = (
        book.find_submission_notebook(LESSON, LESSON, student) for student in ("ann", "zoe")
    )
    assert sorted(grade.name for grade in ours.grades) == sorted(
        grade.name for grade in theirs.grades
    )
    assert sorted(comment.name for comment in ours.comments) == sorted(
        comment.name for comment in theirs.comments
    )
    assert (ours.flagged, ours.late_submission_penalty) == (False, None)


def test_a_cell_that_was_not_judged_waits_for_a_person(write, book):
    write(RESULT)
    assert grade(book, "neuron-leaky_relu-check").needs_manual_grade


def test_a_second_run_with_the_same_results_changes_nothing(write, book, short_course):
    write(RESULT)
    before = list(book.db.connection().exec_driver_sql("SELECT * FROM grade ORDER BY id"))
    book.db.rollback()
    write(RESULT)
    assert before == list(book.db.connection().exec_driver_sql("SELECT * FROM grade ORDER BY id"))


def test_what_the_gradebook_lacks_is_known(write, short_course):
    other, bob = replace(RESULT, seconds=2.0), replace(RESULT, student="bob")
    write(RESULT)
    with open_gradebook(short_course) as gradebook, gradebook.engine.begin() as connection:
        assert not_recorded(connection, LESSON, [RESULT]) == []
        assert not_recorded(connection, LESSON, [other, bob]) == [other, bob]


def test_what_a_person_gave_survives_every_regrade(write, book):
    write(RESULT)
    by_hand(book, WRITTEN.cell, 3, extra_credit=0.5)
    comment = book.find_comment(WRITTEN.cell, LESSON, LESSON, "ann")
    comment.manual_comment = "Well said."
    book.db.commit()
    write(changed(compare="text 2"))
    write(SubmissionResult("ann", LESSON, UNREADABLE))
    write(RESULT)
    written = grade(book, WRITTEN.cell)
    assert (written.manual_score, written.extra_credit, written.score) == (3, 0.5, 3.5)
    assert comment.comment == "Well said."


def test_an_answer_that_stayed_the_same_need_not_be_looked_at_again(write, book):
    write(RESULT)
    by_hand(book, WRITTEN.cell, 3)
    write(changed(relu="relu 2"))
    assert not grade(book, WRITTEN.cell).needs_manual_grade


def test_an_answer_that_changed_after_a_person_graded_it_is_looked_at_again(write, book):
    write(RESULT)
    by_hand(book, WRITTEN.cell, 3)
    by_hand(book, RELU.cell, 2)
    write(changed(compare="text 2", relu="relu 2"))
    written, relu = grade(book, WRITTEN.cell), grade(book, RELU.cell)
    assert (written.manual_score, written.needs_manual_grade) == (3, True)
    assert (relu.manual_score, relu.needs_manual_grade) == (2, True)


def test_points_that_changed_after_a_person_graded_are_looked_at_again(write, book):
    write(RESULT)
    by_hand(book, RELU.cell, 2)
    better = replace(RELU, points=1.5)
    write(replace(RESULT, exercises=(better, WRITTEN)))
    relu = grade(book, RELU.cell)
    assert (relu.auto_score, relu.manual_score, relu.score) == (1.5, 2, 2)
    assert relu.needs_manual_grade


def test_a_second_look_that_was_taken_is_not_asked_for_again(write, book):
    write(RESULT)
    by_hand(book, WRITTEN.cell, 3)
    write(changed(compare="text 2"))
    by_hand(book, WRITTEN.cell, 4)
    write(changed(compare="text 2"))
    assert not grade(book, WRITTEN.cell).needs_manual_grade


def test_what_was_graded_by_hand_before_any_of_our_runs_is_looked_at(write, book):
    book.update_or_create_student("ann")
    with book.db.no_autoflush:
        book.update_or_create_submission(LESSON, "ann")
    by_hand(book, WRITTEN.cell, 3)
    write(RESULT)
    written = grade(book, WRITTEN.cell)
    assert (written.manual_score, written.needs_manual_grade) == (3, True)


def test_an_unreadable_notebook_is_flagged_and_no_silent_zero(write, book):
    write(SubmissionResult("ann", LESSON, UNREADABLE))
    notebook = book.find_submission_notebook(LESSON, LESSON, "ann")
    assert notebook.flagged
    assert all(grade.needs_manual_grade for grade in notebook.grades)


def test_a_readable_notebook_loses_our_flag_and_keeps_a_persons(write, book):
    write(RESULT, SubmissionResult("bob", LESSON, UNREADABLE))
    ann, bob = (
        book.find_submission_notebook(LESSON, LESSON, student) for student in ("ann", "bob")
    )
    ann.flagged = True
    book.db.commit()
    write(changed(relu="relu 2"), replace(RESULT, student="bob"))
    book.db.expire_all()
    assert (ann.flagged, bob.flagged) == (True, False)


def test_who_handed_nothing_in_waits_for_nobodys_points(write, book):
    write(SubmissionResult("bob", LESSON, MISSING))
    assert book.find_student("bob")
    with pytest.raises(MissingEntry):
        book.find_submission(LESSON, "bob")


def test_an_assignment_that_the_gradebook_lacks_is_named(write):
    with pytest.raises(CourseError, match=r"09_unknown.* `nbgrader generate_assignment`"):
        write(SubmissionResult("ann", "09_unknown", GRADED))


def test_a_check_that_could_not_judge_waits_for_a_person_whose_points_stay(write, book):
    unjudged = replace(RELU, points=0, passed=None, needs_manual_points=True)
    write(replace(RESULT, exercises=(unjudged, WRITTEN)))
    relu = grade(book, RELU.cell)
    assert (relu.auto_score, relu.score, relu.needs_manual_grade) == (None, 0, True)
    by_hand(book, RELU.cell, 1.5)
    write(replace(RESULT, exercises=(unjudged, WRITTEN), fingerprint="g"))
    relu = grade(book, RELU.cell)
    assert (relu.score, relu.needs_manual_grade) == (1.5, False)
    write(RESULT)  # mended by now, the check gives 1 point: a person looks again
    relu = grade(book, RELU.cell)
    assert (relu.auto_score, relu.score, relu.needs_manual_grade) == (1, 1.5, True)
