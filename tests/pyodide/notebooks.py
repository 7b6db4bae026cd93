"""The notebooks whose verdicts are compared: every lesson, solved and as students answer it."""

import json
import sys
from pathlib import Path

import numpy as np

from autograder.building.notebooks import solved_notebook, student_notebook
from autograder.course.lessons import lessons_of, texts_of
from autograder.lint.runs import without_demos
from autograder.simulation.students import make_students
from autograder.simulation.submission import fill_in, lay_out

SEED = 1957
SOME = ("zarina", "sergey", "kenji")  # right by loops, wrong beliefs, a mixture


def notebooks(names=SOME):
    """Yield a name and the sources of the cells of each; pictures are in the solved ones alone."""
    lessons = lessons_of(None)
    exercises = tuple(cell.exercise for lesson in lessons for cell in lesson.exercises)
    desk = lay_out(exercises, texts_of(None) / "alternatives")
    students = make_students(exercises, np.random.default_rng(SEED))
    for lesson in lessons:
        yield {"name": f"{lesson.slug}/solved", "cells": sources(solved_notebook(lesson))}
        unsolved = student_notebook(lesson)
        for student in students:
            if student.name in names or (not names and not student.damage):
                filled = fill_in(unsolved, lesson, student, desk).notebook
                name = f"{lesson.slug}/{student.name}"
                yield {"name": name, "cells": sources(without_demos(filled))}


def sources(notebook):
    """Return the source of each code cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(list(notebooks(sys.argv[2:] or SOME))))
