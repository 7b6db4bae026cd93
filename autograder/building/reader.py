"""Read a lesson's text into the model, and name every mistake in it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from autograder.building import question_text
from autograder.building.errors import LessonError
from autograder.building.exercise_code import check_code, check_exercise
from autograder.building.lesson import (
    Cell,
    CodeExercise,
    Demo,
    Lesson,
    Plain,
    Prose,
    Provided,
    QuestionCell,
    WrittenCell,
)
from autograder.building.markers import RawCell, read_cells
from autograder.building.unique import check_course, check_lesson
from autograder.exercises.model import Exercise
from autograder.texts import Folder, python_files

FILE_NAME = re.compile(r"(\d\d|[A-Z])_[a-z0-9_]+\.py")
RUBRIC = re.compile(r"^> Rubric:?[ \t]*$", re.MULTILINE)
Exercises = Mapping[str, Exercise]


def read_lessons(folder: Folder, exercises: Exercises) -> tuple[Lesson, ...]:
    """Read every lesson of a folder, in order.

    Raises LessonError for the first mistake.
    """
    files = python_files(folder)
    if not files:
        rule = "There is no lesson here."
        raise LessonError(str(folder), 0, rule, "Name the folder that holds NN_slug.py files.")
    lessons = tuple(read_file(file, exercises) for file in files)
    check_course(lessons)
    return lessons


def read_file(file: Folder, exercises: Exercises) -> Lesson:
    """Read one lesson from its file."""
    if not FILE_NAME.fullmatch(file.name):
        rule = "The name is not that of a lesson."
        raise LessonError(str(file), 0, rule, "Call it NN_slug.py, for example 01_neuron.py.")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        rule = "The text is not in UTF-8."
        raise LessonError(str(file), line, rule, "Save it in that encoding.") from None
    return read_lesson(text, file.stem, exercises, str(file))


def read_lesson(text: str, slug: str, exercises: Exercises, file: str = "") -> Lesson:
    """Read one lesson from its text; `file` is the name that errors show."""
    file = file or f"{slug}.py"
    cells = tuple(read_cell(raw, slug, exercises, file) for raw in read_cells(text, file))
    first = cells[0] if cells else None
    if not isinstance(first, Prose) or not first.text.startswith("# "):
        rule = "The lesson does not begin with its title."
        raise LessonError(file, 1, rule, "Begin with a markdown cell whose first line is '# # …'.")
    lesson = Lesson(slug, file, cells)
    check_lesson(lesson)
    return lesson


def read_cell(raw: RawCell, slug: str, exercises: Exercises, file: str) -> Cell:
    """Turn one cell of the text into the model."""
    if raw.markdown:
        return read_markdown(raw, file)
    check_code(raw, file)
    if raw.kind == "exercise":
        return read_exercise(raw, slug, exercises, file)
    if raw.kind == "provided":
        return Provided(raw.id, raw.source, raw.covers, raw.line)
    kind = Demo if raw.kind == "demo" else Plain
    return kind(raw.source, raw.covers, raw.line)


def read_markdown(raw: RawCell, file: str) -> Cell:
    """Turn prose, a question or a written question into the model."""
    if raw.kind == "question":
        return read_question(raw, file)
    if raw.kind == "written":
        return read_written(raw, file)
    return Prose(raw.source, raw.covers, raw.line)


def read_exercise(raw: RawCell, slug: str, exercises: Exercises, file: str) -> CodeExercise:
    """Join the solved cell with the exercise's data."""
    exercise = exercises.get(raw.id)
    if exercise is None:
        rule = f"There is no exercise '{raw.id}'."
        advice = "Correct the id, or define the exercise in autograder/exercises."
        raise LessonError(file, raw.line, rule, advice)
    check_exercise(raw, exercise, file)
    return CodeExercise(replace(exercise, lesson=slug), raw.source, raw.covers, raw.line)


def read_question(raw: RawCell, file: str) -> QuestionCell:
    """Read a question with its options."""
    decimals = raw.attributes.get("decimals")
    try:
        prompt, kind, options = question_text.parse_question(raw.source, decimals)
    except question_text.QuestionError as error:
        raise LessonError(file, raw.line, f"Question '{raw.id}':", str(error)) from None
    points = raw.attributes["points"]
    return QuestionCell(raw.id, prompt, kind, options, decimals or 0, points, raw.covers, raw.line)


def read_written(raw: RawCell, file: str) -> WrittenCell:
    """Part a written question from its rubric."""
    prompt, *rubric = RUBRIC.split(raw.source)
    lines = [line.strip() for line in "".join(rubric).splitlines()]
    if len(rubric) != 1 or not prompt.strip() or not any(line.strip("> ") for line in lines):
        rule = f"The written question '{raw.id}' needs a prompt and then one rubric."
        advice = "End the cell with a quotation whose first line is '> Rubric'."
        raise LessonError(file, raw.line, rule, advice)
    stray = [line for line in lines if line and not line.startswith(">")]
    if stray:
        rule = f"The line {stray[0]!r} follows the rubric of '{raw.id}' and would show it."
        raise LessonError(file, raw.line, rule, "Begin every line of the rubric with '>'.")
    text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines).strip()
    return WrittenCell(raw.id, prompt.strip(), text, raw.attributes["points"], raw.covers, raw.line)
