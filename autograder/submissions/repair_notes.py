"""What is said of a notebook that had to be repaired, a sentence for each kind of damage.

Teachers read the notes in the result, students in a cell at the top of the graded notebook.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode

from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.submissions.matching import Matches
from autograder.submissions.safe_markdown import preformatted
from autograder.submissions.template import CHECK, PROVIDED, TemplateCell

LOCKED = (PROVIDED, CHECK)
NOTE_CELL_ID = "what-was-repaired"
MOST_NAMED = 4  # cells in one note


@dataclass
class Changes:
    """What was done to which cells, by their ids.

    Parameters
    ----------
    copied
        The cell was there more than once.
    retyped
        It had another type: the id, that type and the right one.
    restored
        It is locked and had been changed.
    kept
        It is locked, and what had been added to it became a cell of its own.
    misplaced
        It holds no answer, while another cell defines its name.
    unfinished
        It still held the empty answer beside the finished one.
    unnamed
        It does not define the name that it should: the id and the name.

    """

    copied: list[str] = field(default_factory=list)
    retyped: list[tuple[str, str, str]] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    unnamed: list[tuple[str, str]] = field(default_factory=list)


def note_changes(changes: Changes, notes: list[Note]) -> None:
    """Note everything that was changed, a sentence for each kind of change."""
    note_many(
        list(dict.fromkeys(changes.copied)),
        notes,
        "The cell {ids} was there more than once; the changed one counts, "
        "and the later one if more were changed.",
        "These cells were there more than once; the changed one counts, "
        "and the later one if more were changed: {ids}.",
    )
    note_types(changes.retyped, notes)
    note_many(
        changes.restored,
        notes,
        "The locked cell {ids} was changed; it is restored.",
        "These locked cells were changed; they are restored: {ids}.",
    )
    note_many(
        changes.kept,
        notes,
        "What was added to the locked cell {ids} counts as a cell beside it.",
        "What was added to these locked cells counts as cells beside them: {ids}.",
    )
    note_answers(changes, notes)


def note_answers(changes: Changes, notes: list[Note]) -> None:
    """Note the answers that were not where they should be, or not what they should be called."""
    note_many(
        changes.misplaced,
        notes,
        "The cell {ids} holds no answer; it is taken from another cell.",
        "These cells hold no answers; they are taken from other cells: {ids}.",
    )
    note_many(
        changes.unfinished,
        notes,
        "The cell {ids} still held the empty answer beside the finished one; it is left out.",
        "These cells still held the empty answer beside the finished one; it is left out: {ids}.",
    )
    note_many(
        [say("{id} ({name})", id=id, name=name) for id, name in changes.unnamed],
        notes,
        "What was written into the cell {ids} does not define the name in parentheses.",
        "What was written into these cells does not define the names in parentheses: {ids}.",
        Cause.OTHER_NAME,
    )


def note_types(retyped: Sequence[tuple[str, str, str]], notes: list[Note]) -> None:
    """Note the cells whose types were put right."""
    if len(retyped) == 1:
        id, got, expected = retyped[0]
        sentence = "The type of the cell {id} was {got}; it is {expected} again."
        text = say(sentence, id=id, got=got, expected=expected)
        notes.append(Note(Cause.CELLS_MENDED, text, id))
    elif retyped:
        sentence = "The types of these cells had been changed; they are put right: {ids}."
        text = say(sentence, ids=listing([id for id, _, _ in retyped]))
        notes.append(Note(Cause.CELLS_MENDED, text))


def note_another_notebook() -> list[Note]:
    """Say that nothing of this assignment is there; what is missing is of no interest then."""
    text = say("No answer and no check of this assignment was found: is it another notebook?")
    return [Note(Cause.OTHER_LESSON, text)]


def note_lost_answer(cell: TemplateCell, notes: list[Note], *, is_misplaced: bool) -> None:
    """Note an answer cell that is gone; `is_misplaced` if another cell defines its name."""
    sentence = (
        "The answer cell {id} was deleted; {name} is taken from another cell."
        if is_misplaced
        else "The answer cell {id} was deleted, and {name} is defined nowhere else."
    )
    cause = Cause.CELLS_MENDED if is_misplaced else Cause.ANSWER_DELETED
    notes.append(Note(cause, say(sentence, id=cell.id, name=cell.name), cell.id))


def note_misplaced_texts(ids: Iterable[str], notes: list[Note]) -> None:
    """Note the written answers that were found beside their cells."""
    note_many(
        list(ids),
        notes,
        "Nothing was written into the cell {ids}; what stands beside it is shown there, "
        "and a person grades it.",
        "Nothing was written into these cells; what stands beside them is shown there, "
        "and a person grades it: {ids}.",
        Cause.WRITTEN_ELSEWHERE,
    )


def note_recognized(matches: Matches, notes: list[Note]) -> None:
    """Note the cells that were recognized without their ids."""
    sentence = "These cells had lost their ids and were recognized by what they hold: {ids}."
    note_many(matches.by_content, notes, sentence, sentence, Cause.IDS_LOST)


def listing(ids: Sequence[str]) -> str:
    """Name the first few of many cells, and say how many more there are."""
    if len(ids) <= MOST_NAMED:
        return ", ".join(ids)
    named = ", ".join(ids[: MOST_NAMED - 1])
    return say("{named} and {number} more", named=named, number=len(ids) - MOST_NAMED + 1)


def note_many(
    ids: Sequence[str],
    notes: list[Note],
    single: str,
    several: str,
    cause: Cause = Cause.CELLS_MENDED,
) -> None:
    """Note what was done to one or to several cells, if any."""
    if len(ids) == 1:
        notes.append(Note(cause, say(single, ids=listing(ids)), ids[0]))
    elif ids:
        notes.append(Note(cause, say(several, ids=listing(ids))))


def note_put_back(deleted: Sequence[str], moved: Sequence[str], notes: list[Note]) -> None:
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


def note_cell(notes: Sequence[str]) -> list[NotebookNode]:
    """Return one markdown cell with all notes as plain text, or nothing if there are no notes."""
    if not notes:
        return []
    heading = say("What was put right in this notebook before it was graded:")
    source = f"{heading}\n\n{preformatted(chr(10).join(notes))}"
    return [
        NotebookNode(cell_type="markdown", id=NOTE_CELL_ID, metadata=NotebookNode(), source=source)
    ]
