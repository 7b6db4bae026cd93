"""Fill one lesson's notebook in as one student would, and say what that is worth."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from nbformat import NotebookNode

from autograder.building.lesson import CodeExercise, Lesson, QuestionCell, WrittenCell
from autograder.building.nbcells import check_id, grade_id
from autograder.building.notebooks import WRITTEN_ANSWER, right_value
from autograder.building.solution import TEXT_STUB, solved
from autograder.exercises import Exercise
from autograder.exercises.alternatives import load_alternatives
from autograder.judging.exam import decide, prepare
from autograder.judging.questions import NUMBER
from autograder.simulation.answers import Answer, typed_in
from autograder.simulation.damage import ENDLESS_FUNCTION
from autograder.simulation.students import EMPTY, Choice, Student
from autograder.texts import Folder

TRUTH_SEED = 1  # another than the course's: the truth may not depend on the seed
ENDLESS = "def {name}(*arguments):\n    while True:\n        pass"


@dataclass(frozen=True)
class Answered:
    """The source typed into an answer's cell, empty where nothing is typed, and what it earns."""

    source: str
    share: float


Graded = CodeExercise | QuestionCell
Asking = Graded | WrittenCell


@dataclass(frozen=True)
class Submission:
    """A filled-in notebook, and the true points of each check cell."""

    notebook: NotebookNode
    points: Mapping[str, float]


@dataclass(frozen=True)
class Desk:
    """What the simulated students write from.

    `alternatives` are the right answers in other styles, `shares` what each misconception of
    each exercise is worth.
    """

    alternatives: Mapping[str, Mapping[str, Answer]]
    shares: Mapping[tuple[str, str], float]


def lay_out(exercises: Iterable[Exercise], folder: Folder) -> Desk:
    """Load the alternatives of `folder` and work out what each misconception is worth."""
    shares = {}
    for exercise in exercises:
        exam = prepare(exercise, TRUTH_SEED)
        for belief, answers in exam.beliefs:
            shares[exercise.id, belief] = decide(exam, answers).score
    return Desk(load_alternatives(folder), shares)


def fill_in(unsolved: NotebookNode, lesson: Lesson, student: Student, desk: Desk) -> Submission:
    """Return the notebook of one student, made from the unsolved one, with its true points."""
    notebook = copy.deepcopy(unsolved)
    by_id = {cell.id: cell for cell in notebook.cells}
    points = {}
    for cell in lesson.cells:
        if isinstance(cell, Asking):
            answered = answer_to(cell, student, desk)
            if answered.source:
                by_id[grade_id(cell.id)].source = answered.source
            if isinstance(cell, Graded):
                points[check_id(cell.id)] = round(worth(cell) * answered.share, 2)
    return Submission(notebook, points)


def worth(cell: Graded) -> float:
    """Return the points of a right answer."""
    return cell.exercise.points if isinstance(cell, CodeExercise) else cell.points


def answer_to(cell: Asking, student: Student, desk: Desk) -> Answered:
    """Return what the student answers."""
    if isinstance(cell, CodeExercise):
        return answer_exercise(cell, student, desk)
    if isinstance(cell, QuestionCell):
        return answer_question(cell, student)
    return answer_written(cell, student)


def answer_exercise(cell: CodeExercise, student: Student, desk: Desk) -> Answered:
    """Return the student's code for an exercise."""
    choice = student.choices[cell.id]
    name = cell.exercise.name
    if student.damage == ENDLESS_FUNCTION and cell.id == list(student.choices)[1]:
        return Answered(ENDLESS.format(name=name), 0.0)
    if choice.kind == EMPTY:
        return Answered("", 0.0)
    if choice.kind == "misconception":
        return believed(cell.exercise, choice.name, desk)
    if choice.kind == "style":
        return styled(cell, desk.alternatives.get(cell.id, {}), choice)
    return Answered(solved(cell.code), 1.0)


def believed(exercise: Exercise, belief: str, desk: Desk) -> Answered:
    """Return the code of somebody who holds a misconception."""
    held = next(
        misconception for misconception in exercise.misconceptions if misconception.id == belief
    )
    source = typed_in(held.answer, exercise.name, reference=exercise.reference)
    return Answered(source, desk.shares[exercise.id, belief])


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
