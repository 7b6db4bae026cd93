"""One cell of a repaired notebook, and where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from autograder.submissions.template import PROVIDED, TemplateCell


@dataclass(frozen=True)
class RepairedCell:
    """One cell of the notebook that is graded.

    Parameters
    ----------
    cell_type, source
        What it is and holds.
    template
        The cell of the released notebook that it counts as.
    runs
        Whether it is run.
    restored
        Whether it was missing and has been put back.
    attachments
        The pictures of a written answer.

    """

    cell_type: str
    source: str
    template: TemplateCell | None = None
    runs: bool = False
    restored: bool = False
    attachments: dict[str, dict[str, str]] = field(default_factory=dict)


def given(cell: TemplateCell, *, restored: bool = False) -> RepairedCell:
    """Return a cell as it was given out."""
    runs = cell.kind == PROVIDED
    return RepairedCell(cell.cell_type, cell.source, cell, runs, restored)


def place_of_cell(repaired: Sequence[RepairedCell], cell: TemplateCell) -> int | None:
    """Return the place of the cell that counts as a template cell."""
    return place_of(repaired, lambda one: one.template is cell)


def place_of(repaired: Sequence[RepairedCell], fits: Callable[[RepairedCell], bool]) -> int | None:
    """Return the place of the first cell that fits."""
    return next((place for place, one in enumerate(repaired) if fits(one)), None)
