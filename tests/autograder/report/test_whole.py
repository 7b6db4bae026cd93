"""What of a course folder the report is made from."""

import shutil

import pytest

from autograder.course.folder import CourseError
from autograder.course.roster import Student, write_roster
from autograder.report.page import render
from autograder.report.tables import tables
from autograder.report.whole import class_report
from tests.autograder.report.conftest import answer

RIGHT = answer(2, True, "right")


def test_results_of_those_who_take_part_no_more_are_left_out_and_named(short_course, graded):
    graded("ann", RIGHT)
    graded("bob", answer(0, False))
    shutil.rmtree(short_course.folder / "submitted" / "bob")
    report = class_report(short_course)
    assert report.strangers == ("bob",)
    assert report.assignments[0].mean_share == 1


def test_who_stands_on_the_roster_takes_part_even_without_a_folder_and_nobody_else(
    short_course, graded
):
    graded("ann", RIGHT)
    graded("bob", RIGHT)
    shutil.rmtree(short_course.folder / "submitted" / "bob")
    write_roster(short_course, [Student("bob", "Боб"), Student("cem", "Джем")])
    report = class_report(short_course)
    assert report.strangers == ("ann",)
    assert [row.student for row in report.assignments[0].students] == ["bob"]
    assert report.assignments[0].absent == (("cem", ""),)


def test_an_exercise_is_sent_to_its_heading_in_the_released_lesson(short_course, graded):
    graded("ann", RIGHT)
    (row,) = class_report(short_course).assignments[0].exercises
    assert row.section.title == "One neuron"


def test_a_lesson_that_is_given_out_no_more_is_reported_without_its_headings(short_course, graded):
    graded("ann", RIGHT)
    shutil.rmtree(short_course.folder / "release")
    (row,) = class_report(short_course).assignments[0].exercises
    assert row.section.title == ""


def test_similar_submissions_are_looked_for_only_where_asked(short_course, graded):
    graded("ann", RIGHT)
    assert class_report(short_course).similar == {}
    assert class_report(short_course, similar=True).similar["01_neuron"].too_few


def test_a_damaged_result_is_named(short_course, graded):
    graded("ann", RIGHT)
    short_course.result("ann", "01_neuron").write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match=r"ann\.json can't be read"):
        class_report(short_course)


@pytest.mark.parametrize(("name", "shown"), [("Анна", "Анна"), ("", ""), ("ann", "")])
def test_a_student_has_the_name_of_the_roster(short_course, name, shown):
    write_roster(short_course, [Student("ann", name)])
    assert class_report(short_course).name("ann") == shown
    assert class_report(short_course).name("nobody") == ""


def test_work_that_no_run_has_graded_is_neither_missing_nor_in_a_number(
    short_course, graded, hand_in
):
    graded("ann", RIGHT)
    hand_in("bob")
    write_roster(short_course, [Student("ann"), Student("bob"), Student("cem")])
    report = class_report(short_course)
    (summary,) = report.assignments
    assert summary.not_graded == ("bob",)
    assert (summary.absent, report.not_graded) == ((("cem", ""),), 1)
    assert len(summary.students) == 1
    assert "Handed in and not graded yet" in render(report)
    states = {line.split(",")[0]: line.split(",")[4] for line in tables(report)["students"].split()}
    assert (states["bob"], states["cem"]) == ("not_graded", "missing")


def test_a_lesson_of_which_nothing_is_graded_is_named(short_course, hand_in):
    hand_in("ann")
    report = class_report(short_course)
    assert report.not_begun == {"01_neuron": ("ann",)}
    assert "is not in this report: 1 handed it in" in render(report)
