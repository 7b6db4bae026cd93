"""The class report in a browser: its script sorts and its policy lets nothing else run."""

from dataclasses import replace

import pytest

from autograder.exercises import load
from autograder.feedback.sections import Section
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.report.page import render
from autograder.report.summary import summarize
from autograder.report.whole import ClassReport
from tests.browser import feedback

PHONE = {"width": 390, "height": 800}


def result(student, *right):
    """Return the result of somebody who has some of three exercises right."""
    exercises = (
        ExerciseResult(f"neuron.{name}", name, name in right, 1, name in right, "value")
        for name in ("tanh", "relu", "step")
    )
    return SubmissionResult(student, "01_neuron", GRADED, tuple(exercises))


@pytest.fixture(scope="module")
def html():
    given = [result("ann", "tanh"), result("bob", "tanh", "step"), result("cem")]
    return render(ClassReport("Autumn", summarize(given, load())))


def names(table):
    return table.locator("tbody tr td:first-child").all_inner_texts()


def test_a_table_is_sorted_by_its_numbers_both_ways(browser, html):
    page, watch = feedback.opened(browser, html)
    table = page.locator("table.exercises")
    table.get_by_role("button", name="Exercise").click()
    assert names(table) == ["tanh", "relu", "step"]  # the order of the lesson
    table.get_by_role("button", name="Right").click()
    assert names(table) == ["relu", "step", "tanh"]
    table.get_by_role("button", name="Right").click()
    assert names(table) == ["tanh", "step", "relu"]
    assert watch.noticed == []
    page.close()


def test_without_scripts_everything_can_be_read(browser, html):
    page = browser.new_page(java_script_enabled=False)
    page.set_content(html)
    assert names(page.locator("table.exercises")) == ["tanh", "relu", "step"]
    assert page.get_by_role("button").count() == 0
    page.close()


def test_a_script_that_is_not_the_pages_own_does_not_run(browser, html):
    foreign = html.replace("</main>", "<script>document.title = 'taken'</script></main>")
    page, _ = feedback.opened(browser, foreign)
    assert page.title() == "Autumn: class report"
    page.close()


@pytest.mark.parametrize("width", [1200, 1000, 760, 390])
def test_no_table_and_no_word_leaves_its_card(browser, width):
    name = "a" * 60
    given = [replace(result(f"{name}{n}", "tanh"), notes=(f"The cell {name}.",)) for n in range(12)]
    place = Section("How ready the neuron is for an uncommonly long heading of a lesson", "")
    sections = {"01_neuron": {f"neuron.{one}": place for one in ("tanh", "relu", "step")}}
    text = render(ClassReport("Autumn", summarize(given, load(), sections=sections)))
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(text)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    wide = """[...document.querySelectorAll("main *")].filter(one => {
        const card = (one.closest(".scroll") || one).closest(".card, main");
        const box = one.closest(".scroll") || one;
        return box.getBoundingClientRect().right > card.getBoundingClientRect().right + 1;
    }).map(one => one.outerHTML.slice(0, 80))"""
    assert page.evaluate(wide) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_the_number_of_a_full_median_is_inside_the_drawing(browser):
    full = [result("ann", "tanh", "relu", "step")]
    steps = [*full, *(replace(one, assignment="02_perceptron") for one in full)]
    page = browser.new_page()
    page.set_content(render(ClassReport("Autumn", summarize(steps, load()))))
    above = """[...document.querySelectorAll("svg.trend text")].filter(one =>
        one.getBoundingClientRect().top < one.closest("svg").getBoundingClientRect().top)
        .map(one => one.textContent)"""
    assert page.evaluate(above) == []
    page.close()


def test_a_phone_scrolls_within_the_tables_and_never_sideways(browser, html):
    page = browser.new_page(viewport=PHONE)
    page.set_content(html)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.close()
