"""A student's page in a real browser: it fits a phone, and nothing that somebody wrote runs."""

from dataclasses import replace

import pytest

from autograder.course.roster import Student
from autograder.judging import Finding
from tests.autograder.feedback.conftest import (  # noqa: F401 - fixtures
    ALL,
    LESSON,
    WRONG,
    classroom,
    installed_course,
    short_course,
)

PHONE = {"width": 390, "height": 844}
HOSTILE = (
    "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">"
    "<svg onload=\"document.title='taken'\"></svg><style>main { display: none }</style>"
    "[a](javascript:document.title='taken') ![b](https://example.org/spy.png)"
)
LONG = "np.array([" + "0.12345678901234567, " * 40 + "])" + "x" * 300


@pytest.fixture
def hostile(classroom):  # noqa: F811 - a fixture
    classroom.enroll(Student("ann", HOSTILE + "W" * 200))
    classroom.graded(
        "ann",
        (replace(WRONG, finding=Finding(*[LONG + HOSTILE] * 5)), *ALL[1:]),
        answers={
            "neuron-net_input": f"def net_input():\n    return {LONG}\n{HOSTILE}",
            "neuron-compare": f"{HOSTILE}\n\n{LONG}\n\n| a | b |\n|---|---|\n| {LONG} | c |",
        },
        repairs=[HOSTILE + LONG],
    )
    classroom.person_gives(1, comment=HOSTILE + LONG)
    path = classroom.course.feedback("ann", LESSON)
    path.parent.mkdir(parents=True)
    path.write_text(classroom.page(), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser):
    opened = []

    def open_page(path, **options):
        page = browser.new_page(**options)
        opened.append(page)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page, asked

    yield open_page
    for page in opened:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(hostile, open_page, scheme):
    page, _ = open_page(hostile, viewport=PHONE, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    # what scrolls within a cell of its own, such as a table of the student's, may be wider
    wide = """[...document.querySelectorAll("main *")].filter(one =>
        one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".prose table")
        && !one.closest("svg")).map(one => one.outerHTML.slice(0, 80))"""
    assert page.evaluate(wide) == []


def test_nothing_runs_and_nobody_is_asked_for_anything(hostile, open_page):
    page, asked = open_page(hostile)
    assert "taken" not in page.title().split(":")[0]
    assert page.title().startswith("One neuron: <script>")
    assert asked == [hostile.as_uri()]
    assert page.locator("main").is_visible()
    page.evaluate("document.querySelectorAll('a, details, summary').forEach(one => one.click())")
    assert page.url.split("#")[0] == hostile.as_uri()


def test_it_prints_on_a4(hostile, open_page):
    page, _ = open_page(hostile)
    page.emulate_media(media="print")
    paper = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.9" in paper  # 210 mm
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
