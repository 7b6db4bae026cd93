"""The cell that tells a student what was repaired before their notebook was graded."""

from collections.abc import Sequence

from nbformat import NotebookNode

from autograder.messages import say
from autograder.submissions.safe_markdown import as_text

ID = "what-was-repaired"


def note_cell(notes: Sequence[str]) -> list[NotebookNode]:
    """Return one markdown cell with all notes as plain text, or none where there are none."""
    if not notes:
        return []
    heading = say("What was put right in this notebook before it was graded:")
    source = f"{heading}\n\n{as_text(chr(10).join(notes))}"
    return [NotebookNode(cell_type="markdown", id=ID, metadata=NotebookNode(), source=source)]
