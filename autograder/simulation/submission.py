"""Fill one lesson's notebook in as one student would, and say what that is worth."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from nbformat import NotebookNode

from autograder.building.lesson import CodeExercise, Lesson, QuestionCell, WrittenCell
from autograder.building.nbcells import check_id, grade_id
from autograder.building.notebooks import WRITTEN_ANSWER, right_value, student_notebook
from autograder.building.solution import TEXT_STUB, solved
from autograder.exercises import Exercise
from autograder.judge import judge
from autograder.questions import NUMBER
from autograder.simulation.answers import Answer, typed_in
from autograder.simulation.damage import ENDLESS_FUNCTION
from autograder.simulation.students import EMPTY, Choice, Student

TRUTH_SEED = 1  # another than the course's: the truth may not depend on the seed
ENDLESS = "def {name}(*arguments):\n    while True:\n        pass"
Alternatives = Mapping[str, Mapping[str, Answer]]


@dataclass(frozen=True)
class Answered:
    """The source typed into an answer's cell, and the share of the points that it is worth."""

    source: str
    share: float


@dataclass(frozen=True)
class Submission:
    """A filled-in notebook, and the true points of each check cell."""

    notebook: NotebookNode
    points: Mapping[str, float]


def fill_in(lesson: Lesson, student: Student, alternatives: Alternatives) -> Submission:
    """Return the notebook of one student for one lesson, with its true points."""
    notebook = student_notebook(lesson)
    by_id = {cell.id: cell for cell in notebook.cells}
    points = {}
    for cell in lesson.cells:
        answered = answer_to(cell, student, alternatives)
        if answered is None:
            continue
        if answered.source:
            by_id[grade_id(cell.id)].source = answered.source
        if not isinstance(cell, WrittenCell):
            worth = cell.exercise.points if isinstance(cell, CodeExercise) else cell.points
            points[check_id(cell.id)] = round(worth * answered.share, 2)
    return Submission(notebook, points)


def answer_to(cell: object, student: Student, alternatives: Alternatives) -> Answered | None:
    """Return what the student answers to a cell of the lesson, None where nothing is asked."""
    match cell:
        case CodeExercise():
            return answer_exercise(cell, student, alternatives)
        case QuestionCell():
            return answer_question(cell, student)
        case WrittenCell():
            return answer_written(cell, student)
    return None


def answer_exercise(cell: CodeExercise, student: Student, alternatives: Alternatives) -> Answered:
    """Return the student's code for an exercise."""
    choice = student.choices[cell.id]
    name = cell.exercise.name
    if student.damage == ENDLESS_FUNCTION and cell.id == list(student.choices)[1]:
        return Answered(ENDLESS.format(name=name), 0.0)
    if choice.kind == EMPTY:
        return Answered("", 0.0)
    if choice.kind == "misconception":
        return believed(cell.exercise, choice.name)
    if choice.kind == "style":
        return styled(cell, alternatives.get(name, {}), choice)
    return Answered(solved(cell.code), 1.0)


def believed(exercise: Exercise, belief: str) -> Answered:
    """Return the code of somebody who holds a misconception."""
    held = next(one for one in exercise.misconceptions if one.id == belief)
    share = judge(exercise, held, seed=TRUTH_SEED).score
    return Answered(typed_in(held.answer, exercise.name), share)


def styled(cell: CodeExercise, styles: Mapping[str, Answer], choice: Choice) -> Answered:
    """Return a right answer in a style, or the lesson's own where there is none in that style."""
    answer = next((styles[style] for style in styles if choice.name in style), None)
    source = typed_in(answer, cell.exercise.name) if answer else solved(cell.code)
    return Answered(source, 1.0)


def answer_question(cell: QuestionCell, student: Student) -> Answered:
    """Return a right answer as often as the student knows, else a wrong option."""
    rng = np.random.default_rng([*student.name.encode(), *cell.id.encode()])
    if student.questions_right == 0:
        return Answered("", 0.0)
    if rng.random() < student.questions_right:
        return Answered(f"{cell.name} = {right_value(cell)}", 1.0)
    wrong = [option.answer for option in cell.options if not option.right]
    value = wrong[rng.integers(len(wrong))]
    return Answered(f"{cell.name} = {value if cell.kind == NUMBER else repr(value)}", 0.0)


def answer_written(cell: WrittenCell, student: Student) -> Answered:
    """Return some words of the student's own; whoever did nothing wrote nothing."""
    text = WRITTEN_ANSWER if student.questions_right else TEXT_STUB
    return Answered(f"{cell.prompt}\n\n{text}", 0.0)
