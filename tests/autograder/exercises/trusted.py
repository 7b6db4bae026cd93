"""Judge an answer of our own making, which may call the course's own answer."""

from autograder.judging.exam import decide, prepare
from autograder.judging.observe import observe


def judge_trusted(exercise, answer, *, seed):
    """Return the verdict on an answer for which the reference is within reach."""
    exam = prepare(exercise, seed)
    return decide(exam, observe(answer, exam.calls))
