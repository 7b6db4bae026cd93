"""Grade the submissions of a class: one after the other, or on several cores."""

import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from autograder.grading.course import Course, Submission
from autograder.grading.limits import Limits
from autograder.grading.result import UNREADABLE, SubmissionResult
from autograder.grading.submission import Assignment, grade_one, prepare_assignment
from autograder.grading.warm import Warm
from autograder.messages import say

PATIENCE = 10  # seconds for a grader to end by itself
Channel: TypeAlias = "Connection[Any, Any]"  # the class takes no arguments when it runs


def grade_all(
    course: Course, submissions: Sequence[Submission], *, workers: int, limits: Limits
) -> Iterator[SubmissionResult]:
    """Grade every submission and yield each result as it is there.

    The order is that of finishing. With one worker everything happens in this process and its
    sandboxed children; with more, each grader is a process of its own.
    """
    if workers == 1:
        return grade_in_turn(course, submissions, limits)
    return grade_side_by_side(course, submissions, workers, limits)


def grade_in_turn(
    course: Course, submissions: Sequence[Submission], limits: Limits
) -> Iterator[SubmissionResult]:
    """Grade the submissions one after the other."""
    names = sorted({submission.assignment for submission in submissions})
    assignments = {name: prepare_assignment(course, name) for name in names}
    with Warm(limits) as warm:
        for submission in submissions:
            yield grade_one(course, submission, assignments[submission.assignment], warm, limits)


@dataclass
class Grader:
    """A process that grades what it is sent, and the submission that it is at."""

    process: BaseProcess
    channel: Channel
    submission: Submission | None = None

    def give(self, submission: Submission) -> None:
        """Send the next submission."""
        self.submission = submission
        self.channel.send(submission)


def grade_side_by_side(
    course: Course, submissions: Sequence[Submission], workers: int, limits: Limits
) -> Iterator[SubmissionResult]:
    """Deal the submissions out to several graders, each getting the next when it is free."""
    waiting = list(reversed(submissions))
    with ExitStack() as stack:
        graders = [hire(course, limits, stack) for _ in range(min(workers, len(waiting)))]
        for grader in graders:
            grader.give(waiting.pop())
        while graders:
            ready = wait([grader.channel for grader in graders])
            done = [grader for grader in graders if grader.channel in ready]
            graders = [grader for grader in graders if grader not in done]
            for grader in done:
                result = answer_of(grader)
                yield result or gave_up(grader)
                if waiting:
                    free = grader if result else hire(course, limits, stack)
                    free.give(waiting.pop())
                    graders.append(free)


def hire(course: Course, limits: Limits, stack: ExitStack) -> Grader:
    """Start a grader, which ends with the stack."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(course, limits, theirs))
    process.start()
    theirs.close()
    stack.callback(dismiss, process, ours)
    return Grader(process, ours)


def dismiss(process: BaseProcess, channel: Channel) -> None:
    """End a grader: it stops when its channel closes."""
    channel.close()
    process.join(timeout=PATIENCE)
    if process.is_alive():
        process.kill()


def serve(course: Course, limits: Limits, channel: Channel) -> None:
    """Grade what comes over the channel until it closes; a full disk is told, not died of."""
    assignments: dict[str, Assignment] = {}
    with Warm(limits) as warm, channel, suppress(EOFError, KeyboardInterrupt):
        while True:
            submission = channel.recv()
            name = submission.assignment
            if name not in assignments:
                assignments[name] = prepare_assignment(course, name)
            try:
                channel.send(grade_one(course, submission, assignments[name], warm, limits))
            except OSError as error:
                channel.send(error)


def answer_of(grader: Grader) -> SubmissionResult | None:
    """Return the result that a grader sends, None where the grader itself has died.

    Raises the OSError that it met, such as a full disk.
    """
    try:
        answer: SubmissionResult | OSError = grader.channel.recv()
    except (EOFError, ConnectionError):
        return None
    if isinstance(answer, OSError):
        raise answer
    return answer


def gave_up(grader: Grader) -> SubmissionResult:
    """Return the result of the submission at which a grader died: a person must look."""
    note = say("The grader itself stopped at this submission. Grade it again by itself.")
    at = grader.submission
    if at is None:
        raise RuntimeError("A grader died before it was given anything to grade.")
    return SubmissionResult(at.student, at.assignment, UNREADABLE, notes=(note,))
