"""How many lines `collect` and `grade` print for a class of 200, in what real classes do.

Each variant is a class of honest students of one lesson in whose download one thing is odd; the
last is an ordinary mix. The commands are those that a teacher types, on Moodle's zip file.

Run it with `python benchmarks/notes_of_a_class.py`; `--keep FOLDER` keeps what was printed.
"""

import argparse
import copy
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from autograder.building.lesson import Lesson
from autograder.building.notebooks import student_notebook
from autograder.building.reader import read_lessons
from autograder.course.folder import Course, new_course
from autograder.course.lessons import texts_of
from autograder.course.roster import Student, write_roster
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from autograder.simulation.damage import DAMAGES, own_cell, saved_by_colab
from autograder.simulation.platforms import HandIn, hand_in_as
from autograder.simulation.students import make_students
from autograder.simulation.submission import fill_in, lay_out

AUTOGRADER = Path(sys.executable).parent / "autograder"
LESSON, OTHER_LESSON = "01_neuron", "02_perceptron"
BEGAN = datetime(2026, 9, 1, 18, 0, tzinfo=UTC)
FILES = 600  # in one student's archive
CELLS = 1600  # that end their process, in one notebook

Class = list[bytes]  # each student's notebook
Spoil = Callable[[Class, bytes], Class]


def main() -> None:
    """Let each class hand in, and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--students", type=int, default=200)
    options.add_argument("--only", action="append", choices=list(VARIANTS))
    options.add_argument("--keep", type=Path, help="a folder for what the commands print")
    chosen = options.parse_args()
    print(f"{'lines printed by':28} collect   grade (notes)  grade --brief (notes)")
    with tempfile.TemporaryDirectory() as folder:
        classroom = Classroom(Path(folder), chosen.students)
        for name in chosen.only or VARIANTS:
            printed = classroom.evening(name)
            show(name, printed)
            if chosen.keep:
                keep(chosen.keep, name, printed)


def show(name: str, printed: dict[str, str]) -> None:
    """Print a line of the table."""
    collect, grade, brief = (printed[command].splitlines() for command in printed)
    print(
        f"{name:28} {len(collect):7} {len(grade):7} {len(notes(grade)):7}  "
        f"{len(brief):13} {len(notes(brief)):7}",
        flush=True,
    )


def notes(lines: list[str]) -> list[str]:
    """Return what is printed after the level of isolation: the notes."""
    place = next((i for i, line in enumerate(lines) if "level of isolation" in line), len(lines))
    return lines[place + 1 :]


def keep(folder: Path, name: str, printed: dict[str, str]) -> None:
    """Keep what was printed."""
    folder.mkdir(parents=True, exist_ok=True)
    for command, text in printed.items():
        (folder / f"{name}, {command}.txt").write_text(text, encoding="utf-8")


class Classroom:
    """The lessons and the honest work from which each class is made."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.lessons = {one.slug: one for one in read_lessons(texts_of(None), load())}
        self.honest = honest_work(self.lessons[LESSON], count)
        self.students = [
            Student(f"student{number:03d}", f"{name} Student{number:03d}")
            for number, name in enumerate(islice(cycle(("Anna", "Ben", "Chi")), count), start=1)
        ]

    def evening(self, name: str) -> dict[str, str]:
        """Collect and grade one class; return what each command printed."""
        course = new_course(self.folder / name.replace(" ", "-"), seed=1957)
        list(install_lessons(course, [self.lessons[slug] for slug in (LESSON, OTHER_LESSON)]))
        write_roster(course, self.students)
        other = content(student_notebook(self.lessons[OTHER_LESSON]))
        work = VARIANTS[name](list(self.honest), other)
        (download,) = hand_in_as("moodle", self.hand_ins(work), course.folder / "downloads")
        if name == "a zip of other files":
            add_archive(download)
        return {
            "collect": run("collect", course, download),
            "grade": run("grade", course),
            "grade --brief": run("grade", course, "--brief"),
        }

    def hand_ins(self, work: Class) -> list[HandIn]:
        """Return the work under the students' names, one a minute."""
        return [
            HandIn(student, LESSON, notebook, BEGAN + timedelta(minutes=number))
            for number, (student, notebook) in enumerate(zip(self.students, work, strict=True))
        ]


