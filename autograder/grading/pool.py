"""Grade the submissions of a class: one after the other, or on several cores."""

import multiprocessing
import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from autograder.course.folder import Course, CourseError
from autograder.course.submitted import Submission
from autograder.gradebook.result import UNREADABLE, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission
from autograder.grading.submission import Assignment, grade_one, prepare_assignment
from autograder.messages import say
from autograder.sandbox.limits import Limits
from autograder.sandbox.warm_process import WarmError, WarmProcess, require_fork

PATIENCE = 10  # seconds for a grader to end by itself
MENDABLE = (OSError, CourseError, WarmError)  # a full disk, a broken release: told in a sentence
Grades: TypeAlias = Generator[GradedSubmission, None, None]
Channel: TypeAlias = "Connection[Any, Any]"  # the class takes no arguments when it runs


def grade_all(
    course: Course,
    submissions: Sequence[Submission],
    *,
    workers: int,
    limits: Limits,
    only: frozenset[str] = frozenset(),
) -> Grades:
    """Grade every submission and yield each result as it is there; `only` names exercises.

    The order is that of finishing. With one worker everything happens in this process and its
    sandboxed children; with more, each grader is a process of its own. Raises CourseError,
    WarmError or OSError where no submission can be graded.
    """
    require_fork()
    if workers == 1:
        return grade_in_turn(course, submissions, limits, only)
    return grade_side_by_side(course, submissions, workers, limits, only)


def grade_in_turn(
    course: Course, submissions: Sequence[Submission], limits: Limits, only: frozenset[str]
) -> Grades:
    """Grade the submissions one after the other."""
    names = sorted({submission.assignment for submission in submissions})
    assignments = {name: prepare_assignment(course, name) for name in names}
    with WarmProcess(wanted=course.isolation) as warm:
        for submission in submissions:
            assignment = assignments[submission.assignment]
            yield grade_one(course, submission, assignment, warm, limits, only)


@dataclass
class Grader:
    """A process that grades what it is sent, and the submission that it is at."""

    process: BaseProcess
    channel: Channel
    submission: Submission | None = None

    def give(self, submission: Submission) -> None:
        """Send the next submission; that a grader is dead shows when it does not answer."""
        self.submission = submission
        with suppress(ConnectionError):
            self.channel.send(submission)


def grade_side_by_side(
    course: Course,
    submissions: Sequence[Submission],
    workers: int,
    limits: Limits,
    only: frozenset[str],
) -> Grades:
    """Deal the submissions out to several graders, each getting the next when it is free."""
    waiting = list(reversed(submissions))
    with ExitStack() as stack:
        graders = [hire(course, limits, only, stack) for _ in range(min(workers, len(waiting)))]
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
                    free = grader if result else hire(course, limits, only, stack)
                    free.give(waiting.pop())
                    graders.append(free)


def hire(course: Course, limits: Limits, only: frozenset[str], stack: ExitStack) -> Grader:
    """Start a grader, which ends with the stack."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(course, limits, theirs, only))
    with ignored_interrupts():
        process.start()
    theirs.close()

    def end(kind: type[BaseException] | None, *_: object) -> None:
        dismiss(process, ours, at_once=kind is not None)

    stack.push(end)
    return Grader(process, ours)


@contextmanager
def ignored_interrupts() -> Iterator[None]:
    """Let a process start deaf to Ctrl-C, which is for this process, who then ends the others."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def dismiss(process: BaseProcess, channel: Channel, *, at_once: bool) -> None:
    """End a grader: it stops when its channel closes, or in the middle of its work."""
    if at_once:
        process.terminate()
    channel.close()
    process.join(timeout=PATIENCE)
    if process.is_alive():
        process.kill()


def serve(
    course: Course, limits: Limits, channel: Channel, only: frozenset[str] = frozenset()
) -> None:
    """Be a grader, until the channel closes or the process is asked to end."""
    with channel, suppress(EOFError, ConnectionError, KeyboardInterrupt):
        signal.signal(signal.SIGTERM, stop)
        try:
            grade_what_comes(course, limits, channel, only)
        except MENDABLE as error:
            channel.send(error)


def stop(number: int, frame: object) -> None:
    """Leave the work in order, whose worker and folder are still to be cleared away."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
    raise KeyboardInterrupt


def grade_what_comes(
    course: Course, limits: Limits, channel: Channel, only: frozenset[str]
) -> None:
    """Grade each submission that comes over the channel and send its result back."""
    assignments: dict[str, Assignment] = {}
    with WarmProcess(wanted=course.isolation) as warm:
        while True:
            submission = channel.recv()
            name = submission.assignment
            if name not in assignments:
                assignments[name] = prepare_assignment(course, name)
            channel.send(grade_one(course, submission, assignments[name], warm, limits, only))


def answer_of(grader: Grader) -> GradedSubmission | None:
    """Return the result that a grader sends, None where the grader itself has died.

    Raises what it met that a person can mend, such as a full disk.
    """
    try:
        answer: GradedSubmission | Exception = grader.channel.recv()
    except (EOFError, ConnectionError):
        return None
    if isinstance(answer, Exception):
        raise answer
    return answer


def gave_up(grader: Grader) -> GradedSubmission:
    """Return the result of the submission at which a grader died: a person must look."""
    note = say(
        "The grader itself stopped at this submission. Run `autograder grade` again; "
        "if it happens again, take this submission away from the others."
    )
    at = grader.submission
    if at is None:
        raise RuntimeError("A grader died before it was given anything to grade.")
    result = SubmissionResult(at.student, at.assignment, UNREADABLE, notes=(note,), retry=True)
    return GradedSubmission(result)
