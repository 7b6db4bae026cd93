"""The student notebook is what nbgrader's own generate_assignment makes from the source."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.building.notebooks import notebook_text, source_notebook, student_notebook
from autograder.building.reader import read_lessons
from autograder.exercises import load

SOLUTIONS = Path(__file__).parents[3] / "solutions"


def generated(folder, lesson):
    source = folder / "source" / lesson.slug / f"{lesson.slug}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(notebook_text(source_notebook(lesson)), encoding="utf-8")
    # nbgrader calls alembic by its name alone, so the environment's programs must be on the path
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", lesson.slug],
        cwd=folder,
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
    )
    release = folder / "release" / lesson.slug / source.name
    return nbformat.reads(release.read_text(encoding="utf-8"), as_version=4)


def assert_released_as_built(folder, lesson):
    release, ours = generated(folder, lesson), student_notebook(lesson)
    seen = [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in release.cells]
    assert seen == [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in ours.cells]


def test_sources_ids_and_metadata_are_those_of_nbgraders_release(tmp_path, lesson):
    assert_released_as_built(tmp_path, lesson)


@pytest.mark.slow
def test_every_lesson_of_the_course_is_released_as_it_is_built(tmp_path):
    for lesson in read_lessons(SOLUTIONS, load()):
        assert_released_as_built(tmp_path, lesson)
