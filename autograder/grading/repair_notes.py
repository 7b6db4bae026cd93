"""What is said of a notebook that had to be repaired, a sentence for each kind of damage."""

from collections.abc import Sequence

from autograder.grading.matching import Matches, untouched
from autograder.grading.reading import SubmittedCell
from autograder.grading.template import CHECK, PROSE, PROVIDED, TemplateCell
from autograder.messages import say

LOCKED = (PROVIDED, CHECK)
MOST_NAMED = 4  # cells in one note


def recognized(matches: Matches) -> str:
    """Say which cells were known without their ids."""
    if not matches.by_content:
        return ""
    return say(
        "These cells had lost their ids and were recognized by what they hold: {ids}.",
        ids=listing(matches.by_content),
    )


def listing(ids: Sequence[str]) -> str:
    """Name the first few of many cells, and say how many more there are."""
    if len(ids) <= MOST_NAMED:
        return ", ".join(ids)
    named = ", ".join(ids[: MOST_NAMED - 1])
    return say("{named} and {number} more", named=named, number=len(ids) - MOST_NAMED + 1)


def note_many(ids: Sequence[str], notes: list[str], one: str, many: str) -> None:
    """Note what was done to one or to several cells, if any."""
    if ids:
        notes.append(say(one if len(ids) == 1 else many, ids=listing(ids)))


def note_put_back(deleted: Sequence[str], moved: Sequence[str], notes: list[str]) -> None:
    """Note which cells were put back, and why."""
    note_many(
        deleted,
        notes,
        "The cell {ids} had been deleted; it is put back.",
        "These cells had been deleted; they are put back: {ids}.",
    )
    note_many(
        moved,
        notes,
        "The cell {ids} had been moved; it is put back.",
        "These cells had been moved; they are put back: {ids}.",
    )


def note_changes(cell: SubmittedCell, counts_as: TemplateCell, notes: list[str]) -> None:
    """Note a changed type and a changed locked source."""
    if cell.cell_type != counts_as.cell_type and counts_as.kind != PROSE:
        notes.append(
            say(
                "The type of the cell {id} was {got}; it is {expected} again.",
                id=counts_as.id,
                got=cell.cell_type,
                expected=counts_as.cell_type,
            )
        )
    if counts_as.kind in LOCKED and not untouched(cell, counts_as):
        notes.append(say("The locked cell {id} was changed; it is restored.", id=counts_as.id))
