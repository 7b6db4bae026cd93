"""Whether anything was done in a notebook, or it is as it was given out."""

from collections.abc import Sequence

from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import ANSWERS, LessonTemplate

BADGE = "colab"  # the link that Colab puts on top of a copy, and the lesson's own line of links


def note_as_given_out(cells: Sequence[RepairedCell], template: LessonTemplate) -> list[Note]:
    """Say of a notebook that its student wrote nothing in it; nothing of any other."""
    if not is_as_given_out(cells, template):
        return []
    text = say(
        "Nothing was done in this notebook: it is as it was given out. Is it the wrong file?"
    )
    return [Note(Cause.UNTOUCHED_COPY, text)]


def is_as_given_out(cells: Sequence[RepairedCell], template: LessonTemplate) -> bool:
    """Return True if answer cells were handed in, and no cell holds what was not given out."""
    given = {words(cell.source) for cell in template.cells} | {""}
    came = [cell.template for cell in cells if cell.template and not cell.restored]
    has_answers = any(cell.kind in ANSWERS for cell in came)
    return has_answers and all(words(cell.source) in given or is_badge(cell) for cell in cells)


def is_badge(cell: RepairedCell) -> bool:
    """Return True for the link with which Colab opens the notebook."""
    is_own_text = cell.template is None and cell.cell_type == "markdown"
    return is_own_text and BADGE in cell.source.casefold() and len(cell.source) < 1000


def words(source: str) -> str:
    """Return a source as it is compared, without regard to spaces."""
    return " ".join(source.split())
