"""What a function makes of a hidden case reaches its student by no way but the points.

Each attack is right on the public cases and does, on a hidden one, what a number of that case
says. It is graded against several secrets: what its student reads must be the same every time.
"""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from autograder.examining.answer_key import AnswerKey
from autograder.examining.examine import examine_functions
from autograder.exercises import load
from autograder.grading.assignment import hidden_cases
from autograder.grading.notebook import grade_notebook
from autograder.judging.exam import prepare
from autograder.judging.observe import Observation, StudentError
from autograder.sandbox.fault import (
    ENDED,
    GARBLED,
    HUNG,
    MEMORY,
    NO_RESTARTS,
    NO_TIME,
    PROCESSES,
    TOO_LARGE,
    Fault,
)
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.replies import NotAFunction, Undefined
from autograder.student.checking import PUBLIC_SEED
from autograder.student.verdict_card import graded_html

RELU = load()["neuron.relu"]
PUBLIC_CALLS = len(prepare(RELU, PUBLIC_SEED).calls)
SECRETS = range(3, 9)

SPY = """\
import sys
def relu(z):
    sys.calls = getattr(sys, "calls", 0) + 1  # names of the notebook are put back between looks
    z = np.asarray(z)
    odd = z.ndim and not np.all(z == np.round(z, 1))
    if sys.calls > {public} and odd:
        k = int(abs(float(z.flat[0])) * 1e4) % 8
        {leak}
    return np.maximum(0, z)
"""
LINES = "\n        ".join(f"if k == {k}: raise ValueError" for k in range(8))
LEAKS = {
    "the line of an error": LINES,
    "the type of an error": "raise [ValueError, TypeError, KeyError, IndexError, NameError, "
    "OSError, EOFError, LookupError][k]",
    "a line made up for the error of a borrowed answer": "import linecache\n"
    "        names = {}\n"
    "        text = f'def call(): raise type(\"BorrowedAnswerError\", (Exception,), {{}})({k})'\n"
    "        linecache.cache['<own>'] = (len(text), None, [text], '<own>')\n"
    "        exec(compile(text, '<own>', 'exec'), names)\n"
    "        names['call']()",
    "the exit code": "import os; os._exit(k)",
    "no end, or the end of the process": "import os\n        while k % 2: pass\n"
    "        os._exit(1)",
    "the kind of what came back": "return [None, 'x', z * np.nan, z * 1j, z[..., None], z + 1,"
    " {}, [z, z]][k]",
    "the number of axes": "return np.zeros((1,) * (k % 3 + 2))",
    "not begun, or wrong": "if k % 2: raise NotImplementedError\n        raise ValueError",
}


def key_of(assignment, secret):
    exams = {**assignment.key.exams, RELU.id: prepare(RELU, secret)}
    return replace(assignment.key, exams=exams, hidden=hidden_cases(exams))


def read_by_the_student(graded):
    """Return all that the student's page and nbgrader's feedback are made of."""
    (result,) = [one for one in graded.exercises if one.id == RELU.id]
    cards = [cell.outputs for cell in graded.notebook.cells if cell.cell_type == "code"]
    parts = (result.finding.to_plain(), result.names_belief, result.points, cards)
    return json.dumps(parts, sort_keys=True)


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS.keys())
def test_the_page_is_the_same_whatever_a_function_does_with_a_hidden_case(assignment, leak):
    submitted = json.dumps(assignment.solved(relu=SPY.format(public=PUBLIC_CALLS, leak=leak)))
    graded = [
        grade_notebook(
            submitted,
            assignment.template,
            key_of(assignment, secret),
            warm=assignment.warm,
            limits=Limits(exercise_seconds=1),
            render=graded_html,
        )
        for secret in SECRETS
    ]
    told = {
        one.message or one.kind for grade in graded for one in grade.exercises if one.id == RELU.id
    }
    assert len(told) > 1  # the attack does differ, and the instructor's results say how
    assert len(set(map(read_by_the_student, graded))) == 1


RIGHT = prepare(RELU, PUBLIC_SEED).expected
SECRET_EXAM = prepare(RELU, 7)
CASES = len(SECRET_EXAM.cases)
TEXT = "0.7351"
OUTCOMES = {
    "an error": (Observation(error=StudentError("ValueError", TEXT, 7, TEXT)),) * CASES,
    "not begun": (Observation(error=StudentError("NotImplementedError", TEXT, 7)),) * CASES,
    "borrowed": (Observation(error=StudentError("BorrowedAnswerError", TEXT, 7, TEXT)),) * CASES,
    "nothing": (Observation(None),) * CASES,
    "a text": (Observation(TEXT),) * CASES,
    "a belief": SECRET_EXAM.beliefs[0][1],
    "not a function": NotAFunction(TEXT),
    "not defined": Undefined(),
    **{
        f"{kind}, {call}": Fault(kind, TEXT, 5.0, call)
        for kind in (HUNG, ENDED, MEMORY, PROCESSES, GARBLED, TOO_LARGE, NO_TIME, NO_RESTARTS)
        for call in (0, CASES - 1)
    },
}


class Peer:
    """A worker that does right in public and then what it likes."""

    def __init__(self, *replies):
        self.replies = iter(replies)

    def refused(self):
        """Say that nothing was called that is withheld."""
        return frozenset()

    def observe(self, *_, **__):
        """Return the next reply."""
        return next(self.replies)


def examined_on(*replies):
    exams = {RELU.id: SECRET_EXAM}
    key = AnswerKey(exams, {}, hidden=hidden_cases(exams))
    return examine_functions(Peer(*replies), [SimpleNamespace(item=RELU.id)], key)[RELU.id]


@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES.keys())
def test_the_student_reads_the_same_of_every_reply_to_hidden_calls(outcome):
    examined = examined_on(RIGHT, outcome)
    shown = examined.verdict.for_student
    assert replace(shown, score=0.0) == examined_on(RIGHT, OUTCOMES["nothing"]).verdict.for_student
    assert TEXT not in repr(shown)
    assert examined.verdict.kind not in ("not_started", "not_defined")  # which a page shows


def test_what_is_wrong_in_public_is_shown_with_all_that_it_did_there():
    wrong = (Observation(error=StudentError("ValueError", "mine", 7, "raise x")),) * len(RIGHT)
    shown = examined_on(wrong, OUTCOMES["a text"]).verdict.for_student
    assert "ValueError: mine\nin your line 7: raise x" in shown.returned


def test_a_function_that_is_there_for_the_hidden_cases_alone_is_not_looked_at():
    exams = {RELU.id: SECRET_EXAM}
    key = AnswerKey(exams, {}, hidden=hidden_cases(exams))
    assert examine_functions(Peer(Undefined()), [SimpleNamespace(item=RELU.id)], key) == {}
