"""An exercise and an answer come in, or what an answer did as plain data; a verdict goes out.

A verdict is right, wrong, or could-not-judge. It holds its finding as data, which is worded in the
language of whoever reads it.
"""

from autograder.judging.exam import Exam, decide, judge, prepare
from autograder.judging.finding import Finding
from autograder.judging.questions import Question, judge_question, load_questions
from autograder.judging.verdict import Verdict, earned

__all__ = [
    "Exam",
    "Finding",
    "Question",
    "Verdict",
    "decide",
    "earned",
    "judge",
    "judge_question",
    "load_questions",
    "prepare",
]
