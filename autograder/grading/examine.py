"""One verdict for one exercise or question: look at what the worker has, then judge outside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from autograder import messages
from autograder.grading.replies import CellReport, Fetched, NotAFunction, Undefined
from autograder.grading.sentences import cell_error, cell_fault, function_fault, other_fault
from autograder.grading.session import Fault, Session
from autograder.grading.template import TemplateCell
from autograder.judge import Exam, could_not_judge, decide, missing
from autograder.questions import Question, judge_question
from autograder.verdict import NOT_CALLABLE, RAISED, UNJUDGED, Verdict

Outcome = CellReport | Fault
JudgeQuestion = Callable[[Question, object], Verdict]


@dataclass(frozen=True)
class AnswerKey:
    """What answers are judged by: the prepared exercises and the questions, by their ids."""

    exams: Mapping[str, Exam]
    questions: Mapping[str, Question]
    judge_question: JudgeQuestion = judge_question


def is_defined(session: Session, name: str) -> bool:
    """Tell whether the student's code has defined a name by now; if unsure, that it has."""
    return not isinstance(session.fetch(name), Undefined)


def examine(
    session: Session, answer: TemplateCell, key: AnswerKey, outcome: Outcome | None
) -> tuple[Verdict, Fault | None]:
    """Return the verdict on one answer, and the fault that kept it from answering.

    `outcome` is what its own cell did when it ran, if there was one.
    """
    if answer.item in key.exams:
        return examine_function(session, key.exams[answer.item], outcome)
    if answer.item in key.questions:
        return examine_value(session, key.questions[answer.item], key, outcome)
    return unknown(answer.item), None


def examine_function(
    session: Session, exam: Exam, outcome: Outcome | None
) -> tuple[Verdict, Fault | None]:
    """Observe a function in the worker and decide outside it."""
    exercise = exam.exercise
    try:
        seen: Any = session.observe(exercise.name, exam.calls)
        if isinstance(seen, Fault):
            return failed(seen.kind, function_fault(exam, seen)), seen
        if isinstance(seen, Undefined):
            return undefined(exercise.name, outcome) or missing(exercise), None
        if isinstance(seen, NotAFunction):
            message = messages.not_callable(exercise, seen.type_name)
            return failed(NOT_CALLABLE, message), None
        return decide(exam, seen), None
    except ValueError as error:  # an argument of ours that cannot be sent
        return could_not_judge(exercise, error), None


def examine_value(
    session: Session, question: Question, key: AnswerKey, outcome: Outcome | None
) -> tuple[Verdict, Fault | None]:
    """Fetch the answer to a question and judge it outside the worker."""
    seen = session.fetch(question.name)
    if isinstance(seen, Fault):
        return failed(seen.kind, other_fault(seen)), seen
    if isinstance(seen, Fetched):
        return key.judge_question(question, seen.value), None
    return undefined(question.name, outcome) or key.judge_question(question, None), None


def undefined(name: str, outcome: Outcome | None) -> Verdict | None:
    """Return the verdict on a name that its own cell kept from being defined."""
    if isinstance(outcome, Fault):
        return failed(outcome.kind, cell_fault(name, outcome))
    if outcome is not None and outcome.error is not None:
        return failed(RAISED, cell_error(name, outcome.error))
    return None


def failed(kind: str, message: str) -> Verdict:
    """Return the verdict on what gave no answer."""
    return Verdict(False, 0.0, kind, message=message, meaning=message)


def unknown(item: str) -> Verdict:
    """Return the third verdict for an id that this course does not know: our fault."""
    message = messages.say(
        "This answer could not be judged, and that is our fault: {id} is in the released notebook "
        "but not in the course. It costs you nothing.",
        id=item,
    )
    return Verdict(None, 0.0, UNJUDGED, message=message)
