"""Each lesson as a student gets it, run from top to bottom: calm, and with every picture."""

import pytest

from tests.browser.lab import LESSONS


@pytest.mark.parametrize("name", sorted(path.name for path in LESSONS.glob("*.ipynb")))
def test_an_unsolved_lesson_runs_without_an_error(name, open_lesson, complaints):
    lesson = open_lesson(name)
    code = list(lesson.sources)
    lesson.run(*code)

    checks = [one for one in code if one.endswith("-check")]
    assert {"Still to do" in lesson.card(one) for one in checks} == {True}
    assert lesson.errors() == []
    assert pictures(lesson, code) == pictures_asked_for(lesson)
    assert lesson.page.locator("mjx-merror").count() == 0
    assert complaints == []


def pictures(lesson, code):
    counts = {one: lesson.output(one).locator("img").count() for one in code}
    return {one: count for one, count in counts.items() if count}


def pictures_asked_for(lesson):
    """Expect one picture from each cell that plots or shows a widget."""
    sources = lesson.sources.items()
    return {one: 1 for one, source in sources if "plots.plot" in source or "widgets." in source}
