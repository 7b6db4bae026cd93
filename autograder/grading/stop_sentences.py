"""What a student and a teacher read of a cell that stopped and took answers along."""

from collections.abc import Sequence

from autograder.grading.newer_python import HERE, NewerPython
from autograder.grading.sentences import cell_fault
from autograder.grading.stopped_cells import StoppedCell
from autograder.judging.observe import StudentError
from autograder.judging.wording.errors import error_text, stop_meaning
from autograder.messages import Text, joined, say, sentence
from autograder.notes import Cause, Note
from autograder.sandbox.fault import Fault
from autograder.submissions.repair_notes import listing


def cell_error(name: str, error: StudentError, newer: NewerPython | None = None) -> Text:
    """Say which error kept a cell from defining a name, and what it means; `newer` is its cause."""
    stopped = sentence(
        "There is no {name}, because its cell stopped with an error: {error}",
        name=name,
        error=error_text(error),
    )
    return joined(stopped, newer_wanted(newer) if newer else stop_meaning(error), by="\n")


def newer_wanted(newer: NewerPython) -> Text:
    """Say that a cell is right for another Python."""
    return sentence(
        "Python {version} and newer understand it, but notebooks are graded with Python {here} "
        "({what}). Write it so that both do.",
        version=newer.version,
        here=HERE,
        what=newer.what,
    )


def stopped_cell(name: str, cell: StoppedCell) -> Text:
    """Say which stopped cell an unknown name comes from."""
    if isinstance(cell.outcome, Fault):
        return cell_fault(name, cell.outcome)
    return cell_error(name, cell.outcome.error, cell.newer_python) if cell.outcome.error else ""


def own_cell_note(cell: StoppedCell, error: StudentError, items: Sequence[str]) -> Note:
    """Tell the teacher about a cell of a student's own that took answers along."""
    text = say(
        "The cell {cell} stopped with an error, and {items} needed what it should define: {error}",
        cell=cell.label,
        items=listing(items),
        error=error_text(error),
    )
    return Note(Cause.OWN_CELL_STOPPED, text, cell.label)


def library_note(library: str, items: Sequence[str]) -> Note:
    """Tell the teacher about a library that answers needed."""
    text = say(
        "{items} needed {library}, which is not there where notebooks are graded. If students may "
        "use it, name it in `libraries` of course.toml.",
        items=listing(items),
        library=library,
    )
    return Note(Cause.MISSING_LIBRARY, text, library)


def newer_python_note(newer: NewerPython, items: Sequence[str]) -> Note:
    """Tell the teacher about answers that another Python understands."""
    text = say(
        "{items} needed Python {version}; notebooks are graded with {here}: {what}.",
        items=listing(items),
        version=newer.version,
        here=HERE,
        what=newer.what,
    )
    return Note(Cause.NEWER_PYTHON, text, newer.version)
