"""Answers that stand where they were not expected: in a locked cell, beside or above their stub."""

from collections.abc import Mapping, Sequence

from autograder.submissions.matching import defines, untouched
from autograder.submissions.reading import SubmittedCell
from autograder.submissions.template import (
    EXERCISE,
    PROVIDED,
    QUESTION,
    LessonTemplate,
    TemplateCell,
)


def added_to_locked(cell: SubmittedCell, locked: TemplateCell, template: LessonTemplate) -> str:
    """Return the code that a student added to a locked cell and that must not be lost, or "".

    That is whatever stands beside the given imports, and anywhere the definition of an answer.
    """
    given, rest = locked.source.strip(), cell.source
    is_addition = given in rest
    rest = rest.replace(given, "", 1) if is_addition else rest
    if not rest.strip():
        return ""
    keeps_all = is_addition and locked.kind == PROVIDED
    return rest.strip("\n") if keeps_all or defines_an_answer(rest, template) else ""


def defines_an_answer(source: str, template: LessonTemplate) -> bool:
    """Return True if code defines what some exercise or question asks for."""
    code = SubmittedCell("code", source)
    return any(defines(code, cell) for cell in template.of_kind(EXERCISE, QUESTION))


def without_stub(cell: SubmittedCell, answer: TemplateCell) -> str:
    """Return an answer without the empty one that still stands above or below it."""
    stub = answer.source.strip()
    if answer.kind != EXERCISE or untouched(cell, answer) or stub not in cell.source:
        return cell.source
    rest = cell.source.replace(stub, "", 1).strip("\n")
    return rest if defines(SubmittedCell("code", rest), answer) else cell.source


def misplaced_answers(
    cells: Sequence[SubmittedCell], chosen: Mapping[str, int], template: LessonTemplate
) -> list[str]:
    """Return the ids of the empty answer cells whose name another cell defines.

    If the stubs among them ran, they would undo that answer.
    """
    given = {cell.source.strip() for cell in template.cells}
    own = [cell for cell in cells if cell.source.strip() not in given]
    return [
        cell.id
        for cell in template.of_kind(EXERCISE, QUESTION)
        if cell.id in chosen
        and unanswered(cells[chosen[cell.id]], cell)
        and any(defines(other, cell) for other in own)
    ]


def unanswered(cell: SubmittedCell, answer: TemplateCell) -> bool:
    """Return True if nothing was written as an answer, or the stub was taken away."""
    return not cell.source.strip() or untouched(cell, answer)
