"""What students wrote runs nothing where nbgrader shows it, and honest work looks as it did."""

import pytest

from autograder.exercises import load
from autograder.gradebook.result_files import read_results
from autograder.report.page import render
from autograder.report.summary import summarize
from autograder.report.whole import ClassReport
from tests.autograder.grading.attacks import ATTACKS, HONEST
from tests.browser import feedback

OFFENCES = "#notebook-container :is(script:not([type]), iframe, form, object, embed, svg, style)"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in which an honest student and a hostile one are graded."""
    course = feedback.new_course(tmp_path_factory.mktemp("feedback"))
    feedback.hand_in(course, "ann", list(HONEST.values()))
    attacks = list(ATTACKS.values())
    # The first attacks would hide the rest from an unprotected page: each stands in its own cell.
    feedback.hand_in(course, "mallory", attacks, attacks, [f"print({attacks!r})"])
    feedback.run("grade", course.folder, "--workers", 1)
    return course


@pytest.fixture(params=["feedback", "formgrader"])
def page_of(request, course):
    if request.param == "feedback":
        return lambda student: feedback.feedback(course, student)
    return lambda student: feedback.formgrader(feedback.autograded(course, student))


def test_a_hostile_notebook_runs_and_loads_nothing(browser, page_of):
    page, watch = feedback.opened(browser, page_of("mallory"))
    assert watch.noticed == []
    assert page.locator(OFFENCES).count() == 0
    shown = page.locator("#notebook").first.inner_text()
    assert shown.count("is left out") > len(ATTACKS) / 3
    assert shown.count(ATTACKS["a base"]) >= 3  # as text: where left out, in a raw cell, in code
    page.close()


@pytest.mark.parametrize("name", ["a script", "a handler", "a frame", "a remote picture"])
def test_the_watch_notices_what_is_not_made_safe(browser, course, name):
    notebook = feedback.autograded(course, "ann")
    notebook.cells[0].source = ATTACKS[name]
    page, watch = feedback.opened(browser, feedback.formgrader(notebook))
    assert watch.noticed
    page.close()


def test_honest_markdown_is_drawn_as_it_would_be_without_us(browser, course):
    notebook = feedback.autograded(course, "ann")
    ours = {cell.source for cell in notebook.cells}
    assert set(HONEST.values()) <= ours
    page, watch = feedback.opened(browser, feedback.formgrader(notebook))
    assert watch.noticed == []
    picture = page.get_by_alt_text("loss")
    assert picture.evaluate("image => image.complete && image.naturalWidth") == 1
    page.close()


def test_the_report_page_runs_and_loads_nothing(browser, course):
    results = list(read_results(course))
    page, watch = feedback.opened(
        browser, render(ClassReport("<script>alert(1)</script>", summarize(results, load())))
    )
    assert watch.noticed == []
    assert page.get_by_role("heading", name="<script>").is_visible()
    page.close()


def test_our_cards_and_rubrics_have_no_serious_fault_there(browser, course, axe):
    page, _ = feedback.opened(browser, feedback.formgrader(feedback.autograded(course, "ann")))
    rubric = page.get_by_text("Rubric of the answer below")
    rubric.evaluate("one => { one.closest('.cell, .text_cell, div').id = 'rubric' }")
    assert page.get_by_role("group").count() > 0
    assert axe(page, "#rubric", "#notebook-container [role=group]") == []
    page.close()
