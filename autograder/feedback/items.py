"""What a page says about each exercise, question and written answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from autograder.exercises import Exercise
from autograder.feedback.autograded import Answer, Autograded
from autograder.feedback.sections import Section
from autograder.feedback.told import Told, read_told
from autograder.feedback.written import as_html
from autograder.gradebook.read_grades import CellPoints
from autograder.gradebook.result import ExerciseResult
from autograder.gradebook.totals import Total
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
    told
        What was found, without anything of a hidden case.
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
    told: Told = field(default_factory=Told)
    hint: str = ""
    prompt: Markup = EMPTY
    code: str = ""
    prose: Markup = EMPTY
    comment: str = ""

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1, whatever extra credit was given."""
        if not self.max_points:
            return 1.0 if self.points else 0.0
        return min(1.0, max(0.0, self.points / self.max_points))


@dataclass(frozen=True)
class Lesson:
    """What the pages of one assignment have in common."""

    name: str
    title: str
    template: LessonTemplate
    sections: Mapping[str, Section]
    exercises: Mapping[str, Exercise]

    @cached_property
    def answer_cells(self) -> Mapping[str, TemplateCell]:
        """The cells in which something is answered, by the exercise's or question's id."""
        return {one.item: one for one in self.template.of_kind(*ANSWERS)}

    @cached_property
    def prompts(self) -> Mapping[str, Markup]:
        """What each question and written answer asks, by its id, for the page."""
        asked = {item: self.prompt(cell) for item, cell in self.answer_cells.items()}
        return {item: as_html(text, {}) for item, text in asked.items() if text}

    def prompt(self, cell: TemplateCell) -> str:
        """Return what a question or a written answer asks."""
        if cell.kind == WRITTEN:
            return cell.source.replace(PLACEHOLDER, "").strip()
        asked = [one for one in self.template.of_kind(PROSE) if one.id == f"{cell.id}-prompt"]
        return asked[0].source if asked else ""


def items_of(total: Total, lesson: Lesson, autograded: Autograded) -> tuple[Item, ...]:
    """Return everything that a submission was graded on, in the order of the lesson."""
    cells = total.cells
    return tuple(
        item(one, cells.get(one.cell, CellPoints()), total, lesson, autograded)
        for one in total.result.exercises
    )


def item(
    result: ExerciseResult,
    points: CellPoints,
    total: Total,
    lesson: Lesson,
    autograded: Autograded,
) -> Item:
    """Put together what is said about one answer."""
    cell = lesson.answer_cells.get(result.id)
    comments = total.grades.comments
    told = told_of(result, autograded, lesson.exercises.get(result.id))
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
        told,
        hint_of(lesson.exercises.get(result.id), told, cell),
        lesson.prompts.get(result.id, EMPTY),
        "" if result.by_hand else answer.source,
        written_answer(answer, prompt) if result.by_hand else EMPTY,
        comments.get(result.cell) or comments.get(cell.id if cell else "", ""),
    )


def state_of(result: ExerciseResult, points: CellPoints) -> str:
    """Tell at one glance how an answer stands."""
    if points.waits:
        return WAITS
    if points.by_hand is not None:
        return GIVEN
    if result.kind in (NOT_STARTED, NOT_DEFINED):
        return TODO
    if result.passed:
        return RIGHT
    return PARTLY if points.points > 0 else WRONG


def told_of(result: ExerciseResult, autograded: Autograded, exercise: Exercise | None) -> Told:
    """Return what was found, from the card that students may read; a belief is no secret."""
    if result.by_hand:
        return Told()
    message = autograded.messages.get(result.cell, "")
    told = read_told(message, named=result.misconception is not None)
    if told.belief or not result.misconception or exercise is None:
        return told
    known = {one.id: one.sentence for one in exercise.misconceptions}
    return Told(translated(known.get(result.misconception, "")), told.case, told.meaning)


def hint_of(exercise: Exercise | None, told: Told, cell: TemplateCell | None) -> str:
    """Return the first hint that neither the finding nor the exercise itself gives away."""
    said = f"{told.belief}\n{told.meaning}\n{cell.source if cell else ''}"
    hints = exercise.hints if exercise else ()
    return next((hint for one in hints if (hint := translated(one)) not in said), "")


def written_answer(answer: Answer, prompt: str) -> Markup:
    """Return a written answer without the question that stands above it in the same cell."""
    own = answer.source.replace(PLACEHOLDER, "").strip()
    return as_html(own.removeprefix(prompt).strip(), answer.attachments)
