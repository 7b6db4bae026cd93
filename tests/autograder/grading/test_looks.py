"""What was noted of the whole course stands in one file, and who took another lesson's file."""

import pytest

from autograder.course.folder import new_course
from autograder.gradebook.result import GRADED, MISSING, SubmissionResult
from autograder.gradebook.result_files import write_result
from autograder.grading.looks import keep_looks, other_lessons
from autograder.notes import Cause, Note

CLASS = [f"student{number:02d}" for number in range(20)]


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    for lesson in ("01_neuron", "02_perceptron"):
        course.release(lesson).parent.mkdir(parents=True)
        course.release(lesson).write_text("{}", encoding="utf-8")
    for student in ("ann", "bob"):
        (course.folder / "submitted" / student).mkdir()
    return course


def result(student, *notes, assignment="01_neuron", status=GRADED):
    return SubmissionResult(student, assignment, status, notes=notes)


def test_every_note_is_there_in_full(course):
    notes = [Note(Cause.ENDED, f"The cell {number} ended it.") for number in range(1600)]
    path = keep_looks(course, [result("ann", *notes)], ["submitted/x: no folder."])
    text = path.read_text(encoding="utf-8")
    assert text.count("  ann, 01_neuron: The cell ") == 1600
    assert "\n1: the code ended its Python process\n" in text
    assert "\nsubmitted/x: no folder.\n" in text


def test_it_tells_of_the_whole_course_when_one_student_is_graded(course):
    write_result(course, result("bob", Note(Cause.UNREADABLE, "It was cut off.")))
    write_result(course, result("ann", Note(Cause.UNREADABLE, "An old note.")))
    text = keep_looks(course, [result("ann", Note(Cause.IDS_LOST, "Ids."))], ()).read_text()
    looks, _, records = text.partition("For the record")
    assert "bob, 01_neuron: It was cut off." in looks
    assert "ann, 01_neuron: Ids." in records
    assert "An old note." not in text


def test_what_needed_a_look_before_is_gone_when_it_is_mended(course):
    keep_looks(course, [result("ann", Note(Cause.UNREADABLE, "It was cut off."))], ())
    assert keep_looks(course, [result("ann")], ()).read_text() == "Nothing needs a look.\n"


def test_a_folder_that_can_not_be_written_costs_nothing_but_the_file(course):
    (course.folder / "needs_a_look.txt").mkdir()
    assert keep_looks(course, [result("ann")], ()) is None


def hand_in(lessons):
    """Return the results of a class in which each student handed some lessons in."""
    return [
        result(student, assignment=lesson, status=GRADED if lesson in mine else MISSING)
        for student, mine in zip(CLASS, lessons, strict=True)
        for lesson in ("01_neuron", "02_perceptron")
    ]


def test_who_alone_handed_another_lesson_in_is_named():
    (noted,) = other_lessons(hand_in([["02_perceptron"], *[["01_neuron"]] * 19]))
    assert (noted.student, noted.assignment) == ("student00", "01_neuron")
    assert noted.note.cause is Cause.OTHER_LESSON
    assert "Handed in was 02_perceptron, as few did" in noted.note


def test_who_works_ahead_is_not():
    both = ["01_neuron", "02_perceptron"]
    assert list(other_lessons(hand_in([both, *[["01_neuron"]] * 19]))) == []


def test_where_half_the_class_is_absent_nobody_is():
    half = [["02_perceptron"], *[["01_neuron"]] * 10, *[[]] * 9]
    assert list(other_lessons(hand_in(half))) == []


def test_in_a_small_class_two_are_few_and_a_pdf_has_been_handed_in():
    pdf = Note(Cause.NO_NOTEBOOK, "There is no notebook, only work.pdf.")
    results = [
        *(result(student) for student in CLASS[:7]),
        result(CLASS[7], pdf, status=MISSING),
        *(result(student, status=MISSING) for student in CLASS[8:10]),
        *(result(student, assignment="02_perceptron") for student in CLASS[8:10]),
    ]
    assert [noted.student for noted in other_lessons(results)] == CLASS[8:10]


def test_in_a_class_of_two_nothing_is_rare():
    both = [result("ann"), result("bob", assignment="02_perceptron")]
    assert list(other_lessons(both)) == []
