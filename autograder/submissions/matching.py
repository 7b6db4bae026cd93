"""Find the cell of the released notebook that each handed-in cell is, or was.

By its id first; without ids, locked cells are known by their source, answers by the name that
they define, written answers by their prompt or their place.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from autograder.submissions.reading import SubmittedCell
from autograder.submissions.template import (
    ANSWERS,
    CHECK,
    EXERCISE,
    PROVIDED,
    QUESTION,
    WRITTEN,
    LessonTemplate,
    TemplateCell,
)

MOST_SPACES = 400  # that an editor may add or take away in one cell
NEEDED = (*ANSWERS, CHECK, PROVIDED)  # the others may go, and nobody needs to know


@dataclass
class Matches:
    """For each template cell its cells among those handed in, by their numbers.

    `chosen` has the one that counts; `copies` the others; `by_content` the needed ones that
    were recognized without an id.
    """

    chosen: dict[str, int] = field(default_factory=dict)
    copies: dict[int, TemplateCell] = field(default_factory=dict)
    by_content: list[str] = field(default_factory=list)


def match_cells(cells: Sequence[SubmittedCell], template: LessonTemplate) -> Matches:
    """Match the handed-in cells with those of the template."""
    candidates = by_id(cells, template)
    matches = Matches()
    free = set(range(len(cells))) - {i for numbers in candidates.values() for i in numbers}
    for cell in template.cells:
        numbers = candidates[cell.id]
        if all(untouched(cells[i], cell) for i in numbers):
            recognized = by_content(cells, free, cell, has_id=bool(numbers))
            free -= set(recognized)
            if recognized and not numbers and cell.kind in NEEDED:
                matches.by_content.append(cell.id)
            numbers = numbers + recognized
        choose(matches, cells, cell, numbers)
    for cell in template.of_kind(WRITTEN):
        if cell.id not in matches.chosen and not no_answer_matched(matches, template):
            match_by_place(matches, cells, template, cell, free)
    return matches


def by_id(cells: Sequence[SubmittedCell], template: LessonTemplate) -> dict[str, list[int]]:
    """Return the numbers of the handed-in cells that carry each template cell's id."""
    numbers: dict[str, list[int]] = {cell.id: [] for cell in template.cells}
    for number, cell in enumerate(cells):
        known = next((id for id in (cell.grade_id, cell.id) if id in numbers), None)
        if known is not None:
            numbers[known].append(number)
    return numbers


def by_content(
    cells: Sequence[SubmittedCell], free: Iterable[int], cell: TemplateCell, *, has_id: bool
) -> list[int]:
    """Return the numbers of the cells without an id that are a template cell by their content.

    `has_id` says that another cell carries the template cell's id.
    """
    if cell.kind in (EXERCISE, QUESTION):
        defining = [i for i in sorted(free) if defines(cells[i], cell)]
        return defining or ([] if has_id else turned_to_text(cells, free, cell))
    if has_id:
        return []
    if cell.kind == WRITTEN:
        return [i for i in sorted(free) if same_prompt(cells[i], cell)]
    return [i for i in sorted(free) if untouched(cells[i], cell)][:1]


def turned_to_text(
    cells: Sequence[SubmittedCell], free: Iterable[int], cell: TemplateCell
) -> list[int]:
    """Return the numbers of the cells that define an answer's name but are not code any more."""
    texts = [
        i for i in sorted(free) if cells[i].cell_type != "code" and "```" not in cells[i].source
    ]
    return [i for i in texts if defines(SubmittedCell("code", cells[i].source), cell)]


def choose(
    matches: Matches, cells: Sequence[SubmittedCell], cell: TemplateCell, numbers: Sequence[int]
) -> None:
    """Choose the cell that counts: a changed one, which defines the name, the latest of those."""
    if not numbers:
        return

    def rank(number: int) -> tuple[bool, bool, int]:
        changed = cell.kind in ANSWERS and not untouched(cells[number], cell)
        place = number if changed else -number
        return changed, defines(cells[number], cell), place

    best = max(numbers, key=rank)
    matches.chosen[cell.id] = best
    matches.copies.update({number: cell for number in numbers if number != best})


def no_answer_matched(matches: Matches, template: LessonTemplate) -> bool:
    """Return True if no answer and no check was found: it is another notebook, then."""
    graded = template.of_kind(*ANSWERS, CHECK)
    return bool(graded) and not any(cell.id in matches.chosen for cell in graded)


def match_by_place(
    matches: Matches,
    cells: Sequence[SubmittedCell],
    template: LessonTemplate,
    cell: TemplateCell,
    free: set[int],
) -> None:
    """Take the one text that stands between the neighbours of a written answer for that answer.

    Where there are several, `misplaced_texts` shows them all.
    """
    position = template.cells.index(cell)
    before = [matches.chosen.get(other.id, -1) for other in template.cells[:position]]
    following = template.cells[position + 1 :]
    after = [matches.chosen.get(other.id, len(cells)) for other in following]
    start, end = max(before, default=-1), min(after, default=len(cells))
    texts = [i for i in sorted(free) if start < i < end and cells[i].cell_type == "markdown"]
    if len(texts) == 1:
        matches.chosen[cell.id] = texts[0]
        matches.by_content.append(cell.id)
        free.discard(texts[0])


def untouched(cell: SubmittedCell, template: TemplateCell) -> bool:
    """Return True if a cell is still as it was given out, but for spaces."""
    got, given = cell.source.strip(), template.source.strip()
    if got == given or got[:1] != given[:1]:
        return got == given
    return abs(len(got) - len(given)) <= MOST_SPACES and got.split() == given.split()


def defines(cell: SubmittedCell, template: TemplateCell) -> bool:
    """Return True if a code cell defines the name that an answer must define."""
    if cell.cell_type != "code" or not template.name:
        return False
    name = re.escape(template.name)
    if re.search(rf"^{name}\s*(:[^=\n]*)?=(?!=)", cell.source, re.MULTILINE):
        return True
    function = rf"^(async\s+)?def\s+{name}\s*\("
    return template.kind == EXERCISE and bool(re.search(function, cell.source, re.MULTILINE))


def same_prompt(cell: SubmittedCell, template: TemplateCell) -> bool:
    """Return True if a text begins with the prompt of a written question, but for its last part."""
    prompt = template.source.strip().rpartition("\n\n")[0]
    return bool(prompt) and cell.source.strip().startswith(prompt)
