"""At the lowest level of isolation: stop when something is left where later programs start."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from autograder.course.folder import Course, CourseError
from autograder.gradebook.result import SubmissionResult
from autograder.messages import say
from autograder.sandbox.levels import LIMITS
from autograder.sandbox.startup import (
    Place,
    Snapshot,
    changes,
    site_folders_that_can_be_changed,
    startup_places,
    take_snapshot,
)

SECONDS = 30  # between two looks while a class is graded
SHOWN = 10
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@dataclass
class StartupGuard:
    """Watches over the places where a later program of this user starts."""

    places: tuple[Place, ...]
    before: Snapshot
    looked: float
    since: list[str] = field(default_factory=list)  # what was graded after the last look

    def graded(self, result: SubmissionResult) -> None:
        """Look again if it is time; raises CourseError where something has changed."""
        if result.isolation == LIMITS:
            self.since.append(f"{result.student} {result.assignment}")
            if time.monotonic() - self.looked > SECONDS:
                self.look()

    def look(self) -> None:
        """Compare with what was there before; raises CourseError, which names what has changed."""
        if not self.since:
            return
        found = changes(self.before, take_snapshot(self.places))
        if found:
            raise CourseError(left_behind(found, self.since))
        self.looked = time.monotonic()
        self.since.clear()


@contextmanager
def watching(course: Course) -> Iterator[StartupGuard | None]:
    """Watch inside the block where the course accepts the lowest level, and look at its end.

    Meanwhile our own processes write no compiled files, which would look like a stranger's.
    """
    if course.isolation != LIMITS:
        yield None
        return
    places = startup_places()
    with no_compiled_files():
        guard = StartupGuard(places, take_snapshot(places), time.monotonic())
        try:
            yield guard
        except BaseException:
            guard.look()
            raise
        guard.look()


@contextmanager
def no_compiled_files() -> Iterator[None]:
    """Inside the block, let neither this process nor those that it starts write any."""
    wrote, told = sys.dont_write_bytecode, os.environ.get(NO_BYTECODE)
    sys.dont_write_bytecode, os.environ[NO_BYTECODE] = True, "1"
    try:
        yield
    finally:
        sys.dont_write_bytecode = wrote
        os.environ.pop(NO_BYTECODE)
        if told is not None:
            os.environ[NO_BYTECODE] = told


def left_behind(found: Sequence[str], graded: Sequence[str]) -> str:
    """Say what has changed, what it may mean and what to do."""
    return say(
        "While students' code ran with your rights, files were written that your programs run by "
        "themselves:{files}\n"
        "Since the last look these were graded: {graded}. One of them may have left it there, or a "
        "program of yours wrote it at the same time. Don't start Python before you have looked at "
        "these files and removed what you don't know; in doubt, make the environment anew. Then "
        "grade with an account of its own or in a container (docs/isolation.md).",
        files="".join(f"\n  {path}" for path in shortened(found)),
        graded=", ".join(shortened(graded)),
    )


def shortened(items: Sequence[str]) -> list[str]:
    """Return the first items, and how many more there are."""
    rest = len(items) - SHOWN
    return [*items[:SHOWN], *([say("and {rest} more", rest=rest)] if rest > 0 else [])]


def accepts_limits(course: Course) -> str:
    """Return what a course accepts before anything has run; empty if it wants more."""
    if course.isolation != LIMITS:
        return ""
    return say(
        'This course accepts the isolation "limits": where the system offers no more, students\' '
        "code runs with your rights."
    )


def warning_of(results: Iterable[SubmissionResult]) -> str:
    """Return what code can do that ran at the lowest level; empty if none did."""
    if all(result.isolation != LIMITS for result in results):
        return ""
    folders = [str(path) for path in site_folders_that_can_be_changed()]
    return say(
        'Warning: at the isolation "limits" students\' code runs with your rights. It can read, '
        "change and delete your files, this course and the other submissions, use the network, and "
        "leave code that later programs of yours run{folders}. New files of that kind stop the "
        "run, no more. Grade with an account of its own that you can throw away, or in a "
        "container: docs/isolation.md says how.",
        folders=say(", for instance in {list}", list=", ".join(folders)) if folders else "",
    )
