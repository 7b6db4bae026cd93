"""The report as a page."""

import base64
import hashlib
import html
import re

import pytest

from autograder.grading.result import GRADED, ExerciseResult, SubmissionResult
from autograder.report.page import render
from autograder.report.summary import summarize


def page(student="ann", message="", exercise="neuron.role_of_bias", note="A cell was put back."):
    one = ExerciseResult(exercise, "cell", 0, 1, False, "value", "option_a", message=message)
    result = SubmissionResult(student, "01_neuron", GRADED, (one,), (note,))
    return render("Autumn", summarize([result], {}))


def test_the_page_needs_nothing_from_elsewhere():
    assert not re.search(r"(src|href)=[\"'](?!#)", page())
    assert "<script" not in page()


def test_what_a_student_wrote_is_text_and_never_markup():
    assert "<script" not in page(student="<script>alert(1)</script>", message="<b onload=x>")
    assert "&lt;script&gt;" in page(student="<script>alert(1)</script>")


def test_the_page_forbids_scripts_requests_and_every_style_but_its_own():
    text = page()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert html.unescape(policy) == (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
    )
    assert " style=" not in text  # the policy would drop it


@pytest.mark.parametrize("field", ["student", "message", "exercise", "note"])
def test_nothing_hides_in_a_name_or_a_message(field):
    text = page(**{field: "ann\u202egnp\x1b[31m\u200b"})
    assert "ann&lt;U+202E&gt;gnp&lt;U+001B&gt;[31m&lt;U+200B&gt;" in text
    assert not set("\u202e\x1b\u200b") & set(text)


def test_a_belief_is_shown_with_its_number_and_its_sentence():
    text = page(message="The bias shifts.")
    assert "<b>1</b>option a" in text
    assert "The bias shifts." in text


def test_notes_for_the_instructor_are_listed():
    assert "A cell was put back." in page()


def test_a_class_without_results_is_told_what_to_do():
    assert "autograder grade" in render("Autumn", ())