def run(command: str, course: Course, *arguments: object) -> str:
    """Return what a command prints on a screen of 100 columns."""
    done = subprocess.run(
        [AUTOGRADER, command, course.folder, *map(str, arguments)],
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def honest_work(lesson: Lesson, count: int) -> Class:
    """Return the notebooks of so many students to whose files nothing happened."""
    exercises = tuple(load().values())
    desk = lay_out(exercises, texts_of(None) / "alternatives")
    unsolved = student_notebook(lesson)
    made = make_students(exercises, np.random.default_rng(1957))
    honest = [
        content(fill_in(unsolved, lesson, student, desk).notebook)
        for student in made
        if not student.damage and not is_idle(student.choices.values())
    ]
    return list(islice(cycle(honest), count))


def is_idle(choices: object) -> bool:
    """Return True if a student answered nothing."""
    return all(choice.kind == "empty" for choice in choices)


def content(notebook: object) -> bytes:
    """Return a notebook as the bytes of its file."""
    return json.dumps(notebook).encode()


def one_other_lesson(work: Class, other: bytes) -> Class:
    """Let one student upload another lesson."""
    return [other, *work[1:]]


def all_from_colab(work: Class, other: bytes) -> Class:
    """Let everybody work in Colab, which drops the ids."""
    return [content(saved_by_colab(json.loads(notebook))) for notebook in work]


def a_thousand_broken_cells(work: Class, other: bytes) -> Class:
    """Give one notebook many cells that end their process."""
    notebook = json.loads(work[0])
    cells = [{**own_cell("import os; os._exit(1)"), "id": f"own-{i}"} for i in range(CELLS)]
    return [content({**notebook, "cells": [*notebook["cells"], *cells]}), *work[1:]]


def nothing_odd(work: Class, other: bytes) -> Class:
    """Leave the notebooks as they are."""
    return work


def four_unreadable(work: Class, other: bytes) -> Class:
    """Cut four files off while a quarter of the class works in Colab."""
    quarter = max(4, len(work) // 4)
    torn = [notebook[: len(notebook) // 2] for notebook in work[:4]]
    return [*torn, *all_from_colab(work[4:quarter], other), *work[quarter:]]


def ordinary_mix(work: Class, other: bytes) -> Class:
    """Let each kind of damage befall one in ten or so, and leave one notebook as it was."""
    mixed = list(work)
    for number, damage in enumerate(islice(cycle(filter(None, DAMAGES)), len(work) // 3)):
        spoiled = DAMAGES[damage](copy.deepcopy(json.loads(mixed[3 * number])))
        mixed[3 * number] = content(spoiled)
    return [mixed[0][:9000], other, *mixed[2:]]


VARIANTS: dict[str, Spoil] = {
    "one other lesson": one_other_lesson,
    "all from Colab": all_from_colab,
    "a thousand broken cells": a_thousand_broken_cells,
    "a zip of other files": nothing_odd,
    "four unreadable": four_unreadable,
    "an ordinary mix": ordinary_mix,
}


def add_archive(download: Path) -> None:
    """Let the first student hand in an archive of many other files, too."""
    with zipfile.ZipFile(download, "a") as archive:
        first = archive.namelist()[0].rpartition("/")[0]
        archive.writestr(f"{first}/work.zip", archive_of(other_files()))


def archive_of(files: Iterator[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """Return a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for info, data in files:
            archive.writestr(info, data)
    return buffer.getvalue()


def other_files() -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Yield plain files and as many links, as an environment has them."""
    for number in range(FILES // 2):
        yield zipfile.ZipInfo(f"venv/lib/module{number}.py"), b"x = 1"
        link = zipfile.ZipInfo(f"venv/bin/python{number}")
        link.external_attr = 0o120777 << 16
        yield link, b"/usr/bin/python3"


if __name__ == "__main__":
    main()
