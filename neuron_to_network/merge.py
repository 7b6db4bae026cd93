"""Bring a student's notebook up to a newer lesson, cell by cell, without losing a line.

There are three notebooks: what was given out before, what the student has made of it, and what is
given out now. A cell that the student has not changed becomes the new one; a changed one stays
where the lesson left it alone, and so does every answer. Where both have changed a cell that is no
answer, the new one comes, and the student's text stands below it. Cells of the student's own stay
behind the cell that they stood behind. Where ids were lost, cells are known by what they say.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from neuron_to_network.recognized import Cell, Notebook, recognized, text_of


@dataclass(frozen=True)
class Changes:
    """What an update does to one notebook: how many cells are new, newer, gone, or kept below."""

    new: int = 0
    newer: int = 0
    gone: int = 0
    kept_below: int = 0
    reordered: bool = False

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def __str__(self) -> str:
        counted = (
            ("new cells", self.new),
            ("cells with a newer text", self.newer),
            ("your text kept below the new one", self.kept_below),
            ("cells that are no longer in the lesson", self.gone),
        )
        order = ["the lesson has another order"] if self.reordered else []
        return "; ".join([*(f"{words}: {n}" for words, n in counted if n), *order])


@dataclass
class Merge:
    """One notebook on its way from the old lesson to the new one; cells are known by their ids."""

    before: dict[str, Cell]
    mine: dict[str, Cell]
    now: dict[str, Cell]
    counted: Counter[str] = field(default_factory=Counter, init=False)

    def cells(self) -> Iterator[Cell]:
        """Yield the cells of the merged notebook, the lesson's in their new order."""
        behind = self.own_cells()
        yield from behind.get("", ())
        for id, cell in self.now.items():
            yield from self.merged(id, cell)
            yield from behind.get(id, ())

    def merged(self, id: str, cell: Cell) -> Iterator[Cell]:
        """Yield what becomes of one cell of the new lesson."""
        mine, before = self.mine.get(id), self.before.get(id)
        if mine is None:
            if before is None or not cell["metadata"].get("deletable", True):
                self.counted["new"] += 1
                yield deepcopy(cell)
        elif same_text(mine, cell):
            yield {**deepcopy(mine), "metadata": {**mine["metadata"], **cell["metadata"]}}
        elif before is not None and same_text(mine, before):
            self.counted["newer"] += 1
            yield deepcopy(cell)
        elif is_answer(cell) or (before is not None and same_text(before, cell)):
            yield {**deepcopy(mine), "metadata": {**mine["metadata"], **cell["metadata"]}}
        else:
            self.counted["newer"] += 1
            self.counted["kept_below"] += 1
            yield deepcopy(cell)
            yield kept_text(mine)

    def own_cells(self) -> dict[str, list[Cell]]:
        """Return the student's cells that the new lesson has not got, by the cell before them."""
        behind: dict[str, list[Cell]] = {}
        last = ""
        for id, cell in self.mine.items():
            if id in self.now:
                last = id
            elif id in self.before and same_text(cell, self.before[id]):
                self.counted["gone"] += 1
            else:
                behind.setdefault(last, []).append(deepcopy(cell))
        return behind

    @property
    def changes(self) -> Changes:
        """What has been done, once all cells have been taken."""
        both = self.before.keys() & self.now.keys()
        before, now = ([id for id in cells if id in both] for cells in (self.before, self.now))
        return Changes(**self.counted, reordered=before != now)


def merge(before: Notebook, mine: Notebook, now: Notebook) -> tuple[Notebook, Changes]:
    """Return the student's notebook brought up to the new lesson, and what has changed."""
    known = recognized(mine, before if before["cells"] else now)
    merging = Merge(by_id(before), by_id(known), by_id(now))
    cells = list(by_id({"cells": list(merging.cells())}).values())
    metadata = {**mine["metadata"], **now["metadata"], **kept_metadata(mine)}
    return {**now, "metadata": metadata, "cells": cells}, merging.changes


def kept_metadata(mine: Notebook) -> dict[str, Any]:
    """Return which kernel the student has chosen."""
    own = mine["metadata"]
    return {name: own[name] for name in ("kernelspec", "language_info") if name in own}


def by_id(notebook: Notebook) -> dict[str, Cell]:
    """Return the cells by their ids, in order; of two with one id, the later gets another."""
    cells: dict[str, Cell] = {}
    for place, cell in enumerate(notebook["cells"]):
        id = cell.get("id") or f"cell-{place}"
        free = id if id not in cells else first_free(id, cells)
        cells[free] = {"metadata": {}, **cell, "id": free}
    return cells


def first_free(id: str, taken: Iterable[str]) -> str:
    """Return an id that is not taken yet.

    >>> first_free("a", ["a", "a-2"])
    'a-3'
    """
    number = 2
    while (free := f"{id[:56]}-{number}") in taken:
        number += 1
    return free


def same_text(one: Cell, other: Cell) -> bool:
    """Return True if two cells have the same text and are of one kind."""
    return one["cell_type"] == other["cell_type"] and text_of(one) == text_of(other)


def is_answer(cell: Cell) -> bool:
    """Return True for a cell that the student fills in: it can't be deleted, but can be edited."""
    metadata = cell["metadata"]
    return not metadata.get("deletable", True) and bool(metadata.get("editable", True))


def kept_text(cell: Cell) -> Cell:
    """Return a cell that shows what the student's version of a changed cell was."""
    text = text_of(cell)
    shown = f"```python\n{text}\n```" if cell["cell_type"] == "code" else text
    heading = "**What you had in the cell above, before the lesson was updated:**"
    pictures = {"attachments": cell["attachments"]} if cell.get("attachments") else {}
    return {
        "cell_type": "markdown",
        "id": f"{cell['id'][:58]}-yours",
        "metadata": {},
        "source": f"{heading}\n\n{shown}",
        **pictures,
    }
