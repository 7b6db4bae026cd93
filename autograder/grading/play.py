"""Run a repaired notebook from top to bottom, and judge each answer where its check stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.grading.examine import AnswerKey, Outcome, examine, examine_absent
from autograder.grading.output import Printed
from autograder.grading.repair import RepairedCell
from autograder.grading.sentences import cell_note, exercise_note, provided_note
from autograder.grading.session import Fault, Session
from autograder.grading.template import (
    CHECK,
    EXERCISE,
    PROVIDED,
    QUESTION,
    LessonTemplate,
    TemplateCell,
)
from autograder.verdict import Verdict


@dataclass(frozen=True)
class Ran:
    """What one cell did, and what it printed."""

    outcome: Outcome
    printed: Printed


@dataclass
class Played:
    """What came of a notebook: each cell's run by its place, each item's verdict by its id."""

    ran: dict[int, Ran] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def play(
    session: Session, cells: Sequence[RepairedCell], template: LessonTemplate, key: AnswerKey
) -> Played:
    """Run the cells in order; a check that stands too early is judged at the end."""
    played = Played()
    answers = {cell.item: cell for cell in template.of_kind(EXERCISE, QUESTION)}
    places = {cell.template.id: place for place, cell in enumerate(cells) if cell.template}
    later: list[TemplateCell] = []
    for place, cell in enumerate(cells):
        if cell.runs:
            run_cell(session, played, place, cell)
        elif cell.template is not None and cell.template.kind == CHECK:
            answer = answers.get(cell.template.item, cell.template)
            early = cell.restored or places.get(answer.id, -1) > place
            if early or not judged(session, played, answer, key):
                later.append(answer)
    for answer in later:
        if not judged(session, played, answer, key):
            outcome = own_outcome(played, cells, answer)
            played.verdicts[answer.item] = examine_absent(answer, key, outcome).verdict
    return played


def run_cell(session: Session, played: Played, place: int, cell: RepairedCell) -> None:
    """Run one cell and keep what it did."""
    outcome = session.run(cell.source)
    played.ran[place] = Ran(outcome, session.printed)
    if isinstance(outcome, Fault):
        name = cell.template.id if cell.template else f"number {place + 1}"
        played.notes.append(cell_note(name, outcome))
    elif outcome.error is not None and cell.template and cell.template.kind == PROVIDED:
        played.notes.append(provided_note(cell.template.id, outcome.error))


def judged(session: Session, played: Played, answer: TemplateCell, key: AnswerKey) -> bool:
    """Judge one answer with what is defined now; tell whether there was anything to judge."""
    found = examine(session, answer, key)
    if found is None:
        return False
    played.verdicts[answer.item] = found.verdict
    if found.fault is not None:
        played.notes.append(exercise_note(answer.item, found.fault))
    return True


def own_outcome(
    played: Played, cells: Sequence[RepairedCell], answer: TemplateCell
) -> Outcome | None:
    """Return what the cell of an answer did, if it is there and ran."""
    place = next((i for i, cell in enumerate(cells) if cell.template is answer), None)
    ran = None if place is None else played.ran.get(place)
    return None if ran is None else ran.outcome
