"""The report as a page."""

import base64
import hashlib
import html
import re

import pytest

from autograder.course.roster import Student
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.report.asked import Asked
from autograder.report.library_text import LibraryText
from autograder.report.page import render
from autograder.report.similar import Pair, Similarity
from autograder.report.summary import summarize
from autograder.report.whole import ClassReport
from tests.autograder.report.conftest import answer, submission


def page(student="ann", message="", exercise="neuron.role_of_bias", note="A cell was put back."):
    one = ExerciseResult(exercise, "cell", 0, 1, False, "value", "option_a", message=message)
    result = SubmissionResult(student, "01_neuron", GRADED, (one,), (note,))
    return render(ClassReport("Autumn", summarize([result], {})))


def test_the_page_needs_nothing_from_elsewhere():
    assert not re.search(r"(src|href)=[\"'](?!#)", page())
    assert "url(" not in page()


def test_what_a_student_wrote_is_text_and_never_markup():
    hostile = page(student="<script>alert(1)</script>", message="<b onload=x>")
    assert hostile.count("<script") == 1  # our own
    assert "<b onload" not in hostile
    assert "&lt;script&gt;" in page(student="<script>alert(1)</script>")


def digest_of(tag, text):
    (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_the_page_forbids_requests_and_every_style_and_script_but_its_own():
    text = page()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert html.unescape(policy) == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{digest_of('style', text)}'; "
        f"script-src 'sha256-{digest_of('script', text)}'"
    )
    assert " style=" not in text  # the policy would drop it


@pytest.mark.parametrize("field", ["student", "message", "exercise", "note"])
def test_nothing_hides_in_a_name_or_a_message(field):
    text = page(**{field: "ann\u202egnp\x1b[31m\u200b"})
    assert "ann&lt;U+202E&gt;gnp&lt;U+001B&gt;[31m&lt;U+200B&gt;" in text
    assert not set("\u202e\x1b\u200b") & set(text)


def test_a_belief_is_shown_with_its_number_and_its_sentence():
    text = page(message="The bias shifts.")
    assert "role of bias – option a" in text
    assert "<b>1</b>role_of_bias" in text
    assert "The bias shifts." in text


def test_what_stands_between_backticks_is_code_and_no_backtick_is_left():
    text = page(message="Use `np.where`, not `if`.", note="`check` was put back.")
    assert "Use <code>np.where</code>, not <code>if</code>." in text
    assert "`" not in text


def test_a_wrong_answer_to_a_question_is_told_in_its_words():
    one = ExerciseResult("neuron.role_of_bias", "cell", 0, 1, False, "value", "option_a")
    result = SubmissionResult("ann", "01_neuron", GRADED, (one,))
    asked = {"neuron.role_of_bias": Asked("What does `b` do?", {"a": "It turns the line."})}
    text = render(ClassReport("Autumn", summarize([result], {}), asked=asked))
    assert "What does <code>b</code> do? – a) It turns the line." in text
    assert "option a" not in text


def test_every_table_scrolls_within_its_own_box():
    text = page()
    assert text.count("<table") == len(re.findall('<div class="scroll"[^>]*><table', text)) > 0


def test_notes_for_the_instructor_are_listed():
    assert "A cell was put back." in page()


def test_a_class_without_results_is_told_what_to_do():
    assert "autograder grade" in render(ClassReport("Autumn", ()))


def test_students_are_named_as_on_the_roster():
    people = {"ann": Student("ann", "Анна <i>О'Коннор</i>")}
    summaries = summarize([submission("ann", answer(0, False))], {})
    text = render(ClassReport("Autumn", summaries, people))
    assert "<bdi>Анна &lt;i&gt;О&#39;Коннор&lt;/i&gt;</bdi> (ann)" in text


def test_results_that_are_left_out_are_counted_on_the_page():
    assert "results of 2 students" in render(ClassReport("Autumn", (), strangers=("x", "y")))


def test_a_trend_needs_two_assignments():
    one = submission("ann", answer(2, True, "right"))
    two = submission("ann", answer(1, False), assignment="02_perceptron")
    assert "From assignment to" not in render(ClassReport("Autumn", summarize([one], {})))
    assert "From assignment to" in render(ClassReport("Autumn", summarize([one, two], {})))


def test_similar_submissions_are_shown_with_a_warning_and_only_where_asked_for():
    summaries = summarize([submission("ann", answer(2, True, "right"))], {})
    code = (("def relu(z): ...", "<b>def</b> relu(z): ..."),)
    library = (LibraryText("ann", {"neuron.step": "def step(z): return z > <i>0"}),)
    pair = Pair(("ann", "bob"), 0.8, ("neuron.relu",), code)
    found = Similarity(30, 0.1, 0.5, (pair,), library=library)
    text = render(ClassReport("Autumn", summaries, similar={"01_neuron": found}))
    assert "This list accuses nobody." in text
    assert "80 %" in text
    assert "&lt;b&gt;def&lt;/b&gt; relu" in text
    assert "nnlib's own text" in text
    assert "z &gt; &lt;i&gt;0" in text
    assert "accuses" not in render(ClassReport("Autumn", summaries))
