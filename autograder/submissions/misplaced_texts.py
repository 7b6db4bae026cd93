"""Written answers that stand beside their cell: below or above it, in code, in a given text.

The cell of the answer holds nothing then. What stands near it is shown in it, and a person grades
it: to read a student's note costs a minute, to overlook an answer costs all of its points.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.submissions.matching import Matches, no_answer_matched
from autograder.submissions.prose_in_code import letters_in, reads_as_text
from autograder.submissions.reading import SubmittedCell
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.template import (
    ANSWERS,
    CHECK,
    CODE,
    DEMO,
    PROSE,
    WRITTEN,
    LessonTemplate,
    TemplateCell,
)

GRADED = (*ANSWERS, CHECK)
TEXT_STUB = "YOUR ANSWER HERE"
GIVEN_ID = re.compile(r"(text|demo)-\d+-[0-9a-f]{8}|provided-.*|.*-(prompt|check)")
REFERENCE = "attachment:{name}"


@dataclass(frozen=True)
class Text:
    """What was found beside an answer's cell, as markdown, with its pictures."""

    markdown: str
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def is_unwritten(source: str, given: str) -> bool:
    """Return True if a written answer's cell holds nothing but what it was given out with."""
    return not added_lines(source, given).strip()


def added_lines(source: str, given: str) -> str:
    """Return the lines of a cell that it was not given out with."""
    lines = lines_of(given)
    return "\n".join(line for line in source.splitlines() if line.strip() not in lines)


def misplaced_texts(
    cells: Sequence[SubmittedCell], matches: Matches, template: LessonTemplate
) -> dict[str, list[Text]]:
    """Return what stands beside each written answer whose own cell is empty, by its id."""
    if no_answer_matched(matches, template):
        return {}
    empty = [
        cell
        for cell in template.of_kind(WRITTEN)
        if cell.id not in matches.chosen
        or is_unwritten(cells[matches.chosen[cell.id]].source, cell.source)
    ]
    beside = Surroundings(cells, matches, template) if empty else None
    found = {cell.id: list(beside.texts(cell)) for cell in empty if beside is not None}
    return {id: texts for id, texts in found.items() if texts}


def show_in_place(
    repaired: Sequence[RepairedCell], texts: Mapping[str, Sequence[Text]]
) -> list[RepairedCell]:
    """Return the notebook with what stands beside an answer's cell written into it."""
    return [
        filled(cell, texts[cell.template.id])
        if cell.template is not None and cell.template.id in texts
        else cell
        for cell in repaired
    ]


def filled(cell: RepairedCell, texts: Sequence[Text]) -> RepairedCell:
    """Return a written answer's cell with the question, and below it the texts as its answer."""
    given = cell.template.source if cell.template is not None else ""
    attachments: dict[str, dict[str, str]] = {}
    parts = [given.replace(TEXT_STUB, "").strip()]
    parts += [with_pictures(text, attachments) for text in texts]
    source = "\n\n".join(part for part in parts if part)
    return replace(cell, source=source, attachments=attachments)


def with_pictures(text: Text, attachments: dict[str, dict[str, str]]) -> str:
    """Return a text and add its pictures to the others, under other names where they collide."""
    markdown = text.markdown
    for name, picture in text.attachments.items():
        free = next(new for new in names_like(name) if new not in attachments)
        attachments[free] = dict(picture)
        markdown = markdown.replace(REFERENCE.format(name=name), REFERENCE.format(name=free))
    return markdown


def names_like(name: str) -> Iterator[str]:
    """Yield a picture's name, then the same with one number after the other in front."""
    yield name
    number = 2
    while True:
        yield f"{number}-{name}"
        number += 1


@dataclass
class Surroundings:
    """The cells that were handed in, and what each counts as."""

    cells: Sequence[SubmittedCell]
    matches: Matches
    template: LessonTemplate
    counts_as: dict[int, TemplateCell] = field(init=False)
    given_lines: set[str] = field(init=False)

    def __post_init__(self) -> None:
        known = {cell.id: cell for cell in self.template.cells}
        chosen = {number: known[id] for id, number in self.matches.chosen.items()}
        self.counts_as = {**self.matches.copies, **chosen}
        self.given_lines = {line for cell in self.template.cells for line in lines_of(cell.source)}

    def texts(self, answer: TemplateCell) -> Iterator[Text]:
        """Yield what a student wrote between a written answer's neighbours, in order."""
        for number in self.between_neighbours(answer):
            if self.counts_as.get(number) != answer:
                text = self.text(number)
                if text is not None:
                    yield text

    def between_neighbours(self, answer: TemplateCell) -> range:
        """Return the numbers of the cells between the answers before and after a written one."""
        own: float = self.place(answer)
        if answer.id not in self.matches.chosen:
            own = max(map(self.place, self.earlier(answer)), default=-1) + 0.5
        others = [
            number
            for number, cell in self.counts_as.items()
            if cell.kind in GRADED and cell != answer
        ]
        start = max((number for number in others if number < own), default=-1)
        end = min((number for number in others if number > own), default=len(self.cells))
        return range(start + 1, end)

    def earlier(self, answer: TemplateCell) -> Iterator[TemplateCell]:
        """Yield the answers and checks before another one in the released notebook."""
        for cell in self.template.cells[: self.template.cells.index(answer)]:
            if cell.kind in GRADED:
                yield cell

    def place(self, cell: TemplateCell) -> int:
        """Return where a cell stands among those handed in, -1 if it does not."""
        return self.matches.chosen.get(cell.id, -1)

    def text(self, number: int) -> Text | None:
        """Return what a student wrote into one cell, None where that is nothing to be read."""
        cell, counts_as = self.cells[number], self.counts_as.get(number)
        source = self.own_source(cell) if counts_as is None else added_to(cell, counts_as)
        if cell.cell_type == "code":
            is_text = reads_as_text(source, self.given_lines)
            return Text(fenced(source)) if is_text else None
        is_text = bool(letters_in(source)) or bool(cell.attachments)
        return Text(source.strip(), cell.attachments) if is_text else None

    def own_source(self, cell: SubmittedCell) -> str:
        """Return what a cell of the student's own holds; nothing of one that was given out."""
        lines = lines_of(cell.source)
        is_given = GIVEN_ID.fullmatch(cell.id) or 2 * len(lines & self.given_lines) > len(lines)
        return "" if is_given else cell.source


def added_to(cell: SubmittedCell, given: TemplateCell) -> str:
    """Return what was added to a given text or demo; nothing where it was changed otherwise."""
    is_open = given.kind in (PROSE, DEMO, CODE)
    is_whole = lines_of(given.source) <= lines_of(cell.source)
    return added_lines(cell.source, given.source) if is_open and is_whole else ""


def lines_of(source: str) -> set[str]:
    """Return the lines of a cell, without the spaces around them and the empty ones."""
    return {line.strip() for line in source.splitlines()} - {""}


def fenced(code: str) -> str:
    """Return code as a block of markdown, whatever backticks it holds."""
    longest = max(map(len, re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code.strip(chr(10))}\n{fence}"
