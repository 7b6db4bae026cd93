"""One verdict for one exercise or question: look at what the worker has, then judge outside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.examining.answer_key import AnswerKey
from autograder.examining.sentences import function_fault, gone, other_fault, stopped_cell
from autograder.examining.stopped_cells import StoppedCell, unknown_name
from autograder.judging.exam import Exam, could_not_judge, missing, not_callable
from autograder.judging.finding import Finding
from autograder.judging.hidden import with_shown
from autograder.judging.observe import Observation, StudentError
from autograder.judging.questions import CHOICE, Question, letters
from autograder.judging.verdict import NOT_DEFINED, RAISED, UNJUDGED, Verdict
from autograder.judging.wording.questions import name_wanted, one_equals_sign, quotes_wanted
from autograder.messages import Text, joined, sentence
from autograder.sandbox.fault import GARBLED, NO_TIME, Fault
from autograder.sandbox.protocol.replies import Fetched, NotAFunction, Observed, Undefined
from autograder.sandbox.protocol.wire import ProtocolError
from autograder.sandbox.session import Session
from autograder.submissions.template import TemplateCell


@dataclass(frozen=True)
class Examined:
    """The verdict on one answer, and the fault or the error that kept it from answering.

    Of the error nothing comes from a hidden case. Of an answer that is not right, `called` has the
    withheld functions that it called.
    """

    verdict: Verdict
    fault: Fault | None = None
    error: StudentError | None = None
    called: frozenset[str] = frozenset()


def examine(session: Session, answer: TemplateCell, key: AnswerKey) -> Examined | None:
    """Return what was found of one answer; None where its name is not defined by now."""
    if answer.item in key.exams:
        return examine_functions(session, [answer], key).get(answer.item)
    if answer.item in key.questions:
        return examine_value(session, key.questions[answer.item], key)
    return Examined(unknown(answer.item))


def examine_functions(
    session: Session, answers: Sequence[TemplateCell], key: AnswerKey
) -> dict[str, Examined]:
    """Return what was found of functions, by their ids; those that are not defined are left out.

    All are tried on public cases first. So what a function keeps of a hidden case can come back in
    nothing that is shown to its student. One that lacks something there is not tried further.
    """
    public = {
        answer.item: try_in_public(session, key, answer.item)
        for answer in answers
        if answer.item in key.hidden
    }
    examined = {
        answer.item: with_calls(
            session, examine_function(session, key, answer.item, public.get(answer.item))
        )
        for answer in answers
    }
    return {item: verdict for item, verdict in examined.items() if verdict is not None}


@dataclass(frozen=True)
class InPublic:
    """What a function did on public cases, and the withheld functions that it called there."""

    seen: Observed | Fault
    called: frozenset[str] = frozenset()


def try_in_public(session: Session, key: AnswerKey, item: str) -> InPublic:
    """Try a function on the cases of the notebook's own check."""
    seen = look(session, key, key.hidden[item].public, twice=False)
    return InPublic(seen, session.refused())


def examine_absent(
    answer: TemplateCell, key: AnswerKey, cell: StoppedCell | None, source: str = ""
) -> Examined:
    """Return the verdict on a name that is not defined.

    `cell` should have defined it, but stopped; `source` is what the answer's own cell holds.
    """
    question = key.questions.get(answer.item)
    if cell is not None:
        kind = cell.outcome.kind if isinstance(cell.outcome, Fault) else RAISED
        meaning = stopped_cell(answer.name, cell)
        slip = slip_of(question, cell.error) if question is not None else ""
        return Examined(failed(kind, joined(meaning, slip, by="\n")), error=cell.error)
    if question is None:
        return Examined(missing(key.exams[answer.item].exercise))
    if source.strip() and answer.name not in source:
        return Examined(failed(NOT_DEFINED, name_wanted(answer.name)))
    return Examined(key.judge_question(question, None))


def slip_of(question: Question, error: StudentError | None) -> Text:
    """Say how an answer is typed that stopped because a sign was missing or too many."""
    name = unknown_name(error) if error is not None else ""
    if name == question.name:
        return one_equals_sign(name)
    is_letter = question.kind == CHOICE and name.lower() in letters(question)
    return quotes_wanted(question.name, name.lower()) if is_letter else ""


