"""Read hostile frames as the judge does, and judge what was accepted."""

import json
import random
from collections.abc import Callable
from typing import Any

from autograder.exercises import load
from autograder.judging.exam import Exam, decide, prepare
from autograder.judging.finding import Finding
from autograder.judging.observe import Observation, StudentError
from autograder.judging.questions import Question, judge_question, load_questions
from autograder.judging.verdict import Verdict
from autograder.sandbox.protocol.frames import pack, unpack
from autograder.sandbox.protocol.replies import (
    CellReport,
    Fetched,
    cell_from_wire,
    cell_to_wire,
    fetched_from_wire,
    observations_to_wire,
    observed_from_wire,
)
from autograder.sandbox.protocol.wire import ProtocolError, decode, encode

SEED = 11


class Reader:
    """The judge's side: every outcome of `look` is a value or a refusal, or it is a fault of ours.

    `exams` and `questions` are those of the whole course.
    """

    def __init__(self) -> None:
        self.exams: tuple[Exam, ...] = tuple(prepare(one, SEED) for one in load().values())
        self.questions: tuple[Question, ...] = tuple(load_questions().values())
        for exam in self.exams:
            for _, answers in exam.beliefs:
                tuple(answers)  # worked out once, so that no reading is charged with it

    def true_replies(self) -> list[bytes]:
        """Return what an honest worker sends: each exercise's right and misconceived answers."""
        seen = [answers for exam in self.exams for _, answers in exam.beliefs[:2]]
        seen += [exam.expected for exam in self.exams]
        error = CellReport(StudentError("ValueError", "bad", 3, "x = f()"), "7")
        others = [cell_to_wire(error), cell_to_wire(CellReport()), ["values", encode("b")]]
        others += [["undefined", None], ["not_callable", "int"], ["stopped", ["E", "", 0, ""]]]
        return [pack(one) for one in [*map(observations_to_wire, seen), *others]]

    def look(self, raw: bytes, rng: random.Random) -> str:
        """Read one reply in every way; return whether anything was accepted."""
        try:
            content = unpack(raw)
        except ProtocolError:
            return "refused"
        exam = self.fitting(content, rng)
        question = rng.choice(self.questions)
        accepted = [
            self.tried(lambda: cell_from_wire(content)),
            self.tried(lambda: self.judged(content, exam)),
            self.tried(lambda: self.judged_value(content, question)),
            self.tried(lambda: self.judged_once(content, exam, rng.randrange(len(exam.calls)))),
        ]
        return "accepted" if any(accepted) else "refused"

    def fitting(self, content: Any, rng: random.Random) -> Exam:
        """Return an exam of as many calls as the reply has, if there is one."""
        rows = content[1] if type(content) is list and len(content) == 2 else None
        count = len(rows) if type(rows) is list else -1
        return rng.choice([one for one in self.exams if len(one.calls) == count] or self.exams)

    def tried(self, reading: Callable[[], Any]) -> bool:
        """Return True if something was accepted."""
        try:
            reading()
        except ProtocolError:
            return False
        return True

    def judged(self, content: Any, exam: Exam) -> None:
        """Judge what claims to be the observations of a function."""
        seen = observed_from_wire(content, exam.calls)
        if isinstance(seen, tuple):
            require_verdict(decide(exam, seen))

    def judged_value(self, content: Any, question: Question) -> None:
        """Judge what claims to be a variable."""
        seen = fetched_from_wire(content)
        if isinstance(seen, Fetched):
            require_verdict(judge_question(question, seen.value))

    def judged_once(self, content: Any, exam: Exam, place: int) -> None:
        """Judge any value as if one call of an exercise had returned it."""
        seen = list(exam.expected)
        seen[place] = Observation(decode(content))
        require_verdict(decide(exam, seen))


def require_verdict(verdict: Verdict) -> None:
    """Raise AssertionError unless a verdict is the student's and can be written down."""
    if verdict.passed is None:
        raise AssertionError(f"the judge took the fault on itself: {verdict.message}")
    if not 0 <= verdict.score <= 1:
        raise AssertionError(f"a score of {verdict.score}")
    for text in (verdict.message, verdict.called, verdict.returned, verdict.meaning):
        text.encode("utf-8")
    for finding in (verdict.finding, verdict.for_student.finding):
        kept = Finding.from_plain(json.loads(json.dumps(finding.to_plain())))
        if kept.rows() != finding.rows() or str(kept.meaning) != str(finding.meaning):
            raise AssertionError(f"a finding that is read back as another: {kept}")
    json.dumps([verdict.kind, verdict.misconception, verdict.parts])
