"""Grade the submissions of a class: one after the other, or on several cores."""

import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.submitted import Submission
from autograder.course.libraries import libraries_folder, library_modules
from autograder.gradebook.result import UNREADABLE, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission
from autograder.grading.assignment import prepare_assignment
from autograder.grading.selection import GradingOptions
from autograder.grading.submission import grade_submission
from autograder.messages import say
from autograder.notes import Cause, Note
from autograder.sandbox.warm_process import WarmError, WarmProcess

PATIENCE = 10  # seconds for a grader to end by itself
MENDABLE = (OSError, CourseError, WarmError)  # a full disk, a broken release: told in a sentence
Grades: TypeAlias = Generator[GradedSubmission, None, None]
Channel: TypeAlias = "Connection[Any, Any]"  # the class takes no arguments when it runs


def grade_all(course: Course, submissions: Sequence[Submission], options: GradingOptions) -> Grades:
    """Grade every submission and yield each result as it is there.

    The order is that of finishing. With one worker everything happens in this process and its
    sandboxed children; with more, each grader is a process of its own. Raises CourseError,
    WarmError or OSError where no submission can be graded.
    """
    if options.workers > 1:
        return grade_side_by_side(course, submissions, options)
    names = sorted({submission.assignment for submission in submissions})
    return grade_in_turn(course, submissions, options, names)


def grade_in_turn(
    course: Course,
    submissions: Iterable[Submission],
    options: GradingOptions,
    names: Iterable[str] = (),
) -> Grades:
    """Grade submissions one after the other; each assignment is prepared once.

    Those in `names` are prepared while the warm process starts, the others when they come.
    """
    with warm_process(course).begun() as warm:
        prepared = {name: prepare_assignment(course, name) for name in names}
        warm.await_ready()
        for submission in submissions:
            name = submission.assignment
            if name not in prepared:
                prepared[name] = prepare_assignment(course, name)
            yield grade_submission(
                course, submission, prepared[name], warm, options.limits, options.only
            )


def warm_process(course: Course) -> WarmProcess:
    """Return the process that forks workers, with the course's level and libraries."""
    folder, modules = str(libraries_folder(course)), library_modules(course)
    return WarmProcess(wanted=course.isolation, libraries=folder, modules=modules)


@dataclass
class Grader:
    """A process that grades what it is sent, and the submission that it is at."""

    process: BaseProcess
    channel: Channel
    submission: Submission | None = None

    def send(self, submission: Submission) -> None:
        """Send the next submission; that a grader is dead shows when it does not answer."""
        self.submission = submission
        with suppress(ConnectionError):
            self.channel.send(submission)

    def receive(self) -> GradedSubmission | None:
        """Return the result that the grader sends, None where the grader itself has died.

        Raises what it met that a person can mend, such as a full disk.
        """
        try:
            answer: GradedSubmission | Exception = self.channel.recv()
        except (EOFError, ConnectionError):
            return None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def stop(self, *, at_once: bool) -> None:
        """End the process: when its channel closes, or in the middle of its work."""
        if at_once:
            self.process.terminate()
        self.channel.close()
        self.process.join(timeout=PATIENCE)
        if self.process.is_alive():
            self.process.kill()


def grade_side_by_side(
    course: Course, submissions: Sequence[Submission], options: GradingOptions
) -> Grades:
    """Deal the submissions out to several graders, each getting the next when it is free."""
    waiting = list(reversed(submissions))
    with ExitStack() as stack:
        count = min(options.workers, len(waiting))
        graders = [start_grader(course, options, stack) for _ in range(count)]
        for grader in graders:
            grader.send(waiting.pop())
        while graders:
            ready = wait([grader.channel for grader in graders])
            done = [grader for grader in graders if grader.channel in ready]
            graders = [grader for grader in graders if grader not in done]
            for grader in done:
                graded = grader.receive()
                yield graded or result_of_lost(grader)
                if waiting:
                    free = grader if graded else start_grader(course, options, stack)
                    free.send(waiting.pop())
                    graders.append(free)


def start_grader(course: Course, options: GradingOptions, stack: ExitStack) -> Grader:
    """Start a grader, which is stopped with the stack."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=run_grader, args=(course, options, theirs))
    with ignored_interrupts():
        process.start()
    theirs.close()
    grader = Grader(process, ours)

    def stop_grader(kind: type[BaseException] | None, *_: object) -> None:
        grader.stop(at_once=kind is not None)

    stack.push(stop_grader)
    return grader


@contextmanager
def ignored_interrupts() -> Iterator[None]:
    """Let a process start deaf to Ctrl-C, which is for this process, who then ends the others."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def run_grader(course: Course, options: GradingOptions, channel: Channel) -> None:
    """Be a grader, until the channel closes or the process is asked to end."""
    with channel, suppress(EOFError, ConnectionError, KeyboardInterrupt):
        signal.signal(signal.SIGTERM, interrupt)
        try:
            submissions = iter(channel.recv, None)
            with closing(grade_in_turn(course, submissions, options)) as grades:
                for graded in grades:
                    channel.send(graded)
        except MENDABLE as error:
            channel.send(error)


def interrupt(number: int, frame: object) -> None:
    """Leave the work in order, whose worker and folder are still to be cleared away."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
    raise KeyboardInterrupt


def result_of_lost(grader: Grader) -> GradedSubmission:
    """Return the result of the submission at which a grader died: a person must look."""
    text = say(
        "The grader itself stopped at this submission. Run `autograder grade` again; "
        "if it happens again, take this submission away from the others."
    )
    note = Note(Cause.GRADER_FAULT, text)
    submission = grader.submission
    if submission is None:
        raise RuntimeError("A grader died before it was given anything to grade.")
    return GradedSubmission(
        SubmissionResult(
            submission.student, submission.assignment, UNREADABLE, notes=(note,), retry=True
        )
    )
