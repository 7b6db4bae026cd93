"""A grader sees our work in nbgrader's formgrader, and we keep theirs when we grade again."""

import pytest

from autograder.gradebook.nbgrader import open_gradebook
from tests.browser import feedback, formgrader
from tests.browser.chromium import WINDOW
from tests.browser.feedback import LESSON

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect
NET_INPUT, RELU = "neuron-net_input-check", "neuron-relu-check"
WRITTEN = "neuron-compare"
RETURNS_EARLY = """\
def net_input(x, weights, bias):
    for value, weight in zip(x, weights):
        return value * weight + bias
"""
COMMENT = "Say how they differ."


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A graded course: ann has an exercise partly right, and bob deleted a check."""
    course = formgrader.short_course(tmp_path_factory.mktemp("formgrader") / "course")
    formgrader.hand_in(course, "ann", net_input=RETURNS_EARLY)
    formgrader.hand_in(course, "bob", deleted=[RELU])
    grade_again(course)
    return course


@pytest.fixture(scope="module")
def address(course, tmp_path_factory):
    with formgrader.running_formgrader(course, tmp_path_factory.mktemp("grader")) as url:
        yield url


@pytest.fixture
def open_submission(browser, address):
    page = browser.new_page(viewport=WINDOW)
    yield lambda student: formgrader.opened(page, address, student)
    page.close()


def grade_again(course):
    feedback.run("grade", course.folder, "--workers", 1, "--force")


def expect_ours(shown, cell_id, points):
    """Expect our points where a grader would type others."""
    expect(shown.score(cell_id)).to_have_attribute("placeholder", points)
    expect(shown.score(cell_id)).to_have_value("")


def expect_theirs(shown):
    """Expect the points and the comment of the grader, and nothing more for them to do."""
    expect(shown.score(WRITTEN)).to_have_value("1.5")
    expect(shown.comment(WRITTEN)).to_have_value(COMMENT)
    expect(shown.score(WRITTEN)).not_to_contain_class("needs_manual_grade")


def test_a_grader_sees_our_points_and_our_message(open_submission):
    shown = open_submission("ann")
    expect_ours(shown, NET_INPUT, "0.67")
    expect(shown.notebook()).to_contain_text("You returned inside the loop")


def test_a_grader_sees_the_rubric_above_the_answer(open_submission):
    shown = open_submission("ann")
    expect(shown.notebook()).to_contain_text("Rubric of the answer below")


def test_a_grader_sees_what_was_put_back(open_submission):
    shown = open_submission("bob")
    expect_ours(shown, RELU, "1")
    expect(shown.notebook()).to_contain_text(f"The cell {RELU} had been deleted; it is put back.")
    expect(shown.notebook()).to_contain_text('check("neuron.relu")')


def test_points_and_a_comment_by_hand_are_kept_when_we_grade_again(
    course, open_submission, tmp_path
):
    shown = open_submission("ann")
    expect(shown.score(WRITTEN)).to_contain_class("needs_manual_grade")
    shown.give(WRITTEN, "1.5", COMMENT)
    grade_again(course)
    shown.page.reload()
    expect_ours(shown, NET_INPUT, "0.67")
    expect_theirs(shown)
    formgrader.hand_in(course, "ann")
    grade_again(course)
    # A running formgrader remembers what it has read until something is saved in it.
    with formgrader.running_formgrader(course, tmp_path) as url:
        shown = formgrader.opened(shown.page, url, "ann")
        expect_ours(shown, NET_INPUT, "2")
        expect_theirs(shown)
    assert points_in_gradebook(course) == {NET_INPUT: 2, WRITTEN: 1.5}


def points_in_gradebook(course):
    """Return ann's points as nbgrader itself adds them up."""
    with open_gradebook(course) as book:
        found = {one: book.find_grade(one, LESSON, LESSON, "ann") for one in (NET_INPUT, WRITTEN)}
        return {one: grade.score for one, grade in found.items()}
