"""What came of running a notebook and judging its answers."""

from dataclasses import dataclass, field

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import Examined
from autograder.examining.sentences import exercise_note
from autograder.examining.stopped_cells import Outcome
from autograder.judging.verdict import Verdict
from autograder.notes import Note
from autograder.sandbox.output import Printed
from autograder.submissions.template import TemplateCell


@dataclass(frozen=True)
class CellRun:
    """What one cell did, and what it printed."""

    outcome: Outcome
    printed: Printed


@dataclass
class Execution:
    """What came of a notebook: each cell's run by its place, each item's verdict by its id.

    Parameters
    ----------
    ran, examined
        What each cell did, and what was found of each answer.
    absent
        The answers whose names are not defined.
    verdicts
        What an answer gets, with the true cause where it could not run.
    cell_notes, answer_notes
        What the teacher should know of cells and of answers.
    refused
        The places of cells that called one of the course's own answers.
    called_by_cells, called_by
        Names of withheld functions: those called by cells on which an answer may rest, and those
        called by each answer that is not right.
    wordless
        The answers that were judged on hidden cases alone: what their students may read is missing.

    """

    ran: dict[int, CellRun] = field(default_factory=dict)
    examined: dict[str, Examined] = field(default_factory=dict)
    absent: list[TemplateCell] = field(default_factory=list)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    cell_notes: list[Note] = field(default_factory=list)
    answer_notes: list[Note] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    called_by_cells: set[str] = field(default_factory=set)
    called_by: dict[str, frozenset[str]] = field(default_factory=dict)
    wordless: set[str] = field(default_factory=set)

    @property
    def notes(self) -> list[Note]:
        """What the teacher should know, of cells first."""
        return [*self.cell_notes, *self.answer_notes]

    def record(self, item: str, examined: Examined) -> None:
        """Keep what was found, and tell the instructor of an answer that hung or crashed."""
        self.examined[item] = examined
        if examined.called:
            self.called_by[item] = self.called_by.get(item, frozenset()) | examined.called
        if examined.fault is not None:
            self.answer_notes.append(exercise_note(item, examined.fault))

    def lacks(self, item: str, key: AnswerKey) -> frozenset[str]:
        """Return the withheld functions that an answer called, unless they answer its exercise."""
        called = self.called_by.get(item, frozenset())
        return frozenset() if called & key.own_answers(item) else called

    @property
    def called(self) -> frozenset[str]:
        """The withheld functions without which an answer may have been wrong."""
        return frozenset(self.called_by_cells).union(*self.called_by.values())

    def doubtful(self, key: AnswerKey) -> set[str]:
        """Return the items that are not right, and may be so only for what was withheld.

        An answer that called the own answers to its very exercise is not among them.
        """
        wrong = {item for item, found in self.examined.items() if found.verdict.passed is False}
        return {
            item
            for item in wrong.union(answer.item for answer in self.absent)
            if self.lacks(item, key) or (self.called_by_cells and item not in self.called_by)
        }
