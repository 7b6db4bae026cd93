"""Tell the true cause of an answer that could not run: another cell, a library, a newer Python."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from autograder.grading.examine import Examined
from autograder.grading.newer_python import NewerPython
from autograder.grading.stop_sentences import (
    library_note,
    newer_python_note,
    own_cell_note,
    stopped_cell,
)
from autograder.grading.stopped_cells import StoppedCell, culprit, missing_library, unknown_name
from autograder.judging.finding import Finding
from autograder.judging.observe import StudentError
from autograder.judging.verdict import RAISED, Verdict
from autograder.messages import Text, joined
from autograder.notes import Note

Items = list[str]


@dataclass
class LostAnswers:
    """What the answers of one notebook were lost by.

    `stopped` are its stopped cells, in order. The rest has the answers by what they needed.
    """

    stopped: Sequence[StoppedCell]
    by_cell: dict[str, tuple[StoppedCell, Items]] = field(default_factory=dict)
    by_library: dict[str, Items] = field(default_factory=dict)
    by_python: dict[str, tuple[NewerPython, Items]] = field(default_factory=dict)

    def explained(self, item: str, examined: Examined, cell: StoppedCell | None = None) -> Verdict:
        """Return the verdict on an answer with its true cause; `cell` should have defined it."""
        verdict, error = examined.verdict, examined.error
        if cell is not None:
            self.remember_cell(item, cell)
        elif error is not None:
            self.remember(item, error)
        name = unknown_name(error) if error is not None else ""
        behind = culprit(name, self.stopped)
        if behind is None:
            return verdict
        self.remember_cell(item, behind)
        return with_cause(verdict, stopped_cell(name, behind))

    def remember_cell(self, item: str, cell: StoppedCell) -> None:
        """Remember what an answer was lost by, for the teacher."""
        error, newer = cell.error, cell.newer_python
        if newer is not None:
            self.by_python.setdefault(newer.version, (newer, []))[1].append(item)
        elif error is not None and missing_library(error):
            self.remember(item, error)
        elif error is not None and cell.is_own:
            self.by_cell.setdefault(cell.label, (cell, []))[1].append(item)

    def remember(self, item: str, error: StudentError) -> None:
        """Remember the library that an answer needed, if it was one."""
        library = missing_library(error)
        if library:
            self.by_library.setdefault(library, []).append(item)

    def notes(self) -> list[Note]:
        """Return a note for each thing that answers were lost by."""
        cells = [(cell, cell.error, items) for cell, items in self.by_cell.values()]
        return [
            *(library_note(library, items) for library, items in self.by_library.items()),
            *(newer_python_note(newer, items) for newer, items in self.by_python.values()),
            *(own_cell_note(cell, error, items) for cell, error, items in cells if error),
        ]


def with_cause(verdict: Verdict, cause: Text) -> Verdict:
    """Return a verdict on an answer that stopped with its true cause, for its student as well."""
    if verdict.kind != RAISED or verdict.misconception is not None:
        return verdict
    shown = None if verdict.shown is None else with_cause(verdict.shown, cause)
    return replace(verdict, finding=caused(verdict.finding, cause), shown=shown)


def caused(finding: Finding, cause: Text) -> Finding:
    """Return a finding with the true cause: in place of a guess, or below what is known."""
    meaning = cause if finding.called else joined(finding.meaning, cause, by="\n")
    return replace(finding, meaning=meaning)
