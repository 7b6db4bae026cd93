"""The report as a page."""

import re

from autograder.grading.result import GRADED, ExerciseResult, SubmissionResult
from autograder.report.page import render
from autograder.report.summary import summarize


def page(student="ann", message=""):
    one = ExerciseResult(
        "neuron.role_of_bias", "cell", 0, 1, False, "value", "option_a", message=message
    )
    result = SubmissionResult(student, "01_neuron", GRADED, (one,), ("A cell was put back.",))
    return render("Autumn", summarize([result], {}))


def test_the_page_needs_nothing_from_elsewhere():
    assert not re.search(r"(src|href)=[\"'](?!#)", page())
    assert "<script" not in page()


def test_what_a_student_wrote_is_text_and_never_markup():
    assert "<script" not in page(student="<script>alert(1)</script>", message="<b onload=x>")
    assert "&lt;script&gt;" in page(student="<script>alert(1)</script>")


def test_a_belief_is_shown_with_its_number_and_its_sentence():
    text = page(message="The bias shifts.")
    assert "<b>1</b>option a" in text
    assert "The bias shifts." in text


def test_notes_for_the_instructor_are_listed():
    assert "A cell was put back." in page()


def test_a_class_without_results_is_told_what_to_do():
    assert "autograder grade" in render("Autumn", ())
