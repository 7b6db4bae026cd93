"""What the answers to a lesson are judged by, made ready once for all submissions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from autograder.judging.exam import Exam, decide
from autograder.judging.hidden import HiddenCases
from autograder.judging.observe import Observation
from autograder.judging.questions import Question, judge_question
from autograder.judging.reference_guard import name_of
from autograder.judging.verdict import Verdict
from autograder.sandbox.protocol.calls import PackedCalls
from autograder.sandbox.protocol.wire import ProtocolError

JudgeQuestion = Callable[[Question, object], Verdict]
Decided = tuple[tuple[Observation, ...], Verdict]
MOST_DECIDED = 4000


@dataclass(frozen=True)
class AnswerKey:
    """What answers are judged by: the prepared exercises and the questions, by their ids.

    `hidden` has the exercises whose cases made from the seed no student may see; `twice` says
    whether each call is made once more, to see that it repeats.
    """

    exams: Mapping[str, Exam]
    questions: Mapping[str, Question]
    judge_question: JudgeQuestion = judge_question
    hidden: Mapping[str, HiddenCases] = field(default_factory=dict)
    twice: bool = True
    decided: dict[tuple[Exam, int], Decided] = field(default_factory=dict, init=False)

    def decide(self, exam: Exam, seen: tuple[Observation, ...]) -> Verdict:
        """Return the verdict on what was seen; the very same observations are judged once."""
        place = exam, id(seen)
        if place not in self.decided:
            verdict = decide(exam, seen)
            if len(self.decided) == MOST_DECIDED:
                return verdict
            self.decided[place] = seen, verdict  # that keeps them, and no others get their id
        return self.decided[place][1]

    @cached_property
    def calls(self) -> dict[Exam, PackedCalls]:
        """The calls of each exam, which are packed once and sent for every submission."""
        exams = [*self.exams.values(), *(cases.public for cases in self.hidden.values())]
        return {exam: PackedCalls(exam.calls) for exam in exams}

    @cached_property
    def in_public(self) -> "AnswerKey":
        """The same with the notebook's own cases in place of the hidden ones, each tried once."""
        public = {item: cases.public for item, cases in self.hidden.items()}
        return replace(self, exams={**self.exams, **public}, hidden={}, twice=False)

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The names of nnlib's functions that answer one of the exercises."""
        return frozenset[str]().union(*map(self.own_answers, self.exams))

    def own_answers(self, item: str) -> frozenset[str]:
        """Return the names of the functions that answer an exercise; none for a question."""
        if item not in self.exams:
            return frozenset()
        return frozenset(map(name_of, self.exams[item].exercise.own_answers))

    def handed_over(self, item: str) -> frozenset[str]:
        """Return the names of those withheld that the calls of an exercise have as arguments."""
        try:
            text = self.calls[self.exams[item]].text
        except ProtocolError:  # they can't be sent: whoever examines the exercise says so
            return frozenset()
        return frozenset(name for name in self.withheld if f'"{name}"'.encode() in text)
