"""Questions with one right answer, a letter or a number, and the verdict on an answer."""

import json
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.exercises.discovery import built_lessons
from autograder.judging.answers import read_letter, read_number
from autograder.judging.compare import TYPE, VALUE
from autograder.judging.finding import Finding
from autograder.judging.plain import Foreign, Plain, to_plain
from autograder.judging.seal import Opened, SealedAnswer, require_known, unseal
from autograder.judging.verdict import NOT_STARTED, RIGHT, UNJUDGED, Verdict
from autograder.judging.wording.outcomes import our_fault
from autograder.judging.wording.questions import not_here, question_not_started, unknown_number
from autograder.messages import Sentence

CHOICE = "choice"
NUMBER = "number"
LETTERS = "abcdefghij"
NOT_ANSWERED = Foreign(type(...).__name__)


@dataclass(frozen=True)
class Question:
    """One question of the course.

    Parameters
    ----------
    id
        "topic.name", never renumbered and never translated.
    name
        The variable that takes the answer.
    lesson
        The lesson's file name without its ending.
    points
        What the right answer earns.
    covers
        The rows of the curriculum that it asks for.
    kind
        "choice" or "number".
    options
        The texts of the options a), b), c) …; empty for a number.
    decimals
        To how many decimals a number is compared.
    sealed
        What the question says about each answer that it knows, hidden; empty where that is known
        only to whoever grades.

    """

    id: str
    name: str
    lesson: str
    points: float
    covers: tuple[str, ...]
    kind: str
    options: tuple[str, ...]
    decimals: int
    sealed: tuple[SealedAnswer, ...]


def load_questions() -> dict[str, Question]:
    """Return every question by its id, in the order of the lessons."""
    lessons = map(read_sealed, built_lessons())
    return {question.id: question for questions in lessons for question in questions}


def read_sealed(text: str) -> tuple[Question, ...]:
    """Read the questions of one lesson from the JSON that the build writes.

    Raises SealError where another version of the course sealed them.
    """
    data = json.loads(text)
    require_known(data.get("format"), data["lesson"])
    return tuple(read_question(data["lesson"], question) for question in data["questions"])


def read_question(lesson: str, data: dict[str, Any]) -> Question:
    """Read one question from its plain data."""
    sealed = tuple(
        SealedAnswer(bytes.fromhex(entry["tag"]), bytes.fromhex(entry["hidden"]))
        for entry in data["sealed"]
    )
    tuples = {"covers": tuple(data["covers"]), "options": tuple(data["options"])}
    return Question(**{**data, **tuples, "lesson": lesson, "sealed": sealed})


def judge_question(question: Question, answer: object) -> Verdict:
    """Judge an answer: a letter, a number, or `...` where there is none yet.

    It never raises for what the answer is. A wrong option or a known wrong number comes back as
    the misconception `option_b` or `answer_12` with its own sentence.
    """
    value = plain_answer(answer)
    verdict = unfit(question, value)
    if verdict is not None:
        return verdict
    if not question.sealed:
        return Verdict(None, 0.0, UNJUDGED, finding=Finding(not_here(question.id)))
    canonical = str(canonical_answer(question, value))
    try:
        opened = unseal(question.id, question.sealed, canonical)
    except Exception as error:  # a damaged seal is our fault, never the student's
        return Verdict(None, 0.0, UNJUDGED, finding=Finding(our_fault(question.id, error)))
    return decided(question, canonical, opened)


def unfit(question: Question, answer: object) -> Verdict | None:
    """Return the verdict on what can be no answer, by its form alone; None for what can be one."""
    value = plain_answer(answer)
    if value is None or (isinstance(value, Foreign) and value == NOT_ANSWERED):
        finding = Finding(question_not_started(question.name))
        return Verdict(False, 0.0, NOT_STARTED, finding=finding)
    canonical = canonical_answer(question, value)
    if isinstance(canonical, Sentence):
        return Verdict(False, 0.0, TYPE, finding=Finding(canonical))
    return None


def plain_answer(answer: object) -> Plain:
    """Return an answer as plain data, which it is already where the worker sent it."""
    return answer if isinstance(answer, Foreign) else to_plain(answer)


def decided(question: Question, canonical: str, opened: Opened | None) -> Verdict:
    """Turn what the question says about an answer into a verdict."""
    if opened is None:
        finding = Finding(unknown_number(canonical, question.decimals))
        return Verdict(False, 0.0, VALUE, finding=finding)
    finding = Finding(Sentence(opened.sentence))
    if opened.right:
        return Verdict(True, 1.0, RIGHT, finding=finding)
    belief = f"option_{canonical}" if question.kind == CHOICE else f"answer_{canonical}"
    return Verdict(False, 0.0, VALUE, belief, finding)


def letters(question: Question) -> tuple[str, ...]:
    """Return the letters of the options."""
    return tuple(LETTERS[: len(question.options)])


def canonical_answer(question: Question, value: Plain) -> str | Sentence:
    """Return the one text that stands for all equal answers, or what to write instead."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    if question.kind == CHOICE:
        return read_letter(value, question.name, letters(question), question.options)
    number = read_number(value, question.name)
    return number if isinstance(number, Sentence) else canonical_number(number, question.decimals)


def canonical_number(value: float, decimals: int) -> str:
    """Return a number's text, rounded to `decimals`.

    Raises ValueError if it is not finite.

    >>> canonical_number(0.6408, 2), canonical_number(-0.001, 1), canonical_number(17, 0)
    ('0.64', '0.0', '17')
    """
    try:
        number = float(value)
    except OverflowError:
        raise ValueError("the number is too large") from None
    if not math.isfinite(number):
        raise ValueError(f"{number} is not finite")
    text = f"{number:.{decimals}f}"
    return text.removeprefix("-") if float(text) == 0 else text
