"""A student's own folder: notebooks that nobody but the student changes, and what was given out.

Beside the notebooks there is a hidden folder with each lesson as it was given out, from which an
update knows what the student has changed, and with the student's progress. `old` holds every
notebook that was replaced.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.course.files import copy_whole, write_whole
from autograder.student.progress_file import OWN_FOLDER
from neuron_to_network.merge import Changes, merge
from neuron_to_network.recognized import Notebook

OLD = "old"
NOTHING: Notebook = {"cells": []}
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def shell_quoted(path: Path) -> str:
    """Return a path as it has to be typed.

    >>> print(shell_quoted(Path("my lessons")))
    "my lessons"
    """
    return f'"{path}"' if re.search(r"[^\w./\\:~-]", str(path)) else str(path)


class FolderError(Exception):
    """Something is wrong with a student's folder; the text says what to do."""


@dataclass(frozen=True)
class Updated:
    """What an update did to one lesson.

    Parameters
    ----------
    lesson
        Its name.
    changes
        What has changed in it; None where the notebook was left alone.
    old
        The copy of the notebook as it was; None where nothing was replaced.
    trouble
        Why the notebook was left alone, as the end of a sentence.
    is_new
        Whether the student had no notebook of it, and got one.

    """

    lesson: str
    changes: Changes | None
    old: Path | None = None
    trouble: str = ""
    is_new: bool = False


@dataclass(frozen=True)
class StudentFolder:
    """A folder with a student's notebooks."""

    path: Path

    def notebook(self, lesson: str) -> Path:
        """Return where a lesson's notebook is."""
        return self.path / f"{lesson}.ipynb"

    def record(self, lesson: str) -> Path:
        """Return where the lesson is kept as it was given out."""
        return self.path / OWN_FOLDER / "given_out" / f"{lesson}.ipynb"

    @property
    def has_begun(self) -> bool:
        """Whether `start` has been here."""
        return (self.path / OWN_FOLDER).is_dir()

    def start(self, lessons: Mapping[str, str]) -> list[str]:
        """Copy the lessons that are not there yet, and return their names.

        Raises FolderError where a file of that name is there that `start` did not put there.
        """
        if not self.has_begun:
            self.require_no_file_above()
            self.require_no_notebooks(lessons)
            (self.path / OWN_FOLDER).mkdir(parents=True)
        missing = [lesson for lesson in lessons if not self.notebook(lesson).exists()]
        for lesson in missing:
            self.give_out(lesson, lessons[lesson])
        return missing

    def require_no_file_above(self) -> None:
        """Raise FolderError where the folder would have to lie inside a file."""
        for place in (self.path, *self.path.parents):
            if place.is_file():
                raise FolderError(f"{place} is a file, so no folder can be there. Name another.")

    def require_no_notebooks(self, lessons: Mapping[str, str]) -> None:
        """Raise FolderError where notebooks of the lessons' names are somebody's already."""
        there = [lesson for lesson in lessons if self.notebook(lesson).exists()]
        if there:
            raise FolderError(
                f"{self.path} has a notebook {there[0]}.ipynb already, which was not put there by "
                "`start`. It was left alone. Name another folder: neuron-to-network start FOLDER"
            )

    def give_out(self, lesson: str, text: str) -> None:
        """Write a fresh notebook of a lesson, and keep how it was given out.

        The record comes last: an update mends one that is too old.
        """
        write_whole(self.notebook(lesson), text, durable=True)
        write_whole(self.record(lesson), text, durable=True)

    def reset(self, lesson: str, lessons: Mapping[str, str]) -> Path | None:
        """Give a lesson out afresh, and return the copy of the old notebook, if there was one.

        Raises FolderError where there is no such lesson.
        """
        self.require_begun()
        if lesson not in lessons:
            raise FolderError(f"There is no lesson {lesson}. There are: {', '.join(lessons)}.")
        old = self.set_aside(lesson) if self.notebook(lesson).exists() else None
        self.give_out(lesson, lessons[lesson])
        return old

    def update(self, lessons: Mapping[str, str]) -> Iterator[Updated]:
        """Bring each notebook up to the lesson as it is given out now, and yield what was done.

        Answers, own cells and outputs stay. Lessons that the student has not got are given out.
        """
        self.require_begun()
        for lesson, text in lessons.items():
            try:
                yield self.updated(lesson, text)
            except OSError as error:
                yield Updated(lesson, None, trouble=error.strerror or str(error))
            except UNREADABLE:
                yield Updated(lesson, None, trouble="it can't be read as a notebook")

    def updated(self, lesson: str, text: str) -> Updated:
        """Bring one notebook up to the lesson's present text.

        Raises OSError where the notebook, or the place of its copy, is out of reach, and one of
        UNREADABLE where it is not a notebook; it was left alone then.
        """
        now, before = json.loads(text), self.given_out_before(lesson)
        if not self.notebook(lesson).exists():
            self.give_out(lesson, text)
            return Updated(lesson, Changes(new=len(now["cells"])), is_new=True)
        mine: Notebook = json.loads(self.notebook(lesson).read_text(encoding="utf-8-sig"))
        merged, changes = merge(before, mine, now)
        old = None
        if changes:
            old = self.set_aside(lesson)
            new = json.dumps(merged, ensure_ascii=False, indent=1) + "\n"
            write_whole(self.notebook(lesson), new, durable=True)
        write_whole(self.record(lesson), text, durable=True)
        return Updated(lesson, changes, old)

    def given_out_before(self, lesson: str) -> Notebook:
        """Return the lesson as the student got it; without cells where that is lost."""
        try:
            before: Notebook = json.loads(self.record(lesson).read_text(encoding="utf-8"))
            whole = all({"id", "cell_type", "source"} <= cell.keys() for cell in before["cells"])
            return before if whole else NOTHING
        except (OSError, *UNREADABLE):
            return NOTHING

    def set_aside(self, lesson: str) -> Path:
        """Copy a notebook to where nothing overwrites it, and return that place."""
        name = f"{lesson}_{datetime.now():%Y-%m-%d_%H-%M-%S}"
        place = self.path / OLD / f"{name}.ipynb"
        number = 2
        while place.exists():
            place = place.with_name(f"{name}_{number}.ipynb")
            number += 1
        copy_whole(self.notebook(lesson), place)
        return place

    def require_begun(self) -> None:
        """Raise FolderError where `start` has not been."""
        if not self.has_begun:
            raise FolderError(
                f"{self.path} is no folder of lessons yet. Begin with: "
                f"neuron-to-network start {shell_quoted(self.path)}"
            )
