"""A student with nothing but a browser: lesson 01 from a static site, work that stays, a grade."""

from collections import Counter

from autograder.api import grade, new_course
from tests.browser.lite import restarted, saved
from tests.browser.test_students_road import (
    CHECK,
    EXERCISE,
    FIRST_HINT,
    FORGOTTEN_BIAS,
    RIGHT,
    WRONG,
)

LESSON = "01_neuron"
QUESTION = "neuron-synapse_role"
PROGRESS = "from autograder.student import progress\nprogress()"
DONE = "01 neuron · 2 of 29 · 3 of 38 points"
WHERE_KEPT = "Your work is kept in this browser alone."


def answer_and_check(lesson, source):
    lesson.write(EXERCISE, source)
    lesson.run(EXERCISE, CHECK)


def test_work_outlives_the_kernel_and_the_page_and_is_graded_as_it_was_checked(
    lite, lite_page, tmp_path
):
    lesson = lite.opened(lite_page, f"{LESSON}.ipynb")
    lesson.run("provided-imports")
    answer_and_check(lesson, WRONG)
    assert FORGOTTEN_BIAS in lesson.card(CHECK)
    assert WHERE_KEPT in lesson.card(CHECK)
    assert FIRST_HINT in lesson.call('hint("neuron.net_input")')
    assert "def net_input" in lesson.call('solution("neuron.net_input")')
    answer_and_check(lesson, RIGHT)
    assert "✓ Right" in lesson.card(CHECK)
    assert WHERE_KEPT not in lesson.card(CHECK)
    lesson.write(QUESTION, 'synapse_role = "b"')
    lesson.run(QUESTION, f"{QUESTION}-check")
    assert "✓ Right" in lesson.card(f"{QUESTION}-check")

    restarted(lesson)
    assert DONE in lesson.call(PROGRESS)

    lite_page.keyboard.press("Control+s")
    lite_page.get_by_text("Saving completed").wait_for(state="attached")
    lite_page.reload()
    lesson = lite.shown(lite_page, f"{LESSON}.ipynb")
    assert RIGHT.splitlines()[-1].strip() in lesson.cell(EXERCISE).inner_text()
    assert DONE in lesson.call(PROGRESS)

    course = new_course(tmp_path / "course", seed=1)
    handed_in = course.submitted("ada", LESSON) / f"{LESSON}.ipynb"
    handed_in.parent.mkdir(parents=True)
    saved(lite_page, handed_in)
    (result,) = grade(course, assignments=[LESSON]).results
    assert {one.id for one in result.exercises if one.points} == {
        "neuron.net_input",
        "neuron.synapse_role",
    }
    assert sum(one.points for one in result.exercises) == 3


def test_each_file_of_pyodide_is_asked_for_once_and_a_slider_moves(lite, lite_page):
    lesson = lite.opened(lite_page, f"{LESSON}.ipynb")
    cell_id = next(one for one, text in lesson.sources.items() if "neuron_widget(" in text)
    lesson.run("provided-imports", cell_id)
    first = lesson.picture(cell_id)
    bias = lesson.slider(cell_id, "bias b")
    assert lesson.picture_after(cell_id, lambda: bias.press("ArrowRight")) != first

    of_pyodide = Counter(one.path for one in lite.requests if "/pyodide/" in one.path)
    assert {"numpy", "matplotlib", "neuron_to_network"} <= {
        path.rpartition("/")[2].partition("-")[0] for path in of_pyodide
    }
    assert set(of_pyodide.values()) == {1}


def test_a_loop_without_end_is_left_by_a_restart(lite, lite_page):
    lesson = lite.opened(lite_page, f"{LESSON}.ipynb")
    lesson.write(EXERCISE, "while True:\n    pass")
    lesson.start(EXERCISE)
    restarted(lesson)
    lesson.run("provided-imports")
    answer_and_check(lesson, RIGHT)
    assert "✓ Right" in lesson.card(CHECK)
