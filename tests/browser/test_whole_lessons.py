"""Each lesson as a student gets it, run from top to bottom: calm, and with every picture."""

import re

import pytest

from autograder.building.notebooks import notebook_text, solved_notebook
from autograder.building.reader import read_lessons
from autograder.exercises import load
from tests.browser.lab import LESSONS

SOLUTIONS = LESSONS.parents[1] / "solutions"
each_lesson = pytest.mark.parametrize("name", sorted(path.name for path in LESSONS.glob("*.ipynb")))


@pytest.fixture(scope="module")
def solved():
    """Each lesson with everything answered, and right."""
    lessons = read_lessons(SOLUTIONS, load())
    return {f"{one.slug}.ipynb": notebook_text(solved_notebook(one)) for one in lessons}


@each_lesson
def test_a_solved_lesson_is_right_in_every_check(name, open_lesson, solved, complaints):
    lesson = open_lesson(name, solved[name])
    lesson.run(*lesson.sources)
    wrong = [
        one
        for one in lesson.sources
        if one.endswith("-check") and "✓ Right" not in lesson.card(one)
    ]
    assert (wrong, lesson.errors(), complaints) == ([], [], [])


@each_lesson
def test_an_unsolved_lesson_runs_without_an_error(name, open_lesson, complaints):
    lesson = open_lesson(name)
    code = list(lesson.sources)
    lesson.run(*code)

    checks = [one for one in code if one.endswith("-check")]
    assert {"Still to do" in lesson.card(one) for one in checks} == {True}
    assert lesson.errors() == []
    asked_for = pictures_asked_for(lesson)
    assert pictures(lesson, asked_for) == asked_for
    assert lesson.page.locator("mjx-merror").count() == 0
    assert complaints == []


def pictures(lesson, code):
    counts = {one: lesson.output(one).locator("img").count() for one in code}
    return {one: count for one, count in counts.items() if count}


def pictures_asked_for(lesson):
    """Expect a picture of each plot that stands alone, and one from each cell that draws."""
    return {
        one: max(1, len(re.findall(r"^_ = plots\.plot", source, re.MULTILINE)))
        for one, source in lesson.sources.items()
        if "plots.plot" in source or "widgets." in source
    }
