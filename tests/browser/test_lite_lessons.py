"""Every lesson in a browser with nothing installed says what it says in a Jupyter of one's own.

Each runs whole: solved, with all pictures, and after that with a student's wrong answers.
"""

import copy

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from autograder.building.notebooks import notebook_text, solved_notebook, student_notebook
from autograder.course.lessons import lessons_of, texts_of
from autograder.lint.runs import without_demos
from autograder.messages import notebook as words
from autograder.simulation.students import make_students
from autograder.simulation.submission import fill_in, lay_out
from tests.browser.lab import LESSONS
from tests.browser.lite import run_all, saved

pytestmark = pytest.mark.every_lesson
SEED, STUDENT = 1957, "sergey"  # who believes something wrong in each exercise
each_lesson = pytest.mark.parametrize("slug", sorted(path.stem for path in LESSONS.glob("*.ipynb")))


@pytest.fixture(scope="module")
def answered():
    """The notebook of each lesson: solved, then a student's answers, each with its check."""
    lessons = lessons_of(None)
    exercises = tuple(cell.exercise for lesson in lessons for cell in lesson.exercises)
    desk = lay_out(exercises, texts_of(None) / "alternatives")
    students = make_students(exercises, np.random.default_rng(SEED))
    (student,) = [one for one in students if one.name == STUDENT]
    return {lesson.slug: both(lesson, student, desk) for lesson in lessons}


def both(lesson, student, desk):
    notebook = solved_notebook(lesson)
    wrong = without_demos(fill_in(student_notebook(lesson), lesson, student, desk).notebook)
    for cell in wrong.cells:
        if cell.cell_type == "code":
            notebook.cells.append({**copy.deepcopy(cell), "id": f"wrong-{cell.id}"[:64]})
    return nbformat.from_dict(notebook)


def verdicts(notebook):
    """Return what stands under each check, without where the work is kept."""
    checks = [cell for cell in notebook.cells if cell.source.startswith("check(")]
    kept = words.kept_in_this_browser()
    return {cell.id: [line for line in shown(cell) if line != kept] for cell in checks}


def shown(cell):
    """Return its lines of text; buttons have none, but for a blank one here and there."""
    text = "\n".join(output.data["text/plain"] for output in cell.outputs)
    return [line for line in text.splitlines() if line.strip()]


def in_a_jupyter_of_ones_own(notebook, folder):
    done = copy.deepcopy(notebook)
    where = {"metadata": {"path": folder}}
    NotebookClient(done, timeout=600, allow_errors=True, resources=where).execute()
    return verdicts(done)


@each_lesson
def test_its_verdicts_are_the_same(slug, answered, lite, lite_page, tmp_path, monkeypatch):
    monkeypatch.setenv("NEURON_TO_NETWORK_PROGRESS", str(tmp_path / "progress.json"))
    expected = in_a_jupyter_of_ones_own(answered[slug], tmp_path)
    name = f"{slug}.ipynb"
    lite.lessons[name] = notebook_text(answered[slug])

    lesson = lite.opened(lite_page, name)
    run_all(lesson)
    downloaded = nbformat.read(saved(lite_page, tmp_path / name), as_version=4)

    assert len(expected) == 2 * len(lessons_checks(answered[slug]))
    assert verdicts(downloaded) == expected


def lessons_checks(notebook):
    return [one for one in notebook.cells if one.id.endswith("-check") and "wrong-" not in one.id]
