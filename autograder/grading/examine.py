"""One verdict for one exercise or question: look at what the worker has, then judge outside it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from autograder import messages
from autograder.borrowed import name_of
from autograder.grading.hidden import HiddenCases, in_own_lines, with_shown
from autograder.grading.replies import CellReport, Fetched, NotAFunction, Observed, Undefined
from autograder.grading.sentences import (
    cell_error,
    cell_fault,
    function_fault,
    hidden_function_fault,
    other_fault,
)
from autograder.grading.session import Fault, Session
from autograder.grading.template import TemplateCell
from autograder.grading.wire import ProtocolError
from autograder.judge import Exam, could_not_judge, decide, missing
from autograder.observe import Observation
from autograder.questions import Question, judge_question
from autograder.verdict import NOT_CALLABLE, RAISED, UNJUDGED, Verdict

QUICK = 1.0  # seconds in which an answer that is tried a second time must have answered
Outcome = CellReport | Fault
JudgeQuestion = Callable[[Question, object], Verdict]


@dataclass(frozen=True)
class AnswerKey:
    """What answers are judged by: the prepared exercises and the questions, by their ids.

    `hidden` has the exercises whose cases made from the seed no student may see.
    """

    exams: Mapping[str, Exam]
    questions: Mapping[str, Question]
    judge_question: JudgeQuestion = judge_question
    hidden: Mapping[str, HiddenCases] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """The verdict on one answer, and the fault that kept it from answering, if one did."""

    verdict: Verdict
    fault: Fault | None = None


def examine(session: Session, answer: TemplateCell, key: AnswerKey) -> Found | None:
    """Return what was found of one answer; None where its name is not defined by now."""
    if answer.item in key.exams:
        return examine_function(session, key.exams[answer.item], key.hidden.get(answer.item))
    if answer.item in key.questions:
        return examine_value(session, key.questions[answer.item], key)
    return Found(unknown(answer.item))


def examine_absent(answer: TemplateCell, key: AnswerKey, outcome: Outcome | None) -> Found:
    """Return the verdict on a name that is not defined; `outcome` is what its own cell did."""
    if isinstance(outcome, Fault):
        return Found(failed(outcome.kind, cell_fault(answer.name, outcome)))
    if outcome is not None and outcome.error is not None:
        return Found(failed(RAISED, cell_error(answer.name, outcome.error)))
    if answer.item in key.exams:
        return Found(missing(key.exams[answer.item].exercise))
    return Found(key.judge_question(key.questions[answer.item], None))


def examine_function(
    session: Session, exam: Exam, hidden: HiddenCases | None = None
) -> Found | None:
    """Observe a function in the worker and decide outside it."""
    start = time.monotonic()
    try:
        seen = look(session, exam)
        if isinstance(seen, Fault):
            return Found(without_answer(exam, seen, hidden), seen)
        if isinstance(seen, Undefined):
            return None
        if isinstance(seen, NotAFunction):
            message = messages.not_callable(exam.exercise, seen.type_name)
            return Found(failed(NOT_CALLABLE, message))
        if hidden is None:
            return Found(decide(exam, seen))
        quick = time.monotonic() - start < QUICK
        return Found(judged_in_secret(session, hidden, seen, quick=quick))
    except ProtocolError as error:  # an argument of ours that cannot be sent
        return Found(could_not_judge(exam.exercise, error))


def look(session: Session, exam: Exam) -> Observed | Fault:
    """Observe the function of an exercise in the worker, with the course's own out of reach."""
    exercise = exam.exercise
    return session.observe(exercise.name, exam.calls, without=name_of(exercise.reference))


def judged_in_secret(
    session: Session, hidden: HiddenCases, seen: tuple[Observation, ...], *, quick: bool
) -> Verdict:
    """Decide on what was seen, and say what of it the student may read.

    A slow answer is not tried on public cases too: the time may be needed for the other answers.
    """

    def look_again(public: Exam) -> tuple[Observation, ...] | None:
        again = look(session, public) if quick else None
        return again if isinstance(again, tuple) else None

    own = tuple(in_own_lines(one, session.played) for one in seen)
    return with_shown(decide(hidden.secret, own), hidden, own, look_again)


def without_answer(exam: Exam, fault: Fault, hidden: HiddenCases | None) -> Verdict:
    """Return the verdict on a function that hung or crashed."""
    verdict = failed(fault.kind, function_fault(exam, fault))
    if hidden is None or fault.call in hidden.shared:
        return verdict
    return replace(verdict, shown=failed(fault.kind, hidden_function_fault(exam, fault)))


def examine_value(session: Session, question: Question, key: AnswerKey) -> Found | None:
    """Fetch the answer to a question and judge it outside the worker."""
    seen = session.fetch(question.name)
    if isinstance(seen, Fault):
        return Found(failed(seen.kind, other_fault(seen)), seen)
    return Found(key.judge_question(question, seen.value)) if isinstance(seen, Fetched) else None


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