def examine_function(
    session: Session, key: AnswerKey, item: str, public: InPublic | None
) -> Examined | None:
    """Observe a function in the worker and decide outside it; `public` is how it did in public."""
    exam, hidden = key.exams[item], key.hidden.get(item)
    if public is not None and public.called and not public.called & key.own_answers(item):
        return Examined(untried(session.limits.total_seconds), called=public.called)
    try:
        if hidden is None or public is None:
            seen = look(session, key, exam)
            return with_error(examined(key, exam, seen), seen)
        if not isinstance(public.seen, tuple):
            return examined(key, hidden.public, public.seen)
        seen = look(session, key, exam)
    except ProtocolError as error:  # an argument of ours that cannot be sent
        return Examined(could_not_judge(exam.exercise, error))
    there = seen if isinstance(seen, tuple | Fault) else Fault(GARBLED, gone())
    found = with_public(key, examined(key, exam, there), hidden.public, public.seen)
    return found if found is None else replace(found, called=public.called)


def with_calls(session: Session, found: Examined | None) -> Examined | None:
    """Add to what was found of an answer that is not right what it called and was refused."""
    if found is None or found.verdict.passed is not False:
        return found
    return replace(found, called=found.called | session.refused())


def examined(key: AnswerKey, exam: Exam, seen: Observed | Fault) -> Examined | None:
    """Return what a look at a function says; None where there is none of that name."""
    if isinstance(seen, Fault):
        return Examined(failed(seen.kind, function_fault(exam, seen)), seen)
    if isinstance(seen, Undefined):
        return None
    if isinstance(seen, NotAFunction):
        return Examined(not_callable(exam.exercise, seen.type_name))
    return Examined(key.decide(exam, seen))


def with_public(
    key: AnswerKey, found: Examined | None, exam: Exam, public: tuple[Observation, ...]
) -> Examined | None:
    """Add to what was found on hidden cases what its student may read: of the public ones."""
    if found is None or found.verdict.passed:
        return found
    shown = with_shown(found.verdict, key.decide(exam, public))
    return with_error(replace(found, verdict=shown), public)


def with_error(found: Examined | None, seen: object) -> Examined | None:
    """Add the first error of some calls to what was found of their function."""
    if found is None or not isinstance(seen, tuple):
        return found
    return replace(found, error=next((call.error for call in seen if call.error), None))


def look(session: Session, key: AnswerKey, exam: Exam, *, twice: bool = True) -> Observed | Fault:
    """Observe the function of an exercise in the worker, with the course's own blocked."""
    exercise = exam.exercise
    without = sorted(key.own_answers(exercise.id))
    return session.observe(
        exercise.name, key.calls[exam], without=without, twice=twice and key.twice
    )


def examine_value(session: Session, question: Question, key: AnswerKey) -> Examined | None:
    """Fetch the answer to a question and judge it outside the worker."""
    seen = session.fetch(question.name)
    if isinstance(seen, Fault):
        return Examined(failed(seen.kind, other_fault(seen)), seen)
    return Examined(key.judge_question(question, seen.value)) if isinstance(seen, Fetched) else None


def failed(kind: str, meaning: Text) -> Verdict:
    """Return the verdict on what gave no answer."""
    return Verdict(False, 0.0, kind, finding=Finding(meaning))


def untried(seconds: float) -> Verdict:
    """Return the verdict on an answer for which no time was left."""
    return failed(NO_TIME, other_fault(Fault(NO_TIME, seconds=seconds)))


def unknown(item: str) -> Verdict:
    """Return the third verdict for an id that this course does not know: our fault."""
    meaning = sentence(
        "This answer could not be judged, and that is our fault: {id} is in the released notebook "
        "but not in the course. It earns no points by itself: a person looks at it and gives them.",
        id=item,
    )
    return Verdict(None, 0.0, UNJUDGED, finding=Finding(meaning))
