"""What the submissions of one assignment are held against: the release, its answers, its rubrics.

A course keeps the answers to its own questions in its folder, so that the package which students
install need not hold them. Rubrics are read from the teacher's page of the lesson, so one that the
teacher has changed there is the one that graders see.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.building.rubrics import RUBRIC
from autograder.course.folder import Course, CourseError
from autograder.course.secret import seed_of_cases
from autograder.examining.answer_key import AnswerKey
from autograder.exercises import Exercise, load
from autograder.judging.exam import Exam, prepare
from autograder.judging.hidden import HiddenCases
from autograder.judging.questions import Question, load_questions, read_sealed
from autograder.sandbox.warm_process import Files
from autograder.student.checking import PUBLIC_SEED
from autograder.submissions.data_files import read_data_files
from autograder.submissions.template import CHECK, LessonTemplate, load_template

BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError)
ANSWER = re.compile(r"^### (\S+).*$", re.MULTILINE)
NEXT_PART = re.compile(r"^#{1,3} ", re.MULTILINE)


@dataclass(frozen=True)
class Assignment:
    """What the submissions of one assignment are held against."""

    template: LessonTemplate
    key: AnswerKey
    files: Files = ()
    rubrics: Mapping[str, str] = field(default_factory=dict)


def prepare_assignment(course: Course, name: str) -> Assignment:
    """Read the released notebook and work out the right and the misconceived answers, once."""
    exercises, path = load(), course.release(name)
    template = load_template(path, exercises)
    key = answer_key(
        template,
        exercises,
        course.seed,
        secret=course.secret,
        questions=questions_of(course, name),
        show_hidden_cases=course.show_hidden_cases,
    )
    return Assignment(template, key, read_data_files(path), rubrics_of(course, name))


def answer_key(
    template: LessonTemplate,
    exercises: Mapping[str, Exercise],
    seed: int,
    *,
    secret: bytes = b"",
    questions: Mapping[str, Question] | None = None,
    show_hidden_cases: bool = False,
) -> AnswerKey:
    """Prepare the exercises and questions that a released notebook checks.

    Without a secret the cases are those of the seed alone, as in the notebook's own check;
    `questions` are those of the package where none are given.
    """
    items = {cell.item for cell in template.of_kind(CHECK)}
    exams = {
        id: prepare(exercises[id], seed_of_cases(secret, seed, id))
        for id in items
        if id in exercises
    }
    known = load_questions() if questions is None else questions
    asked = {id: question for id, question in known.items() if id in items}
    return AnswerKey(exams, asked, hidden={} if show_hidden_cases else hidden_cases(exams))


def hidden_cases(exams: Mapping[str, Exam]) -> dict[str, HiddenCases]:
    """Put beside each exam the one of the notebook's own check, whose cases are no secret."""
    return {
        id: HiddenCases(exam, prepare(exam.exercise, PUBLIC_SEED)) for id, exam in exams.items()
    }


def questions_of(course: Course, assignment: str) -> dict[str, Question]:
    """Return every question by its id: those of the course as its folder has them.

    Raises CourseError where its file can't be read.
    """
    return {**load_questions(), **own_questions(course, assignment)}


def own_questions(course: Course, assignment: str) -> dict[str, Question]:
    """Return the questions in the course's own file; none in a course of an earlier version."""
    path = course.answers(assignment)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        own = read_sealed(text) if text else ()
    except BROKEN as error:
        reason = "it is no JSON" if isinstance(error, json.JSONDecodeError) else error
        raise CourseError(
            f"The answers to the questions in {path} can't be read: {reason}. Put the file back "
            "from a copy, or make it anew with `autograder course release`."
        ) from None
    return {question.id: question for question in own}


def rubrics_of(course: Course, assignment: str) -> dict[str, str]:
    """Return the rubrics of an assignment by the answer's id; none if graders shall see none."""
    page = course.teachers_page(assignment)
    if not course.show_rubrics or not page.is_file():
        return {}
    _, *parts = ANSWER.split(page.read_text(encoding="utf-8", errors="replace"))
    rubrics = {id: rubric_in(text) for id, text in zip(parts[::2], parts[1::2], strict=True)}
    return {id: rubric for id, rubric in rubrics.items() if rubric}


def rubric_in(text: str) -> str:
    """Return what stands below the heading of the rubric, up to the next part of the page."""
    return in_one_list(NEXT_PART.split(text.partition(f"\n{RUBRIC}")[2])[0].strip())


def in_one_list(rubric: str) -> str:
    r"""Return a rubric in which no bullet holds but a bullet, as older courses' pages have them.

    >>> in_one_list("- - 1 point: a.\n  - 2 points: b.\n  \n  Model answer: c.")
    '- 1 point: a.\n- 2 points: b.\n\nModel answer: c.'
    """
    if not rubric.startswith("- - "):
        return rubric
    return "\n".join(line.removeprefix("  ") for line in rubric.removeprefix("- ").splitlines())
