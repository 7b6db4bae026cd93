"""Find the section of a lesson under which each exercise stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from autograder.exercises.discovery import items_of_lesson
from autograder.public_address import PublicAddress, public_address
from autograder.submissions.template import ANSWERS, PROSE, WRITTEN, LessonTemplate

FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")


@dataclass(frozen=True)
class Section:
    """A heading of a lesson; `link` leads there, and is empty where no address is known."""

    title: str
    anchor: str
    link: str = ""


def sections(lesson: LessonTemplate, name: str, address: str = "") -> Mapping[str, Section]:
    """Return the section of each exercise, question and written answer, by its id.

    Where the course names no address, a link leads to the site of this project, if that is public
    and shows the lesson.
    """
    site = None if address else site_of(lesson, name)
    places: dict[str, Section] = {}
    here = Section("", "")
    for cell in lesson.cells:
        if cell.kind == PROSE:
            for title in titles(cell.source):
                here = section(title, name, address)
        elif cell.kind in ANSWERS:
            link = site.lesson(name, cell.item) if site else here.link
            places[cell.item] = replace(here, link=link)
    return places


def site_of(lesson: LessonTemplate, name: str) -> PublicAddress | None:
    """Return the public site if there is one and it shows this very lesson."""
    address = public_address()
    asked = {cell.item for cell in lesson.of_kind(*ANSWERS) if cell.kind != WRITTEN}
    return address if address.is_known and asked <= items_of_lesson(name) else None


def titles(markdown: str) -> list[str]:
    r"""Return the headings of a cell, as they are read.

    >>> titles("# One *neuron*\n\n```\n# no heading\n```\n## The `bias`")
    ['One neuron', 'The bias']
    """
    shown = HEADING.findall(FENCED.sub("", markdown))
    return [MARKS.sub("", LINK.sub(r"\1", title)) for _, title in shown]


def section(title: str, lesson: str, address: str) -> Section:
    """Return a heading with the anchor that Jupyter gives it: its words joined by hyphens."""
    anchor = title.replace(" ", "-")
    page = f"{address.rstrip('/')}/{quote(lesson)}.ipynb#{quote(anchor)}"
    return Section(title, anchor, page if address else "")


def lesson_title(lesson: LessonTemplate, name: str) -> str:
    """Return the first heading of a lesson, or its file's name in words."""
    for cell in lesson.of_kind(PROSE):
        for title in titles(cell.source):
            return title
    return name.replace("_", " ")
