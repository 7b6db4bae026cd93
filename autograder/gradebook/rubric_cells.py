"""The rubric of each written answer, above it in the notebook that a grader reads.

It is read from the teacher's page of the lesson, so a rubric that the teacher has changed there is
the one that graders see.
"""

import re
from collections.abc import Mapping

from nbformat import NotebookNode

from autograder.building.rubrics import RUBRIC
from autograder.course.folder import Course
from autograder.messages import say
from autograder.submissions.template import WRITTEN, LessonTemplate

ANSWER = re.compile(r"^### (\S+).*$", re.MULTILINE)
NEXT_PART = re.compile(r"^#{1,3} ", re.MULTILINE)


def rubrics_of(course: Course, assignment: str) -> dict[str, str]:
    """Return the rubrics of an assignment by the answer's id; none if graders shall see none."""
    page = course.teachers_page(assignment)
    if not course.show_rubrics or not page.is_file():
        return {}
    _, *parts = ANSWER.split(page.read_text(encoding="utf-8", errors="replace"))
    rubrics = {id: rubric_in(text) for id, text in zip(parts[::2], parts[1::2], strict=True)}
    return {id: rubric for id, rubric in rubrics.items() if rubric}


def rubric_in(text: str) -> str:
    """Return what stands below the heading of the rubric, up to the next part of the page."""
    return in_one_list(NEXT_PART.split(text.partition(f"\n{RUBRIC}")[2])[0].strip())


def in_one_list(rubric: str) -> str:
    r"""Return a rubric in which no bullet holds but a bullet, as older courses' pages have them.

    >>> in_one_list("- - 1 point: a.\n  - 2 points: b.\n  \n  Model answer: c.")
    '- 1 point: a.\n- 2 points: b.\n\nModel answer: c.'
    """
    if not rubric.startswith("- - "):
        return rubric
    return "\n".join(line.removeprefix("  ") for line in rubric.removeprefix("- ").splitlines())


def add_rubrics(
    notebook: NotebookNode, template: LessonTemplate, rubrics: Mapping[str, str]
) -> None:
    """Put the rubric of each written answer above it."""
    items = {cell.id[:64]: cell.item for cell in template.of_kind(WRITTEN)}
    cells = []
    for cell in notebook.cells:
        rubric = rubrics.get(items.get(cell.id, ""))
        cells += [rubric_cell(cell.id, rubric), cell] if rubric else [cell]
    notebook.cells = cells


def rubric_cell(id: str, rubric: str) -> NotebookNode:
    """Return the cell that shows a rubric."""
    heading = say("Rubric of the answer below, for whoever gives points:")
    source = f"**{heading}**\n\n{rubric}"
    return NotebookNode(
        cell_type="markdown", id=f"{id[:57]}-rubric", metadata=NotebookNode(), source=source
    )
