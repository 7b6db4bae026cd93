"""Check one notebook of one's own, held against its lesson as that was given out."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from autograder import texts
from autograder.building.notebooks import student_notebook
from autograder.collecting.which import Assignments, assignments_of
from autograder.course.folder import CourseError
from autograder.course.lessons import lessons_of
from autograder.exercises import Exercise, load
from autograder.gradebook.result import GRADED, UNREADABLE, ExerciseResult
from autograder.grading.assignment import answer_key
from autograder.grading.notebook import GradedNotebook, grade_notebook
from autograder.judging.questions import load_questions
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.sandbox.fresh_process import FreshProcesses
from autograder.sandbox.warm_process import WarmProcess, can_fork
from autograder.student.checking import PUBLIC_SEED
from autograder.submissions.reading import UnreadableError, read_cells, read_content
from autograder.submissions.template import CHECK, LessonTemplate, load_template, read_template

__all__ = ["GRADED", "ExerciseResult", "GradedNotebook", "check"]

Lessons = Mapping[str, LessonTemplate]
Lesson = tuple[LessonTemplate, tuple[Note, ...]]  # as it was given out, and what to say of it


def check(
    notebook: str | os.PathLike[str],
    *,
    assignment: str = "",
    solutions: str | os.PathLike[str] | None = None,
) -> GradedNotebook:
    """Grade one notebook outside any course, with the cases that its own checks use.

    Parameters
    ----------
    notebook
        The file. What it holds tells which lesson it is, whatever its name and whatever was
        deleted.
    assignment
        The lesson, where the file does not tell.
    solutions
        The folder of the lessons' texts, by default the course's own.

    Returns
    -------
    GradedNotebook
        A result for each exercise, question and written answer, and notes in sentences.

    Raises
    ------
    CourseError
        Where it is no notebook of a lesson, or of another one than `assignment`.
    LessonError
        Where a lesson's text can't be read.
    WarmError
        Where no process can be started that runs it.

    Examples
    --------
    >>> checked = check(notebook, solutions=solutions)
    >>> [(result.id, result.points) for result in checked.exercises if result.passed is False]
    [('neuron.relu', 0.0)]

    """
    path = Path(notebook)
    content = read_content(path)
    try:
        read_cells(content)
    except UnreadableError as error:
        return GradedNotebook(UNREADABLE, notes=(Note(Cause.UNREADABLE, str(error)),))
    folder = Path(solutions) if solutions is not None else None
    template, notes = lesson_of(path, assignment, folder)
    key = answer_key(template, load(), PUBLIC_SEED)
    with WarmProcess() if can_fork() else FreshProcesses() as warm:
        graded = grade_notebook(content, template, key, warm=warm)
    return replace(graded, notes=(*notes, *graded.notes))


def lesson_of(notebook: Path, assignment: str = "", solutions: Path | None = None) -> Lesson:
    """Return the lesson that a notebook is of, as it was given out.

    Raises CourseError where that is not known.
    """
    exercises = load()
    lessons = given_out(exercises, solutions)
    if assignment and assignment not in lessons:
        raise CourseError(
            f"There is no lesson {assignment} here, only {', '.join(lessons) or 'none'}."
        )
    known = assignments_of(lessons)
    which = known.of(notebook, notebook.name, assignment)
    if which.assignment:
        notes = (which.note,) if which.note else ()
        return lessons[which.assignment], notes
    if lessons and not is_own_lesson(notebook, exercises, known):
        raise CourseError(f"{notebook} can't be checked: {which.why_not}.")
    return from_itself(notebook, exercises)


def given_out(exercises: Mapping[str, Exercise], solutions: Path | None = None) -> Lessons:
    """Return the lessons from their texts; none where an installation has none.

    The notebooks in `lessons` are no witness: a self-learner works in them.
    """
    if solutions is None and texts.solutions() is None:
        return {}
    return {
        lesson.slug: read_template(student_notebook(lesson), exercises)
        for lesson in lessons_of(solutions)
    }


def is_own_lesson(notebook: Path, exercises: Mapping[str, Exercise], known: Assignments) -> bool:
    """Return True if a notebook checks exercises of the course, but none of a known lesson."""
    try:
        checks = load_template(notebook, exercises).of_kind(CHECK)
    except CourseError:
        return False
    items = {cell.item for cell in checks}
    return bool(items & {*exercises, *load_questions()}) and not items & set(known.owner)


def from_itself(notebook: Path, exercises: Mapping[str, Exercise]) -> Lesson:
    """Take a notebook for its own lesson, and say what that leaves open.

    Raises CourseError where it holds no exercise of the course.
    """
    lesson = load_template(notebook, exercises)
    if not lesson.of_kind(CHECK):
        raise CourseError(f"{notebook} holds no exercise of the course: is it the right file?")
    said = say(
        "The lesson as it was given out is not here, so the file itself says what belongs to it; "
        "an answer in words can't be told from its question."
    )
    notes = (Note(Cause.OTHER, said), *missed(lesson, exercises))
    return lesson, notes


def missed(lesson: LessonTemplate, exercises: Mapping[str, Exercise]) -> Iterator[Note]:
    """Say which exercises and questions of its lesson a notebook does not hold."""
    lessons = {id: exercise.lesson for id, exercise in exercises.items()}
    lessons |= {id: question.lesson for id, question in load_questions().items()}
    held = {cell.item for cell in lesson.of_kind(CHECK)}
    slugs = {lessons[item] for item in held if item in lessons}
    gone = [id for id, slug in lessons.items() if slug in slugs and id not in held]
    if gone:
        text = say("These are not in the file and not counted: {ids}.", ids=", ".join(gone))
        yield Note(Cause.ANSWER_DELETED, text)
