"""The rubric of each written answer, above it in the notebook that a grader reads.

It is read from the teacher's page of the lesson, so a rubric that the teacher has changed there is
the one that graders see.
"""

import re
from collections.abc import Mapping

from nbformat import NotebookNode

from autograder.grading.course import Course
from autograder.grading.template import WRITTEN, LessonTemplate
from autograder.messages import say

HEADING = re.compile(r"^### (\S+) \(.*\)[ \t]*$", re.MULTILINE)  # of an answer, with its points
QUOTATION = re.compile(r"(?:^>.*\n?)+", re.MULTILINE)
CRITERION = re.compile(r"\n(?=[\d.,½]+ points?:)")


def rubrics_of(course: Course, assignment: str) -> dict[str, str]:
    """Return the rubrics of an assignment by the answer's id; none where graders shall see none."""
    page = course.teachers_page(assignment)
    if not course.show_rubrics or not page.is_file():
        return {}
    _, *parts = HEADING.split(page.read_text(encoding="utf-8", errors="replace"))
    found = {id: rubric_in(text) for id, text in zip(parts[::2], parts[1::2], strict=True)}
    return {id: rubric for id, rubric in found.items() if rubric}


def rubric_in(text: str) -> str:
    """Return the last quotation of a text, each criterion as a paragraph of its own."""
    quotations = QUOTATION.findall(text)
    lines = [line.removeprefix(">").strip() for line in "".join(quotations[-1:]).splitlines()]
    return CRITERION.sub("\n\n", "\n".join(lines).strip())


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
