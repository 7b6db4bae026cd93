"""What a page says about each exercise, question and written answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from autograder.exercises import Exercise
from autograder.feedback.autograded import Answer, Autograded
from autograder.feedback.sections import Section
from autograder.feedback.written import as_html
from autograder.gradebook.read_grades import CellPoints
from autograder.gradebook.result import ExerciseResult
from autograder.gradebook.totals import Total
from autograder.judging.finding import NO_FINDING, Finding
from autograder.judging.verdict import NOT_DEFINED, NOT_STARTED
from autograder.messages import translated
from autograder.submissions.template import (
    ANSWERS,
    PROSE,
    QUESTION,
    WRITTEN,
    LessonTemplate,
    TemplateCell,
)

RIGHT, PARTLY, WRONG = "right", "partly", "wrong"
TODO, WAITS, GIVEN = "todo", "waits", "given"  # not begun; a person is to give points; has given
EMPTY = Markup()
PLACEHOLDER = "YOUR ANSWER HERE"


@dataclass(frozen=True)
class Item:
    """One exercise, question or written answer as its student sees it.

    Parameters
    ----------
    id, name
        "topic.name", and the name that the student defines.
    state
        RIGHT, PARTLY, WRONG, TODO, WAITS or GIVEN.
    points, max_points, extra_credit
        What it earned, extra credit included, of how many points.
    section
        Where it stands in the lesson.
    written, question
        What kind it is; an exercise is neither.
    finding, named
        What was found, without anything of a hidden case, and whether a belief was named.
    hint
        The first hint that the page does not give away otherwise.
    prompt, code, prose
        What was asked, and the answer: as code, or as a written text.
    comment
        What a grader wrote.

    """

    id: str
    name: str
    state: str
    points: float
    max_points: float
    section: Section
    extra_credit: float = 0.0
    written: bool = False
    question: bool = False
    finding: Finding = NO_FINDING
    named: bool = False
    hint: str = ""
    prompt: Markup = EMPTY
    code: str = ""
    prose: Markup = EMPTY
    comment: str = ""

    @property
    def belief(self) -> str:
        """What the answer seems to do, where a belief was named."""
        return str(self.finding.meaning) if self.named else ""

    @property
    def meaning(self) -> str:
        """What was found, where no belief was named."""
        return "" if self.named else str(self.finding.meaning)

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1, whatever extra credit was given."""
        if not self.max_points:
            return 1.0 if self.points else 0.0
        return min(1.0, max(0.0, self.points / self.max_points))


@dataclass(frozen=True)
class LessonContext:
    """What the pages of one assignment have in common."""

    name: str
    title: str
    template: LessonTemplate
    sections: Mapping[str, Section]
    exercises: Mapping[str, Exercise]

    @cached_property
    def answer_cells(self) -> Mapping[str, TemplateCell]:
        """The cells in which something is answered, by the exercise's or question's id."""
        return {cell.item: cell for cell in self.template.of_kind(*ANSWERS)}

    @cached_property
    def prompts(self) -> Mapping[str, Markup]:
        """What each question and written answer asks, by its id, for the page."""
        asked = {item: self.prompt(cell) for item, cell in self.answer_cells.items()}
        return {item: as_html(text, {}) for item, text in asked.items() if text}

    def prompt(self, cell: TemplateCell) -> str:
        """Return what a question or a written answer asks."""
        if cell.kind == WRITTEN:
            return cell.source.replace(PLACEHOLDER, "").strip()
        prompts = (
            prose.source
            for prose in self.template.of_kind(PROSE)
            if prose.id == f"{cell.id}-prompt"
        )
        return next(prompts, "")


def items_of(total: Total, lesson: LessonContext, autograded: Autograded) -> tuple[Item, ...]:
    """Return everything that a submission was graded on, in the order of the lesson."""
    cells = total.cells
    return tuple(
        item(result, cells.get(result.cell, CellPoints()), total, lesson, autograded)
        for result in total.result.exercises
    )


def item(
    result: ExerciseResult,
    points: CellPoints,
    total: Total,
    lesson: LessonContext,
    autograded: Autograded,
) -> Item:
    """Put together what is said about one answer."""
    cell = lesson.answer_cells.get(result.id)
    comments = total.grades.comments
    answer = autograded.answers.get(cell.id, Answer("")) if cell else Answer("")
    prompt = lesson.prompt(cell) if cell else ""
    return Item(
        result.id,
        cell.name if cell else result.id,
        state_of(result, points),
        points.points,
        result.max_points,
        lesson.sections.get(result.id, Section("", "")),
        points.extra_credit,
        result.by_hand,
        cell is not None and cell.kind == QUESTION,
        result.finding,
        result.names_belief,
        hint_of(lesson.exercises.get(result.id), result.finding, cell),
        lesson.prompts.get(result.id, EMPTY),
        "" if result.by_hand else answer.source,
        written_answer(answer, prompt) if result.by_hand else EMPTY,
        comments.get(result.cell) or comments.get(cell.id if cell else "", ""),
    )


def state_of(result: ExerciseResult, points: CellPoints) -> str:
    """Return how an answer stands, for a first glance."""
    if points.waits:
        return WAITS
    if points.by_hand is not None:
        return GIVEN
    if result.kind in (NOT_STARTED, NOT_DEFINED):
        return TODO
    if result.passed:
        return RIGHT
    return PARTLY if points.points > 0 else WRONG


def hint_of(exercise: Exercise | None, finding: Finding, cell: TemplateCell | None) -> str:
    """Return the first hint that neither the finding nor the exercise itself gives away."""
    given_away = f"{finding.meaning}\n{cell.source if cell else ''}"
    hints = exercise.hints if exercise else ()
    return next((hint for text in hints if (hint := translated(text)) not in given_away), "")


def written_answer(answer: Answer, prompt: str) -> Markup:
    """Return a written answer without the question that stands above it in the same cell."""
    own = answer.source.replace(PLACEHOLDER, "").strip()
    return as_html(own.removeprefix(prompt).strip(), answer.attachments)
